import { SharePointError } from '../rest/errors';

/** One request inside a batch. */
export interface BatchPart {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** SharePoint's own limit. */
export const MAX_PARTS = 100;

const malformed = (): SharePointError => new SharePointError(400, '-1', 'Microsoft.SharePoint.Client.InvalidClientQueryException',
  'badRequest');

/**
 * Splits the body of a `$batch` request, whatever its line ends are: PnPjs writes LF alone.
 * @throws SharePointError where there is no boundary, or it is not the body's.
 */
export function parseBatch(contentType: string | undefined, body: Buffer): BatchPart[] {
  const boundary = boundaryOf(contentType ?? '');
  if (!boundary) {
    throw malformed();
  }
  const parts = partsOf(body.toString('utf8'), boundary).flatMap((part) => readPart(part));
  if (parts.length === 0) {
    throw malformed();
  }
  if (parts.length > MAX_PARTS) {
    throw new SharePointError(400, '-1', 'Microsoft.SharePoint.Client.InvalidClientQueryException', 'tooManyParts', [MAX_PARTS]);
  }
  return parts;
}

function boundaryOf(contentType: string): string | undefined {
  return /^\s*multipart\/mixed\b/i.test(contentType) ? /boundary="?([^";\s]+)"?/i.exec(contentType)?.[1] : undefined;
}

/** The texts between the boundary's lines. */
function partsOf(text: string, boundary: string): string[] {
  const lines = text.split(/\r?\n/);
  const parts: string[][] = [];
  let current: string[] | undefined;
  for (const line of lines) {
    const trimmed = line.trimEnd();
    if (trimmed === `--${boundary}--`) {
      return finish(parts, current);
    }
    if (trimmed === `--${boundary}`) {
      if (current) {
        parts.push(current);
      }
      current = [];
    } else {
      current?.push(line);
    }
  }
  throw malformed();
}

function finish(parts: string[][], current: string[] | undefined): string[] {
  return [...parts, ...(current ? [current] : [])].map((lines) => lines.join('\n'));
}

function readPart(text: string): BatchPart[] {
  const { headers, rest } = splitHeaders(text);
  const inner = boundaryOf(headers['content-type'] ?? '');
  if (inner) {
    return partsOf(rest, inner).flatMap((part) => readPart(part));
  }
  return [readRequest(rest)];
}

function readRequest(text: string): BatchPart {
  const from = text.replace(/^\n+/, '');
  const end = from.indexOf('\n');
  const line = /^([A-Z]+)\s+(\S.*?)\s+HTTP\/\d(?:\.\d)?\s*$/i.exec(end < 0 ? from : from.slice(0, end));
  if (!line) {
    throw malformed();
  }
  const { headers, rest } = splitHeaders(end < 0 ? '' : from.slice(end + 1));
  const method = (headers['x-http-method'] ?? line[1]).toUpperCase();
  return { method, url: line[2], headers, body: Buffer.from(rest.trim(), 'utf8') };
}

function splitHeaders(text: string): { headers: Record<string, string>; rest: string } {
  const headers: Record<string, string> = {};
  const lines = text.split('\n');
  let index = 0;
  for (; index < lines.length && lines[index].trim() !== ''; index += 1) {
    const colon = lines[index].indexOf(':');
    if (colon > 0) {
      headers[lines[index].slice(0, colon).trim().toLowerCase()] = lines[index].slice(colon + 1).trim();
    }
  }
  return { headers, rest: lines.slice(index + 1).join('\n') };
}
