import { earlier, elapsed, hasTarget, later, quarterBounds, valueProgress, yearOf, yearsBegun } from '../../domain';
import type { Day, KeyResult, Light, ProgrammedTarget, Quarter, QuarterCode } from '../../domain';
import type { QuarterFigures } from './quarter-figures';
import { yearsBetween } from './years';

/** What the vertical axis counts: the unit, the share of a milestone's stages (0…1), or the levels of a scale (1…n). */
export type ChartAxis =
  | { readonly kind: 'value'; readonly unit: string }
  | { readonly kind: 'share'; readonly stages: number }
  | { readonly kind: 'levels'; readonly levels: readonly string[] };

export interface ChartPoint {
  readonly day: Day;
  readonly y: number;
  /** Where the figure stands for a quarter; `null` for the corners of a line. */
  readonly quarter: QuarterCode | null;
}

/** A target that held from a day on. */
export interface TargetStep {
  readonly from: Day;
  readonly value: number;
}

/** The history of one key result, in days and values; free of pixels and of words. */
export interface HistoryModel {
  readonly axis: ChartAxis;
  readonly start: Day;
  readonly end: Day;
  /** `null` when today is outside the key result's own dates. */
  readonly today: Day | null;
  /** One stretch per year for `SumPerYear`, whose sum starts again each January; else one. */
  readonly actual: readonly (readonly ChartPoint[])[];
  /** A reading or a delivered stage stands until the next; a sum grows in between. */
  readonly stepped: boolean;
  readonly expected: readonly (readonly ChartPoint[])[];
  readonly expectedProgrammed: boolean;
  /** What an even course would have expected, beside a programme; none without one. */
  readonly even: readonly (readonly ChartPoint[])[];
  /** Corners of the target's line, two per step. */
  readonly target: readonly { readonly from: Day; readonly to: Day; readonly y: number }[];
  readonly criticalLimit: number | null;
  /** Where it would end at its own pace so far. */
  readonly projection: { readonly from: ChartPoint; readonly to: ChartPoint } | null;
  readonly light: Light;
}

export interface HistoryModelInput {
  readonly keyResult: KeyResult;
  readonly figures: readonly QuarterFigures[];
  readonly quarters: readonly Quarter[];
  readonly targetSteps: readonly TargetStep[];
  readonly programmed: readonly ProgrammedTarget[];
  readonly today: Day;
  readonly light: Light;
}

type Line = ChartPoint[];

const corner = (day: Day, y: number): ChartPoint => ({ day, y, quarter: null });

function axisOf(keyResult: KeyResult): ChartAxis {
  if (keyResult.direction === 'Milestone') {
    return { kind: 'share', stages: keyResult.stages.length };
  }
  if (keyResult.direction === 'Qualitative') {
    return { kind: 'levels', levels: keyResult.scale };
  }
  return { kind: 'value', unit: keyResult.unit };
}

const isLimit = (keyResult: KeyResult): boolean => keyResult.direction === 'AtMost' || keyResult.direction === 'AtLeast';

/** The axis value that is progress 1. */
function goalOf(keyResult: KeyResult): number | null {
  switch (keyResult.direction) {
    case 'Milestone':
      return 1;
    case 'Qualitative':
      return keyResult.scale.length;
    default:
      return keyResult.target;
  }
}

/** Value the linear expectation starts from: sums and milestones from nothing, readings from the baseline. */
function origin(keyResult: KeyResult): number {
  if (keyResult.direction === 'Qualitative') {
    return 1;
  }
  return keyResult.accumulation === 'Latest' && keyResult.direction !== 'Milestone' ? (keyResult.baseline ?? 0) : 0;
}

function targetLine(input: HistoryModelInput): { from: Day; to: Day; y: number }[] {
  const { keyResult } = input;
  if (!hasTarget(keyResult)) {
    return [];
  }
  if (keyResult.direction === 'Milestone' || keyResult.direction === 'Qualitative') {
    return [{ from: keyResult.start, to: keyResult.end, y: goalOf(keyResult) as number }];
  }
  const steps = input.targetSteps.filter(step => step.from < keyResult.end);
  return steps
    .map((step, index) => ({
      from: later(step.from, keyResult.start),
      to: index + 1 < steps.length ? earlier(later(steps[index + 1].from, keyResult.start), keyResult.end) : keyResult.end,
      y: step.value
    }))
    .filter(step => step.from < step.to);
}

/**
 * Programmed values at quarter ends, linear between, as `expectedOf` reads them: where a programme stops short of the target, the
 * line goes on to it. For sums per year they start again each January; milestones are programmed in weight and drawn as a share.
 */
