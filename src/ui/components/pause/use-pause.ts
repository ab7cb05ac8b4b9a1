import * as React from 'react';
import { isAppError } from '../../../application/errors';

/** When SharePoint asks for a pause without saying how long. */
const PAUSE_SECONDS = 10;

export interface Pause {
  /** Left, whole seconds. */
  readonly seconds: number;
  /** How many it was to begin with. */
  readonly of: number;
}

export interface PauseControl {
  /** The pause that is being waited for; `null` while there is none. */
  readonly pause: Pause | null;
  /**
   * Waits as long as SharePoint asked for, then calls `again`; one pause at a time.
   * @returns false, doing nothing, for what waiting does not mend, and once the component is gone
   */
  after(error: unknown, again: () => void): boolean;
  /** Stops waiting. */
  stop(): void;
}

/** Waits when SharePoint asks for a pause, counting down; what was asked for goes on by itself afterwards. */
export function usePause(): PauseControl {
  const [pause, setPause] = React.useState<Pause | null>(null);
  const timer = React.useRef<number | null>(null);
  const mounted = React.useRef(true);

  const clear = React.useCallback((): void => {
    if (timer.current !== null) window.clearInterval(timer.current);
    timer.current = null;
  }, []);
  const stop = React.useCallback((): void => {
    clear();
    if (mounted.current) setPause(null);
  }, [clear]);
  React.useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
      clear();
    };
  }, [clear]);

  const after = React.useCallback((error: unknown, again: () => void): boolean => {
    if (!isAppError(error, 'throttled') || !mounted.current) return false;
    clear();
    const of = Math.max(1, Math.ceil(error.details.retryAfterSeconds || PAUSE_SECONDS));
    let seconds = of;
    setPause({ seconds, of });
    timer.current = window.setInterval(() => {
      seconds -= 1;
      if (seconds > 0) {
        setPause({ seconds, of });
        return;
      }
      stop();
      again();
    }, 1000);
    return true;
  }, [clear, stop]);

  return React.useMemo(() => ({ pause, after, stop }), [pause, after, stop]);
}
