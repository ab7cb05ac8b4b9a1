import { asker, makeRelease, ORIGIN, WEB_PART_ID } from './stub-site';
import type { Get } from './stub-site';

const TAB = `/_layouts/15/teamshostedapp.aspx?teams&personal&componentId=${WEB_PART_ID}`;

let release: ReturnType<typeof makeRelease>;
let get: Get;
beforeAll(() => {
  release = makeRelease();
  get = asker(release.folder);
});
afterAll(() => release.remove());

async function page(path: string, as?: string): Promise<{ response: Response; text: string }> {
  const response = await get(path, as ? { as } : {});
  if (!response) throw new Error(`No answer to ${path}`);
  return { response, text: await response.text() };
}

/** What the page hands to Microsoft's loader. */
function preloaded(text: string): { manifests: { id: string; loaderConfig: { internalModuleBaseUrls: string[] } }[]; spPageContextInfo: Record<string, unknown> } {
  const json = /spModuleLoader\.start\((\{.*?\}), function/s.exec(text)?.[1];
  return JSON.parse(json ?? 'null') as ReturnType<typeof preloaded>;
}

describe('the page of the web part', () => {
  it('sends SharePoint’s Content Security Policy, and its own inline scripts carry the nonce', async () => {
    const { response, text } = await page('/SitePages/Seguimiento.aspx');
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(policy).toContain("script-src 'unsafe-eval' 'self'");
    expect(policy).not.toContain("'unsafe-inline'");
    const inline = [...text.matchAll(/<script(?![^>]*(?:src=|application\/json))[^>]*>/g)].map(([tag]) => tag);
    expect(inline.length).toBeGreaterThan(2);
    for (const tag of inline) expect(tag).toContain(`nonce="${nonce}"`);
    expect(text).not.toMatch(/\son[a-z]+="/);
  });

  it('gives every visit another nonce', async () => {
    const policies = await Promise.all([page('/SitePages/Seguimiento.aspx'), page('/SitePages/Seguimiento.aspx')]);
    expect(new Set(policies.map(({ response }) => response.headers.get('content-security-policy'))).size).toBe(2);
  });

  it('tells SPFx and PnPjs who, where and with which digest', async () => {
    const { text } = await page('/SitePages/Seguimiento.aspx', 'coop');
    expect(preloaded(text).spPageContextInfo).toMatchObject({
      webAbsoluteUrl: ORIGIN, webServerRelativeUrl: '/', siteAbsoluteUrl: ORIGIN, formDigestValue: '0xABC,05 Oct 2023 15:42:00 -0000',
      formDigestTimeoutSeconds: 1800, userId: 8, userEmail: 'coop@aci.example', userLoginName: 'coop@aci.example', userDisplayName: 'Profesional <COOP>',
      isSiteAdmin: false, currentCultureName: 'es-ES', currentUICultureName: 'es-ES', webTitle: 'SIGACI & más',
      webPermMasks: { High: 0xb0, Low: 0x08031041 | 0x10000 | 0x20000 }
    });
  });

  it('hands over the web part’s manifest and Microsoft’s, each with the folder it is served from', async () => {
    const { manifests } = preloaded((await page('/SitePages/Seguimiento.aspx')).text);
    const ours = manifests.find(({ id }) => id === WEB_PART_ID);
    expect(ours?.loaderConfig.internalModuleBaseUrls).toEqual([`${ORIGIN}/sites/appcatalog/ClientSideAssets/sigaci-okr/`]);
    expect(manifests.length).toBeGreaterThan(20);
    for (const { loaderConfig } of manifests) expect(loaderConfig.internalModuleBaseUrls[0]).toMatch(/^http:\/\/localhost:5180\/.*\/$/);
  });

  it('escapes what it shows and what it embeds', async () => {
    const { text } = await page('/SitePages/Seguimiento.aspx', 'coop');
    expect(text).toContain('Profesional &lt;COOP&gt;</option>');
    expect(text).toContain('SIGACI &amp; más');
    expect(text).not.toContain('</script><b>');
  });

  it('takes the language of the address and ignores one that is none', async () => {
    expect(preloaded((await page(`${TAB}&forceLocale=en-us`)).text).spPageContextInfo.currentUICultureName).toBe('en-US');
    expect(preloaded((await page(`${TAB}&forceLocale={locale}`)).text).spPageContextInfo.currentUICultureName).toBe('es-ES');
  });

  it('shows no bars in Teams', async () => {
    const { text } = await page(TAB);
    expect(text).not.toContain('suite-bar');
    expect(text).toContain('id="web-part"');
  });

  it('refuses a person without access with 403, on pages, in Teams and on lists', async () => {
    for (const path of ['/SitePages/Seguimiento.aspx', TAB, '/Lists/KeyResults/AllItems.aspx', '/SIGACI/Forms/AllItems.aspx']) {
      const { response, text } = await page(path, 'sin-acceso');
      expect([path, response.status]).toEqual([path, 403]);
      expect(text).toContain('Necesitas permiso');
      expect(text).not.toContain('spModuleLoader');
    }
  });

  it('says that nothing has been built', async () => {
    const answer = await asker('/nowhere')('/SitePages/Seguimiento.aspx');
    expect(answer?.status).toBe(503);
  });
});

describe('the Teams host', () => {
  it('TeamsLogon.aspx goes on to a page of the site, and to nothing else', async () => {
    const dest = '/_layouts/15/teamshostedapp.aspx?teams&personal';
    const answer = await get(`/_layouts/15/TeamsLogon.aspx?SPFX=true&dest=${encodeURIComponent(dest)}`);
    expect([answer?.status, answer?.headers.get('location')]).toEqual([302, dest]);
    for (const foreign of ['//evil.example', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', '/\n/evil.example', '']) {
      expect((await get(`/_layouts/15/TeamsLogon.aspx?dest=${encodeURIComponent(foreign)}`))?.status).toBe(400);
    }
  });

  it('knows the tabs of the solution’s manifest and the person, at /teams and at deep links', async () => {
    for (const path of ['/teams', `/l/entity/${WEB_PART_ID}/x?context=%7B%7D`]) {
      const { text } = await page(`${path}${path.includes('?') ? '&' : '?'}theme=dark`, 'coop');
      const data = JSON.parse(/id="shell-data">(.*?)<\/script>/s.exec(text)?.[1] ?? 'null') as Record<string, unknown>;
      expect(data).toMatchObject({ app: { id: WEB_PART_ID, name: 'SIGACI OKR' }, theme: 'dark', locale: 'es-es', teamSitePath: '' });
      expect(data.person).toMatchObject({ userName: 'coop', email: 'coop@aci.example' });
      expect(data.personalTabs).toMatchObject([{ entityId: WEB_PART_ID, name: 'Mis resultados' }, { name: 'Tablero' }]);
    }
  });

  it('without a manifest, makes the tabs that Sync to Teams would', async () => {
    const { text } = await (async () => ({ text: await (await asker(release.folder, '/nowhere.json')('/teams'))!.text() }))();
    const data = JSON.parse(/id="shell-data">(.*?)<\/script>/s.exec(text)?.[1] ?? 'null') as { personalTabs: { contentUrl: string }[]; channelTabs: { contentUrl: string }[] };
    expect(data.personalTabs[0].contentUrl).toContain(`%26personal%26componentId=${WEB_PART_ID}`);
    expect(data.channelTabs[0].contentUrl).not.toContain('openPropertyPane');
  });
});

describe('the person', () => {
  const become = (user: string, to: string): Promise<Response | undefined> =>
    get('/_hosts/person', { method: 'POST', body: new URLSearchParams({ user, to }).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } });

  it('changes by a cookie and goes back to the page', async () => {
    const answer = await become('coop', '/teams?theme=dark');
    expect([answer?.status, answer?.headers.get('location')]).toEqual([303, '/teams?theme=dark']);
    expect(answer?.headers.get('set-cookie')).toMatch(/^local-user=coop; Path=\//);
  });

  it('is one that the site knows, and the page one of the site', async () => {
    expect((await become('nobody', '/'))?.status).toBe(400);
    expect((await become('coop', '//evil.example/'))?.status).toBe(400);
  });
});

describe('the start page', () => {
  it('names every person, who one is, and the site’s day', async () => {
    const { text } = await page('/', 'coop');
    for (const name of ['Planeación', 'Profesional &lt;COOP&gt;', 'Sin acceso']) expect(text).toContain(name);
    expect(text).toMatch(/COOP&gt; <span class="quiet">\(ahora\)/);
    expect(text).toContain('Reloj del sitio: 5 oct 2023');
  });
});

describe('documents', () => {
  it('are at their own address; what a browser could run is downloaded', async () => {
    const plan = await get('/SIGACI/COOP/Plan%20operativo.pdf');
    expect([plan?.headers.get('content-type'), plan?.headers.get('content-disposition')]).toEqual(['application/pdf', "inline; filename*=UTF-8''Plan%20operativo.pdf"]);
    expect(await plan?.text()).toBe('content');
    for (const name of ['page.html', 'drawing.svg', 'plan.docx', 'page.aspx.htm']) {
      const answer = await get(`/SIGACI/${name}`);
      expect([name, answer?.headers.get('content-disposition')?.split(';')[0], answer?.headers.get('x-content-type-options')]).toEqual([name, 'attachment', 'nosniff']);
    }
  });

  it('folders and lists lead to their page', async () => {
    const to = async (path: string): Promise<string | null | undefined> => (await get(path))?.headers.get('location');
    expect(await to('/SIGACI/')).toBe('/SIGACI/Forms/AllItems.aspx?RootFolder=%2FSIGACI');
    expect(await to('/SIGACI/Procesos/COOP')).toBe('/SIGACI/Forms/AllItems.aspx?RootFolder=%2FSIGACI%2FProcesos%2FCOOP');
    expect(await to('/Lists/KeyResults')).toBe('/Lists/KeyResults/AllItems.aspx');
    expect(await get('/Lists/Nothing')).toBeUndefined();
  });
});

describe('files', () => {
  it('serves the build’s files, and nothing outside their folder', async () => {
    const base = '/sites/appcatalog/ClientSideAssets/sigaci-okr/';
    expect(await (await get(`${base}seguimiento-web-part_1.js`))?.text()).toBe('define([],function(){})');
    for (const name of ['../secret.txt', '..%2Fsecret.txt', 'missing.js', '']) expect((await get(base + name))?.status ?? 404).toBe(404);
  });

  it('serves Microsoft’s files from the installed packages, to be kept for good', async () => {
    const answer = await get('/_hosts/sp-client/sp-loader-assembly_en-us.js');
    expect(answer?.status).toBe(200);
    expect(answer?.headers.get('content-type')).toContain('text/javascript');
    const hashed = await get('/_hosts/sp-client/sp-loader_en-us_e342f3f0c89db204db1c.js');
    expect(hashed?.headers.get('cache-control')).toContain('immutable');
    expect((await get('/_hosts/sp-client/..%2F..%2Fpackage.json'))?.status).toBe(404);
  });

  it('bundles the scripts of its pages', async () => {
    for (const name of ['list-page.js', 'person-switch.js', 'teams-shell.js']) {
      const answer = await get(`/_hosts/files/${name}`);
      expect(answer?.headers.get('content-type')).toContain('text/javascript');
      expect((await answer?.text())?.length).toBeGreaterThan(100);
    }
    expect((await get('/_hosts/files/..%2Findex.ts'))?.status).toBe(404);
  });
});

describe('everything else', () => {
  it('is left to the REST engine', async () => {
    for (const path of ['/_api/web', '/favicon.ico', '/Lists', '/%E0%A4%A', '/SitePages/Nothing.aspx', '/_layouts/15/listedit.aspx?List=x']) expect(await get(path)).toBeUndefined();
    expect(await get('/SitePages/Seguimiento.aspx', { method: 'POST', body: '' })).toBeUndefined();
  });
});
