import { formatDate } from './dates';
import { isLookup, isMulti } from './list-model';
import type { Field } from './list-model';
import { formatNumber } from './numbers';

export type Item = Readonly<Record<string, unknown>>;

export interface Reference {
  readonly Id: number;
  readonly [shown: string]: unknown;
}

export interface Link {
  readonly Url: string;
  readonly Description: string;
}

/** The property of a looked-up row that stands for it. */
export function shownProperty(field: Field): string {
  return field.TypeAsString.startsWith('User') ? 'Title' : field.LookupField || 'Title';
}

/** `$select` and `$expand` that read these columns of an item. */
export function query(fields: readonly Field[]): string {
  const lookups = fields.filter(isLookup);
  const names = fields.flatMap((field) => {
    const name = field.EntityPropertyName;
    return isLookup(field) ? [`${name}/Id`, `${name}/${shownProperty(field)}`] : [name];
  });
  const expand = lookups.map((field) => field.EntityPropertyName).join(',');
  return `$select=${[...new Set(['Id', ...names])].join(',')}${expand ? `&$expand=${expand}` : ''}`;
}

/** Rows a lookup or person column points to; none where it is empty. */
export function referencesOf(field: Field, item: Item | undefined): readonly Reference[] {
  const value = item?.[field.EntityPropertyName];
  const list = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
  return (list as Reference[]).filter((reference) => typeof reference.Id === 'number' && reference.Id > 0);
}

export function linkOf(field: Field, item: Item | undefined): Link | undefined {
  const value = item?.[field.EntityPropertyName];
  return typeof value === 'object' && value !== null ? (value as Link) : undefined;
}

/** A column's value as people read it. */
export function textOf(field: Field, item: Item): string {
  if (isLookup(field)) return referencesOf(field, item).map((reference) => String(reference[shownProperty(field)] ?? '')).join('; ');
  const value = item[field.EntityPropertyName];
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'Sí' : 'No';
  if (typeof value === 'number') return field.InternalName === 'ID' ? String(value) : formatNumber(value);
  if (Array.isArray(value)) return value.join('; ');
  if (field.TypeAsString === 'DateTime') return formatDate(String(value), field.DisplayFormat !== 0);
  if (field.TypeAsString === 'URL') return linkOf(field, item)?.Description ?? '';
  return String(value);
}

/** The property a new value is written to. */
export function writtenProperty(field: Field): string {
  return isLookup(field) ? `${field.EntityPropertyName}Id` : field.EntityPropertyName;
}

/** An item's value in the form in which it is written. */
export function writtenValue(field: Field, item: Item | undefined): unknown {
  if (isLookup(field)) {
    const ids = referencesOf(field, item).map((reference) => reference.Id);
    return isMulti(field) ? ids : (ids[0] ?? null);
  }
  const value = item?.[field.EntityPropertyName];
  return value === undefined || value === '' ? null : value;
}
