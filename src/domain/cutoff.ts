import type {
  CheckIn, Cutoff, CutoffSetting, KeyResult, KeyResultCode, ProgrammedTarget, Quarter, QuarterCode, StrategicObjective, TacticalObjective,
  TargetChange
} from './model';
import { compareQuarters, sortQuarters } from './quarters';
import { type KeyResultStatus, type PlanRules, statusesOf } from './status';
import { targetAt } from './targets';

export interface CutoffsInput {
  readonly plan: PlanRules;
  readonly keyResults: readonly KeyResult[];
  readonly quarters: readonly Quarter[];
  /** The quarter to freeze. */
  readonly quarter: Quarter;
  /** Cutoffs of the closed quarter before it; none when it is the first. */
  readonly previous: readonly Cutoff[];
  /** The closed quarter before it; `null` when it is the first. */
  readonly previousQuarter: QuarterCode | null;
  /** All check-ins after `previousQuarter`, those of quarters after `quarter` among them if need be: they are left out. */
  readonly checkIns: readonly CheckIn[];
  readonly programmedTargets: readonly ProgrammedTarget[];
  /** History of the targets: a cutoff holds the target of its own time. */
  readonly targetChanges?: readonly TargetChange[];
}

/** Every key result as it stands at the end of the quarter to freeze, with the target of that day. */
export function statusesAtClosing(input: CutoffsInput): Map<KeyResultCode, KeyResultStatus> {
  const { quarter } = input;
  const changes = input.targetChanges || [];
  return statusesOf({
    plan: input.plan,
    keyResults: changes.length === 0
      ? input.keyResults
      : input.keyResults.map(keyResult => ({ ...keyResult, target: targetAt(keyResult, changes, quarter.end) })),
    quarters: sortQuarters(input.quarters).filter(row => compareQuarters(row.code, quarter.code) <= 0),
    baseQuarter: input.previousQuarter,
    cutoffs: input.previous,
    checkIns: input.checkIns.filter(checkIn => compareQuarters(checkIn.quarter, quarter.code) <= 0),
    programmedTargets: input.programmedTargets,
    today: quarter.end
  });
}

/** How key results count by the plan as it stands now. */
function settings({ plan, strategicObjectives, tacticalObjectives }: ClosingInput): (keyResult: KeyResult) => CutoffSetting {
  const tactical = new Map(tacticalObjectives.map(objective => [objective.code, objective]));
  const strategic = new Map(strategicObjectives.map(objective => [objective.code, objective]));
  return ({ active, weight, processes, tacticalObjective }) => {
    const parent = tactical.get(tacticalObjective);
    const grandparent = parent && strategic.get(parent.strategicObjective);
    return {
      active, weight, processes,
      tacticalWeight: parent ? parent.weight : 0,
      strategicWeight: grandparent ? grandparent.weight : 0,
      greenFrom: plan.greenFrom,
      yellowFrom: plan.yellowFrom
    };
  };
}

export interface ClosingInput extends CutoffsInput {
  readonly strategicObjectives: readonly StrategicObjective[];
  readonly tacticalObjectives: readonly TacticalObjective[];
}

/**
 * The frozen figures of one quarter for every key result (§3.4), computed at the quarter's end date. An alias gets a row of its
 * own with the other's figures.
 */
export function cutoffsAt(input: ClosingInput): Omit<Cutoff, 'id'>[] {
  const settingOf = settings(input);
  return Array.from(statusesAtClosing(input).values()).map(status => ({
    keyResult: status.keyResult.code,
    quarter: input.quarter.code,
    accumulated: status.accumulated,
    progress: status.progress,
    expected: status.expected,
    light: status.light,
    target: status.keyResult.target,
    baseline: status.keyResult.baseline,
    trail: status.trail,
    setting: settingOf(status.keyResult)
  }));
}
