import * as fc from 'fast-check';
import type { KeyResult } from '../../src/domain';
import { accumulate, currentValue, hasTarget, NOTHING, progressOf, valueProgress, yearsBegun } from '../../src/domain';
import { anyNumber, checkIn, COMBINATIONS, days, decimals, histories, keyResult, keyResults, state } from './fixtures';

const TODAY = '2023-10-05';
const at = (over: Partial<KeyResult>, value: number): number | null =>
  progressOf(keyResult({ accumulation: 'Latest', ...over }), state({ value }), TODAY);

describe('progress of key results of the plan', () => {
  it('adds contributions: 19,9 and 2,386 of USD 30 million are 74 %', () => {
    const monto = keyResult();
    const before = accumulate(monto, [checkIn({ value: 19.9, quarter: '2023-T2' })]);
    const after = accumulate(monto, [checkIn({ value: 2.386, quarter: '2023-T3' })], before);
    expect(progressOf(monto, before, TODAY)).toBeCloseTo(0.6633, 4);
    expect(after.value).toBe(22.286);
    expect(progressOf(monto, after, TODAY)).toBeCloseTo(0.7429, 4);
  });

  it('stands at 143 % when 515 of 360 delegates came', () => {
    expect(progressOf(keyResult({ target: 360 }), state({ value: 515 }), TODAY)).toBeCloseTo(1.4306, 4);
  });

  it('takes the mean of the years for "15 escenarios al año": 15, 13 and 9 so far are 82 %', () => {
    const escenarios = keyResult({ accumulation: 'SumPerYear', target: 15 });
    const sums = state({ value: 9, year: 2023, pastYears: { 2021: 15, 2022: 13 } });
    expect(progressOf(escenarios, sums, TODAY)).toBeCloseTo((1 + 13 / 15 + 9 / 15) / 3, 12);
    expect(currentValue(escenarios, sums, TODAY)).toBe(9);
  });

  it('counts a year at most once: 40 publications of 20 in one year do not make up for the next', () => {
    const publicaciones = keyResult({ accumulation: 'SumPerYear', target: 20 });
    expect(progressOf(publicaciones, state({ value: 0, year: 2022, pastYears: { 2021: 40 } }), '2022-12-31')).toBe(0.5);
  });

  it('is 1 within "deserción ≤ 10 %" and falls to 0 at the critical limit of 15 %', () => {
    const desercion = { direction: 'AtMost' as const, target: 10, criticalLimit: 15, baseline: null };
    expect([8.4, 10, 12.5, 15, 30].map(value => at(desercion, value))).toEqual([1, 1, 0.5, 0, 0]);
  });

  it('weighs the stages of a milestone: 20 and 40 of 100 are 60 %', () => {
    const programa = keyResult({
      direction: 'Milestone', accumulation: 'Latest', target: null,
      stages: [20, 40, 20, 20].map((weight, index) => ({ weight, text: `Etapa ${index}` }))
    });
    expect(progressOf(programa, state({ stagesDone: [1, 2] }), TODAY)).toBeCloseTo(0.6, 12);
    expect(progressOf(programa, state({ stagesDone: [1, 2, 3, 4] }), TODAY)).toBe(1);
    expect(progressOf(programa, state({ stagesDone: [] }), TODAY)).toBe(0);
    expect(progressOf(programa, NOTHING, TODAY)).toBeNull();
  });

  it('is delivered or not for a milestone of one stage', () => {
    const campana = keyResult({
      direction: 'Milestone',
      accumulation: 'Latest',
      target: null,
      stages: [{ weight: 1, text: 'Campaña realizada' }]
    });
    expect([[], [1]].map(stagesDone => progressOf(campana, state({ stagesDone }), TODAY))).toEqual([0, 1]);
  });

  it('places a level on its scale: level 3 of 4 is 67 %', () => {
    const reputacion = { direction: 'Qualitative' as const, target: null, scale: ['Débil', 'Incipiente', 'Fortalecida', 'Reconocida'] };
    expect([1, 2, 3, 4].map(level => at(reputacion, level))).toEqual([0, expect.closeTo(1 / 3, 12), expect.closeTo(2 / 3, 12), 1]);
  });
});

