import type { Workspace } from '../../../src/application/workspace';
import type { Problem } from '../../../src/domain';
import { mapFollowUp, mapPlanRows } from '../../../src/sharepoint/mapping/workspace';
import { asFollowUp, asPlanRows, checkIn, keyResult, NOW, person, siteRows, type SiteRows } from './rows';

type Mapped = Pick<Workspace, 'plan' | 'keyResults' | 'quarters' | 'checkIns' | 'cutoffs' | 'problems' | 'processes' | 'tacticalObjectives'
  | 'strategicObjectives' | 'programmedTargets' | 'baseQuarter' | 'decisions'>;

function map(rows: SiteRows, planCode?: string): Mapped {
  const mapped = mapPlanRows(asPlanRows(rows), NOW, planCode);
  if (mapped === null) throw new Error('no plan');
  return { ...mapped.content, ...mapFollowUp(asFollowUp(rows), mapped) };
}

function spoiled(spoil: (rows: SiteRows) => void): Mapped {
  const rows = siteRows();
  spoil(rows);
  return map(rows);
}

test('a faultless site has no problems', () => {
  const mapped = map(siteRows());
  expect(mapped.problems).toEqual([]);
  expect(mapped.processes.map(({ code }) => code)).toEqual(['GCI', 'COOP']);
  expect(mapped.processes[1]).toMatchObject(
    { leader: { name: 'Profesional lider' }, members: [{ id: 5 }], operativePlanUrl: 'https://x/y' }
  );
  expect(mapped.keyResults[0]).toMatchObject(
    { code: 'OE1-OT1-R1', processes: ['GCI', 'COOP'], start: '2021-01-01', end: '2023-12-31', target: 15 }
  );
  expect(mapped.checkIns[0]).toMatchObject(
    { keyResult: 'OE1-OT1-R1', process: 'COOP', value: 2, review: 'pending', author: { name: 'Profesional coop' } }
  );
  expect(mapped.cutoffs[0]).toMatchObject(
    { quarter: '2023-T2', accumulated: { value: 7, lastProcess: 'GCI', reports: 4 }, trail: [0.1, null, 0.47] }
  );
  expect(mapped.baseQuarter).toBe('2023-T2');
  expect(mapped.decisions).toEqual([{
    id: 95, etag: '"1"', title: 'Contratar el apoyo', detail: '', keyResult: 'OE1-OT1-R1', strategicObjective: null, decidedOn: '2023-09-01',
    responsible: 'GCI', due: '2023-10-15', state: 'Abierta'
  }]);
});

interface Case {
  readonly name: string;
  readonly spoil: (rows: SiteRows) => void;
  readonly problem: Partial<Problem>;
  /** What of the spoiled row can still be used. */
  readonly then: (mapped: Mapped) => void;
}

const row = (rows: Record<string, unknown>[], changes: Record<string, unknown>): void => { Object.assign(rows[0], changes); };

