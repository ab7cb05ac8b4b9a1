import { frozenStatuses, statusesOf } from '../../src/domain';
import type { KeyResultStatus } from '../../src/domain';
import { checkIn, close, keyResult, quarters, RULES } from './fixtures';

const plain = keyResult({ code: 'OE1-OT1-R1', target: 10 });
const yearly = keyResult({ code: 'OE1-OT1-R2', accumulation: 'SumPerYear', target: 4 });
const alias = keyResult({ code: 'OE1-OT1-R3', title: 'La misma medida', sameMeasureAs: 'OE1-OT1-R1', target: null });
const all = [plain, yearly, alias];
const checkIns = [
  checkIn({ keyResult: plain.code, quarter: '2021-T1', value: 2 }), checkIn({ keyResult: plain.code, quarter: '2021-T3', value: 5 }),
  checkIn({ keyResult: yearly.code, quarter: '2021-T2', value: 3 }), checkIn({ keyResult: yearly.code, quarter: '2022-T1', value: 1 })
];

describe('a closed quarter’s statuses', () => {
  it('are those of its last day', () => {
    const cutoffs = close({ keyResults: all, checkIns }, '2021-T2');
    const then = statusesOf({
      plan: RULES, keyResults: all, quarters: quarters('2021-T1'), baseQuarter: '2021-T1',
      cutoffs: close({ keyResults: all, checkIns }, '2021-T1'), checkIns: checkIns.filter(({ quarter }) => quarter === '2021-T2'),
      programmedTargets: [], today: '2021-06-30'
    });
    const frozen = frozenStatuses(all, cutoffs);
    for (const code of all.map(one => one.code)) {
      const { value, progress, expected, light, ratio, coverage, trail, aliasOf } = then.get(code) as KeyResultStatus;
      expect(frozen.get(code)).toMatchObject({ value, progress, expected, light, ratio, coverage, trail, aliasOf });
    }
  });

  it('stay what they were when the target, the dates or the light’s limits change', () => {
    const cutoffs = close({ keyResults: all, checkIns }, '2021-T3');
    const before = frozenStatuses(all, cutoffs).get(plain.code);
    const after = frozenStatuses([{ ...plain, target: 100, start: '2023-01-01' }, yearly, alias], cutoffs).get(plain.code);
    expect(after).toMatchObject({ progress: 0.7, light: before?.light, expected: before?.expected });
    expect(after?.keyResult.target).toBe(10);
  });

  it('show the year’s own sum, 0 in a year without a report', () => {
    expect(frozenStatuses(all, close({ keyResults: all, checkIns }, '2021-T4')).get(yearly.code)?.value).toBe(3);
    expect(frozenStatuses(all, close({ keyResults: all, checkIns: checkIns.slice(0, 3) }, '2022-T1')).get(yearly.code)?.value).toBe(0);
  });

  it('leave out what has no cutoff', () => {
    const cutoffs = close({ keyResults: [plain], checkIns }, '2021-T2');
    expect(Array.from(frozenStatuses(all, cutoffs).keys())).toEqual([plain.code]);
  });
});
