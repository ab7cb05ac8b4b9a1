// A planner mends what hands have spoilt in the lists, and edits who answers for what.
import type { Page } from '@playwright/test';
import type { LocalSharePoint } from '../../sharepoint/local/server';
import { become, expect, test } from './support/site';

const HEADERS = { accept: 'application/json;odata=nometadata', 'content-type': 'application/json;odata=nometadata' };

async function rowOf(page: Page, site: LocalSharePoint, code: string): Promise<number> {
  const answer = await page.request.get(
    `${site.origin}/_api/web/getList('/Lists/KeyResults')/items?$select=Id&$filter=Code eq '${code}'`, { headers: HEADERS }
  );
  return ((await answer.json()) as { value: [{ Id: number }] }).value[0].Id;
}

/** Writes a row as another tool would, past every form. */
async function spoil(page: Page, site: LocalSharePoint, list: string, id: number, row: object): Promise<void> {
  const digest = ((await (await page.request.post(`${site.origin}/_api/contextinfo`, { headers: HEADERS })).json()) as { FormDigestValue: string }).FormDigestValue;
  const answer = await page.request.post(`${site.origin}/_api/web/getList('/Lists/${list}')/items(${id})`, {
    headers: { ...HEADERS, 'x-http-method': 'MERGE', 'if-match': '*', 'x-requestdigest': digest }, data: row
  });
  expect(answer.ok()).toBe(true);
}

async function openMaintenance(page: Page, site: LocalSharePoint, part = ''): Promise<void> {
  await page.goto(`${site.origin}/SitePages/Mantenimiento.aspx?okr=2021-2023/mantenimiento${part}`);
  await expect(page.getByRole('navigation', { name: 'Secciones' })).toBeVisible();
}

test('rows spoilt over REST are found, mended and counted again', async ({ page, site }) => {
  await become(page, site, 'planeacion');
  const spaced = await rowOf(page, site, 'OE3-OT2-R4');
  const misspelt = await rowOf(page, site, 'OE1-OT2-R5');
  await spoil(page, site, 'KeyResults', spaced, { Code: 'OE3-OT2-R4 ' });
  await spoil(page, site, 'KeyResults', misspelt, { Direction: 'Increse' });

  await openMaintenance(page, site);
  const quality = page.getByRole('region', { name: 'Calidad de los datos', exact: true });
  const direction = quality.getByRole('row').filter({ hasText: 'Dirección dice «Increse»' });
  await expect(direction).toContainText('Dirección: «Increase»');
  await direction.getByRole('button', { name: /Reparar/ }).click();
  await expect(direction).toHaveCount(0);

  const spaces = quality.getByRole('row').filter({ hasText: 'Espacios de más en el código' });
  await spaces.getByRole('button', { name: /Reparar/ }).click();
  await expect(spaces).toHaveCount(0);
  await page.getByRole('button', { name: 'Deshacer' }).click();
  await expect(spaces).toHaveCount(1);
});

test('a weight that takes an objective out of the average is mended, and the figure changes', async ({ page, site }) => {
  await become(page, site, 'planeacion');
  // All key results of an objective weigh nothing: it has no data then.
  const codes = ['OE2-OT3-R1', 'OE2-OT3-R2'];
  for (const code of codes) await spoil(page, site, 'KeyResults', await rowOf(page, site, code), { Weight: 0 });
  await openMaintenance(page, site);
  const quality = page.getByRole('region', { name: 'Calidad de los datos', exact: true });
  const zero = quality.getByRole('row').filter({ hasText: 'Todo lo que promedia OE2-OT3 pesa cero' });
  await expect(zero).toContainText('Cambia cifras');
  await zero.getByRole('button', { name: /Reparar/ }).click();
  await expect(zero).toHaveCount(0);
  const answer = await page.request.get(
    `${site.origin}/_api/web/getList('/Lists/KeyResults')/items?$select=Weight&$filter=Code eq '${codes[0]}'`, { headers: HEADERS }
  );
  expect(((await answer.json()) as { value: [{ Weight: number }] }).value[0].Weight).toBe(1);
});

test('a mark put in the matrix is saved and shows in Seguimiento', async ({ page, site }) => {
  await become(page, site, 'planeacion');
  await openMaintenance(page, site, '/responsables');
  const cell = page.locator('td[data-row="OE1-OT2-R5"][data-column="5"]');
  await cell.click();
  await expect(page.getByText('1 cambio sin guardar')).toBeVisible();
  await page.getByRole('button', { name: 'Guardar 1 cambio' }).click();
  await expect(page.getByText('Guardado: 1 resultado.')).toBeVisible();

  await page.goto(`${site.origin}/SitePages/Seguimiento.aspx?okr=2021-2023/matriz`);
  await expect(page.locator('td[data-row="OE1-OT2-R5"][data-column="5"]')).toContainText('Responde COM');
});
