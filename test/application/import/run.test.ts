import { AppError } from '../../../src/application';
import {
  BATCH, checkPeriod, makePreview, newPeriodRows, nextPeriod, readSite, readWorkbook, reportSheet, resume, runImport, type Sheet, takeable
} from '../../../src/application/import';
import { inMemoryServices } from '../../support/in-memory-services';

function bigSheet(count: number): Sheet {
  const rows = Array.from({ length: count }, (_, index) => [`OE1-OT1-R${100 + index}`, 'OE1-OT1', `Resultado ${index}`, index]);
  return { name: 'Resultados clave', rows: [['Código', 'Objetivo táctico', 'Resultado clave', 'Meta'], ...rows], formulas: 0, merged: 0 };
}

async function confirmed(services: ReturnType<typeof inMemoryServices>, count: number) {
  const site = await readSite(services.planRows);
  const { rows } = await readWorkbook([bigSheet(count)], { plan: '2021-2023' });
  const preview = await makePreview(rows, site);
  return { site, rows, preview, take: takeable(preview, new Set(preview.entries.map(({ id }) => id))).take };
}

test('nothing is written before it is run, and then in batches with progress', async () => {
  const services = inMemoryServices({ user: 'planeacion' });
  const { site, take } = await confirmed(services, 250);
  expect(services.requests.filter(one => one === 'planRows.writeRows')).toHaveLength(0);
  const progress: number[] = [];
  const result = await runImport(services.planRows, site, take, ({ done }) => progress.push(done));
  expect([result.stopped, result.done.every(({ kind }) => kind === 'created')]).toEqual([null, true]);
  expect(progress).toEqual([100, 200, 250]);
  expect(services.requests.filter(one => one === 'planRows.writeRows')).toHaveLength(Math.ceil(250 / BATCH));
  expect(services.data.keyResults).toHaveLength(79 + 250);
});

test('a run that was interrupted goes on, and what was written although its answer was lost is not written again', async () => {
  const services = inMemoryServices({ user: 'planeacion' });
  const { site, rows, take } = await confirmed(services, 250);
  let batches = 0;
  const flaky = { ...services.planRows, writeRows: async (...args: Parameters<typeof services.planRows.writeRows>) => {
    batches += 1;
    const outcomes = await services.planRows.writeRows(...args);
    if (batches === 2) throw new AppError('offline');
    return outcomes;
  } };
  const first = await runImport(flaky, site, take);
  expect(first.stopped).toMatchObject({ kind: 'offline' });
  expect(first.done.filter(({ kind }) => kind === 'left')).toHaveLength(150);
  const fresh = await readSite(services.planRows);
  const rest = resume(first.done.filter(({ kind }) => kind === 'left').map(({ entry }) => entry), (await makePreview(rows, fresh)).entries);
  expect([rest.done.length, rest.left.length, rest.changed.length]).toEqual([100, 50, 0]);
  expect((await runImport(services.planRows, fresh, rest.left)).done.every(({ kind }) => kind === 'created')).toBe(true);
  expect(new Set(services.data.keyResults.map(({ code }) => code)).size).toBe(services.data.keyResults.length);
  expect(services.data.keyResults).toHaveLength(79 + 250);
  const again = await makePreview(rows, await readSite(services.planRows));
  expect(again.counts).toMatchObject({ same: 250, create: 0, change: 0 });
});

test('a person can stop it between batches', async () => {
  const services = inMemoryServices({ user: 'planeacion' });
  const { site, take } = await confirmed(services, 250);
  let asked = 0;
  const result = await runImport(services.planRows, site, take, () => undefined, () => { asked += 1; return asked > 1; });
  expect(result).toMatchObject({ cancelled: true, stopped: null });
  expect(result.done.filter(({ kind }) => kind === 'created')).toHaveLength(100);
});

