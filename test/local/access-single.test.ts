import { refusal, rightsOn, withSite } from './support';

describe('rights on single rows, files and people', () => {
  const site = withSite();
  const { web, status, giveContribute } = rightsOn(site);

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
      for (const call of [() => mine().items.getById(2)(), () => mine().items.getById(2).update({ Title: 'x' }),
        () => mine().items.add({ Title: 'x' }),
        () => mine().fields.addText('X'), () => mine().rootFolder(), () => mine().getChanges({ Add: true, Item: true }),
          () => mine().delete()]) {
        expect((await refusal(call())).status).toBeGreaterThanOrEqual(403);
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
      for (const call of [() => file.setContent('x'), () => file.checkout(), () => file.recycle(), () => file.delete(),
        () => file.moveByPath('/Privada/otro.txt', true),
        () => web('inv').getFolderByServerRelativePath('/Privada').files.addUsingPath('de coop.txt', 'x', { Overwrite: true })]) {
        expect((await refusal(call())).status).toBe(403);
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
});
