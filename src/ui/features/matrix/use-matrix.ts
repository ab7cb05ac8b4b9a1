import * as React from 'react';
import type { Board } from '../../../application/board';
import { useRouter } from '../../routing';
import { useServices } from '../../services';
import { readProcess } from '../my-results/use-process';
import { expandedRows, filterMatrix, isFiltered } from './matrix-filters';
import type { FilteredMatrix } from './matrix-filters';
import { matrixOf } from './matrix-model';
import type { Matrix, MatrixRow } from './matrix-model';
import { PARAMETERS, readQuery, writeQuery } from './matrix-query';
import type { MatrixQuery } from './matrix-query';

export interface MatrixView {
  readonly matrix: Matrix;
  readonly query: MatrixQuery;
  readonly filtered: FilteredMatrix;
  readonly isFiltered: boolean;
  /** Rows on screen: filtered, and open ones only. */
  readonly rows: readonly MatrixRow[];
  readonly collapsed: ReadonlySet<string>;
  readonly allCollapsed: boolean;
  change(patch: Partial<MatrixQuery>): void;
  clear(): void;
  toggleGroup(code: string): void;
  collapseAll(collapse: boolean): void;
}

const NONE: ReadonlySet<string> = new Set();

/** What the matrix's page shows: the plan's matrix, the filters in the address, and which groups are closed. */
export function useMatrix(board: Board, asList: boolean): MatrixView {
  const router = useRouter();
  const matrix = React.useMemo(() => matrixOf(board), [board]);
  const { store } = useServices();
  // The process whose results were looked at last is the one whose column is looked for.
  const mine = React.useMemo(() => {
    const shown = readProcess(store, {}, board);
    return shown !== null && board.myProcesses.indexOf(shown) >= 0 ? shown : board.myProcesses[0] || null;
  }, [store, board]);
  const defaults = React.useMemo(() => ({ processes: matrix.processes, mine, startsWithMine: asList }), [matrix, mine, asList]);
  const { params } = router.route;
  const query = React.useMemo(() => readQuery(params, defaults), [params, defaults]);
  const filtered = React.useMemo(() => filterMatrix(matrix, query), [matrix, query]);
  const [closed, setClosed] = React.useState<ReadonlySet<string>>(NONE);
  const filteredNow = isFiltered(query);
  // A match inside a closed group would be one that nobody sees.
  const collapsed = filteredNow ? NONE : closed;
  const rows = React.useMemo(() => expandedRows(filtered.rows, collapsed), [filtered, collapsed]);
  return React.useMemo(() => {
    const strategic = matrix.strategicObjectives.map(objective => objective.code);

    const change = (patch: Partial<MatrixQuery>): void => {
      const written = writeQuery({ ...query, ...patch }, defaults);
      const next: Record<string, string> = {};
      (Object.keys(written) as (keyof typeof written)[]).forEach(key => {
        next[PARAMETERS[key]] = written[key];
      });
      router.setParams(next, { replace: true });
    };
    return {
      matrix,
      query,
      filtered,
      isFiltered: filteredNow,
      rows,
      collapsed,
      allCollapsed: strategic.length > 0 && strategic.every(code => collapsed.has(code)),
      change,
      clear: () => change({ search: '', sharing: null, process: null, light: null }),
      toggleGroup: code =>
        setClosed(before => {
          const next = new Set(before);
          if (!next.delete(code)) next.add(code);
          return next;
        }),
      collapseAll: collapse => setClosed(collapse ? new Set(strategic) : NONE)
    };
  }, [matrix, query, defaults, filtered, filteredNow, rows, collapsed, router]);
}
