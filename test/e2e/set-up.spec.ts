// A site without lists: who may prepares it, who may not is told whom to ask.
import { expect, openPage, test } from './support/site';

test.use({ filled: false, expectedNoise: /Failed to load resource|status of 404/ });

test('an owner prepares the site and sees the plan', async ({ page, site }) => {
  test.setTimeout(180_000);
  await openPage(page, site, 'planeacion');
  await expect(page.getByText('Falta preparar el sitio.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Preparar' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Entrar' }).click({ timeout: 150_000 });
  await expect(page.getByText('El plan tiene 79 resultados clave.', { exact: false })).toBeVisible();
  await page.getByRole('link', { name: 'Matriz de responsabilidades' }).click();
  await expect(page.getByText('79 resultados clave, 7 procesos, 140 responsabilidades. 13 resultados no tienen responsable.')).toBeVisible();
});

test('somebody else is told whom to ask', async ({ page, site }) => {
  await openPage(page, site, 'coop');
  await expect(page.getByText('Pídele a Planeación que prepare el sitio.', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Preparar' })).toHaveCount(0);
});
