import * as fc from 'fast-check';
import type { KeyResult, ProgrammedTarget } from '../../src/domain';
import { addDays, expectedOf, hasTarget } from '../../src/domain';
import { anyNumber, days, keyResult, keyResults, QUARTER_CODES } from './fixtures';

function programmed(values: Record<string, number>, code = 'OE1-OT2-R5'): ProgrammedTarget[] {
  return Object.keys(values).map((quarter, index) => ({ id: index + 1, keyResult: code, quarter, value: values[quarter] }));
}

describe('expected progress by time alone', () => {
  const plan = keyResult();

  it('goes by days from start to end, both included', () => {
    expect(expectedOf(plan, '2020-12-31')).toBe(0);
    expect(expectedOf(plan, '2021-01-01')).toBeCloseTo(1 / 1095, 12);
    expect(expectedOf(plan, '2021-12-31')).toBeCloseTo(365 / 1095, 12);
    expect(expectedOf(plan, '2023-10-05')).toBeCloseTo(0.92, 2);
    expect(expectedOf(plan, '2023-12-31')).toBe(1);
    expect(expectedOf(plan, '2024-06-01')).toBe(1);
  });

  it('is all of it on the only day of a key result of one day', () => {
    const oneDay = keyResult({ start: '2022-05-05', end: '2022-05-05' });
    expect(['2022-05-04', '2022-05-05', '2022-05-06'].map(day => expectedOf(oneDay, day))).toEqual([0, 1, 1]);
  });

  it('is always 1 where something is to stay as it is', () => {
    for (const direction of ['AtMost', 'AtLeast'] as const) {
      const one = keyResult({ direction, accumulation: 'Latest' });
      expect([expectedOf(one, '2020-01-01'), expectedOf(one, '2022-05-05', programmed({ '2021-T4': 3 }))]).toEqual([1, 1]);
    }
  });

  it('is the mean of the years begun for figures per year', () => {
    const perYear = keyResult({ accumulation: 'SumPerYear', target: 15 });
    expect(expectedOf(perYear, '2021-12-31')).toBe(1);
    expect(expectedOf(perYear, '2022-01-01')).toBeCloseTo((1 + 1 / 365) / 2, 12);
    expect(expectedOf(perYear, '2023-10-05')).toBeCloseTo((1 + 1 + 278 / 365) / 3, 12);
    expect(expectedOf(perYear, '2020-06-01')).toBe(0);
    expect(expectedOf(perYear, '2025-06-01')).toBe(1);
  });

  it('measures the first and the last year by the key result, not by the calendar', () => {
    const perYear = keyResult({ accumulation: 'SumPerYear', start: '2021-07-01', end: '2022-03-31' });
    expect(expectedOf(perYear, '2021-09-30')).toBeCloseTo(92 / 184, 12);
    expect(expectedOf(perYear, '2022-01-31')).toBeCloseTo((1 + 31 / 90) / 2, 12);
  });

  it('is nothing without a target', () => {
    expect(expectedOf(keyResult({ target: null }), '2022-01-01')).toBeNull();
    expect(expectedOf(keyResult({ direction: 'Milestone', stages: [] }), '2022-01-01')).toBeNull();
  });
});

