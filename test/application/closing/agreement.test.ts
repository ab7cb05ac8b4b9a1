import { checkAgreement, type Agreement } from '../../../src/application';
import type { CheckIn } from '../../../src/domain';
import { inMemoryServices, type InMemoryServices } from '../../support/in-memory-services';

const planner = (): InMemoryServices => inMemoryServices({ user: 'planeacion' });

async function check(services: InMemoryServices): Promise<Agreement> {
  const workspace = await services.plan.readWorkspace(services.now());
  return checkAgreement(services, workspace, services.data.targetChanges);
}

/** A contribution to a sum in a closed quarter. */
function contribution(services: InMemoryServices): CheckIn {
  const { data } = services;
  const found = data.checkIns.find(({ keyResult, quarter, value }) => quarter === '2022-T2' && value !== null && value > 0
    && data.keyResults.some(({ code, accumulation, direction }) => code === keyResult && accumulation === 'Sum' && direction === 'Increase'));
  if (!found) throw new Error('no contribution');
  return found;
}

it('finds nothing where nothing changed', async () => {
  const services = planner();
  const before = JSON.stringify(services.data);
  const agreement = await check(services);
  expect(agreement).toMatchObject({ disagreements: [], otherRules: 0, cancelled: false });
  expect(agreement.checked).toHaveLength(10);
  expect(JSON.stringify(services.data)).toBe(before);
});

it('names a deleted check-in, the difference, and the cutoffs that carry it on', async () => {
  const services = planner();
  const gone = contribution(services);
  services.data.checkIns = services.data.checkIns.filter(row => row !== gone);
  const { disagreements } = await check(services);
  expect(disagreements).toHaveLength(1);
  const [one] = disagreements;
  expect(one).toMatchObject({ keyResult: gone.keyResult, quarter: '2022-T2', cause: 'deleted', carriedTo: ['2022-T3', '2022-T4', '2023-T1', '2023-T2'] });
  const last = one.cutoff?.accumulated.lastCheckInId === gone.id;
  expect(one.goneCheckIn).toBe(last ? gone.id : null);
  expect((one.cutoff?.accumulated.value ?? 0) - (one.figures.accumulated.value ?? 0)).toBeCloseTo(gone.value ?? NaN);
});

it('finds a check-in that came in afterwards', async () => {
  const services = planner();
  const row = contribution(services);
  services.data.checkIns = [...services.data.checkIns, { ...row, id: 9000, clientKey: 'x', reportedOn: '2021-01-01T00:00:00Z' }];
  expect((await check(services)).disagreements).toMatchObject([{ quarter: '2022-T2', cause: 'added' }]);
});

it('finds a cutoff edited by hand, and only it', async () => {
  const services = planner();
  const row = services.data.cutoffs.find(({ quarter, keyResult }) => quarter === '2022-T2' && keyResult === contribution(services).keyResult);
  if (!row) throw new Error('no cutoff');
  services.data.cutoffs = services.data.cutoffs.map(one => (
    one === row ? { ...row, progress: 0.99, accumulated: { ...row.accumulated, value: 1e6 } } : one
  ));
  services.quarterFacts.cutoffs.set(row.id, { version: 2, changedBy: services.user, changedOn: '2023-10-04T15:00:00Z' });
  expect((await check(services)).disagreements).toMatchObject([
    { keyResult: row.keyResult, quarter: '2022-T2', cause: 'edited', carriedTo: [], cutoff: { id: row.id, changedBy: { name: 'Planeación' } } }
  ]);
});

it('finds a deleted row of a cutoff, and not the absence of one for a key result that came later', async () => {
  const services = planner();
  const { keyResult } = contribution(services);
  services.data.cutoffs = services.data.cutoffs.filter(row => !(row.quarter === '2022-T3' && row.keyResult === keyResult));
  const late = { ...services.data.keyResults[0], id: 500, code: 'OE5-OT9-R9', key: '2021-2023/OE5-OT9-R9' };
  services.data.keyResults = [...services.data.keyResults, late];
  expect((await check(services)).disagreements).toMatchObject([{ keyResult, quarter: '2022-T3', cause: 'missing', cutoff: null }]);
});

it('finds a target that changed without its history', async () => {
  const services = planner();
  const { keyResult } = contribution(services);
  services.data.keyResults = services.data.keyResults.map(row => (row.code === keyResult && row.target !== null ? { ...row, target: row.target * 2 } : row));
  const { disagreements } = await check(services);
  expect(new Set(disagreements.map(one => one.cause))).toEqual(new Set(['target']));
  expect(disagreements[0]).toMatchObject({ keyResult });
});

it('does not take today’s programme for a disagreement', async () => {
  const services = planner();
  const { keyResult } = contribution(services);
  services.data.programmedTargets = [...services.data.programmedTargets, { id: 900, keyResult, quarter: '2021-T2', value: 1e-3 }];
  const agreement = await check(services);
  expect(agreement.disagreements).toEqual([]);
  expect(agreement.otherRules).toBeGreaterThan(0);
});

it('reads one quarter at a time, and stops when told to', async () => {
  const services = planner();
  const workspace = await services.plan.readWorkspace(services.now());
  let asked = 0;
  const agreement = await checkAgreement(services, workspace, [], { isCancelled: () => ++asked > 3 });
  expect(agreement).toMatchObject({ cancelled: true, checked: ['2021-T1', '2021-T2', '2021-T3'] });
  expect(services.requests.filter(one => one === 'quarters.readClosed')).toHaveLength(3);
});
