/** The second half of a director's path: the meeting, a decision on the spot, and the report that is taken away. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, openPage, test } from './support/site';

const PICTURES = join('test', '.output', 'pictures');

test('a director holds the meeting, decides, finds the decision on the result’s page and prints the report', async ({ page, site }) => {
  await openPage(page, site, 'direccion', '', 'Tablero');
  await page.getByRole('button', { name: 'Modo reunión' }).click();
  const meeting = page.getByRole('dialog', { name: 'Modo reunión' });
  await expect(meeting.getByRole('heading', { level: 1, name: 'Cooperación' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(meeting.getByRole('heading', { level: 1, name: 'Inversión' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(meeting.getByRole('heading', { level: 1, name: 'Cooperación' })).toBeFocused();

  await meeting.locator('#reunion-OE1-OT2-R7').click();
  await meeting.getByLabel('Decisión', { exact: true }).fill('Pedir concepto jurídico externo y traer dos mecanismos comparados');
  await meeting.getByLabel('Fecha límite').fill('2023-10-31');
  await page.keyboard.press('Control+Enter');
  const decided = meeting.getByRole('region', { name: 'Decisiones de esta reunión' });
  await expect(decided).toContainText('Pedir concepto jurídico externo y traer dos mecanismos comparados (OE1-OT2-R7)');
  await expect(meeting.getByText(/2 decisiones registradas/)).toBeVisible();

  await meeting.getByRole('button', { name: /^Salir/ }).click();
  await expect(meeting).toBeHidden();
  await expect(page.getByRole('button', { name: 'Modo reunión' })).toBeFocused();
  const decisions = page.getByRole('region', { name: 'Decisiones del comité' });
  await expect(decisions).toContainText('3 abiertas, 1 de ellas vencida.');

  await decisions.getByRole('link', { name: 'OE1-OT2-R7' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Asegurar la financiación/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Decisiones del comité' })).toContainText('Pedir concepto jurídico externo');
  await page.goBack();

  await page.getByRole('button', { name: 'Informe' }).click();
  const report = page.getByRole('dialog', { name: /Planeación estratégica/ });
  await expect(report.getByRole('region')).toHaveCount(7);
  await expect(report.getByRole('region', { name: 'Decisiones del comité' })).toContainText('Cumplida');
  mkdirSync(PICTURES, { recursive: true });
  const pdf = await page.pdf({ path: join(PICTURES, 'informe.pdf'), preferCSSPageSize: true, printBackground: true });
  // Several pages of tables, not the first screen of a frame that scrolls.
  const pages = (pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) || []).length;
  expect(pages).toBeGreaterThan(6);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button', { name: 'Modo reunión', includeHidden: true })).toBeHidden();
  await expect(report.getByRole('heading', { name: 'Seguimiento' })).toBeVisible();
  const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(wide).toBeLessThanOrEqual(window);
});
