import { builtInFields } from '../fields/built-in';
import { toFieldDef } from '../fields/definition';
import { internalNameOf } from '../fields/names';
import { logChange } from '../items/changes';
import { savedFormula } from '../items/computed';
import { referencesTo } from '../items/relations';
import { newGuid } from '../ids';
import { badArgument, listExists, listReadOnly, restrictedDelete, unknownProperty } from '../rest/errors';
import type { Principal } from '../security/principals';
import type { Site } from '../site';
import type { ListDef, ListProps, WebDef } from '../store/definitions';
import { addColumn, createListTable, dropListTable, tableOf } from '../store/list-table';
import { addListContentTypes } from './content-types';
import { GENERIC_LIST, isLibrary, TEMPLATES, USER_INFORMATION } from './templates';
import { addTaskColumns, addTaskViews } from './task-list';
import { addDefaultViews } from './views';
import { addFolderNode, removeNodesBelow } from '../files/nodes';

/** Makes a list as REST asks for it. Has to run inside a transaction. @throws SharePointError 403, 400, 500 where the title is taken */
export function createList(site: Site, web: WebDef, user: Principal, body: Record<string, unknown>): ListDef {
  site.permissions.demand(user, { web }, 'ManageLists');
  if (!TEMPLATES.includes(Number(body.BaseTemplate ?? GENERIC_LIST))) {
    throw badArgument();
  }
  return makeList(site, web, user, body);
}

/**
 * Makes a list of any kind, with the columns, views, content types and folders of its template.
 * @param path address below the web, where it is not to be made of the title
 */
export function makeList(site: Site, web: WebDef, user: Principal, body: Record<string, unknown>, path?: string): ListDef {
  const title = typeof body.Title === 'string' ? body.Title.trim() : '';
  const template = Number(body.BaseTemplate ?? GENERIC_LIST);
  if (title === '' || title.length > 255) {
    throw badArgument();
  }
  if (site.catalog.listByTitle(web, title)) {
    throw listExists();
  }
  const library = isLibrary({ template });
  const url = path === undefined ? listUrl(site, web, title, library) : `${web.url === '/' ? '' : web.url}/${path}`;
  const now = site.now();
  const leaf = url.slice(url.lastIndexOf('/') + 1);
  const props: ListProps = {
    created: now, author: user.id, description: String(body.Description ?? ''), contentTypesEnabled: body.ContentTypesEnabled === true,
    enableVersioning: library, enableMinorVersions: false, majorVersionLimit: library ? 500 : 50, enableAttachments: !library,
    enableFolderCreation: library,
    enableModeration: false, forceCheckout: false, hidden: false, onQuickLaunch: false, noCrawl: false, readSecurity: 1, writeSecurity: 1,
    validationFormula: null, validationMessage: null, entityTypeName: `${encodedLeaf(leaf)}${library ? '' : 'List'}`, more: {}
  };
  const id = newGuid();
  const no = site.db.run(
    `INSERT INTO lists (id, web_no, title, url, template, scope_no, version, next_item, item_count, modified, items_modified,
      items_deleted, props)
     VALUES (?, ?, ?, ?, ?, NULL, 1, 1, 0, ?, ?, ?, ?)`,
    id, web.no, title, url, template, now, now, now, JSON.stringify(props)
  ).id;
  createListTable(site.db, no);
  builtInFields(template, web.props.language).forEach((field, position) => {
    field.xml.attributes.SourceID = field.xml.attributes.SourceID ?? `{${id}}`;
    const fieldNo = site.db.run(
      'INSERT INTO fields (id, web_no, list_no, name, position, xml) VALUES (?, ?, ?, ?, ?, ?)', field.id, web.no, no, field.name, position,
        JSON.stringify(field.xml)
    ).id;
    addColumn(site.db, no, toFieldDef({ no: fieldNo, id: field.id, listNo: no, name: field.name, position, xml: field.xml }));
  });
  site.catalog.forget();
  const list = site.catalog.list(no);
  addListContentTypes(site, web, list);
  addFolderNode(site, web, user, { path: url, listNo: no });
  if (library) {
    addFolderNode(site, web, user, { path: `${url}/Forms`, listNo: no });
  }
  logChange(site, { web, list, object: 'List', kind: 'Add', user });
  addTaskColumns(site, web, list, user);
  addDefaultViews(site, site.catalog.list(no), user);
  addTaskViews(site, web, site.catalog.list(no), user);
  const { Title: _title, BaseTemplate: _template, AllowContentTypes: _allow, ...settings } = body;
  changeSettings(site, web, site.catalog.list(no), user, settings, true);
  return site.catalog.list(no);
}

/** Settings of a list by the names REST has for them. */
const SETTINGS: Record<string, keyof ListProps> = {
  Description: 'description', ContentTypesEnabled: 'contentTypesEnabled', EnableVersioning: 'enableVersioning',
  EnableMinorVersions: 'enableMinorVersions',
  MajorVersionLimit: 'majorVersionLimit', EnableAttachments: 'enableAttachments', EnableFolderCreation: 'enableFolderCreation',
  EnableModeration: 'enableModeration',
  ForceCheckout: 'forceCheckout', Hidden: 'hidden', OnQuickLaunch: 'onQuickLaunch', NoCrawl: 'noCrawl', ReadSecurity: 'readSecurity',
  WriteSecurity: 'writeSecurity',
  ValidationFormula: 'validationFormula', ValidationMessage: 'validationMessage'
};

