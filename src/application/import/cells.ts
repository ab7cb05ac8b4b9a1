import { type Day, dayFromNumber, isAllowedLink, isDay, parseNumber } from '../../domain';
import { type Choices, findChoice } from '../../domain/choices';
import { CUT_MARK, restored } from '../workbook';
import { type Issue, shown } from './issues';
import type { PlainValue } from './rows';
import { type CellValue, closest, type DateCell, type ErrorCell, plainText } from './sheets';
import type { TableColumn } from './tables';

/** A cell as its column understands it. */
export type ReadCell = { readonly ok: true; readonly value: PlainValue } | { readonly ok: false; readonly issue: Issue };

export function isDateCell(cell: CellValue): cell is DateCell {
  return typeof cell === 'object' && cell !== null && 'date' in cell;
}

export function isErrorCell(cell: CellValue): cell is ErrorCell {
  return typeof cell === 'object' && cell !== null && 'error' in cell;
}

/** What a cell shows, as text. */
export function cellText(cell: CellValue): string {
  if (cell === null) return '';
  if (isDateCell(cell)) return cell.date;
  if (isErrorCell(cell)) return cell.error;
  if (typeof cell === 'string') return restored(cell).trim();
  return typeof cell === 'number' ? String(cell) : cell ? 'Sí' : 'No';
}

const MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'];
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Serial numbers of 1954…2119: a number in a date's column that was never formatted as one. */
const [FIRST_SERIAL, LAST_SERIAL] = [20000, 80500];
/** Days from Excel's day 0 (30 December 1899) to 1970. */
const SERIAL_EPOCH = 25569;

/** The day of Excel's serial number. */
export function serialDay(serial: number): Day {
  return dayFromNumber(Math.floor(serial) - SERIAL_EPOCH);
}

