import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { BinaryOperator, FilterNode } from '../odata/filter';
import { MAX_TERMS } from '../odata/filter';
import type { OrderTerm } from '../odata/options';
import { isLookup, isUser } from '../fields/definition';
import { plainGuid } from '../ids';
import { badCaml } from '../rest/errors';
import type { ListDef } from '../store/definitions';
import { parseStamp, startOfDay, toStamp } from '../time';
import { findField } from '../items/scope';

/** What a `<View>` asks for. */
export interface CamlView {
  filter?: FilterNode;
  orderBy: OrderTerm[];
  /** Internal names; empty where the view names none. */
  fields: string[];
  rowLimit?: number;
  paged: boolean;
  /** `Recursive`, `RecursiveAll`, `FilesOnly` or nothing: only the folder itself. */
  scope: string;
}

/** What `<UserID/>` and `<Today/>` stand for. */
export interface CamlContext {
  list: ListDef;
  userId: number;
  now: string;
}

type XmlNode = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', parseTagValue: false, parseAttributeValue: false, trimValues: true
});

const COMPARISONS: Record<string, BinaryOperator> = { eq: 'eq', neq: 'ne', gt: 'gt', geq: 'ge', lt: 'lt', leq: 'le' };

/**
 * Reads `<View>…</View>`, or a bare `<Query>`.
 * @throws SharePointError where it is no CAML, or speaks of what is not supported.
 */
export function parseView(xml: string, context: CamlContext): CamlView {
  const text = xml.trim();
  if (text === '') {
    return { orderBy: [], fields: [], paged: false, scope: '' };
  }
  if ((text.match(/<(?:and|or)[\s>]/gi) ?? []).length > MAX_TERMS || XMLValidator.validate(text) !== true) {
    throw badCaml();
  }
  const [root] = parser.parse(text) as XmlNode[];
  const view = nameOf(root) === 'view' ? root : { View: [root] };
  const children = childrenOf(view);
  const query = children.find((one) => nameOf(one) === 'query');
  const where = query && childrenOf(query).find((one) => nameOf(one) === 'where');
  const order = query && childrenOf(query).find((one) => nameOf(one) === 'orderby');
  const limit = children.find((one) => nameOf(one) === 'rowlimit');
  const viewFields = children.find((one) => nameOf(one) === 'viewfields');
  const conditions = where ? childrenOf(where) : [];
  const rowLimit = limit ? Number(textOf(limit)) : NaN;
  return {
    ...(conditions.length > 0 ? { filter: condition(conditions[0], context) } : {}),
    orderBy: order ? childrenOf(order).map((one) => orderTerm(one, context.list)) : [],
    fields: viewFields ? childrenOf(viewFields).map((one) => attribute(one, 'Name')) : [],
    ...(rowLimit > 0 ? { rowLimit } : {}),
    paged: limit ? /^true$/i.test(attribute(limit, 'Paged')) : false,
    scope: attribute(view, 'Scope')
  };
}

function condition(node: XmlNode, context: CamlContext): FilterNode {
  const name = nameOf(node);
  const parts = childrenOf(node);
  if (name === 'and' || name === 'or') {
    if (parts.length !== 2) {
      throw badCaml();
    }
    return { kind: 'binary', op: name, left: condition(parts[0], context), right: condition(parts[1], context) };
  }
  const reference = parts.find((one) => nameOf(one) === 'fieldref');
  if (!reference) {
    throw badCaml();
  }
  const values = parts.flatMap((one) => (nameOf(one) === 'values' ? childrenOf(one) : nameOf(one) === 'value' ? [one] : []));
  const path: FilterNode = { kind: 'path', segments: pathOf(reference, context.list, values.some(isCurrentUser)) };
  switch (name) {
    case 'isnull':
      return { kind: 'binary', op: 'eq', left: path, right: { kind: 'literal', type: 'null', value: '' } };
    case 'isnotnull':
      return { kind: 'binary', op: 'ne', left: path, right: { kind: 'literal', type: 'null', value: '' } };
    case 'beginswith':
      return { kind: 'call', name: 'startswith', args: [path, literal(values[0], context)] };
    case 'contains':
      return { kind: 'call', name: 'substringof', args: [literal(values[0], context), path] };
    case 'in':
      if (values.length === 0) {
        throw badCaml();
      }
      return values.map((value) => compare('eq', path, value, context)).reduce((left, right): FilterNode =>
        ({ kind: 'binary', op: 'or', left, right }));
    case 'includes':
      return compare('eq', path, values[0], context);
    case 'notincludes':
      return compare('ne', path, values[0], context);
    default:
      if (!COMPARISONS[name]) {
        throw badCaml();
      }
      return compare(COMPARISONS[name], path, values[0], context);
  }
}

