/** The site's time zone: Bogotá, five hours behind UTC all year. */
export const ZONE_OFFSET_MINUTES = -300;

/** `2021-03-31T15:04:05Z`: SharePoint keeps whole seconds. */
export function toStamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

/**
 * Reads a date as REST takes it. Text without a zone is in the site's own time (assumption). Undefined where it is no date.
 */
export function parseStamp(text: string): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2}))?(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(text.trim());
  if (!match) {
    return undefined;
  }
  const [, day, minutes = '00:00', seconds = '00', zone] = match;
  const parsed = new Date(`${day}T${minutes}:${seconds}${zone ? zone.toUpperCase() : 'Z'}`);
  if (Number.isNaN(parsed.getTime()) || parsed.getUTCFullYear() < 1900 || parsed.getUTCFullYear() > 8900) {
    return undefined;
  }
  return toStamp(zone ? parsed : new Date(parsed.getTime() - ZONE_OFFSET_MINUTES * 60000));
}

/** The instant at which the site's own day of `stamp` begins. */
export function startOfDay(stamp: string): string {
  const local = new Date(Date.parse(stamp) + ZONE_OFFSET_MINUTES * 60000);
  local.setUTCHours(0, 0, 0, 0);
  return toStamp(new Date(local.getTime() - ZONE_OFFSET_MINUTES * 60000));
}

/** Year, month, day, hour, minute and second on the site's own clock. */
export function localParts(stamp: string): { year: number; month: number; day: number; hour: number; minute: number; second: number } {
  const local = new Date(Date.parse(stamp) + ZONE_OFFSET_MINUTES * 60000);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds()
  };
}
