import type { ListName } from '../problems';
import {
  cellText, changeOf, type Finding, IN_THE_ROW, type ListRow, mendBy, type QualityInput, type RowIndex
} from './finding';
import { choicesOf } from './suggestions';

/** Columns that hold codes, by list. */
const CODES: readonly (readonly [ListName, readonly string[]])[] = [
  ['Plans', ['Code']], ['Processes', ['Title']], ['StrategicObjectives', ['Code', 'Key0']], ['TacticalObjectives', ['Code', 'Key0']],
  ['KeyResults', ['Code', 'Key0']], ['Quarters', ['Title', 'Key0']]
];
const CHOICE_COLUMNS: readonly (readonly [ListName, string])[] = [
  ['KeyResults', 'Direction'], ['KeyResults', 'Accumulation'], ['CheckIns', 'Confidence'], ['Quarters', 'State']
];

/** What a row of a list goes by. */
function nameOf(row: ListRow): string {
  return cellText(row, 'Code') || cellText(row, 'Title') || `#${row.id}`;
}

const at = (row: ListRow): Finding['rows'] => [{ list: row.list, id: row.id, name: nameOf(row) }];

/** Spaces before, after or doubled within a code; readers forgive them, searches and formulas do not. */
function codeSpaces(rows: RowIndex): Finding[] {
  return CODES.flatMap(([list, columns]) => rows.of(list).flatMap(row => {
    const after: Record<string, string> = {};
    for (const column of columns) {
      const value = row.cells[column];
      if (typeof value === 'string' && value !== value.trim()) after[column] = value.trim();
    }
    const [column] = Object.keys(after);
    if (column === undefined) return [];
    return [{
      id: `codeSpaces:${list}/${row.id}`, kind: 'codeSpaces' as const, severity: 'form' as const, effect: 'onlyForm' as const, rows: at(row),
      column, found: String(row.cells[column]), remedy: mendBy(changeOf(row, nameOf(row), after))
    }];
  }));
}

/** Keys that do not say the row's plan and code. @param told rows whose code is being told of already */
function keyMismatches(input: QualityInput, rows: RowIndex, told: ReadonlySet<string>): Finding[] {
  const { plan, planCodes } = input;
  const used: readonly (readonly [ListName, readonly { readonly id: number; readonly code: string }[]])[] = [
    ['StrategicObjectives', input.strategicObjectives], ['TacticalObjectives', input.tacticalObjectives], ['KeyResults', input.keyResults],
    ['Quarters', input.quarters]
  ];
  return used.flatMap(([list, parsed]) => parsed.flatMap(({ id, code }) => {
    const row = rows.find(list, id);
    const key = `${plan.code}/${code}`;
    if (!row || cellText(row, 'Key0') === key || told.has(`${list}/${id}`)) return [];
    // A key that is another row's own cannot be given twice.
    const taken = rows.of(list).some(other => other.id !== id && cellText(other, 'Key0') === key);
    const elsewhere = planCodes.some(other => other !== plan.code && cellText(row, 'Key0').indexOf(`${other}/`) === 0);
    return [{
      id: `keyMismatch:${list}/${id}`, kind: 'keyMismatch' as const, severity: 'form' as const, effect: 'onlyForm' as const, rows: at(row),
      column: 'Key0', found: cellText(row, 'Key0') || null,
      remedy: taken || elsewhere ? IN_THE_ROW : mendBy(changeOf(row, nameOf(row), { Key0: key }))
    }];
  }));
}

/** Choices that readers understand although the list does not have them: views and filters of the list miss such rows. */
function choiceSpelling(input: QualityInput, rows: RowIndex): Finding[] {
  const told = new Set(input.problems.map(({ list, rowId, column }) => `${list}/${rowId}/${column}`));
  const parsed = new Map<string, string>();
  for (const { id, direction, accumulation } of input.keyResults) {
    parsed.set(`KeyResults/${id}/Direction`, direction);
    parsed.set(`KeyResults/${id}/Accumulation`, accumulation);
  }
  for (const { id, confidence } of input.checkIns) if (confidence !== null) parsed.set(`CheckIns/${id}/Confidence`, confidence);
  for (const { id, state } of input.quarters) parsed.set(`Quarters/${id}/State`, state);
  return CHOICE_COLUMNS.flatMap(([list, column]) => rows.of(list).flatMap(row => {
    const key = `${list}/${row.id}/${column}`;
    const value = row.cells[column];
    const meant = parsed.get(key);
    if (typeof value !== 'string' || meant === undefined || told.has(key) || choicesOf(list, column).indexOf(value) >= 0) return [];
    return [{
      id: `choiceSpelling:${key}`, kind: 'choiceSpelling' as const, severity: 'form' as const, effect: 'onlyForm' as const, rows: at(row),
      column, found: value, remedy: mendBy(changeOf(row, nameOf(row), { [column]: meant }))
    }];
  }));
}

/** What changes no figure: spaces, keys, spellings. */
export function formFindings(input: QualityInput, rows: RowIndex): Finding[] {
  const spaces = codeSpaces(rows);
  const told = new Set([
    ...spaces.map(({ rows: [first] }) => `${first.list}/${first.id}`),
    ...input.problems.filter(({ kind }) => kind === 'badCode' || kind === 'duplicateCode').map(({ list, rowId }) => `${list}/${rowId}`)
  ]);
  return [...spaces, ...keyMismatches(input, rows, told), ...choiceSpelling(input, rows)];
}
