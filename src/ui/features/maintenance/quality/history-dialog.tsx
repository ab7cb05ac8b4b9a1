import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import * as strings from 'SigaciStrings';
import { unfinishedChange } from '../../../../application/targets';
import type { MissingChange, RecordedChange } from '../../../../application/targets';
import type { Board } from '../../../../application/board';
import type { KeyResult } from '../../../../domain';
import { Button, buttonClass } from '../../../components/button/button';
import { Dialog } from '../../../components/dialog/dialog';
import { ErrorState } from '../../../components/error-state/error-state';
import { Shimmer } from '../../../components/shimmer/shimmer';
import { RouteLink, useRouter } from '../../../routing';
import { useServices } from '../../../services';
import { RecordChangeDialog } from '../../detail/record-change-dialog';
import { targetHistory } from '../../detail/target-history';

/** What the row's versions say: the oldest change without history, or why none can be written here. */
type Found =
  | { readonly kind: 'missing'; readonly change: MissingChange }
  /** A change on record that has not come into the plan: it is finished on the key result's page. */
  | { readonly kind: 'unfinished' }
  /** SharePoint has no version any more that tells the day. */
  | { readonly kind: 'untold' };

function useFound(board: Board, keyResult: KeyResult): { readonly found: Found | null; readonly error: unknown; readonly retry: () => void } {
  const { plan } = useServices();
  const [found, setFound] = React.useState<Found | null>(null);
  const [error, setError] = React.useState<unknown>(null);
  const [attempt, setAttempt] = React.useState(0);
  const subject = React.useRef({ board, keyResult });
  React.useEffect(() => {
    let alive = true;
    const { board: { workspace: { quarters }, today }, keyResult: row } = subject.current;
    setError(null);
    Promise.all([plan.readHistory(row), plan.readTargetVersions(row)]).then(([{ targetChanges, cutoffs }, versions]) => {
      if (!alive) return;
      const { entries } = targetHistory({ keyResult: row, changes: targetChanges, cutoffs, quarters, versions, today });
      const missing = entries.filter(({ recorded, from }) => !recorded && from !== null).pop();
      if (unfinishedChange(row, targetChanges)) setFound({ kind: 'unfinished' });
      else if (missing && missing.from !== null) {
        setFound({ kind: 'missing', change: { oldTarget: missing.oldTarget, newTarget: missing.newTarget, effectiveOn: missing.from } });
      } else setFound({ kind: 'untold' });
    }, (failure: unknown) => { if (alive) setError(failure); });
    return () => { alive = false; };
  }, [plan, attempt]);
  return { found, error, retry: () => setAttempt(attempt + 1) };
}

export interface HistoryDialogProps {
  readonly board: Board;
  readonly keyResult: KeyResult;
  readonly onClose: () => void;
  /** Told of the row that was written; `null`: it was there already. */
  readonly onDone: (row: RecordedChange | null) => void;
}

/** Looks for the change of target that has no history, and writes it with a reason: the oldest first, where there are several. */
export const HistoryDialog: React.FC<HistoryDialogProps> = ({ board, keyResult, onClose, onDone }) => {
  const { links } = useServices();
  const { textOf } = useRouter();
  const { found, error, retry } = useFound(board, keyResult);
  if (found && found.kind === 'missing') {
    return <RecordChangeDialog subject={keyResult} workspace={board.workspace} missing={found.change} onClose={onClose} onDone={onDone} />;
  }
  const where = found && (found.kind === 'unfinished'
    ? <RouteLink className={buttonClass('primary')} to={textOf({ page: 'keyResult', keyResult: keyResult.code })}>{texts.Quality_HistoryPage}</RouteLink>
    : <a className={buttonClass('primary')} href={links.list('TargetChanges')} target="_blank" rel="noreferrer">{strings.Common_OpenList}</a>);
  return (
    <Dialog title={strings.Detail_WriteChange} onClose={onClose} actions={<><Button onClick={onClose}>{strings.Common_Close}</Button>{where}</>}>
      {error !== null && <ErrorState error={error} onRetry={retry} links={links} />}
      {error === null && found === null && <div role="status" aria-label={texts.Quality_HistoryLooking}><Shimmer height={72} /></div>}
      {found && <p>{found.kind === 'unfinished' ? texts.Quality_HistoryUnfinished : texts.Quality_HistoryUntold}</p>}
    </Dialog>
  );
};