const cases: Case[] = [
  {
    name: 'a plan without dates takes the years of its code',
    spoil: rows => row(rows.Plans, { StartDate: null }),
    problem: { kind: 'empty', list: 'Plans', rowId: 1, row: '2021-2023', column: 'StartDate', severity: 'warning' },
    then: ({ plan }) => expect([plan.start, plan.end]).toEqual(['2021-01-01', '2023-12-31'])
  },
  {
    name: 'a plan that ends before it starts',
    spoil: rows => row(rows.Plans, { EndDate: '2020-12-31T05:00:00Z' }),
    problem: { kind: 'badDate', list: 'Plans', column: 'EndDate', found: '2020-12-31' },
    then: ({ plan }) => expect(plan.end).toBe('2023-12-31')
  },
  {
    name: 'a threshold above 1',
    spoil: rows => row(rows.Plans, { GreenFrom: 90 }),
    problem: { kind: 'outOfRange', list: 'Plans', column: 'GreenFrom', found: '90' },
    then: ({ plan }) => expect(plan.greenFrom).toBe(0.9)
  },
  {
    name: 'yellow above green',
    spoil: rows => row(rows.Plans, { GreenFrom: 0.5, YellowFrom: 0.7 }),
    problem: { kind: 'outOfRange', list: 'Plans', column: 'YellowFrom' },
    then: ({ plan }) => expect([plan.greenFrom, plan.yellowFrom]).toEqual([0.9, 0.6])
  },
  {
    name: 'a plan without a code: a stand-in, so that the rest can be seen',
    spoil: rows => row(rows.Plans, { Code: '' }),
    problem: { kind: 'noPlan', list: 'Plans', rowId: 1, severity: 'error' },
    then: ({ plan, keyResults }) => expect([plan.code, keyResults.length]).toEqual(['2021-2023', 1])
  },
  {
    name: 'two plans over the same day: the latest to start is shown',
    spoil: rows => rows.Plans.push(
      { Id: 2, Title: 'Otro', Code: '2023-2025', StartDate: '2023-01-01T05:00:00Z', EndDate: '2025-12-31T05:00:00Z' }
    ),
    problem: { kind: 'severalPlans', list: 'Plans', rowId: 1, row: '2021-2023' },
    then: ({ plan, keyResults }) => expect([plan.code, keyResults]).toEqual(['2023-2025', []])
  },
  {
    name: 'a plan’s code twice',
    spoil: rows => rows.Plans.push({ ...rows.Plans[0], Id: 2 }),
    problem: { kind: 'duplicateCode', list: 'Plans', rowId: 2, severity: 'error' },
    then: ({ plan }) => expect(plan.id).toBe(1)
  },
  {
    name: 'a process without a code',
    spoil: rows => rows.Processes.push({ Id: 12, Title: ' ' }),
    problem: { kind: 'empty', list: 'Processes', rowId: 12, row: '#12', column: 'Title', severity: 'error' },
    then: ({ processes }) => expect(processes).toHaveLength(2)
  },
  {
    name: 'a process twice: rows that point to the second mean the first',
    spoil: rows => {
      rows.Processes.push({ Id: 12, Title: 'COOP' });
      row(rows.KeyResults, { ProcessesId: [12, 10] });
    },
    problem: { kind: 'duplicateCode', list: 'Processes', rowId: 12, found: 'COOP' },
    then: ({ keyResults }) => expect(keyResults[0].processes).toEqual(['COOP'])
  },
  {
    name: 'a strategic objective whose plan is gone: its key still says where it belongs',
    spoil: rows => row(rows.StrategicObjectives, { PlanId: 99 }),
    problem: { kind: 'danglingReference', list: 'StrategicObjectives', row: 'OE1', column: 'Plan', found: '#99', severity: 'warning' },
    then: ({ strategicObjectives, keyResults }) => expect([strategicObjectives.length, keyResults.length]).toEqual([1, 1])
  },
  {
    name: 'an objective without a code: its key has one',
    spoil: rows => row(rows.StrategicObjectives, { Code: null }),
    problem: { kind: 'empty', list: 'StrategicObjectives', row: 'OE1', column: 'Code', severity: 'warning' },
    then: ({ strategicObjectives }) => expect(strategicObjectives[0].code).toBe('OE1')
  },
  {
    name: 'an objective with neither code nor key',
    spoil: rows => rows.TacticalObjectives.push({ Id: 21, Title: 'Nuevo', StrategicObjectiveId: 15 }),
    problem: { kind: 'empty', list: 'TacticalObjectives', rowId: 21, row: 'Nuevo', column: 'Code', severity: 'error' },
    then: ({ tacticalObjectives }) => expect(tacticalObjectives).toHaveLength(1)
  },
  {
    name: 'a code of another form is used as it is',
    spoil: rows => row(rows.TacticalObjectives, { Code: 'OT-1' }),
    problem: { kind: 'badCode', list: 'TacticalObjectives', column: 'Code', found: 'OT-1', severity: 'warning' },
    then: ({ tacticalObjectives }) => expect(tacticalObjectives[0].code).toBe('OT-1')
  },
  {
    name: 'a negative weight',
    spoil: rows => row(rows.TacticalObjectives, { Weight: -2 }),
    problem: { kind: 'outOfRange', list: 'TacticalObjectives', column: 'Weight', found: '-2' },
    then: ({ tacticalObjectives }) => expect(tacticalObjectives[0].weight).toBe(1)
  },
  {
    name: 'a key result whose tactical objective was deleted, of a code nobody has',
    spoil: rows => rows.KeyResults.push(keyResult(31, 'OE9-OT9-R1', { TacticalObjectiveId: 77 })),
    problem: {
      kind: 'danglingReference', list: 'KeyResults', rowId: 31, row: 'OE9-OT9-R1', column: 'TacticalObjective', severity: 'error'
    },
    then: ({ keyResults }) => expect(keyResults.map(({ code }) => code)).toEqual(['OE1-OT1-R1'])
  },
  {
    name: 'a key result without its tactical objective: its code says which',
    spoil: rows => row(rows.KeyResults, { TacticalObjectiveId: null }),
    problem: { kind: 'empty', list: 'KeyResults', column: 'TacticalObjective', severity: 'warning' },
    then: ({ keyResults }) => expect(keyResults[0].tacticalObjective).toBe('OE1-OT1')
  },
  {
    name: 'a code twice: the older row is used, and reports on either count',
    spoil: rows => {
      rows.KeyResults.push(keyResult(31, 'OE1-OT1-R1', { Target: 99 }));
      rows.CheckIns.push(checkIn(81, { KeyResultId: 31 }));
    },
    problem: { kind: 'duplicateCode', list: 'KeyResults', rowId: 31, found: 'OE1-OT1-R1', severity: 'error' },
    then: ({ keyResults, checkIns }) => expect([keyResults.map(({ target }) => target), checkIns.length]).toEqual([[15], 2])
  },
  {
    name: 'text where a number belongs',
    spoil: rows => row(rows.KeyResults, { Target: 'quince' }),
    problem: { kind: 'notANumber', list: 'KeyResults', column: 'Target', found: 'quince', severity: 'warning' },
    then: ({ keyResults }) => expect(keyResults[0].target).toBeNull()
  },
  {
    name: 'a process that is gone',
    spoil: rows => row(rows.KeyResults, { ProcessesId: [10, 99] }),
    problem: { kind: 'danglingReference', list: 'KeyResults', column: 'Processes', found: '#99' },
    then: ({ keyResults }) => expect(keyResults[0].processes).toEqual(['COOP'])
  },
  {
    name: 'an unknown direction: what else the row says decides',
    spoil: rows => row(rows.KeyResults, { Direction: 'Sideways', Stages: '1; Uno', Accumulation: 'Latest' }),
    problem: { kind: 'unknownChoice', list: 'KeyResults', column: 'Direction', found: 'Sideways', severity: 'warning' },
    then: ({ keyResults }) => expect(keyResults[0].direction).toBe('Milestone')
  },
  {
    name: 'a sum that goes down',
    spoil: rows => row(rows.KeyResults, { Direction: 'Decrease' }),
    problem: { kind: 'sumNeedsIncrease', list: 'KeyResults', column: 'Accumulation', found: 'Sum' },
    then: ({ keyResults }) => expect(keyResults[0].accumulation).toBe('Latest')
  },
  {
    name: 'a critical limit on the good side of the target',
    spoil: rows => row(rows.KeyResults, { Direction: 'AtMost', Accumulation: 'Latest', Target: 10, CriticalLimit: 5 }),
    problem: { kind: 'outOfRange', list: 'KeyResults', column: 'CriticalLimit', found: '5' },
    then: ({ keyResults }) => expect(keyResults[0].criticalLimit).toBeNull()
  },
  {
    name: 'a key result that ends before it starts',
    spoil: rows => row(rows.KeyResults, { StartDate: '2024-05-01T05:00:00Z', EndDate: '2022-01-01T05:00:00Z' }),
    problem: { kind: 'badDate', list: 'KeyResults', column: 'EndDate', found: '2022-01-01' },
    then: ({ keyResults }) => expect([keyResults[0].start, keyResults[0].end]).toEqual(['2021-01-01', '2023-12-31'])
  },
  {
    name: 'a date that is none',
    spoil: rows => row(rows.KeyResults, { StartDate: 'pronto' }),
    problem: { kind: 'badDate', list: 'KeyResults', column: 'StartDate', found: 'pronto' },
    then: ({ keyResults }) => expect(keyResults[0].start).toBe('2021-01-01')
  },
  {
    name: 'a stage whose weight is no number',
    spoil: rows => row(rows.KeyResults, { Direction: 'Milestone', Accumulation: 'Latest', Stages: 'dos; Diseño\n3; Entrega' }),
    problem: { kind: 'notANumber', list: 'KeyResults', column: 'Stages', found: 'dos; Diseño' },
    then: ({ keyResults }) => expect(keyResults[0].stages).toEqual([{ weight: 1, text: 'dos; Diseño' }, { weight: 3, text: 'Entrega' }])
  },
  {
    name: 'a stage that weighs nothing',
    spoil: rows => row(rows.KeyResults, { Direction: 'Milestone', Accumulation: 'Latest', Stages: '0; Diseño' }),
    problem: { kind: 'outOfRange', list: 'KeyResults', column: 'Stages' },
    then: ({ keyResults }) => expect(keyResults[0].stages).toEqual([{ weight: 1, text: 'Diseño' }])
  },
  {
    name: 'the same measure as itself',
    spoil: rows => row(rows.KeyResults, { SameMeasureAsId: 30 }),
    problem: { kind: 'aliasOfAlias', list: 'KeyResults', column: 'SameMeasureAs', found: 'OE1-OT1-R1' },
    then: ({ keyResults }) => expect(keyResults[0].sameMeasureAs).toBeNull()
  },
  {
    name: 'two that show each other',
    spoil: rows => {
      row(rows.KeyResults, { SameMeasureAsId: 31 });
      rows.KeyResults.push(keyResult(31, 'OE1-OT1-R2', { SameMeasureAsId: 30 }));
    },
    problem: { kind: 'aliasOfAlias', row: 'OE1-OT1-R2', found: 'OE1-OT1-R1' },
    then: ({ keyResults }) => expect(keyResults.map(({ sameMeasureAs }) => sameMeasureAs)).toEqual([null, null])
  },
  {
    name: 'reports on a key result that shows another’s figures',
    spoil: rows => {
      rows.KeyResults.push(keyResult(31, 'OE1-OT1-R2', { SameMeasureAsId: 30 }));
      rows.CheckIns.push(checkIn(81, { KeyResultId: 31, Title: 'OE1-OT1-R2 · COOP' }));
    },
    problem: { kind: 'aliasHasReports', list: 'CheckIns', rowId: 81, row: 'OE1-OT1-R2 · COOP', found: 'OE1-OT1-R2', severity: 'error' },
    then: ({ checkIns, keyResults }) => expect([checkIns.map(({ id }) => id), keyResults[1].sameMeasureAs]).toEqual([[80], 'OE1-OT1-R1'])
  },
  {
    name: 'an indicator that is gone',
    spoil: rows => row(rows.KeyResults, { IndicatorId: 99 }),
    problem: { kind: 'danglingReference', list: 'KeyResults', column: 'Indicator', found: '#99' },
    then: ({ keyResults }) => expect(keyResults[0].indicator).toBeNull()
  },
  {
    name: 'a quarter that is none',
    spoil: rows => rows.Quarters.push({ Id: 59, Title: '2023-T5', PlanId: 1 }),
    problem: { kind: 'badCode', list: 'Quarters', rowId: 59, column: 'Title', found: '2023-T5', severity: 'error' },
    then: ({ quarters }) => expect(quarters).toHaveLength(3)
  },
  {
    name: 'a quarter outside the plan',
    spoil: rows => rows.Quarters.push({ Id: 59, Title: '2024-T1', PlanId: 1, State: 'open' }),
    problem: { kind: 'quarterOutsidePlan', list: 'Quarters', rowId: 59, found: '2024-T1', severity: 'warning' },
    then: ({ quarters }) => expect(quarters[3]).toMatchObject({ start: '2024-01-01', end: '2024-03-31' })
  },
  {
    name: 'a quarter twice',
    spoil: rows => rows.Quarters.push({ ...rows.Quarters[0], Id: 59, State: 'open' }),
    problem: { kind: 'duplicateCode', list: 'Quarters', rowId: 59, severity: 'error' },
    then: ({ baseQuarter }) => expect(baseQuarter).toBe('2023-T2')
  },
  {
    name: 'a quarter in no known state is open',
    spoil: rows => Object.assign(rows.Quarters[1], { State: 'quizás' }),
    problem: { kind: 'unknownChoice', list: 'Quarters', row: '2023-T3', column: 'State', found: 'quizás' },
    then: ({ quarters }) => expect(quarters[1].state).toBe('open')
  },
  {
    name: 'a programmed target for a quarter no row has',
    spoil: rows => row(rows.ProgrammedTargets, { Quarter: '2022-T1' }),
    problem: { kind: 'quarterUnknown', list: 'ProgrammedTargets', column: 'Quarter', found: '2022-T1', severity: 'error' },
    then: ({ programmedTargets }) => expect(programmedTargets).toEqual([])
  },
  {
    name: 'a programmed target that is no number',
    spoil: rows => row(rows.ProgrammedTargets, { Value: 'mucho' }),
    problem: { kind: 'notANumber', list: 'ProgrammedTargets', column: 'Value', severity: 'error' },
    then: ({ programmedTargets }) => expect(programmedTargets).toEqual([])
  },
  {
    name: 'a report on nothing',
    spoil: rows => row(rows.CheckIns, { KeyResultId: null }),
    problem: { kind: 'empty', list: 'CheckIns', rowId: 80, column: 'KeyResult', severity: 'error' },
    then: ({ checkIns }) => expect(checkIns).toEqual([])
  },
  {
    name: 'a report on a key result that is gone',
    spoil: rows => row(rows.CheckIns, { KeyResultId: 99 }),
    problem: { kind: 'danglingReference', list: 'CheckIns', column: 'KeyResult', found: '#99', severity: 'error' },
    then: ({ checkIns }) => expect(checkIns).toEqual([])
  },
  {
    name: 'a report of a process that is gone counts all the same',
    spoil: rows => row(rows.CheckIns, { ProcessId: 99 }),
    problem: { kind: 'danglingReference', list: 'CheckIns', column: 'Process', severity: 'warning' },
    then: ({ checkIns }) => expect(checkIns[0]).toMatchObject({ process: null, value: 2 })
  },
  {
    name: 'a report without a value',
    spoil: rows => row(rows.CheckIns, { Value: null }),
    problem: { kind: 'empty', list: 'CheckIns', column: 'Value', severity: 'warning' },
    then: ({ checkIns }) => expect(checkIns[0].value).toBeNull()
  },
  {
    name: 'a contribution that takes away',
    spoil: rows => row(rows.CheckIns, { Value: -3 }),
    problem: { kind: 'outOfRange', list: 'CheckIns', column: 'Value', found: '-3', severity: 'warning' },
    then: ({ checkIns }) => expect(checkIns[0].value).toBeNull()
  },
  {
    name: 'a level the scale does not have',
    spoil: rows => {
      row(rows.KeyResults, { Direction: 'Qualitative', Accumulation: 'Latest', Scale: 'Bajo\nAlto' });
      row(rows.CheckIns, { Value: 3 });
    },
    problem: { kind: 'levelUnknown', list: 'CheckIns', column: 'Value', found: '3' },
    then: ({ checkIns }) => expect(checkIns[0].value).toBeNull()
  },
  {
    name: 'a stage the key result does not have',
    spoil: rows => {
      row(rows.KeyResults, { Direction: 'Milestone', Accumulation: 'Latest', Stages: '1; Uno\n1; Dos' });
      row(rows.CheckIns, { StagesDone: '2; 1; 4' });
    },
    problem: { kind: 'stageUnknown', list: 'CheckIns', column: 'StagesDone', found: '4' },
    then: ({ checkIns }) => expect(checkIns[0].stagesDone).toEqual([1, 2])
  },
  {
    name: 'an unknown confidence',
    spoil: rows => row(rows.CheckIns, { Confidence: 'regular' }),
    problem: { kind: 'unknownChoice', list: 'CheckIns', column: 'Confidence', found: 'regular' },
    then: ({ checkIns }) => expect(checkIns[0].confidence).toBeNull()
  },
  {
    name: 'evidence that leads nowhere safe',
    spoil: rows => row(rows.CheckIns, { Evidence: 'javascript:alert(1) | Acta\n/SIGACI/acta.pdf | Acta' }),
    problem: { kind: 'badLink', list: 'CheckIns', column: 'Evidence', found: 'javascript:alert(1) | Acta' },
    then: ({ checkIns }) => expect(checkIns[0].evidence).toEqual([{ url: '/SIGACI/acta.pdf', text: 'Acta' }])
  },
  {
    name: 'a report without a date is of the day it was written',
    spoil: rows => row(rows.CheckIns, { ReportedOn: 'ayer' }),
    problem: { kind: 'badDate', list: 'CheckIns', column: 'ReportedOn', found: 'ayer' },
    then: ({ checkIns }) => expect(checkIns[0].reportedOn).toBe('2023-10-02T14:00:05Z')
  },
  {
    name: 'a review without a verdict',
    spoil: rows => rows.Reviews.push({ Id: 90, Title: 'R', CheckInId: 80, Version0: '1.0', Verdict: null }),
    problem: { kind: 'empty', list: 'Reviews', rowId: 90, column: 'Verdict', severity: 'error' },
    then: ({ checkIns }) => expect(checkIns[0].review).toBe('pending')
  },
  {
    name: 'a cutoff twice',
    spoil: rows => rows.Cutoffs.push({ ...rows.Cutoffs[0], Id: 71, Value: 99 }),
    problem: { kind: 'duplicateCode', list: 'Cutoffs', rowId: 71, severity: 'error' },
    then: ({ cutoffs }) => expect(cutoffs.map(({ accumulated }) => accumulated.value)).toEqual([7])
  },
  {
    name: 'a cutoff of no known light',
    spoil: rows => row(rows.Cutoffs, { Light: 'violeta' }),
    problem: { kind: 'unknownChoice', list: 'Cutoffs', column: 'Light', found: 'violeta' },
    then: ({ cutoffs }) => expect(cutoffs[0].light).toBe('sinDato')
  },
  {
    name: 'past years that are mistyped',
    spoil: rows => {
      row(rows.KeyResults, { Accumulation: 'SumPerYear' });
      row(rows.Cutoffs, { PastYears: '2021=15;22=3', YearSum: 4 });
    },
    problem: { kind: 'notANumber', list: 'Cutoffs', column: 'PastYears', found: '22=3' },
    then: ({ cutoffs }) => expect(cutoffs[0].accumulated).toMatchObject({ value: 4, year: 2023, pastYears: { 2021: 15 } })
  },
  {
    name: 'a decision without a day: the day it was written down stands in',
    spoil: rows => row(rows.Decisions, { DecidedOn: null }),
    problem: { kind: 'empty', list: 'Decisions', rowId: 95, column: 'DecidedOn', severity: 'warning' },
    then: ({ decisions }) => expect(decisions[0].decidedOn).toBe('2023-09-01')
  },
  {
    name: 'a decision whose process is gone',
    spoil: rows => row(rows.Decisions, { ResponsibleProcessId: 99 }),
    problem: { kind: 'danglingReference', list: 'Decisions', column: 'ResponsibleProcess', found: '#99' },
    then: ({ decisions }) => expect(decisions[0]).toMatchObject({ keyResult: 'OE1-OT1-R1', responsible: null })
  },
  {
    name: 'a decision in a state there is none of',
    spoil: rows => row(rows.Decisions, { State: 'Quizás' }),
    problem: { kind: 'unknownChoice', list: 'Decisions', column: 'State', found: 'Quizás' },
    then: ({ decisions }) => expect(decisions[0].state).toBe('Abierta')
  },
  {
    name: 'a decision without words',
    spoil: rows => row(rows.Decisions, { Title: ' ' }),
    problem: { kind: 'empty', list: 'Decisions', column: 'Title', severity: 'warning' },
    then: ({ decisions }) => expect(decisions[0].title).toBe('#95')
  }
];

