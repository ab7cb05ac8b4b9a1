import { groupBy } from '../../domain';
import type { ListName } from '../../domain';
import { cellText, readCell } from './cells';
import type { Issue, IssueKind } from './issues';
import { shown } from './issues';
import { fingerprint, keyOf, planOf } from './keys';
import type { PlainRow, PlainValue } from './rows';
import { isEmpty } from './rows';
import { type CellValue, closest, plainText, type Sheet } from './sheets';
import { isScoped, type ListTable, sheetColumns, type TableColumn, TABLES, tableOf, titleFor } from './tables';

/** A row of a file as a row of a list: its columns read, its references turned into keys. */
export interface FileRow {
  readonly list: ListName;
  readonly sheet: string;
  /** As the spreadsheet numbers it; 0 for a row no sheet holds. */
  readonly row: number;
  readonly key: string;
  /** Columns that the file has; one that it lacks is left as the site has it. */
  readonly values: PlainRow;
  readonly issues: readonly Issue[];
}

export interface SheetIssue extends Issue {
  readonly sheet: string;
}

/** What a file holds. */
export interface ParsedWorkbook {
  readonly rows: readonly FileRow[];
  readonly sheetIssues: readonly SheetIssue[];
  /** Which list each sheet was read as; `null`: none. */
  readonly sheets: readonly { readonly name: string; readonly list: ListName | null; readonly rows: number }[];
  /** What made the file, as far as can be told. */
  readonly source: 'plan' | 'vivaGoals';
}

export interface ParseOptions {
  /** Code of the plan that rows without one are of. */
  readonly plan: string;
  /** Lists that a person chose for sheets whose names say nothing. */
  readonly assigned?: Readonly<Record<string, ListName | null>>;
  /** Lets the screen draw; awaited every few hundred rows. */
  readonly breathe?: () => Promise<void>;
}

/** More than any plan has, and what a browser reads in a few seconds. */
export const MOST_ROWS = 50000;
/** Rows above the headings may hold a title and remarks. */
const HEADING_WITHIN = 15;
const BREATHE_EVERY = 400;
/** Sheets that explain, and are not for reading. */
export const EXPLAINING_SHEETS = ['Instrucciones', 'Sobre este archivo', 'Informe', 'Instructions', 'About'];

interface FoundColumn {
  readonly column: TableColumn;
  readonly index: number;
}

function headingsOf(column: TableColumn): readonly string[] {
  return [column.header, column.name, ...(column.also || [])];
}

function matches(heading: string, column: TableColumn): boolean {
  return headingsOf(column).some(one => plainText(one) === heading);
}

/** Its own heading first: "Proceso" is a column of its own on one sheet, and another word for one on the next. */
function columnFor(heading: string, columns: readonly TableColumn[]): TableColumn | undefined {
  return columns.find(({ header }) => plainText(header) === heading) || columns.find(column => matches(heading, column));
}

function headingRow(sheet: Sheet, columns: readonly TableColumn[]): { index: number; found: number } {
  let best = { index: -1, found: 0 };
  sheet.rows.slice(0, HEADING_WITHIN).forEach((row, index) => {
    const found = row.filter(cell => typeof cell === 'string' && columnFor(plainText(cell), columns) !== undefined).length;
    if (found > best.found) best = { index, found };
  });
  return best;
}

/** The list whose headings a sheet has most of; `null` where it has hardly any. */
function listByHeadings(sheet: Sheet): { list: ListName; found: number } | null {
  const [best] = TABLES
    .map(table => ({ list: table.list, found: headingRow(sheet, sheetColumns(table)).found }))
    .filter(({ found }) => found >= 3).sort((one, other) => other.found - one.found);
  return best || null;
}

/** The list a sheet is of: by its name, unless its headings plainly are another's; without a name, what its headings suggest. */
export function listOfSheet(sheet: Sheet, assigned: ParseOptions['assigned'] = {}): { list: ListName | null; suggestion: ListName | null } {
  if (sheet.name in assigned) return { list: assigned[sheet.name], suggestion: null };
  const name = plainText(sheet.name);
  const named = TABLES.find(table => [table.sheet, table.list, ...table.also].some(one => plainText(one) === name));
  const best = listByHeadings(sheet);
  if (named) {
    // `plan.csv` may hold the plan's key results: a file's name is chosen with less care than its headings.
    const misnamed = best !== null && headingRow(sheet, sheetColumns(named)).found * 2 < best.found;
    return misnamed ? { list: null, suggestion: best.list } : { list: named.list, suggestion: null };
  }
  const near = closest(sheet.name, TABLES.map(table => table.sheet));
  if (near !== null) return { list: null, suggestion: TABLES.find(table => table.sheet === near)?.list ?? null };
  return { list: null, suggestion: best && best.list };
}

