import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { ProcessCode } from '../../../domain';
import { Light } from '../../components/light/light';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import { plural, text } from '../../formatting';
import { RouteLink } from '../../routing';
import base from '../../theme/base.module.scss';
import type { KeyResultRow, MatrixRow } from './matrix-model';
import styles from './matrix-list.module.scss';

export interface MatrixListProps {
  readonly rows: readonly MatrixRow[];
  readonly processes: readonly ProcessCode[];
  /** The process whose list this is; `null`: everybody's. */
  readonly process: ProcessCode | null;
  readonly routeOf: (code: string) => string;
}

/** Who answers for a key result, from the point of view of a process: `Con CI, COM`, `Solo COOP`. */
function answering(row: KeyResultRow, processes: readonly ProcessCode[], process: ProcessCode | null): string {
  const all = processes.filter((_, index) => row.marks[index]);
  if (all.length === 0) return strings.Matrix_WithoutProcess;
  if (all.length === 1) return text(strings.Matrix_Only, { process: all[0] });
  const others = process === null ? all : all.filter(code => code !== process);
  return process === null
    ? text(strings.Matrix_AnsweredBy, { processes: others.join(', ') })
    : text(strings.Matrix_With, { processes: others.join(', ') });
}

/** The matrix where a grid does not fit: a plain list per tactical objective. */
export const MatrixList: React.FC<MatrixListProps> = ({ rows, processes, process, routeOf }) => {
  const groups = rows.flatMap(row => {
    if (row.kind !== 'tactical') return [];
    const members = rows.filter((member): member is KeyResultRow => member.kind === 'keyResult' && member.tactical === row.id);
    return members.length === 0 ? [] : [{ row, members }];
  });
  return (
    <>
      {groups.map(({ row, members }) => (
        <section key={row.id} aria-label={row.id}>
          <div className={styles.head}>
            <h2 className={styles.title}>
              <span className={base.quiet}>{row.id}</span> {row.objective.statement || row.objective.title}
            </h2>
            <span className={`${base.quiet} ${base.num}`}>
              {members.length}
              <VisuallyHidden>{plural(strings.Matrix_ResultsWord, members.length)}</VisuallyHidden>
            </span>
          </div>
          <ul className={styles.list}>
            {members.map(member => (
              <li key={member.id} className={styles.item}>
                <div className={styles.top}>
                  <span className={base.code}>{member.id}</span>
                  <Light light={member.status.light} />
                </div>
                <RouteLink id={`kr-${member.id}`} to={routeOf(member.id)} className={styles.link}>
                  {member.status.keyResult.title}
                </RouteLink>
                <p className={styles.who}>{answering(member, processes, process)}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};
