/** `npm run picture`: the picture at the top of the README, taken of the Teams tab of a person of COOP on a freshly filled site. */
import { mkdtempSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { BROWSER_ARGS, ensureBrowser } from '../../../config/tasks/browser';
import { needsBuild } from '../../../config/tasks/start';
import { startHostedSite } from '../../../sharepoint/local/hosts/hosted-site';
import { runningClock } from '../../../sharepoint/local/hosts/running-clock';

async function take(): Promise<void> {
  const bin = (name: string): string => join('node_modules', '.bin', name);
  if (needsBuild()) spawnSync(bin('gulp'), ['bundle'], { stdio: 'inherit' });
  const dataDir = mkdtempSync(join(tmpdir(), 'sigaci-okr-'));
  if (spawnSync(bin('tsx'), ['test/support/make-seeded-site.ts', dataDir], { stdio: 'inherit' }).status !== 0) throw new Error('The site could not be filled.');
  const site = await startHostedSite({ dataDir, release: 'release', clock: runningClock().now });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_ARGS });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'es-CO', timezoneId: 'America/Bogota' });
    await context.addCookies([{ name: 'local-user', value: 'coop', url: site.origin }]);
    const page = await context.newPage();
    await page.goto(`${site.origin}/teams`);
    await page.frameLocator('iframe[name=embedded-page-container]').getByRole('article').first().waitFor();
    await page.screenshot({ path: join('test', 'e2e', 'pictures', 'teams-tab.png') });
  } finally {
    await browser.close();
    await site.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

take().catch((error: unknown) => { console.error(error); process.exit(1); });
