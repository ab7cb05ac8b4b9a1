// A personal Teams tab runs in the tenant's root site: it follows the tenant property to the site that has the lists, and remembers it.
import { raw } from '../local/support';
import { isAppError } from '../../src/application/errors';
import type { LocalStore } from '../../src/application';
import { connectAs } from '../../src/sharepoint/connect-as';
import { servicesOn } from '../../src/sharepoint/services';
import { followTenantSite } from '../../src/sharepoint/tenant-site';
import { ContractSite, SAMPLE_DAY } from './site';

const site = new ContractSite();
let empty = '';

beforeAll(async () => {
  await site.start(true);
  const made = await raw(site.server, '/_api/web/webs/add', {
    person: 'planeacion', method: 'POST', json: { parameters: { Title: 'Vacío', Url: 'vacio', WebTemplate: 'STS#3', UseSamePermissionsAsParentSite: true } }
  });
  expect(made.status).toBeLessThan(300);
  empty = `${site.server.origin}/vacio`;
}, 120_000);
afterAll(() => site.stop());

function memory(): LocalStore & { values: Map<string, string> } {
  const values = new Map<string, string>();
  return { values, read: (key) => values.get(key) ?? null, write: (key, value) => { values.set(key, value); }, remove: (key) => { values.delete(key); } };
}

/** The tab of a person of COOP in the site without lists. */
const tab = (store: LocalStore): ReturnType<typeof servicesOn> => followTenantSite(
  connectAs(empty, 'coop'), store, (url) => servicesOn(connectAs(url, 'coop'), { now: () => SAMPLE_DAY, store })
);

async function nameSite(value: string): Promise<void> {
  const answer = await raw(site.server, '/sites/appcatalog/_api/web/SetStorageEntity', {
    person: 'planeacion', method: 'POST', json: { key: 'sigaci-okr-site', value, description: '', comments: '' }
  });
  expect(answer.status).toBeLessThan(300);
}

const failure = (call: Promise<unknown>): Promise<unknown> => call.then(() => null, (error: unknown) => error);

it('says that the lists are missing where no site is named, or one of another tenant', async () => {
  const store = memory();
  expect(isAppError(await failure(tab(store).plan.readWorkspace(SAMPLE_DAY)), 'listsMissing')).toBe(true);
  await nameSite('https://otra.example/sites/sigaci');
  expect(isAppError(await failure(tab(store).plan.readWorkspace(SAMPLE_DAY)), 'listsMissing')).toBe(true);
  expect(store.values.size).toBe(0);
});

it('goes to the site that is named, and the next time at once', async () => {
  await nameSite(site.server.origin);
  const store = memory();
  expect((await tab(store).plan.readWorkspace(SAMPLE_DAY)).keyResults).toHaveLength(79);
  expect(store.values.get('site')).toBe(site.server.origin);
  site.takeRequests();
  expect((await tab(store).plan.readWorkspace(SAMPLE_DAY)).keyResults).toHaveLength(79);
  expect(site.takeRequests()).toEqual(['POST /_api/$batch']);
});
