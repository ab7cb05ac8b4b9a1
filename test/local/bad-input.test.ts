import { request } from 'node:http';
import { raw, withSite } from './support';

describe('bad input', () => {
  const site = withSite();
  const text = (value: unknown): string => JSON.stringify(value);

  beforeAll(async () => {
    await raw(site(), '/_api/web/lists', { method: 'POST', json: { Title: 'X', BaseTemplate: 100 } });
    await raw(site(), "/_api/web/getlist('/Lists/X')/items", { method: 'POST', json: { Title: 'uno' } });
  });

  afterEach(async () => {
    // Whatever it was, the server is still there.
    expect((await raw(site(), '/_api/web?$select=Title')).json).toEqual({ Title: 'SIGACI' });
  });

  it.each([
    ['an unbalanced quote', "/_api/web/lists/getByTitle('x)", 400],
    ['an unbalanced bracket', "/_api/web/lists/getByTitle('x'", 400],
    ['a stray per cent sign', '/_api/web/lists/getByTitle(%)', 400],
    ['an unknown segment', '/_api/web/nada', 404],
    ['an unknown root', '/_api/nada', 404],
    ['a web there is not', '/sites/nada/_api/web', 404],
    ['a list id that is none', "/_api/web/lists('nada')", 404],
    ['an unknown option', '/_api/web/lists?$nada=1', 400],
    ['a top that is no number', '/_api/web/lists?$top=x', 400],
    ['a selection of what there is not', '/_api/web?$select=Nada', 400],
    ['a filter that is none', '/_api/web/lists?$filter=Title%20eq', 400],
    ['a missing alias', '/_api/web/getList(@p1)', 400],
    ['SQL in a name', "/_api/web/lists?$filter=Title eq 'x'' or 1=1 --'", 200],
    ['SQL in an order', '/_api/web/lists?$orderby=Title;drop table lists', 400]
  ])('answers %s', async (_what, path, status) => {
    const answer = await raw(site(), path);
    expect(answer.status).toBe(status);
    if (status >= 400) {
      expect(answer.json['odata.error']).toMatchObject({ code: expect.stringMatching(/^-\d+, \S+$/) as unknown,
        message: { lang: 'es-ES' } });
    }
    expect(answer.text).not.toMatch(/\.ts:|at Object|node_modules/);
  });

  it.each([
    "lists?$filter=" + '('.repeat(3000) + 'Hidden' + ')'.repeat(3000), "lists?$filter=" + 'not '.repeat(1000) + 'Hidden',
    "lists?$filter=Hidden eq", "lists?$filter=Title eq 'x", 'lists?$orderby=Title up', 'lists?$top=-1', 'lists?$top=1.5', 'lists?$skip=x',
    'lists?$expand=Nada', 'lists?$expand=', 'lists?$select=', 'lists?$select=Title/', 'lists?$select=/', 'lists?$expand=/',
    "lists(guid'x')", 'lists(1)', 'lists()', "lists/getbytitle()", "lists/getbyid('x')", "getlist('')", "getlist('//')", "getlist('/')",
    "getlist('/Lists/X')/items(x)", "getlist('/Lists/X')/items(-1)", "getlist('/Lists/X')/items(1e99)", "getlist('/Lists/X')/items()",
    "getlist('/Lists/X')/items?$skiptoken=x", "getlist('/Lists/X')/items?$skiptoken=Paged=TRUE%26p_ID=x",
    "getlist('/Lists/X')/items?$skiptoken=Paged=TRUE%26p_ID=99999999999999999999", "getlist('/Lists/X')/items?$filter=year(Title) eq 1",
    "getlist('/Lists/X')/items?$filter=Created eq 'ayer'", "getlist('/Lists/X')/items?$filter=Id eq 'x'",
    "getlist('/Lists/X')/items?$filter=Created gt datetime'9999-99-99'", "getlist('/Lists/X')/items?$orderby=Author/Title/Nada",
    "getlist('/Lists/X')/items?$select=Author/Nada&$expand=Author", "getlist('/Lists/X')/items?$expand=Author",
    "getlist('/Lists/X')/fields('x')", "getlist('/Lists/X')/views('x')", "getlist('/Lists/X')/views",
      "getlist('/Lists/X')/items(1)/versions(x)",
    "getlist('/Lists/X')/items(1)/attachmentfiles()", "getlist('/Lists/X')/items(1)/roleassignments(x)",
    "getfilebyserverrelativepath(decodedUrl='')", "getfilebyserverrelativepath()", "getfilebyserverrelativeurl('http://%')",
    "getfilebyurl('https://%zz/a')", "getfolderbyserverrelativeurl('../../etc/passwd')", "getfilebyid('x')", "getuserbyid(x)",
      "getuserbyid()",
    "siteusers('x')", "siteusers/getbyemail('x')", 'sitegroups(x)', "sitegroups/getbyname('')", 'roledefinitions(x)',
    "doesuserhavepermissions('{')", 'doesuserhavepermissions(@a)?@a={', "getusereffectivepermissions('x')", 'contenttypes(x)',
    "recyclebin('x')", 'regionalsettings/timezone/nada', 'regionalsettings/timezones/getbyid(x)', "getstorageentity()", "__proto__",
      "constructor",
    "lists/constructor", "lists?$filter=constructor eq 1", "lists?$select=__proto__", "lists?$orderby=__proto__", "title/nada", "title()",
      '%00'
  ])('never falls over %s', async (path) => {
    const answer = await raw(site(), `/_api/web/${path.replace(/ /g, '%20')}`);
    expect(answer.text).not.toMatch(/UnknownError|\.ts:|at Object|node_modules/);
    expect([200, 400, 403, 404, 405, 500]).toContain(answer.status);
  });

  it.each([
    ['lists', { Title: 1 }], ['lists', { Title: '' }], ['lists', { Title: 'x', BaseTemplate: 'x' }], ['lists', { Title: 'x', Nada: 1 }],
    ['lists', { Title: { a: 1 } }], ['webs/add', { parameters: 'x' }], ['webs/add', { parameters: { Title: 'x', Url: '../x' } }],
    ['webs/add', {}], ['ensureuser', {}], ['ensureuser', { logonName: {} }], ['sitegroups', { Title: null }], ['roledefinitions', {}],
    ['roledefinitions', { Name: 'x', BasePermissions: { High: 'x', Low: '1' } }], ['contenttypes', { Name: {} }], ['contenttypes', {}],
    ["getlist('/Lists/X')/items", { Title: { a: 1 } }], ["getlist('/Lists/X')/items", { Title: [1] }],
    ["getlist('/Lists/X')/items", { Id: 'x' }], ["getlist('/Lists/X')/items", { AuthorId: 'x' }],
    ["getlist('/Lists/X')/items", { ContentTypeId: {} }], ["getlist('/Lists/X')/items", { __metadata: 1, Title: null }],
    ["getlist('/Lists/X')/fields", {}], ["getlist('/Lists/X')/fields", { Title: 'x', FieldTypeKind: 'x' }],
    ["getlist('/Lists/X')/fields", { Title: 'x', FieldTypeKind: 999 }], ["getlist('/Lists/X')/fields/addfield", { parameters: 1 }],
    ["getlist('/Lists/X')/fields/createfieldasxml", { parameters: { SchemaXml: '<Field' } }],
    ["getlist('/Lists/X')/fields/createfieldasxml", { parameters: { SchemaXml: '<Field Type="Lookup" DisplayName="L" List="x" />' } }],
    ["getlist('/Lists/X')/fields/createfieldasxml",
      { parameters: { SchemaXml: '<!DOCTYPE a [<!ENTITY b "c">]><Field Type="Text" DisplayName="&b;" />' } }],
    ["getlist('/Lists/X')/views", { Title: 'v', RowLimit: 'x', ViewQuery: '<' }], ["getlist('/Lists/X')/views", {}],
    ["getlist('/Lists/X')/getitems", { query: null }], ["getlist('/Lists/X')/getitems", { query: { ViewXml: '<View' } }],
    ["getlist('/Lists/X')/getitems", { query: { ViewXml: `<View><Query><Where>${'<And>'.repeat(3000)}</Where></Query></View>` } }],
    ["getlist('/Lists/X')/getitems", { query: { ViewXml: '<View/>', ListItemCollectionPosition: { PagingInfo: 'p_ID=x' } } }],
    ["getlist('/Lists/X')/renderlistdataasstream", { parameters: { RenderOptions: 'x', Paging: '?p_ID=x' } }],
    ["getlist('/Lists/X')/renderlistdataasstream", { parameters: null, overrideParameters: { ViewId: 'x' } }],
    ["getlist('/Lists/X')/getchanges", { query: { ChangeTokenStart: { StringValue: 'x' }, Add: true, Item: true } }],
    ["getlist('/Lists/X')/getchanges", { query: 'x' }], ["getlist('/Lists/X')/addvalidateupdateitemusingpath", { formValues: 'x' }],
    ["getlist('/Lists/X')/addvalidateupdateitemusingpath", { formValues: [null, 1, {}] }],
    ["getlist('/Lists/X')/addvalidateupdateitemusingpath", { listItemCreateInfo: { FolderPath: { DecodedUrl: 'http://x/%' } } }],
    ["getlist('/Lists/X')/breakroleinheritance(x,y)", {}],
      ["getlist('/Lists/X')/roleassignments/addroleassignment(principalid=1,roledefid=x)", {}],
    ["getlist('/Lists/X')/contenttypes/addavailablecontenttype", { contentTypeId: {} }],
    ["getlist('/Lists/X')/fields/adddependentlookupfield(displayname='x')", {}],
    ["regionalsettings/timezone/utctolocaltime('ayer')", {}], ['setstorageentity', { key: {} }], ['getchanges', { query: [] }]
  ])('never falls over a POST to %s', async (path, json) => {
    const answer = await raw(site(), `/_api/web/${path}`, { method: 'POST', json });
    expect(answer.text).not.toMatch(/UnknownError|\.ts:|at Object|node_modules/);
  });

  it('never falls over a condition without end', async () => {
    const caml = `${'<And>'.repeat(1500)}<Eq><FieldRef Name="ID"/><Value Type="Counter">1</Value></Eq>${
      '<Eq><FieldRef Name="ID"/><Value Type="Counter">1</Value></Eq></And>'.repeat(1500)}`;
    const answer = await raw(site(), "/_api/web/getlist('/Lists/X')/getitems", { method: 'POST',
      json: { query: { ViewXml: `<View><Query><Where>${caml}</Where></Query></View>` } } });
    expect([answer.status, answer.text]).toEqual([500, expect.not.stringMatching(/UnknownError/)]);
    const url = `${site().origin}/_api/web/getlist('/Lists/X')/items?$filter=${Array(3000).fill('Id eq 1').join(' or ')}`;
    const batch = await raw(site(), '/_api/$batch', { method: 'POST', headers: { 'Content-Type': 'multipart/mixed; boundary=a' },
      body: `--a\r\nContent-Type: application/http\r\n\r\nGET ${url.replace(/ /g, '%20')} HTTP/1.1\r\n\r\n\r\n--a--\r\n` });
    expect(batch.text).toMatch(/HTTP\/1\.1 400/);
    expect(batch.text).not.toMatch(/UnknownError/);
  });

  it('never falls over paths of what is moved, principals and pages asked for', async () => {
    for (const [path, json] of [
      ['sp.movecopyutil.movefilebypath()', { srcPath: { DecodedUrl: 'http://x/%' }, destPath: { DecodedUrl: '%zz' } }],
      ['sp.movecopyutil.copyfolderbypath()', { srcPath: 'x' }], ['sp.movecopyutil.copyfolderbypath()', { srcPath: null, options: 1 }],
      ["sp.web.getweburlfrompageurl(@v)?@v='%25'", {}], ['sp.utilities.utility.resolveprincipalincurrentcontext', { input: {} }],
      ['sp.utilities.utility.searchprincipalsusingcontextweb', { input: null, maxCount: 'x' }]
    ] as const) {
      const answer = await raw(site(), `/_api/${path}`, { method: 'POST', json });
      expect([path, answer.text]).not.toEqual([path, expect.stringMatching(/UnknownError|\.ts:|at Object/)]);
    }
  });

  it('answers a body that is no JSON, and one over 2 MiB', async () => {
    const post = (body: string) => raw(site(), '/_api/web/lists',
      { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
    expect((await post('{')).status).toBe(400);
    expect((await post('[]')).status).toBe(400);
    expect((await post('null')).status).toBe(400);
    const big = await post(text({ Title: 'x'.repeat(2 * 1024 * 1024) }));
    expect(big.status).toBe(400);
    expect(text(big.json)).toMatch(/2097152/);
  });

  it('answers a batch with a wrong boundary, without one, or with a broken part', async () => {
    const batch = (type: string, body: string) => raw(site(), '/_api/$batch', { method: 'POST', body, headers: { 'Content-Type': type } });
    expect((await batch('multipart/mixed; boundary=a', '--b\n\n--b--')).status).toBe(400);
    expect((await batch('application/json', '{}')).status).toBe(400);
    expect((await batch('multipart/mixed; boundary=a', '--a\nContent-Type: application/http\n\nHALLO\n\n--a--\n')).status).toBe(400);
    expect((await batch('multipart/mixed; boundary=a', '')).status).toBe(400);
    const part = `--a\nContent-Type: application/http\n\nPOST ${site().origin}/_api/web/lists HTTP/1.1\nContent-Type: application/json\n\n`;
    const small = `${part}{"Title":"Del lote","BaseTemplate":100}\n`;
    const big = await batch('multipart/mixed; boundary=a', `${small}${part}{"Title":"${'x'.repeat(2 * 1024 * 1024)}"}\n--a--\n`);
    expect(big.status).toBe(400);
    expect(text(big.json)).toMatch(/2097152/);
    expect((await raw(site(), "/_api/web/lists/getbytitle('Del lote')")).status).toBe(404);
    const nested = await batch('multipart/mixed; boundary=a',
      `--a\r\nContent-Type: application/http\r\n\r\nPOST ${site().origin}/_api/$batch HTTP/1.1\r\n\r\n\r\n--a--\r\n`);
    expect(nested.status).toBe(200);
    expect(nested.text).toMatch(/HTTP\/1\.1 400/);
  });

  it('answers with CRLF a batch written with either line end', async () => {
    const body = (end: string) => ['--a', 'Content-Type: application/http', 'Content-Transfer-Encoding: binary', '',
      `GET ${site().origin}/_api/web?$select=Title HTTP/1.1`, 'Accept: application/json;odata=nometadata', '', '', '--a--', ''].join(end);
    for (const end of ['\n', '\r\n']) {
      const answer = await raw(site(), '/_api/$batch', { method: 'POST', body: body(end),
        headers: { 'Content-Type': 'multipart/mixed; boundary=a' } });
      expect(answer.text).toMatch(
        /^--batchresponse_\S+\r\nContent-Type: application\/http\r\n[\s\S]*\r\nHTTP\/1\.1 200 OK\r\n[\s\S]*\{"Title":"SIGACI"\}\r\n/);
      expect(answer.text).toMatch(/\}\r\n--batchresponse_\S+--\r\n$/);
    }
  });

  it('refuses methods a resource does not have', async () => {
    expect((await raw(site(), '/_api/contextinfo')).status).toBe(405);
    expect((await raw(site(), '/_api/web/currentuser', { method: 'PUT' })).status).toBe(405);
  });

  it('answers on loopback names alone', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const call = request({ host: '127.0.0.1', port: site().port, path: '/_api/web', headers: { Host: 'evil.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      call.on('error', reject);
      call.end();
    });
    expect(status).toBe(421);
  });

  it('gives an expired digest back, and one that is somebody else\'s', async () => {
    const json = { logonName: 'coop' };
    const planner = site().people[0];
    const visitor = site().people[2];
    const digest = site().pageContextFor(visitor).formDigestValue;
    const withCookie = (cookie: string, value: string) => fetch(`${site().origin}/_api/web/ensureuser`, {
      method: 'POST', body: text(json), headers: { Cookie: `local-user=${cookie}`, 'X-RequestDigest': value,
        'Content-Type': 'application/json' }
    });
    expect((await withCookie(planner.shortName, digest)).status).toBe(403);
    expect((await withCookie(visitor.shortName, digest)).status).toBe(200);
    const old = digest.replace(/,.*/, ',01 Jan 2020 00:00:00 -0000');
    expect((await withCookie(visitor.shortName, old)).status).toBe(403);
  });
});
