/** Signing in by device code, against a service of our own on loopback. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { provision } from '../../config/tasks/provision/command';
import { signIn, SignInError, type SignInOptions } from '../../config/tasks/provision/sign-in';
import { connectWith } from '../../src/sharepoint/connect-as';

type Answer = readonly [number, unknown];

let server: Server;
let origin: string;
let asked: { path: string; form: URLSearchParams }[];
let answers: Answer[];

const CODE: Answer = [200, {
  device_code: 'secret-device-code', user_code: 'ABCD-1234', verification_uri: 'https://login.example/device', expires_in: 900, interval: 5
}];
const PENDING: Answer = [400, { error: 'authorization_pending' }];
const token = (name: string, more: object = {}): Answer => [200, { access_token: name, refresh_token: `refresh-${name}`, expires_in: 3600, ...more }];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => { body += chunk.toString(); });
    request.on('end', () => {
      asked.push({ path: request.url ?? '', form: new URLSearchParams(body) });
      const [status, answer] = answers.shift() ?? [500, 'nothing left'];
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    });
  });
  await new Promise<void>(done => { server.listen(0, '127.0.0.1', done); });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise(done => { server.close(done); }));

let clock: number;
let waited: number[];
let told: string[];
beforeEach(() => {
  [asked, answers, waited, told, clock] = [[], [], [], [], 0];
});

const options = (): SignInOptions => ({
  site: new URL('https://entidad.sharepoint.com/sites/plan'), clientId: 'app-id', tenant: 'entidad.onmicrosoft.com', tell: line => told.push(line),
  login: origin, now: () => clock, wait: async seconds => { waited.push(seconds); clock += seconds * 1000; }
});

test('tells where to go and with which code, and asks until the person is done', async () => {
  answers = [CODE, PENDING, [400, { error: 'slow_down' }], PENDING, token('one')];
  const give = await signIn(options());
  expect(await give()).toBe('one');
  expect(told).toEqual([expect.stringMatching(/https:\/\/login\.example\/device.*ABCD-1234/)]);
  // The service asked for longer pauses.
  expect(waited).toEqual([5, 5, 10, 10]);
  expect(asked[0]).toMatchObject({ path: '/entidad.onmicrosoft.com/oauth2/v2.0/devicecode' });
  expect(Object.fromEntries(asked[0].form)).toEqual(
    { client_id: 'app-id', scope: 'https://entidad.sharepoint.com/AllSites.FullControl offline_access' }
  );
  expect(Object.fromEntries(asked[4].form)).toEqual(
    { client_id: 'app-id', grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: 'secret-device-code' }
  );
});

test('renews a token before it runs out, once for all who ask', async () => {
  answers = [CODE, token('one'), token('two', { refresh_token: undefined }), token('three')];
  const give = await signIn(options());
  clock += 3500 * 1000;
  expect(await Promise.all([give(), give(), give()])).toEqual(['two', 'two', 'two']);
  expect(Object.fromEntries(asked[2].form)).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'refresh-one' });
  clock += 3600 * 1000;
  // The service gave no new one: the former still serves.
  expect(await give()).toBe('three');
  expect(asked[3].form.get('refresh_token')).toBe('refresh-one');
});

test.each<[string, readonly Answer[], RegExp]>([
  ['declined', [CODE, [400, { error: 'authorization_declined' }]], /No se autorizó/],
  ['expired, says the service', [CODE, [400, { error: 'expired_token' }]], /El código venció/],
  ['expired, says the clock', [CODE, ...Array.from({ length: 180 }, () => PENDING)], /El código venció/],
  ['with an app there is not', [[400, { error: 'unauthorized_client', error_description: 'AADSTS700016: Application … was not found' }]], /app-id.*--client-id.*AADSTS700016/],
  ['with an app for servers', [CODE, [401, { error: 'invalid_client', error_description: 'AADSTS7000218: …' }]], /Permitir flujos de clientes públicos/],
  ['without consent', [CODE, [400, { error: 'invalid_grant', error_description: 'AADSTS65001: …' }]], /consentimiento/],
  ['in a tenant there is not', [[400, { error: 'invalid_request', error_description: 'AADSTS90002: …' }]], /No existe el inquilino/],
  ['with an answer that is none', [[502, '<html>']], /respondió 502/]
])('%s: says what to do', async (_name, given, message) => {
  answers = [...given];
  const error: unknown = await signIn(options()).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(SignInError);
  expect((error as Error).message).toMatch(message);
  expect((error as Error).message).not.toMatch(/secret|refresh-/);
});

test('a service that does not answer is told', async () => {
  await expect(signIn({ ...options(), login: 'http://127.0.0.1:1' })).rejects.toThrow(/Revisa la conexión/);
});

test('every request carries the token of its moment, and no other place gets it', async () => {
  const seen: (string | undefined)[] = [];
  const site = createServer((request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(request.url?.includes('contextinfo') ? { FormDigestValue: 'x', FormDigestTimeoutSeconds: 1800 } : { Title: 'Plan' }));
  });
  await new Promise<void>(done => { site.listen(0, '127.0.0.1', done); });
  let number = 0;
  const connection = connectWith(`http://127.0.0.1:${(site.address() as AddressInfo).port}`, async () => ({ Authorization: `Bearer ${number += 1}` }));
  await connection.api.request('_api/web')();
  await connection.api.request('_api/web')();
  expect(seen).toEqual(['Bearer 1', 'Bearer 2']);
  await new Promise(done => { site.close(done); });
});

test.each<[readonly string[], RegExp]>([
  [[], /Falta --site/], [['--site', 'planeacion'], /no es una dirección/], [['--site', 'http://entidad.sharepoint.com'], /https/],
  [['--site', 'https://entidad.sharepoint.com'], /Falta --client-id/], [['--site', 'http://localhost:5180', '--chek'], /No se entiende/],
  [['--site', 'http://localhost:5180', '--check', '--repair'], /no ambos/]
])('the command %j is answered with how to write it', async (args, message) => {
  const lines: string[] = [];
  expect(await provision(args, { print: line => lines.push(line) })).toBe(2);
  expect(lines.join('\n')).toMatch(message);
  expect(lines.join('\n')).toMatch(/npm run provision/);
});

test('a sign-in that fails ends the command with a message and no token', async () => {
  answers = [CODE, [400, { error: 'authorization_declined' }]];
  const lines: string[] = [];
  const code = await provision(
    ['--site', 'https://entidad.sharepoint.com/sites/plan/SitePages/Inicio.aspx', '--client-id', 'app-id'],
    { print: line => lines.push(line), signIn: { login: origin, wait: async () => undefined } }
  );
  expect([code, lines.length]).toEqual([1, 2]);
  expect(lines.join('\n')).not.toMatch(/secret/);
});
