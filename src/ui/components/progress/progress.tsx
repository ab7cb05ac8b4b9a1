import * as React from 'react';
import styles from './progress.module.scss';

export interface ProgressProps {
  /** What is going on, `Guardando 40 de 120…`. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

/** How far something has come that takes more than a moment; screen readers hear of it. */
export const Progress: React.FC<ProgressProps> = ({ label, done, total }) => (
  <div className={styles.progress} role="status">
    <progress className={styles.bar} aria-label={label} max={Math.max(1, total)} value={done} />
    <span className={styles.words}>{label}</span>
  </div>
);
