import { screen, waitFor, within } from '@testing-library/react';
import { AppError } from '../../../src/application';
import { inMemoryServices } from '../../support/in-memory-services';
import type { InMemoryServices } from '../../support/in-memory-services';
import { words } from '../support/render-app';
import { openMaintenance } from './open-maintenance';
import type { Maintenance } from './open-maintenance';

async function opened(services = inMemoryServices({ user: 'planeacion' })): Promise<Maintenance> {
  const maintenance = await openMaintenance('2021-2023/mantenimiento/responsables', services);
  await screen.findByRole('grid');
  return maintenance;
}

/** Columns: name, state, then GCI, CI, RLeI, COM, ADM, COOP, INV. */
const COLUMNS = ['GCI', 'CI', 'RLeI', 'COM', 'ADM', 'COOP', 'INV'];
function cell(code: string, process: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`td[data-row="${code}"][data-column="${COLUMNS.indexOf(process) + 2}"]`);
  if (!found) throw new Error(`${code} ${process}`);
  return found;
}

const processesOf = (services: InMemoryServices, code: string): readonly string[] =>
  services.data.keyResults.find((one) => one.code === code)?.processes ?? [];

describe('the matrix while it is edited', () => {
  test('a mark is put with a click or Space, counted, shown in the totals, undone and redone by keyboard', async () => {
    const { user } = await opened();
    await user.click(cell('OE1-OT2-R5', 'COM'));
    expect(screen.getByText('1 cambio sin guardar')).toBeVisible();
    expect(screen.getByText(/COM responde por 26 → 27/)).toBeVisible();
    expect(words(screen.getByRole('columnheader', { name: /^COM/ }))).toContain('26 → 27');
    cell('OE1-OT2-R5', 'COM').focus();
    await user.keyboard('{ArrowRight} ');
    expect(screen.getByText('2 cambios sin guardar')).toBeVisible();
    expect(words(cell('OE1-OT2-R5', 'ADM'))).toContain('Sin guardar');
    await user.keyboard('{Control>}z{/Control}');
    expect(screen.getByText('1 cambio sin guardar')).toBeVisible();
    await user.keyboard('{Control>}y{/Control}');
    expect(screen.getByText('2 cambios sin guardar')).toBeVisible();
  });

  test('saving writes the rows, the plan follows, and it can be taken back', async () => {
    const { services, user } = await opened();
    const before = processesOf(services, 'OE1-OT2-R5');
    await user.click(cell('OE1-OT2-R5', 'COM'));
    await user.click(cell('OE1-OT4-R5', 'INV'));
    await user.click(screen.getByRole('button', { name: 'Guardar 2 cambios' }));
    expect(await screen.findByText('Guardados: 2 resultados.')).toBeVisible();
    expect(processesOf(services, 'OE1-OT2-R5')).toEqual(COLUMNS.filter((code) => code === 'COM' || before.indexOf(code) >= 0));
    expect(processesOf(services, 'OE1-OT4-R5')).toEqual(['INV']);
    expect(services.requests.filter((one) => one === 'responsibilities.write')).toHaveLength(1);
    expect(screen.getByText('Sin cambios por guardar.')).toBeVisible();
    await user.click(within(screen.getAllByRole('status').find((one) => /Guardados/.test(words(one))) as HTMLElement).getByRole('button', { name: 'Deshacer' }));
    await waitFor(() => expect(processesOf(services, 'OE1-OT4-R5')).toEqual([]));
    expect(processesOf(services, 'OE1-OT2-R5')).toEqual(before);
  });

  test('a row that somebody changed meanwhile shows both, and takes one or the other', async () => {
    const { services, user } = await opened();
    await user.click(cell('OE1-OT2-R5', 'COM'));
    await user.click(cell('OE1-OT4-R5', 'INV'));
    const rows = await services.responsibilities.read();
    for (const code of ['OE1-OT2-R5', 'OE1-OT4-R5']) {
      const id = services.data.keyResults.find((one) => one.code === code)?.id;
      await services.responsibilities.write(rows.filter((row) => row.id === id).map((row) => ({ ...row, processIds: [1] })));
    }
    await user.click(screen.getByRole('button', { name: 'Guardar 2 cambios' }));
    const alerts = await screen.findAllByRole('alert');
    expect(words(alerts[1])).toMatch(/OE1-OT4-R5 lo cambió Planeación.*Con tus cambios: INV\. En la lista: GCI\./);
    await user.click(within(alerts[0]).getByRole('button', { name: 'Usar la otra' }));
    expect(processesOf(services, 'OE1-OT2-R5')).toEqual(['GCI']);
    await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Conservar la mía' }));
    await waitFor(() => expect(processesOf(services, 'OE1-OT4-R5')).toEqual(['INV']));
    expect(await screen.findByText('Sin cambios por guardar.')).toBeVisible();
  });

  test('several rows at once, by ticking them or by their objective', async () => {
    const { user } = await opened();
    await user.click(screen.getByRole('checkbox', { name: 'Elegir OE1-OT1-R1' }));
    await user.click(screen.getByRole('checkbox', { name: 'Elegir OE1-OT1-R2' }));
    const bulk = screen.getByRole('group', { name: 'Resultados elegidos' });
    await user.selectOptions(within(bulk).getByRole('combobox'), 'INV');
    await user.click(within(bulk).getByRole('button', { name: 'Poner INV' }));
    expect(screen.getByText('2 cambios sin guardar')).toBeVisible();
    await user.click(cell('OE1-OT1', 'INV'));
    expect(screen.getByText('3 cambios sin guardar')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Descartar' }));
    expect(screen.getByText('Sin cambios por guardar.')).toBeVisible();
  });

  test('a key result that shows another’s figures is not edited', async () => {
    const { user } = await opened();
    await user.click(cell('OE3-OT3-R1', 'COM'));
    expect(screen.getByText('Sin cambios por guardar.')).toBeVisible();
    expect(screen.getByRole('checkbox', { name: 'Elegir OE3-OT3-R1' })).toBeDisabled();
  });

  test('a row given its first process stays among those without one until it is saved', async () => {
    const { user } = await opened();
    await user.click(screen.getByRole('button', { name: /^Sin responsable/ }));
    await user.click(cell('OE1-OT4-R5', 'INV'));
    expect(cell('OE1-OT4-R5', 'INV')).toBeVisible();
    expect(screen.getByText('1 cambio sin guardar')).toBeVisible();
  });

  test('leaving with changes asks first', async () => {
    const { user } = await opened();
    await user.click(cell('OE1-OT2-R5', 'COM'));
    await user.click(screen.getByRole('link', { name: 'Sitio' }));
    const dialog = screen.getByRole('dialog', { name: 'Tienes 1 cambio sin guardar' });
    await user.click(within(dialog).getByRole('button', { name: 'Seguir editando' }));
    expect(screen.getByRole('grid')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Sitio' }));
    await user.click(screen.getByRole('button', { name: 'Salir sin guardar' }));
    await waitFor(() => expect(screen.queryByRole('grid')).toBeNull());
    expect(window.location.search).toContain('sitio');
  });

  test('what could not be saved stays marked, with the reason', async () => {
    const { services, user } = await opened();
    await user.click(cell('OE1-OT2-R5', 'COM'));
    services.failNext('responsibilities.write', new AppError('offline'));
    await user.click(screen.getByRole('button', { name: 'Guardar 1 cambio' }));
    expect(words(await screen.findByRole('alert'))).toContain('No se pudo guardar todo.');
    expect(screen.getByText('1 cambio sin guardar')).toBeVisible();
    await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Reintentar' }));
    expect(await screen.findByText('Guardado: 1 resultado.')).toBeVisible();
  });

  test('when SharePoint asks for a pause, it is saved by itself once that is over', async () => {
    const { services, user } = await opened();
    await user.click(cell('OE1-OT2-R5', 'COM'));
    services.failNext('responsibilities.write', new AppError('throttled', { retryAfterSeconds: 1 }));
    await user.click(screen.getByRole('button', { name: 'Guardar 1 cambio' }));
    expect(await screen.findAllByText('SharePoint pidió una pausa. Reintento en 1 s.')).toHaveLength(2);
    expect(screen.queryByText(/No se pudo guardar todo/)).toBeNull();
    expect(await screen.findByText('Guardado: 1 resultado.', undefined, { timeout: 5000 })).toBeVisible();
    expect(screen.queryByText(/pidió una pausa/)).toBeNull();
  });
});
