import { addDays, type Day, type ListName, nextQuarter, quarterBounds, type QuarterCode, quarterOf, yearOf } from '../../domain';
import { codeOf, keyOf, planOf } from './keys';
import { type FileRow, inOrder } from './read-workbook';
import type { PlainRow, PlainValue, SiteRows, StoredRow } from './rows';
import { planOfRow } from './export';
import { tableOf } from './tables';

/** What a new plan takes over from an old one. */
export interface NewPeriod {
  /** Code of the plan to start from. */
  readonly from: string;
  readonly code: string;
  readonly title: string;
  readonly start: Day;
  readonly end: Day;
  /** Without key results only the objectives are taken over. */
  readonly keyResults: boolean;
  /** Which processes answer for what. */
  readonly matrix: boolean;
  readonly weights: boolean;
  /** Links to the city's indicators, which are copied without their years. */
  readonly indicators: boolean;
  readonly targets: 'keep' | 'empty';
}

export type PeriodIssue = 'codeMissing' | 'codeForm' | 'codeTaken' | 'titleMissing' | 'dateMissing' | 'endBeforeStart' | 'tooLong' | 'overlaps';

/** Ten years are more than any plan of a city; the bound keeps a mistyped year from making thousands of quarters. */
const MOST_YEARS = 10;

/** What keeps a new period from being made, by field. @param plans those in the site */
export function checkPeriod(period: NewPeriod, plans: readonly StoredRow[]): { field: 'code' | 'title' | 'start' | 'end'; issue: PeriodIssue }[] {
  const issues: { field: 'code' | 'title' | 'start' | 'end'; issue: PeriodIssue }[] = [];
  if (period.code === '') issues.push({ field: 'code', issue: 'codeMissing' });
  else if (!/^[A-Za-z0-9][A-Za-z0-9._-]{1,19}$/.test(period.code)) issues.push({ field: 'code', issue: 'codeForm' });
  else if (period.code === period.from) issues.push({ field: 'code', issue: 'codeTaken' });
  if (period.title.trim() === '') issues.push({ field: 'title', issue: 'titleMissing' });
  if (period.start === '') issues.push({ field: 'start', issue: 'dateMissing' });
  if (period.end === '') issues.push({ field: 'end', issue: 'dateMissing' });
  if (period.start !== '' && period.end !== '') {
    if (period.end <= period.start) issues.push({ field: 'end', issue: 'endBeforeStart' });
    else if (yearOf(period.end) - yearOf(period.start) >= MOST_YEARS) issues.push({ field: 'end', issue: 'tooLong' });
    const overlapping = plans.some(({ key, values }) => key !== period.code && period.start <= String(values.EndDate) && String(values.StartDate) <= period.end);
    if (overlapping) issues.push({ field: 'start', issue: 'overlaps' });
  }
  return issues;
}

/** The period after a plan's: as many years, from the day after its end, named after its years. */
export function nextPeriod(plan: { readonly code: string; readonly title: string; readonly start: Day; readonly end: Day }): NewPeriod {
  const start = addDays(plan.end, 1);
  const years = yearOf(plan.end) - yearOf(plan.start);
  const end = `${yearOf(start) + Math.max(3, years)}${plan.end.slice(4)}`;
  const code = `${yearOf(start)}-${yearOf(end)}`;
  // `Planeación estratégica 2021 - 2023` becomes that of the new years, however the dash is written.
  const title = plan.title.replace(new RegExp(`${yearOf(plan.start)}(\\s*[-–]\\s*)${yearOf(plan.end)}`), `${yearOf(start)}$1${yearOf(end)}`);
  return { from: plan.code, code, title, start, end, keyResults: true, matrix: true, weights: true, indicators: true, targets: 'keep' };
}

/** Quarters of the calendar from the first to the last day. */
export function quartersBetween(start: Day, end: Day): QuarterCode[] {
  const codes: QuarterCode[] = [];
  for (let code = quarterOf(start); code <= quarterOf(end); code = nextQuarter(code)) codes.push(code);
  return codes;
}

