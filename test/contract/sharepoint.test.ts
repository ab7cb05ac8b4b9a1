/** What only a site over HTTP can show: how much is asked, what planners do to lists, and answers that fail. */
import '@pnp/sp/fields/list';
import type { Services, Workspace } from '../../src/application';
import type { CheckInDraft } from '../../src/domain';
import { contractSite, SAMPLE_DAY } from './site';

const site = contractSite(true);
const CODE = 'OE1-OT2-R5';
const BATCH = 'POST /_api/$batch';

beforeEach(async () => {
  site.setNow(SAMPLE_DAY);
  site.server.faults.clear();
  // A digest is there before, as SPFx brings it with the page.
  await site.services('coop').plan.readWorkspace(SAMPLE_DAY);
  site.takeRequests();
});

let keys = 0;

async function newDraft(services: Services): Promise<{
  workspace: Workspace; draft: CheckInDraft; references: { keyResultId: number; processId: number }
}> {
  const workspace = await services.plan.readWorkspace(services.now());
  keys += 1;
  const draft: CheckInDraft = {
    keyResult: CODE, process: 'COOP', quarter: '2023-T3', value: 1.5, stagesDone: [], confidence: 'Media', narrative: 'Avance',
    obstacles: '', nextStep: '', evidence: [],
    reportedOn: '2023-10-05T15:42:00Z', clientKey: `sharepoint-${keys}`
  };
  const keyResultId = workspace.keyResults.find(({ code }) => code === CODE)?.id ?? 0;
  const processId = workspace.processes.find(({ code }) => code === 'COOP')?.id ?? 0;
  site.takeRequests();
  return { workspace, draft, references: { keyResultId, processId } };
}

async function rowsWithKey(clientKey: string): Promise<number> {
  const rows = await site.tools().list('CheckIns').items.select('Id').filter(`ClientKey eq '${clientKey}'`)<unknown[]>();
  return rows.length;
}

describe('requests', () => {
  test('one fills the first screen', async () => {
    await site.services('coop').plan.readWorkspace(SAMPLE_DAY);
    expect(site.takeRequests()).toEqual([BATCH]);
  });

  test('two, when more quarters are open than the clock leads to expect', async () => {
    // In November the window of 2023-T3 has passed, but nobody has closed it.
    const later = new Date('2023-11-20T15:00:00Z');
    const workspace = await site.services('coop').plan.readWorkspace(later);
    expect(site.takeRequests()).toEqual([BATCH, BATCH]);
    expect(workspace.baseQuarter).toBe('2023-T2');
    expect([workspace.cutoffs.length, new Set(workspace.checkIns.map(({ quarter }) => quarter)).has('2023-T3')]).toEqual([79, true]);
  });

  test('two, when the base is another than the clock leads to expect', async () => {
    // In July the clock expects 2023-T2 to be open still; it is closed.
    const workspace = await site.services('coop').plan.readWorkspace(new Date('2023-07-05T15:00:00Z'));
    expect(site.takeRequests()).toEqual([BATCH, BATCH]);
    expect([workspace.baseQuarter, workspace.cutoffs.length]).toEqual(['2023-T2', 79]);
  });

  test('one each for a check-in, its correction, its removal, a history, a quarter’s check-ins, the target’s versions', async () => {
    const services = site.services('coop');
    const { workspace, draft, references } = await newDraft(services);
    const written = await services.checkIns.add(draft, references);
    expect(site.takeRequests()).toHaveLength(1);
    const corrected = await services.checkIns.update(written, { ...draft, value: 2 }, references);
    expect(site.takeRequests()).toHaveLength(1);
    await services.checkIns.read(written.id);
    expect(site.takeRequests()).toHaveLength(1);
    await services.checkIns.remove(corrected);
    expect(site.takeRequests()).toHaveLength(1);
    const keyResult = workspace.keyResults.find(({ code }) => code === CODE);
    if (!keyResult) throw new Error(CODE);
    await services.plan.readHistory(keyResult);
    expect(site.takeRequests()).toEqual([BATCH]);
    await services.plan.readCheckIns(keyResult, '2021-T4');
    expect(site.takeRequests()).toEqual([BATCH]);
    await services.plan.readTargetVersions(keyResult);
    expect(site.takeRequests()).toHaveLength(1);
  });
});

