import * as strings from 'SigaciStrings';
import type { Day } from '../../../domain';
import { lightWord } from '../../components/light/light';
import { formatDay, text } from '../../formatting';
import type { FilteredMatrix, MatrixFilters } from './matrix-filters';
import type { Matrix } from './matrix-model';
import type { MatrixExport } from './matrix-sheets';

export interface MatrixExportInput {
  readonly matrix: Matrix;
  /** What is on screen: that is what is exported, whatever is collapsed. */
  readonly filtered: FilteredMatrix;
  readonly filters: MatrixFilters;
  readonly planTitle: string;
  readonly siteUrl: string;
  readonly today: Day;
}

/** The filters in words, for whoever opens the file without having set them. */
export function describeFilters(filters: MatrixFilters): string {
  const sharing =
    filters.sharing === null
      ? ''
      : {
          none: strings.Matrix_WithoutProcess,
          one: strings.Matrix_OneProcess,
          several: strings.Matrix_Shared
        }[filters.sharing];
  const parts = [
    filters.search.trim() === '' ? '' : `«${filters.search.trim()}»`,
    filters.process === null ? '' : text(strings.Matrix_ProcessFilter, { process: filters.process }),
    sharing,
    filters.light === null ? '' : lightWord(filters.light)
  ];
  return parts.filter(part => part !== '').join(' · ') || strings.Matrix_NoFilters;
}

/** File name without its extension: the plan and the day. */
export function exportName(plan: string, today: Day): string {
  return text(strings.Export_FileName, { plan, day: today });
}

/** What the workbook holds. */
export function exportOf(input: MatrixExportInput): MatrixExport {
  const { matrix, filtered } = input;
  const objectives = new Map([
    ...matrix.strategicObjectives.map(item => [item.code, item.title] as const),
    ...matrix.tacticalObjectives.map(item => [item.code, item.statement || item.title] as const)
  ]);
  const named = (code: string): string => [code, objectives.get(code)].filter(Boolean).join(' ');
  return {
    processes: matrix.processes,
    rows: filtered.keyResults.map(row => ({
      code: row.id,
      strategic: named(row.strategic),
      tactical: named(row.tactical),
      title: row.status.keyResult.title,
      light: lightWord(row.status.light),
      progress: row.status.progress,
      expected: row.status.expected,
      marks: row.marks
    })),
    groups: filtered.rows.flatMap(row =>
      row.kind === 'keyResult'
        ? []
        : [
            {
              code: row.id,
              title: objectives.get(row.id) ?? '',
              level: row.kind === 'strategic' ? (1 as const) : (2 as const),
              keyResults: row.keyResults,
              byProcess: row.counts.byProcess,
              total: row.counts.total
            }
          ]
    ),
    totals: filtered.totals,
    facts: [
      [strings.Export_Plan, input.planTitle],
      [strings.Export_Day, formatDay(input.today)],
      [strings.Export_Filters, describeFilters(input.filters)],
      [strings.Export_KeyResults, filtered.keyResults.length],
      [strings.Export_Site, input.siteUrl],
      [strings.Export_Reading, strings.Export_ReadingText]
    ],
    words: {
      matrixSheet: strings.Export_MatrixSheet,
      groupsSheet: strings.Export_GroupsSheet,
      factsSheet: strings.Export_FactsSheet,
      code: strings.Export_Code,
      strategic: strings.Export_Strategic,
      tactical: strings.Export_Tactical,
      keyResult: strings.Matrix_KeyResult,
      light: strings.Matrix_State,
      progress: strings.Export_Progress,
      expected: strings.Export_Expected,
      count: strings.Matrix_Count,
      keyResults: strings.Export_KeyResults,
      objective: strings.Export_Objective,
      total: strings.Export_Total
    }
  };
}
