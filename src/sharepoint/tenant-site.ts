import { isAppError } from '../application/errors';
import type { LocalStore, Services } from '../application/ports';
import { quoted, type SiteConnection } from './connection';

/** Tenant property with which an administrator names the site of the lists, for personal Teams tabs. */
const PROPERTY = 'sigaci-okr-site';
const REMEMBERED = 'site';

/**
 * The site named in the tenant property: two requests (the app catalogue's address, then the property).
 * @returns `null` when nothing is named, the person may not read it, or the address lies outside the tenant
 */
async function namedSite(connection: SiteConnection): Promise<string | null> {
  const own = new URL(connection.webUrl);
  try {
    const settings = await connection.api.request('_api/SP_TenantSettings_Current')<{ CorporateCatalogUrl?: string }>();
    const catalogue = settings.CorporateCatalogUrl;
    if (!catalogue || new URL(catalogue).origin !== own.origin) return null;
    const entity = await connection.api.requestAt(`${catalogue}/_api/web/GetStorageEntity(${quoted(PROPERTY)})`)<{ Value?: string }>();
    if (!entity.Value) return null;
    const site = new URL(entity.Value, own.origin);
    return site.origin === own.origin ? (site.origin + site.pathname).replace(/\/+$/, '') : null;
  } catch {
    return null; // no catalogue, no right to read it, or not an address: the person's own site is all there is
  }
}

/**
 * Services that move to the site of the tenant property when the site the tab runs in has no lists. What was found is remembered,
 * so that it is looked up once per person and browser.
 * @param serve services for a site, by its address
 */
export function followTenantSite(connection: SiteConnection, store: LocalStore, serve: (webUrl: string) => Services): Services {
  const own = connection.webUrl;
  let site = store.read(REMEMBERED) || own;
  let current = serve(site);

  function move(to: string): void {
    site = to;
    current = serve(to);
    if (to === own) store.remove(REMEMBERED);
    else store.write(REMEMBERED, to);
  }

  async function readWorkspace(...args: Parameters<Services['plan']['readWorkspace']>): ReturnType<Services['plan']['readWorkspace']> {
    try {
      return await current.plan.readWorkspace(...args);
    } catch (error) {
      const astray = isAppError(error, 'listsMissing') || (site !== own && isAppError(error, 'noAccess'));
      const named = astray ? await namedSite(connection) : null;
      const next = named || own;
      if (!astray || next === site) throw error;
      move(next);
      return current.plan.readWorkspace(...args);
    }
  }

  const follow = <S extends object>(part: (services: Services) => S): S => following(() => part(current));
  const parts = Object.keys(current).filter(name => typeof current[name as keyof Services] === 'object');
  const followed = parts.reduce((all, name) => ({ ...all, [name]: follow(services => services[name as keyof Services]) }), current);
  const plan = follow(services => services.plan);
  return {
    ...followed,
    plan: new Proxy(plan, { get: (target, name) => (name === 'readWorkspace' ? readWorkspace : Reflect.get(target, name)) }),
    // What is remembered is the person's, whichever site they look at.
    store: current.store
  };
}

/** An object whose methods are those of whatever `current` gives at the time they are called. */
function following<S extends object>(current: () => S): S {
  return new Proxy({} as S, {
    get: (_target, name) => (...args: unknown[]): unknown => {
      const owner = current();
      const method: unknown = Reflect.get(owner, name);
      if (typeof method !== 'function') throw new TypeError(`${String(name)} is not a method`);
      return Reflect.apply(method, owner, args);
    }
  });
}
