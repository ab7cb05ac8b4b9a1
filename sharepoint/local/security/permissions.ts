import type { Database } from '../store/database';
import type { Catalog } from '../store/catalog';
import type { ListDef, Securable, WebDef } from '../store/definitions';
import { USER_INFORMATION } from '../lists/templates';
import { accessDenied, listReadOnly } from '../rest/errors';
import { clearItemScopes, inheritedScope, ownerOfScope, setItemScope } from './item-scopes';
import type { Mask, Permission } from './masks';
import { FULL_MASK, has, LIMITED_ACCESS } from './masks';

/** Whose permissions are asked for. */
export interface Subject {
  id: number;
  isSiteAdmin: boolean;
}

/** Answers what somebody may do, and changes who may do what. */
export class Permissions {
  private readonly masks = new Map<string, Mask>();
  private readonly itemScopes = new Map<number, number[]>();

  constructor(private readonly db: Database, private readonly catalog: Catalog) {
    db.onWrite(['memberships', 'role_assignments', 'role_definitions', 'scopes', 'principals'], () => {
      this.masks.clear();
      this.itemScopes.clear();
    });
  }

  /** Everything the subject may do there: the levels given to them and to their groups, together. */
  effective(subject: Subject, securable: Securable): Mask {
    if (subject.isSiteAdmin) {
      return FULL_MASK;
    }
    return this.granted(subject.id, this.scopeOf(securable));
  }

  /** @throws SharePointError 403 */
  demand(subject: Subject, securable: Securable, permission: Permission): void {
    if (!has(this.effective(subject, securable), permission)) {
      throw accessDenied();
    }
  }

  can(subject: Subject, securable: Securable, permission: Permission): boolean {
    return has(this.effective(subject, securable), permission);
  }

  /** Whether somebody may look into a list: all of it, or some rows of it that have rights of their own. */
  canLookInto(subject: Subject, place: { web: WebDef; list: ListDef }): boolean {
    return this.can(subject, place, 'ViewListItems') || (this.visibleItemScopes(subject, place.list) ?? []).length > 0;
  }

  /** The scope whose assignments hold for the thing: its own or that of what it inherits from. */
  scopeOf({ web, list, item }: Securable): number {
    return item?.scopeNo ?? list?.scopeNo ?? this.webScope(web);
  }

  /** The thing nearest above (or the thing itself) that has permissions of its own. */
  ancestorOf({ web, list, item }: Securable): Securable {
    const owner = item?.scopeNo == null ? undefined : ownerOfScope(this.db, item.scopeNo);
    if (item && owner !== undefined) {
      return { web, ...(list ? { list } : {}), item: { ...item, id: owner } };
    }
    if (list?.scopeNo != null) {
      return { web, list };
    }
    let at = web;
    while (at.scopeNo === null && at.parentNo !== null) {
      at = this.catalog.webByNo(at.parentNo);
    }
    return { web: at };
  }

  hasOwn({ web, list, item }: Securable): boolean {
    if (item) {
      return item.scopeNo !== null && ownerOfScope(this.db, item.scopeNo) === item.id;
    }
    return list ? list.scopeNo !== null : web.scopeNo !== null;
  }

  /** Item scopes of a list in which the subject may see items; undefined when no item has permissions of its own. */
  visibleItemScopes(subject: Subject, list: ListDef): number[] | undefined {
    let scopes = this.itemScopes.get(list.no);
    if (!scopes) {
      scopes = this.db.all('SELECT no FROM scopes WHERE list_no = ? AND item_id IS NOT NULL', list.no).map((row) => Number(row.no));
      this.itemScopes.set(list.no, scopes);
    }
    if (scopes.length === 0) {
      return undefined;
    }
    return subject.isSiteAdmin ? scopes : scopes.filter((scope) => has(this.granted(subject.id, scope), 'ViewListItems'));
  }

  /** Gives the thing permissions of its own, a copy of those it had or none but the current person's full control. */
  breakInheritance(securable: Securable, { copy, clear = false }: { copy: boolean; clear?: boolean }, keeper: number, fullControl: number,
    now: string): number {
    if (clear) {
      this.clearBelow(securable, now);
    }
    if (this.hasOwn(securable)) {
      return this.scopeOf(securable);
    }
    const from = this.scopeOf(securable);
    const scope = this.db.run(
      'INSERT INTO scopes (web_no, list_no, item_id) VALUES (?, ?, ?)', securable.web.no, securable.list?.no ?? null, securable.item?.id
        ?? null
    ).id;
    if (copy) {
      this.db.run('INSERT INTO role_assignments SELECT ?, principal_id, role_id FROM role_assignments WHERE scope_no = ? AND role_id <> ?',
        scope, from, LIMITED_ACCESS);
    } else {
      this.db.run('INSERT INTO role_assignments VALUES (?, ?, ?)', scope, keeper, fullControl);
    }
    this.setScope(securable, scope, now);
    return scope;
  }

