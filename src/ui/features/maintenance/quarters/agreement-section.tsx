import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { Disagreement } from '../../../../application/closing';
import type { Accumulated, KeyResult } from '../../../../domain';
import { Button, buttonClass } from '../../../components/button/button';
import { describeError } from '../../../components/error-state/describe-error';
import { MessageBar } from '../../../components/message-bar/message-bar';
import { ScrollRegion } from '../../../components/scroll-region/scroll-region';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { formatAmount, formatDay, formatNumber, formatPercent, levelName, plural, text } from '../../../formatting';
import { RouteLink, useRouter } from '../../../routing';
import { useServices } from '../../../services';
import base from '../../../theme/base.module.scss';
import type { MaintenanceParts } from '../parts';
import styles from './quarters.module.scss';
import type { AgreementModel } from './use-agreement';

/** A cutoff's figure in words, `112 (45 %)`. */
function figure(keyResult: KeyResult, accumulated: Accumulated, progress: number | null): string {
  const share = progress === null ? '' : ` (${formatPercent(progress)})`;
  if (keyResult.direction === 'Milestone') return plural(texts.Closing_StagesDone, accumulated.stagesDone.length) + share;
  if (accumulated.value === null) return texts.Closing_NoFigure;
  if (keyResult.direction === 'Qualitative') return levelName(keyResult, accumulated.value) + share;
  return formatNumber(accumulated.value) + share;
}

function difference(keyResult: KeyResult, { cutoff, figures }: Disagreement): string {
  if (!cutoff) return '';
  const [was, is] = [cutoff.accumulated.value, figures.accumulated.value];
  if (was === null || is === null || was === is || keyResult.direction === 'Milestone' || keyResult.direction === 'Qualitative') {
    const reports = figures.accumulated.reports - cutoff.accumulated.reports;
    return reports === 0 ? '' : `${reports > 0 ? '+' : '−'}${plural(texts.Closing_NReports, Math.abs(reports))}`;
  }
  const change = is - was;
  return `${change > 0 ? '+' : '−'}${formatAmount(Math.abs(Number(change.toFixed(6))), keyResult.unit)}`;
}

function cause({ cause: kind, cutoff, figures, goneCheckIn }: Disagreement): string {
  switch (kind) {
    case 'missing': return texts.Closing_CauseMissing;
    case 'deleted': {
      if (goneCheckIn !== null) return text(texts.Closing_CauseDeletedOne, { id: String(goneCheckIn) });
      return plural(texts.Closing_CauseDeleted, cutoff ? cutoff.accumulated.reports - figures.accumulated.reports : 1);
    }
    case 'added': return plural(texts.Closing_CauseAdded, cutoff ? figures.accumulated.reports - cutoff.accumulated.reports : 1);
    case 'edited': return text(texts.Closing_CauseEdited, {
      person: cutoff && cutoff.changedBy ? cutoff.changedBy.name : texts.Closing_Somebody, day: cutoff && cutoff.changedOn ? formatDay(cutoff.changedOn) : ''
    });
    case 'target': return text(texts.Closing_CauseTarget, {
      was: cutoff && cutoff.target !== null ? formatNumber(cutoff.target) : '—', is: figures.target === null ? '—' : formatNumber(figures.target)
    });
    default: return texts.Closing_CauseUnknown;
  }
}

