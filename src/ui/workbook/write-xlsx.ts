import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { OutSheet } from '../../application/workbook';
import { styleTable } from './cell-styles';
import { sheetNames } from './sheet-names';
import { sheetPart } from './sheet-xml';
import { breathe as nextTurn } from './breathe';
import { escapeXml, MAIN_NAMESPACE, XML_HEAD } from './xml';

/**
 * The one writer of workbooks. It works in the page's own thread, a piece at a time: SharePoint's content security policy forbids
 * the workers that libraries make from blobs.
 */

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PART_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts that say what the file is made of, by their path. */
function packageParts(names: readonly string[]): [string, string][] {
  const sheets = names.map((name, index) => ({ name: escapeXml(name), id: index + 1, path: `worksheets/sheet${index + 1}.xml` }));
  const styles = names.length + 1;
  return [
    ['[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types">`
      + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
      + '<Default Extension="xml" ContentType="application/xml"/>'
      + `<Override PartName="/xl/workbook.xml" ContentType="${PART_TYPE}.sheet.main+xml"/>`
      + `<Override PartName="/xl/styles.xml" ContentType="${PART_TYPE}.styles+xml"/>`
      + `${sheets.map(({ path }) => `<Override PartName="/xl/${path}" ContentType="${PART_TYPE}.worksheet+xml"/>`).join('')}</Types>`],
    ['_rels/.rels', `<Relationships xmlns="${PACKAGE}/relationships">`
      + `<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ['xl/workbook.xml', `<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>`
      + `${sheets.map(({ name, id }) => `<sheet name="${name}" sheetId="${id}" r:id="rId${id}"/>`).join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `<Relationships xmlns="${PACKAGE}/relationships">`
      + sheets.map(({ id, path }) => `<Relationship Id="rId${id}" Type="${RELATIONS}/worksheet" Target="${path}"/>`).join('')
      + `<Relationship Id="rId${styles}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`]
  ];
}

/** A zip made piece by piece. */
function zipInPieces(): { add: (path: string) => (xml: string, last: boolean) => void; end: () => Uint8Array[] } {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    made.push(piece);
  });
  return {
    add: path => {
      const file = new ZipDeflate(path, { level: 6 });
      zip.add(file);
      return (xml, last) => file.push(strToU8(xml), last);
    },
    end: () => {
      zip.end();
      return made;
    }
  };
}

/**
 * The workbook's bytes, in the pieces they were made in. Names of sheets are made such that Excel takes them.
 * @param breathe awaited between pieces, so that a large workbook does not freeze the page
 */
async function xlsxPieces(sheets: readonly OutSheet[], breathe: () => Promise<void>): Promise<Uint8Array[]> {
  const { add, end } = zipInPieces();
  const styles = styleTable();
  for (const [path, xml] of packageParts(sheetNames(sheets.map(({ name }) => name)))) add(path)(XML_HEAD + xml, true);
  for (let index = 0; index < sheets.length; index++) {
    const part = sheetPart(sheets[index], styles, index === 0);
    const write = add(`xl/worksheets/sheet${index + 1}.xml`);
    write(part.start, false);
    for (const piece of part.pieces) {
      write(piece(), false);
      await breathe();
    }
    write(part.end, true);
    await breathe();
  }
  add('xl/styles.xml')(styles.xml(), true);
  return end();
}

/** The workbook's bytes; see {@link xlsxPieces}. */
export async function writeXlsx(sheets: readonly OutSheet[], breathe: () => Promise<void> = () => Promise.resolve()): Promise<Uint8Array> {
  const pieces = await xlsxPieces(sheets, breathe);
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** The workbook as a file in memory, made while the page goes on answering. */
export async function xlsxBlob(sheets: readonly OutSheet[]): Promise<Blob> {
  return new Blob([await writeXlsx(sheets, nextTurn)], { type: XLSX_TYPE });
}
