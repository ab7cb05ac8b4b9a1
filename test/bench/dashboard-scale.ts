/**
 * Tablero with this plan's 79 key results and with 2,000 and 20,000 check-ins of open quarters: median time from a workspace that has been
 * read to the page that can be used (board and sections), and to the charts below, in jsdom. Goal: 2.5 times. `npx tsx test/bench/dashboard-scale.ts`
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { JSDOM } from 'jsdom';
import { readTexts } from '../../config/tasks/loc';
import type { Workspace } from '../../src/application';
import type { CheckIn, Cutoff, KeyResult } from '../../src/domain';
import { inMemoryServices, SAMPLE_NOW } from '../support/in-memory-services';

const KEY_RESULTS = 2000;
const CHECK_INS = 20000;
const REPEATS = 9;
const GOAL = 2.5;

/** Milliseconds: of the board alone, until everything but the charts can be used, and until the charts are drawn too. */
interface Measure {
  readonly board: number;
  readonly usable: number;
  readonly charts: number;
  readonly nodes: number;
}

/** The plan grown to many key results: copies of its own, in its own objectives, with check-ins spread over the open quarters. */
function grown(workspace: Workspace): Workspace {
  const keyResults: KeyResult[] = [];
  const cutoffs: Cutoff[] = [];
  const own = new Map(workspace.cutoffs.map(cutoff => [cutoff.keyResult, cutoff]));
  for (let n = 0; n < KEY_RESULTS; n++) {
    const original = workspace.keyResults[n % workspace.keyResults.length];
    const round = Math.floor(n / workspace.keyResults.length);
    const code = round === 0 ? original.code : `${original.code}x${round}`;
    keyResults.push({ ...original, id: n + 1, code, key: `${workspace.plan.code}/${code}`, order: n, sameMeasureAs: round === 0 ? original.sameMeasureAs : null });
    const cutoff = own.get(original.code);
    if (cutoff) cutoffs.push({ ...cutoff, id: n + 1, keyResult: code });
  }
  const reporting = keyResults.filter(({ sameMeasureAs }) => sameMeasureAs === null);
  const checkIns: CheckIn[] = [];
  for (let n = 0; n < CHECK_INS; n++) {
    const keyResult = reporting[n % reporting.length];
    const from = workspace.checkIns[n % workspace.checkIns.length];
    checkIns.push({ ...from, id: n + 1, keyResult: keyResult.code, process: keyResult.processes[0] || null, clientKey: `scale-${n}` });
  }
  return { ...workspace, keyResults, cutoffs, checkIns };
}

/** Texts and class names as the product has them, without a build. */
const parts: Plugin = {
  name: 'parts',
  setup(bundler) {
    bundler.onResolve({ filter: /^(Sigaci|Tablero)Strings$/ }, ({ path }) => ({ path, namespace: 'texts' }));
    bundler.onLoad({ filter: /.*/, namespace: 'texts' }, ({ path }) => {
      const file = resolve('src', 'loc', path === 'TableroStrings' ? 'tablero' : '', 'es-es.js');
      return { contents: `module.exports = ${JSON.stringify(readTexts(readFileSync(file, 'utf8'), file))}`, loader: 'js' };
    });
    bundler.onLoad({ filter: /\.scss$/ }, () => ({ contents: 'export default new Proxy({}, { get: (_, name) => String(name) })', loader: 'js' }));
  }
};

