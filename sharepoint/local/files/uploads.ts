import { badArgument } from '../rest/errors';
import type { Site } from '../site';
import { toBuffer } from '../store/database';
import type { Node } from './nodes';

/**
 * Keeps one part of a file that comes in parts. @returns how much of it there is now. @throws SharePointError where it does not begin
 * there.
 */
export function appendPart(site: Site, node: Node, id: string, offset: number, content: Buffer): number {
  const { size, parts } = sizeOf(site, id);
  if (size !== offset) {
    throw badArgument();
  }
  site.db.run('INSERT INTO uploads VALUES (?, ?, ?, ?)', id, node.no, parts, content);
  return size + content.length;
}

/** All of the file, with its last part. */
export function finishUpload(site: Site, node: Node, id: string, offset: number, last: Buffer): Buffer {
  appendPart(site, node, id, offset, last);
  const parts = site.db.all('SELECT content FROM uploads WHERE id = ? ORDER BY part', id).map((row) => toBuffer(row.content));
  dropUpload(site, id);
  return Buffer.concat(parts);
}

export function dropUpload(site: Site, id: string): void {
  site.db.run('DELETE FROM uploads WHERE id = ?', id);
}

function sizeOf(site: Site, id: string): { size: number; parts: number } {
  const row = site.db.get('SELECT coalesce(sum(length(content)), 0) AS size, count(*) AS parts FROM uploads WHERE id = ?', id);
  return { size: Number(row?.size ?? 0), parts: Number(row?.parts ?? 0) };
}
