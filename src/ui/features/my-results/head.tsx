import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import { knownProgress } from '../../../domain';
import type { Process, RollUp } from '../../../domain';
import { Select } from '../../components/select/select';
import { formatPercent, plural, rich, text } from '../../formatting';
import base from '../../theme/base.module.scss';
import styles from './my-results.module.scss';
import { ALL } from './use-process';
import type { MyResultsModel } from './use-my-results';

const Strong: React.FC = ({ children }) => <span className={styles.figure}>{children}</span>;

/** The template that speaks of one, or of several. */
function formFor(template: string, n: number): string {
  const [one, other] = template.split('|');
  return n === 1 || other === undefined ? one : other;
}

function figures(rollUp: RollUp): Record<string, React.ReactNode> {
  return {
    progress: <Strong>{formatPercent(rollUp.progress || 0)}</Strong>,
    expected: formatPercent(rollUp.expected || 0),
    reported: rollUp.reported
  };
}

/** `COM responde por 26 de 79 resultados clave. Van en 80 %; lo esperado hoy es 92 %. Hay reporte en 25 de 26.` */
const Sentence: React.FC<{ model: MyResultsModel }> = ({ model }) => {
  const { choice, rollUp, planTotal, items } = model;
  if (choice.kind === 'none' || !rollUp) return null;
  const empty = knownProgress(rollUp) === null;
  const unapproved = items.reduce((all, { status }) => all + (status.aliasOf === null ? status.unapproved : 0), 0);
  const without = [
    rollUp.withoutTarget > 0 && !empty ? ` ${plural(strings.MyResults_WithoutTarget, rollUp.withoutTarget)}` : '',
    unapproved > 0 && !empty ? ` ${plural(strings.MyResults_Unapproved, unapproved)}` : ''
  ].join('');
  if (choice.kind === 'all') {
    if (planTotal === 0) return null;
    const template = empty ? strings.MyResults_SentenceAllNoData : strings.MyResults_SentenceAll;
    return <p className={styles.sentence}>{rich(template, { total: planTotal, ...figures(rollUp) })}{without}</p>;
  }
  const process = <Strong>{choice.code}</Strong>;
  if (items.length === 0) return <p className={styles.sentence}>{rich(strings.MyResults_SentenceNone, { process })}</p>;
  const template = empty ? strings.MyResults_SentenceNoData : formFor(strings.MyResults_Sentence, rollUp.total);
  return (
    <p className={styles.sentence}>
      {rich(template, { process, count: rollUp.total, total: planTotal, ...figures(rollUp) })}{without}
    </p>
  );
};

function optionText(process: Process): string {
  // The plan does not expand the codes: until a planner enters a name, the code is the name.
  const named = text(strings.MyResults_ProcessNamed, { process: process.code });
  return process.fullName ? `${named} · ${process.fullName}` : named;
}

const ProcessPicker: React.FC<{ board: Board; model: MyResultsModel }> = ({ board, model: { choice, chooseProcess } }) => {
  const processes = [...board.workspace.processes].sort((one, other) => one.order - other.order);
  const mine = processes.filter((process) => board.myProcesses.indexOf(process.code) >= 0);
  const others = processes.filter((process) => board.myProcesses.indexOf(process.code) < 0);
  const options = (list: readonly Process[]): React.ReactNode => list.map((process) => (
    <option key={process.code} value={process.code}>{optionText(process)}</option>
  ));
  const value = choice.kind === 'process' ? choice.code : choice.kind === 'all' ? ALL : '';
  return (
    <Select className={styles.picker} aria-label={strings.MyResults_Process} value={value} onChange={(event) => chooseProcess(event.target.value)}>
      {value === '' && <option value="" disabled>{strings.MyResults_ChooseProcess}</option>}
      {mine.length > 0 && <optgroup label={strings.MyResults_MyProcesses}>{options(mine)}</optgroup>}
      {mine.length > 0 ? <optgroup label={strings.MyResults_OtherProcesses}>{options(others)}</optgroup> : options(others)}
      <option value={ALL}>{strings.MyResults_AllProcesses}</option>
    </Select>
  );
};

function titleOf({ choice, own }: MyResultsModel): string {
  if (choice.kind === 'all') return strings.MyResults_TitleAll;
  return choice.kind === 'process' && !own ? text(strings.MyResults_TitleOf, { process: choice.code }) : strings.MyResults_Title;
}

// Few processes have one confirmed, and nothing waits for it.
const OperativePlan = React.lazy(() => import(/* webpackChunkName: "operative-plan" */ './operative-plan'));

const PlanOfProcess: React.FC<{ board: Board; model: MyResultsModel }> = ({ board, model: { choice } }) => {
  const process = choice.kind === 'process' ? board.workspace.processes.find(({ code }) => code === choice.code) : undefined;
  if (!process || process.operativePlanUrl === '') return null;
  return <React.Suspense fallback={null}><OperativePlan process={process} /></React.Suspense>;
};

/** Title, the sentence that says how things stand, and whose results they are. */
export const Head: React.FC<{ board: Board; model: MyResultsModel }> = ({ board, model }) => (
  <header className={styles.head}>
    <div className={styles.headWords}>
      <h1 className={base.h1}>{titleOf(model)}</h1>
      <Sentence model={model} />
      <PlanOfProcess board={board} model={model} />
    </div>
    {board.workspace.processes.length > 0 && <ProcessPicker board={board} model={model} />}
  </header>
);
