import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { KeyResult, KeyResultStatus } from '../../../domain';
import { ChartFrame } from '../../charts/chart-frame';
import { Button } from '../../components/button/button';
import { EmptyState } from '../../components/empty-state/empty-state';
import { ErrorBoundary } from '../../components/error-boundary/error-boundary';
import { ErrorState } from '../../components/error-state/error-state';
import { Icon } from '../../components/icon/icon';
import { Shimmer } from '../../components/shimmer/shimmer';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import { useRouter } from '../../routing';
import base from '../../theme/base.module.scss';
import { chartTexts } from './chart-texts';
import { HistoryTable } from './history-table';
import type { HistoryState } from './use-history';
import type { KeyResultPast } from './use-history-model';
import styles from './detail.module.scss';

const HistoryChart = React.lazy(() => import(/* webpackChunkName: "chart" */ '../../charts/history-chart'));

/** Parameter of the address that keeps the table, so that a link shows what the person saw. */
const VIEW = 'ver';
const TABLE = 'tabla';

export interface HistorySectionProps {
  readonly status: KeyResultStatus;
  readonly subject: KeyResult;
  readonly past: KeyResultPast | null;
  readonly state: HistoryState;
}

const Waiting: React.FC = () => (
  <ChartFrame>
    <VisuallyHidden>{strings.Detail_LoadingHistory}</VisuallyHidden>
    <Shimmer height={240} />
  </ChartFrame>
);

const Chart: React.FC<{ subject: KeyResult; past: KeyResultPast }> = ({ subject, past }) => {
  const texts = React.useMemo(() => chartTexts(subject, past.model), [subject, past.model]);
  return (
    <figure>
      <ErrorBoundary>
        <React.Suspense fallback={<Waiting />}>
          <ChartFrame>
            <HistoryChart
              model={past.model}
              labels={texts.labels}
              title={texts.title}
              description={texts.description}
              pointLabel={texts.pointLabel}
            />
          </ChartFrame>
        </React.Suspense>
      </ErrorBoundary>
      <figcaption className={styles.caption}>{texts.caption}</figcaption>
    </figure>
  );
};

/** A scale without levels has nothing to stand on an axis: its reports tell how it goes. */
function isDrawable(subject: KeyResult): boolean {
  return subject.direction !== 'Qualitative' || subject.scale.length > 0;
}

/** How the figure came to be what it is, as a drawing or as a table. */
export const HistorySection: React.FC<HistorySectionProps> = ({ status, subject, past, state }) => {
  const { route, setParams } = useRouter();
  const asTable = route.params[VIEW] === TABLE;
  const hasData = past !== null && past.figures.some(figure => figure.reports > 0 || figure.value !== null);
  const drawable = isDrawable(subject);
  const body = (): React.ReactNode => {
    if (!past) return state.error ? <ErrorState error={state.error} onRetry={state.retry} /> : <Waiting />;
    if (!hasData) return <EmptyState icon="chart" message={strings.Detail_NoHistory} />;
    if (asTable || !drawable) return <HistoryTable status={status} subject={subject} figures={past.figures} />;
    return <Chart subject={subject} past={past} />;
  };
  return (
    <section className={styles.block} aria-labelledby="detail-history">
      <div className={styles.sectionHead}>
        <h2 id="detail-history" className={base.h2}>
          {strings.Detail_History}
        </h2>
        {past && hasData && drawable && (
          <Button kind="subtle" onClick={() => setParams({ [VIEW]: asTable ? null : TABLE }, { replace: true })}>
            <Icon name={asTable ? 'chart' : 'table'} />
            {asTable ? strings.Detail_AsChart : strings.Detail_AsTable}
          </Button>
        )}
      </div>
      <div className={asTable && hasData ? undefined : styles.box} aria-busy={!past && !state.error}>
        {body()}
      </div>
      {past && hasData && !drawable && <p className={styles.caption}>{strings.Detail_NoScale}</p>}
    </section>
  );
};
