import type { KeyResultCode, ProcessCode } from '../../../../domain';

/** Who answers for what, by key result; only of those whose marks differ from what the list holds. */
export type Marks = ReadonlyMap<KeyResultCode, readonly ProcessCode[]>;

/** Marks as they are and as they were: a step back for every step taken. */
export interface MarkHistory {
  readonly past: readonly Marks[];
  readonly now: Marks;
  readonly future: readonly Marks[];
}

export const NO_CHANGES: MarkHistory = { past: [], now: new Map(), future: [] };

/** One mark to be put or taken. */
export interface MarkChange {
  readonly keyResult: KeyResultCode;
  readonly process: ProcessCode;
  readonly on: boolean;
}

export type BaseMarks = ReadonlyMap<KeyResultCode, readonly ProcessCode[]>;

export function marksOf(base: BaseMarks, marks: Marks, keyResult: KeyResultCode): readonly ProcessCode[] {
  return marks.get(keyResult) || base.get(keyResult) || [];
}

function same(a: readonly ProcessCode[], b: readonly ProcessCode[]): boolean {
  return a.length === b.length && a.every((code) => b.indexOf(code) >= 0);
}

/** Takes a step: a row that is as the list has it again is no change. Nothing changed is no step. */
export function changed(history: MarkHistory, base: BaseMarks, changes: readonly MarkChange[]): MarkHistory {
  const next = new Map(history.now);
  let any = false;
  for (const { keyResult, process, on } of changes) {
    const marks = next.get(keyResult) || base.get(keyResult) || [];
    if ((marks.indexOf(process) >= 0) === on) continue;
    any = true;
    next.set(keyResult, on ? [...marks, process] : marks.filter((code) => code !== process));
  }
  if (!any) return history;
  return { past: [...history.past, history.now], now: pruned(next, base), future: [] };
}

function pruned(marks: Marks, base: BaseMarks): Marks {
  return new Map(Array.from(marks.entries()).filter(([code, processes]) => !same(processes, base.get(code) || [])));
}

export function undone({ past, now, future }: MarkHistory): MarkHistory {
  return past.length === 0 ? { past, now, future } : { past: past.slice(0, -1), now: past[past.length - 1], future: [now, ...future] };
}

export function redone({ past, now, future }: MarkHistory): MarkHistory {
  return future.length === 0 ? { past, now, future } : { past: [...past, now], now: future[0], future: future.slice(1) };
}

/** After rows were written or taken from the list: steps before that no longer lead anywhere. @param settled rows that are as the list has them */
export function settledAt(history: MarkHistory, base: BaseMarks, settled: ReadonlySet<KeyResultCode>): MarkHistory {
  const left = new Map(Array.from(history.now.entries()).filter(([code]) => !settled.has(code)));
  return { past: [], now: pruned(left, base), future: [] };
}

/** Marks that differ, and the key results they are in. */
export function countChanges(base: BaseMarks, marks: Marks): { readonly marks: number; readonly keyResults: number } {
  let count = 0;
  marks.forEach((processes, code) => {
    const before = base.get(code) || [];
    count += processes.filter((one) => before.indexOf(one) < 0).length + before.filter((one) => processes.indexOf(one) < 0).length;
  });
  return { marks: count, keyResults: marks.size };
}

/** What a click on a cell, or on a group's, does: put where any is missing, else take. */
export function toggleAll(base: BaseMarks, marks: Marks, keyResults: readonly KeyResultCode[], process: ProcessCode): MarkChange[] {
  const on = keyResults.some((code) => marksOf(base, marks, code).indexOf(process) < 0);
  return keyResults.map((keyResult) => ({ keyResult, process, on }));
}
