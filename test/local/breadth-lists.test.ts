import { clientOf, refusal, withSite } from './support';

describe('what PnPjs can do with lists and what is in them', () => {
  const site = withSite();
  const web = (person = 'planeacion') => clientOf(site(), person).web;
  const list = () => web().getList('/Lists/Amplia');

  beforeAll(async () => {
    await web().lists.add('Amplia', '', 100, true, { EnableVersioning: true });
    for (const title of ['uno', 'dos', 'tres', 'cuatro', 'cinco']) {
      await list().items.add({ Title: title });
    }
  });

  it('asks by CAML page by page', async () => {
    const page = async (PagingInfo?: string) => ((await list().getItemsByCAMLQuery({
      ViewXml: '<View><Query><OrderBy><FieldRef Name="Title"/></OrderBy></Query><RowLimit Paged="TRUE">2</RowLimit></View>',
      ...(PagingInfo ? { ListItemCollectionPosition: { PagingInfo } } : {})
    })) as { Title: string }[]).map((one) => one.Title);
    expect(await page()).toEqual(['cinco', 'cuatro']);
    expect(await page('Paged=TRUE&p_Title=cuatro&p_ID=4')).toEqual(['dos', 'tres']);
    expect(await page('Paged=TRUE&p_Title=tres&p_ID=3')).toEqual(['uno']);
  });

  it('renders list data, one item as form data, and item rights', async () => {
    const rendered = await list().renderListData('<View><ViewFields><FieldRef Name="Title"/></ViewFields></View>');
    expect(rendered.Row.map((row: { Title: string }) => row.Title)).toContain('uno');
    const one = list().items.getById(1);
    expect(await one.effectiveBasePermissions()).toMatchObject({ High: '2147483647', Low: '4294967295' });
    expect(await list().effectiveBasePermissions()).toMatchObject({ High: '2147483647' });
    expect((await one.getParentInfos()).ParentList.Id).toBe((await list()()).Id);
    expect((await one.list()).Title).toBe('Amplia');
    expect((await list().items.getItemByStringId('1')()).Title).toBe('uno');
    expect(await one.fieldValuesForEdit()).toMatchObject({ Title: 'uno' });
    expect(await one.fieldValuesAsHTML()).toMatchObject({ Title: 'uno' });
    await one.update({ Title: 'uno 2' });
    expect(await one.versions.getById(512)()).toMatchObject({ VersionLabel: '1.0', Title: 'uno' });
    await one.versions.getById(512).delete();
    expect(await one.versions()).toHaveLength(1);
  });

  it('deletes with parameters, recycles an item and a list', async () => {
    await list().items.getById(5).deleteWithParams({ BypassSharedLock: true });
    const id = String(await list().items.getById(4).recycle());
    expect((await web().recycleBin.getById(id)()).Title).toBe('cuatro');
    await web().recycleBin.getById(id).delete();
    expect((await refusal(web().recycleBin.getById(id)())).status).toBeGreaterThanOrEqual(400);
    await web().lists.add('Sobra');
    await web().getList('/Lists/Sobra').recycle();
    expect((await refusal(web().getList('/Lists/Sobra')())).status).toBe(404);
  });

  it('restores what was recycled only where it still fits', async () => {
    await list().fields.createFieldAsXml('<Field Type="Text" DisplayName="Clave" Indexed="TRUE" EnforceUniqueValues="TRUE" />');
    await list().items.getById(3).update({ Clave: 'K' });
    const id = String(await list().items.getById(3).recycle());
    const other = await list().items.add({ Title: 'ahora', Clave: 'k' }) as { Id: number };
    expect((await refusal(web().recycleBin.getById(id).restore())).code).toBe(
      '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException');
    await list().items.getById(other.Id).delete();
    await web().recycleBin.getById(id).restore();
    expect(await list().items.getById(3)()).toMatchObject({ Title: 'tres', Clave: 'K' });
  });

  it('changes attachments', async () => {
    const files = list().items.getById(1).attachmentFiles;
    await files.add('a.txt', 'uno');
    await files.getByName('a.txt').setContent('dos');
    expect(await files.getByName('a.txt').getText()).toBe('dos');
    expect((await refusal(files.add('a.txt', 'otra'))).status).toBe(400);
    await files.add('b.txt', 'x');
    await files.getByName('b.txt').recycle();
    await files.getByName('a.txt').delete();
    expect(await files()).toEqual([]);
  });

  it('changes columns: shown in forms, retitled, by any name', async () => {
    const { fields } = list();
    await fields.addText('Nota corta', { MaxLength: 20, DefaultFormula: '="x"' } as never);
    const field = fields.getByInternalNameOrTitle('Nota_x0020_corta');
    await field.setShowInDisplayForm(false);
    await field.setShowInEditForm(false);
    await field.setShowInNewForm(false);
    expect((await field()).SchemaXml).toMatch(/ShowInDisplayForm="FALSE"/);
    await field.update({ Title: 'Nota', Required: true, Description: 'd' });
    expect(await fields.getByTitle('Nota')()).toMatchObject({ InternalName: 'Nota_x0020_corta', Required: true, Description: 'd' });
    await field.update({ Required: false });
    expect((await fields.filter("Hidden eq false and ReadOnlyField eq false")()).map((one) => one.InternalName)).toContain('Title');
    expect(await fields.add('Libre', 2)).toMatchObject({ FieldTypeKind: 2 });
  });

  it('shows a dependent column beside its lookup', async () => {
    const { Id } = await list().select('Id')();
    await web().lists.add('Hija');
    const hija = web().getList('/Lists/Hija');
    const lookup = await hija.fields.addLookup('Padre', { LookupListId: Id, LookupFieldName: 'Title' });
    await hija.fields.addDependentLookupField('Clave del padre', lookup.Id ?? '', 'Clave');
    const dependent = await hija.fields.getByTitle('Clave del padre')();
    await hija.items.add({ Title: 'h', PadreId: 3 });
    expect(await hija.items.select(dependent.InternalName, 'Padre/Title').expand('Padre')()).toMatchObject(
      [{ [dependent.InternalName]: 'K', Padre: { Title: 'tres' } }]);
    expect(await hija.items.filter(`${dependent.InternalName} eq 'K'`)()).toHaveLength(1);
    expect((await list().relatedFields()).length).toBeGreaterThan(0);
    expect((await list().getParentInfos()).ParentWeb.ServerRelativeUrl).toBe('/');
  });

  it('adds content types to the web and to a list, and items of them', async () => {
    const made = await web().contentTypes.add('0x0100AB12CD34EF5678901234567890ABCDEF12', 'Compromiso', 'De reunión', 'OKR');
    const id = (made.data as unknown as { StringId: string }).StringId;
    expect(await web().contentTypes.getById(id)()).toMatchObject({ Name: 'Compromiso', Group: 'OKR' });
    await list().contentTypes.addAvailableContentType(id);
    const inList = (await list().contentTypes()).find((one) => one.Name === 'Compromiso');
    expect(inList?.StringId).toMatch(new RegExp(`^${id}00`));
    expect((await list().contentTypes.getById(inList?.StringId ?? '').fields()).map((one) => one.InternalName)).toContain('Title');
    expect((await list().contentTypes.getById(inList?.StringId ?? '').fieldLinks()).length).toBeGreaterThan(0);
    expect(((await list().contentTypes.getById(inList?.StringId ?? '').parent()) as { Name: string }).Name).toBe('Compromiso');
    const added = await list().items.add({ Title: 'c', ContentTypeId: inList?.StringId ?? '' }) as { Id: number };
    const read = await list().items.getById(added.Id).select('ContentTypeId', 'ContentType/Name').expand('ContentType')();
    expect(read).toMatchObject({ ContentTypeId: inList?.StringId, ContentType: { Name: 'Compromiso' } });
    await list().items.getById(added.Id).delete();
    await list().contentTypes.getById(inList?.StringId ?? '').delete();
    expect((await list().contentTypes()).map((one) => one.Name)).not.toContain('Compromiso');
  });

  it('changes views: XML, default, columns, deletion', async () => {
    const view = list().views.getById((await list().views.add('Propia', true, { RowLimit: 5 })).Id);
    await view.setViewXml(
      '<View><Query><Where><Eq><FieldRef Name="ID"/><Value Type="Counter">1</Value></Eq></Where></Query><ViewFields><FieldRef '
        + 'Name="Title"/><FieldRef Name="Clave"/></ViewFields><RowLimit>7</RowLimit></View>');
    expect(await view()).toMatchObject({ RowLimit: 7, PersonalView: true, ViewQuery: expect.stringMatching(/Counter/) as unknown });
    expect(await view.fields.getSchemaXml()).toMatch(/Name="Clave"/);
    expect(await view.renderAsHtml()).toEqual(expect.any(String));
    expect((await web('coop').getList('/Lists/Amplia').views()).map((one) => one.Title)).not.toContain('Propia');
    expect((await refusal(web('coop').getList('/Lists/Amplia').views.getByTitle('Propia')())).status).toBe(404);
    const shared = list().views.getById((await list().views.add('Común')).Id);
    await shared.update({ DefaultView: true });
    expect((await list().defaultView()).Title).toBe('Común');
    await list().views.getByTitle('Todos los elementos').update({ DefaultView: true });
    await shared.delete();
    await view.delete();
    expect((await list().views()).map((one) => one.Title)).toEqual(['Todos los elementos']);
  });

  it('adds in a folder by form values', async () => {
    await web().lists.add('SIGACI', '', 101);
    await list().rootFolder.folders.addUsingPath('No').catch(() => undefined);
    const rows = await list().addValidateUpdateItemUsingPath([{ FieldName: 'Title', FieldValue: 'formal' }], '/Lists/Amplia');
    const id = Number(rows.find((one) => one.FieldName === 'Id')?.FieldValue);
    expect(await list().items.getById(id)()).toMatchObject({ Title: 'formal' });
    expect((await refusal(list().addValidateUpdateItemUsingPath([{ FieldName: 'Title', FieldValue: 'x' }], '/SIGACI'))).status).toBe(404);
  });

  it('reserves an id and adds the item with it', async () => {
    const id = await list().reserveListItemId() as unknown as number;
    expect((await list().items.add({ Title: 'reservado', Id: id }) as { Id: number }).Id).toBe(id);
  });

  it('keeps images and places as clients write them', async () => {
    await web().lists.add('Lugares');
    const places = web().getList('/Lists/Lugares');
    expect(await places.fields.addImageField('Foto')).toMatchObject({ TypeAsString: 'Thumbnail', FieldTypeKind: 34 });
    expect(await places.fields.addLocation('Sede')).toMatchObject({ TypeAsString: 'Location', FieldTypeKind: 33 });
    const foto = JSON.stringify({ type: 'thumbnail', fileName: 'a.png', serverRelativeUrl: `/SiteAssets/${'x'.repeat(300)}.png` });
    const sede = JSON.stringify({ DisplayName: 'Medellín', Coordinates: { Latitude: 6.24, Longitude: -75.58 } });
    await places.items.add({ Title: 'uno', Foto: foto, Sede: sede });
    expect(await places.items.getById(1)()).toMatchObject({ Foto: foto, Sede: sede });
    expect((await refusal(places.items.getById(1).update({ Foto: 'no es JSON' }))).status).toBe(400);
    expect((await refusal(places.items.filter("Foto eq 'x'")())).status).toBe(400);
    const [outcome] = await places.items.getById(1).validateUpdateListItem([{ FieldName: 'Sede', FieldValue: '{mal' }]);
    expect(outcome.HasException).toBe(true);
    await places.items.getById(1).update({ Foto: '', Sede: null });
    expect(await places.items.getById(1)()).toMatchObject({ Foto: null, Sede: null });
  });
});
