/**
 * Characters that make a spreadsheet read a cell as a formula, also when the sheet is later saved as CSV and opened again:
 * = + - @ with their full-width forms, tab, carriage return and line feed.
 */
const FORMULA_START = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/;
/** XML 1.0 has no place for these, and Excel calls a file that holds them damaged. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** Excel's own limit for the text of a cell. */
const LONGEST = 32767;

/** Text for a cell: never a formula, always valid XML, never longer than a cell may be. */
export function safeText(text: string): string {
  const clean = text.replace(NOT_XML, '');
  const neutral = FORMULA_START.test(clean) ? `'${clean}` : clean;
  return neutral.length > LONGEST ? `${neutral.slice(0, LONGEST - 1)}…` : neutral;
}

/** A file name that every system takes: no path separators, quotes, wildcards or control characters, at most 120 characters. */
export function safeFileName(name: string, extension: string): string {
  const clean = name
    .replace(/[\\/:*?"<>|#%{}~&\u0000-\u001f]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${clean.slice(0, 120) || 'sigaci'}.${extension}`;
}
