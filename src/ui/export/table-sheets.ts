import type { Cell, Sheet } from 'write-excel-file/universal';
import { safeText } from './safe-text';

/** A plain table for a workbook. */
export interface ExportTable {
  /** Name of the sheet. */
  readonly name: string;
  /** `share`: fractions shown as percentages. */
  readonly columns: readonly { readonly title: string; readonly width: number; readonly share?: boolean }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Characters a sheet's name must not hold, and its longest length. */
const NOT_IN_NAMES = /[\\/?*[\]:]/g;
const LONGEST_NAME = 31;

function cellOf(value: string | number | null, share: boolean): Cell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top', ...(share ? { format: '0%' } : {}) };
  return { value: safeText(value), type: String, wrap: true, alignVertical: 'top' };
}

/** Tables as sheets: headings stay in sight, texts are never formulas. */
export function tableSheets(tables: readonly ExportTable[]): Sheet<Blob>[] {
  return tables.map(({ name, columns, rows }) => ({
    sheet: name.replace(NOT_IN_NAMES, ' ').slice(0, LONGEST_NAME),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(({ title }): Cell => ({ value: safeText(title), type: String, fontWeight: 'bold', backgroundColor: '#E1DFDD', wrap: true })),
      ...rows.map(row => row.map((value, index) => cellOf(value, Boolean(columns[index] && columns[index].share))))
    ]
  }));
}

/**
 * Rows from which a table goes out as text: the zip library compresses larger parts in a worker made from a blob, which SharePoint's content
 * security policy forbids.
 */
export const MOST_SHEET_ROWS = 250;

/**
 * A table as text that spreadsheets of the person's language open: fields parted by semicolons where the comma is the decimal mark.
 * @param decimal the language's decimal mark
 */
export function tableText({ columns, rows }: ExportTable, decimal: ',' | '.'): string {
  const separator = decimal === ',' ? ';' : ',';
  const field = (value: string | number | null): string => {
    if (value === null) return '';
    const words = typeof value === 'number' ? String(value).replace('.', decimal) : safeText(value);
    return /["\r\n;,]/.test(words) ? `"${words.replace(/"/g, '""')}"` : words;
  };
  // The mark at the start tells Excel that the text is UTF-8.
  return `\ufeff${[columns.map(({ title }) => title), ...rows].map(row => row.map(field).join(separator)).join('\r\n')}\r\n`;
}
