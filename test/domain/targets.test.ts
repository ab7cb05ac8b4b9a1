import { sortTargetChanges, targetAt, targetWithoutHistory } from '../../src/domain';
import type { TargetChange } from '../../src/domain';
import { keyResult } from './fixtures';

const change = (
  id: number,
  oldTarget: number | null,
  newTarget: number | null,
  effectiveOn: string,
  code = 'OE1-OT2-R5'
): TargetChange => ({
  id,
  keyResult: code,
  oldTarget,
  newTarget,
  effectiveOn,
  reason: 'Acta 4',
  author: null
});

describe('targets through time', () => {
  const changes = [change(2, 26, 30, '2023-01-01'), change(1, 7, 26, '2022-02-15'), change(3, 1, 2, '2021-06-01', 'OE9-OT9-R9')];

  it("are today's with later changes taken back", () => {
    expect(['2021-12-31', '2022-02-15', '2022-12-31', '2023-01-01'].map(day => targetAt(keyResult(), changes, day))).toEqual([
      7, 26, 26, 30
    ]);
    expect(targetAt(keyResult(), [], '2021-01-01')).toBe(30);
    expect(targetAt(keyResult(), [change(1, null, 30, '2022-01-01')], '2021-01-01')).toBeNull();
  });

  it('sort by day, then by row', () => {
    expect(
      sortTargetChanges([change(5, 1, 2, '2022-01-01'), change(4, 2, 3, '2022-01-01'), change(9, 0, 1, '2021-01-01')]).map(({ id }) => id)
    ).toEqual([9, 4, 5]);
  });

  it('show when one was edited without a row of its history', () => {
    expect(targetWithoutHistory(keyResult({ target: 30 }), changes)).toBe(false);
    expect(targetWithoutHistory(keyResult({ target: 31 }), changes)).toBe(true);
    expect(targetWithoutHistory(keyResult({ target: 31 }), [])).toBe(false);
  });
});
