/** Setting up a bare site over HTTP: what comes out, that it can be run again, and that it survives failures. */
import type { SetUpProgress } from '../../src/application';
import { connectAs } from '../../src/sharepoint/connect-as';
import { listSchemas } from '../../src/sharepoint/schema';
import { servicesOn } from '../../src/sharepoint/services';
import { SiteTools } from '../../src/sharepoint/set-up/site-tools';
import { isIndexed, isLookup } from '../../src/sharepoint/schema/columns';
import type { ListSchema } from '../../src/sharepoint/schema/list-schema';
import { startLocalSharePoint } from '../../sharepoint/local/server';
import { contractSite, ContractSite, noStore, SAMPLE_DAY } from './site';

interface FieldRow {
  InternalName: string;
  Title: string;
  Description: string;
  TypeAsString: string;
  Indexed: boolean;
  EnforceUniqueValues: boolean;
  Required: boolean;
  DefaultValue: string | null;
  RelationshipDeleteBehavior?: number;
  Choices?: string[];
  LookupField?: string;
  MinimumValue?: number;
}

const TYPES: Record<string, string> = {
  Text: 'Text', Note: 'Note', Number: 'Number', Date: 'DateTime', Moment: 'DateTime', Boolean: 'Boolean', Choice: 'Choice',
  MultiChoice: 'MultiChoice', Lookup: 'Lookup',
  MultiLookup: 'LookupMulti', Person: 'User', People: 'UserMulti', Link: 'URL'
};
const ROLES = new Map([[2, 'read'], [3, 'contribute'], [4, 'design'], [5, 'fullControl']]);

/** Everybody's roles on a list or the site, by name; Limited Access left out. */
async function grantsOn(site: ContractSite, list?: ListSchema): Promise<Record<string, string[]>> {
  const { web } = site.tools();
  const assignments = await (list ? site.tools().list(list.name) : web).roleAssignments
    .select('PrincipalId', 'Member/Title', 'RoleDefinitionBindings/RoleTypeKind').expand('Member', 'RoleDefinitionBindings')<
      { Member: { Title: string }; RoleDefinitionBindings: { RoleTypeKind: number }[] }[]>();
  const named = assignments.map(({ Member, RoleDefinitionBindings }): [string, string[]] => [
    Member.Title,
    RoleDefinitionBindings.map(({ RoleTypeKind }) => ROLES.get(RoleTypeKind)).filter((role): role is string => role !== undefined)
  ]);
  return Object.fromEntries(named.filter(([, roles]) => roles.length > 0));
}

/** A list as it stands, without ids and dates. */
async function shapeOf(site: ContractSite, list: ListSchema): Promise<unknown> {
  const one = site.tools().list(list.name);
  const fields = await one.fields.select('InternalName', 'Title', 'Indexed', 'EnforceUniqueValues', 'Required')<FieldRow[]>();
  const views = await site.tools().list(list.name).views.select(
    'Title', 'ServerRelativeUrl', 'ViewQuery', 'ViewFields'
  ).expand('ViewFields')<object[]>();
  const settings = await site.tools().list(list.name).select(
    'Title', 'Description', 'EnableVersioning', 'EnableAttachments', 'ReadSecurity', 'WriteSecurity', 'HasUniqueRoleAssignments',
    'ItemCount'
  )();
  return {
    settings, fields: fields.sort((a, b) => a.InternalName.localeCompare(b.InternalName)), views, grants: await grantsOn(site, list)
  };
}

async function shape(site: ContractSite): Promise<unknown[]> {
  const shapes: unknown[] = [await grantsOn(site)];
  for (const list of listSchemas) shapes.push(await shapeOf(site, list));
  return shapes;
}

