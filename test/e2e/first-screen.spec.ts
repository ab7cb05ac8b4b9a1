// What the first screen costs, and what it shows when things are not as they should be.
import { restClient } from './support/rest';
import { become, expect, openPage, openTeams, test } from './support/site';

const dataRequests = (site: { requests: { list(): readonly { url: string; method: string }[] } }): string[] =>
  site.requests.list().filter((request) => request.url.includes('/_api/')).map((request) => `${request.method} ${new URL(request.url, 'http://x').pathname}`);

test('the first screen takes one data request', async ({ page, site }) => {
  await become(page, site, 'coop');
  site.requests.clear();
  const tab = await openTeams(page, site, 'coop');
  await expect(tab.getByRole('article').first()).toBeVisible();
  expect(dataRequests(site)).toEqual(['POST /_api/$batch']);
});

test('two, when planners have closed or reopened other quarters than the clock suggests', async ({ page, site }) => {
  const planner = restClient(site);
  await planner.change('Quarters', await planner.idOf('Quarters', 'Title', '2023-T2'), { State: 'open' });
  site.requests.clear();
  const tab = await openTeams(page, site, 'coop');
  const card = tab.getByRole('article').filter({ hasText: 'OE1-OT2-R5' });
  await expect(card).toContainText('19,9');
  expect(dataRequests(site)).toEqual(['POST /_api/$batch', 'POST /_api/$batch']);
});

test('a SharePoint page shows the same, in its own theme', async ({ page, site }) => {
  await openPage(page, site, 'com');
  await expect(page.getByText('COM responde por 26 de 79 resultados clave.', { exact: false })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(26);
});

test('filters stay in the address, and back returns to them', async ({ page, site }) => {
  await openPage(page, site, 'com');
  await page.getByRole('button', { name: /Atrasado/ }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.getByRole('article').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Acuerdo de Voluntades');
  await page.goBack();
  await expect(page.getByRole('article')).toHaveCount(1);
});

test('a deep link opens the key result it names', async ({ page, site }) => {
  const id = '8f0d2c1e-6a7b-4c55-9e0b-7d3a52b1c9f4';
  const context = encodeURIComponent(JSON.stringify({ subEntityId: '2021-2023/kr/OE1-OT4-R1' }));
  const tab = await openTeams(page, site, 'coop', `/l/entity/${id}/${id}?context=${context}`);
  await expect(tab.getByRole('heading', { level: 1 })).toContainText('siete (7) acciones de cooperación Sur-Sur');
  await expect(tab.getByText('El plan se contradice')).toBeVisible();
  await expect(tab.getByText(/26 acciones de cooperación Sur-Sur/).first()).toBeVisible();
});

test('Teams\' own back button takes back the app\'s steps', async ({ page, site }) => {
  const tab = await openTeams(page, site, 'coop');
  await tab.getByRole('link', { name: 'Matriz de responsabilidades' }).click();
  await expect(tab.getByRole('grid')).toBeVisible();
  await page.getByRole('button', { name: 'Atrás' }).click();
  await expect(tab.getByRole('heading', { level: 1, name: 'Mis resultados' })).toBeVisible();
});

test('Teams themes reach the app', async ({ page, site }) => {
  const tab = await openTeams(page, site, 'coop');
  const background = (): Promise<string> => tab.getByRole('heading', { level: 1 }).evaluate((element) => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (colour !== 'rgba(0, 0, 0, 0)') return colour;
    }
    return '';
  });
  await expect(tab.getByRole('article').first()).toBeVisible();
  const light = await background();
  await page.getByLabel('Tema').selectOption('dark');
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.getByLabel('Tema').selectOption('contrast');
  await expect.poll(background).toBe('rgb(0, 0, 0)');
  expect(dark).not.toBe('rgb(0, 0, 0)');
});

test('English is complete', async ({ page, site }) => {
  await openPage(page, site, 'coop', '?locale=en-us');
  await expect(page.getByRole('heading', { level: 1, name: 'My results' })).toBeVisible();
});

test.describe('when SharePoint refuses', () => {
  test.use({ expectedNoise: /Failed to load resource|status of (4|5)\d\d/ });

  test('somebody without access is told whom to ask', async ({ page, site }) => {
    await become(page, site, 'sin-acceso');
    const answer = await page.goto(`${site.origin}/SitePages/Seguimiento.aspx`);
    expect(answer?.status()).toBe(403);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });

  test('throttled: it waits, says so, and goes on', async ({ page, site }) => {
    await page.request.post(`${site.origin}/_local/faults`, { data: { url: '\\$batch', kind: 'throttle', retryAfter: 1, count: 4 } });
    const tab = await openTeams(page, site, 'coop');
    await expect(tab.getByRole('article').first()).toBeVisible({ timeout: 40_000 });
  });

  test('a quarter closed while the panel is open: a sentence that says what to do, and nothing lost', async ({ page, site }) => {
    const tab = await openTeams(page, site, 'coop');
    await tab.getByRole('article').filter({ hasText: 'OE1-OT2-R5' }).getByRole('button', { name: 'Reportar' }).click();
    const panel = tab.getByRole('dialog');
    await panel.getByLabel('¿Cuánto aportas en 2023-T3?').fill('2');
    await panel.getByText('Vamos a llegar').click();
    await panel.getByLabel('¿Qué se logró?').fill('Dos convenios.');
    await panel.getByLabel('Obstáculos').fill('Ninguno por ahora.');
    await page.request.post(`${site.origin}/_local/faults`, {
      data: { url: 'CheckIns.*items', method: 'POST', kind: 'status', status: 500, code: '-2130575162, Microsoft.SharePoint.SPListDataValidationException', count: 1 }
    });
    await panel.getByRole('button', { name: 'Guardar reporte' }).click();
    await expect(panel.getByRole('alert').first()).toBeVisible();
    await expect(panel.getByLabel('¿Qué se logró?')).toHaveValue('Dos convenios.');
  });
});
