import * as fc from 'fast-check';
import { cellText } from '../../../src/application/import/cells';
import { CUT_MARK, factsSheet, neutral } from '../../../src/application/workbook';
import type { OutSheet } from '../../../src/application/workbook';
import { readXlsx } from '../../../src/ui/workbook/read-xlsx';
import { sheetNames } from '../../../src/ui/workbook/sheet-names';
import { writeXlsx } from '../../../src/ui/workbook/write-xlsx';
import { openBytes } from '../support/workbook-file';

const column = { header: 'X', width: 9 };
const table = (rows: OutSheet['rows'], more: Partial<OutSheet> = {}): OutSheet => ({ name: 'A', columns: [column, column], rows, ...more });

test('whatever text goes into a workbook comes out of it', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async text => {
    const [sheet] = await readXlsx(await writeXlsx([table([[text]])]));
    const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/\r\n?/g, '\n').trim();
    expect(cellText(sheet.rows[1]?.[0] ?? null)).toBe(clean);
  }), { numRuns: 100 });
});

test('no text becomes a formula, a character’s code or broken XML, and what is too long is cut with a mark', async () => {
  const long = `${'a'.repeat(32767 - CUT_MARK.length - 1)}😀${'b'.repeat(100)}`;
  const texts = ['=1+1', '_x0041_ <b>&"\'', 'uno\u0001dos', long];
  const [sheet] = await readXlsx(await writeXlsx([{ name: '=A', columns: [{ header: '=B1', width: 9 }], rows: texts.map(text => [text]) }]));
  expect(sheet.formulas).toBe(0);
  expect(sheet.name).toBe('=A');
  expect(sheet.rows.map(([cell]) => cell)).toEqual([
    '\'=B1', '\'=1+1', '_x0041_ <b>&"\'', 'unodos', `${'a'.repeat(32767 - CUT_MARK.length - 1)}${CUT_MARK}`
  ]);
});

test('a cell’s text is never one that a spreadsheet would run, nor longer than it may be', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => {
    expect(neutral(text)).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    expect(neutral(text)).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  }));
  for (const text of ['Gestionar USD 30 millones.', '%60 eventos', '20 publicaciones', '']) expect(neutral(text)).toBe(text);
  expect(neutral('x'.repeat(40000))).toHaveLength(32767);
});

test('numbers, yes and no, days and moments keep their kind; what is no number leaves its cell empty', async () => {
  const { sheets, look } = await openBytes(await writeXlsx([table([
    [1.5, true], [{ day: '2023-10-05' }, { moment: '2023-10-05T15:42:00Z' }], [NaN, Infinity], [{ strong: 2 }, { strong: 'Total' }], [{ day: 'pronto' }, null]
  ])]));
  expect(sheets[0].rows).toEqual([
    ['X', 'X'], [1.5, true], [{ date: '2023-10-05' }, { date: '2023-10-05T10:42:00' }], [2, 'Total'], ['pronto']
  ].flatMap((row, index) => (index === 3 ? [[], row] : [row])));
  expect([look(1, 'A2').format, look(1, 'A3').format, look(1, 'B3').format]).toEqual(['General', 'yyyy\\-mm\\-dd', 'yyyy\\-mm\\-dd\\ hh:mm:ss']);
  expect([look(1, 'A2').bold, look(1, 'A5').bold, look(1, 'B5').bold]).toEqual([false, true, true]);
});

