import * as fc from 'fast-check';
import type { CheckIn, Cutoff, KeyResult, KeyResultStatus, ProgrammedTarget, Quarter } from '../../src/domain';
import { cutoffsAt, quarterStatus, statusesOf, targetAt } from '../../src/domain';
import { checkIn, close, decimals, histories, keyResult, keyResults, QUARTER_CODES, quarters, RULES } from './fixtures';

// Histories are folded many times over; a busy machine may need longer than Jest's five seconds.
jest.setTimeout(60000);

/** Two key results, the second perhaps an alias of the first. */
const pairs = fc.tuple(keyResults(), keyResults(), fc.boolean()).map(([one, other, same]): KeyResult[] => [
  { ...one, code: 'OE1-OT1-R1' },
  { ...other, code: 'OE1-OT1-R2', sameMeasureAs: same ? 'OE1-OT1-R1' : null }
]);
const pairHistories = fc
  .tuple(histories(decimals(0), 'OE1-OT1-R1'), histories(decimals(0), 'OE1-OT1-R2'))
  .map(([one, other]) => [...one, ...other.map(row => ({ ...row, id: row.id + 1000, clientKey: `other-${row.id}` }))]);
const programmes = fc.array(
  fc.record({
    id: fc.nat(),
    keyResult: fc.constantFrom('OE1-OT1-R1', 'OE1-OT1-R2'),
    quarter: fc.constantFrom(...QUARTER_CODES),
    value: decimals(0)
  }),
  { maxLength: 6 }
);
const todays = fc.constantFrom('2022-03-30', '2022-04-01', '2022-12-31', '2023-01-01', '2023-10-05', '2024-03-01');

/** Figures, without what is about the quarters after the base only. */
function figures(statuses: ReadonlyMap<string, KeyResultStatus>): unknown {
  return Array.from(statuses.values()).map(({ unapproved: _, unapprovedValue: __, ...rest }) => rest);
}

/** What a list row gives back: JSON, and the year taken from the quarter of the last report. */
function throughARow(cutoff: Cutoff): Cutoff {
  const row = JSON.parse(JSON.stringify(cutoff)) as Cutoff;
  const { year, lastQuarter } = row.accumulated;
  return { ...row, accumulated: { ...row.accumulated, year: year === null ? null : Number((lastQuarter || '').slice(0, 4)) } };
}

describe("state = the base quarter's cutoffs + the check-ins after it", () => {
  it('is what folding everything from the start gives, for any base', () => {
    fc.assert(
      fc.property(pairs, pairHistories, programmes, todays, fc.nat(), (both, history, programmedTargets, today, which) => {
        const ended = QUARTER_CODES.filter(code => quarters().some(row => row.code === code && row.end < today));
        const baseQuarter = ended[which % ended.length];
        const input = { plan: RULES, keyResults: both, quarters: quarters(baseQuarter), programmedTargets, checkIns: history, today };
        const cutoffs = close({ keyResults: both, checkIns: history, programmedTargets }, baseQuarter).map(throughARow);
        expect(figures(statusesOf({ ...input, baseQuarter, cutoffs }))).toEqual(
          figures(statusesOf({ ...input, baseQuarter: null, cutoffs: [] }))
        );
      }),
      { numRuns: 300 }
    );
  });

  it('has as many points in every trail as quarters have ended, and one for today', () => {
    fc.assert(
      fc.property(pairs, pairHistories, todays, (both, history, today) => {
        const ended = quarters().filter(({ end }) => end < today).length;
        for (const baseQuarter of ['2021-T3', '2022-T1'].filter(code => quarters().some(row => row.code === code && row.end < today))) {
          const cutoffs = close({ keyResults: both, checkIns: history }, baseQuarter);
          expect(cutoffs.map(({ trail }) => trail.length)).toEqual([1, 1].map(() => QUARTER_CODES.indexOf(baseQuarter) + 1));
          const statuses = statusesOf({
            plan: RULES,
            keyResults: both,
            quarters: quarters(baseQuarter),
            programmedTargets: [],
            checkIns: history,
            today,
            baseQuarter,
            cutoffs
          });
          for (const { trail, progress } of statuses.values()) {
            expect(trail).toHaveLength(ended + 1);
            expect(trail[ended]).toEqual(progress === null ? null : expect.closeTo(progress, 4));
          }
        }
      }),
      { numRuns: 50 }
    );
  });
});

