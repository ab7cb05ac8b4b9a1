import { heatMap, statusesOf } from '../../src/domain';
import type { Process } from '../../src/domain';
import { checkIn, keyResult, quarters, RULES, strategicObjective, tacticalObjective } from './fixtures';

const process = (code: string, order: number): Process => ({ id: order, code, fullName: '', leader: null, members: [], operativePlanUrl: '', order });

const keyResults = [
  keyResult({ code: 'OE1-OT1-R1', tacticalObjective: 'OE1-OT1', processes: ['A', 'B'], target: 10 }),
  keyResult({ code: 'OE2-OT1-R1', tacticalObjective: 'OE2-OT1', processes: ['A'], target: 10 }),
  keyResult({ code: 'OE2-OT1-R2', tacticalObjective: 'OE2-OT1', processes: ['A'], active: false })
];

const rows = heatMap({
  thresholds: RULES, processes: [process('A', 1), process('B', 2), process('C', 3)],
  strategicObjectives: [strategicObjective('OE1'), strategicObjective('OE2')],
  tacticalObjectives: [tacticalObjective('OE1-OT1'), tacticalObjective('OE2-OT1')],
  statuses: statusesOf({
    plan: RULES, keyResults, quarters: quarters(), baseQuarter: null, cutoffs: [], programmedTargets: [], today: '2023-12-31',
    checkIns: [checkIn({ keyResult: 'OE1-OT1-R1', quarter: '2023-T1', value: 5 })]
  })
});

it('tells what each process carries of each objective, shared ones in full for both', () => {
  expect(rows.map(({ process: { code }, cells }) => [code, cells.map(cell => cell.rollUp && cell.rollUp.progress)])).toEqual([
    ['A', [0.5, 0]], ['B', [0.5, null]]
  ]);
});

it('adds up the whole of a process, inactive ones and processes without any left out', () => {
  expect(rows[0].total).toMatchObject({ total: 2, reported: 1, progress: 0.25 });
  expect(rows[0].cells[1].keyResults).toEqual(['OE2-OT1-R1']);
});
