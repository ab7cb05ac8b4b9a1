/** What differs in a site, and mending it. */
import { AppError } from '../../../src/application';
import type { DriftFinding, DriftReport, RepairProgress } from '../../../src/application';
import { type ColumnShape, makeSetUp } from '../../../src/application/set-up';
import type { ListName } from '../../../src/domain';
import type { FakeSite } from './fake-site';
import { definition, newSite } from './small-site';

async function finished(): Promise<FakeSite> {
  const site = newSite();
  await makeSetUp(site, definition).run(() => undefined);
  return site;
}

const drift = (site: FakeSite): Promise<DriftReport> => makeSetUp(site, definition).drift();
const idsOf = ({ findings }: DriftReport): string[] => findings.map(({ id }) => id);

function change(site: FakeSite, list: ListName, column: string, traits: Partial<ColumnShape>): void {
  const columns = site.lists.get(list)?.columns;
  const found = columns?.get(column);
  if (!columns || !found) throw new Error(`${list}.${column}`);
  columns.set(column, { ...found, ...traits });
}

function listOf(site: FakeSite, name: ListName): NonNullable<ReturnType<FakeSite['lists']['get']>> {
  const list = site.lists.get(name);
  if (!list) throw new Error(name);
  return list;
}

test('a site as it was set up differs in nothing', async () => {
  expect(await drift(await finished())).toEqual(
    { findings: [], checked: { lists: 3, columns: 6, views: 4 }, version: { site: 2, delivered: 2 } }
  );
});

/** What is done to the site, what is found, and whether mending brings it back. */
const cases: readonly [string, (site: FakeSite) => void, Partial<DriftFinding>][] = [
  ['a group that is gone', site => { site.groups.splice(site.groups.indexOf('processes'), 1); },
    { id: 'groupMissing:processes', severity: 'error', title: 'OKR Procesos', repair: 'safe' }],
  ['a group that cannot read the site', site => { site.siteGrants.delete('management'); },
    { id: 'siteAccessMissing:management', severity: 'error', expected: 'read' }],
  ['a list that is gone', site => { site.lists.delete('CheckIns'); },
    { id: 'listMissing:CheckIns', severity: 'error', listTitle: 'Reportes', repair: 'safe' }],
  ['versions switched off', site => { listOf(site, 'Plans').versioning = false; }, { id: 'versioningOff:Plans', severity: 'error' }],
  ['others’ rows open to change', site => { listOf(site, 'CheckIns').writeSecurity = 1; },
    { id: 'writeSecurity:CheckIns', expected: '2', found: '1', severity: 'error' }],
  ['a list that inherits again', site => { listOf(site, 'Plans').isolated = false; }, { id: 'inherits:Plans', severity: 'error' }],
  ['a role taken away', site => { listOf(site, 'CheckIns').grants.set('processes', ['read']); },
    { id: 'roleMissing:CheckIns.processes', expected: 'contribute', found: 'read' }],
  ['a role broadened', site => { listOf(site, 'Plans').grants.set('processes', ['read', 'design']); },
    { id: 'roleSurplus:Plans.processes.design', expected: 'read', found: 'design', title: 'OKR Procesos' }],
  ['a column that is gone', site => { listOf(site, 'KeyResults').columns.delete('Target'); },
    { id: 'columnMissing:KeyResults.Target', severity: 'error', expected: 'Meta', repair: 'safe' }],
  ['a unique column that is unique no more', site => { change(site, 'KeyResults', 'Code', { unique: false, indexed: false }); },
    { id: 'uniqueMissing:KeyResults.Code', severity: 'error' }],
  ['a choice that was removed', site => { change(site, 'CheckIns', 'State', { choices: ['b', 'c'] }); },
    { id: 'choicesMissing:CheckIns.State', expected: 'a' }],
  ['a view that is gone', site => { listOf(site, 'KeyResults').views.delete('ByPlan'); },
    { id: 'viewMissing:KeyResults.ByPlan', severity: 'warning' }],
  ['formatting that is gone', site => { listOf(site, 'KeyResults').parts.set('column:Target', 'empty'); },
    { id: 'formattingMissing:KeyResults.Target.column:Target', severity: 'warning', title: 'Meta' }],
  ['a formula of a former version', site => { listOf(site, 'KeyResults').parts.set('formula:Target', 'former'); },
    { id: 'formulaOutdated:KeyResults.Target.formula:Target', severity: 'warning' }],
  ['a site set up by a former version', site => { site.version = 1; },
    { id: 'versionBehind:', severity: 'warning', expected: '2', found: '1' }]
];

