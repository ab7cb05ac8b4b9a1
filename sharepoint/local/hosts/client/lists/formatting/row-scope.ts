import { formatDate } from '../dates';
import type { Field } from '../list-model';
import type { Scope } from './expression';

type Row = Readonly<Record<string, unknown>>;

/** A row of RenderListDataAsStream as formatting sees it: numbers, dates and truth as such, with the text for people as `displayValue`. */
export function rowScope(row: Row, fields: readonly Field[], currentField: string | null): Scope {
  return {
    field: (name, path) => {
      const field = fields.find((one) => one.InternalName === name);
      return into(field ? streamValue(field, row) : (row[name] ?? ''), path, field ? row[name] : undefined);
    },
    currentField,
    me: '',
    now: new Date(),
    currentWeb: location.origin,
    formatDate: (date, withTime) => formatDate(date.toISOString(), withTime)
  };
}

/** The same with a member of a column of several values under a name of its own. */
export function memberScope(scope: Scope, name: string, member: unknown): Scope {
  return { ...scope, field: (field, path) => (field === name ? into(member, path, member) : scope.field(field, path)) };
}

function streamValue(field: Field, row: Row): unknown {
  const name = field.InternalName;
  const plain = row[`${name}.`];
  switch (field.TypeAsString) {
    case 'Number': case 'Currency': return plain === '' || plain === undefined ? '' : Number(plain);
    case 'DateTime': return plain === '' || plain === undefined ? '' : new Date(String(plain));
    case 'Boolean': return row[`${name}.value`] === '1';
    case 'URL': return row[name] ?? '';
    case 'Lookup': case 'User': return Array.isArray(row[name]) ? (row[name] as unknown[])[0] : (row[name] ?? '');
    default: return row[name] ?? '';
  }
}

function into(value: unknown, path: readonly string[], shown: unknown): unknown {
  if (path.length === 0) return value;
  if (path[0] === 'displayValue') return typeof shown === 'string' ? shown : '';
  const [first, ...rest] = path;
  if (Array.isArray(value)) return value.map((one) => into(one, path, one));
  const inner = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[first] : '';
  return into(inner ?? '', rest, inner);
}
