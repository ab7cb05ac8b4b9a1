import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { Board } from '../../../../application/board';
import type { KeyResultCode, ProcessCode } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { EmptyState } from '../../../components/empty-state/empty-state';
import { ErrorState } from '../../../components/error-state/error-state';
import { LeaveDialog } from '../../../components/leave-dialog/leave-dialog';
import { Shimmer } from '../../../components/shimmer/shimmer';
import { plural, text } from '../../../formatting';
import { useServices } from '../../../services';
import base from '../../../theme/base.module.scss';
import { useWidthClass } from '../../../theme/container-width';
import type { MatrixEdit } from '../../matrix/matrix-edit';
import type { FilteredMatrix } from '../../matrix/matrix-filters';
import { MatrixGrid } from '../../matrix/matrix-grid';
import { countMarks, matrixOf } from '../../matrix/matrix-model';
import type { Matrix, MatrixRow } from '../../matrix/matrix-model';
import { MatrixToolbar } from '../../matrix/matrix-toolbar';
import { useMatrix } from '../../matrix/use-matrix';
import type { MaintenanceParts } from '../parts';
import { BulkBar, EditBar, SaveNotices } from './edit-bar';
import { marksOf, toggleAll } from './marks';
import type { BaseMarks, Marks } from './marks';
import styles from './responsibilities.module.scss';
import { ToggleList } from './toggle-list';
import { useResponsibilities } from './use-responsibilities';
import type { Responsibilities } from './use-responsibilities';

/** The board with other marks: figures stay as they are until these are saved. */
function boardWith(board: Board, base: BaseMarks, marks: Marks): Board {
  const order = board.workspace.processes.map(({ code }) => code);
  const keyResults = board.workspace.keyResults.map((keyResult) => {
    const codes = marksOf(base, marks, keyResult.code);
    return { ...keyResult, processes: order.filter((code) => codes.indexOf(code) >= 0) };
  });
  return { ...board, workspace: { ...board.workspace, keyResults } };
}

const NONE: Marks = new Map();

/** Rows that filters left, with the marks as they are being edited. */
function withMarksOf(matrix: Matrix, rows: readonly MatrixRow[]): FilteredMatrix {
  const drafted = new Map(matrix.keyResults.map((row) => [row.id, row]));
  const keyResults = rows.flatMap((row) => (row.kind === 'keyResult' ? [drafted.get(row.id) || row] : []));
  const columns = matrix.processes.length;
  return {
    rows: rows.map((row) => {
      if (row.kind === 'keyResult') return drafted.get(row.id) || row;
      return { ...row, counts: countMarks(keyResults.filter((one) => (row.kind === 'strategic' ? one.strategic : one.tactical) === row.id), columns) };
    }),
    keyResults,
    totals: countMarks(keyResults, columns)
  };
}

