import { cutoffsOfClosedQuarters } from '../../src/application';
import { checkIn, close, keyResult, quarters, RULES } from '../domain/fixtures';
import { sampleData } from '../support/in-memory-seed';

describe('cutoff rows of closed quarters', () => {
  const data = sampleData();

  it('come out for each closed quarter of the real plan and each key result', () => {
    expect(data.cutoffs).toHaveLength(10 * 79);
    expect(new Set(data.cutoffs.map(({ keyResult: code, quarter }) => `${code}/${quarter}`)).size).toBe(10 * 79);
    expect(data.cutoffs[data.cutoffs.length - 1].quarter).toBe('2023-T2');
  });

  it('keep the target of their time: OE1-OT4-R1 stood at 143 % of 7 in 2021-T4', () => {
    const rows = data.cutoffs.filter(({ keyResult: code }) => code === 'OE1-OT4-R1');
    expect(rows.map(({ target }) => target)).toEqual([7, 7, 7, 7, 26, 26, 26, 26, 26, 26]);
    expect(rows[3].progress).toBeCloseTo(10 / 7, 12);
    expect(rows[9].trail).toHaveLength(10);
  });

  it('are what closing one quarter after another gives', () => {
    const one = keyResult({ accumulation: 'SumPerYear', target: 4 });
    const checkIns = ['2021-T1', '2021-T4', '2022-T1'].map(quarter => checkIn({ quarter, value: 2 }));
    const rows = cutoffsOfClosedQuarters({
      plan: RULES, strategicObjectives: [], tacticalObjectives: [], keyResults: [one], quarters: [...quarters('2022-T1')].reverse(), checkIns,
      programmedTargets: [], targetChanges: []
    });
    expect(rows.map(({ quarter }) => quarter)).toEqual(['2021-T1', '2021-T2', '2021-T3', '2021-T4', '2022-T1']);
    expect(rows.slice(-1)).toEqual(close({ keyResults: [one], checkIns }, '2022-T1').map(({ id: _, ...row }) => row));
    expect(rows[4]).toMatchObject({ accumulated: { value: 2, year: 2022, pastYears: { 2021: 4 } }, progress: 0.75 });
  });

  it('are none while no quarter is closed', () => {
    expect(cutoffsOfClosedQuarters({ ...data, quarters: quarters() })).toEqual([]);
  });
});
