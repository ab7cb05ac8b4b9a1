import { cutoffsAt, sortQuarters } from '../domain';
import type {
  CheckIn, Cutoff, KeyResult, PlanRules, ProgrammedTarget, Quarter, QuarterCode, StrategicObjective, TacticalObjective, TargetChange
} from '../domain';

/** A cutoff that has no row yet. */
export type NewCutoff = Omit<Cutoff, 'id'>;

export interface ClosedQuartersInput {
  readonly plan: PlanRules;
  readonly strategicObjectives: readonly StrategicObjective[];
  readonly tacticalObjectives: readonly TacticalObjective[];
  readonly keyResults: readonly KeyResult[];
  readonly quarters: readonly Quarter[];
  /** Every check-in there is, in any order. */
  readonly checkIns: readonly CheckIn[];
  readonly programmedTargets: readonly ProgrammedTarget[];
  readonly targetChanges: readonly TargetChange[];
}

/**
 * The cutoff rows of every closed quarter, oldest first, from all check-ins: what closing each quarter in its turn would have
 * frozen. Each quarter folds on from the one before it.
 */
export function cutoffsOfClosedQuarters(input: ClosedQuartersInput): NewCutoff[] {
  const rows: NewCutoff[] = [];
  let previous: Cutoff[] = [];
  let previousQuarter: QuarterCode | null = null;
  for (const quarter of sortQuarters(input.quarters).filter(row => row.state === 'closed')) {
    const cutoffs = cutoffsAt({ ...input, quarter, previous, previousQuarter });
    rows.push(...cutoffs);
    previous = cutoffs.map(cutoff => ({ ...cutoff, id: 0 }));
    previousQuarter = quarter.code;
  }
  return rows;
}
