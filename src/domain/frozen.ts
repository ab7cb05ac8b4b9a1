import { isSum, isSumPerYear, yearSums } from './accumulate';
import { ratioOf } from './light';
import type { Cutoff, KeyResult, KeyResultCode, StrategicObjective, TacticalObjective } from './model';
import { quarterYear } from './quarters';
import { type KeyResultStatus, measureOf } from './status';

/** The value a screen shows for a cutoff: what {@link KeyResultStatus.value} was at the quarter's end. */
function frozenValue(keyResult: KeyResult, cutoff: Cutoff): number | null {
  const { accumulated } = cutoff;
  if (keyResult.direction === 'Milestone') return null;
  if (!isSumPerYear(keyResult) || accumulated.value === null) return accumulated.value;
  // A year whose first report had not come yet stood at 0.
  return yearSums(accumulated)[quarterYear(cutoff.quarter)] || 0;
}

/** Nothing of it was approved or not when it was frozen: the cutoff does not say. */
function frozenStatus(keyResult: KeyResult, cutoff: Cutoff, measure: KeyResult): KeyResultStatus {
  const { accumulated, progress, expected, light, target, baseline, trail, setting } = cutoff;
  const counted = setting || keyResult;
  const { direction, accumulation, unit, criticalLimit, stages, scale, start, end } = measure;
  return {
    keyResult: {
      ...keyResult, direction, accumulation, unit, criticalLimit, stages, scale, start, end, target, baseline,
      active: counted.active, weight: counted.weight, processes: counted.processes
    },
    accumulated,
    value: frozenValue(measure, cutoff),
    progress,
    expected,
    light,
    ratio: ratioOf(progress, expected),
    coverage: accumulated.reports > 0,
    stale: light === 'desactualizado',
    unapproved: 0,
    unapprovedValue: isSum(measure) ? 0 : null,
    trail,
    aliasOf: measure === keyResult ? null : measure.code
  };
}

/**
 * Statuses as a closed quarter froze them: progress, expected progress, light, target, weight and responsible processes are the
 * cutoffs', nothing is computed anew. In the order of the key results; those without a cutoff are left out. Wording and unit are
 * today's, since cutoffs do not keep them; so is how it counts where a cutoff has no setting.
 */
export function frozenStatuses(keyResults: readonly KeyResult[], cutoffs: readonly Cutoff[]): Map<KeyResultCode, KeyResultStatus> {
  const byCode = new Map(keyResults.map(keyResult => [keyResult.code, keyResult]));
  const rows = new Map(cutoffs.map(cutoff => [cutoff.keyResult, cutoff]));
  const statuses = new Map<KeyResultCode, KeyResultStatus>();
  for (const keyResult of keyResults) {
    const cutoff = rows.get(keyResult.code);
    if (cutoff) statuses.set(keyResult.code, frozenStatus(keyResult, cutoff, measureOf(keyResult, byCode)));
  }
  return statuses;
}

export interface FrozenObjectives {
  readonly strategicObjectives: readonly StrategicObjective[];
  readonly tacticalObjectives: readonly TacticalObjective[];
}

/** Objectives with the weights that the cutoffs of a closed quarter keep; those of which no cutoff tells have today's. */
export function frozenObjectives(
  { strategicObjectives, tacticalObjectives }: FrozenObjectives, keyResults: readonly KeyResult[], cutoffs: readonly Cutoff[]
): FrozenObjectives {
  const parentOf = new Map(keyResults.map(({ code, tacticalObjective }) => [code, tacticalObjective]));
  const grandparentOf = new Map(tacticalObjectives.map(({ code, strategicObjective }) => [code, strategicObjective]));
  const weights = new Map<string | undefined, number>();
  for (const { keyResult, setting } of cutoffs) {
    if (!setting) continue;
    const tactical = parentOf.get(keyResult);
    weights.set(tactical, setting.tacticalWeight);
    weights.set(tactical && grandparentOf.get(tactical), setting.strategicWeight);
  }
  const asThen = <T extends StrategicObjective | TacticalObjective>(objective: T): T => ({ ...objective, weight: weights.get(objective.code) ?? objective.weight });
  return { strategicObjectives: strategicObjectives.map(asThen), tacticalObjectives: tacticalObjectives.map(asThen) };
}
