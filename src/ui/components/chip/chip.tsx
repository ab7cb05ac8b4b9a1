import * as React from 'react';
import { formatNumber } from '../../formatting';
import styles from './chip.module.scss';

export interface ChipProps {
  readonly pressed: boolean;
  readonly onToggle: () => void;
  /** How many the filter would leave. */
  readonly count?: number;
}

/** A filter that is on or off. */
export const Chip: React.FC<ChipProps> = ({ pressed, onToggle, count, children }) => (
  <button type="button" className={styles.chip} aria-pressed={pressed} onClick={onToggle}>
    {children}
    {count !== undefined && <span className={styles.count}>{formatNumber(count)}</span>}
  </button>
);
