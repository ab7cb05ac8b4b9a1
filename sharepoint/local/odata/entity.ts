/** Something SharePoint answers with: its own properties, and what can be reached from it. */
export interface Entity {
  /** `SP.List` */
  type: string;
  /** Where it is, after `/_api/`: `Web/Lists(guid'…')`. */
  path: string;
  /** Address of the REST interface it is under, where that is not the one of the request's web. */
  api?: string;
  /** As in the body: `"3"`, with its quotes. */
  etag?: string;
  /** The default set of properties. */
  values: Record<string, unknown>;
  /** Properties given only when they are asked for by name. */
  extra?: Record<string, () => unknown>;
  /** Entities behind it, given when they are expanded. */
  links?: Record<string, () => Entity | Entity[] | null>;
  /** Names that may be selected and never have a value here (an entity that is no item knows all its names from the rest). */
  open?: boolean;
  /** Properties that other types in the same collection have: selected, they are left out here instead of refused. */
  kin?: ReadonlySet<string>;
}

/** A structured value inside an entity, which the verbose form gives a type of its own. */
export class Complex {
  constructor(readonly type: string, readonly value: Record<string, unknown>) {}
}

/** A collection of values inside an entity. */
export class ValueCollection {
  constructor(readonly type: string, readonly values: readonly unknown[]) {}
}

/** What a resource answers. */
export type Answer =
  | { kind: 'entity'; entity: Entity; status?: number; headers?: Record<string, string> }
  | { kind: 'collection'; entities: Entity[]; next?: string; path: string; type: string; shaped?: boolean }
  | { kind: 'value'; name: string; value: unknown; type: string }
  | { kind: 'null' }
  | { kind: 'none'; status: number; headers?: Record<string, string> }
  | { kind: 'json'; body: Record<string, unknown> }
  | { kind: 'raw'; status: number; headers: Record<string, string>; body: Buffer | string };

export const entityAnswer = (entity: Entity, status = 200, headers?: Record<string, string>): Answer =>
  ({ kind: 'entity', entity, status, ...(headers ? { headers } : {}) });
export const nothing = (headers?: Record<string, string>): Answer => ({ kind: 'none', status: 204, ...(headers ? { headers } : {}) });
/** 200 with an empty body, as after a DELETE. */
export const done = (): Answer => ({ kind: 'none', status: 200 });
export const valueAnswer = (name: string, value: unknown, type: string): Answer => ({ kind: 'value', name, value, type });
