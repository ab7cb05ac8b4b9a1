import * as React from 'react';
import { Icon } from '../icon/icon';
import styles from './select.module.scss';

export type SelectProps = React.SelectHTMLAttributes<HTMLSelectElement>;

/** The browser's own select, dressed as the other fields: phones show their own picker for it. */
export const Select = React.forwardRef<HTMLSelectElement, SelectProps>(function Select({ className, children, ...rest }, ref) {
  return (
    <span className={className ? `${styles.select} ${className}` : styles.select}>
      <select {...rest} ref={ref} className={styles.field}>{children}</select>
      <Icon name="down" className={styles.arrow} />
    </span>
  );
});