/** Dates count by the day unless the value says IncludeTimeValue. */
function compare(op: BinaryOperator, path: FilterNode, value: XmlNode | undefined, context: CamlContext): FilterNode {
  const right = literal(value, context);
  if (!value || right.kind !== 'literal' || right.type !== 'datetime' || /^true$/i.test(attribute(value, 'IncludeTimeValue'))) {
    return { kind: 'binary', op, left: path, right };
  }
  const stamp = parseStamp(right.value);
  if (stamp === undefined) {
    throw badCaml();
  }
  const begin: FilterNode = { kind: 'literal', type: 'datetime', value: startOfDay(stamp) };
  const end: FilterNode = { kind: 'literal', type: 'datetime', value: toStamp(new Date(Date.parse(begin.value) + 86400000)) };
  const is = (operator: BinaryOperator, bound: FilterNode): FilterNode => ({ kind: 'binary', op: operator, left: path, right: bound });
  switch (op) {
    case 'gt': return is('ge', end);
    case 'le': return is('lt', end);
    case 'ge': return is('ge', begin);
    case 'lt': return is('lt', begin);
    case 'ne': return { kind: 'not', operand: { kind: 'binary', op: 'and', left: is('ge', begin), right: is('lt', end) } };
    default: return { kind: 'binary', op: 'and', left: is('ge', begin), right: is('lt', end) };
  }
}

function literal(value: XmlNode | undefined, { userId, now }: CamlContext): FilterNode {
  if (!value) {
    throw badCaml();
  }
  const inner = childrenOf(value).find((one) => nameOf(one) !== '#text');
  const type = attribute(value, 'Type').toLowerCase();
  if (inner && nameOf(inner) === 'userid') {
    return { kind: 'literal', type: 'number', value: String(userId) };
  }
  if (inner && (nameOf(inner) === 'today' || nameOf(inner) === 'now')) {
    const days = Number(attribute(inner, 'OffsetDays') || 0);
    return { kind: 'literal', type: 'datetime', value: toStamp(new Date(Date.parse(now) + days * 86400000)) };
  }
  const text = textOf(value);
  switch (type) {
    case 'datetime':
      return { kind: 'literal', type: 'datetime', value: text };
    case 'number':
    case 'integer':
    case 'counter':
    case 'currency':
      return { kind: 'literal', type: 'number', value: text };
    case 'boolean':
      return { kind: 'literal', type: 'boolean', value: /^(1|true)$/i.test(text) ? 'true' : 'false' };
    default:
      return { kind: 'literal', type: 'string', value: text };
  }
}

/** `<Value Type="Integer"><UserID/></Value>`: who asks, by their id. */
const isCurrentUser = (value: XmlNode): boolean => childrenOf(value).some((one) => nameOf(one) === 'userid');

/** A column is named by its name, or by its id. Assumption: an ID that is none is taken for a name. */
function columnOf(reference: XmlNode, list: ListDef): string {
  const [name, id] = [attribute(reference, 'Name'), attribute(reference, 'ID')];
  return name || (list.fields.find((field) => field.id === plainGuid(id))?.name ?? id);
}

/** A lookup or a person is compared by what it shows, unless LookupId, or a comparison with who asks, says by its id. */
function pathOf(reference: XmlNode, list: ListDef, byId = false): string[] {
  const name = columnOf(reference, list);
  const field = findField(list, name);
  if (!field || field.lookup?.primaryFieldId || !(isLookup(field) || isUser(field))) {
    return [name];
  }
  if (byId || /^true$/i.test(attribute(reference, 'LookupId')) || field.type === 'LookupMulti' || field.type === 'UserMulti') {
    return [name, 'Id'];
  }
  return [name, isUser(field) ? 'Title' : field.lookup?.showField ?? 'Title'];
}

function orderTerm(reference: XmlNode, list: ListDef): OrderTerm {
  return { path: pathOf(reference, list), descending: /^false$/i.test(attribute(reference, 'Ascending')) };
}

/** In the ordered form a node has one key beside `:@`, its tag. */
function nameOf(node: XmlNode): string {
  return (Object.keys(node).find((key) => key !== ':@') ?? '').toLowerCase();
}

function childrenOf(node: XmlNode): XmlNode[] {
  const key = Object.keys(node).find((one) => one !== ':@');
  const children = key === undefined ? undefined : node[key];
  return Array.isArray(children) ? (children as XmlNode[]).filter((one) => nameOf(one) !== '#text' && !nameOf(one).startsWith('?')) : [];
}

function textOf(node: XmlNode): string {
  const key = Object.keys(node).find((one) => one !== ':@') ?? '';
  const children = node[key];
  return Array.isArray(children) ? (children as XmlNode[]).map((one) => String(one['#text'] ?? '')).join('') : '';
}

function attribute(node: XmlNode, name: string): string {
  const attributes = (node[':@'] ?? {}) as Record<string, string>;
  const key = Object.keys(attributes).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? '' : attributes[key];
}
