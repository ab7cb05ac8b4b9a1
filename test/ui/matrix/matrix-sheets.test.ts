import type * as Fflate from 'fflate';
import { strToU8, zip } from 'fflate';
import { saveWorkbook } from '../../../src/ui/workbook/save-workbook';
import { MARK, matrixSheets } from '../../../src/ui/features/matrix/matrix-sheets';
import type { MatrixExport, MatrixExportRow } from '../../../src/ui/features/matrix/matrix-sheets';
import { bytesOf, openBytes, openWorkbook, withoutWorkers } from '../support/workbook-file';

// The build that browsers get, whose asynchronous functions make workers: node's would do without.
jest.mock('fflate', () => jest.requireActual<typeof Fflate>('fflate/browser'));

const WORDS: MatrixExport['words'] = {
  matrixSheet: 'Matriz',
  groupsSheet: 'Por objetivo',
  factsSheet: 'Sobre este archivo',
  code: 'Código',
  strategic: 'Objetivo estratégico',
  tactical: 'Objetivo táctico',
  keyResult: 'Resultado clave',
  light: 'Estado',
  progress: 'Avance',
  expected: 'Esperado',
  count: 'Procesos',
  keyResults: 'Resultados',
  objective: 'Objetivo',
  total: 'Total'
};

function row(values: Partial<MatrixExportRow> = {}): MatrixExportRow {
  return {
    code: 'OE1-OT1-R1',
    strategic: 'OE1 Cooperación',
    tactical: 'OE1-OT1 Internacionalizar',
    title: 'Construir un (1) programa.',
    light: 'En camino',
    progress: 0.885,
    expected: 0.92,
    marks: [true, false, true],
    ...values
  };
}

function model(rows: readonly MatrixExportRow[]): MatrixExport {
  return {
    processes: ['GCI', 'CI', 'COOP'],
    rows,
    groups: [{ code: 'OE1', title: 'Cooperación', level: 1, keyResults: 1, byProcess: [1, 0, 1], total: 2 }],
    totals: { byProcess: [1, 0, 1], total: 2 },
    facts: [
      ['Plan', '2021-2023'],
      ['Filas', rows.length]
    ],
    words: WORDS
  };
}

