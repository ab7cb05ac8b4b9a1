import type { CheckIn, Due, DueInput, KeyResult, Quarter } from '../../src/domain';
import { asksForReport, compareUrgency, dueOf, statusesOf } from '../../src/domain';
import { checkIn, keyResult, quarters, RULES } from './fixtures';

const TODAY = '2023-10-05';
const reading = keyResult({ accumulation: 'Latest', target: 60 });

interface Case { one?: KeyResult; checkIns?: CheckIn[]; process?: string; today?: string; rows?: Quarter[] }

function input({ one = reading, checkIns = [], process = 'COOP', today = TODAY, rows = quarters('2023-T2') }: Case): DueInput {
  const statuses = statusesOf({
    plan: RULES,
    keyResults: [one, keyResult({ code: 'OE9-OT9-R9' })],
    quarters: rows,
    baseQuarter: null,
    cutoffs: [],
    checkIns,
    programmedTargets: [],
    today
  });
  const status = statuses.get(one.code);
  if (!status) throw new Error(one.code);
  return { status, process, checkIns, quarters: rows, today, graceDays: 10 };
}

const due = (of: Case): Due => dueOf(input(of));

describe('what a process owes', () => {
  it('is a report in the quarter whose window is open', () => {
    expect(due({ checkIns: [checkIn({ quarter: '2023-T2', value: 40 })] })).toEqual({
      state: 'due', quarter: '2023-T3', daysLeft: 5, lateQuarters: 0, returned: null
    });
  });

  it('is nothing more once it is reported', () => {
    const checkIns = [checkIn({ quarter: '2023-T3', value: 40 })];
    expect(due({ checkIns })).toMatchObject({ state: 'reported', quarter: '2023-T3', daysLeft: 5 });
    expect(due({ checkIns: [checkIn({ quarter: '2023-T4', value: 40 })] }).state).toBe('reported');
  });

  it('is a contribution of its own to a sum, but one reading for all', () => {
    const byAnother = [checkIn({ quarter: '2023-T3', value: 4, process: 'CI' })];
    expect(due({ one: keyResult(), checkIns: byAnother }).state).toBe('due');
    expect(due({ one: keyResult(), checkIns: byAnother, process: 'CI' }).state).toBe('reported');
    expect(due({ checkIns: byAnother }).state).toBe('reported');
  });

  it('is late by every quarter that passed without a report', () => {
    expect(due({ checkIns: [checkIn({ quarter: '2023-T1', value: 40 })] })).toMatchObject({
      state: 'overdue',
      lateQuarters: 1,
      quarter: '2023-T3'
    });
    expect(due({ checkIns: [checkIn({ quarter: '2022-T2', value: 40 })] })).toMatchObject({ state: 'overdue', lateQuarters: 4 });
    expect(due({})).toMatchObject({ state: 'overdue', lateQuarters: 10 });
    expect(due({ one: keyResult({ accumulation: 'Latest', start: '2023-05-01' }) })).toMatchObject({ lateQuarters: 1 });
  });

  it('has no days left once the window has passed', () => {
    const rows = quarters('2023-T2');
    expect(due({ rows, today: '2024-03-01' })).toMatchObject({ state: 'overdue', quarter: '2023-T4', daysLeft: null });
  });

  it('is the correction of what was returned, before all else', () => {
    const returned = checkIn({ quarter: '2023-T3', value: 40, review: 'returned', reviewNote: 'Falta el acta.' });
    expect(due({ checkIns: [returned, checkIn({ quarter: '2023-T3', value: 41 })] })).toMatchObject({
      state: 'returned',
      returned: { id: returned.id }
    });
    expect(due({ checkIns: [returned], process: 'CI' }).state).toBe('reported');
    // A closed quarter's report cannot be corrected.
    expect(due({ checkIns: [returned], rows: quarters('2023-T3') }).state).toBe('due');
  });

  it('names the quarter of the returned report', () => {
    const returned = checkIn({ quarter: '2023-T2', value: 40, review: 'returned' });
    expect(due({ checkIns: [returned], rows: quarters('2023-T1') })).toMatchObject({
      state: 'returned',
      quarter: '2023-T2',
      daysLeft: null
    });
  });

  it('is nothing for what is reached for good, inactive, another\'s measure or another process\'s', () => {
    const full = [checkIn({ quarter: '2023-T1', value: 30 })];
    expect(due({ one: keyResult(), checkIns: full }).state).toBe('done');
    expect(due({ one: keyResult({ active: false }) }).state).toBe('notTaken');
    expect(due({ one: keyResult({ sameMeasureAs: 'OE9-OT9-R9' }) }).state).toBe('notTaken');
    expect(due({ process: 'INV' }).state).toBe('notTaken');
  });

  it('is nothing when no quarter is open, or the quarter lies outside the key result\'s dates', () => {
    expect(due({ rows: quarters('2023-T4') })).toMatchObject({ state: 'closed', quarter: null, daysLeft: null });
    expect(due({ one: keyResult({ accumulation: 'Latest', end: '2023-06-30' }) })).toMatchObject({ state: 'closed', quarter: '2023-T3' });
    expect(due({ one: keyResult({ accumulation: 'Latest', start: '2023-10-01' }) }).state).toBe('closed');
  });
});

describe('urgency', () => {
  it('puts what was returned first, then what is late, then the worse light', () => {
    const cases: Record<string, Case> = {
      due: { checkIns: [checkIn({ quarter: '2023-T2', value: 60 })] },
      dueRed: { checkIns: [checkIn({ quarter: '2023-T2', value: 6 })] },
      overdue: { checkIns: [checkIn({ quarter: '2023-T1', value: 55 })] },
      returned: { checkIns: [checkIn({ quarter: '2023-T3', value: 60, review: 'returned' })] },
      reported: { checkIns: [checkIn({ quarter: '2023-T3', value: 60 })] }
    };
    const items = Object.keys(cases).map(name => {
      const from = input(cases[name]);
      return { name, status: from.status, due: dueOf(from) };
    });
    expect(items.sort(compareUrgency).map(({ name }) => name)).toEqual(['returned', 'overdue', 'dueRed', 'due', 'reported']);
    expect(items.filter(item => asksForReport(item.due)).map(({ name }) => name)).toEqual(['returned', 'overdue', 'dueRed', 'due']);
  });
});
