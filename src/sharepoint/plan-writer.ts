import { AppError } from '../application/errors';
import { keyOf } from '../application/import/keys';
import type { PlainRow, PlainValue, SiteRows, StoredRow } from '../application/import/rows';
import { type TableColumn, tableOf, TABLES } from '../application/import/tables';
import type { PlanWriter, RowKeys, RowWritten, WriteOfRow } from '../application/ports';
import { type ListName, parseNumber, type QuarterCode } from '../domain';
import type { SiteConnection } from './connection';
import { findChoice } from './mapping/choices';
import { dayOf, idOf, instantOf, oldestFirst, personOf, textOf, valuesOf, writtenDay } from './mapping/row-reader';
import { person } from './queries';
import { ReadBatch, type RowQuery, valueOf } from './rows';
import { type RowWrite, writeRows } from './row-writer';
import { SiteTools } from './set-up/site-tools';
import { shortEtag } from './written-row';

type RawRow = Readonly<Record<string, unknown>>;
type Keys = ReadonlyMap<ListName, ReadonlyMap<number, string>>;

/** Lists that grow with every quarter: read one by one, so that a progress bar can move. */
const HISTORY: readonly ListName[] = ['CheckIns', 'Reviews', 'Cutoffs'];
/** Lists with a column that offers quarters. */
const WITH_QUARTER: readonly ListName[] = ['CheckIns', 'Reviews', 'Cutoffs', 'ProgrammedTargets'];

/** Whole rows of the site's lists, in and out. */
export function planWriter(connection: SiteConnection): PlanWriter {
  return {
    readRows: (lists, onProgress) => readRows(connection, lists, onProgress),
    writeRows: (writes, keys) => write(connection, writes, keys),
    offerQuarters: codes => offerQuarters(connection, codes)
  };
}

/** Names by which a column is asked for. */
function selected({ name, kind }: TableColumn): readonly string[] {
  switch (kind) {
    case 'reference': case 'references': return [`${name}Id`];
    case 'person': case 'people': return person(name);
    default: return [name];
  }
}

function queryOf(list: ListName): RowQuery<ListName> {
  const names = tableOf(list).columns.reduce<string[]>((all, column) => all.concat(selected(column)), []);
  const select = ['Id', 'Title', 'OData__UIVersionString', 'Author/Title', ...names.filter(name => name !== 'Title')];
  return { list, select: select as unknown as RowQuery<ListName>['select'], withEtag: true };
}

async function readRows(connection: SiteConnection, lists: readonly ListName[], onProgress?: (done: number, total: number) => void): Promise<SiteRows> {
  const ordered = TABLES.map(({ list }) => list).filter(list => lists.indexOf(list) >= 0);
  // Keys are made of what references lead to, so those are read along.
  const needed = TABLES.map(({ list }) => list).filter(list => ordered.indexOf(list) >= 0 || ordered.some(one => pointsTo(one, list)));
  const raw = new Map<ListName, readonly RawRow[]>();
  const groups = [needed.filter(list => HISTORY.indexOf(list) < 0), ...HISTORY.filter(list => needed.indexOf(list) >= 0).map(list => [list])];
  for (const group of groups) {
    const batch = new ReadBatch(connection);
    const pending = group.map((list): [ListName, ReturnType<ReadBatch['rows']>] => [list, batch.rows(queryOf(list))]);
    await batch.send();
    for (const [list, outcome] of pending) raw.set(list, await valueOf(await outcome, list) as readonly RawRow[]);
    if (onProgress) onProgress(raw.size, needed.length);
  }
  const rows = decoded(needed, raw, originOf(connection));
  return new Map(ordered.map((list): [ListName, readonly StoredRow[]] => [list, rows.get(list) || []]));
}

function originOf(connection: SiteConnection): string {
  return new URL(connection.webUrl).origin;
}

/** Directly, or by what it points to: a cutoff's key is its key result's, whose plan is its objective's. */
function pointsTo(list: ListName, other: ListName): boolean {
  return tableOf(list).columns.some(({ list: target }) => target !== undefined && target !== list && (target === other || pointsTo(target, other)));
}

