import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import * as strings from 'SigaciStrings';
import { isAppError } from '../../../../application/errors';
import type { Workspace } from '../../../../application/workspace';
import { Button } from '../../../components/button/button';
import { describeError, technicalDetail } from '../../../components/error-state/describe-error';
import { MessageBar } from '../../../components/message-bar/message-bar';
import { PauseBar } from '../../../components/pause/pause-bar';
import { plural, text } from '../../../formatting';
import { useServices } from '../../../services';
import base from '../../../theme/base.module.scss';
import { cellWords, columnWord, rowWords } from './finding-texts';
import styles from './quality.module.scss';
import type { LinkCheck } from './use-link-check';
import type { Mending, MendFailure } from './use-mend';

/** Failures told one by one; more of them would only be the same again. */
const TOLD = 5;

const Failure: React.FC<{ failure: MendFailure; workspace: Workspace }> = ({ failure: { change, error, current }, workspace }) => {
  const { now } = useServices();
  if (isAppError(error, 'conflict')) {
    const holds = current === null ? '' : Object.keys(current)
      .map((column) => text(texts.Quality_Cell, { column: columnWord(column), value: cellWords(column, current[column], workspace, now()) })).join('; ');
    return <>{text(holds === '' ? texts.Quality_Conflict : texts.Quality_ConflictNow, { row: rowWords(change), now: holds })}</>;
  }
  const detail = technicalDetail(error);
  return <>{text(texts.Quality_Failed, { row: rowWords(change), why: describeError(error) })}{detail && <span className={base.small}> {detail}</span>}</>;
};

export const MendNotices: React.FC<{ mending: Mending; workspace: Workspace }> = ({ mending, workspace }) => {
  const { failures, progress, dismiss } = mending;
  return (
    <>
      <PauseBar pause={mending.pause} onStop={mending.stopWaiting} className={styles.notice} />
      {failures.length > 0 && (
        <MessageBar kind="error" role="alert" className={styles.notice} actions={<Button onClick={dismiss}>{strings.Common_Close}</Button>}>
          {failures.slice(0, TOLD).map((failure) => (
            <p key={`${failure.change.list}/${failure.change.id}`}><Failure failure={failure} workspace={workspace} /></p>
          ))}
          {failures.length > TOLD && <p>{plural(texts.Quality_MoreFailures, failures.length - TOLD)}</p>}
        </MessageBar>
      )}
      {progress !== null && (
        <div role="status" className={styles.notice}>
          <progress className={styles.progress} max={progress.total} value={progress.done} aria-label={texts.Quality_Mending} />
          {text(texts.Quality_MendProgress, { done: progress.done, total: progress.total })}
        </div>
      )}
    </>
  );
};

/** What the check of links is doing or found. */
export const LinkNotices: React.FC<{ check: LinkCheck; onRetry: () => void }> = ({ check: { state, cancel }, onRetry }) => (
  <div role="status">
    {state.kind === 'running' && (
      <div className={styles.notice}>
        <progress className={styles.progress} max={Math.max(1, state.total)} value={state.done} aria-label={texts.Quality_LinksRunning} />
        {text(texts.Quality_LinksProgress, { done: state.done, total: state.total })}{' '}
        <Button kind="subtle" onClick={cancel}>{texts.Quality_Stop}</Button>
      </div>
    )}
    {state.kind === 'done' && (
      <MessageBar kind={state.gone > 0 ? 'warning' : 'done'} className={styles.notice}>
        {state.gone > 0 ? plural(texts.Quality_LinksGone, state.gone, { total: state.checked }) : plural(texts.Quality_LinksGood, state.checked)}
        {state.elsewhere > 0 && ` ${plural(texts.Quality_LinksElsewhere, state.elsewhere)}`}
      </MessageBar>
    )}
    {state.kind === 'failed' && (
      <MessageBar kind="error" className={styles.notice} actions={<Button onClick={onRetry}>{strings.Common_Retry}</Button>}>
        {describeError(state.error)}
      </MessageBar>
    )}
  </div>
);
