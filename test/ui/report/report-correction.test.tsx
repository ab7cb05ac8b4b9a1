import { screen, waitFor, within } from '@testing-library/react';
import { AppError } from '../../../src/application/errors';
import { inMemoryServices } from '../../support/in-memory-services';
import type { InMemoryServices } from '../../support/in-memory-services';
import type { CheckIn } from '../../../src/domain';
import { narrative, obstacles, openPanel, preview, said, saveButton, value, write } from './panel-frame';

/** COOP's own report of 2023-T3 on OE1-OT4-R1, a contribution of 1. */
const OWN = 105;
const KEY_RESULT = 'OE1-OT4-R1';

const row = (services: InMemoryServices, id = OWN): CheckIn => services.data.checkIns.find((one) => one.id === id) as CheckIn;

/** A planner changes the row in the list, behind the panel. */
async function changeInList(services: InMemoryServices, part: Partial<CheckIn>, who = 'planeacion'): Promise<void> {
  const { keyResults, processes } = services.data;
  await services.as(who).checkIns.update(row(services), { ...row(services), ...part, process: 'COOP' }, {
    keyResultId: keyResults.find(({ code }) => code === KEY_RESULT)?.id ?? 0,
    processId: processes.find(({ code }) => code === 'COOP')?.id ?? 0
  });
}

const side = (field: string, name: RegExp): HTMLElement => within(screen.getByRole('group', { name: field })).getByRole('radio', { name });

