import * as React from 'react';
import * as strings from 'SigaciStrings';
import * as texts from 'TableroStrings';
import { heatMap, knownProgress } from '../../../../domain';
import type { RollUp } from '../../../../domain';
import { Light, LightShape, lightClass, lightWord } from '../../../components/light/light';
import { plural, text } from '../../../formatting';
import base from '../../../theme/base.module.scss';
import { CITY_LIGHT } from '../../detail/city-texts';
import { cityModel } from '../city/city-model';
import { citySentence, figuresOf } from '../city/city-section';
import type { DashboardParts } from '../parts';
import { Change } from '../stand/change';
import { changeOf } from '../stand/sentences';
import { earlierFigures } from '../trail-input';
import { ReportSection } from './report-section';
import { expectedOf, shareOf } from './report-shares';
import styles from './report.module.scss';

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

/** Process × objective. */
export const CarriesTable: React.FC<DashboardParts> = ({ board }) => {
  const { workspace, statuses } = board;
  const rows = heatMap({
    thresholds: workspace.plan, processes: workspace.processes, strategicObjectives: workspace.strategicObjectives,
    tacticalObjectives: workspace.tacticalObjectives, statuses
  });
  const inside = (rollUp: RollUp): React.ReactNode => (
    <>
      <LightShape light={rollUp.light} /> <strong>{knownProgress(rollUp) === null ? lightWord('sinDato') : shareOf(rollUp)}</strong>
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
    <ReportSection id="city" title={texts.City_Title} sentence={citySentence(model)} paging="together">
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
