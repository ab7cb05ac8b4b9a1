import { factsSheet, SHARE_FORMAT } from '../../../application/workbook';
import type { OutCell, OutColumn, OutSheet } from '../../../application/workbook';

/** One key result as the sheet has it. Shares are fractions (0.88), `null` where there is none. */
export interface MatrixExportRow {
  readonly code: string;
  readonly strategic: string;
  readonly tactical: string;
  readonly title: string;
  readonly light: string;
  readonly progress: number | null;
  readonly expected: number | null;
  readonly marks: readonly boolean[];
}

/** An objective with the marks of its key results. */
export interface MatrixExportGroup {
  readonly code: string;
  readonly title: string;
  readonly level: 1 | 2;
  readonly keyResults: number;
  readonly byProcess: readonly number[];
  readonly total: number;
}

export interface MatrixExport {
  readonly processes: readonly string[];
  readonly rows: readonly MatrixExportRow[];
  readonly groups: readonly MatrixExportGroup[];
  readonly totals: { readonly byProcess: readonly number[]; readonly total: number };
  /** What the file shows and when it was made, by name. */
  readonly facts: readonly (readonly [string, string | number])[];
  readonly words: MatrixExportWords;
}

/** Headings and sheet names, in the person's language. */
export interface MatrixExportWords {
  readonly matrixSheet: string;
  readonly groupsSheet: string;
  readonly factsSheet: string;
  readonly code: string;
  readonly strategic: string;
  readonly tactical: string;
  readonly keyResult: string;
  readonly light: string;
  readonly progress: string;
  readonly expected: string;
  readonly count: string;
  readonly keyResults: string;
  readonly objective: string;
  readonly total: string;
}

/** What stands where a process answers, as in the plan's own matrix. */
export const MARK = 'X';

function processColumns(processes: readonly string[]): OutColumn[] {
  return processes.map(header => ({ header, width: 7, centred: true, oneLine: true }));
}

/** The matrix as a flat table that can be sorted and filtered, and what each process answers for below it. */
export function matrixSheet({ words, processes, rows, totals }: MatrixExport): OutSheet {
  return {
    name: words.matrixSheet,
    frozenColumns: 1,
    landscape: true,
    columns: [
      { header: words.code, width: 13, oneLine: true },
      { header: words.strategic, width: 22 },
      { header: words.tactical, width: 40 },
      { header: words.keyResult, width: 60 },
      { header: words.light, width: 16, oneLine: true },
      { header: words.progress, width: 10, format: SHARE_FORMAT },
      { header: words.expected, width: 10, format: SHARE_FORMAT },
      ...processColumns(processes),
      { header: words.count, width: 10 }
    ],
    rows: rows.map((row): OutCell[] => [
      row.code, row.strategic, row.tactical, row.title, row.light, row.progress, row.expected,
      ...row.marks.map(mark => (mark ? MARK : null)), row.marks.filter(Boolean).length
    ]),
    totals: [words.total, null, null, null, null, null, null, ...totals.byProcess, totals.total]
  };
}

function groupsSheet({ words, processes, rows, groups, totals }: MatrixExport): OutSheet {
  return {
    name: words.groupsSheet,
    frozenColumns: 1,
    landscape: true,
    columns: [
      { header: words.code, width: 10, oneLine: true },
      { header: words.objective, width: 60 },
      { header: words.keyResults, width: 12 },
      ...processColumns(processes),
      { header: words.count, width: 10 }
    ],
    rows: groups.map((group): OutCell[] => {
      const cells = [group.code, group.title, group.keyResults, ...group.byProcess, group.total];
      return group.level === 1 ? cells.map(strong => ({ strong })) : cells;
    }),
    totals: [words.total, null, rows.length, ...totals.byProcess, totals.total]
  };
}

/** The workbook: the matrix, the counts per objective, and what it shows. */
export function matrixSheets(model: MatrixExport): OutSheet[] {
  return [matrixSheet(model), groupsSheet(model), factsSheet(model.words.factsSheet, model.facts)];
}
