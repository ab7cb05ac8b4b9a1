import * as React from 'react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import MatrixPage from '../../../src/ui/features/matrix';
import { inMemoryServices } from '../../support/in-memory-services';
import type { InMemoryServices } from '../../support/in-memory-services';
import { parameterNow, renderPage, routeNow } from './page-frame';
import type { Frame, FrameOptions } from './page-frame';

// A whole plan in jsdom, on a machine that may be doing other things.
jest.setTimeout(30000);

const show = (options: FrameOptions = {}): Promise<Frame> =>
  renderPage((board, navigate) => <MatrixPage board={board} navigate={navigate} />, { route: '2021-2023/matriz', ...options });

// Asking a thousand cells for their roles takes seconds: parts are found by their names first, and asked within.
/** The first objective alone, where the whole plan adds nothing but time. */
function firstObjective(): InMemoryServices {
  const services = inMemoryServices();
  services.data.keyResults = services.data.keyResults.filter(row => row.code.startsWith('OE1'));
  return services;
}

const grid = (): HTMLElement => screen.getByLabelText('Matriz de responsabilidades');
const tools = (): ReturnType<typeof within> => within(screen.getByLabelText('Filtros'));
const head = (): ReturnType<typeof within> => within(screen.getByText('Matriz de responsabilidades').closest('header') as HTMLElement);

const rows = (): HTMLElement[] => Array.from(grid().querySelectorAll<HTMLElement>('[role="row"]'));
const rowOf = (name: RegExp): HTMLElement => {
  const found = rows().find(row => name.test(row.querySelector('[role="rowheader"]')?.textContent ?? ''));
  if (!found) throw new Error(`No row ${String(name)}`);
  return found;
};
const cells = (row: HTMLElement): string[] =>
  within(row)
    .getAllByRole('gridcell')
    .map(cell => cell.textContent ?? '');

describe('the matrix as a grid', () => {
  it('opens with the plan in a sentence', async () => {
    await show();
    expect(grid()).toHaveAttribute('role', 'grid');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Matriz de responsabilidades');
    expect(screen.getByText('79 resultados clave, 7 procesos, 140 responsabilidades. 13 resultados no tienen responsable.')).toBeVisible();
  });

  it('says of every cell who answers, and how the result is doing', async () => {
    const { board } = await show();
    const row = rowOf(/OE1-OT2-R5/);
    expect(cells(row)).toEqual([
      'En riesgo',
      'No',
      'Responde CI: En riesgo',
      'Responde RLeI: En riesgo',
      'No',
      'Responde ADM: En riesgo',
      'Responde COOP: En riesgo',
      'No',
      '4'
    ]);
    expect(board.statuses.get('OE1-OT2-R5')?.light).toBe('amarillo');
    expect(row).toHaveAttribute('aria-rowindex', '12');
  });

  it('shows the counts per process, per group and in all', async () => {
    await show();
    expect(within(rows()[0]).getByRole('columnheader', { name: /COOP/ })).toHaveTextContent('COOP14 resultados');
    expect(cells(rowOf(/OE1 Cooperación/))).toEqual(['6', '3', '2', '5', '2', '14', '0', '32']);
    expect(cells(rowOf(/Total del plan/))).toEqual(['29', '29', '15', '26', '14', '14', '13', '140']);
    expect(grid()).toHaveAttribute('aria-rowcount', '106');
    expect(grid()).toHaveAttribute('aria-colcount', '10');
  });

  it('says where nobody answers', async () => {
    await show();
    expect(cells(rowOf(/OE1-OT2-R8/)).slice(1)).toEqual(['No', 'No', 'No', 'No', 'No', 'No', 'No', 'Sin responsable']);
  });

  it('closes and opens groups, one by one and all', async () => {
    await show();
    const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
    const group = within(rowOf(/OT2 Gestionar recursos/)).getByRole('button');
    expect(group).toHaveAttribute('aria-expanded', 'true');
    await user.click(group);
    expect(group).toHaveAttribute('aria-expanded', 'false');
    expect(within(grid()).queryByText('OE1-OT2-R5')).toBeNull();
    expect(within(grid()).getByText('OE1-OT1-R1')).toBeVisible();
    await user.click(head().getByRole('button', { name: 'Contraer todo' }));
    // The header, five objectives and the total.
    expect(rows()).toHaveLength(7);
    await user.click(head().getByRole('button', { name: 'Expandir todo' }));
    expect(rows()).toHaveLength(106);
    expect(within(grid()).getByText('OE1-OT2-R5')).toBeVisible();
  });

  it("highlights the person's own process until they choose another", async () => {
    await show({ user: 'inv' });
    const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
    const head = (name: RegExp): HTMLElement => within(rows()[0]).getByRole('button', { name });
    expect(head(/INV/)).toHaveAttribute('aria-pressed', 'true');
    await user.click(head(/GCI/));
    expect(head(/GCI/)).toHaveAttribute('aria-pressed', 'true');
    expect(head(/INV/)).toHaveAttribute('aria-pressed', 'false');
    expect(parameterNow('resaltar')).toBe('GCI');
    await user.click(tools().getByRole('button', { name: /Resaltar GCI.*quitar/ }));
    expect(grid().querySelectorAll('[aria-pressed="true"]')).toHaveLength(0);
    expect(parameterNow('resaltar')).toBe('no');
  });

  it('opens a result from its name', async () => {
    await show();
    await userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never }).click(within(rowOf(/OE1-OT2-R5/)).getByRole('link'));
    expect(routeNow()).toBe('2021-2023/kr/OE1-OT2-R5');
  });

  it('says so when the plan has no key results yet', async () => {
    await show({ services: inMemoryServices({ data: { keyResults: [] } }) });
    expect(screen.getByText('El plan todavía no tiene resultados clave.')).toBeVisible();
    expect(screen.queryByLabelText('Matriz de responsabilidades')).toBeNull();
  });
});

