import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import { RollUpBar } from '../../components/bar/bar';
import { formatPercent, plural } from '../../formatting';
import base from '../../theme/base.module.scss';
import styles from './my-results.module.scss';
import type { OnReport } from './my-results';
import { ResultCard } from './result-card';
import type { ResultGroup } from './use-my-results';

export interface ResultGroupSectionProps {
  readonly board: Board;
  readonly group: ResultGroup;
  readonly onReport: OnReport;
}

/** One objective: its figure over the process's key results, and their cards. */
export const ResultGroupSection: React.FC<ResultGroupSectionProps> = ({ board, group, onReport }) => {
  const { objective, rollUp, items } = group;
  const id = `group-${objective.code}`;
  return (
    <section className={styles.group} aria-labelledby={id}>
      <div className={styles.groupHead}>
        <h3 id={id} className={base.h3} title={objective.statement}><span className={base.quiet}>{objective.code}</span> {objective.title}</h3>
        <div className={styles.groupBar}><RollUpBar rollUp={rollUp} /></div>
        <span className={styles.groupFigure}>
          {rollUp.progress !== null && rollUp.light !== 'sinDato' && <><span className={styles.figure}>{formatPercent(rollUp.progress)}</span> · </>}
          {plural(strings.MyResults_Found, rollUp.total)}
        </span>
      </div>
      <ul className={styles.cards}>
        {items.map((item) => (
          <li key={item.status.keyResult.code} className={styles.cell}><ResultCard board={board} item={item} onReport={onReport} /></li>
        ))}
      </ul>
    </section>
  );
};
