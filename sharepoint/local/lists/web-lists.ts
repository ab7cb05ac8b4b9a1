import { putFile } from '../files/library';
import type { Principal } from '../security/principals';
import type { Site } from '../site';
import type { ListDef, WebDef } from '../store/definitions';
import { makeList } from './lists';
import { CATALOGS, DOCUMENT_LIBRARY, SITE_PAGES } from './templates';

/** The lists a new web comes with: pages with a home page, documents, assets, and the galleries under `_catalogs`. */
export function addWebLists(site: Site, web: WebDef, user: Principal): void {
  const add = (template: number, path: string, en: string, es: string, hidden = false): ListDef => {
    const [title, other] = web.props.language === 1033 ? [en, es] : [es, en];
    const made = makeList(site, web, user, { Title: title, BaseTemplate: template, ...(hidden ? { Hidden: true } : {}) }, path);
    site.catalog.saveList({ ...made, props: { ...made.props, otherTitle: other } }, site.now());
    return made;
  };
  const pages = add(SITE_PAGES, 'SitePages', 'Site Pages', 'Páginas del sitio');
  putFile(site, user, `${pages.url}/Home.aspx`, Buffer.alloc(0), false);
  add(DOCUMENT_LIBRARY, 'Shared Documents', 'Documents', 'Documentos');
  add(DOCUMENT_LIBRARY, 'SiteAssets', 'Site Assets', 'Activos del sitio');
  CATALOGS.forEach(([template, leaf, en, es]) => add(template, `_catalogs/${leaf}`, en, es, true));
}
