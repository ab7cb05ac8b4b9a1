/**
 * Timings of the embedded SharePoint: `npx tsx test/bench/local-speed.ts [rows]`.
 * Prints, a line each, the time 5,000 inserts take and medians of whole requests (as the server's own log measured them), with the
 * goal, the part of it that was needed, and whether it was met. Ends with 1 where a goal was missed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalSharePoint } from '../../sharepoint/local/server';
import type { LocalSharePoint } from '../../sharepoint/local/server';

const ROWS = Number(process.argv[2] ?? 20000);
const BATCH = 100;
const REPEATS = 60;

async function call(site: LocalSharePoint, path: string, method = 'GET', body?: string, type = 'application/json'): Promise<string> {
  const response = await fetch(`${site.origin}/_api/${path}`, {
    method,
    headers: {
      Accept: 'application/json;odata=nometadata', 'Content-Type': type, 'X-Local-User': 'planeacion',
      'X-RequestDigest': site.pageContextFor(site.people[0]).formDigestValue
    },
    ...(body === undefined ? {} : { body })
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${response.status} ${text.slice(0, 300)}`);
  }
  return text;
}

async function fill(site: LocalSharePoint, list: string, rows: number): Promise<number> {
  const from = performance.now();
  for (let start = 0; start < rows; start += BATCH) {
    const parts = Array.from({ length: BATCH }, (_, i) => [
      '--c', 'Content-Type: application/http', 'Content-Transfer-Encoding: binary', '',
        `POST ${site.origin}/_api/web/getList('/Lists/${list}')/items HTTP/1.1`,
      'Accept: application/json;odata=nometadata', 'Content-Type: application/json', '',
      JSON.stringify({ Title: `fila ${start + i}`, Quarter: `2021-T${(start + i) % 200}`, Value: start + i,
        Narrative: 'Convenio firmado con la contraparte.' }), ''
    ].join('\n'));
    const body = ['--b', 'Content-Type: multipart/mixed; boundary="c"', '', ...parts, '--c--', '', '--b--', ''].join('\n');
    await call(site, '$batch', 'POST', body, 'multipart/mixed; boundary=b');
  }
  return performance.now() - from;
}

async function median(site: LocalSharePoint, path: string): Promise<number> {
  site.requests.clear();
  for (let i = 0; i < REPEATS; i += 1) {
    await call(site, path);
  }
  const times = site.requests.list().map((one) => one.milliseconds).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)];
}

let missed = 0;

/** One figure beside its goal. */
function report(what: string, value: number, goal: number, unit: 'ms' | 's'): void {
  const met = value < goal;
  missed += met ? 0 : 1;
  const digits = unit === 's' || value >= 100 ? 1 : 2;
  const part = Math.round((value / goal) * 100);
  console.log(`${met ? 'PASS' : 'FAIL'}  ${what}: ${value.toFixed(digits)} ${unit}, goal under ${goal} ${unit}, ${part} % of it`);
}

async function main(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'local-speed-'));
  const site = await startLocalSharePoint({ dataDir: dir });
  for (const list of ['Bench', 'Inserts']) {
    await call(site, 'web/lists', 'POST', JSON.stringify({ Title: list, BaseTemplate: 100, EnableVersioning: true }));
    for (const xml of ['<Field Type="Text" DisplayName="Quarter" Indexed="TRUE" />', '<Field Type="Number" DisplayName="Value" />',
      '<Field Type="Note" DisplayName="Narrative" />']) {
      await call(site, `web/getList('/Lists/${list}')/fields/createfieldasxml`, 'POST', JSON.stringify({ parameters: { SchemaXml: xml } }));
    }
  }
  report(`5,000 inserts by $batch of ${BATCH}`, (await fill(site, 'Inserts', 5000)) / 1000, 20, 's');
  await fill(site, 'Bench', ROWS);
  const items = "web/getList('/Lists/Bench')/items";
  const cases: [string, string][] = [
    ['filter on an indexed column, page of 100', `${items}?$filter=Quarter eq '2021-T7'&$top=100`],
    ['the same with $select', `${items}?$select=Id,Title,Quarter,Value&$filter=Quarter eq '2021-T7'&$top=100`],
    ['page of 100 by Id', `${items}?$top=100&$skiptoken=Paged%3DTRUE%26p_ID%3D${Math.floor(ROWS / 2)}`],
    ['one item', `${items}(${Math.floor(ROWS / 2)})`]
  ];
  for (const [what, path] of cases) {
    report(`${what}, of ${ROWS.toLocaleString('en')} rows, median of ${REPEATS}`, await median(site, path), 10, 'ms');
  }
  await site.close();
  rmSync(dir, { recursive: true, force: true });
  console.log(missed === 0 ? 'All goals met.' : `${missed} goals missed.`);
  process.exitCode = missed === 0 ? 0 : 1;
}

void main();
