import type { Answer, Entity } from '../odata/entity';
import type { Segment } from '../odata/segments';
import type { RestRequest } from './request';

type Method = (request: RestRequest) => Answer;
type Child = (segment: Segment, request: RestRequest) => Resource | undefined;

/** Something with an address. What is missing here cannot be done with it. */
export interface Resource {
  get?: Method;
  post?: Method;
  merge?: Method;
  put?: Method;
  remove?: Method;
  /** Called as `name(args)` on the collection itself: `items(3)`. */
  call?: Child;
  /** Segments that may follow, by lower-case name. */
  children?: Record<string, Child>;
  /** The entity behind it, whose properties may follow as segments too. */
  entity?: (request: RestRequest) => Entity;
}

/** A resource that can only be posted to: SharePoint's methods. */
export const action = (post: Method): Resource => ({ post });

/** A function without side effect, which SharePoint takes by GET and by POST. */
export const query = (get: Method): Resource => ({ get, post: get });
