import { addDays } from './days';
import { expectedOf } from './expected';
import { groupBy } from './grouping';
import type { Thresholds } from './light';
import type { Day, KeyResultCode, ProgrammedTarget, Quarter, QuarterCode, StrategicObjective, TacticalObjective } from './model';
import { type DayValue, projectAtPace } from './projection';
import { quarterOf, sortQuarters } from './quarters';
import { type PlanRollUps, rollUpPlan } from './rollup';
import type { KeyResultStatus } from './status';

/** A moment that a trail has a point of: the end of a quarter, or the day itself. */
export interface TrailMoment {
  readonly day: Day;
  /** The quarter the day is in. */
  readonly quarter: QuarterCode;
}

/** The moments of a status's trail on a day: the ends of the quarters that have ended before it, oldest first, and the day. */
export function trailMoments(quarters: readonly Quarter[], today: Day): TrailMoment[] {
  const ended = sortQuarters(quarters).filter(({ end }) => end < today);
  return [...ended.map(({ end, code }) => ({ day: end, quarter: code })), { day: today, quarter: quarterOf(today) }];
}

/** What a trail says, counted back from its last point: 0 is the last. `null` where it does not reach. */
export function trailPointBack(trail: readonly (number | null)[], back: number): number | null {
  const at = trail.length - 1 - back;
  return at < 0 || back < 0 ? null : trail[at];
}

export interface TrailInput {
  readonly thresholds: Thresholds;
  readonly strategicObjectives: readonly StrategicObjective[];
  readonly tacticalObjectives: readonly TacticalObjective[];
  readonly quarters: readonly Quarter[];
  readonly programmedTargets: readonly ProgrammedTarget[];
  readonly statuses: ReadonlyMap<KeyResultCode, KeyResultStatus>;
  /** The day of the statuses. */
  readonly today: Day;
}

/** Programmed targets by key result, those of the measure for an alias. */
function programmeOf(input: Pick<TrailInput, 'programmedTargets'>): (status: KeyResultStatus) => ProgrammedTarget[] {
  const byKeyResult = groupBy(input.programmedTargets, ({ keyResult }) => keyResult);
  return ({ keyResult, aliasOf }) => {
    const own = byKeyResult.get(aliasOf || keyResult.code) || [];
    return aliasOf === null ? own : own.map(row => ({ ...row, keyResult: keyResult.code }));
  };
}

/** Roll-ups at an earlier point of the trails: the same key results, weights and objectives, the progress of then. Without processes. */
function rollUpsBack(input: TrailInput, back: number, expectedAt: (status: KeyResultStatus) => number | null): PlanRollUps {
  const statuses = Array.from(input.statuses.values()).map((status): KeyResultStatus => {
    const progress = trailPointBack(status.trail, back);
    return { ...status, progress, coverage: progress !== null, expected: expectedAt(status) };
  });
  return rollUpPlan({ ...input, processes: [], statuses });
}

/** Roll-ups as they stood a number of trail points earlier; `null` when no trail reaches so far back. */
export function earlierRollUps(input: TrailInput, back: number): PlanRollUps | null {
  const moments = trailMoments(input.quarters, input.today);
  const moment = moments[moments.length - 1 - back];
  if (!moment) return null;
  const programme = programmeOf(input);
  return rollUpsBack(input, back, status => expectedOf(status.keyResult, moment.day, programme(status)));
}

/** How one objective has moved, and where it is heading. Shares, 0…1. */
export interface ObjectiveTrail {
  readonly objective: StrategicObjective;
  /**
   * At each quarter's end and on the day itself, oldest first; nothing before the first report. Where reports began with the plan, its eve
   * comes first, at 0 and of no quarter.
   */
  readonly actual: readonly (DayValue & { readonly quarter: QuarterCode | null })[];
  /** On the eve of the plan, at each quarter's end and at the plan's end: from programmed targets or linear, as for a key result. */
  readonly expected: readonly DayValue[];
  /** At the plan's end at the pace of the last year, not below 0; `null` when no pace can be told. */
  readonly projected: number | null;
}

/**
 * Burn-up of every strategic objective: the roll-up of its key results' trails at each quarter's end, with what was expected then.
 * @param plan the plan's dates
 */
export function objectiveTrails(input: TrailInput, plan: { readonly start: Day; readonly end: Day }): ObjectiveTrail[] {
  const moments = trailMoments(input.quarters, input.today);
  const programme = programmeOf(input);
  const programmes = new Map(Array.from(input.statuses.values()).map(status => [status.keyResult.code, programme(status)]));
  const at = (day: Day, back: number): PlanRollUps => rollUpsBack(
    input, back, ({ keyResult }) => expectedOf(keyResult, day, programmes.get(keyResult.code))
  );
  const past = moments.map(({ day }, index) => at(day, moments.length - 1 - index));
  const future = sortQuarters(input.quarters).map(({ end }) => end).filter(end => end > input.today && end < plan.end);
  const ahead = [...future, plan.end].filter(day => day > input.today).map(day => ({ day, rollUps: at(day, -1) }));
  const before = addDays(plan.start, -1);
  const atStart = at(before, -1);
  return input.strategicObjectives.map(objective => {
    const { code } = objective;
    const reported = moments.flatMap(({ day, quarter }, index) => {
      const figures = past[index].strategic.get(code);
      // Before anybody reported there is no data, which is not 0.
      return figures && figures.progress !== null && figures.reported > 0 ? [{ day, quarter, value: figures.progress }] : [];
    });
    const fromTheStart = reported.length > 0 && reported[0].day === moments[0].day;
    const actual = fromTheStart ? [{ day: before, quarter: null, value: 0 }, ...reported] : reported;
    const expectedAt = (day: Day, { strategic }: PlanRollUps): DayValue[] => {
      const figures = strategic.get(code);
      return figures && figures.expected !== null ? [{ day, value: figures.expected }] : [];
    };
    const expected = [
      ...expectedAt(before, atStart),
      ...moments.flatMap(({ day }, index) => expectedAt(day, past[index])),
      ...ahead.flatMap(({ day, rollUps }) => expectedAt(day, rollUps))
    ];
    const projected = projectAtPace(actual, plan.end);
    return { objective, actual, expected, projected: projected === null ? null : Math.max(0, projected) };
  });
}
