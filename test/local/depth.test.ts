import { clientOf, raw, refusal, withSite } from './support';

describe('depth', () => {
  let now = new Date('2021-08-15T15:00:00Z');
  const site = withSite({ clock: () => now });
  const web = (person = 'planeacion') => clientOf(site(), person).web;

  it('deletes what cascades from an item, and empties other lookups', async () => {
    const parent = await web().lists.add('Padres');
    await web().lists.add('Hijos');
    const { fields } = web().getList('/Lists/Hijos');
    await fields.createFieldAsXml(
      `<Field Type="Lookup" DisplayName="Parent" List="{${parent.Id}}" ShowField="Title" Indexed="TRUE" `
        + `RelationshipDeleteBehavior="Cascade" />`);
    await fields.createFieldAsXml(`<Field Type="Lookup" DisplayName="Friend" List="{${parent.Id}}" ShowField="Title" />`);
    await fields.createFieldAsXml(`<Field Type="LookupMulti" Mult="TRUE" DisplayName="Friends" List="{${parent.Id}}" ShowField="Title" />`);
    for (const title of ['a', 'b']) {
      await web().getList('/Lists/Padres').items.add({ Title: title });
    }
    const children = web().getList('/Lists/Hijos').items;
    await children.add({ Title: 'de a', ParentId: 1, FriendId: 2, FriendsId: [1, 2] });
    await children.add({ Title: 'de b', ParentId: 2, FriendId: 1, FriendsId: [1, 2] });
    const bin = await web().getList('/Lists/Padres').items.getById(1).recycle();
    expect(await children.select('Title', 'FriendId', 'FriendsId',
      'Friend/Title').expand('Friend')()).toMatchObject([{ Title: 'de b', FriendId: null, FriendsId: [2] }]);
    expect((await web().getList('/Lists/Hijos').select('ItemCount')()).ItemCount).toBe(1);
    await web().recycleBin.getById(String(bin)).restore();
    expect(await children.select('FriendId', 'Friend/Title').expand('Friend')()).toMatchObject([{ FriendId: 1, Friend: { Title: 'a' } }]);
    expect((await web().recycleBin()).length).toBe(1);
    expect(await refusal(
      fields.createFieldAsXml(
        `<Field Type="LookupMulti" Mult="TRUE" DisplayName="X" List="{${parent.Id}}" Indexed="TRUE" `
          + `RelationshipDeleteBehavior="Restrict" />`))).toMatchObject({ status: 400 });
  });

  it('shows another column of a looked-up row by a dependent column', async () => {
    const { fields } = web().getList('/Lists/Hijos');
    await web().getList('/Lists/Padres').fields.addText('Code');
    await web().getList('/Lists/Padres').items.getById(2).update({ Code: 'B-2' });
    const { Id } = await fields.getByInternalNameOrTitle('Parent')();
    await fields.addDependentLookupField('Código del padre', Id, 'Code');
    const name = (await fields.getByTitle('Código del padre')()).InternalName;
    const [row] = (await web().getList('/Lists/Hijos').items.select(name, 'Title')()) as Record<string, unknown>[];
    expect(row[name]).toBe('B-2');
  });

  it('cannot look behind a lookup at what SharePoint does not show there', async () => {
    await web().getList('/Lists/Padres').fields.addMultilineText('Larga');
    expect((await refusal(web().getList('/Lists/Hijos').items.select('Parent/Larga').expand('Parent')())).status).toBe(400);
    expect((await refusal(web().getList('/Lists/Hijos').items.expand('Parent')())).status).toBe(400);
  });

  it('keeps columns unique and refuses to make one so over duplicates', async () => {
    const list = web().getList('/Lists/Padres');
    const { fields } = list;
    await fields.addText('Key0');
    await list.items.getById(1).update({ Key0: 'x' });
    await list.items.getById(2).update({ Key0: 'X' });
    expect((await refusal(fields.getByTitle('Key0').update({ EnforceUniqueValues: true }))).status).toBe(500);
    expect((await refusal(fields.getByTitle('Key0').update({ Indexed: true, EnforceUniqueValues: true }))).status).toBe(500);
    await list.items.getById(2).update({ Key0: 'y' });
    await fields.getByTitle('Key0').update({ Indexed: true, EnforceUniqueValues: true });
    expect((await refusal(list.items.getById(2).update({ Key0: 'x' }))).code).toBe(
      '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException');
    await list.items.getById(2).update({ Key0: null });
    await list.items.add({ Title: 'c' });
  });

  it('lets a column of days begin at midnight in Bogotá', async () => {
    const list = web().getList('/Lists/Padres');
    await list.fields.addDateTime('Day', { DisplayFormat: 0 });
    await list.fields.addDateTime('Moment', { DisplayFormat: 1 });
    const { Id } = (await list.items.add({ Title: 'd', Day: '2021-03-31T00:00:00Z',
      Moment: '2021-03-31T10:00:00.999-05:00' })) as { Id: number };
    expect(await list.items.getById(Id).select('Day', 'Moment')()).toMatchObject({ Day: '2021-03-30T05:00:00Z',
      Moment: '2021-03-31T15:00:00Z' });
  });

  it('sorts letters with accents beside those without', async () => {
    await web().lists.add('Orden');
    const list = web().getList('/Lists/Orden');
    for (const title of ['zeta', 'Árbol', 'Ñandú', 'arena', 'nube', 'Oso', 'ácido']) {
      await list.items.add({ Title: title });
    }
    const sorted = async (ascending: boolean) => ((await list.items.select('Title').orderBy('Title',
      ascending)()) as { Title: string }[]).map((one) => one.Title);
    expect(await sorted(true)).toEqual(['ácido', 'Árbol', 'arena', 'nube', 'Ñandú', 'Oso', 'zeta']);
    expect(await sorted(false)).toEqual(['zeta', 'Oso', 'Ñandú', 'nube', 'arena', 'Árbol', 'ácido']);
    const pages: string[] = [];
    for await (const page of list.items.select('Title').orderBy('Title').top(2)) {
      pages.push(...(page as { Title: string }[]).map((one) => one.Title));
    }
    expect(pages).toEqual(await sorted(true));
    expect(await list.items.filter("Title eq 'ÁRBOL'")()).toHaveLength(1);
    expect(await list.items.filter("Title eq 'arbol'")()).toHaveLength(0);
  });

  it('reads backwards from a page', async () => {
    const { items } = web().getList('/Lists/Orden');
    expect(((await items.select('Id').top(2).skip(5, true)()) as { Id: number }[]).map((one) => one.Id)).toEqual([3, 4]);
  });

  it('appends to notes that append: each version has its own words', async () => {
    await web().lists.add('Notas', '', 100, false, { EnableVersioning: true });
    const list = web().getList('/Lists/Notas');
    await list.fields.addMultilineText('Bitácora', { AppendOnly: true, RichText: false });
    const { InternalName } = await list.fields.getByTitle('Bitácora')();
    expect(InternalName).toBe('Bit_x00e1_cora');
    const { Id } = (await list.items.add({ Title: 'n', [InternalName]: 'uno' })) as { Id: number };
    await list.items.getById(Id).update({ [InternalName]: 'dos' });
    await list.items.getById(Id).update({ Title: 'm' });
    const versions = (await list.items.getById(Id).versions()) as unknown as Record<string, unknown>[];
    expect(versions.map((one) => one.Bit_x005f_x00e1_x005f_cora)).toEqual([null, 'dos', 'uno']);
  });

  it('gives values as text in the language of the site', async () => {
    const list = web().getList('/Lists/Padres');
    await list.fields.addNumber('Monto', {});
    await list.items.getById(1).update({ Monto: 1234.5, Day: '2021-03-31T05:00:00Z' });
    const texts = (await list.items.getById(1).fieldValuesAsText()) as Record<string, string>;
    expect([texts.Monto, texts.Day, texts.Title]).toEqual(['1.234,5', '31/03/2021', 'a']);
    expect(await list.items.getById(1).select('Id', 'FieldValuesAsText/Title').expand('FieldValuesAsText')()).toMatchObject({ Id: 1,
      FieldValuesAsText: { Title: 'a' } });
  });

  it('makes a web below, with lists and rights of its own', async () => {
    await web().webs.add('Sub', 'sub', '', 'STS', 3082, false);
    const sub = clientOf({ ...site(), origin: `${site().origin}/sub` }, 'planeacion').web;
    expect(await sub.select('Title', 'ServerRelativeUrl')()).toMatchObject({ Title: 'Sub', ServerRelativeUrl: '/sub' });
    await sub.lists.add('Propia');
    expect((await sub.getList('/sub/Lists/Propia').select('Title')()).Title).toBe('Propia');
    expect((await refusal(clientOf({ ...site(), origin: `${site().origin}/sub` }, 'coop').web())).status).toBe(403);
    expect((await web().webs()).map((one) => one.Title)).toEqual(['Sub']);
  });

  it('reserves an id and takes it once', async () => {
    const list = web().getList('/Lists/Orden');
    const id = await list.reserveListItemId() as unknown as number;
    expect((await list.items.add({ Title: 'r', Id: id }) as { Id: number }).Id).toBe(id);
    expect((await list.items.add({ Title: 'r', Id: id }) as { Id: number }).Id).not.toBe(id);
  });

  it('speaks three levels of metadata', async () => {
    const get = async (accept: string) => (await raw(site(), "/_api/web/getList('/Lists/Orden')/items?$select=Id,Title&$top=1",
      { headers: { Accept: accept } })).json;
    expect(await get('application/json;odata=nometadata')).toMatchObject({ value: [{ Id: 1, Title: 'zeta' }] });
    const minimal = await get('application/json');
    expect(minimal.value).toMatchObject([{ 'odata.type': 'SP.Data.OrdenListItem', 'odata.etag': '"1"', Id: 1 }]);
    const verbose = (await get(
      'application/json;odata=verbose')).d as { results: { __metadata: { type: string }; Title: string }[]; __next: string };
    expect(verbose.results[0]).toMatchObject({ __metadata: { type: 'SP.Data.OrdenListItem', etag: '"1"' }, Title: 'zeta' });
    expect(verbose.__next).toMatch(/skiptoken/);
    const error = await raw(site(), "/_api/web/lists/getByTitle('x')", { headers: { Accept: 'application/json;odata=verbose' } });
    expect(error.json.error).toMatchObject({ code: '-1, System.ArgumentException' });
  });

  it('holds versions, users\' own views, content types and defaults', async () => {
    const list = web().getList('/Lists/Orden');
    const types = await list.contentTypes();
    expect(types.map((one) => one.Name)).toEqual(['Elemento', 'Carpeta']);
    await list.contentTypes.getById(types[0].StringId).update({ ClientFormCustomFormatter: '{"x":1}' });
    expect(await list.contentTypes.getById(types[0].StringId)()).toMatchObject({ ClientFormCustomFormatter: '{"x":1}' });
    await list.contentTypes.addAvailableContentType('0x0101');
    expect((await list.contentTypes()).length).toBe(3);
    await list.fields.createFieldAsXml('<Field Type="DateTime" DisplayName="Hoy" Format="DateOnly"><Default>[today]</Default></Field>');
    now = new Date('2021-09-01T02:00:00Z');
    const added = await raw(site(), "/_api/web/getList('/Lists/Orden')/items", { method: 'POST', json: { Title: 'v' } });
    expect(added.json).toMatchObject({ Hoy: '2021-08-31T05:00:00Z', Created: '2021-09-01T02:00:00Z' });
    // PnPjs's digest is from August: half an hour later it is worth nothing.
    expect((await refusal(list.items.add({ Title: 'w' }))).code).toBe('-2130575251, Microsoft.SharePoint.SPException');
    now = new Date('2021-08-15T15:00:00Z');
  });

  it('answers for a tenant property, set or not', async () => {
    await web().setStorageEntity('sigaci-okr-site', 'https://aci.example/sites/sigaci');
    expect((await web('coop').getStorageEntity('sigaci-okr-site')).Value).toBe('https://aci.example/sites/sigaci');
    expect((await web('coop').getStorageEntity('nada')).Value).toBeUndefined();
  });
});
