import * as React from 'react';
import * as strings from 'SigaciStrings';
import { Icon } from '../../components/icon/icon';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import styles from './detail.module.scss';

/** A way out to a row of the planners' lists. */
export const RowLink: React.FC<{ href: string }> = ({ href, children }) => (
  <a className={styles.rowLink} href={href} target="_blank" rel="noopener noreferrer">
    <Icon name="external" />
    {children}
    <VisuallyHidden>{strings.Common_NewTab}</VisuallyHidden>
  </a>
);
