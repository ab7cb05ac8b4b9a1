import * as React from 'react';
import * as strings from 'SigaciStrings';
import * as texts from 'TableroStrings';
import { ErrorBoundary } from '../../../components/error-boundary/error-boundary';
import { Shimmer } from '../../../components/shimmer/shimmer';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import type { DashboardParts } from '../parts';
import { Section } from '../section';
import styles from './moves.module.scss';

const MovesCharts = React.lazy(() => import(/* webpackChunkName: "dashboard-charts" */ './moves-charts'));

/** As tall as the charts will be, so that nothing below moves when they come. */
const Waiting: React.FC<DashboardParts> = ({ board }) => (
  <div aria-busy="true">
    <VisuallyHidden>{strings.Shell_Loading}</VisuallyHidden>
    <div className={styles.head}><Shimmer width="min(400px, 100%)" height={20} /></div>
    <div className={styles.charts}>
      {board.workspace.strategicObjectives.map(({ code }) => <Shimmer key={code} height={160} />)}
    </div>
  </div>
);

/** How it moves: the charts come in a file of their own, and are drawn after everything above them is on the screen. */
export const MovesSection: React.FC<DashboardParts> = parts => {
  const [due, setDue] = React.useState(false);
  React.useEffect(() => {
    const timer = setTimeout(() => setDue(true), 0);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Section id="moves" title={texts.Moves_Title}>
      <ErrorBoundary>
        <React.Suspense fallback={<Waiting {...parts} />}>{due ? <MovesCharts {...parts} /> : <Waiting {...parts} />}</React.Suspense>
      </ErrorBoundary>
    </Section>
  );
};