const ENTRY = `
  import * as React from 'react';
  import * as ReactDom from 'react-dom';
  import { makeBoard } from './src/application/board';
  import { DashboardPage } from './src/ui/features/dashboard/dashboard-page';
  import { SHOW_ALL } from './src/ui/features/dashboard/options';
  import { FrameContext } from './src/ui/frame/frame-context';
  import { RouterProvider } from './src/ui/routing';
  import { ServicesProvider } from './src/ui/services';
  import { WorkspaceContext } from './src/ui/data/use-workspace';
  const host = { kind: 'sharepoint', shareLink: () => 'https://aci.example', openInBrowser: () => undefined };
  window.measure = async (workspace, now, services) => {
    const element = document.body.appendChild(document.createElement('div'));
    const started = performance.now();
    const board = makeBoard(workspace, now);
    const boardDone = performance.now();
    const state = { board, refreshing: false, slow: false, error: null, retryAt: null, offline: false, refresh: async () => undefined, replace: () => undefined };
    const frame = { home: { page: 'dashboard', label: '' }, say: () => undefined };
    const page = React.createElement(DashboardPage, { board, quarter: null, options: SHOW_ALL });
    const h = React.createElement;
    ReactDom.render(
      h(ServicesProvider, { services, host }, h(RouterProvider, { initialRoute: null, home: 'dashboard', plan: { current: workspace.plan.code }, root: { current: element } },
        h(WorkspaceContext.Provider, { value: state }, h(FrameContext.Provider, { value: frame }, page)))),
      element
    );
    const usable = performance.now();
    while (element.querySelectorAll('figure').length < 5) {
      if (performance.now() - started > 60000) throw new Error('the charts never came');
      await new Promise(resolve => setTimeout(resolve, 0));
    }
    const done = performance.now();
    const nodes = element.querySelectorAll('*').length;
    ReactDom.unmountComponentAtNode(element);
    element.remove();
    return { board: boardDone - started, usable: usable - started, charts: done - started, nodes };
  };`;

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

export async function dashboardScale(): Promise<{ small: Measure; large: Measure; ratio: number }> {
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: process.cwd(), loader: 'tsx' }, bundle: true, write: false, format: 'iife', platform: 'browser', target: 'es2020',
    define: { 'process.env.NODE_ENV': '"production"', global: 'window' }, plugins: [parts], outdir: join('test', '.output'), logLevel: 'error'
  });
  const dom = new JSDOM('<!doctype html><body></body>', { url: 'http://localhost/', runScripts: 'outside-only', pretendToBeVisual: true });
  dom.window.eval('window.ResizeObserver = class { observe() {} disconnect() {} };');
  dom.window.eval(outputFiles[0].text);
  const services = inMemoryServices({ user: 'direccion' });
  const workspace = await services.plan.readWorkspace(SAMPLE_NOW, undefined, 'dashboard');
  const measure = (dom.window as unknown as { measure: (w: Workspace, now: Date, s: unknown) => Promise<Measure> }).measure;
  const large = grown(workspace);
  const runs: { small: Measure[]; large: Measure[] } = { small: [], large: [] };
  // By turns, so that a busy moment of the machine weighs on both; the first turn compiles.
  for (let run = 0; run <= REPEATS; run++) {
    const turn = { small: await measure(workspace, SAMPLE_NOW, services), large: await measure(large, SAMPLE_NOW, services) };
    if (run === 0) continue;
    runs.small.push(turn.small);
    runs.large.push(turn.large);
  }
  const middle = (all: Measure[]): Measure => ({
    board: median(all.map(({ board }) => board)),
    usable: median(all.map(({ usable }) => usable)),
    charts: median(all.map(({ charts }) => charts)),
    nodes: all[0].nodes
  });
  const [few, many] = [middle(runs.small), middle(runs.large)];
  dom.window.close();
  return { small: few, large: many, ratio: many.usable / few.usable };
}

if (require.main === module) {
  dashboardScale().then(({ small, large, ratio }) => {
    const line = (name: string, { board, usable, charts, nodes }: Measure): string =>
      `${name.padEnd(36)} board ${board.toFixed(0)} ms, usable ${usable.toFixed(0)} ms, with charts ${charts.toFixed(0)} ms, ${nodes} elements`;
    console.log(line('79 key results', small));
    console.log(line(`${KEY_RESULTS} key results, ${CHECK_INS} check-ins`, large));
    console.log(`${ratio.toFixed(2)} times; goal ${GOAL}: ${ratio <= GOAL ? 'met' : 'missed'}`);
  }, (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
