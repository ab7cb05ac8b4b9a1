import { badQueryField, notExpanded, unknownProperty } from '../rest/errors';
import type { Entity} from './entity';
import { Complex, ValueCollection } from './entity';
import type { SelectTree } from './options';
import { find } from './options';

/** How much metadata goes with an answer. */
export type MetadataLevel = 'none' | 'minimal' | 'verbose';

export interface ProjectionContext {
  level: MetadataLevel;
  /** `http://localhost:5180/_api/` */
  api: string;
}

/**
 * An entity as JSON: what was selected, what was expanded, with as much metadata as was asked for.
 * @throws SharePointError where something is selected that there is not, or under a name that was not expanded.
 */
export function project(entity: Entity, select: SelectTree | undefined, expand: SelectTree | undefined,
  context: ProjectionContext): Record<string, unknown> {
  const body = metadataOf(entity, context);
  const links = entity.links ?? {};
  const everything = !select || select.all || select.names.size === 0;
  if (everything) {
    for (const [name, value] of Object.entries(entity.values)) {
      body[name] = written(value, context);
    }
  }
  for (const [name, below] of select?.names ?? []) {
    addSelected(entity, name, below, expand, body, context);
  }
  for (const [name, below] of expand?.names ?? []) {
    const link = keyOf(links, name);
    if (link === undefined) {
      if (keyOf(entity.values, name) === undefined && keyOf(entity.extra ?? {}, name) === undefined) {
        throw entity.open ? badQueryField(name) : unknownProperty(name, entity.type);
      }
      continue;
    }
    if (!everything && find(select, name) === undefined) {
      continue;
    }
    putLink(body, link, links[link](), find(select, name), below, entity, context);
  }
  if (context.level === 'verbose' && everything) {
    for (const name of Object.keys(links)) {
      if (!(name in body)) {
        body[name] = { __deferred: { uri: `${context.api}${entity.path}/${name}` } };
      }
    }
  }
  return body;
}

function addSelected(
  entity: Entity, name: string, below: SelectTree, expand: SelectTree | undefined, body: Record<string, unknown>, context: ProjectionContext
): void {
  const link = keyOf(entity.links ?? {}, name);
  if (link !== undefined) {
    if (find(expand, name) === undefined && (below.names.size > 0 || below.all)) {
      throw notExpanded([name, ...below.names.keys()].slice(0, 2).join('/'), link);
    }
    if (context.level === 'verbose' && find(expand, name) === undefined) {
      body[link] = { __deferred: { uri: `${context.api}${entity.path}/${link}` } };
    } else if (context.level === 'minimal' && find(expand, name) === undefined) {
      body[`${link}@odata.navigationLinkUrl`] = `${entity.path}/${link}`;
    }
    return;
  }
  const own = keyOf(entity.values, name);
  if (own !== undefined) {
    body[own] = narrowed(written(entity.values[own], context), below);
    return;
  }
  const extra = keyOf(entity.extra ?? {}, name);
  if (extra !== undefined && entity.extra) {
    body[extra] = narrowed(written(entity.extra[extra](), context), below);
    return;
  }
  if (!entity.kin?.has(name)) {
    throw entity.open ? badQueryField(name) : unknownProperty(name, entity.type);
  }
}

/** `$select=ContentType/Name` on a structured value keeps the whole value; only its parts are asked for. */
function narrowed(value: unknown, below: SelectTree): unknown {
  if (below.names.size === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).filter(([name]) => find(below, name) !== undefined));
}

function putLink(
  body: Record<string, unknown>, name: string, target: Entity | Entity[] | null, select: SelectTree | undefined,
  expand: SelectTree | undefined,
  owner: Entity, context: ProjectionContext
): void {
  if (target === null) {
    // Assumption: what is empty is left out, with a link in its place where the metadata level has links.
    if (context.level === 'minimal') {
      body[`${name}@odata.navigationLinkUrl`] = `${owner.path}/${name}`;
    } else if (context.level === 'verbose') {
      body[name] = { __deferred: { uri: `${context.api}${owner.path}/${name}` } };
    }
    return;
  }
  const inner = select && (select.names.size > 0 || select.all) ? select : undefined;
  if (Array.isArray(target)) {
    const results = target.map((one) => project(one, inner, expand, context));
    if (context.level === 'minimal') {
      body[`${name}@odata.navigationLinkUrl`] = `${owner.path}/${name}`;
    }
    body[name] = context.level === 'verbose' ? { results } : results;
    return;
  }
  if (context.level === 'minimal') {
    body[`${name}@odata.navigationLinkUrl`] = `${owner.path}/${name}`;
  }
  body[name] = project(target, inner, expand, context);
}

function metadataOf(entity: Entity, context: ProjectionContext): Record<string, unknown> {
  const { level } = context;
  const api = entity.api ?? context.api;
  if (level === 'none') {
    return {};
  }
  if (level === 'minimal') {
    return {
      'odata.type': entity.type,
      'odata.id': `${api}${entity.path}`,
      ...(entity.etag ? { 'odata.etag': entity.etag } : {}),
      'odata.editLink': entity.path
    };
  }
  const uri = `${api}${entity.path}`;
  return { __metadata: { id: uri, uri, ...(entity.etag ? { etag: entity.etag } : {}), type: entity.type } };
}

/** A value of an entity in the metadata level's own form. */
export function written(value: unknown, context: ProjectionContext): unknown {
  const verbose = context.level === 'verbose';
  if (value instanceof Complex) {
    const inner = Object.fromEntries(Object.entries(value.value).map(([name, part]) => [name, written(part, context)]));
    return verbose ? { __metadata: { type: value.type }, ...inner } : inner;
  }
  if (value instanceof ValueCollection) {
    const results = value.values.map((one) => written(one, context));
    return verbose ? { __metadata: { type: `Collection(${value.type})` }, results } : results;
  }
  return value;
}

function keyOf(record: Record<string, unknown>, name: string): string | undefined {
  if (Object.prototype.hasOwnProperty.call(record, name)) {
    return name;
  }
  const lower = name.toLowerCase();
  return Object.keys(record).find((key) => key.toLowerCase() === lower);
}
