import { accumulate, compareCheckIns, isSum, NOTHING } from './accumulate';
import { add, toFourDecimals } from './arithmetic';
import { expectedOf } from './expected';
import { groupBy } from './grouping';
import { lightOf, ratioOf } from './light';
import type {
  Accumulated, CheckIn, Cutoff, Day, KeyResult, KeyResultCode, Light, Plan, ProgrammedTarget, Quarter, QuarterCode
} from './model';
import { currentValue, hasTarget, progressOf } from './progress';
import { compareQuarters, lastDueQuarter, sortQuarters } from './quarters';

/** One key result, whole, as it stands on a day. */
export interface KeyResultStatus {
  /** An alias has its own place and wording, and the target, unit, stages and dates of the measure it shows. */
  readonly keyResult: KeyResult;
  readonly accumulated: Accumulated;
  /** What a screen shows as current: SumPerYear the running year's sum, Qualitative the level (1-based), milestones `null`. */
  readonly value: number | null;
  /** Uncapped; `null` without data or target. */
  readonly progress: number | null;
  /** 0…1, more where a programme exceeds the target; `null` without target. */
  readonly expected: number | null;
  readonly light: Light;
  /** Progress over expected progress, which the light is made of. */
  readonly ratio: number | null;
  /** Reported on at least once. */
  readonly coverage: boolean;
  /** The last quarter due within its dates got no check-in, nor did a later one. */
  readonly stale: boolean;
  /** Check-ins counted that are pending or returned; those of quarters after the base only. */
  readonly unapproved: number;
  /** Sums: how much of the value the unapproved check-ins are, all years together; else `null`. */
  readonly unapprovedValue: number | null;
  /** Progress at the end of each quarter of the plan that has ended, oldest first, and at the day itself; four decimals. */
  readonly trail: readonly (number | null)[];
  /** Code of the key result whose figures these are, when it is another's. */
  readonly aliasOf: KeyResultCode | null;
}

/** What the rules need to know of the plan beside the key result. */
export type PlanRules = Pick<Plan, 'greenFrom' | 'yellowFrom' | 'graceDays'>;

export interface StatusInput {
  readonly keyResult: KeyResult;
  /** Cutoff of the last closed quarter, `null` without one. */
  readonly base: Cutoff | null;
  /** Check-ins; those of other key results and of quarters up to the base's are ignored. */
  readonly checkIns: readonly CheckIn[];
  readonly quarters: readonly Quarter[];
  readonly programmed: readonly ProgrammedTarget[];
  readonly plan: PlanRules;
  readonly today: Day;
}

/** Whether what is reached stays reached (§3.3): a sum, a milestone (a scale of one level is one), or the end has passed. */
export function cannotFallBack(keyResult: KeyResult, today: Day): boolean {
  return today > keyResult.end
    || keyResult.direction === 'Milestone'
    || (keyResult.direction === 'Qualitative' && keyResult.scale.length === 1)
    || (isSum(keyResult) && keyResult.accumulation === 'Sum');
}

/** Quarters that lie within a key result's dates at least in part. */
export function quartersWithin(keyResult: Pick<KeyResult, 'start' | 'end'>, quarters: readonly Quarter[]): Quarter[] {
  return quarters.filter(quarter => quarter.end >= keyResult.start && quarter.start <= keyResult.end);
}

/**
 * Whether the last quarter due within the key result's dates got no check-in. One of a later quarter makes up for it:
 * the figures are fresher than that quarter's would be.
 */
export function isStale(
  keyResult: Pick<KeyResult, 'start' | 'end'>, lastQuarter: QuarterCode | null, quarters: readonly Quarter[], today: Day, graceDays: number
): boolean {
  const due = lastDueQuarter(quartersWithin(keyResult, quarters), today, graceDays);
  return due !== null && (lastQuarter === null || compareQuarters(lastQuarter, due.code) < 0);
}

/** Check-ins that fold onto a base: those of the key result, of quarters after the base's. */
function countedCheckIns(input: StatusInput): CheckIn[] {
  const { base, keyResult } = input;
  return input.checkIns.filter(
    checkIn => checkIn.keyResult === keyResult.code && (base === null || compareQuarters(checkIn.quarter, base.quarter) > 0)
  );
}

/** Short enough for the trail of many quarters to fit into a row's text. */
function trailPoint(progress: number | null): number | null {
  return progress === null ? null : toFourDecimals(progress);
}

/** Progress at the ends of the quarters after the base that have ended, and the state with all check-ins. */
function foldByQuarter(input: StatusInput, checkIns: readonly CheckIn[]): { accumulated: Accumulated; trail: (number | null)[] } {
  const { base, keyResult, today } = input;
  const trail = base ? [...base.trail] : [];
  let accumulated = base ? base.accumulated : NOTHING;
  const byQuarter = groupBy(checkIns, checkIn => checkIn.quarter);
  const codes = Array.from(byQuarter.keys()).sort(compareQuarters);
  const foldNext = (): void => {
    accumulated = accumulate(keyResult, byQuarter.get(codes.shift() || '') || [], accumulated);
  };
  for (const quarter of sortQuarters(input.quarters)) {
    if (quarter.end >= today || (base !== null && compareQuarters(quarter.code, base.quarter) <= 0)) continue;
    while (codes.length && compareQuarters(codes[0], quarter.code) <= 0) foldNext();
    trail.push(trailPoint(progressOf(keyResult, accumulated, quarter.end)));
  }
  while (codes.length) foldNext();
  return { accumulated, trail };
}

