import { clientOf, raw, refusal, withSite } from './support';

const TOO_MUCH = { status: 500, code: '-2147024860, Microsoft.SharePoint.SPQueryThrottledException' };

describe('the list view threshold', () => {
  const site = withSite();
  const items = () => clientOf(site(), 'planeacion').web.getList('/Lists/Muchos').items;

  beforeAll(async () => {
    await clientOf(site(), 'planeacion').web.lists.add('Muchos');
    const { fields } = clientOf(site(), 'planeacion').web.getList('/Lists/Muchos');
    await fields.createFieldAsXml('<Field Type="Text" DisplayName="Quarter" Indexed="TRUE" />');
    await fields.createFieldAsXml('<Field Type="Text" DisplayName="Plain" />');
    const sp = clientOf(site(), 'planeacion');
    for (let from = 0; from < 5100; from += 100) {
      const [batched, execute] = sp.batched({ maxRequests: 100 });
      const list = batched.web.getList('/Lists/Muchos');
      for (let i = from; i < from + 100; i += 1) {
        void list.items.add({ Title: `t${i}`, Quarter: `2021-T${i % 4}`, Plain: `p${i % 3}` });
      }
      await execute();
    }
  }, 60000);

  it('lets through what an index narrows, and going through by Id', async () => {
    expect((await items().filter("Quarter eq '2021-T1'").top(2000)()).length).toBe(1275);
    expect((await items().filter("Quarter eq '2021-T1' and Plain eq 'p1'").top(2000)()).length).toBe(425);
    expect((await items().filter('Id gt 5000').orderBy('Id')()).length).toBe(100);
    expect((await items().top(5000)()).length).toBe(5000);
    let rows = 0;
    for await (const page of items().select('Id').top(2000)) {
      rows += page.length;
    }
    expect(rows).toBe(5100);
  });

  it('refuses what no index narrows', async () => {
    expect(await refusal(items().filter("Plain eq 'p1'")())).toMatchObject(TOO_MUCH);
    expect(await refusal(items().filter("Quarter eq '2021-T1' or Plain eq 'p1'")())).toMatchObject(TOO_MUCH);
    expect(await refusal(items().filter("Quarter ne '2021-T1'")())).toMatchObject(TOO_MUCH);
    expect(await refusal(items().orderBy('Plain')())).toMatchObject(TOO_MUCH);
    expect(await refusal(items().top(5001)())).toMatchObject(TOO_MUCH);
    expect(await refusal(items().filter("startswith(Quarter,'2021')")())).toMatchObject(TOO_MUCH);
  });

  it('limits a list to 20 indexes, and a batch to 100 requests', async () => {
    const { fields } = clientOf(site(), 'planeacion').web.getList('/Lists/Muchos');
    for (let i = 0; i < 19; i += 1) {
      await fields.createFieldAsXml(`<Field Type="Number" DisplayName="N${i}" Indexed="TRUE" />`);
    }
    expect((await refusal(fields.createFieldAsXml('<Field Type="Number" DisplayName="N20" Indexed="TRUE" />'))).status).toBe(500);
    expect((await refusal(fields.createFieldAsXml('<Field Type="Note" DisplayName="Larga" Indexed="TRUE" />'))).status).toBe(500);
    const part = '--b\nContent-Type: application/http\n\nGET http://localhost/_api/web HTTP/1.1\n\n';
    const answer = await raw(site(), '/_api/$batch', { method: 'POST', headers: { 'Content-Type': 'multipart/mixed; boundary=b' },
      body: `${part.repeat(101)}--b--\n` });
    expect(answer.status).toBe(400);
  });
});
