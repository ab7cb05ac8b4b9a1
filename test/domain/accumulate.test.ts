import * as fc from 'fast-check';
import type { Accumulated, CheckIn } from '../../src/domain';
import { accumulate, compareCheckIns, newestFirst, NOTHING, yearSums } from '../../src/domain';
import { checkIn, COMBINATIONS, decimals, histories, keyResult, keyResults, shuffled } from './fixtures';

const sum = keyResult();
const perYear = keyResult({ accumulation: 'SumPerYear', target: 15 });
const latest = keyResult({ accumulation: 'Latest' });
const milestone = keyResult({
  direction: 'Milestone',
  accumulation: 'Latest',
  stages: [1, 2, 3].map(weight => ({ weight, text: `Etapa ${weight}` }))
});

describe('sums', () => {
  it('adds what several processes report: nobody overwrites anybody', () => {
    const rows = [checkIn({ value: 5, process: 'CI' }), checkIn({ value: 7, process: 'COOP' }), checkIn({ value: 2, process: 'CI' })];
    expect(accumulate(sum, rows)).toMatchObject({ value: 14, reports: 3, lastProcess: 'CI' });
  });

  it('adds decimals as on paper', () => {
    expect(accumulate(sum, [0.1, 0.2, 19.9, 2.386].map(value => checkIn({ value }))).value).toBe(22.586);
  });

  it('starts again each January, and keeps the years before', () => {
    const rows = ['2021-T1', '2021-T4', '2022-T2', '2023-T1'].map((code, index) => checkIn({ quarter: code, value: index + 1 }));
    expect(accumulate(perYear, rows)).toMatchObject({ value: 4, year: 2023, pastYears: { 2021: 3, 2022: 3 } });
  });

  it('adds a back-dated contribution to the year of its quarter, whenever it was written', () => {
    const rows = [
      checkIn({ quarter: '2022-T1', value: 1, reportedOn: '2022-01-05T15:00:00Z' }),
      checkIn({ quarter: '2021-T4', value: 8, reportedOn: '2022-01-09T15:00:00Z' })
    ];
    expect(accumulate(perYear, rows)).toMatchObject({ value: 1, year: 2022, pastYears: { 2021: 8 }, lastQuarter: '2022-T1' });
  });

  it('has a running year without figures when only earlier years have some', () => {
    const rows = [checkIn({ quarter: '2021-T4', value: 8 }), checkIn({ quarter: '2022-T1', value: null })];
    expect(accumulate(perYear, rows)).toMatchObject({ value: 0, year: 2022, pastYears: { 2021: 8 }, reports: 2 });
  });

  it('comes to the same a quarter at a time, over a year in which reports had no figure', () => {
    const rows = [['2021-T4', 3], ['2022-T4', null], ['2023-T1', 1]].map(([quarter, value]) => checkIn({ quarter, value } as Partial<CheckIn>));
    const atOnce = accumulate(perYear, rows);
    expect(rows.reduce((so, row) => accumulate(perYear, [row], so), NOTHING)).toEqual(atOnce);
    expect(atOnce).toMatchObject({ value: 1, year: 2023, pastYears: { 2021: 3 }, reports: 3 });
  });

  it('keeps its total when a planner changes how it accumulates', () => {
    const bySum = accumulate(sum, [checkIn({ quarter: '2021-T4', value: 8 })]);
    const asYears = accumulate(perYear, [checkIn({ quarter: '2022-T1', value: 2 })], bySum);
    expect(asYears).toMatchObject({ value: 2, year: 2022, pastYears: { 2021: 8 } });
    expect(accumulate(sum, [checkIn({ quarter: '2022-T2', value: 1 })], asYears)).toMatchObject({ value: 11, pastYears: {}, year: null });
  });
});

