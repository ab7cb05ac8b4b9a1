import * as React from 'react';
import * as strings from 'SigaciStrings';
import { finishChange } from '../../../application/targets';
import type { KeyResult, TargetChange } from '../../../domain';
import { Button } from '../../components/button/button';
import { describeError } from '../../components/error-state/describe-error';
import { MessageBar } from '../../components/message-bar/message-bar';
import { useWorkspace } from '../../data/use-workspace';
import { text } from '../../formatting';
import { useServices } from '../../services';
import { RecordChangeDialog, targetWords } from './record-change-dialog';
import type { TargetEntry } from './target-history';

interface RecordProps {
  readonly subject: KeyResult;
  readonly entry: TargetEntry;
  readonly onDone: () => void;
}

/** The button to write the row of history of a change that was made in the list without one. */
export const RecordChange: React.FC<RecordProps> = ({ subject, entry, onDone }) => {
  const { board } = useWorkspace();
  const [open, setOpen] = React.useState(false);
  const { from, oldTarget, newTarget } = entry;
  if (from === null || !board) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{strings.Detail_WriteChange}</Button>
      {open && (
        <RecordChangeDialog
          subject={subject}
          workspace={board.workspace}
          missing={{ oldTarget, newTarget, effectiveOn: from }}
          onClose={() => setOpen(false)}
          onDone={() => { setOpen(false); onDone(); }}
        />
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
      {text(strings.Detail_UnfinishedChange, { to: targetWords(change.newTarget), from: targetWords(change.oldTarget) })}
      {error !== '' && <p>{error}</p>}
    </MessageBar>
  );
};
