import * as strings from 'SigaciStrings';
import * as texts from 'TableroStrings';
import { factsSheet, SHARE_FORMAT } from '../../../../application/workbook';
import type { OutCell, OutColumn, OutSheet } from '../../../../application/workbook';
import { bogotaDay, cityFigures, isDay, isOverdue, sortDecisions } from '../../../../domain';
import type { Decision } from '../../../../domain';
import { confidenceWord } from '../../../components/confidence/confidence';
import { lightWord } from '../../../components/light/light';
import { figurePhrase, formatDay, text } from '../../../formatting';
import { CITY_LIGHT } from '../../detail/city-texts';
import { exportOf } from '../../matrix/matrix-export';
import { NO_FILTERS } from '../../matrix/matrix-filters';
import { matrixOf } from '../../matrix/matrix-model';
import { matrixSheet } from '../../matrix/matrix-sheets';
import { decisionLight } from '../../decisions/decision-words';
import type { DashboardParts } from '../parts';
import { quarterWords } from './quarter-words';
import { trackingRows } from './tracking';

/** How days are read in Colombia, in Excel's code. */
const DAY = 'dd/mm/yyyy';

/** A calendar day, or the day in Bogotá of a moment. */
function dayCell(when: string | null): OutCell {
  if (when === null || isDay(when)) return when === null ? null : { day: when };
  const moment = new Date(when);
  return isNaN(moment.getTime()) ? null : { day: bogotaDay(moment) };
}

function trackingSheet(parts: DashboardParts): OutSheet {
  const { board } = parts;
  return {
    name: texts.Print_Tracking,
    frozenColumns: 1,
    landscape: true,
    columns: [
      { header: strings.Export_Code, width: 13, oneLine: true },
      { header: strings.Export_Strategic, width: 20, oneLine: true },
      { header: strings.Export_Tactical, width: 24, oneLine: true },
      { header: texts.Print_KeyResult, width: 60 },
      { header: texts.Print_Processes, width: 18, oneLine: true },
      { header: texts.Print_Value, width: 11 },
      { header: texts.Print_Unit, width: 14, oneLine: true },
      { header: texts.Print_Target, width: 11 },
      { header: texts.Print_StandsAt, width: 24, oneLine: true },
      { header: texts.Print_Progress, width: 9, format: SHARE_FORMAT },
      { header: texts.Print_Expected, width: 9, format: SHARE_FORMAT },
      { header: texts.Print_State, width: 14, oneLine: true },
      { header: texts.Print_Confidence, width: 11, oneLine: true },
      { header: texts.Print_LastQuarter, width: 11, oneLine: true },
      { header: texts.Print_LastDay, width: 12, format: DAY },
      { header: texts.Print_Obstacles, width: 40 },
      { header: texts.Print_NextStep, width: 40 }
    ],
    rows: trackingRows(parts).map(({ status, strategic, tactical, report }): OutCell[] => {
      const { keyResult, accumulated, value } = status;
      const confidence = report ? report.confidence : accumulated.confidence;
      return [
        keyResult.code,
        `${strategic.code} ${strategic.title}`,
        `${tactical.code.split('-').pop()} ${tactical.title}`,
        keyResult.title,
        keyResult.processes.join(', '),
        value,
        keyResult.unit,
        keyResult.target,
        figurePhrase(status, board.today),
        status.progress,
        status.expected,
        lightWord(status.light),
        confidence ? confidenceWord(confidence, true) : null,
        accumulated.lastQuarter,
        dayCell(accumulated.lastReportedOn),
        report ? report.obstacles.trim() : null,
        report ? report.nextStep.trim() : null
      ];
    })
  };
}

