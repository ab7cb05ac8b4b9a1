import type { Html } from './html';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff: 'font/woff',
  woff2: 'font/woff2',
  map: 'application/json; charset=utf-8'
};

/** What a browser shows of a library's file; everything else it downloads, as from SharePoint: a page in a library must not run here. */
const SHOWN: Readonly<Record<string, string>> = {
  pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', txt: 'text/plain; charset=utf-8', md: 'text/plain; charset=utf-8'
};

/** A document of a library. */
export function documentResponse(name: string, content: Uint8Array): Response {
  const type = SHOWN[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
  const disposition = `${type === undefined ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(name)}`;
  return new Response(content, {
    headers: { 'content-type': type ?? 'application/octet-stream', 'content-disposition': disposition, 'cache-control': 'private, max-age=0', 'x-content-type-options': 'nosniff' }
  });
}

/** A file's answer, typed by the ending of its name. `forever`: its name carries a hash of its content. */
export function fileResponse(name: string, content: Uint8Array | string, forever = false): Response {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
  return new Response(content, {
    headers: { 'content-type': type, 'cache-control': forever ? 'public, max-age=31536000, immutable' : 'no-cache', 'x-content-type-options': 'nosniff' }
  });
}

export function htmlResponse(page: Html, headers: Readonly<Record<string, string>> = {}, status = 200): Response {
  return new Response(`<!doctype html>\n${page.text}`, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers }
  });
}

export function redirect(location: string, headers: Readonly<Record<string, string>> = {}, status: 302 | 303 = 302): Response {
  return new Response(null, { status, headers: { location, 'cache-control': 'no-store', ...headers } });
}

export function textResponse(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });
}

/** True for an address on this site: `/…`, but not `//other.host`, `/\other.host`, or anything that a browser would read as one. */
export function isLocalPath(path: string): boolean {
  return /^\/(?![/\\])[^\\]*$/.test(path) && ![...path].some((character) => character < ' ');
}
