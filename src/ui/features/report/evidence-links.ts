import { DRAFT_LIMITS, isAllowedLink } from '../../../domain';
import type { Evidence } from '../../../domain';

/** Why a pasted link is not taken. */
export type LinkFault = 'empty' | 'notAllowed' | 'plainHttp' | 'tooLong' | 'repeated';

export type CheckedLink = { readonly evidence: Evidence } | { readonly fault: LinkFault };

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % is no encoding: shown as it stands.
    return text;
  }
}

function segmentsOf(url: string): string[] {
  return url.replace(/^https:\/\/[^/?#]*/i, '').replace(/[?#].*$/, '').split('/').filter((segment) => segment !== '').map(decoded);
}

function hostOf(url: string): string {
  const match = /^https:\/\/([^/?#]+)/i.exec(url);
  return match ? match[1] : '';
}

/** What a link is called when nobody named it: the last part of its path, else its host. */
function nameOf(url: string): string {
  const segments = segmentsOf(url);
  return segments[segments.length - 1] || hostOf(url) || url;
}

export function evidenceName(evidence: Evidence): string {
  return evidence.text.trim() || nameOf(evidence.url);
}

/**
 * Where a document lies, as one says it: `SIGACI › Planes Operativos 2021 › COOP`; for another site its host.
 * @param siteUrl absolute address of the site, whose own path is left out
 */
export function evidencePath(evidence: Evidence, siteUrl: string): string {
  const host = hostOf(evidence.url);
  if (host !== '' && host.toLowerCase() !== hostOf(siteUrl).toLowerCase()) return host;
  const site = segmentsOf(siteUrl);
  const folders = segmentsOf(evidence.url).slice(0, -1);
  const inSite = site.length <= folders.length && site.every((segment, index) => segment.toLowerCase() === folders[index].toLowerCase());
  return (inSite ? folders.slice(site.length) : folders).join(' › ') || host;
}

/** Whether two links go to the same place. */
export function sameLink(a: string, b: string): boolean {
  return decoded(a.trim()).replace(/\/$/, '').toLowerCase() === decoded(b.trim()).replace(/\/$/, '').toLowerCase();
}

/** Takes a pasted address when it is https or site-relative and not there yet. @param name what the person calls it, may be empty */
export function checkLink(address: string, name: string, present: readonly Evidence[]): CheckedLink {
  // An address copied out of a mail brings its line breaks along.
  const url = address.replace(/[\r\n\t]/g, '').trim();
  if (url === '') return { fault: 'empty' };
  if (/^http:/i.test(url)) return { fault: 'plainHttp' };
  if (!isAllowedLink(url)) return { fault: 'notAllowed' };
  if (url.length > DRAFT_LIMITS.linkUrl) return { fault: 'tooLong' };
  if (present.some((other) => sameLink(other.url, url))) return { fault: 'repeated' };
  const text = (name.replace(/\s+/g, ' ').trim() || nameOf(url)).slice(0, DRAFT_LIMITS.linkText);
  return { evidence: { url, text } };
}
