import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AppError } from '../../../src/application';
import { inMemoryServices } from '../../support/in-memory-services';
import type { InMemoryServices } from '../../support/in-memory-services';
import { words } from '../support/render-app';
import { openMaintenance } from './open-maintenance';

const ROUTE = '2021-2023/mantenimiento/metas';
const grid = (): Promise<HTMLElement> => screen.findByRole('grid', { name: 'Metas programadas por resultado y trimestre' }, { timeout: 10000 });

/** Column 0 is the weight, then the twelve quarters. */
async function cell(code: string, column: number): Promise<HTMLElement> {
  const row = within(await grid()).getAllByRole('row').find(one => words(one).startsWith(code));
  if (!row) throw new Error(code);
  return within(row).getAllByRole('gridcell').filter(one => one.hasAttribute('data-cell'))[column];
}

const stored = (services: InMemoryServices, code: string): Record<string, number> => Object.fromEntries(
  services.data.programmedTargets.filter(({ keyResult }) => keyResult === code).map(({ quarter, value }) => [quarter, value])
);

function paste(target: HTMLElement, text: string): void {
  fireEvent.paste(target, { clipboardData: { getData: () => text } });
}

test('typing, Enter, Tab, Delete and undo work as in a spreadsheet; only what changed is saved', async () => {
  const { user, services } = await openMaintenance(ROUTE);
  await user.click(await cell('OE1-OT2-R5', 1));
  await user.keyboard('2,5{Tab}4{Enter}');
  expect(words(await cell('OE1-OT2-R5', 1))).toBe('2,5 sin guardar');
  expect(words(await cell('OE1-OT2-R5', 2))).toBe('4 sin guardar');
  expect(await cell('OE1-OT2-R6', 2)).toHaveFocus();
  await user.keyboard('{ArrowUp}{Delete}');
  expect(words(await cell('OE1-OT2-R5', 2))).toBe('');
  await user.keyboard('{Control>}z{/Control}');
  expect(words(await cell('OE1-OT2-R5', 2))).toBe('4 sin guardar');
  await user.keyboard('9{Escape}');
  expect(words(await cell('OE1-OT2-R5', 2))).toBe('4 sin guardar');
  expect(screen.getByText('2 cambios sin guardar')).toBeInTheDocument();
  expect(stored(services, 'OE1-OT2-R5')).toEqual({});
  await user.click(screen.getByRole('button', { name: 'Guardar' }));
  await waitFor(() => expect(stored(services, 'OE1-OT2-R5')).toEqual({ '2021-T1': 2.5, '2021-T2': 4 }));
  expect(await screen.findByText('Todo está guardado')).toBeInTheDocument();
  expect(screen.getByText('2 cambios guardados.')).toBeInTheDocument();
});

test('leaving for another page asks first; what was typed is there again afterwards', async () => {
  const services = inMemoryServices({ user: 'planeacion' });
  const { user } = await openMaintenance(ROUTE, services);
  await user.click(await cell('OE1-OT2-R5', 12));
  await user.keyboard('30{Enter}');
  await user.click(screen.getByRole('link', { name: 'Mantenimiento' }));
  const asked = await screen.findByRole('dialog', { name: 'Tienes 1 cambio sin guardar' });
  await user.click(within(asked).getByRole('button', { name: 'Seguir editando' }));
  expect(words(await cell('OE1-OT2-R5', 12))).toBe('30 sin guardar');
  await user.click(screen.getByRole('link', { name: 'Mantenimiento' }));
  await user.click(await screen.findByRole('button', { name: 'Salir sin guardar' }));
  await screen.findByRole('heading', { name: 'Mantenimiento', level: 1 });
  await user.click(screen.getByRole('link', { name: 'Metas' }));
  await waitFor(async () => expect(words(await cell('OE1-OT2-R5', 12))).toBe('30 sin guardar'));
});

test('a paste from Excel goes in; formulas and words are told, an ambiguous number is asked', async () => {
  const { user } = await openMaintenance(ROUTE);
  const first = await cell('OE1-OT2-R5', 1);
  await user.click(first);
  paste(await cell('OE1-OT2-R5', 1), '1,5\t12.5\t=A1\r\nocho\t3\t1.234');
  const dialog = screen.getByRole('dialog', { name: '¿12.5 es 12,5 o 125?' });
  await user.click(within(dialog).getByRole('button', { name: '12,5' }));
  expect([words(await cell('OE1-OT2-R5', 1)), words(await cell('OE1-OT2-R5', 2))]).toEqual(['1,5 sin guardar', '12,5 sin guardar']);
  expect([words(await cell('OE1-OT2-R6', 2)), words(await cell('OE1-OT2-R6', 3))]).toEqual(['3 sin guardar', '1.234 sin guardar']);
  const told = words(screen.getAllByRole('alert')[0]);
  expect(told).toContain('2 valores no entraron.');
  expect(told).toContain('OE1-OT2-R5 · 2021-T3 «=A1»: es una fórmula; pega solo valores.');
  await user.click(screen.getByRole('button', { name: 'Deshacer' }));
  await user.click(screen.getByRole('button', { name: 'Deshacer' }));
  expect(screen.getByText('Todo está guardado')).toBeInTheDocument();
});

