import type { Board, Workspace } from '../../src/application';
import { makeBoard, myProcesses } from '../../src/application';
import { statusesOf } from '../../src/domain';
import { type InMemoryServices, inMemoryServices, SAMPLE_NOW } from '../support/in-memory-services';

async function open(user: string): Promise<{ services: InMemoryServices; workspace: Workspace; board: Board }> {
  const services = inMemoryServices({ user });
  const workspace = await services.plan.readWorkspace(services.now());
  return { services, workspace, board: makeBoard(workspace, services.now()) };
}

describe('the board of the real plan on 5 October 2023', () => {
  it('reports into 2023-T3, whose window closes on the 10th; 2023-T4 takes reports too', async () => {
    const { board } = await open('com');
    expect(board.today).toBe('2023-10-05');
    expect(board.reporting).toMatchObject({ quarter: { code: '2023-T3' }, windowEnds: '2023-10-10', daysLeft: 5 });
    expect(board.reportable.map(({ quarter }) => quarter.code)).toEqual(['2023-T3', '2023-T4']);
  });

  it('has COM answer for 26 key results at 80 %, where 92 % is expected, with 25 reported', async () => {
    const { board } = await open('com');
    const com = board.rollUps.processes.get('COM');
    expect(board.myProcesses).toEqual(['COM']);
    expect(board.itemsOf('COM')).toHaveLength(26);
    expect(com).toMatchObject({ total: 26, reported: 25 });
    expect(com?.progress).toBeCloseTo(0.8, 2);
    expect(com?.expected).toBeCloseTo(0.92, 2);
  });

  it('has COOP answer for 14 at 78 %, five of which wait for a report, the red ones first', async () => {
    const { board } = await open('coop');
    expect(board.itemsOf('COOP')).toHaveLength(14);
    expect(board.rollUps.processes.get('COOP')?.progress).toBeCloseTo(0.78, 2);
    const notReported = board.dueOf('COOP').filter(({ due }) => due.state !== 'returned');
    expect(notReported.map(({ status, due }) => [status.keyResult.code, due.state, status.light])).toEqual([
      ['OE1-OT2-R7', 'due', 'rojo'], ['OE1-OT3-R2', 'due', 'rojo'], ['OE1-OT2-R3', 'due', 'amarillo'], ['OE1-OT2-R5', 'due', 'amarillo'],
      ['OE1-OT3-R3', 'due', 'amarillo']
    ]);
  });

  it('rolls up to the mocked figures of the objectives: 67 % of OE1, 75 % of OE2', async () => {
    const { board } = await open('direccion');
    expect(board.rollUps.strategic.get('OE1')?.progress).toBeCloseTo(0.67, 2);
    expect(board.rollUps.strategic.get('OE2')?.progress).toBeCloseTo(0.75, 2);
    expect(board.rollUps.plan).toMatchObject({ total: 79, light: 'amarillo' });
    expect(board.myProcesses).toEqual([]);
  });

  it('counts 140 responsibilities, each with what is owed on it', async () => {
    const { board, workspace } = await open('planeacion');
    expect(workspace.processes.map(({ code }) => board.itemsOf(code).length).reduce((all, one) => all + one, 0)).toBe(140);
  });

  it('lists what was returned before what is late, and that before what is due', async () => {
    const { board } = await open('com');
    const states = board.dueOf('COM').map(({ due }) => due.state);
    expect(states).toEqual(
      [...states].sort((a, b) => ['returned', 'overdue', 'due'].indexOf(a) - ['returned', 'overdue', 'due'].indexOf(b))
    );
    expect(board.dueOf('COM').find(({ due }) => due.state === 'overdue')).toMatchObject({
      status: { light: 'desactualizado', keyResult: { code: 'OE3-OT4-R5' } },
      due: { lateQuarters: 1 }
    });
  });

  it('shows an alias with the figures and reports of its measure', async () => {
    const { board } = await open('com');
    expect(board.statuses.get('OE3-OT3-R1')).toMatchObject({ aliasOf: 'OE3-OT1-R2', value: 14 });
    expect(board.checkInsOf('OE3-OT3-R1')).toEqual(board.checkInsOf('OE3-OT1-R2'));
    expect(board.checkInsOf('OE3-OT1-R2').length).toBeGreaterThan(0);
  });

  it('gives the same figures as folding every check-in from the start', async () => {
    const { board, workspace, services } = await open('com');
    const all = statusesOf({ ...workspace, baseQuarter: null, cutoffs: [], checkIns: services.data.checkIns, today: board.today });
    for (const [code, { value, progress, light, accumulated }] of all) {
      expect([code, board.statuses.get(code)]).toEqual([code, expect.objectContaining({ value, progress, light, accumulated })]);
    }
  });

  it('lists the check-ins of a key result newest first', async () => {
    const { board, workspace } = await open('com');
    const codes = new Set(workspace.checkIns.map(({ keyResult }) => keyResult));
    for (const code of codes) {
      const moments = board.checkInsOf(code).map(({ quarter, reportedOn }) => `${quarter} ${reportedOn}`);
      expect(moments).toEqual([...moments].sort().reverse());
    }
    expect(board.checkInsOf('OE9-OT9-R9')).toEqual([]);
  });

  it('is computed once per question', async () => {
    const { board } = await open('com');
    expect(board.itemsOf('COM')).toBe(board.itemsOf('COM'));
    expect(board.dueOf('COM')).toBe(board.dueOf('COM'));
    expect(board.checkInsOf('OE3-OT1-R2')).toBe(board.checkInsOf('OE3-OT1-R2'));
  });

  it('stands on its feet without quarters, key results or processes', async () => {
    const { workspace } = await open('com');
    const bare = makeBoard(
      { ...workspace, quarters: [], keyResults: [], processes: [], cutoffs: [], checkIns: [], baseQuarter: null },
      SAMPLE_NOW
    );
    expect(bare).toMatchObject({
      reporting: null,
      reportable: [],
      myProcesses: [],
      rollUps: { plan: { progress: null, total: 0, light: 'sinDato' } }
    });
    expect(bare.itemsOf('COM')).toEqual([]);
    const withoutQuarters = makeBoard({ ...workspace, quarters: [] }, SAMPLE_NOW);
    expect(withoutQuarters.itemsOf('COM').every(({ due }) => due.state === 'closed' || due.state === 'done')).toBe(true);
  });
});

describe('my processes', () => {
  it('are those one is a member or the leader of, in the processes\' order, whatever the case of the login', async () => {
    const { workspace } = await open('com');
    const me = workspace.user;
    const processes = workspace.processes.map((process, index) => ({
      ...process, order: 10 - index, leader: process.code === 'INV' ? { ...me, login: me.login.toUpperCase() } : null
    }));
    expect(myProcesses({ processes, user: me })).toEqual(['INV', 'COM']);
  });
});
