/**
 * Tablero with this plan's 79 key results and with 2,000 and 20,000 check-ins of open quarters, in the browser: median time from a
 * workspace that has been read to the page that can be used (everything but the charts, laid out), and to its charts.
 * Goal: 2.5 times. `npx tsx test/bench/dashboard-scale.ts`
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { build, type Plugin } from 'esbuild';
import { compile } from 'sass-embedded';
import { BROWSER_ARGS, ensureBrowser } from '../../config/tasks/browser';
import { readTexts, TEXT_MODULES } from '../../config/tasks/loc';
import type { DashboardTimes } from './in-browser/dashboard-scale';

const KEY_RESULTS = 2000;
const CHECK_INS = 20000;
const REPEATS = 15;
const GOAL = 2.5;

/** Texts and style sheets as the product has them, without its build. */
const parts: Plugin = {
  name: 'parts',
  setup(bundler) {
    bundler.onResolve({ filter: /^\w+Strings$/ }, ({ path }) => ({ path, namespace: 'texts' }));
    bundler.onLoad({ filter: /.*/, namespace: 'texts' }, ({ path }) => {
      const module = TEXT_MODULES.find(({ name }) => name === path);
      const file = resolve('src', 'loc', module ? module.folder : '.', 'es-es.js');
      return { contents: `module.exports = ${JSON.stringify(readTexts(readFileSync(file, 'utf8'), file))}`, loader: 'js' };
    });
    bundler.onLoad({ filter: /\.scss$/ }, ({ path }) => ({ contents: compile(path).css, loader: path.endsWith('.module.scss') ? 'local-css' : 'css' }));
  }
};

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function middle(all: readonly DashboardTimes[]): DashboardTimes {
  return { usable: median(all.map(({ usable }) => usable)), charts: median(all.map(({ charts }) => charts)), elements: all[0].elements };
}

/** Median times of both sizes, and how many times longer the large one takes until it can be used. */
export async function dashboardScale(): Promise<{ small: DashboardTimes; large: DashboardTimes; ratio: number }> {
  const { outputFiles } = await build({
    entryPoints: [join('test', 'bench', 'in-browser', 'dashboard-scale.ts')], bundle: true, write: false, format: 'iife', target: 'es2020',
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' }, plugins: [parts], outdir: join('test', '.output'), logLevel: 'error'
  });
  const content = (kind: string): string => (outputFiles.find(({ path }) => path.endsWith(kind)) ?? outputFiles[0]).text;
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_ARGS });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'es-CO', timezoneId: 'America/Bogota' });
    await page.setContent('<!doctype html><html lang="es"><body></body></html>');
    await page.addStyleTag({ content: content('.css') });
    await page.addScriptTag({ content: content('.js') });
    const { small, large } = await page.evaluate(
      ([keyResults, checkIns, repeats]) => (window as unknown as {
        measureDashboard: (keyResults: number, checkIns: number, repeats: number) => Promise<{ small: DashboardTimes[]; large: DashboardTimes[] }>;
      }).measureDashboard(keyResults, checkIns, repeats),
      [KEY_RESULTS, CHECK_INS, REPEATS]
    );
    const [few, many] = [middle(small), middle(large)];
    return { small: few, large: many, ratio: many.usable / few.usable };
  } finally {
    await browser.close();
  }
}

if (require.main === module) {
  dashboardScale().then(({ small, large, ratio }) => {
    const line = (name: string, { usable, charts, elements }: DashboardTimes): string =>
      `${name.padEnd(36)} usable ${usable.toFixed(0)} ms, with charts ${charts.toFixed(0)} ms, ${elements} elements`;
    console.log(line('79 key results', small));
    console.log(line(`${KEY_RESULTS} key results, ${CHECK_INS} check-ins`, large));
    console.log(`${ratio.toFixed(2)} times; goal ${GOAL}: ${ratio <= GOAL ? 'met' : 'missed'}`);
  }, (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
