import * as React from 'react';
import { Icon } from '../../components/icon/icon';
import base from '../../theme/base.module.scss';
import styles from './field.module.scss';

/** What is wrong at a field, or worth a second look. */
export const FieldMessage: React.FC<{ id: string; severity?: 'error' | 'warning' }> = ({ id, severity = 'error', children }) => (
  <p id={id} className={`${styles.message} ${severity === 'error' ? base.error : styles.warning}`}>
    <Icon name="warn" className={styles.messageIcon} />
    <span>{children}</span>
  </p>
);
