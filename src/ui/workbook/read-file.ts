import type { Sheet } from '../../application/import/sheets';
import { breathe } from './breathe';
import { readCsv } from './read-csv';
import { isCompound, isZip, readXlsx, UnreadableFile } from './read-xlsx';

/** Files above this are no plan. */
const MOST_BYTES = 30 * 1024 * 1024;

function bytesOf(file: File): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(new UnreadableFile('damaged'));
    reader.readAsArrayBuffer(file);
  });
}

/**
 * The sheets of a workbook or delimited text, told apart by what they hold, not by their name.
 * @throws UnreadableFile
 */
export async function readFile(file: File): Promise<Sheet[]> {
  if (file.size === 0) throw new UnreadableFile('empty');
  if (file.size > MOST_BYTES) throw new UnreadableFile('tooLarge');
  const bytes = await bytesOf(file);
  if (isZip(bytes) || isCompound(bytes)) return readXlsx(bytes, breathe);
  // Pictures, PDFs and other binary files hold bytes that no text has.
  if (bytes.subarray(0, 2000).some((byte, index) => byte === 0 && !(index > 0 && bytes[0] >= 0xfe))) throw new UnreadableFile('notAWorkbook');
  return readCsv(bytes, file.name.replace(/\.[^.]*$/, ''));
}