test.each(cases)('$name', ({ spoil, problem, then }) => {
  const mapped = spoiled(spoil);
  expect(mapped.problems).toContainEqual(expect.objectContaining(problem));
  then(mapped);
});

test('every problem names its row, and what was found is kept short', () => {
  const mapped = spoiled(rows => {
    row(rows.KeyResults, { Direction: 'x'.repeat(300) });
    rows.CheckIns.push(checkIn(81, { KeyResultId: 99 }));
  });
  for (const problem of mapped.problems) expect(problem).toMatchObject({ rowId: expect.any(Number), row: expect.stringMatching(/\S/) });
  expect(mapped.problems[0].found).toHaveLength(80);
});

test('choices are understood in Spanish, in any case, with or without accents', () => {
  const { keyResults, quarters, checkIns, problems } = spoiled(rows => {
    row(rows.KeyResults, { Direction: 'DISMINUIR', Accumulation: 'Ultima lectura' });
    Object.assign(rows.Quarters[0], { State: 'Cerrado' });
    row(rows.CheckIns, { Confidence: ' ALTA ' });
  });
  expect(problems).toEqual([]);
  expect([keyResults[0].direction, keyResults[0].accumulation, quarters[0].state, checkIns[0].confidence]).toEqual(
    ['Decrease', 'Latest', 'closed', 'Alta']
  );
});

