import { isLibrary } from './templates';
import { Complex } from '../odata/entity';
import type { Entity } from '../odata/entity';
import { newGuid } from '../ids';
import type { Removed } from '../items/write';
import { checkUnique } from '../items/checks';
import { storedValues } from '../items/write';
import { logChange } from '../items/changes';
import { findNode, removeNodesBelow } from '../files/nodes';
import { badArgument, fileExists, folderMissing, listMissing } from '../rest/errors';
import { folderScope, ownerOfScope } from '../security/item-scopes';
import type { Principal } from '../security/principals';
import type { Site } from '../site';
import type { Row, SqlValue} from '../store/database';
import { toBuffer } from '../store/database';
import type { ListDef, WebDef } from '../store/definitions';
import { tableOf } from '../store/list-table';

import type { KeptList } from './recycle-list';
import { purgeKeptList, restoreList } from './recycle-list';

const ITEM = 3;
const FILE = 1;
const FOLDER = 5;

interface Kept {
  listNo: number;
  row: Row;
  emptied: Removed['emptied'];
  versions: string[];
  attachments: { name: string; uniqueId: string; content: string }[];
  nodes: Record<string, SqlValue>[];
  fileVersions: Record<string, SqlValue>[];
}

/**
 * Takes away what hangs on removed rows, and keeps all of it in the recycle bin where that is wanted.
 * @returns the id of the recycle bin's entry of the first row.
 */
export function recycleRemoved(site: Site, web: WebDef, user: Principal, removed: Removed[], keep: boolean): string {
  let first = '';
  for (const one of removed) {
    const id = keep ? putIn(site, web, user, one) : '';
    first = first || id;
    const itemId = Number(one.row.id);
    const path = `${String(one.row.dir)}/${String(one.row.leaf)}`;
    site.db.run('DELETE FROM item_versions WHERE list_no = ? AND item_id = ?', one.list.no, itemId);
    site.db.run('DELETE FROM attachments WHERE list_no = ? AND item_id = ?', one.list.no, itemId);
    if (hasNode(one.list, one.row)) {
      removeNodesBelow(site, path);
    }
    if (one.row.scope_no !== null && !keep && ownerOfScope(site.db, Number(one.row.scope_no)) === itemId) {
      site.permissions.dropScope(Number(one.row.scope_no));
    }
  }
  return first;
}

/** Whether a row is a file or a folder too: all of a library's, of another list its folders. */
const hasNode = (list: ListDef, row: Row): boolean => isLibrary(list) || Number(row.fs_type) === 1;

function putIn(site: Site, web: WebDef, user: Principal, { list, row, emptied }: Removed): string {
  const itemId = Number(row.id);
  const path = `${String(row.dir)}/${String(row.leaf)}`;
  const kept: Kept = {
    listNo: list.no, row, emptied,
    versions: site.db.all('SELECT row FROM item_versions WHERE list_no = ? AND item_id = ? ORDER BY ui_version', list.no,
      itemId).map((one) => String(one.row)),
    attachments: site.db.all('SELECT name, unique_id, content FROM attachments WHERE list_no = ? AND item_id = ?', list.no, itemId)
      .map((one) => ({ name: String(one.name), uniqueId: String(one.unique_id), content: toBuffer(one.content).toString('base64') })),
    nodes: hasNode(list, row) ? plainRows(site, 'SELECT * FROM nodes WHERE path = ?', path) : [],
    fileVersions: hasNode(list, row)
    ? plainRows(site, 'SELECT * FROM file_versions WHERE node_no IN (SELECT no FROM nodes WHERE path = ?)', path) : []
  };
  const id = newGuid();
  const titleColumn = list.fields.find((field) => field.name === 'Title')?.column ?? 'leaf';
  const size = kept.nodes.reduce((sum, node) => sum + Number(node.length ?? 0), 0);
  site.db.run(
    'INSERT INTO recycle_bin (id, web_no, kind, title, dir, leaf, size, deleted, deleted_by, author, stage, payload) VALUES (?, ?, ?, ?, '
      + '?, ?, ?, ?, ?, ?, 1, ?)',
    id, web.no, Number(row.fs_type) === 1 ? FOLDER : isLibrary(list) ? FILE : ITEM, String(row[titleColumn] ?? row.leaf),
    String(row.dir).slice(1), String(row.leaf), size,
    site.now(), user.id, Number(row.author), JSON.stringify(kept)
  );
  return id;
}

