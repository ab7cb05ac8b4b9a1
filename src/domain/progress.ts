import { isSum, isSumPerYear, yearSums } from './accumulate';
import { divide, finite, partOfWay, unit, weightedMean } from './arithmetic';
import { earlier, later, yearOf } from './days';
import type { Accumulated, Day, KeyResult } from './model';

/** A calendar year as far as it lies within a key result's dates. */
export interface YearSpan {
  readonly year: number;
  readonly start: Day;
  readonly end: Day;
}

/**
 * The years of a key result begun by a day, oldest first, each cut to its start and end. Before its start there is the first
 * year alone, so that an early contribution counts; years after its end are none of its.
 */
export function yearsBegun(keyResult: Pick<KeyResult, 'start' | 'end'>, at: Day): YearSpan[] {
  const first = yearOf(keyResult.start);
  const last = Math.max(first, Math.min(yearOf(at), yearOf(keyResult.end)));
  const years: YearSpan[] = [];
  for (let year = first; year <= last; year++) {
    years.push({ year, start: later(keyResult.start, `${year}-01-01`), end: earlier(keyResult.end, `${year}-12-31`) });
  }
  return years;
}

/** Whether progress can be told at all; otherwise the key result shows «sin meta» and stays out of roll-ups. */
export function hasTarget(keyResult: KeyResult, target: number | null = keyResult.target): boolean {
  if (keyResult.direction === 'Milestone') return keyResult.stages.length > 0;
  if (keyResult.direction === 'Qualitative') return keyResult.scale.length > 0;
  return target !== null && Number.isFinite(target);
}

/** A contribution's progress: the baseline of a sum is information and is not subtracted, as in the city's own plan. */
function sumProgress(value: number, target: number): number {
  if (target <= 0) return value >= target ? 1 : 0;
  return divide(value, target);
}

/**
 * (v−b)/(t−b). A baseline at or beyond the target leaves no way to go: then it is met or not. Growth from an unknown baseline is
 * counted from 0.
 */
function increaseProgress(value: number, baseline: number | null, target: number): number {
  const from = baseline !== null ? baseline : 0;
  if (from >= target) return value >= target ? 1 : 0;
  return partOfWay(from, target, value);
}

/** (b−v)/(b−t); met or not where the baseline is unknown, or is at or below the target. */
function decreaseProgress(value: number, baseline: number | null, target: number): number {
  if (baseline === null || baseline <= target) return value <= target ? 1 : 0;
  return partOfWay(baseline, target, value);
}

/** Staying at or below a limit: 1 there, falling to 0 at the critical limit or, without one, at twice the limit. */
function atMostProgress(value: number, target: number, criticalLimit: number | null): number {
  if (value <= target) return 1;
  if (criticalLimit !== null) {
    if (criticalLimit <= target) return 0;
    return Math.max(0, partOfWay(criticalLimit, target, value));
  }
  if (target === 0) return 0;
  return Math.max(0, 1 - divide(finite(value - target), Math.abs(target)));
}

/** Weights of a milestone's stages; stages that all weigh nothing count the same. */
function stageWeights(keyResult: KeyResult): number[] {
  const weights = keyResult.stages.map(stage => (Number.isFinite(stage.weight) ? Math.max(0, stage.weight) : 0));
  return weights.some(weight => weight > 0) ? weights : weights.map(() => 1);
}

/** Weight of a milestone's stages together: what is programmed for its end. */
export function milestoneWeight(keyResult: KeyResult): number {
  return finite(stageWeights(keyResult).reduce((all, weight) => all + weight, 0));
}

function milestoneProgress(keyResult: KeyResult, stagesDone: readonly number[]): number | null {
  const weights = stageWeights(keyResult);
  return weightedMean(weights.map((weight, index) => ({ weight, value: stagesDone.indexOf(index + 1) >= 0 ? 1 : 0 })));
}

/** Level of a scale, 1-based, to progress: 0 at the first, 1 at the last. One level alone is delivered or not. */
function levelProgress(level: number, levels: number): number {
  if (levels === 1) return level >= 1 ? 1 : 0;
  return unit(divide(level - 1, levels - 1));
}

/**
 * Progress of one value against a target (§3.2), uncapped; for SumPerYear that of one year. For milestones the value is the weight
 * finished so far. Programmed targets are turned into progress by this.
 * @returns `null` without a target
 */
export function valueProgress(keyResult: KeyResult, value: number, target: number | null = keyResult.target): number | null {
  if (!hasTarget(keyResult, target)) return null;
  if (keyResult.direction === 'Milestone') return divide(value, milestoneWeight(keyResult));
  if (keyResult.direction === 'Qualitative') return levelProgress(value, keyResult.scale.length);
  if (target === null) return null;
  if (isSum(keyResult)) return sumProgress(value, target);
  const { baseline, criticalLimit } = keyResult;
  switch (keyResult.direction) {
    case 'Increase': return increaseProgress(value, baseline, target);
    case 'Decrease': return decreaseProgress(value, baseline, target);
    case 'AtMost': return atMostProgress(value, target, criticalLimit);
    default: return atMostProgress(-value, -target, criticalLimit === null ? null : -criticalLimit);
  }
}

/**
 * Progress of a key result, uncapped (§3.2). Never NaN or infinite.
 * @param at the day; matters for SumPerYear only (years begun)
 * @param target instead of the key result's own, for a cutoff of a time when the target was another
 * @returns `null` when there is no target, or nobody has reported a value
 */
export function progressOf(keyResult: KeyResult, state: Accumulated, at: Day, target: number | null = keyResult.target): number | null {
  if (!hasTarget(keyResult, target)) return null;
  if (keyResult.direction === 'Milestone') return state.reports > 0 ? milestoneProgress(keyResult, state.stagesDone) : null;
  if (isSumPerYear(keyResult) && target !== null) {
    if (state.value === null) return null;
    const sums = yearSums(state);
    const progressOfYear = (year: number): number => Math.min(1, sumProgress(sums[year] || 0, target));
    return weightedMean(yearsBegun(keyResult, at).map(({ year }) => ({ weight: 1, value: progressOfYear(year) })));
  }
  return state.value === null ? null : valueProgress(keyResult, state.value, target);
}

/**
 * What a screen shows as the current value: for SumPerYear the sum of the running year (of the last one, once the key result
 * has ended), for Qualitative the level, for milestones nothing.
 */
export function currentValue(keyResult: KeyResult, state: Accumulated, at: Day): number | null {
  if (keyResult.direction === 'Milestone') return null;
  if (!isSumPerYear(keyResult) || state.value === null) return state.value;
  const years = yearsBegun(keyResult, at);
  return yearSums(state)[years[years.length - 1].year] || 0;
}
