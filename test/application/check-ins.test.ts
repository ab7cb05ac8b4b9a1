import type { CheckInReferences, Workspace } from '../../src/application';
import {
  AppError,
  canCorrect,
  checkDraft,
  correctCheckIn,
  InvalidDraftError,
  makeBoard,
  previewCheckIn,
  processesToReportFor,
  recordCheckIn,
  reportedOn,
  undoCheckIn,
  withCheckIn
} from '../../src/application';
import type { CheckInDraft, KeyResult } from '../../src/domain';
import { type InMemoryServices, inMemoryServices } from '../support/in-memory-services';
import { NEXT_PLAN, supersede } from '../support/superseded';

async function open(user = 'coop'): Promise<{ services: InMemoryServices; workspace: Workspace }> {
  const services = inMemoryServices({ user });
  return { services, workspace: await services.plan.readWorkspace(services.now()) };
}

function draft(services: InMemoryServices, over: Partial<CheckInDraft> = {}): CheckInDraft {
  return {
    keyResult: 'OE1-OT2-R5',
    process: 'COOP',
    quarter: '2023-T3',
    value: 2.386,
    stagesDone: [],
    confidence: 'Media',
    narrative: 'Dos convenios.',
    obstacles: 'La banca pide garantías.',
    nextStep: 'Cerrar en octubre.',
    evidence: [],
    reportedOn: services.now().toISOString(),
    clientKey: services.newKey(),
    ...over
  };
}

function idsOf(workspace: Workspace): CheckInReferences {
  const id = (rows: readonly { id: number; code: string }[], wanted: string): number =>
    rows.find(({ code }) => code === wanted)?.id as number;
  return { keyResultId: id(workspace.keyResults, 'OE1-OT2-R5'), processId: id(workspace.processes, 'COOP') };
}

const valueOf = (workspace: Workspace, services: InMemoryServices, code = 'OE1-OT2-R5'): number | null | undefined =>
  makeBoard(workspace, services.now()).statuses.get(code)?.value;

