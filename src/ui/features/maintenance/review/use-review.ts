import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import * as strings from 'SigaciStrings';
import { isAppError } from '../../../../application/errors';
import type { AppError } from '../../../../application/errors';
import { isWithoutObservations, reviewCheckIns, reviewQueue, undoReviews, withOutcomes } from '../../../../application/review';
import type { ReviewItem, ReviewOutcome, VerdictOn } from '../../../../application/review';
import type { ReviewState } from '../../../../domain';
import { describeError } from '../../../components/error-state/describe-error';
import { usePause } from '../../../components/pause/use-pause';
import type { Pause } from '../../../components/pause/use-pause';
import { plural, text } from '../../../formatting';
import { useFrame } from '../../../frame/frame-context';
import { useServices } from '../../../services';
import type { MaintenanceParts } from '../parts';
import { failureText, reportName } from './review-texts';

/** A verdict that was not written, and why. */
export interface Failure {
  readonly name: string;
  readonly why: string;
}

export interface ReviewModel {
  /** All check-ins of the open quarters. */
  readonly items: readonly ReviewItem[];
  /** How many of them are in each state. */
  readonly counts: Readonly<Record<ReviewState, number>>;
  /** Those that may be approved together. */
  readonly withoutObservations: readonly ReviewItem[];
  /** Ids of the check-ins whose verdict is on its way. */
  readonly busy: ReadonlySet<number>;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly failures: readonly Failure[];
  dismissFailures(): void;
  /** SharePoint asked for a pause; what is left to write is written by itself. */
  readonly pause: Pause | null;
  stopWaiting(): void;
  /** Gives verdicts; resolves when they are written or refused. Never rejects. */
  judge(verdicts: readonly VerdictOn[]): Promise<void>;
}

const NONE: ReadonlySet<number> = new Set();

function errorOf({ result }: ReviewOutcome): AppError | null {
  return result.kind === 'failed' ? result.error : null;
}

interface Waiting {
  readonly verdicts: readonly VerdictOn[];
  /** Told when somebody will not wait. */
  readonly failures: readonly Failure[];
}

/** The queue and the verdicts given on it. */
export function useReview({ board, state }: MaintenanceParts): ReviewModel {
  const services = useServices();
  const { say } = useFrame();
  const [busy, setBusy] = React.useState(NONE);
  const [progress, setProgress] = React.useState<ReviewModel['progress']>(null);
  const [failures, setFailures] = React.useState<readonly Failure[]>([]);
  const { pause, after, stop } = usePause();
  // What waits for the pause to be over.
  const [waiting, setWaiting] = React.useState<Waiting | null>(null);
  const items = React.useMemo(() => reviewQueue(board), [board]);
  // A verdict takes a moment; what it is folded into is the plan of then, not of when it was given.
  const current = React.useRef({ board, state });
  current.current = { board, state };

  const undo = React.useCallback(async (outcomes: readonly ReviewOutcome[]) => {
    try {
      const { workspace, failed } = await undoReviews(services, current.current.board.workspace, outcomes);
      current.current.state.replace(workspace);
      setFailures(failed.map(({ on, error }) => ({ name: reportName(on.checkIn), why: text(texts.Review_NotUndone, { reason: describeError(error) }) })));
      if (failed.length > 0) void current.current.state.refresh();
      if (outcomes.length > failed.length) say(plural(texts.Review_Undone, outcomes.length - failed.length));
    } catch (error) {
      const why = text(texts.Review_NotUndone, { reason: describeError(error) });
      setFailures(outcomes.map(({ on }) => ({ name: reportName(on.checkIn), why })));
      void current.current.state.refresh();
    }
  }, [services, say]);

  const latestJudge = React.useRef<ReviewModel['judge']>(() => Promise.resolve());
  const judge = React.useCallback(async (verdicts: readonly VerdictOn[]) => {
    stop();
    setWaiting(null);
    const failed = (on: readonly VerdictOn[], error: unknown): Failure[] => on.map(({ checkIn }) => (
      { name: reportName(checkIn), why: text(texts.Review_Failed, { reason: describeError(error) }) }
    ));
    /** Whether these are given again by themselves, after a pause that SharePoint asked for. */
    const wait = (on: readonly VerdictOn[], error: unknown): boolean => {
      const waits = after(error, () => { void latestJudge.current(on); });
      if (waits) setWaiting({ verdicts: on, failures: failed(on, error) });
      return waits;
    };
    setBusy(new Set(verdicts.map(({ checkIn }) => checkIn.id)));
    setFailures([]);
    setProgress({ done: 0, total: verdicts.length });
    try {
      const run = await reviewCheckIns(services, current.current.board.workspace, verdicts, (done, total) => setProgress({ done, total }));
      const { board: now, state: data } = current.current;
      data.replace(withOutcomes(now.workspace, run.outcomes));
      const done = run.outcomes.filter(({ result }) => result.kind === 'done');
      const paused = run.outcomes.filter(({ result }) => result.kind === 'failed' && isAppError(result.error, 'throttled'));
      const isWaiting = paused.length > 0 && wait(paused.map(({ on }) => on), errorOf(paused[0]));
      setFailures(run.outcomes.flatMap(outcome => {
        const why = isWaiting && paused.indexOf(outcome) >= 0 ? null : failureText(outcome);
        return why === null ? [] : [{ name: reportName(outcome.on.checkIn), why }];
      }));
      const written = done.filter(({ result }) => result.kind === 'done' && result.row !== null);
      if (done.length > 0) {
        const { checkIn, verdict } = done[0].on;
        const said = done.length > 1 ? plural(texts.Review_ApprovedMany, done.length)
          : text(verdict === 'Aprobado' ? texts.Review_Approved : texts.Review_Returned, { report: reportName(checkIn) });
        say(said, written.length > 0 ? { label: strings.Toast_Undo, run: () => { void undo(written); } } : undefined);
      }
      if (run.stale) void data.refresh();
    } catch (error) {
      if (wait(verdicts, error)) return;
      setFailures(failed(verdicts, error));
      void current.current.state.refresh();
    } finally {
      setBusy(NONE);
      setProgress(null);
    }
  }, [services, say, undo, after, stop]);
  latestJudge.current = judge;

  return {
    items,
    counts: React.useMemo(() => {
      const counts = { pending: 0, approved: 0, returned: 0 };
      for (const { checkIn } of items) counts[checkIn.review] += 1;
      return counts;
    }, [items]),
    withoutObservations: React.useMemo(() => items.filter(isWithoutObservations), [items]),
    busy: React.useMemo(() => (waiting ? new Set(waiting.verdicts.map(({ checkIn }) => checkIn.id)) : busy), [waiting, busy]),
    progress,
    failures,
    pause,
    stopWaiting: React.useCallback(() => {
      stop();
      setWaiting(null);
      setFailures(waiting ? waiting.failures : []);
    }, [stop, waiting]),
    dismissFailures: React.useCallback(() => setFailures([]), []),
    judge
  };
}
