/** The embedded site's sample data, as `npm start` and `npm run site` load it. */
import { seedLocalSite } from '../../config/tasks/seed-local';
import { sample, SAMPLE_MARK } from '../../config/tasks/seed-local/sample-site';
import { makeBoard } from '../../src/application';
import type { Light } from '../../src/domain';
import { listNames } from '../../src/sharepoint/schema';
import { contractSite, ContractSite, SAMPLE_DAY } from './site';

const site = contractSite(true);
const seed = (one: ContractSite): Promise<void> => seedLocalSite({ origin: one.server.origin, now: () => SAMPLE_DAY });

async function counts(one: ContractSite): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const list of listNames) found[list] = (await one.tools().list(list).select('ItemCount')<{ ItemCount: number }>()).ItemCount;
  return found;
}

const EXPECTED = {
  Plans: 1, Processes: 7, StrategicObjectives: 5, TacticalObjectives: 20, Indicators: 9, IndicatorYears: 36, KeyResults: 79, Quarters: 12,
  CheckIns: sample.checkIns.length, Reviews: sample.checkIns.filter(({ review }) => review !== null).length, Cutoffs: 10 * 79,
  TargetChanges: sample.targetChanges.length, ProgrammedTargets: sample.programmedTargets.length, Decisions: sample.decisions.length
};

test('holds every row once', async () => {
  expect(await counts(site)).toEqual(EXPECTED);
});

test('a second run changes nothing', async () => {
  site.takeWrites();
  await seed(site);
  // Looking a person up is a POST in SharePoint too.
  expect(site.takeWrites().filter(write => !/ensureuser$/.test(write))).toEqual([]);
});

test('check-ins are by the person of their process, and marked as sample data', async () => {
  const rows = await site.tools().list('CheckIns').items.select(
    'Title', 'Process/Title', 'Author/Title'
  ).expand('Process', 'Author').top(5000)<
    { Title: string; Process: { Title: string }; Author: { Title: string } }[]>();
  expect(rows).toHaveLength(sample.checkIns.length);
  for (const { Title, Process, Author } of rows) {
    expect(Title.startsWith(SAMPLE_MARK)).toBe(true);
    expect(Author.Title).toBe(`Profesional ${Process.Title}`);
  }
});

test('shows every light, and no problem', async () => {
  const workspace = await site.services('planeacion').plan.readWorkspace(SAMPLE_DAY);
  expect(workspace.problems).toEqual([]);
  const lights = new Set([...makeBoard(workspace, SAMPLE_DAY).statuses.values()].map(({ light }) => light));
  const all: Light[] = ['verde', 'amarillo', 'rojo', 'cumplido', 'desactualizado', 'sinDato', 'sinMeta'];
  expect([...lights].sort()).toEqual([...all].sort());
});

test('evidence leads to documents that are there', async () => {
  const wanted = new Set(sample.checkIns.flatMap(({ evidence }) => evidence.map(({ url }) => url)));
  expect(wanted.size).toBeGreaterThan(3);
  for (const url of wanted) {
    expect([url, site.server.readFile(site.server.people[2], decodeURIComponent(url))?.content.subarray(0, 5).toString()]).toEqual(
      [url, '%PDF-']
    );
  }
});

test('everybody is in the group of what they do', async () => {
  const members = async (group: string): Promise<string[]> => (await site.tools().web.siteGroups.getByName(group).users
    .select('Title')<{ Title: string }[]>()).map(({ Title }) => Title).sort();
  expect(await members('OKR Planeación')).toEqual(['Planeación']);
  expect(await members('OKR Dirección')).toEqual(['Dirección']);
  expect(await members('OKR Procesos')).toEqual(['ADM', 'CI', 'COM', 'COOP', 'GCI', 'INV', 'RLeI'].map(code => `Profesional ${code}`));
});

test('interrupted, it is finished by running it again', async () => {
  const other = new ContractSite();
  await other.start(false);
  try {
    // Beyond the lists, which the set-up's own tests are about.
    await other.services('planeacion').setUp.run(() => undefined);
    other.server.faults.add({ url: '_api', method: 'POST', kind: 'status', status: 500, skip: 60, probability: 0.01, seed: 3, count: 8 });
    let failures = 0;
    for (let attempt = 0; attempt < 20; attempt++) {
      if (await seed(other).then(() => true, () => false)) break;
      failures += 1;
    }
    expect(failures).toBeGreaterThan(1);
    expect(await counts(other)).toEqual(EXPECTED);
  } finally {
    await other.stop();
  }
}, 120000);