test('an empty target is a key result without one, not a fault', () => {
  const { keyResults, problems } = spoiled(rows => row(rows.KeyResults, { Target: null }));
  expect([keyResults[0].target, problems]).toEqual([null, []]);
});

test('rows of another plan are left alone', () => {
  const rows = siteRows();
  rows.Plans.push({ Id: 2, Title: 'Antes', Code: '2018-2020', StartDate: '2018-01-01T05:00:00Z', EndDate: '2020-12-31T05:00:00Z' });
  rows.StrategicObjectives.push({ Id: 16, Title: 'Otro', Code: 'OE1', Key0: '2018-2020/OE1', PlanId: 2 });
  rows.TacticalObjectives.push({ Id: 21, Title: 'Otro', Code: 'OE1-OT1', Key0: '2018-2020/OE1-OT1', StrategicObjectiveId: 16 });
  rows.KeyResults.push(keyResult(31, 'OE1-OT1-R1', { TacticalObjectiveId: 21, Key0: '2018-2020/OE1-OT1-R1' }));
  rows.CheckIns.push(checkIn(81, { KeyResultId: 31 }));
  const now = map(rows);
  expect([now.problems, now.plan.code, now.keyResults.map(({ id }) => id), now.checkIns.map(({ id }) => id)]).toEqual(
    [[], '2021-2023', [30], [80]]
  );
  expect(map(rows, '2018-2020').keyResults.map(({ id }) => id)).toEqual([31]);
  expect(mapPlanRows(asPlanRows(rows), NOW, '1999-2001')).toBeNull();
});