describe('correcting one’s own report', () => {
  it('begins with what was reported, counts it once and keeps its place in time', async () => {
    const { user, services, saved } = await openPanel({ keyResult: KEY_RESULT, correct: OWN });
    const original = row(services);
    expect(screen.getByRole('dialog', { name: 'OE1-OT4-R1 · 2023-T3 · COOP Corregir reporte' })).toBeVisible();
    expect(value()).toHaveValue('1');
    expect(narrative()).toHaveValue(original.narrative);
    await user.clear(value());
    await user.type(value(), '2');
    expect(said(preview())).toContain('Sin este reporte 22+Aportas 2=Quedan en 24deMeta 26');
    services.setNow(new Date('2023-10-06T15:00:00Z'));
    const before = services.requests.length;
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(services.requests.slice(before)).toEqual(['checkIns.update']);
    expect(saved[0].kind).toBe('corrected');
    expect(row(services)).toMatchObject({ value: 2, reportedOn: original.reportedOn, clientKey: original.clientKey, process: 'COOP' });
    expect(saved[0].workspace.checkIns.filter(({ id }) => id === OWN)).toEqual([saved[0].checkIn]);
  });

  it('says why it came back', async () => {
    const services = inMemoryServices({ user: 'coop' });
    services.data.checkIns = services.data.checkIns.map((one) => (
      one.id === OWN ? { ...one, review: 'returned', reviewNote: 'Falta el acta.' } : one
    ));
    await openPanel({ keyResult: KEY_RESULT, correct: OWN, services });
    expect(screen.getByText('Planeación devolvió este reporte: «Falta el acta.»')).toBeVisible();
  });

  it('has a draft of its own, apart from that of a new report', async () => {
    const { user, services, reopen } = await openPanel({ keyResult: KEY_RESULT, correct: OWN });
    await user.clear(narrative());
    await write(user, narrative(), 'Corregido a medias');
    reopen();
    expect(screen.getByText('Borrador de las 10:42.')).toBeVisible();
    expect(narrative()).toHaveValue('Corregido a medias');
    expect(services.store.read('draft/OE1-OT4-R1/COOP/2023-T3')).toBeNull();
  });

  it('is refused by the list when it is somebody else’s', async () => {
    const { user, services } = await openPanel({ keyResult: KEY_RESULT, correct: OWN });
    services.failNext('checkIns.update', new AppError('noAccess'));
    await user.click(saveButton());
    expect(await screen.findByText(/solo puede hacerlo quien lo hizo/)).toBeVisible();
  });

  it('of a deleted report can become a report of its own', async () => {
    const { user, services, saved } = await openPanel({ keyResult: KEY_RESULT, correct: OWN });
    await user.clear(value());
    await user.type(value(), '4');
    services.data.checkIns = services.data.checkIns.filter(({ id }) => id !== OWN);
    await user.click(saveButton());
    expect(await screen.findByText(/Alguien borró este reporte mientras lo corregías\. Lo que escribiste sigue aquí\./)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Guardar como nuevo' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]).toMatchObject({ kind: 'added', checkIn: { value: 4 } });
    expect(saved[0].checkIn.id).not.toBe(OWN);
    expect(saved[0].workspace.checkIns.filter((one) => one.keyResult === KEY_RESULT && one.process === 'COOP')).toHaveLength(1);
  });
});

describe('when the report has changed meanwhile', () => {
  async function conflicting(part: Partial<CheckIn>): Promise<Awaited<ReturnType<typeof openPanel>>> {
    const frame = await openPanel({ keyResult: KEY_RESULT, correct: OWN });
    const { user, services } = frame;
    await user.clear(value());
    await user.type(value(), '3');
    await user.clear(obstacles());
    await write(user, obstacles(), 'Mi obstáculo');
    await changeInList(services, part);
    await user.click(saveButton());
    return frame;
  }

  it('shows both versions where they differ, and writes nothing', async () => {
    const { services, saved } = await conflicting({ value: 9, narrative: 'Texto de la otra ventana' });
    expect(await screen.findByText('Planeación cambió este reporte a las 10:42. Elige con qué te quedas; nada se ha perdido.')).toBeVisible();
    expect(said(screen.getByRole('group', { name: 'Valor' }))).toBe('ValorLa mía3 accionesLa que está en la lista9 acciones');
    expect(said(screen.getByRole('group', { name: '¿Qué se logró?' }))).toContain('La que está en la listaTexto de la otra ventana');
    expect(said(screen.getByRole('group', { name: 'Obstáculos' }))).toContain('La míaMi obstáculo');
    expect(screen.queryByRole('group', { name: 'Próximo paso' })).toBeNull();
    expect(screen.getByRole('dialog')).toContainElement(document.activeElement as HTMLElement);
    expect(row(services).value).toBe(9);
    expect(saved).toHaveLength(0);
  });

  it('says so when it was in another window of one’s own', async () => {
    const { user, services } = await openPanel({ keyResult: KEY_RESULT, correct: OWN });
    await user.clear(value());
    await user.type(value(), '3');
    services.setNow(new Date('2023-10-05T15:40:00Z'));
    await changeInList(services, { value: 9 }, 'coop');
    await user.click(saveButton());
    expect(await screen.findByText(/^Cambiaste este reporte desde otra ventana a las 10:40\./)).toBeVisible();
  });

  it('says no more than the site tells', async () => {
    const services = inMemoryServices({ user: 'coop' });
    const read = services.checkIns.read;
    Object.assign(services.checkIns, { read: async (id: number) => ({ ...await read(id), changedBy: undefined, changedOn: undefined }) });
    const { user } = await openPanel({ keyResult: KEY_RESULT, correct: OWN, services });
    await user.clear(value());
    await user.type(value(), '3');
    await changeInList(services, { value: 9 });
    await user.click(saveButton());
    expect(await screen.findByText(/^Alguien cambió este reporte mientras lo corregías\./)).toBeVisible();
  });

  it('mine can be kept', async () => {
    const { user, services, saved } = await conflicting({ value: 9, narrative: 'Texto de la otra ventana' });
    await user.click(await screen.findByRole('button', { name: 'Conservar la mía' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(row(services)).toMatchObject({ value: 3, obstacles: 'Mi obstáculo' });
    expect(row(services).narrative).not.toBe('Texto de la otra ventana');
  });

  it('the other can be used', async () => {
    const { user, services, saved } = await conflicting({ value: 9 });
    await user.click(await screen.findByRole('button', { name: 'Usar la otra' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].checkIn).toMatchObject({ id: OWN, value: 9, etag: row(services).etag });
    expect(saved[0].workspace.checkIns.find(({ id }) => id === OWN)).toMatchObject({ value: 9 });
    // The planner's and the attempt that met it.
    expect(services.requests.filter((name) => name === 'checkIns.update')).toHaveLength(2);
    expect(services.store.read(`draft/OE1-OT4-R1/COOP/2023-T3/${OWN}`)).toBeNull();
  });

  it('and so can some of each', async () => {
    const { user, services, saved } = await conflicting({ value: 9, narrative: 'Texto de la otra ventana' });
    await screen.findByRole('group', { name: 'Valor' });
    await user.click(side('¿Qué se logró?', /^La que está en la lista/));
    await user.click(screen.getByRole('button', { name: 'Guardar lo elegido' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(row(services)).toMatchObject({ value: 3, narrative: 'Texto de la otra ventana', obstacles: 'Mi obstáculo' });
  });

  it('one can go back to the form with everything in place', async () => {
    const { user } = await conflicting({ value: 9 });
    await user.click(await screen.findByRole('button', { name: 'Volver al formulario' }));
    expect(value()).toHaveValue('3');
    expect(obstacles()).toHaveValue('Mi obstáculo');
    await waitFor(() => expect(value()).toHaveFocus());
  });

  it('a second change meets a second question', async () => {
    const { user, services, saved } = await conflicting({ value: 9 });
    await screen.findByRole('group', { name: 'Valor' });
    await changeInList(services, { value: 11 });
    await user.click(screen.getByRole('button', { name: 'Conservar la mía' }));
    await waitFor(() => expect(said(screen.getByRole('group', { name: 'Valor' }))).toContain('11 acciones'));
    expect(saved).toHaveLength(0);
    expect(row(services).value).toBe(11);
  });

  it('two that say the same are no conflict', async () => {
    const { user, services, saved } = await openPanel({ keyResult: KEY_RESULT, correct: OWN });
    await user.clear(value());
    await user.type(value(), '3');
    await changeInList(services, { value: 3 });
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].checkIn.etag).toBe(row(services).etag);
  });

  it('a draft begun before somebody’s change meets it, instead of writing over it', async () => {
    const frame = await openPanel({ keyResult: KEY_RESULT, correct: OWN });
    await frame.user.clear(narrative());
    await write(frame.user, narrative(), 'Mi versión');
    await changeInList(frame.services, { narrative: 'La otra versión' });
    await frame.refresh();
    frame.reopen();
    expect(narrative()).toHaveValue('Mi versión');
    await frame.user.click(saveButton());
    expect(said(await screen.findByRole('group', { name: '¿Qué se logró?' }))).toContain('La otra versión');
    expect(row(frame.services).narrative).toBe('La otra versión');
  });
});
