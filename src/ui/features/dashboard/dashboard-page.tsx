import * as React from 'react';
import * as texts from 'TableroStrings';
import type { Board } from '../../../application/board';
import type { FrozenBoard } from '../../../application/closed-quarter';
import { narrowBoard } from '../../../application/closed-quarter';
import { canDecide } from '../../../application/decisions';
import type { QuarterCode } from '../../../domain';
import { Button } from '../../components/button/button';
import { EmptyState } from '../../components/empty-state/empty-state';
import { ErrorState } from '../../components/error-state/error-state';
import { MessageBar } from '../../components/message-bar/message-bar';
import { formatDay, formatLongDay, text } from '../../formatting';
import { LazyPart } from '../../frame';
import { useRouter } from '../../routing';
import { useServices } from '../../services';
import base from '../../theme/base.module.scss';
import { DashboardLoading } from './dashboard-loading';
import styles from './dashboard.module.scss';
import type { DashboardOptions } from './options';
import type { DashboardParts, DecisionSubject } from './parts';
import { QuarterPicker } from './quarter-picker';
import { DECISION_PANEL, HEADER_ACTIONS, SECTIONS } from './slots';
import { useClosedQuarter } from './use-closed-quarter';

/** What the figures are of, in words: a day, alive; or a closed quarter. */
function momentText({ board, frozen, live }: DashboardParts): string {
  if (frozen) {
    return frozen.quarter.closedOn === null
      ? text(texts.Dashboard_Frozen, { quarter: frozen.quarter.code, day: formatLongDay(frozen.quarter.end) })
      : text(texts.Dashboard_FrozenOn, {
        quarter: frozen.quarter.code, day: formatLongDay(frozen.quarter.end), closed: formatDay(frozen.quarter.closedOn)
      });
  }
  const day = formatLongDay(board.today);
  return live.reporting
    ? text(texts.Dashboard_LiveOpen, { day, quarter: live.reporting.quarter.code })
    : text(texts.Dashboard_Live, { day });
}

const PageHead: React.FC<DashboardParts & { title: string; shown: QuarterCode | null }> = ({ title, shown, ...parts }) => {
  const { workspace } = parts.live;
  return (
    <>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1 className={base.h1}>{title || workspace.plan.title || text(texts.Dashboard_Plan, { plan: workspace.plan.code })}</h1>
          <p className={base.quiet}>{[workspace.site.title, momentText(parts)].filter(Boolean).join(' · ')}</p>
        </div>
        <div className={styles.actions}>
          {workspace.keyResults.length > 0 && HEADER_ACTIONS.map((Action, index) => <Action key={index} {...parts} />)}
        </div>
      </header>
      <QuarterPicker quarters={workspace.quarters} shown={shown} />
    </>
  );
};

/** Parameter of the address that names what the open decision panel is about: the code of a key result or an objective. */
const DECIDE = 'decidir';
/** What it says when the decision is about the plan as a whole. */
const WHOLE_PLAN = 'plan';

/** The decision panel as a step of its own: going back closes it. */
function useDecisions(board: Board): { subject: DecisionSubject | null; open?: (subject: DecisionSubject) => void; close: () => void } {
  const router = useRouter();
  const asked = router.route.params[DECIDE];
  const subject = React.useMemo<DecisionSubject | null>(() => {
    if (asked === WHOLE_PLAN) return { keyResult: null, strategicObjective: null };
    if (asked && board.statuses.has(asked)) return { keyResult: asked, strategicObjective: null };
    const objective = board.workspace.strategicObjectives.find(({ code }) => code === asked);
    return objective ? { keyResult: null, strategicObjective: objective.code } : null;
  }, [asked, board]);
  const routerRef = React.useRef(router);
  routerRef.current = router;
  const open = React.useCallback(({ keyResult, strategicObjective }: DecisionSubject) => {
    routerRef.current.openOver({ [DECIDE]: keyResult || strategicObjective || WHOLE_PLAN });
  }, []);
  const close = React.useCallback(() => routerRef.current.closeOver([DECIDE]), []);
  return { subject, open: canDecide(board.workspace) ? open : undefined, close };
}

