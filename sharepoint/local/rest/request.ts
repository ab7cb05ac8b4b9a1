import type { Argument, Segment } from '../odata/segments';
import { parseLiteral } from '../odata/segments';
import type { QueryOptions } from '../odata/options';
import { parseOptions } from '../odata/options';
import type { MetadataLevel, ProjectionContext } from '../odata/project';
import type { Principal } from '../security/principals';
import type { Permission } from '../security/masks';
import type { ListDef, Securable, WebDef } from '../store/definitions';
import type { Site } from '../site';
import { accessDenied, badBody, missingArgument, tooBig } from './errors';

/** The most SharePoint takes as JSON. */
export const MAX_JSON_BYTES = 2 * 1024 * 1024;

export interface RawRequest {
  /** After X-HTTP-Method has been taken into account. */
  method: string;
  /** Whole address as it was sent. */
  url: string;
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
}

/** One call of the REST interface, with who makes it. */
export class RestRequest {
  private parsed?: Record<string, unknown>;
  private readOptions?: QueryOptions;

  constructor(
    readonly site: Site,
    readonly user: Principal,
    readonly web: WebDef,
    readonly segments: readonly Segment[],
    private readonly raw: RawRequest
  ) {}

  get method(): string {
    return this.raw.method;
  }

  get url(): string {
    return this.raw.url;
  }

  get query(): URLSearchParams {
    return this.raw.query;
  }

  get content(): Buffer {
    return this.raw.body;
  }

  /** @throws SharePointError where an option cannot be read. */
  get options(): QueryOptions {
    this.readOptions ??= parseOptions(this.raw.query);
    return this.readOptions;
  }

  header(name: string): string | undefined {
    return this.raw.headers[name.toLowerCase()];
  }

  get level(): MetadataLevel {
    const accept = (this.header('accept') ?? '').toLowerCase();
    if (/odata=verbose/.test(accept)) {
      return 'verbose';
    }
    return /odata(\.metadata)?=(nometadata|none)/.test(accept) ? 'none' : 'minimal';
  }

  get projection(): ProjectionContext {
    return { level: this.level, api: `${this.site.absolute(this.web.url)}/_api/` };
  }

  /** The body as an object: verbose forms made plain. */
  get json(): Record<string, unknown> {
    if (!this.parsed) {
      if (this.raw.body.length > MAX_JSON_BYTES) {
        throw tooBig();
      }
      const text = this.raw.body.toString('utf8').trim();
      this.parsed = text === '' ? {} : readJson(text);
    }
    return this.parsed;
  }

  /** @throws SharePointError 403 */
  demand(securable: Securable, permission: Permission): void {
    this.site.permissions.demand(this.user, securable, permission);
  }

  /** @throws SharePointError 403 where somebody sees nothing of a list, no single row either */
  demandLook(place: { web: WebDef; list: ListDef }): void {
    if (!this.site.permissions.canLookInto(this.user, place)) {
      throw accessDenied();
    }
  }

  can(securable: Securable, permission: Permission): boolean {
    return this.site.permissions.can(this.user, securable, permission);
  }

  /** The argument's value, by name or by place, aliases followed. Undefined where it was not given. */
  argument(segment: Segment, index: number, name?: string): Argument | undefined {
    const args = segment.args ?? [];
    const found = args.find((arg) => name !== undefined && arg.name?.toLowerCase() === name.toLowerCase())
      ?? (args[index]?.name && name !== undefined ? undefined : args[index]);
    if (found?.kind !== 'alias') {
      return found;
    }
    for (const [key, value] of this.raw.query) {
      if (key.toLowerCase() === found.value.toLowerCase()) {
        return pathOf(parseLiteral(value.trim()));
      }
    }
    throw missingArgument(found.value);
  }

  /** Methods take what their address does not say from a body that is JSON. */
  private inBody(name: string): Argument | undefined {
    if (this.method !== 'POST' || !/json/i.test(this.header('content-type') ?? '')) {
      return undefined;
    }
    const key = Object.keys(this.json).find((one) => one.toLowerCase() === name.toLowerCase());
    const value = key === undefined ? undefined : this.json[key];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? { kind: 'string', value: String(value) } : undefined;
  }

  /** @throws SharePointError where it is missing. */
  text(segment: Segment, index: number, name?: string): string {
    const found = this.argument(segment, index, name) ?? (name === undefined ? undefined : this.inBody(name));
    if (!found) {
      throw missingArgument(name ?? String(index));
    }
    return found.value;
  }

  whole(segment: Segment, index: number, name?: string): number {
    const value = Number(this.text(segment, index, name));
    if (!Number.isInteger(value)) {
      throw missingArgument(name ?? String(index));
    }
    return value;
  }

  flag(segment: Segment, index: number, name: string): boolean {
    return /^(true|1)$/i.test(this.argument(segment, index, name)?.value ?? '');
  }
}

/** A path given as SP.ResourcePath: `{ "DecodedUrl": "…" }`. */
function pathOf(argument: Argument): Argument {
  if (!argument.value.startsWith('{')) {
    return argument;
  }
  try {
    const { DecodedUrl } = JSON.parse(argument.value) as { DecodedUrl?: unknown };
    return typeof DecodedUrl === 'string' ? { kind: 'string', value: DecodedUrl } : argument;
  } catch {
    // It is no JSON: taken as it stands.
    return argument;
  }
}

function readJson(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Whatever is wrong with it, the answer is the same.
    throw badBody();
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badBody();
  }
  return plain(value) as Record<string, unknown>;
}

/** Takes away `__metadata` and opens `{ results: […] }`. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).filter(([name]) => name !== '__metadata' && !name.startsWith('odata.')
    && !name.includes('@odata.'));
  if (entries.length === 1 && entries[0][0] === 'results' && Array.isArray(entries[0][1])) {
    return plain(entries[0][1]);
  }
  return Object.fromEntries(entries.map(([name, inner]) => [name, plain(inner)]));
}
