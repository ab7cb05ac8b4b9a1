import type { CheckIn, QuarterCode, ReviewState, Verdict } from '../../domain';
import { AppError } from '../errors';
import type { Services } from '../ports';
import type { Workspace } from '../workspace';
import type { NewVerdict, RecordedVerdict, ReviewedVersions, RowOutcome } from './port';

/** Longest reason, in characters. */
export const NOTE_LIMIT = 2000;

/** What a planner decides about a check-in, as they saw it: its version and the verdict it had then are part of it. */
export interface VerdictOn {
  readonly checkIn: CheckIn;
  readonly verdict: Verdict;
  /** Why it is returned; nothing where it is approved. */
  readonly note: string;
}

/**
 * Why a verdict was not written:
 * - `own`: nobody judges their own check-in;
 * - `reasonMissing`, `reasonTooLong`: a return says why, in {@link NOTE_LIMIT} characters;
 * - `changed`: the check-in was edited since it was read, so that the planner has not seen what there is now;
 * - `gone`: it was deleted;
 * - `judgedOtherwise`: somebody gave this version another verdict in the meantime.
 */
export type ReviewRefusal = 'own' | 'reasonMissing' | 'reasonTooLong' | 'changed' | 'gone' | 'judgedOtherwise';

/** How a verdict came out. */
export type ReviewResult =
  /** It stands. `row` is the one that was written; `null` where the same verdict stood already. */
  | { readonly kind: 'done'; readonly row: Pick<RecordedVerdict, 'id' | 'etag'> | null }
  | { readonly kind: 'refused'; readonly why: ReviewRefusal; readonly by: string }
  | { readonly kind: 'failed'; readonly error: AppError };

export interface ReviewOutcome {
  readonly on: VerdictOn;
  readonly result: ReviewResult;
}

export interface ReviewRun {
  /** One per verdict, in the order given. */
  readonly outcomes: readonly ReviewOutcome[];
  /** With the verdicts that stand folded in. */
  readonly workspace: Workspace;
  /** Something was found to be other than what the screen shows: it should be read again. */
  readonly stale: boolean;
}

const STATES: Readonly<Record<Verdict, ReviewState>> = { Aprobado: 'approved', Devuelto: 'returned' };

/** Whether the person may judge a check-in: any but their own. SharePoint sees to it that only planners write verdicts at all. */
export function isOwn(workspace: Pick<Workspace, 'user'>, checkIn: Pick<CheckIn, 'author'>): boolean {
  return checkIn.author !== null && checkIn.author.login.toLowerCase() === workspace.user.login.toLowerCase();
}

/** The workspace with a check-in's verdict, wherever it shows the check-in. */
export function withReview(workspace: Workspace, id: number, review: ReviewState, note: string): Workspace {
  const judged = (rows: readonly CheckIn[]): readonly CheckIn[] => rows.map(
    row => (row.id === id ? { ...row, review, reviewNote: review === 'returned' ? note : '' } : row)
  );
  const { dashboard } = workspace;
  return {
    ...workspace,
    checkIns: judged(workspace.checkIns),
    dashboard: dashboard && { ...dashboard, lastReports: judged(dashboard.lastReports) }
  };
}

/** The workspace with the verdicts that stand. A check-in that has become another version since is left as it is. */
export function withOutcomes(workspace: Workspace, outcomes: readonly ReviewOutcome[]): Workspace {
  const versions = new Map(workspace.checkIns.map(({ id, version }) => [id, version]));
  return outcomes.reduce((all, { on: { checkIn, verdict, note }, result }) => {
    const version = versions.get(checkIn.id);
    if (result.kind !== 'done' || (version !== undefined && version !== checkIn.version)) return all;
    return withReview(all, checkIn.id, STATES[verdict], note.trim());
  }, workspace);
}

/** Verdicts on the version that was seen, oldest first. */
function verdictsOn(now: ReviewedVersions, { id, version }: CheckIn): readonly RecordedVerdict[] {
  return now.verdicts.filter(verdict => verdict.checkIn === id && verdict.version === version);
}

function lastVerdict(now: ReviewedVersions, checkIn: CheckIn): RecordedVerdict | null {
  const given = verdictsOn(now, checkIn);
  return given.length ? given[given.length - 1] : null;
}

/** What is wrong with a verdict whatever stands in the lists. */
function refusalBefore(workspace: Workspace, { checkIn, verdict, note }: VerdictOn): ReviewRefusal | null {
  if (isOwn(workspace, checkIn)) return 'own';
  if (verdict === 'Devuelto' && note.trim() === '') return 'reasonMissing';
  return note.trim().length > NOTE_LIMIT ? 'reasonTooLong' : null;
}

/** What the lists say now: the result without writing anything, or `null` where the row is to be written. */
function resultNow(now: ReviewedVersions, { checkIn, verdict, note }: VerdictOn): ReviewResult | null {
  const refused = (why: ReviewRefusal, by = ''): ReviewResult => ({ kind: 'refused', why, by });
  const version = now.versions.get(checkIn.id);
  if (version === undefined) return refused('gone');
  if (version !== checkIn.version) return refused('changed');
  const last = lastVerdict(now, checkIn);
  // The row of an attempt whose answer was lost, or a colleague's who decided the same: nothing to add.
  if (last && last.verdict === verdict && (verdict === 'Aprobado' || last.note === note.trim())) return { kind: 'done', row: null };
  const state = last ? STATES[last.verdict] : 'pending';
  return state === checkIn.review ? null : refused('judgedOtherwise', last && last.author ? last.author.name : '');
}

