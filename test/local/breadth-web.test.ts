import { PermissionKind } from '@pnp/sp/security';
import { clientOf, refusal, withSite } from './support';

describe('what PnPjs can do with webs, people and files', () => {
  const site = withSite();
  const at = (path: string, person = 'planeacion') => clientOf({ ...site(), origin: `${site().origin}${path}` }, person).web;
  const web = (person = 'planeacion') => at('', person);

  it('makes a web and works in it: lists, files, people, batches', async () => {
    await web().webs.add('Abajo', 'abajo', 'descripción', 'STS', 3082, true);
    const sub = at('/abajo');
    expect(await sub.select('Title', 'ServerRelativeUrl', 'Description')()).toMatchObject({ Title: 'Abajo', ServerRelativeUrl: '/abajo',
      Description: 'descripción' });
    await sub.lists.add('Tareas');
    await sub.lists.add('Docs', '', 101);
    expect((await sub.currentUser()).Title).toBe('Planeación');
    expect((await (await sub.getParentWeb()).select('Title')()).Title).toBe('SIGACI');
    const [batched, execute] = clientOf({ ...site(), origin: `${site().origin}/abajo` }, 'planeacion').batched();
    const added = batched.web.getList('/abajo/Lists/Tareas').items.add({ Title: 't' });
    const rows = batched.web.lists.getByTitle('Tareas').items();
    await execute();
    expect(await added).toMatchObject({ Id: 1 });
    expect(await rows).toHaveLength(1);
    await sub.getFolderByServerRelativePath('/abajo/Docs').files.addUsingPath('a.txt', 'hola');
    expect(await sub.getFileByServerRelativePath('/abajo/Docs/a.txt').getText()).toBe('hola');
    expect((await refusal(web().getList('/Lists/Tareas')())).status).toBe(404);
    await sub.update({ Title: 'Abajo 2' });
    expect((await web().webs()).map((one) => one.Title)).toEqual(['Abajo 2']);
    expect((await web().webinfos()).map((one) => one.Title)).toEqual(['Abajo 2']);
    expect((await web().getSubwebsFilteredForCurrentUser()()).map((one) => one.Title)).toEqual(['Abajo 2']);
    await sub.delete();
    expect(await web().webs()).toEqual([]);
  });

  it('tells the region: zone, separators, languages', async () => {
    const region = web().regionalSettings;
    expect(await region()).toMatchObject({ DecimalSeparator: ',', LocaleId: 9226 });
    expect(await region.timeZone()).toMatchObject({ Id: 35, Information: { Bias: 300 } });
    expect(await region.timeZone.utcToLocalTime('2021-03-31T12:00:00Z')).toBe('2021-03-31T07:00:00Z');
    expect(await region.timeZone.localTimeToUTC('2021-03-31T07:00:00')).toBe('2021-03-31T12:00:00Z');
    expect((await region.timeZones()).map((one) => one.Id)).toContain(35);
    expect((await region.getInstalledLanguages()).map((one) => one.Lcid)).toContain(3082);
  });

  it('keeps users and groups', async () => {
    const user = await web().ensureUser('ges@aci.example').catch(() => web().ensureUser('com@aci.example'));
    const group = await web().siteGroups.add({ Title: 'Grupo' });
    const one = web().siteGroups.getById(group.Id);
    await one.update({ Title: 'Grupo 2', Description: 'd' });
    await one.users.add(user.LoginName);
    expect((await one.users.getByLoginName(user.LoginName)()).Id).toBe(user.Id);
    expect((await web().getUserById(user.Id).groups()).map((entry) => entry.Title)).toContain('Grupo 2');
    await one.setUserAsOwner(user.Id);
    expect(await one.select('Owner/Id').expand('Owner')()).toMatchObject({ Owner: { Id: user.Id } });
    await one.users.removeByLoginName(user.LoginName);
    expect(await one.users()).toEqual([]);
    await one.users.add(user.LoginName);
    await one.users.removeById(user.Id);
    expect((await web().associatedOwnerGroup()).Title).toMatch(/Propietarios/);
    expect((await web().associatedMemberGroup()).Title).toMatch(/Integrantes/);
    expect((await web().associatedVisitorGroup()).Title).toMatch(/Visitantes/);
    await web().siteGroups.removeById(group.Id);
    expect((await refusal(web().siteGroups.getByName('Grupo 2')())).status).toBe(404);
  });

  it('keeps levels of permission and gives them', async () => {
    const base = await web().roleDefinitions.getByType(2)();
    const { data: made } = await web().roleDefinitions.add('Especial', 'd', 5, base.BasePermissions);
    await web().roleDefinitions.getById(made.Id).update({ Name: 'Especial 2', BasePermissions: base.BasePermissions });
    expect((await web().roleDefinitions.getByName('Especial 2')()).Id).toBe(made.Id);
    await web().lists.add('Dada');
    const list = web().getList('/Lists/Dada');
    await list.breakRoleInheritance(false, true);
    const user = await web().ensureUser('coop@aci.example');
    await list.roleAssignments.add(user.Id, made.Id);
    expect((await list.roleAssignments.getById(user.Id).bindings()).map((one) => one.Name)).toEqual(['Especial 2']);
    expect(await list.userHasPermissions(user.LoginName, PermissionKind.ViewListItems)).toBe(true);
    expect(await list.userHasPermissions(user.LoginName, PermissionKind.EditListItems)).toBe(false);
    expect(await list.items.getById((await list.items.add({ Title: 'x' }) as { Id: number }).Id)
      .userHasPermissions(user.LoginName, PermissionKind.ViewListItems)).toBe(true);
    await list.roleAssignments.remove(user.Id, made.Id);
    expect((await refusal(web('coop').getList('/Lists/Dada')())).status).toBe(403);
    await list.resetRoleInheritance();
    expect((await web('coop').getList('/Lists/Dada')()).Title).toBe('Dada');
    await web().roleDefinitions.getById(made.Id).delete();
    expect((await web().roleDefinitions()).map((one) => one.Name)).not.toContain('Especial 2');
  });

  describe('files and folders', () => {
    const root = () => web().getFolderByServerRelativePath('/Biblioteca');
    const names = async (path: string) => (await web().getFolderByServerRelativePath(path).files()).map((one) => one.Name).sort();

    beforeAll(async () => {
      await web().lists.add('Biblioteca', '', 101, false, { EnableVersioning: true });
      await root().folders.addUsingPath('A');
      await root().addSubFolderUsingPath('B');
      await root().folders.getByUrl('A').files.addUsingPath('uno 100%.txt', 'uno');
    });

    it('copies and moves with and without keeping both', async () => {
      const file = web().getFileByServerRelativePath('/Biblioteca/A/uno 100%.txt');
      await file.copyByPath('/Biblioteca/B/uno.txt', false);
      expect((await refusal(file.copyByPath('/Biblioteca/B/uno.txt', false))).status).toBe(400);
      await file.copyByPath('/Biblioteca/B/uno.txt', false, true);
      await file.copyByPath('/Biblioteca/B/uno.txt', true);
      expect(await names('/Biblioteca/B')).toEqual(['uno.txt', 'uno1.txt']);
      await file.copyTo('/Biblioteca/B/dos.txt', false);
      await web().getFileByServerRelativePath('/Biblioteca/B/uno1.txt').moveByPath('/Biblioteca/B/uno.txt', true);
      expect(await names('/Biblioteca/B')).toEqual(['dos.txt', 'uno.txt']);
      await web().getFolderByServerRelativePath('/Biblioteca/B').copyByPath('/Biblioteca/C');
      await web().getFolderByServerRelativePath('/Biblioteca/C').moveByPath('/Biblioteca/A/C');
      expect(await names('/Biblioteca/A/C')).toEqual(['dos.txt', 'uno.txt']);
    });

    it('renames by the item and by the folder itself', async () => {
      const item = await web().getFileByServerRelativePath('/Biblioteca/B/dos.txt').getItem();
      await item.update({ FileLeafRef: 'tres.txt' });
      expect(await names('/Biblioteca/B')).toEqual(['tres.txt', 'uno.txt']);
      const folder = await web().getFolderByServerRelativePath('/Biblioteca/B').getItem();
      await folder.update({ FileLeafRef: 'B2', Title: 'B2' });
      expect(await names('/Biblioteca/B2')).toEqual(['tres.txt', 'uno.txt']);
      expect((await web().getFolderByServerRelativePath('/Biblioteca/B2').getParentInfos()).ParentList.RootFolderServerRelativeUrl)
        .toBe('/Biblioteca');
      expect((await web().getFolderByServerRelativePath('/Biblioteca/B2').parentFolder()).Name).toBe('Biblioteca');
    });

    it('uploads in chunks, replaces in chunks, gives up an upload', async () => {
      const big = (letter: string) => new Blob([letter.repeat(1000)]);
      const seen: number[] = [];
      await root().files.addChunked('grande.bin', big('a'), { chunkSize: 300, progress: (one) => { seen.push(one.offset); } });
      const file = web().getFileByServerRelativePath('/Biblioteca/grande.bin');
      expect(await file.getText()).toBe('a'.repeat(1000));
      expect(seen.length).toBeGreaterThan(2);
      await file.setContentChunked(big('b'), { chunkSize: 300 });
      expect(await file.getText()).toBe('b'.repeat(1000));
      await file.cancelUpload('5a0a7b3c-0000-4000-8000-000000000000');
    });

    it('keeps versions, locks and what is said on checking in', async () => {
      const file = web().getFileByServerRelativePath('/Biblioteca/B2/uno.txt');
      await file.setContent('segunda');
      const versions = await file.versions();
      expect(versions.map((one) => one.VersionLabel)).toEqual(['1.0']);
      await file.versions.restoreByLabel('1.0');
      expect(await file.getText()).toBe('uno');
      await file.versions.deleteByLabel('1.0');
      await file.versions.deleteById((await file.versions())[0].ID);
      await file.versions.deleteAll();
      expect(await file.versions()).toEqual([]);
      await file.checkout();
      expect((await refusal(web().getFileByServerRelativePath('/Biblioteca/B2/uno.txt').checkout())).status).toBe(423);
      await file.undoCheckout();
      await file.publish('p');
      expect((await file()).CheckInComment).toBe('p');
      expect(await file.getLockedByUser()).toBeNull();
    });

    it('deletes, recycles, counts', async () => {
      expect(await web().getFolderByServerRelativePath('/Biblioteca/B2').storageMetrics()).toMatchObject({ TotalFileCount: '2' });
      await web().getFileByServerRelativePath('/Biblioteca/B2/uno.txt').deleteWithParams({ BypassSharedLock: true });
      const id = String(await web().getFileByServerRelativePath('/Biblioteca/B2/tres.txt').recycle());
      await root().files.addUsingPath('x.txt', 'x');
      await web().getFolderByServerRelativePath('/Biblioteca/B2').deleteWithParams({ BypassSharedLock: true });
      // Its folder is gone: there is nowhere to put it back.
      expect((await refusal(web().recycleBin.getById(id).restore())).status).toBe(404);
      const other = String(await web().getFileByServerRelativePath('/Biblioteca/x.txt').recycle());
      await root().files.addUsingPath('x.txt', 'otra');
      expect((await refusal(web().recycleBin.getById(other).restore())).status).toBe(400);
      await web().getFileByServerRelativePath('/Biblioteca/x.txt').delete();
      await web().recycleBin.getById(other).restore();
      expect(await web().getFileByServerRelativePath('/Biblioteca/x.txt').getText()).toBe('x');
      await web().recycleBin.moveAllToSecondStage();
      await web().recycleBin.deleteAll();
      expect(await web().recycleBin()).toEqual([]);
    });
  });
});
