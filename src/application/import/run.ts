import { type AppError, isAppError } from '../errors';
import type { PlanWriter, RowKeys, WriteOfRow } from '../ports';
import type { ListName } from '../../domain';
import { needOf, type PreviewEntry } from './preview';
import { type PlainRow, type PlainValue, sameValue, type SiteRows, textOf } from './rows';
import { TABLES, tableOf, titleFor } from './tables';

export type DoneKind = 'created' | 'changed' | 'already' | 'failed' | 'left';

/** What became of one entry. */
export interface DoneEntry {
  readonly entry: PreviewEntry;
  readonly kind: DoneKind;
  /** The row's id in its list; `null` where there is none. */
  readonly id: number | null;
  readonly error: AppError | null;
}

export interface RunProgress {
  readonly done: number;
  readonly total: number;
  /** The list being written. */
  readonly list: ListName;
}

export interface RunResult {
  readonly done: readonly DoneEntry[];
  /** Why it stopped before the end; `null` when it came to it. Run it again with a fresh reading to go on. */
  readonly stopped: AppError | null;
  /** A person stopped it. */
  readonly cancelled: boolean;
}

/** SharePoint takes no more in one batch; also how far an interruption can reach. */
export const BATCH = 100;

interface Planned {
  readonly entry: PreviewEntry;
  readonly write: WriteOfRow;
  /** Completes what another write began: not counted by itself. */
  readonly second?: true;
}

/** Failures that every further request would meet as well. */
const STOPPING: readonly AppError['kind'][] = ['offline', 'throttled', 'unavailable', 'noAccess', 'listsMissing', 'listMissing', 'columnMissing'];

/** The columns to write of a new row, or of a change. Quarters are born open: their check-ins must get in before they close. */
function rowOf(entry: PreviewEntry): PlainRow {
  const row: Record<string, PlainValue> = {};
  for (const { column, after } of entry.changes) row[column.name] = after;
  if (entry.stored !== null) return row;
  const table = tableOf(entry.list);
  if (table.columns.some(({ name, derived }) => name === 'Title' && derived)) row.Title = titleFor(entry.list, row);
  if (entry.list === 'Quarters') {
    row.State = 'open';
    delete row.ClosedOn;
    delete row.LastCheckInId;
  }
  return row;
}

/** Of the new quarters, those that their file has as closed, with what closing left on them. */
function closings(entries: readonly PreviewEntry[]): Planned[] {
  return entries.filter(({ list, stored }) => list === 'Quarters' && stored === null).flatMap(entry => {
    const after = (name: string): PlainValue => entry.changes.find(({ column }) => column.name === name)?.after ?? null;
    if (after('State') !== 'closed') return [];
    const row = { State: 'closed', ClosedOn: after('ClosedOn'), LastCheckInId: after('LastCheckInId') };
    return [{ entry, write: { kind: 'merge' as const, list: entry.list, key: entry.key, id: 0, etag: '', row }, second: true as const }];
  });
}

/** A row that points to one of its own list waits for the others: they must be there to be pointed to. */
function stagesOf(entries: readonly PreviewEntry[]): Planned[][] {
  const stages: Planned[][] = [];
  for (const { list } of TABLES) {
    const own = entries.filter(entry => entry.list === list);
    const waits = (entry: PreviewEntry): boolean => entry.needs.some(need => need.indexOf(`${list} `) === 0);
    for (const stage of [own.filter(entry => !waits(entry)), own.filter(waits)]) {
      if (stage.length > 0) {
        stages.push(stage.map(entry => ({
          entry,
          write: entry.stored === null
            ? { kind: 'add', list, key: entry.key, row: rowOf(entry) }
            : { kind: 'merge', list, key: entry.key, id: entry.stored.id, etag: entry.stored.etag, row: rowOf(entry) }
        })));
      }
    }
  }
  const closing = closings(entries);
  return closing.length > 0 ? [...stages, closing] : stages;
}

class Run {
  private readonly keys: Map<string, { id: number; etag: string; version: string }> = new Map();
  private readonly done = new Map<string, DoneEntry>();
  private count = 0;

  public constructor(
    private readonly writer: PlanWriter, site: SiteRows, private readonly entries: readonly PreviewEntry[],
    private readonly onProgress: (progress: RunProgress) => void, private readonly isCancelled: () => boolean
  ) {
    site.forEach((rows, list) => rows.forEach(row => {
      const known = needOf(list, row.key);
      if (!this.keys.has(known)) this.keys.set(known, { id: row.id, etag: row.etag, version: row.version });
    }));
  }

  public async all(): Promise<RunResult> {
    let stopped: AppError | null = null;
    let cancelled = false;
    try {
      await this.offerQuarters();
      for (const stage of stagesOf(this.entries)) {
        for (let from = 0; from < stage.length && !cancelled && stopped === null; from += BATCH) {
          cancelled = this.isCancelled();
          if (!cancelled) stopped = await this.batch(stage.slice(from, from + BATCH));
        }
      }
    } catch (error) {
      if (!isAppError(error)) throw error;
      stopped = error;
    }
    const left = this.entries.filter(({ id }) => !this.done.has(id)).map((entry): DoneEntry => ({ entry, kind: 'left', id: null, error: null }));
    return { done: [...Array.from(this.done.values()), ...left], stopped, cancelled };
  }

