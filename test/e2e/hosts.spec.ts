// The hosts themselves, with a web part of their own that shows what it was given. The product's own tests are beside this file.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Frame, Page } from '@playwright/test';
import { startHostedSite } from '../../sharepoint/local/hosts/hosted-site';
import { runningClock } from '../../sharepoint/local/hosts/running-clock';
import type { LocalSharePoint } from '../../sharepoint/local/server';
import { makeProbeRelease, PROBE_ID } from './hosts/probe-release';

let site: LocalSharePoint;
let release: string;
let noise: string[];

/** Teams asks Microsoft's servers which hosts are valid, and goes on without an answer; Microsoft's runtime greets whoever opens the console. */
const EXPECTED_NOISE = /validDomains|ERR_NAME_NOT_RESOLVED|ERR_INTERNET_DISCONNECTED|%cWarning!/;

test.beforeAll(async () => {
  release = await makeProbeRelease();
  site = await startHostedSite({ dataDir: ':memory:', release, teamsManifest: join(release, 'none.json'), clock: runningClock().now });
});
test.afterAll(async () => {
  await site.close();
  rmSync(release, { recursive: true });
});
test.beforeEach(({ page }) => {
  noise = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) noise.push(message.text()); });
  page.on('pageerror', (error) => noise.push(String(error.stack)));
});
test.afterEach(() => {
  expect(noise.filter((text) => !EXPECTED_NOISE.test(text))).toEqual([]);
});

async function become(page: Page, person: string): Promise<void> {
  await page.context().addCookies([{ name: 'local-user', value: person, url: site.origin }]);
}

const open = (page: Page, path: string): Promise<unknown> => page.goto(site.origin + path);

/** What the probe was given; runs in the browser. */
interface Probe {
  context: {
    pageContext: {
      web: { absoluteUrl: string; permissions: { value: unknown } };
      user: { displayName: string; loginName: string };
      cultureInfo: { currentUICultureName: string };
      legacyPageContext: { formDigestValue: string; userId: number };
    };
    spHttpClient: { post(url: string, configuration: unknown, options: { body: string }): Promise<Response> };
  };
  teams?: {
    app: { getContext(): Promise<{ app: { theme: string; locale: string }; page: { id: string; subPageId?: string; frameContext: string }; user?: { userPrincipalName?: string }; channel?: { displayName: string } }>; openLink(link: string): Promise<void> };
    pages: { currentApp: { navigateTo(to: { pageId: string; subPageId?: string }): Promise<void> }; shareDeepLink(link: { subPageId: string; subPageLabel: string }): Promise<void> };
  };
}

async function probeFrame(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe[name=embedded-page-container]');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('No frame');
  await frame.waitForSelector('#probe');
  return frame;
}

const teamsContext = (frame: Frame) => frame.evaluate(() => (window as unknown as { probe: Probe }).probe.teams!.app.getContext());