describe('what planners do to lists', () => {
  test('renaming lists and columns changes nothing here', async () => {
    const before = await site.services('coop').plan.readWorkspace(SAMPLE_DAY);
    const tools = site.tools();
    await tools.list('KeyResults').update({ Title: 'Indicadores OKR' });
    await tools.list('KeyResults').fields.getByInternalNameOrTitle('Target').update({ Title: 'Meta 2023' }, 'SP.Field');
    await tools.list('Processes').fields.getByInternalNameOrTitle('Title').update({ Title: 'Sigla' }, 'SP.Field');
    const after = await site.services('coop').plan.readWorkspace(SAMPLE_DAY);
    expect(after).toEqual(before);
    await tools.list('KeyResults').update({ Title: 'Resultados clave' });
  });

  test('a changed target is there at the next reading', async () => {
    const tools = site.tools();
    const workspace = await site.services('coop').plan.readWorkspace(SAMPLE_DAY);
    const keyResult = workspace.keyResults.find(({ code }) => code === CODE);
    if (!keyResult) throw new Error(CODE);
    await tools.list('KeyResults').items.getById(keyResult.id).update({ Target: 40 });
    const changed = (await site.services('coop').plan.readWorkspace(SAMPLE_DAY)).keyResults.find(({ code }) => code === CODE);
    expect(changed?.target).toBe(40);
    const { problems } = await site.services('coop').plan.readHistory(changed ?? keyResult);
    expect(problems).toMatchObject([{ kind: 'targetWithoutHistory', list: 'KeyResults', rowId: keyResult.id, found: '40' }]);
    await tools.list('KeyResults').items.getById(keyResult.id).update({ Target: 30 });
  });

  test('a deleted column is named', async () => {
    const tools = site.tools();
    await tools.list('KeyResults').fields.getByInternalNameOrTitle('SourceNote').delete();
    await expect(site.services('coop').plan.readWorkspace(SAMPLE_DAY)).rejects.toMatchObject(
      { kind: 'columnMissing', details: { list: 'KeyResults', column: 'SourceNote' } }
    );
    // The set-up puts it back, with its title.
    await site.services('planeacion').setUp.run(() => undefined);
    await site.services('coop').plan.readWorkspace(SAMPLE_DAY);
    const { Title } = await tools.list('KeyResults').fields.getByInternalNameOrTitle('SourceNote').select('Title')<{ Title: string }>();
    expect(Title).toBe('Nota de la fuente');
  });

  test('a deleted lookup is named too', async () => {
    const tools = site.tools();
    await tools.list('KeyResults').fields.getByInternalNameOrTitle('SameMeasureAs').delete();
    await expect(site.services('coop').plan.readWorkspace(SAMPLE_DAY)).rejects.toMatchObject(
      { kind: 'columnMissing', details: { list: 'KeyResults', column: 'SameMeasureAs' } }
    );
    await site.services('planeacion').setUp.run(() => undefined);
    await site.services('coop').plan.readWorkspace(SAMPLE_DAY);
  });

  test('a deleted list is named', async () => {
    await site.tools().list('ProgrammedTargets').recycle();
    await expect(site.services('coop').plan.readWorkspace(SAMPLE_DAY)).rejects.toMatchObject(
      { kind: 'listMissing', details: { list: 'ProgrammedTargets' } }
    );
    expect(await site.services('planeacion').setUp.inspect()).toMatchObject({ state: 'partial', missing: ['ProgrammedTargets'] });
    await site.services('planeacion').setUp.run(() => undefined);
    await site.services('coop').plan.readWorkspace(SAMPLE_DAY);
  });

  test('a row spoiled in the list is a problem with a link to it, not an empty screen', async () => {
    const { items } = site.tools().list('KeyResults');
    const workspace = await site.services('coop').plan.readWorkspace(SAMPLE_DAY);
    const keyResult = workspace.keyResults[0];
    await site.tools().list('KeyResults').items.getById(keyResult.id).update({ Direction: 'Lateral', Code: '' });
    const spoiled = await site.services('coop').plan.readWorkspace(SAMPLE_DAY);
    expect(spoiled.problems).toEqual(expect.arrayContaining([
      expect.objectContaining({ kind: 'unknownChoice', list: 'KeyResults', rowId: keyResult.id, column: 'Direction', found: 'Lateral' }),
      expect.objectContaining({ kind: 'empty', list: 'KeyResults', rowId: keyResult.id, column: 'Code' })
    ]));
    expect(spoiled.keyResults).toHaveLength(79);
    await items.getById(keyResult.id).update({ Direction: keyResult.direction, Code: keyResult.code });
  });
});

