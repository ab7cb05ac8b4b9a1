import * as React from 'react';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon';
import styles from './message-bar.module.scss';

export type MessageKind = 'info' | 'warning' | 'error' | 'done';

const ICONS: Readonly<Record<MessageKind, IconName>> = { info: 'info', warning: 'warn', error: 'warn', done: 'ok' };

export interface MessageBarProps {
  readonly kind?: MessageKind;
  readonly icon?: IconName;
  /** `alert` interrupts a screen reader, `status` waits its turn; without either the bar is plain text. */
  readonly role?: 'alert' | 'status';
  readonly actions?: React.ReactNode;
  readonly className?: string;
}

/** A line about the state of things, with what can be done about it. */
export const MessageBar: React.FC<MessageBarProps> = ({ kind = 'info', icon, role, actions, className, children }) => (
  <div className={[styles.bar, kind === 'info' ? '' : styles[kind], className || ''].filter(Boolean).join(' ')} role={role}>
    <Icon name={icon || ICONS[kind]} className={styles.icon} />
    <div className={styles.words}>{children}</div>
    {actions && <div className={styles.actions}>{actions}</div>}
  </div>
);