describe('a bare site', () => {
  const site = contractSite(false);

  test('says that it has not been set up, and who may do it', async () => {
    await expect(site.services('coop').plan.readWorkspace(SAMPLE_DAY)).rejects.toMatchObject({ kind: 'listsMissing' });
    expect(await site.services('coop').setUp.inspect()).toMatchObject({ state: 'missing', allowed: false, owners: ['Planeación'] });
    expect(await site.services('planeacion').setUp.inspect()).toMatchObject(
      { state: 'missing', allowed: true, missing: listSchemas.map(({ name }) => name) }
    );
  });

  test('is not set up by those who may not, and nothing is written', async () => {
    site.takeRequests();
    for (const person of ['coop', 'direccion']) {
      await expect(site.services(person).setUp.run(() => undefined)).rejects.toMatchObject({ kind: 'noAccess' });
    }
    expect(site.takeWrites()).toEqual([]);
  });

  test('is set up step by step', async () => {
    const progress: SetUpProgress[] = [];
    await site.services('planeacion').setUp.run(one => progress.push(one));
    expect(progress.map(({ done }) => done)).toEqual(progress.map((_one, index) => index + 1));
    expect(progress[progress.length - 1]).toMatchObject({ done: progress[0].total, step: { kind: 'version' } });
    expect(await site.services('planeacion').setUp.inspect()).toMatchObject({ state: 'ready', missing: [], allowed: true });
  }, 120000);

  test('is closed to those who are in no group yet', async () => {
    await expect(site.services('coop').plan.readWorkspace(SAMPLE_DAY)).rejects.toMatchObject({ kind: 'noAccess' });
  });

  test('is not changed by a second run', async () => {
    site.takeWrites();
    await site.services('planeacion').setUp.run(() => undefined);
    expect(site.takeWrites()).toEqual([]);
  }, 60000);

  describe.each(listSchemas.map(list => [list.name, list] as const))('has the list %s', (_name, list) => {
    test('under its address, with its title and settings', async () => {
      const settings = await site.tools().list(list.name)
        .select('Title', 'Description', 'EnableVersioning', 'ReadSecurity', 'WriteSecurity', 'HasUniqueRoleAssignments')();
      expect(settings).toMatchObject({
        Title: list.title, Description: list.description, EnableVersioning: true, ReadSecurity: 1, WriteSecurity: list.writeSecurity,
        HasUniqueRoleAssignments: true
      });
    });

    test('with its columns', async () => {
      const fields = await site.tools().list(list.name).fields<FieldRow[]>();
      const byName = new Map(fields.map(field => [field.InternalName, field]));
      for (const [name, column] of Object.entries(list.columns)) {
        const field = byName.get(name);
        expect([name, field]).toEqual([name, expect.objectContaining({
          Title: column.title, Description: column.description, TypeAsString: TYPES[column.type], Indexed: isIndexed(column),
          EnforceUniqueValues: column.unique === true, Required: column.required === true
        })]);
        if (isLookup(column)) expect(field).toMatchObject({ LookupField: column.show });
        if (column.type === 'Lookup') expect(field).toMatchObject({ RelationshipDeleteBehavior: column.restrictDelete ? 2 : 0 });
        if (column.type === 'Choice' || column.type === 'MultiChoice') expect(field?.Choices).toEqual([...column.choices]);
        if ('default' in column) expect(field?.DefaultValue).toBe(
          typeof column.default === 'boolean' ? (column.default ? '1' : '0') : String(column.default)
        );
        if (column.type === 'Number' && column.min !== undefined) expect(field?.MinimumValue).toBe(column.min);
      }
      expect(byName.get('Title')).toMatchObject(
        { Title: list.titleColumn.title, EnforceUniqueValues: list.titleColumn.unique === true, Required: list.titleColumn.required }
      );
      // No column twice, under another internal name.
      expect(
        fields.filter(({ InternalName }) => /\d$/.test(InternalName) && !(InternalName in list.columns)).map(
          ({ InternalName }) => InternalName
        )
      ).toEqual([]);
    });

    test('with its views', async () => {
      const views = await site.tools().list(list.name).views.select(
        'Title', 'ServerRelativeUrl', 'DefaultView', 'ViewFields'
      ).expand('ViewFields')<
        { Title: string; ServerRelativeUrl: string; DefaultView: boolean; ViewFields: { Items: string[] } }[]>();
      expect(
        views.map(({ Title, ServerRelativeUrl, DefaultView, ViewFields }) => [Title, ServerRelativeUrl, DefaultView, ViewFields.Items])
      ).toEqual(
        list.views.map((view, index) => [
          view.title, `/Lists/${list.name}/${view.name}.aspx`, index === 0,
          view.columns.map(column => (column === 'Title' ? 'LinkTitle' : column))
        ])
      );
    });

    test('for its people alone', async () => {
      expect(await grantsOn(site, list)).toEqual({
        'Propietarios de SIGACI': ['fullControl'], 'OKR Planeación': [list.access.planning], 'OKR Procesos': [list.access.processes],
        'OKR Dirección': [list.access.management]
      });
    });
  });

  test('lets all three groups read the site', async () => {
    expect(await grantsOn(site)).toMatchObject({ 'OKR Planeación': ['read'], 'OKR Procesos': ['read'], 'OKR Dirección': ['read'] });
  });

  test('holds the plan', async () => {
    const workspace = await site.services('planeacion').plan.readWorkspace(SAMPLE_DAY);
    expect([workspace.keyResults.length, workspace.problems, workspace.quarters.every(({ state }) => state === 'open')]).toEqual(
      [79, [], true]
    );
    expect(
      workspace.keyResults.filter(({ sameMeasureAs }) => sameMeasureAs !== null).map(({ code, sameMeasureAs }) => [code, sameMeasureAs])
    )
      .toEqual([['OE3-OT3-R1', 'OE3-OT1-R2']]);
    expect(workspace.keyResults.filter(({ indicator }) => indicator !== null)).toHaveLength(7);
  });

  test('keeps rows that others stand on', async () => {
    const workspace = await site.services('planeacion').plan.readWorkspace(SAMPLE_DAY);
    const objective = workspace.tacticalObjectives[0];
    await expect(site.tools().list('TacticalObjectives').items.getById(objective.id).delete()).rejects.toThrow();
    await expect(site.tools().list('Plans').items.getById(workspace.plan.id).delete()).rejects.toThrow();
    expect(await site.services('planeacion').plan.readWorkspace(SAMPLE_DAY)).toEqual(workspace);
  });

  test('refuses a key twice', async () => {
    await expect(site.tools().list('KeyResults').items.add({ Title: 'Otro', Key0: '2021-2023/OE1-OT1-R1' })).rejects.toThrow('-2130575169');
  });

  test('keeps what planners edited', async () => {
    const tools = site.tools();
    const { keyResults } = await site.services('planeacion').plan.readWorkspace(SAMPLE_DAY);
    await tools.list('KeyResults').items.getById(keyResults[0].id).update({ Title: 'Otra redacción' });
    await tools.list('KeyResults').items.getById(keyResults[78].id).delete();
    await tools.list('Quarters').update({ Title: 'Trimestres del plan' });
    await tools.list('Quarters').fields.getByInternalNameOrTitle('State').update({ Title: 'Situación' }, 'SP.Field');
    site.takeWrites();
    await site.services('planeacion').setUp.run(() => undefined);
    expect(site.takeWrites()).toEqual([]);
    const after = (await site.services('planeacion').plan.readWorkspace(SAMPLE_DAY)).keyResults;
    expect([after.length, after[0].title]).toEqual([78, 'Otra redacción']);
  }, 60000);
});

