import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import { Button } from '../../components/button/button';
import { EmptyState } from '../../components/empty-state/empty-state';
import { Icon } from '../../components/icon/icon';
import { MessageBar } from '../../components/message-bar/message-bar';
import { plural, text } from '../../formatting';
import { useRouter } from '../../routing';
import { useHost } from '../../services';
import base from '../../theme/base.module.scss';
import { useWidthClass } from '../../theme/container-width';
import { saveWorkbook } from '../../workbook/save-workbook';
import { useExport } from '../../workbook/use-export';
import type { ExportState } from '../../workbook/use-export';
import { exportName, exportOf } from './matrix-export';
import { Mark } from './mark';
import { MatrixGrid } from './matrix-grid';
import { MatrixList } from './matrix-list';
import type { Matrix } from './matrix-model';
import { matrixSheets } from './matrix-sheets';
import { MatrixToolbar } from './matrix-toolbar';
import { useMatrix } from './use-matrix';
import type { MatrixView } from './use-matrix';
import styles from './matrix.module.scss';

export interface MatrixPageProps {
  readonly board: Board;
  readonly navigate: (route: string) => void;
}

function summary(matrix: Matrix): string {
  const orphans = matrix.keyResults.filter(row => row.count === 0).length;
  const counts = text(strings.Matrix_Summary, {
    keyResults: plural(strings.Matrix_KeyResults, matrix.keyResults.length),
    processes: plural(strings.Matrix_Processes, matrix.processes.length),
    marks: plural(strings.Matrix_Marks, matrix.totals.total)
  });
  return `${counts} ${orphans === 0 ? strings.Matrix_NoOrphans : plural(strings.Matrix_Orphans, orphans)}`;
}

const ExportNotice: React.FC<{ state: ExportState; onRetry: () => void; onOpenInBrowser: (() => void) | null }> = ({
  state,
  onRetry,
  onOpenInBrowser
}) => (
  // Always there: a region that appears together with its text is not announced everywhere.
  <div role="status" className={styles.notice}>
    {state.kind === 'done' && (
      <MessageBar kind="done" actions={onOpenInBrowser && <Button onClick={onOpenInBrowser}>{strings.Matrix_OpenInBrowser}</Button>}>
        {text(strings.Matrix_Exported, { file: state.fileName })}
        {onOpenInBrowser && ` ${strings.Matrix_ExportedInTeams}`}
      </MessageBar>
    )}
    {state.kind === 'failed' && (
      <MessageBar kind="error" actions={<Button onClick={onRetry}>{strings.Common_Retry}</Button>}>
        {strings.Common_ExportFailed}
      </MessageBar>
    )}
  </div>
);

interface ActionsProps {
  readonly view: MatrixView;
  readonly asList: boolean;
  readonly exporting: boolean;
  readonly onExport: () => void;
}

const Actions: React.FC<ActionsProps> = ({ view, asList, exporting, onExport }) => (
  <div className={styles.actions}>
    {/* Filters open every group: there is nothing to close then. */}
    {!asList && !view.isFiltered && (
      <Button kind="subtle" onClick={() => view.collapseAll(!view.allCollapsed)}>
        {view.allCollapsed ? strings.Matrix_ExpandAll : strings.Matrix_CollapseAll}
      </Button>
    )}
    <Button unavailable={exporting} onClick={onExport}>
      <Icon name="download" />
      {exporting ? strings.Matrix_Exporting : strings.Matrix_Export}
    </Button>
  </div>
);

const Legend: React.FC = () => (
  <div className={styles.legend}>
    <span>
      <Mark light="verde" />
      {strings.Matrix_LegendMark}
    </span>
    <span>
      <i className={styles.hatchSample} aria-hidden="true" />
      {strings.Matrix_LegendNobody}
    </span>
    <span>{strings.Matrix_LegendKeys}</span>
  </div>
);

interface RowsProps {
  readonly view: MatrixView;
  readonly asList: boolean;
  readonly routeOf: (code: string) => string;
  readonly onOpen: (code: string) => void;
}

/** The rows of a large plan take their time: how an export goes is no reason to make them anew. */
const Rows = React.memo<RowsProps>(function Rows({ view, asList, routeOf, onOpen }) {
  const { matrix, query, rows, filtered } = view;
  if (rows.length === 0) {
    return (
      <EmptyState
        icon="search"
        message={strings.Matrix_NoMatch}
        actions={<Button onClick={view.clear}>{strings.Matrix_ClearFilters}</Button>}
      />
    );
  }
  if (asList) return <MatrixList rows={filtered.rows} processes={matrix.processes} process={query.process} routeOf={routeOf} />;
  return (
    <>
      <MatrixGrid
        matrix={matrix}
        rows={rows}
        totals={filtered.totals}
        filtered={view.isFiltered}
        collapsed={view.collapsed}
        highlight={query.highlight}
        routeOf={routeOf}
        onToggleGroup={view.toggleGroup}
        onOpen={onOpen}
        onHighlight={process => view.change({ highlight: process === query.highlight ? null : process })}
      />
      <Legend />
    </>
  );
});

/** Who answers for what, and for what nobody does. */
const MatrixPage: React.FC<MatrixPageProps> = ({ board, navigate }) => {
  const asList = useWidthClass() === 'narrow';
  const host = useHost();
  const router = useRouter();
  const view = useMatrix(board, asList);
  const { matrix, filtered } = view;
  const { plan, site } = board.workspace;
  const routeOf = React.useCallback(
    (code: string) => router.textOf({ plan: plan.code, page: 'keyResult', keyResult: code }),
    [router, plan.code]
  );
  const open = React.useCallback((code: string) => navigate(routeOf(code)), [navigate, routeOf]);
  const [exported, startExport] = useExport(async () => {
    const model = exportOf({ matrix, filtered, filters: view.query, planTitle: plan.title, siteUrl: site.url, today: board.today });
    return saveWorkbook(matrixSheets(model), exportName(plan.code, board.today));
  });
  const here = router.textOf({ ...router.route, plan: plan.code });
  const openInBrowser = host.kind === 'teams' ? () => host.openInBrowser(here, site.url) : null;
  const actions = filtered.keyResults.length > 0 && (
    <Actions view={view} asList={asList} exporting={exported.kind === 'working'} onExport={startExport} />
  );
  const notice = <ExportNotice state={exported} onRetry={startExport} onOpenInBrowser={openInBrowser} />;
  return (
    <div>
      <header className={styles.head}>
        <div>
          <h1 className={base.h1}>{strings.Matrix_Title}</h1>
          <p className={styles.summary}>{summary(matrix)}</p>
        </div>
        {!asList && actions}
      </header>
      {matrix.keyResults.length === 0 ? (
        <EmptyState icon="table" message={strings.Matrix_Empty} />
      ) : (
        <>
          <MatrixToolbar view={view} asList={asList} />
          {!asList && notice}
          <p className={styles.shown} role="status">
            {view.isFiltered &&
              filtered.keyResults.length > 0 &&
              text(strings.Matrix_Shown, { shown: filtered.keyResults.length, total: matrix.keyResults.length })}
          </p>
          <Rows view={view} asList={asList} routeOf={routeOf} onOpen={open} />
          {/* On a phone the list comes first; the file is for a desk. */}
          {asList && (
            <div className={styles.foot}>
              {actions}
              {notice}
            </div>
          )}
        </>
      )}
    </div>
  );
};

export default MatrixPage;
