import * as React from 'react';
import useSWR from 'swr';
import { makeBoard } from '../../application/board';
import type { Board } from '../../application/board';
import { asAppError, isAppError } from '../../application/errors';
import type { AppError } from '../../application/errors';
import type { Workspace, WorkspaceScope } from '../../application/workspace';
import { bogotaDay } from '../../domain';
import { useServices } from '../services';
import { forgetSeen, keepSeen, readSeen } from './seen-workspace';
import { whenIdle } from './when-idle';

/** Milliseconds. */
const SLOW_AFTER = 4000;
const FOCUS_INTERVAL = 60000;
const OFFLINE_RETRY = 15000;
const UNAVAILABLE_RETRY = 5000;
const UNAVAILABLE_TRIES = 5;
/** Seconds to wait when SharePoint asks for a pause without saying how long. */
const DEFAULT_PAUSE = 15;

export interface WorkspaceState {
  /** What there is to show: read now, or seen before; `null` when there is nothing yet, or nothing that may be shown. */
  readonly board: Board | null;
  /** Being read, with or without something to show in the meantime. */
  readonly refreshing: boolean;
  /** There is nothing to show yet, and it takes longer than usual. */
  readonly slow: boolean;
  /** Why the last reading failed. */
  readonly error: AppError | null;
  /** When it will be tried again by itself, milliseconds since 1970; while SharePoint asked for a pause. */
  readonly retryAt: number | null;
  /** The network is gone. */
  readonly offline: boolean;
  /** Reads again. Never rejects: a failure is in `error`. */
  refresh(): Promise<void>;
  /** Takes a workspace that a use case returned after a save, without reading again. */
  replace(workspace: Workspace): void;
}

function useOnline(): boolean {
  const [online, setOnline] = React.useState(() => navigator.onLine !== false);
  React.useEffect(() => {
    const update = (): void => setOnline(navigator.onLine !== false);
    window.addEventListener('online', update);
    window.addEventListener('offline', update);
    return () => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
    };
  }, []);
  return online;
}

/** Milliseconds until a failed reading is tried again by itself; `null` for what waiting does not mend. */
function retryDelay(error: AppError, failures: number): number | null {
  switch (error.kind) {
    case 'throttled': return (error.details.retryAfterSeconds || DEFAULT_PAUSE) * 1000;
    case 'offline': return OFFLINE_RETRY;
    case 'unavailable': return failures < UNAVAILABLE_TRIES ? UNAVAILABLE_RETRY * 2 ** failures : null;
    default: return null;
  }
}

/** Reads the plan once and keeps it fresh; one per app, shared through {@link WorkspaceContext}. */
export function useWorkspaceSource(plan: string | undefined, scope: WorkspaceScope): WorkspaceState {
  const services = useServices();
  const { store } = services;
  const online = useOnline();
  const seen = React.useMemo(() => readSeen(store, plan, scope), [store, plan, scope]);
  // The cache is the app's own (see OkrApp), and a person's services are theirs alone: the plan tells readings apart.
  const { data, error: failure, isValidating, mutate } = useSWR<Workspace, unknown>(
    ['workspace', scope, plan || ''],
    () => services.plan.readWorkspace(services.now(), plan, scope),
    {
      fallbackData: seen || undefined,
      // Every reading is a new object, and looking for differences costs more than drawing.
      compare: (one, other) => one === other,
      focusThrottleInterval: FOCUS_INTERVAL,
      shouldRetryOnError: false
    }
  );

  const error = React.useMemo(() => (failure === undefined ? null : asAppError(failure)), [failure]);
  const forbidden = isAppError(error, 'noAccess') || isAppError(error, 'listsMissing');
  React.useEffect(() => { if (forbidden) forgetSeen(store, plan, scope); }, [forbidden, store, plan, scope]);

  const failures = React.useRef(0);
  const [retryAt, setRetryAt] = React.useState<number | null>(null);
  React.useEffect(() => {
    if (error === null) {
      failures.current = 0;
      setRetryAt(null);
      return undefined;
    }
    const delay = retryDelay(error, failures.current);
    failures.current += 1;
    setRetryAt(delay !== null && error.kind === 'throttled' ? Date.now() + delay : null);
    if (delay === null) return undefined;
    const timer = setTimeout(() => { mutate().catch(() => undefined /* it is in error */); }, delay);
    return () => clearTimeout(timer);
  }, [error, mutate]);

  const workspace = forbidden || data === undefined ? null : data;
  React.useEffect(
    () => (workspace === null || workspace === seen ? undefined : whenIdle(() => keepSeen(store, plan, scope, workspace))),
    [workspace, seen, store, plan, scope]
  );
  const waiting = workspace === null && isValidating;
  const [slow, setSlow] = React.useState(false);
  React.useEffect(() => {
    setSlow(false);
    if (!waiting) return undefined;
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER);
    return () => clearTimeout(timer);
  }, [waiting]);

  const now = services.now();
  const today = bogotaDay(now);
  // The day is what a board depends on, not the moment: one computed this morning stands until midnight.
  const nowRef = React.useRef(now);
  nowRef.current = now;
  // eslint-disable-next-line react-hooks/exhaustive-deps -- today stands for the clock, which changes at every call
  const board = React.useMemo(() => (workspace ? makeBoard(workspace, nowRef.current) : null), [workspace, today]);

  const refresh = React.useCallback(() => mutate().then(() => undefined, () => undefined /* it is in error */), [mutate]);
  const replace = React.useCallback((next: Workspace) => {
    // Only an answer of the server can reject, and none is asked for.
    mutate(next, { revalidate: false }).catch(() => undefined);
  }, [mutate]);

  return React.useMemo(() => ({
    board, refreshing: isValidating, slow, error, retryAt, offline: !online || isAppError(error, 'offline'), refresh, replace
  }), [board, isValidating, slow, error, retryAt, online, refresh, replace]);
}

export const WorkspaceContext = React.createContext<WorkspaceState | null>(null);

/** The plan on screen and the state of its reading. Throws outside the app. */
export function useWorkspace(): WorkspaceState {
  const state = React.useContext(WorkspaceContext);
  if (!state) throw new Error('useWorkspace outside WorkspaceContext');
  return state;
}
