import type { FileRow, ParsedWorkbook, Preview, Sheet } from '../../../src/application/import';
import { makePreview, parseDay, readAnyWorkbook, readSite, readWorkbook, takeable } from '../../../src/application/import';
import { cellText } from '../../../src/application/import/cells';
import { neutral } from '../../../src/application/workbook';
import { inMemoryServices } from '../../support/in-memory-services';

const HEADINGS = ['Código', 'Objetivo táctico', 'Resultado clave', 'Procesos', 'Dirección', 'Acumulación', 'Meta', 'Inicio', 'Fin', 'Mide lo mismo que'];

function sheet(name: string, ...rows: Sheet['rows'][number][]): Sheet {
  return { name, rows, formulas: 0, merged: 0 };
}

const read = (...sheets: Sheet[]): Promise<ParsedWorkbook> => readWorkbook(sheets, { plan: '2021-2023' });
const memory = inMemoryServices({ user: 'planeacion' });

async function preview(rows: readonly FileRow[]): Promise<Preview> {
  return makePreview(rows, await readSite(memory.planRows));
}

/** A key result of the file, its cells by heading. */
async function keyResult(cells: Partial<Record<string, Sheet['rows'][number][number]>>): Promise<Preview['entries'][number]> {
  const row = { 'Código': 'OE1-OT1-R50', 'Objetivo táctico': 'OE1-OT1', 'Resultado clave': 'Uno', ...cells };
  const parsed = await read(sheet('Resultados clave', Object.keys(row), Object.values(row).map(cell => cell ?? null)));
  return (await preview(parsed.rows)).entries[0];
}

const kinds = (entry: Preview['entries'][number]): string[] => entry.issues.map(({ kind }) => kind);

describe('cells', () => {
  test.each([
    ['30/06/2021', '2021-06-30'], ['2021-06-30', '2021-06-30'], ['30-6-21', '2021-06-30'], ['30 de junio de 2021', '2021-06-30'], ['30 jun 2021', '2021-06-30'],
    ['31/02/2021', null], ['06/30/2021', null], ['mañana', null]
  ])('%s is the day %s', (text, day) => expect(parseDay(text)).toBe(day));

  test.each([
    ['1.234,5', 1234.5], ['22,286', 22.286], [12.5, 12.5], ['-3', -3], ['', null]
  ])('%s is the number %s', async (cell, value) => {
    const entry = await keyResult({ Meta: cell });
    expect(entry.kind).toBe('create');
    expect(entry.changes.find(({ column }) => column.name === 'Target')?.after ?? null).toBe(value);
  });

  test.each([
    ['30 millones', 'numberWithUnit', '30'], ['1234.5', 'ambiguousNumber', '1234,5 · 12345'], ['muchos', 'notANumber', undefined],
    [{ date: '2021-03-04' }, 'dateForNumber', undefined], [{ error: '#REF!' }, 'formulaError', undefined]
  ])('%j is refused as a number with what to do', async (cell, kind, suggestion) => {
    const entry = await keyResult({ Meta: cell });
    expect(entry).toMatchObject({ kind: 'refuse', row: 2, sheet: 'Resultados clave' });
    expect(entry.issues[0]).toMatchObject({ kind, column: 'Meta', ...(suggestion === undefined ? {} : { suggestion }) });
  });

  test.each([44377, '44377', '30/06/2021', { date: '2021-06-30' }])('%j is a date', async cell => {
    expect((await keyResult({ Inicio: cell })).changes.find(({ column }) => column.name === 'StartDate')?.after).toBe('2021-06-30');
  });

  test.each(['=cmd|\' /C calc\'!A0', '+1', '-2', '@SUM(A1)', '\t=1', '\'=1', 'plano', '’'])('%j goes out as no formula and comes back as it was', text => {
    const written = neutral(text);
    expect(written).not.toMatch(/^[=+\-@\t]/);
    expect(cellText(written)).toBe(text.trim());
  });

  test('Spanish words stand for directions and accumulations', async () => {
    const entry = await keyResult({ 'Dirección': 'Como máximo', 'Acumulación': 'última lectura' });
    expect(entry.changes.filter(({ column }) => ['Direction', 'Accumulation'].includes(column.name)).map(({ after }) => after)).toEqual(['AtMost', 'Latest']);
    const misspelt = await keyResult({ 'Dirección': 'Aumemtar' });
    expect(misspelt.issues[0]).toMatchObject({ kind: 'unknownChoice', suggestion: 'Increase' });
  });

  test('text longer than its column is refused', async () => {
    expect(kinds(await keyResult({ 'Resultado clave': 'x'.repeat(300) }))).toContain('tooLong');
  });
});

