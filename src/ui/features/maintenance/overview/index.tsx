import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import { findings } from '../../../../domain';
import { LazyPart } from '../../../frame';
import base from '../../../theme/base.module.scss';
import type { MaintenanceParts, QualityCounts } from '../parts';
import { AgreementSection } from '../quarters/agreement-section';
import { ClosingSection } from '../quarters/closing-section';
import { QuarterList } from '../quarters/quarter-list';
import { ReopenDialog } from '../quarters/reopen-dialog';
import { useAgreement } from '../quarters/use-agreement';
import { useClosing } from '../quarters/use-closing';
import { useQuartersNow } from '../quarters/use-quarters-now';
import { OverviewStrip } from './overview-strip';
import styles from './overview.module.scss';

const ReviewSection = React.lazy(() => import(/* webpackChunkName: "maintenance-review" */ '../review'));
const QualitySection = React.lazy(() => import(/* webpackChunkName: "maintenance-quality" */ '../quality'));

/** The first page: what keeps the quarter from being closed, the means to mend it, and what was closed. */
const Overview: React.FC<MaintenanceParts> = (parts) => {
  const { board, state } = parts;
  const quarters = useQuartersNow(board.workspace, state.refreshing);
  const model = useClosing(parts);
  const agreement = useAgreement(board);
  const { workspace, today } = board;
  const [read, setRead] = React.useState<QualityCounts | null>(null);
  // Until the rows themselves have been read, what the plan alone tells.
  const known = React.useMemo((): QualityCounts => {
    const found = findings({ ...workspace, today, facts: null });
    return { total: found.length, changing: found.filter(({ severity }) => severity === 'changesFigures').length };
  }, [workspace, today]);
  const counts = read || known;
  const [reopening, setReopening] = React.useState<string | null>(null);
  return (
    <>
      <header className={styles.head}>
        <h1 className={base.h1}>{texts.Maintenance_Title}</h1>
        <p className={base.quiet}>{texts.Maintenance_Intro}</p>
      </header>
      <OverviewStrip {...parts} agreement={agreement.state} counts={counts} />
      <ClosingSection {...parts} quarters={quarters} model={model} agreement={agreement.state} problems={counts.changing} onReopen={setReopening} />
      <LazyPart><ReviewSection {...parts} /></LazyPart>
      <LazyPart><QualitySection {...parts} onCounts={setRead} /></LazyPart>
      <QuarterList {...parts} quarters={quarters} model={model} onReopen={setReopening} />
      <AgreementSection {...parts} model={agreement} />
      {reopening !== null && (
        <ReopenDialog
          quarter={reopening}
          busy={model.busy}
          onClose={() => setReopening(null)}
          onConfirm={(reason) => {
            const quarter = reopening;
            setReopening(null);
            void model.reopen(quarter, reason).then(() => {
              const heading = document.getElementById('closing-title');
              if (heading) heading.focus();
            });
          }}
        />
      )}
    </>
  );
};

export default Overview;
