import type { Database } from '../store/database';
import { tableOf } from '../store/list-table';

/*
 * A row carries the scope its rights come from: its own, that of the nearest folder above that has rights of its own, or none,
 * and then they are the list's.
 */

/** The scope of what lies in a folder; null where the rights are the list's. */
export function folderScope(db: Database, listNo: number, path: string): number | null {
  const cut = path.lastIndexOf('/');
  const row = db.get(`SELECT scope_no FROM ${tableOf(listNo)} WHERE dir = ? AND leaf = ? AND fs_type = 1`,
    path.slice(0, cut) || '/', path.slice(cut + 1));
  return row?.scope_no == null ? null : Number(row.scope_no);
}

/** The item a scope was made for. */
export function ownerOfScope(db: Database, scope: number): number | undefined {
  const row = db.get('SELECT item_id FROM scopes WHERE no = ? AND item_id IS NOT NULL', scope);
  return row && Number(row.item_id);
}

/** Gives a row another scope, and with it all below it that has none of its own. */
export function setItemScope(db: Database, listNo: number, itemId: number, scope: number | null): void {
  const row = db.get(`SELECT scope_no, fs_type, dir, leaf FROM ${tableOf(listNo)} WHERE id = ?`, itemId);
  db.run(`UPDATE ${tableOf(listNo)} SET scope_no = ? WHERE id = ?`, scope, itemId);
  if (row && Number(row.fs_type) === 1) {
    const { sql, params } = below(`${String(row.dir)}/${String(row.leaf)}`);
    db.run(`UPDATE ${tableOf(listNo)} SET scope_no = ? WHERE scope_no IS ? AND ${sql}`, scope, row.scope_no, ...params);
  }
}

/** The scope of the folder a row lies in. */
export function inheritedScope(db: Database, listNo: number, itemId: number): number | null {
  const row = db.get(`SELECT dir FROM ${tableOf(listNo)} WHERE id = ?`, itemId);
  return row ? folderScope(db, listNo, String(row.dir)) : null;
}

/** Takes the rights of their own from the rows of a list, or of those below one of its folders. */
export function clearItemScopes(db: Database, listNo: number, folderId?: number): void {
  const folder = folderId === undefined ? undefined : db.get(`SELECT scope_no, dir, leaf FROM ${tableOf(listNo)} WHERE id = ?`, folderId);
  const where = folder ? below(`${String(folder.dir)}/${String(folder.leaf)}`) : { sql: '1 = 1', params: [] };
  const own = `SELECT no FROM scopes WHERE list_no = ? AND item_id IN (SELECT id FROM ${tableOf(listNo)} WHERE ${where.sql})`;
  db.run(`DELETE FROM role_assignments WHERE scope_no IN (${own})`, listNo, ...where.params);
  db.run(`DELETE FROM scopes WHERE no IN (${own})`, listNo, ...where.params);
  db.run(`UPDATE ${tableOf(listNo)} SET scope_no = ? WHERE ${where.sql}`, folder?.scope_no ?? null, ...where.params);
}

function below(path: string): { sql: string; params: string[] } {
  return { sql: "(dir = ? OR dir LIKE ? ESCAPE '\\')", params: [path, `${path.replace(/[\\%_]/g, (char) => `\\${char}`)}/%`] };
}
