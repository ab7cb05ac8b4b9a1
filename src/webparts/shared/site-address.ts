/**
 * The site a planner named in the property pane: an address of the same tenant, absolute or site-relative, without what follows the site.
 * @returns `null` when it is empty or not an address of this tenant
 */
export function siteAddress(text: string | undefined, ownSite: string): string | null {
  const given = (text || '').trim();
  if (given === '') return null;
  try {
    const url = new URL(given, ownSite);
    if (url.origin !== new URL(ownSite).origin) return null;
    return url.origin + url.pathname.replace(/\/(SitePages|Lists|_layouts|Forms)\/.*$/i, '').replace(/\/+$/, '');
  } catch {
    return null; // not an address at all
  }
}
