import { makeBoard } from '../../../src/application';
import type { TargetRows, Workspace } from '../../../src/application';
import type { KeyResult } from '../../../src/domain';
import { askedTogether, cellKey, changedOnly, copyText, makeSheet, parseTsv, placePaste, readCell, valueAt, warningsOf } from '../../../src/ui/features/maintenance/targets/sheet';
import type { Sheet } from '../../../src/ui/features/maintenance/targets/sheet';
import { inMemoryServices } from '../../support/in-memory-services';

let workspace: Workspace;
let rows: TargetRows;
let sheet: Sheet;

beforeAll(async () => {
  const services = inMemoryServices({ user: 'planeacion' });
  workspace = await services.plan.readWorkspace(services.now());
  rows = await services.targets.read(workspace.keyResults);
  sheet = makeSheet(workspace, rows);
});

const find = (code: string): KeyResult => workspace.keyResults.filter(row => row.code === code)[0];

test('the sheet has every active key result once, a weight and all quarters of the plan', () => {
  expect(sheet.groups.flatMap(group => group.rows)).toHaveLength(79);
  expect(sheet.groups.map(({ code }) => code)).toEqual(['OE1', 'OE2', 'OE3', 'OE4', 'OE5']);
  expect(sheet.columns).toHaveLength(13);
  expect(valueAt(sheet, new Map(), cellKey('OE1-OT2-R6', '2021-T1'))).toBe(4);
  expect(valueAt(sheet, new Map([[cellKey('OE1-OT2-R6', '2021-T1'), null]]), cellKey('OE1-OT2-R6', '2021-T1'))).toBeNull();
  expect(makeBoard(workspace, new Date('2023-10-05T15:42:00Z')).statuses.size).toBe(79);
});

test.each([
  ['1.234,5', { kind: 'value', value: 1234.5 }],
  ['', { kind: 'value', value: null }],
  [' 60 % ', { kind: 'value', value: 60 }],
  ['12.5', { kind: 'ambiguous', readings: [12.5, 125] }],
  ['=SUM(A1:A3)', { kind: 'formula' }],
  ['cinco', { kind: 'notANumber' }]
])('a cell that says «%s»', (text, meaning) => {
  expect(readCell(text)).toEqual(meaning);
});

test.each([
  ['1,234.5', { kind: 'value', value: 1234.5 }],
  ['12.5', { kind: 'value', value: 12.5 }],
  ['1,234', { kind: 'ambiguous', readings: [1.234, 1234] }],
  ['2.386', { kind: 'ambiguous', readings: [2.386, 2386] }],
  ['five', { kind: 'notANumber' }]
])('in English a cell that says «%s»', (text, meaning) => {
  expect(readCell(text, 'en')).toEqual(meaning);
});

test('one answer holds for numbers written with the same mark', () => {
  const [one, two, three] = ['1,234', '2.386', '5,678'].map(text => ({ key: text, text, readings: [1, 2] as const }));
  expect(askedTogether([one, two, three])).toEqual([one, three]);
  expect(askedTogether([two, three])).toEqual([two]);
  expect(askedTogether([])).toEqual([]);
});

test('reads what a spreadsheet copies, quotes and line ends of every kind', () => {
  expect(parseTsv('1\t2\r\n3\t\r\n')).toEqual([['1', '2'], ['3', '']]);
  expect(parseTsv('"a\tb"\t"dice ""hola"""\n5')).toEqual([['a\tb', 'dice "hola"'], ['5']]);
  expect(parseTsv(copyText([[1.5, null], [-2, 1000]]))).toEqual([['1,5', ''], ['-2', '1000']]);
});

test('a paste goes right and down; what does not fit is told cell by cell', () => {
  const list = sheet.groups[0].rows;
  const at = list.findIndex(({ code }) => code === 'OE1-OT2-R5');
  const first = sheet.columns.indexOf('2023-T3');
  const paste = placePaste('20,5\t30\t99\n=A1\t12.5\n-\tx', { row: at, column: first }, list.slice(0, at + 2), sheet.columns, workspace);
  expect(paste.edits).toEqual([['OE1-OT2-R5|2023-T3', 20.5], ['OE1-OT2-R5|2023-T4', 30]]);
  expect(paste.refused.map(({ key, why }) => [key, why])).toEqual([
    ['OE1-OT2-R5', 'beyond'], ['OE1-OT2-R6|2023-T3', 'formula'], ['', 'beyond'], ['', 'beyond']
  ]);
  expect(paste.ambiguous).toEqual([{ key: 'OE1-OT2-R6|2023-T4', text: '12.5', readings: [12.5, 125] }]);
});

test('a paste into what is not programmed is refused with the reason; weights cannot be emptied or negative', () => {
  const late = { ...find('OE1-OT2-R5'), code: 'LATE', start: '2022-01-01' };
  const alias = workspace.keyResults.filter(({ sameMeasureAs }) => sameMeasureAs !== null)[0];
  const limit = workspace.keyResults.filter(({ direction }) => direction === 'AtMost')[0];
  const why = (text: string, row: KeyResult, column: string | null): string[] => placePaste(
    text, { row: 0, column: sheet.columns.indexOf(column) }, [row], sheet.columns, workspace
  ).refused.map(one => one.why);
  expect([why('5', late, '2021-T4'), why('5', alias, '2022-T4'), why('5', limit, '2022-T4'), why('-1', late, null), why('', late, null)])
    .toEqual([['outside'], ['alias'], ['limit'], ['invalid'], ['invalid']]);
});

test('warns of a programme that falls, ends short or goes beyond; sums of a year start again each January', () => {
  const code = 'OE1-OT2-R5';
  const typed = (values: Record<string, number>): Map<string, number> => new Map(Object.entries(values).map(([quarter, value]) => [cellKey(code, quarter), value]));
  const warn = (values: Record<string, number>, row = find(code)): string[] => warningsOf(row, sheet, typed(values), workspace);
  expect(warn({ '2021-T4': 10, '2022-T4': 8, '2023-T4': 30 })).toEqual(['falls']);
  expect(warn({ '2021-T4': 10, '2023-T4': 29 })).toEqual(['short']);
  expect(warn({ '2023-T4': 31 })).toEqual(['over']);
  expect(warn({ '2021-T4': 10, '2023-T4': 30 })).toEqual([]);
  expect(warn({ '2021-T4': 30, '2022-T1': 5, '2023-T4': 30 }, { ...find(code), accumulation: 'SumPerYear' })).toEqual([]);
});

test('a value typed and taken back leaves nothing to save', () => {
  const key = cellKey('OE1-OT2-R6', '2021-T1');
  expect(Array.from(changedOnly(sheet, new Map([[key, 4], [cellKey('OE1-OT2-R5', '2021-T1'), 7], [cellKey('OE1-OT2-R5', '2021-T2'), null]]))))
    .toEqual([['OE1-OT2-R5|2021-T1', 7]]);
});
