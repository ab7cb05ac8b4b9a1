import type { CheckIn, Day, KeyResult, KeyResultCode, Plan, Process, Quarter, StrategicObjective, TacticalObjective } from '../model';
import type { ListName, Problem, ProblemKind } from '../problems';

/** What a link column holds. */
export interface LinkValue {
  readonly url: string;
  readonly text: string;
}

/**
 * What a cell holds, whatever its column's type: days as `2023-12-31`, moments in ISO, lookups as the row's id, lookups of several values as
 * ids, texts as they were written, spaces and all.
 */
export type CellValue = string | number | boolean | null | readonly number[] | readonly string[] | LinkValue;
/** Cells of a row by the column's internal name (`Processes`, not `ProcessesId`). */
export type Cells = Readonly<Record<string, CellValue>>;

/** A row as its list holds it, for what parsing forgives. */
export interface ListRow {
  readonly list: ListName;
  readonly id: number;
  readonly cells: Cells;
  /** Login of who made it; where it was asked for. */
  readonly author: string | null;
}

/** Rows of the plan's lists, and of the check-ins the most recent ones whatever they say. */
export interface PlanRowFacts {
  readonly rows: readonly ListRow[];
  /** Logins of those who may report for any process: planners and owners. */
  readonly planners: readonly string[];
}

/** How much a finding matters, in the words of the page: Cambia cifras, Puede confundir, Forma. */
export type FindingSeverity = 'changesFigures' | 'confuses' | 'form';

/** What comes of it. Each has a sentence of its own in every language. */
export type FindingEffect =
  | 'rowNotUsed'      // the row counts nowhere
  | 'valueAssumed'    // another value is taken in its place
  | 'valueLost'       // the value counts nowhere
  | 'nobodyReports'
  | 'noAverage'       // nothing to average
  | 'notInAverages'
  | 'countsTwice'
  | 'linkFails'
  | 'readsGrow'
  | 'looksUnexplained'
  | 'onlyForm';

/** The parsers' problems and the rules of our own. */
export type FindingKind = ProblemKind
  | 'codeSpaces'          // spaces around a code
  | 'keyMismatch'         // Key0 says another plan or code than the row
  | 'choiceSpelling'      // understood, but not written as the list's values are
  | 'noResponsible'       // key results nobody answers for; one finding for all
  | 'noKeyResults'        // an objective without anything under it
  | 'weightsZero'         // all that an average is made of weighs nothing
  | 'targetMissing'       // one finding for all
  | 'datesOutsidePlan'
  | 'noMembers'           // a process nobody belongs to
  | 'notAMember'          // a check-in by somebody who is not of its process
  | 'sameWording'         // two key results that say the same
  | 'reportedTwice'       // the same report written twice
  | 'quarterNotClosed'    // long past and still open
  | 'evidenceGone'        // a document that is not in SIGACI any more
  | 'operativePlanGone';

/** A row to go to. */
export interface FindingRow {
  readonly list: ListName;
  /** `null` where there is only the list. */
  readonly id: number | null;
  /** Its code, else its title, else `#id`. */
  readonly name: string;
}

/** A row before and after it is mended; only the columns that change. */
export interface RowChange {
  readonly list: ListName;
  readonly id: number;
  readonly name: string;
  readonly before: Cells;
  readonly after: Cells;
}

/** Where in Mantenimiento something can be mended. */
export type QualityPart = 'metas' | 'responsables' | 'sitio' | 'trimestres';

/** What can be done about it. */
export type Remedy =
  /** Safe: nothing is lost that counts, and the way back is known. */
  | { readonly kind: 'mend'; readonly changes: readonly RowChange[] }
  /** Two key results with one code: somebody must choose. */
  | { readonly kind: 'compare'; readonly code: string; readonly ids: readonly number[] }
  | { readonly kind: 'part'; readonly part: QualityPart }
  /** A change of target gets its row of history, with a reason that is asked for. */
  | { readonly kind: 'history'; readonly keyResult: KeyResultCode }
  /** Only in the list, by somebody who knows. */
  | { readonly kind: 'row' };

export interface Finding {
  /** The same finding has the same id in every reading. */
  readonly id: string;
  readonly kind: FindingKind;
  readonly severity: FindingSeverity;
  readonly effect: FindingEffect;
  /** The first gives it its name; of a grouped finding, all of them. */
  readonly rows: readonly FindingRow[];
  readonly column: string | null;
  /** The offending text or value. */
  readonly found: string | null;
  readonly remedy: Remedy;
}

/** What findings are made of: a workspace and, where they have been read, the rows behind it. */
export interface QualityInput {
  readonly plan: Plan;
  readonly planCodes: readonly string[];
  readonly processes: readonly Process[];
  readonly strategicObjectives: readonly StrategicObjective[];
  readonly tacticalObjectives: readonly TacticalObjective[];
  readonly keyResults: readonly KeyResult[];
  readonly quarters: readonly Quarter[];
  readonly checkIns: readonly CheckIn[];
  readonly problems: readonly Problem[];
  readonly today: Day;
  /** `null`: not read yet; then what only the rows tell is left out, and most mends with it. */
  readonly facts: PlanRowFacts | null;
}

/** Rows by list and id. */
export class RowIndex {
  private readonly byKey = new Map<string, ListRow>();

  public constructor(public readonly rows: readonly ListRow[]) {
    for (const row of rows) this.byKey.set(`${row.list}/${row.id}`, row);
  }

  public find(list: ListName, id: number | null): ListRow | undefined {
    return id === null ? undefined : this.byKey.get(`${list}/${id}`);
  }

  public of(list: ListName): readonly ListRow[] {
    return this.rows.filter(row => row.list === list);
  }
}

/** A cell as text, trimmed; '' for what is none. */
export function cellText(row: ListRow | undefined, column: string): string {
  const value = row ? row.cells[column] : null;
  return typeof value === 'string' ? value.trim() : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** One row's change, from what it holds to `after`. */
export function changeOf(row: ListRow, name: string, after: Cells): RowChange {
  const before: Record<string, CellValue> = {};
  for (const column of Object.keys(after)) before[column] = column in row.cells ? row.cells[column] : null;
  return { list: row.list, id: row.id, name, before, after };
}

export const mendBy = (...changes: readonly RowChange[]): Remedy => ({ kind: 'mend', changes });
export const IN_THE_ROW: Remedy = { kind: 'row' };

/** The way back of a change. */
export function reversed(change: RowChange): RowChange {
  return { ...change, before: change.after, after: change.before };
}
