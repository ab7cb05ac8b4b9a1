import { bogotaDay, type Day, type Plan, type Problem } from '../../domain';
import { splitKey } from './codes';
import type { Row } from './row';
import { oldestFirst, RowReader } from './row-reader';

/** Defaults of the design (§3.3), for plans whose own are empty or impossible. */
const GREEN_FROM = 0.9;
const YELLOW_FROM = 0.6;
export const GRACE_DAYS = 10;

const YEARS = /^(\d{4})-(\d{4})$/;

/** The plans that can be used, oldest row first. */
export function mapPlans(rows: readonly Row<'Plans'>[], problems: Problem[]): Plan[] {
  const plans: Plan[] = [];
  for (const row of oldestFirst(rows)) {
    const reader = new RowReader('Plans', row, problems);
    const code = reader.text('Code');
    reader.callIt(code);
    if (code === '') reader.note('empty', 'Code', 'error');
    else if (code.indexOf('/') >= 0) reader.note('badCode', 'Code', 'error', code);
    else if (plans.some(plan => plan.code === code)) reader.note('duplicateCode', 'Code', 'error', code);
    else plans.push(mapPlan(reader, code));
  }
  return plans;
}

function mapPlan(reader: RowReader<'Plans'>, code: string): Plan {
  return {
    id: reader.id,
    code,
    title: reader.text('Title') || code,
    purpose: reader.text('Purpose'),
    vision: reader.text('Vision'),
    slogan: reader.text('Slogan'),
    ...datesOf(reader, code),
    ...thresholdsOf(reader),
    graceDays: Math.round(reader.number('GraceDays', { min: 0, max: 90 }) ?? GRACE_DAYS)
  };
}

/** Its dates; where they cannot be used, the years its code names, else the three years of the running one. */
function datesOf(reader: RowReader<'Plans'>, code: string): { start: Day; end: Day } {
  const years = YEARS.exec(code);
  const start = reader.day('StartDate');
  const end = reader.day('EndDate');
  if (start !== null && end !== null && start <= end) return { start, end };
  if (start !== null && end !== null) reader.note('badDate', 'EndDate', 'warning', end);
  else reader.note('empty', start === null ? 'StartDate' : 'EndDate', 'warning');
  if (years && years[1] <= years[2]) return { start: `${years[1]}-01-01`, end: `${years[2]}-12-31` };
  const known = start || end;
  const year = known ? known.slice(0, 4) : '2000';
  return { start: start !== null && (end === null || start <= end) ? start : `${year}-01-01`, end: `${year}-12-31` };
}

function thresholdsOf(reader: RowReader<'Plans'>): { greenFrom: number; yellowFrom: number } {
  const greenFrom = reader.number('GreenFrom', { min: 0, max: 1 }) ?? GREEN_FROM;
  const yellowFrom = reader.number('YellowFrom', { min: 0, max: 1 }) ?? YELLOW_FROM;
  if (yellowFrom <= greenFrom) return { greenFrom, yellowFrom };
  reader.note('outOfRange', 'YellowFrom', 'warning', String(yellowFrom));
  return { greenFrom: GREEN_FROM, yellowFrom: YELLOW_FROM };
}

/**
 * A plan where no row of the list can be used as one: the oldest row, with the code that other rows' keys begin with, so that the rest of
 * the site can be seen while a planner mends it. `null` without any row.
 */
export function standInPlan(rows: readonly Row<'Plans'>[], keys: readonly string[], problems: Problem[]): Plan | null {
  const row = oldestFirst(rows)[0];
  if (!row) return null;
  const reader = new RowReader('Plans', row, problems);
  const written = keys.map(splitKey).find(key => key !== null);
  const code = written ? written.plan : `#${reader.id}`;
  reader.callIt(code);
  reader.note('noPlan', 'Code', 'error');
  return mapPlan(reader, code);
}

/**
 * The plan to show: the one asked for. Without such a wish the one whose dates hold the day (the latest to start, if several do), else the
 * latest of those that have begun, else the first to come. `null` without plans, or where there is none of the code asked for.
 */
export function choosePlan(plans: readonly Plan[], now: Date, planCode: string | undefined, problems: Problem[]): Plan | null {
  const today = bogotaDay(now);
  const latestFirst = [...plans].sort((a, b) => (a.start < b.start ? 1 : a.start > b.start ? -1 : a.id - b.id));
  const running = latestFirst.filter(plan => plan.start <= today && today <= plan.end);
  for (const plan of running.slice(1)) {
    problems.push({
      kind: 'severalPlans', list: 'Plans', rowId: plan.id, row: plan.code, column: 'StartDate', found: plan.start, severity: 'warning'
    });
  }
  const begun = latestFirst.filter(plan => plan.start <= today);
  if (planCode !== undefined) return plans.find(plan => plan.code === planCode) || null;
  return running[0] || begun[0] || latestFirst[latestFirst.length - 1] || null;
}
