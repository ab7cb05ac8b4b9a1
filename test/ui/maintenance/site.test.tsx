import { screen, waitFor, within } from '@testing-library/react';
import { AppError } from '../../../src/application';
import { inMemoryServices } from '../../support/in-memory-services';
import { SAMPLE_DRIFT } from '../../support/in-memory/drift';
import { openedApp, words } from '../support/render-app';
import { openMaintenance } from './open-maintenance';

const ROUTE = '2021-2023/mantenimiento/sitio';
const PLAN = 'Plan operativo 2021 COOP (ejemplo).pdf';

describe('the state of the site', () => {
  test('says so when everything matches', async () => {
    await openMaintenance(ROUTE);
    expect(await screen.findByText('Todo coincide: 14 listas, 141 columnas y 54 vistas.')).toBeVisible();
  });

  test('differences by severity; those that are safe are repaired, one that fails is told', async () => {
    const services = inMemoryServices({ user: 'planeacion' });
    services.drift.findings = SAMPLE_DRIFT;
    services.drift.failing.set('indexMissing:CheckIns.Quarter', new AppError('unavailable'));
    const { user } = await openMaintenance(ROUTE, services);
    const region = await screen.findByRole('region', { name: 'Estado del sitio' });
    expect(words((await within(region).findByText('Falta la columna Meta')).closest('li'))).toContain('Hay que reparar');
    expect(words(within(region).getByText('La columna Valor es de tipo «una línea de texto» y debe ser «número»').closest('li'))).toContain('podría perderse');
    await user.click(within(region).getByRole('checkbox', { name: /Semáforo perdió su formato/ }));
    await user.click(within(region).getByRole('button', { name: 'Reparar 3' }));
    expect(words(await within(region).findByRole('alert'))).toContain('La columna Trimestre perdió su índice: no se pudo reparar.');
    expect(within(region).queryByText('Falta la columna Meta')).toBeNull();
    expect(within(region).getByText('Semáforo perdió su formato')).toBeVisible();
    expect(within(region).getByRole('heading', { name: 'Estado del sitio' })).toHaveFocus();
  });

  test('an error is told, with a way to try again', async () => {
    const services = inMemoryServices({ user: 'planeacion' });
    services.failNext('setUp.drift', new AppError('offline'));
    const { user } = await openMaintenance(ROUTE, services);
    await user.click(await screen.findByRole('button', { name: 'Reintentar' }));
    expect(await screen.findByText(/^Todo coincide/)).toBeVisible();
  });
});

describe('operative plans', () => {
  test('are found by the code, confirmed, shown with their last change, and taken back', async () => {
    const { services, user } = await openMaintenance(ROUTE);
    const region = await screen.findByRole('region', { name: 'Planes operativos' });
    await user.click(within(region).getAllByRole('button', { name: 'Elegir COOP' })[0]);
    const dialog = screen.getByRole('dialog', { name: 'Plan operativo de COOP' });
    await user.click(await within(dialog).findByRole('radio', { name: new RegExp(PLAN.replace(/[()]/g, '.')) }));
    await user.click(within(dialog).getByRole('button', { name: 'Confirmar' }));
    expect(await screen.findByText('Plan operativo de COOP confirmado.')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('link', { name: new RegExp(PLAN.replace(/[()]/g, '.')) })).toBeVisible());
    expect(await screen.findByText(/^\d+ oct 2023, Planeación$/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Deshacer' }));
    await waitFor(() => expect(services.data.processes.find(({ code }) => code === 'COOP')?.operativePlanUrl).toBe(''));
  });

  test('one that is gone is told', async () => {
    const services = inMemoryServices({ user: 'planeacion' });
    services.data.processes = services.data.processes.map((one) => (one.code === 'CI' ? { ...one, operativePlanUrl: '/SIGACI/borrado%20CI.pdf' } : one));
    await openMaintenance(ROUTE, services);
    expect(await screen.findByText('Ya no existe')).toBeVisible();
    expect(screen.getByRole('link', { name: /borrado CI\.pdf/ })).toBeVisible();
  });

  test('stand on the process’s page, with the last change, in one request', async () => {
    const services = inMemoryServices({ user: 'coop' });
    const [folder] = Object.keys(services.data.documents);
    const plan = services.data.documents[folder].find(({ text }) => text === PLAN);
    services.data.processes = services.data.processes.map((one) => (one.code === 'COOP' ? { ...one, operativePlanUrl: plan?.url ?? '' } : one));
    await openedApp({ services });
    expect(await screen.findByRole('link', { name: new RegExp(PLAN.replace(/[()]/g, '.')) })).toHaveAttribute('href', plan?.url);
    expect(await screen.findByText(/cambió el \d+ oct 2023, Planeación/)).toBeVisible();
    expect(services.requests.filter((one) => one === 'operativePlans.lookUp')).toHaveLength(1);
  });
});
