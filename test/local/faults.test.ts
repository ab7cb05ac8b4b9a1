import type { LoggedRequest } from '../../sharepoint/local/server';
import { clientOf, raw, withSite } from './support';

describe('faults and the request log', () => {
  const site = withSite();
  const faults = (rules: unknown) => fetch(`${site().origin}/_local/faults`, { method: 'POST', body: JSON.stringify(rules) });
  const log = async (): Promise<LoggedRequest[]> => (await (await fetch(`${site().origin}/_local/requests`)).json()) as LoggedRequest[];

  beforeAll(async () => {
    await clientOf(site(), 'planeacion').web.lists.add('Tareas');
  });
  beforeEach(async () => {
    await fetch(`${site().origin}/_local/faults`, { method: 'DELETE' });
    await fetch(`${site().origin}/_local/requests`, { method: 'DELETE' });
  });

  it('throttles as often as it is told, with Retry-After, and PnPjs comes through', async () => {
    await faults({ url: 'currentuser', kind: 'throttle', count: 1, retryAfter: 1 });
    const first = await raw(site(), '/_api/web/currentuser');
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '1']);
    await faults({ url: 'currentuser', kind: 'unavailable', count: 1, retryAfter: 1 });
    expect((await clientOf(site(), 'planeacion').web.currentUser()).Title).toBe('Planeación');
    expect((await log()).map((one) => one.status)).toEqual([429, 503, 200]);
  });

  it('drops a connection before or after the commit', async () => {
    const post = () => raw(site(), "/_api/web/getlist('/Lists/Tareas')/items", { method: 'POST', json: { Title: 'una' } });
    const count = async () => (await clientOf(site(), 'planeacion').web.getList('/Lists/Tareas').items()).length;
    const before = await count();
    await faults({ url: 'items', method: 'POST', kind: 'dropBefore', count: 1 });
    await expect(post()).rejects.toThrow();
    expect(await count()).toBe(before);
    await faults({ url: 'items', method: 'POST', kind: 'dropAfter', count: 1 });
    await expect(post()).rejects.toThrow();
    expect(await count()).toBe(before + 1);
  });

  it('strikes the same requests for the same seed', async () => {
    const run = async (): Promise<number[]> => {
      await fetch(`${site().origin}/_local/faults`, { method: 'DELETE' });
      await faults({ url: 'web\\?', kind: 'unavailable', probability: 0.5, seed: 7 });
      const statuses: number[] = [];
      for (let i = 0; i < 12; i += 1) {
        statuses.push((await raw(site(), '/_api/web?$select=Title')).status);
      }
      return statuses;
    };
    const first = await run();
    expect(await run()).toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 503]));
  });

  it('strikes a batch by the address of a part, and logs parts under their batch', async () => {
    const [batched, execute] = clientOf(site(), 'coop').batched();
    void batched.web.currentUser();
    void batched.web.select('Title')();
    await execute();
    const [entry] = (await log()).filter((one) => one.url.endsWith('$batch'));
    expect(entry).toMatchObject({ status: 200, user: 'i:0#.f|membership|coop@aci.example' });
    expect(entry.parts?.map((part) => [part.method, part.status])).toEqual([['GET', 200], ['GET', 200]]);
    await faults({ url: 'web/currentuser', kind: 'status', status: 500, count: 1 });
    const [second, run] = clientOf(site(), 'coop').batched();
    void second.web.currentUser().catch(() => undefined);
    await expect(run()).rejects.toThrow();
  });

  it('waits, for one person only', async () => {
    await faults({ url: 'currentuser', kind: 'delay', milliseconds: 60, user: 'coop' });
    const timed = async (person: string): Promise<number> => {
      const from = performance.now();
      await raw(site(), '/_api/web/currentuser', { person });
      return performance.now() - from;
    };
    expect(await timed('coop')).toBeGreaterThanOrEqual(59);
    expect((await log()).map((one) => one.fault)).toEqual(['delay']);
    await timed('inv');
    expect((await log())[1].fault).toBeUndefined();
  });

  it('says what is wrong with a rule', async () => {
    expect((await faults({ kind: 'throttle' })).status).toBe(400);
    expect((await faults('x')).status).toBe(400);
  });

  it('throttles above a set rate per person', async () => {
    await fetch(`${site().origin}/_local/throttle`, { method: 'PUT', body: JSON.stringify({ requests: 3, seconds: 300 }) });
    const statuses = [];
    for (let i = 0; i < 4; i += 1) {
      statuses.push((await raw(site(), '/_api/web/currentuser', { person: 'inv' })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await raw(site(), '/_api/web/currentuser', { person: 'com' })).status).toBe(200);
    await fetch(`${site().origin}/_local/throttle`, { method: 'DELETE' });
  });
});
