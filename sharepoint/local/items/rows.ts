import type { FilterNode } from '../odata/filter';
import type { OrderTerm } from '../odata/options';
import type { Database, Row, SqlValue } from '../store/database';
import type { Catalog } from '../store/catalog';
import type { ListDef } from '../store/definitions';
import { badExpression, cannotFilter, threshold } from '../rest/errors';
import { parseStamp } from '../time';
import type { Condition} from './conditions';
import { comparedTarget, compileFilter, conjuncts } from './conditions';
import type { Target } from './scope';
import { QueryScope } from './scope';

/** More rows than this SharePoint does not look through for one query. */
export const LIST_VIEW_THRESHOLD = 5000;

export interface RowsQuery {
  filter?: FilterNode;
  orderBy: OrderTerm[];
  /** Most rows wanted. */
  limit: number;
  /** Where an earlier page ended. */
  after?: PageMark;
  /** Further conditions: what the asker may see, the folder looked into. */
  conditions: Condition[];
}

/** Where a page ends: the sorted columns' values and the Id of its last row. */
export interface PageMark {
  id: number;
  values: Map<string, string>;
  /** The page before, not after. */
  backwards: boolean;
}

export interface Page {
  rows: Row[];
  /** Whether there is more in the direction of reading. */
  more: boolean;
  /** Sorted columns, for the mark. */
  order: { name: string; target: Target; descending: boolean }[];
}

/**
 * Reads rows of a list. `columns` are given as SQL with the name under which the row carries them.
 * @throws SharePointError when the list view threshold is in the way.
 */
export function readRows(db: Database, catalog: Catalog, scope: QueryScope, query: RowsQuery, columns: Map<string, string>): Page {
  const order = query.orderBy.map(({ path, descending }) => ({ name: path.join('/'), target: sortable(scope, path), descending }));
  const conditions = [...query.conditions];
  if (query.filter) {
    conditions.push(compileFilter(query.filter, scope));
  }
  guardThreshold(db, catalog, scope.list, query, order);
  const backwards = query.after?.backwards === true;
  if (query.after) {
    conditions.push(afterMark(order, query.after));
  }
  // Sorted by the Id alone when nothing else is asked for, and by the Id last in any case.
  const idFirst = order.findIndex(({ target }) => target.type === 'Counter' && target.field?.name === 'ID');
  const terms = (idFirst >= 0 ? order.slice(0, idFirst + 1) : order).map(({ target, descending }) =>
    `${sortSql(target)} ${descending !== backwards ? 'DESC' : 'ASC'}`);
  if (idFirst < 0) {
    terms.push(`t.id ${backwards ? 'DESC' : 'ASC'}`);
  }
  order.forEach(({ target }, index) => columns.set(`sort${index}`, target.sql));
  columns.set('id', 't.id');
  const select = [...columns].map(([name, sql]) => `${sql} AS "${name}"`).join(', ');
  const where = conditions.length > 0 ? ` WHERE ${conditions.map((one) => one.sql).join(' AND ')}` : '';
  const rows = db.all(
    `SELECT ${select} FROM ${scope.from}${where} ORDER BY ${terms.join(', ')} LIMIT ?`, ...conditions.flatMap((one) => one.params),
      query.limit + 1
  );
  const more = rows.length > query.limit;
  const page = more ? rows.slice(0, query.limit) : rows;
  return { rows: backwards ? page.reverse() : page, more, order };
}

/** How many rows a filter meets, up to a limit. */
export function countRows(db: Database, scope: QueryScope, conditions: Condition[], limit: number): number {
  const where = conditions.length > 0 ? ` WHERE ${conditions.map((one) => one.sql).join(' AND ')}` : '';
  return db.number(`SELECT count(*) FROM (SELECT 1 FROM ${scope.from}${where} LIMIT ?)`, ...conditions.flatMap((one) => one.params), limit);
}

/** `Paged=TRUE&p_Title=x&p_ID=5` */
export function parseMark(token: string): PageMark | undefined {
  const parts = new URLSearchParams(token);
  const id = parts.get('p_ID');
  if (id === null) {
    return undefined;
  }
  if (!/^\d+$/.test(id)) {
    throw badExpression(token);
  }
  const values = new Map<string, string>();
  for (const [name, value] of parts) {
    if (name.startsWith('p_') && name !== 'p_ID') {
      values.set(name.slice(2), value);
    }
  }
  return { id: Number(id), values, backwards: parts.get('PagedPrev') === 'TRUE' };
}

