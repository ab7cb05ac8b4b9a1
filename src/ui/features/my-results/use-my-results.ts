import * as React from 'react';
import type { Board } from '../../../application/board';
import { rollUp } from '../../../domain';
import type { RollUp, StrategicObjective } from '../../../domain';
import { useRouter } from '../../routing';
import { filterResults, filtersIn, paramsOf } from './filters';
import type { FilteredResults, Filters, ResultItem } from './filters';
import { useProcess } from './use-process';
import type { ProcessChoice } from './use-process';

export interface ResultGroup {
  readonly objective: StrategicObjective;
  /** Over all of the process's key results of the objective, whatever the filters. */
  readonly rollUp: RollUp;
  readonly items: readonly ResultItem[];
}

export interface MyResultsModel {
  readonly choice: ProcessChoice;
  readonly chooseProcess: (wish: string) => void;
  /** The process's own, or the plan's when all are on screen. */
  readonly rollUp: RollUp | null;
  /** Active key results of the plan. */
  readonly planTotal: number;
  /** Before the filters. */
  readonly items: readonly ResultItem[];
  readonly found: FilteredResults;
  readonly groups: readonly ResultGroup[];
  /** Objectives that the list has something of. */
  readonly objectives: readonly StrategicObjective[];
  /** The person belongs to the process on screen. */
  readonly own: boolean;
  readonly filters: Filters;
  readonly setFilters: (patch: Partial<Filters>) => void;
}

/** All key results, each with what the first of the person's own processes owes on it. */
function allItems(board: Board): ResultItem[] {
  return Array.from(board.statuses.values()).filter(({ keyResult }) => keyResult.active).map((status) => {
    const process = board.myProcesses.find((code) => status.keyResult.processes.indexOf(code) >= 0);
    const item = process && board.itemsOf(process).find((candidate) => candidate.status === status);
    return process && item ? { ...item, process } : { status, process: null, due: null };
  });
}

function itemsOf(board: Board, choice: ProcessChoice): readonly ResultItem[] {
  if (choice.kind === 'process') return board.itemsOf(choice.code).map((item) => ({ ...item, process: choice.code }));
  return choice.kind === 'all' ? allItems(board) : [];
}

/** What the page shows, from the board and the address. */
export function useMyResults(board: Board): MyResultsModel {
  const { route, setParams } = useRouter();
  const [choice, chooseProcess] = useProcess(board);
  const { workspace } = board;
  const filters = React.useMemo(() => filtersIn(route.params), [route.params]);
  const items = React.useMemo(() => itemsOf(board, choice), [board, choice]);
  const tactical = React.useMemo(
    () => new Map(workspace.tacticalObjectives.map((objective) => [objective.code, objective])), [workspace.tacticalObjectives]
  );
  const found = React.useMemo(() => filterResults(items, filters, tactical), [items, filters, tactical]);

  const all = React.useMemo(() => {
    const objectiveOf = (item: ResultItem): string => {
      const parent = tactical.get(item.status.keyResult.tacticalObjective);
      return parent ? parent.strategicObjective : '';
    };
    return workspace.strategicObjectives
      .map((objective) => {
        const own = items.filter((item) => objectiveOf(item) === objective.code);
        return { objective, items: own, rollUp: rollUp(own.map((item) => item.status), workspace.plan) };
      })
      .filter((group) => group.items.length > 0);
  }, [items, tactical, workspace.strategicObjectives, workspace.plan]);

  const groups = React.useMemo(() => {
    const shown = new Set(found.items);
    return all
      .map((group) => ({ ...group, items: group.items.filter((item) => shown.has(item)) }))
      .filter((group) => group.items.length > 0);
  }, [all, found]);

  const filtersRef = React.useRef(filters);
  filtersRef.current = filters;
  const setFilters = React.useCallback((patch: Partial<Filters>) => {
    setParams(paramsOf({ ...filtersRef.current, ...patch }), { replace: true });
  }, [setParams]);

  return {
    choice,
    chooseProcess,
    rollUp: choice.kind === 'process' ? board.rollUps.processes.get(choice.code) || null : board.rollUps.plan,
    planTotal: board.rollUps.plan.total,
    items,
    found,
    groups,
    objectives: all.map((group) => group.objective),
    own: choice.kind === 'process' && board.myProcesses.indexOf(choice.code) >= 0,
    filters,
    setFilters
  };
}
