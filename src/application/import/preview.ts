import type { Day, ListName } from '../../domain';
import { checkRow, type Surroundings } from './checks';
import type { Issue } from './issues';
import { codeOf, keyOf } from './keys';
import type { FileRow } from './read-workbook';
import { isEmpty, type PlainRow, type PlainValue, sameValue, type SiteRows, type StoredRow, textOf } from './rows';
import { closest } from './sheets';
import { SiteIndex } from './site';
import { type TableColumn, tableOf } from './tables';

export type EntryKind = 'create' | 'change' | 'same' | 'refuse';

/** A column that a file changes. */
export interface FieldChange {
  readonly column: TableColumn;
  readonly before: PlainValue;
  readonly after: PlainValue;
}

/** What will become of one row of the file. */
export interface PreviewEntry {
  /** Stays the same when the file is looked at again. */
  readonly id: string;
  readonly kind: EntryKind;
  readonly list: ListName;
  readonly key: string;
  /** What people call the row by. */
  readonly name: string;
  readonly title: string;
  readonly sheet: string;
  readonly row: number;
  /** Of a change: what differs. Of a new row: what it will hold. */
  readonly changes: readonly FieldChange[];
  readonly issues: readonly Issue[];
  /** The row in the site as it was when looked at; `null` for a new one. */
  readonly stored: StoredRow | null;
  /** Keys of rows of this file that this one needs, `KeyResults 2021-2023/OE1-OT2-R5`. */
  readonly needs: readonly string[];
}

export interface Preview {
  readonly entries: readonly PreviewEntry[];
  readonly counts: Readonly<Record<EntryKind, number>>;
}

/** How an entry names a row that it needs. */
export function needOf(list: ListName, key: string): string {
  return `${list} ${key}`;
}

/** What a row holds beside what its file says, when it is new. */
function withInitials(list: ListName, values: PlainRow, plan: PlainRow | undefined): PlainRow {
  const row: Record<string, PlainValue> = { ...values };
  for (const { name, initial } of tableOf(list).columns) if (initial !== undefined && isEmpty(row[name])) row[name] = initial;
  if (list === 'KeyResults' && plan) {
    for (const name of ['StartDate', 'EndDate']) if (isEmpty(row[name])) row[name] = plan[name] as Day;
  }
  return row;
}

const MOST_SUGGESTIONS = 200;
const MOST_CANDIDATES = 1000;
const BREATHE_EVERY = 500;

class Previewer implements Surroundings {
  private readonly index: SiteIndex;
  /** Rows as they will be, by list and key: the file's over the site's. */
  private readonly coming = new Map<string, PlainRow>();
  private readonly refused = new Set<string>();
  private readonly taken = new Map<string, FileRow>();
  private readonly near = new Map<string, string | null>();

  public constructor(private readonly rows: readonly FileRow[], site: SiteRows) {
    this.index = new SiteIndex(site);
  }

  public async all(breathe: () => Promise<void>): Promise<Preview> {
    const rows: FileRow[] = [];
    for (const row of this.rows) {
      rows.push(this.withSiteKeys(row));
      if (rows.length % BREATHE_EVERY === 0) await breathe();
    }
    for (const row of rows) {
      const known = needOf(row.list, row.key);
      if (row.key !== '' && !this.taken.has(known)) {
        this.taken.set(known, row);
        this.coming.set(known, this.merged(row));
      }
    }
    const entries: PreviewEntry[] = [];
    for (const row of rows) {
      entries.push(this.entry(row));
      if (entries.length % BREATHE_EVERY === 0) await breathe();
    }
    // A key result may be refused after one that stands for it was looked at.
    const settled = entries.map(entry => (entry.list === 'KeyResults' && entry.kind !== 'refuse' ? this.again(entry) : entry));
    const counts: Record<EntryKind, number> = { create: 0, change: 0, same: 0, refuse: 0 };
    for (const { kind } of settled) counts[kind] += 1;
    return { entries: settled, counts };
  }

  public find(list: ListName, key: string): PlainRow | undefined {
    return this.isRefused(list, key) ? this.inSite(list, key) : this.coming.get(needOf(list, key)) || this.inSite(list, key);
  }