  /** The columns that hold a quarter offer only those of the plans they know. */
  private async offerQuarters(): Promise<void> {
    const codes = this.entries.filter(({ list, kind }) => list === 'Quarters' && kind === 'create').map(({ key }) => key.slice(key.indexOf('/') + 1));
    if (codes.length > 0) await this.writer.offerQuarters(codes);
  }

  private async batch(planned: readonly Planned[]): Promise<AppError | null> {
    const ready = planned.filter(one => this.isReady(one));
    const known: RowKeys = (list, key) => this.keys.get(needOf(list, key))?.id ?? null;
    const outcomes = await this.writer.writeRows(ready.map(one => this.withOwnRow(one)), known);
    let stopping: AppError | null = null;
    outcomes.forEach((outcome, index) => {
      const { entry, write, second } = ready[index];
      if (outcome.ok) {
        this.keys.set(needOf(entry.list, entry.key), { id: outcome.id, etag: outcome.etag, version: write.kind === 'add' ? '1.0' : this.versionOf(entry) });
        if (!second) this.done.set(entry.id, { entry, kind: write.kind === 'add' ? 'created' : 'changed', id: outcome.id, error: null });
      } else {
        if (STOPPING.indexOf(outcome.error.kind) >= 0) stopping = outcome.error;
        if (stopping === null || outcome.error.kind === 'noAccess') this.done.set(entry.id, { entry, kind: 'failed', id: null, error: outcome.error });
      }
    });
    this.count += ready.filter(({ second }) => !second).length;
    this.onProgress({ done: this.count, total: this.entries.length, list: planned[0].entry.list });
    return stopping;
  }

  /** Without its parent a row has nothing to hang on: it stays out, and a further run takes it up. */
  private isReady({ entry, second }: Planned): boolean {
    if (second) return this.keys.has(needOf(entry.list, entry.key));
    return entry.needs.every(need => this.keys.has(need));
  }

  private withOwnRow({ entry, write, second }: Planned): WriteOfRow {
    if (second && write.kind === 'merge') {
      const row = this.keys.get(needOf(entry.list, entry.key));
      return row ? { ...write, id: row.id, etag: row.etag } : write;
    }
    if (entry.list !== 'Reviews' || textOf(write.row, 'Version0') !== 'actual') return write;
    return { ...write, row: { ...write.row, Version0: this.keys.get(needOf('CheckIns', textOf(write.row, 'CheckIn')))?.version ?? '1.0' } };
  }

  private versionOf(entry: PreviewEntry): string {
    return this.keys.get(needOf(entry.list, entry.key))?.version ?? '1.0';
  }
}

/**
 * Writes the entries, a batch at a time, each list after those it points to. What comes out is said of each entry; nothing is written
 * twice: a new row is known by its key, and a change is refused where the row is no longer the one that was looked at.
 * @param site as it was read for the preview
 */
export function runImport(
  writer: PlanWriter, site: SiteRows, entries: readonly PreviewEntry[], onProgress: (progress: RunProgress) => void = () => undefined,
  isCancelled: () => boolean = () => false
): Promise<RunResult> {
  return new Run(writer, site, entries, onProgress, isCancelled).all();
}

/**
 * What is left of a run that stopped, after the site was read again: entries whose row is as wanted are done, changes of rows that somebody
 * else changed since the preview are refused, and the rest goes on.
 * @param entries of the preview that was confirmed; `fresh`: of a new one of the same file
 */
export function resume(entries: readonly PreviewEntry[], fresh: readonly PreviewEntry[]): { done: DoneEntry[]; left: PreviewEntry[]; changed: PreviewEntry[] } {
  const now = new Map(fresh.map(entry => [entry.id, entry]));
  const done: DoneEntry[] = [];
  const left: PreviewEntry[] = [];
  const changed: PreviewEntry[] = [];
  for (const entry of entries) {
    const next = now.get(entry.id);
    if (!next || next.kind === 'refuse') changed.push(next || entry);
    else if (next.kind === 'same') done.push({ entry, kind: 'already', id: next.stored && next.stored.id, error: null });
    else if (entry.stored !== null && next.stored !== null && next.stored.etag !== entry.stored.etag && !sameStored(entry, next)) {
      changed.push({ ...next, kind: 'refuse', issues: [...next.issues, { kind: 'changedMeanwhile', severity: 'error' }] });
    } else left.push(next);
  }
  return { done, left, changed };
}

/** A new version that holds what the old one did: an edit elsewhere in the row would show in `changes` of a column the file lacks. */
function sameStored(one: PreviewEntry, other: PreviewEntry): boolean {
  return one.stored !== null && other.stored !== null
    && tableOf(one.list).columns.every(({ name }) => sameValue(one.stored?.values[name], other.stored?.values[name]));
}
