import type { Board, ClosedQuarter } from '../../src/application';
import { baseQuarterOf, frozenBoard, makeBoard, narrowBoard } from '../../src/application';
import { type InMemoryServices, inMemoryServices } from '../support/in-memory-services';

async function open(): Promise<{ services: InMemoryServices; board: Board; read: (quarter: string) => Promise<ClosedQuarter> }> {
  const services = inMemoryServices({ user: 'direccion' });
  const workspace = await services.plan.readWorkspace(services.now(), undefined, 'dashboard');
  return { services, board: makeBoard(workspace, services.now()), read: quarter => services.plan.readClosedQuarter(workspace, quarter) };
}

describe('a closed quarter', () => {
  it('stands on its last day, with its own progress, lights and targets', async () => {
    const { board, read } = await open();
    const closed = await read('2021-T4');
    const frozen = frozenBoard(board, closed);
    expect(frozen).toMatchObject({ today: '2021-12-31', reporting: null, reportable: [] });
    expect(frozen.statuses.size).toBe(79);
    for (const cutoff of closed.cutoffs) {
      expect(frozen.statuses.get(cutoff.keyResult)).toMatchObject({ progress: cutoff.progress, expected: cutoff.expected, light: cutoff.light });
    }
    expect(frozen.rollUps.plan.progress).toBeLessThan(board.rollUps.plan.progress as number);
    expect(frozen.frozen).toMatchObject({ quarter: { code: '2021-T4' }, added: [], removed: [] });
  });

  it('does not change with what is reported or planned today', async () => {
    const { board, read } = await open();
    const before = frozenBoard(board, await read('2022-T2')).rollUps.plan;
    const keyResults = board.workspace.keyResults.map(row => ({ ...row, target: row.target === null ? null : row.target * 10, end: '2030-12-31' }));
    const changed = makeBoard({ ...board.workspace, keyResults, checkIns: [] }, new Date('2023-12-01T12:00:00Z'));
    expect(frozenBoard(changed, await read('2022-T2')).rollUps.plan).toEqual(before);
  });

  it('counts as it counted then: weights, responsible processes and thresholds of its own time', async () => {
    const { services, board, read } = await open();
    const before = frozenBoard(board, await read('2022-T2'));
    const { workspace } = board;
    const heavier = <T extends { weight: number }>(rows: readonly T[]): T[] => rows.map((row, index) => ({ ...row, weight: index % 3 === 0 ? row.weight * 9 : row.weight }));
    const changed = makeBoard({
      ...workspace,
      plan: { ...workspace.plan, greenFrom: 0.2, yellowFrom: 0.1 },
      strategicObjectives: heavier(workspace.strategicObjectives),
      tacticalObjectives: heavier(workspace.tacticalObjectives),
      keyResults: heavier(workspace.keyResults).map(row => ({ ...row, processes: ['GCI'], active: row.code !== 'OE1-OT2-R5' }))
    }, services.now());
    expect(changed.rollUps.plan.progress).not.toBeCloseTo(board.rollUps.plan.progress as number, 3);
    const after = frozenBoard(changed, await read('2022-T2'));
    expect(after.rollUps).toEqual(before.rollUps);
    expect(narrowBoard(after, ['OE2']).rollUps).toEqual(narrowBoard(before, ['OE2']).rollUps);
    expect(after.itemsOf('COOP').map(({ status }) => status.keyResult.code)).toEqual(before.itemsOf('COOP').map(({ status }) => status.keyResult.code));
    expect(after.frozen.byTodaysWeights).toBe(false);
  });

  it('owes nothing any more, and holds its own reports', async () => {
    const { board, read } = await open();
    const frozen = frozenBoard(board, await read('2023-T1'));
    expect(frozen.dueOf('COM')).toEqual([]);
    expect(frozen.itemsOf('COM').every(({ due }) => due.state === 'closed')).toBe(true);
    const reported = Array.from(frozen.statuses.keys()).flatMap(code => frozen.checkInsOf(code));
    expect(reported.length).toBeGreaterThan(20);
    expect(new Set(reported.map(({ quarter }) => quarter))).toEqual(new Set(['2023-T1']));
  });

  it('says which key results came later and which are gone', async () => {
    const { services, board, read } = await open();
    const [gone, late, retired] = board.workspace.keyResults.map(({ code }) => code);
    services.data.cutoffs = services.data.cutoffs.filter(({ keyResult }) => keyResult !== late);
    const keyResults = board.workspace.keyResults
      .filter(({ code }) => code !== gone)
      .map(row => (row.code === retired ? { ...row, active: false } : row));
    const now = makeBoard({ ...board.workspace, keyResults }, services.now());
    const closed = await services.plan.readClosedQuarter(now.workspace, '2022-T4');
    const frozen = frozenBoard(now, closed);
    expect(frozen.frozen).toMatchObject({ added: [late], removed: [gone], byTodaysWeights: false });
    expect(frozen.statuses.has(gone)).toBe(false);
    expect(frozen.statuses.get(retired)?.keyResult.active).toBe(true);
    // Cutoffs of before they kept how they counted: a result that is not active today is in no figure.
    const plain = { ...closed, cutoffs: closed.cutoffs.map(cutoff => ({ ...cutoff, setting: null })) };
    expect(frozenBoard(now, plain).frozen).toMatchObject({ added: [late], removed: [gone, retired], byTodaysWeights: true });
    await expect(read('1999-T1').then(nothing => frozenBoard(board, nothing))).rejects.toThrow('1999-T1');
  });

  it('that was closed last is at hand with the first screen', async () => {
    const { services, board, read } = await open();
    const base = baseQuarterOf(board.workspace);
    expect(base && frozenBoard(board, base).rollUps).toEqual(frozenBoard(board, await read('2023-T2')).rollUps);
    const none = { ...board.workspace, baseQuarter: null };
    expect(baseQuarterOf(none)).toBeNull();
    expect(services.requests.filter(name => name === 'plan.readClosedQuarter')).toHaveLength(1);
  });
});

describe('a part of the plan', () => {
  it('has the figures of its objectives alone', async () => {
    const { board } = await open();
    const part = narrowBoard(board, ['OE1', 'OE9']);
    expect(part.workspace.strategicObjectives.map(({ code }) => code)).toEqual(['OE1']);
    expect(part.rollUps.plan).toMatchObject({ total: 23, progress: board.rollUps.strategic.get('OE1')?.progress });
    expect(part.itemsOf('COM').every(({ status }) => status.keyResult.code.startsWith('OE1-'))).toBe(true);
    expect(part.dueOf('COM').length).toBeLessThan(board.dueOf('COM').length);
    expect(part.workspace.decisions.every(({ strategicObjective, keyResult }) => (keyResult || strategicObjective || '').startsWith('OE1'))).toBe(true);
  });

  it('is the board itself when it is all of it', async () => {
    const { board } = await open();
    expect(narrowBoard(board, ['OE1', 'OE2', 'OE3', 'OE4', 'OE5'])).toBe(board);
  });

  it('can be had of a closed quarter', async () => {
    const { board, read } = await open();
    const whole = frozenBoard(board, await read('2022-T4'));
    const part = narrowBoard(whole, ['OE5']);
    expect(part.frozen.quarter.code).toBe('2022-T4');
    expect(part.rollUps.plan.progress).toBe(whole.rollUps.strategic.get('OE5')?.progress);
  });
});
