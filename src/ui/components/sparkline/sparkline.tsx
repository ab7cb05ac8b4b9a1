import * as React from 'react';
import styles from './sparkline.module.scss';

export interface SparklineProps {
  /** Progress at each quarter's end and now, oldest first; `null` where there was no data. 1 is the target. */
  readonly trail: readonly (number | null)[];
  /** Number of points the whole plan has, so that a short trail ends where it stands in time. */
  readonly length?: number;
  /** Expected progress now, where the guide line ends. */
  readonly expected?: number | null;
}

const WIDTH = 88;
const HEIGHT = 28;
const MARGIN = 3;

/** The way a key result came, in a thumbnail. Hidden from screen readers: the detail has the table. */
export const Sparkline: React.FC<SparklineProps> = ({ trail, length = trail.length, expected = null }) => {
  const points = trail
    .map((progress, index) => ({ progress, index }))
    .filter((point): point is { progress: number; index: number } => point.progress !== null);
  const top = Math.max(1, ...points.map((point) => point.progress));
  const bottom = Math.min(0, ...points.map((point) => point.progress));
  const x = (index: number): number => MARGIN + (WIDTH - 2 * MARGIN) * (length > 1 ? index / (length - 1) : 1);
  const y = (progress: number): number => HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * ((progress - bottom) / (top - bottom));
  const path = points.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(point.index).toFixed(1)} ${y(point.progress).toFixed(1)}`).join('');
  const last = points[points.length - 1];
  const now = trail.length - 1;
  return (
    <svg className={styles.sparkline} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {expected !== null && now > 0 && (
        <path className={styles.guide} d={`M${x(0)} ${y(0).toFixed(1)}L${x(now).toFixed(1)} ${y(Math.min(1, expected)).toFixed(1)}`} />
      )}
      {points.length > 1 && <path className={styles.line} d={path} />}
      {last && <circle className={styles.now} cx={x(last.index).toFixed(1)} cy={y(last.progress).toFixed(1)} r="2.5" />}
    </svg>
  );
};
