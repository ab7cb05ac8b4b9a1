import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import { changeTarget, InvalidTargetError } from '../../../../application/targets';
import type { TargetIssue } from '../../../../application/targets';
import type { Workspace } from '../../../../application/workspace';
import type { Day, KeyResult } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { Dialog } from '../../../components/dialog/dialog';
import { describeError } from '../../../components/error-state/describe-error';
import { MessageBar } from '../../../components/message-bar/message-bar';
import { PauseBar } from '../../../components/pause/pause-bar';
import { usePause } from '../../../components/pause/use-pause';
import { formatAmount, formatNumber, text } from '../../../formatting';
import { useServices } from '../../../services';
import base from '../../../theme/base.module.scss';
import { readCell } from './sheet';
import styles from './targets.module.scss';

const ISSUES: Readonly<Record<TargetIssue, string>> = {
  same: texts.Targets_IssueSame,
  notANumber: texts.Targets_IssueNumber,
  alias: texts.Targets_LockAlias,
  noTarget: texts.Targets_IssueNoTarget,
  reasonMissing: texts.Targets_IssueReason,
  reasonTooLong: texts.Targets_IssueReasonLong,
  dayMissing: texts.Targets_IssueDay,
  dayInFuture: texts.Targets_IssueFuture,
  dayClosed: texts.Targets_IssueClosed,
  dayBeforeLast: texts.Targets_IssueOrder
};

export interface TargetDialogProps {
  readonly keyResult: KeyResult;
  readonly workspace: Workspace;
  readonly today: Day;
  readonly onClose: () => void;
  readonly onChanged: (workspace: Workspace) => void;
}

/** A target changes with a reason and a day: closed quarters keep the one they were frozen with. */
export const TargetDialog: React.FC<TargetDialogProps> = ({ keyResult, workspace, today, onClose, onChanged }) => {
  const services = useServices();
  const [target, setTarget] = React.useState('');
  const [reason, setReason] = React.useState('');
  const [day, setDay] = React.useState(today);
  const [issues, setIssues] = React.useState<readonly string[]>([]);
  const [busy, setBusy] = React.useState(false);
  const first = React.useRef<HTMLInputElement>(null);
  const { pause, after, stop } = usePause();
  const typed = readCell(target);
  const write = async (newTarget: number | null): Promise<void> => {
    stop();
    setBusy(true);
    try {
      onChanged(await changeTarget(services, workspace, { keyResult, newTarget, reason, effectiveOn: day }));
    } catch (error) {
      setBusy(false);
      if (after(error, () => latestSend.current())) setIssues([]);
      else setIssues(error instanceof InvalidTargetError ? error.issues.map(issue => ISSUES[issue]) : [describeError(error)]);
    }
  };
  const send = (): void => {
    if (typed.kind === 'ambiguous') {
      setIssues([text(texts.Targets_Ambiguous, { typed: target, one: formatNumber(typed.readings[0], 9), other: formatNumber(typed.readings[1], 9) })]);
    } else if (typed.kind !== 'value' || typed.value === null) setIssues([texts.Targets_IssueNumber]);
    else void write(typed.value);
  };
  // What is sent after a pause is what stands there then.
  const latestSend = React.useRef(send);
  latestSend.current = send;
  return (
    <Dialog
      title={text(texts.Targets_ChangeTitle, { code: keyResult.code })}
      onClose={onClose}
      initialFocus={first}
      actions={(
        <>
          <Button onClick={onClose}>{texts.Targets_Back}</Button>
          <Button kind="primary" unavailable={busy} onClick={send}>{busy ? texts.Targets_Writing : texts.Targets_SaveTarget}</Button>
        </>
      )}
    >
      <p className={base.quiet}>{keyResult.title}</p>
      <p className={styles.now}>{text(texts.Targets_Now, {
        target: keyResult.target === null ? texts.Targets_NoTarget : formatAmount(keyResult.target, keyResult.unit)
      })}</p>
      <label className={base.label} htmlFor="target-new">{texts.Targets_New}</label>
      <input id="target-new" ref={first} className={base.input} inputMode="decimal" value={target} onChange={event => setTarget(event.target.value)} />
      <label className={`${base.label} ${styles.spaced}`} htmlFor="target-day">{texts.Targets_Day}</label>
      <input id="target-day" type="date" className={base.input} value={day} max={today} onChange={event => setDay(event.target.value)} />
      <p className={base.hint}>{texts.Targets_DayHint}</p>
      <label className={`${base.label} ${styles.spaced}`} htmlFor="target-reason">{texts.Targets_Reason}</label>
      <textarea id="target-reason" className={base.input} rows={3} value={reason} onChange={event => setReason(event.target.value)} />
      <PauseBar pause={pause} onStop={stop} className={styles.spaced} />
      {issues.length > 0 && (
        <MessageBar kind="error" role="alert" className={styles.spaced}><ul>{issues.map(issue => <li key={issue}>{issue}</li>)}</ul></MessageBar>
      )}
    </Dialog>
  );
};
