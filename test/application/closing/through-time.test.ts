/** A site in the course of time, through the use cases: what is read is what folding everything from the start gives. */
import * as fc from 'fast-check';
import { AppError, checkAgreement, closeQuarter, isAppError, isClosingError, makeBoard, nextToClose, nextToReopen, reopenQuarter } from '../../../src/application';
import type { CheckInDraft, KeyResult, KeyResultStatus } from '../../../src/domain';
import { bogotaDay, statusesOf } from '../../../src/domain';
import { decimals, keyResults, QUARTER_CODES, quarters } from '../../domain/fixtures';
import { inMemoryServices, type InMemoryServices } from '../../support/in-memory-services';

jest.setTimeout(120000);

const DAY_MS = 86400000;
/** Two key results of any direction and accumulation, the second perhaps an alias of the first. */
const pairs = fc.tuple(keyResults(), keyResults(), fc.boolean()).map(([one, other, same]): KeyResult[] => [
  { ...one, id: 1, code: 'OE1-OT1-R1', key: '2021-2023/OE1-OT1-R1' },
  { ...other, id: 2, code: 'OE1-OT1-R2', key: '2021-2023/OE1-OT1-R2', sameMeasureAs: same ? 'OE1-OT1-R1' : null }
]);

type Act =
  | { readonly kind: 'wait'; readonly days: number }
  | {
    readonly kind: 'report' | 'correct' | 'delete'; readonly pick: number; readonly quarter: number; readonly value: number | null
    readonly stagesDone: number[]
  }
  | { readonly kind: 'close'; readonly fails: 'write' | 'refuseUpTo' | 'writeCutoffs' | null; readonly after: boolean }
  | { readonly kind: 'reopen' };

const acts: fc.Arbitrary<Act[]> = fc.array(fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 80 }) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('report' as const, 'report' as const, 'report' as const, 'correct' as const, 'delete' as const),
      pick: fc.nat(), quarter: fc.nat(),
      value: fc.oneof({ arbitrary: decimals(0), weight: 8 }, fc.constantFrom(0, null)),
      stagesDone: fc.subarray([1, 2, 3, 4])
    })
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('close' as const), fails: fc.constantFrom(null, null, 'write' as const, 'refuseUpTo' as const, 'writeCutoffs' as const),
      after: fc.boolean()
    })
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'reopen' as const }) }
), { minLength: 10, maxLength: 60 });

function siteOf(both: KeyResult[]): InMemoryServices {
  return inMemoryServices({
    user: 'planeacion', now: new Date('2021-01-13T15:00:00Z'),
    data: { keyResults: both, quarters: quarters(), cutoffs: [], checkIns: [], targetChanges: [], programmedTargets: [] }
  });
}

/** A refusal is an outcome like another; anything else is a fault. */
async function attempt(action: Promise<unknown>): Promise<string> {
  return action.then(() => 'done', (error: unknown) => {
    if (isAppError(error) || isClosingError(error)) return error.kind;
    throw error;
  });
}

let keys = 0;

