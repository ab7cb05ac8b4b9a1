import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { needsBuild } from '../../../config/tasks/start';
import { runningClock } from '../../../sharepoint/local/hosts/running-clock';

// Filling the site is the seed's own test; here it is only whether it is asked for.
jest.mock('../../../config/tasks/seed-local', () => ({ seedLocalSite: jest.fn() }));

let root: string;
beforeEach(() => { root = mkdtempSync(join(tmpdir(), 'project-')); });
afterEach(() => rmSync(root, { recursive: true }));

/** Writes a file as if at `seconds` after some day. */
function file(path: string, seconds: number): void {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, '');
  utimesSync(full, 1_700_000_000 + seconds, 1_700_000_000 + seconds);
}

describe('a build is needed', () => {
  it('where there is none', () => {
    file('src/a.ts', 1);
    expect(needsBuild(root)).toBe(true);
    mkdirSync(join(root, 'release/manifests'), { recursive: true });
    expect(needsBuild(root)).toBe(true);
  });

  it('once a source is newer, however deep', () => {
    file('src/ui/features/a.ts', 1);
    file('config/config.json', 1);
    file('release/manifests/x.manifest.json', 2);
    expect(needsBuild(root)).toBe(false);
    file('src/ui/features/b/c.scss', 3);
    expect(needsBuild(root)).toBe(true);
    file('release/.built', 4);
    expect(needsBuild(root)).toBe(false);
    file('config/config.json', 5);
    expect(needsBuild(root)).toBe(true);
  });
});

describe('the site’s clock', () => {
  it('runs on, and goes forward but never back', () => {
    const start = Date.parse('2023-10-05T15:42:00Z');
    const { now, putForward } = runningClock(start);
    expect(now().getTime() - start).toBeLessThan(5000);
    putForward(start - 86_400_000);
    expect(now().getTime()).toBeGreaterThanOrEqual(start);
    putForward(start + 3_600_000);
    const age = now().getTime() - start - 3_600_000;
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(5000);
  });
});

describe('npm run site', () => {
  const project = resolve(__dirname, '../../..');
  const children: ChildProcess[] = [];
  afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')));

  /** Runs it on a site that is filled already; resolves at its end, or with what it printed once `until` was in it. */
  function run(port: number, until?: string): Promise<{ code: number | null; output: string; child: ChildProcess }> {
    writeFileSync(join(root, 'filled'), '');
    const child = spawn(process.execPath, [join(project, 'node_modules/tsx/dist/cli.mjs'), 'config/tasks/start.ts', '--rest-only'], {
      cwd: project, env: { ...process.env, PORT: String(port), SITE_DATA: root }
    });
    children.push(child);
    return new Promise((done) => {
      let output = '';
      const hear = (text: Buffer): void => {
        output += text.toString();
        if (until && output.includes(until)) done({ code: null, output, child });
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.on('close', (code) => done({ code, output, child }));
    });
  }

  it('serves REST alone, says where, and closes on Ctrl+C', async () => {
    const { output, child } = await run(0, '/_api/web');
    const origin = /http:\/\/localhost:\d+/.exec(output)?.[0] ?? '';
    expect((await fetch(`${origin}/_api/web/title`, { headers: { accept: 'application/json;odata=nometadata' } })).status).toBe(200);
    expect((await fetch(`${origin}/teams`)).status).toBe(404);
    expect(output).not.toContain('Preparing');
    const ended = new Promise((done) => { child.once('close', done); });
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    await expect(fetch(`${origin}/_api/web`)).rejects.toThrow();
  }, 60_000);

  it('says plainly that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => { other.once('listening', listening); });
    const { port } = other.address() as AddressInfo;
    const { code, output } = await run(port);
    other.close();
    expect(code).toBe(1);
    expect(output.trim()).toBe(`Port ${port} is taken. Close what uses it, or choose another: PORT=5190 npm start`);
  }, 60_000);

  it('says that a port is none', async () => {
    const { code, output } = await run(70_000);
    expect([code, output.trim()]).toEqual([1, 'PORT is 70000, which is no port.']);
  }, 60_000);
});
