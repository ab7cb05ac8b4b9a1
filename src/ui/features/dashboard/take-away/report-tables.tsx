import * as React from 'react';
import * as strings from 'SigaciStrings';
import * as texts from 'TableroStrings';
import { attention, heatMap, sortDecisions } from '../../../../domain';
import type { Decision, RollUp } from '../../../../domain';
import { confidenceWord } from '../../../components/confidence/confidence';
import { Light, LightShape, lightClass, lightWord } from '../../../components/light/light';
import { describeFigure, formatDay, formatPercent, formatPoints, plural, text } from '../../../formatting';
import base from '../../../theme/base.module.scss';
import { decisionLight, dueWords } from '../../decisions/decision-words';
import { CITY_LIGHT } from '../../detail/city-texts';
import { figuresOf, citySentence } from '../city/city-section';
import { cityModel } from '../city/city-model';
import { alsoGroups } from '../needs/also-groups';
import type { DashboardParts } from '../parts';
import { changeOf } from '../stand/sentences';
import { Change } from '../stand/change';
import { earlierFigures } from '../trail-input';
import styles from './report.module.scss';

import type { TrackingRow } from './tracking';

const share = (value: number | null): string => (value === null ? '–' : formatPercent(value));
const shareOf = (rollUp: RollUp): string => (rollUp.light === 'sinDato' ? '–' : share(rollUp.progress));
const expectedOf = (value: number | null): string => (value === null ? '–' : formatPercent(Math.min(1, value)));

export interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly sentence?: React.ReactNode;
  /** Begins a page of its own when printed. */
  readonly onNewPage?: boolean;
}

export const ReportSection: React.FC<SectionProps> = ({ id, title, sentence, onNewPage, children }) => (
  <section
    className={onNewPage ? `${styles.section} ${styles.newPage}` : styles.section}
    aria-labelledby={`informe-${id}`}
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- on a phone its table scrolls, which the keyboard must be able to do
    tabIndex={0}
  >
    <div className={styles.sectionHead}>
      <h2 id={`informe-${id}`} className={base.h2}>{title}</h2>
      {sentence && <p className={base.quiet}>{sentence}</p>}
    </div>
    {children}
  </section>
);

/** Objectives and their tactical objectives with their figures. */
export const ObjectivesTable: React.FC<DashboardParts> = parts => {
  const { board } = parts;
  const earlier = earlierFigures(parts);
  const { strategicObjectives, tacticalObjectives } = board.workspace;
  const cells = (rollUp: RollUp, before: RollUp | undefined): React.ReactNode => {
    const change = changeOf(rollUp, before);
    return (
      <>
        <td className={styles.number}>{shareOf(rollUp)}</td>
        <td className={styles.number}>{expectedOf(rollUp.expected)}</td>
        <td className={styles.number}>{change === null ? '–' : <Change change={change} />}</td>
        <td><Light light={rollUp.light} /></td>
        <td className={styles.number}>{text(texts.Stand_Of, { reported: rollUp.reported, total: rollUp.total })}</td>
      </>
    );
  };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{texts.Print_Objective}</th>
          <th scope="col" className={styles.number}>{texts.Print_Progress}</th>
          <th scope="col" className={styles.number}>{texts.Print_Expected}</th>
          <th scope="col" className={styles.number}>{earlier ? text(texts.Print_Since, { quarter: earlier.quarter }) : texts.Print_Change}</th>
          <th scope="col">{texts.Print_State}</th>
          <th scope="col" className={styles.number}>{texts.Print_Reported}</th>
        </tr>
      </thead>
      {strategicObjectives.map(objective => {
        const rollUp = board.rollUps.strategic.get(objective.code);
        return rollUp && (
          <tbody key={objective.code}>
            <tr className={styles.strong}>
              <th scope="row">{objective.code} {objective.title}</th>
              {cells(rollUp, earlier ? earlier.rollUps.strategic.get(objective.code) : undefined)}
            </tr>
            {tacticalObjectives.filter(row => row.strategicObjective === objective.code).map(row => {
              const own = board.rollUps.tactical.get(row.code);
              return own && (
                <tr key={row.code}>
                  <th scope="row" className={styles.indented}>{row.code.split('-').pop()} {row.statement || row.title}</th>
                  {cells(own, earlier ? earlier.rollUps.tactical.get(row.code) : undefined)}
                </tr>
              );
            })}
          </tbody>
        );
      })}
    </table>
  );
};

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
                  <td><Light light={status.light} />{confidence && <span className={styles.under}>{confidenceWord(confidence)}</span>}</td>
                  <td className={styles.number}>
                    −{formatPoints(distance)}<span className={styles.under}>{text(texts.Print_Of, { progress: share(status.progress), expected: expectedOf(status.expected) })}</span>
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

