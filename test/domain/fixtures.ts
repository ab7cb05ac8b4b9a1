import * as fc from 'fast-check';
import type {
  Accumulated, Accumulation, CheckIn, Cutoff, Direction, KeyResult, PlanRules, ProgrammedTarget, Quarter, StrategicObjective,
  TacticalObjective, TargetChange
} from '../../src/domain';
import { cutoffsAt, NOTHING, quarterBounds } from '../../src/domain';

/** The plan's rules as the city sets them. */
export const RULES: PlanRules = { greenFrom: 0.9, yellowFrom: 0.6, graceDays: 10 };

export const QUARTER_CODES = [2021, 2022, 2023].flatMap(year => [1, 2, 3, 4].map(quarter => `${year}-T${quarter}`));

export function quarter(code: string, state: Quarter['state'] = 'open'): Quarter {
  const bounds = quarterBounds(code);
  if (!bounds) throw new Error(`${code} is no quarter`);
  return { id: QUARTER_CODES.indexOf(code) + 1, code, ...bounds, state, closedOn: null };
}

/** The plan's twelve quarters, closed up to one. */
export function quarters(closedUpTo = ''): Quarter[] {
  return QUARTER_CODES.map(code => quarter(code, code <= closedUpTo ? 'closed' : 'open'));
}

export function keyResult(over: Partial<KeyResult> = {}): KeyResult {
  const code = over.code || 'OE1-OT2-R5';
  return {
    id: 1, code, key: `2021-2023/${code}`, title: 'Gestionar un monto de cooperación técnica o financiera por USD 30 millones.',
    tacticalObjective: 'OE1-OT2', processes: ['CI', 'COOP'], direction: 'Increase', accumulation: 'Sum', unit: 'USD millones', baseline: 0,
    target: 30, criticalLimit: null, stages: [], scale: [], start: '2021-01-01', end: '2023-12-31', weight: 1, sameMeasureAs: null,
    indicator: null, topics: [], sourceNote: '', active: true, order: 1, ...over
  };
}

let lastId = 0;

/** A check-in with an id above all before it, reported on the last day of its quarter. */
export function checkIn(over: Partial<CheckIn> = {}): CheckIn {
  const id = over.id || ++lastId;
  const code = over.quarter || '2021-T1';
  const bounds = quarterBounds(code);
  return {
    id, etag: '"1"', version: '1.0', keyResult: 'OE1-OT2-R5', process: 'COOP', quarter: code, value: null, stagesDone: [],
    confidence: 'Media', narrative: 'Convenio firmado.', obstacles: '', nextStep: '', evidence: [],
    reportedOn: `${bounds ? bounds.end : '2021-03-31'}T15:00:00Z`,
    clientKey: `key-${id}`, author: null, review: 'pending', reviewNote: '', ...over
  };
}

/** A state with a value that was reported once. */
export function state(over: Partial<Accumulated> = {}): Accumulated {
  return { ...NOTHING, reports: 1, lastQuarter: '2021-T1', lastReportedOn: '2021-03-31T15:00:00Z', lastCheckInId: 1, ...over };
}

export function strategicObjective(code: string, weight = 1): StrategicObjective {
  return { id: 1, code, title: code, statement: '', owner: null, weight, order: 1 };
}

export function tacticalObjective(code: string, weight = 1): TacticalObjective {
  return { id: 1, code, title: code, statement: '', strategicObjective: code.split('-')[0], weight, order: 1 };
}

/** Closes one quarter after another up to `last`, as planners would. */
export function close(
  input: {
    keyResults: readonly KeyResult[]; checkIns: readonly CheckIn[]; programmedTargets?: readonly ProgrammedTarget[];
    targetChanges?: readonly TargetChange[];
  },
  last: string
): Cutoff[] {
  let previous: Cutoff[] = [];
  let previousQuarter: string | null = null;
  for (const code of QUARTER_CODES.filter(one => one <= last)) {
    previous = cutoffsAt({
      plan: RULES, strategicObjectives: [], tacticalObjectives: [], programmedTargets: [], ...input, quarters: quarters(), quarter: quarter(code), previous, previousQuarter
    }).map((cutoff, index) => ({ ...cutoff, id: index + 1 }));
    previousQuarter = code;
  }
  return previous;
}

