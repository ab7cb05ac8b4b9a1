import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../application/board';
import { Button } from '../components/button/button';
import { Icon } from '../components/icon/icon';
import { Select } from '../components/select/select';
import type { WorkspaceState } from '../data/use-workspace';
import { formatAgo, plural, text } from '../formatting';
import { RouteLink, formatRoute, useRouter } from '../routing';
import type { Route } from '../routing';
import { useHost, useServices } from '../services';
import { copyText } from './copy-text';
import styles from './frame.module.scss';
import type { FrameTab } from './frame-context';
import type { ShowToast } from './use-toast';

/** `Actualizado hace 2 min`, growing older by itself. */
const Freshness: React.FC<{ readAt: string; refreshing: boolean }> = ({ readAt, refreshing }) => {
  const { now } = useServices();
  const [, tick] = React.useState(0);
  React.useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 30000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className={styles.updated}>
      {refreshing ? strings.Shell_Refreshing : text(strings.Shell_Updated, { ago: formatAgo(readAt, now()) })}
    </span>
  );
};

interface CopyLinkProps {
  readonly plan: string;
  /** Address of the site that the data is from. */
  readonly site: string;
  readonly onSaid: ShowToast;
}

const LinkButtons: React.FC<CopyLinkProps> = ({ plan, site, onSaid }) => {
  const host = useHost();
  const { route } = useRouter();
  const here = formatRoute(route, plan);
  const address = host.shareLink(here, route.keyResult || strings.Common_AppName, site);
  const copy = async (link: string): Promise<void> => {
    onSaid(await copyText(link) ? strings.Shell_LinkCopied : `${strings.Shell_LinkManual} ${link}`);
  };
  return (
    <>
      {/* A key result's page and the dashboard have a button of their own, in words. */}
      {address !== null && route.page !== 'keyResult' && route.page !== 'dashboard' && (
        <Button kind="icon" onClick={() => { void copy(address); }} aria-label={strings.Shell_CopyLink} title={strings.Shell_CopyLink}>
          <Icon name="link" />
        </Button>
      )}
      {host.kind === 'teams' && (
        <Button kind="icon" onClick={() => host.openInBrowser(here, site)} aria-label={strings.Shell_OpenInBrowser} title={strings.Shell_OpenInBrowser}>
          <Icon name="external" />
        </Button>
      )}
    </>
  );
};

/** A tab without a part stands for every part of its page that has no tab of its own. */
function isCurrent(route: Route, page: FrameTab['page'], part: string | null, tabs: readonly FrameTab[]): boolean {
  if (route.page !== page) return false;
  return part === null ? !tabs.some((tab) => tab.page === page && tab.part !== undefined && tab.part === route.part) : part === route.part;
}

/** Which plan is on screen, where the site has several: a choice leads to the same page of another. */
const PlanSwitcher: React.FC<{ board: Board; home: FrameTab }> = ({ board, home }) => {
  const router = useRouter();
  const { plan, planCodes } = board.workspace;
  const { route } = router;
  const go = (code: string): void => {
    // A key result of one plan is none of the other's; neither are a quarter and what is filtered or open.
    const page = route.page === 'keyResult' || route.page === 'unknown' ? home.page : route.page;
    const part = route.page === 'maintenance' ? route.part : null;
    router.navigate(formatRoute({ plan: code, page, part, keyResult: null, params: {} }, code));
  };
  return (
    <label className={styles.plan}>
      <span>{strings.Shell_Plan}</span>
      <Select value={plan.code} onChange={(event) => go(event.target.value)}>
        {planCodes.map((code) => <option key={code} value={code}>{code}</option>)}
      </Select>
    </label>
  );
};

/** Where the tabs do not fit, the one on screen is scrolled into sight. */
function useCurrentInSight(place: string): React.RefObject<HTMLElement> {
  const nav = React.useRef<HTMLElement>(null);
  React.useEffect(() => {
    const current = nav.current && nav.current.querySelector<HTMLElement>('[aria-current]');
    if (!nav.current || !current) return;
    const [frame, tab] = [nav.current.getBoundingClientRect(), current.getBoundingClientRect()];
    if (tab.right > frame.right) nav.current.scrollLeft += tab.right - frame.right;
    else if (tab.left < frame.left) nav.current.scrollLeft -= frame.left - tab.left;
  }, [place]);
  return nav;
}

export interface FrameHeaderProps {
  readonly board: Board;
  readonly tabs: readonly FrameTab[];
  readonly state: WorkspaceState;
  readonly onProblems: () => void;
  readonly onSaid: ShowToast;
}

/** Navigation at one end; how fresh the data is, and what was found wrong in it, at the other. */
export const FrameHeader: React.FC<FrameHeaderProps> = ({ board, tabs, state, onProblems, onSaid }) => {
  const { route, textOf } = useRouter();
  const { workspace } = board;
  const problems = workspace.problems.length;
  const nav = useCurrentInSight(`${route.page}/${route.part || ''}`);
  return (
    <header className={styles.header}>
      <nav ref={nav} className={styles.nav} aria-label={strings.Shell_Navigation}>
        {tabs.map(({ page, part = null, label }) => (
          <RouteLink
            key={`${page}/${part || ''}`}
            className={styles.tab}
            to={textOf({ page, part })}
            aria-current={isCurrent(route, page, part, tabs) ? 'page' : undefined}
          >
            {label}
          </RouteLink>
        ))}
      </nav>
      <div className={styles.end}>
        {workspace.planCodes.length > 1 && <PlanSwitcher board={board} home={tabs[0]} />}
        {problems > 0 && (
          <Button kind="subtle" className={styles.problems} onClick={onProblems}><Icon name="warn" />{plural(strings.Shell_Problems, problems)}</Button>
        )}
        <Freshness readAt={workspace.readAt} refreshing={state.refreshing} />
        <Button
          kind="icon"
          unavailable={state.refreshing}
          onClick={() => { void state.refresh(); }}
          aria-label={strings.Shell_Refresh}
          title={strings.Shell_Refresh}
        >
          <Icon name="refresh" className={state.refreshing ? styles.spin : undefined} />
        </Button>
        <LinkButtons plan={workspace.plan.code} site={workspace.site.url} onSaid={onSaid} />
      </div>
    </header>
  );
};
