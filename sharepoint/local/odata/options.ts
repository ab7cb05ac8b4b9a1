import type { FilterNode} from './filter';
import { FilterSyntaxError, parseFilter } from './filter';
import { badExpression, notSupported, SharePointError } from '../rest/errors';

/** What is asked of an entity: names, and under a name what is asked of the entity behind it. */
export interface SelectTree {
  all: boolean;
  names: Map<string, SelectTree>;
}

export interface OrderTerm {
  path: string[];
  descending: boolean;
}

export interface QueryOptions {
  /** undefined: nothing selected, so the default set. */
  select?: SelectTree;
  expand?: SelectTree;
  filter?: FilterNode;
  orderBy: OrderTerm[];
  top?: number;
  skip?: number;
  skipToken?: string;
}

const KNOWN = ['$select', '$expand', '$filter', '$orderby', '$top', '$skip', '$skiptoken', '$format', '$inlinecount'];

/** @throws SharePointError where an option cannot be read or is not one of SharePoint's. */
export function parseOptions(query: URLSearchParams): QueryOptions {
  const values = new Map<string, string>();
  for (const [name, value] of query) {
    const lower = name.toLowerCase();
    if (!lower.startsWith('$')) {
      continue;
    }
    if (!KNOWN.includes(lower)) {
      throw notSupported(name);
    }
    values.set(lower, value);
  }
  const text = (name: string): string | undefined => values.get(name) || undefined;
  const select = text('$select');
  const expand = text('$expand');
  const filter = text('$filter');
  const skipToken = text('$skiptoken');
  const top = whole(text('$top'), '$top');
  const skip = whole(text('$skip'), '$skip');
  return {
    ...(select ? { select: tree(select) } : {}),
    ...(expand ? { expand: tree(expand) } : {}),
    ...(filter ? { filter: filterOf(filter) } : {}),
    orderBy: orderBy(text('$orderby')),
    ...(top === undefined ? {} : { top }),
    ...(skip === undefined ? {} : { skip }),
    ...(skipToken ? { skipToken } : {})
  };
}

function filterOf(text: string): FilterNode {
  try {
    return parseFilter(text);
  } catch (error) {
    if (error instanceof FilterSyntaxError) {
      throw badExpression(text);
    }
    throw error;
  }
}

function tree(text: string): SelectTree {
  const root: SelectTree = { all: false, names: new Map() };
  for (const part of text.split(',').map((name) => name.trim()).filter((name) => name !== '')) {
    let at = root;
    for (const name of part.split('/').map((piece) => piece.trim())) {
      if (name === '*') {
        at.all = true;
        break;
      }
      if (!/^@?[\p{L}_][\p{L}\p{N}_.]*$/u.test(name)) {
        throw badExpression(part);
      }
      let next = find(at, name);
      if (!next) {
        next = { all: false, names: new Map() };
        at.names.set(name, next);
      }
      at = next;
    }
  }
  return root;
}

/** The part of a tree under a name, whatever its case. */
export function find(tree: SelectTree | undefined, name: string): SelectTree | undefined {
  if (!tree) {
    return undefined;
  }
  const exact = tree.names.get(name);
  if (exact) {
    return exact;
  }
  const lower = name.toLowerCase();
  for (const [key, value] of tree.names) {
    if (key.toLowerCase() === lower) {
      return value;
    }
  }
  return undefined;
}

function orderBy(text: string | undefined): OrderTerm[] {
  if (!text) {
    return [];
  }
  return text.split(',').map((part) => {
    const match = /^\s*([\p{L}_][\p{L}\p{N}_./]*)(?:\s+(asc|desc))?\s*$/iu.exec(part);
    if (!match) {
      throw badExpression(text);
    }
    return { path: match[1].split('/'), descending: match[2]?.toLowerCase() === 'desc' };
  });
}

function whole(text: string | undefined, name: string): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  if (!/^\d{1,9}$/.test(text)) {
    throw new SharePointError(400, '-1', 'Microsoft.SharePoint.Client.InvalidClientQueryException', 'badOption', [name, text]);
  }
  return Number(text);
}
