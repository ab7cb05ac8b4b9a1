import type { Sheet } from '../../application/import/sheets';

/** UTF-8 with or without its mark, UTF-16 with it; what is no valid UTF-8 is Windows' Latin-1, which Excel in Spanish saves. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes.subarray(2));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\ufeff/, '');
  } catch (error) {
    // By name: the error may come from another window's decoder.
    if ((error as { readonly name?: unknown } | null)?.name !== 'TypeError') throw error;
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The mark that parts most fields of the first lines, outside quotes. */
export function sniffDelimiter(text: string): string {
  const named = /^sep=(.)\r?\n/i.exec(text);
  if (named) return named[1];
  const head = text.slice(0, 20000).replace(/"(?:[^"]|"")*"/g, '').split(/\r\n|\r|\n/).filter(line => line.trim() !== '').slice(0, 5);
  const counts = [';', ',', '\t', '|'].map(mark => ({ mark, count: Math.min(...head.map(line => line.split(mark).length - 1)) || 0, first: head.length ? head[0].split(mark).length : 0 }));
  counts.sort((a, b) => b.count - a.count || b.first - a.first);
  return counts[0].mark;
}

/** Reads delimited text; quotes may hold delimiters, line ends and doubled quotes. */
export function parseDelimited(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const source = text.replace(/^sep=.\r?\n/i, '');
  for (let index = 0; index < source.length; index++) {
    const char = source[index];
    if (quoted) {
      if (char !== '"') field += char;
      else if (source[index + 1] === '"') {
        field += '"';
        index += 1;
      } else quoted = false;
    } else if (char === '"' && field.trim() === '') {
      quoted = true;
      field = '';
    } else if (char === delimiter) {
      row.push(field);
      field = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && source[index + 1] === '\n') index += 1;
      row.push(field);
      rows.push(row);
      row = [];
      field = '';
    } else field += char;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}

/** A delimited text as a workbook's only sheet. @param name of the file, without its ending */
export function readCsv(bytes: Uint8Array, name: string): Sheet[] {
  const text = decodeText(bytes);
  const rows = parseDelimited(text, sniffDelimiter(text)).map(row => row.map(cell => (cell.trim() === '' ? null : cell)));
  return [{ name, rows, formulas: 0, merged: 0 }];
}
