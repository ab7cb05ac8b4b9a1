import * as fc from 'fast-check';
import type { KeyResult, KeyResultStatus, Light, PlanRollUps, RollUp } from '../../src/domain';
import { knownProgress, NOTHING, rollUp, rollUpPlan, weightedMean } from '../../src/domain';
import { anyNumber, keyResult, RULES, strategicObjective, tacticalObjective } from './fixtures';

/** A status with figures of its own choosing: rolling up looks at nothing else. */
function status(
  code: string,
  progress: number | null,
  expected: number | null = 0.92,
  over: Partial<KeyResult> = {},
  aliasOf: string | null = null
): KeyResultStatus {
  const light: Light = expected === null ? 'sinMeta' : progress === null ? 'sinDato' : 'verde';
  return {
    keyResult: keyResult({ code, tacticalObjective: code.replace(/-R\d+$/, ''), ...over }),
    accumulated: NOTHING,
    value: null,
    progress,
    expected,
    light,
    ratio: null,
    coverage: progress !== null,
    stale: false,
    unapproved: 0,
    unapprovedValue: null,
    trail: [],
    aliasOf
  };
}

describe('figures of several key results', () => {
  it('are their mean, each held to 0…1: the five of OE1 that COM answers for are 80 %', () => {
    const com = [1, 0.9, 0.6, 0.5, 4 / 3].map((progress, index) => status(`OE1-OT1-R${index}`, progress));
    const figures = rollUp(com, RULES);
    expect(figures.progress).toBeCloseTo(0.8, 12);
    expect(figures).toMatchObject({ light: 'amarillo', total: 5, counted: 5, reported: 5, withoutTarget: 0 });
    expect(rollUp([status('OE1-OT1-R1', -2), status('OE1-OT1-R2', 1)], RULES).progress).toBe(0.5);
  });

  it('go by weight', () => {
    expect(rollUp([status('A-R1', 1, 1, { weight: 3 }), status('A-R2', 0, 0, { weight: 1 })], RULES)).toMatchObject({
      progress: 0.75,
      expected: 0.75
    });
  });

  it('count what nobody has reported on as 0, and say how many have been', () => {
    expect(rollUp([status('A-R1', 1), status('A-R2', null)], RULES)).toMatchObject({
      progress: 0.5,
      total: 2,
      counted: 2,
      reported: 1,
      light: 'rojo'
    });
  });

  it('leave out what has no target, and count it apart', () => {
    const figures = rollUp([status('A-R1', 0.8, 0.8), status('A-R2', null, null)], RULES);
    expect(figures).toMatchObject({ progress: 0.8, total: 2, counted: 1, withoutTarget: 1, light: 'verde' });
    expect(figures.lights).toMatchObject({ verde: 1, sinMeta: 1, rojo: 0 });
  });

  it('leave out what is inactive altogether', () => {
    expect(rollUp([status('A-R1', 0.8), status('A-R2', 0, 1, { active: false })], RULES)).toMatchObject({ progress: 0.8, total: 1 });
  });

  it('are «sin dato» when there is nothing to weigh, or nobody has reported on anything', () => {
    expect(rollUp([], RULES)).toMatchObject({ progress: null, expected: null, light: 'sinDato', total: 0 });
    expect(rollUp([status('A-R1', 0.5, 0.5, { weight: 0 })], RULES)).toMatchObject({
      progress: null,
      light: 'sinDato',
      total: 1,
      reported: 1
    });
    expect(rollUp([status('A-R1', null, null)], RULES)).toMatchObject({ progress: null, light: 'sinDato', withoutTarget: 1 });
    expect(rollUp([status('A-R1', null)], RULES)).toMatchObject({ progress: 0, light: 'sinDato', reported: 0 });
    expect(rollUp([status('A-R1', null), status('A-R2', 0.5, 0.5, { weight: 0 })], RULES)).toMatchObject({ progress: 0, light: 'sinDato' });
    // Shown, a 0 that nobody reported is no figure.
    expect(knownProgress(rollUp([status('A-R1', null)], RULES))).toBeNull();
    expect(knownProgress(rollUp([status('A-R1', null, null)], RULES))).toBeNull();
    expect(knownProgress(rollUp([status('A-R1', 0)], RULES))).toBe(0);
  });

  it('hold what is expected to 1 too', () => {
    expect(rollUp([status('A-R1', 1, 1.5), status('A-R2', 1, 0.5)], RULES).expected).toBe(0.75);
  });

  it('count one measure once, the original before its aliases', () => {
    const original = status('OE3-OT1-R2', 0.9, 0.92, { weight: 2 });
    const alias = status('OE3-OT3-R1', 0.9, 0.92, { weight: 7 }, 'OE3-OT1-R2');
    const other = status('OE3-OT1-R1', 0);
    expect(rollUp([alias, original, other], RULES)).toMatchObject({ progress: expect.closeTo(0.6, 12), counted: 2, total: 3 });
    expect(rollUp([alias, alias, other], RULES)).toMatchObject({ progress: expect.closeTo(0.9 * 7 / 8, 12), counted: 2 });
  });
});

