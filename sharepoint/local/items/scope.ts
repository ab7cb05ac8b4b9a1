import type { FieldDef} from '../fields/definition';
import { isLookup, isUser, valueType } from '../fields/definition';
import type { Catalog } from '../store/catalog';
import type { ListDef } from '../store/definitions';
import { tableOf } from '../store/list-table';
import { badFilterField, lookupThreshold } from '../rest/errors';

/** A column a query speaks of, as SQL. */
export interface Target {
  /** The value as it is kept. */
  sql: string;
  /** What comparisons go by. */
  compare: string;
  /** Its type: `Text`, `Number`, `DateTime`, … */
  type: string;
  field?: FieldDef;
  /** True when the column (not one behind a lookup) has an index. */
  indexed: boolean;
}

/** More lookup columns than this SharePoint does not join in one query. */
const LOOKUP_THRESHOLD = 12;

const PERSON: Record<string, { sql: string; type: string }> = {
  id: { sql: 'id', type: 'Counter' }, title: { sql: 'title', type: 'Text' }, email: { sql: 'email', type: 'Text' },
  name: { sql: 'login', type: 'Text' },
  username: { sql: 'email', type: 'Text' }, firstname: { sql: 'title', type: 'Text' }, lastname: { sql: "''", type: 'Text' },
  jobtitle: { sql: "''", type: 'Text' },
  department: { sql: "''", type: 'Text' }, sipaddress: { sql: 'email', type: 'Text' }
};

/** The tables of one query: the list's own, and a join for each lookup that is looked behind. */
export class QueryScope {
  private readonly joined = new Map<number, string>();
  private readonly clauses: string[] = [];

  /**
   * @param notes whether conditions may speak of several lines of text: CAML's may.
   * @param opens whether the asker sees what lookups show of a list.
   */
  constructor(private readonly catalog: Catalog, readonly list: ListDef, readonly notes = false,
    private readonly opens: (target: ListDef) => boolean = () => true) {}

  get from(): string {
    return [`${tableOf(this.list.no)} t`, ...this.clauses].join(' ');
  }

  /** @throws SharePointError where there is no such column, or it cannot be reached so. */
  resolve(path: readonly string[]): Target {
    const [name, inner] = path;
    if (path.length === 1) {
      return this.own(name);
    }
    const field = findField(this.list, name);
    if (!field || path.length > 2 || !(isLookup(field) || isUser(field))) {
      throw badFilterField(path.join('/'));
    }
    return this.behind(field, inner);
  }

  /** A column of the list itself. */
  fieldTarget(field: FieldDef): Target {
    const { lookup } = field;
    if (lookup?.primaryFieldId) {
      const primary = this.list.fields.find((one) => one.id === lookup.primaryFieldId);
      if (!primary) {
        throw badFilterField(field.name);
      }
      return { ...this.behind(primary, lookup.showField), indexed: false, field };
    }
    const sql = columnSql(field, 't');
    return { sql, compare: field.textKey ? `t.${field.textKey}` : compareSql(sql, valueType(field)), type: valueType(field), field,
      indexed: field.indexed || field.name === 'ID' };
  }

  /** Something behind a single lookup or person: `KeyResult/Code`. */
  behind(field: FieldDef, inner: string): Target {
    const wanted = inner.toLowerCase();
    if (wanted === 'id') {
      return { sql: columnSql(field, 't'), compare: columnSql(field, 't'), type: 'Counter', field, indexed: field.indexed };
    }
    const alias = this.join(field);
    if (isUser(field)) {
      const person = PERSON[wanted];
      if (!person) {
        throw badFilterField(`${field.name}/${inner}`);
      }
      const sql = person.sql.startsWith("'") ? person.sql : `${alias}.${person.sql}`;
      return { sql, compare: compareSql(sql, person.type), type: person.type, indexed: false };
    }
    const target = this.catalog.listById(field.lookup?.listId ?? '');
    const shown = target && findField(target, inner);
    if (!shown || !canBeShown(shown)) {
      throw badFilterField(`${field.name}/${inner}`);
    }
    const sql = columnSql(shown, alias);
    return { sql, compare: shown.textKey ? `${alias}.${shown.textKey}` : compareSql(sql, valueType(shown)), type: valueType(shown),
      indexed: false };
  }

