import { strToU8, zipSync } from 'fflate';
import type { OutCell, OutColumn, OutSheet } from '../../application/import/sheets';

/**
 * Makes a workbook in memory. Written by hand, since the library that makes the matrix's workbook compresses parts from 160 kB on in a worker
 * made from a blob, which SharePoint's content security policy forbids, and offers no lists in cells.
 */

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Positions in `cellXfs` of {@link STYLES}. */
const STYLE = { heading: 1, day: 2, moment: 3, text: 4, required: 5 } as const;
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>`
  + '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>'
  + '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
  + '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
  + '<fill><patternFill patternType="solid"><fgColor rgb="FFE1DFDD"/></patternFill></fill>'
  + '<fill><patternFill patternType="solid"><fgColor rgb="FFDEECF9"/></patternFill></fill></fills>'
  + '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
  + '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
  + '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>'
  + '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
  + '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
  + '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
  + '<xf numFmtId="0" fontId="1" fillId="3" borderId="0" xfId="0" applyFont="1" applyFill="1"/></cellXfs></styleSheet>';

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/\r/g, '&#13;');
}

/** `A`, `Z`, `AA`, … of 0, 25, 26, … */
export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

const DAY_MS = 86400000;
const SERIAL_EPOCH = 25569;
/** The agency's time, which is what people read in the file. */
const BOGOTA_MS = 5 * 3600000;

function cellXml(cell: OutCell, at: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string') return `<c r="${at}" s="${STYLE.text}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  const time = 'day' in cell ? Date.parse(`${cell.day}T00:00:00Z`) : Date.parse(cell.moment) - BOGOTA_MS;
  const serial = time / DAY_MS + SERIAL_EPOCH;
  if (isNaN(serial)) return cellXml('day' in cell ? cell.day : cell.moment, at);
  return `<c r="${at}" s="${'day' in cell ? STYLE.day : STYLE.moment}"><v>${Math.round(serial * 86400) / 86400}</v></c>`;
}

/** A spreadsheet reads at most this much in a list written into the cell itself. */
const LONGEST_OFFER = 255;

function validation({ offer }: OutColumn, index: number): string {
  const list = (offer || []).join(',');
  if (list === '' || list.length > LONGEST_OFFER || (offer || []).some(one => /[,"]/.test(one))) return '';
  const name = columnName(index);
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" sqref="${name}2:${name}5000"><formula1>&quot;${escaped(list)}&quot;</formula1></dataValidation>`;
}

function sheetXml({ columns, rows }: OutSheet): string {
  const widths = columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('');
  const headings = columns.map(({ header, required }, index) => (
    `<c r="${columnName(index)}1" s="${required ? STYLE.required : STYLE.heading}" t="inlineStr"><is><t>${escaped(header)}</t></is></c>`
  )).join('');
  const names = columns.map((_, index) => columnName(index));
  const data = rows.map((row, index) => `<row r="${index + 2}">${row.map((cell, at) => cellXml(cell, `${names[at]}${index + 2}`)).join('')}</row>`);
  const validations = columns.map(validation).filter(one => one !== '');
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
    + `<cols>${widths}</cols><sheetData><row r="1">${headings}</row>${data.join('')}</sheetData>`
    + (rows.length > 0 ? `<autoFilter ref="A1:${names[names.length - 1]}${rows.length + 1}"/>` : '')
    + (validations.length > 0 ? `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>` : '') + '</worksheet>';
}

/** Excel takes names of at most 31 characters without these. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}

/** The workbook's bytes. Names of sheets must differ. */
export function writeXlsx(sheets: readonly OutSheet[]): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  const put = (path: string, xml: string): void => { files[path] = strToU8(xml); };
  put('[Content_Types].xml', `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
    + '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    + '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
    + sheets.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('') + '</Types>');
  put('_rels/.rels', `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`);
  put('xl/workbook.xml', `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>`
    + sheets.map(({ name }, index) => `<sheet name="${escaped(sheetName(name))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('') + '</sheets></workbook>');
  put('xl/_rels/workbook.xml.rels', `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">`
    + sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')
    + `<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`);
  put('xl/styles.xml', STYLES);
  sheets.forEach((sheet, index) => put(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)));
  return zipSync(files, { level: 6 });
}

/** The workbook as a file in memory. */
export function xlsxBlob(sheets: readonly OutSheet[]): Blob {
  return new Blob([writeXlsx(sheets)], { type: XLSX_TYPE });
}