/** What people do to a site in the course of time. */
type Act =
  | { readonly kind: 'wait'; readonly days: number }
  | { readonly kind: 'report' | 'correct' | 'delete'; readonly pick: number; readonly value: number | null; readonly stagesDone: number[] }
  | { readonly kind: 'close' | 'reopen' };

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 60 }) }),
    fc.record({
      kind: fc.constantFrom('report' as const, 'report' as const, 'report' as const, 'correct' as const, 'delete' as const),
      pick: fc.nat(),
      value: fc.oneof({ arbitrary: decimals(0), weight: 8 }, fc.constantFrom(0, null)),
      stagesDone: fc.subarray([1, 2, 3, 4])
    }),
    fc.record({ kind: fc.constantFrom('close' as const, 'close' as const, 'reopen' as const) })
  ),
  { minLength: 10, maxLength: 80 }
);

/** A site in which quarters close in order and reopen in reverse, and reports go into open quarters only. */
class Site {
  private today = 18640; // 2021-01-13
  private rows: CheckIn[] = [];
  private readonly cutoffs = new Map<string, Cutoff[]>();
  private closed = 0;
  private nextId = 1;

  public constructor(
    private readonly both: KeyResult[],
    private readonly programmedTargets: ProgrammedTarget[]
  ) {}

  private get day(): string {
    return new Date(this.today * 86400000).toISOString().slice(0, 10);
  }

  private get quarters(): Quarter[] {
    return quarters(this.closed ? QUARTER_CODES[this.closed - 1] : '');
  }

  public perform(act: Act): void {
    const open = this.quarters.filter(row => quarterStatus(row, this.day, RULES.graceDays).reportable);
    const editable = this.rows.filter(row => open.some(({ code }) => code === row.quarter));
    switch (act.kind) {
      case 'wait':
        this.today += act.days;
        break;
      case 'close':
        if (open.length && open[0].end < this.day) this.close(open[0]);
        break;
      case 'reopen':
        if (this.closed) this.cutoffs.delete(QUARTER_CODES[--this.closed]);
        break;
      case 'report':
        if (open.length) {
          const { value, stagesDone, pick } = act;
          const { code } = open[pick % open.length];
          this.rows.push(
            checkIn({
              id: this.nextId++,
              keyResult: this.both[pick % 2].code,
              quarter: code,
              value,
              stagesDone,
              reportedOn: `${this.day}T12:00:00Z`
            })
          );
        }
        break;
      default:
        if (editable.length) {
          const row = editable[act.pick % editable.length];
          const { value, stagesDone } = act;
          this.rows = this.rows.flatMap(one =>
            one !== row ? [one] : act.kind === 'delete' ? [] : [{ ...one, value, stagesDone, version: '2.0' }]
          );
        }
    }
  }

  private close(quarter: Quarter): void {
    const previousQuarter = this.closed ? QUARTER_CODES[this.closed - 1] : null;
    // As read from the lists: the cutoffs of the quarter before and the check-ins of the quarters after it.
    this.cutoffs.set(
      quarter.code,
      cutoffsAt({
        plan: RULES,
        strategicObjectives: [],
        tacticalObjectives: [],
        keyResults: this.both,
        quarters: this.quarters,
        quarter,
        previousQuarter,
        previous: previousQuarter === null ? [] : this.cutoffs.get(previousQuarter) || [],
        checkIns: this.rows.filter(row => previousQuarter === null || row.quarter > previousQuarter),
        programmedTargets: this.programmedTargets
      }).map((cutoff, index) => throughARow({ ...cutoff, id: index + 1 }))
    );
    this.closed++;
  }

