import * as React from 'react';
import base from '../../theme/base.module.scss';

/** A table that may be wider than its place: scrolls sideways, by keyboard too, and has a name. */
export const ScrollRegion: React.FC<{ label: string }> = ({ label, children }) => (
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to take the focus, or the keyboard cannot scroll it
  <div className={base.tableWrap} role="region" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
