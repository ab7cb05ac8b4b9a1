// What the dashboard costs: its first content, its charts, an older quarter. A director's path through it is director.spec.ts.
import { become, expect, openPage, test } from './support/site';

const dataRequests = (site: { requests: { list(): readonly { url: string; method: string }[] } }): string[] =>
  site.requests.list().filter((request) => request.url.includes('/_api/')).map((request) => `${request.method} ${new URL(request.url, 'http://x').pathname}`);

test('the first content takes one data request, and the charts none', async ({ page, site }) => {
  await become(page, site, 'direccion');
  site.requests.clear();
  await openPage(page, site, 'direccion', '', 'Tablero');
  await expect(page.getByRole('heading', { level: 2, name: /El plan va en 64\s%, 28 puntos por debajo de lo esperado\./ })).toBeVisible();
  await expect(page.getByRole('img', { name: /^OE5 Gestión Interna: va en/ })).toBeVisible();
  expect(dataRequests(site)).toEqual(['POST /_api/$batch']);
});

test('an older quarter is one more request, and its figures are those that were frozen', async ({ page, site }) => {
  await openPage(page, site, 'direccion', '', 'Tablero');
  await expect(page.getByRole('heading', { level: 2, name: /El plan va en/ })).toBeVisible();
  site.requests.clear();
  await page.getByRole('combobox', { name: 'Trimestres anteriores' }).selectOption('2021-T4');
  await expect(page.getByRole('heading', { level: 2, name: /El plan iba en 28\s%, 16 puntos por debajo de lo esperado\./ })).toBeVisible();
  expect(dataRequests(site)).toEqual(['POST /_api/$batch']);
});
