import * as React from 'react';
import styles from './visually-hidden.module.scss';

/** Text for a screen reader alone. */
export const VisuallyHidden: React.FC<{ id?: string }> = ({ id, children }) => <span id={id} className={styles.hidden}>{children}</span>;
