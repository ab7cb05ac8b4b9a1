import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from '../../config/tasks/browser';

/** Browser tests over the built bundles. Each test gets a site of its own: a copy of one seeded in the global set-up. */
export default defineConfig({
  testDir: '.',
  outputDir: '../.output/e2e',
  globalSetup: './support/seed-once.ts',
  // Two cores: one for the browser, one for the site.
  workers: 1,
  // A busy build machine can let a page time out; a test that needs its second try is named in the output.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    locale: 'es-CO',
    timezoneId: 'America/Bogota',
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: { executablePath: process.env.CHROME_PATH ?? findBrowser(), args: BROWSER_ARGS }
  }
});
