import * as React from 'react';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon';
import styles from './empty-state.module.scss';

export interface EmptyStateProps {
  readonly icon?: IconName;
  /** What is so, in a sentence. */
  readonly message: string;
  readonly actions?: React.ReactNode;
  readonly role?: 'alert' | 'status';
  /** The message is the page's title: nothing else is on it. */
  readonly isPage?: boolean;
}

/** Stands where there is nothing to list: says why, and what can be done. */
export const EmptyState: React.FC<EmptyStateProps> = ({ icon = 'info', message, actions, role, isPage, children }) => (
  <div className={styles.empty} role={role}>
    <Icon name={icon} className={styles.icon} />
    {isPage ? <h1 className={styles.words}>{message}</h1> : <p className={styles.words}>{message}</p>}
    {children && <div className={styles.more}>{children}</div>}
    {actions && <div className={styles.actions}>{actions}</div>}
  </div>
);
