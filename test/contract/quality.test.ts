/** Rows read as they are written, mended, and the matrix edited: the same cases in memory and over HTTP. */
import type { Services, Workspace } from '../../src/application';
import { operativePlanChange } from '../../src/application';
import { bogotaDay, type Cells, findings, type Finding, type ListName, type RowChange } from '../../src/domain';
import { inMemoryServices } from '../support/in-memory-services';
import { contractSite } from './site';

const site = contractSite(true);
const memory = inMemoryServices();
const adapters: [string, (person: string) => Services][] = [
  ['in memory', person => memory.as(person)],
  ['on SharePoint', person => site.services(person)]
];

async function factsAnd(services: Services): Promise<{ workspace: Workspace; found: Finding[] }> {
  const workspace = await services.plan.readWorkspace(services.now());
  const facts = await services.quality.readFacts();
  return { workspace, found: findings({ ...workspace, today: bogotaDay(services.now()), facts }) };
}

async function cellOf(services: Services, list: ListName, id: number, column: string): Promise<unknown> {
  const { rows } = await services.quality.readFacts();
  return rows.find(row => row.list === list && row.id === id)?.cells[column];
}

function changeTo(workspace: Workspace, code: string, before: Cells, after: Cells): RowChange {
  const keyResult = workspace.keyResults.find(one => one.code === code);
  if (!keyResult) throw new Error(code);
  return { list: 'KeyResults', id: keyResult.id, name: code, before, after };
}

