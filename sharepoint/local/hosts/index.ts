import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleScript } from './client-scripts';
import { TEAMS_THEMES } from './client/teams/shell-data';
import { ownCsp, sharePointCsp } from './csp';
import type { Html } from './html';
import { documentResponse, fileResponse, htmlResponse, isLocalPath, redirect, textResponse } from './http';
import { accessDeniedPage } from './pages/access-denied';
import { clockText } from './pages/clock';
import type { PersonChoice, SitePage } from './pages/frame';
import { listPage, listPageFor } from './pages/list';
import { directoryId, pageContext, TENANT_ID } from './pages/page-context';
import { startPage } from './pages/start';
import { teamsPage } from './pages/teams';
import { webPartPage } from './pages/web-part-page';
import { ASSETS_PATH, readRelease } from './release';
import { readRuntime } from './runtime';
import type { Runtime } from './runtime';
import { servedFrom } from './runtime/manifest';
import type { WebPartManifest } from './runtime/manifest';
import { mayOpenPages } from './site-facts';
import type { PersonFacts, SiteFacts } from './site-facts';
import { readTeamsApp } from './teams-app';
import { pageTheme } from './themes';

export type { PersonFacts, SiteFacts, WebFacts } from './site-facts';

export interface HostOptions {
  /** Folder of the Heft build: `assets`, `manifests`. */
  readonly release: string;
  readonly site: SiteFacts;
  /** The site's clock, which the pages take over. */
  readonly clock: () => Date;
  /** Teams manifest; by default the solution's own. */
  readonly teamsManifest?: string;
  /** Folder of the installed packages; by default the project's. */
  readonly nodeModules?: string;
}

/** Answers a request for a page or a file of the hosts; `undefined` for anything else. */
export type Hosts = (request: Request, context: { readonly origin: string }) => Promise<Response | undefined>;

const ROOT = resolve(__dirname, '../../..');
const RUNTIME_PATH = '/_hosts/sp-client/';
const SCRIPTS: Readonly<Record<string, string>> = {
  'list-page.js': 'lists/main.ts',
  'person-switch.js': 'person-switch.ts',
  'teams-shell.js': 'teams/shell.ts'
};

/** What a request needs to be answered. */
interface Visit {
  readonly request: Request;
  readonly url: URL;
  /** Decoded path. */
  readonly path: string;
  readonly origin: string;
}

/**
 * The page host, the Teams host and the list pages of the local site.
 * The runtime and the bundles are read when first asked for: a server that only answers REST never touches them.
 */
