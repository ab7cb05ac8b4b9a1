import { act, screen, waitFor, within } from '@testing-library/react';
import { AppError } from '../../../src/application';
import type { Problem } from '../../../src/domain';
import { inMemoryServices } from '../../support/in-memory-services';
import { openApp, openedApp, words } from '../support/render-app';

const PROBLEMS: Problem[] = [
  { kind: 'notANumber', list: 'KeyResults', rowId: 12, row: 'OE1-OT2-R5', column: 'Target', found: 'treinta', severity: 'warning' },
  { kind: 'quarterUnknown', list: 'CheckIns', rowId: 312, row: '#312', column: 'Quarter', found: '2025-T1', severity: 'error' },
  { kind: 'noPlan', list: 'Plans', rowId: null, row: '', column: null, found: null, severity: 'error' }
];

// By selector: asking each of the matrix's thousand cells for its role takes seconds.
const pageTitled = (title: string): Promise<HTMLElement> => screen.findByText(title, { selector: 'h1' });

describe('the app\'s frame', () => {
  it('tells the host once that there is something to see', async () => {
    const onReady = jest.fn();
    openApp({ host: { onReady } });
    expect(onReady).not.toHaveBeenCalled();
    await screen.findByRole('navigation', { name: 'Secciones' });
    expect(onReady).toHaveBeenCalledTimes(1);
  });

  it('leads to the matrix and back to the same place, all in the address', async () => {
    const { user } = await openedApp();
    await user.click(screen.getByRole('button', { name: /^En riesgo/ }));
    await user.click(screen.getByRole('link', { name: 'Matriz de responsabilidades' }));
    expect(window.location.search).toBe('?okr=2021-2023/matriz');
    expect(await pageTitled('Matriz de responsabilidades')).toBeVisible();
    expect(screen.getByText('Matriz de responsabilidades', { selector: 'nav a' })).toHaveAttribute('aria-current', 'page');
    expect(document.activeElement).toContainElement(await pageTitled('Matriz de responsabilidades'));
    expect(document.activeElement).not.toBe(document.body);
    act(() => window.history.back());
    expect(await pageTitled('Mis resultados')).toBeVisible();
    expect(screen.getByRole('button', { name: /^En riesgo/ })).toHaveAttribute('aria-pressed', 'true');
  });

  it('gives the focus back to the link one came from', async () => {
    const { user } = await openedApp();
    const link = within(screen.getAllByRole('article')[3]).getByRole('link');
    const { id } = link;
    await user.click(link);
    await waitFor(() => expect(window.location.search).toContain('/kr/OE1-OT3-R4'));
    act(() => window.history.back());
    await pageTitled('Mis resultados');
    await waitFor(() => expect(document.activeElement?.id).toBe(id));
  });

  it('opens where a deep link of the host leads', async () => {
    await openedApp({ initialRoute: '2021-2023/matriz' });
    expect(await pageTitled('Matriz de responsabilidades')).toBeVisible();
  });

  it.each([
    ['2021-2023/kr/OE9-OT9-R9', 'El plan no tiene un resultado clave OE9-OT9-R9.'],
    ['2021-2023/otra-cosa', 'Este enlace no lleva a ninguna parte del plan.'],
    ['2016-2019/matriz', 'El enlace es del plan 2016-2019, que no está en este sitio.']
  ])('says so when a link leads nowhere: %s', async (route, message) => {
    const { user } = await openedApp({ route });
    expect(screen.getByRole('heading', { level: 1, name: message })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ir a Mis resultados' }));
    expect(await pageTitled('Mis resultados')).toBeVisible();
  });

  it('says how fresh the figures are and reads them again when asked', async () => {
    const { user, services } = await openedApp();
    expect(await screen.findByText('Actualizado hace un momento')).toBeVisible();
    services.setNow(new Date('2023-10-05T15:47:00Z'));
    services.data.keyResults = services.data.keyResults.map((row) => (row.code === 'OE2-OT1-R3' ? { ...row, target: 500 } : row));
    await user.click(screen.getByRole('button', { name: 'Actualizar' }));
    expect(await screen.findByText(/de USD\s500\smillones/)).toBeVisible();
    expect(services.requests).toEqual(['plan.readWorkspace', 'plan.readWorkspace']);
  });

  it('copies the address of what is on screen', async () => {
    const { user } = await openedApp();
    await user.click(screen.getByRole('button', { name: /^Atrasado/ }));
    await user.click(screen.getByRole('button', { name: 'Copiar enlace' }));
    expect(await screen.findByText('Enlace copiado.')).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe('https://aci.example/?okr=2021-2023/mis-resultados?luz=rojo');
  });

  it('shows the link itself when it cannot be copied', async () => {
    const { user } = await openedApp();
    const write = jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    await user.click(screen.getByRole('button', { name: 'Copiar enlace' }));
    expect(await screen.findByText('Copia este enlace: https://aci.example/?okr=2021-2023/mis-resultados')).toBeVisible();
    write.mockRestore();
  });

  it('offers the browser in Teams alone', async () => {
    const openInBrowser = jest.fn();
    const { user, unmount } = await openedApp({ host: { kind: 'teams', openInBrowser } });
    await user.click(screen.getByRole('button', { name: 'Abrir en el navegador' }));
    expect(openInBrowser).toHaveBeenCalledWith('2021-2023/mis-resultados', 'https://aci.example');
    unmount();
    await openedApp();
    expect(screen.queryByRole('button', { name: 'Abrir en el navegador' })).toBeNull();
  });
});

describe('rows with problems', () => {
  it('are counted, and each is a link to its row', async () => {
    const services = inMemoryServices({ user: 'com' });
    services.data.problems = PROBLEMS;
    const { user } = await openedApp({ services });
    const button = screen.getByRole('button', { name: '3 filas con problemas' });
    await user.click(button);
    const panel = await screen.findByRole('dialog', { name: 'Filas con problemas' });
    expect(words(panel)).toContain('2 filas no se usan; 1 se usa con un valor supuesto.');
    expect(words(panel)).toContain('Meta debe ser un número.Dice: «treinta»');
    expect(within(panel).getByRole('link', { name: /Abrir la fila OE1-OT2-R5/ })).toHaveAttribute(
      'href', 'https://aci.example/Lists/KeyResults/EditForm.aspx?ID=12'
    );
    expect(within(panel).getByRole('link', { name: /Abrir la lista/ })).toHaveAttribute('href', 'https://aci.example/Lists/Plans/AllItems.aspx');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(button).toHaveFocus();
  });

  it('are not mentioned when there are none', async () => {
    await openedApp();
    expect(screen.queryByRole('button', { name: /con problemas/ })).toBeNull();
  });
});

describe('states', () => {
  const failing = (error: AppError): ReturnType<typeof inMemoryServices> => {
    const services = inMemoryServices({ user: 'com' });
    services.failNext('plan.readWorkspace', error);
    return services;
  };

  it('holds the place of the first screen while it loads', async () => {
    openApp();
    expect(screen.getByText('Cargando tus resultados…')).toBeInTheDocument();
    expect(screen.getByText('Cargando tus resultados…').closest('[aria-busy="true"]')).not.toBeNull();
    await screen.findByRole('navigation', { name: 'Secciones' });
    expect(screen.queryByText('Cargando tus resultados…')).toBeNull();
  });

  it('says who to ask where the person has no access', async () => {
    openApp({ user: 'sin-acceso' });
    expect(await screen.findByText('No tienes acceso a esta información. Pídeselo a Planeación.')).toBeVisible();
  });

  it('names a column that is gone, leads to the list, and tries again', async () => {
    const { user } = openApp({ services: failing(new AppError('columnMissing', { list: 'KeyResults', column: 'Target', status: 400, code: '-1, X' })) });
    expect(await screen.findByText('La columna Meta de Resultados clave no está. Sin ella no se pueden calcular las cifras.')).toBeVisible();
    expect(screen.getByText('Detalle técnico: 400 · -1, X')).toBeVisible();
    expect(screen.getByRole('link', { name: /Abrir la lista/ })).toHaveAttribute('href', 'https://aci.example/Lists/KeyResults/AllItems.aspx');
    await user.click(screen.getByRole('button', { name: 'Reintentar' }));
    expect(await screen.findByRole('navigation', { name: 'Secciones' })).toBeVisible();
  });

  it('names a list that is gone', async () => {
    openApp({ services: failing(new AppError('listMissing', { list: 'CheckIns' })) });
    expect(await screen.findByText('La lista Reportes de avance no está. Sin ella no se pueden calcular las cifras.')).toBeVisible();
  });

  it('counts down while SharePoint asks for a pause, and says so aloud once', async () => {
    openApp({ services: failing(new AppError('throttled', { retryAfterSeconds: 3 })) });
    const [seen, aloud] = await screen.findAllByText('SharePoint pidió una pausa. Reintento en 3 s.');
    expect(aloud.closest('[role="status"]')).not.toBeNull();
    await waitFor(() => expect(seen).toHaveTextContent('Reintento en 2 s.'));
    expect(aloud).toHaveTextContent('Reintento en 3 s.');
    expect(await screen.findByRole('navigation', { name: 'Secciones' }, { timeout: 5000 })).toBeVisible();
  });

  it('shows what was there before while offline, and of when it is', async () => {
    const { user, services } = await openedApp();
    services.setNow(new Date('2023-10-05T16:00:00Z'));
    services.failNext('plan.readWorkspace', new AppError('offline'));
    await user.click(screen.getByRole('button', { name: 'Actualizar' }));
    expect(await screen.findByText('Sin conexión. Ves lo de las 10:42.')).toBeVisible();
    expect(screen.getAllByRole('article')).toHaveLength(26);
  });

  it('says what went wrong over what it still has', async () => {
    const { user, services } = await openedApp();
    services.failNext('plan.readWorkspace', new AppError('columnMissing', { list: 'KeyResults', column: 'Unit' }));
    await user.click(screen.getByRole('button', { name: 'Actualizar' }));
    const alert = await screen.findByRole('alert');
    expect(words(alert)).toContain('La columna Unidad de Resultados clave no está. Sin ella no se pueden calcular las cifras. No se pudo actualizar. Ves lo de las 10:42.');
    await user.click(within(alert).getByRole('button', { name: 'Reintentar' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});