describe('recording a check-in', () => {
  it('moves every figure at once, with one request and without reading again', async () => {
    const { services, workspace } = await open();
    const before = makeBoard(workspace, services.now());
    const done = services.requests.length;
    const { checkIn, workspace: after } = await recordCheckIn(services, workspace, draft(services));
    expect(services.requests.slice(done)).toEqual(['checkIns.add']);
    expect(checkIn).toMatchObject({ version: '1.0', review: 'pending', author: { login: services.user.login } });
    const board = makeBoard(after, services.now());
    expect(before.statuses.get('OE1-OT2-R5')?.value).toBe(19.9);
    expect(board.statuses.get('OE1-OT2-R5')?.value).toBe(22.286);
    for (const figure of ['OE1-OT2', 'OE1'] as const) {
      const [was, is] = [before, board].map(
        ({ rollUps }) => (rollUps.tactical.get(figure) || rollUps.strategic.get(figure))?.progress as number
      );
      expect(is).toBeGreaterThan(was);
    }
    expect(board.rollUps.plan.progress as number).toBeGreaterThan(before.rollUps.plan.progress as number);
    expect(before.dueOf('COOP').length - board.dueOf('COOP').length).toBe(1);
  });

  it('gives what reading again gives', async () => {
    const { services, workspace } = await open();
    const { workspace: after } = await recordCheckIn(services, workspace, draft(services));
    const again = await services.plan.readWorkspace(services.now());
    expect(makeBoard(after, services.now()).statuses).toEqual(makeBoard(again, services.now()).statuses);
  });

  it('sends nothing that must not be sent, and says why for the fields', async () => {
    const { services, workspace } = await open();
    const done = services.requests.length;
    const refused = recordCheckIn(services, workspace, draft(services, { value: null, narrative: '', quarter: '2023-T2' }));
    await expect(refused).rejects.toBeInstanceOf(InvalidDraftError);
    await expect(refused).rejects.toMatchObject({
      issues: [
        { kind: 'quarterClosed', field: 'quarter', severity: 'error' }, { kind: 'valueMissing', field: 'value', severity: 'error' },
        { kind: 'narrativeMissing', field: 'narrative', severity: 'error' }
      ]
    });
    expect(services.requests.length).toBe(done);
  });

  it('is not kept back by a warning', async () => {
    const { services, workspace } = await open('com');
    const from = draft(services, { keyResult: 'OE3-OT4-R4', process: 'COM', value: -3, obstacles: '' });
    expect(checkDraft(workspace, '2023-10-05', from)).toEqual([{ kind: 'valueNegative', field: 'value', severity: 'warning' }]);
    await expect(recordCheckIn(services, workspace, from)).resolves.toMatchObject({ checkIn: { value: -3 } });
  });

  it('does not double when the answer was lost and it is sent again', async () => {
    const { services, workspace } = await open();
    const from = draft(services);
    services.failNext('checkIns.add', new AppError('offline'), 'after');
    await expect(recordCheckIn(services, workspace, from)).rejects.toMatchObject({ kind: 'offline' });
    const { workspace: after } = await recordCheckIn(services, workspace, from);
    expect(valueOf(after, services)).toBe(22.286);
    expect(services.data.checkIns.filter(({ clientKey }) => clientKey === from.clientKey)).toHaveLength(1);
  });

  it('hands on what the site answers: the quarter was closed meanwhile, the person is no member any more', async () => {
    const { services, workspace } = await open();
    services.data.quarters = services.data.quarters.map(row => (row.code === '2023-T3' ? { ...row, state: 'closed' } : row));
    await expect(recordCheckIn(services, workspace, draft(services))).rejects.toMatchObject({ kind: 'quarterClosed' });
    services.data.processes = services.data.processes.map(process => ({ ...process, members: [] }));
    await expect(recordCheckIn(services, workspace, draft(services))).rejects.toMatchObject({ kind: 'noAccess' });
  });

  it('is for one\'s own processes; planners report for all that answer for the key result', async () => {
    const { services, workspace } = await open('inv');
    const monto = workspace.keyResults.find(({ code }) => code === 'OE1-OT2-R5') as KeyResult;
    expect(processesToReportFor(workspace, monto)).toEqual([]);
    await expect(recordCheckIn(services, workspace, draft(services))).rejects.toBeInstanceOf(InvalidDraftError);
    const planner = await open('planeacion');
    expect(processesToReportFor(planner.workspace, monto)).toEqual(['CI', 'RLeI', 'ADM', 'COOP']);
    await expect(recordCheckIn(planner.services, planner.workspace, draft(planner.services))).resolves.toBeDefined();
  });

  it('says in its preview what it then does', async () => {
    const { services, workspace } = await open();
    const from = draft(services);
    const preview = previewCheckIn(workspace, '2023-10-05', from);
    const { workspace: after } = await recordCheckIn(services, workspace, from);
    expect([preview?.before.value, preview?.after.value]).toEqual([19.9, 22.286]);
    expect(preview?.after.progress).toBe(makeBoard(after, services.now()).statuses.get('OE1-OT2-R5')?.progress);
    expect(previewCheckIn(workspace, '2023-10-05', { ...from, keyResult: 'OE9-OT9-R9' })).toBeNull();
  });
});

describe('correcting a check-in', () => {
  it('replaces it, and makes it pending again', async () => {
    const { services, workspace } = await open();
    const { checkIn, workspace: first } = await recordCheckIn(services, workspace, draft(services));
    services.data.checkIns = services.data.checkIns.map(row =>
      row.id === checkIn.id ? { ...row, review: 'returned', reviewNote: 'Falta el acta.' } : row
    );
    const { checkIn: corrected, workspace: second } = await correctCheckIn(services, first, checkIn, {
      ...draft(services),
      value: 1.1,
      clientKey: checkIn.clientKey
    });
    expect(corrected).toMatchObject({ id: checkIn.id, version: '2.0', review: 'pending', reviewNote: '' });
    expect(valueOf(second, services)).toBe(21);
    expect(second.checkIns.length).toBe(first.checkIns.length);
  });

  it('never overwrites what somebody else changed meanwhile', async () => {
    const { services, workspace } = await open();
    const { checkIn, workspace: mine } = await recordCheckIn(services, workspace, draft(services));
    const planner = services.as('planeacion');
    await planner.checkIns.update(checkIn, draft(services, { value: 3 }), idsOf(mine));
    await expect(correctCheckIn(services, mine, checkIn, { ...draft(services), value: 4 })).rejects.toMatchObject({ kind: 'conflict' });
    const theirs = await services.checkIns.read(checkIn.id);
    expect(theirs).toMatchObject({ value: 3, changedBy: { login: planner.user.login }, changedOn: '2023-10-05T15:42:00.000Z' });
    await expect(correctCheckIn(services, withCheckIn(mine, theirs), theirs, { ...draft(services), value: 4 })).resolves.toMatchObject({
      checkIn: { value: 4 }
    });
  });

  it('tells that it has been deleted meanwhile', async () => {
    const { services, workspace } = await open();
    const { checkIn, workspace: mine } = await recordCheckIn(services, workspace, draft(services));
    services.data.checkIns = services.data.checkIns.filter(({ id }) => id !== checkIn.id);
    await expect(correctCheckIn(services, mine, checkIn, draft(services))).rejects.toMatchObject({ kind: 'gone' });
  });

  it('is for one\'s own in an open quarter only', async () => {
    const { services, workspace } = await open();
    const { checkIn, workspace: mine } = await recordCheckIn(services, workspace, draft(services));
    expect(canCorrect(mine, checkIn)).toBe(true);
    const others = services.as('ci');
    expect(canCorrect({ ...mine, user: others.user }, checkIn)).toBe(false);
    await expect(correctCheckIn(others, { ...mine, user: others.user }, checkIn, draft(services))).rejects.toMatchObject({
      kind: 'noAccess'
    });
    // SharePoint refuses as well, whatever the screen believes.
    await expect(others.checkIns.update(checkIn, draft(services), idsOf(mine))).rejects.toMatchObject({ kind: 'noAccess' });
    const closed = { ...mine, quarters: mine.quarters.map(row => ({ ...row, state: 'closed' as const })) };
    expect(canCorrect(closed, checkIn)).toBe(false);
    await expect(correctCheckIn(services, closed, checkIn, draft(services))).rejects.toMatchObject({ kind: 'quarterClosed' });
    expect(canCorrect({ ...mine, quarters: [] }, checkIn)).toBe(false);
  });
});

