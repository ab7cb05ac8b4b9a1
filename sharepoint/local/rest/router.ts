import type { Answer, Entity} from '../odata/entity';
import { Complex, entityAnswer, ValueCollection, valueAnswer } from '../odata/entity';
import type { Segment } from '../odata/segments';
import { unknownSegment, wrongMethod } from './errors';
import type { RestRequest } from './request';
import type { Resource } from './resource';
import { query } from './resource';

/** Follows the segments from a root to the resource they name, and does there what the request asks. */
export function dispatch(root: Resource, request: RestRequest): Answer {
  let at = root;
  const walked: string[] = [];
  for (const segment of request.segments) {
    walked.push(segment.name);
    const next = step(at, segment, request);
    if (!next) {
      throw unknownSegment(walked.join('/'));
    }
    at = next;
  }
  const last = request.segments[request.segments.length - 1];
  // A function that gives something back is taken by POST too.
  const method = methodOf(at, request.method)
    ?? (request.method === 'POST' && last?.args && /^get/i.test(last.name) ? at.get : undefined);
  if (!method) {
    throw wrongMethod(request.method);
  }
  return method(request);
}

function step(at: Resource, segment: Segment, request: RestRequest): Resource | undefined {
  const name = segment.name.toLowerCase();
  const child = at.children && Object.prototype.hasOwnProperty.call(at.children, name) ? at.children[name] : undefined;
  if (child) {
    const resource = child(segment, request);
    return resource?.call && segment.args && segment.args.length > 0 ? resource.call(segment, request) : resource;
  }
  return at.entity ? property(at.entity, segment, request) : undefined;
}

function methodOf(resource: Resource, method: string): ((request: RestRequest) => Answer) | undefined {
  switch (method) {
    case 'GET':
    case 'HEAD':
      return resource.get;
    case 'POST':
      return resource.post;
    case 'MERGE':
    case 'PATCH':
      return resource.merge;
    case 'PUT':
      return resource.put;
    case 'DELETE':
      return resource.remove;
    default:
      return undefined;
  }
}

/** A property of an entity as an address of its own: `/web/title`, `/items(1)/Title`. */
function property(read: (request: RestRequest) => Entity, segment: Segment, request: RestRequest): Resource | undefined {
  const entity = read(request);
  const wanted = segment.name.toLowerCase();
  const own = Object.keys(entity.values).find((name) => name.toLowerCase() === wanted);
  if (own !== undefined) {
    return query(() => valueAnswer(own, entity.values[own], edmType(entity.values[own])));
  }
  const extra = Object.keys(entity.extra ?? {}).find((name) => name.toLowerCase() === wanted);
  if (extra !== undefined && entity.extra) {
    const make = entity.extra[extra];
    return query(() => valueAnswer(extra, make(), edmType(make())));
  }
  const link = Object.keys(entity.links ?? {}).find((name) => name.toLowerCase() === wanted);
  if (link !== undefined && entity.links) {
    const make = entity.links[link];
    return {
      get: () => {
        const target = make();
        if (target === null) {
          return { kind: 'null' };
        }
        return Array.isArray(target) ? { kind: 'collection', entities: target, path: `${entity.path}/${link}`, type: target[0]?.type
          ?? 'SP.Entity' } : entityAnswer(target);
      }
    };
  }
  return undefined;
}

function edmType(value: unknown): string {
  if (value instanceof Complex) {
    return value.type;
  }
  if (value instanceof ValueCollection) {
    return `Collection(${value.type})`;
  }
  switch (typeof value) {
    case 'boolean': return 'Edm.Boolean';
    case 'number': return Number.isInteger(value) ? 'Edm.Int32' : 'Edm.Double';
    default: return 'Edm.String';
  }
}