/** Puts an entry back where it was, with the lookups that pointed at it. */
export function restore(site: Site, web: WebDef, user: Principal, id: string): void {
  const entry = site.db.get('SELECT payload, dir FROM recycle_bin WHERE id = ?', id);
  if (!entry) {
    throw badArgument();
  }
  const whole = JSON.parse(String(entry.payload)) as Kept | KeptList;
  if ('recycledList' in whole) {
    restoreList(site, web, user, id, whole);
    return;
  }
  const kept = whole;
  const list = site.catalog.webs.flatMap((one) => site.catalog.listsOf(one)).find((one) => one.no === kept.listNo);
  if (!list) {
    throw listMissing(String(entry.dir));
  }
  checkFits(site, web, list, user, kept);
  const known = new Set(site.db.all(`SELECT name FROM pragma_table_info('${tableOf(list.no)}')`).map((row) => String(row.name)));
  const own = kept.row.scope_no !== null && ownerOfScope(site.db, Number(kept.row.scope_no)) === Number(kept.row.id);
  const row = { ...kept.row, scope_no: own ? kept.row.scope_no : folderScope(site.db, list.no, String(kept.row.dir)) };
  insertRow(site, tableOf(list.no), Object.fromEntries(Object.entries(row).filter(([name]) => known.has(name))));
  site.db.run('UPDATE lists SET item_count = item_count + 1, items_modified = ? WHERE no = ?', site.now(), list.no);
  kept.versions.forEach((text) => {
    const version = JSON.parse(text) as Row;
    site.db.run('INSERT OR REPLACE INTO item_versions VALUES (?, ?, ?, ?)', list.no, Number(version.id), Number(version.ui_version), text);
  });
  kept.attachments.forEach((one) => {
    site.db.run('INSERT INTO attachments VALUES (?, ?, ?, ?, ?)', list.no, Number(kept.row.id), one.name, one.uniqueId,
      Buffer.from(one.content, 'base64'));
  });
  kept.nodes.forEach((node) => insertRow(site, 'nodes', revive(node)));
  kept.fileVersions.forEach((version) => insertRow(site, 'file_versions', revive(version)));
  for (const { listNo, fieldNo, id: itemId, target } of kept.emptied) {
    const from = site.catalog.list(listNo);
    const field = from.fields.find((one) => one.no === fieldNo);
    if (field?.column && field.type === 'Lookup') {
      site.db.run(`UPDATE ${tableOf(listNo)} SET ${field.column} = ? WHERE id = ? AND ${field.column} IS NULL`, target, itemId);
    }
  }
  site.db.run('DELETE FROM recycle_bin WHERE id = ?', id);
  logChange(site, { web, list, itemId: Number(kept.row.id), uniqueId: String(kept.row.unique_id), object: 'Item', kind: 'Restore', user });
}

/** @throws SharePointError where the row may not come back: its folder is gone, its name or a unique value of it is taken. */
function checkFits(site: Site, web: WebDef, list: ListDef, user: Principal, { row }: Kept): void {
  const dir = String(row.dir);
  const scope = folderScope(site.db, list.no, dir);
  site.permissions.demand(user, { web, list, item: { id: 0, scopeNo: scope } }, 'AddListItems');
  if (!findNode(site, dir)?.isFolder) {
    throw folderMissing();
  }
  if (hasNode(list, row) && findNode(site, `${dir}/${String(row.leaf)}`)) {
    throw fileExists(String(row.leaf));
  }
  checkUnique(site, list, storedValues(list, row), Number(row.id));
}

/** Takes an entry away for good. */
export function purgeEntry(site: Site, id: string): void {
  const payload = site.db.get('SELECT payload FROM recycle_bin WHERE id = ?', id)?.payload;
  const kept = JSON.parse(String(payload ?? '{}')) as Kept | KeptList;
  if ('recycledList' in kept) {
    purgeKeptList(site, id, kept);
  }
  site.db.run('DELETE FROM recycle_bin WHERE id = ?', id);
}

/** Takes away for good what a web has in the bin. */
export function emptyBin(site: Site, web: WebDef): void {
  site.db.all('SELECT id FROM recycle_bin WHERE web_no = ?', web.no).forEach((row) => purgeEntry(site, String(row.id)));
}

/** The stages of the bin somebody looks into: the second one is for who holds the web. */
export type Stages = 'first' | 'second' | 'both';

/** What lies in the bin, the last deleted first: all of it for who holds the web, their own for others. */
export function recycleEntries(site: Site, web: WebDef, user: Principal, stages: Stages): Entity[] {
  const all = site.permissions.can(user, { web }, 'ManageWeb');
  const wanted = { first: [1], second: [2], both: [1, 2] }[stages];
  return site.db
    .all('SELECT * FROM recycle_bin WHERE web_no = ? ORDER BY deleted DESC, id', web.no)
    .filter((row) => wanted.includes(Number(row.stage)) && (all || (Number(row.deleted_by) === user.id && Number(row.stage) === 1)))
    .map((row) => {
      const person = site.principals.find(Number(row.deleted_by));
      const author = site.principals.find(Number(row.author));
      return {
        type: 'SP.RecycleBinItem',
        path: `Web/RecycleBin('${String(row.id)}')`,
        values: {
          AuthorEmail: author?.email ?? '', AuthorName: author?.title ?? '', DeletedByEmail: person?.email ?? '',
          DeletedByName: person?.title ?? '', DeletedDate: String(row.deleted),
          DeletedDateLocalFormatted: String(row.deleted), DirName: String(row.dir),
          DirNamePath: new Complex('SP.ResourcePath', { DecodedUrl: String(row.dir) }), Id: String(row.id),
          ItemState: Number(row.stage), ItemType: Number(row.kind), LeafName: String(row.leaf),
          LeafNamePath: new Complex('SP.ResourcePath', { DecodedUrl: String(row.leaf) }),
          Size: String(row.size), Title: String(row.title)
        }
      };
    });
}

/** Rows with their content as text, so that they can be kept as JSON. */
function plainRows(site: Site, sql: string, param: SqlValue): Record<string, SqlValue>[] {
  return site.db.all(sql, param).map((row) => {
    const { _metadata: _unused, ...rest } = row;
    return { ...rest, content: row.content === null ? null : `base64:${toBuffer(row.content).toString('base64')}` };
  });
}

const revive = (row: Record<string, SqlValue>): Record<string, SqlValue> => ({
  ...row, content: typeof row.content === 'string' && row.content.startsWith('base64:')
    ? Buffer.from(row.content.slice(7), 'base64') : row.content
});

function insertRow(site: Site, table: string, row: Record<string, SqlValue>): void {
  const names = Object.keys(row).filter((name) => /^[a-z_]+\d*$/.test(name));
  site.db.run(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`, ...names.map((name) => row[name]));
}
