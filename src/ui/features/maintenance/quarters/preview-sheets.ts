import * as strings from 'SigaciStrings';
import * as texts from 'MantenimientoStrings';
import type { Board } from '../../../../application/board';
import type { ClosingPreview, FrozenRow } from '../../../../application/closing';
import { factsSheet, SHARE_FORMAT } from '../../../../application/workbook';
import type { OutCell, OutColumn, OutSheet } from '../../../../application/workbook';
import type { Cutoff, KeyResultStatus } from '../../../../domain';
import { lightWord } from '../../../components/light/light';
import { formatDay, text } from '../../../formatting';

type Figures = Pick<Cutoff | KeyResultStatus, 'accumulated' | 'progress' | 'expected' | 'light'>;

function figures(row: Figures | null): OutCell[] {
  if (row === null) return [null, null, null, null];
  const { accumulated, progress, expected, light } = row;
  return [accumulated.value ?? (accumulated.stagesDone.join(';') || null), progress, expected, lightWord(light)];
}

function heads(quarter: string): OutColumn[] {
  return [
    { header: text(texts.Closing_ColumnValue, { quarter }), width: 14 },
    { header: text(texts.Closing_ColumnProgress, { quarter }), width: 12, format: SHARE_FORMAT },
    { header: text(texts.Closing_ColumnExpected, { quarter }), width: 12, format: SHARE_FORMAT },
    { header: text(texts.Closing_ColumnState, { quarter }), width: 18 }
  ];
}

/** The preview as a workbook: each key result as it is frozen now and as it would be. */
export function previewSheets(board: Board, preview: ClosingPreview): OutSheet[] {
  const { workspace, today } = board;
  const { previous, quarter: { quarter } } = preview;
  const row = ({ keyResult, before, after }: FrozenRow): OutCell[] => [
    keyResult.code, keyResult.title, keyResult.processes.join(', '), after.keyResult.target,
    ...(previous ? figures(before) : []), ...figures(after), after.accumulated.reports
  ];
  return [
    {
      name: quarter.code,
      landscape: true,
      columns: [
        { header: strings.Export_Code, width: 14 }, { header: strings.Matrix_KeyResult, width: 60 }, { header: texts.Closing_ColumnProcesses, width: 18 },
        { header: texts.Closing_ColumnTarget, width: 12 }, ...(previous ? heads(previous.code) : []), ...heads(quarter.code),
        { header: texts.Closing_ColumnReports, width: 10 }
      ],
      rows: preview.rows.map(row)
    },
    factsSheet(strings.Export_FactsSheet, [
      [strings.Export_Plan, workspace.plan.title], [strings.Export_Day, formatDay(today)],
      [texts.Closing_ColumnNote, text(texts.Closing_PreviewNote, { quarter: quarter.code })], [strings.Export_Site, workspace.site.url]
    ])
  ];
}