  resetInheritance(securable: Securable, now: string): void {
    if (!this.hasOwn(securable) || (!securable.list && securable.web.parentNo === null)) {
      return;
    }
    const { list, item } = securable;
    const above = list && item ? inheritedScope(this.db, list.no, item.id) : null;
    this.dropScope(this.scopeOf(securable));
    this.setScope(securable, above, now);
  }

  /** Takes the permissions of their own from all that lies below. */
  private clearBelow({ web, list, item }: Securable, now: string): void {
    if (list?.template === USER_INFORMATION) {
      return;
    }
    if (list) {
      clearItemScopes(this.db, list.no, item?.id);
      this.catalog.forget();
      return;
    }
    for (const one of this.catalog.listsOf(web)) {
      this.clearBelow({ web, list: one }, now);
      const scope = this.catalog.list(one.no).scopeNo;
      if (scope !== null) {
        this.dropScope(scope);
        this.catalog.saveList({ ...this.catalog.list(one.no), scopeNo: null }, now);
      }
    }
    for (const sub of this.catalog.webs.filter((one) => one.parentNo === web.no)) {
      this.clearBelow({ web: sub }, now);
      if (sub.scopeNo !== null) {
        this.dropScope(sub.scopeNo);
        this.catalog.saveWeb({ ...sub, scopeNo: null }, now);
      }
    }
  }

  /** Forgets a scope that nothing uses any more. */
  dropScope(scope: number): void {
    this.db.run('DELETE FROM role_assignments WHERE scope_no = ?', scope);
    this.db.run('DELETE FROM scopes WHERE no = ?', scope);
  }

  /** Gives a level; somebody given something further down gets Limited Access above it, as in SharePoint. */
  assign(securable: Securable, principal: number, role: number): void {
    this.db.run('INSERT OR IGNORE INTO role_assignments VALUES (?, ?, ?)', this.scopeOf(securable), principal, role);
    const above: Securable[] = [];
    if (securable.item) {
      above.push({ web: securable.web, ...(securable.list ? { list: securable.list } : {}) });
    }
    if (securable.item || securable.list) {
      above.push({ web: securable.web });
    }
    for (const thing of above) {
      const scope = this.scopeOf(thing);
      if (this.db.number('SELECT count(*) FROM role_assignments WHERE scope_no = ? AND principal_id = ?', scope, principal) === 0) {
        this.db.run('INSERT OR IGNORE INTO role_assignments VALUES (?, ?, ?)', scope, principal, LIMITED_ACCESS);
      }
    }
  }

  /** Takes a level away, or every level where none is named. */
  withdraw(securable: Securable, principal: number, role?: number): void {
    const scope = this.scopeOf(securable);
    if (role === undefined) {
      this.db.run('DELETE FROM role_assignments WHERE scope_no = ? AND principal_id = ?', scope, principal);
    } else {
      this.db.run('DELETE FROM role_assignments WHERE scope_no = ? AND principal_id = ? AND role_id = ?', scope, principal, role);
    }
  }

  private granted(userId: number, scope: number): Mask {
    const key = `${userId}/${scope}`;
    let mask = this.masks.get(key);
    if (mask === undefined) {
      mask = this.readGranted(userId, scope);
      this.masks.set(key, mask);
    }
    return mask;
  }

  private readGranted(userId: number, scope: number): Mask {
    return this.db
      .all(
        `SELECT d.mask FROM role_assignments a JOIN role_definitions d ON d.id = a.role_id
         WHERE a.scope_no = ? AND (a.principal_id = ? OR a.principal_id IN (SELECT group_id FROM memberships WHERE user_id = ?))`,
        scope, userId, userId
      )
      .reduce((sum, row) => sum | BigInt(String(row.mask)), 0n);
  }

  private webScope(web: WebDef): number {
    let at = web;
    while (at.scopeNo === null && at.parentNo !== null) {
      at = this.catalog.webByNo(at.parentNo);
    }
    return at.scopeNo ?? 0;
  }

  private setScope({ web, list, item }: Securable, scope: number | null, now: string): void {
    if (item && list?.template === USER_INFORMATION) {
      throw listReadOnly();
    }
    if (list && item) {
      setItemScope(this.db, list.no, item.id, scope);
      this.catalog.forget();
    } else if (list) {
      this.catalog.saveList({ ...list, scopeNo: scope }, now);
    } else {
      this.catalog.saveWeb({ ...web, scopeNo: scope }, now);
    }
  }
}
