import type { Day, KeyResult, KeyResultCode, QuarterCode, TargetChange } from '../../domain';
import type { RowOutcome } from '../review/port';

/** A programmed target as its row holds it. */
export interface ProgrammedRow {
  readonly id: number;
  readonly etag: string;
  readonly keyResult: KeyResultCode;
  readonly quarter: QuarterCode;
  readonly value: number;
}

/** What a key result's row says that is changed here. */
export interface KeyResultRow {
  readonly id: number;
  readonly etag: string;
  readonly code: KeyResultCode;
  readonly target: number | null;
  readonly weight: number;
}

/** Rows of targets as they stand now, with what it takes to change them without overwriting anybody. */
export interface TargetRows {
  readonly programmed: readonly ProgrammedRow[];
  readonly keyResults: readonly KeyResultRow[];
}

/** One write; each carries the version it is about. */
export type TargetWrite =
  | { readonly kind: 'program'; readonly keyResultId: number; readonly keyResult: KeyResultCode; readonly quarter: QuarterCode; readonly value: number; readonly key: string }
  | { readonly kind: 'reprogram'; readonly row: Pick<ProgrammedRow, 'id' | 'etag'>; readonly value: number }
  | { readonly kind: 'clear'; readonly row: Pick<ProgrammedRow, 'id' | 'etag'> }
  | { readonly kind: 'weigh'; readonly row: Pick<KeyResultRow, 'id' | 'etag'>; readonly weight: number }
  | { readonly kind: 'retarget'; readonly row: Pick<KeyResultRow, 'id' | 'etag'>; readonly target: number | null }
  | { readonly kind: 'record'; readonly keyResultId: number; readonly change: NewTargetChange; readonly key: string }
  | { readonly kind: 'unrecord'; readonly row: { readonly id: number; readonly etag: string } };

/** A row of the targets' history that has not been written yet. */
export interface NewTargetChange extends Pick<TargetChange, 'keyResult' | 'oldTarget' | 'newTarget' | 'reason'> {
  readonly effectiveOn: Day;
}

/** Reads and writes programmed targets, weights and changes of target. Every method rejects with an `AppError` when the request failed. */
export interface TargetKeeper {
  /** The plan's rows as they stand now; one round trip. @param keyResults the plan's: rows of others are left out */
  read(keyResults: readonly KeyResult[]): Promise<TargetRows>;
  /**
   * Writes rows, at most 100 a request, in order; an outcome for each: `conflict` where the row is another version by now, `gone` where it was
   * deleted, `duplicate` where a row of that key is there already.
   */
  write(writes: readonly TargetWrite[], onProgress?: (done: number, total: number) => void): Promise<readonly RowOutcome[]>;
}
