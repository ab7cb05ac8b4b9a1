/** Whole rows in and out: the same cases in memory and over HTTP, and an export that imports back without loss. */
import type { PlanWriter, Services } from '../../src/application';
import {
  ALL_LISTS, exportSheets, makePreview, type Preview, readSite, readWorkbook, resume, runImport, type SiteRows, takeable
} from '../../src/application/import';
import { readXlsx } from '../../src/ui/workbook/read-xlsx';
import { writeXlsx } from '../../src/ui/workbook/write-xlsx';
import { inMemoryServices } from '../support/in-memory-services';
import { contractSite } from './site';

const site = contractSite(true);
const memory = inMemoryServices();

const adapters: [string, (person: string) => Services][] = [
  ['in memory', person => memory.as(person)],
  ['on SharePoint', person => site.services(person)]
];

/** What a workbook of the rows says, read back as a person's browser would. */
async function throughAFile(rows: SiteRows, plan = '2021-2023'): ReturnType<typeof readWorkbook> {
  return readWorkbook(await readXlsx(await writeXlsx(exportSheets(rows, [['Plan', plan]]))), { plan });
}

const everything = (preview: Preview): Set<string> => new Set(preview.entries.map(({ id }) => id));

const KEY_RESULT = {
  Code: 'OE1-OT1-R90', Key0: '2021-2023/OE1-OT1-R90', TacticalObjective: '2021-2023/OE1-OT1', Title: '=cmd|calc', Processes: ['COOP', 'GCI'],
  Direction: 'Increase', Accumulation: 'Sum', Unit: 'misiones', Baseline: null, Target: 12.5, CriticalLimit: null, Stages: '', Scale: '',
  StartDate: '2021-01-01', EndDate: '2023-12-31', Weight: 2, SameMeasureAs: '', Indicator: '', Topics: ['Página web'], SourceNote: '', Active: true
};