export function makeHosts(options: HostOptions): Hosts {
  const { site, clock } = options;
  const nodeModules = options.nodeModules ?? join(ROOT, 'node_modules');
  const teamsManifest = options.teamsManifest ?? join(ROOT, 'teams-manifest/manifest.json');
  const release = readRelease(options.release);
  const scripts = new Map<string, Promise<string>>();
  let runtimeRead: Runtime | undefined;
  const runtime = (): Runtime => (runtimeRead ??= readRuntime(nodeModules));

  async function choiceFor(visit: Visit, person: PersonFacts): Promise<PersonChoice> {
    return { people: await site.people(), current: person.userName, returnTo: visit.url.pathname + visit.url.search };
  }

  /** Sends a page of SharePoint's if the person may open it, else the one that says no. */
  async function sharePointPage(visit: Visit, framed: boolean, make: (page: { nonce: string; person: PersonFacts; choice: PersonChoice }) => Promise<Html>): Promise<Response> {
    const nonce = randomUUID();
    const person = await site.person(visit.request);
    const choice = await choiceFor(visit, person);
    if (mayOpenPages(person)) return htmlResponse(await make({ nonce, person, choice }), sharePointCsp(nonce));
    return htmlResponse(accessDeniedPage({ nonce, now: clock(), choice, email: person.email, framed }), sharePointCsp(nonce), 403);
  }

  const pages = (): SitePage[] => release.webParts().map((webPart) => ({ href: pageOf(webPart), label: titleOf(webPart) }));

  /** The page of a web part, or Teams' frame for one; `undefined` where there is no such page. */
  async function webPartResponse(visit: Visit): Promise<Response | undefined> {
    const { searchParams } = visit.url;
    const bare = /\/teamshostedapp\.aspx$/i.test(visit.path);
    const webParts = release.webParts();
    if (webParts.length === 0) return textResponse(503, 'No web part has been built yet: npm start does it.\n');
    const webPart = bare
      ? webParts.find(({ id }) => id === searchParams.get('componentId'))
      : webParts.find((one) => pageOf(one).toLowerCase() === visit.path.toLowerCase());
    if (!webPart) return undefined;
    return sharePointPage(visit, bare, async ({ nonce, person, choice }) => {
      const runtimeBase = visit.origin + RUNTIME_PATH;
      const locale = localeOf(searchParams);
      const web = await site.web(visit.request);
      const openPropertyPane = searchParams.get('openPropertyPane') === 'true';
      return webPartPage(
        {
          webPart,
          manifests: [
            ...runtime().manifests.map((manifest) => servedFrom(manifest, runtimeBase)),
            ...webParts.map((manifest) => servedFrom(manifest, visit.origin + ASSETS_PATH))
          ],
          context: pageContext({ origin: visit.origin, web, person, digest: await site.digest(visit.request), path: visit.path, locale }),
          runtimeBase,
          nonce,
          now: clock(),
          locale,
          theme: pageTheme(searchParams),
          edit: openPropertyPane || /^edit$/i.test(searchParams.get('Mode') ?? ''),
          openPropertyPane,
          path: visit.path,
          place: bare ? (searchParams.has('personal') ? 'personal' : 'channel') : 'page',
          webTitle: web.title,
          pages: pages(),
          choice
        },
        bare
      );
    });
  }

  async function teamsResponse(visit: Visit): Promise<Response> {
    const { searchParams } = visit.url;
    const person = await site.person(visit.request);
    const app = readTeamsApp(teamsManifest, release.webParts());
    const { serverRelativeUrl } = await site.web(visit.request);
    const page = teamsPage({
      choice: await choiceFor(visit, person),
      clock: clockText(clock()),
      data: {
        app: { id: app.id, name: app.name },
        personalTabs: app.personalTabs,
        channelTabs: app.channelTabs,
        teamSitePath: serverRelativeUrl === '/' ? '' : serverRelativeUrl,
        person: { userName: person.userName, title: person.title, email: person.email, directoryId: directoryId(person) },
        tenantId: TENANT_ID,
        theme: TEAMS_THEMES.find((theme) => theme === searchParams.get('theme')) ?? 'default',
        locale: localeOf(searchParams)
      }
    });
    return htmlResponse(page, ownCsp());
  }

  async function startResponse(visit: Visit): Promise<Response> {
    const person = await site.person(visit.request);
    const page = startPage({ people: await site.people(), current: person.userName, now: clock(), pages: pages() });
    return htmlResponse(page, ownCsp());
  }

  async function hostFile(name: string): Promise<Response> {
    const source = SCRIPTS[name];
    if (source !== undefined) {
      const script = scripts.get(name) ?? bundleScript(source);
      scripts.set(name, script);
      return fileResponse(name, await script);
    }
    const path = join(__dirname, 'public', name);
    return /^[\w-]+\.css$/.test(name) && existsSync(path) ? fileResponse(name, readFileSync(path)) : textResponse(404, 'Not found');
  }

  async function runtimeFile(name: string): Promise<Response> {
    const file = await runtime().file(name);
    return file ? fileResponse(name, file.content, file.hashed) : textResponse(404, 'Not found');
  }

  function assetFile(name: string): Response {
    const asset = release.asset(name);
    return asset ? fileResponse(name, asset) : textResponse(404, 'Not found');
  }

  async function get(visit: Visit): Promise<Response | undefined> {
    const { path, url } = visit;
    if (path === '/') return startResponse(visit);
    if (path.startsWith('/_hosts/files/')) return hostFile(path.slice('/_hosts/files/'.length));
    if (path.startsWith(RUNTIME_PATH)) return runtimeFile(path.slice(RUNTIME_PATH.length));
    if (path.startsWith(ASSETS_PATH)) return assetFile(path.slice(ASSETS_PATH.length));
    if (path === '/_hosts/person') return becomePerson(url.searchParams, await site.people());
    if (path === '/teams' || path.startsWith('/l/entity/')) return teamsResponse(visit);
    if (/^\/_layouts\/15\/teamslogon\.aspx$/i.test(path)) return signedIn(url.searchParams);
    if (/^\/(SitePages\/[^/]+|_layouts\/15\/teamshostedapp)\.aspx$/i.test(path)) return webPartResponse(visit);
    const page = listPageFor(path, url.searchParams);
    if (!page) return path.startsWith('/_') ? undefined : documentOrFolder(visit);
    return sharePointPage(visit, false, async ({ nonce, choice }) => {
      const { title } = await site.web(visit.request);
      return listPage({ page, nonce, choice, now: clock(), webTitle: title, pages: pages() });
    });
  }

  /** A document at its own address; a list or a folder of a library leads to its page. */
  async function documentOrFolder({ request, path }: Visit): Promise<Response | undefined> {
    const document = await site.file(request, path);
    if (document) return documentResponse(document.name, document.content);
    const place = path.replace(/\/+$/, '');
    const list = /^\/Lists\/[^/]+/i.exec(place)?.[0];
    if (list) return list === place && (await site.isList(request, list)) ? redirect(`${encodeURI(list)}/AllItems.aspx`) : undefined;
    const library = /^\/[^/]+/.exec(place)?.[0];
    if (!library || !(await site.isList(request, library))) return undefined;
    return redirect(`${encodeURI(library)}/Forms/AllItems.aspx?${new URLSearchParams({ RootFolder: place }).toString()}`);
  }

  return async (request, { origin }) => {
    const url = new URL(request.url);
    const visit: Visit = { request, url, path: decodePath(url.pathname), origin };
    if (request.method === 'GET' || request.method === 'HEAD') return get(visit);
    if (request.method === 'POST' && visit.path === '/_hosts/person') {
      return becomePerson(new URLSearchParams(await request.text()), await site.people());
    }
    return undefined;
  };
}