class SheetReader {
  public readonly issues: SheetIssue[] = [];
  public readonly rows: FileRow[] = [];
  private columns: FoundColumn[] = [];

  public constructor(private readonly sheet: Sheet, private readonly table: ListTable, private readonly plan: string) {}

  public async read(breathe: () => Promise<void>): Promise<void> {
    const wanted = sheetColumns(this.table);
    const heading = headingRow(this.sheet, wanted);
    if (heading.index < 0) {
      this.tell('noHeadings', 'error', { suggestion: wanted.filter(({ required }) => required).map(({ header }) => header).join(', ') });
      return;
    }
    this.findColumns(this.sheet.rows[heading.index], wanted);
    if (this.issues.some(({ severity }) => severity === 'error')) return;
    if (this.sheet.formulas > 0) this.tell('formulasUsed', 'note', { found: String(this.sheet.formulas) });
    if (this.sheet.merged > 0) this.tell('mergedCells', 'note', { found: String(this.sheet.merged) });
    for (let index = heading.index + 1; index < this.sheet.rows.length; index++) {
      if (this.rows.length > 0 && this.rows.length % BREATHE_EVERY === 0) await breathe();
      const cells = this.sheet.rows[index];
      if (this.columns.every(({ index: at }) => cellText(cells[at] ?? null) === '')) continue;
      this.rows.push(this.readRow(cells, index + 1));
    }
    if (this.rows.length === 0) this.tell('emptySheet', 'note');
  }

  private tell(kind: IssueKind, severity: Issue['severity'], more: Partial<Issue> = {}): void {
    this.issues.push({ kind, severity, sheet: this.sheet.name, list: this.table.list, ...more });
  }

  private findColumns(headings: readonly CellValue[], wanted: readonly TableColumn[]): void {
    const unknown: string[] = [];
    headings.forEach((cell, index) => {
      const heading = cellText(cell);
      const plain = plainText(heading);
      if (plain === '') return;
      const column = columnFor(plain, wanted);
      if (!column) unknown.push(heading);
      else if (this.columns.some(known => known.column === column)) this.tell('columnTwice', 'error', { column: column.header, found: shown(heading) });
      else this.columns.push({ column, index });
    });
    const missing = wanted.filter(column => column.required && column !== wanted[0] && !this.columns.some(known => known.column === column));
    const first = wanted[0];
    // The plan may be left out: it is then the one on screen.
    if (first.required && first.name !== 'Plan' && !this.columns.some(known => known.column === first)) missing.unshift(first);
    for (const column of missing) {
      const near = closest(column.header, unknown);
      this.tell('missingColumn', 'error', { column: column.header, ...(near === null ? {} : { suggestion: near }) });
    }
    for (const heading of unknown) {
      if (missing.some(column => closest(column.header, [heading]) !== null)) continue;
      const free = wanted.filter(column => !this.columns.some(known => known.column === column));
      const near = closest(heading, free.map(({ header }) => header));
      this.tell('unknownColumn', 'warning', { found: shown(heading), ...(near === null ? {} : { suggestion: near }) });
    }
  }

  private readRow(cells: readonly CellValue[], row: number): FileRow {
    const issues: Issue[] = [];
    const values: Record<string, PlainValue> = {};
    for (const { column, index } of this.columns) {
      const read = readCell(cells[index] ?? null, column);
      if (read.ok) values[column.name] = read.value;
      else issues.push(read.issue);
      const missing = read.ok && column.required && isEmpty(read.value);
      if (missing && column.name !== 'Plan') issues.push({ kind: 'empty', severity: 'error', column: column.header });
    }
    const filled = completed(this.table, values, this.plan);
    return { list: this.table.list, sheet: this.sheet.name, row, key: keyOf(this.table.list, filled), values: filled, issues };
  }
}

/** A code as its list has it: without spaces, in capitals where codes are `OE1-OT2-R5`, whatever dash was typed. */
function tidyCode(text: string): string {
  const tidy = text.trim().replace(/[‐-―−]/g, '-').replace(/\s*-\s*/g, '-');
  return /^oe\s*\d+/i.test(tidy) ? tidy.replace(/\s+/g, '').toUpperCase() : tidy;
}

/** `2021-T2` for `2021 t2`, `T2 2021`, `2021-2`. */
export function tidyQuarter(text: string): string {
  const plain = text.trim().toUpperCase();
  const match = /^(\d{4})\s*[-/ ]?\s*[TQ]?\s*([1-4])$/.exec(plain) || /^[TQ]\s*([1-4])\s*[-/ ]?\s*(\d{4})$/.exec(plain);
  if (!match) return plain;
  return match[1].length === 4 ? `${match[1]}-T${match[2]}` : `${match[2]}-T${match[1]}`;
}

