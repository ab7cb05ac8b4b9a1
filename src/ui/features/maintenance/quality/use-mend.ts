import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import { isAppError } from '../../../../application/errors';
import type { MendOutcome } from '../../../../application/quality';
import { reversed } from '../../../../domain';
import type { Cells, RowChange } from '../../../../domain';
import { usePause } from '../../../components/pause/use-pause';
import type { Pause } from '../../../components/pause/use-pause';
import { useMounted } from '../../../data/use-mounted';
import { useFrame } from '../../../frame';
import { plural } from '../../../formatting';
import { useServices } from '../../../services';

/** What did not come out as wanted. */
export interface MendFailure {
  readonly change: RowChange;
  readonly error: unknown;
  /** Of a conflict, what the row holds now. */
  readonly current: Cells | null;
}

export interface Mending {
  /** What is being written, by the name its caller gave it. */
  readonly busy: string | null;
  /** Rows written, of how many; while there are many. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly failures: readonly MendFailure[];
  /** @param name tells what is busy, a finding's id; @param said what the toast says when all went well */
  readonly mend: (name: string, changes: readonly RowChange[], said: string) => Promise<void>;
  readonly dismiss: () => void;
  /** SharePoint asked for a pause; what is left to write is written by itself. */
  readonly pause: Pause | null;
  readonly stopWaiting: () => void;
}

type Failed = Extract<MendOutcome, { ok: false }>;

/** Mends rows, shows the plan anew and offers the way back. @param refresh reads the plan again */
export function useMend(refresh: () => Promise<void>): Mending {
  const { rows } = useServices();
  const { say } = useFrame();
  const [busy, setBusy] = React.useState<string | null>(null);
  const [progress, setProgress] = React.useState<Mending['progress']>(null);
  const [failures, setFailures] = React.useState<readonly MendFailure[]>([]);
  const { pause, after, stop } = usePause();
  // What waits for the pause to be over, told as failed when somebody will not wait.
  const waiting = React.useRef<readonly MendFailure[]>([]);
  const mounted = useMounted();

  const write = async (name: string, changes: readonly RowChange[], said: string, undoing: boolean): Promise<void> => {
    stop();
    // What waited is told if something else is written first, such as the way back of an earlier mend.
    const left = waiting.current.filter(({ change }) => changes.indexOf(change) < 0);
    waiting.current = [];
    setBusy(name);
    setFailures(left);
    let outcomes: readonly MendOutcome[];
    try {
      outcomes = await rows.mend(changes, (done, total) => { if (mounted.current && total > 1) setProgress({ done, total }); });
    } catch (error) {
      // A whole request failed: which of its rows were written, the next reading tells.
      outcomes = changes.map(() => ({ ok: false, error, current: null } as Failed));
    }
    const done = changes.filter((_, index) => outcomes[index].ok);
    const failed = changes.flatMap((change, index): MendFailure[] => {
      const outcome = outcomes[index];
      return outcome.ok ? [] : [{ change, error: outcome.error, current: outcome.current }];
    });
    const paused = failed.filter(({ error }) => isAppError(error, 'throttled'));
    const isWaiting = paused.length > 0 && after(paused[0].error, () => {
      write(name, paused.map(({ change }) => change), said, undoing).catch(() => undefined /* never rejects */);
    });
    if (isWaiting) waiting.current = paused;
    if (mounted.current) setFailures([...left, ...(isWaiting ? failed.filter(one => paused.indexOf(one) < 0) : failed)]);
    await refresh();
    if (mounted.current) {
      // Until the pause is over nothing else is written.
      if (!isWaiting) setBusy(null);
      setProgress(null);
    }
    if (done.length === 0) return;
    const back = [...done].reverse().map(reversed);
    const words = failed.length === 0 ? said : plural(texts.Quality_SomeMended, done.length);
    say(words, undoing ? undefined : { label: texts.Quality_Undo, run: () => { write(name, back, texts.Quality_Undone, true).catch(() => undefined /* never rejects */); } });
  };

  return {
    busy, progress, failures, pause,
    stopWaiting: () => {
      stop();
      setBusy(null);
      const told = waiting.current;
      waiting.current = [];
      setFailures(all => [...all, ...told]);
    },
    mend: (name, changes, said) => write(name, changes, said, false),
    dismiss: () => setFailures([])
  };
}
