import { isLibrary } from '../lists/templates';
import type { Writer } from '../items/write';
import { addItem, deleteItem, demandWriteSecurity, isVisible, readRow, securableOf } from '../items/write';
import type { Changes } from '../items/input';
import { logChange } from '../items/changes';
import { recycleRemoved } from '../lists/recycle';
import { newGuid } from '../ids';
import { accessDenied, badFileName, checkedOut, fileExists, fileMissing, folderMissing } from '../rest/errors';
import type { Permission } from '../security/masks';
import type { Principal } from '../security/principals';
import type { Site } from '../site';
import type { Row } from '../store/database';
import { toBuffer } from '../store/database';
import type { ListDef, Securable, WebDef } from '../store/definitions';
import { tableOf } from '../store/list-table';
import { locationDefaults } from './location-defaults';
import type { Node} from './nodes';
import { addFileNode, addFolderNode, childrenOf, findNode, folderAt, parentPath, removeNodesBelow, saveNode } from './nodes';

const BAD_NAME = /["*:<>?/\\|\u0000-\u001f\u007f]/;

/** What the rights on a folder or file hang on. */
export function securableOfNode(site: Site, node: Node): Securable {
  const web = site.catalog.webByNo(node.webNo);
  if (node.listNo === null) {
    return { web };
  }
  const list = site.catalog.list(node.listNo);
  return node.itemId === null ? { web, list } : securableOf({ web, list }, readRow(site, list, node.itemId));
}

/** @throws SharePointError 403 */
export function demandNode(site: Site, user: Principal, node: Node, permission: Permission): void {
  const web = site.catalog.webByNo(node.webNo);
  if (node.listNo === null) {
    site.permissions.demand(user, { web }, permission === 'ViewListItems' ? 'Open' : 'AddAndCustomizePages');
    return;
  }
  const list = site.catalog.list(node.listNo);
  if (node.itemId === null) {
    site.permissions.demand(user, { web, list }, permission);
    return;
  }
  const row = readRow(site, list, node.itemId);
  const securable = securableOf({ web, list }, row);
  const writer: Writer = { site, web, list, user };
  site.permissions.demand(user, securable, permission);
  if (site.permissions.can(user, securable, 'ViewListItems') && !isVisible(writer, row)) {
    // Not one's own, in a library that shows people only theirs.
    throw fileMissing(node.path);
  }
  if (permission === 'EditListItems' || permission === 'DeleteListItems') {
    demandWriteSecurity(writer, row);
  }
}

/** Folders or files of a folder, only what somebody is shown. */
export const visibleChildren = (site: Site, user: Principal, folder: Node, folders: boolean): Node[] =>
  childrenOf(site, folder, folders).filter((one) => maySee(site, user, one));

/** Whether a folder or file is shown to somebody. */
export function maySee(site: Site, user: Principal, node: Node): boolean {
  const web = site.catalog.webByNo(node.webNo);
  if (node.listNo === null) {
    return site.permissions.can(user, { web }, 'Open');
  }
  const list = site.catalog.list(node.listNo);
  return node.itemId === null
    ? site.permissions.can(user, { web, list }, 'ViewListItems') : isVisible({ site, web, list, user }, readRow(site, list, node.itemId));
}

export function checkName(name: string): void {
  if (name === '' || name.length > 255 || BAD_NAME.test(name) || name.endsWith('.') || name.startsWith(' ') || name.endsWith(' ')) {
    throw badFileName();
  }
}

/**
 * Makes a folder below one there is; the one already there is given back.
 * @param listed makes a list that is no library show it among its items, as AddSubFolderUsingPath does and Folders.Add does not
 */
export function createFolder(site: Site, user: Principal, path: string, listed = false): Node {
  const parent = folderAt(site, parentPath(path));
  const name = path.slice(path.lastIndexOf('/') + 1);
  checkName(name);
  const known = findNode(site, path);
  if (known) {
    if (!known.isFolder) {
      throw fileExists(name);
    }
    demandNode(site, user, known, 'ViewListItems');
    return known;
  }
  const web = site.catalog.webByNo(parent.webNo);
  demandNode(site, user, parent, 'AddListItems');
  if (parent.listNo === null) {
    return addFolderNode(site, web, user, { path });
  }
  const list = site.catalog.list(parent.listNo);
  if (!isLibrary(list) && !listed) {
    return addFolderNode(site, web, user, { path, listNo: list.no });
  }
  if (!isLibrary(list) && !list.props.enableFolderCreation) {
    // Assumption: a list that offers no folders gets none this way either.
    throw accessDenied();
  }
  const uniqueId = newGuid();
  const title = list.fields.find((field) => field.name === 'Title');
  const changes: Changes = new Map(title ? [[title, name]] : []);
  const itemId = addItem({ site, web, list, user }, { changes, folder: parent.path, leaf: name, isFolder: true, uniqueId });
  return addFolderNode(site, web, user, { path, listNo: list.no, itemId, uniqueId });
}

/** Puts a file into a folder. @throws SharePointError where it is there already and is not to be written over. */
export function putFile(site: Site, user: Principal, path: string, content: Buffer, overwrite: boolean): Node {
  const known = findNode(site, path);
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (known) {
    if (known.isFolder || !overwrite) {
      throw fileExists(name);
    }
    return writeContent(site, user, known, content);
  }
  const parent = findNode(site, parentPath(path));
  if (!parent?.isFolder) {
    throw folderMissing();
  }
  checkName(name);
  demandNode(site, user, parent, 'AddListItems');
  const web = site.catalog.webByNo(parent.webNo);
  const list = parent.listNo === null ? undefined : site.catalog.list(parent.listNo);
  const plain = !list || !isLibrary(list) || parent.path.toLowerCase() === `${list.url}/forms`.toLowerCase();
  if (plain) {
    return addFileNode(site, web, user, { path, content, ...(list ? { listNo: list.no } : {}) });
  }
  const uniqueId = newGuid();
  const itemId = addItem({ site, web, list, user }, { changes: locationDefaults(site, list, parent.path), folder: parent.path,
    leaf: name, uniqueId });
  return addFileNode(site, web, user, { path, content, listNo: list.no, itemId, uniqueId });
}

/** New content for a file there is, as a new version of it. */
export function writeContent(site: Site, user: Principal, node: Node, content: Buffer): Node {
  demandNode(site, user, node, 'EditListItems');
  demandNotLocked(node, user);
  keepFileVersion(site, node);
  const raised = { ...node, length: content.length, modified: site.now(), editor: user.id, version: node.version + 1,
    uiVersion: nextUiVersion(site, node) };
  site.db.run('UPDATE nodes SET content = ? WHERE no = ?', content, node.no);
  saveNode(site, raised);
  touchItem(site, user, raised);
  return raised;
}

export function demandNotLocked(node: Node, user: Principal): void {
  if (node.props.checkedOutBy !== undefined && node.props.checkedOutBy !== user.id) {
    throw checkedOut(node.name);
  }
}

export const contentOf = (site: Site, node: Node): Buffer => toBuffer(site.db.get('SELECT content FROM nodes WHERE no = ?',
  node.no)?.content);

/** Removes a file or a folder with all in it. @returns the recycle bin's id where it is kept. */
export function removeNode(site: Site, user: Principal, node: Node, keep: boolean): string {
  demandNode(site, user, node, 'DeleteListItems');
  demandNotLocked(node, user);
  const web = site.catalog.webByNo(node.webNo);
  if (node.listNo === null || node.itemId === null) {
    if (node.path === web.url || (node.listNo !== null && node.path === site.catalog.list(node.listNo).url)) {
      throw accessDenied();
    }
    removeNodesBelow(site, node.path);
    return newGuid();
  }
  const list = site.catalog.list(node.listNo);
  const writer: Writer = { site, web, list, user };
  for (const row of rowsBelow(site, list, node.path)) {
    recycleRemoved(site, web, user, deleteItem(writer, Number(row.id), undefined), keep);
  }
  return recycleRemoved(site, web, user, deleteItem(writer, node.itemId, undefined), keep);
}

/** Rows of a list in a folder, at any depth: the deepest first. */
export const rowsBelow = (site: Site, list: ListDef, path: string): Row[] =>
  site.db.all(`SELECT * FROM ${tableOf(list.no)} WHERE dir = ? OR dir LIKE ? ESCAPE '\\' ORDER BY length(dir) DESC`,
    path, `${path.replace(/[\\%_]/g, (char) => `\\${char}`)}/%`);

/** The version a file had is kept before it gets another one, where its library keeps versions. */
export function keepFileVersion(site: Site, node: Node): void {
  const list = node.listNo === null ? undefined : site.catalog.list(node.listNo);
  if (list?.props.enableVersioning && node.itemId !== null) {
    site.db.run(
      'INSERT OR REPLACE INTO file_versions SELECT no, ui_version, modified, editor, length, ?, content FROM nodes WHERE no = ?',
        node.props.checkInComment ?? '', node.no
    );
  }
}

export function nextUiVersion(site: Site, node: Node): number {
  const list: ListDef | undefined = node.listNo === null ? undefined : site.catalog.list(node.listNo);
  return list?.props.enableVersioning ? node.uiVersion + 512 : node.uiVersion;
}

/** The item of a file says when and by whom it was changed. */
export function touchItem(site: Site, user: Principal, node: Node): void {
  if (node.listNo === null || node.itemId === null) {
    return;
  }
  site.db.run(
    `UPDATE ${tableOf(node.listNo)} SET modified = ?, editor = ?, version = version + 1, ui_version = ?, dir = ?, leaf = ?,
      checked_out_by = ? WHERE id = ?`,
    node.modified, user.id, node.uiVersion, node.dir, node.name, node.props.checkedOutBy ?? null, node.itemId
  );
  site.db.run('UPDATE lists SET items_modified = ? WHERE no = ?', site.now(), node.listNo);
  const web: WebDef = site.catalog.webByNo(node.webNo);
  logChange(site, { web, list: site.catalog.list(node.listNo), itemId: node.itemId, uniqueId: node.uniqueId, object: node.isFolder
    ? 'Folder' : 'File', kind: 'Update', user });
}
