import * as React from 'react';
import useSWR from 'swr';
import type { Board } from '../../../application/board';
import type { KeyResultHistory } from '../../../application/workspace';
import type { KeyResult } from '../../../domain';
import { useServices } from '../../services';

export interface HistoryState {
  /** `null` until it has been read. */
  readonly history: KeyResultHistory | null;
  /** Why the last reading failed; what was read before stays. */
  readonly error: unknown;
  readonly loading: boolean;
  retry(): void;
}

/** Cutoffs, target changes and indicator of a key result, read when its page opens and again whenever the plan is. */
export function useHistory(board: Board, keyResult: KeyResult): HistoryState {
  const { plan } = useServices();
  const { readAt, baseQuarter } = board.workspace;
  const { data, error, isValidating, mutate } = useSWR<KeyResultHistory, unknown>(
    ['history', board.workspace.plan.code, keyResult.code],
    () => plan.readHistory(keyResult),
    // The shell decides when to refresh, and says so by a new time of reading.
    { revalidateOnFocus: false, revalidateOnReconnect: false, shouldRetryOnError: false }
  );
  const read = React.useRef(readAt);
  React.useEffect(() => {
    if (read.current === readAt) return;
    read.current = readAt;
    mutate().catch(() => undefined /* it is in error */);
  }, [readAt, mutate]);
  const retry = React.useCallback(() => {
    mutate().catch(() => undefined /* it is in error */);
  }, [mutate]);
  // A quarter that was opened again keeps its rows, and they say nothing until it is closed once more.
  const history = React.useMemo(
    () => (data ? { ...data, cutoffs: data.cutoffs.filter(({ quarter }) => baseQuarter !== null && quarter <= baseQuarter) } : null),
    [data, baseQuarter]
  );
  return { history, error, loading: data === undefined && isValidating, retry };
}
