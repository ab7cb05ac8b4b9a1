import * as React from 'react';
import type { QuartersNow } from '../../../../application/closing';
import type { Workspace } from '../../../../application/workspace';
import { useServices } from '../../../services';

export interface QuartersNowState {
  /** The rows of this moment; `null` until they are read. */
  readonly now: QuartersNow | null;
  /** Why the last reading failed; what was read before stays. */
  readonly error: unknown;
  readonly retry: () => void;
}

/** The quarters' rows with who changed them, read anew whenever the plan is. */
export function useQuartersNow(workspace: Workspace, refreshing: boolean): QuartersNowState {
  const { quarters } = useServices();
  const [now, setNow] = React.useState<QuartersNow | null>(null);
  const [error, setError] = React.useState<unknown>(null);
  const [attempt, setAttempt] = React.useState(0);
  React.useEffect(() => {
    // What was seen last time is about to be replaced.
    if (refreshing) return undefined;
    let current = true;
    setError(null);
    quarters.read(workspace).then(
      (rows) => { if (current) setNow(rows); },
      (failure: unknown) => { if (current) setError(failure); }
    );
    return () => { current = false; };
  }, [quarters, workspace, refreshing, attempt]);
  const retry = React.useCallback(() => setAttempt((count) => count + 1), []);
  return { now, error, retry };
}