describe('filters', () => {
  it('leaves the results without anybody responsible, and keeps that in the address', async () => {
    await show();
    const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
    const chip = tools().getByRole('button', { name: 'Sin responsable 13' });
    await user.click(chip);
    expect(chip).toHaveAttribute('aria-pressed', 'true');
    expect(parameterNow('responsables')).toBe('ninguno');
    expect(screen.getByText('13 de 79 resultados clave')).toBeVisible();
    expect(cells(rowOf(/Total de lo que ves/)).pop()).toBe('0');
    // The rows keep the places they have in the whole plan.
    expect(rowOf(/OE1-OT2-R8/)).toHaveAttribute('aria-rowindex', '15');
    await user.click(chip);
    expect(rows()).toHaveLength(106);
  });

  it('leaves the results of one process alone', async () => {
    await show();
    await userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never }).click(tools().getByRole('button', { name: 'Con un solo proceso 28' }));
    expect(screen.getByText('28 de 79 resultados clave')).toBeVisible();
    expect(cells(rowOf(/OE1-OT2-R7/)).pop()).toBe('1');
  });

  it('filters by process, and counts the chips within it', async () => {
    await show();
    await userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never }).selectOptions(tools().getByRole('combobox', { name: 'Proceso' }), 'COOP, 14 resultados');
    expect(parameterNow('proceso')).toBe('COOP');
    expect(screen.getByText('14 de 79 resultados clave')).toBeVisible();
    expect(tools().getByRole('button', { name: 'Con un solo proceso 6' })).toBeVisible();
    expect(tools().getByRole('button', { name: 'Compartidos 8' })).toBeVisible();
    expect(tools().getByRole('button', { name: 'Sin responsable 13' })).toBeVisible();
  });

  it('leaves the process aside when asked for what nobody answers for', async () => {
    await show({ route: '2021-2023/matriz?proceso=COOP' });
    await userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never }).click(tools().getByRole('button', { name: 'Sin responsable 13' }));
    expect(tools().getByRole('combobox', { name: 'Proceso' })).toHaveDisplayValue('Todos los procesos');
    expect(screen.getByText('13 de 79 resultados clave')).toBeVisible();
  });

  it('searches while typing, and says when nothing is left', async () => {
    await show({ services: firstObjective() });
    const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
    await user.type(tools().getByRole('searchbox', { name: 'Código o palabra' }), 'sur-sur');
    await screen.findByText('2 de 23 resultados clave');
    expect(parameterNow('buscar')).toBe('sur-sur');
    await user.type(tools().getByRole('searchbox'), ' nada de esto');
    expect(await screen.findByText('Ningún resultado coincide con estos filtros.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Quitar filtros' }));
    expect(tools().getByRole('searchbox')).toHaveValue('');
    expect(rows()).toHaveLength(50);
  });

  it('starts with what a link says', async () => {
    await show({ route: '2021-2023/matriz?responsables=uno&buscar=OE1' });
    expect(tools().getByRole('button', { name: /Con un solo proceso/ })).toHaveAttribute('aria-pressed', 'true');
    expect(tools().getByRole('searchbox')).toHaveValue('OE1');
  });

  it('opens closed groups while filtering: a match there would be one that nobody sees', async () => {
    await show();
    const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
    await user.click(head().getByRole('button', { name: 'Contraer todo' }));
    await user.click(tools().getByRole('button', { name: 'Sin responsable 13' }));
    expect(within(grid()).getByText('OE1-OT2-R8')).toBeVisible();
    await user.click(tools().getByRole('button', { name: 'Sin responsable 13' }));
    expect(rows()).toHaveLength(7);
  });
});

