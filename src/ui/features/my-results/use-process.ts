import * as React from 'react';
import type { Board } from '../../../application/board';
import type { LocalStore } from '../../../application/ports';
import type { ProcessCode } from '../../../domain';
import { useRouter } from '../../routing';
import { useServices } from '../../services';

/** Stands for all processes, in the address and in what is remembered. */
export const ALL = 'todos';
const PARAMETER = 'proceso';
const REMEMBERED = 'process';

/** Which process is on screen: `null` for all, or for a person without one. */
export type ProcessChoice = { readonly kind: 'process'; readonly code: ProcessCode } | { readonly kind: 'all' } | { readonly kind: 'none' };

/**
 * The address decides, then what the person chose last, then their own first process. Leaders and planners, who report for none, see
 * them all; staff without a process are told whom to ask.
 */
function choose(store: LocalStore, params: Readonly<Record<string, string>>, board: Board): ProcessChoice {
  const known = new Set(board.workspace.processes.map((process) => process.code));
  for (const wish of [params[PARAMETER], store.read(REMEMBERED), board.myProcesses[0]]) {
    if (wish === ALL) return { kind: 'all' };
    if (wish && known.has(wish)) return { kind: 'process', code: wish };
  }
  const { permissions } = board.workspace;
  return { kind: permissions.plan || !permissions.report ? 'all' : 'none' };
}

/** The process on screen, `null` when it is not one alone. */
export function readProcess(store: LocalStore, params: Readonly<Record<string, string>>, board: Board): ProcessCode | null {
  const choice = choose(store, params, board);
  return choice.kind === 'process' ? choice.code : null;
}

/** The process on screen and how to change it; remembered for the next time. */
export function useProcess(board: Board): [ProcessChoice, (wish: ProcessCode | typeof ALL) => void] {
  const { store } = useServices();
  const { route, setParams } = useRouter();
  const choice = React.useMemo(() => choose(store, route.params, board), [store, route.params, board]);
  const change = React.useCallback((wish: string) => {
    store.write(REMEMBERED, wish);
    setParams({ [PARAMETER]: wish }, { replace: true });
  }, [store, setParams]);
  return [choice, change];
}