test('who may not write gets every row refused, and the report says so, without ids', async () => {
  const services = inMemoryServices({ user: 'planeacion' });
  const { site, preview, take } = await confirmed(services, 2);
  const result = await runImport(services.as('coop').planRows, site, take);
  expect(result.stopped).toMatchObject({ kind: 'noAccess' });
  const report = reportSheet(preview.entries, result.done, {
    sheet: 'Informe', headings: ['1', '2', '3', '4', '5', '6', '7', '8'], outcome: kind => kind, issue: ({ kind }) => kind, error: ({ kind }) => kind, change: () => ''
  });
  expect(report.rows.map(row => [row[4], row[5], row[6]])).toEqual([['failed', null, 'noAccess'], ['failed', null, 'noAccess']]);
});

describe('a new period', () => {
  const plan = inMemoryServices().data.plan;

  test('follows the plan: its years, its name, its first day', () => {
    expect(nextPeriod(plan)).toMatchObject({ from: '2021-2023', code: '2024-2027', start: '2024-01-01', end: '2027-12-31', title: 'Planeación estratégica 2024 - 2027' });
  });

  test.each([
    [{ code: '' }, 'codeMissing'], [{ code: '2021-2023' }, 'codeTaken'], [{ code: 'a/b' }, 'codeForm'], [{ title: ' ' }, 'titleMissing'], [{ end: '2023-01-01' }, 'endBeforeStart'],
    [{ start: '2023-06-01' }, 'overlaps'], [{ end: '2099-12-31' }, 'tooLong'], [{ start: '' }, 'dateMissing']
  ])('%j is told: %s', async (change, issue) => {
    const site = await readSite(inMemoryServices({ user: 'planeacion' }).planRows);
    expect(checkPeriod({ ...nextPeriod(plan), ...change }, site.get('Plans') ?? []).map(one => one.issue)).toContain(issue);
  });

  test('takes objectives, key results, matrix and weights, no check-ins; both are readable, and running again changes nothing', async () => {
    const services = inMemoryServices({ user: 'planeacion' });
    const period = { ...nextPeriod(plan), targets: 'empty' as const };
    const site = await readSite(services.planRows);
    const rows = newPeriodRows(site, period);
    const preview = await makePreview(rows, site);
    expect(preview.counts).toMatchObject({ refuse: 0, change: 0, same: 0 });
    const { take } = takeable(preview, new Set(preview.entries.map(({ id }) => id)));
    const result = await runImport(services.planRows, site, take);
    expect(result.done.filter(({ kind }) => kind !== 'created')).toEqual([]);
    const next = await services.plan.readWorkspace(services.now(), '2024-2027');
    expect([next.strategicObjectives.length, next.tacticalObjectives.length, next.keyResults.length, next.quarters.length]).toEqual([5, 20, 79, 16]);
    expect(next.planCodes).toEqual(['2021-2023', '2024-2027']);
    expect(next.checkIns).toEqual([]);
    const [was, is] = [services.data.keyResults, next.keyResults].map(all => all.find(({ code }) => code === 'OE1-OT2-R5'));
    expect(is).toMatchObject({ key: '2024-2027/OE1-OT2-R5', processes: was?.processes, weight: was?.weight, target: null, start: '2024-01-01', end: '2027-12-31' });
    expect((await services.plan.readWorkspace(services.now())).plan.code).toBe('2021-2023');
    const again = await readSite(services.planRows);
    expect((await makePreview(newPeriodRows(again, period), again)).counts).toMatchObject({ create: 0, change: 0, refuse: 0 });
  });

  test('the old plan is only read once the new one holds the day and its own window has passed', async () => {
    const services = inMemoryServices({ user: 'planeacion' });
    const site = await readSite(services.planRows);
    const preview = await makePreview(newPeriodRows(site, nextPeriod(plan)), site);
    await runImport(services.planRows, site, preview.entries);
    const old = async (day: string): Promise<string | null> => {
      services.setNow(new Date(`${day}T15:00:00Z`));
      return (await services.plan.readWorkspace(services.now(), '2021-2023')).supersededBy;
    };
    expect([await old('2023-12-31'), await old('2024-01-10'), await old('2024-01-11')]).toEqual([null, null, '2024-2027']);
  });
});
