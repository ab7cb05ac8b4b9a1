import * as React from 'react';
import styles from './chart-frame.module.scss';

/** Keeps a chart's room, the same while its chunk loads and after, so that nothing below it moves. */
export const ChartFrame: React.FC = ({ children }) => (
  <div className={styles.frame}>
    <div className={styles.room}>{children}</div>
  </div>
);
