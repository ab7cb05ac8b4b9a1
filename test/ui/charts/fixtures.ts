import type { Accumulated, CheckIn, Cutoff, KeyResult, Quarter } from '../../../src/domain';
import { accumulate, NOTHING, quarterBounds } from '../../../src/domain';

/** A key result of the plan's three years; what a test is about is given. */
export function keyResult(values: Partial<KeyResult> = {}): KeyResult {
  return {
    id: 1,
    code: 'OE1-OT4-R1',
    key: '2021-2023/OE1-OT4-R1',
    title: 'Realizar siete (7) acciones de cooperación Sur-Sur.',
    tacticalObjective: 'OE1-OT4',
    processes: ['GCI', 'COOP'],
    direction: 'Increase',
    accumulation: 'Sum',
    unit: 'acciones',
    baseline: 0,
    target: 26,
    criticalLimit: null,
    stages: [],
    scale: [],
    start: '2021-01-01',
    end: '2023-12-31',
    weight: 1,
    sameMeasureAs: null,
    indicator: null,
    topics: [],
    sourceNote: '',
    active: true,
    order: 1,
    ...values
  };
}

/** The plan's twelve quarters; those up to and including `closedUpTo` are closed. */
export function quarters(closedUpTo: string): Quarter[] {
  return [2021, 2022, 2023].flatMap(year =>
    [1, 2, 3, 4].map((number): Quarter => {
      const code = `${year}-T${number}`;
      const bounds = quarterBounds(code);
      if (!bounds) throw new Error(code);
      return { id: year * 10 + number, code, ...bounds, state: code <= closedUpTo ? 'closed' : 'open', closedOn: null };
    })
  );
}

let ids = 0;

export function checkIn(quarter: string, value: number | null, values: Partial<CheckIn> = {}): CheckIn {
  ids += 1;
  return {
    id: ids,
    etag: '"1"',
    version: '1.0',
    keyResult: 'OE1-OT4-R1',
    process: 'COOP',
    quarter,
    value,
    stagesDone: [],
    confidence: 'Media',
    narrative: 'Hecho.',
    obstacles: '',
    nextStep: '',
    evidence: [],
    reportedOn: `${quarterBounds(quarter)?.end ?? '2023-01-01'}T15:00:00Z`,
    clientKey: `k${ids}`,
    author: null,
    review: 'approved',
    reviewNote: '',
    ...values
  };
}

/** Cutoffs as closing would have made them from the check-ins given per quarter. */
export function cutoffs(
  subject: KeyResult,
  byQuarter: Readonly<Record<string, readonly CheckIn[]>>,
  values: (quarter: string, state: Accumulated) => Partial<Cutoff> = () => ({})
): Cutoff[] {
  let state = NOTHING;
  return Object.keys(byQuarter)
    .sort()
    .map((quarter, index) => {
      state = accumulate(subject, byQuarter[quarter], state);
      return {
        id: index + 1,
        keyResult: subject.code,
        quarter,
        accumulated: state,
        progress: null,
        expected: null,
        setting: null,
        light: 'verde',
        target: subject.target,
        baseline: subject.baseline,
        trail: [],
        ...values(quarter, state)
      };
    });
}
