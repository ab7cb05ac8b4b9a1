import { raw, withSite } from './support';

/** Lists of tasks (templates 107 and 171) come with columns and views of their own. */
describe('lists of tasks', () => {
  const site = withSite();
  const post = (path: string, json: unknown) => raw(site(), path, { method: 'POST', json });
  const value = async (path: string) => (await raw(site(), path)).json.value as Record<string, unknown>[];
  const list = "/_api/web/lists/getByTitle('Tareas')";

  beforeAll(async () => {
    expect((await post('/_api/web/lists', { Title: 'Tareas', BaseTemplate: 107 })).status).toBe(201);
  });

  it('have the columns of tasks, in the language of the web', async () => {
    const fields = await value(`${list}/fields?$filter=FromBaseType eq false&$select=InternalName,Title,TypeAsString,Id`);
    expect(fields).toContainEqual({ InternalName: 'AssignedTo', Title: 'Asignada a', TypeAsString: 'User',
      Id: '53101f38-dd2e-458c-b245-0c236cc13d1a' });
    expect(fields.map((one) => one.InternalName)).toEqual(expect.arrayContaining(
      ['Predecessors', 'Priority', 'Status', 'PercentComplete', 'Body', 'StartDate', 'DueDate']));
    await post('/_api/web/lists', { Title: 'Con jerarquía', BaseTemplate: 171 });
    expect((await raw(site(), "/_api/web/lists/getByTitle('Con jerarquía')/fields/getByInternalNameOrTitle('AssignedTo')")).json)
      .toMatchObject({ TypeAsString: 'UserMulti' });
    await post('/_api/web/lists', { Title: 'Sin tareas', BaseTemplate: 100 });
    expect((await raw(site(), "/_api/web/lists/getByTitle('Sin tareas')/fields/getByInternalNameOrTitle('AssignedTo')")).status).not.toBe(200);
  });

  it('begin tasks as not started, and chain them', async () => {
    expect((await post(`${list}/items`, { Title: 'una' })).json).toMatchObject({ Status: 'No iniciada', Priority: '(2) Normal' });
    const { Id: me } = (await raw(site(), '/_api/web/currentUser')).json;
    await post(`${list}/items`, { Title: 'dos', PredecessorsId: [1], AssignedToId: me, Status: 'Completada' });
    expect(await value(`${list}/items?$select=Title,Predecessors/Title&$expand=Predecessors&$filter=AssignedToId eq ${String(me)}`))
      .toEqual([{ Title: 'dos', Predecessors: [{ Title: 'una' }] }]);
    expect((await value(`${list}/getRelatedFields`))).toHaveLength(1);
  });

  it('are asked for who asks without LookupId, the column named by its id too', async () => {
    const titles = async (reference: string, person: string) => ((await raw(site(), `${list}/getItems`, { method: 'POST', person, json: {
      query: { ViewXml: `<View><Query><Where><Eq><FieldRef ${reference}/><Value Type="Integer"><UserID/></Value></Eq></Where></Query></View>` }
    } })).json.value as Record<string, unknown>[]).map((one) => one.Title);
    expect(await titles('Name="AssignedTo"', 'planeacion')).toEqual(['dos']);
    expect(await titles('ID="{53101F38-DD2E-458C-B245-0C236CC13D1A}"', 'planeacion')).toEqual(['dos']);
    expect(await titles('Name="Author"', 'planeacion')).toEqual(['una', 'dos']);
    expect(await titles('Name="Author"', 'direccion')).toEqual([]);
  });

  it('show one’s own and those not done', async () => {
    const rows = async (title: string) => {
      const { Id } = (await raw(site(), `${list}/views/getByTitle('${title}')`)).json;
      return ((await post(`${list}/RenderListDataAsStream?View=${String(Id)}`, { parameters: { RenderOptions: 2 } })).json
        .Row as Record<string, unknown>[]).map((one) => one.Title ?? one.LinkTitle);
    };
    expect(await rows('Mis tareas')).toEqual(['dos']);
    expect(await rows('Tareas activas')).toEqual(['una']);
    const { Items: fields } = (await raw(site(), `${list}/defaultView/viewFields`)).json;
    expect(fields).toEqual(['LinkTitle', 'AssignedTo', 'Status', 'Priority', 'DueDate', 'PercentComplete']);
  });
});