describe('the plan', () => {
  const objectives = {
    thresholds: RULES,
    strategicObjectives: [strategicObjective('OE1'), strategicObjective('OE2', 3), strategicObjective('OE3')],
    tacticalObjectives: [
      tacticalObjective('OE1-OT1'),
      tacticalObjective('OE1-OT2', 2),
      tacticalObjective('OE2-OT1'),
      tacticalObjective('OE3-OT1')
    ],
    processes: ['COM', 'INV', 'ADM'].map((code, order) => ({
      id: order,
      code,
      fullName: '',
      leader: null,
      members: [],
      operativePlanUrl: '',
      order
    }))
  };
  const statuses = [
    status('OE1-OT1-R1', 1, 0.9, { processes: ['COM'] }), status('OE1-OT1-R2', 0.5, 0.9, { processes: ['COM', 'INV'] }),
    status('OE1-OT2-R1', 0.3, 0.9, { processes: ['INV'] }), status('OE2-OT1-R1', 0.1, 0.9, { processes: [] }),
    status('OE3-OT1-R1', null, null, { processes: ['COM'] })
  ];
  const figures = rollUpPlan({ ...objectives, statuses });
  const progress = (of: RollUp | undefined): number | null | undefined => of?.progress;

  it('rolls up from key results to tactical and strategic objectives, each by its own weights', () => {
    expect(progress(figures.tactical.get('OE1-OT1'))).toBe(0.75);
    expect(progress(figures.strategic.get('OE1'))).toBeCloseTo((0.75 + 2 * 0.3) / 3, 12);
    // OE3 has nothing with a target: it has no figure and does not pull the plan down.
    expect(progress(figures.strategic.get('OE3'))).toBeNull();
    expect(figures.plan.progress).toBeCloseTo((0.45 + 3 * 0.1) / 4, 12);
    expect(figures.plan.expected).toBeCloseTo(0.9, 12);
  });

  it('counts key results, not objectives', () => {
    expect(figures.plan).toMatchObject({ total: 5, counted: 4, reported: 4, withoutTarget: 1, light: 'rojo' });
    expect(figures.strategic.get('OE1')).toMatchObject({ total: 3, reported: 3 });
  });

  it('gives each process the figure of the key results it answers for, whatever their objective', () => {
    expect(progress(figures.processes.get('COM'))).toBe(0.75);
    expect(progress(figures.processes.get('INV'))).toBeCloseTo(0.4, 12);
    expect(figures.processes.get('ADM')).toMatchObject({ progress: null, total: 0, light: 'sinDato' });
  });

  it('has no data where reports are on what weighs nothing only', () => {
    const tacticalObjectives = [tacticalObjective('OE1-OT1', 0), tacticalObjective('OE1-OT2')];
    const statusesOfBoth = [status('OE1-OT1-R1', 1, 1), status('OE1-OT2-R1', null, 1)];
    const weightless = rollUpPlan({ ...objectives, tacticalObjectives, statuses: statusesOfBoth });
    expect(weightless.strategic.get('OE1')).toMatchObject({ progress: 0, light: 'sinDato' });
  });

  it('counts an objective that nobody has reported on as 0 in the one above', () => {
    const silent = rollUpPlan({ ...objectives, statuses: [status('OE1-OT1-R1', 1, 1), status('OE1-OT2-R1', null, 1)] });
    expect(silent.tactical.get('OE1-OT2')).toMatchObject({ progress: 0, light: 'sinDato' });
    expect(silent.strategic.get('OE1')).toMatchObject({ progress: expect.closeTo(1 / 3, 12), light: 'rojo' });
    expect(rollUpPlan({ ...objectives, statuses: [status('OE1-OT2-R1', null, 1)] }).plan.light).toBe('sinDato');
  });
});

