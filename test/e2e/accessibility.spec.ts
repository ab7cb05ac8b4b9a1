// axe finds nothing on any screen, in any theme, wide or narrow.
import AxeBuilder from '@axe-core/playwright';
import { expect, openPage, openTeams, test } from './support/site';

const SCREENS: Record<string, { route: string; ready: RegExp; click?: string }> = {
  'Mis resultados': { route: '2021-2023/mis-resultados', ready: /Mis resultados/ },
  Reportar: { route: '2021-2023/mis-resultados', ready: /Mis resultados/, click: 'OE1-OT2-R5' },
  Detalle: { route: '2021-2023/kr/OE1-OT4-R1', ready: /siete/ },
  Matriz: { route: '2021-2023/matriz', ready: /Matriz/ }
};
const ID = '8f0d2c1e-6a7b-4c55-9e0b-7d3a52b1c9f4';
/** Tab of Tablero in the Teams app. */
const TABLERO = 'b1a6c0d4-3e52-4f7a-9a41-52c8e07d6b13';

for (const theme of ['default', 'dark', 'contrast']) {
  for (const width of theme === 'default' ? [1280, 768, 360] : [1280]) {
    for (const [name, { route, ready, click }] of Object.entries(SCREENS)) {
      test(`${name}, ${theme}, ${width} px`, async ({ page, site }) => {
        await page.setViewportSize({ width, height: 900 });
        const context = encodeURIComponent(JSON.stringify({ subEntityId: route }));
        const tab = await openTeams(page, site, 'coop', `/l/entity/${ID}/${ID}?theme=${theme}&context=${context}`);
        await expect(tab.getByRole('heading', { level: 1 })).toContainText(ready);
        if (click) {
          await tab.getByRole('article').filter({ hasText: click }).getByRole('button', { name: 'Reportar' }).click();
          await expect(tab.getByRole('dialog')).toBeVisible();
        }
        await page.waitForLoadState('networkidle');
        const frame = page.frames().find((one) => one.name() === 'embedded-page-container');
        if (!frame) throw new Error('no tab');
        await expect.poll(() => frame.evaluate(() => document.querySelectorAll('[aria-busy=true]').length)).toBe(0);
        const { violations } = await new AxeBuilder({ page }).include(['iframe[name=embedded-page-container]', 'body']).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
        const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      });
    }
  }
}

for (const theme of ['default', 'dark', 'contrast']) {
  for (const width of theme === 'default' ? [1280, 768, 360] : [1280]) {
    test(`Tablero, ${theme}, ${width} px`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 900 });
      const context = encodeURIComponent(JSON.stringify({ subEntityId: '2021-2023/tablero' }));
      const tab = await openTeams(page, site, 'direccion', `/l/entity/${ID}/${TABLERO}?theme=${theme}&context=${context}`);
      await expect(tab.getByRole('img', { name: /^OE5 Gestión Interna/ })).toBeVisible();
      await page.waitForLoadState('networkidle');
      const frame = page.frames().find((one) => one.name() === 'embedded-page-container');
      if (!frame) throw new Error('no tab');
      await expect.poll(() => frame.evaluate(() => document.querySelectorAll('[aria-busy=true]').length)).toBe(0);
      const { violations } = await new AxeBuilder({ page }).include(['iframe[name=embedded-page-container]', 'body']).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
      expect(await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    });
  }
}

/** Parts of Mantenimiento, and the reading for a print-out and the meeting on the dashboard: pages of SharePoint. */
const PAGES = [
  ...['', '/metas', '/responsables', '/importar-exportar', '/sitio'].map((part) => ['Mantenimiento', `2021-2023/mantenimiento${part}`, ''] as const),
  ['Tablero', '2021-2023/tablero', '&okr-informe=si'] as const,
  ['Tablero', '2021-2023/reunion/OE1', ''] as const
];

for (const theme of ['default', 'dark']) {
  for (const width of theme === 'default' ? [1280, 768, 360] : [1280]) {
    test(`planners' pages, report and meeting, ${theme}, ${width} px`, async ({ page, site }) => {
      test.setTimeout(240_000);
      await page.setViewportSize({ width, height: 900 });
      const findings: string[] = [];
      for (const [title, route, more] of PAGES) {
        await openPage(page, site, 'planeacion', `?theme=${theme}&okr=${route}${more}`, title);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        await page.waitForLoadState('networkidle');
        await expect.poll(() => page.evaluate(() => document.querySelectorAll('[aria-busy=true]').length)).toBe(0);
        const { violations } = await new AxeBuilder({ page }).analyze();
        findings.push(...violations.map(({ id, nodes }) => `${route} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`));
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (beyond > 0) findings.push(`${route} is ${beyond} px too wide`);
      }
      expect(findings).toEqual([]);
    });
  }
}