export const COMBINATIONS: readonly (readonly [Direction, Accumulation])[] = [
  ['Increase', 'Sum'],
  ['Increase', 'SumPerYear'],
  ['Increase', 'Latest'],
  ['Decrease', 'Latest'],
  ['AtMost', 'Latest'],
  ['AtLeast', 'Latest'],
  ['Milestone', 'Latest'],
  ['Qualitative', 'Latest']
];

/** A number as people write one: at most three decimals. */
export const decimals = (lowest = -100000, highest = 100000): fc.Arbitrary<number> =>
  fc.tuple(fc.integer({ min: lowest, max: highest }), fc.constantFrom(1, 10, 100, 1000)).map(([digits, part]) => digits / part);

/** Any finite number, the extremes among them. */
export const anyNumber: fc.Arbitrary<number> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }), decimals(),
  fc.constantFrom(0, 1, -1, Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 1e15, -1e15)
);

export const days: fc.Arbitrary<string> = fc.integer({ min: 0, max: 4 * 365 })
  .map(after => new Date(Date.UTC(2020, 6, 1) + after * 86400000).toISOString().slice(0, 10));

/** Key results of every direction and accumulation, with figures of `numbers`. */
export const keyResults = (numbers: fc.Arbitrary<number> = decimals()): fc.Arbitrary<KeyResult> => fc.record({
  combination: fc.constantFrom(...COMBINATIONS),
  baseline: fc.option(numbers),
  target: fc.option(numbers, { freq: 10 }),
  criticalLimit: fc.option(numbers),
  weights: fc.array(fc.constantFrom(0, 0.1, 1, 2.5, 20), { maxLength: 5 }),
  levels: fc.integer({ min: 0, max: 5 }),
  span: fc.tuple(days, days),
  weight: fc.constantFrom(0, 0.5, 1, 3)
}).map(({ combination: [direction, accumulation], baseline, target, criticalLimit, weights, levels, span, weight }) => keyResult({
  direction, accumulation, baseline, target, criticalLimit, weight,
  stages: direction === 'Milestone' ? weights.map((stage, index) => ({ weight: stage, text: `Etapa ${index + 1}` })) : [],
  scale: direction === 'Qualitative' ? Array.from({ length: levels }, (_, index) => `Nivel ${index + 1}`) : [],
  start: span[0] < span[1] ? span[0] : span[1],
  end: span[0] < span[1] ? span[1] : span[0]
}));

/** Check-ins for one key result in any order, some back-dated, some written at the same moment. */
export const histories = (values: fc.Arbitrary<number> = decimals(0), code = 'OE1-OT2-R5'): fc.Arbitrary<CheckIn[]> => fc.array(fc.record({
  quarter: fc.constantFrom(...QUARTER_CODES),
  value: fc.oneof({ arbitrary: values, weight: 8 }, fc.constantFrom(0, null)),
  stagesDone: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 5 }),
  confidence: fc.constantFrom('Alta' as const, 'Media' as const, 'Baja' as const, null),
  day: days,
  minute: fc.integer({ min: 0, max: 59 }),
  process: fc.constantFrom('CI', 'COOP', null),
  review: fc.constantFrom('pending' as const, 'approved' as const, 'returned' as const)
}), { maxLength: 30 }).map(rows => rows.map(({ day, minute, ...row }, index) => checkIn({
  ...row, id: index + 1, keyResult: code, reportedOn: `${day}T12:${String(minute).padStart(2, '0')}:00Z`
})));

/** The same rows in any other order. */
export const shuffled = <T>(rows: readonly T[]): fc.Arbitrary<T[]> => fc.shuffledSubarray([...rows], { minLength: rows.length });
