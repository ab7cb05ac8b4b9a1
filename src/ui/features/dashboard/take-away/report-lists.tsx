import * as React from 'react';
import * as strings from 'SigaciStrings';
import * as texts from 'TableroStrings';
import { attention, sortDecisions } from '../../../../domain';
import type { Decision } from '../../../../domain';
import { confidenceWord } from '../../../components/confidence/confidence';
import { Light } from '../../../components/light/light';
import { figurePhrase, formatDay, formatPoints, shareText, text } from '../../../formatting';
import base from '../../../theme/base.module.scss';
import { decisionLight, dueWords } from '../../decisions/decision-words';
import { alsoGroups } from '../needs/also-groups';
import type { DashboardParts } from '../parts';
import { expectedOf } from './report-shares';
import styles from './report.module.scss';
import type { TrackingRow } from './tracking';

/** What is behind, ranked, with the reporters' words; and what else asks for attention. */
export const NeedsTable: React.FC<DashboardParts & { rows: readonly TrackingRow[] }> = ({ rows, ...parts }) => {
  const { board, frozen } = parts;
  const { workspace, statuses, today } = board;
  const found = attention({
    statuses, today, checkIns: frozen ? [] : workspace.checkIns, decisions: frozen ? [] : workspace.decisions
  });
  const groups = alsoGroups(found, parts, () => '');
  const reportOf = new Map(rows.map(row => [row.status.keyResult.code, row.report]));
  return (
    <>
      {found.atRisk.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>{texts.Print_Place}</th>
              <th scope="col">{texts.Print_KeyResult}</th>
              <th scope="col">{texts.Print_State}</th>
              <th scope="col" className={styles.number}>{texts.Print_Distance}</th>
              <th scope="col" className={styles.words}>{texts.Print_Words}</th>
            </tr>
          </thead>
          <tbody>
            {found.atRisk.map(({ status, distance }, index) => {
              const { keyResult, accumulated } = status;
              const report = reportOf.get(keyResult.code);
              const confidence = report ? report.confidence : accumulated.confidence;
              const said = report ? report.obstacles.trim() || report.narrative.trim() : '';
              const next = report ? report.nextStep.trim() : '';
              return (
                <tr key={keyResult.code}>
                  <td className={styles.number}>{index + 1}</td>
                  <th scope="row">
                    <span className={base.code}>{[keyResult.code, keyResult.processes.join(', ') || texts.Needs_Nobody].join(' · ')}</span>
                    <br />{keyResult.title}
                  </th>
                  <td className={styles.whole}><Light light={status.light} />{confidence && <span className={styles.under}>{confidenceWord(confidence)}</span>}</td>
                  <td className={styles.number}>
                    −{formatPoints(distance)}<span className={styles.under}>{text(texts.Print_Of, { progress: shareText(status.progress), expected: expectedOf(status.expected) })}</span>
                  </td>
                  <td>
                    {said !== '' ? `«${said}»` : texts.Needs_NoWords}
                    {next !== '' && <span className={styles.under}>{texts.Needs_NextStepLabel} {next}</span>}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {groups.length > 0 && (
        <div className={styles.also}>
          <h3 className={base.h3}>{texts.Needs_Also}</h3>
          <dl>
            {groups.map(group => (
              <div key={group.id} className={styles.alsoGroup}>
                <dt>{group.title}: {group.entries.length}</dt>
                <dd>{group.entries.map(entry => (entry.code ? `${entry.code}${entry.note ? ` (${entry.note})` : ''}` : entry.label)).join('; ')}.</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </>
  );
};

/** Every key result, an objective after the other. */
export const TrackingTables: React.FC<DashboardParts & { rows: readonly TrackingRow[] }> = ({ board, rows }) => (
  <>
    {board.workspace.strategicObjectives.map(objective => {
      const own = rows.filter(row => row.strategic.code === objective.code);
      return own.length > 0 && (
        <div key={objective.code} className={styles.tracking}>
          <h3 className={base.h3}>{objective.code} {objective.title}</h3>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{texts.Print_KeyResult}</th>
                <th scope="col" className={styles.short}>{texts.Print_Processes}</th>
                <th scope="col" className={styles.about}>{texts.Print_StandsAt}</th>
                <th scope="col" className={styles.number}>{texts.Print_Progress}</th>
                <th scope="col" className={styles.number}>{texts.Print_Expected}</th>
                <th scope="col">{texts.Print_State}</th>
                <th scope="col" className={styles.short}>{texts.Print_LastReport}</th>
              </tr>
            </thead>
            <tbody>
              {own.map(({ status }) => {
                const { keyResult, accumulated } = status;
                return (
                  <tr key={keyResult.code}>
                    <th scope="row"><span className={base.code}>{keyResult.code}</span> {keyResult.title}</th>
                    <td>{keyResult.processes.join(', ') || texts.Needs_Nobody}</td>
                    <td>{figurePhrase(status, board.today)}</td>
                    <td className={styles.number}>{shareText(status.progress)}</td>
                    <td className={styles.number}>{expectedOf(status.expected)}</td>
                    <td><Light light={status.light} /></td>
                    <td className={styles.whole}>
                      {accumulated.lastQuarter || '–'}
                      {accumulated.confidence && <span className={styles.under}>{confidenceWord(accumulated.confidence)}</span>}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      );
    })}
  </>
);

/** The committee's decisions, the open ones first. */
export const DecisionsTable: React.FC<{ parts: DashboardParts; decisions: readonly Decision[] }> = ({ parts: { live }, decisions }) => {
  if (decisions.length === 0) return <p>{texts.Decisions_None}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{strings.Decision_Field}</th>
          <th scope="col">{texts.Print_About}</th>
          <th scope="col">{strings.Decision_Responsible}</th>
          <th scope="col">{strings.Decision_DecidedOn}</th>
          <th scope="col">{strings.Decision_Due}</th>
          <th scope="col">{strings.Decision_State}</th>
        </tr>
      </thead>
      <tbody>
        {sortDecisions(decisions).map(decision => {
          const { light, word } = decisionLight(decision, live.today);
          return (
            <tr key={decision.id}>
              <th scope="row">{decision.title}{decision.detail && <span className={styles.under}>{decision.detail}</span>}</th>
              <td className={styles.whole}>{decision.keyResult || decision.strategicObjective || '–'}</td>
              <td>{decision.responsible || '–'}</td>
              <td className={styles.whole}>{formatDay(decision.decidedOn)}</td>
              <td className={styles.whole}>{decision.due === null ? '–' : formatDay(decision.due)}<span className={styles.under}>{decision.state === 'Abierta' && decision.due !== null && dueWords(decision, live.today)}</span></td>
              <td><Light light={light} word={word} /></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