const Findings: React.FC<MaintenanceParts & { found: readonly Disagreement[] }> = ({ board, found }) => {
  const { links } = useServices();
  const router = useRouter();
  const keyResults = new Map(board.workspace.keyResults.map((keyResult) => [keyResult.code, keyResult]));
  return (
    <ScrollRegion label={texts.Closing_Disagreements}>
      <table className={`${base.table} ${styles.findings}`}>
        <thead>
          <tr>
            <th scope="col">{texts.Closing_Result}</th><th scope="col">{texts.Closing_Quarter}</th>
            <th scope="col" className={base.right}>{texts.Closing_CutoffSays}</th><th scope="col" className={base.right}>{texts.Closing_ReportsSay}</th>
            <th scope="col" className={base.right}>{texts.Closing_Difference}</th><th scope="col">{texts.Closing_Cause}</th>
            <th scope="col"><VisuallyHidden>{texts.Closing_Actions}</VisuallyHidden></th>
          </tr>
        </thead>
        <tbody>
          {found.map((one) => {
            const keyResult = keyResults.get(one.keyResult);
            if (!keyResult) return null;
            const { cutoff, figures, carriedTo } = one;
            return (
              <tr key={`${one.keyResult} ${one.quarter}`}>
                <th scope="row">
                  <RouteLink to={router.textOf({ page: 'keyResult', keyResult: one.keyResult })} className={base.num}>{one.keyResult}</RouteLink>
                  <span className={styles.wording}>{keyResult.title}</span>
                </th>
                <td>
                  <span className={base.num}>{one.quarter}</span>
                  {carriedTo.length > 0 && (
                    <span className={styles.by}>{plural(texts.Closing_CarriedTo, carriedTo.length, { last: carriedTo[carriedTo.length - 1] })}</span>
                  )}
                </td>
                <td className={base.right}>{cutoff ? figure(keyResult, cutoff.accumulated, cutoff.progress) : '—'}</td>
                <td className={base.right}>{figure(keyResult, figures.accumulated, figures.progress)}</td>
                <td className={base.right}>{difference(keyResult, one)}</td>
                <td>{cause(one)}</td>
                <td className={styles.rowAction}>
                  {cutoff && (
                    <a className={buttonClass('subtle')} href={links.row('Cutoffs', cutoff.id)} target="_blank" rel="noreferrer">{texts.Closing_OpenRow}</a>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
};

/** Cortes que ya no coinciden: compared when asked for, since it reads every closed quarter. */
export const AgreementSection: React.FC<MaintenanceParts & { model: AgreementModel }> = ({ model, ...parts }) => {
  const { state, check, cancel } = model;
  const closed = parts.board.workspace.quarters.filter(({ state: quarter }) => quarter === 'closed').length;
  const checking = state.kind === 'checking';
  return (
    <section id="cortes" className={styles.section} aria-labelledby="agreement-title">
      <header className={styles.headRow}>
        <div>
          <h2 id="agreement-title" className={base.h2}>{texts.Closing_Disagreements}</h2>
          <p className={base.quiet}>{texts.Closing_AgreementIntro}</p>
        </div>
        {closed > 0 && (checking
          ? <Button onClick={cancel}>{texts.Closing_Cancel}</Button>
          : <Button onClick={check}>{texts.Closing_Check}</Button>)}
      </header>
      {closed === 0 && <p>{texts.Closing_NothingToCheck}</p>}
      {checking && (
        <div className={styles.run} role="status">
          <progress className={styles.progress} aria-label={texts.Closing_Checking} max={Math.max(1, state.total)} value={state.done} />
          <p>{text(texts.Closing_CheckingQuarter, { done: state.done, total: state.total })}</p>
        </div>
      )}
      {state.kind === 'failed' && (
        <MessageBar kind="error" role="alert" actions={<Button onClick={check}>{texts.Closing_Check}</Button>}>{describeError(state.error)}</MessageBar>
      )}
      {state.kind === 'checked' && (
        <>
          {state.agreement.disagreements.length === 0
            ? <MessageBar kind="done" role="status">{plural(texts.Closing_AllAgree, state.agreement.checked.length)}</MessageBar>
            : (
              <>
                <p role="status" className={styles.notices}>{plural(texts.Closing_Disagree, state.agreement.disagreements.length)} {texts.Closing_HowToMend}</p>
                <Findings {...parts} found={state.agreement.disagreements} />
              </>
            )}
          {state.agreement.otherRules > 0 && <p className={styles.quietSmall}>{plural(texts.Closing_OtherRules, state.agreement.otherRules)}</p>}
        </>
      )}
    </section>
  );
};