describe('a set-up that fails', () => {
  const whole = contractSite(false);
  let expected: unknown[] = [];
  beforeAll(async () => {
    await whole.services('planeacion').setUp.run(() => undefined);
    expected = await shape(whole);
  }, 120000);

  // Requests that fail beyond PnPjs's retries, here and there; and answers that are lost after the change was made, which PnPjs sends
  // again.
  test.each<[string, Parameters<ContractSite['server']['faults']['add']>[0]]>([
    ['now and then, for good', { url: '_api', method: 'POST', kind: 'status', status: 500, probability: 0.08, seed: 7, count: 12 }],
    ['by answers that are lost', { url: '_api', method: 'POST', kind: 'dropAfter', probability: 0.2, seed: 11, count: 25 }]
  ])('%s, is finished by running it again', async (_name, fault) => {
    const site = new ContractSite();
    await site.start(false);
    try {
      // Read permissions and digest come first, so that what fails is the work.
      await site.services('planeacion').setUp.inspect();
      site.server.faults.add(fault);
      let failures = 0;
      for (let attempt = 0; attempt < 40; attempt++) {
        const error: unknown = await site.services('planeacion').setUp.run(() => undefined).then(() => null, (reason: unknown) => reason);
        if (error === null) break;
        failures += 1;
        expect(error).toMatchObject({ name: 'AppError' });
      }
      const [rule] = site.server.faults.list();
      expect(rule.struck).toBeGreaterThan(5);
      if (fault.kind === 'status') expect(failures).toBeGreaterThan(3);
      site.server.faults.clear();
      expect(await site.services('planeacion').setUp.inspect()).toMatchObject({ state: 'ready' });
      expect(await shape(site)).toEqual(expected);
    } finally {
      await site.stop();
    }
  }, 240000);
});

test('a site at another address is set up there', async () => {
  const server = await startLocalSharePoint(
    { dataDir: ':memory:', clock: () => SAMPLE_DAY, site: { url: '/sites/planeacion', title: 'Planeación' } }
  );
  try {
    const services = servicesOn(connectAs(`${server.origin}/sites/planeacion`), { now: () => SAMPLE_DAY, store: noStore });
    await services.setUp.run(() => undefined);
    expect((await services.plan.readWorkspace(SAMPLE_DAY)).keyResults).toHaveLength(79);
    expect(services.links.list('KeyResults')).toBe(`${server.origin}/sites/planeacion/Lists/KeyResults/AllItems.aspx`);
  } finally {
    await server.close();
  }
}, 120000);

test('a site that inherits its permissions goes on with its own', async () => {
  const site = new ContractSite();
  await site.start(false);
  try {
    await site.tools().web.webs.add('Plan', 'plan', '', 'STS', 3082, true);
    const connection = connectAs(`${site.server.origin}/plan`);
    const services = servicesOn(connection, { now: () => SAMPLE_DAY, store: noStore });
    await services.setUp.run(() => undefined);
    const { web } = new SiteTools(connection);
    expect(await web.select('HasUniqueRoleAssignments')()).toMatchObject({ HasUniqueRoleAssignments: true });
    expect(await services.setUp.inspect()).toMatchObject({ state: 'ready' });
    // The site above is left as it was.
    expect(await grantsOn(site)).not.toHaveProperty('OKR Procesos');
  } finally {
    await site.stop();
  }
}, 120000);
