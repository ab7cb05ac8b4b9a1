import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AppError } from '../../../src/application/errors';
import { inMemoryServices } from '../../support/in-memory-services';
import type { InMemoryServices } from '../../support/in-memory-services';
import { confidence, fillWords, narrative, openPanel, saveButton, value, write } from './panel-frame';
import type { PanelFrame, PanelOptions } from './panel-frame';

const rowsOf = (services: InMemoryServices, keyResult: string): number => services.data.checkIns.filter((row) => row.keyResult === keyResult).length;
const writes = (services: InMemoryServices): readonly string[] => services.requests.filter((name) => name.startsWith('checkIns.'));

async function filled(options: Partial<PanelOptions> = {}): Promise<PanelFrame> {
  const frame = await openPanel({ keyResult: 'OE1-OT2-R5', ...options });
  await frame.user.type(value(), '1');
  await fillWords(frame.user);
  return frame;
}

/** Holds every answer of `add` back until it is let go. */
function heldBack(services: InMemoryServices): () => void {
  const add = services.checkIns.add;
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => { letGo = resolve; });
  Object.assign(services.checkIns, { add: async (...call: Parameters<typeof add>) => { await gate; return add(...call); } });
  return () => letGo();
}

describe('saving', () => {
  it('cannot be done twice, by clicking or by keys', async () => {
    const services = inMemoryServices({ user: 'coop' });
    const letGo = heldBack(services);
    const before = rowsOf(services, 'OE1-OT2-R5');
    const { user, saved } = await filled({ services });
    await user.dblClick(saveButton());
    expect(saveButton()).toHaveTextContent('Guardando…');
    expect(saveButton()).toHaveAttribute('aria-disabled', 'true');
    await user.click(saveButton());
    await user.click(narrative());
    await user.keyboard('{Control>}{Enter}{Enter}{/Control}');
    letGo();
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(writes(services)).toEqual(['checkIns.add']);
    expect(rowsOf(services, 'OE1-OT2-R5')).toBe(before + 1);
  });

  it('tells its outcome even when the panel was closed meanwhile', async () => {
    const services = inMemoryServices({ user: 'coop' });
    const letGo = heldBack(services);
    const { user, saved, reopen } = await filled({ services });
    await user.click(saveButton());
    reopen();
    letGo();
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(services.store.read('draft/OE1-OT2-R5/COOP/2023-T3')).toBeNull();
  });
});