test('reviews judge one version: a correction is pending again, and the latest verdict stands', () => {
  const mapped = spoiled(rows => {
    rows.CheckIns = [checkIn(80, { OData__UIVersionString: '2.0' }), checkIn(81), checkIn(82)];
    rows.Reviews = [
      { Id: 90, CheckInId: 80, Version0: '1.0', Verdict: 'Aprobado' },
      { Id: 92, CheckInId: 81, Version0: '1', Verdict: 'Aprobada' },
      { Id: 91, CheckInId: 81, Version0: '1.0', Verdict: 'Devuelto', Note: 'Falta' },
      { Id: 93, CheckInId: 82, Version0: '1.0', Verdict: 'devuelto', Note: 'Sin evidencia' }
    ];
  });
  expect(mapped.problems).toEqual([]);
  expect(mapped.checkIns.map(({ review, reviewNote }) => [review, reviewNote])).toEqual(
    [['pending', ''], ['approved', ''], ['returned', 'Sin evidencia']]
  );
});

test('check-ins of quarters that are closed or still to come do not count, whatever was read', () => {
  const mapped = spoiled(rows => {
    rows.CheckIns = [checkIn(80), checkIn(81, { Quarter: '2023-T2' }), checkIn(82, { Quarter: '2023-T4' })];
    rows.Quarters.push({ Id: 59, Title: '2024-T1', PlanId: 1, State: 'open' });
    rows.CheckIns.push(checkIn(83, { Quarter: '2024-T1' }));
  });
  expect(mapped.checkIns.map(({ id }) => id)).toEqual([80, 82]);
});

test('a quarter closed out of order is no base', () => {
  const mapped = spoiled(rows => {
    Object.assign(rows.Quarters[0], { State: 'open' });
    Object.assign(rows.Quarters[1], { State: 'closed' });
  });
  expect([mapped.baseQuarter, mapped.cutoffs]).toEqual([null, []]);
});

test('people who left, and empty people, are nobody', () => {
  const { processes } = spoiled(rows => row(rows.Processes, { Leader: { Id: 0 }, Members: { results: [person(5, 'coop'), {}] } }));
  expect(processes[1]).toMatchObject({ leader: null, members: [{ id: 5 }] });
});
