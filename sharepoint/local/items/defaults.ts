import type { FieldDef } from '../fields/definition';
import { isTrue } from '../fields/definition';
import type { Site } from '../site';
import type { SqlValue } from '../store/database';
import type { ListDef } from '../store/definitions';
import { startOfDay } from '../time';
import { defaultByFormula } from './computed';

/** What a new row has in a column nobody gave a value for; null where the column has no default. */
export function defaultValue(site: Site, list: ListDef, field: FieldDef): SqlValue {
  if (field.xml.defaultFormula !== undefined) {
    return defaultByFormula(site, list, field);
  }
  return field.xml.default === undefined || field.xml.default === '' ? null : defaultFromText(site, field, field.xml.default);
}

/** A default as it is written in a column's XML or in a folder's defaults, as the column keeps it. */
export function defaultFromText(site: Site, field: FieldDef, text: string): SqlValue {
  switch (field.type) {
    case 'Number':
    case 'Currency':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : null;
    case 'Boolean':
      return isTrue(text) ? 1 : 0;
    case 'DateTime':
      return /^\[today\]$/i.test(text) ? (field.xml.attributes.Format === 'DateOnly' ? startOfDay(site.now()) : site.now()) : text;
    case 'MultiChoice':
      return JSON.stringify(text.split(/;#?/).filter((part) => part !== ''));
    case 'User': {
      const id = Number.parseInt(text, 10);
      return site.principals.find(id) ? id : null;
    }
    default:
      return text;
  }
}

const contentTypeOf = new WeakMap<ListDef, string>();

/** The content type a new row has when none is named. */
export function defaultContentType(site: Site, list: ListDef, folder: boolean): string {
  const known = folder ? undefined : contentTypeOf.get(list);
  if (known) {
    return known;
  }
  const found = readContentType(site, list, folder);
  if (!folder) {
    contentTypeOf.set(list, found);
  }
  return found;
}

function readContentType(site: Site, list: ListDef, folder: boolean): string {
  const row = site.db.get(
    `SELECT id FROM content_types WHERE list_no = ? AND id ${folder ? '' : 'NOT '}LIKE '0x0120%' ORDER BY no LIMIT 1`, list.no
  );
  return String(row?.id ?? (folder ? '0x0120' : '0x01'));
}
