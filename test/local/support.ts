import type { IList } from '@pnp/sp/lists';
import type { SPFI } from '@pnp/sp';
import { spfi } from '@pnp/sp';
import { SPBrowser } from '@pnp/sp/behaviors/spbrowser';
import { InjectHeaders } from '@pnp/queryable';
import '@pnp/sp/webs';
import '@pnp/sp/lists';
import '@pnp/sp/items';
import '@pnp/sp/fields';
import '@pnp/sp/views';
import '@pnp/sp/site-users';
import '@pnp/sp/site-groups';
import '@pnp/sp/security';
import '@pnp/sp/folders';
import '@pnp/sp/files';
import '@pnp/sp/attachments';
import '@pnp/sp/content-types';
import '@pnp/sp/batching';
import '@pnp/sp/context-info';
import '@pnp/sp/recycle-bin';
import '@pnp/sp/regional-settings';
import '@pnp/sp/sites';
import type { LocalSharePoint, LocalSharePointOptions} from '../../sharepoint/local/server';
import { startLocalSharePoint } from '../../sharepoint/local/server';

/** PnPjs's own client, as one of the people. */
export function clientOf(local: LocalSharePoint, person: string): SPFI {
  return spfi(local.origin).using(SPBrowser({ baseUrl: local.origin }), InjectHeaders({ 'X-Local-User': person }));
}

/** A site in memory, closed after the tests of the file. */
export function withSite(options: Partial<LocalSharePointOptions> = {}): () => LocalSharePoint {
  let local: LocalSharePoint | undefined;
  beforeAll(async () => {
    local = await startLocalSharePoint({ dataDir: ':memory:', ...options });
  });
  afterAll(async () => {
    await local?.close();
  });
  return () => {
    if (!local) {
      throw new Error('the site is not up yet');
    }
    return local;
  };
}

export interface RawAnswer {
  status: number;
  headers: Headers;
  text: string;
  json: Record<string, unknown>;
}

/** A request without PnPjs, with a digest where one is needed. */
export async function raw(local: LocalSharePoint, path: string,
  init: RequestInit & { person?: string; json?: unknown } = {}): Promise<RawAnswer> {
  const { person = 'planeacion', json, ...rest } = init;
  const headers = new Headers(rest.headers);
  headers.set('X-Local-User', person);
  if (!headers.has('Accept')) {
    headers.set('Accept', 'application/json;odata=nometadata');
  }
  if (rest.method && rest.method !== 'GET' && !headers.has('X-RequestDigest')) {
    const found = local.people.find((one) => one.shortName === person);
    headers.set('X-RequestDigest', found ? local.pageContextFor(found).formDigestValue : '');
  }
  if (json !== undefined) {
    headers.set('Content-Type', 'application/json');
  }
  const response = await fetch(`${local.origin}${path}`, { ...rest, headers,
    ...(json === undefined ? {} : { body: JSON.stringify(json) }) });
  const text = await response.text();
  let parsed: Record<string, unknown> = {};
  if (/json/.test(response.headers.get('content-type') ?? '') && text !== '') {
    parsed = JSON.parse(text) as Record<string, unknown>;
  }
  return { status: response.status, headers: response.headers, text, json: parsed };
}

/** Status and code of what a call of PnPjs was refused with. */
export async function refusal(call: Promise<unknown>): Promise<{ status: number; code: string; message: string }> {
  try {
    await call;
  } catch (error) {
    const response = (error as { response?: Response }).response;
    if (response) {
      const body = (await response.clone().json()) as Record<string, { code: string; message: { value: string } }>;
      const inner = body['odata.error'] ?? body.error;
      return { status: response.status, code: inner.code, message: inner.message.value };
    }
    throw error;
  }
  throw new Error('it was not refused');
}

/** What tests of rights ask as one person or another: the web, the status of a plain request, and Contribute on something given to somebody. */
export function rightsOn(site: () => LocalSharePoint) {
  const web = (person = 'planeacion') => clientOf(site(), person).web;
  return {
    web,
    status: async (path: string, person: string, init: Parameters<typeof raw>[2] = {}): Promise<number> =>
      (await raw(site(), `/_api/web/${path}`, { ...init, person })).status,
    giveContribute: async (thing: Pick<IList, 'roleAssignments'>, person: string): Promise<void> => {
      const { Id } = await web().ensureUser(`${person}@aci.example`);
      await thing.roleAssignments.add(Id, 1073741827);
    }
  };
}