function indicatorSheet({ live }: DashboardParts): OutSheet | null {
  const indicators = live.workspace.dashboard ? live.workspace.dashboard.indicators : [];
  if (indicators.length === 0) return null;
  const years = Array.from(new Set(indicators.flatMap(indicator => indicator.years.map(({ year }) => year)))).sort();
  return {
    name: texts.Print_IndicatorSheet,
    frozenColumns: 1,
    landscape: true,
    columns: [
      { header: strings.Export_Code, width: 10, oneLine: true },
      { header: texts.City_Indicator, width: 60 },
      { header: texts.Print_Kind, width: 12, oneLine: true },
      { header: texts.Print_Unit, width: 16, oneLine: true },
      { header: texts.Print_PlanTarget, width: 12 },
      ...years.flatMap((year): OutColumn[] => [
        { header: text(texts.City_Target, { year: String(year) }), width: 11 },
        { header: text(texts.City_Achieved, { year: String(year) }), width: 11, oneLine: true },
        { header: text(texts.Print_ComplianceIn, { year: String(year) }), width: 11, format: SHARE_FORMAT }
      ]),
      { header: texts.City_PlanProgress, width: 12, format: '0.0%' },
      { header: strings.Detail_CityLight, width: 12, oneLine: true },
      { header: texts.City_Linked, width: 16, oneLine: true }
    ],
    rows: indicators.map((indicator): OutCell[] => {
      const { progress, compliance, light } = cityFigures(indicator);
      return [
        indicator.code,
        indicator.title,
        indicator.kind === 'Resultado' ? strings.Detail_CityResult : strings.Detail_CityProduct,
        indicator.unit,
        indicator.planTarget,
        ...years.flatMap((year): OutCell[] => {
          const row = indicator.years.find(one => one.year === year);
          // Why there is no figure stands in words: the city's −1 and −2 are none.
          const why = row && row.missing === 'notApplicable' ? strings.Detail_CityNotApplicable : strings.Detail_CityNoData;
          return [row ? row.target : null, row ? row.achieved ?? why : null, compliance[year] ?? null];
        }),
        progress,
        CITY_LIGHT[light].word,
        live.workspace.keyResults.filter(row => row.indicator === indicator.code).map(({ code }) => code).join(', ')
      ];
    })
  };
}

function decisionSheet({ live }: DashboardParts, decisions: readonly Decision[]): OutSheet {
  return {
    name: texts.Print_DecisionSheet,
    landscape: true,
    columns: [
      { header: strings.Decision_Field, width: 60 },
      { header: texts.Print_About, width: 14, oneLine: true },
      { header: strings.Decision_Responsible, width: 12, oneLine: true },
      { header: strings.Decision_DecidedOn, width: 13, format: DAY },
      { header: strings.Decision_Due, width: 13, format: DAY },
      { header: strings.Decision_State, width: 12, oneLine: true },
      { header: strings.Decision_Overdue, width: 10, oneLine: true },
      { header: strings.Decision_Detail, width: 60 }
    ],
    rows: sortDecisions(decisions).map((decision): OutCell[] => [
      decision.title,
      decision.keyResult || decision.strategicObjective,
      decision.responsible,
      dayCell(decision.decidedOn),
      dayCell(decision.due),
      decisionLight({ ...decision, due: null }, live.today).word,
      isOverdue(decision, live.today) ? texts.Print_Yes : null,
      decision.detail
    ])
  };
}

/** Every sheet of the quarter's workbook. */
export function quarterSheets(parts: DashboardParts, decisions: readonly Decision[]): OutSheet[] {
  const { board, live } = parts;
  const { plan, site } = board.workspace;
  const matrix = matrixOf(board);
  const indicators = indicatorSheet(parts);
  return [
    trackingSheet(parts),
    matrixSheet(exportOf({ matrix, filtered: matrix, filters: NO_FILTERS, planTitle: plan.title, siteUrl: site.url, today: board.today })),
    ...(indicators ? [indicators] : []),
    decisionSheet(parts, decisions),
    factsSheet(strings.Export_FactsSheet, [
      [strings.Export_Plan, live.workspace.plan.title || live.workspace.plan.code],
      [texts.Print_Quarter, quarterWords(parts)],
      [strings.Export_Day, formatDay(live.today)],
      [strings.Export_Site, live.workspace.site.url],
      [strings.Export_Reading, strings.Export_ReadingText]
    ])
  ];
}

/** The file's name, without its extension: the plan, and the quarter or today. */
export function quarterFileName({ frozen, live }: Pick<DashboardParts, 'frozen' | 'live'>): string {
  return text(texts.Print_FileName, { plan: live.workspace.plan.code, quarter: frozen ? frozen.quarter.code : live.today });
}
