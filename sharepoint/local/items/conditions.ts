import type { FilterNode } from '../odata/filter';
import type { SqlValue } from '../store/database';
import { isLookup, isUser } from '../fields/definition';
import { badExpression, cannotFilter } from '../rest/errors';
import { textKey } from '../store/list-table';
import { parseStamp } from '../time';
import type { QueryScope, Target } from './scope';
import { findField } from './scope';

/** A piece of SQL with its values. */
export interface Condition {
  sql: string;
  params: SqlValue[];
}

const SQL_OPERATOR = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' } as const;
const TEXT_TYPES = ['Text', 'Choice', 'Note', 'Guid', 'File', 'ContentTypeId'];
const NOT_IN_FILTERS = ['Note', 'URL', 'Computed', 'Attachments', 'Location', 'Thumbnail'];
const DATE_PARTS: Record<string, string> = { year: '%Y', month: '%m', day: '%d', hour: '%H', minute: '%M', second: '%S' };

/**
 * Makes SQL of a filter.
 * @throws SharePointError where SharePoint would refuse it.
 */
export function compileFilter(node: FilterNode, scope: QueryScope): Condition {
  switch (node.kind) {
    case 'binary': {
      if (node.op === 'and' || node.op === 'or') {
        const left = compileFilter(node.left, scope);
        const right = compileFilter(node.right, scope);
        return { sql: `(${left.sql} ${node.op.toUpperCase()} ${right.sql})`, params: [...left.params, ...right.params] };
      }
      return compileComparison(node, scope);
    }
    case 'not': {
      const inner = compileFilter(node.operand, scope);
      return { sql: `NOT coalesce(${inner.sql}, 0)`, params: inner.params };
    }
    case 'call':
      return compileCall(node, scope);
    case 'path': {
      const target = filterable(node.segments, scope);
      return { sql: `(${target.sql} = 1)`, params: [] };
    }
    case 'literal':
      if (node.type === 'boolean') {
        return { sql: node.value === 'true' ? '(1 = 1)' : '(1 = 0)', params: [] };
      }
      throw badExpression(node.value);
  }
}

/** The comparisons all of which hold: what an index can be used for. */
export function conjuncts(node: FilterNode): FilterNode[] {
  return node.kind === 'binary' && node.op === 'and' ? [...conjuncts(node.left), ...conjuncts(node.right)] : [node];
}

/** Column of a comparison with a constant that an index helps with; undefined for all else. */
export function comparedTarget(node: FilterNode, scope: QueryScope): Target | undefined {
  if (node.kind === 'binary' && node.op !== 'ne' && node.left.kind === 'path' && node.right.kind === 'literal') {
    return scope.resolve(node.left.segments);
  }
  if (node.kind === 'call' && node.name === 'startswith' && node.args[0]?.kind === 'path') {
    return scope.resolve(node.args[0].segments);
  }
  return undefined;
}

function compileComparison(node: Extract<FilterNode, { kind: 'binary' }>, scope: QueryScope): Condition {
  const { op } = node;
  if (op === 'and' || op === 'or') {
    throw badExpression(op);
  }
  const left = node.left;
  const right = node.right;
  if (right.kind !== 'literal') {
    if (left.kind === 'literal' && (op === 'eq' || op === 'ne')) {
      return compileComparison({ ...node, left: right, right: left }, scope);
    }
    throw badExpression(describe(node));
  }
  if (left.kind === 'call') {
    return compileCallComparison(left, op, right, scope);
  }
  if (left.kind !== 'path') {
    throw badExpression(describe(node));
  }
  const many = multiValue(left.segments, op, right, scope);
  if (many) {
    return many;
  }
  const target = filterable(left.segments, scope);
  if (right.type === 'null') {
    return { sql: op === 'eq' ? `${target.sql} IS NULL` : op === 'ne' ? `${target.sql} IS NOT NULL` : '(1 = 0)', params: [] };
  }
  const value = literalFor(target, right);
  const comparison = `${target.compare} ${SQL_OPERATOR[op]} ?`;
  // In SharePoint "not equal" takes rows without a value along.
  return { sql: op === 'ne' ? `(${comparison} OR ${target.sql} IS NULL)` : `(${comparison})`, params: [value] };
}

