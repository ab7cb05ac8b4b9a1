import { addDays, daysBetween, later } from './days';
import type { Day } from './model';

/** A figure at the end of a day. */
export interface DayValue {
  readonly day: Day;
  readonly value: number;
}

/** The pace is that of this long. */
const PACE_DAYS = 365;
/** Less than a quarter says nothing about a pace. */
const LEAST_DAYS = 80;

/** Value at a day on the straight lines through the points, oldest first; `null` before the first. */
export function valueOnLine(points: readonly DayValue[], at: Day): number | null {
  let before: DayValue | null = null;
  for (const point of points) {
    if (point.day === at) return point.value;
    if (point.day > at) {
      if (before === null) return null;
      return before.value + (point.value - before.value) * (daysBetween(before.day, at) / daysBetween(before.day, point.day));
    }
    before = point;
  }
  return before === null ? null : before.value;
}

/**
 * Where a figure would be at `end` if it went on as in the last year: straight on, at the pace of the 365 days up to its last point,
 * or since its first one where that is nearer.
 * @param points oldest first
 * @returns `null` when the points span less than a quarter, or the last one lies at the end or after it
 */
export function projectAtPace(points: readonly DayValue[], end: Day): number | null {
  if (points.length < 2) return null;
  const [first] = points;
  const last = points[points.length - 1];
  const from = later(first.day, addDays(last.day, -PACE_DAYS));
  const span = daysBetween(from, last.day);
  const origin = valueOnLine(points, from);
  if (last.day >= end || span < LEAST_DAYS || origin === null) return null;
  return last.value + (last.value - origin) / span * daysBetween(last.day, end);
}
