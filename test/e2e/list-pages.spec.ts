// The list pages of the local site: what a planner does in SharePoint's own lists, over the site's real REST.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { startHostedSite } from '../../sharepoint/local/hosts/hosted-site';
import { runningClock } from '../../sharepoint/local/hosts/running-clock';
import type { LocalSharePoint } from '../../sharepoint/local/server';
import { type RestClient, restClient } from './support/rest';

let site: LocalSharePoint;
let rest: RestClient;
let noise: string[];

/** A list with a column of every kind, and one that it looks up. */
async function makeLists(): Promise<void> {
  const areas = await rest.post('web/lists', { Title: 'Areas', BaseTemplate: 100 });
  for (const Title of ['COOP', 'INV', 'COM']) await rest.post('web/lists/getByTitle(\'Areas\')/items', { Title });
  await rest.post('web/lists', { Title: 'Metas', BaseTemplate: 100 });
  const area = `{${String(areas.Id)}}`;
  const columns = [
    '<Field Type="Text" Name="Code" DisplayName="Code" EnforceUniqueValues="TRUE" Indexed="TRUE" />',
    '<Field Type="Note" Name="Narrative" DisplayName="Narrative" NumLines="4" />',
    '<Field Type="Number" Name="Target" DisplayName="Target" />',
    '<Field Type="Choice" Name="Light" DisplayName="Light"><CHOICES><CHOICE>verde</CHOICE><CHOICE>rojo</CHOICE></CHOICES></Field>',
    '<Field Type="DateTime" Format="DateOnly" Name="EndDate" DisplayName="EndDate" />',
    '<Field Type="Boolean" Name="Active" DisplayName="Active"><Default>1</Default></Field>',
    `<Field Type="Lookup" Name="Area" DisplayName="Area" List="${area}" ShowField="Title" />`,
    `<Field Type="LookupMulti" Mult="TRUE" Name="Others" DisplayName="Others" List="${area}" ShowField="Title" />`,
    '<Field Type="User" Name="Leader" DisplayName="Leader" />',
    '<Field Type="URL" Name="Evidence" DisplayName="Evidence" />'
  ];
  for (const SchemaXml of columns) await rest.post('web/lists/getByTitle(\'Metas\')/fields/createFieldAsXml', { parameters: { SchemaXml, Options: 8 } });
  const view = 'web/lists/getByTitle(\'Metas\')/views';
  const red = await rest.post(view, { Title: 'Rojas', RowLimit: 30, ViewQuery: '<Where><Eq><FieldRef Name="Light"/><Value Type="Choice">rojo</Value></Eq></Where>' });
  const byLight = await rest.post(view, { Title: 'Por luz', RowLimit: 100, ViewQuery: '<GroupBy Collapse="FALSE"><FieldRef Name="Light"/></GroupBy><OrderBy><FieldRef Name="Code"/></OrderBy>' });
  for (const { Id } of [red, byLight]) {
    for (const name of ['Code', 'Target', 'Light', 'Others']) await rest.post(`${view}('${String(Id)}')/viewFields/addViewField('${name}')`, {});
  }
  for (let index = 1; index <= 45; index += 1) {
    const code = `M${String(index).padStart(2, '0')}`;
    await rest.post('web/lists/getByTitle(\'Metas\')/items', {
      Title: `Meta ${index}`, Code: code, Target: index * 1000 + 0.5, Light: index % 3 === 0 ? 'rojo' : 'verde', OthersId: index % 2 === 0 ? [1, 2] : []
    });
  }
}

test.beforeAll(async () => {
  site = await startHostedSite({ dataDir: ':memory:', release: 'none', clock: runningClock().now });
  rest = restClient(site, site.people[0].shortName);
  await makeLists();
});
test.afterAll(() => site.close());
test.beforeEach(({ page }) => {
  noise = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type()) && !/status of (400|403|404|412|500)/.test(message.text())) noise.push(message.text()); });
  page.on('pageerror', (error) => noise.push(String(error.stack)));
});
test.afterEach(() => expect(noise).toEqual([]));

