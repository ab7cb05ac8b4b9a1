/** Decisions as a leader records them, and as the process that carries them out finds them. */
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AppError } from '../../../src/application';
import { inMemoryServices } from '../../support/in-memory-services';
import { supersede } from '../../support/superseded';
import { openedApp, words } from '../support/render-app';
import type { App } from '../support/render-app';

const CODE = 'OE1-OT2-R7';

async function section(): Promise<HTMLElement> {
  return screen.findByRole('region', { name: 'Decisiones del comité' });
}

async function openPanel(app: App): Promise<HTMLElement> {
  await app.user.click(within(await section()).getByRole('button', { name: `Decidir ${CODE}` }));
  return screen.findByRole('dialog', { name: 'Registrar decisión' });
}

function opened(person: string, route = `2021-2023/kr/${CODE}`, services?: App['services']): Promise<App> {
  return openedApp({ user: person, route, ...(services ? { services } : {}) });
}

test('a leader records a decision with the keyboard; it stands on the key result’s page, and can be taken back', async () => {
  const app = await opened('direccion');
  const panel = await openPanel(app);
  expect(words(panel)).toContain(`Sobre ${CODE}`);
  // One process answers for it: it is chosen already.
  expect(within(panel).getByRole('radio', { name: 'COOP' })).toBeChecked();
  await app.user.type(within(panel).getByLabelText('Decisión'), 'Pedir concepto jurídico externo');
  await app.user.type(within(panel).getByLabelText('Fecha límite'), '2023-10-31');
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const list = await section();
  await waitFor(() => expect(words(list)).toContain('Pedir concepto jurídico externo'));
  expect(words(list)).toMatch(/Responde COOP *Vence el 31 oct 2023/);
  expect(app.services.data.decisions[0]).toMatchObject({ keyResult: CODE, strategicObjective: 'OE1', responsible: 'COOP', due: '2023-10-31' });
  await app.user.click(screen.getByRole('button', { name: 'Deshacer' }));
  await screen.findByText('La decisión se eliminó.');
  expect(words(await section())).toContain('El comité no ha decidido nada sobre este resultado.');
  expect(app.services.data.decisions.some(({ keyResult }) => keyResult === CODE)).toBe(false);
});

test('what is missing is said at the field, which takes the focus; nothing is sent', async () => {
  const app = await opened('direccion');
  const panel = await openPanel(app);
  expect(words(panel)).not.toContain('Escribe la decisión.');
  await app.user.click(within(panel).getByRole('button', { name: 'Guardar decisión' }));
  const title = within(panel).getByLabelText('Decisión');
  expect(title).toHaveAccessibleDescription('Escribe la decisión.');
  expect(title).toHaveFocus();
  expect(app.services.requests).not.toContain('decisions.add');
});

