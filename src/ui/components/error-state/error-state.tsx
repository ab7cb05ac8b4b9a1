import * as React from 'react';
import * as strings from 'SigaciStrings';
import { isAppError } from '../../../application/errors';
import type { SiteLinks } from '../../../application/ports';
import { Button, buttonClass } from '../button/button';
import { EmptyState } from '../empty-state/empty-state';
import type { IconName } from '../icon/icon';
import { VisuallyHidden } from '../visually-hidden/visually-hidden';
import { describeError, technicalDetail } from './describe-error';
import styles from './error-state.module.scss';

export interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Where the lists are, to lead to the one that the error is about. */
  readonly links?: SiteLinks;
  /** Nothing else is on the page: its message is the title. */
  readonly isPage?: boolean;
}

function iconOf(error: unknown): IconName {
  if (isAppError(error, 'noAccess')) return 'lock';
  return isAppError(error, 'offline') ? 'offline' : 'warn';
}

/** Stands where a part could not be shown: what happened, and what can be done. */
export const ErrorState: React.FC<ErrorStateProps> = ({ error, onRetry, links, isPage }) => {
  const detail = technicalDetail(error);
  const list = isAppError(error, 'columnMissing') && links ? error.details.list : undefined;
  return (
    <EmptyState
      icon={iconOf(error)}
      role="alert"
      isPage={isPage}
      message={describeError(error)}
      actions={(onRetry || list) && (
        <>
          {onRetry && <Button kind="primary" onClick={onRetry}>{strings.Common_Retry}</Button>}
          {list && links && (
            <a className={buttonClass()} href={links.list(list)} target="_blank" rel="noreferrer">
              {strings.Common_OpenList}<VisuallyHidden>{strings.Common_NewTab}</VisuallyHidden>
            </a>
          )}
        </>
      )}
    >
      {detail && <p className={styles.detail}>{detail}</p>}
    </EmptyState>
  );
};