function rowOf({ checkIn, verdict, note }: VerdictOn, now: ReviewedVersions): NewVerdict {
  const { id, version, quarter } = checkIn;
  // After the last one's id, not their number: one that was taken back leaves its number free for another.
  const last = lastVerdict(now, checkIn);
  return {
    checkIn: id, version, quarter, verdict, note: note.trim(),
    title: [checkIn.keyResult, checkIn.process, quarter, version].filter(Boolean).join(' · '),
    key: `${id}/${version}/${last ? last.id : 0}`
  };
}

/** Reads what stands, and writes what is left to write. */
async function judge(
  services: Pick<Services, 'reviews'>, verdicts: readonly VerdictOn[], results: Map<VerdictOn, ReviewResult>,
  onProgress?: (done: number, total: number) => void
): Promise<void> {
  const quarters = Array.from(new Set<QuarterCode>(verdicts.map(({ checkIn }) => checkIn.quarter)));
  const now = await services.reviews.read(quarters);
  const toWrite: VerdictOn[] = [];
  for (const on of verdicts) {
    const result = resultNow(now, on);
    if (result) results.set(on, result);
    else toWrite.push(on);
  }
  if (toWrite.length === 0) return;
  const written = await services.reviews.add(toWrite.map(on => rowOf(on, now)), onProgress);
  // The row is there already, of a request that was sent twice or of a colleague at the same moment; or the check-in has just been deleted.
  const unclear = (outcome: RowOutcome): boolean => !outcome.ok && ['duplicate', 'gone', 'unexpected'].indexOf(outcome.error.kind) >= 0;
  const then = written.some(unclear) ? await services.reviews.read(quarters) : now;
  toWrite.forEach((on, index) => {
    const outcome = written[index];
    if (outcome.ok) results.set(on, { kind: 'done', row: { id: outcome.id, etag: outcome.etag } });
    else results.set(on, (unclear(outcome) && resultNow(then, on)) || { kind: 'failed', error: outcome.error });
  });
}

/**
 * Gives verdicts on check-ins, as one run: what stands now is read first, so that nothing is judged that was edited in the meantime and
 * a run repeated after a lost answer doubles nothing; then all rows are written together. One that is refused keeps none of the others.
 * A verdict changes no figure, so that check-ins of a closed quarter can be judged too.
 * @param onProgress rows written, of how many
 * @throws AppError `noAccess` for whoever may not edit the plan; else what the request as a whole failed with: run again, it goes on
 */
export async function reviewCheckIns(
  services: Pick<Services, 'reviews'>, workspace: Workspace, verdicts: readonly VerdictOn[],
  onProgress?: (done: number, total: number) => void
): Promise<ReviewRun> {
  if (!workspace.permissions.plan) throw new AppError('noAccess', { list: 'Reviews' });
  const results = new Map<VerdictOn, ReviewResult>();
  for (const on of verdicts) {
    const why = refusalBefore(workspace, on);
    if (why !== null) results.set(on, { kind: 'refused', why, by: '' });
  }
  const left = verdicts.filter(on => !results.has(on));
  if (left.length > 0) await judge(services, left, results, onProgress);
  const outcomes = verdicts.map((on): ReviewOutcome => ({ on, result: results.get(on) as ReviewResult }));
  return {
    outcomes,
    workspace: withOutcomes(workspace, outcomes),
    stale: outcomes.some(({ result }) => result.kind === 'refused' && ['changed', 'gone', 'judgedOtherwise'].indexOf(result.why) >= 0)
  };
}

/** A verdict that could not be taken back: `conflict` where another has followed, or its row was edited. */
export interface NotUndone {
  readonly on: VerdictOn;
  readonly error: AppError;
}

/**
 * Takes verdicts back that were just given: their rows go, and the check-ins stand as they did before.
 * @throws AppError what a request as a whole failed with
 */
export async function undoReviews(
  services: Pick<Services, 'reviews'>, workspace: Workspace, outcomes: readonly ReviewOutcome[]
): Promise<{ readonly workspace: Workspace; readonly failed: readonly NotUndone[] }> {
  const now = await services.reviews.read(Array.from(new Set(outcomes.map(({ on }) => on.checkIn.quarter))));
  const failed: NotUndone[] = [];
  const left: { readonly on: VerdictOn; readonly row: Pick<RecordedVerdict, 'id' | 'etag'> }[] = [];
  for (const { on, result } of outcomes) {
    const last = lastVerdict(now, on.checkIn);
    const row = result.kind === 'done' ? result.row : null;
    if (row && (!last || last.id === row.id)) left.push({ on, row });
    else failed.push({ on, error: new AppError('conflict', { list: 'Reviews' }) });
  }
  const removed = await services.reviews.remove(left.map(({ row }) => row));
  let after = workspace;
  left.forEach(({ on }, index) => {
    const outcome = removed[index];
    if (!outcome.ok) failed.push({ on, error: outcome.error });
    // Corrected in the meantime it is another version, and pending already.
    else if (after.checkIns.some(({ id, version }) => id === on.checkIn.id && version === on.checkIn.version)) {
      after = withReview(after, on.checkIn.id, on.checkIn.review, on.checkIn.reviewNote);
    }
  });
  return { workspace: after, failed };
}
