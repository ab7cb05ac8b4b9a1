import type { SetUpProgress } from '../../../src/application/ports';
import { type ColumnShape, makeSetUp, stepsOf } from '../../../src/application/set-up';
import type { FakeSite } from './fake-site';
import { definition, newSite } from './small-site';

const run = (site: FakeSite): Promise<SetUpProgress[]> => {
  const progress: SetUpProgress[] = [];
  return makeSetUp(site, definition).run(one => progress.push(one)).then(() => progress);
};

function retitle(columns: Map<string, ColumnShape>, name: string, title: string): void {
  const column = columns.get(name);
  if (column) columns.set(name, { ...column, title });
}

/** The site as it stands, without ids, which may differ from run to run. */
function shape(site: FakeSite): unknown {
  return {
    groups: [...site.groups].sort(), siteGrants: [...site.siteGrants].sort(), version: site.version,
    lists: [...site.lists].map(([name, list]) => [
      name, list.title, list.settled, list.titleColumn, [...list.columns].sort(), [...list.views].sort(), list.isolated,
      [...list.grants].filter(([, roles]) => roles.length > 0).sort(), [...list.rows.keys()].sort()
    ])
  };
}

test('makes groups, lists, columns, views, permissions and rows', async () => {
  const site = newSite();
  await run(site);
  expect(site.groups).toEqual(['planning', 'processes', 'management']);
  expect([...site.siteGrants.values()]).toEqual([['read'], ['read'], ['read']]);
  expect([...site.lists.keys()]).toEqual(['Plans', 'KeyResults', 'CheckIns']);
  const keyResults = site.lists.get('KeyResults');
  expect([...keyResults?.columns ?? []].map(([name, { title }]) => [name, title])).toEqual(
    [['Code', 'Código'], ['Plan', 'Plan'], ['Target', 'Meta']]
  );
  expect([...keyResults?.parts ?? []]).toEqual(
    [['column:Target', 'current'], ['formula:Target', 'current'], ['view:ByPlan', 'current'], ['form', 'current']]
  );
  expect([...keyResults?.views.values() ?? []].map(({ title }) => title)).toEqual(['Todos', 'Por plan']);
  expect([...keyResults?.rows.keys() ?? []]).toEqual(['a', 'b', 'c']);
  // Nobody but owners and groups: whoever ran it keeps no grant of their own.
  expect([...site.lists.get('CheckIns')?.grants ?? []].filter(([, roles]) => roles.length > 0)).toEqual([
    ['owners', ['fullControl']], ['planning', ['design']], ['processes', ['contribute']], ['management', ['read']]
  ]);
  expect(site.version).toBe(2);
});

test('a second run changes nothing', async () => {
  const site = newSite();
  await run(site);
  const before = site.writes.length;
  await run(site);
  expect(site.writes.slice(before)).toEqual([]);
});

test('reports every step once, in order, up to the last', async () => {
  const steps = stepsOf(definition);
  for (const site of [newSite()]) {
    for (const progress of [await run(site), await run(site)]) {
      expect(progress.map(({ step }) => step)).toEqual(steps);
      expect(progress.map(({ done, total }) => [done, total])).toEqual(steps.map((_step, index) => [index + 1, steps.length]));
    }
  }
  expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
});

test('refuses without Full Control before anything is written', async () => {
  const site = newSite();
  site.allowed = false;
  await expect(run(site)).rejects.toMatchObject({ kind: 'noAccess' });
  expect(site.writes).toEqual([]);
});

describe('after a failure at any write, with or without its effect, the next run finishes', () => {
  const whole = newSite();
  let writes = 0;
  beforeAll(async () => {
    await run(whole);
    writes = whole.writes.length;
  });

  test.each([false, true])('answer lost: %s', async loseAnswer => {
    expect(writes).toBeGreaterThan(40);
    for (let failAt = 1; failAt <= writes; failAt++) {
      const site = newSite();
      site.failAt = failAt;
      site.loseAnswer = loseAnswer;
      await expect(run(site)).rejects.toMatchObject({ kind: loseAnswer ? 'offline' : 'unavailable' });
      await run(site);
      expect([failAt, shape(site)]).toEqual([failAt, shape(whole)]);
      // Nothing was made twice: a write repeats only when its first attempt came to nothing.
      const repeated = site.writes.filter(
        (write, index) => site.writes.indexOf(write) !== index && !/^(settle|view|title|isolate)/.test(write)
      );
      expect([failAt, repeated]).toEqual([failAt, []]);
    }
  });
});

