// A planner works in the lists; the tab shows it after a refresh.
import { restClient } from './support/rest';
import { become, expect, openPage, openTeams, test } from './support/site';

test('a list renamed and a target changed in the list page show in the tab after a refresh', async ({ page, site, browser }) => {
  const tab = await openTeams(page, site, 'coop');
  const card = tab.getByRole('article').filter({ hasText: 'OE1-OT2-R5' });
  await expect(card).toContainText('de USD 30 millones');

  const planner = await (await browser.newContext({ locale: 'es-CO' })).newPage();
  await become(planner, site, 'planeacion');
  await planner.goto(`${site.origin}/Lists/KeyResults/AllItems.aspx`);
  await planner.getByRole('link', { name: /Configuración/ }).click();
  await planner.getByLabel(/Nombre/).first().fill('Resultados clave de la agencia');
  await planner.getByRole('button', { name: /Guardar|Cambiar nombre/ }).first().click();
  await planner.goto(`${site.origin}/Lists/KeyResults/AllItems.aspx`);
  await expect(planner.getByRole('heading', { name: 'Resultados clave de la agencia' })).toBeVisible();

  const id = await restClient(site).idOf('KeyResults', 'Code', 'OE1-OT2-R5');
  await planner.goto(`${site.origin}/Lists/KeyResults/EditForm.aspx?ID=${id}`);
  await planner.getByLabel('Meta', { exact: true }).fill('40');
  await planner.getByRole('button', { name: 'Guardar' }).click();
  await expect(planner).toHaveURL(/AllItems|DispForm/);

  await tab.getByRole('button', { name: /Actualizar/ }).click();
  await expect(card).toContainText('de USD 40 millones');
  await expect(card).toContainText('50 %');
  await planner.context().close();
});

test('a column deleted by a planner is named, with the way to its list, and a planner has it back', async ({ page, site }) => {
  await restClient(site).remove('web/getList(\'/Lists/KeyResults\')/fields/getByInternalNameOrTitle(\'Target\')');
  const tab = await openTeams(page, site, 'coop');
  await expect(tab.getByText(/La columna Meta de .*Resultados clave/)).toBeVisible();
  await expect(tab.getByRole('link', { name: /Abrir la lista/ })).toHaveAttribute('href', /Lists\/KeyResults/);
  await expect(tab.getByText('Pueden hacerlo:', { exact: false })).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Reparar' })).toHaveCount(0);

  await openPage(page, site, 'planeacion', '?okr=2021-2023/matriz');
  await page.getByRole('button', { name: 'Reparar' }).click();
  await expect(page.getByRole('heading', { name: 'El sitio está listo.' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Entrar' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Matriz');
});
test.describe('with the error in the console', () => {
  test.use({ expectedNoise: /status of 4\d\d|400/ });
  test('a row that cannot be used is counted, with a link to it', async ({ page, site }) => {
    const planner = restClient(site);
    await planner.change('KeyResults', await planner.idOf('KeyResults', 'Code', 'OE1-OT2-R1'), { Direction: 'Aumentarr' });
    const tab = await openTeams(page, site, 'planeacion');
    const counter = tab.getByRole('button', { name: /problema|fila/i });
    await counter.click();
    await expect(tab.getByRole('dialog')).toContainText('Aumentarr');
    await expect(tab.getByRole('dialog').getByRole('link').first()).toHaveAttribute('href', /Lists\/KeyResults/);
  });
});
