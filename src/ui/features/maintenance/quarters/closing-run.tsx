import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import { CLOSING_STEPS, isClosingError } from '../../../../application/closing';
import type { ClosingProgress, QuarterRow } from '../../../../application/closing';
import type { Person } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { technicalDetail } from '../../../components/error-state/describe-error';
import { MessageBar } from '../../../components/message-bar/message-bar';
import { formatAgo, plural, text } from '../../../formatting';
import { describeClosingError, STEP_WORDS } from './closing-texts';
import styles from './quarters.module.scss';
import type { ClosingModel } from './use-closing';

/** A run of somebody else's is left alone for as long as one takes; milliseconds. */
const RUN_TAKES = 3 * 60000;

/** How far the run is: its step among all, and the rows within the longest. */
export const RunProgress: React.FC<{ quarter: string; progress: ClosingProgress }> = ({ quarter, progress }) => {
  const { step, done, total } = progress;
  const index = CLOSING_STEPS.indexOf(step);
  const label = text(texts.Closing_Running, { quarter });
  return (
    <div className={styles.run}>
      <p className={styles.runTitle}>{label}</p>
      <progress className={styles.progress} aria-label={label} max={CLOSING_STEPS.length} value={index + (total > 0 ? done / total : 0)} />
      <p role="status">
        {text(texts.Closing_StepOf, { n: index + 1, total: CLOSING_STEPS.length, step: STEP_WORDS[step] })}
        {total > 0 && <> {text(texts.Closing_Rows, { done, total })}</>}
      </p>
      <p className={styles.quietSmall}>{texts.Closing_KeepOpen}</p>
    </div>
  );
};

interface InterruptedProps {
  readonly row: QuarterRow;
  readonly user: Person;
  readonly now: Date;
  readonly model: ClosingModel;
  readonly onReopen: () => void;
  readonly onRefresh: () => void;
}

/** A quarter that is being closed, or whose closing stopped half-way: whose it is, and how it goes on. */
export const Interrupted: React.FC<InterruptedProps> = ({ row, user, now, model, onReopen, onRefresh }) => {
  const { code, changedBy, changedOn } = row;
  const own = changedBy !== null && changedBy.login.toLowerCase() === user.login.toLowerCase();
  const age = changedOn === null ? Infinity : now.getTime() - Date.parse(changedOn);
  const values = { quarter: code, person: changedBy ? changedBy.name : texts.Closing_Somebody, when: changedOn ? formatAgo(changedOn, now) : '' };
  if (!own && age < RUN_TAKES) {
    return (
      <MessageBar kind="warning" icon="clock" role="status" actions={<Button onClick={onRefresh}>{texts.Closing_Refresh}</Button>}>
        {text(texts.Closing_OtherIsClosing, values)}
      </MessageBar>
    );
  }
  return (
    <MessageBar
      kind="warning"
      role="status"
      actions={(
        <>
          <Button kind="primary" unavailable={model.busy} onClick={() => model.close(code, true)}>{texts.Closing_Continue}</Button>
          <Button unavailable={model.busy} onClick={onReopen}>{texts.Closing_LeaveOpen}</Button>
        </>
      )}
    >
      {text(own ? texts.Closing_OwnStopped : texts.Closing_OtherStopped, values)} {texts.Closing_NothingLost}
    </MessageBar>
  );
};

/** What became of the last action. */
export const RunOutcome: React.FC<{ model: ClosingModel; now: Date }> = ({ model, now }) => {
  const { state, dismiss } = model;
  const understood = <Button kind="subtle" onClick={dismiss}>{texts.Closing_Understood}</Button>;
  switch (state.kind) {
    case 'closed': {
      const { quarter, added, corrected, unchanged } = state.result;
      return (
        <MessageBar kind="done" role="status" actions={understood}>
          {text(texts.Closing_Done, { quarter })} {plural(texts.Closing_DoneRows, added + corrected + unchanged)}
          {corrected > 0 && <> {plural(texts.Closing_DoneCorrected, corrected)}</>}
        </MessageBar>
      );
    }
    case 'reopened': return <MessageBar kind="done" role="status" actions={understood}>{text(texts.Closing_Reopened, { quarter: state.quarter })}</MessageBar>;
    case 'failed': case 'actionFailed': {
      const detail = isClosingError(state.error) ? null : technicalDetail(state.error);
      return (
        <MessageBar kind="error" role="alert" actions={understood}>
          {describeClosingError(state.error, now)}
          {state.kind === 'failed' && !isClosingError(state.error) && <> {text(texts.Closing_FailedAt, { step: STEP_WORDS[state.step] })}</>}
          {detail && <p className={styles.quietSmall}>{detail}</p>}
        </MessageBar>
      );
    }
    default: return null;
  }
};
