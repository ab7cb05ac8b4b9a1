/** `npm run picture`: the pictures of the README, taken on a freshly filled site: a process's Teams tab, the leaders' dashboard, the planners' page. */
import { mkdtempSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { BROWSER_ARGS, ensureBrowser } from '../../../config/tasks/browser';
import { needsBuild } from '../../../config/tasks/start';
import { startHostedSite } from '../../../sharepoint/local/hosts/hosted-site';
import { runningClock } from '../../../sharepoint/local/hosts/running-clock';

/** A page as one of the site's people sees it, saved once `ready` has come. */
async function picture(browser: Browser, origin: string, person: string, path: string, name: string, ready: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'es-CO', timezoneId: 'America/Bogota' });
  await context.addCookies([{ name: 'local-user', value: person, url: origin }]);
  const page = await context.newPage();
  await page.goto(`${origin}${path}`);
  await ready(page);
  await page.screenshot({ path: join('test', 'e2e', 'pictures', `${name}.png`) });
  await context.close();
}

async function take(): Promise<void> {
  const bin = (name: string): string => join('node_modules', '.bin', name);
  if (needsBuild()) spawnSync(bin('gulp'), ['bundle'], { stdio: 'inherit' });
  const dataDir = mkdtempSync(join(tmpdir(), 'sigaci-okr-'));
  if (spawnSync(bin('tsx'), ['test/support/make-seeded-site.ts', dataDir], { stdio: 'inherit' }).status !== 0) throw new Error('The site could not be filled.');
  const site = await startHostedSite({ dataDir, release: 'release', clock: runningClock().now });
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_ARGS });
  try {
    await picture(browser, site.origin, 'coop', '/teams', 'teams-tab', async page => {
      await page.frameLocator('iframe[name=embedded-page-container]').getByRole('article').first().waitFor();
    });
    await picture(browser, site.origin, 'direccion', '/SitePages/Tablero.aspx', 'dashboard', async page => {
      await page.getByRole('heading', { level: 2, name: /El plan va en/ }).waitFor();
    });
    await picture(browser, site.origin, 'planeacion', '/SitePages/Mantenimiento.aspx', 'maintenance', async page => {
      await page.getByRole('heading', { level: 2, name: 'Reportes por revisar' }).waitFor();
    });
  } finally {
    await browser.close();
    await site.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

take().catch((error: unknown) => { console.error(error); process.exit(1); });