const Editor: React.FC<{ board: Board; edit: Responsibilities; saved: BaseMarks }> = ({ board, edit, saved }) => {
  const asList = useWidthClass() === 'narrow';
  const matrix = React.useMemo(() => matrixOf(boardWith(board, saved, edit.marks)), [board, saved, edit.marks]);
  const savedBoard = React.useMemo(() => boardWith(board, saved, NONE), [board, saved]);
  // Filters go by what is saved: a row that gets its first process must not vanish from "Sin responsable" under the pointer.
  const view = useMatrix(savedBoard, asList);
  const before = view.matrix;
  const filtered = React.useMemo(() => withMarksOf(matrix, view.filtered.rows), [matrix, view.filtered]);
  const shown = React.useMemo(() => {
    const open = new Set(view.rows.map(({ id }) => id));
    return filtered.rows.filter(({ id }) => open.has(id));
  }, [filtered, view.rows]);
  const [selected, setSelected] = React.useState<ReadonlySet<KeyResultCode>>(new Set());
  const [spoken, setSpoken] = React.useState('');
  const readOnly = React.useMemo(
    () => new Set(board.workspace.keyResults.filter(({ sameMeasureAs }) => sameMeasureAs !== null).map(({ code }) => code)), [board]
  );

  // Rows are drawn again only when theirs changes: what they call must not.
  const latest = React.useRef({ edit, filtered, saved, readOnly });
  latest.current = { edit, filtered, saved, readOnly };
  const toggle = React.useCallback((row: string, process: ProcessCode) => {
    const now = latest.current;
    const found = now.filtered.rows.find(({ id }) => id === row);
    const codes = now.filtered.keyResults
      .filter((one) => one.id === row || (found && found.kind === 'strategic' && one.strategic === row) || one.tactical === row)
      .map(({ id }) => id).filter((code) => !now.readOnly.has(code));
    if (codes.length === 0) {
      setSpoken(texts.Stand_ReadOnly);
      return;
    }
    const changes = toggleAll(now.saved, now.edit.marks, codes, process);
    now.edit.change(changes);
    setSpoken(text(changes[0].on ? texts.Stand_Answers : texts.Stand_AnswersNot, { process, row }));
  }, []);
  const select = React.useCallback((row: string) => setSelected((all) => {
    const next = new Set(all);
    if (!next.delete(row)) next.add(row);
    return next;
  }), []);
  const gridEdit = React.useMemo<MatrixEdit>(() => ({
    before, selected, readOnly, onToggle: toggle, onSelect: select,
    words: {
      select: texts.Stand_Select, changed: texts.Stand_Unsaved, readOnly: texts.Stand_ReadOnly, total: texts.Stand_Total, toggle: texts.Stand_ToggleGroup
    }
  }), [before, selected, readOnly, toggle, select]);

  const totals = matrix.processes.flatMap((process, index) => {
    const [was, is] = [before.totals.byProcess[index], matrix.totals.byProcess[index]];
    return was === is ? [] : [text(texts.Stand_ProcessTotal, { process, before: was, now: is })];
  });
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    // In a field these keys belong to its text.
    if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) edit.redo();
    else edit.undo();
  };
  const bulk = (process: ProcessCode, on: boolean): void => {
    edit.change(Array.from(selected).filter((code) => !readOnly.has(code)).map((keyResult) => ({ keyResult, process, on })));
    setSpoken(plural(on ? texts.Stand_AddedTo : texts.Stand_RemovedFrom, selected.size, { process }));
  };
  const changedRows = React.useMemo(() => new Set(edit.marks.keys()), [edit.marks]);
  const orphans = matrix.keyResults.filter(({ count }) => count === 0).length;

  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- Ctrl+Z and Ctrl+Y bubble up from the grid's cells and the buttons
    <div onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <h1 className={base.h1}>{texts.Maintenance_Responsibilities}</h1>
        <p>
          {plural(texts.Stand_Marks, matrix.totals.total, { results: matrix.keyResults.length })}{' '}
          {orphans === 0 ? texts.Stand_NoOrphans : plural(texts.Stand_Orphans, orphans)}
        </p>
        <p className={base.quiet}>{asList ? texts.Stand_IntroList : texts.Stand_Intro}</p>
      </header>
      <MatrixToolbar view={view} asList={asList} />
      <SaveNotices edit={edit} />
      {!asList && selected.size > 0 && (
        <BulkBar count={selected.size} processes={matrix.processes} onMark={bulk} onClear={() => setSelected(new Set())} />
      )}
      {view.rows.length === 0 ? (
        <EmptyState icon="search" message={texts.Stand_NoMatch} actions={<Button onClick={view.clear}>{texts.Stand_ClearFilters}</Button>} />
      ) : asList ? (
        <ToggleList rows={filtered.rows} processes={matrix.processes} readOnly={readOnly} changed={changedRows} onToggle={toggle} />
      ) : (
        <MatrixGrid
          matrix={matrix}
          rows={shown}
          totals={filtered.totals}
          filtered={view.isFiltered}
          collapsed={view.collapsed}
          highlight={view.query.highlight}
          routeOf={() => ''}
          onToggleGroup={view.toggleGroup}
          onOpen={select}
          onHighlight={(process) => view.change({ highlight: process === view.query.highlight ? null : process })}
          edit={gridEdit}
        />
      )}
      <EditBar edit={edit} totals={totals} />
      <div className={styles.spoken} role="status">{spoken}</div>
    </div>
  );
};

/** The responsibility matrix, edited where it stands: who answers for what. */
const ResponsibilitiesPage: React.FC<MaintenanceParts> = ({ board, state }) => {
  const { links } = useServices();
  const edit = useResponsibilities(board, state.refresh);
  if (edit.base === null) {
    return (
      <>
        <h1 className={base.h1}>{texts.Maintenance_Responsibilities}</h1>
        {edit.readError !== null
          ? <ErrorState error={edit.readError} onRetry={edit.reload} links={links} />
          : <div className={styles.loading} role="status" aria-label={texts.Stand_Loading}>{[1, 2, 3, 4].map((line) => <Shimmer key={line} height={40} />)}</div>}
      </>
    );
  }
  return (
    <>
      <Editor board={board} edit={edit} saved={edit.base} />
      <LeaveDialog when={edit.counts.marks > 0} message={plural(texts.Stand_Leave, edit.counts.marks)} stay={texts.Stand_Stay} leave={texts.Stand_LeaveNow} />
    </>
  );
};

export default ResponsibilitiesPage;
