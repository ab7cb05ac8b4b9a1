// A person of COOP reports in the Teams tab, and every figure moves; the report is SharePoint's, not the page's.
import { restClient } from './support/rest';
import { become, expect, openTeams, test } from './support/site';

interface Row { Id: number; Value: number; Title: string; Author: { Title: string } }

const CODE = 'OE1-OT2-R5';

test('a report moves the card, the detail and the matrix, in one request', async ({ page, site }) => {
  const tab = await openTeams(page, site, 'coop');
  const card = tab.getByRole('article').filter({ hasText: CODE });
  await expect(card).toContainText('19,9');
  await expect(card).toContainText('66 %');
  await expect(tab.getByText('Por reportar: 6')).toBeVisible();

  await card.getByRole('button', { name: 'Reportar' }).click();
  const panel = tab.getByRole('dialog');
  await panel.getByLabel('¿Cuánto aportas en 2023-T3?').fill('2,386');
  await expect(panel.getByText('22,286')).toBeVisible();
  await panel.getByText('Depende de algo').click();
  await panel.getByLabel('¿Qué se logró?').fill('Se firmaron dos convenios de cooperación técnica.');
  await panel.getByLabel('Obstáculos').fill('La banca multilateral aplazó una firma.');
  await panel.getByLabel('Próximo paso').fill('Cerrar en octubre el convenio con la banca.');

  site.requests.clear();
  await panel.getByRole('button', { name: 'Guardar reporte' }).click();
  await expect(tab.getByText('Reporte guardado.', { exact: false })).toBeVisible();
  await expect(card).toContainText('22,286');
  await expect(card).toContainText('74 %');
  await expect(tab.getByText('Por reportar: 5')).toBeVisible();
  expect(site.requests.list().filter((request) => request.url.includes('/_api/')).map((request) => request.method)).toEqual(['POST']);

  await card.getByRole('link').first().click();
  await expect(tab.getByRole('heading', { level: 1 })).toContainText('Gestionar un monto de cooperación');
  await expect(tab.getByText('22,286').first()).toBeVisible();
  await expect(tab.getByText('Se firmaron dos convenios de cooperación técnica.')).toBeVisible();

  await tab.getByRole('link', { name: 'Matriz de responsabilidades' }).click();
  const row = tab.getByRole('row').filter({ hasText: CODE });
  await expect(row).toContainText('En riesgo');

  const [written] = await restClient(site).rows<Row>('CheckIns', '$select=Id,Value,Title,Author/Title&$expand=Author&$orderby=Id desc&$top=1');
  expect(written).toMatchObject({ Value: 2.386, Author: { Title: 'Profesional COOP' } });
});

test('a fresh report can be undone', async ({ page, site }) => {
  const tab = await openTeams(page, site, 'coop');
  const card = tab.getByRole('article').filter({ hasText: CODE });
  await card.getByRole('button', { name: 'Reportar' }).click();
  const panel = tab.getByRole('dialog');
  await panel.getByLabel('¿Cuánto aportas en 2023-T3?').fill('1');
  await panel.getByText('Vamos a llegar').click();
  await panel.getByLabel('¿Qué se logró?').fill('Un convenio.');
  await panel.getByLabel('Obstáculos').fill('Ninguno por ahora.');
  await panel.getByRole('button', { name: 'Guardar reporte' }).click();
  await expect(card).toContainText('20,9');
  await tab.getByRole('button', { name: 'Deshacer' }).click();
  await expect(card).toContainText('19,9');
  await page.reload();
  await expect(tab.getByRole('article').filter({ hasText: CODE })).toContainText('19,9');
});

test.describe('when the answer is lost', () => {
  test.use({ expectedNoise: /Failed to load resource/ });

  test('a lost answer is retried without doubling the report', async ({ page, site }) => {
    const tab = await openTeams(page, site, 'coop');
    const card = tab.getByRole('article').filter({ hasText: CODE });
    await card.getByRole('button', { name: 'Reportar' }).click();
    const panel = tab.getByRole('dialog');
    await panel.getByLabel('¿Cuánto aportas en 2023-T3?').fill('2');
    await panel.getByText('Vamos a llegar').click();
    await panel.getByLabel('¿Qué se logró?').fill('Dos convenios.');
    await panel.getByLabel('Obstáculos').fill('Ninguno por ahora.');
    await page.request.post(`${site.origin}/_local/faults`, { data: { url: 'CheckIns.*items', method: 'POST', kind: 'dropAfter', count: 1 } });
    await panel.getByRole('button', { name: 'Guardar reporte' }).click();
    await expect(card).toContainText('21,9');
    await page.reload();
    await expect(tab.getByRole('article').filter({ hasText: CODE })).toContainText('21,9');
  });
});

test('a draft survives the panel and the tab', async ({ page, site }) => {
  const tab = await openTeams(page, site, 'coop');
  const open = (): Promise<void> => tab.getByRole('article').filter({ hasText: CODE }).getByRole('button', { name: 'Reportar' }).click();
  await open();
  await tab.getByRole('dialog').getByLabel('¿Qué se logró?').fill('A medio escribir');
  await expect(tab.getByText(/Borrador guardado/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tab.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await open();
  await expect(tab.getByRole('dialog').getByLabel('¿Qué se logró?')).toHaveValue('A medio escribir');
});

test('two people report on one figure and neither overwrites the other', async ({ page, site, browser }) => {
  const other = await (await browser.newContext({ locale: 'es-CO' })).newPage();
  const report = async (who: string, where: typeof page, value: string): Promise<void> => {
    const tab = await openTeams(where, site, who);
    await tab.getByRole('article').filter({ hasText: CODE }).getByRole('button', { name: 'Reportar' }).click();
    const panel = tab.getByRole('dialog');
    await panel.getByLabel('¿Cuánto aportas en 2023-T3?').fill(value);
    await panel.getByText('Vamos a llegar').click();
    await panel.getByLabel('¿Qué se logró?').fill(`Aporte de ${who}.`);
    await panel.getByLabel('Obstáculos').fill('Ninguno por ahora.');
    await panel.getByRole('button', { name: 'Guardar reporte' }).click();
    await expect(tab.getByText('Reporte guardado.', { exact: false })).toBeVisible();
  };
  await report('coop', page, '1');
  await report('rlei', other, '2');
  await become(page, site, 'coop');
  await page.reload();
  await expect(page.frameLocator('iframe').getByRole('article').filter({ hasText: CODE })).toContainText('22,9');
  await other.context().close();
});