describe.each(adapters)('%s', (_name, as) => {
  test('the sample has what the plan itself leaves open, grouped, and nothing else', async () => {
    const { found } = await factsAnd(as('planeacion'));
    // The plan says two key results twice, under different objectives.
    expect(found.map(({ kind, severity, rows }) => [kind, severity, rows.length])).toEqual([
      ['sameWording', 'confuses', 2], ['sameWording', 'confuses', 2], ['noResponsible', 'confuses', 13], ['targetMissing', 'confuses', 6]
    ]);
  });

  test('spaces around a code are found, mended and put back', async () => {
    const services = as('planeacion');
    const { workspace } = await factsAnd(services);
    const code = 'OE3-OT2-R4';
    const spoil = changeTo(workspace, code, { Code: code }, { Code: `${code} ` });
    expect(await services.rows.mend([spoil])).toEqual([{ ok: true }]);
    const { found } = await factsAnd(services);
    const spaces = found.filter(({ kind }) => kind === 'codeSpaces');
    expect(spaces).toMatchObject([{ severity: 'form', column: 'Code', found: `${code} `, rows: [{ list: 'KeyResults', name: code }] }]);
    const { remedy } = spaces[0];
    if (remedy.kind !== 'mend') throw new Error(remedy.kind);
    expect(await services.rows.mend(remedy.changes)).toEqual([{ ok: true }]);
    expect(await cellOf(services, 'KeyResults', spoil.id, 'Code')).toBe(code);
    expect((await factsAnd(services)).found.some(({ kind }) => kind === 'codeSpaces')).toBe(false);
  });

  test('a row that changed meanwhile stays as it is and comes back as it is', async () => {
    const services = as('planeacion');
    const { workspace } = await factsAnd(services);
    const change = changeTo(workspace, 'OE1-OT1-R1', { Weight: 7 }, { Weight: 1.5 });
    expect(await services.rows.mend([change])).toMatchObject([{ ok: false, error: { kind: 'conflict' }, current: { Weight: 1 } }]);
    expect(await cellOf(services, 'KeyResults', change.id, 'Weight')).toBe(1);
  });

  test('what is already as wanted is done, and rows stand each for itself', async () => {
    const services = as('planeacion');
    const { workspace } = await factsAnd(services);
    const progress: [number, number][] = [];
    const outcomes = await services.rows.mend([
      changeTo(workspace, 'OE1-OT1-R1', { Weight: 3 }, { Weight: 1 }),
      { list: 'KeyResults', id: 99999, name: '#', before: { Weight: 1 }, after: { Weight: 2 } },
      changeTo(workspace, 'OE1-OT2-R1', { Weight: 1, EndDate: '2023-12-31' }, { Weight: 2, EndDate: '2023-06-30' })
    ], (done, total) => progress.push([done, total]));
    expect(outcomes).toMatchObject([{ ok: true }, { ok: false, error: { kind: 'gone' } }, { ok: true }]);
    expect(progress[progress.length - 1]).toEqual([3, 3]);
    const after = (await services.plan.readWorkspace(services.now())).keyResults.find(({ code }) => code === 'OE1-OT2-R1');
    expect(after).toMatchObject({ weight: 2, end: '2023-06-30' });
    const back = changeTo(workspace, 'OE1-OT2-R1', { Weight: 2, EndDate: '2023-06-30' }, { Weight: 1, EndDate: '2023-12-31' });
    expect(await services.rows.mend([back])).toEqual([{ ok: true }]);
  });

  test('a key that is another row’s is refused', async () => {
    const services = as('planeacion');
    const { workspace } = await factsAnd(services);
    const change = changeTo(workspace, 'OE1-OT1-R1', { Key0: '2021-2023/OE1-OT1-R1' }, { Key0: '2021-2023/OE1-OT2-R1' });
    expect(await services.rows.mend([change])).toMatchObject([{ ok: false, error: { kind: 'duplicate' } }]);
  });

  test('staff may look, not mend', async () => {
    const services = as('coop');
    const { workspace } = await factsAnd(services);
    const change = changeTo(workspace, 'OE1-OT1-R1', { Weight: 1 }, { Weight: 9 });
    expect(await services.rows.mend([change])).toMatchObject([{ ok: false, error: { kind: 'noAccess' } }]);
  });

  describe('responsibilities', () => {
    test('are read with their ETags, written, and shown by the plan', async () => {
      const services = as('planeacion');
      const { workspace } = await factsAnd(services);
      const keyResult = workspace.keyResults.find(({ processes }) => processes.length === 0);
      if (!keyResult) throw new Error('every key result has somebody');
      const rows = await services.responsibilities.read();
      expect(rows).toHaveLength(79);
      const row = rows.find(({ id }) => id === keyResult.id);
      if (!row) throw new Error('no row');
      expect(row.processIds).toEqual([]);
      const com = workspace.processes.find(({ code }) => code === 'COM');
      const [outcome] = await services.responsibilities.write([{ id: row.id, etag: row.etag, processIds: [com?.id ?? 0] }]);
      if (!outcome.ok) throw outcome.error;
      const after = await services.plan.readWorkspace(services.now());
      expect(after.keyResults.find(({ id }) => id === row.id)?.processes).toEqual(['COM']);
      expect(await services.responsibilities.write([{ id: row.id, etag: outcome.etag, processIds: [] }])).toMatchObject([{ ok: true }]);
      expect((await services.plan.readWorkspace(services.now())).keyResults.find(({ id }) => id === row.id)?.processes).toEqual([]);
    });

    test('that somebody changed meanwhile come back as they stand, and by whom', async () => {
      const services = as('planeacion');
      const [row] = await services.responsibilities.read();
      const [theirs] = await services.responsibilities.write([{ ...row, processIds: [1, 2] }]);
      expect(theirs).toMatchObject({ ok: true });
      const outcomes = await services.responsibilities.write([{ ...row, processIds: [3] }]);
      expect(outcomes).toMatchObject([
        { ok: false, id: row.id, error: { kind: 'conflict' }, theirs: { processIds: [1, 2], changedBy: 'Planeación' } }
      ]);
      const etag = outcomes[0].ok ? '' : outcomes[0].theirs?.etag ?? '';
      expect(await services.responsibilities.write([{ id: row.id, etag, processIds: row.processIds }])).toMatchObject([{ ok: true }]);
    });

    test('are not staff’s to write', async () => {
      const [row] = await as('coop').responsibilities.read();
      expect(await as('coop').responsibilities.write([row])).toMatchObject([{ ok: false, error: { kind: 'noAccess' } }]);
    });
  });

  describe('operative plans', () => {
    test('are found by the process’s code, the plan first, with who changed it last', async () => {
      const found = await as('planeacion').operativePlans.findOperativePlans(['COOP', 'CI']);
      expect(found.map(({ process }) => process)).toEqual(['COOP', 'CI']);
      expect(found[0].candidates[0]).toMatchObject({ name: 'Plan operativo 2021 COOP (ejemplo).pdf', isFolder: false, modifiedBy: expect.stringMatching(/./) });
      expect(found[1].candidates.every(({ name }) => /\bCI\b/.test(name))).toBe(true);
    });

    test('confirmed, are the process’s; what they lead to is told, and what leads nowhere', async () => {
      const services = as('planeacion');
      const [{ candidates: [candidate] }] = await services.operativePlans.findOperativePlans(['COOP']);
      const process = (await services.plan.readWorkspace(services.now())).processes.find(({ code }) => code === 'COOP');
      if (!process) throw new Error('COOP');
      const change = operativePlanChange(process, { url: candidate.url, text: candidate.name });
      expect(await services.rows.mend([change])).toEqual([{ ok: true }]);
      const confirmed = (await services.plan.readWorkspace(services.now())).processes.find(({ code }) => code === 'COOP');
      expect(decodeURI(confirmed?.operativePlanUrl ?? '')).toContain('Plan operativo 2021 COOP (ejemplo).pdf');
      const targets = await services.operativePlans.lookUp([
        confirmed?.operativePlanUrl ?? '', candidate.url, candidate.url.replace('COOP', 'NADIE'), 'https://otra.example/plan.pdf',
        candidate.url.slice(0, candidate.url.lastIndexOf('/'))
      ]);
      expect(targets).toMatchObject([
        { kind: 'found', entry: { name: candidate.name, isFolder: false } }, { kind: 'found' }, { kind: 'gone' }, { kind: 'elsewhere' },
        { kind: 'found', entry: { isFolder: true } }
      ]);
      if (confirmed) await services.rows.mend([operativePlanChange(confirmed, null)]);
      expect((await services.plan.readWorkspace(services.now())).processes.find(({ code }) => code === 'COOP')?.operativePlanUrl).toBe('');
    });
  });
});

