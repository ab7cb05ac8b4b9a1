import { STATUS_CODES } from 'node:http';
import { newGuid } from '../ids';
import type { Written } from '../rest/answer';

/** The answer to a batch: one part each, in order, with CRLF. */
export function writeBatch(answers: readonly Written[]): Written {
  const boundary = `batchresponse_${newGuid()}`;
  const chunks: Buffer[] = [];
  for (const { status, headers, body } of answers) {
    const lines = [
      `--${boundary}`, 'Content-Type: application/http', 'Content-Transfer-Encoding: binary', '',
        `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Unknown'}`,
      ...Object.entries(headers).map(([name, value]) => `${name.toUpperCase() === 'CONTENT-TYPE' ? 'CONTENT-TYPE' : name}: ${value}`), '',
        ''
    ];
    chunks.push(Buffer.from(lines.join('\r\n'), 'utf8'), body, Buffer.from('\r\n', 'utf8'));
  }
  chunks.push(Buffer.from(`--${boundary}--\r\n`, 'utf8'));
  return { status: 200, headers: { 'Content-Type': `multipart/mixed; boundary=${boundary}` }, body: Buffer.concat(chunks) };
}
