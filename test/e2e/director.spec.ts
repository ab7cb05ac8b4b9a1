/** A director's ten minutes before the committee, from the first look to the report that is taken away. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, openPage, test } from './support/site';

const PICTURES = join('test', '.output', 'pictures');

/** Where an element stands in the window, whichever element scrolls. */
const topOf = (page: Page, id: string): Promise<number> => page.locator(`[id="${id}"]`).evaluate((element) => element.getBoundingClientRect().top);

test('a director sees what is at risk, looks at the worst, at the last cutoff, holds the meeting, decides and prints the report', async ({ page, site }) => {
  await openPage(page, site, 'direccion', '', 'Tablero');
  const needs = page.getByRole('region', { name: 'Qué necesita decisión' });
  const worst = needs.getByRole('link', { name: /Realizar una \(1\) campaña de lanzamiento del programa con el sector privado/ });
  const meeting = page.getByRole('dialog', { name: 'Modo reunión' });
  const decisions = page.getByRole('region', { name: 'Decisiones del comité' });

  await test.step('what is at risk, in the reporter’s words', async () => {
    await expect(needs.getByRole('heading', { level: 3 }).first()).toContainText('campaña de lanzamiento');
    await expect(needs.getByText('la campaña no ha salido', { exact: false })).toBeVisible();
    await needs.getByRole('button', { name: /^Mostrar 20 más/ }).click();
  });

  await test.step('the worst result, and back to exactly the same place', async () => {
    await worst.scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 120);
    await expect(page.getByRole('img', { name: /^OE1 Cooperación: va en/ })).toBeAttached();
    const before = await topOf(page, 'tablero-kr-OE1-OT3-R2');
    await worst.click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Realizar una (1) campaña de lanzamiento del programa con el sector privado');
    await page.goBack();
    await expect(worst).toBeFocused();
    await expect(needs.getByRole('heading', { level: 3 })).toHaveCount(27);
    await expect.poll(async () => Math.abs(await topOf(page, 'tablero-kr-OE1-OT3-R2') - before)).toBeLessThanOrEqual(3);
  });

  await test.step('the last closed quarter as it was frozen, also after loading the page again', async () => {
    await page.getByRole('button', { name: 'Cerrado: 2023-T2' }).click();
    await expect(page.getByRole('heading', { level: 2, name: /El plan iba en 60\s%/ })).toBeVisible();
    await expect(page).toHaveURL(/okr=2021-2023\/tablero\/2023-T2/);
    await expect(page.getByText('tal como se congeló a 30 de junio de 2023', { exact: false })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { level: 2, name: /El plan iba en 60\s%/ })).toBeVisible();
  });

  await test.step('the meeting, by keyboard, and a decision on the spot', async () => {
    await page.getByRole('button', { name: 'Modo reunión' }).click();
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
  });

  await test.step('the decision on the dashboard and on the result’s page', async () => {
    await expect(decisions).toContainText('3 abiertas, 1 de ellas vencida.');
    await decisions.getByRole('link', { name: 'OE1-OT2-R7' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Asegurar la financiación/ })).toBeVisible();
    await expect(decisions).toContainText('Pedir concepto jurídico externo');
    await page.goBack();
  });

  await test.step('the report, as pages of paper', async () => {
    await page.getByRole('button', { name: 'Hoy' }).click();
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
});
