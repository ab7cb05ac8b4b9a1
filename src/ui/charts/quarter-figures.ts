import { accumulate, currentValue, earlier, expectedOf, NOTHING, progressOf, sortQuarters } from '../../domain';
import type { Accumulated, CheckIn, Cutoff, Day, KeyResult, Light, ProgrammedTarget, Quarter, QuarterCode } from '../../domain';

/** Where a key result stood at one moment: a closed quarter's end, an open one's end, or today. */
export interface QuarterFigures {
  readonly quarter: QuarterCode;
  /** The quarter's end, or today while it runs. */
  readonly at: Day;
  /** In the unit of the axis: the sum, the running year's sum, the reading, the level, or (milestones) the share delivered, 0…1. */
  readonly value: number | null;
  readonly progress: number | null;
  readonly expected: number | null;
  /** The frozen light of a closed quarter; `null` for open ones, whose light is today's. */
  readonly light: Light | null;
  readonly target: number | null;
  readonly closed: boolean;
  /** It has not ended yet. */
  readonly running: boolean;
  /** Reports that belong to this quarter. */
  readonly reports: number;
  /** What had been accumulated by then. */
  readonly accumulated: Accumulated;
}

export interface QuarterFiguresInput {
  readonly keyResult: KeyResult;
  /** The key result's cutoffs, any order. */
  readonly cutoffs: readonly Cutoff[];
  readonly quarters: readonly Quarter[];
  /** The key result's check-ins of the quarters after the last cutoff. */
  readonly checkIns: readonly CheckIn[];
  readonly programmed: readonly ProgrammedTarget[];
  readonly today: Day;
}

/**
 * What a state says on the chart's axis at the end of a day: for sums per year the year's own, which starts again each January.
 * @returns `null` where nothing has been reported
 */
export function axisValue(keyResult: KeyResult, state: Accumulated, at: Day, progress: number | null): number | null {
  if (state.reports === 0) {
    return null;
  }
  return keyResult.direction === 'Milestone' ? progress : currentValue(keyResult, state, at);
}

/** Figures of every quarter that has begun, oldest first: closed ones as frozen, open ones folded on from the last cutoff. */
export function quarterFigures(input: QuarterFiguresInput): QuarterFigures[] {
  const { keyResult, today } = input;
  const frozen = new Map(input.cutoffs.map(cutoff => [cutoff.quarter, cutoff]));
  const lastFrozen = input.cutoffs.reduce((last, cutoff) => (cutoff.quarter > last ? cutoff.quarter : last), '');
  const quarters = sortQuarters(input.quarters).filter(quarter => quarter.start <= today);
  let state: Accumulated = NOTHING;
  const figures: QuarterFigures[] = [];
  for (const quarter of quarters) {
    const cutoff = frozen.get(quarter.code);
    const at = cutoff ? quarter.end : earlier(quarter.end, today);
    const before = state.reports;
    if (cutoff) {
      state = cutoff.accumulated;
    } else if (quarter.code > lastFrozen) {
      state = accumulate(
        keyResult,
        input.checkIns.filter(checkIn => checkIn.quarter === quarter.code),
        state
      );
    } else {
      // A quarter before the last cutoff without one of its own: nothing is known of it.
      continue;
    }
    const progress = cutoff ? cutoff.progress : progressOf(keyResult, state, at);
    figures.push({
      quarter: quarter.code,
      at,
      value: axisValue(keyResult, state, at, progress),
      progress,
      expected: cutoff ? cutoff.expected : expectedOf(keyResult, at, input.programmed),
      light: cutoff ? cutoff.light : null,
      target: cutoff ? cutoff.target : keyResult.target,
      closed: cutoff !== undefined,
      running: quarter.end > today,
      reports: Math.max(0, state.reports - before),
      accumulated: state
    });
  }
  return figures;
}
