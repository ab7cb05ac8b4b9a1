/** The committee's decisions, whatever stands behind the port: the same cases in memory and over HTTP. */
import type { Services, Workspace } from '../../src/application';
import { AppError, correctDecision, InvalidDecisionError, recordDecision, setDecisionState, undoDecision } from '../../src/application';
import type { Decision, DecisionDraft } from '../../src/domain';
import { inMemoryServices } from '../support/in-memory-services';
import { NEXT_PLAN, supersede } from '../support/superseded';
import { contractSite } from './site';

const site = contractSite(true);
const memory = inMemoryServices();
const adapters: [string, (person: string) => Services][] = [
  ['in memory', person => memory.as(person)],
  ['on SharePoint', person => site.services(person)]
];
let keys = 0;

function draftOf(changes: Partial<DecisionDraft> = {}): DecisionDraft {
  keys += 1;
  return {
    title: 'Pedir concepto jurídico externo y traer dos mecanismos comparados', detail: 'Con cotización.', keyResult: 'OE1-OT2-R7',
    strategicObjective: null, decidedOn: '2023-10-05', responsible: 'COOP', due: '2023-10-31', state: 'Abierta',
    clientKey: `decision-${keys}`, ...changes
  };
}

const workspaceOf = (services: Services): Promise<Workspace> => services.plan.readWorkspace(services.now());
const openIds = async (services: Services): Promise<number[]> => (await workspaceOf(services)).decisions.map(({ id }) => id);

function find(decisions: readonly Decision[], id: number): Decision | undefined {
  return decisions.find(decision => decision.id === id);
}

test('on a plan whose place another has taken nothing is recorded, changed or taken back, and nothing is sent', async () => {
  const services = inMemoryServices({ user: 'direccion' });
  const [decision] = (await workspaceOf(services)).decisions;
  supersede(services);
  const workspace = await workspaceOf(services);
  const sent = services.requests.length;
  const refused = { kind: 'planOver', details: { plan: NEXT_PLAN } };
  await expect(recordDecision(services, workspace, draftOf())).rejects.toMatchObject(refused);
  await expect(correctDecision(services, workspace, decision, draftOf())).rejects.toMatchObject(refused);
  await expect(setDecisionState(services, workspace, decision, 'Cumplida')).rejects.toMatchObject(refused);
  await expect(undoDecision(services, workspace, decision)).rejects.toMatchObject(refused);
  expect(services.requests).toHaveLength(sent);
});

