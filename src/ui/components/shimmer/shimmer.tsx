import * as React from 'react';
import styles from './shimmer.module.scss';

export interface ShimmerProps {
  /** CSS length; the parent's width by default. */
  readonly width?: string;
  /** Pixels. */
  readonly height?: number;
  readonly className?: string;
}

/** Holds the place of something on its way. Hidden from screen readers: the region around it says that it is loading. */
export const Shimmer: React.FC<ShimmerProps> = ({ width = '100%', height = 16, className }) => (
  <span className={className ? `${styles.shimmer} ${className}` : styles.shimmer} style={{ width, height }} aria-hidden="true" />
);
