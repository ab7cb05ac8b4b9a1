import { isSum, isSumPerYear } from './accumulate';
import { finite, weightedMean } from './arithmetic';
import { addDays, daysBetween, earlier, elapsed } from './days';
import type { Day, KeyResult, ProgrammedTarget } from './model';
import { hasTarget, milestoneWeight, valueProgress, yearsBegun } from './progress';
import { quarterBounds } from './quarters';

interface Point {
  readonly day: Day;
  readonly value: number;
}

/** Programmed values at quarter ends within `start`…`end`, oldest first; a quarter that the end cuts counts at the end. */
function pointsWithin(programmed: readonly ProgrammedTarget[], start: Day, end: Day): Point[] {
  const points: Point[] = [];
  for (const { quarter, value } of programmed) {
    const bounds = quarterBounds(quarter);
    if (bounds && Number.isFinite(value) && bounds.end >= start && bounds.start <= end) {
      points.push({ day: earlier(bounds.end, end), value });
    }
  }
  return points.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Value at a day on the straight lines through the points; flat before the first and after the last. */
function interpolate(points: readonly Point[], at: Day): number {
  const next = points.findIndex(point => point.day >= at);
  if (next === 0) return points[0].value;
  if (next < 0) return points[points.length - 1].value;
  const from = points[next - 1];
  const to = points[next];
  const part = daysBetween(from.day, at) / daysBetween(from.day, to.day);
  return finite(from.value * (1 - part) + to.value * part);
}

/** Where a key result stands before anything has been done; `null` when that is not known. */
function startValue(keyResult: KeyResult): number | null {
  if (isSum(keyResult) || keyResult.direction === 'Milestone') return 0;
  if (keyResult.direction === 'Qualitative') return 1;
  if (keyResult.baseline !== null) return keyResult.baseline;
  return keyResult.direction === 'Increase' ? 0 : null;
}

/** The value that is progress 1. */
function goalValue(keyResult: KeyResult): number | null {
  if (keyResult.direction === 'Qualitative') return keyResult.scale.length;
  if (keyResult.direction === 'Milestone') return milestoneWeight(keyResult);
  return keyResult.target;
}

/**
 * Programmed progress at a day of a span: straight lines from the start through the programmed quarter ends. Where the programme
 * stops short of the span's end and of the target, the line goes on to the target at the end.
 * @returns `null` when nothing is programmed in the span
 */
function programmedProgress(keyResult: KeyResult, programmed: readonly ProgrammedTarget[], start: Day, end: Day, at: Day): number | null {
  const points = pointsWithin(programmed, start, end);
  if (points.length === 0) return null;
  if (at < start) return 0;
  const first = startValue(keyResult);
  const line: Point[] = first === null ? points : [{ day: addDays(start, -1), value: first }, ...points];
  const last = line[line.length - 1];
  const reached = valueProgress(keyResult, last.value);
  const goal = goalValue(keyResult);
  if (last.day < end && reached !== null && reached < 1 && goal !== null) line.push({ day: end, value: goal });
  const progress = valueProgress(keyResult, interpolate(line, at));
  return progress === null ? null : Math.max(0, progress);
}

/**
 * Progress expected at the end of a day (§3.3): from the programmed targets if there are any, else linear from start to end;
 * `AtMost` and `AtLeast` always 1; SumPerYear the mean over the years begun of 1 for a past year and the part gone by of the
 * running one (or, programmed, of each year's programme, which restarts each January and counts at most 1).
 * @param programmed cumulative values at quarter ends; for milestones the weight finished. Rows of other key results are ignored
 * @returns 0…1, more only where a programme exceeds the target; `null` without a target
 */
export function expectedOf(keyResult: KeyResult, at: Day, programmed: readonly ProgrammedTarget[] = []): number | null {
  if (!hasTarget(keyResult)) return null;
  if (keyResult.direction === 'AtMost' || keyResult.direction === 'AtLeast') return 1;
  const own = programmed.filter(row => row.keyResult === keyResult.code);
  if (isSumPerYear(keyResult)) {
    return weightedMean(yearsBegun(keyResult, at).map(({ start, end }) => {
      const progress = own.length ? programmedProgress(keyResult, own, start, end, at) : null;
      return { weight: 1, value: progress === null ? elapsed(start, end, at) : Math.min(1, progress) };
    }));
  }
  const progress = own.length ? programmedProgress(keyResult, own, keyResult.start, keyResult.end, at) : null;
  return progress === null ? elapsed(keyResult.start, keyResult.end, at) : progress;
}