describe('sheets', () => {
  test('a misspelt name is not guessed but suggested, and taken when a person says so', async () => {
    const misspelt = sheet('Resultado clabe', HEADINGS, ['OE1-OT1-R50', 'OE1-OT1', 'Uno']);
    const parsed = await read(misspelt);
    expect(parsed.rows).toEqual([]);
    expect(parsed.sheetIssues).toMatchObject([{ kind: 'unknownSheet', suggestion: 'Resultados clave', list: 'KeyResults' }]);
    const told = await readWorkbook([misspelt], { plan: '2021-2023', assigned: { 'Resultado clabe': 'KeyResults' } });
    expect(told.rows).toHaveLength(1);
  });

  test('a name that its headings belie is not believed: which list it is gets asked', async () => {
    const misnamed = sheet('plan', ['Código', 'Objetivo táctico', 'Resultado clave', 'Procesos', 'Meta'], ['OE1-OT1-R50', 'OE1-OT1', 'Uno', 'COOP', 3]);
    const parsed = await read(misnamed);
    expect(parsed.rows).toEqual([]);
    expect(parsed.sheetIssues).toMatchObject([{ kind: 'unknownSheet', suggestion: 'Resultados clave', list: 'KeyResults' }]);
    // A sheet of ours that somebody took columns out of is still what it is called.
    expect((await read(sheet('Procesos', ['Código', 'Nombre completo'], ['COOP', 'Cooperación']))).rows).toMatchObject([{ list: 'Processes' }]);
  });

  test('headings are found in any order, case and accents, below a title', async () => {
    const parsed = await read(sheet('RESULTADOS CLAVE', ['Plan 2021'], [], ['META *', 'resultado  clave', 'objetivo tactico', 'codigo'], [5, 'Uno', 'oe1 - ot1', 'oe1-ot1-r50']));
    expect(parsed.sheetIssues).toEqual([]);
    expect(parsed.rows).toMatchObject([{ row: 4, key: '2021-2023/OE1-OT1-R50', values: { Target: 5, TacticalObjective: '2021-2023/OE1-OT1' } }]);
  });

  test('a missing column is told with what looks like it, an unknown one too', async () => {
    const parsed = await read(sheet('Resultados clave', ['Código', 'Objetibo táctico', 'Resultado clave', 'Color'], ['OE1-OT1-R50', 'OE1-OT1', 'Uno', 'rojo']));
    expect(parsed.rows).toEqual([]);
    expect(parsed.sheetIssues).toMatchObject([
      { kind: 'missingColumn', column: 'Objetivo táctico', suggestion: 'Objetibo táctico', severity: 'error' }, { kind: 'unknownColumn', found: 'Color', severity: 'warning' }
    ]);
  });

  test('a sheet without headings, an empty one and one that explains', async () => {
    const parsed = await read(sheet('Resultados clave', ['a', 'b'], [1, 2]), sheet('Procesos', ['Código']), sheet('Instrucciones', ['x']));
    expect(parsed.sheetIssues.map(({ kind, sheet: name }) => [kind, name])).toEqual([['noHeadings', 'Resultados clave'], ['emptySheet', 'Procesos']]);
  });
});

