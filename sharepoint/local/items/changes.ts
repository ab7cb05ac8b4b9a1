import type { Principal } from '../security/principals';
import type { Site } from '../site';
import type { ListDef, WebDef } from '../store/definitions';

/** SP.ChangeType */
export const CHANGE_KIND = {
  Add: 1, Update: 2, DeleteObject: 3, Rename: 4, MoveAway: 5, MoveInto: 6, Restore: 7, RoleAssignmentAdd: 11, RoleAssignmentDelete: 12,
  SystemUpdate: 15
} as const;

export interface LoggedChange {
  web: WebDef;
  list?: ListDef;
  itemId?: number;
  uniqueId?: string;
  object: 'Item' | 'List' | 'Field' | 'View' | 'Folder' | 'File' | 'Web' | 'Group' | 'User' | 'ContentType';
  kind: keyof typeof CHANGE_KIND;
  user: Principal;
  more?: Record<string, unknown>;
}

/** Writes a line into the change log, which getChanges reads. */
export function logChange(site: Site, change: LoggedChange): void {
  const { web, list, itemId, object, kind } = change;
  site.db.run(
    'INSERT INTO changes (web_no, list_no, list_id, item_id, object, kind, time, props) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    web.no, list?.no ?? null, list?.id ?? null, itemId ?? null, object, CHANGE_KIND[kind], site.now(),
    JSON.stringify({ uniqueId: change.uniqueId, editor: change.user.title, ...change.more })
  );
}
