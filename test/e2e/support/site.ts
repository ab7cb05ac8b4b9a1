import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type FrameLocator, type Page } from '@playwright/test';
import { startHostedSite } from '../../../sharepoint/local/hosts/hosted-site';
import { runningClock } from '../../../sharepoint/local/hosts/running-clock';
import type { LocalSharePoint } from '../../../sharepoint/local/server';

/** Folder of the site that all tests start from. */
export const SEEDED = join('test', '.output', 'seeded-site');

/** Teams asks Microsoft's servers which hosts are valid and goes on without an answer; the runtime greets whoever opens the console. */
const EXPECTED_NOISE = /validDomains|ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED|%cWarning!|Button component has been deprecated|was preloaded using link preload/;

export interface Fixtures {
  /** A filled site of the test's own, with the built bundles. */
  site: LocalSharePoint;
  /** False for a test that starts from a site without lists. */
  filled: boolean;
  /** Errors and warnings of the browser's console that a test expects. */
  expectedNoise: RegExp | null;
}

export const test = base.extend<Fixtures>({
  filled: [true, { option: true }],
  expectedNoise: [null, { option: true }],
  site: async ({ filled }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'sigaci-okr-'));
    if (filled) cpSync(SEEDED, dataDir, { recursive: true });
    const site = await startHostedSite({ dataDir, release: 'release', clock: runningClock().now });
    await use(site);
    await site.close();
    rmSync(dataDir, { recursive: true, force: true });
  },
  page: async ({ page, expectedNoise }, use) => {
    const noise: string[] = [];
    page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') noise.push(message.text()); });
    page.on('pageerror', (error) => noise.push(String(error.stack)));
    await use(page);
    expect(noise.filter((text) => !EXPECTED_NOISE.test(text) && !(expectedNoise && expectedNoise.test(text)))).toEqual([]);
  }
});

/** Signs the browser in as one of the site's people: `coop`, `planeacion`, … */
export async function become(page: Page, site: LocalSharePoint, person: string): Promise<void> {
  await page.context().addCookies([{ name: 'local-user', value: person, url: site.origin }]);
}

/** Opens the Teams host as a person. @returns the tab's frame */
export async function openTeams(page: Page, site: LocalSharePoint, person: string, path = '/teams'): Promise<FrameLocator> {
  await become(page, site, person);
  await page.goto(site.origin + path);
  return page.frameLocator('iframe[name=embedded-page-container]');
}

/** Opens a SharePoint page as a person; Seguimiento's by default. */
export async function openPage(
  page: Page, site: LocalSharePoint, person: string, query = '', title: 'Seguimiento' | 'Tablero' | 'Mantenimiento' = 'Seguimiento'
): Promise<void> {
  await become(page, site, person);
  await page.goto(`${site.origin}/SitePages/${title}.aspx${query}`);
}

export { expect };