describe('what planners edited stays', () => {
  test('titles of lists, columns and views, and rows', async () => {
    const site = newSite();
    await run(site);
    const list = site.lists.get('KeyResults');
    if (!list) throw new Error('no list');
    list.title = 'Resultados';
    retitle(list.columns, 'Target', 'Meta del plan');
    list.views.set('ByPlan', { title: 'Según el plan', hasColumns: true });
    list.rows.delete('b');
    const [edited, before] = [shape(site), site.writes.length];
    await run(site);
    expect(shape(site)).toEqual(edited);
    expect(site.writes).toHaveLength(before);
  });

  test('formatting of their own, and formatting they took off', async () => {
    const site = newSite();
    await run(site);
    const list = site.lists.get('KeyResults');
    list?.parts.set('column:Target', 'changed').set('form', 'empty');
    const before = site.writes.length;
    await run(site);
    expect(site.writes).toHaveLength(before);
  });

  test('formatting of their own, through an upgrade that brings what was not there and replaces what a former version brought', async () => {
    const site = newSite();
    await run(site);
    site.version = 1;
    const list = site.lists.get('KeyResults');
    list?.parts.set('column:Target', 'changed').set('form', 'empty').set('view:ByPlan', 'former');
    const before = site.writes.length;
    await run(site);
    expect(site.writes.slice(before)).toEqual(['part KeyResults.view:ByPlan', 'part KeyResults.form', 'version 2']);
  });

  test('more than reading, given to a group on the site', async () => {
    const site = newSite();
    site.groups.push('planning');
    site.siteGrants.set('planning', ['contribute']);
    await run(site);
    expect(site.siteGrants.get('planning')).toEqual(['contribute']);
  });
});

describe('what must hold is mended', () => {
  test('a deleted list comes back with its rows', async () => {
    const site = newSite();
    await run(site);
    site.lists.delete('KeyResults');
    await run(site);
    expect([...site.lists.get('KeyResults')?.rows.keys() ?? []]).toEqual(['a', 'b', 'c']);
  });

  test('a deleted column, a deleted view, inheritance switched on again, and a role too many', async () => {
    const site = newSite();
    await run(site);
    const whole = shape(site);
    const list = site.lists.get('KeyResults');
    list?.columns.delete('Target');
    list?.views.delete('ByPlan');
    const checkIns = site.lists.get('CheckIns');
    if (checkIns) checkIns.isolated = false;
    site.lists.get('Plans')?.grants.set('processes', ['read', 'contribute']);
    await run(site);
    expect(shape(site)).toEqual(whole);
  });
});

test('somebody else’s list under our address is not taken over', async () => {
  const site = newSite();
  await site.createList('KeyResults');
  site.lists.get('KeyResults')?.rows.set('theirs', 99);
  await expect(run(site)).rejects.toMatchObject({ kind: 'refused', details: { list: 'KeyResults' } });
  expect(site.writes.filter(write => /KeyResults/.test(write))).toEqual(['list KeyResults']);
});

test('an empty list under our address is', async () => {
  const site = newSite();
  await site.createList('KeyResults');
  await run(site);
  expect(site.version).toBe(2);
});

describe('inspect', () => {
  const inspect = (site: FakeSite): ReturnType<ReturnType<typeof makeSetUp>['inspect']> => makeSetUp(site, definition).inspect();

  test('tells nothing, part and all apart, and what is missing', async () => {
    const site = newSite();
    expect(await inspect(site)).toEqual(
      { state: 'missing', missing: ['Plans', 'KeyResults', 'CheckIns'], allowed: true, owners: ['Planeación'] }
    );
    await site.createList('Plans');
    expect(await inspect(site)).toMatchObject({ state: 'partial', missing: ['KeyResults', 'CheckIns'] });
    await run(site);
    expect(await inspect(site)).toMatchObject({ state: 'ready', missing: [] });
    site.version = 0;
    expect(await inspect(site)).toMatchObject({ state: 'partial', missing: [] });
  });

  test('writes nothing', async () => {
    const site = newSite();
    await inspect(site);
    expect(site.writes).toEqual([]);
  });
});
