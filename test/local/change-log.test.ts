import { raw, withSite } from './support';

/** What the change log tells of views, content types and people, and what else is kept of a content type. */
describe('the change log beyond items', () => {
  const site = withSite();
  const post = (path: string, json: unknown = {}, person = 'planeacion', headers: Record<string, string> = {}) =>
    raw(site(), path, { method: 'POST', json, person, headers });
  const merge = (path: string, json: unknown) => post(path, json, 'planeacion', { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '*' });
  const remove = (path: string) => post(path, {}, 'planeacion', { 'X-HTTP-Method': 'DELETE', 'IF-MATCH': '*' });
  const changes = async (at: string, object: string, person = 'planeacion') => (await post(`/_api/${at}/getChanges`,
    { query: { [object]: true, Add: true, Update: true, DeleteObject: true } }, person)).json.value as Record<string, unknown>[];

  it('tells of views made, changed and removed', async () => {
    await post('/_api/web/lists', { Title: 'Vistas', BaseTemplate: 100 });
    const views = "/_api/web/lists/getByTitle('Vistas')/views";
    const { Id: id } = (await post(views, { Title: 'Una' })).json;
    await merge(`${views}('${String(id)}')`, { RowLimit: 5 });
    await post(`${views}('${String(id)}')/viewFields/addViewField('Modified')`);
    await remove(`${views}('${String(id)}')`);
    const told = await changes("web/lists/getByTitle('Vistas')", 'View');
    expect(told.map(({ ChangeType, ViewId }) => [ChangeType, ViewId])).toEqual([[1, id], [2, id], [2, id], [3, id]]);
  });

  it('tells a site of all its webs, each person of those they may open', async () => {
    await post('/_api/web/webs/add', { parameters: { Title: 'Abajo', Url: 'abajo', Language: 3082, WebTemplate: 'STS',
      UseSamePermissionsAsParentSite: false } });
    await post('/abajo/_api/web/lists', { Title: 'Lejos', BaseTemplate: 100 });
    const { Id: list } = (await raw(site(), "/abajo/_api/web/lists/getByTitle('Lejos')")).json;
    const { Id: web } = (await raw(site(), '/abajo/_api/web')).json;
    expect((await changes('site', 'List')).find((one) => one.ListId === list)).toMatchObject({ ChangeType: 1, WebId: web });
    expect((await changes('web', 'List')).some((one) => one.ListId === list)).toBe(false);
    expect((await changes('site', 'List', 'coop')).some((one) => one.ListId === list)).toBe(false);
    expect((await post('/_api/site/getChanges', { query: {} }, 'sin-acceso')).status).toBe(403);
  });

  it('tells of people who come, change and go', async () => {
    const { Id: id } = (await post('/_api/web/ensureUser', { logonName: 'inv@aci.example' })).json;
    await merge(`/_api/web/siteUsers/getById(${String(id)})`, { Title: 'Otra' });
    await remove(`/_api/web/siteUsers/getById(${String(id)})`);
    const { Id: again } = (await post('/_api/web/ensureUser', { logonName: 'inv@aci.example' })).json;
    await post('/_api/web/ensureUser', { logonName: 'inv@aci.example' });
    const told = (await changes('site', 'User')).filter((one) => [id, again].includes(one.UserId));
    expect(told.map(({ ChangeType, UserId }) => [ChangeType, UserId])).toEqual([[2, id], [3, id], [1, again]]);
  });

  describe('content types', () => {
    const types = '/_api/web/contentTypes';
    const id = '0x0100AAAABBBBCCCCDDDDEEEEFFFF00001111';
    const one = `${types}('${id}')`;

    beforeAll(async () => {
      expect((await post(types, { Id: { StringValue: id }, Name: 'Acta' })).status).toBe(201);
    });

    it('gives what was changed to those of lists only when Update is told to', async () => {
      await post('/_api/web/lists', { Title: 'Con tipos', BaseTemplate: 100 });
      const ofList = "/_api/web/lists/getByTitle('Con tipos')/contentTypes";
      await post(`${ofList}/addAvailableContentType`, { contentTypeId: id });
      const description = async () => ((await raw(site(), `${ofList}?$filter=Name eq 'Acta'`)).json.value as Record<string, unknown>[])
        .map((type) => type.Description);
      await merge(one, { Description: 'Nueva' });
      expect(await description()).toEqual(['']);
      expect((await post(`${one}/Update`, { updateChildren: false })).status).toBe(200);
      expect(await description()).toEqual(['']);
      expect((await post(`${one}/Update`, { updateChildren: true }, 'coop')).status).toBe(403);
      await post(`${one}/Update`, { updateChildren: true });
      expect(await description()).toEqual(['Nueva']);
    });

    it('keeps its name in other languages', async () => {
      const name = async (cultureName: string) => (await post(`${one}/nameResource/getValueForUICulture`, { cultureName })).json.value;
      expect(await name('fi-FI')).toBe('Acta');
      expect((await post(`${one}/nameResource/setValueForUICulture`, { cultureName: 'fi-FI', value: 'Pöytäkirja' })).status).toBe(200);
      expect([await name('fi-fi'), await name('es-ES')]).toEqual(['Pöytäkirja', 'Acta']);
      expect((await post(`${one}/nameResource/setValueForUICulture`, { cultureName: 'fi-FI', value: 'x' }, 'coop')).status).toBe(403);
      expect((await post(`${one}/nameResource/getValueForUICulture`, {})).status).toBe(400);
    });

    it('is told of from its making to its end', async () => {
      await remove(one);
      const told = (await changes('web', 'ContentType')).filter((change) =>
        (change.ContentTypeId as { StringValue: string }).StringValue === id).map((change) => change.ChangeType);
      expect([told[0], told[told.length - 1]]).toEqual([1, 3]);
      expect(told.slice(1, -1).every((kind) => kind === 2)).toBe(true);
    });
  });

  it('tells of the kinds of web there are, one by its name', async () => {
    const templates = '/_api/site/GetWebTemplates(LCID=1033,overrideCompatLevel=0)';
    const names = ((await raw(site(), templates)).json.value as Record<string, unknown>[]).map((one) => one.Name);
    expect(names).toContain('STS#3');
    expect((await raw(site(), `${templates}/getByName('sts%233')`)).json).toMatchObject({ Name: 'STS#3', Lcid: 1033 });
    expect((await raw(site(), `${templates}/getByName('NADA%230')`)).status).toBe(400);
  });

  it('lists libraries of documents and of pictures, of pages only where they are wanted', async () => {
    await post('/_api/web/lists', { Title: 'Fotos', BaseTemplate: 109 });
    const titles = async (includePageLibraries: boolean) => ((await post('/_api/SP.Web.GetDocumentAndMediaLibraries',
      { webFullUrl: site().origin, includePageLibraries })).json.value as Record<string, unknown>[]).map((one) => one.ServerRelativeUrl);
    expect(await titles(false)).toEqual(expect.arrayContaining(['/Shared Documents', '/Fotos']));
    expect(await titles(false)).not.toContain('/SitePages');
    expect(await titles(true)).toContain('/SitePages');
  });

  it('names the people in a group, and the address of a site by its id', async () => {
    const { Id: group, Title: title } = (await post('/_api/web/siteGroups', { Title: 'Mesa' })).json;
    for (const login of ['com@aci.example', 'coop@aci.example']) {
      const { LoginName } = (await post('/_api/web/ensureUser', { logonName: login })).json;
      await post(`/_api/web/siteGroups(${String(group)})/users`, { LoginName });
    }
    const expand = async (body: unknown, person?: string) => ((await post('/_api/SP.Utilities.Utility.ExpandGroupsToPrincipals', body, person))
      .json.value as Record<string, unknown>[]).map((one) => one.Email);
    expect(await expand({ inputs: [title, 'com@aci.example'] })).toEqual(['com@aci.example', 'coop@aci.example']);
    expect(await expand({ inputs: [title], maxCount: 1 })).toHaveLength(1);
    expect(await expand({ inputs: ['Nadie'] })).toEqual([]);
    await merge(`/_api/web/siteGroups(${String(group)})`, { OnlyAllowMembersViewMembership: true });
    expect(await expand({ inputs: [title] }, 'adm')).toEqual([]);
    expect(await expand({ inputs: [title] }, 'com')).toHaveLength(2);
    expect((await post('/_api/SP.Utilities.Utility.GetCurrentUserEmailAddresses', {}, 'com')).json.value).toBe('com@aci.example');
    const { Id: id } = (await raw(site(), '/_api/site')).json;
    expect((await post('/_api/SP.Site.GetUrlById', { siteId: id })).json.value).toBe(site().origin);
    expect((await post('/_api/SP.Site.GetUrlById', { siteId: '00000000-0000-4000-8000-000000000000' })).json).toEqual({ 'odata.null': true });
  });
});
