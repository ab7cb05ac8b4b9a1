import { strFromU8, unzipSync } from 'fflate';
import type { CellValue, Sheet } from '../../application/import/sheets';

/** Why a file cannot be read at all. */
export type FileProblem = 'notAWorkbook' | 'encrypted' | 'oldFormat' | 'tooLarge' | 'damaged' | 'empty';

export class UnreadableFile extends Error {
  public constructor(public readonly problem: FileProblem) {
    super(problem);
    Object.setPrototypeOf(this, UnreadableFile.prototype);
    this.name = 'UnreadableFile';
  }
}

/** Bytes a part may unpack to: a workbook of 50,000 rows stays below; a small file that unpacks to gigabytes does not get that far. */
const MOST_BYTES = 200 * 1024 * 1024;
const MOST_COLUMNS = 200;
const BREATHE_EVERY = 2000;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' };

function unescaped(text: string): string {
  if (text.indexOf('&') < 0 && text.indexOf('_x') < 0) return text;
  return text
    .replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
      if (name[0] !== '#') return ENTITIES[name] ?? whole;
      const code = name[1] === 'x' || name[1] === 'X' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
      return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replace(/_x([\da-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function attribute(tag: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}="([^"]*)"`).exec(tag) || new RegExp(`(?:^|\\s)(?:\\w+:)?${name}='([^']*)'`).exec(tag);
  return match ? unescaped(match[1]) : null;
}

/** Texts within `<t>`, run after run; phonetic hints are no part of them. */
function richText(xml: string): string {
  const plain = xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '');
  let text = '';
  const part = /<(?:\w+:)?t(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?t>)/g;
  for (let match = part.exec(plain); match; match = part.exec(plain)) text += match[1] || '';
  return unescaped(text);
}

