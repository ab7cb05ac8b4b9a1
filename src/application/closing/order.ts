import { compareQuarters, nextQuarter, quarterOf, sortQuarters } from '../../domain';
import type { Plan, Quarter, QuarterCode } from '../../domain';

type States = readonly Pick<Quarter, 'code' | 'state'>[];

function inOrder<Q extends Pick<Quarter, 'code'>>(quarters: readonly Q[]): Q[] {
  return [...quarters].sort((a, b) => compareQuarters(a.code, b.code));
}

/** The quarter to close next: the first that is not closed; `null` when all are. */
export function nextToClose<Q extends Pick<Quarter, 'code' | 'state'>>(quarters: readonly Q[]): Q | null {
  return inOrder(quarters).find(({ state }) => state !== 'closed') || null;
}

/** The quarter that may be opened again: the last that is not open; `null` when all are. */
export function nextToReopen<Q extends Pick<Quarter, 'code' | 'state'>>(quarters: readonly Q[]): Q | null {
  return inOrder(quarters).reverse().find(({ state }) => state !== 'open') || null;
}

/** The last of the quarters closed from the first on. */
export function lastClosed(quarters: States): QuarterCode | null {
  const ordered = inOrder(quarters);
  const firstOpen = ordered.findIndex(({ state }) => state !== 'closed');
  const closed = firstOpen < 0 ? ordered : ordered.slice(0, firstOpen);
  return closed.length ? closed[closed.length - 1].code : null;
}

/** Quarters of the plan's dates, up to and with the last that has a row, that have none: somebody deleted it. */
export function missingQuarters(plan: Pick<Plan, 'start' | 'end'>, quarters: readonly Quarter[]): QuarterCode[] {
  if (quarters.length === 0) return [];
  const known = sortQuarters(quarters).map(({ code }) => code);
  const missing: QuarterCode[] = [];
  for (let code = quarterOf(plan.start); compareQuarters(code, known[known.length - 1]) < 0; code = nextQuarter(code)) {
    if (known.indexOf(code) < 0) missing.push(code);
  }
  return missing;
}

/** The later of two quarters, of which either may be none. */
export function laterQuarter(a: QuarterCode | null, b: QuarterCode | null): QuarterCode | null {
  if (a === null || b === null) return a === null ? b : a;
  return compareQuarters(a, b) >= 0 ? a : b;
}
