import type { Indicator } from '../../src/domain';
import { cityCompliance, cityFigures, cityLight, cityPlanMonth, cityProgress, cityRollUp } from '../../src/domain';
import { sampleData } from '../support/in-memory-seed';

/** A row with its achievements of 2020…2023; the last cut is August. */
function indicator(over: Partial<Indicator> & { targets?: (number | null)[]; achieved?: (number | null)[] } = {}): Indicator {
  const { targets = [10, 10, 10, 10], achieved = [10, 10, 10, 10], ...rest } = over;
  return {
    id: 1,
    code: '1.1',
    title: 'Indicador',
    kind: 'Producto',
    unit: 'Número',
    accumulationForm: 'NoA',
    sense: 'Creciente',
    baseline: 0,
    planTarget: 40,
    weight: 1,
    program: '',
    years: achieved.map((value, index) => ({
      year: 2020 + index, target: targets[index], achieved: value, missing: value === null ? 'noData' : null, cutMonth: index === 3 ? 8 : 12
    })),
    ...rest
  };
}

describe('the city\'s published figures, cut of 31 August 2023', () => {
  const published = new Map(sampleData().indicators.map(row => [row.code, row]));
  const figures = (code: string, upToYear?: number): ReturnType<typeof cityFigures> => {
    const row = published.get(code);
    if (!row) throw new Error(code);
    return cityFigures(row, upToYear);
  };

  it.each([['1.3.3.1', [0.211, 0.456, 0.722, 1.033]], ['1.3.4', [0.166, 0.444, 0.691, 0.909]]])('%s, at its four cuts', (code, cuts) => {
    expect([2020, 2021, 2022, 2023].map(year => Number((figures(code, year).progress as number).toFixed(3)))).toEqual(cuts);
  });

  it.each([
    ['1.3.3', 1.01805, 'verde'],
    ['1.3.4', 0.9092, 'verde'],
    ['1.3.12', 0.6631, 'amarillo'],
    ['1.3.3.1', 1.0333, 'verde'],
    ['1.3.3.2', 1.2, 'verde'],
    ['1.3.3.3', 0.9, 'verde'],
    ['1.3.3.4', 1.0385, 'verde'],
    ['1.3.3.5', 0.96, 'verde'],
    ['1.3.2.3', 0.9929, 'verde']
  ])('%s stands at %d, %s', (code, progress, light) => {
    expect(figures(code)).toMatchObject({ month: 44, light });
    expect(figures(code).progress).toBeCloseTo(progress, 4);
  });

  // Computed by hand from the published rows: achieved over target, year by year.
  it.each([
    ['1.3.3', [1.0961, 1.4632, 1.4152, 0.7998]],
    ['1.3.4', [1.0396, 1.2798, 1.0621, 0.674]],
    ['1.3.12', [1.3473, 0.7394, 0.5658]],
    ['1.3.3.1', [1.2667, 1.2222, 1.2, 0.9655]],
    ['1.3.3.2', [1, 1.2, 2.2, 0.6667]],
    ['1.3.3.3', [1.2, 1, 1, 0.6364]],
    ['1.3.3.4', [1.3333, 1.4286, 1.125, 1]],
    ['1.3.3.5', [1.4167, 1.2632, 1.2222, 0.5625]],
    ['1.3.2.3', [1, 1, 0.9997, 0.965]]
  ])('%s complied with each year\'s target', (code, compliance) => {
    expect(Object.values(figures(code).compliance).map(value => Number(value.toFixed(4)))).toEqual(compliance);
  });

  it('hold at every earlier cut, by the month of the plan', () => {
    expect([2020, 2021, 2022, 2023].map(year => figures('1.3.3.1', year)).map(({ month, light }) => [month, light])).toEqual([
      [12, 'amarillo'], [24, 'verde'], [36, 'verde'], [44, 'verde']
    ]);
    expect([2020, 2021, 2022].map(year => figures('1.3.4', year).light)).toEqual(['amarillo', 'amarillo', 'verde']);
    expect([2020, 2021, 2022].map(year => figures('1.3.3.2', year).light)).toEqual(['amarillo', 'verde', 'verde']);
  });

  it('give each year\'s compliance, none where there is no data', () => {
    expect(figures('1.3.3.1').compliance).toMatchObject({ 2020: expect.closeTo(19 / 15, 12), 2023: expect.closeTo(28 / 29, 12) });
    expect(Object.keys(figures('1.3.12').compliance)).toEqual(['2020', '2021', '2022']);
  });

  it('roll up by weight, with indicators of result at 0', () => {
    const rows = Array.from(published.values());
    const products = rows.filter(({ kind }) => kind === 'Producto');
    const weighted = products.map(row => ({ ...row, weight: 2 }));
    expect(cityRollUp([...rows.filter(({ kind }) => kind === 'Resultado').map(row => ({ ...row, weight: 5 })), ...weighted]))
      .toBeCloseTo((1 + 1 + 0.9 + 1 + 0.96 + 0.9929) / 6, 4);
    expect(cityRollUp(rows.filter(({ kind }) => kind === 'Resultado'))).toBeNull();
  });
});

