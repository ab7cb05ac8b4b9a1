// A planner brings a plan in from a workbook, goes on after an interruption, and starts a new period.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readXlsx } from '../../src/ui/workbook/read-xlsx';
import { writeXlsx } from '../../src/ui/workbook/write-xlsx';
import { expect, openPage, test } from './support/site';

const COLUMNS = ['Código', 'Objetivo táctico', 'Resultado clave', 'Procesos', 'Meta'].map(header => ({ header, width: 12 }));

async function workbook(rows: readonly (readonly (string | number)[])[]): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  return {
    name: 'plan.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await writeXlsx([{ name: 'Resultados clave', columns: COLUMNS, rows }]))
  };
}

async function open(page: Page, site: Parameters<typeof openPage>[1]): Promise<Page> {
  await openPage(page, site, 'planeacion', '?okr=2021-2023/mantenimiento/importar-exportar', 'Mantenimiento');
  return page;
}

test('a workbook with a good and a bad row is previewed, confirmed, and its key result is in the matrix', async ({ page, site }) => {
  const app = await open(page, site);
  const [template] = await Promise.all([page.waitForEvent('download'), app.getByRole('button', { name: 'Descargar plantilla' }).click()]);
  const sheets = await readXlsx(new Uint8Array(readFileSync(await template.path())));
  expect(sheets.map(({ name }) => name)).toContain('Resultados clave');

  await app.getByLabel('Elige un archivo').setInputFiles(await workbook([
    ['OE1-OT1-R50', 'OE1-OT1', 'Abrir dos oficinas', 'COOP', 2], ['OE1-OT1-R51', 'OE1-OT1', 'Movilizar recursos', 'COOP', '30 millones']
  ]));
  await expect(app.getByRole('row', { name: /OE1-OT1-R51/ })).toContainText('Escribe solo el número (30)');
  await app.getByRole('button', { name: 'Escribir 1 fila' }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Escribir 1 fila' }).click();
  await expect(app.getByText(/1 fila creada/)).toBeVisible();

  await openPage(page, site, 'planeacion', '?okr=2021-2023/matriz');
  await expect(page.getByText('Abrir dos oficinas')).toBeVisible();
});

test.describe('with the connection lost', () => {
  test.use({ expectedNoise: /Failed to load|ERR_|net::/ });
  test('an import that was interrupted goes on and doubles nothing', async ({ page, site }) => {
    const app = await open(page, site);
    const rows = Array.from({ length: 150 }, (_, index) => [`OE1-OT1-R${100 + index}`, 'OE1-OT1', `Resultado ${index}`, 'COOP', index + 1]);
    await app.getByLabel('Elige un archivo').setInputFiles(await workbook(rows));
    await app.getByRole('button', { name: 'Escribir 150 filas' }).click();
    let writes = 0;
    await page.route('**/_api/$batch', async route => {
      writes += 1;
      // PnPjs tries again by itself: the connection stays lost until the person goes on.
      if (writes >= 2) await route.abort('connectionreset');
      else await route.continue();
    });
    await app.getByRole('dialog').getByRole('button', { name: 'Escribir 150 filas' }).click();
    await expect(app.getByText(/La importación se detuvo/)).toBeVisible({ timeout: 60000 });
    await page.unroute('**/_api/$batch');
    await app.getByRole('button', { name: 'Continuar' }).click();
    await expect(app.getByText(/150 filas creadas/)).toBeVisible({ timeout: 60000 });
  });
});

test('a new period is made and opened beside the old one', async ({ page, site }) => {
  const app = await open(page, site);
  await app.getByRole('button', { name: 'Empezar un periodo' }).click();
  await app.getByRole('button', { name: 'Ver cómo queda' }).click();
  await app.getByRole('button', { name: /^Escribir \d+ filas$/ }).click();
  await app.getByRole('dialog').getByRole('button', { name: /^Escribir/ }).click();
  await app.getByRole('button', { name: 'Abrir 2024-2027' }).click({ timeout: 60000 });
  await expect(page).toHaveURL(/2024-2027\/matriz/);
  await expect(app.getByRole('combobox', { name: 'Plan' })).toHaveValue('2024-2027');
  await openPage(page, site, 'coop', '?okr=2024-2027/matriz');
  await expect(page.getByText('OE1-OT2-R5')).toBeVisible();
});
