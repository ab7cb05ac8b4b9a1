import type { Board } from '../../../../application/board';
import { narrowBoard } from '../../../../application/closed-quarter';
import { attention } from '../../../../domain';
import type { CheckIn, Decision, KeyResultCode, KeyResultStatus } from '../../../../domain';
import { checkInsByMeasure } from '../../../../application/board';

/** Why a key result is on the agenda. */
export type Reason =
  | 'atRisk' | 'overdueDecision' | 'lowConfidence' | 'stale' | 'returned' | 'withoutResponsible' | 'neverReported' | 'withoutTarget';

/** A matter of the meeting: a key result, and why it needs the committee. */
export interface Topic {
  readonly status: KeyResultStatus;
  /** The first is why it stands where it stands. */
  readonly reasons: readonly Reason[];
  /** The last report on it, whose words are read out. */
  readonly report: CheckIn | undefined;
  /** Decisions on it that are open, the longest overdue first. */
  readonly decisions: readonly Decision[];
}

/** The agenda of one objective: what the dashboard's «Qué necesita decisión» says of it, each key result once, the worst first. */
export function agendaOf(board: Board, objective: string): readonly Topic[] {
  const part = narrowBoard(board, [objective]);
  const { workspace, statuses, today } = part;
  const found = attention({ statuses, today, checkIns: workspace.checkIns, decisions: workspace.decisions });
  const reasons = new Map<KeyResultCode, Reason[]>();
  const add = (reason: Reason, codes: readonly KeyResultCode[]): void => {
    for (const code of codes) if (statuses.has(code)) reasons.set(code, [...(reasons.get(code) || []), reason]);
  };
  const codesOf = (rows: readonly KeyResultStatus[]): KeyResultCode[] => rows.map(({ keyResult }) => keyResult.code);
  add('atRisk', codesOf(found.atRisk.map(({ status }) => status)));
  add('overdueDecision', found.overdueDecisions.flatMap(({ keyResult }) => (keyResult === null ? [] : [keyResult])));
  add('stale', codesOf(found.stale));
  add('returned', codesOf(found.returned.map(({ status }) => status)));
  add('lowConfidence', codesOf(found.lowConfidence));
  add('withoutResponsible', codesOf(found.withoutResponsible));
  add('neverReported', codesOf(found.neverReported));
  add('withoutTarget', codesOf(found.withoutTarget));
  const before = checkInsByMeasure(workspace.dashboard ? workspace.dashboard.lastReports : [], board.statuses);
  return Array.from(reasons).flatMap(([code, why]) => {
    const status = statuses.get(code);
    if (!status) return [];
    return [{
      status,
      reasons: why.filter((reason, index) => why.indexOf(reason) === index),
      report: board.checkInsOf(code)[0] || before(code)[0],
      decisions: workspace.decisions.filter(({ keyResult }) => keyResult === code)
    }];
  });
}

/** Decisions taken on the board's day: those of this meeting, whoever wrote them down, the first at the top. */
export function decisionsOfToday(board: Board, recorded: readonly Decision[]): readonly Decision[] {
  const all = new Map<number, Decision>();
  for (const decision of [...recorded, ...board.workspace.decisions]) if (decision.decidedOn === board.today) all.set(decision.id, decision);
  return Array.from(all.values()).sort((a, b) => a.id - b.id);
}
