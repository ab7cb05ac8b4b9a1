// A planner works in the lists; the tab shows it after a refresh.
import { become, expect, openTeams, test } from './support/site';

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

  const answer = await planner.request.get(
    `${site.origin}/_api/web/getList('/Lists/KeyResults')/items?$select=Id&$filter=Code eq 'OE1-OT2-R5'`, { headers: { accept: 'application/json;odata=nometadata' } }
  );
  const [{ Id }] = ((await answer.json()) as { value: [{ Id: number }] }).value;
  await planner.goto(`${site.origin}/Lists/KeyResults/EditForm.aspx?ID=${Id}`);
  await planner.getByLabel('Meta', { exact: true }).fill('40');
  await planner.getByRole('button', { name: 'Guardar' }).click();
  await expect(planner).toHaveURL(/AllItems|DispForm/);

  await tab.getByRole('button', { name: /Actualizar/ }).click();
  await expect(card).toContainText('de USD 40 millones');
  await expect(card).toContainText('50 %');
  await planner.context().close();
});

test('a column deleted by a planner is named, with the way to its list', async ({ page, site }) => {
  await become(page, site, 'planeacion');
  const headers = { accept: 'application/json;odata=nometadata' };
  const digest = ((await (await page.request.post(`${site.origin}/_api/contextinfo`, { headers })).json()) as { FormDigestValue: string }).FormDigestValue;
  const answer = await page.request.post(`${site.origin}/_api/web/getList('/Lists/KeyResults')/fields/getByInternalNameOrTitle('Target')`, {
    headers: { ...headers, 'x-http-method': 'DELETE', 'if-match': '*', 'x-requestdigest': digest }
  });
  expect(answer.ok()).toBe(true);
  const tab = await openTeams(page, site, 'coop');
  await expect(tab.getByText(/La columna Meta de .*Resultados clave/)).toBeVisible();
  await expect(tab.getByRole('link', { name: /Abrir la lista/ })).toHaveAttribute('href', /Lists\/KeyResults/);
});
test.describe('with the error in the console', () => {
  test.use({ expectedNoise: /status of 4\d\d|400/ });
  test('a row that cannot be used is counted, with a link to it', async ({ page, site }) => {
    await become(page, site, 'planeacion');
    const headers = { accept: 'application/json;odata=nometadata' };
    const digest = ((await (await page.request.post(`${site.origin}/_api/contextinfo`, { headers })).json()) as { FormDigestValue: string }).FormDigestValue;
    const found = await page.request.get(`${site.origin}/_api/web/getList('/Lists/KeyResults')/items?$select=Id&$filter=Code eq 'OE1-OT2-R1'`, { headers });
    const [{ Id }] = ((await found.json()) as { value: [{ Id: number }] }).value;
    await page.request.post(`${site.origin}/_api/web/getList('/Lists/KeyResults')/items(${Id})`, {
      headers: { ...headers, 'content-type': 'application/json', 'x-http-method': 'MERGE', 'if-match': '*', 'x-requestdigest': digest },
      data: { Direction: 'Aumentarr' }
    });
    const tab = await openTeams(page, site, 'planeacion');
    const counter = tab.getByRole('button', { name: /problema|fila/i });
    await counter.click();
    await expect(tab.getByRole('dialog')).toContainText('Aumentarr');
    await expect(tab.getByRole('dialog').getByRole('link').first()).toHaveAttribute('href', /Lists\/KeyResults/);
  });
});
