/** Verdicts: the same cases in memory and over HTTP. */
import type { Services, VerdictOn, Workspace } from '../../src/application';
import { reviewCheckIns, undoReviews } from '../../src/application';
import type { CheckIn } from '../../src/domain';
import { inMemoryServices } from '../support/in-memory-services';
import { contractSite } from './site';

const site = contractSite(true);
const memory = inMemoryServices();
const adapters: [string, (person: string) => Services][] = [
  ['in memory', person => memory.as(person)],
  ['on SharePoint', person => site.services(person)]
];

const read = (services: Services): Promise<Workspace> => services.plan.readWorkspace(services.now());
let keys = 0;

/** A report of COM, fresh. */
async function report(services: Services, value = 1): Promise<CheckIn> {
  const { keyResults, processes } = await read(services);
  const keyResult = keyResults.filter(({ code }) => code === 'OE3-OT1-R2')[0];
  keys += 1;
  return services.checkIns.add({
    keyResult: keyResult.code, process: 'COM', quarter: '2023-T3', value, stagesDone: [], confidence: 'Alta', narrative: 'Una nota.', obstacles: '',
    nextStep: '', evidence: [{ url: '/SIGACI/nota.pdf', text: 'Nota' }], reportedOn: '2023-10-04T15:00:00Z', clientKey: `review-${keys}`
  }, { keyResultId: keyResult.id, processId: processes.filter(({ code }) => code === 'COM')[0].id });
}

async function correct(services: Services, checkIn: CheckIn): Promise<CheckIn> {
  const { keyResults, processes } = await read(services);
  return services.checkIns.update(checkIn, { ...checkIn, process: 'COM', value: 7 }, {
    keyResultId: keyResults.filter(({ code }) => code === checkIn.keyResult)[0].id, processId: processes.filter(({ code }) => code === 'COM')[0].id
  });
}

async function stands(services: Services, { id }: CheckIn): Promise<string> {
  const row = (await read(services)).checkIns.find(checkIn => checkIn.id === id);
  return row ? [row.review, row.reviewNote].filter(Boolean).join(': ') : 'gone';
}

const approve = (checkIn: CheckIn): VerdictOn => ({ checkIn, verdict: 'Aprobado', note: '' });
const giveBack = (checkIn: CheckIn, note = 'Falta el acta.'): VerdictOn => ({ checkIn, verdict: 'Devuelto', note });