/** Process × objective. */
export const CarriesTable: React.FC<DashboardParts> = ({ board }) => {
  const { workspace, statuses } = board;
  const rows = heatMap({
    thresholds: workspace.plan, processes: workspace.processes, strategicObjectives: workspace.strategicObjectives,
    tacticalObjectives: workspace.tacticalObjectives, statuses
  });
  const inside = (rollUp: RollUp): React.ReactNode => (
    <>
      <LightShape light={rollUp.light} /> <strong>{rollUp.light === 'sinDato' ? lightWord('sinDato') : share(rollUp.progress)}</strong>
      <span className={styles.under}>{plural(texts.Carries_Results, rollUp.total)}</span>
    </>
  );
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{texts.Carries_Process}</th>
          {workspace.strategicObjectives.map(({ code, title }) => <th key={code} scope="col">{code} {title}</th>)}
          <th scope="col">{texts.Carries_Total}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ process, cells, total }) => (
          <tr key={process.code}>
            <th scope="row"><strong>{process.code}</strong></th>
            {cells.map(cell => (
              <td key={cell.objective} className={cell.rollUp ? `${styles.wash} ${lightClass(cell.rollUp.light)}` : undefined}>
                {cell.rollUp ? inside(cell.rollUp) : '·'}
              </td>
            ))}
            <td className={`${styles.wash} ${lightClass(total.light)}`}>{inside(total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The city's indicators; nothing where there are none. */
export const CityReport: React.FC<DashboardParts> = ({ live }) => {
  const { dashboard, keyResults } = live.workspace;
  const model = dashboard ? cityModel(dashboard.indicators, keyResults) : null;
  if (!model) return null;
  const year = String(model.year);
  return (
    <ReportSection id="city" title={texts.City_Title} sentence={citySentence(model)}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.City_Indicator}</th>
            <th scope="col" className={styles.number}>{text(texts.City_Target, { year })}</th>
            <th scope="col" className={styles.number}>{text(texts.City_Achieved, { year })}</th>
            <th scope="col" className={styles.number}>{strings.Detail_CityCompliance}</th>
            <th scope="col" className={styles.number}>{texts.City_OfPlanTitle}</th>
            <th scope="col" className={styles.number}>{texts.City_Progress}</th>
            <th scope="col">{strings.Detail_CityLight}</th>
          </tr>
        </thead>
        {model.groups.map(group => (
          <tbody key={group.kind}>
            <tr className={styles.group}><th scope="rowgroup" colSpan={7}>{group.kind === 'Resultado' ? texts.City_Results : texts.City_Products}</th></tr>
            {group.rows.map(row => {
              const figures = figuresOf(row);
              const { light, word } = CITY_LIGHT[row.light];
              return (
                <tr key={row.indicator.code}>
                  <th scope="row">
                    <span className={base.code}>{row.indicator.code}</span> {row.indicator.title}
                    {row.keyResults.length > 0 && <span className={styles.under}>{texts.City_Linked} {row.keyResults.join(', ')}</span>}
                  </th>
                  <td className={styles.number}>{figures.target}</td>
                  <td className={styles.number}>{figures.achieved}</td>
                  <td className={styles.number}>{figures.compliance}</td>
                  <td className={styles.number}>{figures.ofPlan}</td>
                  <td className={styles.number}>{figures.progress}</td>
                  <td><Light light={light} word={word} /></td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </ReportSection>
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
                const figure = describeFigure(status, board.today);
                return (
                  <tr key={keyResult.code}>
                    <th scope="row"><span className={base.code}>{keyResult.code}</span> {keyResult.title}</th>
                    <td>{keyResult.processes.join(', ') || texts.Needs_Nobody}</td>
                    <td>{[figure.value, figure.of].filter(Boolean).join(' ')}</td>
                    <td className={styles.number}>{share(status.progress)}</td>
                    <td className={styles.number}>{expectedOf(status.expected)}</td>
                    <td><Light light={status.light} /></td>
                    <td>
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
              <td>{decision.keyResult || decision.strategicObjective || '–'}</td>
              <td>{decision.responsible || '–'}</td>
              <td>{formatDay(decision.decidedOn)}</td>
              <td>{decision.due === null ? '–' : formatDay(decision.due)}<span className={styles.under}>{decision.state === 'Abierta' && decision.due !== null && dueWords(decision, live.today)}</span></td>
              <td><Light light={light} word={word} /></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

