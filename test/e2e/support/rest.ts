import type { LocalSharePoint } from '../../../sharepoint/local/server';

const PLAIN = { accept: 'application/json;odata=nometadata', 'content-type': 'application/json;odata=nometadata' };

/** What somebody does to a site past every form, as another tool would. Addresses are below `_api/`; a refusal throws with SharePoint's words. */
export interface RestClient {
  get<T>(path: string): Promise<T>;
  post<T = Record<string, unknown>>(path: string, body: object, headers?: Record<string, string>): Promise<T>;
  /** Changes what the address names, whatever its version. */
  merge(path: string, body: object): Promise<void>;
  remove(path: string): Promise<void>;
  /** Rows of a list of ours. @param query OData, with its `$` */
  rows<T>(list: string, query: string): Promise<T[]>;
  /** Id of the one row with that text in the column. */
  idOf(list: string, column: string, text: string): Promise<number>;
  change(list: string, id: number, row: object): Promise<void>;
}

/** @param person short name; the planner by default */
export function restClient(site: LocalSharePoint, person = 'planeacion'): RestClient {
  const found = site.people.filter(({ shortName }) => shortName === person);
  if (found.length === 0) throw new Error(`nobody is called ${person}`);
  const [somebody] = found;
  async function send<T>(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<T> {
    const digest: Record<string, string> = method === 'GET' ? {} : { 'x-requestdigest': site.pageContextFor(somebody).formDigestValue };
    const response = await fetch(`${site.origin}/_api/${path}`, {
      method, body: body && JSON.stringify(body), headers: { ...PLAIN, 'x-local-user': person, ...digest, ...headers }
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as T;
  }
  const list = (name: string): string => `web/getList('/Lists/${name}')`;
  const client: RestClient = {
    get: path => send('GET', path),
    post: (path, body, headers) => send('POST', path, body, headers),
    merge: (path, body) => send('POST', path, body, { 'x-http-method': 'MERGE', 'if-match': '*' }),
    remove: path => send('POST', path, undefined, { 'x-http-method': 'DELETE', 'if-match': '*' }),
    rows: async <T>(name: string, query: string) => (await send<{ value: T[] }>('GET', `${list(name)}/items?${query}`)).value,
    idOf: async (name, column, text) => {
      const [row] = await client.rows<{ Id: number }>(name, `$select=Id&$filter=${column} eq '${text}'`);
      if (!row) throw new Error(`${name} has no ${text}`);
      return row.Id;
    },
    change: (name, id, row) => client.merge(`${list(name)}/items(${id})`, row)
  };
  return client;
}
