import { request } from 'node:http';
import { raw, withSite } from './support';

describe('bad input', () => {
  const site = withSite();
  const text = (value: unknown): string => JSON.stringify(value);

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
      expect(answer.text).toMatch(/^--batchresponse_\S+\r\nContent-Type: application\/http\r\n[\s\S]*\r\nHTTP\/1\.1 200 OK\r\n[\s\S]*\{"Title":"SIGACI"\}\r\n--batchresponse_\S+--\r\n$/);
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
