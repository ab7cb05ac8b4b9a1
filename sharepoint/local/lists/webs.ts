import { addFolderNode, removeNodesBelow } from '../files/nodes';
import { newGuid } from '../ids';
import { badArgument, listExists, unknownProperty } from '../rest/errors';
import { FULL_CONTROL } from '../security/masks';
import type { Principal } from '../security/principals';
import type { Site } from '../site';
import type { WebDef, WebProps } from '../store/definitions';
import { seedContentTypes } from './content-types';
import { deleteList } from './lists';
import { emptyBin } from './recycle';
import { addWebLists } from './web-lists';

/** Makes a web below another one. Has to run inside a transaction. */
export function createWeb(site: Site, parent: WebDef, user: Principal, parameters: Record<string, unknown>): WebDef {
  site.permissions.demand(user, { web: parent }, 'ManageSubwebs');
  const leaf = String(parameters.Url ?? '').replace(/^\/+|\/+$/g, '');
  const title = String(parameters.Title ?? '');
  if (leaf === '' || title === '' || /["*:<>?/\\|#%]/.test(leaf)) {
    throw badArgument();
  }
  const url = `${parent.url === '/' ? '' : parent.url}/${leaf}`;
  if (site.catalog.webByUrl(url)) {
    throw listExists();
  }
  const now = site.now();
  const props: WebProps = {
    ...parent.props, title, description: String(parameters.Description ?? ''),
      language: Number(parameters.Language ?? parent.props.language), created: now, modified: now,
    template: String(parameters.WebTemplate ?? 'STS').split('#')[0], more: {}, allProperties: {}
  };
  const no = site.db.run('INSERT INTO webs (id, parent_no, url, scope_no, props) VALUES (?, ?, ?, NULL, ?)', newGuid(), parent.no, url,
    JSON.stringify(props)).id;
  site.catalog.forget();
  const web = site.catalog.webByNo(no);
  addFolderNode(site, web, user, { path: url });
  addFolderNode(site, web, user, { path: `${url}/Lists` });
  addFolderNode(site, web, user, { path: `${url}/_catalogs` });
  seedContentTypes(site, web);
  if (parameters.UseSamePermissionsAsParentSite === false) {
    site.permissions.breakInheritance({ web }, { copy: false }, user.id, FULL_CONTROL, now);
  }
  addWebLists(site, web, user);
  return site.catalog.webByNo(no);
}

const CHANGEABLE = new Set([
  'AlternateCssUrl', 'CustomMasterUrl', 'FooterEmphasis', 'FooterEnabled', 'FooterLayout', 'HeaderEmphasis', 'HeaderLayout',
    'HideTitleInHeader', 'HorizontalQuickLaunch',
  'IsMultilingual', 'LogoAlignment', 'MasterUrl', 'MegaMenuEnabled', 'NavAudienceTargetingEnabled', 'ObjectCacheEnabled',
    'QuickLaunchEnabled', 'SearchScope', 'SiteLogoUrl',
  'SyndicationEnabled', 'TreeViewEnabled', 'UIVersion', 'WelcomePage', 'EnableMinimalDownload', 'AllowRssFeeds',
    'OverwriteTranslationsOnChange', 'NoCrawl'
]);

export function updateWeb(site: Site, web: WebDef, body: Record<string, unknown>): void {
  const props: WebProps = { ...web.props, more: { ...web.props.more } };
  for (const [name, value] of Object.entries(body)) {
    if (name === 'Title') {
      props.title = String(value);
    } else if (name === 'Description') {
      props.description = String(value ?? '');
    } else if (CHANGEABLE.has(name)) {
      props.more[name] = value;
    } else {
      throw unknownProperty(name, 'SP.Web');
    }
  }
  site.catalog.saveWeb({ ...web, props }, site.now());
}

/** Removes a web with its lists and files. Has to run inside a transaction. */
export function deleteWeb(site: Site, web: WebDef, user: Principal): void {
  if (site.catalog.webs.some((one) => one.parentNo === web.no)) {
    throw badArgument();
  }
  for (const list of site.catalog.listsOf(web)) {
    deleteList(site, web, list, user);
  }
  emptyBin(site, web);
  removeNodesBelow(site, web.url);
  site.db.run('DELETE FROM content_types WHERE web_no = ?', web.no);
  site.db.run('DELETE FROM fields WHERE web_no = ?', web.no);
  site.db.run('DELETE FROM webs WHERE no = ?', web.no);
  if (web.scopeNo !== null) {
    site.permissions.dropScope(web.scopeNo);
  }
  site.catalog.forget();
}
