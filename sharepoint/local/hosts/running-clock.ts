/** A clock of its own that runs on from an instant and can be put forward, never back. */
export interface RunningClock {
  readonly now: () => Date;
  /** @param to milliseconds since 1970; earlier than now: nothing happens */
  putForward(to: number): void;
}

/** 10:42 in Bogotá on 5 October 2023: the present of the sample data. */
export const SAMPLE_NOW = Date.parse('2023-10-05T15:42:00Z');

/** @param from milliseconds since 1970 */
export function runningClock(from = SAMPLE_NOW): RunningClock {
  const started = performance.now();
  let start = from;
  const now = (): Date => new Date(start + performance.now() - started);
  return { now, putForward: (to) => { start += Math.max(0, to - now().getTime()); } };
}
