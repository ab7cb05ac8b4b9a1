/**
 * `npm start`: builds what is out of date, starts the local site, fills it on its first run and says where to look.
 * `npm run site` (`--rest-only`): the site's REST interface alone, without a build, filled the same way.
 * PORT and SITE_DATA change the port (5180) and the folder of the site's data.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startHostedSite } from '../../sharepoint/local/hosts/hosted-site';
import { runningClock, SAMPLE_NOW } from '../../sharepoint/local/hosts/running-clock';
import { startLocalSharePoint } from '../../sharepoint/local/server';
import type { LocalSharePoint } from '../../sharepoint/local/server';
import { seedLocalSite } from './seed-local';

const ROOT = resolve(__dirname, '../..');
const RELEASE = join(ROOT, 'release');
/** Touched after a build: the build itself leaves files alone whose content is the same. */
const BUILT = '.built';

/** Time of the newest file under `path`, in milliseconds; 0 where there is none. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** True when there is no build, or when a source is newer than it. @param root the project's folder */
export function needsBuild(root = ROOT): boolean {
  const release = join(root, 'release');
  const manifests = join(release, 'manifests');
  if (!existsSync(manifests) || readdirSync(manifests).length === 0) return true;
  const sources = ['src', 'config/config.json', 'config/sass.json', 'config/typescript.json', 'tsconfig.json', 'package-lock.json'];
  return Math.max(...sources.map((source) => newest(join(root, source)))) > newest(release);
}

/** @throws Error when the build fails */
async function build(): Promise<void> {
  const heft = join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'heft.cmd' : 'heft');
  const child = spawn(heft, ['build', '--production'], { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  const code = await new Promise<number | null>((done, failed) => {
    child.once('error', failed);
    child.once('close', done);
  });
  if (code !== 0) throw new Error('The build failed; see above.');
  writeFileSync(join(RELEASE, BUILT), '');
}

/** When something in the site was last written, so that a restarted clock does not run behind its own data. */
async function lastWrite(origin: string): Promise<number> {
  const answer = await fetch(`${origin}/_api/web/lists?$select=LastItemModifiedDate`, { headers: { accept: 'application/json;odata=nometadata' } });
  const { value } = (await answer.json()) as { value: readonly { LastItemModifiedDate: string }[] };
  return Math.max(SAMPLE_NOW, ...value.map((list) => Date.parse(list.LastItemModifiedDate)).filter((time) => !Number.isNaN(time)));
}

/** Fills the site unless that has been done; what was begun is finished. */
async function fill(origin: string, dataDir: string, now: () => Date): Promise<void> {
  const filled = join(dataDir, 'filled');
  if (existsSync(filled)) return;
  console.log('Preparing the lists and the sample data (first run, about a minute)…');
  await seedLocalSite({ origin, now, log: (line) => console.log(`  ${line}`) });
  writeFileSync(filled, new Date().toISOString());
}

function addresses(origin: string, restOnly: boolean): string {
  const as = (user: string, to: string): string => `${origin}/_hosts/person?${new URLSearchParams({ user, to }).toString()}`;
  const rows = restOnly
    ? [['REST interface', `${origin}/_api/web`]]
    : [
        ['Start page', `${origin}/`],
        ['Staff of a process, in Teams', as('coop', '/teams')],
        ['Leaders, on a SharePoint page', as('direccion', '/SitePages/Tablero.aspx')],
        ['Planners, in the lists', as('planeacion', '/_layouts/15/viewlsts.aspx')],
        ['Planners, maintenance page', as('planeacion', '/SitePages/Mantenimiento.aspx')]
      ];
  return rows.map(([what, where]) => `  ${(what ?? '').padEnd(32)}${where}`).join('\n');
}

/** Ends the process once the site is closed, on Ctrl+C or when told to stop. */
function closeOnSignal(site: LocalSharePoint): void {
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) process.exit(1);
      closing = true;
      site.close().then(() => process.exit(0), (error: unknown) => { console.error(error); process.exit(1); });
    });
  }
}

function portFrom(text: string | undefined): number {
  const port = Number(text ?? 5180);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT is ${text}, which is no port.`);
  return port;
}

async function main(): Promise<void> {
  const restOnly = process.argv.includes('--rest-only');
  const port = portFrom(process.env.PORT);
  const dataDir = resolve(process.env.SITE_DATA ?? join(ROOT, 'sharepoint/local/.data'));
  mkdirSync(dataDir, { recursive: true });
  const clock = runningClock();
  const options = { dataDir, port, clock: clock.now };
  const site = await (restOnly ? startLocalSharePoint(options) : startHostedSite({ ...options, release: RELEASE }));
  closeOnSignal(site);
  // After the site is up: a taken port is said at once, not after a build.
  if (!restOnly && needsBuild()) await build();
  clock.putForward(await lastWrite(site.origin));
  await fill(site.origin, dataDir, clock.now);
  console.log(`\nSIGACI OKR, on this machine alone. Ctrl+C closes it.\n${addresses(site.origin, restOnly)}\n`);
}

function explain(error: unknown): string {
  const { code, port, message } = error as { code?: string; port?: number; message?: string };
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Close what uses it, or choose another: PORT=5190 npm start`;
  if (code === 'EACCES') return `Port ${port} needs more rights than this user has. Choose one above 1023: PORT=5190 npm start`;
  return message ?? String(error);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(explain(error));
    process.exit(1);
  });
}
