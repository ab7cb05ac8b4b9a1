// Control characters and backslashes are what browsers drop or turn into slashes: `/\host` would leave the site.
const UNSAFE = /[\u0000-\u001f\u007f\\<>"]/;

/** Whether evidence may link there: https or site-relative (`/sites/…`), nothing else. */
export function isAllowedLink(url: string): boolean {
  if (UNSAFE.test(url)) return false;
  return /^https:\/\/[^\s/?#]+([/?#].*)?$/i.test(url) || /^\/(?!\/)/.test(url);
}
