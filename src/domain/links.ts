// Control characters and backslashes are what browsers drop or turn into slashes: `/\host` would leave the site.
const UNSAFE = /[\u0000-\u001f\u007f\\<>"]/;

/** Whether evidence may link there: https or site-relative (`/sites/…`), nothing else. */
export function isAllowedLink(url: string): boolean {
  if (UNSAFE.test(url)) return false;
  return /^https:\/\/[^\s/?#]+([/?#].*)?$/i.test(url) || /^\/(?!\/)/.test(url);
}

/** Last part of an address, as people read it: the name of a document or folder. */
export function linkName(url: string): string {
  const path = url.split(/[?#]/)[0].replace(/\/+$/, '');
  const last = path.slice(path.lastIndexOf('/') + 1) || url;
  try {
    return decodeURIComponent(last);
  } catch {
    // Badly encoded: shown as it is.
    return last;
  }
}