  public inSite(list: ListName, key: string): PlainRow | undefined {
    return this.index.get(list, key)?.values;
  }

  public isRefused(list: ListName, key: string): boolean {
    return this.refused.has(needOf(list, key));
  }

  /** References in the site's own case: `coop` is COOP. */
  private withSiteKeys(row: FileRow): FileRow {
    const table = tableOf(row.list);
    const values: Record<string, PlainValue> = { ...row.values };
    let changed = false;
    const like = (list: ListName, key: string): string => {
      const found = key === '' ? key : this.index.findLike(list, key) ?? key;
      changed = changed || found !== key;
      return found;
    };
    for (const { name, kind, list } of table.columns) {
      const value = values[name];
      if (!list || isEmpty(value)) continue;
      if ((kind === 'reference' || kind === 'rowId') && typeof value === 'string') values[name] = like(list, value);
      else if (kind === 'references' && Array.isArray(value)) values[name] = (value as readonly string[]).map(one => like(list, one));
    }
    if (row.list === 'Processes' && typeof values.Title === 'string') values.Title = like('Processes', values.Title);
    if (!changed) return row;
    return { ...row, values, key: keyOf(row.list, values) };
  }

  private merged(row: FileRow): PlainRow {
    const stored = this.index.get(row.list, row.key);
    if (stored) return { ...stored.values, ...row.values };
    const plan = this.coming.get(needOf('Plans', row.key.split('/')[0])) || this.inSite('Plans', row.key.split('/')[0]);
    return withInitials(row.list, row.values, plan);
  }

  private entry(row: FileRow): PreviewEntry {
    const stored = this.index.get(row.list, row.key) || null;
    const first = this.taken.get(needOf(row.list, row.key));
    const will = first === row ? this.coming.get(needOf(row.list, row.key)) as PlainRow : this.merged(row);
    const issues: Issue[] = [...row.issues];
    // A text that an export had to cut says nothing about what the list holds.
    const untouched = issues.filter(({ kind }) => kind === 'cutShort').map(({ column }) => column);
    if (stored) for (const issue of issues.filter(({ kind }) => kind === 'cutShort')) issues.splice(issues.indexOf(issue), 1, { ...issue, severity: 'note' });
    if (first && first !== row) {
      issues.push({ kind: 'duplicateInFile', severity: 'error', found: `${first.sheet} · ${first.row}` });
    }
    const { issues: missing, needs } = this.references(row);
    const changes = this.changes(row, stored, will, untouched);
    const isSame = stored !== null && changes.length === 0;
    // What stays as it is needs no leave: rows of closed quarters come back with every export.
    const rules = isSame && !issues.some(({ severity }) => severity === 'error') ? [] : checkRow(row.list, row.key, will, stored && stored.values, this);
    issues.push(...missing, ...rules);
    const refused = issues.some(({ severity }) => severity === 'error');
    if (refused && first === row) this.refused.add(needOf(row.list, row.key));
    if (!refused && !stored && row.list === 'CheckIns') issues.push({ kind: 'onBehalf', severity: 'note' });
    return {
      id: `${row.list} ${row.key} ${first && first !== row ? row.row : ''}`, kind: refused ? 'refuse' : stored === null ? 'create' : isSame ? 'same' : 'change',
      list: row.list, key: row.key, name: nameOf(row), title: textOf(will, 'Title'), sheet: row.sheet, row: row.row, changes, issues, stored, needs
    };
  }

  private again(entry: PreviewEntry): PreviewEntry {
    const row = this.coming.get(needOf('KeyResults', entry.key));
    const measure = row ? textOf(row, 'SameMeasureAs') : '';
    if (measure === '' || this.find('KeyResults', measure)) return entry;
    this.refused.add(needOf('KeyResults', entry.key));
    return { ...entry, kind: 'refuse', issues: [...entry.issues, { kind: 'parentRefused', severity: 'error', column: 'Mide lo mismo que', found: codeOf(measure) }] };
  }

