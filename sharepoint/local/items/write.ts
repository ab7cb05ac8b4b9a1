import { isLibrary, USER_INFORMATION } from '../lists/templates';
import type { FieldDef} from '../fields/definition';
import { isTrue } from '../fields/definition';
import { newGuid } from '../ids';
import type { Site } from '../site';
import type { Row, SqlValue } from '../store/database';
import type { ListDef, WebDef } from '../store/definitions';
import { tableOf, textKey } from '../store/list-table';
import { accessDenied, etagMismatch, itemMissing, listReadOnly } from '../rest/errors';
import { folderScope } from '../security/item-scopes';
import type { Principal } from '../security/principals';
import { logChange } from './changes';
import { checkTargets, checkUnique } from './checks';
import { checkFormulas, computeFields } from './computed';
import { defaultContentType, defaultValue } from './defaults';
import type { Changes } from './input';
import { planDelete } from './relations';

/** Who writes, where. */
export interface Writer {
  site: Site;
  web: WebDef;
  list: ListDef;
  user: Principal;
}

export interface NewItem {
  changes: Changes;
  contentTypeId?: string;
  /** Server-relative folder; the list's root where none is named. */
  folder?: string;
  leaf?: string;
  isFolder?: boolean;
  /** A reserved id. */
  id?: number;
  uniqueId?: string;
}

/**
 * Adds a row. Has to run inside a transaction.
 * @returns its id.
 */