describe('progress by direction', () => {
  it.each<[string, Partial<KeyResult>, [number, number][]]>([
    ['Increase, from a baseline', { baseline: 10, target: 20 }, [[10, 0], [15, 0.5], [20, 1], [25, 1.5], [5, -0.5]]],
    ['Increase, baseline equal to target', { baseline: 20, target: 20 }, [[19.9, 0], [20, 1], [21, 1]]],
    ['Increase, baseline above target', { baseline: 30, target: 20 }, [[19, 0], [20, 1], [35, 1]]],
    ['Increase, without baseline', { baseline: null, target: 20 }, [[0, 0], [5, 0.25], [20, 1]]],
    ['Increase to 0', { baseline: -10, target: 0 }, [[-10, 0], [-5, 0.5], [0, 1], [5, 1.5]]],
    ['Increase, target 0 without baseline', { baseline: null, target: 0 }, [[-1, 0], [0, 1], [1, 1]]],
    ['Increase, negative throughout', { baseline: -20, target: -10 }, [[-20, 0], [-12.5, 0.75], [-10, 1]]],
    ['Increase, negative target without baseline', { baseline: null, target: -10 }, [[-20, 0], [-10, 1]]],
    ['Increase in decimals', { baseline: 0.1, target: 0.3 }, [[0.2, 0.5], [0.3, 1]]],
    ['Decrease', { direction: 'Decrease', baseline: 20, target: 10 }, [[20, 0], [15, 0.5], [10, 1], [5, 1.5], [25, -0.5]]],
    ['Decrease to 0', { direction: 'Decrease', baseline: 4, target: 0 }, [[4, 0], [1, 0.75], [0, 1]]],
    ['Decrease below 0', { direction: 'Decrease', baseline: 0, target: -5 }, [[0, 0], [-2.5, 0.5], [-5, 1]]],
    ['Decrease, baseline equal to target', { direction: 'Decrease', baseline: 10, target: 10 }, [[10.1, 0], [10, 1], [9, 1]]],
    ['Decrease, without baseline', { direction: 'Decrease', baseline: null, target: 10 }, [[11, 0], [10, 1]]],
    ['AtMost, no critical limit', { direction: 'AtMost', target: 10 }, [[10, 1], [12, 0.8], [20, 0], [50, 0], [-3, 1]]],
    ['AtMost 0, no critical limit', { direction: 'AtMost', target: 0 }, [[0, 1], [0.1, 0], [-1, 1]]],
    ['AtMost, negative target', { direction: 'AtMost', target: -10 }, [[-10, 1], [-5, 0.5], [0, 0]]],
    ['AtMost, limit at the target', { direction: 'AtMost', target: 10, criticalLimit: 10 }, [[10, 1], [10.1, 0]]],
    ['AtMost, limit on the wrong side', { direction: 'AtMost', target: 10, criticalLimit: 5 }, [[10, 1], [15, 0]]],
    ['AtLeast, no critical limit', { direction: 'AtLeast', target: 10 }, [[10, 1], [8, 0.8], [0, 0], [-5, 0], [99, 1]]],
    ['AtLeast, critical limit', { direction: 'AtLeast', target: 80, criticalLimit: 60 }, [[80, 1], [70, 0.5], [60, 0], [10, 0]]],
    ['AtLeast 0, no critical limit', { direction: 'AtLeast', target: 0 }, [[0, 1], [-0.1, 0]]],
    ['AtLeast, negative target', { direction: 'AtLeast', target: -10 }, [[-10, 1], [-15, 0.5], [-20, 0]]],
    ['Sum: the baseline is not subtracted', { accumulation: 'Sum', baseline: 10, target: 20 }, [[10, 0.5], [20, 1]]],
    ['Sum, target 0', { accumulation: 'Sum', target: 0 }, [[0, 1], [3, 1], [-1, 0]]],
    ['Sum, negative target', { accumulation: 'Sum', target: -5 }, [[-6, 0], [-5, 1], [0, 1]]],
    ['Sums go with Increase only, else readings', { direction: 'Decrease', accumulation: 'Sum', baseline: 20, target: 10 }, [[15, 0.5]]],
    ['Qualitative, one level', { direction: 'Qualitative', target: null, scale: ['Hecho'] }, [[1, 1], [0, 0]]],
    ['Qualitative, beyond the scale', { direction: 'Qualitative', target: null, scale: ['a', 'b', 'c'] }, [[9, 1], [0, 0]]]
  ])('%s', (_, over, expected) => {
    for (const [value, progress] of expected) expect([value, at(over, value)]).toEqual([value, expect.closeTo(progress, 12)]);
  });

  it('weighs stages the same when all weigh nothing', () => {
    const stages = [1, 2, 3, 4].map(index => ({ weight: 0, text: `Etapa ${index}` }));
    expect(at({ direction: 'Milestone', stages }, 0)).toBe(0);
    expect(progressOf(keyResult({ direction: 'Milestone', stages }), state({ stagesDone: [2, 4, 7] }), TODAY)).toBe(0.5);
  });

  it('reaches the target by decimals as on paper', () => {
    const tenths = keyResult({ target: 1 });
    const done = accumulate(tenths, Array.from({ length: 10 }, () => checkIn({ value: 0.1 })));
    expect(done.value).toBe(1);
    expect(progressOf(tenths, done, TODAY)).toBe(1);
  });
});

