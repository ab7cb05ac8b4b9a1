import * as React from 'react';
import * as strings from 'SigaciStrings';
import { finishChange, InvalidTargetError, recordMissingChange } from '../../../application/targets';
import type { KeyResult, TargetChange } from '../../../domain';
import { Button } from '../../components/button/button';
import { Dialog } from '../../components/dialog/dialog';
import { describeError } from '../../components/error-state/describe-error';
import { MessageBar } from '../../components/message-bar/message-bar';
import { useWorkspace } from '../../data/use-workspace';
import { formatDay, formatNumber, text } from '../../formatting';
import { useServices } from '../../services';
import base from '../../theme/base.module.scss';
import type { TargetEntry } from './target-history';

const figure = (value: number | null): string => (value === null ? strings.Detail_NoTargetYet : formatNumber(value));

interface RecordProps {
  readonly subject: KeyResult;
  readonly entry: TargetEntry;
  readonly onDone: () => void;
}

/** Writes the row of history of a change that was made in the list without one: its day and figures are the row's own, the reason is asked. */
export const RecordChange: React.FC<RecordProps> = ({ subject, entry, onDone }) => {
  const services = useServices();
  const { board } = useWorkspace();
  const [open, setOpen] = React.useState(false);
  const [reason, setReason] = React.useState('');
  const [error, setError] = React.useState('');
  const field = React.useRef<HTMLTextAreaElement>(null);
  const { from, oldTarget, newTarget } = entry;
  if (from === null || !board) return null;
  const write = (): void => {
    recordMissingChange(services, board.workspace, subject, { oldTarget, newTarget, effectiveOn: from }, reason).then(
      () => { setOpen(false); onDone(); },
      (failure: unknown) => setError(failure instanceof InvalidTargetError ? strings.Detail_RecordReasonMissing : describeError(failure))
    );
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{strings.Detail_WriteChange}</Button>
      {open && (
        <Dialog
          title={strings.Detail_WriteChange}
          onClose={() => setOpen(false)}
          initialFocus={field}
          actions={<Button kind="primary" onClick={write}>{strings.Detail_SaveChange}</Button>}
        >
          <p>{text(strings.Detail_TargetFromTo, { from: figure(oldTarget), to: figure(newTarget) })} · {formatDay(from)}</p>
          <label className={base.label} htmlFor="record-reason">{strings.Detail_RecordReason}</label>
          <textarea id="record-reason" ref={field} className={base.input} rows={3} value={reason} onChange={event => setReason(event.target.value)} />
          {error !== '' && <p className={base.error} role="alert">{error}</p>}
        </Dialog>
      )}
    </>
  );
};

/** A change on record that never came into the plan: it was interrupted between its two rows. */
export const UnfinishedChange: React.FC<{ subject: KeyResult; change: TargetChange }> = ({ subject, change }) => {
  const services = useServices();
  const { board, replace } = useWorkspace();
  const [error, setError] = React.useState('');
  if (!board) return null;
  const finish = (): void => {
    finishChange(services, board.workspace, subject, change).then(replace, (failure: unknown) => setError(describeError(failure)));
  };
  return (
    <MessageBar kind="warning" role="alert" actions={<Button onClick={finish}>{strings.Detail_FinishChange}</Button>}>
      {text(strings.Detail_UnfinishedChange, { to: figure(change.newTarget), from: figure(change.oldTarget) })}
      {error !== '' && <p>{error}</p>}
    </MessageBar>
  );
};