test.describe('SharePoint page', () => {
  test('runs the web part under SharePoint’s Content Security Policy', async ({ page }) => {
    await open(page, '/SitePages/Seguimiento.aspx');
    await expect(page.locator('#probe')).toHaveText('probe: inicial');
    const outcome = await page.evaluate(async (): Promise<Record<string, boolean>> => {
      const inline = document.createElement('script');
      inline.textContent = 'window.inlineRan = true';
      document.head.append(inline);
      const button = document.createElement('button');
      button.setAttribute('onclick', 'window.handlerRan = true');
      document.body.append(button);
      button.click();
      const foreign = await new Promise<boolean>((resolve) => {
        const script = document.createElement('script');
        script.src = 'https://cdn.jsdelivr.net/npm/x';
        document.addEventListener('securitypolicyviolation', (event) => { if (event.blockedURI.includes('jsdelivr')) resolve(true); });
        document.head.append(script);
      });
      const ran = window as unknown as { inlineRan?: boolean; handlerRan?: boolean };
      return { inline: ran.inlineRan !== true, handler: ran.handlerRan !== true, foreign };
    });
    expect(outcome).toEqual({ inline: true, handler: true, foreign: true });
    noise = noise.filter((text) => !/Content Security Policy/.test(text));
  });

  test('tells the web part who and where, with a digest that the site takes', async ({ page }) => {
    await become(page, 'coop');
    await open(page, '/SitePages/Seguimiento.aspx');
    await page.waitForSelector('#probe');
    const seen = await page.evaluate(async () => {
      const { pageContext } = (window as unknown as { probe: Probe }).probe.context;
      const response = await fetch('/_api/web/currentuser', { headers: { accept: 'application/json;odata=nometadata' } });
      const me = (await response.json()) as { Id: number };
      const write = await fetch('/_api/web/lists', {
        method: 'POST', body: '{"Title":"x"}',
        headers: { accept: 'application/json', 'content-type': 'application/json', 'x-requestdigest': pageContext.legacyPageContext.formDigestValue }
      });
      return {
        web: pageContext.web.absoluteUrl, user: pageContext.user.displayName, culture: pageContext.cultureInfo.currentUICultureName,
        sameUser: me.Id === pageContext.legacyPageContext.userId, code: ((await write.json()) as { 'odata.error': { code: string } })['odata.error'].code
      };
    });
    // The digest passes; what stops the write is that this person may not make lists.
    expect(seen).toEqual({ web: site.origin, user: 'Profesional COOP', culture: 'es-ES', sameUser: true, code: '-2147024891, System.UnauthorizedAccessException' });
    noise = noise.filter((text) => !/403/.test(text));
  });

  test('has the site’s clock', async ({ page }) => {
    await open(page, '/SitePages/Seguimiento.aspx');
    const day = await page.evaluate(() => new Date().toISOString().slice(0, 10));
    expect(day).toBe('2023-10-05');
    await expect(page.getByText('Reloj del sitio: 5 oct 2023')).toBeVisible();
  });

  test('hands out the theme of the page and of the section', async ({ page }) => {
    for (const [query, inverted, background] of [['', 'false', '#ffffff'], ['?theme=dark', 'true', '#1f1f1f'], ['?section=strong', 'true', '#0f6cbd'], ['?section=soft', 'false', '#eff6fc']]) {
      await open(page, `/SitePages/Seguimiento.aspx${query}`);
      await expect(page.locator('#probe')).toHaveAttribute('data-inverted', inverted);
      await expect(page.locator('#probe')).toHaveAttribute('data-background', background);
    }
  });

  test('shows Microsoft’s property pane, and publishing keeps what was set', async ({ page }) => {
    await open(page, '/SitePages/Seguimiento.aspx');
    await page.getByRole('link', { name: 'Editar' }).click();
    await page.waitForSelector('#probe');
    await page.waitForSelector('body[data-ready=yes]');
    await page.getByRole('button', { name: 'Editar elemento web' }).click();
    const pane = page.locator('#spPropertyPaneContainer');
    await pane.getByLabel('Descripción').fill('cambiada', { timeout: 45_000 });
    await pane.getByRole('switch', { name: 'Compacto' }).click();
    await expect(page.locator('#probe')).toHaveText('probe: cambiada, compact');
    await page.getByRole('button', { name: 'Publicar' }).click();
    await page.waitForURL(/Seguimiento\.aspx$/);
    await expect(page.locator('#probe')).toHaveText('probe: cambiada, compact');
  });

  test('refuses a person without access', async ({ page }) => {
    await open(page, '/SitePages/Seguimiento.aspx');
    await page.getByLabel('Persona').selectOption('Sin acceso');
    await expect(page.getByRole('heading', { name: 'Necesitas permiso para acceder a este sitio.' })).toBeVisible();
    expect((await page.request.get(`${site.origin}/SitePages/Seguimiento.aspx`)).status()).toBe(403);
    await page.getByLabel('Persona').selectOption('Profesional COOP');
    await expect(page.locator('#probe')).toBeVisible();
    noise = noise.filter((text) => !/403/.test(text));
  });
});

