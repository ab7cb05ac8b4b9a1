import type { FieldDef } from '../fields/definition';
import type { Subject } from '../security/permissions';
import type { Site } from '../site';
import type { ListDef } from '../store/definitions';
import { tableOf } from '../store/list-table';
import { findField } from './scope';

/**
 * Whether somebody sees what lookups show of a list. Assumption: whoever may not look into it sees nothing of it; rows of it with
 * rights of their own are not looked at one by one.
 */
export function seesThrough(site: Site, viewer: Subject, target: ListDef): boolean {
  return site.permissions.can(viewer, { web: site.catalog.webByNo(target.webNo), list: target }, 'ViewListItems');
}

/** What a lookup shows of a row to somebody; empty where there is nothing to see. */
export function shownText(site: Site, viewer: Subject, field: FieldDef, id: number): string {
  const target = site.catalog.listById(field.lookup?.listId ?? '');
  const column = target && findField(target, field.lookup?.showField ?? 'Title');
  if (!target || !seesThrough(site, viewer, target)) {
    return '';
  }
  if (!column?.column || column.xml.attributes.Storage !== undefined) {
    return String(id);
  }
  return String(site.db.get(`SELECT ${column.column} AS value FROM ${tableOf(target.no)} WHERE id = ?`, id)?.value ?? '');
}