/** The cutoff of the base quarter and the check-ins after it → how the key result stands today. Aliases are {@link statusesOf}'s. */
export function statusOf(input: StatusInput): KeyResultStatus {
  const { keyResult, today, plan } = input;
  const checkIns = countedCheckIns(input);
  const { accumulated, trail } = foldByQuarter(input, checkIns);
  const progress = progressOf(keyResult, accumulated, today);
  const expected = expectedOf(keyResult, today, input.programmed);
  const coverage = accumulated.reports > 0;
  const stale = coverage && isStale(keyResult, accumulated.lastQuarter, input.quarters, today, plan.graceDays);
  const unapproved = checkIns.filter(checkIn => checkIn.review !== 'approved');
  return {
    keyResult,
    accumulated,
    value: currentValue(keyResult, accumulated, today),
    progress,
    expected,
    light: lightOf({
      hasTarget: hasTarget(keyResult), reported: coverage, progress, expected, cannotFallBack: cannotFallBack(keyResult, today), stale,
      thresholds: plan
    }),
    ratio: ratioOf(progress, expected),
    coverage,
    stale,
    unapproved: unapproved.length,
    unapprovedValue: isSum(keyResult) ? unapproved.reduce((all, checkIn) => add(all, checkIn.value || 0), 0) : null,
    trail: [...trail, trailPoint(progress)],
    aliasOf: null
  };
}

/** The key result whose figures a key result shows: itself, or the one it is the same measure as. Chains are not followed. */
export function measureOf(keyResult: KeyResult, keyResults: ReadonlyMap<KeyResultCode, KeyResult>): KeyResult {
  const original = keyResult.sameMeasureAs === null ? undefined : keyResults.get(keyResult.sameMeasureAs);
  return original && original.sameMeasureAs === null ? original : keyResult;
}

/** An alias as a screen shows it: its own place and wording, the other's measure (target, unit, stages … and dates). */
function asMeasure(alias: KeyResult, measure: KeyResult): KeyResult {
  const { direction, accumulation, unit, baseline, target, criticalLimit, stages, scale, start, end } = measure;
  return { ...alias, direction, accumulation, unit, baseline, target, criticalLimit, stages, scale, start, end };
}

export interface StatusesInput {
  readonly plan: PlanRules;
  readonly keyResults: readonly KeyResult[];
  readonly quarters: readonly Quarter[];
  /** Last closed quarter; check-ins up to it are ignored, also for key results that have no cutoff of it. */
  readonly baseQuarter: QuarterCode | null;
  /** Cutoffs; those of other quarters than the base are ignored. */
  readonly cutoffs: readonly Cutoff[];
  readonly checkIns: readonly CheckIn[];
  readonly programmedTargets: readonly ProgrammedTarget[];
  readonly today: Day;
}

/** Status of every key result, in the order given; one with `sameMeasureAs` shows the other's figures. */
export function statusesOf(input: StatusesInput): Map<KeyResultCode, KeyResultStatus> {
  const { baseQuarter } = input;
  const counted = baseQuarter === null ? input.checkIns : input.checkIns.filter(row => compareQuarters(row.quarter, baseQuarter) > 0);
  const checkIns = groupBy(counted, row => row.keyResult);
  const programmed = groupBy(input.programmedTargets, row => row.keyResult);
  const bases = new Map(input.cutoffs.filter(cutoff => cutoff.quarter === baseQuarter).map(cutoff => [cutoff.keyResult, cutoff]));
  const byCode = new Map(input.keyResults.map(keyResult => [keyResult.code, keyResult]));
  const own = new Map<KeyResultCode, KeyResultStatus>();
  const ownStatus = (keyResult: KeyResult): KeyResultStatus => {
    const known = own.get(keyResult.code);
    if (known) return known;
    const status = statusOf({
      keyResult,
      base: bases.get(keyResult.code) || null,
      checkIns: checkIns.get(keyResult.code) || [],
      quarters: input.quarters,
      programmed: programmed.get(keyResult.code) || [],
      plan: input.plan,
      today: input.today
    });
    own.set(keyResult.code, status);
    return status;
  };
  const statuses = new Map<KeyResultCode, KeyResultStatus>();
  for (const keyResult of input.keyResults) {
    const measure = measureOf(keyResult, byCode);
    const status = ownStatus(measure);
    statuses.set(keyResult.code, measure === keyResult ? status : { ...status, keyResult: asMeasure(keyResult, measure), aliasOf: measure.code });
  }
  return statuses;
}

/** A check-in list in the order in which a person reads it: newest first. */
export function newestFirst(checkIns: readonly CheckIn[]): CheckIn[] {
  return [...checkIns].sort((a, b) => compareCheckIns(b, a));
}