test.describe('Teams', () => {
  const link = (subPage: string): string => `/l/entity/${PROBE_ID}/${PROBE_ID}?context=${encodeURIComponent(JSON.stringify({ subEntityId: subPage }))}`;

  test('a personal tab gets a real context, and a deep link reaches it', async ({ page }) => {
    await become(page, 'coop');
    await open(page, `${link('2021-2023/kr/OE1-OT2-R5')}&theme=dark&locale=en-us`);
    const frame = await probeFrame(page);
    const context = await teamsContext(frame);
    expect(context.app).toMatchObject({ theme: 'dark', locale: 'en-us' });
    expect(context.page).toMatchObject({ id: PROBE_ID, subPageId: '2021-2023/kr/OE1-OT2-R5', frameContext: 'content' });
    expect(context.user?.userPrincipalName).toBe('coop@aci.example');
    expect(context.channel).toBeUndefined();
    expect(await frame.evaluate(() => (window as unknown as { probe: Probe }).probe.context.pageContext.cultureInfo.currentUICultureName)).toBe('en-US');
  });

  test('changes its theme while the tab is open', async ({ page }) => {
    await open(page, '/teams');
    const probe = (await probeFrame(page)).locator('#probe');
    for (const [theme, inverted, background] of [['Oscuro', 'true', '#1f1f1f'], ['Contraste alto', 'true', '#000000'], ['Claro', 'false', '#ffffff']]) {
      await page.getByLabel('Tema').selectOption(theme);
      await expect(probe).toHaveAttribute('data-inverted', inverted);
      await expect(probe).toHaveAttribute('data-background', background);
    }
  });

  test('follows links of the app and goes back', async ({ page }) => {
    await open(page, '/teams');
    let frame = await probeFrame(page);
    // The answer is not waited for: following the link closes the frame that asked.
    await frame.evaluate((href) => { void (window as unknown as { probe: Probe }).probe.teams!.app.openLink(href); }, `https://teams.microsoft.com${link('a/b')}`);
    await expect(page).toHaveURL(/a%2Fb/);
    frame = await probeFrame(page);
    expect((await teamsContext(frame)).page.subPageId).toBe('a/b');
    await frame.evaluate((pageId) => { void (window as unknown as { probe: Probe }).probe.teams!.pages.currentApp.navigateTo({ pageId, subPageId: 'c' }); }, PROBE_ID);
    await expect(page).toHaveURL(/%22c%22/);
    await probeFrame(page);
    await page.getByRole('button', { name: 'Atrás' }).click();
    await expect(page).toHaveURL(/a%2Fb/);
    frame = await probeFrame(page);
    expect((await teamsContext(frame)).page.subPageId).toBe('a/b');
    const elsewhere = page.waitForEvent('popup');
    await frame.evaluate((href) => { void (window as unknown as { probe: Probe }).probe.teams!.app.openLink(href); }, `${site.origin}/`);
    await expect(await elsewhere).toHaveURL(`${site.origin}/`);
  });

  test('copies a link that opens the same', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
    await open(page, link('2021-2023/matriz'));
    await probeFrame(page);
    await page.getByRole('button', { name: 'Copiar vínculo' }).click();
    await expect(page.getByRole('status')).toHaveText('Vínculo copiado.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    await page.goto(copied);
    expect((await teamsContext(await probeFrame(page))).page.subPageId).toBe('2021-2023/matriz');
  });

  test('a channel tab runs in the team, and its settings are kept', async ({ page }) => {
    await open(page, '/teams');
    await probeFrame(page);
    await page.getByRole('button', { name: 'Equipos' }).click();
    await expect(page.getByRole('heading', { name: 'Planeación › General' })).toBeVisible();
    let frame = await probeFrame(page);
    expect((await teamsContext(frame)).channel?.displayName).toBe('General');
    await page.getByRole('button', { name: 'Configurar' }).click();
    frame = await probeFrame(page);
    expect((await teamsContext(frame)).page.frameContext).toBe('settings');
    await frame.locator('#spPropertyPaneContainer').getByLabel('Descripción').fill('del canal', { timeout: 45_000 });
    await expect(frame.locator('#probe')).toHaveText('probe: del canal');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await expect(page.getByRole('button', { name: 'Configurar' })).toBeVisible();
    frame = await probeFrame(page);
    await expect(frame.locator('#probe')).toHaveText('probe: del canal');
  });

  test('is little but the app on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await open(page, '/teams');
    const frame = await probeFrame(page);
    await expect(page.getByRole('button', { name: 'Equipos' })).toBeHidden();
    expect(await frame.evaluate(() => [innerWidth, innerHeight])).toEqual([360, 640]);
  });

  test('shows the refusal to a person without access, and lets another in', async ({ page }) => {
    await become(page, 'sin-acceso');
    await open(page, '/teams');
    await expect(page.frameLocator('iframe').getByRole('heading')).toHaveText('Necesitas permiso para acceder a este sitio.');
    await page.getByLabel('Persona').selectOption('Profesional COOP');
    await probeFrame(page);
    noise = noise.filter((text) => !/403/.test(text));
  });
});

test('the start page leads every audience to its place', async ({ page }) => {
  await open(page, '/');
  await page.getByRole('link', { name: /Profesional de un proceso/ }).click();
  await probeFrame(page);
  await expect(page.getByLabel('Persona')).toHaveValue('coop');
});

test('the hosts’ own pages have no accessibility findings', async ({ page }) => {
  test.slow();
  for (const path of ['/', '/teams', '/teams?theme=dark', '/teams?theme=contrast', '/SitePages/Seguimiento.aspx', '/SitePages/Seguimiento.aspx?theme=dark']) {
    await open(page, path);
    await (path.startsWith('/teams') ? probeFrame(page) : page.waitForLoadState('networkidle'));
    // A page's heading is its web part's, and the probe has none.
    const axe = new AxeBuilder({ page }).exclude('iframe').disableRules(path.startsWith('/SitePages') ? ['page-has-heading-one'] : []);
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => [path, id, nodes.map(({ html }) => html)])).toEqual([]);
  }
});
