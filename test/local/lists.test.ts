import { clientOf, raw, refusal, withSite } from './support';

describe('lists, columns and views as PnPjs makes them', () => {
  const site = withSite();

  it('makes a list whose URL stays when its title changes', async () => {
    const sp = clientOf(site(), 'planeacion');
    const made = await sp.web.lists.add('KeyResults', 'Resultados', 100, false, { EnableVersioning: true, EnableAttachments: false });
    expect(made.Title).toBe('KeyResults');
    await sp.web.getList('/Lists/KeyResults').update({ Title: 'Resultados clave' });
    const list = await sp.web.getList('/Lists/KeyResults').select('Title', 'Id', 'RootFolder/ServerRelativeUrl',
      'EnableVersioning').expand('RootFolder')();
    expect(list).toMatchObject({ Title: 'Resultados clave', EnableVersioning: true,
      RootFolder: { ServerRelativeUrl: '/Lists/KeyResults' } });
    expect((await sp.web.lists.getByTitle('Resultados clave')()).Id).toBe(list.Id);
    expect((await sp.web.lists.getById(list.Id).getParentInfos()).List.RootFolderServerRelativeUrl).toBe('/Lists/KeyResults');
  });

  it('ensures a list once', async () => {
    const sp = clientOf(site(), 'planeacion');
    expect((await sp.web.lists.ensure('Plans')).created).toBe(true);
    expect((await sp.web.lists.ensure('Plans')).created).toBe(false);
    expect(await refusal(sp.web.lists.add('Plans'))).toMatchObject({ status: 500, code: '-2130575342, Microsoft.SharePoint.SPException' });
  });

  it('answers a missing list, column and segment with SharePoint\'s codes', async () => {
    const sp = clientOf(site(), 'planeacion');
    expect(await refusal(sp.web.lists.getByTitle('Nada')())).toMatchObject({ status: 404, code: '-1, System.ArgumentException' });
    expect(await refusal(sp.web.getList('/Lists/Nada')())).toMatchObject({ status: 404, code: '-1, System.ArgumentException' });
    expect(await refusal(sp.web.getList('/Lists/Plans').fields.getByInternalNameOrTitle('Nada')())).toMatchObject({ status: 400 });
    const unknown = await raw(site(), '/_api/web/nothing');
    expect(unknown.status).toBe(404);
    expect(unknown.json['odata.error']).toMatchObject({ code: '-1, Microsoft.SharePoint.Client.ResourceNotFoundException' });
  });

  it('keeps an internal name that was hinted at, and makes one of the title otherwise', async () => {
    const { fields } = clientOf(site(), 'planeacion').web.getList('/Lists/Plans');
    const hinted = await fields.createFieldAsXml(
      { SchemaXml: '<Field Type="Text" Name="Code" StaticName="Code" DisplayName="Código" Indexed="TRUE" EnforceUniqueValues="TRUE" />',
        Options: 8 } as never);
    expect(hinted).toMatchObject({ InternalName: 'Code', Title: 'Código', Indexed: true, EnforceUniqueValues: true });
    const plain = await fields.createFieldAsXml('<Field Type="Number" Name="Weight" DisplayName="Peso relativo" />');
    expect(plain).toMatchObject({ InternalName: 'Peso_x0020_relativo', FieldTypeKind: 9 });
    expect(await fields.createFieldAsXml('<Field Type="Number" DisplayName="Order" />')).toMatchObject({ InternalName: 'Order0' });
    await fields.getByInternalNameOrTitle('Peso_x0020_relativo').update({ Title: 'Peso' });
    expect(await fields.getByTitle('Peso')()).toMatchObject({ InternalName: 'Peso_x0020_relativo' });
  });

  it('makes columns of every kind by their own methods', async () => {
    const { fields } = clientOf(site(), 'planeacion').web.getList('/Lists/Plans');
    expect(await fields.addText('Texto', { MaxLength: 50 })).toMatchObject({ FieldTypeKind: 2, MaxLength: 50 });
    expect(await fields.addNumber('Valor', { MinimumValue: 1 })).toMatchObject({ FieldTypeKind: 9, MinimumValue: 1 });
    expect(await fields.addMultilineText('Nota', { RichText: false })).toMatchObject({ FieldTypeKind: 3, RichText: false });
    expect(await fields.addDateTime('Fecha', { DisplayFormat: 0 })).toMatchObject({ FieldTypeKind: 4, DisplayFormat: 0 });
    expect(await fields.addCurrency('Monto')).toMatchObject({ FieldTypeKind: 10, CurrencyLocaleId: 1033 });
    expect(await fields.addChoice('Estado', { Choices: ['Abierto', 'Cerrado'] })).toMatchObject({ FieldTypeKind: 6 });
    expect(await fields.addMultiChoice('Temas', { Choices: ['a', 'b'] })).toMatchObject({ FieldTypeKind: 15 });
    expect(await fields.addBoolean('Activo')).toMatchObject({ FieldTypeKind: 8 });
    expect(await fields.addUrl('Enlace')).toMatchObject({ FieldTypeKind: 11 });
    expect(await fields.addUser('Responsable', { SelectionMode: 0 })).toMatchObject({ FieldTypeKind: 20 });
    const target = await clientOf(site(), 'planeacion').web.getList('/Lists/KeyResults').select('Id')();
    expect(await fields.addLookup('Resultado', { LookupListId: target.Id, LookupFieldName: 'Title' })).toMatchObject({ FieldTypeKind: 7,
      LookupField: 'Title' });
    expect(await fields.addCalculated('Doble', { Formula: '=[Valor]*2', OutputType: 9 })).toMatchObject({ FieldTypeKind: 17,
      Formula: '=[Valor]*2', OutputType: 9 });
    await fields.getByTitle('Texto').delete();
    expect(await refusal(fields.getByTitle('Texto')())).toMatchObject({ status: 400 });
  });

  it('makes views with columns and a query, and one of them the default', async () => {
    const { views } = clientOf(site(), 'planeacion').web.getList('/Lists/Plans');
    const made = await views.add('Por código', false, { ViewQuery: '<OrderBy><FieldRef Name="Code" /></OrderBy>', RowLimit: 50 });
    expect(made).toMatchObject({ Title: 'Por código', RowLimit: 50, DefaultView: false });
    const view = views.getById(made.Id);
    await view.fields.removeAll();
    await view.fields.add('Code');
    await view.fields.add('LinkTitle');
    await view.fields.move('LinkTitle', 0);
    await view.update({ DefaultView: true });
    const read = await view.select('DefaultView', 'ViewQuery',
      'ViewFields').expand('ViewFields')() as unknown as { DefaultView: boolean; ViewFields: { Items: string[] } };
    expect(read.DefaultView).toBe(true);
    expect(read.ViewFields.Items).toEqual(['LinkTitle', 'Code']);
    expect((await views()).filter((one) => one.DefaultView)).toHaveLength(1);
  });
});
