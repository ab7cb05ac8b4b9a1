// The responsibility matrix: counts, keyboard, filters, export.
import { readFileSync } from 'node:fs';
import { readXlsx } from '../../src/ui/workbook/read-xlsx';
import { expect, openPage, test } from './support/site';

test.beforeEach(async ({ page, site }) => {
  await openPage(page, site, 'coop', '?okr=2021-2023/matriz');
  await expect(page.getByRole('grid')).toBeVisible();
});

test('79 × 7, with the totals of the plan', async ({ page }) => {
  await expect(page.getByText('79 resultados clave, 7 procesos, 140 responsabilidades. 13 resultados no tienen responsable.')).toBeVisible();
  const total = page.getByRole('row').filter({ hasText: 'Total del plan' });
  for (const count of ['29', '15', '26', '14', '13', '140']) await expect(total).toContainText(count);
});

test('arrows move, Enter opens, back returns', async ({ page }) => {
  const row = page.getByRole('row').filter({ hasText: 'OE1-OT1-R1' });
  await row.getByRole('link').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('campaña de lanzamiento');
  await page.goBack();
  await expect(page.getByRole('grid')).toBeVisible();
});

test('those without responsible', async ({ page }) => {
  await page.getByRole('button', { name: /Sin responsable/ }).click();
  await expect(page.getByRole('row').filter({ hasText: /OE\d-OT\d-R\d/ })).toHaveCount(13);
});

test('the workbook holds every mark', async ({ page }) => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Exportar a Excel' }).click()]);
  const [matrix] = await readXlsx(new Uint8Array(readFileSync(await download.path())));
  expect(matrix.rows).toHaveLength(81);
  expect(matrix.rows.map(([code]) => code)).toContain('OE5-OT3-R3');
  expect(matrix.rows[80].slice(-1)).toEqual([140]);
  expect(matrix.rows.slice(1, -1).flat().filter(cell => cell === 'X')).toHaveLength(140);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
});

test('on a phone it is a list per process', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.getByRole('grid')).toHaveCount(0);
  await expect(page.getByText('OE1-OT2-R5').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
