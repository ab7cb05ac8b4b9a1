// A planner mends what hands have spoilt in the lists, and edits who answers for what.
import type { Page } from '@playwright/test';
import type { LocalSharePoint } from '../../sharepoint/local/server';
import { restClient } from './support/rest';
import { become, expect, test } from './support/site';

async function openMaintenance(page: Page, site: LocalSharePoint, part = ''): Promise<void> {
  await page.goto(`${site.origin}/SitePages/Mantenimiento.aspx?okr=2021-2023/mantenimiento${part}`);
  await expect(page.getByRole('navigation', { name: 'Secciones' })).toBeVisible();
}

test('rows spoilt over REST are found, mended and counted again', async ({ page, site }) => {
  await become(page, site, 'planeacion');
  const tool = restClient(site);
  await tool.change('KeyResults', await tool.idOf('KeyResults', 'Code', 'OE3-OT2-R4'), { Code: 'OE3-OT2-R4 ' });
  await tool.change('KeyResults', await tool.idOf('KeyResults', 'Code', 'OE1-OT2-R5'), { Direction: 'Increse' });

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
  const tool = restClient(site);
  for (const code of codes) await tool.change('KeyResults', await tool.idOf('KeyResults', 'Code', code), { Weight: 0 });
  await openMaintenance(page, site);
  const quality = page.getByRole('region', { name: 'Calidad de los datos', exact: true });
  const zero = quality.getByRole('row').filter({ hasText: 'Todo lo que promedia OE2-OT3 pesa cero' });
  await expect(zero).toContainText('Cambia cifras');
  await zero.getByRole('button', { name: /Reparar/ }).click();
  await expect(zero).toHaveCount(0);
  expect(await tool.rows('KeyResults', `$select=Weight&$filter=Code eq '${codes[0]}'`)).toEqual([{ Weight: 1 }]);
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