describe('rows', () => {
  test.each([
    [{ 'Código': 'OE1-OT1' }, 'badCode'], [{ 'Código': 'OE1-OT2-R9' }, 'codeNotUnderParent'], [{ 'Objetivo táctico': 'OE1-OT99', 'Código': 'OE1-OT99-R1' }, 'unknownReference'],
    [{ Procesos: 'COP' }, 'unknownReference'], [{ 'Acumulación': 'Suma', 'Dirección': 'Reducir' }, 'sumNeedsIncrease'],
    [{ Inicio: '2023-01-01', Fin: '2022-01-01' }, 'endBeforeStart'], [{ 'Mide lo mismo que': 'OE1-OT1-R50' }, 'aliasOfItself'],
    [{ 'Mide lo mismo que': 'OE3-OT3-R1' }, 'aliasOfAlias'], [{ 'Resultado clave': '' }, 'empty']
  ])('%j is refused: %s', async (cells, kind) => {
    const entry = await keyResult(cells);
    expect([entry.kind, kinds(entry)]).toEqual(['refuse', expect.arrayContaining([kind])]);
  });

  test('two rows with one code: the second is refused and names the first', async () => {
    const parsed = await read(sheet('Resultados clave', HEADINGS, ['OE1-OT1-R50', 'OE1-OT1', 'Uno'], ['oe1-ot1-r50', 'OE1-OT1', 'Otro']));
    const { entries } = await preview(parsed.rows);
    expect(entries.map(({ kind }) => kind)).toEqual(['create', 'refuse']);
    expect(entries[1].issues[0]).toMatchObject({ kind: 'duplicateInFile', found: 'Resultados clave · 2' });
  });

  test('a ring of key results that stand for one another is refused', async () => {
    const parsed = await read(sheet('Resultados clave', ['Código', 'Objetivo táctico', 'Resultado clave', 'Mide lo mismo que'],
      ['OE1-OT1-R50', 'OE1-OT1', 'Uno', 'OE1-OT1-R51'], ['OE1-OT1-R51', 'OE1-OT1', 'Dos', 'OE1-OT1-R50']));
    expect((await preview(parsed.rows)).counts).toMatchObject({ refuse: 2, create: 0 });
  });

  test('a change tells what was and what will be; columns the file lacks stay', async () => {
    const existing = memory.data.keyResults.find(({ code }) => code === 'OE1-OT2-R5');
    const parsed = await read(sheet('Resultados clave', ['Código', 'Objetivo táctico', 'Resultado clave', 'Meta'], ['OE1-OT2-R5', 'OE1-OT2', existing?.title ?? '', 31]));
    const [entry] = (await preview(parsed.rows)).entries;
    expect(entry).toMatchObject({ kind: 'change', changes: [{ column: { name: 'Target' }, before: 30, after: 31 }] });
    expect(entry.changes).toHaveLength(1);
  });

  test('what hangs on a refused or unchosen row is not written', async () => {
    const parsed = await read(
      sheet('Objetivos tácticos', ['Código', 'Objetivo estratégico', 'Nombre'], ['OE1-OT77', 'OE1', 'Nuevo'], ['OE1-OT78', 'OE99', 'Sin padre']),
      sheet('Resultados clave', HEADINGS, ['OE1-OT77-R1', 'OE1-OT77', 'Uno'], ['OE1-OT78-R1', 'OE1-OT78', 'Dos'])
    );
    const shown = await preview(parsed.rows);
    expect(shown.entries.map(({ name, kind }) => [name, kind])).toEqual([
      ['OE1-OT77', 'create'], ['OE1-OT78', 'refuse'], ['OE1-OT77-R1', 'create'], ['OE1-OT78-R1', 'refuse']
    ]);
    const chosen = takeable(shown, new Set([shown.entries[2].id]));
    expect(chosen.take).toEqual([]);
    expect(chosen.left[0].issues).toContainEqual(expect.objectContaining({ kind: 'parentNotTaken' }));
  });

  test('check-ins go into open quarters only', async () => {
    const parsed = await read(sheet('Reportes de avance', ['Resultado clave', 'Proceso', 'Trimestre', 'Valor', 'Qué se hizo'],
      ['OE1-OT2-R5', 'coop', '2023 T3', '1,5', 'Algo'], ['OE1-OT2-R5', 'COOP', '2021-T1', 1, 'Antes'], ['OE1-OT2-R5', 'COOP', '2023-T9', 1, 'Nunca'], ['OE3-OT3-R1', 'COOP', '2023-T3', 1, 'Alias']));
    const { entries } = await preview(parsed.rows);
    expect(entries.map(entry => [entry.kind, kinds(entry).filter(kind => kind !== 'notResponsible')])).toEqual([
      ['create', ['onBehalf']], ['refuse', ['quarterClosed']], ['refuse', ['quarterUnknown']], ['refuse', ['aliasTakesNoReports']]
    ]);
  });
});

