import type { OutColumn } from '../../application/workbook';
import { escapeXml, MAIN_NAMESPACE, XML_HEAD } from './xml';

/** For each kind of cell of a column its style's place in the workbook's table. */
export interface ColumnStyles {
  readonly heading: number;
  readonly text: number;
  readonly number: number;
  readonly day: number;
  readonly moment: number;
  readonly strongText: number;
  readonly strongNumber: number;
}

/** The styles of one workbook: each is written once, however many columns have it. */
export interface StyleTable {
  readonly of: (column: OutColumn) => ColumnStyles;
  /** The part `xl/styles.xml`, once every column has asked. */
  readonly xml: () => string;
}

/** Kept as text, so that a code typed anew in the file stays one. */
const AS_TEXT = 49;
/** Excel's own numbers for formats; others are numbered from 164 on. */
const BUILT_IN: Readonly<Record<string, number>> = { '0%': 9, '0.00%': 10 };
const FIRST_OWN = 164;
const DAY = 'yyyy\\-mm\\-dd';
const MOMENT = 'yyyy\\-mm\\-dd\\ hh:mm:ss';

/** Fills: Excel's two, and those of headings, the second of columns that must be filled in. */
const FILLS = ['<patternFill patternType="none"/>', '<patternFill patternType="gray125"/>', ...['FFE1DFDD', 'FFDEECF9'].map(colour => (
  `<patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill>`
))];
const HEADING_FILL = 2;
const REQUIRED_FILL = 3;

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

/** An empty table, for one workbook. */
export function styleTable(): StyleTable {
  const formats: string[] = [];
  const styles: string[] = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];
  const formatId = (code: string | undefined): number => {
    if (code === undefined) return 0;
    if (BUILT_IN[code] !== undefined) return BUILT_IN[code];
    if (formats.indexOf(code) < 0) formats.push(code);
    return FIRST_OWN + formats.indexOf(code);
  };
  const style = (format: number, fill: number, bold: boolean, alignment: string): number => {
    const xml = `<xf numFmtId="${format}" fontId="${bold ? 1 : 0}" fillId="${fill}" borderId="0" xfId="0"`
      + `${format ? ' applyNumberFormat="1"' : ''}${bold ? ' applyFont="1"' : ''}${fill ? ' applyFill="1"' : ''} applyAlignment="1"><alignment ${alignment}/></xf>`;
    if (styles.indexOf(xml) < 0) styles.push(xml);
    return styles.indexOf(xml);
  };
  const of = (column: OutColumn): ColumnStyles => {
    const across = column.centred ? 'horizontal="center" ' : '';
    const top = `${across}vertical="top"`;
    const words = column.oneLine ? top : `${top} wrapText="1"`;
    return {
      heading: style(0, column.required ? REQUIRED_FILL : HEADING_FILL, true, `${across}vertical="bottom" wrapText="1"`),
      text: style(AS_TEXT, 0, false, words),
      number: style(formatId(column.format), 0, false, top),
      day: style(formatId(column.format ?? DAY), 0, false, top),
      moment: style(formatId(column.format ?? MOMENT), 0, false, top),
      strongText: style(AS_TEXT, 0, true, words),
      strongNumber: style(formatId(column.format), 0, true, top)
    };
  };
  const formatXml = (code: string, index: number): string => `<numFmt numFmtId="${FIRST_OWN + index}" formatCode="${escapeXml(code)}"/>`;
  const xml = (): string => `${XML_HEAD}<styleSheet xmlns="${MAIN_NAMESPACE}">`
    + (formats.length > 0 ? list('numFmts', formats.map(formatXml)) : '')
    + list('fonts', ['', '<b/>'].map(bold => `<font>${bold}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`))
    + list('fills', FILLS.map(fill => `<fill>${fill}</fill>`))
    + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    + list('cellXfs', styles) + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
  return { of, xml };
}