test.each(cases)('%s is found and mended', async (_name, spoil, expected) => {
  const site = await finished();
  spoil(site);
  const report = await drift(site);
  const found = report.findings.find(({ id }) => id === expected.id);
  expect(found).toMatchObject({ repair: 'safe', ...expected });
  const progress: RepairProgress[] = [];
  const result = await makeSetUp(site, definition).repair(report.findings, one => progress.push(one));
  expect([result.failures, idsOf(result.report)]).toEqual([[], []]);
  expect(progress.map(({ done, total }) => [done, total])).toEqual(progress.map((_one, index) => [index + 1, progress.length]));
  // Mending again finds nothing to do.
  const writes = site.writes.length;
  await makeSetUp(site, definition).repair(result.report.findings, () => undefined);
  expect(site.writes).toHaveLength(writes);
});

/** What people may have meant, or what could cost data, is told and left. */
test.each<[string, (site: FakeSite) => void, Partial<DriftFinding>]>([
  ['a column of another type', site => { change(site, 'KeyResults', 'Target', { type: 'Text' }); },
    { id: 'columnType:KeyResults.Target', severity: 'error', expected: 'Number', found: 'Text', repair: 'dataAtRisk' }],
  ['a lookup to another list', site => { change(site, 'KeyResults', 'Plan', { target: null }); },
    { id: 'columnTarget:KeyResults.Plan', expected: 'Planes', found: '', repair: 'dataAtRisk' }],
  ['a renamed column', site => { change(site, 'KeyResults', 'Target', { title: 'Meta del plan' }); },
    { id: 'columnRenamed:KeyResults.Target', severity: 'info', expected: 'Meta', found: 'Meta del plan', repair: 'onPurpose' }],
  ['a renamed list', site => { listOf(site, 'Plans').title = 'Los planes'; }, { id: 'listRenamed:Plans', severity: 'info', repair: 'onPurpose' }],
  ['formatting of somebody’s own', site => { listOf(site, 'KeyResults').parts.set('form', 'changed'); },
    { id: 'formattingChanged:KeyResults.form', severity: 'info', repair: 'onPurpose' }],
  ['somebody else with a role', site => { listOf(site, 'Plans').outsiders.set('Auditoría', ['contribute']); },
    { id: 'outsider:Plans.Auditoría', severity: 'warning', found: 'contribute', repair: 'onPurpose' }],
  ['somebody else who reads', site => { listOf(site, 'Plans').outsiders.set('Auditoría', ['read']); },
    { id: 'outsider:Plans.Auditoría', severity: 'info' }],
  ['somebody else’s list', site => {
    const list = listOf(site, 'CheckIns');
    list.columns.clear();
    list.rows.set('x', 1);
  }, { id: 'listForeign:CheckIns', severity: 'error', repair: 'foreign' }]
])('%s is found and left alone', async (_name, spoil, expected) => {
  const site = await finished();
  spoil(site);
  const report = await drift(site);
  expect(report.findings).toEqual([expect.objectContaining(expected)]);
  const writes = site.writes.length;
  const result = await makeSetUp(site, definition).repair(report.findings, () => undefined);
  expect([site.writes.length, idsOf(result.report)]).toEqual([writes, idsOf(report)]);
});

test('how a planner arranged a view is nobody’s finding; more choices are theirs', async () => {
  const site = await finished();
  listOf(site, 'KeyResults').parts.set('view:ByPlan', 'changed');
  change(site, 'CheckIns', 'State', { choices: ['a', 'b', 'c'] });
  expect(idsOf(await drift(site))).toEqual([]);
});

test('errors come first, then warnings, then information', async () => {
  const site = await finished();
  change(site, 'KeyResults', 'Target', { title: 'Meta del plan' });
  listOf(site, 'KeyResults').views.delete('ByPlan');
  listOf(site, 'CheckIns').versioning = false;
  expect((await drift(site)).findings.map(({ severity }) => severity)).toEqual(['error', 'warning', 'info']);
});

test('a repair that fails does not keep the next from being mended', async () => {
  const site = await finished();
  listOf(site, 'Plans').versioning = false;
  listOf(site, 'KeyResults').views.delete('ByPlan');
  const { findings } = await drift(site);
  site.failAt = site.writes.length + 1;
  const { failures, report } = await makeSetUp(site, definition).repair(findings, () => undefined);
  expect(failures).toEqual([{ finding: findings[0], error: expect.any(AppError) as AppError }]);
  expect(idsOf(report)).toEqual([findings[0].id]);
});

test('those who may not set the site up may not repair it either', async () => {
  const site = await finished();
  site.version = 1;
  const { findings } = await drift(site);
  site.allowed = false;
  const writes = site.writes.length;
  await expect(makeSetUp(site, definition).repair(findings, () => undefined)).rejects.toMatchObject({ kind: 'noAccess' });
  expect(site.writes).toHaveLength(writes);
});