test('a view’s formatting, totals and a form’s sections are shown, in words and not by colour alone', async ({ page }) => {
  const list = 'web/lists/getByTitle(\'Metas\')';
  const pill = {
    elmType: 'div', txtContent: "=if(@currentField == 'rojo', '◆ Atrasado', '● En camino')",
    attributes: { class: "=if(@currentField == 'rojo', 'sp-field-severity--severeWarning', 'sp-field-severity--good')" }
  };
  await rest.merge(`${list}/fields/getByInternalNameOrTitle('Light')`, { CustomFormatter: JSON.stringify(pill) });
  await rest.merge(`${list}/views/getByTitle('Por luz')`, { Aggregations: '<FieldRef Name="Code" Type="COUNT"/>', AggregationsStatus: 'On' });
  const form = {
    headerJSONFormatter: { elmType: 'div', txtContent: "='Meta ' + [$Code]" }, footerJSONFormatter: '',
    bodyJSONFormatter: { sections: [{ displayname: 'Lo primero', fields: ['Code', 'Light'] }, { displayname: 'Lo demás', fields: [] }] }
  };
  const answer = await fetch(`${site.origin}/_api/${list}/contenttypes`, { headers: { accept: 'application/json;odata=nometadata' } });
  const [type] = ((await answer.json()) as { value: { StringId: string }[] }).value;
  await rest.merge(`${list}/contenttypes('${type.StringId}')`, { ClientFormCustomFormatter: JSON.stringify(form) });
  await open(page, '/Lists/Metas/Por luz.aspx');
  await expect(page.getByText('◆ Atrasado').first()).toBeVisible();
  await expect(page.getByText('Light: rojo · Recuento: 15')).toBeVisible();
  await expect(page.getByText('Total · Recuento: 45')).toBeVisible();
  for (const theme of ['', '?theme=dark']) {
    await open(page, `/Lists/Metas/Por luz.aspx${theme}`);
    expect((await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()).violations).toEqual([]);
  }
  await rest.merge(`${list}/fields/getByInternalNameOrTitle('Light')`, { CustomFormatter: '{ no JSON' });
  await open(page, '/Lists/Metas/Por luz.aspx');
  await expect(page.getByRole('cell', { name: 'rojo' }).first()).toBeVisible();
  await rest.merge(`${list}/fields/getByInternalNameOrTitle('Light')`, { CustomFormatter: '' });
  await rest.merge(`${list}/views/getByTitle('Por luz')`, { Aggregations: '', AggregationsStatus: 'Off' });
  await open(page, '/Lists/Metas/EditForm.aspx?ID=3');
  await expect(page.getByText('Meta M03')).toBeVisible();
  await expect(page.locator('form.item > h2')).toHaveText(['Lo primero', 'Lo demás']);
  await expect(page.locator('form.item > h2:has-text("Lo primero") + .field label')).toHaveText('Code');
  await rest.merge(`${list}/contenttypes('${type.StringId}')`, { ClientFormCustomFormatter: '' });
});

async function become(page: Page, person: string): Promise<void> {
  await page.context().addCookies([{ name: 'local-user', value: person, url: site.origin }]);
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(site.origin + path);
  await page.waitForSelector('#list-page[aria-busy=false]');
}

const titles = (page: Page) => page.locator('tbody tr td:first-child a');

test('a view is sorted, searched and paged', async ({ page }) => {
  await open(page, '/_layouts/15/viewlsts.aspx');
  await page.getByRole('link', { name: 'Metas' }).click();
  await expect(titles(page)).toHaveCount(30);
  await page.getByRole('button', { name: 'Siguiente' }).click();
  await expect(titles(page)).toHaveCount(15);
  await expect(page.getByText('31–45')).toBeVisible();
  await page.getByRole('button', { name: 'Anterior' }).click();
  await expect(titles(page)).toHaveCount(30);

  await page.getByLabel('Vista').selectOption('Por luz');
  await page.waitForURL(/Por%20luz\.aspx/);
  await expect(titles(page)).toHaveCount(45);
  await expect(page.locator('tr.group')).toHaveText(['Light: rojo', 'Light: verde']);
  await page.getByRole('button', { name: 'Target' }).click();
  await page.getByRole('button', { name: /Target/ }).click();
  await expect(page.getByRole('columnheader', { name: /Target/ })).toHaveAttribute('aria-sort', 'descending');
  await expect(titles(page).first()).toHaveText('Meta 45');
  await expect(page.locator('tr.group')).toHaveCount(2);

  await page.getByRole('searchbox').fill('meta 4');
  await page.keyboard.press('Enter');
  await expect(titles(page)).toHaveCount(7);
  await page.reload();
  await expect(titles(page)).toHaveCount(7);
  await page.getByLabel('Vista').selectOption('Rojas');
  await page.waitForURL(/Rojas/);
  await expect(titles(page)).toHaveCount(15);
});

