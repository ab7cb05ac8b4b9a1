import * as strings from 'SigaciStrings';
import * as texts from 'MantenimientoStrings';
import type { Board } from '../../../../application/board';
import type { ClosingPreview, FrozenRow } from '../../../../application/closing';
import type { Cutoff, KeyResultStatus } from '../../../../domain';
import { lightWord } from '../../../components/light/light';
import { formatDay, text } from '../../../formatting';
import type { ExportTable } from '../../../export/table-sheets';

type Figures = Pick<Cutoff | KeyResultStatus, 'accumulated' | 'progress' | 'expected' | 'light'>;

function figures(row: Figures | null): (string | number | null)[] {
  if (row === null) return [null, null, null, null];
  const { accumulated, progress, expected, light } = row;
  return [accumulated.value ?? (accumulated.stagesDone.join(';') || null), progress, expected, lightWord(light)];
}

function heads(quarter: string): ExportTable['columns'] {
  return [
    { title: text(texts.Closing_ColumnValue, { quarter }), width: 14 },
    { title: text(texts.Closing_ColumnProgress, { quarter }), width: 12, share: true },
    { title: text(texts.Closing_ColumnExpected, { quarter }), width: 12, share: true },
    { title: text(texts.Closing_ColumnState, { quarter }), width: 18 }
  ];
}

/** The preview as a sheet: each key result as it is frozen now and as it would be. */
export function previewTables(board: Board, preview: ClosingPreview): ExportTable[] {
  const { workspace, today } = board;
  const { previous, quarter: { quarter } } = preview;
  const row = ({ keyResult, before, after }: FrozenRow): (string | number | null)[] => [
    keyResult.code, keyResult.title, keyResult.processes.join(', '), after.keyResult.target,
    ...(previous ? figures(before) : []), ...figures(after), after.accumulated.reports
  ];
  return [
    {
      name: quarter.code,
      columns: [
        { title: strings.Export_Code, width: 14 }, { title: strings.Matrix_KeyResult, width: 60 }, { title: texts.Closing_ColumnProcesses, width: 18 },
        { title: texts.Closing_ColumnTarget, width: 12 }, ...(previous ? heads(previous.code) : []), ...heads(quarter.code),
        { title: texts.Closing_ColumnReports, width: 10 }
      ],
      rows: preview.rows.map(row)
    },
    {
      name: strings.Export_FactsSheet,
      columns: [{ title: texts.Closing_ColumnFact, width: 24 }, { title: texts.Closing_ColumnValueOf, width: 60 }],
      rows: [
        [strings.Export_Plan, workspace.plan.title], [strings.Export_Day, formatDay(today)],
        [texts.Closing_ColumnNote, text(texts.Closing_PreviewNote, { quarter: quarter.code })], [strings.Export_Site, workspace.site.url]
      ]
    }
  ];
}
