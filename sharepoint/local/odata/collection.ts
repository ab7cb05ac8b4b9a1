import { badExpression, badFilterField } from '../rest/errors';
import { parseStamp } from '../time';
import type { Entity } from './entity';
import { Complex } from './entity';
import type { FilterNode } from './filter';
import type { QueryOptions } from './options';

type Value = string | number | boolean | null;

/** Filters, sorts and pages a collection that is at hand as a whole: lists, columns, users, groups. */
export function applyOptions(entities: Entity[], options: QueryOptions): Entity[] {
  let result = entities;
  const { filter } = options;
  if (filter) {
    result = result.filter((entity) => evaluate(filter, entity) === true);
  }
  if (options.orderBy.length > 0) {
    result = [...result].sort((a, b) => {
      for (const { path, descending } of options.orderBy) {
        const order = compare(read(a, path), read(b, path));
        if (order !== 0) {
          return descending ? -order : order;
        }
      }
      return 0;
    });
  }
  const from = options.skip ?? 0;
  return result.slice(from, options.top === undefined ? undefined : from + options.top);
}

function evaluate(node: FilterNode, entity: Entity): Value {
  switch (node.kind) {
    case 'literal':
      return literal(node);
    case 'path':
      return read(entity, node.segments);
    case 'not':
      return evaluate(node.operand, entity) !== true;
    case 'call':
      return call(node.name, node.args.map((arg) => evaluate(arg, entity)));
    case 'binary':
      return binary(node, entity);
  }
}

function binary(node: Extract<FilterNode, { kind: 'binary' }>, entity: Entity): boolean {
  if (node.op === 'and') {
    return evaluate(node.left, entity) === true && evaluate(node.right, entity) === true;
  }
  if (node.op === 'or') {
    return evaluate(node.left, entity) === true || evaluate(node.right, entity) === true;
  }
  const order = compare(evaluate(node.left, entity), evaluate(node.right, entity));
  switch (node.op) {
    case 'eq': return order === 0;
    case 'ne': return order !== 0;
    case 'gt': return order > 0;
    case 'ge': return order >= 0;
    case 'lt': return order < 0;
    case 'le': return order <= 0;
  }
}

function literal(node: Extract<FilterNode, { kind: 'literal' }>): Value {
  switch (node.type) {
    case 'number': return Number(node.value);
    case 'boolean': return node.value === 'true';
    case 'null': return null;
    case 'datetime': return parseStamp(node.value) ?? node.value;
    default: return node.value;
  }
}

function call(name: string, args: Value[]): Value {
  const [first, second] = args.map((arg) => String(arg ?? '').toLowerCase());
  if (name === 'startswith') {
    return first.startsWith(second);
  }
  if (name === 'substringof') {
    return second.includes(first);
  }
  throw badExpression(name);
}

function read(entity: Entity, path: string[]): Value {
  let at: unknown = entity.values;
  let links = entity.links;
  let extra = entity.extra;
  for (const name of path) {
    const record = at as Record<string, unknown>;
    const key = Object.keys(record).find((one) => one.toLowerCase() === name.toLowerCase());
    const extraKey = Object.keys(extra ?? {}).find((one) => one.toLowerCase() === name.toLowerCase());
    const linkKey = Object.keys(links ?? {}).find((one) => one.toLowerCase() === name.toLowerCase());
    if (key !== undefined) {
      at = record[key];
    } else if (extraKey !== undefined && extra) {
      at = extra[extraKey]();
    } else if (linkKey !== undefined && links) {
      const target = links[linkKey]();
      if (target === null || Array.isArray(target)) {
        return null;
      }
      at = target.values;
      links = target.links;
      extra = target.extra;
      continue;
    } else {
      throw badFilterField(path.join('/'));
    }
    at = at instanceof Complex ? at.value : at;
    links = undefined;
    extra = undefined;
  }
  return typeof at === 'string' || typeof at === 'number' || typeof at === 'boolean' ? at : null;
}

function compare(a: Value, b: Value): number {
  if (a === null || b === null) {
    return a === b ? 0 : a === null ? -1 : 1;
  }
  if (typeof a === 'boolean' || typeof b === 'boolean') {
    const truth = (value: Value): number => (value === true || value === 1 || value === 'true' || value === '1' ? 1 : 0);
    return truth(a) - truth(b);
  }
  if (typeof a === 'number' && typeof b === 'number') {
    return a - b;
  }
  const left = String(a).toLowerCase();
  const right = String(b).toLowerCase();
  return left === right ? 0 : left.localeCompare(right, 'es') || (left < right ? -1 : 1);
}
