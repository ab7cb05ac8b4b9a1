import * as strings from 'SigaciStrings';
import * as texts from 'TableroStrings';
import { cityFigures, isOverdue, sortDecisions } from '../../../../domain';
import type { Decision } from '../../../../domain';
import { confidenceWord } from '../../../components/confidence/confidence';
import { lightWord } from '../../../components/light/light';
import { exportSheets } from '../../../export';
import { matrixSheets } from '../../../export/matrix-sheets';
import { dateCell, headCell, numberCell, shareCell, textCell } from '../../../export/cells';
import type { Cell, Sheet, SheetData } from '../../../export/cells';
import { describeFigure, formatDay, text } from '../../../formatting';
import { CITY_LIGHT } from '../../detail/city-texts';
import { exportOf } from '../../matrix/matrix-export';
import { NO_FILTERS } from '../../matrix/matrix-filters';
import { matrixOf } from '../../matrix/matrix-model';
import { decisionLight } from '../../decisions/decision-words';
import type { DashboardParts } from '../parts';
import { quarterWords } from './quarter-words';
import { trackingRows } from './tracking';

function trackingSheet(parts: DashboardParts): Sheet {
  const { board } = parts;
  const heads = [
    strings.Export_Code, strings.Export_Strategic, strings.Export_Tactical, texts.Print_KeyResult, texts.Print_Processes, texts.Print_Value,
    texts.Print_Unit, texts.Print_Target, texts.Print_StandsAt, texts.Print_Progress, texts.Print_Expected, texts.Print_State,
    texts.Print_Confidence, texts.Print_LastQuarter, texts.Print_LastDay, texts.Print_Obstacles, texts.Print_NextStep
  ];
  const data: SheetData = [heads.map(title => headCell(title)), ...trackingRows(parts).map(({ status, strategic, tactical, report }): Cell[] => {
    const { keyResult, accumulated, value } = status;
    const figure = describeFigure(status, board.today);
    const confidence = report ? report.confidence : accumulated.confidence;
    return [
      textCell(keyResult.code),
      textCell(`${strategic.code} ${strategic.title}`),
      textCell(`${tactical.code.split('-').pop()} ${tactical.title}`),
      textCell(keyResult.title, true),
      textCell(keyResult.processes.join(', ')),
      numberCell(value),
      textCell(keyResult.unit),
      numberCell(keyResult.target),
      textCell([figure.value, figure.of].filter(Boolean).join(' ')),
      shareCell(status.progress),
      shareCell(status.expected),
      textCell(lightWord(status.light)),
      textCell(confidence ? confidenceWord(confidence, true) : ''),
      textCell(accumulated.lastQuarter || ''),
      dateCell(accumulated.lastReportedOn),
      textCell(report ? report.obstacles.trim() : '', true),
      textCell(report ? report.nextStep.trim() : '', true)
    ];
  })];
  return {
    data, sheet: texts.Print_Tracking, stickyRowsCount: 1, stickyColumnsCount: 1, orientation: 'landscape',
    columns: [13, 20, 24, 60, 18, 11, 14, 11, 24, 9, 9, 14, 11, 11, 12, 40, 40].map(width => ({ width }))
  };
}

