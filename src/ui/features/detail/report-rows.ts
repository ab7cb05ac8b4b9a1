import { accumulate, compareCheckIns, NOTHING } from '../../../domain';
import type { Accumulated, CheckIn, Cutoff, Day, KeyResult, QuarterCode } from '../../../domain';
import { axisValue } from '../../charts/quarter-figures';

/** A report and where it left the key result. */
export interface ReportRow {
  readonly checkIn: CheckIn;
  /** State after this report and all before it. */
  readonly after: Accumulated;
  /** The same as a figure: the sum, the year's sum, the reading or the level; `null` for milestones. */
  readonly standsAt: number | null;
}

/**
 * Puts each report of a stretch of quarters with the figure it led to.
 * @param base state before the first of them
 * @returns newest first
 */
export function reportRows(
  keyResult: KeyResult,
  checkIns: readonly CheckIn[],
  base: Accumulated,
  quarterEnds: ReadonlyMap<QuarterCode, Day>
): ReportRow[] {
  let state = base;
  return [...checkIns]
    .sort(compareCheckIns)
    .map(checkIn => {
      state = accumulate(keyResult, [checkIn], state);
      const at = quarterEnds.get(checkIn.quarter) ?? checkIn.reportedOn.slice(0, 10);
      return { checkIn, after: state, standsAt: keyResult.direction === 'Milestone' ? null : axisValue(keyResult, state, at, null) };
    })
    .reverse();
}

/** A closed quarter that has reports, and the state before it. */
export interface OlderQuarter {
  readonly quarter: QuarterCode;
  readonly reports: number;
  readonly base: Accumulated;
}

/** Closed quarters whose cutoffs say that somebody reported in them, newest first. */
export function olderQuarters(cutoffs: readonly Cutoff[]): OlderQuarter[] {
  const sorted = [...cutoffs].sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
  return sorted
    .map((cutoff, index) => {
      const base = index === 0 ? NOTHING : sorted[index - 1].accumulated;
      return { quarter: cutoff.quarter, reports: cutoff.accumulated.reports - base.reports, base };
    })
    .filter(quarter => quarter.reports > 0)
    .reverse();
}
