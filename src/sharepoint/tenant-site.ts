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

  return {
    plan: {
      readWorkspace,
      readHistory: (...args) => current.plan.readHistory(...args),
      readCheckIns: (...args) => current.plan.readCheckIns(...args),
      readClosedQuarter: (...args) => current.plan.readClosedQuarter(...args),
      readTargetVersions: (...args) => current.plan.readTargetVersions(...args)
    },
    checkIns: {
      add: (...args) => current.checkIns.add(...args),
      update: (...args) => current.checkIns.update(...args),
      remove: (...args) => current.checkIns.remove(...args),
      read: (...args) => current.checkIns.read(...args)
    },
    decisions: {
      add: (...args) => current.decisions.add(...args),
      update: (...args) => current.decisions.update(...args),
      remove: (...args) => current.decisions.remove(...args),
      list: (...args) => current.decisions.list(...args)
    },
    evidence: { list: (...args) => current.evidence.list(...args) },
    setUp: {
      inspect: () => current.setUp.inspect(),
      run: (...args) => current.setUp.run(...args),
      drift: () => current.setUp.drift(),
      repair: (...args) => current.setUp.repair(...args)
    },
    links: { list: (...args) => current.links.list(...args), row: (...args) => current.links.row(...args) },
    store: current.store,
    now: current.now,
    newKey: current.newKey
  };
}