describe('undoing a check-in', () => {
  it('takes it back, and every figure with it', async () => {
    const { services, workspace } = await open();
    const { checkIn, workspace: after } = await recordCheckIn(services, workspace, draft(services));
    const undone = await undoCheckIn(services, after, checkIn);
    expect(makeBoard(undone, services.now()).statuses).toEqual(makeBoard(workspace, services.now()).statuses);
    expect(services.data.checkIns.some(({ id }) => id === checkIn.id)).toBe(false);
    await expect(undoCheckIn(services, after, checkIn)).resolves.toBeDefined();
  });

  it('is refused once it was reviewed, changed, or is somebody else\'s', async () => {
    const { services, workspace } = await open();
    const { checkIn, workspace: after } = await recordCheckIn(services, workspace, draft(services));
    await expect(undoCheckIn(services.as('ci'), { ...after, user: services.as('ci').user }, checkIn)).rejects.toMatchObject({
      kind: 'noAccess'
    });
    await expect(undoCheckIn(services, after, { ...checkIn, etag: '"0"' })).rejects.toMatchObject({ kind: 'conflict' });
    services.data.checkIns = services.data.checkIns.map(row => (row.id === checkIn.id ? { ...row, review: 'approved' } : row));
    await expect(undoCheckIn(services, after, checkIn)).rejects.toMatchObject({ kind: 'refused' });
  });
});

describe('one measure under two codes', () => {
  it('is reported on under the first', async () => {
    const { services, workspace } = await open('com');
    const alias = workspace.keyResults.find(({ code }) => code === 'OE3-OT3-R1') as KeyResult;
    expect(reportedOn(workspace, alias).code).toBe('OE3-OT1-R2');
    const from = draft(services, { keyResult: 'OE3-OT1-R2', process: 'COM', value: 1 });
    const { workspace: after } = await recordCheckIn(services, workspace, from);
    expect(valueOf(after, services, 'OE3-OT3-R1')).toBe((valueOf(workspace, services, 'OE3-OT3-R1') as number) + 1);
  });
});

test('on a plan whose place another has taken nothing is reported, corrected or taken back, and nothing is sent', async () => {
  const { services, workspace } = await open('coop');
  const { checkIn } = await recordCheckIn(services, workspace, draft(services));
  const later = await supersede(services).plan.readWorkspace(services.now());
  const sent = services.requests.length;
  const refused = { kind: 'planOver', details: { plan: NEXT_PLAN } };
  expect(canCorrect(later, checkIn)).toBe(false);
  await expect(recordCheckIn(services, later, draft(services))).rejects.toMatchObject(refused);
  await expect(correctCheckIn(services, later, checkIn, draft(services))).rejects.toMatchObject(refused);
  await expect(undoCheckIn(services, later, checkIn)).rejects.toMatchObject(refused);
  expect(services.requests).toHaveLength(sent);
});
