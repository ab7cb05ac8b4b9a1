import { newGuid } from '../ids';
import { fileMissing, folderMissing } from '../rest/errors';
import type { Principal } from '../security/principals';
import type { Site } from '../site';
import type { Row } from '../store/database';
import type { WebDef } from '../store/definitions';

/** A folder or a file. */
export interface Node {
  no: number;
  webNo: number;
  /** Server-relative. */
  path: string;
  dir: string;
  name: string;
  isFolder: boolean;
  uniqueId: string;
  listNo: number | null;
  /** Item of the library it belongs to; null for a root folder. */
  itemId: number | null;
  created: string;
  modified: string;
  author: number;
  editor: number;
  length: number;
  version: number;
  uiVersion: number;
  props: NodeProps;
}

export interface NodeProps {
  checkedOutBy?: number;
  checkInComment?: string;
  welcomePage?: string;
  /** A page of a list or a view: there is nothing to read in it here. */
  page?: boolean;
  bag?: Record<string, string>;
}

const COLUMNS = 'no, web_no, path, dir, name, folder, unique_id, list_no, item_id, created, modified, author, editor, length, version, '
  + 'ui_version, props';

export function findNode(site: Site, path: string): Node | undefined {
  const row = site.db.get(`SELECT ${COLUMNS} FROM nodes WHERE path = ? AND web_no > 0`, cleanPath(path));
  return row && nodeOf(row);
}

export function nodeById(site: Site, uniqueId: string): Node | undefined {
  const row = site.db.get(`SELECT ${COLUMNS} FROM nodes WHERE unique_id = ? AND web_no > 0`, uniqueId);
  return row && nodeOf(row);
}

export function nodeOfItem(site: Site, listNo: number, itemId: number): Node | undefined {
  const row = site.db.get(`SELECT ${COLUMNS} FROM nodes WHERE list_no = ? AND item_id = ?`, listNo, itemId);
  return row && nodeOf(row);
}

/** @throws SharePointError 404 */
export function folderAt(site: Site, path: string): Node {
  const node = findNode(site, path);
  if (!node?.isFolder) {
    throw folderMissing();
  }
  return node;
}

/** @throws SharePointError 404 */
export function fileAt(site: Site, path: string): Node {
  const node = findNode(site, path);
  if (!node || node.isFolder) {
    throw fileMissing(path);
  }
  return node;
}

export function childrenOf(site: Site, folder: Node, folders: boolean): Node[] {
  return site.db
    .all(`SELECT ${COLUMNS} FROM nodes WHERE dir = ? AND folder = ? AND path <> ? ORDER BY name COLLATE NOCASE`, folder.path, folders
      ? 1 : 0, folder.path)
    .map(nodeOf);
}

export interface NewNode {
  path: string;
  listNo?: number;
  itemId?: number;
  content?: Buffer;
  uniqueId?: string;
}

export function addFolderNode(site: Site, web: WebDef, user: Principal, node: NewNode): Node {
  return insertNode(site, web, user, node, true);
}

export function addFileNode(site: Site, web: WebDef, user: Principal, node: NewNode): Node {
  return insertNode(site, web, user, node, false);
}

function insertNode(site: Site, web: WebDef, user: Principal, node: NewNode, folder: boolean): Node {
  const now = site.now();
  const path = cleanPath(node.path);
  const dir = parentPath(path);
  site.db.run(
    `INSERT INTO nodes (web_no, path, dir, name, folder, unique_id, list_no, item_id, created, modified, author, editor, length,
      content, version, ui_version, props)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 512, '{}')`,
    web.no, path, dir, path === '/' ? '' : path.slice(path.lastIndexOf('/') + 1), folder ? 1 : 0, node.uniqueId ?? newGuid(), node.listNo
      ?? null, node.itemId ?? null, now, now,
    user.id, user.id, node.content?.length ?? 0, folder ? null : node.content ?? Buffer.alloc(0)
  );
  return findNode(site, path) as Node;
}

export function saveNode(site: Site, node: Node): void {
  site.db.run(
    'UPDATE nodes SET path = ?, dir = ?, name = ?, list_no = ?, item_id = ?, modified = ?, editor = ?, length = ?, version = ?, '
      + 'ui_version = ?, props = ? WHERE no = ?',
    node.path, node.dir, node.name, node.listNo, node.itemId, node.modified, node.editor, node.length, node.version, node.uiVersion,
      JSON.stringify(node.props), node.no
  );
}

/** Removes a node and all below it, without a trace. */
export function removeNodesBelow(site: Site, path: string): void {
  const below = `${escapeLike(path)}/%`;
  for (const table of ['file_versions', 'uploads']) {
    site.db.run(`DELETE FROM ${table} WHERE node_no IN (SELECT no FROM nodes WHERE path = ? OR path LIKE ? ESCAPE '\\')`, path, below);
  }
  site.db.run("DELETE FROM nodes WHERE path = ? OR path LIKE ? ESCAPE '\\'", path, below);
}

/** All nodes below a folder, those above first. */
export function nodesBelow(site: Site, path: string): Node[] {
  return site.db.all(`SELECT ${COLUMNS} FROM nodes WHERE path LIKE ? ESCAPE '\\' ORDER BY length(path)`,
    `${escapeLike(path)}/%`).map(nodeOf);
}

/** `/a/b`: one slash in front, none at the end, none doubled. */
export function cleanPath(path: string): string {
  const clean = `/${path}`.replace(/\/+/g, '/').replace(/(?<=.)\/$/, '');
  return clean === '' ? '/' : clean;
}

/** Server-relative path of an address, or of a path as it is; escapes are read in an address alone. */
export function serverPath(address: string): string {
  const match = /^https?:\/\/[^/]+(.*)$/i.exec(address);
  if (!match) {
    return cleanPath(address);
  }
  return pathWithoutEscapes(match[1]);
}

/** A path with `%20` and the like read. */
export function pathWithoutEscapes(path: string): string {
  try {
    return cleanPath(decodeURIComponent(path));
  } catch {
    // A stray % is part of the name.
    return cleanPath(path);
  }
}

export const parentPath = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (char) => `\\${char}`);

function nodeOf(row: Row): Node {
  const orNull = (value: unknown): number | null => (value === null ? null : Number(value));
  return {
    no: Number(row.no), webNo: Number(row.web_no), path: String(row.path), dir: String(row.dir), name: String(row.name),
    isFolder: Number(row.folder) === 1,
    uniqueId: String(row.unique_id), listNo: orNull(row.list_no), itemId: orNull(row.item_id), created: String(row.created),
    modified: String(row.modified),
    author: Number(row.author), editor: Number(row.editor), length: Number(row.length), version: Number(row.version),
    uiVersion: Number(row.ui_version),
    props: JSON.parse(String(row.props)) as NodeProps
  };
}
