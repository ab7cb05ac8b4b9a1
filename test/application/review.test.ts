import type { Board, ReviewItem, Workspace } from '../../src/application';
import {
  AppError, isWithoutObservations, makeBoard, NOTE_LIMIT, reviewCheckIns, reviewQueue, undoReviews
} from '../../src/application';
import type { CheckIn, CheckInDraft } from '../../src/domain';
import { inMemoryServices, SAMPLE_NOW } from '../support/in-memory-services';
import type { InMemoryServices } from '../support/in-memory-services';

const CODE = 'OE1-OT2-R6';

function draft(changes: Partial<CheckInDraft> = {}): CheckInDraft {
  return {
    keyResult: CODE, process: 'GCI', quarter: '2023-T3', value: 2, stagesDone: [], confidence: 'Alta', narrative: 'Dos proyectos.',
    obstacles: 'Ninguna firma en julio.', nextStep: '', evidence: [{ url: '/SIGACI/acta.pdf', text: 'Acta' }], reportedOn: '2023-10-04T15:00:00Z',
    clientKey: 'review-1', ...changes
  };
}

/** A planner's services, and a report of GCI that waits for a verdict. */
async function site(changes: Partial<CheckInDraft> = {}): Promise<{ planner: InMemoryServices; gci: InMemoryServices; written: CheckIn }> {
  const gci = inMemoryServices({ user: 'gci', now: SAMPLE_NOW });
  const written = await report(gci, changes);
  return { planner: gci.as('planeacion'), gci, written };
}

async function report(services: InMemoryServices, changes: Partial<CheckInDraft> = {}): Promise<CheckIn> {
  const one = draft(changes);
  const { keyResults, processes } = services.data;
  return services.checkIns.add(one, {
    keyResultId: (keyResults.find(({ code }) => code === one.keyResult) || { id: 0 }).id,
    processId: (processes.find(({ code }) => code === one.process) || { id: 0 }).id
  });
}

const read = (services: InMemoryServices): Promise<Workspace> => services.plan.readWorkspace(services.now());
const boardOf = async (services: InMemoryServices): Promise<Board> => makeBoard(await read(services), services.now());

function stateOf(workspace: Workspace, id: number): Pick<CheckIn, 'review' | 'reviewNote'> {
  const row = workspace.checkIns.find(checkIn => checkIn.id === id);
  if (!row) throw new Error(`No ${id}`);
  return { review: row.review, reviewNote: row.reviewNote };
}

describe('a verdict', () => {
  it('is folded into the workspace as a later reading gives it', async () => {
    const { planner, written } = await site();
    const run = await reviewCheckIns(planner, await read(planner), [{ checkIn: written, verdict: 'Devuelto', note: '  Falta el acta. ' }]);
    expect(run).toMatchObject({ stale: false, outcomes: [{ result: { kind: 'done', row: { etag: '"1"' } } }] });
    expect(stateOf(run.workspace, written.id)).toEqual({ review: 'returned', reviewNote: 'Falta el acta.' });
    expect(stateOf(await read(planner), written.id)).toEqual({ review: 'returned', reviewNote: 'Falta el acta.' });
  });

  it('holds for the version it judged: a correction makes the check-in pending again', async () => {
    const { planner, gci, written } = await site();
    const { workspace } = await reviewCheckIns(planner, await read(planner), [{ checkIn: written, verdict: 'Devuelto', note: 'Falta el acta.' }]);
    expect(makeBoard(workspace, planner.now()).dueOf('GCI')[0]).toMatchObject({
      due: { state: 'returned', returned: { id: written.id, reviewNote: 'Falta el acta.' } }
    });
    await gci.checkIns.update(written, draft({ value: 3 }), {
      keyResultId: gci.data.keyResults[0].id, processId: gci.data.processes[0].id
    });
    expect(stateOf(await read(planner), written.id)).toEqual({ review: 'pending', reviewNote: '' });
  });

  it('counts a returned report until it is corrected, and says how much is not approved', async () => {
    const { planner, written } = await site();
    const before = (await boardOf(planner)).statuses.get(CODE);
    const { workspace } = await reviewCheckIns(planner, await read(planner), [{ checkIn: written, verdict: 'Devuelto', note: 'No.' }]);
    const returned = makeBoard(workspace, planner.now()).statuses.get(CODE);
    expect([returned?.value, returned?.unapproved]).toEqual([before?.value, before?.unapproved]);
    const approved = await reviewCheckIns(planner, await read(planner), [
      { checkIn: workspace.checkIns.filter(({ id }) => id === written.id)[0], verdict: 'Aprobado', note: '' }
    ]);
    const after = makeBoard(approved.workspace, planner.now()).statuses.get(CODE);
    expect(after?.unapproved).toBe((before?.unapproved || 0) - 1);
    expect(after?.unapprovedValue).toBe((before?.unapprovedValue || 0) - 2);
  });

  it.each([
    ['a return without a reason', '   ', 'reasonMissing'],
    ['a reason nobody could read', 'x'.repeat(NOTE_LIMIT + 1), 'reasonTooLong']
  ])('refuses %s, before asking anything', async (_what, note, why) => {
    const { planner, written } = await site();
    const workspace = await read(planner);
    const asked = planner.requests.length;
    const run = await reviewCheckIns(planner, workspace, [{ checkIn: written, verdict: 'Devuelto', note }]);
    expect(run).toMatchObject({ outcomes: [{ result: { kind: 'refused', why } }], workspace, stale: false });
    expect(planner.requests).toHaveLength(asked);
  });

  it('is nobody\'s on their own report, whatever the case of the login', async () => {
    const planner = inMemoryServices({ user: 'planeacion' });
    const written = await report(planner);
    const own = { ...written, author: written.author && { ...written.author, login: written.author.login.toUpperCase() } };
    const run = await reviewCheckIns(planner, await read(planner), [{ checkIn: own, verdict: 'Aprobado', note: '' }]);
    expect(run.outcomes[0].result).toMatchObject({ kind: 'refused', why: 'own' });
    expect(stateOf(await read(planner), written.id).review).toBe('pending');
  });

  it('is a planner\'s alone', async () => {
    const { gci, planner, written } = await site();
    await expect(reviewCheckIns(gci.as('com'), await read(gci.as('com')), [{ checkIn: written, verdict: 'Aprobado', note: '' }]))
      .rejects.toMatchObject({ kind: 'noAccess' });
    expect(stateOf(await read(planner), written.id).review).toBe('pending');
  });

  it('can be given on a closed quarter\'s check-in: it changes no figure', async () => {
    const planner = inMemoryServices({ user: 'planeacion' });
    const old = planner.data.checkIns.filter(({ quarter, author }) => quarter === '2023-T1' && author?.login !== planner.user.login)[0];
    const run = await reviewCheckIns(planner, await read(planner), [
      { checkIn: old, verdict: old.review === 'approved' ? 'Devuelto' : 'Aprobado', note: 'Se vio tarde.' }
    ]);
    expect(run.outcomes[0].result.kind).toBe('done');
  });
});