function programmedLines(input: HistoryModelInput): Line[] {
  const { keyResult } = input;
  const own = input.programmed.filter(item => item.keyResult === keyResult.code);
  if (own.length === 0 || !hasTarget(keyResult) || isLimit(keyResult)) {
    return [];
  }
  const goal = goalOf(keyResult);
  const yearly = keyResult.accumulation === 'SumPerYear';
  const spans = yearly ? yearsBegun(keyResult, keyResult.end) : [{ start: keyResult.start, end: keyResult.end }];
  return spans.flatMap(({ start, end }): Line[] => {
    const points = own
      .flatMap(({ quarter, value }) => {
        const bounds = quarterBounds(quarter);
        const y = keyResult.direction === 'Milestone' ? valueProgress(keyResult, value) : value;
        return bounds && y !== null && bounds.end >= start && bounds.start <= end ? [corner(earlier(bounds.end, end), y)] : [];
      })
      .sort((a, b) => (a.day < b.day ? -1 : 1));
    if (points.length === 0) {
      return [];
    }
    const last = points[points.length - 1];
    const short = goal !== null && last.day < end && (keyResult.direction === 'Decrease' ? last.y > goal : last.y < goal);
    return [[corner(start, origin(keyResult)), ...points, ...(short ? [corner(end, goal as number)] : [])]];
  });
}

function linearLines(input: HistoryModelInput, target: readonly { from: Day; to: Day; y: number }[]): Line[] {
  const { keyResult } = input;
  // Staying within a limit is expected at every moment: the target's own line says it.
  if (isLimit(keyResult)) {
    return [];
  }
  const from = origin(keyResult);
  if (keyResult.accumulation === 'SumPerYear') {
    return target
      .flatMap(step =>
        yearsBegun(keyResult, keyResult.end).map(({ start, end }) => {
          const left = later(step.from, start);
          const right = earlier(step.to, end);
          return [corner(left, step.y * elapsed(start, end, left)), corner(right, step.y * elapsed(start, end, right))];
        })
      )
      .filter(line => line[0].day < line[1].day);
  }
  return target.map(step =>
    [step.from, step.to].map(day => corner(day, from + (step.y - from) * elapsed(keyResult.start, keyResult.end, day)))
  );
}

function actualLines(input: HistoryModelInput): Line[] {
  const { keyResult } = input;
  const known = input.figures.filter(
    (figure, index) =>
      figure.value !== null &&
      figure.at >= keyResult.start &&
      // A quarter that has only begun repeats the last figure until somebody reports in it.
      !(figure.running && figure.reports === 0 && index > 0 && input.figures[index - 1].value === figure.value)
  );
  const starts = new Map(input.quarters.map(quarter => [quarter.code, quarter.start]));
  const points = known.map((figure): ChartPoint => ({ day: figure.at, y: figure.value as number, quarter: figure.quarter }));
  if (points.length === 0) {
    return [];
  }
  if (keyResult.accumulation === 'SumPerYear') {
    return yearsBetween(points[0].day, points[points.length - 1].day)
      .map(year => points.filter(point => yearOf(point.day) === year))
      .filter(line => line.length > 0)
      .map(line => [corner(later(`${yearOf(line[0].day)}-01-01`, keyResult.start), 0), ...line]);
  }
  // The line starts where the first quarter with a report starts: before it there is no data, which is not 0.
  const firstStart = later(starts.get(points[0].quarter as QuarterCode) ?? keyResult.start, keyResult.start);
  const startsAtZero = keyResult.direction === 'Milestone' || keyResult.accumulation === 'Sum';
  if (startsAtZero && keyResult.direction !== 'Qualitative') {
    return [[corner(firstStart, 0), ...points]];
  }
  if (keyResult.direction !== 'Qualitative' && keyResult.baseline !== null && firstStart === keyResult.start) {
    return [[corner(keyResult.start, keyResult.baseline), ...points]];
  }
  return [points];
}

/** At the pace so far, where the key result would be at its end; only where what is reported keeps growing or falling. */
function projectionOf(input: HistoryModelInput, actual: readonly Line[]): HistoryModel['projection'] {
  const { keyResult, today } = input;
  const line = actual[actual.length - 1];
  const paced = keyResult.accumulation === 'Sum' || keyResult.direction === 'Increase' || keyResult.direction === 'Decrease';
  if (!paced || keyResult.accumulation === 'SumPerYear' || !line || today >= keyResult.end) {
    return null;
  }
  const last = line[line.length - 1];
  const share = elapsed(keyResult.start, keyResult.end, today);
  // A quarter of the way in is the least that says anything about a pace.
  if (share < 0.25 || last.day >= keyResult.end || (keyResult.accumulation === 'Latest' && keyResult.baseline === null)) {
    return null;
  }
  const from = origin(keyResult);
  const y = from + (last.y - from) / share;
  return { from: last, to: corner(keyResult.end, keyResult.baseline !== null && keyResult.baseline < 0 ? y : Math.max(0, y)) };
}

/** Puts a key result's figures, expectation and targets on one axis. */
export function historyModel(input: HistoryModelInput): HistoryModel {
  const { keyResult, today } = input;
  const target = targetLine(input);
  const programmed = programmedLines(input);
  const actual = actualLines(input);
  return {
    axis: axisOf(keyResult),
    start: keyResult.start,
    end: keyResult.end,
    today: today >= keyResult.start && today <= keyResult.end ? today : null,
    actual,
    stepped: keyResult.direction === 'Milestone' || keyResult.direction === 'Qualitative',
    expected: programmed.length > 0 ? programmed : linearLines(input, target),
    expectedProgrammed: programmed.length > 0,
    even: programmed.length > 0 ? linearLines(input, target) : [],
    target,
    criticalLimit: isLimit(keyResult) ? keyResult.criticalLimit : null,
    projection: projectionOf(input, actual),
    light: input.light
  };
}