/** `SeguimientoWebPart` has its page at `/SitePages/Seguimiento.aspx`. */
function pageOf(webPart: WebPartManifest): string {
  return `/SitePages/${webPart.alias.replace(/WebPart$/, '')}.aspx`;
}

function titleOf(webPart: WebPartManifest): string {
  return webPart.preconfiguredEntries[0]?.title.default ?? webPart.alias;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // not valid percent encoding: no page has such an address
  }
}

/** `forceLocale`, as Teams' addresses have it, or `locale`; Spanish by default. */
function localeOf(query: URLSearchParams): string {
  const asked = (query.get('forceLocale') ?? query.get('locale') ?? '').toLowerCase();
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(asked) ? asked : 'es-es';
}

/** TeamsLogon.aspx signs the person in and goes on to `dest`, the page the manifest names. */
function signedIn(query: URLSearchParams): Response {
  const to = query.get('dest') ?? '';
  return isLocalPath(to) ? redirect(to) : textResponse(400, 'dest is not a page of this site');
}

/** Makes the browser's person another one of the directory, and goes on to `to`. */
function becomePerson(query: URLSearchParams, people: readonly { readonly userName: string }[]): Response {
  const user = query.get('user');
  const to = query.get('to') ?? '/';
  if (!people.some(({ userName }) => userName === user) || !isLocalPath(to)) return textResponse(400, 'No such person or page');
  return redirect(to, { 'set-cookie': `local-user=${encodeURIComponent(user ?? '')}; Path=/; SameSite=Lax` }, 303);
}
