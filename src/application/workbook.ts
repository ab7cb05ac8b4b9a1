/** Workbooks to be made: what every export hands to the one writer, and how texts go into a cell and come back out. */

/**
 * What a cell holds. `day` is `2023-10-05`, `moment` an ISO instant, shown in Bogotá's time; `strong` is bold.
 * Texts are texts, whatever they begin with.
 */
export type OutCell =
  | string | number | boolean | null | { readonly day: string } | { readonly moment: string } | { readonly strong: string | number };

/** Excel's code for shares: 0.88 as 88 %. */
export const SHARE_FORMAT = '0%';

export interface OutColumn {
  /** A sheet whose columns have none begins with its rows. */
  readonly header?: string;
  /** Characters. */
  readonly width: number;
  readonly required?: boolean;
  /** Values a list in the cell offers. */
  readonly offer?: readonly string[];
  /** How its numbers and days are shown, in Excel's code: {@link SHARE_FORMAT}, `dd/mm/yyyy`. */
  readonly format?: string;
  readonly centred?: boolean;
  /** Its texts stay on one line; those of other columns wrap. */
  readonly oneLine?: boolean;
}

/** A sheet of a workbook to be made. */
export interface OutSheet {
  readonly name: string;
  readonly columns: readonly OutColumn[];
  readonly rows: readonly (readonly OutCell[])[];
  /** A last row, bold, that neither filtering nor sorting moves. */
  readonly totals?: readonly OutCell[];
  /** How many columns stay in sight, from the left; the headings always do. */
  readonly frozenColumns?: number;
  readonly landscape?: boolean;
}

/** A sheet that says what the file is and when it was made. */
export function factsSheet(name: string, facts: readonly (readonly [string, string | number])[]): OutSheet {
  return { name, columns: [{ width: 28 }, { width: 80 }], rows: facts.map(([fact, value]) => [{ strong: fact }, value]) };
}

/** Ends a text that an export cut to what a cell can hold. */
export const CUT_MARK = '… [recortado en la exportación]';
/** Excel's own limit for a cell. */
export const LONGEST_CELL = 32767;

/** Characters that XML, and so a list, has no place for. */
const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/**
 * What a spreadsheet takes for a formula once the sheet is saved as CSV and opened again: = + - @, also full-width,
 * and leading tabs and line ends.
 */
const FORMULA = /^'*\s*[=+\-@＝＋－＠]|^'*[\t\r\n]/;
/** The apostrophe that `neutral` puts before such a text, or before one that had it already. */
const NEUTRALISED = /^'(?='*\s*[=+\-@＝＋－＠]|'*[\t\r\n])/;

/** Text without what XML cannot hold, its line ends as one kind. */
function clean(text: string): string {
  return text.replace(NOT_TEXT, '').replace(/\r\n?/g, '\n');
}

/**
 * A text for a cell: an apostrophe goes before what could become a formula, and what a cell cannot hold is cut, with a mark.
 * The writer applies it to every text, once: twice would be two apostrophes.
 */
export function neutral(text: string): string {
  const plain = clean(text);
  const safe = FORMULA.test(plain) ? `'${plain}` : plain;
  if (safe.length <= LONGEST_CELL) return safe;
  // Half of a character outside the basic plane would be none.
  return `${safe.slice(0, LONGEST_CELL - CUT_MARK.length).replace(/[\ud800-\udbff]$/, '')}${CUT_MARK}`;
}

/** The text that `neutral` made a cell's text of. */
export function restored(text: string): string {
  return clean(text.replace(NEUTRALISED, ''));
}
