import { raw, withSite } from './support';

const LIST = "getlist('/Lists/Dialecto')";

describe('metadata levels and languages', () => {
  const site = withSite();
  const get = async (path: string, level: string) => (await raw(site(), `/_api/web${path}`,
    { headers: { Accept: level === '' ? 'application/json' : `application/json;odata=${level}` } })).json;

  beforeAll(async () => {
    await raw(site(), '/_api/web/lists', { method: 'POST', json: { Title: 'Dialecto', BaseTemplate: 100 } });
    await raw(site(), `/_api/web/${LIST}/items`, { method: 'POST', json: { Title: 'uno' } });
  });

  it.each([
    ['a web', '?$select=Title', 'SP.Web', { Title: 'SIGACI' }],
    ['a list', `/${LIST}?$select=Title`, 'SP.List', { Title: 'Dialecto' }],
    ['an item', `/${LIST}/items(1)?$select=Title`, 'SP.Data.DialectoListItem', { Title: 'uno' }],
    ['a column', `/${LIST}/fields/getbytitle('Título')?$select=InternalName`, 'SP.FieldText', { InternalName: 'Title' }],
    ['a user', '/currentuser?$select=Title', 'SP.User', { Title: 'Planeación' }]
  ])('gives %s at each level', async (_what, path, type, values) => {
    expect(await get(path, 'nometadata')).toEqual(values);
    const minimal = await get(path, '');
    expect(minimal).toMatchObject({ ...values, 'odata.metadata': expect.stringMatching(/_api\/\$metadata#/) as unknown, 'odata.type': type,
      'odata.id': expect.stringMatching(/^http/) as unknown, 'odata.editLink': expect.any(String) as unknown });
    expect(await get(path, 'minimalmetadata')).toEqual(minimal);
    const verbose = await get(path, 'verbose');
    expect(Object.keys(verbose)).toEqual(['d']);
    expect(verbose.d).toMatchObject({ ...values, __metadata: { type, uri: expect.stringMatching(/^http/) as unknown } });
  });

  it('gives collections and single values at each level', async () => {
    expect(await get('/lists?$select=Title&$filter=Title eq \'Dialecto\'', 'nometadata')).toEqual({ value: [{ Title: 'Dialecto' }] });
    expect(await get('/lists?$select=Title', '')).toMatchObject({ 'odata.metadata': expect.any(String) as unknown,
      value: expect.any(Array) as unknown });
    const { d } = await get('/lists?$select=Title&$filter=Title eq \'Dialecto\'', 'verbose') as { d: unknown };
    expect(d).toMatchObject({ results: [{ Title: 'Dialecto', __metadata: { type: 'SP.List' } }] });
    expect(await get('/title', 'nometadata')).toEqual({ value: 'SIGACI' });
    expect(await get('/title', '')).toMatchObject({ 'odata.metadata': expect.stringMatching(/Edm\.String$/) as unknown, value: 'SIGACI' });
    expect(await get('/title', 'verbose')).toEqual({ d: { Title: 'SIGACI' } });
    expect(await get(`/${LIST}/effectivebasepermissions`, 'nometadata')).toEqual({ High: '2147483647', Low: '4294967295' });
    expect(await get(`/${LIST}/effectivebasepermissions`, 'verbose')).toMatchObject({ d: { EffectiveBasePermissions: {
      High: '2147483647', __metadata: { type: 'SP.BasePermissions' } } } });
    expect(await get(`/${LIST}/items(1)?$select=Id`, 'verbose')).toMatchObject({ d: { Id: 1 } });
  });

  it('takes verbose bodies', async () => {
    const made = await raw(site(), `/_api/web/${LIST}/items`, { method: 'POST',
      json: { __metadata: { type: 'SP.Data.DialectoListItem' }, Title: 'dos' }, headers: { Accept: 'application/json;odata=verbose' } });
    expect([made.status, (made.json.d as { Title: string }).Title]).toEqual([201, 'dos']);
  });

  it.each([
    ['en-US,en;q=0.9', 'en-US'], ['en-GB', 'en-US'], ['es-CO,es;q=0.9', 'es-ES'], ['es-ES', 'es-ES'], ['fr-FR', 'es-ES'], ['', 'es-ES'],
    ['fr-FR,en;q=0.5', 'en-US'], ['de;q=0.9, es;q=0.1', 'es-ES'], [';;;,', 'es-ES']
  ])('answers %s in %s, with the same code', async (language, lang) => {
    const headers = { 'Accept-Language': language };
    for (const [path, status, code] of [
      ["/_api/web/lists/getbytitle('nada')", 404, '-1, System.ArgumentException'],
      [`/_api/web/${LIST}/items(99)`, 404, '-2130575338, System.ArgumentException'],
      ['/_api/web/nada', 404, '-1, Microsoft.SharePoint.Client.ResourceNotFoundException']
    ] as const) {
      const answer = await raw(site(), path, { headers });
      const error = answer.json['odata.error'] as { code: string; message: { lang: string; value: string } };
      expect([answer.status, error.code, error.message.lang]).toEqual([status, code, lang]);
      expect(/ (no|del|la) /i.test(error.message.value)).toBe(lang === 'es-ES');
    }
  });
});