function compileCallComparison(
  call: Extract<FilterNode, { kind: 'call' }>, op: keyof typeof SQL_OPERATOR, right: Extract<FilterNode, { kind: 'literal' }>,
  scope: QueryScope
): Condition {
  const format = DATE_PARTS[call.name];
  if (format) {
    const [argument] = call.args;
    if (call.args.length !== 1 || argument.kind !== 'path' || right.type !== 'number') {
      throw badExpression(call.name);
    }
    const target = filterable(argument.segments, scope);
    if (target.type !== 'DateTime') {
      throw badExpression(call.name);
    }
    // Parts of a date are read on the site's own clock (assumption).
    return { sql: `(CAST(strftime('${format}', ${target.sql}, '-5 hours') AS INTEGER) ${SQL_OPERATOR[op]} ?)`,
      params: [Number(right.value)] };
  }
  if (right.type !== 'boolean' && right.type !== 'number') {
    throw badExpression(call.name);
  }
  const inner = compileCall(call, scope);
  const wanted = (right.value === 'true' || right.value === '1') === (op === 'eq');
  return wanted ? inner : { sql: `NOT coalesce(${inner.sql}, 0)`, params: inner.params };
}

function compileCall(node: Extract<FilterNode, { kind: 'call' }>, scope: QueryScope): Condition {
  const [first, second] = node.args;
  if (node.args.length === 2 && node.name === 'startswith' && first.kind === 'path' && second.kind === 'literal') {
    const target = textTarget(first.segments, scope);
    const key = textKey(second.value);
    return { sql: `(${target.compare} >= ? AND ${target.compare} < ?)`, params: [key, `${key}\u{10ffff}`] };
  }
  if (node.args.length === 2 && node.name === 'substringof' && first.kind === 'literal' && second.kind === 'path') {
    const target = textTarget(second.segments, scope);
    return { sql: `(instr(${target.compare}, ?) > 0)`, params: [textKey(first.value)] };
  }
  throw badExpression(node.name);
}

function textTarget(path: string[], scope: QueryScope): Target {
  const target = filterable(path, scope);
  if (!TEXT_TYPES.includes(target.type) && target.type !== 'MultiChoice') {
    throw badExpression(path.join('/'));
  }
  return target;
}

function filterable(path: string[], scope: QueryScope): Target {
  const target = scope.resolve(path);
  if (NOT_IN_FILTERS.includes(target.type) && !(scope.notes && target.type === 'Note')) {
    throw cannotFilter(path.join('/'), target.type);
  }
  return target;
}

/** Many-valued columns: `Processes/Id eq 3`, `Topics eq 'x'`. A comparison by what is shown of a lookup is refused. */
function multiValue(path: string[], op: keyof typeof SQL_OPERATOR, right: Extract<FilterNode, { kind: 'literal' }>,
  scope: QueryScope): Condition | undefined {
  const name = path.length === 1 && path[0].endsWith('Id') ? path[0].slice(0, -2) : path[0];
  const field = findField(scope.list, name) ?? findField(scope.list, path[0]);
  if (!field || !['LookupMulti', 'UserMulti', 'MultiChoice'].includes(field.type)) {
    return undefined;
  }
  const { sql } = scope.fieldTarget(field);
  if (right.type === 'null') {
    return { sql: op === 'eq' ? `(${sql} IS NULL OR ${sql} = '[]')` : `(${sql} IS NOT NULL AND ${sql} <> '[]')`, params: [] };
  }
  if ((isLookup(field) || isUser(field)) && path.length === 2 && path[1].toLowerCase() !== 'id') {
    throw cannotFilter(path.join('/'), field.type);
  }
  if (op !== 'eq' && op !== 'ne') {
    throw cannotFilter(path.join('/'), field.type);
  }
  const value: SqlValue = field.type === 'MultiChoice' ? right.value : Number(right.value);
  const exists = `EXISTS (SELECT 1 FROM json_each(${sql}) e WHERE e.value = ?)`;
  return { sql: op === 'eq' ? exists : `NOT ${exists}`, params: [value] };
}

/** A constant as the column keeps it. */
export function literalFor(target: Target, literal: { type: string; value: string }): SqlValue {
  switch (target.type) {
    case 'Number':
    case 'Currency':
    case 'Integer':
    case 'Counter': {
      const value = Number(literal.value);
      if (literal.value.trim() === '' || !Number.isFinite(value)) {
        throw badExpression(literal.value);
      }
      return value;
    }
    case 'Boolean':
      return /^(true|1)$/i.test(literal.value) ? 1 : 0;
    case 'DateTime': {
      const stamp = parseStamp(literal.value);
      if (stamp === undefined) {
        throw badExpression(literal.value);
      }
      return stamp;
    }
    default:
      return textKey(literal.value.replace(target.type === 'Guid' ? /[{}]/g : /$^/, ''));
  }
}

function describe(node: FilterNode): string {
  switch (node.kind) {
    case 'path': return node.segments.join('/');
    case 'literal': return node.value;
    case 'call': return `${node.name}(${node.args.map(describe).join(',')})`;
    case 'not': return `not ${describe(node.operand)}`;
    case 'binary': return `${describe(node.left)} ${node.op} ${describe(node.right)}`;
  }
}
