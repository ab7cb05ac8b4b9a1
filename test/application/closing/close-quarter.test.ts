import {
  AppError, type ClosingErrorKind, type ClosingProgress, closeQuarter, isClosingError, mendRefusal, refusalStands, reopenQuarter, type Workspace
} from '../../../src/application';
import { inMemoryServices, type InMemoryServices } from '../../support/in-memory-services';

const CODE = '2023-T3';
/** 2023-T3's window has passed. */
const LATER = new Date('2023-10-12T15:00:00Z');

function planner(now = LATER): InMemoryServices {
  return inMemoryServices({ user: 'planeacion', now });
}

function workspaceOf(services: InMemoryServices): Promise<Workspace> {
  return services.plan.readWorkspace(services.now());
}

async function kindOf(promise: Promise<unknown>): Promise<ClosingErrorKind> {
  const error: unknown = await promise.then(() => null, (reason: unknown) => reason);
  if (!isClosingError(error)) throw error || new Error('It went through.');
  return error.kind;
}

const stateOf = (services: InMemoryServices, code = CODE): string | undefined => services.data.quarters.find(row => row.code === code)?.state;
const cutoffsOf = (services: InMemoryServices): unknown[] => services.data.cutoffs.filter(({ quarter }) => quarter === CODE)
  .map(({ id: _, ...row }) => row);

