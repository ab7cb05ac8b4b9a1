import { type Day, type Instant, isDay, type ListName, parseNumber, type Person, type Problem, type ProblemKind } from '../../domain';
import type { ColumnName } from '../schema';
import { type Choices, findChoice } from './choices';
import type { Row } from './row';

const DAY_MS = 86400000;
const SHOWN = 80;

/** A column's value as text, whatever it came as. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** An id as REST gives it; 0 and everything else is none. */
export function idOf(value: unknown): number | null {
  return typeof value === 'number' && value > 0 ? value : null;
}

/** Ids or texts of a column of several values: `[1, 2]`, or `{results: [1, 2]}` as verbose answers have it. */
export function valuesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const results = (value as { results?: unknown } | null | undefined)?.results;
  return Array.isArray(results) ? results : [];
}

/** An expanded person; `null` where the column is empty or the account is gone. */
export function personOf(value: unknown): Person | null {
  if (typeof value !== 'object' || value === null) return null;
  const { Id, Name, Title, EMail } = value as { Id?: unknown; Name?: unknown; Title?: unknown; EMail?: unknown };
  const login = textOf(Name);
  const name = textOf(Title);
  if (login === '' && name === '') return null;
  return { id: idOf(Id) || 0, login, name: name || login, email: textOf(EMail) };
}

/**
 * The day of a date column. SharePoint gives the site's midnight as a moment in UTC; the nearest midnight in UTC is that day, whatever time
 * zone the site is set to.
 */
export function dayOf(value: unknown): Day | null {
  const text = textOf(value);
  if (isDay(text)) return text;
  const time = Date.parse(text);
  if (isNaN(time)) return null;
  const day = new Date(Math.floor((time + DAY_MS / 2 - 1) / DAY_MS) * DAY_MS).toISOString().slice(0, 10);
  return isDay(day) ? day : null;
}

/** A day as a date column is written: midday in UTC is that same day in every time zone a site can have. */
export function writtenDay(day: Day | null): string | null {
  return day === null ? null : `${day}T12:00:00Z`;
}

/** The form in which SharePoint gives a moment, of a day that every month has. */
const SORTABLE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/** A moment, in the one form that sorts as text. */
export function instantOf(value: unknown): Instant | null {
  const text = textOf(value);
  if (SORTABLE.test(text)) return text;
  const time = Date.parse(text);
  return isNaN(time) ? null : new Date(time).toISOString().replace('.000Z', 'Z');
}

/** Reads one row and notes what is wrong with it. */
export class RowReader<L extends ListName> {
  public readonly id: number;
  private name: string;

  public constructor(private readonly list: L, private readonly row: Row<L>, private readonly problems: Problem[]) {
    this.id = idOf(row.Id) || 0;
    this.name = textOf(row.Title) || `#${this.id}`;
  }

  /** Calls the row by its code from now on. */
  public callIt(code: string): void {
    if (code !== '') this.name = code;
  }

  public note(kind: ProblemKind, column: ColumnName<L> | 'Title' | null, severity: Problem['severity'], found: string | null = null): void {
    const shown = found !== null && found.length > SHOWN ? `${found.slice(0, SHOWN - 1)}…` : found;
    this.problems.push({ kind, list: this.list, rowId: this.id, row: this.name, column, found: shown, severity });
  }

  /** For {@link texts}: what is told there becomes a warning about the column. */
  public warn(column: ColumnName<L>): (kind: ProblemKind, found: string) => void {
    return (kind, found) => this.note(kind, column, 'warning', found);
  }

  public raw(column: ColumnName<L> | 'Title'): unknown {
    return (this.row as Readonly<Record<string, unknown>>)[column];
  }

  public text(column: ColumnName<L> | 'Title'): string {
    return textOf(this.raw(column));
  }

  /** `null` where it is empty, no number or out of range; the latter two are noted. */
  public number(
    column: ColumnName<L>, range: { min?: number; max?: number } = {}, severity: Problem['severity'] = 'warning'
  ): number | null {
    const value = this.raw(column);
    const text = textOf(value);
    if (text === '') return null;
    const parsed = typeof value === 'number' ? value : readNumber(text);
    if (parsed === null || !isFinite(parsed)) {
      this.note('notANumber', column, severity, text);
      return null;
    }
    if ((range.min !== undefined && parsed < range.min) || (range.max !== undefined && parsed > range.max)) {
      this.note('outOfRange', column, severity, text);
      return null;
    }
    return parsed;
  }

  /** `null` where it is empty or none of the set; the latter is noted. */
  public choice<T extends string>(column: ColumnName<L>, choices: Choices<T>): T | null {
    const text = this.text(column);
    const found = findChoice(choices, text);
    if (found === null && text !== '') this.note('unknownChoice', column, 'warning', text);
    return found;
  }

  /** `null` where it is empty or no date; the latter is noted. */
  public day(column: ColumnName<L>): Day | null {
    const day = dayOf(this.raw(column));
    if (day === null && this.text(column) !== '') this.note('badDate', column, 'warning', this.text(column));
    return day;
  }

  public instant(column: ColumnName<L> | 'Created' | 'Modified'): Instant | null {
    const value = (this.row as Readonly<Record<string, unknown>>)[column];
    const instant = instantOf(value);
    if (instant === null && textOf(value) !== '') this.note('badDate', column as ColumnName<L>, 'warning', textOf(value));
    return instant;
  }

  public person(column: ColumnName<L> | 'Author' | 'Editor'): Person | null {
    return personOf((this.row as Readonly<Record<string, unknown>>)[column]);
  }

  public people(column: ColumnName<L>): Person[] {
    return valuesOf(this.raw(column)).map(personOf).filter((person): person is Person => person !== null);
  }

  /** Id a lookup holds. */
  public reference(column: ColumnName<L>): number | null {
    return idOf((this.row as Readonly<Record<string, unknown>>)[`${column}Id`]);
  }

  /** Ids a lookup of several values holds. */
  public references(column: ColumnName<L>): number[] {
    return valuesOf((this.row as Readonly<Record<string, unknown>>)[`${column}Id`]).map(idOf).filter((id): id is number => id !== null);
  }
}

function readNumber(text: string): number | null {
  const parsed = parseNumber(text);
  return parsed.kind === 'number' ? parsed.value : parsed.kind === 'ambiguous' ? parsed.readings[0] : null;
}

/** The rows in the order they were made: of two with the same code the older stands. */
export function oldestFirst<L extends ListName>(rows: readonly Row<L>[]): Row<L>[] {
  return [...rows].sort((a, b) => (idOf(a.Id) || 0) - (idOf(b.Id) || 0));
}