function allTags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`, 'g')) || [];
}

/** `C12` as [2, 11]. */
function position(reference: string): [number, number] {
  const match = /^\$?([A-Z]+)\$?(\d+)$/.exec(reference.toUpperCase());
  if (!match) return [-1, -1];
  let column = 0;
  for (const letter of match[1]) column = column * 26 + letter.charCodeAt(0) - 64;
  return [column - 1, Number(match[2]) - 1];
}

const BUILT_IN_DATES = [14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58];

/** For each cell style whether it shows a number as a date. */
function dateStyles(xml: string): boolean[] {
  const own = new Map<number, boolean>();
  for (const tag of allTags(xml, 'numFmt')) {
    // Colours, conditions and quoted words hold letters that are no date's.
    const format = (attribute(tag, 'formatCode') || '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
    own.set(Number(attribute(tag, 'numFmtId')), /[dyhs]|m{2,}/i.test(format) && !/^general$/i.test(format));
  }
  const formats = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml);
  return (formats ? allTags(formats[0], 'xf') : []).map(tag => {
    const id = Number(attribute(tag, 'numFmtId'));
    return own.get(id) ?? BUILT_IN_DATES.indexOf(id) >= 0;
  });
}

interface Book {
  readonly strings: readonly string[];
  readonly dates: readonly boolean[];
  /** Workbooks from old Macs count from 1904. */
  readonly epoch: number;
}

function dateValue(serial: number, epoch: number): CellValue {
  const time = Math.round((serial - epoch) * 86400) * 1000;
  if (!(Math.abs(time) < 8.64e15) || serial < 0) return serial;
  const text = new Date(time).toISOString();
  return { date: text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : text.slice(0, 19) };
}

/** The value of `<c>`: for a formula its last result. The formula itself is not read. */
function cellValue(tag: string, content: string, book: Book): CellValue {
  const type = attribute(tag, 't') || 'n';
  if (type === 'inlineStr') return richText(content);
  const match = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(content);
  if (!match) return /<(?:\w+:)?f[\s>/]/.test(content) ? { error: '(fórmula sin resultado)' } : null;
  const value = unescaped(match[1]);
  switch (type) {
    case 's': return book.strings[Number(value)] ?? null;
    case 'str': return value;
    case 'b': return value === '1';
    case 'e': return { error: value };
    case 'd': return { date: value.replace(/T00:00:00.*$/, '').slice(0, 19) };
    default: {
      const number = Number(value);
      if (value.trim() === '' || !isFinite(number)) return value;
      return book.dates[Number(attribute(tag, 's') || 0)] ? dateValue(number, book.epoch) : number;
    }
  }
}

/** A merged range shows its first cell: rows below it stand for the same. Across columns it is but a title. */
function fillMerged(rows: CellValue[][], ranges: readonly string[]): void {
  for (const range of ranges) {
    const [from, to] = range.split(':').map(position);
    if (!from || !to || from[1] < 0 || to[1] <= from[1]) continue;
    const value = rows[from[1]]?.[from[0]] ?? null;
    for (let row = from[1] + 1; row <= Math.min(to[1], rows.length - 1); row++) rows[row][from[0]] = value;
  }
}

async function readSheet(name: string, xml: string, book: Book, breathe: () => Promise<void>): Promise<Sheet> {
  const rows: CellValue[][] = [];
  const rowTag = /<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
  let formulas = 0;
  let count = 0;
  for (let match = rowTag.exec(xml); match; match = rowTag.exec(xml)) {
    const at = Number(attribute(match[1], 'r') || rows.length + 1) - 1;
    if (!(at >= 0) || at > 1048575) continue;
    const cells: CellValue[] = [];
    const content = match[2] || '';
    const cellTag = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
    for (let cell = cellTag.exec(content); cell; cell = cellTag.exec(content)) {
      const reference = attribute(cell[1], 'r');
      const column = reference === null ? cells.length : position(reference)[0];
      if (column < 0 || column >= MOST_COLUMNS || !cell[2]) continue;
      while (cells.length < column) cells.push(null);
      cells[column] = cellValue(cell[1], cell[2], book);
      if (/<(?:\w+:)?f[\s>/]/.test(cell[2])) formulas += 1;
    }
    // A sheet with one cell far below would else be a million rows of nothing.
    if (cells.length > 0) {
      while (rows.length < at) rows.push([]);
      rows[at] = cells;
    }
    count += 1;
    if (count % BREATHE_EVERY === 0) await breathe();
  }
  const ranges = allTags(xml, 'mergeCell').map(tag => attribute(tag, 'ref') || '').filter(range => range !== '');
  fillMerged(rows, ranges);
  return { name, rows, formulas, merged: ranges.length };
}

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Whether the bytes are a zip, as workbooks are. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
}

/** Compound files: workbooks of Excel 97, and those with a password. */
export function isCompound(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/i.test(name)) return false;
        total += originalSize;
        if (total > MOST_BYTES) throw new UnreadableFile('tooLarge');
        return true;
      }
    });
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('damaged');
  }
}

/**
 * Reads a workbook's visible and hidden sheets, in order.
 * @param breathe awaited every few thousand rows, so that a large file does not freeze the page
 * @throws UnreadableFile
 */
export async function readXlsx(bytes: Uint8Array, breathe: () => Promise<void> = () => Promise.resolve()): Promise<Sheet[]> {
  if (isCompound(bytes)) throw new UnreadableFile(strFromU8(bytes.subarray(0, 200000), true).indexOf('E\u0000n\u0000c\u0000r\u0000y\u0000p\u0000t') >= 0 ? 'encrypted' : 'oldFormat');
  if (!isZip(bytes)) throw new UnreadableFile('notAWorkbook');
  const files = unpack(bytes);
  const part = (path: string): string => (files[path] ? strFromU8(files[path]) : '');
  const workbook = part('xl/workbook.xml');
  if (workbook === '') throw new UnreadableFile('notAWorkbook');
  const targets = new Map(allTags(part('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag): [string, string] => {
    const target = attribute(tag, 'Target') || '';
    return [attribute(tag, 'Id') || '', target[0] === '/' ? target.slice(1) : `xl/${target}`];
  }));
  const items = part('xl/sharedStrings.xml').match(/<(?:\w+:)?si\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?si>)/g) || [];
  const book: Book = {
    strings: items.map(richText), dates: dateStyles(part('xl/styles.xml')), epoch: /date1904="(1|true)"/.test(workbook) ? 24107 : 25569
  };
  const sheets: Sheet[] = [];
  for (const tag of allTags(workbook, 'sheet')) {
    const xml = part(targets.get(attribute(tag, 'id') || '') || '');
    await breathe();
    if (xml !== '') sheets.push(await readSheet(attribute(tag, 'name') || '', xml, book, breathe));
  }
  if (sheets.length === 0) throw new UnreadableFile('empty');
  return sheets;
}
