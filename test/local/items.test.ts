import { createBatch } from '@pnp/sp/batching';
import { clientOf, raw, refusal, withSite } from './support';

describe('items as PnPjs writes and reads them', () => {
  const site = withSite();

  beforeAll(async () => {
    const { web } = clientOf(site(), 'planeacion');
    const processes = await web.lists.add('Processes');
    const results = await web.lists.add('KeyResults', '', 100, false, { EnableVersioning: true });
    const { fields } = web.getList('/Lists/KeyResults');
    await fields.createFieldAsXml('<Field Type="Text" DisplayName="Code" Indexed="TRUE" EnforceUniqueValues="TRUE" />');
    await fields.createFieldAsXml('<Field Type="Number" DisplayName="Target" />');
    await fields.createFieldAsXml('<Field Type="DateTime" DisplayName="StartDate" Format="DateOnly" />');
    await fields.createFieldAsXml('<Field Type="Boolean" DisplayName="Active"><Default>1</Default></Field>');
    await fields.createFieldAsXml(
      '<Field Type="Choice" DisplayName="Direction"><Default>Increase</Default><CHOICES><CHOICE>Increase</CHOICE>'
        + '<CHOICE>Decrease</CHOICE></CHOICES></Field>');
    await fields.createFieldAsXml(
      `<Field Type="LookupMulti" Mult="TRUE" DisplayName="Processes" List="{${processes.Id}}" ShowField="Title" />`);
    await fields.createFieldAsXml('<Field Type="User" DisplayName="Owner0" />');
    await fields.createFieldAsXml('<Field Type="URL" DisplayName="Link" />');
    await fields.createFieldAsXml('<Field Type="Note" DisplayName="Detail" />');
    const checks = await web.lists.add('CheckIns');
    expect(checks.Title).toBe('CheckIns');
    await web.getList('/Lists/CheckIns').fields.createFieldAsXml(
      `<Field Type="Lookup" DisplayName="KeyResult" List="{${results.Id}}" ShowField="Title" Indexed="TRUE" `
        + `RelationshipDeleteBehavior="Restrict" />`
    );
    for (const code of ['COOP', 'INV', 'COM']) {
      await web.getList('/Lists/Processes').items.add({ Title: code });
    }
  });

  const items = (person = 'planeacion') => clientOf(site(), person).web.getList('/Lists/KeyResults').items;

  it('adds an item with every kind of value and gives it back', async () => {
    const me = await clientOf(site(), 'planeacion').web.currentUser();
    const added = await items().add({
      Title: 'Convenios', Code: 'OE1-OT1-R1', Target: 15.5, StartDate: '2021-01-01T05:00:00Z', ProcessesId: [1, 2], Owner0Id: me.Id,
      Link: { Url: 'https://aci.example/a', Description: 'A' },
      Detail: 'línea 1\nlínea 2'
    });
    expect(added).toMatchObject({ Id: 1, ID: 1, Title: 'Convenios', Code: 'OE1-OT1-R1', Target: 15.5, Active: true, Direction: 'Increase',
      ProcessesId: [1, 2], Owner0Id: me.Id });
    const read = await items().getById(1)();
    expect(read).toMatchObject({ StartDate: '2021-01-01T05:00:00Z', Link: { Url: 'https://aci.example/a', Description: 'A' },
      Detail: 'línea 1\nlínea 2', AuthorId: me.Id, Attachments: false });
    expect(read['odata.etag']).toBe('"1"');
    const row = await items().getById(1).select('Title', 'Processes/Title', 'Processes/Id', 'Owner0/Title',
      'Owner0/EMail').expand('Processes', 'Owner0')();
    expect(row).toMatchObject({ Processes: [{ Title: 'COOP', Id: 1 }, { Title: 'INV', Id: 2 }],
      Owner0: { Title: 'Planeación', EMail: 'planeacion@aci.example' } });
  });

  it('refuses what SharePoint refuses in a value or a name', async () => {
    expect(await refusal(items().add({ Title: 'x', Nada: 1 }))).toMatchObject({ status: 400,
      code: '-1, Microsoft.SharePoint.Client.InvalidClientQueryException' });
    expect(await refusal(items().add({ Title: 'x', Target: 'mucho' }))).toMatchObject({ status: 400 });
    expect(await refusal(items().add({ Title: 'x'.repeat(256) }))).toMatchObject({ status: 400,
      code: '-2130575155, Microsoft.SharePoint.SPException' });
    expect(await refusal(items().add({ Title: 'x', Code: 'oe1-ot1-r1' }))).toMatchObject({ status: 500,
      code: '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException' });
    expect(await refusal(items().getById(999)())).toMatchObject({ status: 404, code: '-2130575338, System.ArgumentException' });
    expect(await refusal(items().select('Processes/Title')())).toMatchObject({ status: 400 });
  });

  it('overwrites without an ETag, and with one only the version that was read', async () => {
    const { etag } = await items().getById(1).update({ Target: 16 }) as unknown as { etag: string };
    expect(etag).toMatch(/^"[0-9a-f-]{36},2"$/);
    expect(await refusal(items().getById(1).update({ Target: 17 }, '"1"'))).toMatchObject({ status: 412,
      code: '-1, Microsoft.SharePoint.Client.ClientServiceException' });
    await items().getById(1).update({ Target: 17 }, etag);
    const read = await items().getById(1).select('Target', 'OData__UIVersionString')();
    expect(read).toMatchObject({ Target: 17, OData__UIVersionString: '3.0' });
    const versions = await items().getById(1).versions();
    expect(versions.map((one: { VersionLabel: string; Target: number }) => [one.VersionLabel, one.Target])).toEqual([['3.0', 17],
      ['2.0', 16], ['1.0', 15.5]]);
  });

  it('filters, sorts and pages', async () => {
    for (let i = 2; i <= 12; i += 1) {
      await items().add({ Title: `Resultado ${i}`, Code: `OE1-OT1-R${i}`, Target: i % 3,
        StartDate: `2021-${String(i).padStart(2, '0')}-01T05:00:00Z`, Active: i % 2 === 0 });
    }
    const codes = async (filter: string): Promise<string[]> =>
      (await items().select('Code').filter(filter).orderBy('Id')()).map((one: { Code: string }) => one.Code.slice(8));
    expect(await codes("Code eq 'OE1-OT1-R5'")).toEqual(['R5']);
    expect(await codes("startswith(Code,'OE1-OT1-R1')")).toEqual(['R1', 'R10', 'R11', 'R12']);
    expect(await codes("substringof('ado 7',Title)")).toEqual(['R7']);
    expect(await codes('Target gt 1 and Target lt 3')).toEqual(['R2', 'R5', 'R8', 'R11']);
    expect(await codes('Active eq 0')).toEqual(['R3', 'R5', 'R7', 'R9', 'R11']);
    expect(await codes("StartDate ge datetime'2021-11-01T00:00:00Z'")).toEqual(['R11', 'R12']);
    expect(await codes('month(StartDate) eq 4 or day(StartDate) eq 3')).toEqual(['R4']);
    expect(await codes('Owner0Id ne null')).toEqual(['R1']);
    expect(await codes("Author/Title eq 'Planeación' and Id le 2")).toEqual(['R1', 'R2']);
    expect(await codes('Processes/Id eq 2')).toEqual(['R1']);
    expect(await codes("not(startswith(Title,'Resultado')) or Id eq 3")).toEqual(['R1', 'R3']);
    expect(await refusal(items().filter("endswith(Title,'x')")())).toMatchObject({ status: 400 });
    expect(await refusal(items().filter("Title eq 'x")())).toMatchObject({ status: 400 });
    expect(await refusal(items().filter("Nada eq 'x'")())).toMatchObject({ status: 400 });
    const seen: string[] = [];
    const sizes: number[] = [];
    for await (const page of items().select('Code', 'Target').orderBy('Target', false).orderBy('Title').top(5)) {
      sizes.push(page.length);
      seen.push(...page.map((one: { Code: string }) => one.Code));
    }
    expect(sizes).toEqual([5, 5, 2]);
    expect(new Set(seen).size).toBe(12);
    expect(seen[0]).toBe('OE1-OT1-R1');
  });

  it('pages by Id whatever is added in between', async () => {
    const first = await raw(site(), "/_api/web/getList('/Lists/KeyResults')/items?$select=Id&$top=4");
    expect(first.json['odata.nextLink']).toMatch(/items\?%24skiptoken=Paged%3dTRUE%26p_ID%3d4&%24select=Id&%24top=4$/);
    await items().getById(2).delete();
    await items().add({ Title: 'nuevo' });
    const next = await raw(site(), String(first.json['odata.nextLink']).replace(site().origin, ''));
    expect((next.json.value as { Id: number }[]).map((one) => one.Id)).toEqual([5, 6, 7, 8]);
  });

  it('holds back a delete that a lookup restricts', async () => {
    await clientOf(site(), 'planeacion').web.getList('/Lists/CheckIns').items.add({ Title: 'r', KeyResultId: 1 });
    expect((await refusal(items().getById(1).delete())).status).toBe(500);
    await clientOf(site(), 'planeacion').web.getList('/Lists/CheckIns').items.getById(1).delete();
    await items().getById(1).delete();
    expect((await refusal(items().getById(1)())).status).toBe(404);
  });

  it('answers a batch in order, parts failing alone', async () => {
    const sp = clientOf(site(), 'planeacion');
    const [batched, execute] = sp.batched();
    const list = batched.web.getList('/Lists/Processes');
    const added = list.items.add({ Title: 'ADM' });
    const missing = refusal(list.items.getById(77).update({ Title: 'x' }));
    const all = list.items.select('Id').orderBy('Id')();
    const changed = list.items.getById(1).update({ Title: 'COOP!' });
    await execute();
    expect(await added).toMatchObject({ Title: 'ADM' });
    expect(await missing).toMatchObject({ status: 404, code: '-2130575338, System.ArgumentException' });
    expect((await all)[0]).toMatchObject({ Id: 1 });
    expect(await changed).toMatchObject({ etag: expect.stringMatching(/,2"$/) as unknown });
    const { web } = sp;
    const [onlyReads, run] = createBatch(web);
    const me = web.currentUser;
    me.using(onlyReads);
    const title = me();
    await run();
    expect((await title).Title).toBe('Planeación');
  });

  it('counts its items', async () => {
    const { ItemCount } = await clientOf(site(), 'planeacion').web.getList('/Lists/Processes').select('ItemCount')();
    expect(ItemCount).toBe(4);
  });

  it('validates form values, required ones too, and answers 200', async () => {
    const list = clientOf(site(), 'planeacion').web.getList('/Lists/KeyResults');
    const id = (await list.items.add({ Title: 'formas' })).Id as number;
    const good = await list.items.getById(id).validateUpdateListItem([{ FieldName: 'Target', FieldValue: '1.234,5' },
      { FieldName: 'StartDate', FieldValue: '31/03/2021' }]);
    expect(good.every((one) => !one.HasException)).toBe(true);
    expect(await list.items.getById(id).select('Target', 'StartDate')()).toMatchObject({ Target: 1234.5,
      StartDate: '2021-03-31T05:00:00Z' });
    const bad = await list.items.getById(id).validateUpdateListItem([{ FieldName: 'Target', FieldValue: 'mucho' },
      { FieldName: 'Title', FieldValue: '' }]);
    expect(bad.map((one) => one.HasException)).toEqual([true, true]);
    const added = await list.addValidateUpdateItemUsingPath([{ FieldName: 'Title', FieldValue: 'por forma' }], '/Lists/KeyResults');
    expect(added.find((one) => one.FieldName === 'Id')?.FieldValue).toMatch(/^\d+$/);
  });
});
