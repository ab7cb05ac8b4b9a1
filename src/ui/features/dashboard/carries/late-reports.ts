import type { Board } from '../../../../application/board';
import { asksForReport } from '../../../../domain';
import type { ProcessCode } from '../../../../domain';

/** How many reports a process owes, by code of the strategic objective. */
export function owedByObjective(board: Board, process: ProcessCode): ReadonlyMap<string, number> {
  const objectiveOf = new Map(board.workspace.tacticalObjectives.map(({ code, strategicObjective }) => [code, strategicObjective]));
  const counts = new Map<string, number>();
  for (const { status, due } of board.itemsOf(process)) {
    const objective = objectiveOf.get(status.keyResult.tacticalObjective);
    if (objective !== undefined && asksForReport(due)) counts.set(objective, (counts.get(objective) || 0) + 1);
  }
  return counts;
}
