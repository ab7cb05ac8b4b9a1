import type { Cells, CellValue, LinkValue, ListName } from '../../domain';
import { dayOf, idOf, instantOf, textOf, valuesOf, writtenDay } from '../mapping/row-reader';
import { schemaOf } from '../schema';
import { type Column, isReference } from '../schema/columns';

/** The schema's column; `null` for the built-in Title, which is a text. */
function columnOf(list: ListName, name: string): Column | null {
  const columns: Readonly<Record<string, Column>> = schemaOf(list).columns;
  if (name === 'Title') return null;
  const column = columns[name];
  if (!column) throw new Error(`${list} has no column ${name}`);
  return column;
}

/** Name under which REST gives and takes the column. */
export function restName(list: ListName, name: string): string {
  const column = columnOf(list, name);
  return column !== null && isReference(column) ? `${name}Id` : name;
}

function linkOf(value: unknown): LinkValue | null {
  const { Url, Description } = (value ?? {}) as { Url?: unknown; Description?: unknown };
  const url = textOf(Url);
  return url === '' ? null : { url, text: textOf(Description) };
}

/** What a column of a row holds. What does not look as the column's type has it stays the text it is. */
export function cellOf(list: ListName, name: string, row: Readonly<Record<string, unknown>>): CellValue {
  const column = columnOf(list, name);
  const value = row[restName(list, name)];
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
  const scalar = plain === '' ? null : plain;
  switch (column ? column.type : 'Text') {
    case 'Date': return dayOf(value) ?? scalar;
    case 'Moment': return instantOf(value) ?? scalar;
    case 'Lookup': case 'Person': return idOf(value);
    case 'MultiLookup': case 'People':
      return valuesOf(value).map(idOf).filter((id): id is number => id !== null).sort((a, b) => a - b);
    case 'MultiChoice': return valuesOf(value).map(textOf);
    case 'Link': return linkOf(value);
    default: return scalar;
  }
}

/** @param columns internal names */
export function cellsOf(list: ListName, columns: readonly string[], row: Readonly<Record<string, unknown>>): Cells {
  const cells: Record<string, CellValue> = {};
  for (const name of columns) cells[name] = cellOf(list, name, row);
  return cells;
}

/** What REST takes for a cell. @param held what the column holds now: one that was made a text column takes no number */
export function writtenCell(list: ListName, name: string, value: CellValue, held: CellValue, webUrl: string): unknown {
  const column = columnOf(list, name);
  if (column && column.type === 'Date') return writtenDay(typeof value === 'string' ? value : null);
  if (column && column.type === 'Link') {
    const link = value as LinkValue | null;
    return link && { Url: new URL(link.url, webUrl).href, Description: link.text || link.url };
  }
  return typeof value === 'number' && typeof held === 'string' ? String(value) : value;
}

/** An address without its site and encoding: SharePoint gives links back absolute, whatever was written. */
function linkKey(url: string, webUrl: string): string {
  try {
    const { origin, pathname, search, hash } = new URL(url, webUrl);
    const path = decodeURI(pathname) + search + hash;
    return origin === new URL(webUrl).origin ? path : origin + path;
  } catch {
    // Not an address at all, or badly encoded: it is only itself.
    return url;
  }
}

/** Whether a column holds what somebody saw in it. */
export function sameCell(a: CellValue, b: CellValue, webUrl: string): boolean {
  const key = (value: CellValue): string => {
    if (value === null || value === '') return '';
    if (Array.isArray(value)) return JSON.stringify([...value].sort());
    if (typeof value === 'object') return linkKey((value as LinkValue).url, webUrl);
    return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : String(value);
  };
  return key(a) === key(b);
}