describe('answers that fail', () => {
  test('throttled beyond PnPjs’s patience: how long to wait is told', async () => {
    site.server.faults.add({ url: '\\$batch', kind: 'throttle', retryAfter: 1, user: 'coop' });
    await expect(site.services('coop').plan.readWorkspace(SAMPLE_DAY)).rejects.toMatchObject(
      { kind: 'throttled', details: { retryAfterSeconds: 1, status: 429 } }
    );
  }, 20000);

  test('throttled once: PnPjs waits, nobody notices', async () => {
    site.server.faults.add({ url: '\\$batch', kind: 'throttle', retryAfter: 1, count: 1, user: 'coop' });
    await site.services('coop').plan.readWorkspace(SAMPLE_DAY);
  }, 20000);

  test('no answer at all', async () => {
    site.server.faults.add({ url: '\\$batch', kind: 'dropBefore', user: 'coop' });
    await expect(site.services('coop').plan.readWorkspace(SAMPLE_DAY)).rejects.toMatchObject({ kind: 'offline' });
  });

  test('a server in trouble', async () => {
    site.server.faults.add({ url: '\\$batch', kind: 'status', status: 500, user: 'coop' });
    await expect(site.services('coop').plan.readWorkspace(SAMPLE_DAY)).rejects.toMatchObject({ details: { status: 500 } });
  });

  test('a check-in whose answer is lost is there once', async () => {
    const services = site.services('coop');
    const { draft, references } = await newDraft(services);
    site.server.faults.add({ url: 'CheckIns.*/items', method: 'POST', kind: 'dropAfter', count: 1, user: 'coop' });
    const written = await services.checkIns.add(draft, references);
    expect(await rowsWithKey(draft.clientKey)).toBe(1);
    expect(await services.checkIns.read(written.id)).toMatchObject({ ...draft, etag: written.etag });
    await services.checkIns.remove(written);
  });

  test('sent again after all answers were lost, and typed on meanwhile: one row, with what was typed last', async () => {
    const services = site.services('coop');
    const { draft, references } = await newDraft(services);
    site.server.faults.add({ url: 'CheckIns.*/items', method: 'POST', kind: 'dropAfter', count: 3, user: 'coop' });
    await expect(services.checkIns.add(draft, references)).rejects.toMatchObject({ kind: 'offline' });
    expect(await rowsWithKey(draft.clientKey)).toBe(1);
    const written = await services.checkIns.add({ ...draft, narrative: 'Lo de después' }, references);
    expect(await rowsWithKey(draft.clientKey)).toBe(1);
    expect(await services.checkIns.read(written.id)).toMatchObject({ narrative: 'Lo de después', version: '2.0' });
    await services.checkIns.remove(written);
  });

  test('a removal whose answer is lost is done', async () => {
    const services = site.services('coop');
    const { draft, references } = await newDraft(services);
    const written = await services.checkIns.add(draft, references);
    site.server.faults.add({ url: 'CheckIns.*/items', method: 'DELETE', kind: 'dropAfter', count: 1, user: 'coop' });
    await services.checkIns.remove(written);
    expect(await rowsWithKey(draft.clientKey)).toBe(0);
  });
});
