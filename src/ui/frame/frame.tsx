import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../application/board';
import { isAppError } from '../../application/errors';
import type { WorkspaceScope } from '../../application/workspace';
import { Button } from '../components/button/button';
import { EmptyState } from '../components/empty-state/empty-state';
import { ErrorBoundary } from '../components/error-boundary/error-boundary';
import { ErrorState } from '../components/error-state/error-state';
import { Toast } from '../components/toast/toast';
import { WorkspaceContext, useWorkspaceSource } from '../data/use-workspace';
import type { WorkspaceState } from '../data/use-workspace';
import { text } from '../formatting';
import { useRouter } from '../routing';
import type { Route } from '../routing';
import { useHost, useServices } from '../services';
import base from '../theme/base.module.scss';
import { FrameContext, useFrame } from './frame-context';
import type { FrameParts, FrameTab } from './frame-context';
import { KeyResultPage, LazyPart, MatrixPage, ProblemsPanel, ReportPanel, SetUpScreen } from './lazy-parts';
import { LoadingScreen } from './loading-screen';
import { FrameHeader } from './frame-header';
import styles from './frame.module.scss';
import { StatusBars, Waiting } from './status-bars';
import { useReportFlow } from './use-report-flow';
import type { ReportFlow } from './use-report-flow';
import { useToast } from './use-toast';

/** Follows the route to a plan other than the one on screen, when the site has it. */
function useRequestedPlan(): [string | undefined, (board: Board | null) => boolean] {
  const { route } = useRouter();
  const [requested, setRequested] = React.useState<string | undefined>(undefined);
  const isElsewhere = (board: Board | null): boolean => {
    if (!board || !route.plan || route.plan === board.workspace.plan.code) return false;
    if (board.workspace.planCodes.indexOf(route.plan) < 0) return true;
    if (requested !== route.plan) setRequested(route.plan);
    return false;
  };
  return [requested, isElsewhere];
}

/** What a page is given. */
export interface PageParts {
  readonly board: Board;
  readonly route: Route;
  readonly state: WorkspaceState;
  readonly report: ReportFlow;
}

export type RenderPage = (parts: PageParts) => React.ReactElement | null;

/** What the route names and the plan does not have. */
const NotFound: React.FC<{ message: string }> = ({ message }) => {
  const router = useRouter();
  const { home } = useFrame();
  return (
    <EmptyState
      isPage
      icon="link"
      message={message}
      actions={<Button kind="primary" onClick={() => router.navigate(router.textOf(home))}>{text(strings.Shell_GoHome, { page: home.label })}</Button>}
    />
  );
};

const Page: React.FC<PageParts & { elsewhere: boolean; renderPage: RenderPage }> = ({ elsewhere, renderPage, ...parts }) => {
  const router = useRouter();
  const { home } = useFrame();
  const { board, route, report } = parts;
  if (elsewhere) return <NotFound message={text(strings.Shell_OtherPlan, { plan: route.plan || '' })} />;
  switch (route.page) {
    case 'matrix':
      return <LazyPart><MatrixPage board={board} navigate={router.navigate} /></LazyPart>;
    case 'keyResult': {
      const code = route.keyResult || '';
      if (!board.statuses.has(code)) return <NotFound message={text(strings.Shell_ResultNotFound, { code })} />;
      return (
        <LazyPart>
          <KeyResultPage
            key={code}
            board={board}
            code={code}
            onReport={report.open}
            onBack={() => router.navigate(router.textOf(home))}
            navigate={router.navigate}
          />
        </LazyPart>
      );
    }
    default:
      return renderPage(parts) || <NotFound message={strings.Shell_PageNotFound} />;
  }
};

/** What stands in place of the pages while there is nothing to show. */
const NothingYet: React.FC<{ state: WorkspaceState; shape?: React.ReactElement }> = ({ state, shape }) => {
  const { links } = useServices();
  const { error, retryAt, slow, refreshing, refresh } = state;
  const lacking = isAppError(error, 'listMissing') || isAppError(error, 'columnMissing') ? error : null;
  if (lacking || isAppError(error, 'listsMissing')) {
    return <LazyPart><SetUpScreen lacking={lacking} onDone={() => { void refresh(); }} /></LazyPart>;
  }
  if (error && retryAt !== null) return <><Waiting retryAt={retryAt} /><LoadingScreen slow={false} shape={shape} /></>;
  if (error && !refreshing) return <ErrorState isPage error={error} links={links} onRetry={() => { void refresh(); }} />;
  return <LoadingScreen slow={slow} shape={shape} />;
};

export interface FrameProps {
  readonly plan: React.MutableRefObject<string>;
  readonly tabs: readonly FrameTab[];
  readonly scope: WorkspaceScope;
  readonly renderPage: RenderPage;
  readonly loadingShape?: React.ReactElement;
}

/** The app's frame: navigation, the state of the data, the page the route names, and what opens over it. */
export const Frame: React.FC<FrameProps> = ({ plan, tabs, scope, renderPage, loadingShape }) => {
  const router = useRouter();
  const host = useHost();
  const [requested, isElsewhere] = useRequestedPlan();
  const state = useWorkspaceSource(requested, scope);
  const { board } = state;
  if (board) plan.current = board.workspace.plan.code;
  const elsewhere = isElsewhere(board);
  const toast = useToast();
  const report = useReportFlow(board, state, toast.show);
  const frame = React.useMemo<FrameParts>(() => ({ home: tabs[0], say: toast.show }), [tabs, toast.show]);
  const [problemsOpen, setProblemsOpen] = React.useState(false);

  // A page that has a main region around its web parts, as SharePoint's do, must not get a second one.
  const [Main] = React.useState<'main' | 'div'>(() => (document.querySelector('main, [role=main]') ? 'div' : 'main'));
  const settled = board !== null || state.error !== null;
  const hostRef = React.useRef(host);
  React.useEffect(() => {
    if (settled && hostRef.current.onReady) hostRef.current.onReady();
  }, [settled]);

  return (
    <WorkspaceContext.Provider value={state}><FrameContext.Provider value={frame}>
      <div className={styles.shell}>
        {board && <FrameHeader board={board} tabs={tabs} state={state} onProblems={() => setProblemsOpen(true)} onSaid={toast.show} />}
        <Main className={base.page} tabIndex={-1} data-main="">
          <StatusBars board={board} state={state} />
          <ErrorBoundary resetKey={`${router.route.page}/${router.route.keyResult || router.route.part || ''}`}>
            {board
              ? <Page {...{ board, route: router.route, state, report, elsewhere, renderPage }} />
              : <NothingYet state={state} shape={loadingShape} />}
          </ErrorBoundary>
        </Main>
        {board && report.opened && (
          <LazyPart over>
            <ReportPanel
              key={`${report.opened.keyResult}/${report.opened.checkIn ? report.opened.checkIn.id : ''}`}
              board={board}
              keyResult={report.opened.keyResult}
              process={report.opened.process}
              checkIn={report.opened.checkIn}
              onClose={report.close}
              onSaved={report.saved}
            />
          </LazyPart>
        )}
        {board && problemsOpen && (
          <LazyPart over><ProblemsPanel problems={board.workspace.problems} onClose={() => setProblemsOpen(false)} /></LazyPart>
        )}
        <Toast message={toast.message} onDismiss={toast.dismiss} />
      </div>
    </FrameContext.Provider></WorkspaceContext.Provider>
  );
};