describe.each(adapters)('%s', (_name, as) => {
  const writer = (): PlanWriter => as('planeacion').planRows;
  const keysOf = (rows: SiteRows) => (list: Parameters<SiteRows['get']>[0], key: string): number | null => (
    rows.get(list)?.find(row => row.key === key)?.id ?? null
  );

  test('rows are read with their references as keys', async () => {
    const rows = await readSite(writer());
    expect(rows.get('KeyResults')).toHaveLength(79);
    const alias = rows.get('KeyResults')?.find(({ key }) => key === '2021-2023/OE3-OT3-R1');
    expect(alias?.values).toMatchObject({ TacticalObjective: '2021-2023/OE3-OT3', SameMeasureAs: expect.stringMatching(/^2021-2023\/OE\d/) });
    expect(rows.get('Plans')?.[0].values).toMatchObject({ Code: '2021-2023', StartDate: '2021-01-01', GraceDays: 10 });
    expect(rows.get('Processes')?.find(({ key }) => key === 'COOP')?.values.Members).toEqual(['coop@aci.example']);
    expect(rows.get('Reviews')?.length).toBeGreaterThan(10);
    expect(rows.get('Cutoffs')?.length).toBe(790);
    for (const list of rows.values()) for (const { key, etag, id } of list) expect([key, etag.length > 2, id > 0]).toEqual([expect.not.stringMatching(/^#|^$/), true, true]);
  });

  test('a row is added once, changed under its ETag, and refused to who may not', async () => {
    const before = await readSite(writer());
    const [added] = await writer().writeRows([{ kind: 'add', list: 'KeyResults', key: KEY_RESULT.Key0, row: KEY_RESULT }], keysOf(before));
    expect(added).toMatchObject({ ok: true });
    const [again] = await writer().writeRows([{ kind: 'add', list: 'KeyResults', key: KEY_RESULT.Key0, row: KEY_RESULT }], keysOf(before));
    expect(again).toMatchObject({ ok: false, error: { kind: 'duplicate' } });
    const stored = (await readSite(writer())).get('KeyResults')?.find(({ key }) => key === KEY_RESULT.Key0);
    expect({ ...stored?.values, Processes: [...stored?.values.Processes as string[]].sort() }).toEqual(KEY_RESULT);
    const merge = (etag: string, row: object) => writer().writeRows(
      [{ kind: 'merge', list: 'KeyResults', key: KEY_RESULT.Key0, id: stored?.id ?? 0, etag, row: row as typeof KEY_RESULT }], keysOf(before)
    );
    const [changed] = await merge(stored?.etag ?? '', { Target: 20, Processes: ['COM'], EndDate: '2022-12-31' });
    expect(changed).toMatchObject({ ok: true });
    expect((await merge(stored?.etag ?? '', { Target: 30 }))[0]).toMatchObject({ ok: false, error: { kind: 'conflict' } });
    const now = (await readSite(writer())).get('KeyResults')?.find(({ key }) => key === KEY_RESULT.Key0);
    expect(now?.values).toMatchObject({ Target: 20, Processes: ['COM'], EndDate: '2022-12-31', Weight: 2 });
    const [refused] = await as('coop').planRows.writeRows(
      [{ kind: 'add', list: 'KeyResults', key: 'x', row: { ...KEY_RESULT, Code: 'OE1-OT1-R91', Key0: '2021-2023/OE1-OT1-R91' } }], keysOf(before)
    );
    expect(refused).toMatchObject({ ok: false, error: { kind: 'noAccess' } });
  });

  test('people are named by e-mail; one nobody knows is refused with the column', async () => {
    const rows = await readSite(writer());
    const row = rows.get('Processes')?.find(({ key }) => key === 'COM');
    const write = (values: object) => writer().writeRows(
      [{ kind: 'merge', list: 'Processes', key: 'COM', id: row?.id ?? 0, etag: row?.etag ?? '', row: values as Record<string, string> }], keysOf(rows)
    );
    expect((await write({ Leader: 'nadie@aci.example' }))[0]).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect((await write({ Leader: 'direccion@aci.example' }))[0]).toMatchObject({ ok: true });
    expect((await readSite(writer(), ['Processes'])).get('Processes')?.find(({ key }) => key === 'COM')?.values.Leader).toBe('direccion@aci.example');
  });

  test('what was exported reads back as it is: nothing to do', async () => {
    const rows = await readSite(writer());
    const parsed = await throughAFile(rows);
    expect(parsed.sheetIssues.filter(({ severity }) => severity === 'error')).toEqual([]);
    const preview = await makePreview(parsed.rows, rows);
    expect(preview.entries.filter(({ kind }) => kind !== 'same').map(({ id, changes, issues }) => [id, changes, issues])).toEqual([]);
    expect(preview.counts.same).toBe(ALL_LISTS.reduce((count, list) => count + (rows.get(list)?.length ?? 0), 0));
  });

  test('two planners at once: the second one’s change is refused, not the first one’s lost', async () => {
    const rows = await readSite(writer());
    const change = async (target: number) => {
      const preview = await makePreview([{
        list: 'KeyResults', sheet: 'Resultados clave', row: 2, key: KEY_RESULT.Key0, values: { Code: KEY_RESULT.Code, Key0: KEY_RESULT.Key0, Target: target }, issues: []
      }], rows);
      return takeable(preview, everything(preview)).take;
    };
    const [mine, theirs] = [await change(41), await change(42)];
    expect((await runImport(writer(), rows, theirs)).done).toMatchObject([{ kind: 'changed' }]);
    expect((await runImport(writer(), rows, mine)).done).toMatchObject([{ kind: 'failed', error: { kind: 'conflict' } }]);
    const fresh = await readSite(writer());
    expect(fresh.get('KeyResults')?.find(({ key }) => key === KEY_RESULT.Key0)?.values.Target).toBe(42);
    const again = await makePreview([{
      list: 'KeyResults', sheet: 'Resultados clave', row: 2, key: KEY_RESULT.Key0, values: { Code: KEY_RESULT.Code, Key0: KEY_RESULT.Key0, Target: 41 }, issues: []
    }], fresh);
    expect(resume(mine, again.entries)).toMatchObject({ done: [], left: [], changed: [{ kind: 'refuse', issues: [{ kind: 'changedMeanwhile' }] }] });
  });
});

describe('into an empty site', () => {
  const empty = contractSite(false);

  test('an export brings everything along, however often it is run', async () => {
    const source = await readSite(site.services('planeacion').planRows);
    const parsed = await throughAFile(source);
    // The lists are there, without the plan's rows.
    const { siteSetUp } = await import('../../src/sharepoint/set-up');
    const noRows = { plan: { code: '' }, processes: [], quarters: [], strategicObjectives: [], tacticalObjectives: [], keyResults: [] };
    const setUp = siteSetUp(empty.connection('planeacion'), noRows as never, []);
    await setUp.run(() => undefined).catch(() => undefined);
    const target = empty.services('planeacion').planRows;
    const before = await readSite(target);
    const mended = new Map([...before].map(([list, rows]) => [list, rows.filter(({ key }) => key[0] !== '#')] as const));
    const preview = await makePreview(parsed.rows, mended);
    expect(preview.entries.filter(({ kind }) => kind === 'refuse').map(({ id, issues }) => [id, issues])).toEqual([]);
    const { take, left } = takeable(preview, everything(preview));
    expect(left).toEqual([]);
    const progress: number[] = [];
    const result = await runImport(target, mended, take, ({ done }) => progress.push(done));
    expect(result.done.filter(({ kind }) => kind !== 'created').map(({ entry, kind, error }) => [entry.id, kind, error?.message])).toEqual([]);
    expect(result.stopped).toBeNull();
    expect(progress).toEqual([...progress].sort((a, b) => a - b));

    const after = new Map([...await readSite(target)].map(([list, rows]) => [list, rows.filter(({ key }) => key[0] !== '#')] as const));
    const sheets = (rows: SiteRows) => exportSheets(rows, []).map(({ name, columns, rows: cells }) => ({
      name, cells: cells.map(row => row.filter((_, index) => columns[index].header !== 'Escrito por')).map(row => JSON.stringify(row)).sort()
    }));
    expect(sheets(after)).toEqual(sheets(source));
    const rerun = await makePreview(parsed.rows, after);
    expect(rerun.counts).toMatchObject({ create: 0, change: 0, refuse: 0 });
  }, 120000);
});

describe('a large file', () => {
  const large = contractSite(true);

  test('a thousand key results go in ten batches of a hundred, and a second run of the same file writes nothing', async () => {
    const target = large.services('planeacion').planRows;
    const before = await readSite(target);
    const rows = Array.from({ length: 1000 }, (_, index) => {
      const code = `OE1-OT1-R${index + 100}`;
      const values = { ...KEY_RESULT, Code: code, Key0: `2021-2023/${code}`, Title: `Resultado ${index}` };
      return { list: 'KeyResults' as const, sheet: 'Resultados clave', row: index + 2, key: values.Key0, values, issues: [] };
    });
    const preview = await makePreview(rows, before);
    expect(preview.counts).toMatchObject({ create: 1000, refuse: 0 });
    large.takeRequests();
    const progress: number[] = [];
    const { done } = await runImport(target, before, takeable(preview, everything(preview)).take, step => progress.push(step.done));
    expect(done.filter(({ kind }) => kind !== 'created')).toEqual([]);
    expect(large.takeRequests()).toEqual(Array.from({ length: 10 }, () => 'POST /_api/$batch'));
    expect(progress.length).toBeGreaterThanOrEqual(10);
    const again = await makePreview(rows, await readSite(target));
    expect(again.counts).toMatchObject({ create: 0, change: 0, refuse: 0, same: 1000 });
  }, 120000);
});
