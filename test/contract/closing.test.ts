/** Closing quarters over whatever stands behind the port: in memory and over HTTP, with every request failing in its turn. */
import { checkAgreement, closeQuarter, isClosingError, reopenQuarter } from '../../src/application';
import type { NewCutoff, Services, Workspace } from '../../src/application';
import { parseRefusal } from '../../src/sharepoint/refusal';
import { inMemoryServices } from '../support/in-memory-services';
import { ContractSite, contractSite } from './site';

jest.setTimeout(120000);

/** 2023-T3's window has passed. */
const LATER = new Date('2023-10-12T15:00:00Z');
const CODE = '2023-T3';

const site = contractSite(true);
beforeAll(() => site.setNow(LATER));
const memory = inMemoryServices({ user: 'planeacion', now: LATER });
const adapters: [string, (person: string) => Services][] = [
  ['in memory', person => memory.as(person)],
  ['on SharePoint', person => site.services(person)]
];

const workspaceOf = (services: Services): Promise<Workspace> => services.plan.readWorkspace(services.now());
const stateIn = (workspace: Workspace, code: string): string | undefined => workspace.quarters.find(row => row.code === code)?.state;

async function figuresOf(services: Services, code: string): Promise<unknown[]> {
  const { cutoffs } = await services.quarters.readClosed(code, await workspaceOf(services));
  return cutoffs.map(({ id: _, version: __, changedBy: ___, changedOn: ____, ...figures }) => figures)
    .sort((a, b) => (a.keyResult < b.keyResult ? -1 : 1));
}

describe.each(adapters)('%s', (_name, as) => {
  it('closes the next quarter, is read from it, and opens it again', async () => {
    const planner = as('planeacion');
    const before = await workspaceOf(planner);
    expect(before.baseQuarter).toBe('2023-T2');
    expect(await closeQuarter(planner, before, CODE)).toEqual({ quarter: CODE, added: 79, corrected: 0, unchanged: 0 });
    const after = await workspaceOf(planner);
    expect([after.baseQuarter, after.cutoffs.length, after.problems]).toEqual([CODE, 79, []]);
    const now = await planner.quarters.read(after);
    expect(now).toMatchObject({ refusal: { kind: 'upTo', quarter: CODE }, closedElsewhere: null, serverNow: '2023-10-12T15:00:00Z' });
    expect(now.rows.find(({ code }) => code === CODE)).toMatchObject({ state: 'closed', changedBy: { name: 'Planeación' } });
    expect(now.targetChanges.find(({ keyResult }) => keyResult === 'OE1-OT4-R1')).toMatchObject({ oldTarget: 7, newTarget: 26 });

    await reopenQuarter(planner, after, CODE, 'Faltó un convenio');
    const open = await workspaceOf(planner);
    expect([open.baseQuarter, stateIn(open, CODE)]).toEqual(['2023-T2', 'open']);
    const reopened = await planner.quarters.read(open);
    expect(reopened.refusal).toEqual({ kind: 'upTo', quarter: '2023-T2' });
    expect(reopened.rows.find(({ code }) => code === CODE)?.reopenReason).toBe('2023-10-12 Planeación: Faltó un convenio');

    const again = await closeQuarter(planner, open, CODE);
    expect(again).toEqual({ quarter: CODE, added: 0, corrected: 0, unchanged: 79 });
    await reopenQuarter(planner, await workspaceOf(planner), CODE, 'Para los demás casos');
  });

  it('is a planner’s alone to do', async () => {
    const staff = as('com');
    await expect(closeQuarter(staff, await workspaceOf(staff), CODE)).rejects.toMatchObject({ kind: 'noAccess' });
    expect(stateIn(await workspaceOf(staff), CODE)).toBe('open');
  });

  it('refuses a change of a row that somebody changed since', async () => {
    const planner = as('planeacion');
    const workspace = await workspaceOf(planner);
    const [row] = (await planner.quarters.read(workspace)).rows.slice(-1);
    const etag = await planner.quarters.write(row, { state: 'open' });
    await expect(planner.quarters.write(row, { state: 'closing' })).rejects.toMatchObject({ kind: 'conflict' });
    await planner.quarters.write({ id: row.id, etag }, { state: 'open' });
    await expect(planner.quarters.write({ id: 99999, etag }, { state: 'closing' })).rejects.toMatchObject({ kind: 'gone' });
  });

  it('agrees with the check-ins after closing', async () => {
    const planner = as('planeacion');
    const workspace = await workspaceOf(planner);
    const { targetChanges } = await planner.quarters.read(workspace);
    const progress: string[] = [];
    const agreement = await checkAgreement(planner, workspace, targetChanges, { onProgress: (done, total) => progress.push(`${done}/${total}`) });
    expect(agreement).toEqual({
      disagreements: [], otherRules: 0, cancelled: false,
      checked: workspace.quarters.filter(({ state }) => state === 'closed').map(({ code }) => code)
    });
    expect(progress).toEqual(Array.from({ length: 11 }, (_, index) => `${index}/10`));
  });

  it('makes a deleted row again', async () => {
    const planner = as('planeacion');
    const workspace = await workspaceOf(planner);
    const last = workspace.quarters[workspace.quarters.length - 1];
    if (planner.quarters === memory.quarters || _name === 'in memory') {
      memory.data.quarters = memory.data.quarters.filter(({ id }) => id !== last.id);
    } else await site.tools().list('Quarters').items.getById(last.id).delete();
    expect((await workspaceOf(planner)).quarters).toHaveLength(11);
    await planner.quarters.restore(workspace, last);
    await planner.quarters.restore(workspace, last);
    const after = await workspaceOf(planner);
    expect(after.quarters[11]).toMatchObject({ code: last.code, start: last.start, end: last.end, state: 'open' });
    expect(after.problems).toEqual([]);
  });
});