/** Rows with their references as keys. What a list points to in itself is known only once all its rows have keys. */
function decoded(lists: readonly ListName[], raw: ReadonlyMap<ListName, readonly RawRow[]>, origin: string): Map<ListName, StoredRow[]> {
  const all = new Map<ListName, StoredRow[]>();
  const keys = new Map<ListName, Map<number, string>>();
  for (const list of lists) {
    const rows = oldestFirst(raw.get(list) || []);
    keys.set(list, new Map(rows.map((row): [number, string] => [idOf(row.Id) || 0, keyOf(list, decode(list, row, keys, origin))])));
  }
  for (const list of lists) {
    const rows = oldestFirst(raw.get(list) || []);
    all.set(list, rows.map(row => {
      const values = decode(list, row, keys, origin);
      const id = idOf(row.Id) || 0;
      return {
        list, id, values, etag: shortEtag(textOf(row['odata.etag'])), key: keyOf(list, values) || `#${id}`,
        version: textOf(row.OData__UIVersionString), author: textOf((row.Author as { Title?: unknown } | null | undefined)?.Title)
      };
    }));
  }
  return all;
}

function decode(list: ListName, row: RawRow, keys: Keys, origin: string): PlainRow {
  const values: Record<string, PlainValue> = {};
  for (const column of tableOf(list).columns) values[column.name] = plainValue(column, row, keys, origin);
  return values;
}

/** What a row's id leads to; an id that leads nowhere is kept visible. */
function keyFor(keys: Keys, list: ListName | undefined, id: unknown): string {
  const number = idOf(id);
  return number === null || list === undefined ? '' : keys.get(list)?.get(number) || (keys.has(list) ? `#${number}` : '');
}

/** A link within the tenant is told from its root, so that it holds in another site's file too. */
function withoutOrigin(url: string, origin: string): string {
  return url.indexOf(`${origin}/`) === 0 ? url.slice(origin.length) : url;
}

function plainValue({ name, kind, list, choices }: TableColumn, row: RawRow, keys: Keys, origin: string): PlainValue {
  const value = row[name];
  switch (kind) {
    case 'number': return typeof value === 'number' ? value : numberOf(textOf(value));
    case 'day': return dayOf(value);
    case 'moment': return instantOf(value);
    case 'yesNo': return value === true;
    case 'choice': return (choices && findChoice(choices, textOf(value))) || textOf(value);
    case 'topics': return valuesOf(value).map(textOf).filter(text => text !== '');
    case 'reference': return keyFor(keys, list, row[`${name}Id`]);
    case 'references': return valuesOf(row[`${name}Id`]).map(id => keyFor(keys, list, id)).filter(key => key !== '');
    case 'rowId': return keyFor(keys, list, value);
    case 'person': return nameOf(value);
    case 'people': return valuesOf(value).map(nameOf).filter(text => text !== '');
    case 'link': return withoutOrigin(textOf((value as { Url?: unknown } | null | undefined)?.Url), origin);
    case 'text': case 'note': return textOf(value);
    default: return textOf(value);
  }
}

function numberOf(text: string): number | null {
  const parsed = parseNumber(text);
  return parsed.kind === 'number' ? parsed.value : null;
}

/** A person by e-mail, which is the same in every site; by login where there is none. */
function nameOf(value: unknown): string {
  const found = personOf(value);
  return found === null ? '' : (found.email || found.login.split('|').pop() || '').toLowerCase();
}

/** A row that names somebody, or something, the site does not have. */
class Unknown extends Error {
  public constructor(public readonly column: string, public readonly found: string) {
    super(`${column}: ${found}`);
    Object.setPrototypeOf(this, Unknown.prototype);
  }
}

async function write(connection: SiteConnection, writes: readonly WriteOfRow[], keys: RowKeys): Promise<readonly RowWritten[]> {
  const people = await findPeople(connection, writes);
  const outcomes: RowWritten[] = new Array(writes.length) as RowWritten[];
  const sent: { index: number; write: RowWrite }[] = [];
  writes.forEach((one, index) => {
    try {
      const row = encode(one, keys, people, originOf(connection));
      sent.push({ index, write: (one.kind === 'add' ? { kind: 'add', list: one.list, row } : { kind: 'merge', list: one.list, id: one.id, etag: one.etag, row }) as RowWrite });
    } catch (error) {
      if (!(error instanceof Unknown)) throw error;
      outcomes[index] = { ok: false, error: new AppError('refused', { list: one.list, column: error.column, detail: error.found }) };
    }
  });
  const answers = await writeRows(connection, sent.map(({ write: row }) => row));
  answers.forEach((answer, index) => { outcomes[sent[index].index] = answer; });
  return outcomes;
}

