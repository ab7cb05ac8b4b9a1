import { section } from './plan-text';
import type { SeedIndicator } from './seed-types';
import { seedIndicators } from './seed-types';

const byCode = new Map(seedIndicators.map((i) => [i.code, i]));
const get = (code: string): SeedIndicator => {
  const found = byCode.get(code);
  if (!found) throw new Error(`No indicator ${code}`);
  return found;
};
/** Rows of the tables of the plan's section 4.5: title, unit, target. */
const planRows = section('Indicadores de Resultado', '5.1 ').map((l) => l.split('\t')).filter((c) => c.length === 3 && /^\d/.test(c[2]));
/** Progress at the end of each year as the city counts what is not accumulated: the sum of the achieved over the plan's target. */
const cuts = (i: SeedIndicator): number[] => {
  let sum = 0;
  return i.years.map((y) => {
    sum += Math.max(0, y.achieved);
    return Math.round((sum / i.planTarget) * 1000) / 1000;
  });
};

describe('indicators.json', () => {
  it('has the nine indicators once each: three of result, six of product', () => {
    expect(byCode.size).toBe(9);
    expect(seedIndicators.filter((i) => i.kind === 'Resultado').map((i) => i.code)).toEqual(['1.3.3', '1.3.4', '1.3.12']);
    expect(seedIndicators.filter((i) => i.kind === 'Producto')).toHaveLength(6);
    for (const i of seedIndicators) expect(i.weight).toBe(i.kind === 'Resultado' ? 0 : 1);
  });

  it('has four years each, the last one cut in August', () => {
    for (const i of seedIndicators) {
      expect(i.years.map((y) => [y.year, y.cutMonth])).toEqual([[2020, 12], [2021, 12], [2022, 12], [2023, 8]]);
      expect(['A', 'NoA', 'M']).toContain(i.accumulationForm);
      expect(i.sense).toBe('Creciente');
    }
  });

  it('has the targets of the plan (§4.5), under the titles of the Plan Indicativo', () => {
    expect(planRows).toHaveLength(9);
    const worded = (title: string): string => title.replace(/\. \* <i>.*$/, '');
    for (const [title, , target] of planRows) {
      const found = seedIndicators.find((i) => i.title === worded(title));
      // The plan names 1.3.12 otherwise ("Monto de alianzas para el desarrollo Monto a partir de…").
      expect((found ?? get('1.3.12')).planTarget).toBe(Number(target.replace(',', '.')));
    }
    expect(planRows.filter(([title]) => !seedIndicators.some((i) => i.title === worded(title)))).toHaveLength(1);
  });

  it('gives the progress that the city published', () => {
    expect(cuts(get('1.3.3.1'))).toEqual([0.211, 0.456, 0.722, 1.033]);
    expect(cuts(get('1.3.4'))).toEqual([0.166, 0.444, 0.691, 0.909]);
    expect(cuts(get('1.3.3.5'))[3]).toBe(0.96);
    expect(cuts(get('1.3.3'))[3]).toBe(1.018);
    expect(cuts(get('1.3.2.3'))[3]).toBe(0.993);
  });

  it('keeps the city\'s marks for "no data" and "does not apply" as given', () => {
    expect(get('1.3.12').years[3].achieved).toBe(-2);
    expect(get('1.3.2.3').baseline).toBe(-1);
    expect(seedIndicators.flatMap((i) => i.years).filter((y) => y.achieved < 0)).toHaveLength(1);
  });
});
