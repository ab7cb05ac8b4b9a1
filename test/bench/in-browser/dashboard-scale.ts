/** The page that `../dashboard-scale.ts` measures: the whole Tablero over a workspace that has been read. */
import * as React from 'react';
import * as ReactDom from 'react-dom';
import type { Workspace } from '../../../src/application';
import { DashboardApp } from '../../../src/ui/features/dashboard';
import { grown } from '../../support/grown-workspace';
import { inMemoryServices, SAMPLE_NOW } from '../../support/in-memory-services';

/** Milliseconds after the rows are there, until everything but the charts is laid out, and until the charts are too. */
export interface DashboardTimes {
  readonly usable: number;
  readonly charts: number;
  readonly elements: number;
}

/** A turn of the event loop that no timer's least delay holds up. */
function turn(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}

async function until(element: HTMLElement, selector: string, count = 1): Promise<number> {
  const started = performance.now();
  while (element.querySelectorAll(selector).length < count) {
    if (performance.now() - started > 60000) throw new Error(`${selector} never came`);
    await turn();
  }
  // Asking for a size makes the browser lay everything out.
  element.getBoundingClientRect();
  return performance.now();
}

async function measure(workspace: Workspace): Promise<DashboardTimes> {
  const services = inMemoryServices({ user: 'direccion' });
  services.plan.readWorkspace = () => Promise.resolve(workspace);
  const element = document.body.appendChild(document.createElement('div'));
  const host = { kind: 'sharepoint' as const, shareLink: () => '', openInBrowser: () => undefined };
  const started = performance.now();
  ReactDom.render(React.createElement(DashboardApp, { services, theme: {}, host, initialRoute: null }), element);
  const usable = await until(element, '#tablero-carries');
  const charts = await until(element, 'figure', 5);
  const elements = element.querySelectorAll('*').length;
  ReactDom.unmountComponentAtNode(element);
  element.remove();
  await turn();
  return { usable: usable - started, charts: charts - started, elements };
}

/** Each of both sizes by turns, so that a busy moment of the machine weighs on both; the first turn compiles and is left out. */
async function run(keyResults: number, checkIns: number, repeats: number): Promise<{ small: DashboardTimes[]; large: DashboardTimes[] }> {
  const workspace = await inMemoryServices({ user: 'direccion' }).plan.readWorkspace(SAMPLE_NOW, undefined, 'dashboard');
  const many = grown(workspace, keyResults, checkIns);
  const small: DashboardTimes[] = [];
  const large: DashboardTimes[] = [];
  for (let n = 0; n <= repeats; n++) {
    const [few, lots] = [await measure(workspace), await measure(many)];
    if (n === 0) continue;
    small.push(few);
    large.push(lots);
  }
  return { small, large };
}

Object.assign(window, { measureDashboard: run });
