import type { Person, QuarterCode, Verdict } from '../../domain';
import type { AppError } from '../errors';

/** A verdict as its row in the Reviews list holds it. */
export interface RecordedVerdict {
  readonly id: number;
  readonly etag: string;
  /** Id of the check-in it judges, and the version of it. */
  readonly checkIn: number;
  readonly version: string;
  readonly verdict: Verdict;
  readonly note: string;
  readonly author: Person | null;
}

/** What stands in the lists now, beside what a screen read a while ago. */
export interface ReviewedVersions {
  /** Current version of every check-in of the quarters asked for, by id. */
  readonly versions: ReadonlyMap<number, string>;
  /** Verdicts on them, oldest first: of several on one version the last stands. */
  readonly verdicts: readonly RecordedVerdict[];
}

/** A verdict that has no row yet. */
export interface NewVerdict extends Omit<RecordedVerdict, 'id' | 'etag' | 'author'> {
  /** The check-in's. */
  readonly quarter: QuarterCode;
  /** What the row is called, `OE1-OT2-R6 · GCI · 2023-T3 · 1.0`. */
  readonly title: string;
  /** Unique: which verdict it is on that version, so that a request sent again, or a colleague at the same moment, doubles nothing. */
  readonly key: string;
}

/** How one of several writes came out. */
export type RowOutcome =
  | { readonly ok: true; readonly id: number; readonly etag: string }
  | { readonly ok: false; readonly error: AppError };

/** Reads and writes verdicts. Every method rejects with an `AppError` when the request as a whole failed. */
export interface ReviewRegister {
  /** Versions and verdicts as they stand now; one round trip. */
  read(quarters: readonly QuarterCode[]): Promise<ReviewedVersions>;
  /**
   * Adds rows, at most 100 a request; an outcome for each, in order. `duplicate` where there is a row of that key. What is said of
   * a check-in that was deleted is not documented: read again to tell.
   * @param onProgress called after every request
   */
  add(verdicts: readonly NewVerdict[], onProgress?: (done: number, total: number) => void): Promise<readonly RowOutcome[]>;
  /** Deletes verdicts' rows, each if it is still the version of its `etag`, else `conflict`. One that is gone already counts as deleted. */
  remove(verdicts: readonly Pick<RecordedVerdict, 'id' | 'etag'>[]): Promise<readonly RowOutcome[]>;
}
