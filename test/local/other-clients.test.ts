import { raw, withSite } from './support';

/** What clients other than PnPjs ask for: methods it has no name for, and paths as they write them. */
describe('what other clients ask for', () => {
  const site = withSite();
  const post = (path: string, json: unknown = {}, person = 'planeacion', headers: Record<string, string> = {}) =>
    raw(site(), path, { method: 'POST', json, person, headers });
  const get = async (path: string, person = 'planeacion') => raw(site(), path, { person });
  const makeList = async (title: string, more: Record<string, unknown> = {}) => {
    expect((await post('/_api/web/lists', { Title: title, BaseTemplate: 100, ...more })).status).toBe(201);
    return `/_api/web/lists/getByTitle('${title}')`;
  };
  const value = (answer: { json: Record<string, unknown> }) => answer.json.value as Record<string, unknown>[];

  describe('items saved without a new version', () => {
    it('keeps the version on UpdateOverwriteVersion, and Modified and Editor too on SystemUpdate', async () => {
      const list = await makeList('Versiones', { EnableVersioning: true });
      await post(`${list}/items`, { Title: 'uno' });
      await post(`${list}/breakRoleInheritance(copyRoleAssignments=true,clearSubscopes=true)`);
      const { Id: editor } = (await post('/_api/web/ensureUser', { logonName: 'coop@aci.example' })).json;
      await post(`${list}/roleAssignments/addRoleAssignment(principalId=${String(editor)},roleDefId=1073741830)`);
      const state = async () => (await get(`${list}/items(1)?$select=Modified,EditorId,OData__UIVersionString,Title`)).json;
      const before = await state();
      await new Promise((resolve) => { setTimeout(resolve, 1100); });
      expect((await post(`${list}/items(1)/SystemUpdate`, {}, 'coop')).status).toBe(200);
      expect(await state()).toEqual(before);
      expect((await post(`${list}/items(1)/UpdateOverwriteVersion`, {}, 'coop')).status).toBe(200);
      const after = await state();
      expect(after.OData__UIVersionString).toBe(before.OData__UIVersionString);
      expect(after.Modified).not.toBe(before.Modified);
      expect(after.EditorId).not.toBe(before.EditorId);
      expect(value(await get(`${list}/items(1)/versions`))).toHaveLength(1);
    });

    it('writes over the version with bNewDocumentUpdate, and makes one without it', async () => {
      const list = await makeList('Nuevos', { EnableVersioning: true });
      await post(`${list}/items`, { Title: 'uno' });
      const update = (text: string, isNew: boolean) => post(`${list}/items(1)/ValidateUpdateListItem`,
        { formValues: [{ FieldName: 'Title', FieldValue: text }], bNewDocumentUpdate: isNew });
      const titles = async () => value(await get(`${list}/items(1)/versions`)).map((one) => one.Title);
      await update('dos', true);
      expect(await titles()).toEqual(['dos']);
      await update('tres', false);
      expect(await titles()).toEqual(['tres', 'dos']);
    });

    it('refuses both to who may not write', async () => {
      const list = await makeList('Cerrada');
      await post(`${list}/items`, { Title: 'uno' });
      await post(`${list}/breakRoleInheritance(copyRoleAssignments=false,clearSubscopes=true)`);
      for (const method of ['SystemUpdate', 'UpdateOverwriteVersion', 'getChanges']) {
        expect((await post(`${list}/items(1)/${method}`, {}, 'coop')).status).toBeGreaterThanOrEqual(403);
      }
    });
  });

  describe('changes', () => {
    const all = { Item: true, Folder: true, File: true, Add: true, Update: true, SystemUpdate: true, DeleteObject: true };

    it('tells those of one item, system updates as such', async () => {
      const list = await makeList('Cambios');
      await post(`${list}/items`, { Title: 'uno' });
      await post(`${list}/items`, { Title: 'dos' });
      await post(`${list}/items(2)/SystemUpdate`);
      const seen = value(await post(`${list}/items(2)/getChanges`, { query: all }));
      expect(seen.map(({ ItemId, ChangeType }) => [ItemId, ChangeType])).toEqual([[2, 1], [2, 15]]);
    });

    it('tells those of a folder: its own and what lies in it, not its neighbours', async () => {
      await post('/_api/web/lists', { Title: 'Papeles', BaseTemplate: 101 });
      for (const path of ['A', 'A/Dentro', 'AB']) {
        await post(`/_api/web/folders/addUsingPath(decodedUrl='/Papeles/${path}')`);
      }
      const ids = async (path: string) => [...new Set(value(await post(
        `/_api/web/getFolderByServerRelativePath(decodedUrl='/Papeles${path}')/getChanges`, { query: all })).map((one) => one.ItemId))];
      expect(await ids('/A')).toEqual([1, 2]);
      expect(await ids('/AB')).toEqual([3]);
      expect(await ids('')).toEqual([1, 2, 3]);
    });
  });

  describe('folders in a list that is no library', () => {
    const folder = (path: string) => `/_api/web/getFolderByServerRelativePath(decodedUrl='/Lists/Carpetas${path}')`;
    const list = "/_api/web/lists/getByTitle('Carpetas')";
    const paths = async () => value(await get(`${list}/items?$select=FileRef`)).map((one) => one.FileRef).sort();

    beforeAll(async () => {
      await makeList('Carpetas');
    });

    it('has one without an item from Folders.Add, which the list does not show', async () => {
      expect((await post(`${list}/rootFolder/folders/add('Oculta')`)).json).toMatchObject({ ServerRelativeUrl: '/Lists/Carpetas/Oculta' });
      expect((await get(`${folder('/Oculta')}/ListItemAllFields`)).json).toEqual({ 'odata.null': true });
      expect(await paths()).toEqual([]);
      expect((await get(`${list}/rootFolder/folders?$select=Name`)).json).toEqual({ value: [{ Name: 'Oculta' }] });
    });

    it('gives one with an item only where the list offers folders', async () => {
      expect((await post(`${list}/rootFolder/addSubFolderUsingPath(decodedUrl='Archivo')`)).status).toBe(403);
      expect(await paths()).toEqual([]);
      await post(list, { EnableFolderCreation: true }, 'planeacion', { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '*' });
      expect((await post(`${list}/rootFolder/addSubFolderUsingPath(decodedUrl='Archivo')`)).status).toBe(200);
      expect((await get(`${folder('/Archivo')}/ListItemAllFields?$select=Id,Title`)).json).toMatchObject({ Id: 1, Title: 'Archivo' });
    });

    it('holds items, which follow it when it is renamed', async () => {
      const added = await post(`${list}/AddValidateUpdateItemUsingPath`, {
        listItemCreateInfo: { FolderPath: { DecodedUrl: '/Lists/Carpetas/Archivo' } },
        formValues: [{ FieldName: 'Title', FieldValue: 'dentro' }], bNewDocumentUpdate: false
      });
      expect(value(added).find((one) => one.FieldName === 'Id')?.FieldValue).toBe('2');
      expect((await get(folder('/Archivo'))).json).toMatchObject({ ItemCount: 1 });
      expect((await get(`${list}/items(1)?$select=Folder/Name&$expand=Folder`)).json).toMatchObject({ Folder: { Name: 'Archivo' } });
      await post(`${list}/items(1)`, { FileLeafRef: 'Viejo' }, 'planeacion', { 'X-HTTP-Method': 'MERGE', 'IF-MATCH': '*' });
      expect(await paths()).toEqual(['/Lists/Carpetas/Viejo', '/Lists/Carpetas/Viejo/2_.000']);
    });

    it('is recycled and restored, with its items before or after it', async () => {
      const recycled = await post(`${list}/items(1)/recycle`);
      expect(recycled.status).toBe(200);
      expect(await paths()).toEqual([]);
      expect((await get(folder('/Viejo'))).status).toBe(404);
      expect((await post(`/_api/web/recycleBin('${String(recycled.json.value)}')/restore`)).status).toBe(200);
      expect((await get(folder('/Viejo'))).json).toMatchObject({ Name: 'Viejo' });
      const [item] = value(await get('/_api/web/recycleBin')).filter((one) => one.Title === 'dentro');
      expect((await post(`/_api/web/recycleBin('${String(item.Id)}')/restore`)).status).toBe(200);
      expect(await paths()).toEqual(['/Lists/Carpetas/Viejo', '/Lists/Carpetas/Viejo/2_.000']);
    });

    it('leaves nothing behind when it is deleted', async () => {
      await post(`${list}/items(1)`, {}, 'planeacion', { 'X-HTTP-Method': 'DELETE', 'IF-MATCH': '*' });
      expect(await paths()).toEqual([]);
      expect((await get(list)).json).toMatchObject({ ItemCount: 0 });
      expect((await get(folder('/Viejo'))).status).toBe(404);
    });
  });

  it('moves a folder with what is in it', async () => {
    await post('/_api/web/lists', { Title: 'Mudanza', BaseTemplate: 101 });
    for (const path of ['A', 'A/Dentro', 'B']) {
      await post(`/_api/web/folders/addUsingPath(decodedUrl='/Mudanza/${path}')`);
    }
    const at = (path: string) => `/_api/web/getFolderByServerRelativePath(decodedUrl='/Mudanza/${path}')`;
    expect((await post(`${at('A')}/moveTo(newUrl='/Mudanza/B/A')`)).status).toBe(200);
    expect((await get(at('B/A/Dentro'))).json).toMatchObject({ Name: 'Dentro' });
    expect((await get(at('A'))).status).toBe(404);
    expect((await post(`${at('B/A')}/moveTo(newUrl='/Mudanza/C')`, {}, 'coop')).status).toBe(403);
  });

  it('deletes what is in a folder of a library with the folder’s item', async () => {
    await post('/_api/web/lists', { Title: 'Actas', BaseTemplate: 101 });
    await post("/_api/web/folders/addUsingPath(decodedUrl='/Actas/2023')");
    await post("/_api/web/folders/addUsingPath(decodedUrl='/Actas/2023/T1')");
    await post("/_api/web/lists/getByTitle('Actas')/items(1)", {}, 'planeacion', { 'X-HTTP-Method': 'DELETE', 'IF-MATCH': '*' });
    expect(value(await get("/_api/web/lists/getByTitle('Actas')/items"))).toEqual([]);
  });

  it('reads an attachment, writes it and takes it away by its path', async () => {
    const list = await makeList('Adjuntos');
    await post(`${list}/items`, { Title: 'uno' });
    await raw(site(), `${list}/items(1)/AttachmentFiles/add(FileName='nota 1.txt')`, { method: 'POST', body: 'hola' });
    const at = "/_api/web/getFileByServerRelativePath(decodedUrl='/Lists/Adjuntos/Attachments/1/nota 1.txt')";
    expect((await get(`${at}/$value`)).text).toBe('hola');
    expect((await get(at)).json).toMatchObject({ Name: 'nota 1.txt', Length: '4' });
    expect((await raw(site(), `${at}/$value`, { method: 'POST', body: 'adiós', headers: { 'X-HTTP-Method': 'PUT' } })).status).toBe(204);
    expect((await get("/_api/web/getFileByServerRelativeUrl('/Lists/Adjuntos/Attachments/1/nota%2520 1.txt')")).status).toBe(404);
    expect((await get("/_api/web/getFileByServerRelativeUrl('/Lists/Adjuntos/Attachments/1/nota%25201.txt')/$value")).text).toBe('adiós');
    await post(`${list}/breakRoleInheritance(copyRoleAssignments=false,clearSubscopes=true)`);
    expect((await get(`${at}/$value`, 'coop')).status).toBeGreaterThanOrEqual(403);
    expect((await post(at, {}, 'planeacion', { 'X-HTTP-Method': 'DELETE' })).status).toBe(200);
    expect(value(await get(`${list}/items(1)/AttachmentFiles`))).toEqual([]);
  });

  it('reads the escapes of a URL, and those of a path only where a name has them', async () => {
    await post('/_api/web/lists', { Title: 'Con espacios', BaseTemplate: 101 });
    const root = (await get("/_api/web/lists/getByTitle('Con espacios')/rootFolder")).json.ServerRelativeUrl as string;
    for (const name of ['a b.txt', '100%25.txt']) {
      await raw(site(), `/_api/web/getFolderByServerRelativePath(decodedUrl='${root}')/files/addUsingPath(decodedUrl='${name}')`,
        { method: 'POST', body: name });
    }
    const twice = (name: string) => encodeURIComponent(encodeURIComponent(name));
    expect((await get(`/_api/web/getFileByServerRelativeUrl('${encodeURIComponent(root)}/${twice('a b.txt')}')/$value`)).text).toBe('a b.txt');
    expect((await get(`/_api/web/getFileByServerRelativePath(decodedUrl='${root}/${twice('a b.txt')}')`)).status).toBe(404);
    expect((await get(`/_api/web/getFileByServerRelativePath(decodedUrl='${root}/100%25.txt')`)).json).toMatchObject({ Name: '100%.txt' });
  });

  describe('the recycle bin, asked in pages', () => {
    const bin = async (asked: Record<string, unknown>, at = 'web', person = 'planeacion') =>
      post(`/_api/${at}/GetRecycleBinItems`, asked, person);
    const titles = async (asked: Record<string, unknown>, at = 'web') => value(await bin(asked, at)).map((one) => one.Title)
      .filter((one) => /^bin /.test(String(one)));

    beforeAll(async () => {
      const list = await makeList('Para borrar');
      for (const title of ['bin b', 'bin c', 'bin a']) {
        await post(`${list}/items`, { Title: title });
      }
      for (const id of [1, 2, 3]) {
        await post(`${list}/items(${id})/recycle`);
      }
    });

    it('sorts, limits, goes on', async () => {
      expect(await titles({ rowLimit: 100, isAscending: true, orderBy: 0, itemState: 1 })).toEqual(['bin a', 'bin b', 'bin c']);
      expect(await titles({ rowLimit: 100, isAscending: false, orderBy: 0, itemState: 1 })).toEqual(['bin c', 'bin b', 'bin a']);
      const down = { rowLimit: 1, isAscending: false, orderBy: 3, itemState: 1 };
      const first = value(await bin(down));
      expect(first).toHaveLength(1);
      const [next] = value(await bin({ ...down, pagingInfo: first[0].Id }));
      expect(next.Id).not.toBe(first[0].Id);
    });

    it('tells the stages apart, the first where none is named', async () => {
      const [entry] = value(await bin({ rowLimit: 100, orderBy: 0, itemState: 1 })).filter((one) => one.Title === 'bin a');
      await post(`/_api/web/recycleBin('${String(entry.Id)}')/moveToSecondStage`);
      expect(await titles({ itemState: 2 }, 'site')).toEqual(['bin a']);
      expect((await titles({ itemState: 0 }, 'site')).sort()).toEqual(['bin b', 'bin c']);
    });

    it('refuses the site’s to others, and what it cannot read', async () => {
      expect((await bin({}, 'site', 'coop')).status).toBe(403);
      expect((await bin({ itemState: 7 })).status).toBe(400);
      expect((await bin({ rowLimit: 0 })).status).toBe(400);
    });
  });

  it('says by its name what gives nothing back, in the verbose form', async () => {
    const list = await makeList('Detallada');
    const answer = await post(`${list}/breakRoleInheritance(copyRoleAssignments=true,clearSubscopes=true)`, {}, 'planeacion',
      { Accept: 'application/json;odata=verbose' });
    expect(answer.json).toEqual({ d: { breakRoleInheritance: null } });
  });
});
