// A planner closes a quarter in the browser while somebody of COM writes a report for it; a closing that was interrupted goes on.
import type { Page } from '@playwright/test';
import type { LocalSharePoint } from '../../sharepoint/local/server';
import { restClient } from './support/rest';
import { become, expect, openTeams, test } from './support/site';

/** Opens every quarter from one on again, as a planner could in the lists. */
async function reopenFrom(site: LocalSharePoint, quarter: string, before: string): Promise<void> {
  const planner = restClient(site);
  const quarters = await planner.rows<{ Id: number; Title: string }>('Quarters', '$select=Id,Title&$top=100');
  for (const { Id } of quarters.filter((row) => row.Title >= quarter)) await planner.change('Quarters', Id, { State: 'open', ClosedOn: null });
  await planner.merge('web/getList(\'/Lists/CheckIns\')', { ValidationFormula: `=[Trimestre]>"${before}"` });
}

async function openMaintenance(planner: Page, site: LocalSharePoint, quarter: string): Promise<void> {
  await planner.goto(`${site.origin}/SitePages/Mantenimiento.aspx?okr=2021-2023/mantenimiento`);
  await expect(planner.getByRole('heading', { name: `Cerrar ${quarter}` })).toBeVisible();
}

/** Decides every point that asks for it, and closes. */
async function close(planner: Page, quarter: string): Promise<void> {
  const section = planner.locator('#cierre');
  for (const box of await section.getByRole('checkbox').all()) await box.check();
  const button = section.getByRole('button', { name: `Cerrar ${quarter}` });
  await expect(button).not.toHaveAttribute('aria-disabled', 'true');
  await button.click();
  const dialog = planner.getByRole('dialog');
  await expect(dialog).toContainText(`${quarter} deja de recibir reportes`);
  await dialog.getByRole('button', { name: `Cerrar ${quarter}` }).click();
}

test.describe('a quarter closed while somebody writes for it', () => {
  test.use({ expectedNoise: /Failed to load resource/ });

  test('the next report is refused with what to do, and goes into the open quarter', async ({ page, site, browser }) => {
    const planner = await (await browser.newContext({ locale: 'es-CO' })).newPage();
    await become(planner, site, 'planeacion');
    await reopenFrom(site, '2021-T2', '2021-T1');

    const tab = await openTeams(page, site, 'com');
    const card = tab.getByRole('article').filter({ hasText: 'OE1-OT1-R3' });
    await card.getByRole('button', { name: 'Reportar' }).click();
    const panel = tab.getByRole('dialog');
    await panel.getByLabel('Trimestre', { exact: true }).selectOption('2021-T2');
    await panel.getByLabel('¿Cuánto aportas en 2021-T2?').fill('1');
    await panel.getByText('Vamos a llegar').click();
    await panel.getByLabel('¿Qué se logró?').fill('Una organización más, contada tarde.');
    await panel.getByLabel('Obstáculos').fill('Ninguno por ahora.');

    await openMaintenance(planner, site, '2021-T2');
    await close(planner, '2021-T2');
    await expect(planner.getByText('2021-T2 quedó cerrado.', { exact: false })).toBeVisible();
    await expect(planner.getByRole('heading', { name: 'Cerrar 2021-T3' })).toBeVisible();

    await panel.getByRole('button', { name: 'Guardar reporte' }).click();
    await expect(panel.getByRole('alert')).toContainText('2021-T2 está cerrado y no recibe reportes. Habla con Planeación si hay un error.');
    const written = `$select=Id,Quarter,KeyResult/Code,Process/Title&$filter=Quarter eq '2021-T2' and KeyResult/Code eq 'OE1-OT1-R3' and Process/Title eq 'COM'&$expand=KeyResult,Process`;
    const before = await restClient(site).rows<{ Id: number }>('CheckIns', written);

    await panel.getByRole('button', { name: 'Reportar en 2023-T3' }).click();
    await expect(panel.getByLabel('¿Qué se logró?')).toHaveValue('Una organización más, contada tarde.');
    await panel.getByRole('button', { name: 'Guardar reporte' }).click();
    await expect(tab.getByText('Reporte guardado.', { exact: false })).toBeVisible();
    expect(await restClient(site).rows('CheckIns', written)).toEqual(before);
    const [last] = await restClient(site).rows<{ Quarter: string; Value: number }>('CheckIns', '$select=Quarter,Value&$orderby=Id desc&$top=1');
    expect(last).toMatchObject({ Quarter: '2023-T3', Value: 1 });
    await planner.context().close();
  });

  test('an interrupted closing says where it stopped, and goes on to the same rows', async ({ page, site }) => {
    await become(page, site, 'planeacion');
    await openMaintenance(page, site, '2023-T3');
    await page.request.post(`${site.origin}/_local/faults`, { data: { url: '^POST .*Lists/Cutoffs', kind: 'status', status: 500, count: 1 } });
    await close(page, '2023-T3');
    await expect(page.getByRole('alert')).toContainText('El cierre se detuvo al escribir los cortes.');
    await page.reload();
    await expect(page.getByText(/Empezaste a cerrar 2023-T3/)).toBeVisible();
    await page.getByRole('button', { name: 'Continuar el cierre' }).click();
    await expect(page.getByText('2023-T3 quedó cerrado.', { exact: false })).toBeVisible();
    const cutoffs = await restClient(site).rows<{ Key0: string }>('Cutoffs', "$select=Key0&$filter=Quarter eq '2023-T3'&$top=200");
    expect(new Set(cutoffs.map(({ Key0 }) => Key0)).size).toBe(79);
    expect(cutoffs).toHaveLength(79);
    const [quarter] = await restClient(site).rows<{ State: string }>('Quarters', "$select=State&$filter=Title eq '2023-T3'");
    expect(quarter.State).toBe('closed');
  });
});
