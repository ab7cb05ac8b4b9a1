import type { FieldDef} from '../fields/definition';
import { isTrue, propertyName } from '../fields/definition';
import type { SqlValue } from '../store/database';
import type { ListDef } from '../store/definitions';
import { badText, badValue, unknownProperty } from '../rest/errors';
import { parseStamp, startOfDay } from '../time';
import { fieldOfProperty } from './read';

/** New values by column. */
export type Changes = Map<FieldDef, SqlValue>;

const IGNORED = ['fileSystemObjectType', 'serverRedirectedEmbedUri', 'serverRedirectedEmbedUrl', 'id', 'parentList'].map((name) =>
  name.toLowerCase());
const TEXT_LIMIT = 255;

/**
 * Reads the properties of a POST or MERGE on items.
 * @throws SharePointError where there is no such property, or its value is of the wrong type.
 */
export function readProperties(list: ListDef, body: Record<string, unknown>): { changes: Changes; contentTypeId?: string; leaf?: string } {
  const changes: Changes = new Map();
  let contentTypeId: string | undefined;
  let leaf: string | undefined;
  for (const [name, value] of Object.entries(body)) {
    if (IGNORED.includes(name.toLowerCase()) || name.endsWith('StringId')) {
      continue;
    }
    if (name === 'ContentTypeId') {
      contentTypeId = contentTypeText(value);
      continue;
    }
    const field = list.fields.find((one) => one.name === 'FileLeafRef' && name === 'FileLeafRef') ?? fieldOfProperty(list, name);
    if (!field) {
      throw unknownProperty(name, `SP.Data.${list.props.entityTypeName}Item`);
    }
    if (field.name === 'FileLeafRef') {
      leaf = String(value);
    } else if (!field.readOnly && field.xml.attributes.Storage === undefined) {
      // What is read-only is passed over, as SharePoint does (assumption).
      changes.set(field, toStored(field, value));
    }
  }
  return { changes, ...(contentTypeId ? { contentTypeId } : {}), ...(leaf === undefined ? {} : { leaf }) };
}

/** A value of REST as it is stored. */
export function toStored(field: FieldDef, value: unknown): SqlValue {
  if (value === null || value === undefined) {
    return null;
  }
  switch (field.type) {
    case 'Number':
    case 'Currency':
    case 'Integer':
      return toNumber(value, field.type === 'Integer' ? 'Edm.Int32' : 'Edm.Double');
    case 'Boolean':
      return toBoolean(value);
    case 'DateTime':
      return toDate(field, value);
    case 'Lookup':
    case 'User': {
      const id = toNumber(value, 'Edm.Int32');
      return id !== null && id > 0 ? id : null;
    }
    case 'LookupMulti':
    case 'UserMulti': {
      const ids = toArray(value, 'Collection(Edm.Int32)').map((one) => Number(toNumber(one, 'Edm.Int32')));
      return ids.length === 0 ? null : JSON.stringify([...new Set(ids)]);
    }
    case 'MultiChoice': {
      const choices = toArray(value, 'Collection(Edm.String)').map((one) => toText(one));
      return choices.length === 0 ? null : JSON.stringify([...new Set(choices)]);
    }
    case 'URL':
      return toLink(value);
    case 'Location':
    case 'Thumbnail':
      return toJsonText(value);
    case 'Note':
      return toText(value) || null;
    default: {
      const text = toText(value);
      if (text.length > Number(field.xml.attributes.MaxLength ?? TEXT_LIMIT) || text.length > TEXT_LIMIT) {
        throw badText();
      }
      return text === '' ? null : text;
    }
  }
}

/** For a message: what REST calls the property. */
export const restName = (field: FieldDef): string => propertyName(field);

function toText(value: unknown): string {
  if (typeof value !== 'string') {
    throw badValue('Edm.String');
  }
  return value;
}

function toNumber(value: unknown, type: string): number | null {
  // Text that is a number passes, as OData's reader converts it.
  const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
  if (value === '') {
    return null;
  }
  if (!Number.isFinite(number) || (type === 'Edm.Int32' && !Number.isInteger(number))) {
    throw badValue(type);
  }
  return number;
}

function toBoolean(value: unknown): number {
  if (typeof value === 'boolean') {
    return value ? 1 : 0;
  }
  if (typeof value === 'string' && /^(true|false)$/i.test(value)) {
    return isTrue(value) ? 1 : 0;
  }
  throw badValue('Edm.Boolean');
}

function toDate(field: FieldDef, value: unknown): string | null {
  if (value === '') {
    return null;
  }
  const stamp = typeof value === 'string' ? parseStamp(value) : undefined;
  if (stamp === undefined) {
    throw badValue('Edm.DateTime');
  }
  // A column of days keeps the beginning of the site's own day (assumption): midnight UTC is still the day before in Bogotá.
  return field.xml.attributes.Format === 'DateOnly' ? startOfDay(stamp) : stamp;
}

function toArray(value: unknown, type: string): unknown[] {
  if (!Array.isArray(value)) {
    throw badValue(type);
  }
  return value;
}

/** Images and places are text that is JSON: what a client wrote is given back as it was. */
function toJsonText(value: unknown): string | null {
  const text = toText(value).trim();
  if (text === '') {
    return null;
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // Whatever is wrong with it, the answer is the same.
    throw badText();
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw badText();
  }
  return text;
}

function toLink(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) {
    throw badValue('SP.FieldUrlValue');
  }
  const { Url, Description } = value as { Url?: unknown; Description?: unknown };
  const url = Url === undefined || Url === null ? '' : toText(Url);
  const description = Description === undefined || Description === null ? '' : toText(Description);
  if (url.length > TEXT_LIMIT) {
    throw badText();
  }
  return url === '' ? null : JSON.stringify({ Description: description || url, Url: url });
}

function contentTypeText(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  const inner = typeof value === 'object' && value !== null ? (value as { StringValue?: unknown }).StringValue : undefined;
  return typeof inner === 'string' ? inner : '';
}
