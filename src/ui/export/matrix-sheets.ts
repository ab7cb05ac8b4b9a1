import type { Cell, Sheet, SheetData } from 'write-excel-file/universal';
import { safeText } from './safe-text';

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

/** A fact about the file: what it shows and when it was made. */
export interface MatrixExportFact {
  readonly name: string;
  readonly value: string | number;
}

export interface MatrixExport {
  readonly processes: readonly string[];
  readonly rows: readonly MatrixExportRow[];
  readonly groups: readonly MatrixExportGroup[];
  readonly totals: { readonly byProcess: readonly number[]; readonly total: number };
  readonly facts: readonly MatrixExportFact[];
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

const SHARE = '0%';

const head = (text: string, align: 'left' | 'center' = 'left'): Cell => ({
  value: safeText(text),
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E1DFDD',
  align,
  alignVertical: 'bottom',
  wrap: true
});
const label = (text: string, wrap = false): Cell => ({ value: safeText(text), type: String, wrap, alignVertical: 'top' });
const share = (value: number | null): Cell => (value === null ? null : { value, type: Number, format: SHARE, alignVertical: 'top' });
const count = (value: number, bold = false): Cell => ({
  value,
  type: Number,
  alignVertical: 'top',
  ...(bold ? { fontWeight: 'bold' as const } : {})
});
const mark = (value: boolean): Cell => (value ? { value: MARK, type: String, align: 'center', alignVertical: 'top' } : null);
const bold = (text: string): Cell => ({ value: safeText(text), type: String, fontWeight: 'bold' });

function matrixData(model: MatrixExport): SheetData {
  const { words } = model;
  return [
    [
      head(words.code),
      head(words.strategic),
      head(words.tactical),
      head(words.keyResult),
      head(words.light),
      head(words.progress),
      head(words.expected),
      ...model.processes.map(process => head(process, 'center')),
      head(words.count)
    ],
    ...model.rows.map(row => [
      label(row.code),
      label(row.strategic, true),
      label(row.tactical, true),
      label(row.title, true),
      label(row.light),
      share(row.progress),
      share(row.expected),
      ...row.marks.map(mark),
      count(row.marks.filter(Boolean).length)
    ]),
    [
      bold(words.total),
      null,
      null,
      null,
      null,
      null,
      null,
      ...model.totals.byProcess.map(value => count(value, true)),
      count(model.totals.total, true)
    ]
  ];
}

function groupsData(model: MatrixExport): SheetData {
  const { words } = model;
  return [
    [
      head(words.code),
      head(words.objective),
      head(words.keyResults),
      ...model.processes.map(process => head(process, 'center')),
      head(words.count)
    ],
    ...model.groups.map(group => {
      const strong = group.level === 1;
      return [
        strong ? bold(group.code) : label(group.code),
        strong ? bold(group.title) : label(group.title, true),
        count(group.keyResults, strong),
        ...group.byProcess.map(value => count(value, strong)),
        count(group.total, strong)
      ];
    }),
    [
      bold(words.total),
      null,
      count(model.rows.length, true),
      ...model.totals.byProcess.map(value => count(value, true)),
      count(model.totals.total, true)
    ]
  ];
}

function factsData(model: MatrixExport): SheetData {
  return model.facts.map(fact => [bold(fact.name), typeof fact.value === 'number' ? count(fact.value) : label(fact.value, true)]);
}

/**
 * The workbook: the matrix as a flat table that can be sorted and filtered, the counts per objective, and what it shows.
 * Empty cells carry no style, which keeps every part of the file small (see {@link saveWorkbook}).
 */
export function matrixSheets(model: MatrixExport): Sheet<Blob>[] {
  const columns = model.processes.map(() => ({ width: 7 }));
  return [
    {
      data: matrixData(model),
      sheet: model.words.matrixSheet,
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
      orientation: 'landscape',
      columns: [
        { width: 13 },
        { width: 22 },
        { width: 40 },
        { width: 60 },
        { width: 16 },
        { width: 10 },
        { width: 10 },
        ...columns,
        { width: 10 }
      ]
    },
    {
      data: groupsData(model),
      sheet: model.words.groupsSheet,
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
      orientation: 'landscape',
      columns: [{ width: 10 }, { width: 60 }, { width: 12 }, ...columns, { width: 10 }]
    },
    { data: factsData(model), sheet: model.words.factsSheet, columns: [{ width: 24 }, { width: 60 }] }
  ];
}
