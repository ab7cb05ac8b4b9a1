import * as React from 'react';
import * as texts from 'TableroStrings';
import { knownProgress } from '../../../../domain';
import { RollUpBar } from '../../../components/bar/bar';
import { Light } from '../../../components/light/light';
import { formatPercent, plural, text } from '../../../formatting';
import base from '../../../theme/base.module.scss';
import type { DashboardParts } from '../parts';
import { earlierFigures } from '../trail-input';
import { Change } from './change';
import { LightsCount } from './lights-count';
import { ObjectiveCard } from './objective-card';
import { changeOf, standSentence, standSubject } from './sentences';
import styles from './stand.module.scss';

/** What stands beside the count of those reported on. */
function coverageText({ lights }: { lights: Readonly<Record<string, number>> }): string {
  return [
    texts.Stand_Reported,
    lights.sinDato > 0 && plural(texts.Stand_NoDataCount, lights.sinDato),
    lights.sinMeta > 0 && plural(texts.Stand_NoTargetCount, lights.sinMeta)
  ].filter(Boolean).join('; ');
}

/** Where do we stand: the plan in a sentence, its lights, and its objectives. */
export const StandSection: React.FC<DashboardParts> = (parts) => {
  const { board, live, frozen, planObjectives } = parts;
  const earlier = React.useMemo(() => earlierFigures(parts), [parts]);
  const { strategicObjectives } = board.workspace;
  const { plan: rollUp } = board.rollUps;
  const change = changeOf(rollUp, earlier ? earlier.rollUps.plan : undefined);
  const past = frozen !== null;
  const earlierShare = earlier ? knownProgress(earlier.rollUps.plan) : null;
  const expected = rollUp.expected === null ? null : formatPercent(Math.min(1, rollUp.expected));
  return (
    <section aria-labelledby="tablero-stand">
      <div className={styles.stand}>
        <div>
          <h2 className={styles.headline} id="tablero-stand">
            {standSentence(rollUp, standSubject(strategicObjectives, planObjectives), past)}
          </h2>
          <div className={styles.headlineBar}><RollUpBar rollUp={rollUp} size="headline" /></div>
          <p className={styles.caption}>
            <Light light={rollUp.light} />
            {expected !== null && <span>{text(past ? texts.Stand_ExpectedThen : texts.Stand_ExpectedToday, { expected })}</span>}
          </p>
          <dl className={styles.facts}>
            {change !== null && earlier && earlierShare !== null && (
              <>
                <dt><Change change={change} /></dt>
                <dd>{text(texts.Stand_SinceCutoff, { quarter: earlier.quarter, progress: formatPercent(earlierShare) })}</dd>
              </>
            )}
            <dt className={base.num}>{text(texts.Stand_Of, { reported: rollUp.reported, total: rollUp.total })}</dt>
            <dd>{coverageText(rollUp)}</dd>
          </dl>
        </div>
        <LightsCount
          rollUp={rollUp}
          caption={past
            ? text(texts.Stand_ResultsThen, { n: rollUp.total, quarter: frozen ? frozen.quarter.code : '' })
            : text(texts.Stand_ResultsToday, { n: rollUp.total })}
          linked={!past}
        />
      </div>
      <div className={styles.objectives} data-count={strategicObjectives.length}>
        {strategicObjectives.map(objective => (
          <ObjectiveCard key={objective.code} board={board} objective={objective} earlier={earlier} linked={board === live} />
        ))}
      </div>
    </section>
  );
};
