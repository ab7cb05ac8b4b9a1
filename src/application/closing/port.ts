import type { CheckIn, Cutoff, Instant, KeyResult, Person, Quarter, QuarterCode, QuarterState, TargetChange } from '../../domain';
import type { NewCutoff } from '../cutoffs';
import type { Workspace } from '../workspace';

/** A quarter's row with what closing and opening it again need of it. */
export interface QuarterRow {
  readonly id: number;
  readonly etag: string;
  readonly code: QuarterCode;
  readonly state: QuarterState;
  readonly closedOn: Instant | null;
  readonly lastCheckInId: number | null;
  /** A line for each time it was opened again. */
  readonly reopenReason: string;
  readonly changedBy: Person | null;
  readonly changedOn: Instant | null;
}

/** What the list of check-ins itself refuses (§3.4). */
export type Refusal =
  | { readonly kind: 'none' }
  | { readonly kind: 'upTo'; readonly quarter: QuarterCode }
  /** A formula that closing did not write. */
  | { readonly kind: 'other'; readonly formula: string };

/** The quarters as they stand at this moment. */
export interface QuartersNow {
  /** The plan's, in order of time. */
  readonly rows: readonly QuarterRow[];
  /** The last quarter that another plan of the site has closed. */
  readonly closedElsewhere: QuarterCode | null;
  readonly refusal: Refusal;
  /** The server's clock; `null` where its answer does not tell. */
  readonly serverNow: Instant | null;
  /** History of every target: a cutoff holds the target of its own time. */
  readonly targetChanges: readonly TargetChange[];
}

export type QuarterChange = Partial<Pick<QuarterRow, 'state' | 'closedOn' | 'lastCheckInId' | 'reopenReason'>>;

/** A cutoff with what its row says of its last change. */
export interface KeptCutoff extends Cutoff {
  /** Number of the row's version: 1 as the closing wrote it. */
  readonly version: number;
  readonly changedBy: Person | null;
  readonly changedOn: Instant | null;
}

/** A closed quarter's cutoffs and the check-ins under them. */
export interface ClosedRows {
  readonly cutoffs: readonly KeptCutoff[];
  readonly checkIns: readonly CheckIn[];
}

export interface WrittenCutoffs {
  readonly added: number;
  /** Rows of an earlier run, or edited by hand, that now hold the right figures. */
  readonly corrected: number;
  readonly unchanged: number;
}

/** What a row belongs to, and how its lookups are read. */
export type PlanParts = Pick<Workspace, 'plan' | 'quarters' | 'keyResults' | 'processes'>;

/** Quarters, their cutoffs and what the list of check-ins refuses. Every method rejects with an `AppError`. */
export interface QuarterKeeper {
  /** The rows as they stand now; one round trip. */
  read(plan: PlanParts): Promise<QuartersNow>;
  /** Changes a quarter's row if it is still the version of `etag`; else rejects with `conflict` (or `gone`). @returns its new ETag */
  write(row: Pick<QuarterRow, 'id' | 'etag'>, change: QuarterChange): Promise<string>;
  /** Makes a row for a quarter whose own was deleted. */
  restore(plan: PlanParts, quarter: Pick<Quarter, 'code' | 'start' | 'end' | 'state'>): Promise<void>;
  /** Makes the list itself refuse check-ins of quarters up to one; of none with `null`. */
  refuseUpTo(quarter: QuarterCode | null): Promise<void>;
  /**
   * Brings the rows of one quarter's cutoffs to these figures: those that are missing are added, those that hold others changed in place,
   * at most a hundred to a request. Called again it finds nothing to do.
   * @param onProgress rows done, of how many
   */
  writeCutoffs(
    quarter: QuarterCode, cutoffs: readonly NewCutoff[], keyResults: readonly KeyResult[], onProgress: (done: number, total: number) => void
  ): Promise<WrittenCutoffs>;
  /** Cutoffs and check-ins of a closed quarter; one round trip. */
  readClosed(quarter: QuarterCode, plan: PlanParts): Promise<ClosedRows>;
}