describe('Viva Goals', () => {
  const rows: Sheet['rows'][number][] = [
    ['Owner', 'TITLE', 'Type', 'Objective ID', 'Parent ID', 'Start Value', 'Target Value', 'Current Value', 'Metric name', 'Team', 'Last check-in date', 'Check-in note'],
    ['planeacion@aci.example', 'Internacionalizar la ciudad', 'Objective', '1', '', '', '', '', '', '', '', ''],
    ['', 'Atraer aliados', 'Objective', '2', '1', '', '', '', '', '', '', ''],
    ['coop@aci.example', 'Firmar convenios', 'Key Result', '3', '2', 0, 12, 7, 'convenios', '', '2023-09-30', 'Siete firmados'],
    ['x@y.z', 'Bajar los costos', 'Key Result', '4', '2', 10, 5, '', '%', 'COM', '', ''],
    ['', 'Hacer la página', 'Initiative', '5', '3', '', '', '', '', '', '', '']
  ];

  test('objectives become OE and OT, key results keep target, unit and process, check-ins go into their quarter', async () => {
    const site = await readSite(memory.planRows);
    const parsed = await readAnyWorkbook([sheet('OKRs', ...rows)], { plan: '2021-2023' }, site);
    expect(parsed.source).toBe('vivaGoals');
    expect(parsed.rows.map(({ list, values }) => [list, values.Code ?? values.Quarter ?? values.Title])).toEqual([
      ['StrategicObjectives', 'OE6'], ['TacticalObjectives', 'OE6-OT1'], ['KeyResults', 'OE6-OT1-R1'], ['KeyResults', 'OE6-OT1-R2'], ['KeyResults', 'Hacer la página'],
      ['CheckIns', '2023-T3']
    ]);
    expect(parsed.rows[2].values).toMatchObject({ Title: 'Firmar convenios', Target: 12, Baseline: 0, Unit: 'convenios', Processes: ['COOP'], Direction: 'Increase' });
    expect(parsed.rows[3].values).toMatchObject({ Direction: 'Decrease', Processes: ['COM'] });
    const shown = await makePreview(parsed.rows, site);
    expect(shown.counts).toEqual({ create: 5, change: 0, same: 0, refuse: 1 });
  });

  test('headings in Spanish are understood too', async () => {
    const site = await readSite(memory.planRows);
    const parsed = await readAnyWorkbook([sheet('hoja', ['Título', 'Tipo', 'Propietario', 'Objetivo principal', 'Valor de destino'], ['Crecer', 'Objetivo', '', '', ''], ['Más socios', 'Resultado clave', '', 'Crecer', '15'])], { plan: '2021-2023' }, site);
    expect(parsed.rows.map(({ list }) => list)).toEqual(['StrategicObjectives', 'TacticalObjectives', 'KeyResults']);
  });
});