test('a new item is checked at its fields and by SharePoint', async ({ page }) => {
  await open(page, '/Lists/Metas/AllItems.aspx');
  await page.getByRole('link', { name: 'Nuevo' }).click();
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect(page.getByText('No puede dejar este espacio en blanco.')).toBeVisible();
  const title = page.getByLabel(/^(Título|Title)/);
  await expect(title).toBeFocused();
  await title.fill('Nueva');
  await page.getByLabel('Code').fill('M01');
  await page.getByLabel('Target').fill('1234.5');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect(page.getByText('El valor de este campo no es un número válido.')).toBeVisible();
  await expect(page.getByLabel('Target')).toBeFocused();
  await page.getByLabel('Target').fill('1.234,5');
  await page.getByRole('button', { name: 'Guardar' }).click();
  // Unique columns are SharePoint's to hold.
  await expect(page.getByRole('alert')).toContainText(/duplicad|único/i);
  await page.getByLabel('Code').fill('N01');
  await title.fill('<img src=x onerror=alert(1)> & más');
  await page.getByLabel('Narrative').fill('una línea\notra');
  await page.getByLabel('Light').selectOption('rojo');
  await page.getByLabel('EndDate').fill('2023-12-31');
  await page.getByLabel('Area', { exact: true }).selectOption('INV');
  await page.getByRole('group', { name: 'Others' }).getByLabel('COOP').check();
  await page.getByRole('group', { name: 'Others' }).getByLabel('COM').check();
  await page.getByLabel('Leader').selectOption('Profesional COOP');
  await page.getByLabel('Evidence: dirección').fill('javascript:alert(1)');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.waitForURL(({ pathname }) => pathname.endsWith('/AllItems.aspx'));

  const [item] = await rest.rows<Record<string, unknown>>('Metas', "$filter=Code eq 'N01'");
  expect(item).toMatchObject({
    Title: '<img src=x onerror=alert(1)> & más', Target: 1234.5, Light: 'rojo', EndDate: '2023-12-31T05:00:00Z', Active: true, AreaId: 2, OthersId: [1, 3], Narrative: 'una línea\notra'
  });
  await open(page, `/Lists/Metas/DispForm.aspx?ID=${String(item.Id)}`);
  await expect(page.getByRole('heading', { name: '<img src=x onerror=alert(1)> & más' })).toBeVisible();
  await expect(page.locator('dl')).toContainText('COOP; COM');
  await expect(page.locator('dl')).toContainText('31/12/2023');
  // An address that would run script is text, not a link.
  await expect(page.locator('dl a')).toHaveCount(0);
});

test('an edit writes what changed, and never over somebody else’s', async ({ page }) => {
  await open(page, '/Lists/Metas/EditForm.aspx?ID=5');
  await page.getByLabel('Target').fill('77,25');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await page.waitForURL(({ pathname }) => pathname.endsWith('/AllItems.aspx'));

  await open(page, '/Lists/Metas/EditForm.aspx?ID=5');
  await expect(page.getByLabel('Target')).toHaveValue('77,25');
  await rest.change('Metas', 5, { Target: 99 });
  await page.getByLabel('Target').fill('1');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect(page.getByRole('alert')).toContainText('Otra persona cambió este elemento');
  await page.getByRole('link', { name: 'Volver a cargar el elemento' }).click();
  await expect(page.getByLabel('Target')).toHaveValue('99');
});

