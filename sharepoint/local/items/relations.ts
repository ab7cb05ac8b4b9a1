import type { FieldDef } from '../fields/definition';
import type { Site } from '../site';
import type { ListDef } from '../store/definitions';
import { tableOf } from '../store/list-table';
import { restrictedDelete } from '../rest/errors';

/** A lookup column somewhere that points at a list. */
export interface Reference {
  list: ListDef;
  field: FieldDef;
}

/** All lookup columns of all lists that point at this one. */
export function referencesTo(site: Site, target: ListDef): Reference[] {
  return site.catalog.webs
    .flatMap((web) => site.catalog.listsOf(web))
    .flatMap((list) => list.fields.filter((field) => field.lookup?.listId === target.id && !field.lookup.primaryFieldId
      && field.column).map((field) => ({ list, field })));
}

/** Rows that point at an item through one column. */
export function referrers(site: Site, { list, field }: Reference, id: number): number[] {
  const sql = field.type === 'LookupMulti'
    ? `SELECT id FROM ${tableOf(list.no)} t WHERE EXISTS (SELECT 1 FROM json_each(t.${field.column ?? ''}) e WHERE e.value = ?)`
    : `SELECT id FROM ${tableOf(list.no)} WHERE ${field.column ?? ''} = ?`;
  return site.db.all(sql, id).map((row) => Number(row.id));
}

/** What else goes when an item goes, and which columns lose their value. */
export interface DeletePlan {
  items: { list: ListDef; id: number }[];
  emptied: { reference: Reference; ids: number[]; target: number }[];
}

/**
 * Follows cascading lookups from an item.
 * @throws SharePointError where a restricting lookup holds any of what would go.
 */
export function planDelete(site: Site, list: ListDef, id: number): DeletePlan {
  const plan: DeletePlan = { items: [], emptied: [] };
  const seen = new Set<string>();
  const visit = (at: ListDef, itemId: number): void => {
    const key = `${at.no}/${itemId}`;
    if (seen.has(key)) {
      return;
    }
    seen.add(key);
    plan.items.push({ list: at, id: itemId });
    for (const reference of referencesTo(site, at)) {
      const ids = referrers(site, reference, itemId);
      if (ids.length === 0) {
        continue;
      }
      switch (reference.field.lookup?.relationship) {
        case 'Restrict':
          throw restrictedDelete();
        case 'Cascade':
          ids.forEach((one) => visit(reference.list, one));
          break;
        default:
          plan.emptied.push({ reference, ids, target: itemId });
      }
    }
  };
  visit(list, id);
  return plan;
}
