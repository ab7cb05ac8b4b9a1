import * as React from 'react';
import { AppError, asAppError } from '../../../../application/errors';
import {
  type DoneEntry, type EntryKind, makePreview, type ParsedWorkbook, type Preview, type PreviewEntry, readSite, resume, runImport, type RunProgress, type SiteRows,
  takeable
} from '../../../../application/import';
import { usePause } from '../../../components/pause/use-pause';
import type { Pause } from '../../../components/pause/use-pause';
import { useMounted } from '../../../data/use-mounted';
import { useServices } from '../../../services';
import { breathe } from '../../../workbook/breathe';
import { type FileProblem, UnreadableFile } from '../../../workbook/read-xlsx';
import { clearInterrupted, keepInterrupted } from './interrupted';

/** Makes the rows to be written, for the site as it stands. */
export type MakeRows = (site: SiteRows) => Promise<ParsedWorkbook>;

/** What is being looked at, before anything is written. */
export interface Looking {
  readonly name: string;
  readonly make: MakeRows;
  readonly site: SiteRows;
  readonly parsed: ParsedWorkbook;
  readonly preview: Preview;
  readonly selected: ReadonlySet<string>;
}

export type PlanRun =
  | { readonly phase: 'idle' }
  | { readonly phase: 'reading'; readonly name: string; readonly step: 'file' | 'site' }
  | { readonly phase: 'unreadable'; readonly name: string; readonly problem: FileProblem }
  | { readonly phase: 'failed'; readonly name: string; readonly error: unknown; readonly retry: () => void }
  | { readonly phase: 'preview'; readonly looking: Looking }
  | { readonly phase: 'running'; readonly looking: Looking; readonly progress: RunProgress | null; readonly stopping: boolean }
  | { readonly phase: 'finished'; readonly looking: Looking; readonly entries: readonly PreviewEntry[]; readonly done: readonly DoneEntry[];
    readonly stopped: AppError | null; readonly cancelled: boolean };

export interface PlanRunActions {
  readonly state: PlanRun;
  /** Reads and compares; nothing is written. */
  look(name: string, make: MakeRows): void;
  select(ids: readonly string[], taken: boolean): void;
  run(): void;
  stop(): void;
  /** Goes on with what a run that stopped left. */
  goOn(): void;
  close(): void;
  /** SharePoint asked for a pause; the run goes on by itself. */
  readonly pause: Pause | null;
  stopWaiting(): void;
}

const WRITABLE: readonly EntryKind[] = ['create', 'change'];

async function lookAt(
  writer: ReturnType<typeof useServices>['planRows'], name: string, make: MakeRows, onStep: (step: 'file' | 'site') => void
): Promise<Looking> {
  onStep('site');
  const site = await readSite(writer);
  onStep('file');
  const parsed = await make(site);
  const preview = await makePreview(parsed.rows, site, breathe);
  const selected = new Set(preview.entries.filter(({ kind }) => WRITABLE.indexOf(kind) >= 0).map(({ id }) => id));
  return { name, make, site, parsed, preview, selected };
}

/** Of several outcomes of one entry the last that says something stands. */
function merged(before: readonly DoneEntry[], after: readonly DoneEntry[]): DoneEntry[] {
  const all = new Map(before.map(one => [one.entry.id, one]));
  for (const one of after) {
    const known = all.get(one.entry.id);
    // A row whose answer was lost is found there afterwards: it is ours.
    if (one.kind === 'already' && known && (known.kind === 'created' || known.kind === 'changed')) continue;
    all.set(one.entry.id, one);
  }
  return Array.from(all.values());
}