/** Codes chosen in the web part's properties that this plan has; and those it does not. */
function chosenObjectives(board: Board, chosen: readonly string[]): { known: string[]; unknown: string[] } {
  const all = board.workspace.strategicObjectives.map(({ code }) => code);
  return { known: chosen.filter(code => all.indexOf(code) >= 0), unknown: chosen.filter(code => all.indexOf(code) < 0) };
}

const NoSuchQuarter: React.FC<{ quarter: QuarterCode; board: Board }> = ({ quarter, board }) => {
  const router = useRouter();
  const exists = board.workspace.quarters.some(({ code }) => code === quarter);
  return (
    <EmptyState
      icon="lock"
      message={text(exists ? texts.Dashboard_QuarterOpen : texts.Dashboard_QuarterUnknown, { quarter })}
      actions={<Button onClick={() => router.navigate(router.textOf({ page: 'dashboard' }))}>{texts.Dashboard_SeeToday}</Button>}
    />
  );
};

/** Key results that came or went since the quarter was closed, and what its cutoffs do not keep. */
const Differences: React.FC<DashboardParts> = ({ frozen }) => {
  if (!frozen) return null;
  const said = [
    frozen.added.length > 0 && text(texts.Dashboard_Added, { codes: frozen.added.join(', ') }),
    frozen.removed.length > 0 && text(texts.Dashboard_Removed, { codes: frozen.removed.join(', ') }),
    frozen.byTodaysWeights && texts.Dashboard_TodaysWeights
  ].filter(Boolean).join(' ');
  return said === '' ? null : <MessageBar className={styles.message}>{said}</MessageBar>;
};

export interface DashboardPageProps {
  readonly board: Board;
  /** Closed quarter to show, `null`: today. */
  readonly quarter: QuarterCode | null;
  readonly options: DashboardOptions;
}

/** Where the plan stands and what needs the committee: one page of sections, of today or of a closed quarter. */
export const DashboardPage: React.FC<DashboardPageProps> = ({ board, quarter, options }) => {
  const { links } = useServices();
  const isClosed = quarter !== null && board.workspace.quarters.some(({ code, state }) => code === quarter && state === 'closed');
  const past = useClosedQuarter(board, isClosed ? quarter : null);
  const { known, unknown } = React.useMemo(() => chosenObjectives(board, options.objectives), [board, options.objectives]);
  const narrow = React.useCallback(<B extends Board>(whole: B): B => (known.length > 0 ? narrowBoard(whole, known) : whole), [known]);
  const live = React.useMemo(() => narrow(board), [board, narrow]);
  const frozen = React.useMemo<FrozenBoard | null>(() => (past.board ? narrow(past.board) : null), [past.board, narrow]);
  const decisions = useDecisions(live);
  const parts = React.useMemo<DashboardParts>(() => ({
    board: frozen || live,
    live,
    frozen: frozen ? frozen.frozen : null,
    planObjectives: board.workspace.strategicObjectives.length,
    // What is decided is decided today.
    onDecide: frozen ? undefined : decisions.open
  }), [board, frozen, live, decisions.open]);

  const content = (): React.ReactNode => {
    if (live.workspace.keyResults.length === 0) return <EmptyState icon="info" message={texts.Dashboard_Empty} />;
    if (quarter !== null && !isClosed) return <NoSuchQuarter quarter={quarter} board={board} />;
    if (quarter !== null && !frozen) {
      return past.error && !past.loading
        ? <ErrorState error={past.error} links={links} onRetry={past.retry} />
        : <DashboardLoading />;
    }
    return (
      <>
        <Differences {...parts} />
        {SECTIONS.filter(({ id }) => options.hidden.indexOf(id) < 0).map(({ id, Section }) => <Section key={id} {...parts} />)}
      </>
    );
  };

  return (
    <div className={styles.page}>
      <PageHead {...parts} title={options.title} shown={quarter} />
      {unknown.length > 0 && (
        <MessageBar kind="warning" className={styles.message}>{text(texts.Dashboard_UnknownObjectives, { codes: unknown.join(', ') })}</MessageBar>
      )}
      {content()}
      {decisions.open && decisions.subject && (
        <LazyPart over><DECISION_PANEL parts={parts} subject={decisions.subject} onClose={decisions.close} /></LazyPart>
      )}
    </div>
  );
};