describe('the city\'s rules', () => {
  it('take the latest of figures already accumulated, without subtracting the baseline', () => {
    expect(cityProgress(indicator({ accumulationForm: 'A', baseline: 50, planTarget: 100, achieved: [60, 70, 80, null] }))).toBe(0.8);
  });

  it('keep a level: a quarter of the plan each year, and the running year\'s by its months', () => {
    expect(cityProgress(indicator({ accumulationForm: 'M' }))).toBeCloseTo(0.75 + 0.25 * 8 / 12, 12);
    expect(cityProgress(indicator({ accumulationForm: 'M', targets: [10, 0, null, 10], achieved: [5, 5, 5, null] }))).toBe(0.125);
  });

  it('fall from the baseline, never below 0', () => {
    const falling = indicator({ accumulationForm: 'A', sense: 'Decreciente', baseline: 20, planTarget: 10 });
    expect(cityProgress({ ...falling, years: indicator({ achieved: [18, 16, 14, 13] }).years })).toBeCloseTo(0.7, 12);
    expect(cityProgress({ ...falling, years: indicator({ achieved: [25] }).years })).toBe(0);
    expect(cityProgress({ ...falling, planTarget: 20 })).toBeNull();
    expect(cityProgress({ ...falling, baseline: null })).toBeNull();
  });

  it('have none for falling figures that are not accumulated', () => {
    for (const accumulationForm of ['NoA', 'M'] as const) {
      const falling = indicator({ accumulationForm, sense: 'Decreciente' });
      expect([cityProgress(falling), cityCompliance(falling, falling.years[0])]).toEqual([null, null]);
    }
  });

  it('take "does not apply" and "no data" for what they are: they add nothing', () => {
    expect(cityProgress(indicator({ achieved: [10, null, 10, null] }))).toBe(0.5);
    expect(cityFigures(indicator({ achieved: [null, null, null, null] }))).toEqual({
      progress: null,
      compliance: {},
      month: 44,
      light: 'gris'
    });
    expect(cityFigures(indicator({ achieved: [] }))).toEqual({ progress: null, compliance: {}, month: null, light: 'gris' });
    expect(cityProgress(indicator({ planTarget: 0 }))).toBeNull();
    expect(cityProgress(indicator({ planTarget: null }))).toBeNull();
    expect(cityRollUp([indicator({ achieved: [null] }), indicator()])).toBe(0.5);
  });

  it('light by the month of the plan', () => {
    expect([cityPlanMonth(2020, 1), cityPlanMonth(2023, 8), cityPlanMonth(2023, 12), cityPlanMonth(2024, 5), cityPlanMonth(2019, 5)])
      .toEqual([1, 44, 48, 48, 1]);
    expect([0.825, 0.8249, 0.55, 0.5499].map(progress => cityLight(progress, 44))).toEqual(['verde', 'amarillo', 'amarillo', 'rojo']);
    expect([0.9, 0.6, 0.59].map(progress => cityLight(progress, 48))).toEqual(['verde', 'amarillo', 'rojo']);
    expect(cityLight(null, 44)).toBe('gris');
  });
});
