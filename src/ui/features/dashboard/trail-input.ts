import type { Board } from '../../../application/board';
import { baseQuarterOf, frozenBoard } from '../../../application/closed-quarter';
import { earlierRollUps, trailMoments } from '../../../domain';
import type { PlanRollUps, QuarterCode, TrailInput } from '../../../domain';
import type { DashboardParts } from './parts';

/** What the domain needs of a board to follow its figures through the quarters. */
export function trailInput({ workspace, statuses, today }: Board): TrailInput {
  const { strategicObjectives, tacticalObjectives, quarters, programmedTargets, plan } = workspace;
  return { thresholds: plan, strategicObjectives, tacticalObjectives, quarters, programmedTargets, statuses, today };
}

export interface EarlierFigures {
  readonly quarter: QuarterCode;
  readonly rollUps: PlanRollUps;
}

/** The figures of the closed quarter before what is on screen; `null` where there is none. */
export function earlierFigures({ board, live, frozen }: DashboardParts): EarlierFigures | null {
  if (frozen) {
    const moments = trailMoments(board.workspace.quarters, board.today);
    const rollUps = earlierRollUps(trailInput(board), 1);
    return rollUps && { quarter: moments[moments.length - 2].quarter, rollUps };
  }
  const base = baseQuarterOf(live.workspace);
  return base && { quarter: base.quarter, rollUps: frozenBoard(live, base).rollUps };
}
