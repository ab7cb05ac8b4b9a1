import { screen, waitFor, within } from '@testing-library/react';
import { AppError, reviewCheckIns } from '../../../src/application';
import type { CheckIn } from '../../../src/domain';
import { inMemoryServices } from '../../support/in-memory-services';
import type { InMemoryServices } from '../../support/in-memory-services';
import { words } from '../support/render-app';
import { openMaintenance } from './open-maintenance';

const table = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Tabla de reportes por revisar' }, { timeout: 10000 });
const rows = async (): Promise<HTMLElement[]> => within(await table()).getAllByRole('row').slice(1);
const row = async (code: string): Promise<HTMLElement> => {
  const found = (await rows()).find(one => words(one).includes(code));
  if (!found) throw new Error(`No row of ${code}`);
  return found;
};

function stored(services: InMemoryServices, code: string): CheckIn {
  const found = services.data.checkIns.find(({ keyResult, quarter }) => keyResult === code && quarter === '2023-T3');
  if (!found) throw new Error(code);
  return found;
}

/** The reports of the third quarter that wait for a verdict. */
const pending = (services: InMemoryServices): CheckIn[] => services.data.checkIns.filter(
  ({ quarter, review }) => quarter === '2023-T3' && review === 'pending'
);

describe('the queue', () => {
  it('shows what each report says, where it leaves the figure and what it changes', async () => {
    const { services } = await openMaintenance();
    expect((await rows())).toHaveLength(5);
    expect(screen.getByRole('heading', { name: 'Reportes por revisar' })).toBeInTheDocument();
    expect(screen.getByText(`${pending(services).length} pendientes; primero los que cambian el estado de un resultado.`)).toBeInTheDocument();
    const cells = within(await row('OE2-OT1-R3')).getAllByRole('cell').map(words);
    expect(cells.slice(0, 5)).toEqual([
      'INV4 oct 2023', '+USD 32,79 millones', '481,69 de 850', 'En riesgoSin este reporte: Atrasado', 'Sin evidencia'
    ]);
    const shown = (await rows()).map(one => words(one));
    expect(shown.findIndex(text => !text.includes('Sin este reporte'))).toBeGreaterThan(0);
  });

  it('opens a row to what was told, with its evidence', async () => {
    const { user, services } = await openMaintenance();
    await user.click(within(await row('OE3-OT1-R2')).getByRole('button', { name: /^OE3-OT1-R2/ }));
    const told = await screen.findByText(stored(services, 'OE3-OT1-R2').narrative);
    expect(told).toBeInTheDocument();
    const open = screen.getByRole('button', { name: /^OE3-OT1-R2/, expanded: true });
    await user.click(open);
    expect(screen.queryByText(stored(services, 'OE3-OT1-R2').narrative)).not.toBeInTheDocument();
  });

  it('shows the next ones, and those of one process', async () => {
    const { user, services } = await openMaintenance();
    await table();
    const all = pending(services);
    await user.click(screen.getByRole('button', { name: `Mostrar los ${all.length - 5} siguientes` }));
    expect(await rows()).toHaveLength(all.length);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Proceso' }), 'INV');
    expect(await rows()).toHaveLength(all.filter(({ process }) => process === 'INV').length);
    expect(window.location.search).toContain('okr-revision-proceso=INV');
  });

  it('shows the planner\'s own report and says who judges it', async () => {
    const services = inMemoryServices({ user: 'planeacion' });
    const { etag, id, ...content } = stored(services, 'OE2-OT1-R3');
    services.data.checkIns = services.data.checkIns.map(one => (one.id === id ? { ...content, id, etag, author: services.user } : one));
    await openMaintenance(undefined, services);
    const own = await row('OE2-OT1-R3');
    expect(words(own)).toContain('Es tuyo: lo revisa otra persona de Planeación.');
    expect(within(own).queryByRole('button', { name: /Aprobar/ })).not.toBeInTheDocument();
  });

  it('says so when everything has been reviewed', async () => {
    const services = inMemoryServices({ user: 'planeacion' });
    services.data.checkIns = services.data.checkIns.map(one => ({ ...one, review: 'approved' as const }));
    const { user } = await openMaintenance(undefined, services);
    expect(await screen.findByText('Todo está revisado. Los reportes nuevos aparecen aquí.')).toBeInTheDocument();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Estado de la revisión' }), 'aprobados');
    expect((await rows()).length).toBeGreaterThan(0);
  });
});

