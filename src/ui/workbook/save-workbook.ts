import type { OutSheet } from '../../application/workbook';
import { download } from './download';

/** A file name that every system takes: no path separators, quotes, wildcards or control characters, at most 120 characters. */
export function safeFileName(name: string, extension: string): string {
  const clean = name
    .replace(/[\\/:*?"<>|#%{}~&\u0000-\u001f]/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 120)
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${clean || 'sigaci'}.${extension}`;
}

/**
 * Makes a workbook and hands it to the browser's downloads. The writer is loaded when first asked for.
 * @param name file name without its extension
 * @returns the file's name
 */
export async function saveWorkbook(sheets: readonly OutSheet[], name: string): Promise<string> {
  const { xlsxBlob } = await import(/* webpackChunkName: "workbook" */ './write-xlsx');
  const fileName = safeFileName(name, 'xlsx');
  download(await xlsxBlob(sheets), fileName);
  return fileName;
}
