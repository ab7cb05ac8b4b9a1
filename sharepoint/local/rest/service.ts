import { parseBatch } from '../batch/parse';
import { writeBatch } from '../batch/write';
import { parseSegments, PathSyntaxError } from '../odata/segments';
import type { Principal } from '../security/principals';
import type { Site } from '../site';
import type { WebDef } from '../store/definitions';
import type { Written } from './answer';
import { writeAnswer, writeError } from './answer';
import { accessDenied, badDigest, badRequest, SharePointError, tooBig, unknownSegment } from './errors';
import { languageOf } from './messages';
import { MAX_JSON_BYTES, RestRequest } from './request';
import { dispatch } from './router';
import { catalogueRoot, root } from './resources/root';
import { APP_CATALOGUE } from './resources/tenant';

/** A request to the REST interface, read from HTTP or from a part of a batch. */
export interface ServiceRequest {
  /** As sent; X-HTTP-Method is followed here. */
  method: string;
  /** Absolute. */
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
}

/** What became of one part of a batch. */
export interface PartLog {
  method: string;
  url: string;
  status: number;
  bytes: number;
}

export interface ServiceAnswer extends Written {
  parts?: PartLog[];
}

/** Somebody asks: a user of the site, and whether their digest has to be their own. */
export interface Caller {
  user: Principal;
  /** Named by a header, as a token would: any digest of the site will do. */
  byHeader: boolean;
}

/** Whether a path belongs to the REST interface. */
export const isRestPath = (pathname: string): boolean => /\/_(api|vti_bin\/client\.svc)(\/|$)/i.test(pathname);

/** Answers a request of the REST interface. Never throws. */
export function serve(site: Site, caller: Caller, request: ServiceRequest): ServiceAnswer {
  try {
    const { web, rest, catalogue } = locate(site, request.url);
    if (/^\$batch$/i.test(rest) && !catalogue) {
      return serveBatch(site, caller, web, request);
    }
    checkDigest(site, caller, request, rest);
    return serveOne(site, caller, request);
  } catch (error) {
    return fail(site, request, error);
  }
}

function serveBatch(site: Site, caller: Caller, web: WebDef, request: ServiceRequest): ServiceAnswer {
  if (request.method !== 'POST') {
    throw unknownSegment('$batch');
  }
  checkDigest(site, caller, request, '$batch');
  site.permissions.demand(caller.user, { web }, 'Open');
  if (request.body.length > MAX_JSON_BYTES) {
    throw tooBig();
  }
  const parts = parseBatch(request.headers['content-type'], request.body);
  // One commit for all of them: a part that fails undoes itself alone, and nothing is answered before all is on the disk.
  const answers = site.db.transaction(() => parts.map((part) => {
    const url = /^https?:\/\//i.test(part.url) ? part.url : `${site.absolute(web.url)}/${part.url.replace(/^\//, '')}`;
    const { cookie: _cookie, ...outer } = request.headers;
    const headers = { ...(outer['accept-language'] ? { 'accept-language': outer['accept-language'] } : {}), ...part.headers };
    const one: ServiceRequest = { method: part.method, url, headers, body: part.body };
    try {
      const { rest } = locate(site, url);
      if (/^\$batch$/i.test(rest)) {
        throw badRequest();
      }
      return { part, answer: serveOne(site, caller, one) };
    } catch (error) {
      return { part, answer: fail(site, one, error) };
    }
  }));
  const written = writeBatch(answers.map(({ answer }) => answer));
  return { ...written, parts: answers.map(({ part, answer }) => ({ method: part.method, url: part.url, status: answer.status,
    bytes: answer.body.length })) };
}

function serveOne(site: Site, caller: Caller, request: ServiceRequest): Written {
  const { web, rest, query, catalogue } = locate(site, request.url);
  const override = request.method === 'POST' ? request.headers['x-http-method'] : undefined;
  const method = (override ?? request.method).toUpperCase();
  const rest_ = new RestRequest(site, caller.user, web, segmentsOf(rest),
    { method, url: request.url, query, headers: request.headers, body: request.body });
  if (isJson(request) && request.body.length > MAX_JSON_BYTES) {
    throw tooBig();
  }
  // Whoever has no rights at all on the web gets nowhere, not even to a digest. The app catalogue is everybody's to read.
  if (!catalogue && !site.permissions.can(caller.user, { web }, 'Open')) {
    throw accessDenied();
  }
  const work = (): Written => writeAnswer(dispatch(catalogue ? catalogueRoot(web) : root(web), rest_), rest_);
  return method === 'GET' || method === 'HEAD' ? work() : site.db.transaction(work);
}

function fail(site: Site, request: ServiceRequest, error: unknown): Written {
  const verbose = /odata=verbose/i.test(request.headers.accept ?? '');
  const language = languageOf(request.headers['accept-language'], site.catalog.rootWeb.props.language);
  if (!(error instanceof SharePointError)) {
    // A fault of ours: told on the server's own console, never to the client.
    console.error(error);
  }
  return writeError(error, verbose, language);
}

/** The web a URL speaks to, and what is asked of it. */
function locate(site: Site, url: string): { web: WebDef; rest: string; query: URLSearchParams; catalogue: boolean } {
  // The path is read as it was sent: a URL object would resolve dots inside quoted text.
  const match = /^https?:\/\/[^/]+([^?#]*)(?:\?([^#]*))?/i.exec(url);
  const path = decoded(match?.[1] ?? '');
  const api = /\/_(?:api|vti_bin\/client\.svc)(?:\/|$)/i.exec(path);
  if (!api) {
    throw unknownSegment(path);
  }
  const webPath = path.slice(0, api.index) || '/';
  const known = site.catalog.webByUrl(webPath);
  const catalogue = !known && webPath.toLowerCase() === APP_CATALOGUE;
  const web = catalogue ? site.catalog.rootWeb : known;
  if (!web) {
    throw unknownSegment(path);
  }
  // A second question mark, as PnPjs writes it behind an alias, begins a parameter too.
  return { web, rest: path.slice(api.index + api[0].length), query: new URLSearchParams((match?.[2] ?? '').replace(/\?(?=@)/g, '&')),
    catalogue };
}

function segmentsOf(path: string): ReturnType<typeof parseSegments> {
  try {
    return parseSegments(path);
  } catch (error) {
    if (error instanceof PathSyntaxError) {
      throw new SharePointError(400, '-1', 'Microsoft.SharePoint.Client.InvalidClientQueryException', 'badExpression', [error.message]);
    }
    throw error;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray % is a bad request, not a fault.
    throw badRequest();
  }
}

function isJson(request: ServiceRequest): boolean {
  return /json/i.test(request.headers['content-type'] ?? '')
    && !/\/(add|addusingpath|startupload|continueupload|finishupload|\$value)\b/i.test(request.url);
}

/** Writing needs a digest, unless a token says who asks (assumption: as it is with bearer tokens). */
function checkDigest(site: Site, caller: Caller, request: ServiceRequest, rest: string): void {
  if (request.method === 'GET' || request.method === 'HEAD' || /^contextinfo$/i.test(rest)
    || /^bearer /i.test(request.headers.authorization ?? '')) {
    return;
  }
  const digest = request.headers['x-requestdigest'];
  const logins = caller.byHeader ? site.principals.users().map((user) => user.loginName) : [caller.user.loginName];
  if (!digest || !site.acceptsDigest(digest, logins)) {
    throw badDigest();
  }
}
