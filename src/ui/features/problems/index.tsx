import * as React from 'react';
import * as strings from 'SigaciStrings';
import { groupBy } from '../../../domain';
import type { ListName, Problem, ProblemKind } from '../../../domain';
import { Icon } from '../../components/icon/icon';
import { Light } from '../../components/light/light';
import { Panel } from '../../components/panel/panel';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import { formatNumber, plural, text } from '../../formatting';
import { columnTitle, listTitle } from '../../formatting/list-titles';
import { useServices } from '../../services';
import base from '../../theme/base.module.scss';
import styles from './problems.module.scss';

const TEXTS: Readonly<Record<ProblemKind, string>> = {
  empty: strings.Problem_Empty,
  notANumber: strings.Problem_NotANumber,
  outOfRange: strings.Problem_OutOfRange,
  unknownChoice: strings.Problem_UnknownChoice,
  badDate: strings.Problem_BadDate,
  badCode: strings.Problem_BadCode,
  duplicateCode: strings.Problem_DuplicateCode,
  danglingReference: strings.Problem_DanglingReference,
  quarterUnknown: strings.Problem_QuarterUnknown,
  quarterOutsidePlan: strings.Problem_QuarterOutsidePlan,
  severalPlans: strings.Problem_SeveralPlans,
  noPlan: strings.Problem_NoPlan,
  sumNeedsIncrease: strings.Problem_SumNeedsIncrease,
  aliasOfAlias: strings.Problem_AliasOfAlias,
  aliasHasReports: strings.Problem_AliasHasReports,
  stageUnknown: strings.Problem_StageUnknown,
  levelUnknown: strings.Problem_LevelUnknown,
  badLink: strings.Problem_BadLink,
  targetWithoutHistory: strings.Problem_TargetWithoutHistory
};

/** By list, in the order in which they were found; rows that are not used before those that are. */
function byList(problems: readonly Problem[]): [ListName, Problem[]][] {
  const ordered = [...problems.filter((problem) => problem.severity === 'error'), ...problems.filter((problem) => problem.severity === 'warning')];
  return Array.from(groupBy(ordered, ({ list }) => list));
}

const Entry: React.FC<{ problem: Problem }> = ({ problem }) => {
  const { links } = useServices();
  const { rowId, list, row, column, found, severity } = problem;
  return (
    <li className={styles.entry}>
      <div className={styles.words}>
        <p className={styles.row}>
          <span className={base.strong}>{row}</span>
          <Light light={severity === 'error' ? 'rojo' : 'amarillo'} word={severity === 'error' ? strings.Problems_NotUsed : strings.Problems_Assumed} />
        </p>
        <p>{text(TEXTS[problem.kind], { column: column ? columnTitle(column) : '' })}</p>
        {found !== null && found !== '' && <p className={styles.found}>{text(strings.Problems_Found, { found })}</p>}
      </div>
      <a className={styles.link} href={rowId === null ? links.list(list) : links.row(list, rowId)} target="_blank" rel="noreferrer">
        {rowId === null ? strings.Common_OpenList : strings.Problems_OpenRow}
        <VisuallyHidden> {row}{strings.Common_NewTab}</VisuallyHidden>
        <Icon name="external" />
      </a>
    </li>
  );
};

/** Rows that could not be used as they stand, each with the way to it. */
const ProblemsPanel: React.FC<{ problems: readonly Problem[]; onClose(): void }> = ({ problems, onClose }) => {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  const warnings = problems.length - errors;
  const counts = [errors > 0 && plural(strings.Problems_Errors, errors), warnings > 0 && plural(strings.Problems_Warnings, warnings)];
  return (
    <Panel title={strings.Problems_Title} onClose={onClose}>
      {problems.length === 0 ? <p>{strings.Problems_None}</p> : (
        <>
          <p>{counts.filter(Boolean).join('; ')}.</p>
          <p className={base.quiet}>{strings.Problems_Intro}</p>
        </>
      )}
      {byList(problems).map(([list, rows]) => (
        <section key={list} className={styles.list}>
          <h3 className={base.h3}>{listTitle(list)} <span className={base.quiet}>{formatNumber(rows.length)}</span></h3>
          <ul>{rows.map((problem, index) => <Entry key={index} problem={problem} />)}</ul>
        </section>
      ))}
    </Panel>
  );
};

export default ProblemsPanel;
