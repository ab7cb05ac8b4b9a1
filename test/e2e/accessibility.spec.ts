// axe finds nothing on any screen, in any theme, wide or narrow, and no screen is wider than its window.
import AxeBuilder from '@axe-core/playwright';
import type { Frame, Page } from '@playwright/test';
import { expect, openPage, openTeams, test } from './support/site';

interface Screen {
  readonly person: string;
  /** Tab of the Teams app. */
  readonly tab: string;
  readonly route: string;
  /** Something that is there once the screen is whole. */
  readonly ready: RegExp;
  /** Code of the card whose report is opened. */
  readonly report?: string;
}

const APP = '8f0d2c1e-6a7b-4c55-9e0b-7d3a52b1c9f4';
const SEGUIMIENTO = APP;
const TABLERO = 'b1a6c0d4-3e52-4f7a-9a41-52c8e07d6b13';

const SCREENS: Record<string, Screen> = {
  'Mis resultados': { person: 'coop', tab: SEGUIMIENTO, route: '2021-2023/mis-resultados', ready: /Mis resultados/ },
  Reportar: { person: 'coop', tab: SEGUIMIENTO, route: '2021-2023/mis-resultados', ready: /Mis resultados/, report: 'OE1-OT2-R5' },
  Detalle: { person: 'coop', tab: SEGUIMIENTO, route: '2021-2023/kr/OE1-OT4-R1', ready: /siete/ },
  Matriz: { person: 'coop', tab: SEGUIMIENTO, route: '2021-2023/matriz', ready: /Matriz/ },
  Tablero: { person: 'direccion', tab: TABLERO, route: '2021-2023/tablero', ready: /Planeación estratégica/ },
  'Modo reunión': { person: 'direccion', tab: TABLERO, route: '2021-2023/reunion/OE1', ready: /Cooperación/ }
};

const WIDTHS: Readonly<Record<string, readonly number[]>> = { default: [1280, 768, 360], dark: [1280], contrast: [1280] };

/** What is wrong with a screen that has come to rest. @param frame the one the screen is in, the page's own by default */
async function findingsOn(page: Page, frame: Frame = page.mainFrame()): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  await expect.poll(() => frame.evaluate(() => document.querySelectorAll('[aria-busy=true]').length)).toBe(0);
  const axe = new AxeBuilder({ page });
  if (frame !== page.mainFrame()) axe.include(['iframe[name=embedded-page-container]', 'body']);
  const { violations } = await axe.analyze();
  const beyond = await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
    ...(beyond > 0 ? [`${beyond} px too wide`] : [])
  ];
}

for (const [theme, widths] of Object.entries(WIDTHS)) {
  for (const width of widths) {
    for (const [name, { person, tab, route, ready, report }] of Object.entries(SCREENS)) {
      test(`${name}, ${theme}, ${width} px`, async ({ page, site }) => {
        await page.setViewportSize({ width, height: 900 });
        const context = encodeURIComponent(JSON.stringify({ subEntityId: route }));
        const content = await openTeams(page, site, person, `/l/entity/${APP}/${tab}?theme=${theme}&context=${context}`);
        await expect(content.getByRole('heading', { level: 1, name: ready })).toBeVisible();
        if (report) {
          await content.getByRole('article').filter({ hasText: report }).getByRole('button', { name: 'Reportar' }).click();
          await expect(content.getByRole('dialog')).toBeVisible();
        }
        const frame = page.frames().find((one) => one.name() === 'embedded-page-container');
        if (!frame) throw new Error('no tab');
        expect(await findingsOn(page, frame)).toEqual([]);
      });
    }
  }
}

/** Parts of Mantenimiento, and the reading for a print-out on the dashboard: pages of SharePoint. */
const PAGES = [
  ...['', '/metas', '/responsables', '/importar-exportar', '/sitio'].map((part) => ['Mantenimiento', `2021-2023/mantenimiento${part}`, ''] as const),
  ['Tablero', '2021-2023/tablero', '&okr-informe=si'] as const
];

for (const theme of ['default', 'dark']) {
  for (const width of WIDTHS[theme]) {
    test(`planners' pages and report, ${theme}, ${width} px`, async ({ page, site }) => {
      test.setTimeout(240_000);
      await page.setViewportSize({ width, height: 900 });
      const findings: string[] = [];
      for (const [title, route, more] of PAGES) {
        await openPage(page, site, 'planeacion', `?theme=${theme}&okr=${route}${more}`, title);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        findings.push(...(await findingsOn(page)).map((finding) => `${route} ${finding}`));
      }
      expect(findings).toEqual([]);
    });
  }
}
