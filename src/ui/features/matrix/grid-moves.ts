import type { MatrixRow } from './matrix-model';

/** A row of the grid as the keyboard sees it: `head` and `total` stand around the plan's rows. */
export interface GridRow {
  readonly id: string;
  /** A group's first cell covers two columns: the name and the state. */
  readonly wideFirst: boolean;
}

export interface GridCell {
  readonly row: string;
  /** 0-based column: name, state, a column per process, number of processes. */
  readonly column: number;
}

export const HEAD = 'head';
export const TOTAL = 'total';

/** The grid's rows, from the header to the total. */
export function gridRows(rows: readonly MatrixRow[]): GridRow[] {
  return [
    { id: HEAD, wideFirst: false },
    ...rows.map(row => ({ id: row.id, wideFirst: row.kind !== 'keyResult' })),
    { id: TOTAL, wideFirst: true }
  ];
}

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/**
 * Where a key leads, as the grid pattern has it: arrows by one cell, Home and End to the row's ends, with Ctrl to the grid's,
 * PageUp and PageDown by a screenful. `null` when the key is not the grid's.
 * @param pageSize rows a screenful holds
 */
export function moveTo(rows: readonly GridRow[], columns: number, from: GridCell, press: KeyPress, pageSize: number): GridCell | null {
  const found = rows.findIndex(row => row.id === from.row);
  const row = found < 0 ? 0 : found;
  const last = rows.length - 1;
  const lastColumn = columns - 1;
  const wide = rows[row].wideFirst && from.column <= 1;
  const to = (toRow: number, column: number): GridCell => ({ row: rows[toRow].id, column });
  switch (press.key) {
    case 'ArrowDown':
      return to(Math.min(last, row + 1), from.column);
    case 'ArrowUp':
      return to(Math.max(0, row - 1), from.column);
    case 'ArrowRight':
      return to(row, Math.min(lastColumn, wide ? 2 : from.column + 1));
    case 'ArrowLeft':
      return to(row, wide ? 0 : shownColumn(rows[row], from.column - 1));
    case 'Home':
      return to(press.ctrlKey ? 0 : row, 0);
    case 'End':
      return to(press.ctrlKey ? last : row, lastColumn);
    case 'PageDown':
      return to(Math.min(last, row + Math.max(1, pageSize)), from.column);
    case 'PageUp':
      return to(Math.max(0, row - Math.max(1, pageSize)), from.column);
    default:
      return null;
  }
}

/**
 * The column of the cell that is there. Passing over a group row keeps the column in mind, so that going on down the second
 * column stays in it, although the group's first cell covers both.
 */
export function shownColumn(row: GridRow, column: number): number {
  return Math.max(0, row.wideFirst && column === 1 ? 0 : column);
}

/** The cell that takes the grid's tab stop: the one last visited if it is still there, else the first key result's name. */
export function tabStop(rows: readonly GridRow[], visited: GridCell | null): GridCell {
  if (visited && rows.some(row => row.id === visited.row)) {
    return visited;
  }
  const first = rows.find(row => row.id !== HEAD) ?? rows[0];
  return { row: first.id, column: 0 };
}
