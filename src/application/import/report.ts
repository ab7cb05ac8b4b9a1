import type { AppError } from '../errors';
import type { OutSheet } from '../workbook';
import type { Issue } from './issues';
import type { PreviewEntry } from './preview';
import type { DoneEntry, DoneKind } from './run';
import { tableOf } from './tables';

/** How a report says things, in the person's language. */
export interface ReportWords {
  readonly sheet: string;
  readonly headings: readonly [list: string, row: string, code: string, title: string, outcome: string, id: string, reason: string, changes: string];
  readonly outcome: (kind: DoneKind | 'same' | 'refused' | 'notTaken') => string;
  readonly issue: (issue: Issue) => string;
  readonly error: (error: AppError) => string;
  readonly change: (entry: PreviewEntry) => string;
}

const WIDTHS = [24, 26, 26, 44, 16, 10, 60, 60];

/**
 * What was done, row by row, to keep: what was written with its id, what was refused and why, what was left out.
 * @param entries every entry of the preview; `done`: those that were run
 */
export function reportSheet(entries: readonly PreviewEntry[], done: readonly DoneEntry[], words: ReportWords): OutSheet {
  const outcomes = new Map(done.map(one => [one.entry.id, one]));
  return {
    name: words.sheet,
    columns: words.headings.map((header, index) => ({ header, width: WIDTHS[index] })),
    rows: entries.map(entry => {
      const one = outcomes.get(entry.id);
      const kind = one ? one.kind : entry.kind === 'same' ? 'same' as const : entry.kind === 'refuse' ? 'refused' as const : 'notTaken' as const;
      const reasons = [...(one && one.error ? [words.error(one.error)] : []), ...entry.issues.filter(({ severity }) => severity === 'error').map(words.issue)];
      const id = one ? one.id : entry.stored && entry.stored.id;
      return [
        tableOf(entry.list).sheet, entry.row > 0 ? `${entry.sheet} · ${entry.row}` : null, entry.name, entry.title,
        words.outcome(kind), id, reasons.length > 0 ? reasons.join(' ') : null,
        one && (one.kind === 'created' || one.kind === 'changed') ? words.change(entry) : null
      ];
    })
  };
}
