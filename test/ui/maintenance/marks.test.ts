import {
  type BaseMarks, changed, countChanges, marksOf, NO_CHANGES, redone, settledAt, toggleAll, undone
} from '../../../src/ui/features/maintenance/responsibilities/marks';

const BASE: BaseMarks = new Map([['R1', ['CI', 'COOP']], ['R2', []]]);
const put = (keyResult: string, process: string) => ({ keyResult, process, on: true });
const take = (keyResult: string, process: string) => ({ keyResult, process, on: false });

test('a mark put and taken again is no change, and every step has its way back', () => {
  const one = changed(NO_CHANGES, BASE, [put('R2', 'COM')]);
  expect(countChanges(BASE, one.now)).toEqual({ marks: 1, keyResults: 1 });
  const two = changed(one, BASE, [take('R2', 'COM')]);
  expect(countChanges(BASE, two.now)).toEqual({ marks: 0, keyResults: 0 });
  expect(marksOf(BASE, undone(two).now, 'R2')).toEqual(['COM']);
  expect(redone(undone(two)).now).toEqual(two.now);
  expect(undone(undone(undone(two))).now.size).toBe(0);
});

test('a step that changes nothing is none; a new one forgets what was undone', () => {
  expect(changed(NO_CHANGES, BASE, [put('R1', 'CI'), take('R2', 'CI')])).toBe(NO_CHANGES);
  const other = changed(undone(changed(NO_CHANGES, BASE, [put('R2', 'COM')])), BASE, [take('R1', 'CI')]);
  expect(redone(other)).toEqual(other);
  expect(marksOf(BASE, other.now, 'R1')).toEqual(['COOP']);
});

test('a group’s click puts the mark where any is missing, else takes it from all', () => {
  expect(toggleAll(BASE, new Map(), ['R1', 'R2'], 'CI').map(({ on }) => on)).toEqual([true, true]);
  expect(toggleAll(BASE, new Map([['R2', ['CI']]]), ['R1', 'R2'], 'CI').map(({ on }) => on)).toEqual([false, false]);
});

test('rows that were written are settled, the others stay as they are on screen', () => {
  const history = changed(changed(NO_CHANGES, BASE, [put('R2', 'COM')]), BASE, [take('R1', 'CI')]);
  const left = settledAt(history, new Map([...BASE, ['R2', ['COM']]]), new Set(['R2']));
  expect(Array.from(left.now.entries())).toEqual([['R1', ['COOP']]]);
  expect(left.past).toEqual([]);
});
