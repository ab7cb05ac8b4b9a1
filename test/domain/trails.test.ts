import { earlierRollUps, objectiveTrails, statusesOf, trailMoments } from '../../src/domain';
import type { KeyResult, TrailInput } from '../../src/domain';
import { checkIn, keyResult, quarters, RULES, strategicObjective, tacticalObjective } from './fixtures';

const PLAN = { start: '2021-01-01', end: '2023-12-31' };

function input(keyResults: KeyResult[], checkIns: ReturnType<typeof checkIn>[], today: string, over: Partial<TrailInput> = {}): TrailInput {
  const statuses = statusesOf({
    plan: RULES, keyResults, quarters: quarters(), baseQuarter: null, cutoffs: [], checkIns, programmedTargets: over.programmedTargets || [], today
  });
  return {
    thresholds: RULES, strategicObjectives: [strategicObjective('OE1')], tacticalObjectives: [tacticalObjective('OE1-OT1')],
    quarters: quarters(), programmedTargets: [], statuses, today, ...over
  };
}

const one = keyResult({ code: 'OE1-OT1-R1', tacticalObjective: 'OE1-OT1', target: 10 });
const heavy = keyResult({ code: 'OE1-OT1-R2', tacticalObjective: 'OE1-OT1', target: 10, weight: 3 });
const reports = [
  checkIn({ keyResult: one.code, quarter: '2021-T1', value: 2 }), checkIn({ keyResult: one.code, quarter: '2021-T3', value: 6 }),
  checkIn({ keyResult: heavy.code, quarter: '2021-T2', value: 4 })
];

describe('moments of a trail', () => {
  it('are the ends of the quarters before the day, and the day', () => {
    expect(trailMoments(quarters(), '2021-08-15')).toEqual([
      { day: '2021-03-31', quarter: '2021-T1' }, { day: '2021-06-30', quarter: '2021-T2' }, { day: '2021-08-15', quarter: '2021-T3' }
    ]);
    expect(trailMoments(quarters(), '2021-06-30').map(({ day }) => day)).toEqual(['2021-03-31', '2021-06-30']);
  });
});

describe('an objective’s trail', () => {
  it('is the weighted mean of its key results at each quarter’s end, from 0 on the eve of the plan', () => {
    const [{ actual }] = objectiveTrails(input([one, heavy], reports, '2021-12-31'), PLAN);
    expect(actual.map(({ day, value }) => [day, Number(value.toFixed(4))])).toEqual([
      ['2020-12-31', 0], ['2021-03-31', 0.05], ['2021-06-30', 0.35], ['2021-09-30', 0.5], ['2021-12-31', 0.5]
    ]);
  });

  it('begins with the first report, not at 0, where that came later', () => {
    const [{ actual }] = objectiveTrails(input([heavy], reports, '2021-12-31'), PLAN);
    expect(actual.map(({ day }) => day)).toEqual(['2021-06-30', '2021-09-30', '2021-12-31']);
    expect(objectiveTrails(input([heavy], [], '2021-12-31'), PLAN)[0]).toMatchObject({ actual: [], projected: null });
  });

  it('expects a straight line to the end, or the programme', () => {
    const linear = objectiveTrails(input([one], reports, '2021-12-31'), PLAN)[0].expected;
    expect(linear[0]).toEqual({ day: '2020-12-31', value: 0 });
    expect(linear[linear.length - 1]).toEqual({ day: '2023-12-31', value: 1 });
    expect(linear.find(({ day }) => day === '2021-12-31')?.value).toBeCloseTo(1 / 3, 3);
    const programmedTargets = [{ id: 1, keyResult: one.code, quarter: '2021-T4', value: 9 }];
    const programmed = objectiveTrails(input([one], reports, '2021-12-31', { programmedTargets }), PLAN)[0].expected;
    expect(programmed.find(({ day }) => day === '2021-12-31')?.value).toBeCloseTo(0.9, 6);
  });

  it('goes on at the pace of the last year', () => {
    const [{ projected }] = objectiveTrails(input([one, heavy], reports, '2021-12-31'), PLAN);
    // Half of it in a year of 365 days, two years to go.
    expect(projected).toBeCloseTo(0.5 + 0.5 * 730 / 365, 3);
  });
});

describe('earlier roll-ups', () => {
  it('are those of that moment', () => {
    const trail = input([one, heavy], reports, '2021-12-31');
    expect(earlierRollUps(trail, 1)?.plan.progress).toBeCloseTo(0.5, 6);
    expect(earlierRollUps(trail, 2)?.plan).toMatchObject({ progress: expect.closeTo(0.35, 6), reported: 2 });
    expect(earlierRollUps(trail, 3)?.plan).toMatchObject({ progress: expect.closeTo(0.05, 6), reported: 1 });
    expect(earlierRollUps(trail, 4)).toBeNull();
  });
});
