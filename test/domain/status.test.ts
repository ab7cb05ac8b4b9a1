import type { CheckIn, KeyResult, KeyResultStatus } from '../../src/domain';
import { isStale, measureOf, statusesOf, statusOf } from '../../src/domain';
import { checkIn, close, keyResult, quarters, RULES } from './fixtures';

const TODAY = '2023-10-05';

function status(one: KeyResult, checkIns: CheckIn[], today = TODAY): KeyResultStatus {
  return statusOf({ keyResult: one, base: null, checkIns, quarters: quarters(), programmed: [], plan: RULES, today });
}

describe('a key result as it stands', () => {
  it('shows USD 19,9 of 30 million as yellow in October 2023', () => {
    const monto = status(keyResult(), [checkIn({ quarter: '2022-T4', value: 12 }), checkIn({ quarter: '2023-T2', value: 7.9 })]);
    expect(monto).toMatchObject({ value: 19.9, light: 'amarillo', coverage: true, stale: false, unapproved: 2, unapprovedValue: 19.9 });
    expect(monto.progress).toBeCloseTo(0.663, 3);
    expect(monto.expected).toBeCloseTo(0.92, 2);
    expect(monto.ratio).toBeCloseTo(0.663 / 0.92, 2);
  });

  it('is «sin dato» without any report, whatever is expected', () => {
    expect(status(keyResult(), [])).toMatchObject({
      light: 'sinDato', progress: null, value: null, ratio: null, coverage: false, stale: false, unapproved: 0
    });
  });

  it('is «sin meta» without target, but shows what was reported', () => {
    expect(status(keyResult({ target: null }), [checkIn({ quarter: '2023-T2', value: 30 })])).toMatchObject({
      light: 'sinMeta', value: 30, progress: null, expected: null, coverage: true
    });
  });

  it('counts returned reports, and says how much is not approved', () => {
    const rows = (['approved', 'pending', 'returned'] as const).map((review, index) =>
      checkIn({ quarter: '2023-T2', value: 2 ** index, review })
    );
    expect(status(keyResult(), rows)).toMatchObject({ value: 7, unapproved: 2, unapprovedValue: 6 });
    expect(status(keyResult({ accumulation: 'Latest' }), rows)).toMatchObject({ value: 4, unapproved: 2, unapprovedValue: null });
  });

  it('ignores other key results', () => {
    expect(status(keyResult(), [checkIn({ keyResult: 'OE1-OT2-R6', value: 3 })]).value).toBeNull();
  });

  it('is met for good by a sum, and by a reading only once its end has passed', () => {
    const rows = [checkIn({ quarter: '2023-T3', value: 31 })];
    expect(status(keyResult(), rows).light).toBe('cumplido');
    const reading = keyResult({ accumulation: 'Latest', end: '2023-10-05' });
    expect(status(reading, rows).light).toBe('verde');
    expect(status(reading, rows, '2023-10-06').light).toBe('cumplido');
    expect(status(keyResult({ accumulation: 'SumPerYear', target: 5, start: '2023-01-01' }), rows).light).toBe('verde');
    const scale = { direction: 'Qualitative' as const, accumulation: 'Latest' as const, target: null };
    expect(status(keyResult({ ...scale, scale: ['No', 'Sí'] }), [checkIn({ quarter: '2023-T3', value: 2 })]).light).toBe('verde');
    expect(status(keyResult({ ...scale, scale: ['Hecho'] }), [checkIn({ quarter: '2023-T3', value: 1 })]).light).toBe('cumplido');
  });

  it("draws progress at each quarter's end so far and today", () => {
    const rows = [
      checkIn({ quarter: '2021-T2', value: 3 }),
      checkIn({ quarter: '2021-T4', value: 6 }),
      checkIn({ quarter: '2022-T1', value: 1 })
    ];
    expect(status(keyResult(), rows, '2022-02-01').trail).toEqual([null, 0.1, 0.1, 0.3, 0.3333]);
  });

  it('counts an early report of a quarter that has not ended in today\'s figure only', () => {
    const rows = [checkIn({ quarter: '2021-T1', value: 3 }), checkIn({ quarter: '2021-T3', value: 3 })];
    expect(status(keyResult(), rows, '2021-07-01').trail).toEqual([0.1, 0.1, 0.2]);
  });
});

