import type { ListName } from '../../domain';

/**
 * A column's value in the one form that comparing, showing and writing share: texts trimmed ('' is empty), numbers (`null` is empty), days
 * `2021-06-30`, moments ISO in UTC, yes and no, people by e-mail, and references by the key of the row they name (see `keys.ts`).
 */
export type PlainValue = string | number | boolean | null | readonly string[];

/** A row's columns by internal name; a column that is not there is left as it is. */
export type PlainRow = Readonly<Record<string, PlainValue>>;

/** A row of a list in the site. */
export interface StoredRow {
  readonly list: ListName;
  readonly id: number;
  readonly etag: string;
  /** What tells it from every other row of its list, `2021-2023/OE1-OT2-R5`. */
  readonly key: string;
  readonly values: PlainRow;
  /** SharePoint's version, `2.0`: what a review judges. */
  readonly version: string;
  /** Who made it, for an export's reader; nothing can be written there. */
  readonly author: string;
}

/** Rows by list, oldest first. */
export type SiteRows = ReadonlyMap<ListName, readonly StoredRow[]>;

/** Equal as far as a list can tell: the order of several values does not count. */
export function sameValue(one: PlainValue | undefined, other: PlainValue | undefined): boolean {
  if (Array.isArray(one) || Array.isArray(other)) {
    const [a, b] = [one, other].map(value => (Array.isArray(value) ? [...value as readonly string[]] : isEmpty(value) ? [] : [String(value)]).sort());
    return a.length === b.length && a.every((value, index) => value === b[index]);
  }
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
  // Decimals come back from a list, and from a workbook, with their last digit rounded.
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(one), Math.abs(other));
  if (typeof one === 'string' && typeof other === 'string') return withoutReturns(one) === withoutReturns(other);
  return one === other;
}

/** Spreadsheets and lists end lines in ways of their own. */
function withoutReturns(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

export function isEmpty(value: PlainValue | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** A column's value as text. */
export function textOf(row: PlainRow, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
