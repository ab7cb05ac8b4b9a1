import { act, screen, waitFor, within } from '@testing-library/react';
import { AppError } from '../../../src/application';
import { inMemoryServices, type InMemoryServices } from '../../support/in-memory-services';
import { words } from '../support/render-app';
import { bytesOf, openBytes } from '../support/workbook-file';
import { openMaintenance } from './open-maintenance';

jest.setTimeout(60000);

const LATER = new Date('2023-10-12T15:00:00Z');
const planner = (now?: Date): InMemoryServices => inMemoryServices({ user: 'planeacion', ...(now ? { now } : {}) });
const section = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(id);
  return found;
};
const inClosing = (): ReturnType<typeof within> => within(section('cierre'));
const closeButton = (): HTMLElement => inClosing().getByRole('button', { name: 'Cerrar 2023-T3' });
const stateOf = (services: InMemoryServices, code = '2023-T3'): string | undefined => services.data.quarters.find(row => row.code === code)?.state;

async function open(services: InMemoryServices): ReturnType<typeof openMaintenance> {
  const app = await openMaintenance(undefined, services);
  await screen.findByRole('heading', { name: /^Cerrar 2023-T\d$/ });
  await waitFor(() => expect(services.requests).toContain('quarters.read'));
  return app;
}

it('is answered in the first lines: the quarter, what waits, and what nobody has checked', async () => {
  await open(planner());
  const strip = screen.getByRole('navigation', { name: 'Lo que hay por hacer' });
  expect(within(strip).getAllByRole('link').map(words)).toEqual([
    'Trimestre abierto2023-T3su ventana cierra el 10 de octubre',
    expect.stringMatching(/^Por revisar\d+el más antiguo, de hace \d+ días$/),
    expect.stringMatching(/^Problemas de datos\d+ninguno cambia cifras$/),
    'Cortes que no coinciden—sin comprobar'
  ]);
});

it('stays shut until each red point is decided, asks once more with the consequences, and closes', async () => {
  const services = planner();
  const { user } = await open(services);
  expect(closeButton()).toHaveAttribute('aria-disabled', 'true');
  await user.click(closeButton());
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.click(inClosing().getByRole('checkbox', { name: 'Cerrar antes de que termine la ventana' }));
  expect(closeButton()).toHaveAttribute('aria-disabled', 'true');
  await user.click(inClosing().getByRole('checkbox', { name: 'Cerrar sin revisarlos' }));
  await waitFor(() => expect(closeButton()).not.toHaveAttribute('aria-disabled'));

  await user.click(closeButton());
  const dialog = screen.getByRole('dialog', { name: '¿Cerrar 2023-T3?' });
  expect(words(dialog)).toMatch(/deja de recibir reportes.*Se congelan 79 filas de corte.*Cierras antes de que termine la ventana.*sin revisar/);
  await user.click(within(dialog).getByRole('button', { name: 'Cancelar' }));
  expect(stateOf(services)).toBe('open');

  await user.click(closeButton());
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Cerrar 2023-T3' }));
  expect(await screen.findByText(/2023-T3 quedó cerrado\. Se guardaron 79 filas de corte\./)).toBeVisible();
  expect(stateOf(services)).toBe('closed');
  // The button is gone: whoever pressed it is taken to where it is told.
  expect(screen.getByRole('heading', { name: 'Cerrar 2023-T4' })).toHaveFocus();
  expect(inClosing().getByText('2023-T4 no ha terminado.')).toBeVisible();
});

it('counts what would be frozen beside what was, and who owes what', async () => {
  const { user } = await open(planner(LATER));
  const table = inClosing().getByRole('table', { name: '79 filas de corte' });
  const [head, ...rows] = within(table).getAllByRole('row').map(words);
  expect(head).toBe('Estado2023-T22023-T3');
  const counts = within(table).getAllByRole('row').slice(1, 8).map(row => within(row).getAllByRole('cell').map(cell => Number(words(cell))));
  expect([0, 1].map(column => counts.reduce((all, row) => all + row[column], 0))).toEqual([79, 79]);
  expect(rows[7]).toMatch(/^Avance del plan\d+ %\d+ %$/);
  await user.click(inClosing().getByText('Ver y recordar'));
  expect(inClosing().getByRole('link', { name: 'Escribir a COM' })).toHaveAttribute('href', expect.stringMatching(/^mailto:com@aci\.example\?subject=Reportes/));
});

