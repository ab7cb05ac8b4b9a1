import { checkInsByMeasure } from '../../../../application/board';
import { distanceToExpected } from '../../../../domain';
import type { CheckIn, KeyResultStatus, StrategicObjective, TacticalObjective } from '../../../../domain';
import type { DashboardParts } from '../parts';

/** One key result as the tracking table has it. */
export interface TrackingRow {
  readonly strategic: StrategicObjective;
  readonly tactical: TacticalObjective;
  readonly status: KeyResultStatus;
  /** The last report that is known: of the open quarters, or of the closed one on screen. */
  readonly report: CheckIn | undefined;
  /** Behind by how much, 0…1. */
  readonly distance: number;
}

/** Every active key result, in plan order. */
export function trackingRows({ board, live, frozen }: Pick<DashboardParts, 'board' | 'live' | 'frozen'>): readonly TrackingRow[] {
  const { strategicObjectives, tacticalObjectives, dashboard } = board.workspace;
  const before = checkInsByMeasure(!frozen && live.workspace.dashboard && dashboard ? live.workspace.dashboard.lastReports : [], board.statuses);
  const strategicOf = new Map(strategicObjectives.map(row => [row.code, row]));
  const tacticalOf = new Map(tacticalObjectives.map(row => [row.code, row]));
  return Array.from(board.statuses.values()).flatMap((status): TrackingRow[] => {
    const tactical = tacticalOf.get(status.keyResult.tacticalObjective);
    const strategic = tactical && strategicOf.get(tactical.strategicObjective);
    if (!tactical || !strategic || !status.keyResult.active) return [];
    const { code } = status.keyResult;
    return [{ strategic, tactical, status, report: board.checkInsOf(code)[0] || before(code)[0], distance: distanceToExpected(status) }];
  });
}
