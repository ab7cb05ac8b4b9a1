import { strFromU8, unzipSync } from 'fflate';
import * as fc from 'fast-check';
import { download, exportMatrix, workbookBlob } from '../../../src/ui/export';
import { MARK, matrixSheets } from '../../../src/ui/export/matrix-sheets';
import type { MatrixExport, MatrixExportRow } from '../../../src/ui/export/matrix-sheets';
import { safeFileName, safeText } from '../../../src/ui/export/safe-text';

/** Above this the zip library makes a worker from a blob, which SharePoint's content security policy forbids. */
const WORKER_FROM = 160000;

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
      { name: 'Plan', value: '2021-2023' },
      { name: 'Filas', value: rows.length }
    ],
    words: WORDS
  };
}

interface Cell {
  readonly type: 'text' | 'number';
  readonly value: string | number;
}

async function bytes(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(
    await new Promise<ArrayBuffer>((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result as ArrayBuffer);
      reader.onerror = () => reject(reader.error);
      reader.readAsArrayBuffer(blob);
    })
  );
}

async function partsOf(subject: MatrixExport): Promise<Record<string, string>> {
  const parts = unzipSync(await bytes(await workbookBlob(matrixSheets(subject))));
  return Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, strFromU8(content)]));
}

const parse = (xml: string): Document => new DOMParser().parseFromString(xml, 'application/xml');

/** Opens a sheet as Excel would: cells by address, shared strings resolved. */
async function openSheet(subject: MatrixExport, sheet: number): Promise<{ cells: Map<string, Cell>; formulas: number }> {
  const parts = await partsOf(subject);
  const texts = Array.from(parse(parts['xl/sharedStrings.xml']).getElementsByTagName('si')).map(item => item.textContent ?? '');
  const document = parse(parts[`xl/worksheets/sheet${sheet}.xml`]);
  expect(document.getElementsByTagName('parsererror')).toHaveLength(0);
  const cells = new Map<string, Cell>();
  for (const cell of Array.from(document.getElementsByTagName('c'))) {
    const value = cell.getElementsByTagName('v')[0]?.textContent;
    if (value != null) {
      cells.set(
        cell.getAttribute('r') ?? '',
        cell.getAttribute('t') === 's' ? { type: 'text', value: texts[Number(value)] } : { type: 'number', value: Number(value) }
      );
    }
  }
  return { cells, formulas: document.getElementsByTagName('f').length };
}

