/**
 * How long a large import takes in the browser's own thread: `npx tsx test/bench/import.ts [rows]`.
 * Writes a workbook of 10,000 key results, reads it, compares it with a site of as many rows, and prints how long each step takes and the
 * longest time the page would not have answered. Ends with 1 where that is more than half a second.
 */
import { exportSheets, makePreview, readWorkbook, type Sheet, sheetColumns, type SiteRows, type StoredRow, tableOf } from '../../src/application/import';
import { readXlsx } from '../../src/ui/workbook/read-xlsx';
import { writeXlsx } from '../../src/ui/workbook/write-xlsx';

const ROWS = Number(process.argv[2] ?? 10000);
/** Milliseconds. */
const LONGEST_STALL = 500;

let last = performance.now();
let stall = 0;
/** As in the page: a turn of the event loop; what passed since the last one kept the page from answering. */
async function breathe(): Promise<void> {
  stall = Math.max(stall, performance.now() - last);
  await new Promise(resolve => { setTimeout(resolve, 0); });
  last = performance.now();
}

async function timed<T>(name: string, run: () => Promise<T> | T): Promise<T> {
  [last, stall] = [performance.now(), 0];
  const start = last;
  const result = await run();
  stall = Math.max(stall, performance.now() - last);
  console.log(`${name.padEnd(28)} ${String(Math.round(performance.now() - start)).padStart(6)} ms, longest stall ${Math.round(stall)} ms`);
  return result;
}

function storedRow(list: StoredRow['list'], id: number, key: string, values: StoredRow['values']): StoredRow {
  return { list, id, etag: '"1"', key, values, version: '1.0', author: '' };
}

function site(): SiteRows {
  const plan = '2021-2023';
  const rows = Array.from({ length: ROWS }, (_, index) => storedRow('KeyResults', index + 1, `${plan}/OE1-OT1-R${index + 1}`, {
    Code: `OE1-OT1-R${index + 1}`, Key0: `${plan}/OE1-OT1-R${index + 1}`, TacticalObjective: `${plan}/OE1-OT1`, Title: `Resultado ${index} con un texto de largo corriente`,
    Processes: ['COOP'], Direction: 'Increase', Accumulation: 'Sum', Unit: 'unidades', Baseline: 0, Target: index, CriticalLimit: null, Stages: '', Scale: '',
    StartDate: '2021-01-01', EndDate: '2023-12-31', Weight: 1, SameMeasureAs: '', Indicator: '', Topics: [], SourceNote: '', Active: true
  }));
  return new Map([
    ['Plans', [storedRow('Plans', 1, plan, { Code: plan, Title: 'Plan', StartDate: '2021-01-01', EndDate: '2023-12-31' })]],
    ['Processes', [storedRow('Processes', 1, 'COOP', { Title: 'COOP' })]],
    ['StrategicObjectives', [storedRow('StrategicObjectives', 1, `${plan}/OE1`, { Plan: plan, Code: 'OE1', Title: 'Uno' })]],
    ['TacticalObjectives', [storedRow('TacticalObjectives', 1, `${plan}/OE1-OT1`, { StrategicObjective: `${plan}/OE1`, Code: 'OE1-OT1', Title: 'Uno' })]],
    ['KeyResults', rows]
  ]);
}

async function main(): Promise<void> {
  const rows = site();
  const bytes = await timed(`write ${ROWS} rows`, () => writeXlsx(exportSheets(rows, []), breathe));
  const writeStall = stall;
  const sheets = await timed(`read ${Math.round(bytes.length / 1024)} kB`, () => readXlsx(bytes, breathe));
  const readStall = stall;
  const parsed = await timed(`understand ${ROWS} rows`, () => readWorkbook(sheets, { plan: '2021-2023', breathe }));
  const parseStall = stall;
  const preview = await timed('compare with the site', () => makePreview(parsed.rows, rows, breathe));
  console.log(`${preview.counts.same} rows as they are`);
  if (preview.counts.same < ROWS) process.exitCode = 1;
  const wrong: Sheet = {
    name: 'Resultados clave', formulas: 0, merged: 0,
    rows: [sheetColumns(tableOf('KeyResults')).map(({ header }) => header), ...sheets.filter(({ name }) => name === 'Resultados clave')[0].rows.slice(1)
      .map(cells => cells.map((cell, index) => (index === 2 ? `OE9-OT${cells.length}` : cell)))]
  };
  const refused = await readWorkbook([wrong], { plan: '2021-2023', breathe });
  const second = await timed('compare rows that are wrong', () => makePreview(refused.rows, rows, breathe));
  console.log(`${second.counts.refuse} rows refused`);
  if (Math.max(writeStall, readStall, parseStall) > LONGEST_STALL) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
