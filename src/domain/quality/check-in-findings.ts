import { addDays, bogotaDay, isDay } from '../days';
import type { CheckIn, QuarterCode } from '../model';
import { isSum } from '../accumulate';
import { groupBy } from '../grouping';
import { pastQuarters, previousQuarter, quarterBounds, quarterOf } from '../quarters';
import {
  cellText, changeOf, type Finding, IN_THE_ROW, type ListRow, mendBy, type QualityInput, type RowIndex
} from './finding';

/**
 * The quarter a report's date speaks for: that of its day, or the one before while that one's reporting window was open. `null` where the plan
 * has no such quarter, or it takes no reports any more.
 */
export function quarterByDate(row: ListRow, { quarters, plan }: Pick<QualityInput, 'quarters' | 'plan'>): QuarterCode | null {
  const reported = new Date(cellText(row, 'ReportedOn'));
  if (isNaN(reported.getTime())) return null;
  const day = bogotaDay(reported);
  const own = quarterOf(day);
  const before = previousQuarter(own);
  const bounds = quarterBounds(before);
  const inWindow = bounds !== null && day <= addDays(bounds.end, plan.graceDays);
  const open = (code: QuarterCode): boolean => quarters.some(quarter => quarter.code === code && quarter.state === 'open');
  if (inWindow && open(before)) return before;
  return open(own) ? own : null;
}

const rowOf = (row: ListRow): Finding['rows'][number] => ({ list: row.list, id: row.id, name: cellText(row, 'Title') || `#${row.id}` });

/** Recent reports that no reading meets, since they name no quarter of the plan. */
function lostQuarters(input: QualityInput, rows: RowIndex): Finding[] {
  const known = new Set(input.quarters.map(({ code }) => code));
  // Each of these is read a quarter at a time: quarters of other plans are known to their own.
  const told = new Set(input.problems.filter(({ list, column }) => list === 'CheckIns' && column === 'Quarter').map(({ rowId }) => rowId));
  const ofPlan = new Set(input.keyResults.map(({ id }) => id));
  return rows.of('CheckIns')
    .filter(row => ofPlan.has(Number(row.cells.KeyResult)) && !known.has(cellText(row, 'Quarter').toUpperCase()) && !told.has(row.id))
    .map(row => {
      const quarter = quarterByDate(row, input);
      const text = cellText(row, 'Quarter');
      return {
        id: `quarterUnknown:CheckIns/${row.id}/Quarter`, kind: text === '' ? 'empty' as const : 'quarterUnknown' as const,
        severity: 'changesFigures' as const, effect: 'rowNotUsed' as const, rows: [rowOf(row)], column: 'Quarter', found: text || null,
        remedy: quarter === null ? IN_THE_ROW : mendBy(changeOf(row, rowOf(row).name, { Quarter: quarter }))
      };
    });
}

/** Reports whose key result's row is gone. */
function orphans(input: QualityInput, rows: RowIndex): Finding[] {
  const known = new Set(rows.of('KeyResults').map(({ id }) => id));
  const told = new Set(input.problems.filter(({ list, column }) => list === 'CheckIns' && column === 'KeyResult').map(({ rowId }) => rowId));
  return rows.of('CheckIns').filter(row => !known.has(Number(row.cells.KeyResult)) && !told.has(row.id)).map(row => ({
    id: `danglingReference:CheckIns/${row.id}/KeyResult`, kind: 'danglingReference' as const, severity: 'changesFigures' as const,
    effect: 'rowNotUsed' as const, rows: [rowOf(row)], column: 'KeyResult',
    found: typeof row.cells.KeyResult === 'number' ? `#${row.cells.KeyResult}` : null, remedy: IN_THE_ROW
  }));
}

/** Reports of the open quarters by people who are not of the process they report for; SharePoint cannot refuse them. */
function strangers({ checkIns, processes, facts }: QualityInput): Finding[] {
  if (facts === null) return [];
  const planners = new Set(facts.planners.map(login => login.toLowerCase()));
  const members = new Map(processes.map(({ code, leader, members: people }) => [
    code, new Set([leader, ...people].flatMap(person => (person === null ? [] : [person.login.toLowerCase()])))
  ]));
  return checkIns.filter(({ process, author }) => {
    const people = process === null ? undefined : members.get(process);
    return author !== null && people !== undefined && !people.has(author.login.toLowerCase()) && !planners.has(author.login.toLowerCase());
  }).map(({ id, keyResult, process, quarter, author }) => ({
    id: `notAMember:CheckIns/${id}`, kind: 'notAMember' as const, severity: 'confuses' as const, effect: 'looksUnexplained' as const,
    rows: [{ list: 'CheckIns' as const, id, name: `${keyResult} · ${process || ''} · ${quarter}` }], column: 'Process',
    found: author ? author.name : null, remedy: IN_THE_ROW
  }));
}

/** The same contribution written twice: a reading is none the worse for it. */
function doubled({ checkIns, keyResults }: QualityInput): Finding[] {
  const sums = new Set(keyResults.filter(isSum).map(({ code }) => code));
  const wordsOf = ({ narrative }: CheckIn): string => narrative.toLowerCase().replace(/\s+/g, ' ').trim();
  const contributions = checkIns.filter(one => sums.has(one.keyResult) && one.value !== null && one.value !== 0 && wordsOf(one) !== '');
  const groups = groupBy(contributions, one => [one.keyResult, one.process, one.quarter, one.value, wordsOf(one)].join('\n'));
  return Array.from(groups.values()).filter(group => group.length > 1).map(group => ({
    id: `reportedTwice:CheckIns/${group[0].id}`, kind: 'reportedTwice' as const, severity: 'changesFigures' as const,
    effect: 'countsTwice' as const,
    rows: group.map(({ id, keyResult, process, quarter }) => ({
      list: 'CheckIns' as const, id, name: `${keyResult} · ${process || ''} · ${quarter}`
    })),
    column: 'Value', found: String(group[0].value), remedy: IN_THE_ROW
  }));
}

/** Quarters that nobody closed although the next one's window has passed too: every screen reads their reports row by row. */
function unclosed({ quarters, today, plan }: QualityInput): Finding[] {
  if (!isDay(today)) return [];
  const past = pastQuarters(quarters, today, plan.graceDays);
  const late = past.slice(0, -1).filter(({ state }) => state === 'open');
  if (late.length === 0) return [];
  return [{
    id: 'quarterNotClosed', kind: 'quarterNotClosed', severity: 'confuses', effect: 'readsGrow',
    rows: late.map(({ id, code }) => ({ list: 'Quarters', id, name: code })), column: 'State', found: null,
    remedy: { kind: 'part', part: 'trimestres' }
  }];
}

export function checkInFindings(input: QualityInput, rows: RowIndex): Finding[] {
  return [
    ...(input.facts === null ? [] : [...lostQuarters(input, rows), ...orphans(input, rows)]),
    ...strangers(input), ...doubled(input), ...unclosed(input)
  ];
}
