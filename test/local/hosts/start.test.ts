import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { needsBuild } from '../../../config/tasks/start';
import { runningClock } from '../../../sharepoint/local/hosts/running-clock';

jest.mock('../../../config/tasks/seed-local', () => ({ seedLocalSite: jest.fn() }), { virtual: true });

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