describe.each(adapters)('%s', (_name, as) => {
  test('the sample holds one overdue decision', async () => {
    const { decisions } = await workspaceOf(as('gci'));
    expect(decisions.map(({ title, keyResult, responsible, due }) => [title, keyResult, responsible, due])).toEqual(expect.arrayContaining([
      ['Definir quién lidera la memoria institucional', 'OE4-OT5-R1', 'GCI', '2023-09-15']
    ]));
  });

  test.each([['direccion', true], ['planeacion', true], ['gci', false]])('%s may decide: %s', async (person, may) => {
    expect((await workspaceOf(as(person))).permissions.decide).toBe(may);
  });

  test('is recorded by a leader and read by the process that carries it out', async () => {
    const leader = as('direccion');
    const workspace = await workspaceOf(leader);
    const { decision, workspace: after } = await recordDecision(leader, workspace, draftOf({ title: ' Pedir\nconcepto ' }));
    expect(decision).toMatchObject({
      title: 'Pedir concepto', keyResult: 'OE1-OT2-R7', strategicObjective: 'OE1', responsible: 'COOP', due: '2023-10-31', state: 'Abierta'
    });
    expect(find(after.decisions, decision.id)).toEqual(decision);
    const seen = find((await workspaceOf(as('coop'))).decisions, decision.id);
    expect(seen).toEqual(decision);
    await undoDecision(leader, after, decision);
    expect(await openIds(leader)).not.toContain(decision.id);
    // Already gone: taking it back twice is no failure.
    await undoDecision(leader, after, decision);
  });

  test('may be on an objective, or on the plan as a whole', async () => {
    const leader = as('direccion');
    const workspace = await workspaceOf(leader);
    for (const [keyResult, strategicObjective] of [[null, 'OE3'], [null, null]]) {
      const { decision, workspace: after } = await recordDecision(
        leader, workspace, draftOf({ keyResult, strategicObjective, responsible: null, due: null, detail: '' })
      );
      const { decisions } = await leader.decisions.list(workspace);
      expect(find(decisions, decision.id)).toEqual(decision);
      expect(decision).toMatchObject({ keyResult, strategicObjective, responsible: null, due: null });
      await undoDecision(leader, after, decision);
    }
  });

  test('is carried out: out of the open ones, on the key result’s page still', async () => {
    const leader = as('direccion');
    const workspace = await workspaceOf(leader);
    const recorded = await recordDecision(leader, workspace, draftOf());
    const done = await setDecisionState(leader, recorded.workspace, recorded.decision, 'Cumplida');
    expect(find(done.workspace.decisions, done.decision.id)).toBeUndefined();
    expect(await openIds(leader)).not.toContain(done.decision.id);
    const keyResult = workspace.keyResults.find(({ code }) => code === 'OE1-OT2-R7');
    if (!keyResult) throw new Error('OE1-OT2-R7');
    const history = await leader.plan.readHistory(keyResult);
    expect(find(history.decisions, done.decision.id)).toMatchObject({ state: 'Cumplida', title: recorded.decision.title, due: '2023-10-31' });
    const { decisions } = await leader.decisions.list(workspace);
    expect(find(decisions, done.decision.id)).toEqual(done.decision);
    await undoDecision(leader, done.workspace, done.decision);
  });

  test('that somebody changed meanwhile is not overwritten', async () => {
    const leader = as('direccion');
    const workspace = await workspaceOf(leader);
    const { decision, workspace: after } = await recordDecision(leader, workspace, draftOf());
    const planner = as('planeacion');
    const moved = await correctDecision(planner, await workspaceOf(planner), decision, draftOf({ due: '2023-11-15' }));
    expect(moved.decision.etag).not.toBe(decision.etag);
    await expect(setDecisionState(leader, after, decision, 'Cumplida')).rejects.toMatchObject({ kind: 'conflict' });
    await expect(undoDecision(leader, after, decision)).rejects.toMatchObject({ kind: 'conflict' });
    expect(find((await workspaceOf(leader)).decisions, decision.id)).toMatchObject({ due: '2023-11-15', state: 'Abierta' });
    await undoDecision(leader, after, moved.decision);
    await expect(correctDecision(leader, after, moved.decision, draftOf())).rejects.toMatchObject({ kind: 'gone' });
  });

  test('sent again with the same key does not double, and what was typed since counts', async () => {
    const leader = as('direccion');
    const workspace = await workspaceOf(leader);
    const draft = draftOf();
    const first = await recordDecision(leader, workspace, draft);
    const again = await recordDecision(leader, workspace, { ...draft, due: '2023-11-30' });
    expect(again.decision.id).toBe(first.decision.id);
    const { decisions } = await leader.decisions.list(workspace);
    expect(decisions.filter(({ title }) => title === draft.title)).toEqual([again.decision]);
    expect(again.decision.due).toBe('2023-11-30');
    await undoDecision(leader, again.workspace, again.decision);
  });

  test('is refused to staff', async () => {
    const staff = as('coop');
    const workspace = await workspaceOf(staff);
    await expect(recordDecision(staff, workspace, draftOf())).rejects.toMatchObject({ kind: 'noAccess' });
    const [decision] = workspace.decisions;
    await expect(setDecisionState(staff, workspace, decision, 'Cumplida')).rejects.toMatchObject({ kind: 'noAccess' });
    expect(find((await workspaceOf(staff)).decisions, decision.id)).toEqual(decision);
  });

  test('that is not whole is never sent', async () => {
    const leader = as('direccion');
    const workspace = await workspaceOf(leader);
    await expect(recordDecision(leader, workspace, draftOf({ title: ' ' }))).rejects.toBeInstanceOf(InvalidDecisionError);
    await expect(recordDecision(leader, workspace, draftOf({ responsible: 'NADIE' }))).rejects.toBeInstanceOf(InvalidDecisionError);
    await expect(recordDecision(leader, workspace, draftOf({ keyResult: 'OE9-OT9-R9' }))).rejects.toMatchObject({ kind: 'gone' });
  });
});

test('an answer that was lost after the row was written leaves one row', async () => {
  const leader = memory.as('direccion');
  const workspace = await workspaceOf(leader);
  const draft = draftOf({ title: 'Una sola vez' });
  memory.failNext('decisions.add', new AppError('offline'), 'after');
  await expect(recordDecision(leader, workspace, draft)).rejects.toMatchObject({ kind: 'offline' });
  await recordDecision(leader, workspace, draft);
  expect((await leader.decisions.list(workspace)).decisions.filter(({ title }) => title === 'Una sola vez')).toHaveLength(1);
});