  private references(row: FileRow): { issues: Issue[]; needs: string[] } {
    const issues: Issue[] = [];
    const needs: string[] = [];
    for (const column of tableOf(row.list).columns) {
      const { list, name } = column;
      if (!list) continue;
      const value = row.values[name];
      const keys = Array.isArray(value) ? value as readonly string[] : isEmpty(value) ? [] : [String(value)];
      for (const key of keys) {
        if (this.isRefused(list, key)) issues.push({ kind: 'parentRefused', severity: 'error', column: column.header, found: codeOf(key), list });
        else if (!this.find(list, key)) {
          const near = this.nearest(list, key);
          issues.push({
            kind: 'unknownReference', severity: column.kind === 'rowId' ? 'note' : 'error', column: column.header, found: codeOf(key), list,
            ...(near === null ? {} : { suggestion: near })
          });
        } else if (column.kind !== 'rowId' && !this.index.get(list, key)) needs.push(needOf(list, key));
      }
    }
    return { issues, needs };
  }

  /** The code most like one that nothing has. Looked for once, and among few: a wrong file has thousands of them. */
  private nearest(list: ListName, key: string): string | null {
    const asked = needOf(list, key);
    const known = this.near.get(asked);
    if (known !== undefined) return known;
    if (this.near.size >= MOST_SUGGESTIONS || list === 'CheckIns') return null;
    const keys = [...this.index.keys(list), ...this.rows.filter(row => row.list === list).map(row => row.key)];
    const found = closest(codeOf(key), keys.slice(0, MOST_CANDIDATES).map(codeOf));
    this.near.set(asked, found);
    return found;
  }

  private changes(row: FileRow, stored: StoredRow | null, will: PlainRow, untouched: readonly (string | undefined)[]): FieldChange[] {
    const changes: FieldChange[] = [];
    for (const column of tableOf(row.list).columns) {
      if (untouched.indexOf(column.header) >= 0) continue;
      const after = stored ? row.values[column.name] : will[column.name];
      if (after === undefined || (column.derived && column.name === 'Title')) continue;
      const before = stored ? stored.values[column.name] : undefined;
      // SharePoint's own default stands for a choice or a yes that nobody entered.
      if (sameValue(before ?? column.initial, after) || sameValue(before, after)) {
        if (stored !== null || isEmpty(after)) continue;
      }
      changes.push({ column, before: before ?? null, after });
    }
    return changes;
  }
}

function nameOf(row: FileRow): string {
  const title = textOf(row.values, 'Title');
  switch (row.list) {
    case 'CheckIns': case 'Reviews': case 'Decisions': return title || row.key;
    default: return codeOf(row.key) || title || `${row.sheet} · ${row.row}`;
  }
}

/**
 * What a file would do to the site, row by row. Writes nothing.
 * @param rows each list after those it points to
 */
export function makePreview(rows: readonly FileRow[], site: SiteRows, breathe: () => Promise<void> = () => Promise.resolve()): Promise<Preview> {
  return new Previewer(rows, site).all(breathe);
}

/** The entries of a selection that can be written: those whose parents are in the site or selected too, and the others with the reason. */
export function takeable(preview: Preview, selected: ReadonlySet<string>): { take: PreviewEntry[]; left: PreviewEntry[] } {
  const willBe = new Set<string>();
  const take: PreviewEntry[] = [];
  const left: PreviewEntry[] = [];
  const creates = new Map(preview.entries.filter(({ kind }) => kind === 'create').map(entry => [needOf(entry.list, entry.key), entry]));
  // Entries stand in the order of their lists, so a parent is settled before what hangs on it; key results may point to one another.
  const canBe = (entry: PreviewEntry): boolean => entry.needs.every(need => {
    const parent = creates.get(need);
    return willBe.has(need) || (parent !== undefined && parent.list === entry.list && selected.has(parent.id));
  });
  for (const entry of preview.entries) {
    if ((entry.kind !== 'create' && entry.kind !== 'change') || !selected.has(entry.id)) continue;
    if (canBe(entry)) {
      take.push(entry);
      willBe.add(needOf(entry.list, entry.key));
    } else left.push({ ...entry, kind: 'refuse', issues: [...entry.issues, { kind: 'parentNotTaken', severity: 'error', found: entry.needs.map(need => codeOf(need.split(' ').slice(1).join(' '))).join(', ') }] });
  }
  return { take, left };
}

