import type { CheckIn, KeyResult, Quarter} from '../../src/domain';
import { bogotaDay, isAllowedLink, statusesOf } from '../../src/domain';
import type { Sample } from '../../sharepoint/seed/sample-types';
import { localKeyResults, standings } from './reference';
import { seedPlan, seedText } from './seed-types';

const sample = JSON.parse(seedText('sample.json')) as Sample;
const seeded = localKeyResults(seedPlan.keyResults, sample);

/** The seed's rows as the rules take them, as if read from the lists. */
const keyResults: KeyResult[] = seeded.map((k, i) => ({
  id: i + 1, code: k.code, key: `${seedPlan.plan.code}/${k.code}`, title: k.title, tacticalObjective: k.tacticalObjective, processes: k.processes,
  direction: k.direction as KeyResult['direction'], accumulation: k.accumulation as KeyResult['accumulation'], unit: k.unit,
  baseline: k.baseline, target: k.target, criticalLimit: k.criticalLimit, stages: k.stages, scale: k.scale, start: k.startDate, end: k.endDate,
  weight: k.weight, sameMeasureAs: k.sameMeasureAs, indicator: k.indicator, topics: k.topics, sourceNote: k.sourceNote, active: k.active,
  order: k.order
}));
const closed = new Map(sample.quarterStates.map((q) => [q.quarter, q.closedOn]));
const quarters: Quarter[] = seedPlan.quarters.map((q, i) => ({
  id: i + 1, code: q.code, start: q.startDate, end: q.endDate, state: closed.has(q.code) ? 'closed' : 'open', closedOn: closed.get(q.code) ?? null
}));
const checkIns: CheckIn[] = sample.checkIns.map((c, i) => ({
  id: i + 1, etag: '"1"', version: '1.0', keyResult: c.keyResult, process: c.process, quarter: c.quarter, value: c.value,
  stagesDone: c.stagesDone ?? [], confidence: c.confidence, narrative: c.narrative, obstacles: c.obstacles, nextStep: c.nextStep,
  evidence: c.evidence, reportedOn: new Date(c.reportedOn).toISOString(), clientKey: c.clientKey, author: null,
  review: c.review === null ? 'pending' : c.review.verdict === 'Aprobado' ? 'approved' : 'returned', reviewNote: c.review?.note ?? ''
}));
const programmedTargets = sample.programmedTargets.map((t, i) => ({ id: i + 1, ...t }));

describe('the sample under the rules of src/domain', () => {
  const today = bogotaDay(new Date(sample.now));
  const statuses = statusesOf({ plan: seedPlan.plan, keyResults, quarters, baseQuarter: null, cutoffs: [], checkIns, programmedTargets, today });

  it.each(standings(seeded, sample).map((s) => [s.code, s] as const))('%s stands where the plain reading of the rules puts it', (code, s) => {
    const status = statuses.get(code);
    expect([status?.value ?? null, status?.light]).toEqual([s.value, s.light]);
    if (s.progress === null) expect(status?.progress).toBeNull();
    else expect(status?.progress).toBeCloseTo(s.progress, 9);
  });

  it('tells what holds a key result back in every report of the open quarter that leaves it yellow or red', () => {
    const silent = checkIns.filter((c) => c.quarter === '2023-T3' && c.obstacles === '' &&
      ['amarillo', 'rojo'].includes(statuses.get(c.keyResult)?.light ?? ''));
    expect(silent.map((c) => `${c.keyResult}/${c.process}`)).toEqual([]);
  });

  it('has only links that the product allows', () => {
    expect(checkIns.flatMap((c) => c.evidence).filter((e) => !isAllowedLink(e.url))).toEqual([]);
  });

  it('has one key result that is green although its reporters doubt it', () => {
    const doubted = [...statuses.values()].filter((s) => s.light === 'verde' && s.accumulated.confidence === 'Baja');
    expect(doubted.map((s) => s.keyResult.code)).toEqual(['OE2-OT1-R4']);
  });
});
