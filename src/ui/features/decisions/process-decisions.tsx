import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import { isOverdue, sortDecisions } from '../../../domain';
import type { ProcessCode } from '../../../domain';
import { Button } from '../../components/button/button';
import { plural, text } from '../../formatting';
import { RouteLink, useRouter } from '../../routing';
import base from '../../theme/base.module.scss';
import styles from './decisions.module.scss';
import { dueWords } from './decision-words';

/** As many as are read at a glance; the rest is a click away. */
const SHOWN = 3;

/** What the committee has decided and a process carries out: the overdue first. Nothing where there is none. */
export const ProcessDecisions: React.FC<{ board: Board; process: ProcessCode }> = ({ board, process }) => {
  const { textOf } = useRouter();
  const [all, setAll] = React.useState(false);
  const decisions = sortDecisions(board.workspace.decisions.filter(({ responsible }) => responsible === process));
  if (decisions.length === 0) return null;
  const late = decisions.filter(decision => isOverdue(decision, board.today)).length;
  const shown = all ? decisions : decisions.slice(0, SHOWN);
  return (
    <section className={styles.mine} aria-labelledby="my-decisions">
      <div className={styles.mineTop}>
        <h2 id="my-decisions" className={base.h3}>{strings.Decision_Mine}</h2>
        {late > 0 && <span className={`${base.small} ${styles.late}`}>{plural(strings.Decision_MineOverdue, late)}</span>}
        {decisions.length > shown.length && (
          <Button kind="subtle" onClick={() => setAll(true)}>{text(strings.Decision_MineMore, { n: decisions.length })}</Button>
        )}
      </div>
      <ul>
        {shown.map(decision => (
          <li key={decision.id} className={styles.mineItem}>
            {decision.keyResult === null ? <span>{decision.title}</span> : (
              <RouteLink id={`decision-${decision.id}`} to={textOf({ page: 'keyResult', keyResult: decision.keyResult })}>{decision.title}</RouteLink>
            )}
            <span className={styles.mineDue}>
              {[decision.keyResult || decision.strategicObjective, ''].filter(Boolean).map(code => <span key={code} className={base.code}>{code} · </span>)}
              <span className={isOverdue(decision, board.today) ? styles.late : undefined}>{dueWords(decision, board.today)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
