import { startLocalSharePoint } from '../server';
import type { LocalPageContext, LocalSharePoint, LocalSharePointOptions } from '../server';
import { makeHosts } from './index';
import type { SiteFacts } from './site-facts';

/** What the REST engine knows, in the hosts' words. @param site the engine, once it is up */
function siteFacts(site: () => LocalSharePoint): SiteFacts {
  const contextOf = (request: Request): LocalPageContext => site().pageContextFor(site().currentPerson(request));
  return {
    person(request) {
      const { shortName } = site().currentPerson(request);
      const context = contextOf(request);
      return Promise.resolve({
        id: context.userId,
        userName: shortName,
        loginName: context.userLoginName,
        title: context.userTitle,
        email: context.userEmail,
        isSiteAdmin: context.isSiteAdmin,
        permissions: { high: Number(context.permissions.High), low: Number(context.permissions.Low) }
      });
    },
    web(request) {
      const { siteId, webId, webTitle, webServerRelativeUrl, language } = contextOf(request);
      return Promise.resolve({ siteId, webId, title: webTitle, serverRelativeUrl: webServerRelativeUrl, language });
    },
    people: () => Promise.resolve(site().people.map(({ shortName, title }) => ({ userName: shortName, title }))),
    file: (request, path) => Promise.resolve(site().readFile(site().currentPerson(request), path)),
    isList: (request, path) => Promise.resolve(site().pageContextFor(site().currentPerson(request), path).list !== undefined),
    digest: (request) => Promise.resolve(contextOf(request).formDigestValue)
  };
}

export interface HostedSiteOptions extends Omit<LocalSharePointOptions, 'app'> {
  /** Folder of the Heft build: `assets`, `manifests`. */
  readonly release: string;
  /** Teams manifest; by default the solution's own. A path to nothing: the app that SharePoint would make. */
  readonly teamsManifest?: string;
}

/** Starts the local site with its pages: SharePoint page, Teams shell, list pages. */
export async function startHostedSite({ release, teamsManifest, ...options }: HostedSiteOptions): Promise<LocalSharePoint> {
  const up: { site?: LocalSharePoint } = {};
  const facts = siteFacts(() => {
    if (!up.site) throw new Error('The site is not up yet');
    return up.site;
  });
  const app = makeHosts({ release, site: facts, clock: options.clock ?? (() => new Date()), ...(teamsManifest ? { teamsManifest } : {}) });
  up.site = await startLocalSharePoint({ ...options, app });
  return up.site;
}