describe('over HTTP', () => {
  it('the list itself refuses the closed quarter, to planners too, under whatever title its column has', async () => {
    const planner = site.services('planeacion');
    const field = (): { update(change: object, type: string): Promise<unknown> } =>
      site.tools().list('CheckIns').fields.getByInternalNameOrTitle('Quarter');
    await field().update({ Title: 'Período' }, 'SP.Field');
    await closeQuarter(planner, await workspaceOf(planner), CODE);
    const list = await site.tools().list('CheckIns').select('ValidationFormula', 'ValidationMessage')<Record<string, string>>();
    expect(parseRefusal(list.ValidationFormula)).toEqual({ kind: 'upTo', quarter: CODE });
    expect(list.ValidationMessage).toMatch(/^2023-T3 y los trimestres anteriores están cerrados.*pídele a Planeación/);
    const { keyResults, processes } = await workspaceOf(planner);
    await expect(site.tools().list('CheckIns').items.add({
      Title: 'a mano', KeyResultId: keyResults[0].id, ProcessId: processes[0].id, Quarter: CODE, Value: 1, ClientKey: 'a-mano'
    })).rejects.toThrow();
    await reopenQuarter(planner, await workspaceOf(planner), CODE, 'Para los demás casos');
    await field().update({ Title: 'Trimestre' }, 'SP.Field');
  });

  it('79 key results take one batch of writes, of at most 100 parts', async () => {
    const planner = site.services('planeacion');
    const rows = (await site.tools().list('Cutoffs').items.filter(`Quarter eq '${CODE}'`).select('Id')<{ Id: number }[]>());
    for (const { Id } of rows) await site.tools().list('Cutoffs').items.getById(Id).delete();
    const workspace = await workspaceOf(planner);
    site.server.requests.clear();
    await closeQuarter(planner, workspace, CODE);
    const batches = site.server.requests.list().filter(({ parts }) => parts?.some(({ method, url }) => method === 'POST' && /Cutoffs/.test(url)));
    expect(batches.map(({ parts }) => parts?.length)).toEqual([79]);
    expect(site.server.requests.list().filter(({ url }) => !/contextinfo/.test(url)).length).toBeLessThanOrEqual(11);
    await reopenQuarter(planner, await workspaceOf(planner), CODE, 'Para los demás casos');
  });

  it('2,000 cutoffs take 20 batches of 100', async () => {
    const planner = site.services('planeacion');
    const workspace = await workspaceOf(planner);
    const keyResult = workspace.keyResults[0];
    const [example] = workspace.cutoffs;
    const many = Array.from({ length: 2000 }, (_, index): [NewCutoff, typeof keyResult] => {
      const code = `OE9-OT9-R${index + 1}`;
      return [{ ...example, keyResult: code, quarter: '2022-T1' }, { ...keyResult, code, key: `big/${code}` }];
    });
    site.server.requests.clear();
    const progress: number[] = [];
    const written = await planner.quarters.writeCutoffs(
      '2022-T1', many.map(([cutoff]) => cutoff), many.map(([, one]) => one), done => progress.push(done)
    );
    expect(written).toEqual({ added: 2000, corrected: 0, unchanged: 0 });
    const batches = site.server.requests.list().map(({ parts }) => (parts || []).filter(({ method }) => method === 'POST').length).filter(Boolean);
    expect(batches).toEqual(Array.from({ length: 20 }, () => 100));
    expect(progress).toHaveLength(20);
    site.server.requests.clear();
    expect(await planner.quarters.writeCutoffs('2022-T1', many.map(([cutoff]) => cutoff), many.map(([, one]) => one), () => undefined))
      .toEqual({ added: 0, corrected: 0, unchanged: 2000 });
    expect(site.server.requests.list()).toHaveLength(1);
  });

  it('a row that somebody moved to another quarter by hand is put right, none is doubled', async () => {
    const planner = site.services('planeacion');
    await closeQuarter(planner, await workspaceOf(planner), CODE);
    const wanted = await figuresOf(planner, CODE);
    const [row] = await site.tools().list('Cutoffs').items.filter(`Quarter eq '${CODE}'`).select('Id').top(1)<{ Id: number }[]>();
    await reopenQuarter(planner, await workspaceOf(planner), CODE, 'Para los demás casos');
    await site.tools().list('Cutoffs').items.getById(row.Id).update({ Quarter: '2021-T1', Progress: 0.123 });
    expect(await closeQuarter(planner, await workspaceOf(planner), CODE)).toEqual({ quarter: CODE, added: 0, corrected: 1, unchanged: 78 });
    expect(await figuresOf(planner, CODE)).toEqual(wanted);
    await reopenQuarter(planner, await workspaceOf(planner), CODE, 'Para los demás casos');
  });
});