/** Looks at rows, lets a person choose, writes them, and goes on after an interruption. */
export function usePlanRun(onWritten: () => void): PlanRunActions {
  const { planRows, store, now } = useServices();
  const [state, setState] = React.useState<PlanRun>({ phase: 'idle' });
  const { pause, after, stop: stopWaiting } = usePause();
  const latestGoOn = React.useRef<() => void>(() => undefined);
  const mounted = useMounted();
  const cancelled = React.useRef(false);
  const onWrittenRef = React.useRef(onWritten);
  onWrittenRef.current = onWritten;
  React.useEffect(() => () => { cancelled.current = true; }, []);
  const show = React.useCallback((next: PlanRun) => { if (mounted.current) setState(next); }, [mounted]);

  const look = React.useCallback((name: string, make: MakeRows): void => {
    const start = (): void => {
      stopWaiting();
      show({ phase: 'reading', name, step: 'site' });
      lookAt(planRows, name, make, step => show({ phase: 'reading', name, step })).then(
        looking => show({ phase: 'preview', looking }),
        (error: unknown) => {
          show(error instanceof UnreadableFile ? { phase: 'unreadable', name, problem: error.problem } : { phase: 'failed', name, error, retry: start });
          after(error, start);
        }
      );
    };
    start();
  }, [planRows, show, after, stopWaiting]);

  /** A run that is over, or goes on by itself after a pause. */
  const finish = React.useCallback((next: Extract<PlanRun, { phase: 'finished' }>): void => {
    show(next);
    after(next.stopped, () => latestGoOn.current());
  }, [show, after]);

  const write = React.useCallback((looking: Looking, entries: readonly PreviewEntry[], earlier: readonly DoneEntry[], all: readonly PreviewEntry[]): void => {
    cancelled.current = false;
    const begun = earlier.filter(({ kind }) => kind !== 'left').length;
    const onProgress = (progress: RunProgress): void => {
      keepInterrupted(store, { name: looking.name, done: begun + progress.done, total: all.length, at: now().toISOString() });
      if (mounted.current) {
        setState(current => (current.phase === 'running' ? { ...current, progress: { ...progress, done: begun + progress.done, total: all.length } } : current));
      }
    };
    show({ phase: 'running', looking, progress: null, stopping: false });
    runImport(planRows, looking.site, entries, onProgress, () => cancelled.current).then(
      result => {
        if (result.stopped === null && !result.cancelled) clearInterrupted(store);
        onWrittenRef.current();
        finish({ phase: 'finished', looking, entries: all, done: merged(earlier, result.done), stopped: result.stopped, cancelled: result.cancelled });
      },
      (error: unknown) => finish({ phase: 'finished', looking, entries: all, done: earlier, stopped: asAppError(error), cancelled: false })
    );
  }, [now, planRows, show, finish, store, mounted]);

  const run = React.useCallback((): void => {
    if (state.phase !== 'preview') return;
    const { take } = takeable(state.looking.preview, state.looking.selected);
    if (take.length > 0) write(state.looking, take, [], take);
  }, [state, write]);

  const goOn = React.useCallback((): void => {
    if (state.phase !== 'finished') return;
    stopWaiting();
    const { looking, entries, done } = state;
    const settled = new Set(done.filter(({ kind }) => kind !== 'left').map(({ entry }) => entry.id));
    show({ phase: 'running', looking, progress: null, stopping: false });
    lookAt(planRows, looking.name, looking.make, () => undefined).then(
      fresh => {
        const rest = resume(entries.filter(({ id }) => !settled.has(id)), fresh.preview.entries);
        const found = rest.done.map((one): DoneEntry => ({ ...one, kind: one.entry.stored === null ? 'created' : 'changed' }));
        const refused = rest.changed.map((entry): DoneEntry => ({ entry, kind: 'failed', id: null, error: new AppError('conflict', { list: entry.list }) }));
        write({ ...fresh, selected: looking.selected }, rest.left, merged(done, [...found, ...refused]), entries);
      },
      (error: unknown) => finish({ phase: 'finished', looking, entries, done, stopped: asAppError(error), cancelled: false })
    );
  }, [planRows, show, finish, state, stopWaiting, write]);
  latestGoOn.current = goOn;

  const select = React.useCallback((ids: readonly string[], taken: boolean): void => {
    setState(current => {
      if (current.phase !== 'preview') return current;
      const selected = new Set(current.looking.selected);
      for (const id of ids) {
        if (taken) selected.add(id);
        else selected.delete(id);
      }
      return { ...current, looking: { ...current.looking, selected } };
    });
  }, []);

  const stop = React.useCallback((): void => {
    cancelled.current = true;
    setState(current => (current.phase === 'running' ? { ...current, stopping: true } : current));
  }, []);

  const close = React.useCallback((): void => {
    stopWaiting();
    setState({ phase: 'idle' });
  }, [stopWaiting]);

  return { pause, stopWaiting, state, look, select, run, stop, goOn, close };
}
