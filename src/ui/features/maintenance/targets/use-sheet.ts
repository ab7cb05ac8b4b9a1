import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import { asAppError } from '../../../../application/errors';
import type { AppError } from '../../../../application/errors';
import { saveProgramme } from '../../../../application/targets';
import type { CellEdit, TargetRows } from '../../../../application/targets';
import type { LocalStore } from '../../../../application/ports';
import { usePause } from '../../../components/pause/use-pause';
import type { Pause } from '../../../components/pause/use-pause';
import { plural } from '../../../formatting';
import { useFrame } from '../../../frame/frame-context';
import { useServices } from '../../../services';
import type { MaintenanceParts } from '../parts';
import { changedOnly, editOf, makeSheet } from './sheet';
import type { Edits, Sheet } from './sheet';

/** A cell that somebody else changed while it was being edited. */
export interface Conflict {
  readonly key: string;
  readonly mine: number | null;
  readonly theirs: number | null;
}

export interface CellFailure {
  readonly key: string;
  readonly error: AppError | null;
}

export interface SheetState {
  /** `null` until the rows have been read. */
  readonly sheet: Sheet | null;
  readonly error: unknown;
  readonly edits: Edits;
  readonly conflicts: readonly Conflict[];
  readonly failures: readonly CellFailure[];
  readonly saving: { readonly done: number; readonly total: number } | null;
  readonly canUndo: boolean;
  reload(): void;
  /** Several cells at once, undone at once. */
  change(cells: readonly (readonly [string, number | null])[]): void;
  undo(): void;
  discard(): void;
  save(): Promise<void>;
  /** SharePoint asked for a pause; saving goes on by itself. */
  readonly pause: Pause | null;
  stopWaiting(): void;
  /** Mine: it is saved over theirs with the next saving. Theirs: what was typed goes. */
  settle(key: string, keep: 'mine' | 'theirs'): void;
}

const NO_EDITS: Edits = new Map();

/** What was typed and not saved, kept so that leaving the page loses nothing. Whatever else may stand there is treated as nothing. */
function readDraft(store: LocalStore, name: string): Edits {
  try {
    const found: unknown = JSON.parse(store.read(name) || '[]');
    if (!Array.isArray(found)) return NO_EDITS;
    return new Map(found.filter((entry: unknown): entry is [string, number | null] => Array.isArray(entry) && entry.length === 2
      && typeof entry[0] === 'string' && /^[^|]+\|(\d{4}-T[1-4])?$/.test(entry[0])
      && (entry[1] === null || (typeof entry[1] === 'number' && Number.isFinite(entry[1])))));
  } catch {
    // Anything may stand in the browser's storage; what is no draft of ours is treated as none.
    return NO_EDITS;
  }
}

/** The sheet's rows, what was typed over them, and saving it. */
export function useSheet({ board, state }: MaintenanceParts): SheetState {
  const services = useServices();
  const { say } = useFrame();
  const { workspace } = board;
  const name = `targets/${workspace.plan.code}`;
  const [rows, setRows] = React.useState<TargetRows | null>(null);
  const [error, setError] = React.useState<unknown>(null);
  const [edits, setEdits] = React.useState<Edits>(() => readDraft(services.store, name));
  const [past, setPast] = React.useState<readonly Edits[]>([]);
  const [conflicts, setConflicts] = React.useState<readonly Conflict[]>([]);
  const [failures, setFailures] = React.useState<readonly CellFailure[]>([]);
  const [saving, setSaving] = React.useState<SheetState['saving']>(null);
  const [attempt, setAttempt] = React.useState(0);
  const current = React.useRef({ workspace, state });
  current.current = { workspace, state };

  React.useEffect(() => {
    let alive = true;
    services.targets.read(current.current.workspace.keyResults).then(
      read => { if (alive) { setRows(read); setError(null); } },
      (failure: unknown) => { if (alive) setError(failure); }
    );
    return () => { alive = false; };
  }, [services, attempt]);

  const sheet = React.useMemo(() => (rows ? makeSheet(workspace, rows) : null), [workspace, rows]);
  const changed = React.useMemo(() => (sheet ? changedOnly(sheet, edits) : edits), [sheet, edits]);

  React.useEffect(() => {
    if (!sheet) return;
    if (changed.size === 0) services.store.remove(name);
    else services.store.write(name, JSON.stringify(Array.from(changed.entries())));
  }, [sheet, changed, services, name]);

  const change = React.useCallback((cells: readonly (readonly [string, number | null])[]) => {
    if (cells.length === 0) return;
    setPast(all => [...all.slice(-99), edits]);
    const next = new Map(edits);
    for (const [key, value] of cells) next.set(key, value);
    setEdits(next);
    const touched = new Set(cells.map(([key]) => key));
    setFailures(all => all.filter(({ key }) => !touched.has(key)));
  }, [edits]);

  const { pause, after, stop } = usePause();
  // What is saved after a pause is what stands there then.
  const latestSave = React.useRef<() => Promise<void>>(() => Promise.resolve());
  const save = React.useCallback(async () => {
    if (!rows || changed.size === 0) return;
    stop();
    const again = (): void => { void latestSave.current(); };
    const wanted: CellEdit[] = Array.from(changed.entries()).map(([key, value]) => editOf(key, value));
    setSaving({ done: 0, total: wanted.length });
    setFailures([]);
    try {
      const run = await saveProgramme(services, current.current.workspace, rows, wanted, (done, total) => setSaving({ done, total }));
      const left = new Map<string, number | null>();
      const clashes: Conflict[] = [];
      const failed: CellFailure[] = [];
      for (const { edit, result } of run.outcomes) {
        const key = `${edit.keyResult}|${edit.quarter || ''}`;
        if (result.kind === 'saved') continue;
        left.set(key, edit.value);
        if (result.kind === 'conflict') clashes.push({ key, mine: edit.value, theirs: result.theirs });
        else failed.push({ key, error: result.kind === 'failed' ? result.error : null });
      }
      setRows(run.rows);
      setEdits(left);
      setPast([]);
      setConflicts(clashes);
      // A pause asked of one is asked of all; what failed otherwise is tried once more with it.
      setFailures(failed.some(({ error: failure }) => after(failure, again)) ? [] : failed);
      current.current.state.replace(run.workspace);
      const saved = run.outcomes.length - clashes.length - failed.length;
      if (saved > 0) say(plural(texts.Targets_Saved, saved));
    } catch (failure) {
      if (!after(failure, again)) setFailures([{ key: '', error: asAppError(failure) }]);
    } finally {
      setSaving(null);
    }
  }, [rows, changed, services, say, after, stop]);
  latestSave.current = save;

  return {
    sheet, error, edits: changed, conflicts, failures, saving, canUndo: past.length > 0,
    reload: () => { setError(null); setAttempt(attempt + 1); },
    change,
    undo: () => {
      if (past.length === 0) return;
      setEdits(past[past.length - 1]);
      setPast(past.slice(0, -1));
    },
    discard: () => {
      stop();
      setPast([...past.slice(-99), edits]);
      setEdits(NO_EDITS);
      setConflicts([]);
      setFailures([]);
    },
    save,
    pause,
    stopWaiting: stop,
    settle: (key, keep) => {
      setConflicts(all => all.filter(conflict => conflict.key !== key));
      if (keep === 'mine') return;
      const next = new Map(edits);
      next.delete(key);
      setEdits(next);
    }
  };
}
