import { isLibrary } from './templates';
import { newGuid } from '../ids';
import type { Site } from '../site';
import type { ListDef, WebDef } from '../store/definitions';

/** A content type of the web or of a list. */
export interface ContentTypeDef {
  id: string;
  name: string;
  listNo: number | null;
  props: Record<string, unknown>;
}

const SITE_TYPES: [id: string, en: string, es: string, group: string][] = [
  ['0x', 'System', 'Sistema', '_Hidden'],
  ['0x01', 'Item', 'Elemento', 'List Content Types'],
  ['0x0101', 'Document', 'Documento', 'Document Content Types'],
  ['0x0120', 'Folder', 'Carpeta', 'Folder Content Types'],
  ['0x0102', 'Event', 'Evento', 'List Content Types'],
  ['0x0103', 'Issue', 'Problema', 'List Content Types'],
  ['0x0104', 'Announcement', 'Anuncio', 'List Content Types'],
  ['0x0105', 'Link', 'Vínculo', 'List Content Types'],
  ['0x0106', 'Contact', 'Contacto', 'List Content Types'],
  ['0x0107', 'Message', 'Mensaje', 'List Content Types'],
  ['0x0108', 'Task', 'Tarea', 'List Content Types'],
  ['0x010101', 'Form', 'Formulario', 'Document Content Types'],
  ['0x010102', 'Picture', 'Imagen', 'Document Content Types'],
  ['0x010105', 'Master Page', 'Página maestra', 'Document Content Types'],
  ['0x010108', 'Wiki Page', 'Página wiki', 'Document Content Types'],
  ['0x010109', 'Basic Page', 'Página básica', 'Document Content Types'],
  ['0x01010A', 'Link to a Document', 'Vínculo a un documento', 'Document Content Types'],
  ['0x0101009D1CB255DA76424F860D91F20E6C4118', 'Site Page', 'Página del sitio', 'Document Content Types'],
  ['0x012002', 'Discussion', 'Discusión', 'Folder Content Types'],
  ['0x0120D520', 'Document Set', 'Conjunto de documentos', 'Document Set Content Types']
];

/** Its parent among the site's own: the one with the longest beginning in common. */
export const parentOf = (id: string): string => SITE_TYPES.map(([known]) => known).filter((known) => known !== id && id.startsWith(known))
  .sort((a, b) => b.length - a.length)[0] ?? '0x';

const hex = (guid: string): string => guid.replace(/-/g, '').toUpperCase();

/** The site's own content types. */
export function seedContentTypes(site: Site, web: WebDef): void {
  for (const [id, en, es, group] of SITE_TYPES) {
    insert(site, web.no, null, id, web.props.language === 1033 ? en : es, { group, parent: parentOf(id) });
  }
}

/** Content types a new list has: items or documents, and folders. */
export function addListContentTypes(site: Site, web: WebDef, list: ListDef): void {
  const spanish = web.props.language !== 1033;
  const parents = isLibrary(list) ? [SITE_TYPES[2], SITE_TYPES[3]] : [SITE_TYPES[1], SITE_TYPES[3]];
  parents.forEach(([id, en, es, group]) => insert(site, web.no, list.no, `${id}00${hex(newGuid())}`, spanish ? es : en,
    { group, parent: id }));
}

/** Puts a content type of the site into a list. */
export function addToList(site: Site, web: WebDef, list: ListDef, source: ContentTypeDef): ContentTypeDef {
  const id = `${source.id}00${hex(newGuid())}`;
  insert(site, web.no, list.no, id, source.name, { ...source.props, parent: source.id });
  return contentTypes(site, web, list).find((one) => one.id === id) as ContentTypeDef;
}

export function insert(site: Site, webNo: number, listNo: number | null, id: string, name: string, props: Record<string, unknown>): void {
  site.db.run('INSERT INTO content_types (id, web_no, list_no, name, props) VALUES (?, ?, ?, ?, ?)', id, webNo, listNo, name,
    JSON.stringify(props));
  site.catalog.forget();
}

export function contentTypes(site: Site, web: WebDef, list?: ListDef): ContentTypeDef[] {
  const rows = list
    ? site.db.all('SELECT id, name, list_no, props FROM content_types WHERE list_no = ? ORDER BY no', list.no)
    : site.db.all('SELECT id, name, list_no, props FROM content_types WHERE web_no = ? AND list_no IS NULL ORDER BY no', web.no);
  return rows.map((row) => ({
    id: String(row.id), name: String(row.name), listNo: row.list_no === null ? null : Number(row.list_no),
    props: JSON.parse(String(row.props)) as Record<string, unknown>
  }));
}

export function saveContentType(site: Site, type: ContentTypeDef): void {
  site.db.run('UPDATE content_types SET name = ?, props = ? WHERE id = ? AND list_no IS ?', type.name, JSON.stringify(type.props), type.id,
    type.listNo);
}

/** Gives the name and the properties of a type of the site to those of lists that were made of it. */
export function pushToChildren(site: Site, type: ContentTypeDef): void {
  const lists = site.catalog.webs.flatMap((web) => site.catalog.listsOf(web).map((list) => contentTypes(site, web, list)));
  lists.flat().filter((child) => child.props.parent === type.id).forEach((child) =>
    saveContentType(site, { ...child, name: type.name, props: { ...child.props, ...type.props, parent: type.id } }));
}

export function removeContentType(site: Site, type: ContentTypeDef): void {
  site.db.run('DELETE FROM content_types WHERE id = ? AND list_no IS ?', type.id, type.listNo);
  site.catalog.forget();
}