  /** Null where a lookup or person points at nothing there is. */
  existence(field: FieldDef): string {
    return `${this.join(field)}.id`;
  }

  private own(name: string): Target {
    const field = findField(this.list, name);
    if (field && !(isLookup(field) && !field.lookup?.primaryFieldId) && !isUser(field)) {
      return this.fieldTarget(field);
    }
    const byId = findByIdName(this.list, name);
    if (byId) {
      const sql = columnSql(byId, 't');
      return { sql, compare: sql, type: byId.type === 'LookupMulti' || byId.type === 'UserMulti' ? byId.type : 'Counter', field: byId,
        indexed: byId.indexed };
    }
    throw badFilterField(name);
  }

  private join(field: FieldDef): string {
    const known = this.joined.get(field.no);
    if (known) {
      return known;
    }
    if (this.joined.size >= LOOKUP_THRESHOLD) {
      throw lookupThreshold();
    }
    const alias = `j${this.joined.size}`;
    const target = isUser(field) ? undefined : this.catalog.listById(field.lookup?.listId ?? '');
    if (!isUser(field) && !target) {
      throw badFilterField(field.name);
    }
    this.joined.set(field.no, alias);
    const closed = target && !this.opens(target) ? ' AND 0' : '';
    this.clauses.push(`LEFT JOIN ${target ? tableOf(target.no) : 'principals'} ${alias} ON ${alias}.id =
      ${columnSql(field, 't')}${closed}`);
    return alias;
  }
}

/** Columns of a list's table, as they stand in the SQL of a column's value. */
const OWN_NAMES = ['id', 'guid', 'unique_id', 'content_type', 'created', 'modified', 'author', 'editor', 'version', 'ui_version', 'fs_type',
  'dir', 'leaf', 'file_type', 'checked_out_by', 'attachments'];
const OWN_COLUMNS = new RegExp(`\\b(${OWN_NAMES.join('|')}|[ck]\\d+)\\b`, 'g');

/** SQL of a column's value under a table's alias. */
export function columnSql(field: FieldDef, alias: string): string {
  const column = field.column ?? 'NULL';
  return column.replace(OWN_COLUMNS, `${alias}.$1`);
}

const compareSql = (sql: string, type: string): string => (['Text', 'Choice', 'Note', 'Guid', 'File', 'ContentTypeId',
  'MultiChoice'].includes(type) ? `lower(${sql})` : sql);

/** By internal name; the case has to be right for a column made by users, as in SharePoint. */
export function findField(list: ListDef, name: string): FieldDef | undefined {
  const plain = name.startsWith('OData_') ? name.slice(6) : name;
  return list.fields.find((field) => field.name === plain) ?? (plain.toLowerCase() === 'id'
    ? list.fields.find((field) => field.name === 'ID') : undefined);
}

function findByIdName(list: ListDef, name: string): FieldDef | undefined {
  const plain = name.startsWith('OData_') ? name.slice(6) : name;
  if (!plain.endsWith('Id')) {
    return undefined;
  }
  const base = plain.slice(0, -2);
  return list.fields.find((field) => field.name === base && (isLookup(field) || isUser(field)));
}

const SHOWN = ['Text', 'Number', 'DateTime', 'Counter', 'Currency', 'Integer', 'Guid', 'Calculated', 'File', 'ContentTypeId'];

/** Types that can be seen through a lookup: not choices, yes/no, several lines, people or other lookups. */
export const canBeShown = (field: FieldDef): boolean => SHOWN.includes(field.type);
