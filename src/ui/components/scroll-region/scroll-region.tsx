import * as React from 'react';
import base from '../../theme/base.module.scss';

export interface ScrollRegionProps {
  readonly label: string;
  /** How its frame looks; a table's by default. */
  readonly className?: string;
}

/** What may be larger than its place, such as a table: scrolls, by keyboard too, and has a name. */
export const ScrollRegion: React.FC<ScrollRegionProps> = ({ label, className = base.tableWrap, children }) => (
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to take the focus, or the keyboard cannot scroll it
  <div className={className} role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