describe('the matrix as a workbook', () => {
  it('has codes, wording, light and marks as text, and shares and counts as numbers', async () => {
    const { cells } = await openSheet(
      model([row(), row({ code: 'OE1-OT2-R8', marks: [false, false, false], progress: null, expected: null, light: 'Sin dato' })]),
      1
    );
    expect(['A1', 'B1', 'C1', 'D1', 'E1', 'F1', 'G1', 'H1', 'I1', 'J1', 'K1'].map(at => cells.get(at)?.value)).toEqual([
      'Código',
      'Objetivo estratégico',
      'Objetivo táctico',
      'Resultado clave',
      'Estado',
      'Avance',
      'Esperado',
      'GCI',
      'CI',
      'COOP',
      'Procesos'
    ]);
    expect(cells.get('A2')).toEqual({ type: 'text', value: 'OE1-OT1-R1' });
    expect(cells.get('F2')).toEqual({ type: 'number', value: 0.885 });
    expect(cells.get('H2')).toEqual({ type: 'text', value: MARK });
    expect(cells.has('I2')).toBe(false);
    expect(cells.get('K2')).toEqual({ type: 'number', value: 2 });
    expect(cells.has('F3')).toBe(false);
    expect(cells.get('K3')).toEqual({ type: 'number', value: 0 });
    expect([cells.get('A4')?.value, cells.get('H4')?.value, cells.get('K4')?.value]).toEqual(['Total', 1, 2]);
  });

  it('shows shares as percentages', async () => {
    const parts = await partsOf(model([row()]));
    const style = Number(parse(parts['xl/worksheets/sheet1.xml']).querySelector('c[r="F2"]')?.getAttribute('s'));
    const format = parse(parts['xl/styles.xml'])
      .getElementsByTagName('cellXfs')[0]
      .getElementsByTagName('xf')
      [style].getAttribute('numFmtId');
    const custom = parse(parts['xl/styles.xml']).querySelector(`numFmt[numFmtId="${format}"]`)?.getAttribute('formatCode');
    // 9 is Excel's own number for 0 %.
    expect(format === '9' || custom === '0%').toBe(true);
  });

  it('has counts per objective and the facts in sheets of their own', async () => {
    const groups = await openSheet(model([row()]), 2);
    expect([groups.cells.get('A2')?.value, groups.cells.get('C2')?.value, groups.cells.get('G2')?.value]).toEqual(['OE1', 1, 2]);
    const facts = await openSheet(model([row()]), 3);
    expect([facts.cells.get('B1'), facts.cells.get('B2')]).toEqual([
      { type: 'text', value: '2021-2023' },
      { type: 'number', value: 1 }
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', " =cmd|'/c calc'!A1", '＝1'])(
    'holds %j as words, never as a formula',
    async text => {
      const { cells, formulas } = await openSheet(model([row({ title: text, code: text, light: text })]), 1);
      expect(formulas).toBe(0);
      for (const at of ['A2', 'D2', 'E2']) {
        expect(cells.get(at)).toMatchObject({ type: 'text' });
        expect(String(cells.get(at)?.value)).toMatch(/^'/);
      }
    }
  );

  it('keeps wording with quotes, angle brackets and control characters valid', async () => {
    const { cells } = await openSheet(model([row({ title: 'Empresa "Ancla" <b>&\u0001 %60 eventos' })]), 1);
    expect(cells.get('D2')?.value).toBe('Empresa "Ancla" <b>& %60 eventos');
  });

  it('stays below what a worker would compress, three plans as large as this one', async () => {
    const long = 'Asegurar la ejecución de un (1) proyecto de cooperación financiado por bonos de impacto social. '.repeat(3);
    const rows = Array.from({ length: 240 }, (_, index) =>
      row({ code: `OE1-OT1-R${index}`, title: `${long} ${index}`, marks: new Array<boolean>(7).fill(true) })
    );
    const parts = await partsOf({ ...model(rows), processes: ['GCI', 'CI', 'RLeI', 'COM', 'ADM', 'COOP', 'INV'] });
    for (const [name, content] of Object.entries(parts)) {
      expect({ name, fits: content.length < WORKER_FROM }).toEqual({ name, fits: true });
    }
  });
});

describe('safe text', () => {
  it('leaves ordinary wording alone', () => {
    for (const text of ['Gestionar USD 30 millones.', '%60 eventos', '20 publicaciones', '']) {
      expect(safeText(text)).toBe(text);
    }
  });

  it('never starts as a formula does and never holds what XML cannot', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const safe = safeText(text);
        expect(safe).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
        expect(safe).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
      })
    );
  });

  it('makes file names that every system takes', () => {
    expect(safeFileName('Matriz 2021/2023: "final"', 'xlsx')).toBe('Matriz 2021 2023 final.xlsx');
    expect(safeFileName('..', 'xlsx')).toBe('sigaci.xlsx');
  });
});

describe('the download', () => {
  const created: Blob[] = [];
  beforeEach(() => {
    created.length = 0;
    URL.createObjectURL = (blob: Blob | MediaSource): string => {
      created.push(blob as Blob);
      return 'blob:here';
    };
    URL.revokeObjectURL = () => undefined;
  });

  it('hands the browser a file with the name asked for and leaves nothing in the page', async () => {
    const clicked: { href: string; download: string }[] = [];
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function record(this: HTMLAnchorElement) {
      clicked.push({ href: this.href, download: this.download });
    });
    expect(await exportMatrix(model([row()]), 'Matriz 2021-2023 2023-10-05')).toBe('Matriz 2021-2023 2023-10-05.xlsx');
    expect(clicked).toEqual([{ href: 'blob:here', download: 'Matriz 2021-2023 2023-10-05.xlsx' }]);
    expect(created[0].type).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(document.querySelectorAll('a')).toHaveLength(0);
    click.mockRestore();
  });

  it('frees the address of the file afterwards', () => {
    jest.useFakeTimers();
    const freed = jest.spyOn(URL, 'revokeObjectURL');
    const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    download(new Blob(['x']), 'x.xlsx');
    expect(freed).not.toHaveBeenCalled();
    jest.runAllTimers();
    expect(freed).toHaveBeenCalledWith('blob:here');
    click.mockRestore();
    jest.useRealTimers();
  });
});