describe('«desactualizado»', () => {
  const reading = keyResult({ accumulation: 'Latest', baseline: 0, target: 60 });
  const reported = (quarter: string): CheckIn[] => [checkIn({ quarter, value: 52 })];

  it('once the last quarter whose window has passed got no report', () => {
    expect(status(reading, reported('2023-T1')).light).toBe('desactualizado');
    expect(status(reading, reported('2023-T2')).light).toBe('verde');
    expect(status(reading, reported('2023-T3')).light).toBe('verde');
    // The day the window of 2023-T3 has passed.
    expect(status(reading, reported('2023-T2'), '2023-10-10').stale).toBe(false);
    expect(status(reading, reported('2023-T2'), '2023-10-11').stale).toBe(true);
  });

  it('not for one that was never reported on: that has no data', () => {
    expect(status(reading, [])).toMatchObject({ light: 'sinDato', stale: false });
  });

  it('within the key result\'s dates only', () => {
    const ended = { start: '2021-01-01', end: '2022-06-30' };
    expect(isStale(ended, '2022-T2', quarters(), TODAY, 10)).toBe(false);
    expect(isStale(ended, '2022-T1', quarters(), TODAY, 10)).toBe(true);
    expect(isStale({ start: '2023-07-15', end: '2023-12-31' }, null, quarters(), TODAY, 10)).toBe(false);
  });
});

describe('base and aliases', () => {
  const original = keyResult({ code: 'OE3-OT1-R2', accumulation: 'SumPerYear', target: 20 });
  const alias = keyResult({ code: 'OE3-OT3-R1', sameMeasureAs: 'OE3-OT1-R2', target: null, unit: '', weight: 2, processes: [] });
  const rows = [
    checkIn({ keyResult: 'OE3-OT1-R2', quarter: '2021-T4', value: 22 }), checkIn({ keyResult: 'OE3-OT1-R2', quarter: '2022-T2', value: 5 }),
    checkIn({ keyResult: 'OE3-OT3-R1', quarter: '2022-T2', value: 99 })
  ];
  const all = { plan: RULES, quarters: quarters('2021-T4'), programmedTargets: [], today: '2022-07-05' };

  it('show the other\'s figures, and take no reports of their own', () => {
    const statuses = statusesOf({ ...all, keyResults: [alias, original], baseQuarter: null, cutoffs: [], checkIns: rows });
    expect(Array.from(statuses.keys())).toEqual(['OE3-OT3-R1', 'OE3-OT1-R2']);
    const { keyResult: own, aliasOf, ...figures } = statuses.get('OE3-OT3-R1') as KeyResultStatus;
    expect(aliasOf).toBe('OE3-OT1-R2');
    expect(own).toEqual({ ...alias, target: 20, unit: 'USD millones', accumulation: 'SumPerYear' });
    expect(statuses.get('OE3-OT1-R2')).toEqual({ ...figures, keyResult: original, aliasOf: null });
    expect(figures.value).toBe(5);
  });

  it('freeze the same figures under both codes, and each its own place and weight', () => {
    const [first, second] = close({ keyResults: [original, alias], checkIns: rows }, '2022-T2');
    expect(second).toEqual({ ...first, id: second.id, keyResult: 'OE3-OT3-R1', setting: { ...first.setting, weight: 2, processes: [] } });
    expect(first.target).toBe(20);
    expect(first).toMatchObject({ progress: 0.625, accumulated: { value: 5, year: 2022, pastYears: { 2021: 22 }, reports: 2 } });
  });

  it('fall back to their own figures where the other is missing or an alias itself', () => {
    const byCode = new Map([original, alias].map(one => [one.code, one]));
    expect(measureOf(alias, byCode)).toBe(original);
    expect(measureOf(alias, new Map())).toBe(alias);
    expect(measureOf(keyResult({ sameMeasureAs: 'OE3-OT3-R1' }), byCode).code).toBe('OE1-OT2-R5');
    const self = keyResult({ sameMeasureAs: 'OE1-OT2-R5' });
    expect(measureOf(self, new Map([[self.code, self]]))).toBe(self);
  });

  it('fold on from the base quarter alone: a late row of a closed quarter changes nothing', () => {
    const cutoffs = close({ keyResults: [original], checkIns: rows.slice(0, 1) }, '2021-T4');
    const input = { ...all, keyResults: [original], baseQuarter: '2021-T4', cutoffs };
    const late = checkIn({ keyResult: 'OE3-OT1-R2', quarter: '2021-T4', value: 100 });
    expect(statusesOf({ ...input, checkIns: [rows[1], late] })).toEqual(statusesOf({ ...input, checkIns: [rows[1]] }));
    expect(statusesOf({ ...input, checkIns: [rows[1]] }).get('OE3-OT1-R2')).toMatchObject({ value: 5, unapproved: 1 });
  });

  it('start from nothing where a key result has no cutoff of the base quarter', () => {
    const statuses = statusesOf({ ...all, keyResults: [original], baseQuarter: '2021-T4', cutoffs: [], checkIns: rows });
    expect(statuses.get('OE3-OT1-R2')).toMatchObject({ value: 5, accumulated: { reports: 1 } });
    expect(statuses.get('OE3-OT1-R2')?.trail).toHaveLength(7);
  });
});
