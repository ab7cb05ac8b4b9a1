import { closeQuarter, type ClosingPoint, closingPreview, type ClosingPreview, makeBoard, missingQuarters, type Workspace } from '../../../src/application';
import { bogotaDay, findings } from '../../../src/domain';
import { inMemoryServices, type InMemoryServices } from '../../support/in-memory-services';

/** As the page counts them before it has read the rows themselves. */
const problemsOf = (workspace: Workspace, services: InMemoryServices): number =>
  findings({ ...workspace, today: bogotaDay(services.now()), facts: null }).filter(({ severity }) => severity === 'changesFigures').length;

async function previewOf(services: InMemoryServices): Promise<ClosingPreview> {
  const workspace = await services.plan.readWorkspace(services.now());
  const preview = closingPreview(makeBoard(workspace, services.now()), await services.quarters.read(workspace), services.now(), problemsOf(workspace, services));
  if (!preview) throw new Error('nothing to close');
  return preview;
}

const planner = (now?: string): InMemoryServices => inMemoryServices({ user: 'planeacion', ...(now ? { now: new Date(now) } : {}) });
const kinds = ({ points }: ClosingPreview): [string, string][] => points.map(({ kind, weight }) => [kind, weight]);
function point<K extends ClosingPoint['kind']>(preview: ClosingPreview, kind: K): Extract<ClosingPoint, { kind: K }> {
  const found = preview.points.find((one): one is Extract<ClosingPoint, { kind: K }> => one.kind === kind);
  if (!found) throw new Error(kind);
  return found;
}

it('says on the sample’s day what stands against closing 2023-T3', async () => {
  const services = planner();
  const preview = await previewOf(services);
  expect(preview.quarter.quarter.code).toBe('2023-T3');
  expect(kinds(preview)).toEqual([
    ['windowOpen', 'decides'], ['missingReports', 'warns'], ['pendingReviews', 'decides'], ['returned', 'warns'], ['problems', 'done'],
    ['previousClosed', 'done']
  ]);
  expect(point(preview, 'windowOpen')).toMatchObject({ windowEnds: '2023-10-10', daysLeft: 5 });
  const own = services.data.checkIns.filter(({ quarter }) => quarter === '2023-T3');
  expect(point(preview, 'pendingReviews').count).toBe(own.filter(({ review }) => review === 'pending').length);
  const missing = point(preview, 'missingReports');
  expect(missing.byProcess.map(({ process }) => process)).toEqual(services.data.processes.map(({ code }) => code).filter(
    code => missing.byProcess.some(({ process }) => process === code)
  ));
  // Of a sum every process owes its own; each of them counts as one result.
  expect(missing.byProcess.reduce((all, { keyResults }) => all + keyResults.length, 0)).toBeGreaterThanOrEqual(missing.count);
});

it('shows exactly what closing then writes', async () => {
  const services = planner('2023-10-12T15:00:00Z');
  const preview = await previewOf(services);
  await closeQuarter(services, await services.plan.readWorkspace(services.now()), '2023-T3');
  const written = services.data.cutoffs.filter(({ quarter }) => quarter === '2023-T3');
  expect(preview.rows.map(({ keyResult, after }) => [keyResult.code, after.progress, after.expected, after.light, after.accumulated]))
    .toEqual(written.map(row => [row.keyResult, row.progress, row.expected, row.light, JSON.parse(JSON.stringify(row.accumulated))]));
  const lights = Object.values(preview.after.lights).reduce((all, count) => all + count, 0);
  expect(lights).toBe(79);
  const next = await previewOf(services);
  expect(next.before).toEqual(preview.after);
});

it.each([
  ['of a quarter that still runs', (services: InMemoryServices) => services.setNow(new Date('2023-09-20T15:00:00Z')), ['notEnded', 'blocks']],
  ['with a deleted row before it', ({ data }: InMemoryServices) => { data.quarters = data.quarters.filter(({ code }) => code !== '2022-T4'); }, ['rowsMissing', 'blocks']],
  ['with a clock set wrong', ({ quarterFacts }: InMemoryServices) => { quarterFacts.serverAhead = 3600000; }, ['clock', 'warns']],
  ['with a problem that changes figures', ({ data }: InMemoryServices) => {
    data.problems = [{
      kind: 'notANumber', list: 'KeyResults', rowId: 12, row: 'OE1-OT2-R5', column: 'Target', found: '30 millones', severity: 'warning'
    }];
  }, ['problems', 'decides']]
] as const)('%s', async (_name, change, expected) => {
  const services = planner();
  change(services);
  expect(kinds(await previewOf(services))).toContainEqual(expected);
});

it('holds with weights all zero: the plan has no figure, and nothing breaks', async () => {
  const services = planner();
  services.data.keyResults = services.data.keyResults.map(row => ({ ...row, weight: 0 }));
  const preview = await previewOf(services);
  expect([preview.after.progress, preview.after.light, preview.rows.length]).toEqual([null, 'sinDato', 79]);
});

it('is of the first quarter when none was closed, and none when all are', async () => {
  const services = planner();
  services.data.quarters = services.data.quarters.map(row => ({ ...row, state: 'open' }));
  const first = await previewOf(services);
  expect([first.quarter.quarter.code, first.previous, first.before]).toEqual(['2021-T1', null, null]);
  services.data.quarters = services.data.quarters.map(row => ({ ...row, state: 'closed' }));
  await expect(previewOf(services)).rejects.toThrow('nothing to close');
});

it('finds the plan’s quarters that have no row', () => {
  const { plan, quarters } = planner().data;
  expect(missingQuarters(plan, quarters)).toEqual([]);
  expect(missingQuarters(plan, quarters.filter(({ code }) => code !== '2021-T1' && code !== '2022-T4'))).toEqual(['2021-T1', '2022-T4']);
  expect(missingQuarters(plan, [])).toEqual([]);
});
