import type { AppError } from './errors';
import type { PlainRow, SiteRows } from './import/rows';
import type {
  CheckIn, CheckInDraft, Decision, DecisionDraft, Evidence, Instant, KeyResult, Person, ProcessCode, QuarterCode
} from '../domain';
import type { ListName, Problem } from '../domain/problems';
import type { ClosedQuarter } from './closed-quarter';
import type { ReviewRegister } from './review/port';
import type { DriftFinding, DriftReport, RepairProgress, RepairResult } from './set-up/drift-report';
import type { OperativePlans, QualityReader, ResponsibilityKeeper, RowMender } from './quality';
import type { QuarterKeeper } from './closing/port';
import type { TargetKeeper } from './targets/port';
import type { KeyResultHistory, TargetVersion, Workspace, WorkspaceScope } from './workspace';

/** Reads the plan and its follow-up. Every method rejects with an `AppError`. */
export interface PlanReader {
  /**
   * The first screen, in one round trip; two when the clock's guess of the open quarters was wrong (§3.4).
   * @param now the site's clock; @param planCode the plan to show; by default the one whose dates hold `now`, else the latest
   * @param scope `plan` by default
   */
  readWorkspace(now: Date, planCode?: string, scope?: WorkspaceScope): Promise<Workspace>;
  /** Cutoffs, target changes and the linked indicator of one key result, in one round trip. */
  readHistory(keyResult: KeyResult): Promise<KeyResultHistory>;
  /** Check-ins of one key result in one quarter, newest first, with their review; one round trip. */
  readCheckIns(keyResult: KeyResult, quarter: QuarterCode): Promise<{ checkIns: CheckIn[]; problems: Problem[] }>;
  /** Cutoffs and check-ins of one closed quarter, with their review, in one round trip. @param workspace the plan they belong to */
  readClosedQuarter(workspace: Workspace, quarter: QuarterCode): Promise<ClosedQuarter>;
  /** Versions of the key result's row that changed its target, newest first, down to the first one; none where it never changed. */
  readTargetVersions(keyResult: KeyResult): Promise<TargetVersion[]>;
}

/** Writes check-ins. One request each. */
export interface CheckInWriter {
  /**
   * Adds a check-in. A retry with the same `clientKey` finds the row that the lost answer was about instead of doubling it.
   * Rejects with `noAccess`, `refused`, `quarterClosed`, `throttled`, `offline` …
   */
  add(draft: CheckInDraft, references: CheckInReferences): Promise<CheckIn>;
  /**
   * Replaces the check-in's content if it is still the version of `etag`; else rejects with `conflict` (or `gone`). The author is part of the
   * answer only where it is given.
   */
  update(
    checkIn: Pick<CheckIn, 'id' | 'etag'> & Partial<Pick<CheckIn, 'author'>>, draft: CheckInDraft, references: CheckInReferences
  ): Promise<CheckIn>;
  /** Deletes if it is still the version of `etag`. Resolves too when it is already gone. */
  remove(checkIn: Pick<CheckIn, 'id' | 'etag'>): Promise<void>;
  /** The check-in as it stands now, and who changed it, for the conflict dialog. */
  read(id: number): Promise<ChangedCheckIn>;
}

/** A check-in with its last change, where the site says. */
export interface ChangedCheckIn extends CheckIn {
  readonly changedBy?: Person | null;
  readonly changedOn?: Instant;
}

/** List item ids of what a draft points to. */
export interface CheckInReferences {
  readonly keyResultId: number;
  readonly processId: number;
}

/** The committee's decisions. One request each; who may write is SharePoint's to say. */
export interface DecisionRegister {
  /**
   * Adds a decision. A retry with the same `clientKey` finds the row that the lost answer was about instead of doubling it.
   * Rejects with `noAccess`, `throttled`, `offline` …
   */
  add(draft: DecisionDraft, references: DecisionReferences): Promise<Decision>;
  /** Replaces the decision's content if it is still the version of `etag`; else rejects with `conflict` (or `gone`). */
  update(decision: Pick<Decision, 'id' | 'etag'>, draft: DecisionDraft, references: DecisionReferences): Promise<Decision>;
  /** Deletes if it is still the version of `etag`. Resolves too when it is already gone. */
  remove(decision: Pick<Decision, 'id' | 'etag'>): Promise<void>;
  /** All decisions of the plan, open or not, newest first; those of other plans are left out. */
  list(plan: Pick<Workspace, 'keyResults' | 'strategicObjectives' | 'processes'>): Promise<{ decisions: Decision[]; problems: Problem[] }>;
}

/** List item ids of what a decision points to. */
export interface DecisionReferences {
  readonly keyResultId: number | null;
  readonly strategicObjectiveId: number | null;
  readonly processId: number | null;
}

