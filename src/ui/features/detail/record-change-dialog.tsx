import * as React from 'react';
import * as strings from 'SigaciStrings';
import { InvalidTargetError, recordMissingChange } from '../../../application/targets';
import type { MissingChange, RecordedChange } from '../../../application/targets';
import type { Workspace } from '../../../application/workspace';
import type { KeyResult } from '../../../domain';
import { Button } from '../../components/button/button';
import { Dialog } from '../../components/dialog/dialog';
import { describeError } from '../../components/error-state/describe-error';
import { PauseBar } from '../../components/pause/pause-bar';
import { usePause } from '../../components/pause/use-pause';
import { formatDay, formatNumber, text } from '../../formatting';
import { useServices } from '../../services';
import base from '../../theme/base.module.scss';

/** A target, or that there was none. */
export const targetWords = (value: number | null): string => (value === null ? strings.Detail_NoTargetYet : formatNumber(value));

export interface RecordChangeDialogProps {
  readonly subject: KeyResult;
  readonly workspace: Workspace;
  readonly missing: MissingChange;
  readonly onClose: () => void;
  /** Told of the row that was written; `null`: it was there already. */
  readonly onDone: (row: RecordedChange | null) => void;
}

/** Writes the row of history of a change that was made in the list without one: its day and figures are the row's own, the reason is asked. */
export const RecordChangeDialog: React.FC<RecordChangeDialogProps> = ({ subject, workspace, missing, onClose, onDone }) => {
  const services = useServices();
  const [reason, setReason] = React.useState('');
  const [error, setError] = React.useState('');
  const [busy, setBusy] = React.useState(false);
  const field = React.useRef<HTMLTextAreaElement>(null);
  const { pause, after, stop } = usePause();
  const latestWrite = React.useRef<() => void>(() => undefined);
  const write = (): void => {
    if (busy) return;
    stop();
    setError('');
    setBusy(true);
    recordMissingChange(services, workspace, subject, missing, reason).then(onDone, (failure: unknown) => {
      setBusy(false);
      if (after(failure, () => latestWrite.current())) return;
      setError(failure instanceof InvalidTargetError ? strings.Detail_RecordReasonMissing : describeError(failure));
    });
  };
  latestWrite.current = write;
  return (
    <Dialog
      title={strings.Detail_WriteChange}
      onClose={onClose}
      initialFocus={field}
      actions={<Button kind="primary" unavailable={busy} onClick={write}>{strings.Detail_SaveChange}</Button>}
    >
      <p className={base.quiet}>{subject.code} · {subject.title}</p>
      <p>
        {text(strings.Detail_TargetFromTo, { from: targetWords(missing.oldTarget), to: targetWords(missing.newTarget) })} · {formatDay(missing.effectiveOn)}
      </p>
      <label className={base.label} htmlFor="record-reason">{strings.Detail_RecordReason}</label>
      <textarea id="record-reason" ref={field} className={base.input} rows={3} value={reason} onChange={event => setReason(event.target.value)} />
      {error !== '' && <p className={base.error} role="alert">{error}</p>}
      <PauseBar pause={pause} onStop={stop} />
    </Dialog>
  );
};