function indicatorSheet({ live }: DashboardParts): Sheet | null {
  const indicators = live.workspace.dashboard ? live.workspace.dashboard.indicators : [];
  if (indicators.length === 0) return null;
  const years = Array.from(new Set(indicators.flatMap(indicator => indicator.years.map(({ year }) => year)))).sort();
  const heads = [
    strings.Export_Code, texts.City_Indicator, texts.Print_Kind, texts.Print_Unit, texts.Print_PlanTarget,
    ...years.flatMap(year => [
      text(texts.City_Target, { year: String(year) }), text(texts.City_Achieved, { year: String(year) }),
      text(texts.Print_ComplianceIn, { year: String(year) })
    ]),
    texts.City_PlanProgress, strings.Detail_CityLight, texts.City_Linked
  ];
  const data: SheetData = [heads.map(title => headCell(title)), ...indicators.map((indicator): Cell[] => {
    const { progress, compliance, light } = cityFigures(indicator);
    return [
      textCell(indicator.code),
      textCell(indicator.title, true),
      textCell(indicator.kind === 'Resultado' ? strings.Detail_CityResult : strings.Detail_CityProduct),
      textCell(indicator.unit),
      numberCell(indicator.planTarget),
      ...years.flatMap((year): Cell[] => {
        const row = indicator.years.find(one => one.year === year);
        // Why there is no figure stands in words: the city's −1 and −2 are none.
        const why = row && row.missing === 'notApplicable' ? strings.Detail_CityNotApplicable : strings.Detail_CityNoData;
        return [
          numberCell(row ? row.target : null),
          row && row.achieved !== null ? numberCell(row.achieved) : textCell(row ? why : ''),
          shareCell(compliance[year] ?? null)
        ];
      }),
      shareCell(progress, 1),
      textCell(CITY_LIGHT[light].word),
      textCell(live.workspace.keyResults.filter(row => row.indicator === indicator.code).map(({ code }) => code).join(', '))
    ];
  })];
  return {
    data, sheet: texts.Print_IndicatorSheet, stickyRowsCount: 1, stickyColumnsCount: 1, orientation: 'landscape',
    columns: [{ width: 10 }, { width: 60 }, { width: 12 }, { width: 16 }, { width: 12 }, ...years.flatMap(() => [{ width: 11 }, { width: 11 }, { width: 11 }]),
      { width: 12 }, { width: 12 }, { width: 16 }]
  };
}

function decisionSheet({ live }: DashboardParts, decisions: readonly Decision[]): Sheet {
  const heads = [
    strings.Decision_Field, texts.Print_About, strings.Decision_Responsible, strings.Decision_DecidedOn, strings.Decision_Due,
    strings.Decision_State, strings.Decision_Overdue, strings.Decision_Detail
  ];
  return {
    sheet: texts.Print_DecisionSheet, stickyRowsCount: 1, orientation: 'landscape',
    columns: [60, 14, 12, 13, 13, 12, 10, 60].map(width => ({ width })),
    data: [heads.map(title => headCell(title)), ...sortDecisions(decisions).map((decision): Cell[] => [
      textCell(decision.title, true),
      textCell(decision.keyResult || decision.strategicObjective || ''),
      textCell(decision.responsible || ''),
      dateCell(decision.decidedOn),
      dateCell(decision.due),
      textCell(decisionLight({ ...decision, due: null }, live.today).word),
      textCell(isOverdue(decision, live.today) ? texts.Print_Yes : ''),
      textCell(decision.detail, true)
    ])]
  };
}

function factsSheet(parts: DashboardParts): Sheet {
  const { workspace } = parts.live;
  const facts: [string, string][] = [
    [strings.Export_Plan, workspace.plan.title || workspace.plan.code],
    [texts.Print_Quarter, quarterWords(parts)],
    [strings.Export_Day, formatDay(parts.live.today)],
    [strings.Export_Site, workspace.site.url],
    [strings.Export_Reading, strings.Export_ReadingText]
  ];
  return {
    sheet: strings.Export_FactsSheet, columns: [{ width: 24 }, { width: 80 }],
    data: facts.map(([name, value]): Cell[] => [headCell(name), textCell(value, true)])
  };
}

/** Every sheet of the quarter's workbook. */
export function quarterSheets(parts: DashboardParts, decisions: readonly Decision[]): Sheet[] {
  const { board } = parts;
  const matrix = matrixOf(board);
  const [matrixSheet] = matrixSheets(exportOf({
    matrix, filtered: matrix, filters: NO_FILTERS, planTitle: board.workspace.plan.title, siteUrl: board.workspace.site.url, today: board.today
  }));
  const indicators = indicatorSheet(parts);
  return [trackingSheet(parts), matrixSheet, ...(indicators ? [indicators] : []), decisionSheet(parts, decisions), factsSheet(parts)];
}

/** Makes the quarter's workbook and hands it to the browser's downloads. @returns the file's name */
export function exportQuarter(parts: DashboardParts, decisions: readonly Decision[]): Promise<string> {
  const { frozen, live } = parts;
  const name = text(texts.Print_FileName, { plan: live.workspace.plan.code, quarter: frozen ? frozen.quarter.code : live.today });
  return exportSheets(quarterSheets(parts, decisions), name);
}
