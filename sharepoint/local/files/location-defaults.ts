import { defaultFromText } from '../items/defaults';
import type { Changes } from '../items/input';
import type { Site } from '../site';
import type { ListDef } from '../store/definitions';
import { toBuffer } from '../store/database';
import { findNode, parentPath } from './nodes';

/** File of a library in which the defaults of its folders are kept. */
const KEPT_IN = 'Forms/client_LocationBasedDefaults.html';

/**
 * Column defaults of a folder: its own, then those of the folders above it. What cannot be read is passed over, as SharePoint's
 * receiver does.
 */
export function locationDefaults(site: Site, list: ListDef, folder: string): Changes {
  const changes: Changes = new Map();
  const kept = findNode(site, `${list.url}/${KEPT_IN}`);
  if (!kept) {
    return changes;
  }
  const byFolder = parse(toBuffer(site.db.get('SELECT content FROM nodes WHERE no = ?', kept.no)?.content).toString('utf8'));
  for (let at = folder; at.length >= list.url.length; at = parentPath(at)) {
    for (const [name, text] of byFolder.get(at.toLowerCase()) ?? []) {
      const field = list.fields.find((one) => one.name === name);
      const value = field?.column && !changes.has(field) ? defaultFromText(site, field, text) : null;
      if (field && value !== null) {
        changes.set(field, value);
      }
    }
  }
  return changes;
}

function parse(html: string): Map<string, [name: string, text: string][]> {
  const result = new Map<string, [string, string][]>();
  for (const [, href, inner] of html.matchAll(/<a href="([^"]*)">(.*?)<\/a>/gis)) {
    const values = [...inner.matchAll(/<DefaultValue FieldName="([^"]*)">(.*?)<\/DefaultValue>/gis)];
    result.set(decoded(href).toLowerCase(), values.map(([, name, text]) => [plain(name), plain(text)]));
  }
  return result;
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(plain(href));
  } catch {
    // A stray % is part of the name.
    return plain(href);
  }
}

const plain = (text: string): string => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'")
  .replace(/&amp;/g, '&');