function encode({ list, row }: WriteOfRow, keys: RowKeys, people: ReadonlyMap<string, number>, origin: string): RawRow {
  const written: Record<string, unknown> = {};
  for (const column of tableOf(list).columns) {
    const value = row[column.name];
    if (value === undefined) continue;
    const name = column.kind === 'reference' || column.kind === 'references' || column.kind === 'person' || column.kind === 'people'
      ? `${column.name}Id` : column.name;
    written[name] = restValue(column, value, keys, people, origin);
  }
  return written;
}

function restValue(column: TableColumn, value: PlainValue, keys: RowKeys, people: ReadonlyMap<string, number>, origin: string): unknown {
  const several = Array.isArray(value) ? value as readonly string[] : [];
  const text = typeof value === 'string' ? value : '';
  const idFor = (key: string): number => {
    const id = column.list ? keys(column.list, key) : null;
    if (id === null) throw new Unknown(column.name, key);
    return id;
  };
  const personFor = (name: string): number => {
    const id = people.get(name);
    if (id === undefined) throw new Unknown(column.name, name);
    return id;
  };
  switch (column.kind) {
    case 'day': return writtenDay(text === '' ? null : text);
    case 'moment': case 'choice': return text === '' ? null : text;
    case 'topics': return several;
    case 'reference': return text === '' ? null : idFor(text);
    case 'references': return several.map(idFor);
    // The row it names may lie outside what was brought along: then it names none.
    case 'rowId': return text === '' || !column.list ? null : keys(column.list, text);
    case 'person': return text === '' ? null : personFor(text);
    case 'people': return several.map(personFor);
    case 'link': return text === '' ? null : { Url: text[0] === '/' ? origin + text : text, Description: text };
    case 'yesNo': return value === true;
    case 'number': return typeof value === 'number' ? value : null;
    case 'text': case 'note': return text;
    default: return value;
  }
}

/** Ids of the people the rows name, made known to the site; those the directory does not know are left out. */
async function findPeople(connection: SiteConnection, writes: readonly WriteOfRow[]): Promise<ReadonlyMap<string, number>> {
  const names = new Set<string>();
  for (const { list, row } of writes) {
    for (const { name, kind } of tableOf(list).columns) {
      const value = row[name];
      if (kind === 'person' && typeof value === 'string' && value !== '') names.add(value);
      if (kind === 'people' && Array.isArray(value)) (value as readonly string[]).forEach(one => names.add(one));
    }
  }
  if (names.size === 0) return new Map();
  const batch = new ReadBatch(connection);
  const pending = Array.from(names, async (name): Promise<[string, number]> => {
    const found = await batch.post<{ readonly Id?: unknown }>('_api/web/ensureuser', { logonName: name });
    // Nobody is called that: the row that names them says so.
    return [name, (found.ok && idOf(found.value.Id)) || 0];
  });
  await batch.send();
  return new Map((await Promise.all(pending)).filter(([, id]) => id > 0));
}

async function offerQuarters(connection: SiteConnection, codes: readonly QuarterCode[]): Promise<void> {
  const tools = new SiteTools(connection);
  const field = (list: ListName) => tools.list(list).fields.getByInternalNameOrTitle('Quarter');
  for (const list of WITH_QUARTER) {
    const { Choices } = await tools.guard(() => field(list).select('Choices')<{ Choices?: unknown }>(), list);
    const offered = valuesOf(Choices).map(textOf);
    const missing = codes.filter(code => offered.indexOf(code) < 0);
    if (missing.length === 0) continue;
    const choices = [...offered, ...missing].sort();
    await tools.guard(() => field(list).update({ Choices: choices } as object, 'SP.FieldChoice'), list);
  }
}

