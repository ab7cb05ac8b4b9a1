import { clientOf, raw, refusal, withSite } from './support';

describe('folders and files of a library', () => {
  const site = withSite();
  const web = (person = 'planeacion') => clientOf(site(), person).web;

  beforeAll(async () => {
    await web().lists.add('SIGACI', '', 101, false, { EnableVersioning: true });
  });

  it('makes folders and files, and reads them back', async () => {
    await web().folders.addUsingPath('/SIGACI/Plan operativo');
    const folder = web().getFolderByServerRelativePath('/SIGACI/Plan operativo');
    const file = await folder.files.addUsingPath("Plan d'acción.txt", 'uno', { Overwrite: false });
    expect(file).toMatchObject({ Name: "Plan d'acción.txt", Length: '3', ServerRelativeUrl: "/SIGACI/Plan operativo/Plan d'acción.txt" });
    expect(await web().getFileByServerRelativePath(file.ServerRelativeUrl).getText()).toBe('uno');
    expect(await refusal(folder.files.addUsingPath("Plan d'acción.txt", 'dos'))).toMatchObject({ status: 400,
      code: '-2130575257, Microsoft.SharePoint.SPException' });
    await folder.files.addUsingPath("Plan d'acción.txt", 'dos', { Overwrite: true });
    expect(await web().getFileById(file.UniqueId).getText()).toBe('dos');
    const byId = `/_api/web/getfilebyid('${file.UniqueId}')?$select=Id,Name,Versions/VersionLabel&$expand=Versions`;
    expect((await raw(site(), byId)).json).toEqual({ Id: file.UniqueId, Name: "Plan d'acción.txt", Versions: [{ VersionLabel: '1.0' }] });
    expect((await folder.files()).map((one) => one.Name)).toEqual(["Plan d'acción.txt"]);
    expect((await web().getFolderByServerRelativePath('/SIGACI').folders()).map((one) => one.Name)).toEqual(['Forms', 'Plan operativo']);
    expect(await refusal(web().getFileByServerRelativePath('/SIGACI/nada.txt')())).toMatchObject({ status: 404,
      code: '-2130575338, Microsoft.SharePoint.SPException' });
    expect(await web().getFileByServerRelativePath('/SIGACI/nada.txt').exists()).toBe(false);
  });

  it('knows the item behind a file, and the file behind an item', async () => {
    const file = web().getFileByServerRelativePath("/SIGACI/Plan operativo/Plan d'acción.txt");
    const item = await file.getItem<{ Id: number }>('Id', 'FileLeafRef');
    await web().getList('/SIGACI').items.getById(item.Id).update({ Title: 'Plan' });
    const read = await web().getList('/SIGACI').items.getById(item.Id).select('Title', 'FileRef', 'FileLeafRef',
      'File/Name').expand('File')();
    expect(read).toMatchObject({ Title: 'Plan', FileRef: "/SIGACI/Plan operativo/Plan d'acción.txt", File: { Name: "Plan d'acción.txt" } });
    const folder = await web().getFolderByServerRelativePath('/SIGACI/Plan operativo').getItem();
    expect((folder as unknown as { FileSystemObjectType: number }).FileSystemObjectType).toBe(1);
  });

  it('keeps versions of a file, checks it out and in', async () => {
    const file = web().getFileByServerRelativePath("/SIGACI/Plan operativo/Plan d'acción.txt");
    expect((await file.versions()).length).toBe(1);
    await file.setContent('tres');
    expect((await file()).UIVersionLabel).toBe('3.0');
    await file.checkout();
    expect((await file()).CheckOutType).toBe(0);
    await file.checkin('listo');
    expect(await file()).toMatchObject({ CheckOutType: 2, CheckInComment: 'listo' });
    await file.versions.restoreByLabel('1.0');
    expect(await file.getText()).toBe('uno');
  });

  it('takes a file in chunks', async () => {
    const content = Buffer.from('0123456789'.repeat(100));
    const folder = web().getFolderByServerRelativePath('/SIGACI');
    await folder.files.addChunked('grande.bin', new Blob([content]), { chunkSize: 300, Overwrite: true });
    const back = Buffer.from(await web().getFileByServerRelativePath('/SIGACI/grande.bin').getBuffer());
    expect(back.equals(content)).toBe(true);
  });

  it('copies, moves, renames and recycles', async () => {
    const file = web().getFileByServerRelativePath('/SIGACI/grande.bin');
    await file.copyByPath('/SIGACI/Plan operativo/copia.bin', false);
    await file.moveByPath('/SIGACI/Plan operativo/movida.bin', false);
    await web().getFolderByServerRelativePath('/SIGACI/Plan operativo').moveByPath('/SIGACI/Plan 2021');
    const names = (await web().getFolderByServerRelativePath('/SIGACI/Plan 2021').files()).map((one) => one.Name);
    expect(names.sort()).toEqual(["Plan d'acción.txt", 'copia.bin', 'movida.bin']);
    const id = await web().getFileByServerRelativePath('/SIGACI/Plan 2021/copia.bin').recycle();
    expect(await web().getFileByServerRelativePath('/SIGACI/Plan 2021/copia.bin').exists()).toBe(false);
    await web().recycleBin.getById(String(id)).restore();
    expect(await web().getFileByServerRelativePath('/SIGACI/Plan 2021/copia.bin').exists()).toBe(true);
    await web().getFolderByServerRelativePath('/SIGACI/Plan 2021').delete();
    expect(await web().getList('/SIGACI').items()).toEqual([]);
  });

  it('lets readers read and not write', async () => {
    await web().getFolderByServerRelativePath('/SIGACI').files.addUsingPath('leer.txt', 'hola');
    expect(await web('coop').getFileByServerRelativePath('/SIGACI/leer.txt').getText()).toBe('hola');
    expect((await refusal(web('coop').getFolderByServerRelativePath('/SIGACI').files.addUsingPath('no.txt', 'x'))).status).toBe(403);
    expect((await raw(site(), "/_api/web/getFileByServerRelativePath(decodedUrl='/SIGACI/leer.txt')/$value")).text).toBe('hola');
  });

  it('keeps attachments of items', async () => {
    await web().lists.add('Adjuntos');
    const item = web().getList('/Lists/Adjuntos').items;
    await item.add({ Title: 'con archivo' });
    const attachments = item.getById(1).attachmentFiles;
    await attachments.add('acta.txt', 'contenido');
    expect(await attachments()).toMatchObject([{ FileName: 'acta.txt', ServerRelativeUrl: '/Lists/Adjuntos/Attachments/1/acta.txt' }]);
    expect(await attachments.getByName('acta.txt').getText()).toBe('contenido');
    expect(await item.getById(1).select('Attachments',
      'AttachmentFiles/FileName').expand('AttachmentFiles')()).toMatchObject({ Attachments: true,
      AttachmentFiles: [{ FileName: 'acta.txt' }] });
    await attachments.getByName('acta.txt').delete();
    expect(await attachments()).toEqual([]);
  });
});
