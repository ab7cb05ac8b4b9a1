import * as React from 'react';
import * as strings from 'SigaciStrings';
import * as texts from 'TableroStrings';
import { objectiveTrails } from '../../../../domain';
import type { DayValue, ObjectiveTrail } from '../../../../domain';
import { BurnUpChart } from '../../../charts/burn-up-chart';
import { Button } from '../../../components/button/button';
import { Icon } from '../../../components/icon/icon';
import { formatDay, formatPercent, text } from '../../../formatting';
import { useRouter } from '../../../routing';
import base from '../../../theme/base.module.scss';
import type { DashboardParts } from '../parts';
import { trailInput } from '../trail-input';
import { MovesTable } from './moves-table';
import { endLabel, paceSentence, trailLabel } from './moves-texts';
import styles from './moves.module.scss';

/** Parameter of the address that says that the figures are shown as a table. */
const VIEW = 'vista';
const TABLE = 'tabla';

const pointLabel = ({ day, value }: DayValue): string => text(texts.Moves_Point, { day: formatDay(day), progress: formatPercent(value) });

/** Targets per year start again each January, and so does what is expected. */
const fallsBack = ({ expected }: ObjectiveTrail): boolean => expected.some(({ value }, index) => index > 0 && value < expected[index - 1].value - 0.005);

const Key: React.FC = () => (
  <p className={styles.key}>
    <span><i />{texts.Moves_Actual}</span>
    <span><i className={styles.keyExpected} />{texts.Moves_Expected}</span>
    <span><i className={styles.keyProjection} />{texts.Moves_Projection}</span>
  </p>
);

/** The burn-up of every objective, with the same figures as a table. */
const MovesCharts: React.FC<DashboardParts> = ({ board }) => {
  const { route, setParams } = useRouter();
  const { plan } = board.workspace;
  const trails = React.useMemo(() => objectiveTrails(trailInput(board), plan), [board, plan]);
  const asTable = route.params[VIEW] === TABLE;
  return (
    <>
      <div className={styles.head}>
        <p className={base.quiet}>{paceSentence(trails, plan.end, board.today)}</p>
        <div className={styles.side}>
          {!asTable && <Key />}
          <Button kind="subtle" id="tablero-vista" onClick={() => setParams({ [VIEW]: asTable ? null : TABLE }, { replace: true })}>
            <Icon name={asTable ? 'chart' : 'table'} />{asTable ? strings.Detail_AsChart : strings.Detail_AsTable}
          </Button>
        </div>
      </div>
      {asTable ? <MovesTable trails={trails} end={plan.end} /> : (
        <div className={styles.charts}>
          {trails.map(trail => {
            const { objective, actual, expected, projected } = trail;
            const { lead, figure } = endLabel(trail, plan.end);
            const rollUp = board.rollUps.strategic.get(objective.code);
            return (
              <figure key={objective.code}>
                <figcaption>
                  <span className={base.strong}><span className={base.quiet}>{objective.code}</span> {objective.title}</span>
                  <span className={styles.ending}>{lead} {figure && <b className={base.num}>{figure}</b>}</span>
                </figcaption>
                <BurnUpChart
                  model={{ start: plan.start, end: plan.end, actual, expected, projected, light: rollUp ? rollUp.light : 'sinDato' }}
                  label={trailLabel(trail, plan.end)}
                  targetLabel={formatPercent(1)}
                  pointLabel={pointLabel}
                />
              </figure>
            );
          })}
        </div>
      )}
      {trails.some(fallsBack) && <p className={styles.note}>{texts.Moves_YearlyNote}</p>}
    </>
  );
};

export default MovesCharts;
