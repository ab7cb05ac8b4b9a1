import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { ProcessCode } from '../../../domain';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import { plural, text } from '../../formatting';
import { HEAD, shownColumn, TOTAL } from './grid-moves';
import type { MatrixEdit } from './matrix-edit';
import { MatrixGridRow } from './matrix-grid-row';
import type { MarkCounts, Matrix, MatrixRow } from './matrix-model';
import { useGrid } from './use-grid';
import styles from './matrix-grid.module.scss';

export interface MatrixGridProps {
  readonly matrix: Matrix;
  /** What is left of the matrix on screen. */
  readonly rows: readonly MatrixRow[];
  readonly totals: MarkCounts;
  readonly filtered: boolean;
  readonly collapsed: ReadonlySet<string>;
  readonly highlight: ProcessCode | null;
  readonly routeOf: (code: string) => string;
  readonly onToggleGroup: (code: string) => void;
  readonly onHighlight: (process: ProcessCode) => void;
  readonly onOpen: (code: string) => void;
  readonly edit?: MatrixEdit;
}

/** Columns before the processes' own. */
const BEFORE = 2;

/** The matrix as a grid: one tab stop, arrows, groups that open and close. */
export const MatrixGrid: React.FC<MatrixGridProps> = props => {
  const { matrix, rows, totals, collapsed, highlight, onToggleGroup, onHighlight, onOpen, edit } = props;
  const { processes } = matrix;
  const columns = BEFORE + processes.length + 1;
  const isMark = (column: number): boolean => column >= BEFORE && column < columns - 1;
  const onEnter = (id: string, column: number): void => {
    const row = rows.find(candidate => candidate.id === id);
    if (row && edit && isMark(column)) return edit.onToggle(id, processes[column - BEFORE]);
    if (row && row.kind === 'keyResult') onOpen(id);
    else if (row) onToggleGroup(id);
    else if (id === HEAD && isMark(column)) onHighlight(processes[column - BEFORE]);
  };
  const onSpace = (id: string, column: number): void => {
    if (edit && isMark(column) && rows.some(candidate => candidate.id === id)) edit.onToggle(id, processes[column - BEFORE]);
  };
  const grid = useGrid(rows, columns, onEnter, edit ? onSpace : undefined);
  const marksBefore = React.useMemo(() => new Map(edit ? edit.before.keyResults.map(row => [row.id, row.marks]) : []), [edit]);
  const totalText = (index: number): string | number => {
    const was = edit ? edit.before.totals.byProcess[index] : matrix.totals.byProcess[index];
    const is = matrix.totals.byProcess[index];
    return edit && was !== is ? text(edit.words.total, { before: was, now: is }) : totals.byProcess[index];
  };
  const { current } = grid;
  const columnOf = (row: { id: string; kind: string }): number =>
    current.row === row.id ? shownColumn({ id: row.id, wideFirst: row.kind !== 'keyResult' }, current.column) : -1;
  const head = (column: number): { 'data-row': string; 'data-column': number; tabIndex: 0 | -1 } => ({
    'data-row': HEAD,
    'data-column': column,
    tabIndex: current.row === HEAD && current.column === column ? 0 : -1
  });
  const total = (column: number): { 'data-row': string; 'data-column': number; tabIndex: 0 | -1 } => ({
    'data-row': TOTAL,
    'data-column': column,
    tabIndex: current.row === TOTAL && shownColumn({ id: TOTAL, wideFirst: true }, current.column) === column ? 0 : -1
  });
  const columnClass = (process: ProcessCode, ...names: string[]): string =>
    [...names, process === highlight ? styles.highlighted : ''].filter(Boolean).join(' ');
  return (
    <div className={styles.scroll} ref={grid.ref}>
      {/* A grid is a widget: its cells take the focus and these events bubble up from them. */}
      <table
        className={styles.table}
        role="grid"
        aria-label={strings.Matrix_Title}
        aria-rowcount={matrix.rowCount}
        aria-colcount={columns}
        aria-readonly={!edit}
        onKeyDown={grid.onKeyDown}
        onFocus={grid.onFocus}
      >
        <colgroup>
          <col />
          <col className={styles.stateColumn} />
          {processes.map(process => (
            <col key={process} className={styles.processColumn} />
          ))}
          <col className={styles.countColumn} />
        </colgroup>
        <thead>
          <tr role="row" aria-rowindex={1}>
            <th role="columnheader" scope="col" aria-colindex={1} className={styles.nameHead} {...head(0)}>
              {strings.Matrix_KeyResult}
            </th>
            <th role="columnheader" scope="col" aria-colindex={2} {...head(1)}>
              {strings.Matrix_State}
            </th>
            {processes.map((process, index) => (
              <th
                key={process}
                role="columnheader"
                scope="col"
                aria-colindex={BEFORE + index + 1}
                className={columnClass(process, styles.processHead)}
              >
                <button
                  type="button"
                  aria-pressed={process === highlight}
                  title={text(strings.Matrix_Highlight, { process })}
                  onClick={() => onHighlight(process)}
                  {...head(BEFORE + index)}
                >
                  {process}
                  <span className={styles.headCount}>
                    {totalText(index)}
                    <VisuallyHidden>{plural(strings.Matrix_ResultsWord, totals.byProcess[index])}</VisuallyHidden>
                  </span>
                </button>
              </th>
            ))}
            <th role="columnheader" scope="col" aria-colindex={columns} className={styles.count} {...head(columns - 1)}>
              {strings.Matrix_Count}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <MatrixGridRow
              key={row.id}
              row={row}
              processes={processes}
              route={row.kind === 'keyResult' ? props.routeOf(row.id) : ''}
              current={columnOf(row)}
              highlight={highlight}
              expanded={!collapsed.has(row.id)}
              onToggle={onToggleGroup}
              edit={edit}
              before={edit && row.kind === 'keyResult' ? marksBefore.get(row.id) : undefined}
              selected={edit ? edit.selected.has(row.id) : false}
            />
          ))}
        </tbody>
        <tfoot>
          <tr role="row" aria-rowindex={matrix.rowCount}>
            <th role="rowheader" scope="row" colSpan={2} aria-colindex={1} aria-colspan={2} {...total(0)}>
              {props.filtered ? strings.Matrix_TotalShown : strings.Matrix_Total}
            </th>
            {processes.map((process, index) => (
              <td
                key={process}
                role="gridcell"
                aria-colindex={BEFORE + index + 1}
                className={columnClass(process, styles.process)}
                {...total(BEFORE + index)}
              >
                {totalText(index)}
              </td>
            ))}
            <td role="gridcell" aria-colindex={columns} className={styles.count} {...total(columns - 1)}>
              {totals.total}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
};
