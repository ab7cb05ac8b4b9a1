import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { Board } from '../../../../application/board';
import { exportSheets, readSite } from '../../../../application/import';
import { useMounted } from '../../../data/use-mounted';
import { formatMoment, text } from '../../../formatting';
import { useServices } from '../../../services';
import { saveWorkbook } from '../../../workbook/save-workbook';

export type ListsExportState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'reading'; readonly done: number; readonly total: number }
  | { readonly phase: 'done'; readonly file: string; readonly rows: number }
  | { readonly phase: 'failed'; readonly error: unknown };

/** Reads every list and hands the workbook to the browser's downloads. */
export function useListsExport(board: Board): [ListsExportState, () => void] {
  const { planRows, now } = useServices();
  const [state, setState] = React.useState<ListsExportState>({ phase: 'idle' });
  const mounted = useMounted();
  const show = (next: ListsExportState): void => { if (mounted.current) setState(next); };
  const start = async (): Promise<void> => {
    show({ phase: 'reading', done: 0, total: 14 });
    try {
      const { workspace, today } = board;
      const site = await readSite(planRows, undefined, (done, total) => show({ phase: 'reading', done, total }));
      const sheets = exportSheets(site, [
        [texts.Import_FactPlan, workspace.planCodes.join(', ')], [texts.Import_FactDay, formatMoment(now(), now())],
        [texts.Import_FactSite, workspace.site.url], [texts.Import_FactBy, workspace.user.name], [texts.Import_FactNote, texts.Import_FactNoteText]
      ]);
      const file = await saveWorkbook(sheets, text(texts.Import_ExportFile, { day: today }));
      show({ phase: 'done', file, rows: Array.from(site.values()).reduce((count, rows) => count + rows.length, 0) });
    } catch (error) {
      show({ phase: 'failed', error });
    }
  };
  return [state, () => { if (state.phase !== 'reading') void start(); }];
}
