import type { Light, ProcessCode } from '../../../domain';
import { countMarks } from './matrix-model';
import type { KeyResultRow, MarkCounts, Matrix, MatrixRow } from './matrix-model';

/** How many processes answer for a key result: none, one alone, or several. */
export type Sharing = 'none' | 'one' | 'several';

export interface MatrixFilters {
  /** What was typed, as it was typed. */
  readonly search: string;
  readonly sharing: Sharing | null;
  /** Only the key results this process answers for. */
  readonly process: ProcessCode | null;
  readonly light: Light | null;
}

export const NO_FILTERS: MatrixFilters = { search: '', sharing: null, process: null, light: null };

/** Whether anything narrows the rows. */
export function isFiltered(filters: MatrixFilters): boolean {
  return filters.search.trim() !== '' || filters.sharing !== null || filters.process !== null || filters.light !== null;
}

/** For comparing as people search: without accents, case or doubled spaces. */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

export function sharingOf(row: KeyResultRow): Sharing {
  return row.count === 0 ? 'none' : row.count === 1 ? 'one' : 'several';
}

/** Whether a key result is among what the filters ask for. Every word typed must be in its code, wording or topics. */
export function matches(row: KeyResultRow, filters: MatrixFilters, processes: readonly ProcessCode[]): boolean {
  const { keyResult } = row.status;
  if (filters.sharing !== null && sharingOf(row) !== filters.sharing) {
    return false;
  }
  if (filters.process !== null && !row.marks[processes.indexOf(filters.process)]) {
    return false;
  }
  if (filters.light !== null && row.status.light !== filters.light) {
    return false;
  }
  const words = searchable(filters.search)
    .split(' ')
    .filter(word => word !== '');
  if (words.length === 0) {
    return true;
  }
  const text = searchable([keyResult.code, keyResult.title, ...keyResult.topics].join(' '));
  return words.every(word => text.includes(word));
}

/** What the filters leave of the matrix: groups without a match are gone, the others count their matches. */
export interface FilteredMatrix {
  readonly rows: readonly MatrixRow[];
  readonly keyResults: readonly KeyResultRow[];
  readonly totals: MarkCounts;
}

export function filterMatrix(matrix: Matrix, filters: MatrixFilters): FilteredMatrix {
  if (!isFiltered(filters)) {
    return matrix;
  }
  const columns = matrix.processes.length;
  const keyResults = matrix.keyResults.filter(row => matches(row, filters, matrix.processes));
  const rows = matrix.rows.flatMap((row): MatrixRow[] => {
    if (row.kind === 'keyResult') {
      return keyResults.includes(row) ? [row] : [];
    }
    const members = keyResults.filter(member => (row.kind === 'strategic' ? member.strategic : member.tactical) === row.id);
    return members.length === 0 ? [] : [{ ...row, keyResults: members.length, counts: countMarks(members, columns) }];
  });
  return { rows, keyResults, totals: countMarks(keyResults, columns) };
}

/** Rows left on screen when some groups are collapsed. */
export function expandedRows(rows: readonly MatrixRow[], collapsed: ReadonlySet<string>): MatrixRow[] {
  return rows.filter(row => {
    switch (row.kind) {
      case 'strategic':
        return true;
      case 'tactical':
        return !collapsed.has(row.objective.strategicObjective);
      case 'keyResult':
        return !collapsed.has(row.strategic) && !collapsed.has(row.tactical);
    }
  });
}
