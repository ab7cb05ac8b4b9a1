import { targetHistory } from '../../../src/ui/features/detail/target-history';
import type { TargetHistoryInput } from '../../../src/ui/features/detail/target-history';
import { olderQuarters, reportRows } from '../../../src/ui/features/detail/report-rows';
import { NOTHING } from '../../../src/domain';
import type { TargetChange } from '../../../src/domain';
import { checkIn, cutoffs, keyResult, quarters } from '../charts/fixtures';

function change(oldTarget: number | null, newTarget: number | null, effectiveOn: string): TargetChange {
  return {
    id: Number(effectiveOn.replace(/-/g, '')),
    keyResult: 'OE1-OT4-R1',
    oldTarget,
    newTarget,
    reason: 'Razón',
    effectiveOn,
    author: null
  };
}

const input = (values: Partial<TargetHistoryInput>): TargetHistoryInput => ({
  keyResult: keyResult(),
  changes: [],
  cutoffs: [],
  quarters: quarters('2023-T2'),
  versions: null,
  today: '2023-10-05',
  ...values
});

const version = (
  label: string,
  target: number | null,
  changedOn: string
): { version: string; target: number | null; changedOn: string; author: null } => ({ version: label, target, changedOn, author: null });

describe('versions of the target', () => {
  it('starts with the target of the first load', () => {
    const { entries, steps, unrecorded } = targetHistory(input({}));
    expect(entries).toEqual([expect.objectContaining({ key: 'loaded', newTarget: 26, recorded: true })]);
    expect(steps).toEqual([{ from: '2021-01-01', value: 26 }]);
    expect(unrecorded).toBe(false);
  });

  it('lists recorded changes newest first and draws them oldest first', () => {
    const { entries, steps, unrecorded } = targetHistory(input({ changes: [change(7, 20, '2022-02-15'), change(20, 26, '2023-01-10')] }));
    expect(entries.map(entry => [entry.oldTarget, entry.newTarget, entry.from])).toEqual([
      [20, 26, '2023-01-10'],
      [7, 20, '2022-02-15'],
      [null, 7, null]
    ]);
    expect(steps).toEqual([
      { from: '2021-01-01', value: 7 },
      { from: '2022-02-15', value: 20 },
      { from: '2023-01-10', value: 26 }
    ]);
    expect(unrecorded).toBe(false);
  });

  it('flags a target that is not the one recorded last', () => {
    const { entries, unrecorded } = targetHistory(input({ changes: [change(7, 20, '2022-02-15')] }));
    expect(unrecorded).toBe(true);
    expect(entries[0]).toMatchObject({ oldTarget: 20, newTarget: 26, from: null, recorded: false });
  });

  it('flags a target that differs from what the last cutoff froze, and draws it from the day after that', () => {
    const frozen = cutoffs(keyResult(), { '2021-T1': [], '2023-T2': [] }, () => ({ target: 7 }));
    const { entries, steps } = targetHistory(input({ cutoffs: frozen }));
    expect(entries[0]).toMatchObject({ oldTarget: 7, newTarget: 26, recorded: false });
    expect(steps).toEqual([
      { from: '2021-01-01', value: 7 },
      { from: '2023-07-01', value: 26 }
    ]);
  });

  it("finds in the row's versions what nobody recorded, and when", () => {
    const versions = [
      version('4.0', 26, '2023-03-02T20:00:00Z'),
      version('3.0', 20, '2022-02-15T15:00:00Z'),
      version('1.0', 7, '2021-01-01T15:00:00Z')
    ];
    const { entries } = targetHistory(input({ changes: [change(7, 20, '2022-02-15')], versions }));
    expect(entries.map(entry => [entry.oldTarget, entry.newTarget, entry.from, entry.recorded])).toEqual([
      [20, 26, '2023-03-02', false],
      [7, 20, '2022-02-15', true],
      [null, 7, null, true]
    ]);
  });

  it('finds a change that was taken back', () => {
    const versions = [
      version('3.0', 26, '2023-03-02T20:00:00Z'),
      version('2.0', 30, '2023-03-01T20:00:00Z'),
      version('1.0', 26, '2021-01-01T15:00:00Z')
    ];
    const { entries } = targetHistory(input({ versions }));
    expect(entries.filter(entry => !entry.recorded).map(entry => [entry.oldTarget, entry.newTarget])).toEqual([
      [30, 26],
      [26, 30]
    ]);
  });

  it('takes the day of a version in Bogotá', () => {
    const versions = [version('2.0', 26, '2023-03-02T03:00:00Z'), version('1.0', 7, '2021-01-01T15:00:00Z')];
    expect(targetHistory(input({ versions })).entries[0].from).toBe('2023-03-01');
  });

  it('has nothing to say of a key result without a target', () => {
    expect(targetHistory(input({ keyResult: keyResult({ target: null }) }))).toEqual({ entries: [], steps: [], unrecorded: false });
  });
});

describe('reports and what they led to', () => {
  const ends = new Map(quarters('').map(quarter => [quarter.code, quarter.end]));

  it('adds contributions up from the state before, newest first', () => {
    const base = { ...NOTHING, value: 20, reports: 9, lastQuarter: '2023-T1', lastReportedOn: '2023-04-01T15:00:00Z' };
    const rows = reportRows(keyResult(), [checkIn('2023-T3', 1), checkIn('2023-T2', 2)], base, ends);
    expect(rows.map(row => [row.checkIn.quarter, row.standsAt])).toEqual([
      ['2023-T3', 23],
      ['2023-T2', 22]
    ]);
  });

  it('starts sums per year again', () => {
    const yearly = keyResult({ accumulation: 'SumPerYear', target: 4 });
    const rows = reportRows(yearly, [checkIn('2022-T1', 1), checkIn('2021-T4', 3)], NOTHING, ends);
    expect(rows.map(row => row.standsAt)).toEqual([1, 3]);
  });

  it('offers only the closed quarters in which somebody reported, newest first, each with the state before it', () => {
    const subject = keyResult();
    const older = olderQuarters(
      cutoffs(subject, { '2022-T3': [checkIn('2022-T3', 3)], '2022-T4': [], '2023-T1': [checkIn('2023-T1', 1), checkIn('2023-T1', 1)] })
    );
    expect(older.map(quarter => [quarter.quarter, quarter.reports, quarter.base.value])).toEqual([
      ['2023-T1', 2, 3],
      ['2022-T3', 1, null]
    ]);
  });
});
