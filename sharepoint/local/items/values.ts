import { Complex, ValueCollection } from '../odata/entity';
import type { FieldDef } from '../fields/definition';
import type { SqlValue } from '../store/database';

/** A stored value as REST gives it. */
export function restValue(field: FieldDef, raw: SqlValue | undefined): unknown {
  if (raw === undefined) {
    return null;
  }
  switch (field.type) {
    case 'Boolean':
    case 'Attachments':
      return raw === null ? null : Number(raw) === 1;
    case 'LookupMulti':
      return new ValueCollection('Edm.Int32', idsOf(raw));
    case 'UserMulti': {
      const ids = idsOf(raw);
      return ids.length === 0 ? null : new ValueCollection('Edm.Int32', ids);
    }
    case 'MultiChoice': {
      const choices = listOf(raw);
      return choices.length === 0 ? null : new ValueCollection('Edm.String', choices);
    }
    case 'URL':
      return raw === null ? null : new Complex('SP.FieldUrlValue', JSON.parse(String(raw)) as Record<string, unknown>);
    case 'Calculated':
      // Recorded answers give every calculated value as text.
      return raw === null ? null : String(raw);
    default:
      return raw;
  }
}

/** The ids of a many-valued lookup or person column. */
export function idsOf(raw: SqlValue | undefined): number[] {
  return listOf(raw).map(Number);
}

export function listOf(raw: SqlValue | undefined): (string | number)[] {
  return raw === null || raw === undefined ? [] : (JSON.parse(String(raw)) as (string | number)[]);
}