describe('years begun', () => {
  const oneAndAHalf = keyResult({ accumulation: 'SumPerYear', target: 4, start: '2021-07-01', end: '2023-06-30' });

  it('cuts the first and the last year to the key result', () => {
    expect(yearsBegun(oneAndAHalf, '2024-05-01')).toEqual([
      { year: 2021, start: '2021-07-01', end: '2021-12-31' }, { year: 2022, start: '2022-01-01', end: '2022-12-31' },
      { year: 2023, start: '2023-01-01', end: '2023-06-30' }
    ]);
  });

  it('counts a year begun without reports as 0', () => {
    expect(progressOf(oneAndAHalf, state({ value: 4, year: 2021 }), '2022-01-01')).toBe(0.5);
  });

  it('counts an early contribution before the start', () => {
    expect(progressOf(oneAndAHalf, state({ value: 2, year: 2021 }), '2021-05-01')).toBe(0.5);
  });

  it('shows the running year, 0 while nothing has been added to it, and the last year once it has ended', () => {
    const sums = state({ value: 3, year: 2022, pastYears: { 2021: 5 } });
    expect(currentValue(oneAndAHalf, sums, '2022-06-01')).toBe(3);
    expect(currentValue(oneAndAHalf, sums, '2023-01-01')).toBe(0);
    expect(currentValue(oneAndAHalf, { ...sums, value: 2, year: 2023, pastYears: { 2021: 5, 2022: 3 } }, '2025-01-01')).toBe(2);
    expect(currentValue(oneAndAHalf, NOTHING, '2023-01-01')).toBeNull();
  });
});

describe('no target, no data', () => {
  it.each(COMBINATIONS)('%s %s has no progress without target', (direction, accumulation) => {
    const without = keyResult({ direction, accumulation, target: null });
    expect(hasTarget(without)).toBe(false);
    expect(progressOf(without, state({ value: 3, stagesDone: [1] }), TODAY)).toBeNull();
    expect(valueProgress(without, 3)).toBeNull();
  });

  it.each(COMBINATIONS)('%s %s has no progress without reports: no data is not 0', (direction, accumulation) => {
    const one = keyResult({ direction, accumulation, stages: [{ weight: 1, text: 'Etapa' }], scale: ['No', 'Sí'] });
    expect(hasTarget(one)).toBe(true);
    expect(progressOf(one, NOTHING, TODAY)).toBeNull();
  });

  it('takes the target of another time when told', () => {
    expect(progressOf(keyResult({ target: 26 }), state({ value: 10 }), TODAY, 7)).toBeCloseTo(10 / 7, 12);
    expect(progressOf(keyResult({ target: 26 }), state({ value: 10 }), TODAY, null)).toBeNull();
  });
});

describe('properties of progress', () => {
  it('is never NaN or infinite', () => {
    fc.assert(fc.property(keyResults(anyNumber), histories(anyNumber), days, (one, history, day) => {
      const progress = progressOf(one, accumulate(one, history), day);
      expect(progress === null || Number.isFinite(progress)).toBe(true);
    }), { numRuns: 500 });
  });

  it('moves in the direction of the key result', () => {
    fc.assert(fc.property(keyResults(anyNumber), anyNumber, anyNumber, days, (one, a, b, day) => {
      fc.pre(hasTarget(one) && one.direction !== 'Milestone');
      const year = Math.min(Math.max(Number(one.start.slice(0, 4)), Number(day.slice(0, 4))), Number(one.end.slice(0, 4)));
      const progress = (value: number): number => progressOf(one, state({ value, year }), day) as number;
      const [low, high] = [progress(Math.min(a, b)), progress(Math.max(a, b))];
      if (one.direction === 'Decrease' || one.direction === 'AtMost') expect(low).toBeGreaterThanOrEqual(high);
      else expect(high).toBeGreaterThanOrEqual(low);
    }), { numRuns: 1000 });
  });

  it('grows with every stage of a milestone, from 0 to 1', () => {
    fc.assert(fc.property(keyResults(), fc.uniqueArray(fc.integer({ min: 1, max: 5 })), (one, stagesDone) => {
      fc.pre(one.direction === 'Milestone' && one.stages.length > 0);
      const progress = stagesDone.map((_, count) => progressOf(one, state({ stagesDone: stagesDone.slice(0, count) }), TODAY) as number);
      expect([...progress].sort((a, b) => a - b)).toEqual(progress);
      expect(progressOf(one, state({ stagesDone: one.stages.map((__, index) => index + 1) }), TODAY)).toBe(1);
    }));
  });

  it('is 1 or more exactly when the target is met', () => {
    fc.assert(
      fc.property(keyResults(), decimals(), (one, value) => {
        fc.pre(
          one.target !== null && one.accumulation !== 'SumPerYear' && one.direction !== 'Milestone' && one.direction !== 'Qualitative'
        );
        const met =
          one.direction === 'Increase' || one.direction === 'AtLeast' ? value >= (one.target as number) : value <= (one.target as number);
        expect((progressOf(one, state({ value }), TODAY) as number) >= 1).toBe(met);
      }),
      { numRuns: 500 }
    );
  });

  it('never falls by a contribution', () => {
    fc.assert(
      fc.property(
        keyResults(),
        histories(),
        decimals(0),
        fc.constantFrom('2021-T2', '2022-T3', '2023-T4'),
        days,
        (one, history, value, code, day) => {
          fc.pre(one.accumulation !== 'Latest' && hasTarget(one));
          const before = accumulate(one, history);
          const after = accumulate(one, [...history, checkIn({ id: 999, value, quarter: code })]);
          expect(progressOf(one, after, day) as number).toBeGreaterThanOrEqual(progressOf(one, before, day) || 0);
        }
      ),
      { numRuns: 300 }
    );
  });
});
