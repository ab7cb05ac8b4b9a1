import type { Entity } from '../odata/entity';
import type { FieldDef} from '../fields/definition';
import { isLookup, isUser } from '../fields/definition';
import { escapeXml } from '../fields/schema-xml';
import { spelledOut } from '../fields/names';
import type { Subject } from '../security/permissions';
import type { Site } from '../site';
import type { Row, SqlValue } from '../store/database';
import type { ListDef, WebDef } from '../store/definitions';
import { localParts } from '../time';
import { shownText } from './shown';
import { idsOf, listOf } from './values';

/** A row's values as text for people: as shown, as HTML, or as a form would hold them. */
export function itemTexts(site: Site, web: WebDef, list: ListDef, row: Row, form: 'text' | 'html' | 'edit', path: string,
  viewer: Subject): Entity {
  const values: Record<string, unknown> = { FileSystemObjectType: row.fs_type, Id: row.id };
  for (const field of list.fields.filter((one) => one.type !== 'Computed' || one.name === 'ContentType')) {
    const name = spelledOut(field.name);
    const text = fieldText(site, web, viewer, field, rawOf(field, row), form === 'edit');
    values[name] = form === 'html' ? escapeXml(text) : text;
  }
  return { type: 'SP.FieldStringValues', path: `${path}/FieldValuesAs${form === 'html' ? 'Html' : 'Text'}`, values, open: true };
}

/** A column's raw value in a row of the list's table. */
export function rawOf(field: FieldDef, row: Row): SqlValue {
  switch (field.xml.attributes.Storage === undefined ? '' : field.name) {
    case '_UIVersionString': return `${Math.floor(Number(row.ui_version) / 512)}.${Number(row.ui_version) % 512}`;
    case 'FileRef': return `${String(row.dir)}/${String(row.leaf)}`;
    case 'Attachments': return Number(row.attachments) > 0 ? 1 : 0;
    default: return (field.column && row[field.column]) ?? null;
  }
}

/** One value as text, in the site's own language and time. */
export function fieldText(site: Site, web: WebDef, viewer: Subject, field: FieldDef, raw: SqlValue, forEdit = false): string {
  if (raw === null || raw === undefined) {
    return '';
  }
  const spanish = web.props.language !== 1033;
  if (isUser(field)) {
    return (field.type === 'UserMulti' ? idsOf(raw) : [Number(raw)]).map((id) => site.principals.find(id)?.title ?? '').join('; ');
  }
  if (isLookup(field)) {
    return (field.type === 'LookupMulti' ? idsOf(raw) : [Number(raw)]).map((id) => shownText(site, viewer, field, id)).join('; ');
  }
  switch (field.type === 'Calculated' ? field.xml.attributes.ResultType ?? 'Text' : field.type) {
    case 'Number':
    case 'Currency':
      return numberText(Number(raw), field, spanish);
    case 'Boolean':
    case 'Attachments':
      return Number(raw) === 1 ? (spanish ? 'Sí' : 'Yes') : 'No';
    case 'DateTime':
      return dateText(String(raw), field.xml.attributes.Format === 'DateOnly', spanish);
    case 'MultiChoice':
      return forEdit ? `;#${listOf(raw).join(';#')};#` : listOf(raw).join(', ');
    case 'URL': {
      const { Url, Description } = JSON.parse(String(raw)) as { Url: string; Description: string };
      return `${Url}, ${Description}`;
    }
    default:
      return String(raw);
  }
}

function numberText(value: number, field: FieldDef, spanish: boolean): string {
  const { Decimals, Percentage } = field.xml.attributes;
  const percent = /^true$/i.test(Percentage ?? '');
  const digits = Decimals === undefined ? {} : { minimumFractionDigits: Number(Decimals), maximumFractionDigits: Number(Decimals) };
  const text = new Intl.NumberFormat(spanish ? 'es-CO' : 'en-US', { maximumFractionDigits: 15, ...digits }).format(percent
    ? value * 100 : value);
  return percent ? `${text} %` : text;
}

function dateText(stamp: string, dayOnly: boolean, spanish: boolean): string {
  const { year, month, day, hour, minute } = localParts(stamp);
  const date = spanish ? `${day}/${String(month).padStart(2, '0')}/${year}` : `${month}/${day}/${year}`;
  const half = spanish ? (hour < 12 ? 'a. m.' : 'p. m.') : (hour < 12 ? 'AM' : 'PM');
  return dayOnly ? date : `${date} ${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, '0')} ${half}`;
}
