import '@pnp/sp/navigation';
import '@pnp/sp/user-custom-actions';
import '@pnp/sp/related-items/web';
import '@pnp/sp/forms';
import '@pnp/sp/features';
import { Web } from '@pnp/sp/webs';
import { spfi } from '@pnp/sp';
import { odataUrlFrom } from '@pnp/sp/utils/odata-url-from';
import { clientOf, raw, refusal, withSite } from './support';

describe('what a web comes with', () => {
  const site = withSite();
  const web = (person = 'planeacion') => clientOf(site(), person).web;
  const below = async (title: string) => {
    const made = await web().webs.add(title, title);
    return { made, web: spfi([web(), (made as { Url: string }).Url]).web };
  };

  it('has documents, pages with a home page and galleries, in its own language', async () => {
    const english = (await below('english')).web;
    expect((await english.lists.filter('Hidden eq false').select('Title')()).map((one) => one.Title).sort())
      .toEqual(['Documents', 'Site Assets', 'Site Pages']);
    expect((await english.defaultDocumentLibrary.rootFolder()).ServerRelativeUrl).toBe('/english/Shared Documents');
    expect((await english.getFileByServerRelativePath('/english/SitePages/Home.aspx')()).Name).toBe('Home.aspx');
    expect(await (await english.getCatalog(113)).select('Hidden', 'BaseTemplate')()).toEqual({ Hidden: true, BaseTemplate: 113,
      'odata.metadata': expect.any(String) as string, 'odata.type': 'SP.List', 'odata.id': expect.any(String) as string,
      'odata.etag': expect.any(String) as string, 'odata.editLink': expect.any(String) as string });
    expect((await web().lists.getByTitle('Documents').select('Title')()).Title).toBe('Documentos');
    expect((await refusal(web().getCatalog(999))).status).toBe(400);
  });

  it('writes formulas in its own language', async () => {
    const english = (await below('formulas')).web;
    const { Id } = await english.lists.add('L');
    const list = english.lists.getById(Id);
    await list.fields.addCalculated('Doble', { Formula: '=IF([Title]="a",2.5,1)' });
    await list.fields.addText('Corto', { ValidationFormula: '=LEN([Corto])<3' });
    await list.items.add({ Title: 'a', Corto: 'ab' });
    expect((await list.items<{ Doble: string }[]>())[0].Doble).toBe('2.5');
    expect((await refusal(list.items.add({ Title: 'b', Corto: 'abc' }))).code).toMatch(/^-2130575163/);
    expect((await refusal(list.fields.addCalculated('Mal', { Formula: '=SI([Title]="a";2;1)' }))).code).toMatch(/^-2130575270/);
  });

  it('is addressed by what REST says of it', async () => {
    const { made } = await below('temporal');
    expect((made as unknown as { 'odata.id': string })['odata.id']).toBe(`${site().origin}/temporal/_api/Web`);
    await Web([web(), odataUrlFrom(made).replace(/_api\/web\/?/i, '')]).delete();
    expect((await web().webs.select('ServerRelativeUrl')()).map((one: { ServerRelativeUrl: string }) => one.ServerRelativeUrl))
      .not.toContain('/temporal');
    expect((await raw(site(), '/_api/web')).status).toBe(200);
  });

  it('opens by its id and tells whether it is there', async () => {
    const { Id } = await web().select('Id')();
    const { web: opened } = await clientOf(site(), 'coop').site.openWebById(Id);
    expect((await opened.select('Title')()).Title).toBe('SIGACI');
    const { site: here } = clientOf(site(), 'coop');
    expect(await here.exists(site().origin)).toBe(true);
    expect(await here.exists(`${site().origin}/nada`)).toBe(false);
    expect(await here.exists('http://example.com/')).toBe(false);
    expect((await here.getDocumentLibraries(site().origin)).map((one) => one.Title)).toEqual(['Documentos', 'Activos del sitio']);
    await web().breakRoleInheritance(true, false);
    expect((await refusal(clientOf(site(), 'sin-acceso').site.openWebById(Id))).status).toBe(403);
  });

  it('lists its people as rows that can be read and not written', async () => {
    const people = web().siteUserInfoList;
    const [row] = await people.items.select('Id', 'Title', 'EMail', 'Name').filter("EMail eq 'coop@aci.example'")();
    expect(row).toMatchObject({ Title: 'Profesional COOP', Name: 'i:0#.f|membership|coop@aci.example' });
    const { ItemCount } = await people.select('ItemCount')();
    expect(ItemCount).toBe((await web().siteUsers()).length + (await web().siteGroups()).length);
    for (const call of [() => people.items.add({ Title: 'x' }), () => people.items.getById(row.Id).update({ Title: 'x' }),
      () => people.items.getById(row.Id).delete(), () => people.delete(), () => people.fields.addText('X'),
      () => people.items.getById(row.Id).breakRoleInheritance(true),
        () => people.items.getById(row.Id).attachmentFiles.add('a.txt', 'x')]) {
      expect((await refusal(call())).code).toMatch(/^-2146232832/);
    }
  });

  it('has columns of its own that formulas and lists find', async () => {
    expect((await web().fields.getByInternalNameOrTitle('Title')()).Id).toBe('fa564e0f-0c70-4ab9-b863-0177e6ddd247');
    const sub = (await below('columnas')).web;
    expect((await sub.fields()).length).toBe(0);
    expect((await sub.availablefields.filter("InternalName eq 'JobTitle'")()).length).toBe(1);
    expect((await sub.fields.addCalculated('Mañana', { Formula: '=Modificado+1' })).Title).toBe('Mañana');
    expect((await refusal(web().fields.getByInternalNameOrTitle('Title').delete())).status).toBe(500);
  });

  it('tells the time zones, and the languages of its title', async () => {
    expect((await web().regionalSettings.timeZone()).Id).toBe(35);
    const zone = await web().regionalSettings.timeZones.getById(23) as { Description: string; Information: { Bias: number } };
    expect(zone).toMatchObject({ Description: '(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi', Information: { Bias: -330 } });
    expect((await web().regionalSettings.timeZones()).length).toBeGreaterThan(70);
    expect((await refusal(web().regionalSettings.timeZones.getById(1000))).status).toBe(400);
    expect(await web().titleResource('en-us')).toBe('SIGACI');
  });

  it('says what webs can be made of, and which picture stands for a file', async () => {
    expect((await web().availableWebTemplates(3082)()).map((one: { Name: string }) => one.Name)).toContain('STS#3');
    expect(await web().mapToIcon('plan.docx')).toBe('icdocx.png');
    expect(await web().mapToIcon('sin-extension')).toBe('icgen.gif');
  });

  it('keeps links of its navigation and custom actions', async () => {
    const links = web().navigation.quicklaunch;
    const first = await links.add('Uno', '/uno') as { Id: number };
    const second = await links.add('Dos', '/dos') as { Id: number };
    await links.getById(first.Id).update({ Title: 'Primero' });
    await links.getById(first.Id).children.add('Dentro', '/uno/a');
    await links.moveAfter(first.Id, second.Id);
    expect((await links()).map((one) => one.Title)).toEqual(['Dos', 'Primero']);
    expect((await links.getById(first.Id).children()).map((one) => one.Title)).toEqual(['Dentro']);
    await links.getById(first.Id).delete();
    expect((await links()).map((one) => one.Title)).toEqual(['Dos']);
    expect(await web().navigation.topNavigationBar()).toEqual([]);
    expect((await refusal(web('coop').navigation.quicklaunch.add('x', '/x'))).status).toBe(403);
    const { data } = await web().userCustomActions.add({ Title: 'Botón', Location: 'Microsoft.SharePoint.StandardMenu', Sequence: 5 });
    expect(await web().userCustomActions.getById(data.Id as string)()).toMatchObject({ Title: 'Botón', Sequence: 5, Scope: 3 });
    expect((await refusal(web('coop').userCustomActions.clear())).status).toBe(403);
    await web().userCustomActions.clear();
    expect(await web().userCustomActions()).toEqual([]);
  });

  it('keeps links between items, and tells only of what is to be seen', async () => {
    for (const title of ['Origen', 'Destino']) {
      await web().lists.add(title, '', 107);
      await web().lists.getByTitle(title).items.add({ Title: `de ${title}` });
    }
    const manager = web().relatedItems;
    await manager.addSingleLink('Origen', 1, '/', 'Destino', 1, '/', true);
    expect(await manager.getRelatedItems('Origen', 1)).toMatchObject([{ Title: 'de Destino', ItemId: 1 }]);
    expect(await manager.getRelatedItems('Destino', 1)).toMatchObject([{ Title: 'de Origen' }]);
    const file = await web().defaultDocumentLibrary.rootFolder.files.addUsingPath('enlazado.txt', 'x');
    await manager.addSingleLinkToUrl('Origen', 1, file.ServerRelativeUrl);
    await web().lists.getByTitle('Destino').breakRoleInheritance(false);
    expect((await web('coop').relatedItems.getRelatedItems('Origen', 1)).length).toBe(1);
    expect((await refusal(web('coop').relatedItems.getRelatedItems('Destino', 1))).status).toBe(403);
    expect((await refusal(web('coop').relatedItems.addSingleLink('Origen', 1, '/', 'Origen', 1, '/'))).status).toBe(403);
    await manager.deleteSingleLink('Origen', 1, '/', 'Destino', 1, '/');
    expect((await manager.getPageOneRelatedItems('Origen', 1)).length).toBe(1);
  });

  it('has the forms of its lists, the address of its files, and no more features than it says', async () => {
    const library = web().defaultDocumentLibrary;
    expect((await library.forms()).map((one) => (one as unknown as { FormType: number }).FormType)).toEqual([4, 6, 8]);
    const file = await library.rootFolder.files.addUsingPath('cien %.txt', 'x');
    const item = await web().getFileByServerRelativePath(file.ServerRelativeUrl).getItem();
    const { EncodedAbsUrl } = await item.select('EncodedAbsUrl')() as { EncodedAbsUrl: string };
    expect(EncodedAbsUrl).toBe(`${site().origin}/Shared%20Documents/cien%20%25.txt`);
    expect((await web().getFileByUrl(EncodedAbsUrl)()).Name).toBe('cien %.txt');
    expect(await web().features()).toEqual([]);
  });

  it('takes what other clients send: arguments in the body, paths as JSON, functions by POST', async () => {
    const post = (path: string, json: unknown) => raw(site(), `/_api/${path}`, { method: 'POST', json });
    expect((await post('sp.web.getweburlfrompageurl', { pageFullUrl: `${site().origin}/SitePages/Home.aspx` })).json.value).toBe(
      site().origin);
    expect((await post('sp.web.getdocumentlibraries', { webFullUrl: site().origin })).json.value).toHaveLength(2);
    const path = encodeURIComponent(JSON.stringify({ DecodedUrl: '/SitePages' }));
    expect((await post(`web/getlistusingpath(@v)?@v=${path}`, {})).json.BaseTemplate).toBe(119);
    expect((await raw(site(), `/_api/web/getlistusingpath(@v)?@v=${encodeURIComponent('{mal')}`)).status).toBe(404);
    expect((await raw(site(), "/_api/web/getlistitem('/SitePages/Home.aspx')")).json.Id).toBe(1);
    expect((await raw(site(), "/_api/web/getlistitem('/SitePages/Nada.aspx')")).status).toBe(404);
    expect((await raw(site(), '/_api/web?$select=Webs/Title&$expand=Webs')).json.Webs).not.toEqual([]);
    expect((await raw(site(), '/_api/web/listtemplates?$filter=ListTemplateTypeKind eq 107')).json.value).toHaveLength(1);
    const view = await post("web/lists/getbytitle('Documentos')/views/add",
      { parameters: { Title: 'Hecha', ViewFields: ['Editor'], SetAsDefaultView: true } });
    expect(view.json).toMatchObject({ Title: 'Hecha', DefaultView: true });
    await web().defaultDocumentLibrary.rootFolder.files.addUsingPath('mover.txt', 'x');
    expect((await post('sp.movecopyutil.copyfile',
      { srcUrl: '/Shared Documents/mover.txt', destUrl: '/Shared Documents/copia.txt' })).status).toBe(200);
    const copy = "web/getfilebyserverrelativepath(decodedurl='/Shared Documents/copia.txt')";
    await raw(site(), `/_api/${copy}/savebinarystream`, { method: 'POST', body: 'otra' });
    expect((await raw(site(), `/_api/${copy}/$value`)).text).toBe('otra');
    expect((await raw(site(), '/_api/web/currentuser', { method: 'POST', json: {} })).status).toBe(405);
  });
});
