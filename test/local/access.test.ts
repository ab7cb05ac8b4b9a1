import type { IList } from '@pnp/sp/lists';
import { clientOf, raw, refusal, withSite } from './support';

describe('no way around who may read and write', () => {
  const site = withSite();
  const web = (person = 'planeacion') => clientOf(site(), person).web;
  const status = async (path: string, person: string, init: Parameters<typeof raw>[2] = {}): Promise<number> =>
    (await raw(site(), `/_api/web/${path}`, { ...init, person })).status;
  const giveContribute = async (thing: Pick<IList, 'roleAssignments'>, person: string): Promise<void> => {
    const { Id } = await web().ensureUser(`${person}@aci.example`);
    await thing.roleAssignments.add(Id, 1073741827);
  };

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
      const folders = (await raw(site(), '/_api/web/getfolderbyserverrelativepath(decodedUrl=\'/Lists\')/folders', { person: 'coop' })).text;
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
      expect(await web('coop').getFolderByServerRelativePath('/SIGACI').expand('Folders')()).toMatchObject({ Folders: [{ Name: 'Forms' }] });
      const inside = await web().getFileByServerRelativePath('/SIGACI/Cerrada/antes.txt').getItem();
      expect(await inside.select('HasUniqueRoleAssignments')()).toMatchObject({ HasUniqueRoleAssignments: false });
    });

    it('gives rights inside a folder alone', async () => {
      await giveContribute(await folder().getItem(), 'inv');
      await web('inv').getFolderByServerRelativePath('/SIGACI/Cerrada').files.addUsingPath('de-inv.txt', 'x');
      expect(await reads('inv', '/SIGACI/Cerrada/de-inv.txt')).toBe(200);
      expect(await refusal(web('inv').getFolderByServerRelativePath('/SIGACI').files.addUsingPath('no.txt', 'x'))).toMatchObject({ status: 403 });
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

  describe('of lists of which somebody sees single rows alone', () => {
    const mine = () => web('coop').getList('/Lists/Sueltas');

    beforeAll(async () => {
      const { Id } = await web().lists.add('Sueltas');
      const list = web().lists.getById(Id);
      for (const Title of ['uno', 'dos', 'tres']) {
        await list.items.add({ Title });
      }
      await list.breakRoleInheritance(false);
      for (const id of [1, 3]) {
        await list.items.getById(id).breakRoleInheritance(false);
        await giveContribute(list.items.getById(id), 'coop');
      }
    });

    it('lists exactly those rows, whatever way they are asked for', async () => {
      const titles = (rows: { Title: string }[]) => rows.map((row) => row.Title).sort();
      expect(titles(await mine().items())).toEqual(['tres', 'uno']);
      expect(titles(await mine().items.filter("Title eq 'dos'")())).toEqual([]);
      expect(titles(await mine().getItemsByCAMLQuery({ ViewXml: '<View/>' }) as { Title: string }[])).toEqual(['tres', 'uno']);
      expect(titles((await mine().renderListDataAsStream({ ViewXml: '<View/>' })).Row as { Title: string }[])).toEqual(['tres', 'uno']);
      expect(await mine().getListItemChangesSinceToken({})).not.toMatch(/dos/);
      expect((await mine().select('Title')()).Title).toBe('Sueltas');
      expect((await mine().fields.getByInternalNameOrTitle('Title')()).InternalName).toBe('Title');
      await mine().items.getById(3).update({ Title: 'tres 3' });
    });

    it('gives them no more than that', async () => {
      for (const call of [mine().items.getById(2)(), mine().items.getById(2).update({ Title: 'x' }), mine().items.add({ Title: 'x' }),
        mine().fields.addText('X'), mine().rootFolder(), mine().getChanges({ Add: true, Item: true }), mine().delete()]) {
        expect((await refusal(call)).status).toBeGreaterThanOrEqual(403);
      }
      expect((await refusal(web('inv').getList('/Lists/Sueltas').items())).status).toBe(403);
      expect((await web('coop').lists()).map((one) => one.Title)).not.toContain('Sueltas');
    });
  });

  it('tells who may do what to those alone who may ask for it, behind $expand too', async () => {
    const { Id } = await web().lists.add('Asignadas');
    await web().lists.getById(Id).items.add({ Title: 'uno' });
    const base = `lists(guid'${Id}')`;
    for (const path of [`${base}/items?$select=Id,RoleAssignments/PrincipalId&$expand=RoleAssignments`,
      `${base}/items(1)?$expand=RoleAssignments/Member`, `${base}/items(1)/roleassignments`, `${base}/roleassignments`,
      'roleassignments?$expand=Member']) {
      expect([path, await status(path, 'planeacion')]).toEqual([path, 200]);
      expect([path, await status(path, 'coop')]).toEqual([path, 403]);
    }
    const caml = { method: 'POST', json: { query: { ViewXml: '<View/>' } } };
    expect(await status(`${base}/getitems?$expand=RoleAssignments`, 'planeacion', caml)).toBe(200);
    expect(await status(`${base}/getitems?$expand=RoleAssignments`, 'coop', caml)).toBe(403);
  });

  describe('of files in a library that shows people only theirs', () => {
    const path = '/Privada/de coop.txt';
    const byPath = (rest = '') => `getfilebyserverrelativepath(decodedUrl='${path}')${rest}`;

    beforeAll(async () => {
      await web().lists.add('Privada', '', 101, false, { EnableVersioning: true, ReadSecurity: 2, WriteSecurity: 2 });
      const library = web().getList('/Privada');
      await library.breakRoleInheritance(false);
      await giveContribute(library, 'coop');
      await giveContribute(library, 'inv');
      await web('coop').getFolderByServerRelativePath('/Privada').files.addUsingPath('de coop.txt', 'secreto');
    });

    it('hides them by path and by address from others, not from their owner nor from who passes the limit', async () => {
      const person = (name: string) => site().people.find((one) => one.shortName === name) as (ReturnType<typeof site>)['people'][number];
      for (const rest of ['', '/$value', '/listitemallfields', '/versions', '/properties']) {
        expect([rest, await status(byPath(rest), 'inv')]).toEqual([rest, 404]);
        expect([rest, await status(byPath(rest), 'coop')]).toEqual([rest, 200]);
      }
      expect(await web('inv').getFolderByServerRelativePath('/Privada').files()).toEqual([]);
      expect(site().readFile(person('inv'), path)).toBeUndefined();
      expect(site().readFile(person('coop'), path)?.content.toString()).toBe('secreto');
      expect(site().readFile(person('planeacion'), path)?.name).toBe('de coop.txt');
    });

    it.each([2, 4])('keeps others from writing them, WriteSecurity %i', async (WriteSecurity) => {
      await web().getList('/Privada').update({ ReadSecurity: 1, WriteSecurity });
      const file = web('inv').getFileByServerRelativePath(path);
      for (const call of [file.setContent('x'), file.checkout(), file.recycle(), file.delete(), file.moveByPath('/Privada/otro.txt', true),
        web('inv').getFolderByServerRelativePath('/Privada').files.addUsingPath('de coop.txt', 'x', { Overwrite: true })]) {
        expect((await refusal(call)).status).toBe(403);
      }
      expect(await web('inv').getFileByServerRelativePath(path).getText()).toBe('secreto');
      expect((await refusal(web('coop').getFileByServerRelativePath(path).setContent('otra'))
        .then(({ status: refused }) => refused, () => 200))).toBe(WriteSecurity === 4 ? 403 : 200);
      await web().getFileByServerRelativePath(path).setContent('secreto');
    });
  });

  it('lets nobody who only manages the web name administrators', async () => {
    const [manager, other] = [await web().ensureUser('adm@aci.example'), await web().ensureUser('inv@aci.example')];
    const design = await web().roleDefinitions.getByType(4)();
    const Low = Number(BigInt(design.BasePermissions.Low) | (1n << 30n));
    const { data: role } = await web().roleDefinitions.add('Gestión', '', 3, { High: design.BasePermissions.High, Low });
    await web().roleAssignments.add(manager.Id, role.Id);
    const name = (person: string, IsSiteAdmin: boolean, id = other.Id) => status(`getuserbyid(${id})`, person, { method: 'POST',
      headers: { 'X-HTTP-Method': 'MERGE' }, json: { IsSiteAdmin } });
    await web('adm').update({ Description: 'la puede cambiar' });
    expect(await name('adm', true)).toBe(403);
    expect(await name('adm', true, manager.Id)).toBe(403);
    expect((await web().getUserById(other.Id)()).IsSiteAdmin).toBe(false);
    expect(await name('planeacion', true)).toBe(204);
    expect((await web().getUserById(other.Id)()).IsSiteAdmin).toBe(true);
    expect(await name('adm', false)).toBe(403);
    expect(await name('planeacion', false)).toBe(204);
  });

  it('lets nobody make an administrator of themselves', async () => {
    const me = await web('coop').currentUser();
    const answer = await raw(site(), `/_api/web/getuserbyid(${me.Id})`, { person: 'coop', method: 'POST',
      headers: { 'X-HTTP-Method': 'MERGE' }, json: { IsSiteAdmin: true } });
    expect(answer.status).toBe(403);
  });
});