/** Settings that are kept and given back, and change nothing here. */
const OTHERS = new Set([
  'AllowDeletion', 'CrawlNonDefaultViews', 'DefaultContentApprovalWorkflowId', 'DefaultDisplayFormUrl', 'DefaultEditFormUrl',
    'DefaultItemOpenInBrowser',
  'DefaultItemOpenUseListSetting', 'DefaultNewFormUrl', 'Direction', 'DisableCommenting', 'DisableGridEditing', 'DocumentTemplateUrl',
    'DraftVersionVisibility',
  'EnableAssignToEmail', 'ExemptFromBlockDownloadOfNonViewableFiles', 'ImagePath', 'ImageUrl', 'IrmEnabled', 'IrmExpire', 'IrmReject',
    'IsApplicationList',
  'IsPrivate', 'ListExperienceOptions', 'MajorWithMinorVersionsLimit', 'MultipleDataList', 'ParserDisabled', 'EnableRequestSignOff',
    'CustomActionElements', 'Color', 'Icon'
]);

/** Changes settings of a list; its title too, which leaves its URL as it is. Has to run inside a transaction. */
export function updateList(site: Site, web: WebDef, list: ListDef, user: Principal, body: Record<string, unknown>): void {
  site.permissions.demand(user, { web, list }, 'ManageLists');
  changeSettings(site, web, list, user, body, false);
}

function changeSettings(site: Site, web: WebDef, list: ListDef, user: Principal, body: Record<string, unknown>, fresh: boolean): void {
  const props: ListProps = { ...list.props, more: { ...list.props.more } };
  let { title } = list;
  for (const [name, value] of Object.entries(body)) {
    const key = SETTINGS[name];
    if (name === 'Title') {
      title = typeof value === 'string' && value.trim() !== '' ? value.trim() : title;
      const same = site.catalog.listByTitle(web, title);
      if (same && same.no !== list.no) {
        throw listExists();
      }
    } else if (key === 'validationFormula') {
      props.validationFormula = typeof value === 'string' && value.trim() !== '' ? savedFormula(web, list.fields, value) : null;
    } else if (key) {
      checkSetting(key, value, props);
      Object.assign(props, { [key]: value });
    } else if (OTHERS.has(name)) {
      props.more[name] = value;
    } else {
      throw unknownProperty(name, 'SP.List');
    }
  }
  if (!fresh || Object.keys(body).length > 0) {
    site.catalog.saveList({ ...list, title, props }, site.now());
  }
  if (!fresh) {
    logChange(site, { web, list, object: 'List', kind: title === list.title ? 'Update' : 'Rename', user });
  }
}

function checkSetting(key: keyof ListProps, value: unknown, props: ListProps): void {
  const expected = key === 'validationMessage' ? 'string' : typeof props[key];
  if (value !== null && typeof value !== expected) {
    throw badArgument();
  }
  if (key === 'readSecurity' && value !== 1 && value !== 2) {
    throw badArgument();
  }
  if (key === 'writeSecurity' && value !== 1 && value !== 2 && value !== 4) {
    throw badArgument();
  }
}

/** Removes a list with all it holds. Has to run inside a transaction. */
export function deleteList(site: Site, web: WebDef, list: ListDef, user: Principal): void {
  demandDeletable(site, web, list, user);
  purgeList(site, list);
  logChange(site, { web, list, object: 'List', kind: 'DeleteObject', user });
}

/** @throws SharePointError where somebody may not remove the list, or another one's rows hold on to it */
export function demandDeletable(site: Site, web: WebDef, list: ListDef, user: Principal): void {
  site.permissions.demand(user, { web, list }, 'ManageLists');
  if (list.template === USER_INFORMATION) {
    throw listReadOnly();
  }
  for (const { list: from, field } of referencesTo(site, list)) {
    // Assumption: a list cannot go while another one's column restricts or cascades on it.
    const used = field.lookup?.relationship !== 'None' && from.no !== list.no
      && site.db.number(`SELECT count(*) FROM ${tableOf(from.no)} WHERE ${field.column ?? ''} IS NOT NULL`) > 0;
    if (used) {
      throw restrictedDelete();
    }
  }
}

/** Takes away all that is kept of a list. */
export function purgeList(site: Site, list: Pick<ListDef, 'no' | 'url'>): void {
  for (const table of ['item_versions', 'attachments', 'views', 'content_types', 'fields']) {
    site.db.run(`DELETE FROM ${table} WHERE list_no = ?`, list.no);
  }
  site.db.run('DELETE FROM role_assignments WHERE scope_no IN (SELECT no FROM scopes WHERE list_no = ?)', list.no);
  site.db.run('DELETE FROM scopes WHERE list_no = ?', list.no);
  removeNodesBelow(site, list.url);
  site.db.run('DELETE FROM lists WHERE no = ?', list.no);
  dropListTable(site.db, list.no);
  site.catalog.forget();
}

/** `/Lists/KeyResults`, made of the first title; REST has no way to ask for another one. */
function listUrl(site: Site, web: WebDef, title: string, library: boolean): string {
  const base = web.url === '/' ? '' : web.url;
  const leaf = title.replace(/[~"#%&*:<>?/\\{|}.]/g, '').trim();
  const relative = library ? leaf : `Lists/${leaf}`;
  let candidate = `${base}/${relative}`;
  for (let i = 1; site.catalog.listByUrl(web, candidate) || (library
    && site.db.get('SELECT no FROM nodes WHERE path = ?', candidate)); i += 1) {
    candidate = `${base}/${relative}${i}`;
  }
  return candidate;
}

const encodedLeaf = (leaf: string): string => {
  const name = [...leaf].map((char) => internalNameOf(`a${char}`).slice(1)).join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
};
