import type { FieldDef } from '../fields/definition';
import { badArgument, duplicateValue } from '../rest/errors';
import type { Site } from '../site';
import type { SqlValue } from '../store/database';
import type { ListDef } from '../store/definitions';
import { tableOf, textKey } from '../store/list-table';

/** @throws SharePointError where a unique value is another row's already. */
export function checkUnique(site: Site, list: ListDef, values: Map<FieldDef, SqlValue>, except: number): void {
  values.forEach((value, field) => {
    if (!field.unique || value === null || !field.column) {
      return;
    }
    const column = field.textKey ?? field.column;
    const wanted = field.textKey ? textKey(String(value)) : value;
    if (site.db.get(`SELECT id FROM ${tableOf(list.no)} WHERE ${column} = ? AND id <> ? LIMIT 1`, wanted, except)) {
      throw duplicateValue();
    }
  });
}

/** A lookup that has to hold points at a row there is; any other that points at nothing is left empty (assumption). */
export function checkTargets(site: Site, values: Map<FieldDef, SqlValue>): void {
  values.forEach((value, field) => {
    if (value === null) {
      return;
    }
    if (field.type === 'Lookup') {
      const target = site.catalog.listById(field.lookup?.listId ?? '');
      const there = target && site.db.get(`SELECT id FROM ${tableOf(target.no)} WHERE id = ?`, value);
      if (!there && field.lookup?.relationship !== 'None') {
        throw badArgument();
      }
      if (!there) {
        values.set(field, null);
      }
    } else if (field.type === 'User' && !site.principals.find(Number(value))) {
      throw badArgument();
    }
  });
}
