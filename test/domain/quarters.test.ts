import * as fc from 'fast-check';
import {
  addDays, bogotaDay, compareQuarters, dayNumber, daysBetween, elapsed, guessOpenQuarters, isDay, isQuarterCode, lastDueQuarter,
  nextQuarter, previousQuarter, quarterBounds, quarterOf, quarterStatus, quarterYear, reportingQuarter
} from '../../src/domain';
import { days, quarter, quarters } from './fixtures';

describe('days', () => {
  it('turn in Bogotá at five o\'clock UTC, whatever the machine\'s zone', () => {
    expect(bogotaDay(new Date('2023-10-05T04:59:59.999Z'))).toBe('2023-10-04');
    expect(bogotaDay(new Date('2023-10-05T05:00:00Z'))).toBe('2023-10-05');
    expect(bogotaDay(new Date('2024-01-01T04:59:00Z'))).toBe('2023-12-31');
    expect(bogotaDay(new Date('2024-02-29T12:00:00Z'))).toBe('2024-02-29');
  });

  it('are those of the calendar', () => {
    expect(['2021-06-30', '2024-02-29'].map(isDay)).toEqual([true, true]);
    expect(['2021-06-31', '2023-02-29', '2021-6-30', '30/06/2021', '2021-06-30T00:00:00Z', ''].some(isDay)).toBe(false);
    expect(dayNumber('2021-13-01')).toBeNaN();
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(elapsed('2022-01-01', '2021-01-01', '2022-01-01')).toBe(1);
  });
});

describe('quarters of the calendar', () => {
  it.each([
    ['2021-01-01', '2021-T1'],
    ['2021-03-31', '2021-T1'],
    ['2021-04-01', '2021-T2'],
    ['2023-09-30', '2023-T3'],
    ['2023-10-01', '2023-T4'],
    ['2023-12-31', '2023-T4']
  ])('%s lies in %s', (day, code) => expect(quarterOf(day)).toBe(code));

  it('know their days', () => {
    expect(quarterBounds('2021-T2')).toEqual({ start: '2021-04-01', end: '2021-06-30' });
    expect(quarterBounds('2024-T1')).toEqual({ start: '2024-01-01', end: '2024-03-31' });
    expect(['2021-T0', '2021-T5', '2021-Q1', '21-T1', '0021-T1', ' 2021-T1', ''].map(quarterBounds)).toEqual(Array(7).fill(null));
    expect(quarterYear('2021-T2')).toBe(2021);
    expect(quarterYear('2021-T9')).toBeNaN();
    expect(isQuarterCode('2023-T4')).toBe(true);
  });

  it('follow one another', () => {
    expect([previousQuarter('2021-T1'), nextQuarter('2021-T4'), previousQuarter('nada'), nextQuarter('nada')]).toEqual([
      '2020-T4',
      '2022-T1',
      'nada',
      'nada'
    ]);
    fc.assert(
      fc.property(days, day => {
        const code = quarterOf(day);
        const bounds = quarterBounds(code) as { start: string; end: string };
        expect(bounds.start <= day && day <= bounds.end).toBe(true);
        expect(previousQuarter(nextQuarter(code))).toBe(code);
        expect(compareQuarters(code, nextQuarter(code))).toBeLessThan(0);
      })
    );
  });
});

describe('reporting windows', () => {
  it('last the grace days beyond the quarter\'s end, the last of them included', () => {
    const t3 = quarter('2023-T3');
    expect(quarterStatus(t3, '2023-10-05', 10)).toMatchObject({
      windowEnds: '2023-10-10',
      windowOpen: true,
      daysLeft: 5,
      reportable: true
    });
    expect(quarterStatus(t3, '2023-10-10', 10)).toMatchObject({ windowOpen: true, daysLeft: 0 });
    expect(quarterStatus(t3, '2023-10-11', 10)).toMatchObject({ windowOpen: false, daysLeft: -1, reportable: true });
    expect(quarterStatus(t3, '2023-06-30', 10)).toMatchObject({ begun: false, reportable: false });
    expect(quarterStatus(t3, '2023-07-01', 10)).toMatchObject({ begun: true, reportable: true });
    expect(quarterStatus(quarter('2023-T2', 'closed'), '2023-07-05', 10).reportable).toBe(false);
    expect(quarterStatus(quarter('2023-T2', 'closing'), '2023-07-05', 10).reportable).toBe(false);
  });

  it.each([
    ['2023-10-05', '2023-T2', '2023-T3'], ['2023-10-10', '2023-T2', '2023-T3'], ['2023-10-11', '2023-T2', '2023-T4'],
    ['2023-10-05', '2023-T3', '2023-T4'], ['2023-08-01', '2021-T4', '2023-T3'], ['2024-01-10', '2023-T3', '2023-T4'],
    // The plan is over and nobody has closed its last quarter.
    ['2024-06-01', '2023-T2', '2023-T4'],
    ['2021-01-01', '', '2021-T1']
  ])('on %s, closed up to %s, reports go into %s', (today, closed, code) => {
    expect(reportingQuarter(quarters(closed), today, 10)?.code).toBe(code);
  });

  it('take no reports before the plan, nor when all is closed', () => {
    expect(reportingQuarter(quarters(), '2020-12-31', 10)).toBeNull();
    expect(reportingQuarter(quarters('2023-T4'), '2023-10-05', 10)).toBeNull();
    expect(reportingQuarter([], '2023-10-05', 10)).toBeNull();
  });

  it('tell the last quarter due', () => {
    expect(lastDueQuarter(quarters(), '2023-10-10', 10)?.code).toBe('2023-T2');
    expect(lastDueQuarter(quarters(), '2023-10-11', 10)?.code).toBe('2023-T3');
    expect(lastDueQuarter(quarters(), '2021-04-10', 10)).toBeNull();
  });

  it('guess the open quarters from the clock alone', () => {
    expect(guessOpenQuarters('2023-10-05', 10)).toEqual(['2023-T3', '2023-T4']);
    expect(guessOpenQuarters('2023-10-11', 10)).toEqual(['2023-T4']);
    expect(guessOpenQuarters('2024-01-10', 10)).toEqual(['2023-T4', '2024-T1']);
    expect(guessOpenQuarters('2023-10-05', 0)).toEqual(['2023-T4']);
    expect(guessOpenQuarters('2023-10-05', 100)).toEqual(['2023-T2', '2023-T3', '2023-T4']);
    expect(guessOpenQuarters('2023-10-05', 99999)).toHaveLength(5);
  });
});
