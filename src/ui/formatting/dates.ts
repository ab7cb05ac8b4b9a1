import * as strings from 'SigaciStrings';
import { plural, text } from './text';

const BOGOTA = 'America/Bogota';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const cache = new Map<string, Intl.DateTimeFormat>();

/** A moment as ISO text or Date, or a calendar day `2023-10-03`, which belongs to no time zone. */
export type When = string | Date;

function isDay(when: When): when is string {
  return typeof when === 'string' && DAY.test(when);
}

function toDate(when: When): Date {
  return typeof when === 'string' ? new Date(isDay(when) ? `${when}T00:00:00Z` : when) : when;
}

function parts(when: When, name: string, options: Intl.DateTimeFormatOptions): (type: Intl.DateTimeFormatPartTypes) => string {
  const timeZone = isDay(when) ? 'UTC' : BOGOTA;
  let format = cache.get(name + timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat(strings.Common_Locale, { ...options, timeZone });
    cache.set(name + timeZone, format);
  }
  const date = toDate(when);
  const found = isNaN(date.getTime()) ? [] : format.formatToParts(date);
  return (type) => {
    const part = found.find((candidate) => candidate.type === type);
    return part ? part.value : '';
  };
}

/** `3 oct 2023` */
export function formatDay(when: When): string {
  const part = parts(when, 'day', { day: 'numeric', month: 'short', year: 'numeric' });
  return text(strings.Date_Day, { day: part('day'), month: part('month').replace('.', ''), year: part('year') });
}

/** `ago 2023` */
export function formatMonth(when: When): string {
  const part = parts(when, 'month', { month: 'short', year: 'numeric' });
  return `${part('month').replace('.', '')} ${part('year')}`;
}

/** `10 de octubre` */
export function formatDayMonth(when: When): string {
  const part = parts(when, 'dayMonth', { day: 'numeric', month: 'long' });
  return text(strings.Date_DayMonth, { day: part('day'), month: part('month') });
}

/** `5 de octubre de 2023` */
export function formatLongDay(when: When): string {
  const part = parts(when, 'longDay', { day: 'numeric', month: 'long', year: 'numeric' });
  return text(strings.Date_LongDay, { day: part('day'), month: part('month'), year: part('year') });
}

/** `martes 10 de octubre` */
export function formatWeekday(when: When): string {
  const part = parts(when, 'weekday', { weekday: 'long', day: 'numeric', month: 'long' });
  return text(strings.Date_Weekday, { weekday: part('weekday'), day: part('day'), month: part('month') });
}

/** `10:42`, on a clock of 24 hours, in Bogotá. */
export function formatTime(when: When): string {
  const part = parts(when, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${part('hour')}:${part('minute')}`;
}

/** Whether a moment falls on the same day in Bogotá as another. */
export function isSameDay(when: When, now: Date): boolean {
  return formatDay(toDate(when)) === formatDay(now);
}

/** The time when it was today, else the day and the time: `10:42`, `3 oct 2023, 10:42`. */
export function formatMoment(when: When, now: Date): string {
  const time = formatTime(when);
  return isSameDay(when, now) ? time : text(strings.Date_Moment, { day: formatDay(toDate(when)), time });
}

/** `hace un momento`, `hace 2 min`, and from an hour on `a las 10:42` or `el 3 oct 2023, 10:42`. */
export function formatAgo(when: When, now: Date): string {
  const minutes = Math.floor((now.getTime() - toDate(when).getTime()) / 60000);
  if (minutes < 1) return strings.Date_JustNow;
  if (minutes < 60) return plural(strings.Date_MinutesAgo, minutes);
  return text(isSameDay(when, now) ? strings.Date_At : strings.Date_On, { when: formatMoment(when, now) });
}