/** A reference's text as the key of the row it names. */
function keyFor(text: string, list: ListName, plan: string): string {
  const code = tidyCode(text);
  if (code === '' || !isScoped(list)) return code;
  return code.indexOf('/') > 0 ? code : `${plan}/${code}`;
}

/**
 * A row's columns with its codes tidied, its references as keys, and the columns that are made of others.
 * @param plan code of the plan a row without one is of
 */
export function completed(table: ListTable, read: PlainRow, plan: string): PlainRow {
  const values: Record<string, PlainValue> = { ...read };
  const own = table.plan === 'none' ? '' : String(values.Plan || '').trim() || plan;
  for (const column of table.columns) {
    const value = values[column.name];
    if (value === undefined) continue;
    if (column.kind === 'reference' || column.kind === 'rowId') values[column.name] = keyFor(String(value ?? ''), column.list as ListName, own);
    else if (column.kind === 'references' && Array.isArray(value)) {
      values[column.name] = (value as readonly string[]).map(one => keyFor(one, column.list as ListName, own));
    } else if (column.name === 'Code' && table.list !== 'Plans' && typeof value === 'string') values.Code = tidyCode(value);
    else if (column.name === 'Quarter' && typeof value === 'string') values.Quarter = tidyQuarter(value);
  }
  if (table.list === 'Quarters' && typeof values.Title === 'string') values.Title = tidyQuarter(values.Title);
  if (table.list === 'CheckIns' && isEmpty(values.ClientKey)) values.ClientKey = checkInKey(values);
  if (table.plan === 'own') values.Plan = own;
  if (table.plan === 'byReference') {
    delete values.Plan;
    if (table.columns.some(({ name }) => name === 'Key0')) values.Key0 = `${own}/`;
  }
  if (table.columns.some(({ name }) => name === 'Key0')) {
    const key = keyOf(table.list, values);
    if (key === '') delete values.Key0;
    else values.Key0 = key;
  }
  if (table.columns.some(({ name, derived }) => name === 'Title' && derived)) values.Title = titleFor(table.list, values);
  return values;
}

/** A check-in that a file names by no key is known by what it says: read again it is the same one. */
function checkInKey(values: PlainRow): string {
  const parts = ['KeyResult', 'Process', 'Quarter', 'ReportedOn', 'Value', 'StagesDone', 'Narrative'].map(name => String(values[name] ?? ''));
  return `import-${fingerprint(parts)}`;
}

/** Reads a workbook's sheets as rows of the lists they are named after. Never throws: what cannot be read is said. */
export async function readWorkbook(sheets: readonly Sheet[], options: ParseOptions): Promise<ParsedWorkbook> {
  const rows: FileRow[] = [];
  const sheetIssues: SheetIssue[] = [];
  const read: { name: string; list: ListName | null; rows: number }[] = [];
  const breathe = options.breathe || (() => Promise.resolve());
  for (const sheet of sheets) {
    if (EXPLAINING_SHEETS.some(name => plainText(name) === plainText(sheet.name))) continue;
    const { list, suggestion } = listOfSheet(sheet, options.assigned);
    if (list === null) {
      read.push({ name: sheet.name, list: null, rows: 0 });
      const skipped = options.assigned !== undefined && sheet.name in options.assigned;
      if (!skipped && sheet.rows.length > 0) {
        sheetIssues.push({ kind: 'unknownSheet', severity: 'warning', sheet: sheet.name, ...(suggestion ? { list: suggestion, suggestion: tableOf(suggestion).sheet } : {}) });
      }
      continue;
    }
    if (rows.length + sheet.rows.length > MOST_ROWS) {
      sheetIssues.push({ kind: 'tooManyRows', severity: 'error', sheet: sheet.name, limit: MOST_ROWS });
      continue;
    }
    const reader = new SheetReader(sheet, tableOf(list), options.plan);
    await reader.read(breathe);
    sheetIssues.push(...reader.issues);
    for (const row of reader.rows) rows.push(row);
    read.push({ name: sheet.name, list, rows: reader.rows.length });
    await breathe();
  }
  return { rows: inOrder(rows), sheetIssues, sheets: read, source: 'plan' };
}

/** Each list after those it points to. */
export function inOrder(rows: readonly FileRow[]): FileRow[] {
  const byList = groupBy(rows, ({ list }) => list);
  return TABLES.reduce<FileRow[]>((all, { list }) => all.concat(byList.get(list) || []), []);
}

/** Codes of the plans a file's rows are of. */
export function plansOf(rows: readonly FileRow[]): string[] {
  const codes = new Set<string>();
  for (const { list, key } of rows) if (list === 'Plans' || isScoped(list)) codes.add(planOf(key));
  return Array.from(codes).filter(code => code !== '').sort();
}