it('hands out the preview as a workbook, and says so when it could not be made', async () => {
  const { user } = await open(planner(LATER));
  const files: Blob[] = [];
  URL.createObjectURL = () => {
    throw new Error('no room');
  };
  URL.revokeObjectURL = () => undefined;
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const button = (): HTMLElement => inClosing().getByRole('button', { name: 'Exportar la vista previa' });
  await user.click(button());
  expect(await inClosing().findByRole('alert')).toHaveTextContent('No se pudo crear el archivo. Inténtalo de nuevo.');
  URL.createObjectURL = (blob: Blob | MediaSource) => {
    files.push(blob as Blob);
    return 'blob:here';
  };
  await user.click(button());
  expect(await screen.findByText(/^Exportado: .*2023-T3.*\.xlsx$/)).toBeInTheDocument();
  expect(inClosing().queryByRole('alert')).toBeNull();
  click.mockRestore();
  const { sheets, look } = await openBytes(await bytesOf(files[0]));
  expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['2023-T3', 80], ['Sobre este archivo', 4]]);
  const [headings, ...rows] = sheets[0].rows;
  expect(headings).toEqual([
    'Código', 'Resultado clave', 'Procesos', 'Meta', 'Valor 2023-T2', 'Avance 2023-T2', 'Esperado 2023-T2', 'Estado 2023-T2',
    'Valor 2023-T3', 'Avance 2023-T3', 'Esperado 2023-T3', 'Estado 2023-T3', 'Reportes'
  ]);
  const at = rows.findIndex(([code]) => code === 'OE1-OT4-R1');
  expect(typeof rows[at][9]).toBe('number');
  expect(look(1, `J${at + 2}`).format).toBe('0%');
  // What is frozen is counted the same on screen: every result with its state.
  expect(rows.every(row => typeof row[11] === 'string' && row[11] !== '')).toBe(true);
});

