import * as React from 'react';
import { gridRows, moveTo, shownColumn, tabStop } from './grid-moves';
import type { GridCell } from './grid-moves';
import type { MatrixRow } from './matrix-model';

/** Lowest height of a row, in pixels: what a screenful is counted with. */
const ROW_HEIGHT = 36;
/** A screenful where there is no layout to measure. */
const USUAL_PAGE = 10;

export interface Grid {
  readonly ref: React.RefObject<HTMLDivElement>;
  /** The one cell that can be reached with Tab. */
  readonly current: GridCell;
  onKeyDown(event: React.KeyboardEvent): void;
  onFocus(event: React.FocusEvent): void;
}

function cellOf(element: EventTarget): GridCell | null {
  const found = element instanceof Element ? element.closest<HTMLElement>('[data-row]') : null;
  return found && found.dataset.row !== undefined ? { row: found.dataset.row, column: Number(found.dataset.column) } : null;
}

/**
 * Keyboard of a grid: one tab stop, which moves with the arrows and with the pointer.
 * @param onEnter Enter on a cell that holds no control of its own
 * @param onSpace Space on such a cell, where it does something
 */
export function useGrid(
  rows: readonly MatrixRow[], columns: number, onEnter: (row: string, column: number) => void, onSpace?: (row: string, column: number) => void
): Grid {
  const ref = React.useRef<HTMLDivElement>(null);
  const [visited, setVisited] = React.useState<GridCell | null>(null);
  const order = React.useMemo(() => gridRows(rows), [rows]);
  const current = tabStop(order, visited);
  // Focus moves after the render that gave the cell its tab stop.
  const pending = React.useRef(false);
  React.useLayoutEffect(() => {
    if (!pending.current || !ref.current) return;
    pending.current = false;
    const row = order.find(candidate => candidate.id === current.row);
    const column = row ? shownColumn(row, current.column) : current.column;
    const cells = Array.from(ref.current.querySelectorAll<HTMLElement>('[data-row]'));
    const cell = cells.find(candidate => candidate.dataset.row === current.row && Number(candidate.dataset.column) === column);
    if (cell) cell.focus();
  });

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const focused = cellOf(event.target);
    if (!focused || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.key === 'Enter' || (event.key === ' ' && onSpace)) {
      // Links, buttons and boxes answer these keys themselves.
      if (!(event.target instanceof HTMLElement && /^(A|BUTTON|INPUT)$/.test(event.target.tagName))) {
        event.preventDefault();
        if (event.key === 'Enter' || !onSpace) onEnter(focused.row, focused.column);
        else onSpace(focused.row, focused.column);
      }
      return;
    }
    const height = ref.current ? ref.current.clientHeight : 0;
    const page = height > 0 ? Math.max(1, Math.floor(height / ROW_HEIGHT) - 3) : USUAL_PAGE;
    // The remembered column may be one that a group row does not have.
    const from = focused.row === current.row ? current : focused;
    const to = moveTo(order, columns, from, { key: event.key, ctrlKey: event.ctrlKey }, page);
    if (!to) return;
    event.preventDefault();
    pending.current = true;
    setVisited(to);
  };

  const onFocus = (event: React.FocusEvent): void => {
    const focused = cellOf(event.target);
    if (!focused) return;
    const row = order.find(candidate => candidate.id === current.row);
    if (focused.row === current.row && row && shownColumn(row, current.column) === focused.column) return;
    setVisited(focused);
  };

  return { ref, current, onKeyDown, onFocus };
}