  /** The figures as the product reads them, and by folding everything from the start. */
  public figures(): [read: unknown, folded: unknown] {
    const input = {
      plan: RULES,
      keyResults: this.both,
      quarters: this.quarters,
      programmedTargets: this.programmedTargets,
      today: this.day
    };
    const baseQuarter = this.closed ? QUARTER_CODES[this.closed - 1] : null;
    const read = statusesOf({
      ...input,
      baseQuarter,
      cutoffs: baseQuarter === null ? [] : this.cutoffs.get(baseQuarter) || [],
      checkIns: this.rows.filter(row => baseQuarter === null || row.quarter > baseQuarter)
    });
    return [figures(read), figures(statusesOf({ ...input, baseQuarter: null, cutoffs: [], checkIns: this.rows }))];
  }
}

describe('a site through time, with overlapping windows, corrections, deletions, closings and reopenings', () => {
  it('shows at every moment what folding everything from the start gives', () => {
    fc.assert(
      fc.property(pairs, programmes, acts, (both, programmedTargets, course) => {
        const site = new Site(both, programmedTargets);
        for (const act of course) {
          site.perform(act);
          const [read, folded] = site.figures();
          expect(read).toEqual(folded);
        }
      }),
      { numRuns: 100 }
    );
  });
});

describe('cutoffs', () => {
  it('hold the target of their own time: 10 of 7 in 2021, though the target is 26 since February 2022', () => {
    const acciones = keyResult({ code: 'OE1-OT4-R1', target: 26 });
    const checkIns = [checkIn({ keyResult: 'OE1-OT4-R1', quarter: '2021-T3', value: 10 })];
    const targetChanges = [
      { id: 1, keyResult: 'OE1-OT4-R1', oldTarget: 7, newTarget: 26, reason: 'Sección 5.1', effectiveOn: '2022-02-15', author: null }
    ];
    const input = { keyResults: [acciones], checkIns, targetChanges };
    expect(close(input, '2021-T4')[0]).toMatchObject({ target: 7, light: 'cumplido', progress: expect.closeTo(10 / 7, 12) });
    expect(close(input, '2022-T1')[0]).toMatchObject({
      target: 26,
      progress: expect.closeTo(10 / 26, 12),
      trail: [null, null, 1.4286, 1.4286, 0.3846]
    });
    expect(targetAt(acciones, targetChanges, '2022-02-14')).toBe(7);
    expect(targetAt(acciones, targetChanges, '2022-02-15')).toBe(26);
  });

  it("are of the quarter's end date: later reports and later quarters are not in them", () => {
    const rows = [checkIn({ quarter: '2021-T1', value: 3 }), checkIn({ quarter: '2021-T2', value: 6, reportedOn: '2021-03-01T12:00:00Z' })];
    const [cutoff] = close({ keyResults: [keyResult()], checkIns: rows }, '2021-T1');
    expect(cutoff).toMatchObject({ quarter: '2021-T1', progress: 0.1, accumulated: { value: 3, reports: 1, lastQuarter: '2021-T1' } });
    expect(cutoff.expected).toBeCloseTo(90 / 1095, 12);
  });

  it('come out for every key result, in their order', () => {
    const both = [keyResult({ code: 'OE1-OT1-R2' }), keyResult({ code: 'OE1-OT1-R1', active: false, target: null })];
    expect(close({ keyResults: both, checkIns: [] }, '2021-T1').map(({ keyResult: code, light }) => [code, light])).toEqual([
      ['OE1-OT1-R2', 'sinDato'],
      ['OE1-OT1-R1', 'sinMeta']
    ]);
  });
});