it('an interrupted run says where it stopped, and goes on', async () => {
  const services = planner(LATER);
  const { user } = await open(services);
  await user.click(inClosing().getByRole('checkbox', { name: 'Cerrar sin revisarlos' }));
  services.failNext('quarters.writeCutoffs', new AppError('offline'));
  await waitFor(() => expect(closeButton()).not.toHaveAttribute('aria-disabled'));
  await user.click(closeButton());
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Cerrar 2023-T3' }));
  expect(words(await screen.findByRole('alert'))).toMatch(/No hay conexión.*El cierre se detuvo al escribir los cortes\./);
  expect(await screen.findByText(/Empezaste a cerrar 2023-T3 .* y el cierre no terminó\. El trimestre ya no recibe reportes/)).toBeVisible();
  expect(inClosing().queryByRole('checkbox')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Continuar el cierre' }));
  expect(await screen.findByText(/2023-T3 quedó cerrado/)).toBeVisible();
  expect(services.data.cutoffs.filter(({ quarter }) => quarter === '2023-T3')).toHaveLength(79);
});

it('somebody else’s run is left alone while it lasts', async () => {
  const services = planner(LATER);
  const other = services.as('direccion').user;
  services.data.quarters = services.data.quarters.map(row => (row.code === '2023-T3' ? { ...row, state: 'closing' } : row));
  const { id } = services.data.quarters.find(({ code }) => code === '2023-T3') ?? { id: 0 };
  const began = (minutes: number): void => {
    services.quarterFacts.rows.set(id, {
      version: 2, changedBy: other, changedOn: new Date(LATER.getTime() - minutes * 60000).toISOString(), lastCheckInId: null, reopenReason: ''
    });
  };
  began(1);
  const { user } = await open(services);
  expect(await screen.findByText('Dirección está cerrando 2023-T3 (hace 1 min). Espera a que termine.')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Continuar el cierre' })).toBeNull();
  began(20);
  await user.click(inClosing().getByRole('button', { name: 'Actualizar' }));
  expect(await screen.findByText(/Dirección empezó a cerrar 2023-T3 \(hace 20 min\) y el cierre no terminó/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Continuar el cierre' })).toBeVisible();
});

it('tells who was faster', async () => {
  const services = planner(LATER);
  const { user } = await open(services);
  await user.click(inClosing().getByRole('checkbox', { name: 'Cerrar sin revisarlos' }));
  await waitFor(() => expect(closeButton()).not.toHaveAttribute('aria-disabled'));
  await user.click(closeButton());
  services.data.planners.push(services.as('direccion').user.login);
  const other = services.as('direccion');
  const workspace = await other.plan.readWorkspace(LATER);
  const { rows } = await other.quarters.read(workspace);
  await other.quarters.write(rows.find(({ code }) => code === '2023-T3') ?? rows[0], { state: 'closing' });
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Cerrar 2023-T3' }));
  expect(words(await screen.findByRole('alert'))).toMatch(/Dirección está cerrando 2023-T3/);
  expect(services.data.cutoffs.some(({ quarter }) => quarter === '2023-T3')).toBe(false);
});

it('opens the last closed quarter again, with a reason', async () => {
  const services = planner();
  const { user } = await open(services);
  const list = within(section('trimestres'));
  expect(list.getAllByRole('button', { name: /Reabrir/ })).toHaveLength(1);
  await user.click(await list.findByRole('button', { name: 'Reabrir 2023-T2' }));
  const dialog = screen.getByRole('dialog', { name: '¿Reabrir 2023-T2?' });
  await user.click(within(dialog).getByRole('button', { name: 'Reabrir 2023-T2' }));
  expect(within(dialog).getByRole('textbox', { name: 'Motivo' })).toHaveAttribute('aria-invalid', 'true');
  expect(stateOf(services, '2023-T2')).toBe('closed');
  await user.type(within(dialog).getByRole('textbox', { name: 'Motivo' }), 'Faltó un convenio');
  await user.click(within(dialog).getByRole('button', { name: 'Reabrir 2023-T2' }));
  expect(await screen.findByText('2023-T2 está abierto de nuevo.')).toBeVisible();
  expect(stateOf(services, '2023-T2')).toBe('open');
  expect(await list.findByText('2023-10-05 Planeación: Faltó un convenio')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Cerrar 2023-T2' })).toBeVisible();
});

it('finds the cutoffs that no longer agree, when asked to', async () => {
  const services = planner();
  const gone = services.data.checkIns.find(({ quarter, value, keyResult }) => quarter === '2022-T2' && value !== null && value > 0
    && services.data.keyResults.some(({ code, accumulation }) => code === keyResult && accumulation === 'Sum'));
  services.data.checkIns = services.data.checkIns.filter(row => row !== gone);
  const { user } = await open(services);
  const cuts = within(section('cortes'));
  await user.click(cuts.getByRole('button', { name: 'Comprobar' }));
  const table = await cuts.findByRole('table');
  const [, row] = within(table).getAllByRole('row');
  expect(words(row)).toMatch(new RegExp(`^${gone?.keyResult}.*2022-T2y 4 cortes siguientes, hasta 2023-T2.*se borró el reporte ${gone?.id}`));
  expect(within(row).getByRole('link', { name: 'Abrir fila' })).toHaveAttribute('href', expect.stringContaining('/Lists/Cutoffs/EditForm.aspx?ID='));
  expect(words(screen.getByRole('navigation', { name: 'Lo que hay por hacer' }))).toContain('Cortes que no coinciden12022-T2');
});

it('mends what the list refuses, and makes a deleted row again', async () => {
  const services = planner();
  services.quarterFacts.refusal = { kind: 'none' };
  services.data.quarters = services.data.quarters.filter(({ code }) => code !== '2022-T4');
  const { user } = await open(services);
  expect(inClosing().getByText('Falta la fila de 2022-T4 en la lista Trimestres.')).toBeVisible();
  await user.click(await screen.findByRole('button', { name: 'Corregir la fórmula' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Corregir la fórmula' })).toBeNull());
  expect(services.quarterFacts.refusal).toEqual({ kind: 'upTo', quarter: '2023-T2' });
  await user.click(inClosing().getByRole('button', { name: 'Crear 2022-T4' }));
  await waitFor(() => expect(stateOf(services, '2022-T4')).toBe('closed'));
  await waitFor(() => expect(inClosing().queryByRole('button', { name: 'Crear 2022-T4' })).toBeNull());
});

it('says so when the quarters cannot be read, and reads again', async () => {
  const services = planner();
  services.failNext('quarters.read', new AppError('unavailable', { status: 503 }));
  const { user } = await open(services);
  const alert = await screen.findByRole('alert');
  expect(words(alert)).toContain('SharePoint no responde en este momento.');
  expect(closeButton()).toHaveAttribute('aria-disabled', 'true');
  await act(async () => { await user.click(within(alert).getByRole('button', { name: 'Reintentar' })); });
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});
