import { XMLParser } from 'fast-xml-parser';
import { ControlMode } from '@pnp/sp/lists';
import { clientOf, raw, refusal, withSite } from './support';

interface Since {
  Changes: { '@_LastChangeToken': string; Id?: { '#text': number; '@_ChangeType': string } };
  'rs:data': { '@_ItemCount': string; 'z:row'?: Record<string, string> | Record<string, string>[] };
}

describe('lists read as a whole', () => {
  const site = withSite();
  const list = (person = 'planeacion') => clientOf(site(), person).web.lists.getByTitle('Tareas');
  const since = async (query: Parameters<ReturnType<typeof list>['getListItemChangesSinceToken']>[0], person = 'planeacion') => {
    const xml = await list(person).getListItemChangesSinceToken(query) as unknown as string;
    const { listitems } = new XMLParser({ ignoreAttributes: false }).parse(xml) as { listitems: Since };
    const rows = listitems['rs:data']['z:row'] ?? [];
    return { token: listitems.Changes['@_LastChangeToken'], gone: listitems.Changes.Id, count: Number(listitems['rs:data']['@_ItemCount']),
      rows: Array.isArray(rows) ? rows : [rows] };
  };

  beforeAll(async () => {
    await clientOf(site(), 'planeacion').web.lists.add('Tareas');
    await list().fields.addNumber('Valor');
    await list().fields.addMultiChoice('Temas', { Choices: ['a', 'b'] });
    for (const [Title, Valor] of [["Uno & 'medio'", 1], ['Dos', 2], ['Tres', 3]] as const) {
      await list().items.add({ Title, Valor, Temas: ['a', 'b'] });
    }
  });

  it('gives all rows, then only what changed since, and what is gone', async () => {
    const all = await since({});
    expect(all.rows.map((row) => row['@_ows_Title'])).toEqual(["Uno & 'medio'", 'Dos', 'Tres']);
    expect(all.rows[1]).toMatchObject({ '@_ows_Valor': '2.00000000000000', '@_ows_Temas': ';#a;#b;#',
      '@_ows_Author': expect.stringMatching(/^\d+;#Planeación$/) as string });
    expect((await since({ ChangeToken: all.token })).rows).toEqual([]);
    await list().items.getById(2).update({ Valor: 20 });
    await list().items.getById(3).delete();
    const changed = await since({ ChangeToken: all.token });
    expect(changed.rows.map((row) => row['@_ows_ID'])).toEqual(['2']);
    expect(changed.gone).toMatchObject({ '#text': 3, '@_ChangeType': 'Delete' });
    const filtered = await since({ Contains: '<Contains><FieldRef Name="Title"/><Value Type="Text">Uno</Value></Contains>',
      ViewFields: '<ViewFields><FieldRef Name="Temas"/></ViewFields>', RowLimit: '5' });
    expect(filtered.rows.map((row) => [row['@_ows_ID'], row['@_ows_Valor']])).toEqual([['1', undefined]]);
  });

  it('refuses a token and XML that are none', async () => {
    expect((await refusal(list().getListItemChangesSinceToken({ ChangeToken: 'nada' }))).status).toBe(400);
    expect((await refusal(list().getListItemChangesSinceToken({ Query: '<Query><Where>' }))).status).toBe(500);
  });

  it('shows an item as its form would', async () => {
    const form = await list().renderListFormData(1, 'editform', ControlMode.Edit) as unknown as Record<string, Record<string, unknown>>;
    expect(form.Title).toBe("Uno & 'medio'");
    expect(form.ListSchema.Valor).toMatchObject({ FieldType: 'Number', Required: false });
    expect(form.FieldControlModes).toMatchObject({ Title: 2 });
    expect((await refusal(list().renderListFormData(99, 'editform', ControlMode.Edit))).status).toBe(404);
    expect((await refusal(list('sin-acceso').renderListFormData(1, 'editform', ControlMode.Edit))).status).toBe(403);
  });

  it('filters and sorts a stream by what stands in its address', async () => {
    const rows = async (query: Record<string, string>) => (await list().renderListDataAsStream({ ViewXml: '<View/>' }, {},
      new Map(Object.entries(query)))).Row.map((row) => (row as { ID: string }).ID);
    expect(await rows({ FilterField1: 'Title', FilterValue1: 'Dos' })).toEqual(['2']);
    expect(await rows({ FilterFields1: 'Title', FilterValues1: "Dos;#Uno & 'medio'" })).toEqual(['1', '2']);
    expect(await rows({ FilterField1: 'Title', FilterValue1: 'Dos', FilterField2: 'Valor', FilterValue2: '1' })).toEqual([]);
    expect(await rows({ SortField: 'Valor', SortDir: 'Desc' })).toEqual(['2', '1']);
    expect((await raw(site(), "/_api/web/lists/getbytitle('Tareas')/renderlistdataasstream?FilterField1=Nada&FilterValue1=x",
      { method: 'POST', json: { parameters: { ViewXml: '<View/>' } } })).status).toBe(400);
  });
});
