/** The way to a site from a page: whose digest is used, and what that costs. */
import type { LocalSharePoint } from '../../sharepoint/local/server';
import { startLocalSharePoint } from '../../sharepoint/local/server';
import { connect, type PageContextParts } from '../../src/sharepoint/connect';
import { planReader } from '../../src/sharepoint/plan-reader';

let server: LocalSharePoint;
beforeAll(async () => {
  // The digest's age counts, so this site goes by the real clock.
  server = await startLocalSharePoint({ dataDir: ':memory:' });
});
afterAll(() => server.close());

function pageContext(webUrl: string): PageContextParts {
  const { formDigestValue, formDigestTimeoutSeconds } = server.pageContextFor(server.people[0]);
  return { web: { absoluteUrl: webUrl }, legacyPageContext: { formDigestValue, formDigestTimeoutSeconds } };
}

async function requestsOf(connection: ReturnType<typeof connect>): Promise<string[]> {
  server.requests.clear();
  await expect(planReader(connection).readWorkspace(new Date())).rejects.toMatchObject({ kind: 'listsMissing' });
  return server.requests.list().map(({ method, url }) => `${method} ${new URL(url).pathname}`);
}

test('on the page’s own site the page’s digest serves: one request', async () => {
  expect(await requestsOf(connect({ webUrl: server.origin, pageContext: pageContext(server.origin) }))).toEqual(['POST /_api/$batch']);
});

test('the page context may vanish afterwards', async () => {
  const context = pageContext(server.origin) as { web: unknown; legacyPageContext: unknown };
  const connection = connect({ webUrl: `${server.origin}/`, pageContext: context as PageContextParts });
  context.web = undefined;
  context.legacyPageContext = undefined;
  expect(connection.webUrl).toBe(server.origin);
  expect(await requestsOf(connection)).toEqual(['POST /_api/$batch']);
});

test('on another site a digest is asked for, once', async () => {
  // PnPjs keeps digests by address, so this one goes by another name of the same machine.
  const other = server.origin.replace('localhost', '127.0.0.1');
  const connection = connect({ webUrl: other, pageContext: pageContext(server.origin) });
  expect(await requestsOf(connection)).toEqual(['POST /_api/contextinfo', 'POST /_api/$batch']);
  expect(await requestsOf(connection)).toEqual(['POST /_api/$batch']);
});

test('paths of sites below the root are kept, decoded', () => {
  const connection = connect(
    { webUrl: 'https://aci.example/sites/Plan%20estrat%C3%A9gico/', pageContext: pageContext('https://aci.example') }
  );
  expect([connection.path, connection.webUrl]).toEqual(['/sites/Plan estratégico', 'https://aci.example/sites/Plan%20estrat%C3%A9gico']);
  expect(connect({ webUrl: 'https://aci.example/', pageContext: pageContext('https://aci.example') }).path).toBe('');
});
