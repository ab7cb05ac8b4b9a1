import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Faults } from './faults/faults';
import { RequestLog } from './faults/request-log';
import type { ThrottleLimit } from './faults/throttle';
import { Throttle } from './faults/throttle';
import { Handler } from './http/handler';
import { personOf } from './http/identity';
import type { Person } from './people';
import { PEOPLE } from './people';
import type { BasePermissions} from './security/masks';
import { toBasePermissions } from './security/masks';
import { DIGEST_SECONDS, Site } from './site';
import type { SiteSettings } from './store/bootstrap';
import { bootstrap } from './store/bootstrap';
import { Database } from './store/database';

export type { Person } from './people';
export { DataInUseError } from './store/database';
export type { FaultRule } from './faults/faults';
export type { LoggedRequest } from './faults/request-log';

export interface LocalSharePointOptions {
  /** Folder of the database, created if missing; `:memory:` for tests. */
  dataDir: string;
  /** Default 0: any free port. */
  port?: number;
  /** The site's clock. Default: real time. */
  clock?: () => Date;
  /** Default: the root web `/`, titled SIGACI, in Spanish (3082). Read when the site is made, not later. */
  site?: Partial<SiteSettings>;
  /** Who the directory knows. Default: one person per process, a planner, a leader, and one without access. */
  people?: readonly Person[];
  /** Refuses requests of a user above a rate with 429. Default: none. */
  throttle?: ThrottleLimit;
  /** Answers what is not `/_api`: pages, files, Teams. undefined is 404. */
  app?: (request: Request, context: { origin: string }) => Promise<Response | undefined>;
}

/** What a page needs to know of the site and of who looks at it. */
export interface LocalPageContext {
  siteId: string;
  siteUrl: string;
  webId: string;
  webTitle: string;
  webUrl: string;
  webServerRelativeUrl: string;
  language: number;
  userId: number;
  userLoginName: string;
  userTitle: string;
  userEmail: string;
  isSiteAdmin: boolean;
  permissions: BasePermissions;
  formDigestValue: string;
  formDigestTimeoutSeconds: number;
  /** The list at the asked for URL, where there is one. */
  list?: { id: string; title: string; serverRelativeUrl: string; permissions: BasePermissions };
}

export interface LocalSharePoint {
  /** `http://localhost:5180` */
  origin: string;
  port: number;
  people: readonly Person[];
  /** Who a request is from: header, cookie, or the planner. */
  currentPerson(request: Request): Person;
  /** @param listUrl server-relative URL of a list the page is about. */
  pageContextFor(person: Person, listUrl?: string): LocalPageContext;
  /** A file of a library as somebody may read it; undefined where there is none for them. */
  readFile(person: Person, serverRelativePath: string): { name: string; content: Buffer } | undefined;
  faults: Faults;
  requests: RequestLog;
  close(): Promise<void>;
}

/**
 * Starts a SharePoint site on this machine. It listens on the loopback interface alone.
 * @throws DataInUseError where the data are another process's
 */
export async function startLocalSharePoint(options: LocalSharePointOptions): Promise<LocalSharePoint> {
  const people = options.people ?? PEOPLE;
  const site = new Site(new Database(options.dataDir), options.clock ?? (() => new Date()), people);
  bootstrap(site, { title: 'SIGACI', url: '/', language: 3082, ...options.site });
  const faults = new Faults();
  const requests = new RequestLog();
  const handler = new Handler(site, faults, requests, new Throttle(options.throttle), options.app);
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    void handler.handle(request, response);
  });
  server.keepAliveTimeout = 5000;
  const port = await listen(server, options.port ?? 0);
  site.origin = `http://localhost:${port}`;
  return {
    origin: site.origin,
    port,
    people,
    faults,
    requests,
    currentPerson: (request) => personOf(people, Object.fromEntries([...request.headers].map(([name, value]) =>
      [name.toLowerCase(), value]))).person,
    pageContextFor: (person, listUrl) => pageContext(site, person, listUrl),
    readFile: (person, path) => handler.readFile(person, path),
    close: () => close(server, site)
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server, site: Site): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      site.db.close();
      if (error) {
        reject(error);
      } else {
        resolve();
      }
    });
    server.closeAllConnections();
  });
}

function pageContext(site: Site, person: Person, listUrl: string | undefined): LocalPageContext {
  const web = listUrl ? site.catalog.webOfPath(listUrl) : site.catalog.rootWeb;
  const user = site.principals.ensurePerson(person);
  const list = listUrl ? site.catalog.listByUrl(web, listUrl) : undefined;
  return {
    siteId: site.siteId, siteUrl: site.origin, webId: web.id, webTitle: web.props.title, webUrl: site.absolute(web.url),
    webServerRelativeUrl: web.url,
    language: web.props.language, userId: user.id, userLoginName: user.loginName, userTitle: user.title, userEmail: user.email,
    isSiteAdmin: user.isSiteAdmin,
    permissions: toBasePermissions(site.permissions.effective(user, { web })), formDigestValue: site.digestFor(user.loginName),
    formDigestTimeoutSeconds: DIGEST_SECONDS,
    ...(list ? { list: { id: list.id, title: list.title, serverRelativeUrl: list.url,
      permissions: toBasePermissions(site.permissions.effective(user, { web, list })) } } : {})
  };
}
