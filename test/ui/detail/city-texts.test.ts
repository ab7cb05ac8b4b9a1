import { achievedText, cityPercent, cutOf, yearFigure } from '../../../src/ui/features/detail/city-texts';
import type { Indicator } from '../../../src/domain';
import { inMemoryServices } from '../../support/in-memory-services';

const indicator = (code: string): Indicator => {
  const found = inMemoryServices().data.indicators.find(row => row.code === code);
  if (!found) throw new Error(code);
  return found;
};

describe("the city's figures in words", () => {
  it('adds up what each year achieved on its own', () => {
    expect(achievedText(indicator('1.3.4'))).toEqual({ label: 'Logrado, 2020 a ago 2023', value: '27,276 de 30' });
  });

  it('gives what is kept up year by year as its latest year with data', () => {
    expect(achievedText(indicator('1.3.12'))).toEqual({ label: 'Logrado, 2022', value: '163,111 de 288,3' });
  });

  it('says nothing where nothing was achieved', () => {
    const none = indicator('1.3.4');
    expect(achievedText({ ...none, years: none.years.map(year => ({ ...year, achieved: null })) })).toBeNull();
  });

  it('names a cut by its month, and a whole year by itself', () => {
    const years = [...indicator('1.3.4').years].sort((a, b) => a.year - b.year);
    expect(years.map(cutOf)).toEqual(['2020', '2021', '2022', 'ago 2023']);
  });

  it("says the city's two kinds of nothing for what they are", () => {
    expect([yearFigure(null, 'notApplicable'), yearFigure(null, 'noData'), yearFigure(null, null), yearFigure(6.532, null)]).toEqual([
      'No aplica', 'Sin dato', '—', '6,532'
    ]);
  });

  it('gives percentages one decimal', () => {
    expect(cityPercent(1.0384)).toBe('103,8\u00a0%');
    expect(cityPercent(null)).toBe('—');
  });
});
