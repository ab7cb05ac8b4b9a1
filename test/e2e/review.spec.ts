// A planner returns a report with a reason; its author corrects it; it waits for a verdict again and is approved.
import { become, expect, openPage, test } from './support/site';

const CODE = 'OE3-OT1-R2';
const REASON = 'Falta el acta de la rueda de prensa.';

test('a returned report comes back to its author with the reason, and corrected it waits again', async ({ page, site, browser }) => {
  await openPage(page, site, 'planeacion', '', 'Mantenimiento');
  const row = page.getByRole('region', { name: 'Tabla de reportes por revisar' }).getByRole('row').filter({ hasText: CODE });
  await row.getByRole('button', { name: `Devolver ${CODE} · COM` }).click();
  const dialog = page.getByRole('dialog', { name: `Devolver ${CODE} · COM` });
  await dialog.getByRole('button', { name: 'Devolver' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Escribe el motivo');
  await dialog.getByLabel('Motivo').fill(REASON);
  await dialog.getByRole('button', { name: 'Devolver' }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toHaveCount(0);

  const author = await (await browser.newContext({ locale: 'es-CO' })).newPage();
  await become(author, site, 'com');
  await author.goto(`${site.origin}/SitePages/Seguimiento.aspx`);
  const first = author.getByRole('region', { name: /^Por reportar/ }).getByRole('listitem').first();
  await expect(first).toContainText(CODE);
  await expect(first).toContainText(REASON);
  await first.getByRole('button', { name: `Corregir ${CODE}` }).click();
  const panel = author.getByRole('dialog');
  await expect(panel).toContainText(REASON);
  await panel.getByLabel('¿Cuánto aportas en 2023-T3?').fill('4');
  await panel.getByRole('button', { name: /^Guardar/ }).click();
  await expect(panel).toBeHidden();
  await author.context().close();

  await page.getByRole('button', { name: 'Actualizar' }).click();
  await expect(row).toContainText('+4 publicaciones');
  await row.getByRole('button', { name: `Aprobar ${CODE} · COM` }).click();
  await expect(row).toHaveCount(0);
});

test('what leaves no doubt is approved together', async ({ page, site }) => {
  await openPage(page, site, 'planeacion', '', 'Mantenimiento');
  const together = page.getByRole('button', { name: /^Aprobar los \d+ sin observaciones$/ });
  const count = Number(/\d+/.exec((await together.textContent()) || '')?.[0]);
  await together.click();
  const dialog = page.getByRole('dialog', { name: `Aprobar ${count} reportes` });
  await expect(dialog.getByRole('listitem')).toHaveCount(count);
  await dialog.getByRole('button', { name: 'Aprobar' }).click();
  await expect(page.getByText(`${count} reportes aprobados.`)).toBeVisible();
  await expect(together).toBeHidden();
});
