import { addDays, bogotaDay, sortTargetChanges } from '../../../domain';
import type { Cutoff, Day, KeyResult, Quarter, TargetChange } from '../../../domain';
import type { TargetVersion } from '../../../application/workspace';
import type { TargetStep } from '../../charts/history-model';

/** One version of a key result's target. */
export interface TargetEntry {
  readonly key: string;
  /** When it began to hold; `null` for the target the plan was loaded with. */
  readonly from: Day | null;
  readonly oldTarget: number | null;
  readonly newTarget: number | null;
  readonly reason: string;
  readonly author: string;
  /** False: edited in the list, without a row of its history. */
  readonly recorded: boolean;
}

export interface TargetHistory {
  /** Newest first. */
  readonly entries: readonly TargetEntry[];
  /** Oldest first, for the chart. */
  readonly steps: readonly TargetStep[];
  /** The target of today is not the one that was recorded last. */
  readonly unrecorded: boolean;
}

export interface TargetHistoryInput {
  readonly keyResult: KeyResult;
  readonly changes: readonly TargetChange[];
  readonly cutoffs: readonly Cutoff[];
  readonly quarters: readonly Quarter[];
  /** Versions of the row; `null` until asked for. */
  readonly versions: readonly TargetVersion[] | null;
  readonly today: Day;
}

/** Versions that no recorded change accounts for, oldest first; the first version of all is the loading of the plan. */
function unrecordedVersions(
  versions: readonly TargetVersion[],
  changes: readonly TargetChange[]
): { version: TargetVersion; before: number | null }[] {
  const oldestFirst = [...versions].sort((a, b) =>
    a.changedOn < b.changedOn ? -1 : a.changedOn > b.changedOn ? 1 : compareVersions(a.version, b.version)
  );
  const left = [...changes];
  return oldestFirst.flatMap((version, index) => {
    if (index === 0) {
      return [];
    }
    const before = oldestFirst[index - 1].target;
    const found = left.findIndex(change => change.newTarget === version.target);
    if (found >= 0) {
      left.splice(found, 1);
      return [];
    }
    return version.target === before ? [] : [{ version, before }];
  });
}

function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, undefined, { numeric: true });
}

/** The day from which the cutoffs show that today's target differs from what was recorded: after the last one that has another. */
function differsFrom(input: TargetHistoryInput): Day {
  const ends = new Map(input.quarters.map(quarter => [quarter.code, quarter.end]));
  const others = input.cutoffs
    .filter(cutoff => cutoff.target !== input.keyResult.target)
    .map(cutoff => ends.get(cutoff.quarter))
    .filter(Boolean) as Day[];
  return others.length === 0 ? input.today : addDays(others.sort()[others.length - 1], 1);
}

/** How a key result's target came to be what it is, from its recorded changes, its cutoffs and, once read, its row's versions. */
export function targetHistory(input: TargetHistoryInput): TargetHistory {
  const { keyResult, versions } = input;
  const changes = sortTargetChanges(input.changes.filter(change => change.keyResult === keyResult.code));
  const recordedLast = changes.length > 0 ? changes[changes.length - 1].newTarget : lastFrozen(input.cutoffs);
  const unrecorded = recordedLast !== undefined && recordedLast !== keyResult.target;
  const entries: TargetEntry[] = changes.map(change => ({
    key: `change-${change.id}`,
    from: change.effectiveOn,
    oldTarget: change.oldTarget,
    newTarget: change.newTarget,
    reason: change.reason,
    author: change.author ? change.author.name : '',
    recorded: true
  }));
  if (versions !== null) {
    entries.push(
      ...unrecordedVersions(versions, changes).map(({ version, before }) => ({
        key: `version-${version.version}`,
        from: bogotaDay(new Date(version.changedOn)),
        oldTarget: before,
        newTarget: version.target,
        reason: '',
        author: version.author ? version.author.name : '',
        recorded: false
      }))
    );
  } else if (unrecorded) {
    entries.push({
      key: 'unrecorded',
      from: null,
      oldTarget: recordedLast ?? null,
      newTarget: keyResult.target,
      reason: '',
      author: '',
      recorded: false
    });
  }
  // An entry without a day is an edit whose day is not known yet: the newest.
  entries.sort((a, b) => ((a.from ?? '9999') < (b.from ?? '9999') ? 1 : (a.from ?? '9999') > (b.from ?? '9999') ? -1 : 0));

  const loaded = entries.length > 0 ? entries[entries.length - 1].oldTarget : keyResult.target;
  const steps: TargetStep[] = loaded === null ? [] : [{ from: keyResult.start, value: loaded }];
  for (const entry of [...entries].reverse()) {
    const from = entry.from ?? differsFrom(input);
    if (entry.newTarget !== null && (steps.length === 0 || steps[steps.length - 1].value !== entry.newTarget)) {
      steps.push({ from, value: entry.newTarget });
    }
  }
  const initial: TargetEntry = {
    key: 'loaded',
    from: null,
    oldTarget: null,
    newTarget: loaded,
    reason: '',
    author: '',
    recorded: true
  };
  return { entries: loaded === null ? entries : [...entries, initial], steps, unrecorded };
}

/** The target that the last cutoff froze; `undefined` when nothing has been closed. */
function lastFrozen(cutoffs: readonly Cutoff[]): number | null | undefined {
  const last = [...cutoffs].sort((a, b) => (a.quarter < b.quarter ? -1 : 1))[cutoffs.length - 1];
  return last ? last.target : undefined;
}
