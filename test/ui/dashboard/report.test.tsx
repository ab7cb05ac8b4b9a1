/** The report the committee takes away: what it holds, how it opens and closes, and its workbook. */
import { screen, waitFor, within } from '@testing-library/react';
import type * as Fflate from 'fflate';
import { makeBoard } from '../../../src/application';
import { quarterSheets } from '../../../src/ui/features/dashboard/take-away/report-sheets';
import { grown } from '../../support/grown-workspace';
import { inMemoryServices } from '../../support/in-memory-services';
import { words } from '../support/render-app';
import { openWorkbook, withoutWorkers } from '../support/workbook-file';
import { openAt, routeNow } from './open-at';

// The build that browsers get, whose asynchronous functions make workers: node's would do without.
jest.mock('fflate', () => jest.requireActual<typeof Fflate>('fflate/browser'));

const report = (): Promise<HTMLElement> => screen.findByRole('dialog', { name: 'Planeación estratégica 2021 - 2023' });

test('holds the whole quarter: figures, objectives, needs, heat map, city, tracking and decisions', async () => {
  await openAt('2021-2023/tablero?informe=si');
  const paper = await report();
  const sections = within(paper).getAllByRole('region').map(section => words(within(section).getByRole('heading', { level: 2 })));
  expect(sections).toEqual([
    'Dónde estamos', 'Objetivos', 'Qué necesita decisión', 'Quién lleva qué', 'Las cifras de la ciudad', 'Seguimiento', 'Decisiones del comité'
  ]);
  const tracking = within(paper).getByRole('region', { name: 'Seguimiento' });
  expect(within(tracking).getAllByRole('rowheader')).toHaveLength(79);
  expect(within(tracking).getAllByRole('table')).toHaveLength(5);
  const decisions = within(paper).getByRole('region', { name: 'Decisiones del comité' });
  await waitFor(() => expect(within(decisions).getAllByRole('rowheader')).toHaveLength(3));
  expect(words(paper)).toContain('Cifras vivas a 5 de octubre de 2023; 2023-T3 sigue abierto.');
  // Light whatever the theme, and no links: paper has none.
  expect(paper.closest('[data-theme]')).toHaveAttribute('data-theme', 'light');
  expect(within(paper).queryAllByRole('link')).toEqual([]);
});

test('of a closed quarter it shows the figures as they were frozen', async () => {
  await openAt('2021-2023/tablero/2023-T2?informe=si');
  expect(words(await report())).toContain('Trimestre 2023-T2, tal como se congeló a 30 de junio de 2023');
});

test('opens as a step of its own; the page behind is out of reach until it closes', async () => {
  const { user } = await openAt('2021-2023/tablero');
  const button = await screen.findByRole('button', { name: 'Informe' });
  await user.click(button);
  const paper = await report();
  expect(within(paper).getByRole('heading', { level: 1 })).toHaveFocus();
  expect(document.querySelectorAll('body > [inert]').length).toBeGreaterThan(0);
  expect(document.documentElement).toHaveAttribute('data-okr-report');
  const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
  await user.click(within(paper).getByRole('button', { name: 'Imprimir o guardar PDF' }));
  expect(print).toHaveBeenCalledTimes(1);
  print.mockRestore();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.querySelectorAll('[inert], [data-okr-aside]')).toHaveLength(0);
  expect(routeNow()).toBe('2021-2023/tablero');
});

test('in Teams it leads to the same view in the browser', async () => {
  const { user, opened } = await openAt('2021-2023/tablero/2023-T2?informe=si', 'direccion', 'teams');
  await user.click(within(await report()).getByRole('button', { name: 'Abrir en el navegador' }));
  expect(opened).toEqual(['2021-2023/tablero/2023-T2?informe=si']);
});

test('the workbook: numbers as numbers, days as dates, shares as percentages, and no text that is a formula', async () => {
  const services = inMemoryServices({ user: 'direccion' });
  services.data.decisions = services.data.decisions.map((row, index) => (index === 0 ? { ...row, title: '=HYPERLINK("https://mal.example")' } : row));
  const workspace = await services.plan.readWorkspace(services.now(), undefined, 'dashboard');
  const board = makeBoard(workspace, services.now());
  const parts = { board, live: board, frozen: null, planObjectives: 5 };
  const { sheets, look, sheetXml, parts: files } = await openWorkbook(quarterSheets(parts, services.data.decisions));
  expect(sheets.map(({ name }) => name)).toEqual(['Seguimiento', 'Matriz', 'Indicadores', 'Decisiones', 'Sobre este archivo']);
  const [tracking, matrix, indicators, decisions, facts] = sheets.map(({ rows }) => rows);
  expect([tracking.length, matrix.length, facts.length]).toEqual([80, 81, 5]);
  const at = tracking.findIndex(([code]) => code === 'OE1-OT4-R1');
  const row = tracking[at];
  expect([row[5], row[7], row[14]]).toEqual([23, 26, { date: '2023-10-03' }]);
  expect(row[9]).toBeCloseTo(23 / 26);
  expect([look(1, `J${at + 1}`).format, look(1, `O${at + 1}`).format, look(1, 'A1').bold]).toEqual(['0%', 'dd/mm/yyyy', true]);
  expect([look(1, `D${at + 1}`).wrap, look(1, `F${at + 1}`).upright]).toEqual([true, 'top']);
  const kept = indicators.findIndex(([code]) => code === '1.3.12');
  expect(indicators[kept]).toContain('Sin dato');
  const progress = indicators[0].indexOf('Avance del cuatrienio');
  expect(look(3, `${String.fromCharCode(65 + progress)}2`).format).toBe('0.0%');
  expect(decisions.flat()).toContain('\'=HYPERLINK("https://mal.example")');
  expect(sheets.map(({ formulas }) => formulas)).toEqual([0, 0, 0, 0, 0]);
  expect(Object.values(files).some(xml => xml.includes('<f>'))).toBe(false);
  expect([1, 2, 3, 4, 5].map(sheet => sheetXml(sheet).querySelector('pane')?.getAttribute('topLeftCell') ?? null)).toEqual(['B2', 'B2', 'B2', 'A2', null]);
});

test('the workbook of 2,000 key results is made without a worker', async () => {
  const services = inMemoryServices({ user: 'direccion' });
  const workspace = grown(await services.plan.readWorkspace(services.now(), undefined, 'dashboard'), 2000, 4000);
  const board = makeBoard(workspace, services.now());
  const workers = withoutWorkers();
  const addresses = jest.fn(() => 'blob:here');
  URL.createObjectURL = addresses;
  try {
    const { sheets } = await openWorkbook(quarterSheets({ board, live: board, frozen: null, planObjectives: 5 }, services.data.decisions));
    expect(sheets.map(({ rows }) => rows.length).slice(0, 2)).toEqual([2001, 2002]);
    expect(new Set(sheets[0].rows.map(([code]) => code)).size).toBe(2001);
    expect([workers.asked(), addresses.mock.calls.length]).toEqual([0, 0]);
  } finally {
    workers.restore();
  }
}, 30000);
