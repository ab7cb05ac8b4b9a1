import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { Board } from '../../../../application/board';
import { isAppError } from '../../../../application/errors';
import type { ResponsibleRow } from '../../../../application/quality';
import type { KeyResultCode, ProcessCode } from '../../../../domain';
import { usePause } from '../../../components/pause/use-pause';
import type { Pause } from '../../../components/pause/use-pause';
import { useMounted } from '../../../data/use-mounted';
import { useFrame } from '../../../frame';
import { plural } from '../../../formatting';
import { useServices } from '../../../services';
import { changed, countChanges, NO_CHANGES, redone, settledAt, undone } from './marks';
import type { BaseMarks, MarkChange, MarkHistory, Marks } from './marks';

/** A row that somebody else changed while it was being edited. */
export interface MarkConflict {
  readonly keyResult: KeyResultCode;
  readonly mine: readonly ProcessCode[];
  readonly theirs: readonly ProcessCode[];
  readonly row: ResponsibleRow;
}

export interface Responsibilities {
  /** Marks as the list holds them; `null` until they are read. */
  readonly base: BaseMarks | null;
  readonly marks: Marks;
  readonly counts: { readonly marks: number; readonly keyResults: number };
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly readError: unknown;
  readonly saveError: unknown;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly conflicts: readonly MarkConflict[];
  /** SharePoint asked for a pause; saving goes on by itself. */
  readonly pause: Pause | null;
  readonly stopWaiting: () => void;
  readonly reload: () => void;
  readonly change: (changes: readonly MarkChange[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly discard: () => void;
  readonly save: () => void;
  /** Of a conflict: writes what is on screen over theirs, or takes theirs. */
  readonly keepMine: (conflict: MarkConflict) => void;
  readonly useTheirs: (conflict: MarkConflict) => void;
}

/** The matrix being edited: read with its ETags, changed here, written in batches, conflicts row by row. */
export function useResponsibilities(board: Board, refresh: () => Promise<void>): Responsibilities {
  const { responsibilities } = useServices();
  const { say } = useFrame();
  const { keyResults, processes } = board.workspace;
  const [rows, setRows] = React.useState<ReadonlyMap<number, ResponsibleRow> | null>(null);
  const [history, setHistory] = React.useState<MarkHistory>(NO_CHANGES);
  const [readError, setReadError] = React.useState<unknown>(null);
  const [saveError, setSaveError] = React.useState<unknown>(null);
  const [progress, setProgress] = React.useState<Responsibilities['progress']>(null);
  const [conflicts, setConflicts] = React.useState<readonly MarkConflict[]>([]);
  const [attempt, setAttempt] = React.useState(0);
  const { pause, after, stop } = usePause();
  const latestSave = React.useRef<() => void>(() => undefined);
  const mounted = useMounted();

  React.useEffect(() => {
    let current = true;
    setReadError(null);
    responsibilities.read().then(
      (read) => { if (current) setRows(new Map(read.map((row) => [row.id, row]))); },
      (error: unknown) => { if (current) setReadError(error); }
    );
    return () => { current = false; };
  }, [responsibilities, attempt]);

  const codesOf = React.useCallback(
    (row: ResponsibleRow): ProcessCode[] => processes.filter(({ id }) => row.processIds.indexOf(id) >= 0).map(({ code }) => code), [processes]
  );
  const baseOf = React.useCallback((from: ReadonlyMap<number, ResponsibleRow>): BaseMarks => new Map(keyResults.flatMap(({ id, code }) => {
    const row = from.get(id);
    return row ? [[code, codesOf(row)] as const] : [];
  })), [keyResults, codesOf]);
  const base = React.useMemo(() => rows && baseOf(rows), [rows, baseOf]);

  /** Ids to write: processes that this plan does not show stay as they are. */
  const idsOf = (row: ResponsibleRow, marks: readonly ProcessCode[]): number[] => {
    const known = processes.map(({ id }) => id);
    const chosen = processes.filter(({ code }) => marks.indexOf(code) >= 0).map(({ id }) => id);
    return [...chosen, ...row.processIds.filter((id) => known.indexOf(id) < 0)].sort((a, b) => a - b);
  };

  interface Write { readonly keyResult: KeyResultCode; readonly row: ResponsibleRow; readonly marks: readonly ProcessCode[] }

  const write = async (writes: readonly Write[], from: ReadonlyMap<number, ResponsibleRow>, undoing: boolean): Promise<void> => {
    stop();
    setSaveError(null);
    setProgress({ done: 0, total: writes.length });
    const next = new Map(from);
    const failed: unknown[] = [];
    const found: MarkConflict[] = [];
    const back: Write[] = [];
    const settled = new Set<KeyResultCode>();
    try {
      const outcomes = await responsibilities.write(
        writes.map(({ row, marks }) => ({ id: row.id, etag: row.etag, processIds: idsOf(row, marks) })),
        (done, total) => { if (mounted.current) setProgress({ done, total }); }
      );
      outcomes.forEach((outcome, index) => {
        const { keyResult, row, marks } = writes[index];
        if (outcome.ok) {
          const written = { ...row, etag: outcome.etag, processIds: idsOf(row, marks) };
          next.set(row.id, written);
          settled.add(keyResult);
          back.push({ keyResult, row: written, marks: codesOf(row) });
        } else if (isAppError(outcome.error, 'conflict') && outcome.theirs) {
          found.push({ keyResult, mine: marks, theirs: codesOf(outcome.theirs), row: outcome.theirs });
        } else failed.push(outcome.error);
      });
    } catch (error) {
      // Which rows were written before it failed is known to the list alone: their next writing is a conflict that shows them.
      failed.push(error);
    }
    if (mounted.current) {
      setRows(next);
      setHistory((before) => settledAt(before, baseOf(next), settled));
      setConflicts(found);
      // What is taken back is not on screen any more to be saved again.
      const waiting = !undoing && failed.some((error) => after(error, () => latestSave.current()));
      setSaveError(failed.length > 0 && !waiting ? failed[0] : null);
      setProgress(null);
    }
    if (back.length === 0) return;
    await refresh();
    say(
      undoing ? texts.Stand_Undone : plural(texts.Stand_Saved, back.length),
      undoing ? undefined : { label: texts.Quality_Undo, run: () => { write(back, next, true).catch(() => undefined /* never rejects */); } }
    );
  };
  const start = (writes: readonly Write[], from: ReadonlyMap<number, ResponsibleRow>): void => {
    write(writes, from, false).catch(() => undefined /* what failed is in saveError */);
  };

  const rowOf = (code: KeyResultCode): ResponsibleRow | undefined => {
    const keyResult = keyResults.find((one) => one.code === code);
    return keyResult && rows ? rows.get(keyResult.id) : undefined;
  };
  const settle = (conflict: MarkConflict, forget: boolean): ReadonlyMap<number, ResponsibleRow> => {
    const next = new Map(rows || []);
    next.set(conflict.row.id, conflict.row);
    setRows(next);
    setConflicts(conflicts.filter((one) => one !== conflict));
    if (forget) setHistory(settledAt(history, baseOf(next), new Set([conflict.keyResult])));
    return next;
  };
  const save = (): void => {
    if (rows === null || progress !== null) return;
    const writes = Array.from(history.now.entries()).flatMap(([keyResult, marks]) => {
      const row = rowOf(keyResult);
      return row ? [{ keyResult, row, marks }] : [];
    });
    if (writes.length > 0) start(writes, rows);
  };
  latestSave.current = save;
  return {
    base,
    marks: history.now,
    counts: React.useMemo(() => (base ? countChanges(base, history.now) : { marks: 0, keyResults: 0 }), [base, history]),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    readError, saveError, progress, conflicts,
    reload: () => setAttempt(attempt + 1),
    change: (changes) => { if (base) setHistory((before) => changed(before, base, changes)); },
    undo: () => setHistory(undone),
    redo: () => setHistory(redone),
    discard: () => {
      stop();
      setHistory((before) => (before.now.size === 0 ? before : { past: [...before.past, before.now], now: new Map(), future: [] }));
    },
    save,
    pause,
    stopWaiting: stop,
    keepMine: (conflict) => start([{ keyResult: conflict.keyResult, row: conflict.row, marks: conflict.mine }], settle(conflict, false)),
    useTheirs: (conflict) => { settle(conflict, true); }
  };
}