/** Documents of the operative plans' library. */
export interface EvidenceLibrary {
  /** Files and folders under the process's folder, or under the folder that is an entry's `url`; folders first. */
  list(process: ProcessCode, folder?: string): Promise<EvidenceEntry[]>;
}

export interface EvidenceEntry extends Evidence {
  readonly isFolder: boolean;
  /** ISO */
  readonly modified: string;
  /** Bytes; 0 for folders. */
  readonly size: number;
}

/** One step of setting a site up, in order. `id` is stable (`list:KeyResults`), for progress and resuming. */
export interface SetUpStep {
  readonly id: string;
  readonly kind: 'groups' | 'list' | 'columns' | 'views' | 'permissions' | 'rows' | 'version';
  /** Title of the list or group it is about, in Spanish. */
  readonly subject: string;
}

export interface SetUpProgress {
  readonly step: SetUpStep;
  readonly done: number;
  readonly total: number;
}

/** Creates the lists, groups, permissions and the plan's rows. Idempotent; run again after a failure it goes on. */
export interface SiteSetUp {
  /** What is there: nothing, part of it, all of it, and whether the person may change that. */
  inspect(): Promise<{ state: 'missing' | 'partial' | 'ready'; missing: readonly string[]; allowed: boolean; owners: readonly string[] }>;
  /** @param onProgress called after every step. Rejects with `noAccess` before anything is written when the person may not. */
  run(onProgress: (progress: SetUpProgress) => void): Promise<void>;
  /** What in the site differs from the schema; one round trip. Rejects with `noAccess` where the person cannot read permissions. */
  drift(): Promise<DriftReport>;
  /**
   * Mends findings without losing what rows hold: those whose `repair` is `safe`; others are passed over. One that fails does not keep the
   * next from being mended. Run again it mends what is left.
   * @param onProgress called after every finding. Rejects with `noAccess` before anything is written when the person may not.
   */
  repair(findings: readonly DriftFinding[], onProgress: (progress: RepairProgress) => void): Promise<RepairResult>;
}

/** Id of the row of a key; `null` where there is none. */
export type RowKeys = (list: ListName, key: string) => number | null;

/** A row to add, or to change if it is still the version of `etag`. References name the keys of their rows. */
export type WriteOfRow =
  | { readonly kind: 'add'; readonly list: ListName; readonly key: string; readonly row: PlainRow }
  | { readonly kind: 'merge'; readonly list: ListName; readonly key: string; readonly id: number; readonly etag: string; readonly row: PlainRow };

export type RowWritten =
  | { readonly ok: true; readonly id: number; readonly etag: string }
  | { readonly ok: false; readonly error: AppError };

/** Reads and writes whole rows of every list, for import, export and a new period. */
export interface PlanWriter {
  /**
   * Every row of the lists, oldest first, history among them: pages of 5,000.
   * @param onProgress how many lists have been read
   */
  readRows(lists: readonly ListName[], onProgress?: (done: number, total: number) => void): Promise<SiteRows>;
  /**
   * Writes at most a batch of rows and says of each how it came out: `conflict` where it is no longer the version of its ETag, `duplicate`
   * where its key is taken, `refused` with the column where it names a person nobody knows. Rejects when no answer came at all.
   */
  writeRows(writes: readonly WriteOfRow[], keys: RowKeys): Promise<readonly RowWritten[]>;
  /** Makes the columns that hold a quarter offer these too. */
  offerQuarters(codes: readonly QuarterCode[]): Promise<void>;
}

/** Where the lists are, for links out of the app. */
export interface SiteLinks {
  /** Address of a list's default view; `null` when unknown. */
  list(list: string): string;
  /** Address of the form that edits a row. */
  row(list: string, id: number): string;
}

/** Storage of the browser that may be full, blocked or cleared at any time: reads give `null` then. Keys are already per user. */
export interface LocalStore {
  read(key: string): string | null;
  write(key: string, value: string): void;
  remove(key: string): void;
}

/** All that the interface is given. Made once in the web part. */
export interface Services {
  readonly plan: PlanReader;
  readonly checkIns: CheckInWriter;
  readonly decisions: DecisionRegister;
  readonly reviews: ReviewRegister;
  readonly targets: TargetKeeper;
  readonly evidence: EvidenceLibrary;
  readonly quarters: QuarterKeeper;
  readonly setUp: SiteSetUp;
  readonly quality: QualityReader;
  readonly rows: RowMender;
  readonly responsibilities: ResponsibilityKeeper;
  readonly operativePlans: OperativePlans;
  readonly planRows: PlanWriter;
  readonly links: SiteLinks;
  readonly store: LocalStore;
  /** The clock. */
  readonly now: () => Date;
  /** A new unique key for a check-in. */
  readonly newKey: () => string;
}
