import * as React from 'react';
import useSWR from 'swr';
import type { Board } from '../../../../application/board';
import type { Decision } from '../../../../domain';
import { useServices } from '../../../services';

export interface AllDecisions {
  /** Open ones from the workspace; closed ones too once they have been read. */
  readonly decisions: readonly Decision[];
  readonly reading: boolean;
  readonly error: unknown;
  /** Takes a change of a decision that may be closed by it; `null`: it was taken back. */
  keep(id: number, decision: Decision | null): void;
  retry(): void;
}

/** The plan's decisions. Closed ones are read when somebody asks for them. @param withClosed whether they are asked for */
export function useAllDecisions(board: Board, withClosed: boolean): AllDecisions {
  const services = useServices();
  const { workspace } = board;
  const [done, setDone] = React.useState<ReadonlyMap<number, Decision | null>>(new Map());
  const { data, error, isValidating, mutate } = useSWR<readonly Decision[], unknown>(
    withClosed ? ['decisions', workspace.plan.code, workspace.readAt] : null,
    async () => (await services.decisions.list(workspace)).decisions,
    { revalidateOnFocus: false, revalidateOnReconnect: false, shouldRetryOnError: false, revalidateIfStale: false }
  );
  // What was done since is in what has been read now.
  React.useEffect(() => setDone(now => (now.size > 0 ? new Map() : now)), [data]);
  const decisions = React.useMemo(() => {
    const all = new Map<number, Decision>();
    for (const decision of data || []) if (decision.state !== 'Abierta') all.set(decision.id, decision);
    done.forEach((decision, id) => {
      if (decision && decision.state !== 'Abierta') all.set(id, decision);
      else all.delete(id);
    });
    for (const decision of workspace.decisions) all.set(decision.id, decision);
    return Array.from(all.values());
  }, [workspace.decisions, data, done]);
  return {
    decisions,
    reading: withClosed && data === undefined && isValidating,
    error: data === undefined ? error : undefined,
    keep: React.useCallback((id, decision) => setDone(now => new Map(now).set(id, decision)), []),
    retry: React.useCallback(() => { mutate().catch(() => undefined /* it is in error */); }, [mutate])
  };
}