describe('a verdict', () => {
  it('approves, takes the row away, goes to the next one and can be undone', async () => {
    const { user, services } = await openMaintenance();
    const before = pending(services).length;
    const first = (await rows())[0];
    const code = words(within(first).getByRole('rowheader')).slice(0, 10);
    await user.click(within(first).getByRole('button', { name: new RegExp(`Aprobar ${code}`) }));
    await waitFor(() => expect(stored(services, code).review).toBe('approved'));
    await waitFor(async () => expect(words((await rows())[0])).not.toContain(code));
    expect(screen.getByText(`${before - 1} pendientes; primero los que cambian el estado de un resultado.`)).toBeInTheDocument();
    await waitFor(async () => expect(within((await rows())[0]).getByRole('button', { name: /Aprobar/ })).toHaveFocus());
    await user.click(screen.getByRole('button', { name: 'Deshacer' }));
    await waitFor(() => expect(stored(services, code).review).toBe('pending'));
    await waitFor(async () => expect(words((await rows())[0])).toContain(code));
  });

  it('returns with a reason, which is required', async () => {
    const { user, services } = await openMaintenance();
    await user.click(within(await row('OE3-OT1-R2')).getByRole('button', { name: 'Devolver OE3-OT1-R2 · COM' }));
    const dialog = screen.getByRole('dialog', { name: 'Devolver OE3-OT1-R2 · COM' });
    const reason = within(dialog).getByRole('textbox', { name: 'Motivo' });
    expect(reason).toHaveFocus();
    await user.click(within(dialog).getByRole('button', { name: 'Devolver' }));
    expect(within(dialog).getByRole('alert')).toHaveTextContent('Escribe el motivo');
    expect(reason).toHaveAccessibleDescription(/Escribe el motivo/);
    await user.type(reason, 'Falta el acta.');
    await user.click(within(dialog).getByRole('button', { name: 'Devolver' }));
    await waitFor(() => expect(stored(services, 'OE3-OT1-R2')).toMatchObject({ review: 'returned', reviewNote: 'Falta el acta.' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('is not given on a report that changed meanwhile: it is told, and what there is now is shown', async () => {
    const { user, services } = await openMaintenance();
    const wanted = await row('OE3-OT1-R2');
    const { process, ...seen } = stored(services, 'OE3-OT1-R2');
    await services.as('com').checkIns.update(seen, { ...seen, process: process || '', value: 6 }, {
      keyResultId: services.data.keyResults[0].id, processId: services.data.processes[0].id
    });
    await user.click(within(wanted).getByRole('button', { name: /Aprobar/ }));
    const alert = await screen.findByRole('alert');
    expect(words(alert)).toContain('OE3-OT1-R2 · COM: cambió mientras lo revisabas.');
    expect(stored(services, 'OE3-OT1-R2').review).toBe('pending');
    await waitFor(async () => expect(words(await row('OE3-OT1-R2'))).toContain('+6 publicaciones'));
  });

  it('a pause that SharePoint asks for is waited for; nothing else is sent until it is over', async () => {
    const { user, services } = await openMaintenance();
    const verdict = within(await row('OE2-OT1-R3'));
    services.failNext('reviews.add', new AppError('throttled', { retryAfterSeconds: 1 }));
    await user.click(verdict.getByRole('button', { name: /^Aprobar/ }));
    expect(await screen.findAllByText('SharePoint pidió una pausa. Reintento en 1 s.')).toHaveLength(2);
    expect(within(await row('OE2-OT1-R3')).getByRole('button', { name: /^Guardando/ })).toHaveAttribute('aria-disabled', 'true');
    expect(within(await row('OE3-OT1-R2')).getByRole('button', { name: /^Aprobar/ })).toHaveAttribute('aria-disabled', 'true');
    await waitFor(() => expect(stored(services, 'OE2-OT1-R3').review).toBe('approved'), { timeout: 5000 });
    expect(screen.queryByText(/pidió una pausa/)).toBeNull();
  });

  it('whoever will not wait is told what was not written', async () => {
    const { user, services } = await openMaintenance();
    services.failNext('reviews.add', new AppError('throttled', { retryAfterSeconds: 60 }));
    await user.click(within(await row('OE2-OT1-R3')).getByRole('button', { name: /^Aprobar/ }));
    await user.click(await screen.findByRole('button', { name: 'No reintentar' }));
    expect(words(await screen.findByRole('alert'))).toContain('OE2-OT1-R3 · INV:');
    expect(stored(services, 'OE2-OT1-R3').review).toBe('pending');
    expect(within(await row('OE2-OT1-R3')).getByRole('button', { name: /^Aprobar/ })).not.toHaveAttribute('aria-disabled', 'true');
  });

  it('that could not be saved is told by name; nothing is lost', async () => {
    const { user, services } = await openMaintenance();
    services.failNext('reviews.add', new AppError('offline'));
    await user.click(within(await row('OE3-OT1-R2')).getByRole('button', { name: /Aprobar/ }));
    expect(words(await screen.findByRole('alert'))).toMatch(/Una revisión no quedó guardada.*OE3-OT1-R2 · COM/);
    expect(stored(services, 'OE3-OT1-R2').review).toBe('pending');
    await user.click(within(await row('OE3-OT1-R2')).getByRole('button', { name: /Aprobar/ }));
    await waitFor(() => expect(stored(services, 'OE3-OT1-R2').review).toBe('approved'));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('approving together', () => {
  it('lists what it is about, and approves those that can be, naming the others', async () => {
    const { user, services } = await openMaintenance();
    await table();
    await user.click(screen.getByRole('button', { name: /^Aprobar los \d+ sin observaciones$/ }));
    const dialog = screen.getByRole('dialog');
    const listed = within(dialog).getAllByRole('listitem').map(words);
    expect(within(dialog).getByRole('heading')).toHaveTextContent(`Aprobar ${listed.length} reportes`);
    const codes = listed.map(text => text.slice(0, 10));
    expect(codes).not.toContain('OE2-OT1-R3');
    // A colleague returns one of them in the meantime.
    const judged = pending(services).filter(({ keyResult }) => keyResult === codes[0])[0];
    await reviewCheckIns(services, await services.plan.readWorkspace(services.now()), [{ checkIn: judged, verdict: 'Devuelto', note: 'Repetido.' }]);
    const before = pending(services).length;
    await user.click(within(dialog).getByRole('button', { name: 'Aprobar' }));
    const alert = await screen.findByRole('alert');
    expect(within(alert).getAllByRole('listitem').map(words)).toEqual([expect.stringMatching(new RegExp(`${codes[0]}.*ya decidió otra cosa`))]);
    expect(pending(services)).toHaveLength(before - (listed.length - 1));
    expect(screen.getByText(`${listed.length - 1} reportes aprobados.`)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Deshacer' }));
    await waitFor(() => expect(pending(services)).toHaveLength(before));
  });

  it('writes nothing when the planner goes back', async () => {
    const { user, services } = await openMaintenance();
    await table();
    const before = pending(services).length;
    await user.click(screen.getByRole('button', { name: /^Aprobar los/ }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Volver' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(pending(services)).toHaveLength(before);
  });
});