function composed(year: string, month: number, day: string): Day | null {
  const full = year.length === 2 ? `20${year}` : year;
  const text = `${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

/** A day as people in Colombia write it: 30/06/2021, 2021-06-30, 30 de junio de 2021, 30-jun-21. `null` when it is none. */
export function parseDay(text: string): Day | null {
  const trimmed = text.trim().toLowerCase();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/.exec(trimmed);
  if (iso) return composed(iso[1], Number(iso[2]), iso[3]);
  const numeric = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[ ,].*)?$/.exec(trimmed);
  if (numeric) return composed(numeric[3], Number(numeric[2]), numeric[1]);
  const named = /^(\d{1,2})(?:\s+de)?[\s\-/.]+([a-zñ]{3,})\.?(?:\s+(?:de|del))?[\s\-/.,]+(\d{4}|\d{2})$/.exec(trimmed)
    || /^()([a-z]{3,})\.?\s+(\d{1,2}),?\s+(\d{4})$/.exec(trimmed);
  if (!named) return null;
  const english = named[1] === '';
  const month = MONTHS.indexOf(named[2].slice(0, 3)) >= 0 ? MONTHS.indexOf(named[2].slice(0, 3)) : ENGLISH_MONTHS.indexOf(named[2].slice(0, 3));
  return month < 0 ? null : english ? composed(named[4], month + 1, named[3]) : composed(named[3], month + 1, named[1]);
}

function fail(kind: Issue['kind'], column: TableColumn, found: string, more: Partial<Issue> = {}): ReadCell {
  return { ok: false, issue: { kind, severity: 'error', column: column.header, found: shown(found), ...more } };
}

const value = (found: PlainValue): ReadCell => ({ ok: true, value: found });

/** "30 millones", "USD 30": the only number there is, beside words. */
function numberBesideWords(text: string): string | null {
  const numbers = (text.match(/-?\d[\d.,]*/g) || []).map(one => one.replace(/[.,]$/, ''));
  return numbers.length === 1 && parseNumber(numbers[0]).kind === 'number' ? numbers[0] : null;
}

function readNumber(cell: CellValue, column: TableColumn): ReadCell {
  if (cell === null) return value(null);
  if (isDateCell(cell)) return fail('dateForNumber', column, cell.date);
  if (typeof cell === 'boolean') return fail('notANumber', column, cellText(cell));
  if (typeof cell === 'number') return inRange(cell, column);
  const text = cellText(cell);
  const parsed = parseNumber(text);
  switch (parsed.kind) {
    case 'empty': return value(null);
    case 'number': return inRange(parsed.value, column);
    case 'ambiguous': return fail('ambiguousNumber', column, text, { suggestion: parsed.readings.map(reading => String(reading).replace('.', ',')).join(' · ') });
    case 'notANumber': {
      const alone = numberBesideWords(text);
      return alone === null ? fail('notANumber', column, text) : fail('numberWithUnit', column, text, { suggestion: alone });
    }
    default: return fail('notANumber', column, text);
  }
}

function inRange(found: number, column: TableColumn): ReadCell {
  if (!Number.isFinite(found)) return fail('notANumber', column, String(found));
  const { min, max } = column;
  return (min !== undefined && found < min) || (max !== undefined && found > max)
    ? fail('outOfRange', column, String(found), { suggestion: `${min ?? '−∞'} … ${max ?? '∞'}` })
    : value(found);
}

function readDay(cell: CellValue, column: TableColumn): ReadCell {
  if (cell === null || cell === '') return value(null);
  if (isDateCell(cell)) return value(cell.date.slice(0, 10));
  if (typeof cell === 'number') return cell >= FIRST_SERIAL && cell <= LAST_SERIAL ? value(serialDay(cell)) : fail('badDate', column, String(cell));
  const text = cellText(cell);
  if (text === '') return value(null);
  const serial = /^\d{5}$/.test(text) ? Number(text) : NaN;
  if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL) return value(serialDay(serial));
  const day = parseDay(text);
  if (day !== null) return value(day);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const swapped = american && parseDay(`${american[2]}/${american[1]}/${american[3]}`);
  return fail('badDate', column, text, swapped ? { suggestion: swapped } : {});
}

/** Workbooks know no time zone: what they show is the agency's time, UTC−5. */
function readMoment(cell: CellValue, column: TableColumn): ReadCell {
  const written = isDateCell(cell) ? cell.date : typeof cell === 'number' && cell >= FIRST_SERIAL && cell <= LAST_SERIAL
    ? new Date((cell - SERIAL_EPOCH) * 86400000).toISOString().slice(0, 19)
    : cellText(cell);
  if (written === '') return value(null);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(written)) return instant(written, column);
  const day = parseDay(written);
  if (day === null) return fail('badDate', column, written);
  const time = /(?:[t ,]\s*)(\d{1,2}):(\d{2})(?::(\d{2}))?/i.exec(written);
  const [hour, minute, second] = time ? [time[1].padStart(2, '0'), time[2], time[3] || '00'] : ['12', '00', '00'];
  return instant(`${day}T${hour}:${minute}:${second}-05:00`, column);
}

function instant(text: string, column: TableColumn): ReadCell {
  const time = Date.parse(text);
  return isNaN(time) ? fail('badDate', column, text) : value(new Date(Math.round(time / 1000) * 1000).toISOString().replace('.000Z', 'Z'));
}

function readChoice(cell: CellValue, column: TableColumn, choices: Choices<string>): ReadCell {
  const text = cellText(cell);
  if (text === '') return value('');
  const found = findChoice(choices, text);
  if (found !== null) return value(found);
  const words = Object.keys(choices).reduce<string[]>((all, name) => [...all, name, ...choices[name]], []);
  const near = closest(text, words);
  return fail('unknownChoice', column, text, { suggestion: (near !== null && findChoice(choices, near)) || Object.keys(choices).join(', ') });
}

const YES = ['si', 's', 'true', 'verdadero', 'yes', 'y', '1', 'x', 'activo', 'activa'];
const NO = ['no', 'n', 'false', 'falso', '0', 'inactivo', 'inactiva'];

function readYesNo(cell: CellValue, column: TableColumn): ReadCell {
  if (typeof cell === 'boolean') return value(cell);
  const text = cellText(cell);
  const plain = plainText(text);
  if (plain === '') return value(null);
  if (YES.indexOf(plain) >= 0) return value(true);
  return NO.indexOf(plain) >= 0 ? value(false) : fail('notYesOrNo', column, text);
}

/** Values of a cell that holds several: parted by commas, semicolons, bars or lines. */
function several(text: string, marks: RegExp): string[] {
  const found: string[] = [];
  for (const part of text.split(marks)) {
    const trimmed = part.trim();
    if (trimmed !== '' && found.indexOf(trimmed) < 0) found.push(trimmed);
  }
  return found;
}

/** People by e-mail; SharePoint's claims lose what stands before it. */
export function personName(text: string): string {
  const trimmed = text.trim();
  const inAngles = /<([^<>]+@[^<>]+)>/.exec(trimmed);
  const claim = trimmed.split('|').pop() || '';
  return (inAngles ? inAngles[1] : claim).trim().toLowerCase();
}

function readText(cell: CellValue, column: TableColumn): ReadCell {
  const text = cellText(cell);
  if (text.slice(-CUT_MARK.length) === CUT_MARK) return fail('cutShort', column, text);
  return column.maxLength !== undefined && text.length > column.maxLength ? fail('tooLong', column, text, { limit: column.maxLength }) : value(text);
}

/** What a cell means in a column. References stay as they are written: what they lead to is looked up later. */
export function readCell(cell: CellValue, column: TableColumn): ReadCell {
  if (isErrorCell(cell)) return fail('formulaError', column, cell.error);
  switch (column.kind) {
    case 'number': return readNumber(cell, column);
    case 'day': return readDay(cell, column);
    case 'moment': return readMoment(cell, column);
    case 'choice': return readChoice(cell, column, column.choices || {});
    case 'yesNo': return readYesNo(cell, column);
    case 'topics': return value(several(cellText(cell), /[;\n]+|,(?!\d)/));
    case 'references': return value(several(cellText(cell), /[;,|\n/]+|\s+y\s+/));
    case 'people': return value(several(cellText(cell), /[;,\n]+/).map(personName));
    case 'person': return value(personName(cellText(cell)));
    case 'link': {
      const text = cellText(cell);
      return text === '' || isAllowedLink(text) ? value(text) : fail('badLink', column, text);
    }
    case 'text': case 'note': case 'reference': case 'rowId': return readText(cell, column);
    default: return readText(cell, column);
  }
}
