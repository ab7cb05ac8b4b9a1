import { randomBytes, randomUUID } from 'node:crypto';

/** A new GUID, lower case, without braces. */
export const newGuid = (): string => randomUUID();

/** A secret as hexadecimal text. */
export const newSecret = (): string => randomBytes(32).toString('hex');

export const isGuid = (text: string): boolean => /^\{?[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i.test(text);

/** Lower case and without braces. */
export const plainGuid = (text: string): string => text.replace(/[{}]/g, '').toLowerCase();

/** A GUID that is always the same for the same text: for what every site has. */
export function fixedGuid(text: string): string {
  let hash = 0x811c9dc5;
  let hex = '';
  for (let round = 0; round < 4; round += 1) {
    for (const char of `${round}${text}`) {
      hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
    }
    hex += hash.toString(16).padStart(8, '0');
  }
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