test('data quality reads the plan in two requests', async () => {
  const planner = site.services('planeacion');
  site.takeRequests();
  await factsAnd(planner);
  expect(site.takeRequests()).toEqual(['POST /_api/$batch', 'POST /_api/$batch']);
});

test('reports of a quarter that does not exist are found though no screen reads them', async () => {
  const planner = site.services('planeacion');
  const { workspace } = await factsAnd(planner);
  const checkIn = workspace.checkIns.find(({ keyResult, quarter }) => quarter === '2023-T3' && keyResult === 'OE1-OT2-R5') || workspace.checkIns[0];
  const lose: RowChange = {
    list: 'CheckIns', id: checkIn.id, name: '', before: { Quarter: checkIn.quarter }, after: { Quarter: '2023-T5' }
  };
  expect(await planner.rows.mend([lose])).toEqual([{ ok: true }]);
  const { found } = await factsAnd(planner);
  const lost = found.find(({ kind }) => kind === 'quarterUnknown');
  expect(lost).toMatchObject({ severity: 'changesFigures', found: '2023-T5', rows: [{ list: 'CheckIns', id: checkIn.id }] });
  if (!lost || lost.remedy.kind !== 'mend') throw new Error('no mend');
  expect(lost.remedy.changes[0].after).toEqual({ Quarter: '2023-T3' });
  expect(await planner.rows.mend(lost.remedy.changes)).toEqual([{ ok: true }]);
  expect((await factsAnd(planner)).workspace.checkIns.some(({ id }) => id === checkIn.id)).toBe(true);
});
