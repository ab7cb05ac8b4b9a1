import writeXlsxFile from 'write-excel-file/universal';
import type { Sheet } from 'write-excel-file/universal';
import { download } from '../workbook/download';
import { safeFileName } from './safe-text';
import { matrixSheets } from './matrix-sheets';
import type { MatrixExport } from './matrix-sheets';
import { type ExportTable, MOST_SHEET_ROWS, tableSheets, tableText } from './table-sheets';

export { download };
export type { MatrixExport, MatrixExportFact, MatrixExportGroup, MatrixExportRow, MatrixExportWords } from './matrix-sheets';

/**
 * The workbook as a file in memory. The zip library compresses parts from 160 kB on in a worker made from a blob, which
 * SharePoint's content security policy forbids; a plan's matrix stays far below that (a test holds it there).
 */
export function workbookBlob(sheets: Sheet<Blob>[]): Promise<Blob> {
  return writeXlsxFile(sheets).toBlob();
}

/**
 * Makes the matrix's workbook and hands it to the browser's downloads.
 * @param name file name without its extension
 * @returns the file's name
 */
export function exportMatrix(model: MatrixExport, name: string): Promise<string> {
  return exportSheets(matrixSheets(model), name);
}

/**
 * Makes a workbook of plain tables and hands it to the browser's downloads; of a large plan the first table alone, as text.
 * @param name file name without its extension
 * @param decimal the language's decimal mark
 * @returns the file's name
 */
export async function exportTables(tables: readonly ExportTable[], name: string, decimal: ',' | '.'): Promise<string> {
  const asText = tables[0].rows.length > MOST_SHEET_ROWS;
  const fileName = safeFileName(name, asText ? 'csv' : 'xlsx');
  download(asText ? new Blob([tableText(tables[0], decimal)], { type: 'text/csv;charset=utf-8' }) : await workbookBlob(tableSheets(tables)), fileName);
  return fileName;
}

/**
 * Makes a workbook and hands it to the browser's downloads.
 * @param name file name without its extension
 * @returns the file's name
 */
export async function exportSheets(sheets: Sheet<Blob>[], name: string): Promise<string> {
  const blob = await workbookBlob(sheets);
  const fileName = safeFileName(name, 'xlsx');
  download(blob, fileName);
  return fileName;
}
