import { neutral } from '../../application/workbook';
import type { OutCell, OutColumn, OutSheet } from '../../application/workbook';
import type { ColumnStyles, StyleTable } from './cell-styles';
import { escapeXml, MAIN_NAMESPACE, XML_HEAD } from './xml';

/** A sheet's part in pieces, to be made one after the other. */
export interface SheetPart {
  readonly start: string;
  /** Rows, each piece small enough to be made without the page standing still. */
  readonly pieces: readonly (() => string)[];
  readonly end: string;
}

const ROWS_IN_A_PIECE = 100;

/** `A`, `Z`, `AA`, … of 0, 25, 26, … */
export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

const DAY_MS = 86400000;
/** Days from Excel's day 0 (30 December 1899) to 1970. */
const SERIAL_EPOCH = 25569;
/** The agency's time, which is what people read in the file. */
const BOGOTA_MS = 5 * 3600000;

function textXml(text: string, style: number, at: string): string {
  // As a string of its own, never as `<f>`: nothing a person wrote becomes a formula.
  return text === '' ? '' : `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(neutral(text))}</t></is></c>`;
}

function numberXml(value: number, style: number, at: string): string {
  return isFinite(value) ? `<c r="${at}" s="${style}"><v>${value}</v></c>` : '';
}

function cellXml(cell: OutCell, styles: ColumnStyles, at: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return numberXml(cell, styles.number, at);
  if (typeof cell === 'string') return textXml(cell, styles.text, at);
  if (typeof cell === 'boolean') return `<c r="${at}" s="${styles.number}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if ('strong' in cell) {
    return typeof cell.strong === 'number' ? numberXml(cell.strong, styles.strongNumber, at) : textXml(cell.strong, styles.strongText, at);
  }
  const time = 'day' in cell ? Date.parse(`${cell.day}T00:00:00Z`) : Date.parse(cell.moment) - BOGOTA_MS;
  if (isNaN(time)) return textXml('day' in cell ? cell.day : cell.moment, styles.text, at);
  return numberXml(Math.round((time / DAY_MS + SERIAL_EPOCH) * 86400) / 86400, 'day' in cell ? styles.day : styles.moment, at);
}

/** A spreadsheet reads at most this much in a list written into the cell itself. */
const LONGEST_OFFER = 255;

function validation({ offer }: OutColumn, index: number): string {
  const list = (offer || []).join(',');
  if (list === '' || list.length > LONGEST_OFFER || (offer || []).some(one => /[,"]/.test(one))) return '';
  const name = columnName(index);
  return '<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" '
    + `sqref="${name}2:${name}5000"><formula1>&quot;${escapeXml(list)}&quot;</formula1></dataValidation>`;
}

/** What stays in sight: the headings, and the first columns where the sheet asks for it. */
function pane(frozenRows: number, frozenColumns: number): string {
  if (frozenRows + frozenColumns === 0) return '';
  const corner = frozenRows === 0 ? 'topRight' : frozenColumns === 0 ? 'bottomLeft' : 'bottomRight';
  return `<pane${frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ''}${frozenRows > 0 ? ` ySplit="${frozenRows}"` : ''}`
    + ` topLeftCell="${columnName(frozenColumns)}${frozenRows + 1}" activePane="${corner}" state="frozen"/><selection pane="${corner}"/>`;
}

const asTotal = (cell: OutCell): OutCell => (typeof cell === 'string' || typeof cell === 'number' ? { strong: cell } : cell);

/**
 * A sheet as XML.
 * @param styles of the workbook: takes in what the sheet's columns need
 * @param first the one that a spreadsheet shows when it opens the file
 */
export function sheetPart(sheet: OutSheet, styles: StyleTable, first: boolean): SheetPart {
  const { columns, rows, totals, frozenColumns = 0, landscape } = sheet;
  const looks = columns.map(styles.of);
  const names = columns.map((_, index) => columnName(index));
  const headed = columns.some(({ header }) => header !== undefined);
  const headings = columns.map(({ header = '' }, index) => textXml(header, looks[index].heading, `${names[index]}1`)).join('');
  const above = headed ? 1 : 0;
  const columnXml = ({ width }: OutColumn, index: number): string => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  const rowXml = (cells: readonly OutCell[], index: number): string => {
    const number = index + 1 + above;
    return `<row r="${number}">${cells.map((cell, at) => cellXml(cell, looks[at], `${names[at]}${number}`)).join('')}</row>`;
  };
  const pieces: (() => string)[] = [];
  for (let from = 0; from < rows.length; from += ROWS_IN_A_PIECE) {
    pieces.push(() => rows.slice(from, from + ROWS_IN_A_PIECE).map((row, index) => rowXml(row, from + index)).join(''));
  }
  const validations = columns.map(validation).filter(one => one !== '');
  return {
    start: `${XML_HEAD}<worksheet xmlns="${MAIN_NAMESPACE}">`
      + `<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">${pane(above, frozenColumns)}</sheetView></sheetViews>`
      + `<cols>${columns.map(columnXml).join('')}</cols><sheetData>${headed ? `<row r="1">${headings}</row>` : ''}`,
    pieces,
    end: (totals ? rowXml(totals.map(asTotal), rows.length) : '') + '</sheetData>'
      + (headed && rows.length > 0 ? `<autoFilter ref="A1:${names[names.length - 1]}${rows.length + 1}"/>` : '')
      + (validations.length > 0 ? `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>` : '')
      + '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
      // Paper 1 is Letter, which is what Colombia prints on.
      + `<pageSetup paperSize="1" orientation="${landscape ? 'landscape' : 'portrait'}"/></worksheet>`
  };
}
