import { encodePath } from '@pnp/sp/utils/encode-path-str';
import { SPFI } from '@pnp/sp/fi';
import { SPCollection, SPQueryable, type ISPCollection, type ISPQueryable } from '@pnp/sp/spqueryable';
import type { ListName, Person } from '../domain';

/** PnPjs's root, from which requests are also made by address: its fluent objects for webs and lists would cost the first screen 3 kB. */
export class SiteApi extends SPFI {
  /** @param path below the site, `_api/web` */
  public request(path: string): ISPQueryable {
    return this.create(SPQueryable, path);
  }

  /** The same for an address outside the site. @param url absolute */
  public requestAt(url: string): ISPQueryable {
    return SPQueryable([this._root, url]);
  }

  /** The same for something that takes `$filter`. */
  public collection(path: string): ISPCollection {
    return this.create(SPCollection, path);
  }
}

/** A site and the way to it. Made once and handed to every adapter. */
export interface SiteConnection {
  readonly api: SiteApi;
  /** Absolute, without a slash at the end. */
  readonly webUrl: string;
  /** Server-relative path of the site, without a slash at the end: empty for the tenant's root site. */
  readonly path: string;
  /** What one adapter learns and another needs. */
  readonly session: {
    /** Who is signed in, once the workspace has been read. */
    user: Person | null;
  };
}

export function makeConnection(api: SiteApi, webUrl: string): SiteConnection {
  const url = webUrl.replace(/\/+$/, '');
  return { api, webUrl: url, path: decodeURI(new URL(url).pathname).replace(/\/+$/, ''), session: { user: null } };
}

/** Lists are found by address: planners may rename them. */
export function listUrl(connection: SiteConnection, list: ListName): string {
  return `_api/web/getList('${encodePath(`${connection.path}/Lists/${list}`)}')`;
}

/** A text within a `$filter`. */
export function quoted(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}