describe('properties of rolling up', () => {
  const weights = fc.oneof(fc.constantFrom(0, 1, 2.5), fc.double({ min: 0, noNaN: true }));
  const rows = fc.array(
    fc.record({ progress: fc.option(anyNumber), expected: fc.option(fc.double({ min: 0, max: 3, noNaN: true })), weight: weights }),
    { maxLength: 12 }
  );
  const held = (value: number | null): number => Math.min(1, Math.max(0, value || 0));

  it('stay within the range of what is rolled up, and are never NaN', () => {
    fc.assert(fc.property(rows, all => {
      const figures = rollUp(all.map((row, index) => status(`A-R${index}`, row.progress, row.expected, { weight: row.weight })), RULES);
      const counted = all.filter(row => row.weight > 0 && row.expected !== null);
      if (counted.length === 0) return expect([figures.progress, figures.expected]).toEqual([null, null]);
      const values = counted.map(row => held(row.progress));
      expect(figures.progress).toBeGreaterThanOrEqual(Math.min(...values));
      expect(figures.progress).toBeLessThanOrEqual(Math.max(...values));
      const expected = counted.map(row => held(row.expected));
      expect(figures.expected).toBeGreaterThanOrEqual(Math.min(...expected));
      expect(figures.expected).toBeLessThanOrEqual(Math.max(...expected));
    }), { numRuns: 500 });
  });

  it('stay within the range of the levels below, up to the plan', () => {
    const within = (figures: RollUp | undefined, below: (RollUp | undefined)[]): void => {
      const values = below.map(one => one?.progress).filter((value): value is number => typeof value === 'number');
      if (figures?.progress == null) return;
      expect(figures.progress).toBeGreaterThanOrEqual(Math.min(...values));
      expect(figures.progress).toBeLessThanOrEqual(Math.max(...values));
    };
    fc.assert(
      fc.property(rows, fc.array(weights, { minLength: 6, maxLength: 6 }), (all, of) => {
        const tactical = ['OE1-OT1', 'OE1-OT2', 'OE2-OT1', 'OE2-OT2'].map((code, index) => tacticalObjective(code, of[index]));
        const figures: PlanRollUps = rollUpPlan({
          thresholds: RULES,
          tacticalObjectives: tactical,
          processes: [],
          strategicObjectives: ['OE1', 'OE2'].map((code, index) => strategicObjective(code, of[4 + index])),
          statuses: all.map((row, index) =>
            status(`${tactical[index % 4].code}-R${index}`, row.progress, row.expected, { weight: row.weight })
          )
        });
        within(
          figures.plan,
          ['OE1', 'OE2'].map(code => figures.strategic.get(code))
        );
        for (const code of ['OE1', 'OE2'])
          within(
            figures.strategic.get(code),
            [1, 2].map(number => figures.tactical.get(`${code}-OT${number}`))
          );
        expect(figures.plan.total).toBe(all.length);
      }),
      { numRuns: 200 }
    );
  });

  it('never fall when one key result moves on', () => {
    fc.assert(
      fc.property(rows, fc.nat(), anyNumber, (all, which, more) => {
        fc.pre(all.length > 0);
        const make = (raised: boolean): RollUp =>
          rollUp(
            all.map((row, index) =>
              status(
                `A-R${index}`,
                raised && index === which % all.length ? Math.max(more, row.progress || 0) : row.progress,
                row.expected,
                { weight: row.weight }
              )
            ),
            RULES
          );
        expect(make(true).progress || 0).toBeGreaterThanOrEqual((make(false).progress || 0) - 1e-12);
      })
    );
  });

  it('weigh nothing as nothing, and huge weights without overflow', () => {
    expect(weightedMean([{ weight: -1, value: 3 }, { weight: 0, value: 4 }])).toBeNull();
    expect(weightedMean([{ weight: Number.MAX_VALUE, value: 0.25 }, { weight: Number.MAX_VALUE, value: 0.75 }])).toBe(0.5);
    expect(weightedMean([{ weight: Infinity, value: 0.25 }, { weight: 1, value: 0.75 }])).toBe(0.25);
    expect(weightedMean([{ weight: NaN, value: 0.25 }])).toBeNull();
  });
});