describe('closing a quarter', () => {
  it('writes a cutoff per key result, makes the list refuse it, and becomes the base', async () => {
    const services = planner();
    const steps: ClosingProgress[] = [];
    const result = await closeQuarter(services, await workspaceOf(services), CODE, { onProgress: step => steps.push(step) });
    expect(result).toEqual({ quarter: CODE, added: 79, corrected: 0, unchanged: 0 });
    expect(steps.map(({ step }) => step)).toEqual(['claim', 'refuse', 'read', 'write', 'write', 'finish']);
    expect(steps[4]).toEqual({ step: 'write', done: 79, total: 79 });
    const after = await workspaceOf(services);
    expect(after.baseQuarter).toBe(CODE);
    expect(after.cutoffs).toHaveLength(79);
    const now = await services.quarters.read(after);
    expect(now.refusal).toEqual({ kind: 'upTo', quarter: CODE });
    expect(refusalStands(now)).toBe(true);
    const row = now.rows.find(({ code }) => code === CODE);
    const ids = services.data.checkIns.filter(({ quarter }) => quarter === CODE).map(({ id }) => id);
    expect(row).toMatchObject({ state: 'closed', closedOn: LATER.toISOString(), lastCheckInId: Math.max(...ids), changedBy: services.user });
  });

  it('takes in what was reported after the page was read, until the list refuses it', async () => {
    const services = planner();
    const stale = await workspaceOf(services);
    const row = services.data.checkIns.find(({ keyResult }) => keyResult === 'OE1-OT2-R5');
    if (!row) throw new Error('no check-in');
    services.data.checkIns = [...services.data.checkIns, { ...row, id: 9000, quarter: CODE, value: 1000, clientKey: 'late' }];
    await closeQuarter(services, stale, CODE);
    const cutoff = services.data.cutoffs.find(({ quarter, keyResult }) => quarter === CODE && keyResult === 'OE1-OT2-R5');
    expect(cutoff?.accumulated.value).toBeGreaterThan(1000);
  });

  it.each([
    ['notEnded', '2023-T3', new Date('2023-09-30T15:00:00Z')],
    ['outOfOrder', '2023-T4', new Date('2024-02-01T15:00:00Z')],
    ['alreadyClosed', '2023-T2', LATER],
    ['unknown', '2031-T1', LATER]
  ] as const)('is refused: %s', async (kind, code, now) => {
    const services = planner(now);
    const workspace = await workspaceOf(services);
    expect(await kindOf(closeQuarter(services, workspace, code))).toBe(kind);
    expect(services.requests.filter(one => one !== 'quarters.read' && one !== 'plan.readWorkspace')).toEqual([]);
  });

  it('goes by the server’s clock, not the browser’s', async () => {
    const wrong = planner(new Date('2023-09-29T15:00:00Z'));
    wrong.quarterFacts.serverAhead = 13 * 86400000;
    await closeQuarter(wrong, await workspaceOf(wrong), CODE);
    expect(stateOf(wrong)).toBe('closed');
    const ahead = planner(LATER);
    ahead.quarterFacts.serverAhead = -20 * 86400000;
    expect(await kindOf(closeQuarter(ahead, await workspaceOf(ahead), CODE))).toBe('notEnded');
  });

  it('of a quarter whose row is gone says so', async () => {
    const services = planner();
    const workspace = await workspaceOf(services);
    services.data.quarters = services.data.quarters.filter(({ code }) => code !== CODE);
    expect(await kindOf(closeQuarter(services, workspace, CODE))).toBe('unknown');
  });

  it('by two at once: one wins, the other is told who did', async () => {
    const one = planner();
    one.data.planners.push(one.as('direccion').user.login);
    const other = one.as('direccion');
    const [a, b] = await Promise.allSettled([
      closeQuarter(one, await workspaceOf(one), CODE), closeQuarter(other, await workspaceOf(other), CODE)
    ]);
    const failed = [a, b].filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(failed).toHaveLength(1);
    expect(isClosingError(failed[0].reason)).toBe(true);
    expect(['beingClosed', 'takenOver', 'alreadyClosed']).toContain(failed[0].reason.kind);
    expect(failed[0].reason.details.by).toEqual(a.status === 'fulfilled' ? one.user : other.user);
    expect(stateOf(one)).toBe('closed');
    expect(cutoffsOf(one)).toHaveLength(79);
  });

  it('that stopped half-way is anybody’s to go on with, on purpose', async () => {
    const one = planner();
    one.data.planners.push(one.as('direccion').user.login);
    const other = one.as('direccion');
    one.failNext('quarters.writeCutoffs', new AppError('offline'));
    await expect(closeQuarter(one, await workspaceOf(one), CODE)).rejects.toMatchObject({ kind: 'offline' });
    expect(stateOf(one)).toBe('closing');
    expect(await kindOf(closeQuarter(other, await workspaceOf(other), CODE))).toBe('beingClosed');
    await closeQuarter(other, await workspaceOf(other), CODE, { resume: true });
    expect(stateOf(one)).toBe('closed');
    expect(cutoffsOf(one)).toHaveLength(79);
  });

  const wanted = (async () => {
    const services = planner();
    await closeQuarter(services, await workspaceOf(services), CODE);
    return cutoffsOf(services);
  })();
  const operations = ['quarters.read', 'quarters.write', 'quarters.refuseUpTo', 'plan.readWorkspace', 'quarters.writeCutoffs'] as const;
  it.each(operations.flatMap(operation => (['before', 'after'] as const).map(when => [operation, when] as const)))(
    'interrupted at %s, %s it was done, and run again ends with the same rows', async (operation, when) => {
      const services = planner();
      const workspace = await workspaceOf(services);
      services.failNext(operation, new AppError('offline'), when);
      await expect(closeQuarter(services, workspace, CODE)).rejects.toMatchObject({ kind: 'offline' });
      await closeQuarter(services, await workspaceOf(services), CODE, { resume: true });
      expect(stateOf(services)).toBe('closed');
      expect(cutoffsOf(services)).toEqual(await wanted);
    }
  );

  it('corrects a cutoff that an interrupted run wrote with other figures', async () => {
    const services = planner();
    const [row] = services.data.cutoffs.filter(({ quarter }) => quarter === '2023-T2');
    services.data.cutoffs = [...services.data.cutoffs, { ...row, id: 9999, quarter: CODE, progress: 0.99 }];
    const result = await closeQuarter(services, await workspaceOf(services), CODE);
    expect(result).toMatchObject({ added: 78, corrected: 1 });
    expect(services.data.cutoffs.find(({ id }) => id === 9999)?.progress).not.toBe(0.99);
    expect(cutoffsOf(services)).toHaveLength(79);
  });

  it('takes its own write for done when the answer was lost and the retry met it', async () => {
    const services = planner();
    const { write } = services.quarters;
    let first = true;
    const retrying: InMemoryServices = {
      ...services,
      quarters: {
        ...services.quarters,
        write: async (row, change) => {
          if (first) {
            first = false;
            await write(row, change);
          }
          return write(row, change);
        }
      }
    };
    await closeQuarter(retrying, await workspaceOf(services), CODE);
    expect(stateOf(services)).toBe('closed');
  });
});

