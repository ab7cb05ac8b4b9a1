import { clientOf, raw, refusal, rightsOn, withSite } from './support';

describe('no way around who may read and write', () => {
  const site = withSite();
  const { web, status, giveContribute } = rightsOn(site);

  describe('of a list that is not for everybody', () => {
    const path = "getlist('/Lists/Reservada')";
    let viewId = '';
    let fieldId = '';

    beforeAll(async () => {
      await web().lists.add('Reservada');
      const list = web().getList('/Lists/Reservada');
      await list.items.add({ Title: 'secreto' });
      await list.items.getById(1).attachmentFiles.add('a.txt', 'secreto');
      viewId = (await list.views())[0].Id;
      fieldId = (await list.fields.getByInternalNameOrTitle('Title')()).Id;
      await list.breakRoleInheritance(false);
    });

    it.each([
      '', '/Title', '/items', '/items(1)', '/items(1)/Title', '/items(1)/versions', '/items(1)/attachmentfiles', '/items(1)/parentlist',
      "/items(1)/attachmentfiles('a.txt')/$value", '/items(1)/fieldvaluesastext', '/items(1)/roleassignments', '/fields', '/views',
      '/defaultview', '/contenttypes', '/rootfolder', '/rootfolder/files', '/rootfolder/folders', '/getrelatedfields', '/eventreceivers',
      '/roleassignments', '/firstuniqueancestorsecurableobject', '/parentweb'
    ])('reads nothing at %s', async (rest) => {
      expect(await status(`${path}${rest}`, 'coop')).toBeGreaterThanOrEqual(403);
      expect((await raw(site(), `/_api/web/${path}${rest}`, { person: 'coop' })).text).not.toMatch(/secreto/);
      expect(await status(`${path}${rest}`, 'planeacion')).toBe(200);
    });

    it('reads nothing by a property, a column or a view of it either', async () => {
      for (const rest of [`/views('${viewId}')`, `/views('${viewId}')/Title`, `/views('${viewId}')/viewfields`,
        `/views('${viewId}')/renderashtml`, `/fields('${fieldId}')/Title`, `/fields/getbytitle('Title')`]) {
        expect([rest, await status(`${path}${rest}`, 'coop')]).toEqual([rest, 403]);
      }
      const folders = (await raw(site(), '/_api/web/getfolderbyserverrelativepath(decodedUrl=\'/Lists\')/folders',
        { person: 'coop' })).text;
      expect(folders).not.toMatch(/Reservada/);
    });

    it.each([
      ['renderlistdataasstream', { parameters: { ViewXml: '<View><ViewFields><FieldRef Name="Title"/></ViewFields></View>' } }],
      ['getitems', { query: { ViewXml: '<View/>' } }], ['getchanges', { query: { Add: true, Item: true } }],
      ['items', { Title: 'x' }], ['reservelistitemid', {}], ['views', { Title: 'v' }], ['fields', { Title: 'f', FieldTypeKind: 2 }],
      ['items(1)/validateupdatelistitem', { formValues: [{ FieldName: 'Title', FieldValue: 'x' }] }], ['items(1)/recycle', {}],
      ['addvalidateupdateitemusingpath', { formValues: [], listItemCreateInfo: {} }], ['breakroleinheritance(true)', {}],
      ["items(1)/attachmentfiles/add(FileName='b.txt')", {}], ['eventreceivers/add', {}]
    ])('does nothing with %s', async (rest, json) => {
      const answer = await raw(site(), `/_api/web/${path}/${rest}`, { person: 'coop', method: 'POST', json });
      expect(answer.status).toBeGreaterThanOrEqual(403);
      expect(answer.text).not.toMatch(/secreto/);
    });

    it('tells nothing of it among the changes of the web', async () => {
      const changed = async (person: string) => (await raw(site(), '/_api/web/getchanges', { person, method: 'POST',
        json: { query: { Add: true, Item: true, List: true } } })).text;
      const { Id } = await web().getList('/Lists/Reservada').select('Id')();
      expect(await changed('planeacion')).toMatch(Id);
      expect(await changed('coop')).not.toMatch(Id);
    });

    it('shows nothing of it through a lookup', async () => {
      await web().lists.add('Abierta');
      const open = web().getList('/Lists/Abierta');
      const { Id } = await web().getList('/Lists/Reservada').select('Id')();
      await open.fields.createFieldAsXml(`<Field Type="Lookup" DisplayName="Ref" List="{${Id}}" ShowField="Title" />`);
      await open.fields.createFieldAsXml(`<Field Type="LookupMulti" Mult="TRUE" DisplayName="Refs" List="{${Id}}" ShowField="Title" />`);
      await open.items.add({ Title: 'a', RefId: 1, RefsId: [1] });
      const base = "/_api/web/getlist('/Lists/Abierta')";
      const fields = '<ViewFields><FieldRef Name="Ref"/><FieldRef Name="Refs"/></ViewFields>';
      const stream = { method: 'POST', json: { parameters: { ViewXml: `<View>${fields}</View>` } } };
      for (const [rest, init] of [['/items?$select=Id,Ref/Title,Refs/Title&$expand=Ref,Refs', {}], ['/items(1)/fieldvaluesastext', {}],
        ['/items(1)/versions', {}], ['/renderlistdataasstream', stream]] as const) {
        expect((await raw(site(), base + rest, { ...init, person: 'planeacion' })).text).toMatch(/secreto/);
        const answer = await raw(site(), base + rest, { ...init, person: 'coop' });
        expect([rest, answer.status]).toEqual([rest, 200]);
        expect(answer.text).not.toMatch(/secreto/);
      }
      const found = await raw(site(), `${base}/items?$select=Id&$expand=Ref&$filter=startswith(Ref/Title,'sec')`, { person: 'coop' });
      expect(found.json.value ?? []).toEqual([]);
    });
  });

  describe('of rows that are somebody else\'s', () => {
    const list = (person: string) => web(person).getList('/Lists/Propias');
    const post = (rest: string, person: string, json: unknown = {}) =>
      raw(site(), `/_api/web/getlist('/Lists/Propias')/${rest}`, { person, method: 'POST', json });

    beforeAll(async () => {
      await web().lists.add('Propias', '', 100, false, { EnableVersioning: true, ReadSecurity: 2, WriteSecurity: 2 });
      await list('planeacion').breakRoleInheritance(false);
      await giveContribute(list('planeacion'), 'coop');
      await giveContribute(list('planeacion'), 'inv');
      await list('coop').items.add({ Title: 'de coop' });
      await list('coop').items.getById(1).attachmentFiles.add('a.txt', 'de coop');
      await list('coop').items.getById(1).update({ Title: 'de coop 2' });
    });

    it('reads none of them by any road', async () => {
      for (const rest of ['items', 'items(1)', 'items(1)/Title', 'items(1)/versions', 'items(1)/versions(512)', 'items(1)/attachmentfiles',
        "items(1)/attachmentfiles('a.txt')/$value", 'items(1)/fieldvaluesforedit', 'items(1)/effectivebasepermissions',
        "items?$filter=startswith(Title,'de')"]) {
        expect((await raw(site(), `/_api/web/getlist('/Lists/Propias')/${rest}`, { person: 'inv' })).text).not.toMatch(/de coop|"a\.txt"/);
      }
      expect((await post('renderlistdataasstream', 'inv', { parameters: { ViewXml: '<View/>' } })).text).not.toMatch(/de coop/);
      expect((await post('getitems', 'inv', { query: { ViewXml: '<View/>' } })).json.value).toEqual([]);
      expect(await list('coop').items()).toHaveLength(1);
      expect(await list('planeacion').items()).toHaveLength(1);
      const [batched, execute] = clientOf(site(), 'inv').batched();
      const rows = batched.web.getList('/Lists/Propias').items();
      const one = refusal(batched.web.getList('/Lists/Propias').items.getById(1)());
      await execute();
      expect(await rows).toEqual([]);
      expect((await one).status).toBe(404);
    });

    it.each([2, 4])('writes none of them by any road, WriteSecurity %i', async (WriteSecurity) => {
      await list('planeacion').update({ ReadSecurity: 1, WriteSecurity });
      for (const [rest, json] of [['items(1)/recycle', {}], ['items(1)/attachmentfiles/deleteall', {}],
        ["items(1)/attachmentfiles/add(FileName='b.txt')", {}], ['items(1)/deletewithparameters', {}]] as const) {
        expect([rest, (await post(rest, 'inv', json)).status]).toEqual([rest, 403]);
      }
      const forms = await post('items(1)/validateupdatelistitem', 'inv', { formValues: [{ FieldName: 'Title', FieldValue: 'x' }] });
      expect(forms.status === 403 || /"HasException":true/.test(forms.text)).toBe(true);
      expect(await status("getlist('/Lists/Propias')/items(1)/versions(512)", 'inv', { method: 'DELETE' })).toBe(403);
      const [batched, execute] = clientOf(site(), 'inv').batched();
      const change = refusal(batched.web.getList('/Lists/Propias').items.getById(1).update({ Title: 'x' }));
      await execute();
      expect((await change).status).toBe(403);
      expect(await list('coop').items.getById(1)()).toMatchObject({ Title: 'de coop 2' });
    });

    it('takes no GET for a deletion', async () => {
      expect(await status("getlist('/Lists/Propias')/items(1)/attachmentfiles/deleteall", 'planeacion')).toBe(405);
      expect(await list('planeacion').items.getById(1).attachmentFiles()).toHaveLength(1);
    });
  });

  describe('of folders and files with rights of their own', () => {
    const folder = () => web().getFolderByServerRelativePath('/SIGACI/Cerrada');
    const files = async (person: string, path = '/SIGACI/Cerrada') =>
      (await raw(site(), `/_api/web/getfolderbyserverrelativepath(decodedUrl='${path}')/files`, { person })).text;
    const reads = (person: string, path: string) => status(`getfilebyserverrelativepath(decodedUrl='${path}')/$value`, person);

    beforeAll(async () => {
      await web().lists.add('SIGACI', '', 101, false, { EnableVersioning: true });
      await web().folders.addUsingPath('/SIGACI/Cerrada');
      await web().folders.addUsingPath('/SIGACI/Cerrada/Dentro');
      await folder().files.addUsingPath('antes.txt', 'secreto');
      await (await folder().getItem()).breakRoleInheritance(false);
    });

    it('closes what is in a folder with it, what comes later too', async () => {
      await web().getFolderByServerRelativePath('/SIGACI/Cerrada/Dentro').files.addUsingPath('despues.txt', 'secreto');
      expect(await reads('coop', '/SIGACI/Cerrada/antes.txt')).toBe(403);
      expect(await reads('coop', '/SIGACI/Cerrada/Dentro/despues.txt')).toBe(403);
      expect(await files('coop')).not.toMatch(/antes/);
      expect((await web('coop').getList('/SIGACI').items()).length).toBe(0);
      expect((await web('coop').getFolderByServerRelativePath('/SIGACI').folders()).map((one) => one.Name)).toEqual(['Forms']);
      expect(await web('coop').getFolderByServerRelativePath('/SIGACI').expand('Folders')()).toMatchObject(
        { Folders: [{ Name: 'Forms' }] });
      const inside = await web().getFileByServerRelativePath('/SIGACI/Cerrada/antes.txt').getItem();
      expect(await inside.select('HasUniqueRoleAssignments')()).toMatchObject({ HasUniqueRoleAssignments: false });
    });

    it('gives rights inside a folder alone', async () => {
      await giveContribute(await folder().getItem(), 'inv');
      await web('inv').getFolderByServerRelativePath('/SIGACI/Cerrada').files.addUsingPath('de-inv.txt', 'x');
      expect(await reads('inv', '/SIGACI/Cerrada/de-inv.txt')).toBe(200);
      expect(await refusal(web('inv').getFolderByServerRelativePath('/SIGACI').files.addUsingPath('no.txt', 'x'))).toMatchObject(
        { status: 403 });
      expect(await refusal(web('inv').getFileByServerRelativePath('/SIGACI/Cerrada/de-inv.txt').moveByPath('/SIGACI/fuera.txt', false)))
        .toMatchObject({ status: 403 });
    });

    it('gives a moved file the rights of where it comes to', async () => {
      await web().getFileByServerRelativePath('/SIGACI/Cerrada/antes.txt').moveByPath('/SIGACI/antes.txt', false);
      expect(await reads('coop', '/SIGACI/antes.txt')).toBe(200);
      await web().getFileByServerRelativePath('/SIGACI/antes.txt').moveByPath('/SIGACI/Cerrada/antes.txt', false);
      expect(await reads('coop', '/SIGACI/Cerrada/antes.txt')).toBe(403);
    });

    it('hides earlier versions from who may not see versions', async () => {
      await web().getFileByServerRelativePath('/SIGACI/Cerrada/antes.txt').setContent('nuevo');
      const version = "getfilebyserverrelativepath(decodedUrl='/SIGACI/Cerrada/antes.txt')/versions(512)/$value";
      expect(await status(version, 'planeacion')).toBe(200);
      expect(await status(version, 'coop')).toBe(403);
    });

    it('keeps a file in its recycle bin with the rights it had', async () => {
      const id = await web().getFileByServerRelativePath('/SIGACI/Cerrada/antes.txt').recycle();
      await web().recycleBin.getById(String(id)).restore();
      expect(await reads('coop', '/SIGACI/Cerrada/antes.txt')).toBe(403);
    });

    it('clears the rights of what lies below, where that is asked for', async () => {
      const item = await web().getFolderByServerRelativePath('/SIGACI/Cerrada/Dentro').getItem();
      await item.breakRoleInheritance(false);
      const unique = async () => (await item.select('HasUniqueRoleAssignments')() as { HasUniqueRoleAssignments: boolean })
        .HasUniqueRoleAssignments;
      await web().getList('/SIGACI').breakRoleInheritance(true, false);
      expect(await unique()).toBe(true);
      await web().getList('/SIGACI').breakRoleInheritance(true, true);
      expect(await unique()).toBe(false);
      expect(await reads('coop', '/SIGACI/Cerrada/antes.txt')).toBe(200);
      await (await folder().getItem()).breakRoleInheritance(false);
      expect(await reads('coop', '/SIGACI/Cerrada/Dentro/despues.txt')).toBe(403);
      await (await folder().getItem()).resetRoleInheritance();
      expect(await reads('coop', '/SIGACI/Cerrada/Dentro/despues.txt')).toBe(200);
      await web().breakRoleInheritance(true, true);
      expect((await web().getList('/SIGACI').select('HasUniqueRoleAssignments')() as { HasUniqueRoleAssignments: boolean })
        .HasUniqueRoleAssignments).toBe(false);
    });

    it('refuses to move a folder into itself', async () => {
      expect((await refusal(folder().moveByPath('/SIGACI/Cerrada/Dentro/Cerrada'))).status).toBe(400);
      expect((await folder().files()).length).toBeGreaterThan(0);
    });
  });

  it('lets nobody make an administrator of themselves', async () => {
    const me = await web('coop').currentUser();
    const answer = await raw(site(), `/_api/web/getuserbyid(${me.Id})`, { person: 'coop', method: 'POST',
      headers: { 'X-HTTP-Method': 'MERGE' }, json: { IsSiteAdmin: true } });
    expect(answer.status).toBe(403);
  });
});
