import { Complex } from '../odata/entity';
import type { Site } from '../site';

/** Ticks of .NET between its first moment and 1970. */
const EPOCH_TICKS = 621355968000000000n;

/** `1;3;<guid>;<ticks>;<change number>`: where the change log stands now. @param scope 1 site, 2 web, 3 list. */
export function changeToken(site: Site, scope: 1 | 2 | 3, id: string, number?: number, time?: string): Complex {
  const last = number ?? site.db.number('SELECT coalesce(max(no), 0) FROM changes');
  const ticks = BigInt(time === undefined ? site.clock().getTime() : Date.parse(time)) * 10000n + EPOCH_TICKS;
  return new Complex('SP.ChangeToken', { StringValue: `1;${scope};${id};${ticks};${last}` });
}

/** The place in the log a token speaks of: the number of its last change, or a moment where it has none. */
export function readChangeToken(text: string): { number?: number; time?: string } | undefined {
  const match = /^\d+;\d+;[^;]*;(\d+);(-?\d+)$/.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const number = Number(match[2]);
  if (number >= 0) {
    return { number };
  }
  const milliseconds = Number((BigInt(match[1]) - EPOCH_TICKS) / 10000n);
  return { time: new Date(Math.max(0, milliseconds)).toISOString().slice(0, 19) + 'Z' };
}