describe('interrupted at any request', () => {
  const other = new ContractSite();
  beforeAll(async () => {
    await other.start(true);
    other.setNow(LATER);
  }, 120000);
  afterAll(() => other.stop());

  async function removeCutoffs(): Promise<void> {
    const rows = await other.tools().list('Cutoffs').items.filter(`Quarter eq '${CODE}'`).select('Id').top(200)<{ Id: number }[]>();
    if (rows.length > 0) await other.tools().togetherOn('Cutoffs', list => rows.map(({ Id }) => list.items.getById(Id).delete()));
  }

  /** Fails the nth request of a run. PnPjs tries a dropped one three times. */
  async function interrupt(nth: number, kind: 'status' | 'dropAfter'): Promise<boolean> {
    const planner = other.services('planeacion');
    const workspace = await workspaceOf(planner);
    other.server.faults.add({
      url: '_api/(?!contextinfo)', kind, skip: nth, ...(kind === 'status' ? { status: 500, count: 1 } : { count: 3 })
    });
    const failed = await closeQuarter(planner, workspace, CODE).then(() => false, () => true);
    const struck = other.server.faults.list()[0].struck > 0;
    other.server.faults.clear();
    if (failed && stateIn(await workspaceOf(planner), CODE) !== 'closed') {
      await closeQuarter(planner, await workspaceOf(planner), CODE, { resume: true });
    }
    return struck;
  }

  it.each(['status', 'dropAfter'] as const)('(%s) a second run ends with the same rows, none doubled', async kind => {
    const planner = other.services('planeacion');
    await removeCutoffs();
    await closeQuarter(planner, await workspaceOf(planner), CODE);
    const wanted = await figuresOf(planner, CODE);
    let nth = 0;
    for (let struck = true; struck; nth++) {
      await reopenQuarter(planner, await workspaceOf(planner), CODE, 'otra vez');
      await removeCutoffs();
      struck = await interrupt(nth, kind);
      const workspace = await workspaceOf(planner);
      expect([nth, workspace.baseQuarter, workspace.cutoffs.length]).toEqual([nth, CODE, 79]);
      expect(await figuresOf(planner, CODE)).toEqual(wanted);
      expect((await planner.quarters.read(workspace)).refusal).toEqual({ kind: 'upTo', quarter: CODE });
    }
    // As many as a run has requests.
    expect(nth).toBeGreaterThan(8);
    await reopenQuarter(planner, await workspaceOf(planner), CODE, 'otra vez');
  });

  it('a dropped answer that is sent again at once is not noticed', async () => {
    const planner = other.services('planeacion');
    await removeCutoffs();
    const workspace = await workspaceOf(planner);
    other.server.faults.add({ url: 'Lists/(Quarters|Cutoffs)', method: 'POST', kind: 'dropAfter', count: 1 });
    await closeQuarter(planner, workspace, CODE);
    other.server.faults.clear();
    expect((await workspaceOf(planner)).cutoffs).toHaveLength(79);
    await reopenQuarter(planner, await workspaceOf(planner), CODE, 'otra vez');
  });

  it('two planners at once: one wins, the other is told', async () => {
    const planner = other.services('planeacion');
    const leader = other.services('direccion');
    const login = (await workspaceOf(leader)).user.login;
    await other.tools().web.siteGroups.getByName('OKR Planeación').users.add(login);
    const workspaces = [await workspaceOf(planner), await workspaceOf(leader)];
    const results = await Promise.allSettled([closeQuarter(planner, workspaces[0], CODE), closeQuarter(leader, workspaces[1], CODE)]);
    const failures = results.filter((one): one is PromiseRejectedResult => one.status === 'rejected').map(({ reason }) => reason as unknown);
    expect(failures).toHaveLength(1);
    expect(isClosingError(failures[0])).toBe(true);
    expect(failures[0]).toMatchObject({ details: { quarter: CODE, by: { login: workspaces[results[0].status === 'fulfilled' ? 0 : 1].user.login } } });
    const after = await workspaceOf(planner);
    expect([after.baseQuarter, after.cutoffs.length]).toEqual([CODE, 79]);
  });
});
