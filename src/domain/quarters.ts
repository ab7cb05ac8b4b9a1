import { addDays, daysBetween } from './days';
import type { Day, Plan, Quarter, QuarterCode } from './model';

export { bogotaDay } from './days';

const CODE_FORM = /^(\d{4})-T([1-4])$/;
const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'];

/** `2021-T2`, of a year 1000…9999. */
export function isQuarterCode(text: string): text is QuarterCode {
  return CODE_FORM.test(text) && text >= '1000';
}

/** The quarter of the calendar a day lies in. */
export function quarterOf(day: Day): QuarterCode {
  return `${day.slice(0, 4)}-T${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** First and last day by the calendar; `null` when the code is none. */
export function quarterBounds(code: QuarterCode): { start: Day; end: Day } | null {
  const match = CODE_FORM.exec(code);
  if (!match || !isQuarterCode(code)) return null;
  const quarter = Number(match[2]);
  return {
    start: `${match[1]}-${String(quarter * 3 - 2).padStart(2, '0')}-01`,
    end: `${match[1]}-${LAST_DAYS[quarter - 1]}`
  };
}

/** Calendar year of a quarter; NaN when the code is none. */
export function quarterYear(code: QuarterCode): number {
  return isQuarterCode(code) ? Number(code.slice(0, 4)) : NaN;
}

/** Negative when `a` comes before `b`, 0 when equal. Codes sort as text. */
export function compareQuarters(a: QuarterCode, b: QuarterCode): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The quarter before; `code` itself when it is none. */
export function previousQuarter(code: QuarterCode): QuarterCode {
  const bounds = quarterBounds(code);
  return bounds ? quarterOf(addDays(bounds.start, -1)) : code;
}

/** The quarter after; `code` itself when it is none. */
export function nextQuarter(code: QuarterCode): QuarterCode {
  const bounds = quarterBounds(code);
  return bounds ? quarterOf(addDays(bounds.end, 1)) : code;
}

/** The quarters in order of time. */
export function sortQuarters(quarters: readonly Quarter[]): Quarter[] {
  // They nearly always are in order already, and every key result asks.
  const inOrder = quarters.every((quarter, index) => index === 0 || quarters[index - 1].code <= quarter.code);
  return inOrder ? [...quarters] : [...quarters].sort((a, b) => compareQuarters(a.code, b.code));
}

export interface QuarterStatus {
  readonly quarter: Quarter;
  readonly begun: boolean;
  /** Last day of the reporting window: the quarter's end and the grace days after it. */
  readonly windowEnds: Day;
  /** Takes check-ins: begun and open, back-dated ones too. */
  readonly reportable: boolean;
  /** The window has not passed yet. */
  readonly windowOpen: boolean;
  /** Days until `windowEnds`: 0 on the last day, negative once it has passed. */
  readonly daysLeft: number;
}

/** Where a quarter stands on a day. @param graceDays days after its end in which reporting is still on time */
export function quarterStatus(quarter: Quarter, today: Day, graceDays: number): QuarterStatus {
  const windowEnds = addDays(quarter.end, graceDays);
  const begun = quarter.start <= today;
  return {
    quarter,
    begun,
    windowEnds,
    reportable: begun && quarter.state === 'open',
    windowOpen: today <= windowEnds,
    daysLeft: daysBetween(today, windowEnds)
  };
}

/**
 * The quarter people report into now: the earliest open one that has begun and whose window has not passed, else the latest
 * open one that has begun (an overdue quarter nobody has closed). `null` when none is open.
 */
export function reportingQuarter(quarters: readonly Quarter[], today: Day, graceDays: number): Quarter | null {
  const reportable = sortQuarters(quarters)
    .map(quarter => quarterStatus(quarter, today, graceDays))
    .filter(status => status.reportable);
  const inWindow = reportable.find(status => status.windowOpen);
  const chosen = inWindow || reportable[reportable.length - 1];
  return chosen ? chosen.quarter : null;
}

/** The quarters whose reporting window has passed, oldest first, in whatever state. */
export function pastQuarters(quarters: readonly Quarter[], today: Day, graceDays: number): Quarter[] {
  const lastInWindow = addDays(today, -graceDays);
  return sortQuarters(quarters.filter(quarter => quarter.end < lastInWindow));
}

/** The last quarter whose reporting window has passed, in whatever state; `null` before the first. */
export function lastDueQuarter(quarters: readonly Quarter[], today: Day, graceDays: number): Quarter | null {
  const due = pastQuarters(quarters, today, graceDays);
  return due.length ? due[due.length - 1] : null;
}

/** The open quarters as the clock alone suggests (§3.4): those whose window has not passed, up to the running one; oldest first. */
export function guessOpenQuarters(today: Day, graceDays: number): QuarterCode[] {
  const running = quarterOf(today);
  const guess = [running];
  // A year is the longest grace that makes sense; the bound keeps a mistyped one from reading all history.
  for (let code = previousQuarter(running); guess.length < 5; code = previousQuarter(code)) {
    const bounds = quarterBounds(code);
    if (!bounds || addDays(bounds.end, graceDays) < today) break;
    guess.unshift(code);
  }
  return guess;
}

/** What is asked of a plan to tell whether it is over. */
export type PlanSpan = Pick<Plan, 'code' | 'start' | 'end' | 'graceDays'>;

/**
 * The plan that has taken another's place: one that holds the day, once the other one's last reporting window has passed. Without such a
 * plan late reports may still come in; `null` then.
 */
export function supersedingPlan(plan: PlanSpan, plans: readonly PlanSpan[], today: Day): string | null {
  if (addDays(plan.end, plan.graceDays) >= today) return null;
  const next = plans.find(other => other.code !== plan.code && other.start > plan.start && other.start <= today && today <= other.end);
  return next ? next.code : null;
}