describe('what happened meanwhile', () => {
  it('keeps a check-in that was edited, deleted or judged otherwise from being judged unseen; the others are', async () => {
    const { planner, gci, written } = await site();
    const deleted = await report(gci, { clientKey: 'review-2' });
    const judged = await report(gci, { clientKey: 'review-3' });
    const fine = await report(gci, { clientKey: 'review-4' });
    const seen = await read(planner);
    await gci.checkIns.update(written, draft({ value: 30 }), {
      keyResultId: gci.data.keyResults[0].id, processId: gci.data.processes[0].id
    });
    await gci.checkIns.remove(deleted);
    await reviewCheckIns(planner, seen, [{ checkIn: judged, verdict: 'Devuelto', note: 'Repetido.' }]);
    const run = await reviewCheckIns(planner, seen, [written, deleted, judged, fine].map(checkIn => ({ checkIn, verdict: 'Aprobado', note: '' })));
    expect(run.outcomes.map(({ result }) => (result.kind === 'refused' ? [result.why, result.by] : result.kind))).toEqual([
      ['changed', ''], ['gone', ''], ['judgedOtherwise', 'Planeación'], 'done'
    ]);
    expect(run.stale).toBe(true);
    const now = await read(planner);
    expect([written, judged, fine].map(({ id }) => stateOf(now, id).review)).toEqual(['pending', 'returned', 'approved']);
  });

  it('does not double a verdict whose answer was lost', async () => {
    const { planner, written } = await site();
    const workspace = await read(planner);
    planner.failNext('reviews.add', new AppError('offline'), 'after');
    const verdicts = [{ checkIn: written, verdict: 'Devuelto' as const, note: 'Falta el acta.' }];
    await expect(reviewCheckIns(planner, workspace, verdicts)).rejects.toMatchObject({ kind: 'offline' });
    const again = await reviewCheckIns(planner, workspace, verdicts);
    expect(again.outcomes[0].result).toEqual({ kind: 'done', row: null });
    expect((await planner.reviews.read(['2023-T3'])).verdicts.filter(({ checkIn }) => checkIn === written.id)).toHaveLength(1);
  });

  it('lets a planner change their mind on the verdict they see', async () => {
    const { planner, written } = await site();
    const { workspace } = await reviewCheckIns(planner, await read(planner), [{ checkIn: written, verdict: 'Aprobado', note: '' }]);
    const seen = workspace.checkIns.filter(({ id }) => id === written.id)[0];
    await reviewCheckIns(planner, workspace, [{ checkIn: seen, verdict: 'Devuelto', note: 'Pensándolo bien, falta el acta.' }]);
    expect(stateOf(await read(planner), written.id).review).toBe('returned');
  });
});