describe.each(adapters)('%s', (name, as) => {
  test('a check-in is returned with a reason, corrected, pending again and approved', async () => {
    const planner = as('planeacion');
    const checkIn = await report(as('com'));
    const run = await reviewCheckIns(planner, await read(planner), [giveBack(checkIn)]);
    expect(run.outcomes[0].result.kind).toBe('done');
    expect(await stands(as('com'), checkIn)).toBe('returned: Falta el acta.');
    const corrected = await correct(as('com'), checkIn);
    expect(await stands(planner, checkIn)).toBe('pending');
    await reviewCheckIns(planner, await read(planner), [approve(corrected)]);
    expect(await stands(as('com'), checkIn)).toBe('approved');
    // A check-in with a verdict on any version stays.
    await expect(as('com').checkIns.remove(corrected)).rejects.toMatchObject({ kind: 'refused' });
  });

  test('many are judged with one reading and one writing; what changed meanwhile is told apart', async () => {
    const planner = as('planeacion');
    const com = as('com');
    const checkIns = [await report(com), await report(com), await report(com)];
    const deleted = await report(com);
    const workspace = await read(planner);
    await correct(com, checkIns[1]);
    await com.checkIns.remove(deleted);
    if (name === 'on SharePoint') site.takeRequests();
    const progress: [number, number][] = [];
    const run = await reviewCheckIns(planner, workspace, [...checkIns, deleted].map(approve), (done, total) => { progress.push([done, total]); });
    if (name === 'on SharePoint') expect(site.takeRequests()).toEqual(['POST /_api/$batch', 'POST /_api/$batch']);
    expect(run.outcomes.map(({ result }) => (result.kind === 'refused' ? result.why : result.kind))).toEqual(['done', 'changed', 'done', 'gone']);
    expect(progress).toEqual([[2, 2]]);
    expect(await Promise.all(checkIns.map(checkIn => stands(planner, checkIn)))).toEqual(['approved', 'pending', 'approved']);
  });

  test('a check-in deleted between reading and writing is refused, and keeps none of the others', async () => {
    const planner = as('planeacion');
    const [one, other] = [await report(as('com')), await report(as('com'))];
    await as('com').checkIns.remove(one);
    const rows = [one, other].map(({ id, version, quarter }) => ({
      checkIn: id, version, quarter, verdict: 'Aprobado' as const, note: '', title: 'Prueba', key: `gone-${id}`
    }));
    const outcomes = await planner.reviews.add(rows);
    expect(outcomes.map(({ ok }) => ok)).toEqual([false, true]);
    expect(await stands(planner, other)).toBe('approved');
  });

  test('staff and leaders are refused by the list itself', async () => {
    const checkIn = await report(as('com'));
    const { id, version, quarter } = checkIn;
    for (const person of ['com', 'coop', 'direccion']) {
      const [outcome] = await as(person).reviews.add([{ checkIn: id, version, quarter, verdict: 'Aprobado', note: '', title: 'Propia', key: `own-${id}` }]);
      expect(outcome).toMatchObject({ ok: false, error: { kind: 'noAccess' } });
    }
    expect(await stands(as('planeacion'), checkIn)).toBe('pending');
  });

  test('a verdict is taken back once, and only while it is the last', async () => {
    const planner = as('planeacion');
    const checkIn = await report(as('com'));
    const first = await reviewCheckIns(planner, await read(planner), [approve(checkIn)]);
    const { workspace } = await undoReviews(planner, first.workspace, [first.outcomes[0]]);
    expect(await stands(planner, checkIn)).toBe('pending');
    const second = await reviewCheckIns(planner, workspace, [approve(checkIn)]);
    const seen = second.workspace.checkIns.filter(({ id }) => id === checkIn.id)[0];
    const third = await reviewCheckIns(planner, second.workspace, [giveBack(seen)]);
    expect((await undoReviews(planner, third.workspace, [second.outcomes[0]])).failed).toMatchObject([{ error: { kind: 'conflict' } }]);
    await undoReviews(planner, third.workspace, [third.outcomes[0]]);
    expect(await stands(planner, checkIn)).toBe('approved');
  });

  test('the same verdict a second time writes nothing', async () => {
    const planner = as('planeacion');
    const checkIn = await report(as('com'));
    const workspace = await read(planner);
    await reviewCheckIns(planner, workspace, [giveBack(checkIn)]);
    const again = await reviewCheckIns(planner, workspace, [giveBack(checkIn)]);
    expect(again.outcomes[0].result).toEqual({ kind: 'done', row: null });
    const { verdicts } = await planner.reviews.read(['2023-T3']);
    expect(verdicts.filter(row => row.checkIn === checkIn.id)).toHaveLength(1);
    expect(verdicts.filter(row => row.checkIn === checkIn.id)[0]).toMatchObject({ author: { name: 'Planeación' }, version: '1.0' });
  });
});

describe('on SharePoint alone', () => {
  afterEach(() => { site.server.faults.clear(); });

  test('a request whose answer was lost is sent again by the browser and doubles nothing', async () => {
    const planner = site.services('planeacion');
    const checkIn = await report(site.services('com'));
    const workspace = await read(planner);
    await planner.reviews.read(['2023-T3']);
    site.server.faults.add({ url: 'batch', method: 'POST', kind: 'dropAfter', count: 1, skip: 1, user: 'planeacion' });
    const run = await reviewCheckIns(planner, workspace, [giveBack(checkIn)]);
    expect(run.outcomes[0].result.kind).toBe('done');
    const { verdicts } = await planner.reviews.read(['2023-T3']);
    expect(verdicts.filter(row => row.checkIn === checkIn.id)).toHaveLength(1);
  });

  test('a verdict somebody wrote into the list by hand counts', async () => {
    const planner = site.services('planeacion');
    const checkIn = await report(site.services('com'));
    const workspace = await read(planner);
    await site.tools().list('Reviews').items.add({
      Title: 'A mano', CheckInId: checkIn.id, Version0: '1', Verdict: 'aprobado', Quarter: '2023-T3'
    });
    const run = await reviewCheckIns(planner, workspace, [approve(checkIn), giveBack(checkIn)]);
    expect(run.outcomes.map(({ result }) => (result.kind === 'refused' ? result.why : result.kind))).toEqual(['done', 'judgedOtherwise']);
  });
});
