import { projectAtPace, valueOnLine } from '../../src/domain';
import type { DayValue } from '../../src/domain';

const points = (...pairs: [string, number][]): DayValue[] => pairs.map(([day, value]) => ({ day, value }));

describe('a value on a line', () => {
  it('lies between its neighbours, is the last one after them and unknown before the first', () => {
    const line = points(['2022-01-01', 0], ['2022-01-11', 1]);
    expect(valueOnLine(line, '2022-01-06')).toBeCloseTo(0.5);
    expect(valueOnLine(line, '2022-01-11')).toBe(1);
    expect(valueOnLine(line, '2023-01-01')).toBe(1);
    expect(valueOnLine(line, '2021-12-31')).toBeNull();
    expect(valueOnLine([], '2021-12-31')).toBeNull();
  });
});

describe('the end at the pace of the last year', () => {
  it('leaves out how it went before that year', () => {
    // Nothing in the first year, 0.365 in the second: 0.001 a day, 100 days to go.
    const line = points(['2021-01-01', 0], ['2022-01-01', 0], ['2023-01-01', 0.365]);
    expect(projectAtPace(line, '2023-04-11')).toBeCloseTo(0.465, 6);
  });

  it('takes the value a year ago from between two points', () => {
    const line = points(['2021-01-01', 0], ['2022-12-31', 0.73]);
    expect(projectAtPace(line, '2023-12-31')).toBeCloseTo(0.73 + 0.365 * (0.73 / 729 / 0.001), 4);
  });

  it('goes by what there is where it began less than a year ago, and by nothing where that is less than a quarter', () => {
    expect(projectAtPace(points(['2023-01-01', 0], ['2023-04-11', 0.2]), '2023-07-20')).toBeCloseTo(0.4, 6);
    expect(projectAtPace(points(['2023-01-01', 0], ['2023-02-01', 0.2]), '2023-07-20')).toBeNull();
  });

  it('is not told of one point, of none, or at the end', () => {
    expect(projectAtPace([], '2023-12-31')).toBeNull();
    expect(projectAtPace(points(['2023-01-01', 0.5]), '2023-12-31')).toBeNull();
    expect(projectAtPace(points(['2021-01-01', 0], ['2023-12-31', 0.5]), '2023-12-31')).toBeNull();
  });

  it('falls where the year fell', () => {
    expect(projectAtPace(points(['2022-01-01', 0.6], ['2023-01-01', 0.4]), '2024-01-01')).toBeCloseTo(0.2, 6);
  });
});