describe('taking a verdict back', () => {
  it('leaves the check-in as it was', async () => {
    const { planner, written } = await site();
    const run = await reviewCheckIns(planner, await read(planner), [{ checkIn: written, verdict: 'Devuelto', note: 'No.' }]);
    const { workspace } = await undoReviews(planner, run.workspace, [run.outcomes[0]]);
    expect(stateOf(workspace, written.id)).toEqual({ review: 'pending', reviewNote: '' });
    expect(stateOf(await read(planner), written.id)).toEqual({ review: 'pending', reviewNote: '' });
    await expect(planner.checkIns.remove(written)).resolves.toBeUndefined();
  });

  it('is refused once another verdict has followed', async () => {
    const { planner, written } = await site();
    const run = await reviewCheckIns(planner, await read(planner), [{ checkIn: written, verdict: 'Aprobado', note: '' }]);
    const seen = run.workspace.checkIns.filter(({ id }) => id === written.id)[0];
    await reviewCheckIns(planner, run.workspace, [{ checkIn: seen, verdict: 'Devuelto', note: 'No.' }]);
    expect((await undoReviews(planner, run.workspace, [run.outcomes[0]])).failed).toMatchObject([{ error: { kind: 'conflict' } }]);
    expect(stateOf(await read(planner), written.id).review).toBe('returned');
  });
});

describe('the queue', () => {
  const find = (items: readonly ReviewItem[], id: number): ReviewItem => items.filter(({ checkIn }) => checkIn.id === id)[0];

  it('begins with what changes a key result\'s state, then what there is something to say about; the oldest first', async () => {
    const items = reviewQueue(await boardOf(inMemoryServices({ user: 'planeacion' })));
    const ranks = items.map(({ changesState, observations }) => (changesState ? 0 : observations.length > 0 ? 1 : 2));
    expect(ranks).toEqual([...ranks].sort());
    expect(new Set(ranks).size).toBeGreaterThan(1);
    for (const rank of [0, 1, 2]) {
      const dates = items.filter((_item, index) => ranks[index] === rank).map(({ checkIn }) => checkIn.reportedOn);
      expect(dates).toEqual([...dates].sort());
    }
  });

  it('says where each report left the figure', async () => {
    const { planner, gci, written } = await site();
    const second = await report(gci, { clientKey: 'review-2', value: 3, reportedOn: '2023-10-05T15:00:00Z' });
    const board = await boardOf(planner);
    const items = reviewQueue(board);
    const total = board.statuses.get(CODE)?.value;
    expect([find(items, written.id).standsAt, find(items, second.id).standsAt]).toEqual([(total || 0) - 3, total]);
  });

  it('holds nothing against a report with evidence that changes no state', async () => {
    const { planner, written } = await site({ value: 0.001 });
    expect(isWithoutObservations(find(reviewQueue(await boardOf(planner)), written.id))).toBe(true);
  });

  it.each([
    ['no evidence', { evidence: [] }, { kind: 'noEvidence' }],
    ['no narrative', { narrative: ' ' }, { kind: 'draft', issue: 'narrativeMissing' }],
    ['a value taken back', { value: -1, obstacles: 'Uno se cayó.' }, { kind: 'draft', issue: 'valueNegative' }]
  ])('notes %s', async (_what, changes, observation) => {
    const { planner, written } = await site({ value: 0.001, ...changes });
    const item = find(reviewQueue(await boardOf(planner)), written.id);
    expect(item.observations).toEqual([observation]);
    expect(isWithoutObservations(item)).toBe(false);
  });

  it('notes a process that does not answer for the key result', async () => {
    const { planner, written } = await site({ value: 0.001 });
    planner.data.keyResults = planner.data.keyResults.map(row => (
      row.code === CODE ? { ...row, processes: row.processes.filter(process => process !== 'GCI') } : row
    ));
    expect(find(reviewQueue(await boardOf(planner)), written.id).observations).toEqual([{ kind: 'draft', issue: 'notYourProcess' }]);
  });

  it('keeps the planner\'s own apart, and what has a verdict', async () => {
    const planner = inMemoryServices({ user: 'planeacion' });
    const own = await report(planner, { value: 0.001 });
    const item = find(reviewQueue(await boardOf(planner)), own.id);
    expect([item.own, isWithoutObservations(item)]).toEqual([true, false]);
    const others = await boardOf(planner.as('gci'));
    expect(find(reviewQueue(others), own.id).own).toBe(false);
    const judged = reviewQueue(others).filter(({ checkIn }) => checkIn.review !== 'pending');
    expect(judged.some(isWithoutObservations)).toBe(false);
  });
});
