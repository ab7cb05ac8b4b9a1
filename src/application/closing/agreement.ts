import { cutoffsAt, sortQuarters } from '../../domain';
import type { Accumulated, Cutoff, KeyResultCode, Quarter, QuarterCode, TargetChange } from '../../domain';
import type { NewCutoff } from '../cutoffs';
import type { Services } from '../ports';
import type { Workspace } from '../workspace';
import type { ClosedRows, KeptCutoff } from './port';

/**
 * Why a cutoff may differ, as far as the rows tell:
 * - `missing`: there is no row of the cutoff;
 * - `deleted`: check-ins that went in are no longer there;
 * - `added`: there are check-ins that did not go in;
 * - `edited`: the cutoff's row was changed after the quarter was closed;
 * - `target`: the target that held then, by its history, is another;
 * - `unknown`: a check-in was changed while the list allowed it, or the key result is measured otherwise now.
 */
export type DisagreementCause = 'missing' | 'deleted' | 'added' | 'edited' | 'target' | 'unknown';

/** A cutoff that no longer agrees with the check-ins under it. */
export interface Disagreement {
  readonly keyResult: KeyResultCode;
  readonly quarter: QuarterCode;
  readonly cause: DisagreementCause;
  /** The row; `null` when it is missing. */
  readonly cutoff: KeptCutoff | null;
  /** What closing would freeze today. */
  readonly figures: NewCutoff;
  /** The last check-in that went in, when it is gone; others that are may not be named by anything. */
  readonly goneCheckIn: number | null;
  /** Later cutoffs that differ for no other reason than this one: figures are carried on. */
  readonly carriedTo: readonly QuarterCode[];
}

export interface Agreement {
  readonly disagreements: readonly Disagreement[];
  /** Quarters that were compared, oldest first: fewer than there are when it was cancelled. */
  readonly checked: readonly QuarterCode[];
  /** Cutoffs whose expected progress or light alone would come out otherwise by today's programme and thresholds, as is to be expected. */
  readonly otherRules: number;
  readonly cancelled: boolean;
}

export interface AgreementOptions {
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked before each quarter. */
  readonly isCancelled?: () => boolean;
}