describe('by keyboard', () => {
  const stops = (): Element[] => Array.from(grid().querySelectorAll('[tabindex="0"]'));

  it('has one tab stop, which the arrows move', async () => {
    await show({ services: firstObjective() });
    const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
    expect(stops()).toHaveLength(1);
    tools().getByRole('button', { name: /Atrasados/ }).focus();
    await user.tab();
    expect(document.activeElement).toBe(within(rowOf(/OE1 Cooperación/)).getByRole('button'));
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(within(rowOf(/OE1-OT1-R1/)).getByRole('link'));
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toHaveTextContent(/^Responde GCI/);
    expect(stops()).toEqual([document.activeElement]);
    await user.tab();
    expect(grid()).not.toContainElement(document.activeElement as HTMLElement);
    await user.tab({ shift: true });
    expect(document.activeElement).toHaveTextContent(/^Responde GCI/);
  });

  it('goes to the ends of row and grid', async () => {
    await show({ services: firstObjective() });
    const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
    within(rowOf(/OE1-OT2-R5/))
      .getByRole('link')
      .focus();
    await user.keyboard('{End}');
    expect(document.activeElement).toHaveTextContent('4');
    await user.keyboard('{Home}');
    expect(document.activeElement).toBe(within(rowOf(/OE1-OT2-R5/)).getByRole('link'));
    await user.keyboard('{Control>}{End}{/Control}');
    expect(document.activeElement).toHaveTextContent('32');
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(document.activeElement).toHaveTextContent('Resultado clave');
    await user.keyboard('{PageDown}');
    expect(document.activeElement?.closest('tr')).toHaveAttribute('aria-rowindex', '11');
  });

  it('opens the result of the row with Enter, from any of its cells', async () => {
    await show({ services: firstObjective() });
    const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
    within(rowOf(/OE1-OT2-R5/))
      .getByRole('link')
      .focus();
    await user.keyboard('{End}{Enter}');
    expect(routeNow()).toBe('2021-2023/kr/OE1-OT2-R5');
  });

  it('closes a group with Enter, from its name and from its counts, and stays there', async () => {
    await show({ services: firstObjective() });
    const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
    const group = within(rowOf(/OE1 Cooperación/)).getByRole('button');
    group.focus();
    await user.keyboard('{Enter}');
    expect(group).toHaveAttribute('aria-expanded', 'false');
    expect(document.activeElement).toBe(group);
    await user.keyboard('{End}{Enter}');
    expect(group).toHaveAttribute('aria-expanded', 'true');
  });

  it('follows a click with the tab stop', async () => {
    await show({ services: firstObjective() });
    const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
    const cell = within(rowOf(/OE1-OT3-R1/)).getAllByRole('gridcell')[3];
    await user.click(cell);
    expect(stops()).toEqual([cell]);
  });
});

