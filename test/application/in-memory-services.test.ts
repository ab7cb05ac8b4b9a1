import { AppError } from '../../src/application';
import type { Process } from '../../src/domain';
import { inMemoryServices } from '../support/in-memory-services';

describe('the services that tests stand on', () => {
  it('hold the real plan: 79 key results, 7 processes, 140 responsibilities, ten quarters closed', async () => {
    const services = inMemoryServices();
    const workspace = await services.plan.readWorkspace(services.now());
    expect(workspace).toMatchObject({
      baseQuarter: '2023-T2',
      user: { name: 'Profesional COOP' },
      permissions: { report: true, plan: false, setUp: false }
    });
    expect([workspace.keyResults.length, workspace.processes.length, workspace.cutoffs.length, workspace.quarters.length]).toEqual([
      79, 7, 79, 12
    ]);
    expect(workspace.checkIns.every(({ quarter }) => quarter > '2023-T2')).toBe(true);
    expect(services.now().toISOString()).toBe('2023-10-05T15:42:00.000Z');
  });

  it('give copies: what a screen does to them stays there', async () => {
    const services = inMemoryServices();
    const workspace = await services.plan.readWorkspace(services.now());
    (workspace.processes as Process[]).length = 0;
    expect((await services.plan.readWorkspace(services.now())).processes).toHaveLength(7);
  });

  it('share one site among several people, each with their own rights and store', async () => {
    const coop = inMemoryServices();
    const planner = coop.as('planeacion');
    planner.data.plan = { ...planner.data.plan, title: 'Otro nombre' };
    expect((await coop.plan.readWorkspace(coop.now())).plan.title).toBe('Otro nombre');
    expect((await planner.plan.readWorkspace(coop.now())).permissions).toEqual({ report: true, decide: true, plan: true, setUp: true });
    expect((await coop.as('direccion').plan.readWorkspace(coop.now())).permissions.report).toBe(false);
    await expect(coop.as('sin-acceso').plan.readWorkspace(coop.now())).rejects.toMatchObject({ kind: 'noAccess' });
    coop.store.write('key', 'value');
    expect([coop.store.read('key'), planner.store.read('key')]).toEqual(['value', null]);
    expect(() => coop.as('nadie')).toThrow('nadie');
    expect(coop.newKey()).not.toBe(planner.newKey());
  });

  it('fail once when told to', async () => {
    const services = inMemoryServices();
    services.failNext('plan.readWorkspace', new AppError('throttled', { retryAfterSeconds: 12 }));
    await expect(services.plan.readWorkspace(services.now())).rejects.toMatchObject({
      kind: 'throttled',
      details: { retryAfterSeconds: 12 }
    });
    await expect(services.plan.readWorkspace(services.now())).resolves.toBeDefined();
    await expect(services.plan.readWorkspace(services.now(), '1999-2001')).rejects.toMatchObject({ kind: 'gone' });
  });

  it('read history, check-ins, versions of the target and documents', async () => {
    const services = inMemoryServices();
    const { keyResults } = await services.plan.readWorkspace(services.now());
    const acciones = keyResults.filter(({ code }) => code === 'OE1-OT4-R1')[0];
    const history = await services.plan.readHistory(acciones);
    expect(history.cutoffs.map(({ quarter }) => quarter)).toEqual([...history.cutoffs.map(({ quarter }) => quarter)].sort());
    expect(history).toMatchObject({ indicator: { code: '1.3.3.4' }, targetChanges: [{ oldTarget: 7, newTarget: 26 }] });
    expect((await services.plan.readCheckIns(acciones, '2023-T1')).checkIns.map(({ review }) => review)).toContain('returned');
    expect((await services.plan.readTargetVersions(acciones)).map(({ target }) => target)).toEqual([26, 7]);
    const documents = await services.evidence.list('COOP');
    expect(documents.map(({ text }) => text)).toContain('Plan operativo 2021 COOP (ejemplo).pdf');
    await expect(services.evidence.list('COOP', '/nada')).rejects.toMatchObject({ kind: 'gone' });
    expect(services.links.row('KeyResults', 7)).toBe('https://aci.example/Lists/KeyResults/EditForm.aspx?ID=7');
  });

  it('refuse a key that is somebody else\'s, and a row to a key result that is gone', async () => {
    const services = inMemoryServices();
    const [{ process, ...row }] = services.data.checkIns.filter(checkIn => checkIn.process === 'COM');
    const known = { ...row, process: process || '' };
    const ids = { keyResultId: 1, processId: 1 };
    await expect(services.checkIns.add(known, ids)).rejects.toMatchObject({ kind: 'duplicate' });
    await expect(services.checkIns.add({ ...known, clientKey: 'new' }, { ...ids, keyResultId: 9999 })).rejects.toMatchObject({
      kind: 'gone'
    });
    await expect(services.as('direccion').checkIns.add({ ...known, clientKey: 'new' }, ids)).rejects.toMatchObject({ kind: 'noAccess' });
  });

  it('are set up by who may', async () => {
    const services = inMemoryServices({ data: { isSetUp: false } });
    await expect(services.plan.readWorkspace(services.now())).rejects.toMatchObject({ kind: 'listsMissing' });
    expect(await services.setUp.inspect()).toMatchObject({ state: 'missing', allowed: false, owners: ['Planeación'] });
    await expect(services.setUp.run(() => undefined)).rejects.toMatchObject({ kind: 'noAccess' });
    const done: number[] = [];
    await services.as('planeacion').setUp.run(progress => { done.push(progress.done); });
    expect(done).toEqual([1, 2, 3]);
    await expect(services.plan.readWorkspace(services.now())).resolves.toBeDefined();
  });
});