async function perform(services: InMemoryServices, both: KeyResult[], act: Act): Promise<void> {
  const { data } = services;
  const workspace = await services.plan.readWorkspace(services.now());
  switch (act.kind) {
    case 'wait':
      services.setNow(new Date(services.now().getTime() + act.days * DAY_MS));
      return;
    case 'close': {
      const next = nextToClose(data.quarters);
      if (!next) return;
      if (act.fails) services.failNext(`quarters.${act.fails}`, new AppError('offline'), act.after ? 'after' : 'before');
      const outcome = await attempt(closeQuarter(services, workspace, next.code, { resume: next.state === 'closing' }));
      const ended = next.end < bogotaDay(services.now());
      expect(outcome).toBe(!ended ? 'notEnded' : act.fails ? 'offline' : 'done');
      // A fault that was not met must not strike later.
      if (!ended && act.fails) await attempt(act.fails === 'write'
        ? services.quarters.write({ id: 0, etag: '' }, {})
        : act.fails === 'refuseUpTo' ? services.quarters.refuseUpTo(nextToReopen(data.quarters)?.code ?? null)
          : services.quarters.writeCutoffs(next.code, [], [], () => undefined));
      return;
    }
    case 'reopen': {
      const last = nextToReopen(data.quarters);
      if (last) expect(await attempt(reopenQuarter(services, workspace, last.code, 'Una corrección'))).toBe('done');
      return;
    }
    default: {
      const keyResult = both[act.pick % (both[1].sameMeasureAs === null ? 2 : 1)];
      const begun = data.quarters.filter(({ start }) => start <= bogotaDay(services.now()));
      const own = data.checkIns[act.pick % Math.max(1, data.checkIns.length)];
      const quarter = act.kind === 'report' ? begun[act.quarter % begun.length].code : own?.quarter;
      if (quarter === undefined) return;
      const draft: CheckInDraft = {
        keyResult: act.kind === 'report' ? keyResult.code : own.keyResult, process: 'COOP', quarter, value: act.value, stagesDone: act.stagesDone,
        confidence: 'Media', narrative: 'Avance', obstacles: '', nextStep: '', evidence: [], reportedOn: services.now().toISOString(), clientKey: `k${++keys}`
      };
      const references = { keyResultId: keyResult.id, processId: 1 };
      const open = data.quarters.find(({ code }) => code === quarter)?.state === 'open';
      if (act.kind === 'delete') {
        // The app refuses it in a closed quarter before it asks the list, which cannot.
        if (open) await services.checkIns.remove(own);
        return;
      }
      const outcome = await attempt(act.kind === 'report'
        ? services.checkIns.add(draft, references) : services.checkIns.update(own, { ...draft, clientKey: own.clientKey }, references));
      expect(outcome).toBe(open ? 'done' : 'quarterClosed');
    }
  }
}

function figures(statuses: Iterable<KeyResultStatus>): unknown {
  return Array.from(statuses).map(({ unapproved: _, unapprovedValue: __, ...rest }) => rest);
}

it('reads at every moment what folding everything gives: windows that overlap, corrections, interrupted closings, reopenings', async () => {
  await fc.assert(fc.asyncProperty(pairs, acts, async (both, course) => {
    const services = siteOf(both);
    for (const act of course) {
      await perform(services, both, act);
      const { data } = services;
      const workspace = await services.plan.readWorkspace(services.now());
      const folded = statusesOf({
        ...workspace, baseQuarter: null, cutoffs: [], checkIns: data.checkIns, today: bogotaDay(services.now())
      });
      expect(figures(makeBoard(workspace, services.now()).statuses.values())).toEqual(figures(folded.values()));
    }
    // Nothing was doubled, and what is closed agrees with what lies under it.
    const { data } = services;
    const keysOfRows = data.cutoffs.map(({ keyResult, quarter }) => `${keyResult}/${quarter}`);
    expect(new Set(keysOfRows).size).toBe(keysOfRows.length);
    const workspace = await services.plan.readWorkspace(services.now());
    expect((await checkAgreement(services, workspace, [])).disagreements).toEqual([]);
  }), { numRuns: 100 });
});

it('keeps programmed targets of quarters the plan does not have out of every figure', () => {
  const [keyResult] = fc.sample(keyResults(), 1).map(one => ({ ...one, code: 'OE1-OT1-R1', direction: 'Increase' as const, accumulation: 'Sum' as const }));
  const input = {
    plan: { greenFrom: 0.9, yellowFrom: 0.6, graceDays: 10 }, keyResults: [keyResult], quarters: quarters(), baseQuarter: null, cutoffs: [], checkIns: [],
    today: '2023-10-05'
  };
  const beyond = [{ id: 1, keyResult: keyResult.code, quarter: '2031-T1', value: 1e9 }];
  expect(statusesOf({ ...input, programmedTargets: beyond })).toEqual(statusesOf({ ...input, programmedTargets: [] }));
  expect(QUARTER_CODES).not.toContain('2031-T1');
});
