import { add } from './arithmetic';
import type { Accumulated, CheckIn, Instant, KeyResult, QuarterCode } from './model';
import { quarterYear } from './quarters';

/** No check-ins yet. */
export const NOTHING: Accumulated = {
  value: null, year: null, pastYears: {}, stagesDone: [], confidence: null, lastReportedOn: null, lastCheckInId: null,
  lastQuarter: null, lastProcess: null, reports: 0
};

interface Moment {
  readonly quarter: string;
  readonly reportedOn: Instant;
  readonly id: number;
}

function compareInstants(a: Instant, b: Instant): number {
  if (a === b) return 0;
  // `…00Z` and `…00.000Z` are the same moment but differ as text.
  if (a.length === b.length) return a < b ? -1 : 1;
  const difference = Date.parse(a) - Date.parse(b);
  return isNaN(difference) ? (a < b ? -1 : 1) : difference;
}

function compareMoments(a: Moment, b: Moment): number {
  if (a.quarter !== b.quarter) return a.quarter < b.quarter ? -1 : 1;
  return compareInstants(a.reportedOn, b.reportedOn) || a.id - b.id;
}

/** Order in which readings stand: by quarter, then `reportedOn`, then id (§3.1). For sorting, oldest first. */
export function compareCheckIns(a: CheckIn, b: CheckIn): number {
  return compareMoments(a, b);
}

/** Whether check-ins of this key result are contributions that add up; otherwise each is a reading. Sums go with `Increase` only. */
export function isSum(keyResult: Pick<KeyResult, 'direction' | 'accumulation'>): boolean {
  return keyResult.direction === 'Increase' && keyResult.accumulation !== 'Latest';
}

/** Whether the sum starts again each January. */
export function isSumPerYear(keyResult: Pick<KeyResult, 'direction' | 'accumulation'>): boolean {
  return isSum(keyResult) && keyResult.accumulation === 'SumPerYear';
}

/** What a check-in says in numbers; `null` when it says nothing usable. */
function valueOf(checkIn: CheckIn): number | null {
  return checkIn.value !== null && Number.isFinite(checkIn.value) ? checkIn.value : null;
}

/** The latest of the check-ins and the state's own last one; `null` when the state's stands. */
function latestAfter(checkIns: readonly CheckIn[], from: Accumulated, counts: (checkIn: CheckIn) => boolean): CheckIn | null {
  let best: CheckIn | null = null;
  let moment: Moment | null = from.reports > 0 && from.lastQuarter !== null
    ? { quarter: from.lastQuarter, reportedOn: from.lastReportedOn || '', id: from.lastCheckInId || 0 }
    : null;
  for (const checkIn of checkIns) {
    if (counts(checkIn) && (moment === null || compareMoments(checkIn, moment) > 0)) {
      best = checkIn;
      moment = checkIn;
    }
  }
  return best;
}

/** Sums of every year a state holds, as one record. */
export function yearSums(state: Accumulated): Record<string, number> {
  const sums: Record<string, number> = { ...state.pastYears };
  // A state written while the key result accumulated otherwise has no year: its value is of the year it was last reported in.
  const year = state.year !== null ? state.year : state.lastQuarter === null ? null : quarterYear(state.lastQuarter);
  if (state.value !== null && year !== null) sums[year] = add(sums[year] || 0, state.value);
  return sums;
}

/**
 * The running year is that of the last report's quarter, so that a row which keeps that quarter need not keep the year. Years that
 * sum to 0 are left out, so that the state does not depend on where it was folded on from.
 */
function sumPerYear(
  checkIns: readonly CheckIn[], from: Accumulated, lastQuarter: QuarterCode | null
): Pick<Accumulated, 'value' | 'year' | 'pastYears'> {
  const sums = yearSums(from);
  let anyValue = from.value !== null;
  const years = new Map<QuarterCode, number>();
  for (const checkIn of checkIns) {
    const value = valueOf(checkIn);
    let year = years.get(checkIn.quarter);
    if (year === undefined) years.set(checkIn.quarter, year = quarterYear(checkIn.quarter));
    if (value === null || isNaN(year)) continue;
    sums[year] = add(sums[year] || 0, value);
    anyValue = true;
  }
  if (!anyValue || lastQuarter === null) return { value: null, year: null, pastYears: {} };
  const year = quarterYear(lastQuarter);
  const pastYears: Record<string, number> = {};
  for (const past of Object.keys(sums)) if (Number(past) !== year && sums[past] !== 0) pastYears[past] = sums[past];
  return { value: sums[year] || 0, year, pastYears };
}

function sum(checkIns: readonly CheckIn[], from: Accumulated): number | null {
  // Years apart are left from a time when the key result was summed per year.
  let total = Object.keys(from.pastYears).reduce<number | null>((so, year) => add(so || 0, from.pastYears[year]), from.value);
  for (const checkIn of checkIns) {
    const value = valueOf(checkIn);
    if (value !== null) total = total === null ? value : add(total, value);
  }
  return total;
}

/** Positions of finished stages in ascending order, each once. */
export function sortedStages(stages: readonly number[]): number[] {
  return stages.filter((stage, index) => stages.indexOf(stage) === index).sort((a, b) => a - b);
}

/**
 * Folds check-ins of one key result onto a state (§3.1). The order of the array does not matter. Sums add contributions; else the
 * latest reading stands, by quarter, then `reportedOn`, then id, and a milestone's finished stages are those of the latest report.
 * A check-in without a usable value is a report all the same, but leaves the value as it is.
 * @param from state of an earlier quarter; nothing by default. Check-ins must belong to quarters after it
 */
export function accumulate(keyResult: KeyResult, checkIns: readonly CheckIn[], from: Accumulated = NOTHING): Accumulated {
  if (checkIns.length === 0) return from;
  const last = latestAfter(checkIns, from, () => true);
  let values: Pick<Accumulated, 'value' | 'year' | 'pastYears'>;
  if (isSumPerYear(keyResult)) {
    values = sumPerYear(checkIns, from, last ? last.quarter : from.lastQuarter);
  } else if (isSum(keyResult)) {
    values = { value: sum(checkIns, from), year: null, pastYears: {} };
  } else {
    const reading = latestAfter(checkIns, from, checkIn => valueOf(checkIn) !== null);
    values = { value: reading ? reading.value : from.value, year: null, pastYears: {} };
  }
  return {
    ...values,
    stagesDone: keyResult.direction === 'Milestone' && last ? sortedStages(last.stagesDone) : from.stagesDone,
    confidence: last ? last.confidence : from.confidence,
    lastReportedOn: last ? last.reportedOn : from.lastReportedOn,
    lastCheckInId: last ? last.id : from.lastCheckInId,
    lastQuarter: last ? last.quarter : from.lastQuarter,
    lastProcess: last ? last.process : from.lastProcess,
    reports: from.reports + checkIns.length
  };
}
