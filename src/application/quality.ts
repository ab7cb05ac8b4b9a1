import type { Cells, Instant, LinkValue, PlanRowFacts, ProcessCode, RowChange } from '../domain';
import type { AppError } from './errors';

/** Reads what parsing forgives. Rejects with an `AppError`. */
export interface QualityReader {
  /** Rows of the plan's lists and the most recent check-ins, as they are written; one round trip. */
  readFacts(): Promise<PlanRowFacts>;
}

/** How one change came out. Of a conflict, what the row's columns hold now. */
export type MendOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: AppError; readonly current: Cells | null };

/** Mends rows of any list. */
export interface RowMender {
  /**
   * Reads the rows afresh and writes those whose columns still hold what was on screen (`before`), with their ETags; the others come back as
   * conflicts, with what they hold now. Rows come out each for itself; the order of the changes is kept.
   * @param onProgress called after every batch, with rows. Rejects with an `AppError` when a whole request failed: run again it goes on, since
   * what is already as wanted counts as done
   */
  mend(changes: readonly RowChange[], onProgress?: (done: number, total: number) => void): Promise<MendOutcome[]>;
}

/** Who answers for a key result, as its row says. */
export interface ResponsibleRow {
  /** The key result's row. */
  readonly id: number;
  readonly etag: string;
  /** Rows of Processes, ascending. */
  readonly processIds: readonly number[];
  readonly changedBy: string;
  readonly changedOn: Instant;
}

export type ResponsibleOutcome =
  | { readonly ok: true; readonly id: number; readonly etag: string }
  /** `theirs`: the row as it stands, where somebody changed it meanwhile. */
  | { readonly ok: false; readonly id: number; readonly error: AppError; readonly theirs: ResponsibleRow | null };

/** The responsibility matrix, to be edited. Rejects with an `AppError`. */
export interface ResponsibilityKeeper {
  /** Every key result's row, with its ETag; one round trip. */
  read(): Promise<ResponsibleRow[]>;
  /** Writes rows in batches, each if it is still the version of its ETag. @param onProgress called after every batch, with rows */
  write(
    rows: readonly Pick<ResponsibleRow, 'id' | 'etag' | 'processIds'>[], onProgress?: (done: number, total: number) => void
  ): Promise<ResponsibleOutcome[]>;
}

/** A document or folder of the SIGACI library. */
export interface LibraryEntry {
  /** Site-relative, percent-encoded. */
  readonly url: string;
  readonly name: string;
  readonly isFolder: boolean;
  readonly modified: Instant;
  readonly modifiedBy: string;
}

/** What a link leads to; `elsewhere`: not on this site, so nobody looked. */
export type LinkTarget =
  | { readonly kind: 'found'; readonly entry: LibraryEntry }
  | { readonly kind: 'gone' }
  | { readonly kind: 'elsewhere' };

export interface OperativePlanCandidates {
  readonly process: ProcessCode;
  /** Folders and documents with the process's code in their name, the likeliest first. */
  readonly candidates: readonly LibraryEntry[];
}

/** Operative plans in the SIGACI library. Rejects with an `AppError`. */
export interface OperativePlans {
  /** Looks through the library for the processes' codes; a request for each 5,000 documents. */
  findOperativePlans(processes: readonly ProcessCode[]): Promise<OperativePlanCandidates[]>;
  /**
   * What links lead to, in their order; a request for each 100, and another where documents turn out to be folders.
   * Cancelled, those not looked at are missing at the end.
   */
  lookUp(
    urls: readonly string[], options?: { readonly onProgress?: (done: number, total: number) => void; readonly isCancelled?: () => boolean }
  ): Promise<LinkTarget[]>;
}

/** The link of a process to its operative plan, changed. */
export function operativePlanChange(
  process: { readonly id: number; readonly code: ProcessCode; readonly operativePlanUrl: string }, link: LinkValue | null
): RowChange {
  const before = process.operativePlanUrl === '' ? null : { url: process.operativePlanUrl, text: '' };
  return { list: 'Processes', id: process.id, name: process.code, before: { OperativePlanUrl: before }, after: { OperativePlanUrl: link } };
}