describe('the matrix as a workbook', () => {
  it('has codes, wording, light and marks as text, and shares and counts as numbers', async () => {
    const { sheets } = await openWorkbook(
      matrixSheets(model([row(), row({ code: 'OE1-OT2-R8', marks: [false, false, false], progress: null, expected: null, light: 'Sin dato' })]))
    );
    expect(sheets.map(({ name }) => name)).toEqual(['Matriz', 'Por objetivo', 'Sobre este archivo']);
    expect(sheets[0].rows).toEqual([
      ['Código', 'Objetivo estratégico', 'Objetivo táctico', 'Resultado clave', 'Estado', 'Avance', 'Esperado', 'GCI', 'CI', 'COOP', 'Procesos'],
      ['OE1-OT1-R1', 'OE1 Cooperación', 'OE1-OT1 Internacionalizar', 'Construir un (1) programa.', 'En camino', 0.885, 0.92, MARK, null, MARK, 2],
      ['OE1-OT2-R8', 'OE1 Cooperación', 'OE1-OT1 Internacionalizar', 'Construir un (1) programa.', 'Sin dato', null, null, null, null, null, 0],
      ['Total', null, null, null, null, null, null, 1, 0, 1, 2]
    ]);
  });

  it('has counts per objective and the facts in sheets of their own', async () => {
    const { sheets } = await openWorkbook(matrixSheets(model([row()])));
    expect(sheets[1].rows).toEqual([
      ['Código', 'Objetivo', 'Resultados', 'GCI', 'CI', 'COOP', 'Procesos'],
      ['OE1', 'Cooperación', 1, 1, 0, 1, 2],
      ['Total', null, 1, 1, 0, 1, 2]
    ]);
    expect(sheets[2].rows).toEqual([['Plan', '2021-2023'], ['Filas', 1]]);
  });

  it('shows shares as percentages, headings in bold on grey, marks in the middle, totals in bold', async () => {
    const { look } = await openWorkbook(matrixSheets(model([row()])));
    expect(look(1, 'F2')).toEqual({ format: '0%', bold: false, fill: '', wrap: false, across: '', upright: 'top' });
    expect(look(1, 'A1')).toEqual({ format: 'General', bold: true, fill: 'FFE1DFDD', wrap: true, across: '', upright: 'bottom' });
    expect([look(1, 'A2').wrap, look(1, 'D2').wrap, look(1, 'E2').wrap]).toEqual([false, true, false]);
    expect([look(1, 'H1').across, look(1, 'H2').across]).toEqual(['center', 'center']);
    expect([look(1, 'A3').bold, look(1, 'K3').bold, look(2, 'B2').bold, look(3, 'A1').bold, look(3, 'B1').bold]).toEqual([true, true, true, true, false]);
  });

  it('keeps headings and codes in sight, filters all but the totals, and prints across', async () => {
    const { sheetXml } = await openWorkbook(matrixSheets(model([row(), row({ code: 'OE1-OT1-R2' })])));
    const pane = sheetXml(1).querySelector('pane');
    expect(['xSplit', 'ySplit', 'topLeftCell', 'state'].map(name => pane?.getAttribute(name))).toEqual(['1', '1', 'B2', 'frozen']);
    expect(sheetXml(1).querySelector('autoFilter')?.getAttribute('ref')).toBe('A1:K3');
    expect(sheetXml(1).querySelector('pageSetup')?.getAttribute('orientation')).toBe('landscape');
    const widths = Array.from(sheetXml(1).querySelectorAll('col')).map(column => Number(column.getAttribute('width')));
    expect(widths).toEqual([13, 22, 40, 60, 16, 10, 10, 7, 7, 7, 10]);
    expect([sheetXml(3).querySelector('pane'), sheetXml(3).querySelector('autoFilter')]).toEqual([null, null]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', " =cmd|'/c calc'!A1", '＝1'])(
    'holds %j as words, never as a formula',
    async text => {
      const { sheets } = await openWorkbook(matrixSheets(model([row({ title: text, code: text, light: text })])));
      expect(sheets[0].formulas).toBe(0);
      for (const at of [0, 3, 4]) expect(sheets[0].rows[1][at]).toBe(`'${text.replace('\r', '\n')}`);
    }
  );

  it('would notice a worker', () => {
    const workers = withoutWorkers();
    URL.createObjectURL = () => 'blob:here';
    try {
      expect(() => zip({ large: strToU8('x'.repeat(400000)) }, () => undefined)).toThrow(/worker/i);
      expect(workers.asked()).toBe(1);
    } finally {
      workers.restore();
    }
  });

  it('makes a file of 2,000 key results without a worker, every row in its place', async () => {
    const workers = withoutWorkers();
    const addresses: Blob[] = [];
    URL.createObjectURL = (blob: Blob | MediaSource) => {
      addresses.push(blob as Blob);
      return 'blob:here';
    };
    URL.revokeObjectURL = () => undefined;
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const turns = jest.spyOn(globalThis, 'setTimeout');
    const long = 'Asegurar la ejecución de un (1) proyecto de cooperación financiado por bonos de impacto social. '.repeat(3);
    const rows = Array.from({ length: 2000 }, (_, index) =>
      row({ code: `OE1-OT1-R${index}`, title: `${long}${index}`, progress: index / 2000, marks: [index % 2 === 0, true, false] })
    );
    try {
      expect(await saveWorkbook(matrixSheets(model(rows)), 'Matriz')).toBe('Matriz.xlsx');
      // The page got its turn in between, again and again.
      expect(turns.mock.calls.filter(([, delay]) => delay === 0).length).toBeGreaterThanOrEqual(10);
      // The file alone has an address: no worker was made from a blob either.
      expect(addresses).toHaveLength(1);
      expect(workers.asked()).toBe(0);
    } finally {
      workers.restore();
      click.mockRestore();
      turns.mockRestore();
    }
    const { sheets, parts } = await openBytes(await bytesOf(addresses[0]));
    expect(parts['xl/worksheets/sheet1.xml'].length).toBeGreaterThan(160000);
    expect(sheets[0].rows).toHaveLength(2002);
    expect(sheets[0].rows.slice(1, -1).map(cells => [cells[0], cells[3], cells[5], cells[10]])).toEqual(
      rows.map(({ code, title, progress }, index) => [code, title, progress, index % 2 === 0 ? 2 : 1])
    );
  });
});