test('an item is deleted after a question', async ({ page }) => {
  await open(page, '/Lists/Metas/DispForm.aspx?ID=7');
  await page.getByRole('button', { name: 'Eliminar' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancelar' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Eliminar' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Eliminar' }).click();
  await page.waitForURL(({ pathname }) => pathname.endsWith('/AllItems.aspx'));
  await open(page, '/Lists/Metas/DispForm.aspx?ID=7');
  await expect(page.getByRole('alert')).toBeVisible();
});

test('who may only read is offered no more, and is refused by SharePoint', async ({ page }) => {
  await become(page, 'coop');
  await open(page, '/Lists/Metas/AllItems.aspx');
  await expect(titles(page).first()).toBeVisible();
  for (const name of ['Nuevo', 'Configuración de la lista', /^Editar/]) await expect(page.getByRole('link', { name })).toHaveCount(0);
  await open(page, '/Lists/Metas/EditForm.aspx?ID=5');
  await page.getByLabel('Target').fill('1');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect(page.getByRole('alert')).toContainText(/acceso denegado/i);
});

test('a planner renames the list and a column, and deletes a column', async ({ page }) => {
  await open(page, '/Lists/Metas/AllItems.aspx');
  await page.getByRole('link', { name: 'Configuración de la lista' }).click();
  await page.getByLabel('Nombre de la lista').fill('Metas del plan');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect(page.getByRole('link', { name: 'Metas del plan' })).toBeVisible();
  await page.getByLabel('Nombre de Narrative', { exact: true }).fill('Relato');
  await page.getByRole('button', { name: 'Cambiar nombre de Narrative' }).click();
  await page.getByRole('button', { name: 'Eliminar Relato' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Eliminar' }).click();
  await expect(page.getByLabel('Nombre de Relato', { exact: true })).toHaveCount(0);
  await open(page, '/Lists/Metas/AllItems.aspx');
  await expect(page.getByRole('heading', { name: 'Metas del plan' })).toBeVisible();
});

test('a library’s folders are opened and its documents come as they are', async ({ page }) => {
  await rest.post('web/lists', { Title: 'Planes', BaseTemplate: 101 });
  await rest.post('web/folders/addUsingPath(decodedUrl=\'/Planes/Año 2021 & más\')', {});
  const file = encodeURIComponent('Plan #1 (50%).txt');
  await rest.post(`web/getFolderByServerRelativePath(decodedUrl='/Planes/Año 2021 & más')/files/addUsingPath(decodedUrl='${file}',overwrite=true)`, { contenido: 'plan' });
  await open(page, '/Planes/Forms/AllItems.aspx');
  await page.getByRole('link', { name: 'Año 2021 & más' }).click();
  await expect(page.getByRole('heading', { name: 'Año 2021 & más' })).toBeVisible();
  await page.getByRole('link', { name: 'Plan #1 (50%).txt' }).click();
  await expect(page.locator('body')).toContainText('{"contenido":"plan"}');
  await page.goto(`${site.origin}/Planes`);
  await expect(page.getByRole('heading', { name: 'Planes' })).toBeVisible();
  await become(page, 'sin-acceso');
  expect((await page.request.get(`${site.origin}/Planes/A%C3%B1o%202021%20%26%20m%C3%A1s/Plan%20%231%20(50%25).txt`)).status()).toBe(403);
});

test('a list that is not there is said so', async ({ page }) => {
  await open(page, '/Lists/Nothing/AllItems.aspx');
  await expect(page.getByRole('alert')).toContainText('Nothing');
});

test('list pages have no accessibility findings, wide and narrow', async ({ page }) => {
  test.slow();
  const id = (await rest.get<{ Id: string }>('web/getList(\'/Lists/Metas\')')).Id;
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/_layouts/15/viewlsts.aspx', '/Lists/Metas/AllItems.aspx', '/Lists/Metas/DispForm.aspx?ID=3', '/Lists/Metas/EditForm.aspx?ID=3', `/_layouts/15/listedit.aspx?List={${id}}`]) {
      await open(page, path);
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id: rule, nodes }) => [path, width, rule, nodes.map(({ html }) => html)])).toEqual([]);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([path, width, Math.max(0, beyond)]).toEqual([path, width, 0]);
    }
  }
});