test('columns say how they look: format, width, middle, one line, filled in, what they offer', async () => {
  const { look, sheetXml } = await openBytes(await writeXlsx([table([], {
    columns: [
      { header: 'Avance', width: 12, format: '0.0%' }, { header: 'Día', width: 14, format: 'dd/mm/yyyy' }, { header: 'X', width: 7, centred: true },
      { header: 'Código *', width: 9, oneLine: true, required: true }, { header: 'Sí o no', width: 9, offer: ['Sí', 'No & más'] }
    ],
    rows: [[0.5, { day: '2023-10-05' }, 'X', 'OE1', 'Sí']]
  })]));
  expect([look(1, 'A2').format, look(1, 'B2').format, look(1, 'E2').format]).toEqual(['0.0%', 'dd/mm/yyyy', '@']);
  expect([look(1, 'C1').across, look(1, 'C2').across, look(1, 'D2').wrap, look(1, 'E2').wrap]).toEqual(['center', 'center', false, true]);
  expect([look(1, 'C1').fill, look(1, 'D1').fill]).toEqual(['FFE1DFDD', 'FFDEECF9']);
  expect(Array.from(sheetXml(1).querySelectorAll('col')).map(one => one.getAttribute('width'))).toEqual(['12', '14', '7', '9', '9']);
  expect(sheetXml(1).querySelector('dataValidation formula1')?.textContent).toBe('"Sí,No & más"');
});

test('headings stay in sight, with as many columns as asked for; sheets without headings begin with their rows', async () => {
  const { sheetXml, sheets } = await openBytes(await writeXlsx([
    table([[1, 2]]), table([[1, 2]], { frozenColumns: 2 }), factsSheet('Hechos', [['Plan', '2021-2023']]), { ...factsSheet('Más', [['Filas', 3]]), frozenColumns: 1 }
  ]));
  const panes = [1, 2, 3, 4].map(sheet => sheetXml(sheet).querySelector('pane'));
  expect(panes.map(pane => pane && ['topLeftCell', 'activePane'].map(name => pane.getAttribute(name)))).toEqual([
    ['A2', 'bottomLeft'], ['C2', 'bottomRight'], null, ['B1', 'topRight']
  ]);
  expect(sheets[2].rows).toEqual([['Plan', '2021-2023']]);
  // One sheet alone is the chosen one: with more, a change in one would be made in all.
  expect([1, 2, 3, 4].map(sheet => sheetXml(sheet).querySelector('sheetView')?.getAttribute('tabSelected') ?? null)).toEqual(['1', null, null, null]);
});

test('totals stand last, bold, outside of what is filtered', async () => {
  const { sheets, sheetXml, look } = await openBytes(await writeXlsx([table([['a', 1], ['b', 2]], { totals: ['Total', 3] })]));
  expect(sheets[0].rows[3]).toEqual(['Total', 3]);
  expect([look(1, 'A4').bold, look(1, 'B4').bold, look(1, 'B3').bold]).toEqual([true, true, false]);
  expect(sheetXml(1).querySelector('autoFilter')?.getAttribute('ref')).toBe('A1:B3');
});

test('names of sheets are such that Excel takes them, and none comes twice', () => {
  expect(sheetNames(['Matriz', 'matriz', 'a/b:c*[d]?', '', ' \'x\' ', 'History', 'n'.repeat(40), 'n'.repeat(40), '😀'.repeat(20)])).toEqual([
    'Matriz', 'matriz (2)', 'a b c  d', '4', 'x', 'History (2)', 'n'.repeat(31), `${'n'.repeat(27)} (2)`, '😀'.repeat(15)
  ]);
  fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 8 }), wanted => {
    const names = sheetNames(wanted);
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(wanted.length);
    for (const name of names) {
      expect(name).toMatch(/^[^\\/?*[\]:\u0000-\u001f]{1,31}$/);
      expect(name).not.toMatch(/^'|'$/);
    }
  }));
});

test('a workbook of many pieces is whole, and the page gets its turn between them', async () => {
  const rows = Array.from({ length: 5001 }, (_, index) => [`Resultado ${index} ñ`, index]);
  let turns = 0;
  const sheets = await readXlsx(await writeXlsx([table(rows), table(rows.slice(0, 3))], () => {
    turns += 1;
    return Promise.resolve();
  }));
  expect(sheets.map(({ rows: read }) => read.slice(1))).toEqual([rows, rows.slice(0, 3)]);
  expect(turns).toBeGreaterThanOrEqual(25);
});
