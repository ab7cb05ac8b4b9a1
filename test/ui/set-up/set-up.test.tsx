import { screen } from '@testing-library/react';
import { AppError } from '../../../src/application';
import { inMemoryServices } from '../../support/in-memory-services';
import type { InMemoryServices } from '../../support/in-memory-services';
import { openApp, words } from '../support/render-app';

function emptySite(user: string): InMemoryServices {
  const services = inMemoryServices({ user });
  services.data.isSetUp = false;
  return services;
}

describe('where the lists are missing', () => {
  it('somebody allowed sets the site up and goes in', async () => {
    const { user } = openApp({ services: emptySite('planeacion') });
    expect(await screen.findByRole('heading', { name: 'Falta preparar el sitio. Tarda cerca de un minuto.' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Preparar' }));
    expect(await screen.findByRole('heading', { name: 'El sitio está listo.' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Entrar' }));
    expect(await screen.findByRole('navigation', { name: 'Secciones' })).toBeVisible();
  });

  it('anybody else is told whom to ask', async () => {
    openApp({ services: emptySite('com') });
    expect(await screen.findByRole('heading', { name: 'Pídele a Planeación que prepare el sitio.' })).toBeVisible();
    expect(screen.getByText('Pueden hacerlo: Planeación.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Preparar' })).toBeNull();
  });

  it('shows each step with its place among all', async () => {
    const services = emptySite('planeacion');
    let finish: () => void = () => undefined;
    const { user } = openApp({
      services,
      instead: {
        setUp: {
          ...services.setUp,
          run: (onProgress) => {
            onProgress({ step: { id: 'list:KeyResults', kind: 'list', subject: 'Resultados clave' }, done: 3, total: 8 });
            return new Promise((resolve) => { finish = resolve; });
          }
        }
      }
    });
    await user.click(await screen.findByRole('button', { name: 'Preparar' }));
    expect(screen.getByRole('progressbar', { name: 'Preparando el sitio…' })).toHaveValue(3);
    expect(words(document.body)).toContain('Lista Resultados clavePaso 3 de 8');
    finish();
    expect(await screen.findByRole('button', { name: 'Entrar' })).toBeVisible();
  });

  it('says where it stopped, and goes on from there', async () => {
    const services = emptySite('planeacion');
    services.failNext('setUp.run', new AppError('unavailable', { status: 503 }));
    const { user } = openApp({ services });
    await user.click(await screen.findByRole('button', { name: 'Preparar' }));
    const alert = await screen.findByRole('alert');
    expect(words(alert)).toContain('SharePoint no responde en este momento.');
    expect(words(alert)).toContain('Detalle técnico: 503');
    await user.click(screen.getByRole('button', { name: 'Continuar' }));
    expect(await screen.findByRole('button', { name: 'Entrar' })).toBeVisible();
  });

  it('offers to go on where a part is missing', async () => {
    const services = emptySite('planeacion');
    openApp({
      services,
      instead: { setUp: { ...services.setUp, inspect: async () => ({ state: 'partial', missing: ['CheckIns', 'Quarters'], allowed: true, owners: [] }) } }
    });
    expect(await screen.findByRole('button', { name: 'Continuar' })).toBeVisible();
    expect(screen.getByText('Falta: Reportes de avance, Trimestres.')).toBeVisible();
  });

  it('says so when it cannot even look', async () => {
    const services = emptySite('planeacion');
    services.failNext('setUp.inspect', new AppError('offline'));
    const { user } = openApp({ services });
    expect(await screen.findByText('No hay conexión. Revisa la red e inténtalo de nuevo.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(await screen.findByRole('button', { name: 'Preparar' })).toBeVisible();
  });
});

describe('where something of a site that was set up is gone', () => {
  const gone = (): AppError => new AppError('columnMissing', { list: 'Cutoffs', column: 'ProcessCodes', columnTitle: 'Procesos responsables', status: 400 });

  it('somebody allowed repairs it and goes in', async () => {
    const services = inMemoryServices({ user: 'planeacion' });
    services.failNext('plan.readWorkspace', gone());
    const { user } = openApp({ services });
    expect(await screen.findByRole('alert')).toHaveTextContent('La columna Procesos responsables de Cortes no está. Sin ella no se pueden calcular las cifras.');
    expect(screen.getByText('Al reparar se crea de nuevo lo que falta, vacío. Lo demás no se toca.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Reparar' }));
    expect(await screen.findByRole('heading', { name: 'El sitio está listo.' })).toBeVisible();
    expect(services.requests).toContain('setUp.run');
    await user.click(screen.getByRole('button', { name: 'Entrar' }));
    expect(await screen.findByRole('navigation', { name: 'Secciones' })).toBeVisible();
  });

  it('anybody else is told whom to ask, and can try again', async () => {
    const services = inMemoryServices({ user: 'com' });
    services.failNext('plan.readWorkspace', new AppError('listMissing', { list: 'Decisions', status: 404 }));
    const { user } = openApp({ services });
    expect(await screen.findByText('Pídele a Planeación que lo repare: hace falta Control total sobre el sitio.')).toBeVisible();
    expect(screen.getByText('Pueden hacerlo: Planeación.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Reparar' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(await screen.findByRole('navigation', { name: 'Secciones' })).toBeVisible();
  });
});
