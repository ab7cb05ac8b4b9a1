import { cellRefusal } from '../../../../application/targets';
import type { CellEdit, CellRefusal, TargetRows } from '../../../../application/targets';
import type { Workspace } from '../../../../application/workspace';
import { quartersWithin, sortQuarters } from '../../../../domain';
import type { KeyResult, KeyResultCode, QuarterCode } from '../../../../domain';
import { readNumber, typedNumber } from '../../../formatting/typed-number';
import type { NumberLanguage } from '../../../formatting/typed-number';

/** A column of the sheet: the weight (`null`), or a quarter. */
export type SheetColumn = QuarterCode | null;

export interface SheetGroup {
  readonly code: string;
  readonly title: string;
  readonly rows: readonly KeyResult[];
}

export interface Sheet {
  readonly columns: readonly SheetColumn[];
  readonly groups: readonly SheetGroup[];
  /** What the rows hold, by {@link cellKey}. */
  readonly values: ReadonlyMap<string, number>;
}

/** Values typed and not saved yet, by {@link cellKey}. */
export type Edits = ReadonlyMap<string, number | null>;

export function cellKey(code: KeyResultCode, column: SheetColumn): string {
  return `${code}|${column || ''}`;
}

/** The cell of a key. */
export function editOf(key: string, value: number | null): CellEdit {
  const [keyResult, quarter] = key.split('|');
  return { keyResult, quarter: quarter || null, value };
}

/** Key results by strategic objective, in plan order, with the values the rows hold. */
export function makeSheet(workspace: Workspace, rows: TargetRows): Sheet {
  const objectives = new Map(workspace.tacticalObjectives.map(row => [row.code, row.strategicObjective]));
  const values = new Map<string, number>();
  for (const row of rows.programmed) values.set(cellKey(row.keyResult, row.quarter), row.value);
  for (const row of rows.keyResults) values.set(cellKey(row.code, null), row.weight);
  return {
    columns: [null, ...sortQuarters(workspace.quarters).map(({ code }) => code)],
    groups: [...workspace.strategicObjectives].sort((a, b) => a.order - b.order).map(({ code, title }) => ({
      code, title,
      rows: workspace.keyResults.filter(row => row.active && objectives.get(row.tacticalObjective) === code)
    })).filter(group => group.rows.length > 0),
    values
  };
}

/** What a cell shows: what was typed, else what is saved. */
export function valueAt(sheet: Sheet, edits: Edits, key: string): number | null {
  const typed = edits.get(key);
  if (typed !== undefined) return typed;
  const saved = sheet.values.get(key);
  return saved === undefined ? null : saved;
}

/** Why nothing can be typed into a cell; `null` where it can. */
export function lockOf(workspace: Workspace, keyResult: KeyResult, column: SheetColumn): CellRefusal | null {
  return column === null ? null : cellRefusal(keyResult, workspace.quarters, { quarter: column, value: 0 });
}

/** What a text typed or pasted into a cell means. */
export type Typed =
  | { readonly kind: 'value'; readonly value: number | null }
  | { readonly kind: 'ambiguous'; readonly readings: readonly [number, number] }
  | { readonly kind: 'formula' }
  | { readonly kind: 'notANumber' };

/** @param language of the number, that of the texts by default */
export function readCell(text: string, language?: NumberLanguage): Typed {
  // A formula would be a figure that nobody can check.
  if (/^\s*[=@]/.test(text)) return { kind: 'formula' };
  const parsed = readNumber(text, language);
  switch (parsed.kind) {
    case 'number': return { kind: 'value', value: parsed.value };
    case 'empty': return { kind: 'value', value: null };
    case 'ambiguous': return parsed;
    default: return { kind: 'notANumber' };
  }
}

/** Rows and cells of what a spreadsheet puts on the clipboard; quoted cells may hold tabs, line breaks and doubled quotes. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let index = 0; index < body.length; index++) {
    const sign = body[index];
    if (quoted && sign === '"' && body[index + 1] === '"') {
      cell += '"';
      index += 1;
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && (sign === '\t' || sign === '\n')) {
      rows[rows.length - 1].push(cell);
      cell = '';
      if (sign === '\n') rows.push([]);
    } else cell += sign;
  }
  rows[rows.length - 1].push(cell);
  return rows;
}

export interface PastedCell {
  readonly key: string;
  readonly text: string;
}

/** A pasted cell that does not go in, and why. */
export interface PasteRefusal extends PastedCell {
  readonly why: CellRefusal | 'formula' | 'notANumber' | 'beyond';
}

