import type { Day, KeyResult, TargetChange } from './model';

/**
 * The target that held at the end of a day: today's, with the changes that came later taken back.
 * @param changes of this key result or of many, in any order
 */
export function targetAt(keyResult: KeyResult, changes: readonly TargetChange[], day: Day): number | null {
  const after = sortTargetChanges(changes.filter(change => change.keyResult === keyResult.code && change.effectiveOn > day));
  return after.length ? after[0].oldTarget : keyResult.target;
}

/** Changes by the day they took effect, then id; oldest first. */
export function sortTargetChanges(changes: readonly TargetChange[]): TargetChange[] {
  return [...changes].sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : a.id - b.id));
}

/** Whether the target was edited in the list without a row of its history: it differs from the last recorded change. */
export function targetWithoutHistory(keyResult: KeyResult, changes: readonly TargetChange[]): boolean {
  const own = sortTargetChanges(changes.filter(change => change.keyResult === keyResult.code));
  return own.length > 0 && own[own.length - 1].newTarget !== keyResult.target;
}
