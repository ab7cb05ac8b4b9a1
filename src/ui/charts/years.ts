import { yearOf } from '../../domain';
import type { Day } from '../../domain';

/** Years from one day's to another's, both included. */
export function yearsBetween(start: Day, end: Day): number[] {
  const years: number[] = [];
  for (let year = yearOf(start); year <= yearOf(end); year++) {
    years.push(year);
  }
  return years;
}
