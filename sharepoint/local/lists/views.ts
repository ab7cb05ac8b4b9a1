import { isLibrary, isTaskList } from './templates';
import { newGuid } from '../ids';
import { badArgument, viewMissing } from '../rest/errors';
import type { Principal } from '../security/principals';
import type { Site } from '../site';
import type { ListDef, ViewDef, ViewProps } from '../store/definitions';
import { escapeXml } from '../fields/schema-xml';

const EMPTY: ViewProps = {
  fields: [], query: '', rowLimit: 30, paged: true, hidden: false, isDefault: false, personal: false, owner: 0, scope: 0, type: 'HTML',
  viewType2: null, more: {}
};

/** The view every list begins with. */
export function addDefaultViews(site: Site, list: ListDef, user: Principal): void {
  const library = isLibrary(list);
  const spanish = site.catalog.webByNo(list.webNo).props.language !== 1033;
  const title = library ? (spanish ? 'Todos los documentos' : 'All Documents') : (spanish ? 'Todos los elementos' : 'All Items');
  const fields = library ? ['DocIcon', 'LinkFilename', 'Modified', 'Editor'] : fieldsOfNew(list);
  insertView(site, list, user, title, viewUrl(list, 'AllItems'),
    { ...EMPTY, fields, isDefault: true, query: library ? '<OrderBy><FieldRef Name="FileLeafRef" /></OrderBy>' : '' });
}

/** What a view shows that nobody named columns for. */
const fieldsOfNew = (list: ListDef): string[] => {
  if (isLibrary(list)) {
    return ['DocIcon', 'LinkFilename'];
  }
  return isTaskList(list) ? ['LinkTitle', 'AssignedTo', 'Status', 'Priority', 'DueDate', 'PercentComplete'] : ['LinkTitle'];
};

/** Adds a view as REST's Views.add does. */
export function createView(site: Site, list: ListDef, user: Principal, body: Record<string, unknown>): ViewDef {
  const title = typeof body.Title === 'string' ? body.Title.trim() : '';
  if (title === '') {
    throw badArgument();
  }
  const leaf = title.normalize('NFD').replace(/[^A-Za-z0-9 _-]/g, '').trim() || 'View';
  let url = viewUrl(list, leaf);
  for (let i = 1; site.catalog.views(list).some((one) => one.url.toLowerCase() === url.toLowerCase()); i += 1) {
    url = viewUrl(list, `${leaf}${i}`);
  }
  const fields = fieldsOfNew(list);
  const view = insertView(site, list, user, title, url, { ...EMPTY, fields, personal: body.PersonalView === true,
    owner: body.PersonalView === true ? user.id : 0 });
  const { Title: _title, PersonalView: _personal, ...rest } = body;
  updateView(site, list, view, rest);
  return viewById(site, list, view.id);
}

export function viewById(site: Site, list: ListDef, id: string): ViewDef {
  const view = site.catalog.views(list).find((one) => one.id === id);
  if (!view) {
    throw viewMissing();
  }
  return view;
}

/** Changes a view. A default view takes that place from the one that had it. */
export function updateView(site: Site, list: ListDef, view: ViewDef, body: Record<string, unknown>): void {
  const props: ViewProps = { ...view.props, more: { ...view.props.more } };
  let { title } = view;
  for (const [name, value] of Object.entries(body)) {
    switch (name) {
      case 'Title': title = String(value); break;
      case 'ViewQuery': props.query = String(value ?? ''); break;
      case 'RowLimit': props.rowLimit = Number(value); break;
      case 'Paged': props.paged = value === true; break;
      case 'Hidden': props.hidden = value === true; break;
      case 'Scope': props.scope = Number(value); break;
      case 'DefaultView': props.isDefault = value === true; break;
      case 'ViewTypeKind': props.type = value === 524288 ? 'CALENDAR' : 'HTML'; break;
      case 'ViewType2': props.viewType2 = value === null ? null : String(value); break;
      case 'ViewFields': props.fields = Array.isArray(value) ? value.map(String) : props.fields; break;
      case 'ListViewXml': Object.assign(props, readViewXml(String(value))); break;
      default: props.more[name] = value;
    }
  }
  if (props.isDefault && !view.props.isDefault) {
    for (const other of site.catalog.views(list).filter((one) => one.no !== view.no && one.props.isDefault)) {
      save(site, { ...other, props: { ...other.props, isDefault: false } });
    }
  }
  save(site, { ...view, title, props });
}

