import { isSum } from './accumulate';
import type { CheckIn, Day, Light, ProcessCode, Quarter, QuarterCode } from './model';
import { compareQuarters, pastQuarters, quarterStatus, reportingQuarter } from './quarters';
import { type KeyResultStatus, quartersWithin } from './status';

/**
 * - `returned`: a report of the process was returned and waits to be corrected;
 * - `overdue`: nothing for the quarter yet, and the quarter before (or more) passed without a report too;
 * - `due`: nothing for the quarter yet;
 * - `reported`: there is a report for the quarter;
 * - `done`: reached for good, nothing is asked for;
 * - `notTaken`: takes no reports from the process: inactive, shows another's figures, or the process does not answer for it;
 * - `closed`: no quarter is open, or the reporting quarter lies outside the key result's dates.
 */
export type DueState = 'returned' | 'overdue' | 'due' | 'reported' | 'done' | 'notTaken' | 'closed';

export interface Due {
  readonly state: DueState;
  /** The quarter asked about: that of the returned report, else the reporting quarter. */
  readonly quarter: QuarterCode | null;
  /** Days until its window ends, 0 on the last; `null` once it has passed or when there is no quarter. */
  readonly daysLeft: number | null;
  /** Quarters whose window has passed since the last report on the key result (since its start, when there is none). */
  readonly lateQuarters: number;
  /** Check-in to correct, when returned. */
  readonly returned: CheckIn | null;
}

export interface DueInput {
  readonly status: KeyResultStatus;
  readonly process: ProcessCode;
  /** Check-ins of the quarters after the base; those of other key results are ignored. */
  readonly checkIns: readonly CheckIn[];
  readonly quarters: readonly Quarter[];
  readonly today: Day;
  readonly graceDays: number;
}

/** What the clock says of a plan's quarters, told once for all its key results. */
interface QuartersNow {
  readonly all: readonly Quarter[];
  readonly open: ReadonlySet<QuarterCode>;
  /** Those whose window has passed, oldest first. */
  readonly passed: readonly Quarter[];
  readonly reporting: Quarter | null;
  daysLeft(quarter: Quarter): number;
}

function quartersNow({ quarters, today, graceDays }: Pick<DueInput, 'quarters' | 'today' | 'graceDays'>): QuartersNow {
  return {
    all: quarters,
    open: new Set(quarters.filter(({ state }) => state === 'open').map(({ code }) => code)),
    passed: pastQuarters(quarters, today, graceDays),
    reporting: reportingQuarter(quarters, today, graceDays),
    daysLeft: quarter => quarterStatus(quarter, today, graceDays).daysLeft
  };
}

type Asked = Pick<DueInput, 'status' | 'process' | 'checkIns'>;

function returnedCheckIn({ status, process, checkIns }: Asked, open: ReadonlySet<QuarterCode>): CheckIn | null {
  const returned = checkIns.filter(checkIn => checkIn.keyResult === status.keyResult.code
    && checkIn.process === process && checkIn.review === 'returned' && open.has(checkIn.quarter));
  return returned.reduce<CheckIn | null>((first, checkIn) => (first && first.id < checkIn.id ? first : checkIn), null);
}

/**
 * Whether the quarter's report is in. Of a sum every process owes its own contribution; a reading (milestone, scale) is of the
 * key result as a whole, so anybody's does, and so does one of a later quarter, which stands instead.
 */
function isReported(input: Asked, quarter: QuarterCode): boolean {
  const { keyResult, accumulated } = input.status;
  if (isSum(keyResult)) {
    return input.checkIns.some(
      checkIn => checkIn.keyResult === keyResult.code && checkIn.process === input.process && checkIn.quarter === quarter
    );
  }
  return accumulated.lastQuarter !== null && compareQuarters(accumulated.lastQuarter, quarter) >= 0;
}

/**
 * Whether a process has not given the report it owes on a key result for a quarter, whatever the clock says: for what closing the quarter
 * would freeze without it.
 */
export function owesReport(input: Asked, quarter: Quarter): boolean {
  const { keyResult, aliasOf, light } = input.status;
  return keyResult.active && aliasOf === null && keyResult.processes.indexOf(input.process) >= 0 && light !== 'cumplido'
    && quartersWithin(keyResult, [quarter]).length > 0 && !isReported(input, quarter.code);
}

function lateQuarters({ keyResult, accumulated }: KeyResultStatus, passed: readonly Quarter[]): number {
  return quartersWithin(keyResult, passed)
    .filter(quarter => accumulated.lastQuarter === null || compareQuarters(quarter.code, accumulated.lastQuarter) > 0).length;
}

function dueAmong(asked: Asked, quarters: QuartersNow): Due {
  const { status, process } = asked;
  const { keyResult } = status;
  const quarter = quarters.reporting;
  const about = (state: DueState, of: Quarter | null, late = 0, returned: CheckIn | null = null): Due => {
    const daysLeft = of ? quarters.daysLeft(of) : -1;
    return { state, returned, quarter: of ? of.code : null, daysLeft: daysLeft >= 0 ? daysLeft : null, lateQuarters: late };
  };
  if (!keyResult.active || status.aliasOf !== null || keyResult.processes.indexOf(process) < 0) return about('notTaken', quarter);
  const returned = returnedCheckIn(asked, quarters.open);
  if (returned) return about('returned', quarters.all.find(row => row.code === returned.quarter) || quarter, 0, returned);
  if (status.light === 'cumplido') return about('done', quarter);
  if (!quarter) return about('closed', null);
  if (isReported(asked, quarter.code)) return about('reported', quarter);
  if (quartersWithin(keyResult, [quarter]).length === 0) return about('closed', quarter);
  const late = lateQuarters(status, quarters.passed);
  return about(late > 0 ? 'overdue' : 'due', quarter, late);
}

/** What processes owe on the key results of a plan in its reporting quarter: asks the clock once, answers for each. */
export function dueReader(plan: Pick<DueInput, 'quarters' | 'today' | 'graceDays'>): (asked: Asked) => Due {
  const quarters = quartersNow(plan);
  return asked => dueAmong(asked, quarters);
}

/** What a process owes on one key result in the reporting quarter. */
export function dueOf(input: DueInput): Due {
  return dueReader(input)(input);
}

const STATE_ORDER: readonly DueState[] = ['returned', 'overdue', 'due', 'reported', 'closed', 'done', 'notTaken'];
const LIGHT_ORDER: readonly Light[] = ['rojo', 'desactualizado', 'sinDato', 'amarillo', 'verde', 'sinMeta', 'cumplido'];

/** Most urgent first: returned, overdue, due; among them the worse light. For sorting; equal ones keep their order. */
export function compareUrgency(a: { status: KeyResultStatus; due: Due }, b: { status: KeyResultStatus; due: Due }): number {
  return STATE_ORDER.indexOf(a.due.state) - STATE_ORDER.indexOf(b.due.state)
    || LIGHT_ORDER.indexOf(a.status.light) - LIGHT_ORDER.indexOf(b.status.light);
}

/** Whether the state asks the process to do something. */
export function asksForReport(due: Due): boolean {
  return due.state === 'returned' || due.state === 'overdue' || due.state === 'due';
}
