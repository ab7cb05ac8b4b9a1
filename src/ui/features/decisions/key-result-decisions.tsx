import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import { canDecide } from '../../../application/decisions';
import { sortDecisions } from '../../../domain';
import type { Decision, KeyResultCode } from '../../../domain';
import { Button } from '../../components/button/button';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import { LazyPart } from '../../frame/lazy-parts';
import base from '../../theme/base.module.scss';
import { DecidedElsewhere } from './decided-elsewhere';
import { DecisionList } from './decision-list';
import styles from './decisions.module.scss';
import { useDecisionChanges } from './use-decision-changes';
import { useDecisionPanel } from './use-decision-panel';

const DecisionPanel = React.lazy(() => import(/* webpackChunkName: "decision-panel" */ './index'));

export interface KeyResultDecisionsProps {
  readonly board: Board;
  readonly code: KeyResultCode;
  /** Open or not, as last read; `null` while they are being read: those that are open are known from the workspace. */
  readonly read: readonly Decision[] | null;
  /** Reads them again. */
  readonly onChanged: () => void;
}

/** What was read, with what has been done since. */
function useKept(board: Board, code: KeyResultCode, read: readonly Decision[] | null): [readonly Decision[], (id: number, decision: Decision | null) => void] {
  const [done, setDone] = React.useState<ReadonlyMap<number, Decision | null>>(new Map());
  React.useEffect(() => setDone(new Map()), [read]);
  const onChange = React.useCallback((id: number, decision: Decision | null) => setDone(now => new Map(now).set(id, decision)), []);
  const kept = React.useMemo(() => {
    const open = board.workspace.decisions.filter(decision => decision.keyResult === code);
    const all = new Map<number, Decision>();
    for (const decision of [...(read || []), ...open]) all.set(decision.id, decision);
    done.forEach((decision, id) => {
      if (decision === null) all.delete(id);
      else all.set(id, decision);
    });
    return sortDecisions(Array.from(all.values()));
  }, [board.workspace.decisions, code, read, done]);
  return [kept, onChange];
}

/** What the committee has decided on a key result: open and closed, with what can be done about each. */
export const KeyResultDecisions: React.FC<KeyResultDecisionsProps> = ({ board, code, read, onChanged }) => {
  const may = canDecide(board.workspace);
  const [decisions, keep] = useKept(board, code, read);
  const onChange = (id: number, decision: Decision | null): void => {
    keep(id, decision);
    onChanged();
  };
  const changes = useDecisionChanges(onChange);
  const panel = useDecisionPanel();
  const edited = panel.edited === null ? undefined : decisions.find(({ id }) => id === panel.edited);
  if (!board.workspace.permissions.decide && decisions.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="detail-decisions">
      <div className={styles.head}>
        <h2 id="detail-decisions" className={base.h2}>{strings.Decision_List}</h2>
        {may && <Button id="decide" onClick={() => panel.open(code)}>{strings.Decision_Record}<VisuallyHidden> {code}</VisuallyHidden></Button>}
        <DecidedElsewhere board={board} />
      </div>
      {decisions.length === 0
        ? <p className={base.quiet}>{strings.Decision_NoneOnResult}</p>
        : <DecisionList board={board} decisions={decisions} changes={may ? changes : undefined} onEdit={may ? panel.edit : undefined} />}
      {may && (panel.about !== null || edited) && (
        <LazyPart over>
          <DecisionPanel
            board={board}
            subject={{ keyResult: code, strategicObjective: null }}
            decision={edited}
            onClose={panel.close}
            onChange={onChange}
          />
        </LazyPart>
      )}
    </section>
  );
};