export function deleteView(site: Site, view: ViewDef): void {
  site.db.run('DELETE FROM views WHERE no = ?', view.no);
  site.db.run('DELETE FROM nodes WHERE path = ?', view.url);
  site.catalog.forget();
}

/** `<View>…</View>` */
export function viewXml(view: ViewDef): string {
  const { props } = view;
  const attributes = [
    `Name="{${view.id.toUpperCase()}}"`, props.isDefault ? 'DefaultView="TRUE"' : '', props.hidden ? 'Hidden="TRUE"' : '',
      'MobileView="TRUE"', `Type="${props.type}"`,
    `DisplayName="${escapeXml(view.title)}"`, `Url="${escapeXml(view.url)}"`, 'Level="1"', `BaseViewID="1"`, 'ContentTypeID="0x"',
      'ImageUrl="/_layouts/15/images/generic.png?rev=47"',
    ['', 'Scope="Recursive"', 'Scope="RecursiveAll"', 'Scope="FilesOnly"'][props.scope] ?? ''
  ].filter((one) => one !== '').join(' ');
  const fields = props.fields.map((name) => `<FieldRef Name="${escapeXml(name)}" />`).join('');
  return `<View ${attributes}><Query>${props.query}</Query><ViewFields>${fields}</ViewFields><RowLimit `
    + `Paged="${props.paged ? 'TRUE' : 'FALSE'}">${props.rowLimit}</RowLimit>`
    + `<JSLink>clienttemplates.js</JSLink><XslLink Default="TRUE">main.xsl</XslLink><Toolbar Type="Standard"/></View>`;
}

/** What SetViewXml says of a view. */
function readViewXml(xml: string): Partial<ViewProps> {
  const query = /<Query>([\s\S]*?)<\/Query>/i.exec(xml);
  const fields = /<ViewFields>([\s\S]*?)<\/ViewFields>/i.exec(xml);
  const limit = /<RowLimit([^>]*)>(\d+)<\/RowLimit>/i.exec(xml);
  return {
    ...(query ? { query: query[1] } : {}),
    ...(fields ? { fields: [...fields[1].matchAll(/Name="([^"]+)"/g)].map((match) => match[1]) } : {}),
    ...(limit ? { rowLimit: Number(limit[2]), paged: /Paged="TRUE"/i.test(limit[1]) } : {})
  };
}

export function save(site: Site, view: ViewDef): void {
  site.db.run('UPDATE views SET title = ?, props = ? WHERE no = ?', view.title, JSON.stringify(view.props), view.no);
  site.catalog.forget();
}

function insertView(site: Site, list: ListDef, user: Principal, title: string, url: string, props: ViewProps): ViewDef {
  const id = newGuid();
  const now = site.now();
  site.db.run('INSERT INTO views (id, list_no, title, url, props) VALUES (?, ?, ?, ?, ?)', id, list.no, title, url, JSON.stringify(props));
  const dir = url.slice(0, url.lastIndexOf('/'));
  site.db.run(
    `INSERT OR IGNORE INTO nodes (web_no, path, dir, name, folder, unique_id, list_no, item_id, created, modified, author, editor,
      length, content, version, ui_version, props)
     VALUES (?, ?, ?, ?, 0, ?, ?, NULL, ?, ?, ?, ?, 0, NULL, 1, 512, '{"page":true}')`,
    list.webNo, url, dir, url.slice(dir.length + 1), newGuid(), list.no, now, now, user.id, user.id
  );
  site.catalog.forget();
  return viewById(site, list, id);
}

const viewUrl = (list: ListDef, leaf: string): string => `${list.url}/${isLibrary(list) ? 'Forms/' : ''}${leaf}.aspx`;