test('copies the block that is picked, with decimal commas', async () => {
  const { user } = await openMaintenance(ROUTE);
  await user.click(await cell('OE1-OT2-R6', 1));
  await user.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
  const setData = jest.fn();
  fireEvent.copy(await cell('OE1-OT2-R6', 3), { clipboardData: { setData } });
  expect(setData).toHaveBeenCalledWith('text/plain', '4\t9\t15');
});

test('a cell somebody changed meanwhile is shown with both values; kept, it is saved', async () => {
  const { user, services } = await openMaintenance(ROUTE);
  await user.click(await cell('OE1-OT2-R6', 1));
  await user.keyboard('7{Enter}');
  services.data.programmedTargets = services.data.programmedTargets.map(row => (
    row.keyResult === 'OE1-OT2-R6' && row.quarter === '2021-T1' ? { ...row, value: 5 } : row
  ));
  await user.click(screen.getByRole('button', { name: 'Guardar' }));
  expect(await screen.findByText('OE1-OT2-R6 · 2021-T1: tú pusiste 7; ahora dice 5.')).toBeInTheDocument();
  expect(stored(services, 'OE1-OT2-R6')['2021-T1']).toBe(5);
  await user.click(screen.getByRole('button', { name: 'Conservar la mía' }));
  await user.click(screen.getByRole('button', { name: 'Guardar' }));
  await waitFor(() => expect(stored(services, 'OE1-OT2-R6')['2021-T1']).toBe(7));
});

test('a saving that fails leaves what was typed', async () => {
  const { user, services } = await openMaintenance(ROUTE);
  await user.click(await cell('OE1-OT2-R5', 12));
  await user.keyboard('30{Enter}');
  services.failNext('targets.write', new AppError('offline'));
  await user.click(screen.getByRole('button', { name: 'Guardar' }));
  expect(words(await screen.findByRole('alert'))).toContain('No se guardó todo. Lo que escribiste sigue aquí.');
  expect(words(await cell('OE1-OT2-R5', 12))).toBe('30 sin guardar');
  await user.click(screen.getByRole('button', { name: 'Guardar' }));
  await waitFor(() => expect(stored(services, 'OE1-OT2-R5')).toEqual({ '2023-T4': 30 }));
});

describe('when SharePoint asks for a pause', () => {
  afterEach(() => jest.useRealTimers());

  test('the sheet is saved by itself once it is over, with what stands there then', async () => {
    const { services, user: patient } = await openMaintenance(ROUTE);
    await patient.click(await cell('OE1-OT2-R5', 12));
    await patient.keyboard('30{Enter}');
    jest.useFakeTimers();
    const user = userEvent.setup({ delay: null, advanceTimers: ms => { act(() => { jest.advanceTimersByTime(ms); }); } });
    services.failNext('targets.write', new AppError('throttled', { retryAfterSeconds: 20 }));
    await user.click(screen.getByRole('button', { name: 'Guardar' }));
    await waitFor(() => expect(screen.getAllByText('SharePoint pidió una pausa. Reintento en 20 s.')).toHaveLength(2));
    expect(screen.queryByText(/No se guardó todo/)).toBeNull();
    await user.click(await cell('OE1-OT2-R5', 11));
    await user.keyboard('25{Enter}');
    act(() => { jest.advanceTimersByTime(20000); });
    await waitFor(() => expect(stored(services, 'OE1-OT2-R5')).toEqual({ '2023-T3': 25, '2023-T4': 30 }));
    expect(screen.queryByText(/pidió una pausa/)).toBeNull();
  });
});

test('a target changes with a reason', async () => {
  const { user, services } = await openMaintenance(ROUTE);
  await grid();
  await user.click(screen.getByRole('button', { name: /Cambiar meta OE1-OT2-R5/ }));
  const dialog = screen.getByRole('dialog', { name: 'Cambiar la meta de OE1-OT2-R5' });
  await user.type(within(dialog).getByRole('textbox', { name: 'Meta nueva' }), '35');
  await user.click(within(dialog).getByRole('button', { name: 'Guardar meta' }));
  expect(await within(dialog).findByText('Escribe el motivo y quién lo aprobó.')).toBeInTheDocument();
  await user.type(within(dialog).getByRole('textbox', { name: 'Motivo' }), 'La aprobó el comité.');
  await user.click(within(dialog).getByRole('button', { name: 'Guardar meta' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(services.data.keyResults.filter(({ code }) => code === 'OE1-OT2-R5')[0].target).toBe(35);
  expect(services.data.targetChanges).toContainEqual(expect.objectContaining({ keyResult: 'OE1-OT2-R5', oldTarget: 30, newTarget: 35 }));
  expect(await screen.findByRole('button', { name: /35\smillones.*OE1-OT2-R5/ })).toBeInTheDocument();
});
