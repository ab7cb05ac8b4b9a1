import { clientOf, raw, refusal, withSite } from './support';

describe('lists in the recycle bin', () => {
  const site = withSite();
  const web = (person = 'planeacion') => clientOf(site(), person).web;
  const fill = async (title: string, template = 100) => {
    await web().lists.add(title, '', template, false, { EnableVersioning: true });
  };

  it('come back whole: rows, versions, columns, views, attachments, rights', async () => {
    await fill('Planes');
    const list = () => web().getList('/Lists/Planes');
    await list().fields.addNumber('Valor', { Indexed: true });
    await list().views.add('Otra');
    await list().items.add({ Title: 'uno', Valor: 1 });
    await list().items.getById(1).update({ Valor: 2 });
    await list().items.getById(1).attachmentFiles.add('a.txt', 'adjunto');
    await list().breakRoleInheritance(false);
    const { Id } = await list().select('Id')();
    const bin = String(await list().recycle());
    for (const path of [`lists(guid'${Id}')`, "getlist('/Lists/Planes')", "lists/getbytitle('Planes')",
      "getfolderbyserverrelativepath(decodedUrl='/Lists/Planes')",
      "getfolderbyserverrelativepath(decodedUrl='/_recycled')"]) {
      expect([path, (await raw(site(), `/_api/web/${path}`)).status]).toEqual([path, 404]);
    }
    expect(await web().recycleBin.getById(bin)()).toMatchObject({ Title: 'Planes', ItemType: 4, LeafName: 'Planes', DirName: 'Lists' });
    await web().recycleBin.getById(bin).restore();
    expect((await list().select('Id')()).Id).toBe(Id);
    expect(await list().items.filter('Valor eq 2')()).toHaveLength(1);
    expect(await list().items.getById(1).versions()).toHaveLength(2);
    expect((await list().views()).map((one) => one.Title)).toContain('Otra');
    expect(await list().items.getById(1).attachmentFiles.getByName('a.txt').getText()).toBe('adjunto');
    expect((await refusal(web('coop').getList('/Lists/Planes').items())).status).toBe(403);
    expect((await list().items.add({ Title: 'dos' }) as { Id: number }).Id).toBe(2);
  });

  it('bring a library\'s folders and files with them', async () => {
    await fill('Libros', 101);
    const root = web().getFolderByServerRelativePath('/Libros');
    await root.folders.addUsingPath('A_1');
    const made = await web().getFolderByServerRelativePath('/Libros/A_1').files.addUsingPath('x.txt', 'dentro');
    const bin = String(await web().getList('/Libros').recycle());
    expect((await refusal(web().getFileById(made.UniqueId)())).status).toBe(404);
    await web().recycleBin.getById(bin).restore();
    expect(await web().getFileByServerRelativePath('/Libros/A_1/x.txt').getText()).toBe('dentro');
    expect((await web().getFolderByServerRelativePath('/Libros').folders()).map((one) => one.Name).sort()).toEqual(['A_1', 'Forms']);
  });

  it('do not come back where their title or their address is taken, and can be taken away for good', async () => {
    await fill('Repetida');
    const first = String(await web().getList('/Lists/Repetida').recycle());
    await fill('Repetida');
    expect((await refusal(web().recycleBin.getById(first).restore())).code).toMatch(/^-2130575342/);
    const second = String(await web().getList('/Lists/Repetida').recycle());
    await web().recycleBin.getById(first).restore();
    await web().recycleBin.getById(second).delete();
    expect((await web().recycleBin()).map((one) => one.Id)).not.toContain(second);
    expect((await refusal(web('coop').getList('/Lists/Repetida').recycle())).status).toBe(403);
  });

  it('leave lookups to them empty until they are back', async () => {
    await fill('Padres');
    await web().getList('/Lists/Padres').items.add({ Title: 'padre' });
    const { Id } = await web().getList('/Lists/Padres').select('Id')();
    await fill('Hijas');
    await web().getList('/Lists/Hijas').fields.createFieldAsXml(
      `<Field Type="Lookup" DisplayName="Padre" List="{${Id}}" ShowField="Title" />`);
    await web().getList('/Lists/Hijas').items.add({ Title: 'hija', PadreId: 1 });
    const bin = String(await web().getList('/Lists/Padres').recycle());
    const text = async () => (await raw(site(), "/_api/web/getlist('/Lists/Hijas')/items(1)/fieldvaluesastext")).json.Padre;
    expect(await text()).not.toBe('padre');
    expect((await raw(site(), "/_api/web/getlist('/Lists/Hijas')/items?$select=Padre/Title&$expand=Padre")).status).toBeLessThan(500);
    await web().recycleBin.getById(bin).restore();
    expect(await text()).toBe('padre');
  });

  it('pass through a second stage that is not for everybody', async () => {
    const mine = (person: string) => web(person).recycleBin().then((all) => all.map((one) => one.Title));
    await fill('Etapas');
    const list = web().getList('/Lists/Etapas');
    await list.breakRoleInheritance(false);
    await list.roleAssignments.add((await web().ensureUser('coop@aci.example')).Id, 1073741827);
    await list.items.add({ Title: 'de todos' });
    const id = String(await web('coop').getList('/Lists/Etapas').items.getById(1).recycle());
    expect(await mine('coop')).toEqual(['de todos']);
    await web().recycleBin.getById(id).moveToSecondStage();
    expect(await mine('coop')).toEqual([]);
    expect(await mine('planeacion')).not.toContain('de todos');
    expect((await refusal(web('coop').recycleBin.getById(id).restore())).status).toBe(400);
    expect((await clientOf(site(), 'planeacion').site.recycleBin()).filter((one) => one.ItemState === 2).map((one) =>
      one.Id)).toEqual([id]);
    expect((await refusal(clientOf(site(), 'coop').site.recycleBin())).status).toBe(403);
    await web().recycleBin.getById(id).restore();
    expect(await list.items()).toHaveLength(1);
    await list.items.getById(1).recycle();
    await web().recycleBin.moveAllToSecondStage();
    await web().recycleBin.deleteAllSecondStageItems();
    expect(await clientOf(site(), 'planeacion').site.recycleBin()).toEqual([]);
  });
});