/** The mark at the end of a page. */
export function writeMark(page: Page): string {
  const last = page.rows[page.rows.length - 1];
  const token = new URLSearchParams({ Paged: 'TRUE' });
  page.order.forEach(({ name }, index) => token.append(`p_${name}`, last[`sort${index}`] === null ? '' : String(last[`sort${index}`])));
  token.append('p_ID', String(last.id));
  return token.toString();
}

function sortable(scope: QueryScope, path: string[]): Target {
  const target = scope.resolve(path);
  if (['Note', 'URL', 'Computed', 'LookupMulti', 'UserMulti', 'MultiChoice', 'Location', 'Thumbnail'].includes(target.type)) {
    throw cannotFilter(path.join('/'), target.type);
  }
  return target;
}

/** Text sorts by letter first and by accent last: á beside a, ñ after n. */
function sortSql(target: Target): string {
  if (!['Text', 'Choice'].includes(target.type)) {
    return target.compare;
  }
  return SORT_LETTERS.reduce((sql, [letter, as]) => `replace(${sql}, '${letter}', '${as}')`, target.compare);
}

const SORT_LETTERS = [['á', 'a'], ['é', 'e'], ['í', 'i'], ['ó', 'o'], ['ú', 'u'], ['ü', 'u'], ['ñ', 'n~']] as const;

const sortKey = (text: string): string => SORT_LETTERS.reduce((key, [letter, as]) => key.split(letter).join(as), text.toLowerCase());

/** Rows that come after (or before) the mark in the order of the query. */
function afterMark(order: Page['order'], mark: PageMark): Condition {
  const terms = [...order, { name: 'ID', target: undefined, descending: false }];
  const alternatives: Condition[] = [];
  const equal: Condition[] = [];
  for (const { name, target, descending } of terms) {
    const sql = target ? sortSql(target) : 't.id';
    const value = target ? markValue(target, mark.values.get(name) ?? '') : mark.id;
    const up = descending === mark.backwards;
    const beyond = value === null
      ? { sql: up ? `${sql} IS NOT NULL` : '(1 = 0)', params: [] }
      : { sql: up ? `${sql} > ?` : `(${sql} < ? OR ${sql} IS NULL)`, params: [value] };
    const all = [...equal, beyond];
    alternatives.push({ sql: `(${all.map((one) => one.sql).join(' AND ')})`, params: all.flatMap((one) => one.params) });
    equal.push(value === null ? { sql: `${sql} IS NULL`, params: [] } : { sql: `${sql} = ?`, params: [value] });
  }
  return { sql: `(${alternatives.map((one) => one.sql).join(' OR ')})`, params: alternatives.flatMap((one) => one.params) };
}

function markValue(target: Target, text: string): SqlValue {
  if (text === '') {
    return null;
  }
  if (['Text', 'Choice'].includes(target.type)) {
    return sortKey(text);
  }
  if (target.type === 'DateTime') {
    return parseStamp(text) ?? text;
  }
  return ['Number', 'Currency', 'Integer', 'Counter', 'Boolean', 'Lookup', 'User'].includes(target.type)
    ? Number(text) : text.toLowerCase();
}

/**
 * Above the threshold a query has to be narrowed by an indexed column to at most 5,000 rows, or to go through the list by Id.
 * An indexed lookup does not narrow it.
 */
function guardThreshold(db: Database, catalog: Catalog, list: ListDef, query: RowsQuery, order: Page['order']): void {
  if (catalog.counts(list).itemCount <= LIST_VIEW_THRESHOLD) {
    return;
  }
  if (query.limit > LIST_VIEW_THRESHOLD) {
    throw threshold();
  }
  const sortsByIndex = order.every(({ target }) => target.indexed);
  if (!query.filter && sortsByIndex) {
    return;
  }
  // What is compared with the same column narrows it together: `Id gt 5000 and Id le 10000`.
  const byColumn = new Map<string, FilterNode[]>();
  for (const node of query.filter ? conjuncts(query.filter) : []) {
    const target = comparedTarget(node, new QueryScope(catalog, list, true));
    if (target?.indexed && target.field?.type !== 'Lookup') {
      byColumn.set(target.sql, [...(byColumn.get(target.sql) ?? []), node]);
    }
  }
  for (const [column, nodes] of byColumn) {
    // Going up by Id from some row on needs no more than the page (assumption: SharePoint stops reading there).
    if (column === 't.id' && sortsByIndex) {
      return;
    }
    const probe = new QueryScope(catalog, list, true);
    if (countRows(db, probe, nodes.map((node) => compileFilter(node, probe)), LIST_VIEW_THRESHOLD + 1) <= LIST_VIEW_THRESHOLD) {
      return;
    }
  }
  throw threshold();
}