describe('on a phone', () => {
  it("lists the results of the person's own process, with whom they share them", async () => {
    await show({ width: 'narrow' });
    expect(screen.queryByLabelText('Matriz de responsabilidades')).toBeNull();
    expect(tools().getByRole('combobox', { name: 'Proceso' })).toHaveDisplayValue('COOP, 14 resultados');
    expect(screen.getAllByRole('listitem')).toHaveLength(14);
    const group = screen.getByRole('region', { name: 'OE1-OT2' });
    expect(within(group).getByRole('heading', { level: 2 })).toHaveTextContent(/^OE1-OT2 Gestionar recursos/);
    const item = within(group).getByText('OE1-OT2-R5').closest('li') as HTMLElement;
    expect(item).toHaveTextContent('Con CI, RLeI, ADM');
    expect(item).toHaveTextContent('En riesgo');
    expect(within(group).getByText('OE1-OT2-R7').closest('li')).toHaveTextContent('Solo COOP');
  });

  it("lists everybody's, and says who answers", async () => {
    await show({ width: 'narrow' });
    const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
    await user.selectOptions(tools().getByRole('combobox', { name: 'Proceso' }), 'Todos los procesos');
    expect(screen.getAllByRole('listitem')).toHaveLength(79);
    expect(parameterNow('proceso')).toBe('todos');
    expect(screen.getByText('OE1-OT2-R5').closest('li')).toHaveTextContent('Responden CI, RLeI, ADM, COOP');
    await user.click(tools().getByRole('button', { name: 'Sin responsable 13' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(13);
  });

  it("lists everybody's to somebody of no process", async () => {
    await show({ width: 'narrow', user: 'planeacion' });
    expect(screen.getAllByRole('listitem')).toHaveLength(79);
  });
});

describe('the export', () => {
  const files: { name: string; blob: Blob }[] = [];
  beforeEach(() => {
    files.length = 0;
    let last: Blob | null = null;
    URL.createObjectURL = (blob: Blob | MediaSource): string => {
      last = blob as Blob;
      return 'blob:here';
    };
    URL.revokeObjectURL = () => undefined;
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function record(this: HTMLAnchorElement) {
      files.push({ name: this.download, blob: last as Blob });
    });
  });
  afterEach(() => jest.restoreAllMocks());

  it('gives the file the plan and the day for a name, and says that it is there', async () => {
    await show({ services: firstObjective() });
    await userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never }).click(head().getByRole('button', { name: 'Exportar a Excel' }));
    expect(
      await screen.findByText('Listo: Matriz de responsabilidades 2021-2023 al 2023-10-05.xlsx queda en tus descargas.')
    ).toBeVisible();
    expect(files.map(file => file.name)).toEqual(['Matriz de responsabilidades 2021-2023 al 2023-10-05.xlsx']);
    expect(files[0].blob.size).toBeGreaterThan(4000);
    expect(screen.queryByRole('button', { name: 'Abrir en el navegador' })).toBeNull();
  });

  it('offers the browser in Teams, where downloads may be lost', async () => {
    const { host } = await show({ services: firstObjective(), kind: 'teams', route: '2021-2023/matriz?responsables=ninguno' });
    const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
    await user.click(head().getByRole('button', { name: 'Exportar a Excel' }));
    await user.click(await screen.findByRole('button', { name: 'Abrir en el navegador' }));
    expect(host.opened).toEqual(['2021-2023/matriz?responsables=ninguno']);
  });

  it('says so when the file could not be made, and tries again', async () => {
    await show({ services: firstObjective() });
    const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
    URL.createObjectURL = () => {
      throw new Error('no room');
    };
    await user.click(head().getByRole('button', { name: 'Exportar a Excel' }));
    expect(await screen.findByText('No se pudo crear el archivo. Inténtalo de nuevo.')).toBeVisible();
    URL.createObjectURL = () => 'blob:here';
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    await waitFor(() => expect(files).toHaveLength(1));
  });
});
