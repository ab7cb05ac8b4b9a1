// A director's ten minutes before a meeting, and what the first content of the dashboard costs.
import type { Page } from '@playwright/test';
import { become, expect, openPage, test } from './support/site';

const dataRequests = (site: { requests: { list(): readonly { url: string; method: string }[] } }): string[] =>
  site.requests.list().filter((request) => request.url.includes('/_api/')).map((request) => `${request.method} ${new URL(request.url, 'http://x').pathname}`);

/** Where the page is scrolled to, whichever element scrolls. */
const scrolled = (page: Page, id: string): Promise<number> => page.locator(`[id="${id}"]`).evaluate((element) => element.getBoundingClientRect().top);

test('the first content takes one data request, and the charts none', async ({ page, site }) => {
  await become(page, site, 'direccion');
  site.requests.clear();
  await openPage(page, site, 'direccion', '', 'Tablero');
  await expect(page.getByRole('heading', { level: 2, name: /El plan va en 64\s%, 28 puntos por debajo de lo esperado\./ })).toBeVisible();
  await expect(page.getByRole('img', { name: /^OE5 Gestión Interna: va en/ })).toBeVisible();
  expect(dataRequests(site)).toEqual(['POST /_api/$batch']);
});

test('a director sees what is at risk, opens the worst, comes back to the same place and looks at the last closed quarter', async ({ page, site }) => {
  await openPage(page, site, 'direccion', '', 'Tablero');
  const needs = page.getByRole('region', { name: 'Qué necesita decisión' });
  await needs.getByRole('button', { name: /^Mostrar 20 más/ }).click();
  const worst = needs.getByRole('link', { name: /Realizar una \(1\) campaña de lanzamiento del programa con el sector privado/ });
  await expect(needs.getByText('la campaña no ha salido', { exact: false })).toBeVisible();
  await worst.scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 120);
  await expect(page.getByRole('img', { name: /^OE1 Cooperación: va en/ })).toBeAttached();
  const before = await scrolled(page, 'tablero-kr-OE1-OT3-R2');
  await worst.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Realizar una (1) campaña de lanzamiento del programa con el sector privado');

  await page.goBack();
  await expect(worst).toBeFocused();
  await expect(needs.getByRole('heading', { level: 3 })).toHaveCount(27);
  await expect.poll(async () => Math.abs(await scrolled(page, 'tablero-kr-OE1-OT3-R2') - before)).toBeLessThanOrEqual(3);

  await page.getByRole('button', { name: 'Cerrado: 2023-T2' }).click();
  await expect(page.getByRole('heading', { level: 2, name: /El plan iba en 60\s%/ })).toBeVisible();
  await expect(page).toHaveURL(/okr=2021-2023\/tablero\/2023-T2/);
  await expect(page.getByText('tal como se congeló a 30 de junio de 2023', { exact: false })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 2, name: /El plan iba en 60\s%/ })).toBeVisible();
});

test('an older quarter is one more request, and its figures are those that were frozen', async ({ page, site }) => {
  await openPage(page, site, 'direccion', '', 'Tablero');
  await expect(page.getByRole('heading', { level: 2, name: /El plan va en/ })).toBeVisible();
  site.requests.clear();
  await page.getByRole('combobox', { name: 'Trimestres anteriores' }).selectOption('2021-T4');
  await expect(page.getByRole('heading', { level: 2, name: /El plan iba en 28\s%, 16 puntos por debajo de lo esperado\./ })).toBeVisible();
  expect(dataRequests(site)).toEqual(['POST /_api/$batch']);
});