/** A cell whose number can be read in two ways: with the mark as the decimal one, and between thousands. */
export interface UnclearCell extends PastedCell {
  readonly readings: readonly [number, number];
}

/** Those that one answer holds for: what is written with the same mark as the first. */
export function askedTogether(unclear: readonly UnclearCell[]): readonly UnclearCell[] {
  const markOf = ({ text }: UnclearCell): string => (text.indexOf(',') >= 0 ? ',' : '.');
  return unclear.filter(cell => markOf(cell) === markOf(unclear[0]));
}

export interface Paste {
  readonly edits: readonly (readonly [string, number | null])[];
  readonly refused: readonly PasteRefusal[];
  readonly ambiguous: readonly UnclearCell[];
}

/**
 * Where the cells of a paste go, from the active cell right and down over the rows that are open.
 * @param rows key results as they stand one under the other on screen
 */
export function placePaste(
  text: string, at: { readonly row: number; readonly column: number }, rows: readonly KeyResult[], columns: readonly SheetColumn[], workspace: Workspace
): Paste {
  const edits: (readonly [string, number | null])[] = [];
  const refused: PasteRefusal[] = [];
  const ambiguous: UnclearCell[] = [];
  parseTsv(text).forEach((cells, down) => cells.forEach((cell, right) => {
    const keyResult = rows[at.row + down];
    const column = columns[at.column + right];
    if (!keyResult || column === undefined) {
      if (cell.trim() !== '') refused.push({ key: keyResult ? keyResult.code : '', text: cell, why: 'beyond' });
      return;
    }
    const key = cellKey(keyResult.code, column);
    const typed = readCell(cell);
    if (typed.kind === 'ambiguous' && lockOf(workspace, keyResult, column) === null) ambiguous.push({ key, text: cell, readings: typed.readings });
    else if (typed.kind === 'value') {
      // An empty cell over a locked one changes nothing.
      const why = typed.value === null && column !== null ? null : cellRefusal(keyResult, workspace.quarters, { quarter: column, value: typed.value });
      if (why !== null) refused.push({ key, text: cell, why });
      else if (typed.value !== null || lockOf(workspace, keyResult, column) === null) edits.push([key, typed.value]);
    } else refused.push({ key, text: cell, why: typed.kind === 'ambiguous' ? lockOf(workspace, keyResult, column) || 'notANumber' : typed.kind });
  }));
  return { edits, refused, ambiguous };
}

/** Something to look at in a row, which may still be saved. */
export type RowWarning = 'falls' | 'short' | 'over';

/** Whether a sum's programme goes down, ends short of the target, or beyond it. */
export function warningsOf(keyResult: KeyResult, sheet: Sheet, edits: Edits, workspace: Workspace): RowWarning[] {
  const sums = keyResult.direction === 'Increase' && keyResult.accumulation !== 'Latest';
  const points = sortQuarters(quartersWithin(keyResult, workspace.quarters))
    .map(({ code, end }) => ({ year: code.slice(0, 4), end, value: valueAt(sheet, edits, cellKey(keyResult.code, code)) }))
    .filter((point): point is { year: string; end: string; value: number } => point.value !== null);
  const found: RowWarning[] = [];
  const perYear = keyResult.accumulation === 'SumPerYear';
  const falls = points.some((point, index) => index > 0 && point.value < points[index - 1].value && (!perYear || point.year === points[index - 1].year));
  if (sums && falls) found.push('falls');
  const last = points[points.length - 1];
  if (sums && keyResult.target !== null && last && last.end >= keyResult.end && last.value < keyResult.target) found.push('short');
  if (sums && keyResult.target !== null && points.some(({ value }) => value > (keyResult.target as number))) found.push('over');
  return found;
}

/** The edits that differ from what is saved: typing a value and taking it back leaves nothing to save. */
export function changedOnly(sheet: Sheet, edits: Edits): Edits {
  const changed = new Map<string, number | null>();
  edits.forEach((value, key) => {
    const saved = sheet.values.get(key);
    if ((saved === undefined ? null : saved) !== value) changed.set(key, value);
  });
  return changed;
}

/** A block of cells as text for a spreadsheet: the decimal mark of the texts' language, no thousands. */
export function copyText(values: readonly (readonly (number | null)[])[]): string {
  return values.map(row => row.map(value => typedNumber(value)).join('\t')).join('\r\n');
}