describe('readings', () => {
  it('lets the last one stand by quarter, then by when it was reported, then by id', () => {
    const rows = [
      checkIn({ id: 40, quarter: '2022-T1', value: 1, reportedOn: '2022-04-09T15:00:00Z' }),
      checkIn({ id: 41, quarter: '2022-T2', value: 2, reportedOn: '2022-04-05T15:00:00Z' }),
      checkIn({ id: 42, quarter: '2022-T2', value: 3, reportedOn: '2022-04-04T15:00:00Z' })
    ];
    expect(accumulate(latest, rows)).toMatchObject({ value: 2, lastCheckInId: 41, lastQuarter: '2022-T2' });
    const sameMoment = [...rows, checkIn({ id: 43, quarter: '2022-T2', value: 4, reportedOn: '2022-04-05T15:00:00.000Z' })];
    expect(accumulate(latest, sameMoment).value).toBe(4);
    expect(newestFirst(sameMoment).map(({ id }) => id)).toEqual([43, 41, 42, 40]);
  });

  it('keeps the value when a later report has none', () => {
    const rows = [checkIn({ quarter: '2022-T1', value: 52 }), checkIn({ quarter: '2022-T2', value: null, confidence: 'Baja' })];
    expect(accumulate(latest, rows)).toMatchObject({ value: 52, lastQuarter: '2022-T2', confidence: 'Baja', reports: 2 });
  });

  it('takes the finished stages of the latest report, ascending, each once', () => {
    const rows = [checkIn({ quarter: '2022-T1', stagesDone: [1, 2] }), checkIn({ quarter: '2022-T2', stagesDone: [3, 1, 3] })];
    expect(accumulate(milestone, rows).stagesDone).toEqual([1, 3]);
  });

  it('takes back a stage that the latest report does not have', () => {
    const rows = [checkIn({ quarter: '2022-T1', stagesDone: [1, 2] }), checkIn({ quarter: '2022-T2', stagesDone: [1] })];
    expect(accumulate(milestone, rows).stagesDone).toEqual([1]);
  });

  it('ignores a value that is no number', () => {
    expect(accumulate(latest, [checkIn({ value: 3 }), checkIn({ value: NaN }), checkIn({ value: Infinity })]).value).toBe(3);
    expect(accumulate(sum, [checkIn({ value: 3 }), checkIn({ value: NaN })]).value).toBe(3);
  });
});

describe('properties of folding', () => {
  it('changes nothing without check-ins', () => {
    expect(accumulate(sum, [])).toBe(NOTHING);
    const before = accumulate(perYear, [checkIn({ value: 3 })]);
    expect(accumulate(perYear, [], before)).toBe(before);
  });

  it('does not depend on the order of check-ins', () => {
    const orders = histories().chain(history => fc.tuple(fc.constant(history), shuffled(history)));
    fc.assert(fc.property(keyResults(), orders, (one, [history, other]) => {
      expect(accumulate(one, other)).toEqual(accumulate(one, history));
    }), { numRuns: 300 });
  });

  it('has a correction replace what it corrects', () => {
    fc.assert(
      fc.property(keyResults(), histories(), fc.nat(), decimals(0), fc.subarray([1, 2, 3]), (one, history, which, value, stagesDone) => {
        fc.pre(history.length > 0);
        const wrong = history[which % history.length];
        const right: CheckIn = { ...wrong, value, stagesDone, etag: '"2"', version: '2.0' };
        const corrected = accumulate(
          one,
          history.map(row => (row === wrong ? right : row))
        );
        expect(corrected).toEqual(accumulate(one, [...history.filter(row => row !== wrong), right]));
        if (one.accumulation === 'Sum' && one.direction === 'Increase') {
          expect(corrected.value).toBeCloseTo((accumulate(one, history).value || 0) - (wrong.value || 0) + value, 6);
        }
      }),
      { numRuns: 300 }
    );
  });

  it('gives the same from the state of any earlier quarter, kept in the columns of a row', () => {
    /** What a row of Cortes keeps: the year is that of the last report's quarter. */
    const throughARow = (state: Accumulated): Accumulated => {
      const row = JSON.parse(JSON.stringify(state)) as Accumulated;
      return { ...row, year: row.year === null ? null : Number((row.lastQuarter || '').slice(0, 4)) };
    };
    fc.assert(fc.property(keyResults(), histories(), fc.constantFrom('2021-T2', '2021-T4', '2022-T1', '2023-T3'), (one, history, base) => {
      const before = accumulate(one, history.filter(row => row.quarter <= base));
      expect(accumulate(one, history.filter(row => row.quarter > base), throughARow(before))).toEqual(accumulate(one, history));
    }), { numRuns: 500 });
  });

  it('keeps the sum of the years what the contributions are', () => {
    fc.assert(fc.property(histories(), history => {
      const sums = yearSums(accumulate(perYear, history));
      for (const year of [2021, 2022, 2023]) {
        const own = history.filter(row => row.quarter.startsWith(String(year))).reduce((all, row) => all + (row.value || 0), 0);
        expect(sums[year] || 0).toBeCloseTo(own, 6);
      }
    }));
  });

  it.each(COMBINATIONS)('counts every report of %s %s', (direction, accumulation) => {
    fc.assert(fc.property(histories(), history => {
      const result = accumulate(keyResult({ direction, accumulation }), history);
      const last = [...history].sort(compareCheckIns).pop();
      expect(result.reports).toBe(history.length);
      expect(result.lastCheckInId).toBe(last ? last.id : null);
      expect(result.confidence).toBe(last ? last.confidence : null);
    }), { numRuns: 50 });
  });
});