/** A day of the old plan as a day of the new one: as long after the start; what lay at the end lies at the end. */
function movedDay(day: PlainValue, from: { start: Day; end: Day }, { start, end }: NewPeriod): PlainValue {
  if (typeof day !== 'string' || day === '' || day <= from.start) return day === '' || day === null ? day : start;
  if (day >= from.end) return end;
  const years = yearOf(start) - yearOf(from.start);
  const moved = `${yearOf(day) + years}${day.slice(4)}`.replace(/-02-29$/, '-02-28');
  return moved < start ? start : moved > end ? end : moved;
}

/** The row's values with every key of the old plan become one of the new plan. */
function rekeyed(list: ListName, values: PlainRow, from: string, to: string): Record<string, PlainValue> {
  const moved: Record<string, PlainValue> = { ...values };
  const move = (key: string): string => (planOf(key) === from && key.indexOf('/') > 0 ? `${to}/${codeOf(key)}` : key === from ? to : key);
  for (const { name, kind, list: target } of tableOf(list).columns) {
    const value = moved[name];
    if ((target || name === 'Key0') && typeof value === 'string') moved[name] = move(value);
    else if (kind === 'references' && Array.isArray(value)) moved[name] = (value as readonly string[]).map(move);
  }
  return moved;
}

/**
 * The rows of a new plan made from an old one's: plan, quarters, objectives, key results. No check-ins, no closed figures, no history of
 * targets. They go through the same preview and run as a file's rows, so that nothing is written twice.
 */
export function newPeriodRows(site: SiteRows, period: NewPeriod): FileRow[] {
  const old = (site.get('Plans') || []).find(({ key }) => key === period.from);
  if (!old) return [];
  const span = { start: String(old.values.StartDate || period.start), end: String(old.values.EndDate || period.end) };
  const rows: FileRow[] = [];
  const add = (list: ListName, values: PlainRow): void => {
    rows.push({ list, sheet: tableOf(list).sheet, row: 0, key: keyOf(list, values), values, issues: [] });
  };
  add('Plans', { ...old.values, Code: period.code, Title: period.title.trim(), StartDate: period.start, EndDate: period.end });
  for (const code of quartersBetween(period.start, period.end)) {
    const bounds = quarterBounds(code);
    if (!bounds) continue;
    add('Quarters', {
      Plan: period.code, Title: code, Key0: `${period.code}/${code}`, State: 'open',
      StartDate: bounds.start < period.start ? period.start : bounds.start, EndDate: bounds.end > period.end ? period.end : bounds.end
    });
  }
  const copied: ListName[] = ['StrategicObjectives', 'TacticalObjectives', ...(period.keyResults ? ['KeyResults' as const] : []), ...(period.keyResults && period.indicators ? ['Indicators' as const] : [])];
  for (const list of copied) {
    for (const row of site.get(list) || []) {
      if (planOfRow(tableOf(list), row) !== period.from) continue;
      // A key result that no longer counts has no place in a new plan.
      if (list === 'KeyResults' && row.values.Active === false) continue;
      const values = rekeyed(list, row.values, period.from, period.code);
      if (!period.weights && 'Weight' in values && list !== 'Indicators') values.Weight = 1;
      if (list === 'KeyResults') adapt(values, period, span);
      add(list, values);
    }
  }
  return inOrder(rows);
}

function adapt(values: Record<string, PlainValue>, period: NewPeriod, span: { start: Day; end: Day }): void {
  values.StartDate = movedDay(values.StartDate, span, period);
  values.EndDate = movedDay(values.EndDate, span, period);
  if (!period.matrix) values.Processes = [];
  if (!period.indicators) values.Indicator = '';
  if (period.targets === 'empty') values.Target = null;
  // What the old plan said against itself is said of the old plan.
  values.SourceNote = '';
}