describe('failures', () => {
  it.each([
    ['noAccess', {}, 'SharePoint no te deja guardar este reporte. Pídele a Planeación que te agregue al grupo OKR Procesos. Tu borrador está guardado.', false],
    ['quarterClosed', {}, '2023-T3 está cerrado y no recibe reportes. Habla con Planeación si hay un error. Tu borrador está guardado.', false],
    ['refused', { detail: 'El trimestre no vale' }, 'La lista no aceptó el reporte. SharePoint dice: «El trimestre no vale» Tu borrador está guardado.', false],
    ['offline', {}, 'No hay conexión. Inténtalo cuando vuelva. Tu borrador está guardado.', true],
    ['unavailable', { status: 503 }, /^SharePoint no responde en este momento.*Tu borrador está guardado\.Detalle técnico: 503$/, true],
    ['columnMissing', { list: 'CheckIns', column: 'Value' }, /^La columna Valor de Reportes de avance no está/, false],
    ['unexpected', { detail: 'rareza' }, /^Algo salió mal.*Tu borrador está guardado\.Detalle técnico: rareza$/, true]
  ] as const)('%s is told, and nothing typed is lost', async (kind, details, message, retry) => {
    const { user, services, saved, reopen } = await filled();
    services.failNext('checkIns.add', new AppError(kind, details));
    await user.click(saveButton());
    const alert = await screen.findByRole('alert');
    const words = alert.querySelector('div')?.textContent ?? '';
    if (typeof message === 'string') expect(words).toBe(message);
    else expect(words).toMatch(message);
    expect(value()).toHaveValue('1');
    expect(narrative()).toHaveValue('Se firmaron dos convenios.');
    expect(within(alert).queryAllByRole('button', { name: 'Reintentar' })).toHaveLength(retry ? 1 : 0);
    expect(saved).toHaveLength(0);
    reopen();
    expect(narrative()).toHaveValue('Se firmaron dos convenios.');
  });

  it('a quarter that was closed meanwhile leads to the next that is open, with all that was typed', async () => {
    const { user, services, saved } = await filled();
    services.failNext('checkIns.add', new AppError('quarterClosed'));
    await user.click(saveButton());
    await user.click(await screen.findByRole('button', { name: 'Reportar en 2023-T4' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(narrative()).toHaveValue('Se firmaron dos convenios.');
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].checkIn).toMatchObject({ quarter: '2023-T4', value: 1 });
  });

  it('a lost answer does not double the report', async () => {
    const { user, services, saved } = await filled();
    const before = rowsOf(services, 'OE1-OT2-R5');
    services.failNext('checkIns.add', new AppError('offline'), 'after');
    await user.click(saveButton());
    await user.click(await screen.findByRole('button', { name: 'Reintentar' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(rowsOf(services, 'OE1-OT2-R5')).toBe(before + 1);
    expect(writes(services)).toEqual(['checkIns.add', 'checkIns.add']);
  });

  it('what was typed after a lost answer reaches the row that had arrived, even from another tab', async () => {
    const { user, services, saved, reopen } = await filled();
    const before = rowsOf(services, 'OE1-OT2-R5');
    services.failNext('checkIns.add', new AppError('offline'), 'after');
    await user.click(saveButton());
    await screen.findByRole('alert');
    services.setNow(new Date(services.now().getTime() + 60000));
    reopen();
    await write(user, narrative(), ' Y un tercero.');
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].checkIn.narrative).toBe('Se firmaron dos convenios. Y un tercero.');
    expect(saved[0].kind).toBe('added');
    expect(rowsOf(services, 'OE1-OT2-R5')).toBe(before + 1);
  });

  it('a duplicate is the row that was already saved', async () => {
    const { user, services, saved } = await filled();
    const before = rowsOf(services, 'OE1-OT2-R5');
    services.failNext('checkIns.add', new AppError('duplicate', { list: 'CheckIns', column: 'ClientKey' }), 'after');
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(rowsOf(services, 'OE1-OT2-R5')).toBe(before + 1);
    expect(services.requests.slice(-2)).toEqual(['checkIns.add', 'plan.readCheckIns']);
  });

  it('the quarter closes while somebody is writing', async () => {
    const { user, services, refresh } = await filled();
    services.data.quarters = services.data.quarters.map((row) => (row.code === '2023-T3' ? { ...row, state: 'closing' } : row));
    await refresh();
    expect(narrative()).toHaveValue('Se firmaron dos convenios.');
    await user.click(saveButton());
    expect(screen.getByText('2023-T3 está cerrado y no recibe reportes. Habla con Planeación si hay un error.')).toBeVisible();
    expect(writes(services)).toEqual([]);
  });
});

describe('throttled', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('waits as long as asked, says so, and saves by itself', async () => {
    const user = userEvent.setup({ delay: null, advanceTimers: (ms) => { act(() => { jest.advanceTimersByTime(ms); }); } });
    const { services, saved } = await filled({ user });
    services.failNext('checkIns.add', new AppError('throttled', { retryAfterSeconds: 12 }));
    await user.click(saveButton());
    await waitFor(() => expect(screen.getAllByText('SharePoint pidió una pausa. Reintento en 12 s; tu borrador está guardado.')).toHaveLength(2));
    act(() => { jest.advanceTimersByTime(3000); });
    // The countdown on screen goes on; what a screen reader was told is told once.
    expect(screen.getByText('SharePoint pidió una pausa. Reintento en 9 s; tu borrador está guardado.')).toHaveAttribute('aria-hidden', 'true');
    expect(screen.getByText('SharePoint pidió una pausa. Reintento en 12 s; tu borrador está guardado.')).toHaveAttribute('role', 'status');
    expect(saved).toHaveLength(0);
    act(() => { jest.advanceTimersByTime(9000); });
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(writes(services)).toEqual(['checkIns.add', 'checkIns.add']);
  });

  it('can be told not to', async () => {
    const user = userEvent.setup({ delay: null, advanceTimers: (ms) => { act(() => { jest.advanceTimersByTime(ms); }); } });
    const { services, saved } = await filled({ user });
    services.failNext('checkIns.add', new AppError('throttled', { retryAfterSeconds: 5 }));
    await user.click(saveButton());
    await user.click(await screen.findByRole('button', { name: 'No reintentar' }));
    act(() => { jest.advanceTimersByTime(10000); });
    expect(screen.queryByText(/pidió una pausa/)).toBeNull();
    expect(writes(services)).toEqual(['checkIns.add']);
    expect(saved).toHaveLength(0);
    expect(value()).toHaveValue('1');
  });

  it('sends what stands there when the wait is over', async () => {
    const user = userEvent.setup({ delay: null, advanceTimers: (ms) => { act(() => { jest.advanceTimersByTime(ms); }); } });
    const { services, saved } = await filled({ user });
    services.failNext('checkIns.add', new AppError('throttled', { retryAfterSeconds: 60 }));
    await user.click(saveButton());
    await screen.findByRole('button', { name: 'No reintentar' });
    await user.click(confidence(/Alta/));
    act(() => { jest.advanceTimersByTime(60000); });
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].checkIn.confidence).toBe('Alta');
  });
});

describe('undo', () => {
  it('takes the fresh report back', async () => {
    const { user, services, saved } = await filled();
    const before = rowsOf(services, 'OE1-OT2-R5');
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
    await services.checkIns.remove(saved[0].checkIn);
    expect(rowsOf(services, 'OE1-OT2-R5')).toBe(before);
  });
});