test('an answer that was lost: what was typed stays, and trying again makes no second row', async () => {
  const app = await opened('direccion');
  const panel = await openPanel(app);
  await app.user.type(within(panel).getByLabelText('Decisión'), 'Una sola vez');
  app.services.failNext('decisions.add', new AppError('offline'), 'after');
  await app.user.click(within(panel).getByRole('button', { name: 'Guardar decisión' }));
  expect(words(await within(panel).findByRole('alert'))).toContain('No se guardó. No hay conexión.');
  expect(within(panel).getByLabelText('Decisión')).toHaveValue('Una sola vez');
  await app.user.click(within(panel).getByRole('button', { name: 'Reintentar' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(app.services.data.decisions.filter(({ title }) => title === 'Una sola vez')).toHaveLength(1);
});

describe('when SharePoint asks for a pause', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  async function paused(seconds: number): Promise<{ app: App; panel: HTMLElement; user: App['user'] }> {
    const app = await opened('direccion');
    const user = userEvent.setup({ delay: null, advanceTimers: ms => { act(() => { jest.advanceTimersByTime(ms); }); } });
    const panel = await openPanel({ ...app, user });
    await user.type(within(panel).getByLabelText('Decisión'), 'Esperar');
    app.services.failNext('decisions.add', new AppError('throttled', { retryAfterSeconds: seconds }));
    await user.click(within(panel).getByRole('button', { name: 'Guardar decisión' }));
    await waitFor(() => expect(within(panel).getAllByText(`SharePoint pidió una pausa. Reintento en ${seconds} s.`)).toHaveLength(2));
    return { app, panel, user };
  }

  test('it counts down and saves by itself what stands there then', async () => {
    const { app, panel, user } = await paused(12);
    await user.type(within(panel).getByLabelText('Decisión'), ' a octubre');
    act(() => { jest.advanceTimersByTime(3000); });
    expect(within(panel).getByText('SharePoint pidió una pausa. Reintento en 9 s.')).toHaveAttribute('aria-hidden', 'true');
    expect(app.services.data.decisions.some(({ title }) => title.startsWith('Esperar'))).toBe(false);
    act(() => { jest.advanceTimersByTime(9000); });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(app.services.data.decisions.filter(({ title }) => title === 'Esperar a octubre')).toHaveLength(1);
  });

  test('it can be told not to', async () => {
    const { app, panel, user } = await paused(5);
    await user.click(within(panel).getByRole('button', { name: 'No reintentar' }));
    act(() => { jest.advanceTimersByTime(10000); });
    expect(words(panel)).not.toContain('pidió una pausa');
    expect(app.services.requests.filter(name => name === 'decisions.add')).toHaveLength(1);
    expect(within(panel).getByLabelText('Decisión')).toHaveValue('Esperar');
  });
});

test('a draft that was left is there again', async () => {
  const app = await opened('direccion');
  await app.user.type(within(await openPanel(app)).getByLabelText('Decisión'), 'A medias');
  await app.user.click(screen.getByRole('button', { name: 'Cancelar' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const panel = await openPanel(app);
  expect(within(panel).getByLabelText('Decisión')).toHaveValue('A medias');
  await app.user.click(within(panel).getByRole('button', { name: 'Empezar de nuevo' }));
  expect(within(panel).getByLabelText('Decisión')).toHaveValue('');
});

test('an overdue decision is marked as carried out, and open again', async () => {
  const app = await opened('direccion', '2021-2023/kr/OE4-OT5-R1');
  const list = await section();
  expect(words(list)).toContain('Vencida');
  expect(words(list)).toContain('Venció hace 20 días');
  await app.user.click(within(list).getByRole('button', { name: /^Marcar cumplida Definir quién lidera/ }));
  await screen.findByText('Decisión cumplida.');
  await waitFor(() => expect(words(list)).toMatch(/Vencía el 15 sept? 2023/));
  expect(within(list).getByRole('heading', { level: 2 })).toHaveFocus();
  expect(app.services.data.decisions.find(({ keyResult }) => keyResult === 'OE4-OT5-R1')).toMatchObject({ state: 'Cumplida', strategicObjective: 'OE4' });
  await app.user.click(screen.getByRole('button', { name: 'Deshacer' }));
  await screen.findByText('Decisión abierta de nuevo.');
  expect(app.services.data.decisions.find(({ keyResult }) => keyResult === 'OE4-OT5-R1')).toMatchObject({ state: 'Abierta' });
});

test('somebody changed it meanwhile: both versions, and the person chooses', async () => {
  const app = await opened('direccion', '2021-2023/kr/OE4-OT5-R1');
  await app.user.click(within(await section()).getByRole('button', { name: /^Cambiar Definir quién lidera/ }));
  const panel = await screen.findByRole('dialog', { name: 'Cambiar decisión' });
  const { data } = app.services;
  data.decisions = data.decisions.map(row => (row.keyResult === 'OE4-OT5-R1' ? { ...row, etag: '"7"', title: 'La lidera GCI' } : row));
  await app.user.clear(within(panel).getByLabelText('Decisión'));
  await app.user.type(within(panel).getByLabelText('Decisión'), 'La lidera ADM');
  await app.user.click(within(panel).getByRole('button', { name: 'Guardar decisión' }));
  expect(words(await within(panel).findByRole('alert'))).toContain('Alguien cambió esta decisión mientras la tenías abierta. Ahora dice: «La lidera GCI»');
  await app.user.click(within(panel).getByRole('button', { name: 'Conservar la mía' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(data.decisions.find(({ keyResult }) => keyResult === 'OE4-OT5-R1')).toMatchObject({ title: 'La lidera ADM' });
});

test('who may not write decisions sees them without a button', async () => {
  await opened('gci', '2021-2023/kr/OE4-OT5-R1');
  const list = await section();
  expect(words(list)).toContain('Definir quién lidera la memoria institucional');
  expect(within(list).queryAllByRole('button')).toEqual([]);
});

test('the process that carries it out finds it in Mis resultados, the overdue first', async () => {
  const app = await opened('gci', '2021-2023/mis-resultados');
  const mine = await screen.findByRole('region', { name: 'El comité decidió' });
  expect(words(mine)).toContain('1 decisión vencida');
  expect(within(mine).getByRole('link', { name: 'Definir quién lidera la memoria institucional' })).toHaveAttribute(
    'href', expect.stringContaining('2021-2023/kr/OE4-OT5-R1')
  );
  app.unmount();
  await opened('com', '2021-2023/mis-resultados');
  expect(screen.queryByRole('region', { name: 'El comité decidió' })).toBeNull();
});

test('on a plan whose place another has taken decisions are only read, and it is said where the button would be', async () => {
  await opened('direccion', '2021-2023/kr/OE4-OT5-R1?decidir=OE4-OT5-R1', supersede(inMemoryServices({ user: 'direccion' })));
  const list = await section();
  expect(words(list)).toContain('Este plan terminó y ya no recibe decisiones. Decide en 2024-2027.');
  expect(words(list)).toContain('Definir quién lidera la memoria institucional');
  expect(within(list).queryAllByRole('button')).toEqual([]);
  expect(screen.queryByRole('dialog')).toBeNull();
});
