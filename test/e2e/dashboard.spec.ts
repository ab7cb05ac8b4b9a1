// What the dashboard costs: its first content, its charts, an older quarter. A director's path through it is director.spec.ts.
import { restClient } from './support/rest';
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

test('a closed quarter does not move with what planners weigh, or hand to another process, today', async ({ page, site }) => {
  const planner = restClient(site);
  const rows = await planner.rows<{ Id: number; Code: string }>('KeyResults', "$select=Id,Code&$filter=startswith(Code,'OE1-')&$top=100");
  const gci = await planner.idOf('Processes', 'Title', 'GCI');
  for (const { Id } of rows.filter((_, index) => index % 2 === 0)) await planner.change('KeyResults', Id, { Weight: 9, ProcessesId: [gci] });
  for (const { Id } of await planner.rows<{ Id: number }>('StrategicObjectives', "$select=Id&$filter=Code eq 'OE5'")) {
    await planner.change('StrategicObjectives', Id, { Weight: 6 });
  }
  await openPage(page, site, 'direccion', '', 'Tablero');
  await expect(page.getByRole('heading', { level: 2, name: /El plan va en (?!64)\d\d\s%/ })).toBeVisible();
  await page.getByRole('button', { name: 'Cerrado: 2023-T2' }).click();
  await expect(page.getByRole('heading', { level: 2, name: /El plan iba en 60\s%/ })).toBeVisible();
  await expect(page.getByText('Avance y responsables de entonces', { exact: false })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: /^COOP/ })).toBeVisible();
});
