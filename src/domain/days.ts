import type { Day } from './model';

const DAY_MS = 86400000;
/** Bogotá has no daylight saving time: always UTC−5. */
const BOGOTA_OFFSET_MS = -5 * 3600000;
const DAY_FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A plan names few days, and every rule asks for their numbers again and again. Emptied when somebody names very many. */
const KNOWN = new Map<Day, number>();
const KNOWN_AT_MOST = 5000;

/** Days since 1970-01-01; NaN when the text is not a day of the calendar. */
export function dayNumber(day: Day): number {
  const known = KNOWN.get(day);
  if (known !== undefined) return known;
  const number = readDay(day);
  if (KNOWN.size >= KNOWN_AT_MOST) KNOWN.clear();
  KNOWN.set(day, number);
  return number;
}

function readDay(day: Day): number {
  const match = DAY_FORM.exec(day);
  if (!match) return NaN;
  const date = new Date(0);
  date.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const isOfCalendar = date.getUTCMonth() === Number(match[2]) - 1 && date.getUTCDate() === Number(match[3]);
  return isOfCalendar ? date.getTime() / DAY_MS : NaN;
}

const NAMED = new Map<number, Day>();

/** The reverse of {@link dayNumber}. */
export function dayFromNumber(number: number): Day {
  const known = NAMED.get(number);
  if (known !== undefined) return known;
  const day = nameDay(number);
  if (NAMED.size >= KNOWN_AT_MOST) NAMED.clear();
  NAMED.set(number, day);
  return day;
}

function nameDay(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** `2021-06-30` and no impossible date such as `2021-06-31`. */
export function isDay(text: string): text is Day {
  return !isNaN(dayNumber(text));
}

/** The day `days` later; earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Calendar year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The calendar day in America/Bogota, whatever the machine's time zone. */
export function bogotaDay(now: Date): Day {
  return new Date(now.getTime() + BOGOTA_OFFSET_MS).toISOString().slice(0, 10);
}

/** The earlier of two days. */
export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** The later of two days. */
export function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/**
 * Part of `start`…`end` that has gone by at the end of `at`, 0…1: 0 on the day before `start`, 1 on `end`.
 * A span that ends before it starts is over as soon as it has started.
 */
export function elapsed(start: Day, end: Day, at: Day): number {
  if (at < start) return 0;
  if (at >= end) return 1;
  return (daysBetween(start, at) + 1) / (daysBetween(start, end) + 1);
}
