import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { SEEDED } from './site';

/** Fills one site through the product's own set-up; the tests work on copies of it. */
export default function seedOnce(): void {
  rmSync(SEEDED, { recursive: true, force: true });
  const tsx = join('node_modules', '.bin', process.platform === 'win32' ? 'tsx.cmd' : 'tsx');
  // A process of its own: Playwright's loader cannot load PnPjs, which is published as ES modules only.
  const result = spawnSync(tsx, ['test/support/make-seeded-site.ts', SEEDED], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) throw new Error('The site for the tests could not be filled; see above.');
}
