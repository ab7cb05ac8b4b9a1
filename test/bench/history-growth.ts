/**
 * What a first screen reads with little and with much history behind it: requests, bytes and median time of `readWorkspace`, over HTTP
 * to the embedded site, with 1,000 and with 20,000 check-ins of closed quarters. `npx tsx test/bench/history-growth.ts [few] [many]`
 */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { runningClock } from '../../sharepoint/local/hosts/running-clock';
import { startLocalSharePoint, type LocalSharePoint } from '../../sharepoint/local/server';
import { connectAs } from '../../src/sharepoint/connect-as';
import { planReader } from '../../src/sharepoint/plan-reader';

const BATCH = 100;
const REPEATS = 15;
const CLOSED = ['2021-T1', '2021-T2', '2021-T3', '2021-T4', '2022-T1', '2022-T2', '2022-T3', '2022-T4', '2023-T1', '2023-T2'];

export interface Reading {
  rows: number;
  requests: number;
  bytes: number;
  milliseconds: number;
}

/** Headers with which the planner writes. */
function plannerHeaders(site: LocalSharePoint): Record<string, string> {
  const planner = site.people.find((person) => person.shortName === 'planeacion');
  if (!planner) throw new Error('no planner');
  return { 'x-local-user': planner.shortName, 'x-requestdigest': site.pageContextFor(planner).formDigestValue };
}

async function add(site: LocalSharePoint, rows: number, from: number): Promise<void> {
  for (let start = 0; start < rows; start += BATCH) {
    const parts = Array.from({ length: Math.min(BATCH, rows - start) }, (_, i) => {
      const n = from + start + i;
      const row = { Title: `Historia ${n}`, KeyResultId: 1 + (n % 79), ProcessId: 1 + (n % 7), Quarter: CLOSED[n % CLOSED.length], Value: 0, Confidence: 'Alta',
        Narrative: 'Reporte de un trimestre cerrado.', ReportedOn: '2022-01-05T15:00:00Z', ClientKey: `history-${n}` };
      return ['--c', 'Content-Type: application/http', 'Content-Transfer-Encoding: binary', '', `POST ${site.origin}/_api/web/getList('/Lists/CheckIns')/items HTTP/1.1`,
        'Accept: application/json;odata=nometadata', 'Content-Type: application/json', '', JSON.stringify(row), ''].join('\n');
    });
    const body = ['--b', 'Content-Type: multipart/mixed; boundary="c"', '', ...parts, '--c--', '', '--b--', ''].join('\n');
    const response = await fetch(`${site.origin}/_api/$batch`, {
      method: 'POST', body, headers: { 'content-type': 'multipart/mixed; boundary=b', ...plannerHeaders(site) }
    });
    const text = await response.text();
    const refused = /HTTP\/1\.1 [45]\d\d[\s\S]{0,400}/.exec(text);
    if (!response.ok || refused) throw new Error(refused ? refused[0] : text.slice(0, 400));
  }
}

/** History was written before its quarters were closed: the list's formula, which refuses closed quarters, is lifted meanwhile. */
async function reopenList(site: LocalSharePoint): Promise<void> {
  const response = await fetch(`${site.origin}/_api/web/getList('/Lists/CheckIns')`, {
    method: 'POST',
    body: JSON.stringify({ ValidationFormula: '', ValidationMessage: '' }),
    headers: {
      accept: 'application/json;odata=nometadata', 'content-type': 'application/json', 'x-http-method': 'MERGE', 'if-match': '*',
      ...plannerHeaders(site)
    }
  });
  if (!response.ok) throw new Error(await response.text());
}

async function read(site: LocalSharePoint, rows: number, now: Date): Promise<Reading> {
  const reader = planReader(connectAs(site.origin, 'coop'));
  await reader.readWorkspace(now); // brings the digest and warms the caches
  const times: number[] = [];
  let reading = { requests: 0, bytes: 0 };
  for (let i = 0; i < REPEATS; i += 1) {
    site.requests.clear();
    const started = performance.now();
    await reader.readWorkspace(now);
    times.push(performance.now() - started);
    const made = site.requests.list();
    reading = { requests: made.length, bytes: made.reduce((sum, request) => sum + request.bytes, 0) };
  }
  times.sort((a, b) => a - b);
  return { rows, ...reading, milliseconds: times[Math.floor(times.length / 2)] as number };
}

/** @param seeded folder of a filled site, copied @returns one reading per size */
export async function historyGrowth(seeded: string, sizes: readonly [number, number]): Promise<[Reading, Reading]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sigaci-okr-bench-'));
  cpSync(seeded, dataDir, { recursive: true });
  const clock = runningClock();
  const site = await startLocalSharePoint({ dataDir, clock: clock.now });
  try {
    await reopenList(site);
    await add(site, sizes[0], 0);
    const few = await read(site, sizes[0], clock.now());
    await add(site, sizes[1] - sizes[0], sizes[0]);
    return [few, await read(site, sizes[1], clock.now())];
  } finally {
    await site.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The folder of a filled site, made when it is not there. */
export function seededSite(): string {
  const folder = join('test', '.output', 'seeded-site');
  if (!existsSync(folder)) {
    const made = spawnSync(join('node_modules', '.bin', 'tsx'), ['test/support/make-seeded-site.ts', folder], { stdio: 'inherit' });
    if (made.status !== 0) throw new Error('The site could not be filled.');
  }
  return folder;
}

if (require.main === module) {
  const [few = 1000, many = 20000] = process.argv.slice(2).map(Number);
  historyGrowth(seededSite(), [few, many]).then(([small, large]) => {
    for (const { rows, requests, bytes, milliseconds } of [small, large]) {
      console.log(`${String(rows).padStart(6)} check-ins in history: ${requests} request(s), ${(bytes / 1000).toFixed(1)} kB, ${milliseconds.toFixed(0)} ms (median)`);
    }
    console.log(`bytes × ${(large.bytes / small.bytes).toFixed(3)}, requests × ${(large.requests / small.requests).toFixed(2)}`);
  }, (error: unknown) => { console.error(error); process.exit(1); });
}