describe('expected progress by programmed targets', () => {
  it('goes through the values at quarter ends on straight lines', () => {
    const rows = programmed({ '2021-T4': 6, '2022-T4': 12, '2023-T4': 30 });
    expect(expectedOf(keyResult(), '2021-12-31', rows)).toBeCloseTo(0.2, 12);
    expect(expectedOf(keyResult(), '2022-12-31', rows)).toBeCloseTo(0.4, 12);
    expect(expectedOf(keyResult(), '2023-06-30', rows)).toBeCloseTo((12 + 18 * (181 / 365)) / 30, 12);
    expect(expectedOf(keyResult(), '2023-12-31', rows)).toBe(1);
    expect(expectedOf(keyResult(), '2024-12-31', rows)).toBe(1);
  });

  it('starts from nothing on the day before the start', () => {
    const rows = programmed({ '2021-T1': 9 });
    expect(expectedOf(keyResult(), '2020-12-31', rows)).toBe(0);
    expect(expectedOf(keyResult(), '2021-01-01', rows)).toBeCloseTo((9 / 90) / 30, 12);
  });

  it('goes on to the target at the end where the programme stops short', () => {
    const rows = programmed({ '2022-T4': 15 });
    expect(expectedOf(keyResult(), '2023-12-31', rows)).toBe(1);
    expect(expectedOf(keyResult(), '2023-07-01', rows)).toBeCloseTo((15 + 15 * (182 / 365)) / 30, 12);
  });

  it('stays where it is once it has passed the target, and may exceed it', () => {
    expect(expectedOf(keyResult(), '2023-06-30', programmed({ '2022-T4': 36 }))).toBeCloseTo(1.2, 12);
  });

  it('may end below the target, when a planner says so', () => {
    expect(expectedOf(keyResult(), '2023-12-31', programmed({ '2023-T4': 27 }))).toBeCloseTo(0.9, 12);
  });

  it('starts from the baseline of a reading', () => {
    const tasa = keyResult({ accumulation: 'Latest', baseline: 20, target: 80 });
    expect(expectedOf(tasa, '2021-12-31', programmed({ '2021-T4': 50 }))).toBeCloseTo(0.5, 12);
    expect(expectedOf(tasa, '2021-01-01', programmed({ '2021-T4': 50 }))).toBeCloseTo(0.5 / 365, 12);
    const baja = keyResult({ direction: 'Decrease', accumulation: 'Latest', baseline: 20, target: 10 });
    expect(expectedOf(baja, '2022-12-31', programmed({ '2022-T4': 14 }))).toBeCloseTo(0.6, 12);
  });

  it('is turned into progress by levels and by stage weights', () => {
    const scale = keyResult({ direction: 'Qualitative', accumulation: 'Latest', target: null, scale: ['a', 'b', 'c', 'd', 'e'] });
    expect(expectedOf(scale, '2022-12-31', programmed({ '2022-T4': 3 }))).toBe(0.5);
    const stages = keyResult({
      direction: 'Milestone',
      accumulation: 'Latest',
      target: null,
      stages: [30, 70].map(weight => ({ weight, text: 'x' }))
    });
    expect(expectedOf(stages, '2022-12-31', programmed({ '2022-T4': 30 }))).toBeCloseTo(0.3, 12);
    expect(expectedOf(stages, '2023-12-31', programmed({ '2022-T4': 30 }))).toBe(1);
  });

  it('starts again each January for figures per year', () => {
    const perYear = keyResult({ accumulation: 'SumPerYear', target: 15 });
    const rows = programmed({ '2021-T2': 3, '2021-T4': 15, '2022-T2': 10, '2022-T4': 18 });
    expect(expectedOf(perYear, '2021-06-30', rows)).toBeCloseTo(0.2, 12);
    expect(expectedOf(perYear, '2021-12-31', rows)).toBe(1);
    expect(expectedOf(perYear, '2022-06-30', rows)).toBeCloseTo((1 + 10 / 15) / 2, 12);
    // The second year's programme exceeds its target and counts as 1; the third has none and goes by time.
    expect(expectedOf(perYear, '2023-06-30', rows)).toBeCloseTo((1 + 1 + 181 / 365) / 3, 12);
  });

  it('ignores other key results, quarters outside the dates and what is no quarter', () => {
    const rows = [...programmed({ '2022-T4': 15 }, 'OE9-OT9-R9'), ...programmed({ '2020-T4': 9, '2024-T1': 9, '2022-T7': 9 })];
    expect(expectedOf(keyResult(), '2022-12-31', rows)).toBe(expectedOf(keyResult(), '2022-12-31'));
  });

  it('takes a quarter that the end cuts at the end', () => {
    expect(expectedOf(keyResult({ end: '2023-11-15' }), '2023-11-15', programmed({ '2023-T4': 24 }))).toBeCloseTo(0.8, 12);
  });

  it('equals the straight line when the programme is one', () => {
    const rows = programmed(Object.fromEntries(QUARTER_CODES.map(code => {
      const end = { 1: '03-31', 2: '06-30', 3: '09-30', 4: '12-31' }[code.slice(6)] || '';
      return [code, 30 * (expectedOf(keyResult(), `${code.slice(0, 4)}-${end}`) as number)];
    })));
    fc.assert(fc.property(days, day => {
      expect(expectedOf(keyResult(), day, rows)).toBeCloseTo(expectedOf(keyResult(), day) as number, 9);
    }));
  });
});

describe('properties of expected progress', () => {
  const programmes = (numbers = anyNumber): fc.Arbitrary<ProgrammedTarget[]> => fc.array(fc.record({
    id: fc.nat(), keyResult: fc.constant('OE1-OT2-R5'), quarter: fc.constantFrom('2020-T1', ...QUARTER_CODES, '2030-T1'), value: numbers
  }), { maxLength: 14 });

  it('is never negative, NaN or infinite, and without a programme never above 1', () => {
    fc.assert(fc.property(keyResults(anyNumber), programmes(), days, (one, rows, day) => {
      const expected = expectedOf(one, day, rows);
      expect(expected === null).toBe(!hasTarget(one));
      expect(expected === null || (expected >= 0 && Number.isFinite(expected))).toBe(true);
      const byTime = expectedOf(one, day);
      expect(byTime === null || (byTime >= 0 && byTime <= 1)).toBe(true);
    }), { numRuns: 1000 });
  });

  it('never falls from one day to the next, but for figures per year in January', () => {
    fc.assert(fc.property(keyResults(), days, (one: KeyResult, day) => {
      fc.pre(hasTarget(one));
      const next = addDays(day, 1);
      fc.pre(one.accumulation !== 'SumPerYear' || !next.endsWith('01-01'));
      expect(expectedOf(one, next) as number).toBeGreaterThanOrEqual(expectedOf(one, day) as number);
    }), { numRuns: 500 });
  });

  it('is 1 from the end on', () => {
    fc.assert(fc.property(keyResults(), (one) => {
      fc.pre(hasTarget(one));
      expect(expectedOf(one, one.end)).toBe(1);
      expect(expectedOf(one, addDays(one.end, 500))).toBe(1);
    }));
  });
});
