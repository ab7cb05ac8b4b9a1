import * as React from 'react';
import useSWR from 'swr';
import type { Board } from '../../../application/board';
import { baseQuarterOf, frozenBoard } from '../../../application/closed-quarter';
import type { ClosedQuarter, FrozenBoard } from '../../../application/closed-quarter';
import type { QuarterCode } from '../../../domain';
import { useServices } from '../../services';

export interface ClosedQuarterState {
  /** `null` until it has been read. */
  readonly board: FrozenBoard | null;
  readonly error: unknown;
  readonly loading: boolean;
  retry(): void;
}

/** A closed quarter's board. The last one is shown at once from what the first screen read; every other one is one reading. */
export function useClosedQuarter(board: Board, quarter: QuarterCode | null): ClosedQuarterState {
  const { plan } = useServices();
  const { workspace } = board;
  const { data, error, isValidating, mutate } = useSWR<ClosedQuarter, unknown>(
    // A quarter that is reopened and closed again is another one.
    quarter === null ? null : ['closed-quarter', workspace.plan.code, quarter, closedOn(board, quarter)],
    () => plan.readClosedQuarter(workspace, quarter || ''),
    { revalidateOnFocus: false, revalidateOnReconnect: false, shouldRetryOnError: false, revalidateIfStale: false }
  );
  const closed = data || (quarter !== null && quarter === workspace.baseQuarter ? baseQuarterOf(workspace) : null);
  const frozen = React.useMemo(() => (closed ? frozenBoard(board, closed) : null), [board, closed]);
  const retry = React.useCallback(() => { mutate().catch(() => undefined /* it is in error */); }, [mutate]);
  return { board: frozen, error, loading: isValidating, retry };
}

function closedOn({ workspace }: Board, quarter: QuarterCode): string {
  const row = workspace.quarters.find(({ code }) => code === quarter);
  return (row && row.closedOn) || '';
}
