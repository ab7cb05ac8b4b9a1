/** The report the committee takes away: what it holds, how it opens and closes, and its workbook. */
import { screen, waitFor, within } from '@testing-library/react';
import { strFromU8, unzipSync } from 'fflate';
import { makeBoard } from '../../../src/application';
import { workbookBlob } from '../../../src/ui/export';
import { quarterSheets } from '../../../src/ui/features/dashboard/take-away/report-export';
import { inMemoryServices } from '../../support/in-memory-services';
import { words } from '../support/render-app';
import { openAt, routeNow } from './open-at';

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
  const sheets = quarterSheets(parts, services.data.decisions);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Seguimiento', 'Matriz', 'Indicadores', 'Decisiones', 'Sobre este archivo']);
  const [tracking, , indicators, decisions] = sheets.map(({ data }) => data as ({ value?: unknown; type?: unknown; format?: string } | null)[][]);
  expect(tracking).toHaveLength(80);
  const row = tracking.find(([code]) => code && code.value === 'OE1-OT4-R1');
  if (!row) throw new Error('OE1-OT4-R1');
  expect([row[5], row[7]]).toMatchObject([{ value: 23, type: Number }, { value: 26, type: Number }]);
  expect(row[9]).toMatchObject({ type: Number, format: '0%' });
  expect(row[14]).toMatchObject({ type: Date, value: new Date('2023-10-03T00:00:00Z'), format: 'dd/mm/yyyy' });
  const kept = indicators.find(([code]) => code && code.value === '1.3.12');
  expect((kept || []).map(cell => cell && cell.value)).toContain('Sin dato');
  expect(decisions.flat().map(cell => cell && cell.value)).toContain('\'=HYPERLINK("https://mal.example")');
  const blob = await workbookBlob(sheets);
  const bytes = await new Promise<ArrayBuffer>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(blob);
  });
  const files = unzipSync(new Uint8Array(bytes));
  const texts = Object.keys(files).filter(name => /\.xml$/.test(name)).map(name => strFromU8(files[name]));
  expect(texts.some(text => text.includes('<f>'))).toBe(false);
  // Above this the zip library makes a worker from a blob, which SharePoint's content security policy forbids.
  expect(Math.max(...texts.map(text => text.length))).toBeLessThan(160000);
});
