import { connectAs } from '../../src/sharepoint/connect-as';
import { ReadBatch, type RowQuery } from '../../src/sharepoint/rows';

const ORIGIN = 'https://aci.example';

/** Answers batches and plain requests by the end of their address; keeps what was asked. */
function answering(answers: Record<string, { status?: number; body: unknown }>): string[] {
  const asked: string[] = [];
  const answer = (url: string): { status?: number; body: unknown } => {
    const found = Object.keys(answers).find(part => decodeURIComponent(url).includes(part));
    return found === undefined ? { status: 404, body: { 'odata.error': { code: '-1, X', message: { value: 'No' } } } } : answers[found];
  };
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const url = String(input);
    asked.push(`${init?.method} ${decodeURIComponent(url.replace(ORIGIN, ''))}`);
    if (url.endsWith('contextinfo')) return Response.json({ FormDigestValue: 'x', FormDigestTimeoutSeconds: 1800 });
    if (!url.endsWith('$batch')) return Response.json(answer(url).body, { status: answer(url).status ?? 200 });
    const parts = [...String(init?.body).matchAll(/^GET (\S+) HTTP/gm)].map(match => answer(match[1]));
    const text = parts.map(({ status = 200, body }) => [
      '--batchresponse_1', 'Content-Type: application/http', '', `HTTP/1.1 ${status} OK`, 'CONTENT-TYPE: application/json', '',
      JSON.stringify(body), ''
    ].join('\r\n')).join('');
    return new Response(`${text}--batchresponse_1--\r\n`, { status: 200 });
  });
  return asked;
}

afterEach(() => { jest.restoreAllMocks(); });

const query: RowQuery<'ProgrammedTargets'> = { list: 'ProgrammedTargets', select: ['Id', 'Value'], filter: 'Quarter eq \'2023-T3\'' };

async function read(): Promise<unknown> {
  const batch = new ReadBatch(connectAs(ORIGIN));
  const outcome = batch.rows(query);
  await batch.send();
  return outcome;
}

test('rows beyond the first page are fetched until there are no more', async () => {
  const asked = answering({
    'p_ID=3': { body: { value: [{ Id: 4 }] } },
    'p_ID=2': { body: { value: [{ Id: 3 }], 'odata.nextLink': `${ORIGIN}/_api/web/lists/items?%24skiptoken=Paged%3dTRUE%26p_ID%3d3` } },
    ProgrammedTargets: {
      body: { value: [{ Id: 1 }, { Id: 2 }], 'odata.nextLink': `${ORIGIN}/_api/web/lists/items?%24skiptoken=Paged%3dTRUE%26p_ID%3d2` }
    }
  });
  expect(await read()).toEqual({ ok: true, value: [{ Id: 1 }, { Id: 2 }, { Id: 3 }, { Id: 4 }] });
  expect(asked.slice(1)).toEqual([
    'POST /_api/$batch', 'GET /_api/web/lists/items?$skiptoken=Paged=TRUE&p_ID=2', 'GET /_api/web/lists/items?$skiptoken=Paged=TRUE&p_ID=3'
  ]);
});

test('a page that fails makes the whole reading fail: part of the rows would be a wrong figure', async () => {
  answering({
    'p_ID=2': { status: 500, body: { 'odata.error': { code: '-2147024860, X', message: { value: 'Umbral' } } } },
    ProgrammedTargets: {
      body: { value: [{ Id: 1 }], 'odata.nextLink': `${ORIGIN}/_api/web/lists/items?%24skiptoken=Paged%3dTRUE%26p_ID%3d2` }
    }
  });
  expect(await read()).toMatchObject({ ok: false, error: { status: 500 } });
});

test('parts fail one by one', async () => {
  answering({ ProgrammedTargets: { body: { value: [] } } });
  const batch = new ReadBatch(connectAs(ORIGIN));
  const [there, gone] = [batch.rows(query), batch.rows({ list: 'Plans', select: ['Id'] })];
  await batch.send();
  expect([(await there).ok, (await gone).ok]).toEqual([true, false]);
});

test('names in addresses and filters are escaped, and only what is selected is asked for', async () => {
  answering({ ProgrammedTargets: { body: { value: [] } } });
  await read();
  const sent = jest.mocked(globalThis.fetch).mock.calls.find(([input]) => String(input).endsWith('$batch'));
  const body = String(sent?.[1]?.body);
  expect(decodeURIComponent(body)).toContain(
    '/_api/web/getList(\'/Lists/ProgrammedTargets\')/items?$select=Id,Value&$top=5000&$filter=Quarter+eq+\'2023-T3\''
  );
  expect(body.toLowerCase()).toContain('accept: application/json;odata=nometadata');
});