function close(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

function sameYears(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  return Object.keys({ ...a, ...b }).every(year => close(a[year] || 0, b[year] || 0));
}

function sameAccumulated(a: Accumulated, b: Accumulated): boolean {
  return close(a.value, b.value) && a.reports === b.reports && a.lastCheckInId === b.lastCheckInId
    && sameYears(a.pastYears, b.pastYears) && a.stagesDone.join() === b.stagesDone.join();
}

/** Figures that the check-ins and the target make. */
export function sameFigures(a: Pick<Cutoff, 'accumulated' | 'progress' | 'target'>, b: Pick<Cutoff, 'accumulated' | 'progress' | 'target'>): boolean {
  return sameAccumulated(a.accumulated, b.accumulated) && close(a.progress, b.progress) && close(a.target, b.target);
}

/** Later than the closing by more than the run itself takes. */
function changedAfter(cutoff: KeptCutoff, quarter: Quarter): boolean {
  const slack = 3600000;
  return cutoff.version > 1 && cutoff.changedOn !== null && quarter.closedOn !== null
    && Date.parse(cutoff.changedOn) > Date.parse(quarter.closedOn) + slack;
}

function causeOf(cutoff: KeptCutoff, figures: NewCutoff, quarter: Quarter, ids: ReadonlySet<number>): Pick<Disagreement, 'cause' | 'goneCheckIn'> {
  const { lastCheckInId, lastQuarter, reports } = cutoff.accumulated;
  const goneCheckIn = lastCheckInId !== null && lastQuarter === quarter.code && !ids.has(lastCheckInId) ? lastCheckInId : null;
  if (changedAfter(cutoff, quarter)) return { cause: 'edited', goneCheckIn };
  if (goneCheckIn !== null || reports > figures.accumulated.reports) return { cause: 'deleted', goneCheckIn };
  if (reports < figures.accumulated.reports) return { cause: 'added', goneCheckIn };
  if (!close(cutoff.target, figures.target) && sameAccumulated(cutoff.accumulated, figures.accumulated)) return { cause: 'target', goneCheckIn };
  // Without a later change to go by, figures that fit no number of reports were typed.
  return { cause: cutoff.version > 1 ? 'edited' : 'unknown', goneCheckIn };
}

/** What has been recomputed so far. */
interface Course {
  /** Cutoffs of the quarter before as the check-ins make them, and as the list has them. */
  folded: readonly Cutoff[];
  kept: readonly KeptCutoff[];
  previousQuarter: QuarterCode | null;
}

type Finding = Omit<Disagreement, 'carriedTo'> & { carriedTo: QuarterCode[] };

/** Compares one quarter's cutoffs. `own` is what its check-ins add to the cutoffs of the quarter before as the list has them. */
function compare(
  quarter: Quarter, rows: ClosedRows, folded: readonly NewCutoff[], own: readonly NewCutoff[], course: Course, open: Map<KeyResultCode, Finding>
): { found: Finding[]; otherRules: number } {
  const kept = new Map(rows.cutoffs.map(cutoff => [cutoff.keyResult, cutoff]));
  const ownByCode = new Map(own.map(cutoff => [cutoff.keyResult, cutoff]));
  const ids = new Set(rows.checkIns.map(({ id }) => id));
  const found: Finding[] = [];
  let otherRules = 0;
  for (const figures of folded) {
    const { keyResult } = figures;
    const cutoff = kept.get(keyResult);
    if (!cutoff) {
      // A key result that came into the plan later has no rows of before, and nothing is amiss.
      const hadRow = course.kept.some(row => row.keyResult === keyResult);
      if (!hadRow && figures.accumulated.reports === 0) continue;
      found.push({ keyResult, quarter: quarter.code, cause: 'missing', cutoff: null, figures, goneCheckIn: null, carriedTo: [] });
      continue;
    }
    if (sameFigures(cutoff, figures)) {
      open.delete(keyResult);
      if (!close(cutoff.expected, figures.expected) || cutoff.light !== figures.light) otherRules++;
      continue;
    }
    const carried = open.get(keyResult);
    const byOwn = ownByCode.get(keyResult);
    if (carried && byOwn && sameFigures(cutoff, byOwn)) {
      carried.carriedTo.push(quarter.code);
      continue;
    }
    const finding: Finding = {
      keyResult, quarter: quarter.code, cutoff, figures, ...causeOf(cutoff, figures, quarter, ids), carriedTo: []
    };
    open.set(keyResult, finding);
    found.push(finding);
  }
  return { found, otherRules };
}

/**
 * Folds every closed quarter again from its check-ins, one quarter at a time, and finds the cutoffs that say otherwise. Writes nothing.
 * @param targetChanges history of the targets: a cutoff holds the target of its own time
 * @throws AppError when a quarter cannot be read
 */
export async function checkAgreement(
  services: Pick<Services, 'quarters'>, workspace: Workspace, targetChanges: readonly TargetChange[],
  { onProgress, isCancelled }: AgreementOptions = {}
): Promise<Agreement> {
  const ordered = sortQuarters(workspace.quarters);
  const firstOpen = ordered.findIndex(({ state }) => state !== 'closed');
  const closed = firstOpen < 0 ? ordered : ordered.slice(0, firstOpen);
  const disagreements: Finding[] = [];
  const checked: QuarterCode[] = [];
  const open = new Map<KeyResultCode, Finding>();
  const course: Course = { folded: [], kept: [], previousQuarter: null };
  let otherRules = 0;
  if (onProgress) onProgress(0, closed.length);
  for (const quarter of closed) {
    if (isCancelled && isCancelled()) return { disagreements, checked, otherRules, cancelled: true };
    const rows = await services.quarters.readClosed(quarter.code, workspace);
    const { previousQuarter } = course;
    const input = { ...workspace, quarter, targetChanges, checkIns: rows.checkIns, previousQuarter };
    const folded = cutoffsAt({ ...input, previous: course.folded });
    const result = compare(quarter, rows, folded, cutoffsAt({ ...input, previous: course.kept }), course, open);
    disagreements.push(...result.found);
    otherRules += result.otherRules;
    course.folded = folded.map(cutoff => ({ ...cutoff, id: 0 }));
    course.kept = rows.cutoffs;
    course.previousQuarter = quarter.code;
    checked.push(quarter.code);
    if (onProgress) onProgress(checked.length, closed.length);
  }
  return { disagreements, checked, otherRules, cancelled: false };
}
