import { createChangeToken } from '@pnp/sp';
import { clientOf, refusal, withSite } from './support';

describe('CAML, list data as a stream, and changes', () => {
  const site = withSite({ clock: () => new Date('2021-08-15T15:00:00Z') });
  const list = () => clientOf(site(), 'planeacion').web.getList('/Lists/Reportes');

  beforeAll(async () => {
    const { web } = clientOf(site(), 'planeacion');
    const target = await web.lists.add('Procesos');
    await web.getList('/Lists/Procesos').items.add({ Title: 'COOP' });
    await web.getList('/Lists/Procesos').items.add({ Title: 'INV' });
    await web.lists.add('Reportes');
    const { fields } = list();
    await fields.createFieldAsXml('<Field Type="Number" DisplayName="Value" />');
    await fields.createFieldAsXml('<Field Type="DateTime" DisplayName="Day" Format="DateOnly" />');
    await fields.createFieldAsXml('<Field Type="Boolean" DisplayName="Done" />');
    await fields.createFieldAsXml(`<Field Type="Lookup" DisplayName="Process" List="{${target.Id}}" ShowField="Title" />`);
    await fields.createFieldAsXml('<Field Type="Note" DisplayName="Narrative" />');
    const me = await web.currentUser();
    await fields.createFieldAsXml('<Field Type="User" DisplayName="Lead" />');
    for (let i = 1; i <= 6; i += 1) {
      await list().items.add({
        Title: `R${i}`, Value: i * 1.5, Day: `2021-0${i}-10T05:00:00Z`, Done: i > 3, ProcessId: (i % 2) + 1, Narrative: `avance ${i}`,
        LeadId: i === 2 ? me.Id : null
      });
    }
  });

  const titles = async (where: string, rest = ''): Promise<string> => {
    const rows = (await list().getItemsByCAMLQuery(
      { ViewXml: `<View><Query>${where === '' ? '' : `<Where>${where}</Where>`}${rest}</Query></View>` })) as { Title: string }[];
    return rows.map((row) => row.Title).join(' ');
  };

  it('finds by every comparison', async () => {
    expect(await titles('<Eq><FieldRef Name="Title"/><Value Type="Text">r2</Value></Eq>')).toBe('R2');
    expect(await titles('<Gt><FieldRef Name="Value"/><Value Type="Number">6</Value></Gt>')).toBe('R5 R6');
    expect(await titles('<Eq><FieldRef Name="Process"/><Value Type="Lookup">COOP</Value></Eq>')).toBe('R2 R4 R6');
    expect(await titles('<Eq><FieldRef Name="Process" LookupId="TRUE"/><Value Type="Lookup">2</Value></Eq>')).toBe('R1 R3 R5');
    expect(await titles('<In><FieldRef Name="Title"/><Values><Value Type="Text">R1</Value><Value Type="Text">R6</Value></Values>'
      + '</In>')).toBe('R1 R6');
    expect(await titles('<Contains><FieldRef Name="Narrative"/><Value Type="Text">ce 5</Value></Contains>')).toBe('R5');
    expect(await titles('<BeginsWith><FieldRef Name="Title"/><Value Type="Text">r</Value></BeginsWith>',
      '<OrderBy><FieldRef Name="Value" Ascending="FALSE"/></OrderBy>')).toBe('R6 R5 R4 R3 R2 R1');
    expect(await titles('<Eq><FieldRef Name="Lead" LookupId="TRUE"/><Value Type="Integer"><UserID/></Value></Eq>')).toBe('R2');
    expect(await titles('<IsNotNull><FieldRef Name="Lead"/></IsNotNull>')).toBe('R2');
    expect(await titles('<And><Eq><FieldRef Name="Done"/><Value Type="Boolean">1</Value></Eq><Lt><FieldRef Name="Value"/><Value '
      + 'Type="Number">8</Value></Lt></And>')).toBe('R4 R5');
  });

  it('compares days, and today', async () => {
    expect(await titles('<Eq><FieldRef Name="Day"/><Value Type="DateTime">2021-03-10T20:00:00Z</Value></Eq>')).toBe('R3');
    expect(await titles('<Leq><FieldRef Name="Day"/><Value Type="DateTime"><Today OffsetDays="-90"/></Value></Leq>')).toBe(
      'R1 R2 R3 R4 R5');
  });

  it('refuses what is no CAML', async () => {
    for (const xml of ['<View><Query><Where><Eq/></Where></Query></View>', '<View>',
      '<View><Query><Where><Nada><FieldRef Name="Title"/></Nada></Where></Query></View>']) {
      expect((await refusal(list().getItemsByCAMLQuery({ ViewXml: xml }))).status).toBe(500);
    }
  });

  it('streams rows as a list page shows them, page by page', async () => {
    const xml = '<View><Query><OrderBy><FieldRef Name="Value"/></OrderBy></Query><ViewFields><FieldRef Name="Title"/><FieldRef '
      + 'Name="Value"/><FieldRef Name="Process"/><FieldRef Name="Day"/><FieldRef Name="Done"/></ViewFields><RowLimit '
        + 'Paged="TRUE">4</RowLimit></View>';
    const first = await list().renderListDataAsStream({ ViewXml: xml });
    expect(first.Row).toHaveLength(4);
    expect(first.Row[0]).toMatchObject({
      ID: '1', Title: 'R1', Value: '1,5', 'Value.': '1.50000000000000',
      Process: [{ lookupId: 2, lookupValue: 'INV', isSecretFieldValue: false }], Day: '10/01/2021', Done: 'No', 'Done.value': '0'
    });
    const second = await list().renderListDataAsStream({ ViewXml: xml,
      Paging: (first as unknown as { NextHref: string }).NextHref.slice(1) });
    expect(second.Row.map((row: { Title: string }) => row.Title)).toEqual(['R5', 'R6']);
    expect(second.FirstRow).toBe(5);
  });

  it('tells what changed since a token', async () => {
    const { CurrentChangeToken } = await list().select('CurrentChangeToken')();
    const added = await list().items.add({ Title: 'nuevo' }) as { Id: number };
    await list().items.getById(added.Id).update({ Title: 'otro' });
    await list().items.getById(added.Id).delete();
    const changes = (await list().getChanges({ Add: true, Update: true, DeleteObject: true, Item: true,
      ChangeTokenStart: CurrentChangeToken })) as { ChangeType: number; ItemId: number }[];
    expect(changes.map((one) => [one.ChangeType, one.ItemId])).toEqual([[1, added.Id], [2, added.Id], [3, added.Id]]);
    const { Id } = await list().select('Id')();
    const all = (await list().getChanges({ Add: true, Item: true,
      ChangeTokenStart: createChangeToken('list', Id, new Date('2021-08-15T00:00:00Z')) })) as unknown[];
    expect(all).toHaveLength(7);
  });
});