export function addItem({ site, web, list, user }: Writer, item: NewItem): number {
  demandWritable(list);
  const scope = item.folder === undefined ? null : folderScope(site.db, list.no, item.folder);
  site.permissions.demand(user, { web, list, item: { id: 0, scopeNo: scope } }, 'AddListItems');
  const now = site.now();
  const id = item.id ?? Number(site.db.get('UPDATE lists SET next_item = next_item + 1 WHERE no = ? RETURNING next_item - 1 AS id',
    list.no)?.id);
  const values = new Map<FieldDef, SqlValue>(item.changes);
  for (const field of list.fields) {
    if (!values.has(field) && field.column && field.xml.attributes.Storage === undefined) {
      const value = defaultValue(site, list, field);
      if (value !== null) {
        values.set(field, value);
      }
    }
  }
  const leaf = item.leaf ?? `${id}_.000`;
  const base: Record<string, SqlValue> = {
    id,
    guid: newGuid(),
    unique_id: item.uniqueId ?? newGuid(),
    content_type: item.contentTypeId ?? defaultContentType(site, list, item.isFolder === true),
    created: now,
    modified: now,
    author: user.id,
    editor: user.id,
    version: 1,
    ui_version: 512,
    fs_type: item.isFolder ? 1 : 0,
    dir: item.folder ?? list.url,
    scope_no: scope,
    leaf,
    file_type: isLibrary(list) && !item.isFolder && leaf.includes('.') ? leaf.slice(leaf.lastIndexOf('.') + 1).toLowerCase() : null,
    attachments: 0
  };
  checkTargets(site, values);
  computeFields(site, list, values, base);
  checkUnique(site, list, values, 0);
  checkFormulas(site, list, values, base);
  const columns: Record<string, SqlValue> = { ...base, ...columnsOf(values) };
  const names = Object.keys(columns);
  site.db.run(`INSERT INTO ${tableOf(list.no)} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...Object.values(columns));
  site.db.run('UPDATE lists SET item_count = item_count + 1, items_modified = ? WHERE no = ?', now, list.no);
  keepVersion(site, list, { checked_out_by: null, ...columns });
  logChange(site, { web, list, itemId: id, uniqueId: String(base.unique_id), object: item.isFolder ? 'Folder' : 'Item', kind: 'Add',
    user });
  return id;
}

export interface ItemUpdate {
  changes: Changes;
  contentTypeId?: string;
  /** Value of If-Match. */
  etag?: string;
  /** What stays as it was: the number of the version (UpdateOverwriteVersion), or Modified and Editor too (SystemUpdate). */
  keeping?: 'version' | 'version and editor';
}

/** Changes a row. Has to run inside a transaction. @returns its new version. */
export function updateItem(writer: Writer, id: number, update: ItemUpdate): { version: number; uniqueId: string } {
  const { site, web, list, user } = writer;
  demandWritable(list);
  const row = readRow(site, list, id);
  demandWrite(writer, row, 'EditListItems');
  checkEtag(row, update.etag);
  const system = update.keeping === 'version and editor';
  const [now, editor] = system ? [String(row.modified), Number(row.editor)] : [site.now(), user.id];
  const values = storedValues(list, row);
  for (const field of list.fields) {
    // What is appended to shows, in each version, what that version added.
    if (!update.keeping && isTrue(field.xml.attributes.AppendOnly) && field.column && !update.changes.has(field)) {
      values.set(field, null);
    }
  }
  checkTargets(site, update.changes);
  update.changes.forEach((value, field) => values.set(field, value));
  const version = Number(row.version) + 1;
  const uiVersion = list.props.enableVersioning && !update.keeping ? Number(row.ui_version) + 512 : Number(row.ui_version);
  const base: Record<string, SqlValue> = {
    ...row, modified: now, editor, version, ui_version: uiVersion, content_type: update.contentTypeId ?? row.content_type
  };
  computeFields(site, list, values, base);
  checkUnique(site, list, update.changes, id);
  checkFormulas(site, list, values, base);
  const columns: Record<string, SqlValue> = {
    modified: now, editor, version, ui_version: uiVersion, content_type: base.content_type, ...columnsOf(values)
  };
  site.db.run(
    `UPDATE ${tableOf(list.no)} SET ${Object.keys(columns).map((name) => `${name} = ?`).join(', ')} WHERE id = ?`,
      ...Object.values(columns), id
  );
  site.db.run('UPDATE lists SET items_modified = ? WHERE no = ?', site.now(), list.no);
  keepVersion(site, list, { ...row, ...columns });
  logChange(site, { web, list, itemId: id, uniqueId: String(row.unique_id), object: Number(row.fs_type) === 1 ? 'Folder' : 'Item',
    kind: system ? 'SystemUpdate' : 'Update', user });
  return { version, uniqueId: String(row.unique_id) };
}

/** Removes a row, with what cascades from it. Has to run inside a transaction. @returns what was removed, to be kept in the recycle bin. */
export function deleteItem(writer: Writer, id: number, etag: string | undefined): Removed[] {
  const { site, list } = writer;
  demandWritable(list);
  const row = readRow(site, list, id);
  demandWrite(writer, row, 'DeleteListItems');
  checkEtag(row, etag);
  const plan = planDelete(site, list, id);
  const now = site.now();
  const emptied = plan.emptied.flatMap(({ reference, ids, target }) => ids.map((one) => {
    const { list: from, field } = reference;
    const column = field.column ?? '';
    if (field.type === 'LookupMulti') {
      site.db.run(`UPDATE ${tableOf(from.no)} SET ${column} = (SELECT json_group_array(e.value) FROM json_each(${column}) e WHERE
        e.value <> ?) WHERE id = ?`, target, one);
    } else {
      site.db.run(`UPDATE ${tableOf(from.no)} SET ${column} = NULL WHERE id = ?`, one);
    }
    return { listNo: from.no, fieldNo: field.no, id: one, target };
  }));
  return plan.items.map(({ list: at, id: itemId }, index) => {
    const gone = readRow(site, at, itemId);
    site.db.run(`DELETE FROM ${tableOf(at.no)} WHERE id = ?`, itemId);
    site.db.run('UPDATE lists SET item_count = item_count - 1, items_deleted = ?, items_modified = ? WHERE no = ?', now, now, at.no);
    const web = site.catalog.webByNo(at.webNo);
    logChange(site, { web, list: at, itemId, uniqueId: String(gone.unique_id), object: Number(gone.fs_type) === 1 ? 'Folder' : 'Item',
      kind: 'DeleteObject', user: writer.user });
    return { list: at, row: gone, emptied: index === 0 ? emptied : [] };
  });
}

export interface Removed {
  list: ListDef;
  row: Row;
  /** Lookups that pointed at it. */
  emptied: { listNo: number; fieldNo: number; id: number; target: number }[];
}

/** The list of the site's people is written through its users and groups alone. */
function demandWritable(list: ListDef): void {
  if (list.template === USER_INFORMATION) {
    throw listReadOnly();
  }
}

/** @throws SharePointError 404 */
export function readRow(site: Site, list: ListDef, id: number): Row {
  const row = site.db.get(`SELECT * FROM ${tableOf(list.no)} WHERE id = ?`, id);
  if (!row) {
    throw itemMissing();
  }
  return row;
}

/** Values of the columns users can write, as stored in a row. */
export function storedValues(list: ListDef, row: Row): Map<FieldDef, SqlValue> {
  return new Map(list.fields.filter((field) => field.column && field.xml.attributes.Storage === undefined).map((field) =>
    [field, row[field.column ?? ''] ?? null]));
}

/** A row as something rights hang on. */
export function securableOf(place: { web: WebDef; list: ListDef }, row: Row): ItemSecurable {
  const { web, list } = place;
  return { web, list, item: { id: Number(row.id), scopeNo: row.scope_no == null ? null : Number(row.scope_no) } };
}

/** An item with the scope of its own permissions, if it has any. */
export interface ItemSecurable {
  web: WebDef;
  list: ListDef;
  item: { id: number; scopeNo: number | null };
}

/** Whether the person may see the row at all: its permissions, and "only their own". */
export function isVisible({ site, web, list, user }: Writer, row: Row): boolean {
  const place = securableOf({ web, list }, row);
  const own = list.props.readSecurity !== 2 || Number(row.author) === user.id || site.permissions.can(user, place, 'CancelCheckout');
  return own && site.permissions.can(user, place, 'ViewListItems');
}

export function demandWrite(writer: Writer, row: Row, permission: 'EditListItems' | 'DeleteListItems'): void {
  const { site, web, list, user } = writer;
  demandWritable(list);
  if (!isVisible(writer, row)) {
    // Assumption: what somebody may not see does not exist for them.
    throw itemMissing();
  }
  site.permissions.demand(user, securableOf({ web, list }, row), permission);
  demandWriteSecurity(writer, row);
}

/** @throws SharePointError 403 where the list lets people change only their own rows, or none. */
export function demandWriteSecurity({ site, web, list, user }: Writer, row: Row): void {
  const place = securableOf({ web, list }, row);
  const { writeSecurity } = list.props;
  const free = writeSecurity === 1 || site.permissions.can(user, place, 'CancelCheckout');
  if (!free && (writeSecurity === 4 || Number(row.author) !== user.id)) {
    throw accessDenied();
  }
}

export function checkEtag(row: Row, given: string | undefined): void {
  if (!given || given.trim() === '*') {
    return;
  }
  const actual = `"${String(row.unique_id)},${Number(row.version)}"`;
  const number = /(\d+)"?\s*$/.exec(given.trim())?.[1];
  const guid = /([0-9a-f-]{36})/i.exec(given)?.[1];
  if (Number(number ?? NaN) !== Number(row.version) || (guid && guid.toLowerCase() !== String(row.unique_id))) {
    throw etagMismatch(given, actual);
  }
}

function columnsOf(values: Map<FieldDef, SqlValue>): Record<string, SqlValue> {
  const columns: Record<string, SqlValue> = {};
  values.forEach((value, field) => {
    if (field.column) {
      columns[field.column] = value;
      if (field.textKey) {
        columns[field.textKey] = value === null ? null : textKey(String(value));
      }
    }
  });
  return columns;
}

/** Keeps the row as it is now among its versions; without versioning only the present one is kept. */
function keepVersion(site: Site, list: ListDef, row: Row): void {
  if (!list.props.enableVersioning) {
    return;
  }
  const id = Number(row.id);
  site.db.run('INSERT OR REPLACE INTO item_versions VALUES (?, ?, ?, ?)', list.no, id, Number(row.ui_version), JSON.stringify(row));
  if (list.props.majorVersionLimit > 0) {
    site.db.run(
      `DELETE FROM item_versions WHERE list_no = ? AND item_id = ? AND ui_version <= ? `, list.no, id,
        Number(row.ui_version) - 512 * list.props.majorVersionLimit
    );
  }
}