describe('opening a quarter again', () => {
  it('takes a reason, frees the list, keeps the cutoffs and does not read them', async () => {
    const services = planner();
    const workspace = await workspaceOf(services);
    expect(await kindOf(reopenQuarter(services, workspace, '2023-T2', '  '))).toBe('reasonMissing');
    await reopenQuarter(services, workspace, '2023-T2', 'COOP reportó\ndos veces un convenio');
    const after = await workspaceOf(services);
    expect(after.baseQuarter).toBe('2023-T1');
    expect(after.cutoffs.every(({ quarter }) => quarter === '2023-T1')).toBe(true);
    expect(services.data.cutoffs.filter(({ quarter }) => quarter === '2023-T2')).toHaveLength(79);
    const now = await services.quarters.read(after);
    expect(now.refusal).toEqual({ kind: 'upTo', quarter: '2023-T1' });
    expect(now.rows.find(({ code }) => code === '2023-T2')).toMatchObject({
      state: 'open', closedOn: null, reopenReason: '2023-10-12 Planeación: COOP reportó dos veces un convenio'
    });
  });

  it('adds each reason to those before, and closes to the same rows', async () => {
    const services = planner();
    const before = JSON.stringify(services.data.cutoffs);
    for (const reason of ['primera', 'segunda']) {
      await reopenQuarter(services, await workspaceOf(services), '2023-T2', reason);
      await closeQuarter(services, await workspaceOf(services), '2023-T2');
    }
    expect((await services.quarters.read(await workspaceOf(services))).rows.find(({ code }) => code === '2023-T2')?.reopenReason)
      .toBe('2023-10-12 Planeación: primera\n2023-10-12 Planeación: segunda');
    expect(JSON.parse(JSON.stringify(services.data.cutoffs))).toEqual(JSON.parse(before));
  });

  it('goes in reverse, to the first', async () => {
    const services = planner();
    expect(await kindOf(reopenQuarter(services, await workspaceOf(services), '2023-T1', 'x'))).toBe('outOfOrder');
    expect(await kindOf(reopenQuarter(services, await workspaceOf(services), '2023-T3', 'x'))).toBe('alreadyOpen');
    for (const { code } of services.data.quarters.filter(({ state }) => state === 'closed').reverse()) {
      await reopenQuarter(services, await workspaceOf(services), code, 'todo de nuevo');
    }
    const after = await workspaceOf(services);
    expect(after.baseQuarter).toBeNull();
    expect((await services.quarters.read(after)).refusal).toEqual({ kind: 'none' });
  });

  it.each(['quarters.write', 'quarters.refuseUpTo'] as const)('interrupted at %s is done by doing it again', async operation => {
    for (const when of ['before', 'after'] as const) {
      const services = planner();
      services.failNext(operation, new AppError('offline'), when);
      await expect(reopenQuarter(services, await workspaceOf(services), '2023-T2', 'motivo')).rejects.toMatchObject({ kind: 'offline' });
      await reopenQuarter(services, await workspaceOf(services), '2023-T2', 'motivo');
      expect(stateOf(services, '2023-T2')).toBe('open');
      expect((await services.quarters.read(await workspaceOf(services))).refusal).toEqual({ kind: 'upTo', quarter: '2023-T1' });
    }
  });

  it('of a closing that was begun leaves it open', async () => {
    const services = planner();
    services.failNext('quarters.writeCutoffs', new AppError('offline'));
    await expect(closeQuarter(services, await workspaceOf(services), CODE)).rejects.toMatchObject({ kind: 'offline' });
    expect(await kindOf(reopenQuarter(services, await workspaceOf(services), '2023-T2', 'x'))).toBe('outOfOrder');
    await reopenQuarter(services, await workspaceOf(services), CODE, 'Se cerró antes de tiempo');
    expect(stateOf(services)).toBe('open');
    expect((await services.quarters.read(await workspaceOf(services))).refusal).toEqual({ kind: 'upTo', quarter: '2023-T2' });
  });
});

describe('what the list refuses', () => {
  it('is mended after somebody changed it', async () => {
    const services = planner();
    services.quarterFacts.refusal = { kind: 'other', formula: '=[Valor]>0' };
    const workspace = await workspaceOf(services);
    expect(refusalStands(await services.quarters.read(workspace))).toBe(false);
    await mendRefusal(services, workspace);
    const now = await services.quarters.read(workspace);
    expect(now.refusal).toEqual({ kind: 'upTo', quarter: '2023-T2' });
    expect(refusalStands(now)).toBe(true);
  });
});
