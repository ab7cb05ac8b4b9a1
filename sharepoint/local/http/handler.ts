import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FaultRule, Faults } from '../faults/faults';
import type { RequestLog } from '../faults/request-log';
import type { Throttle } from '../faults/throttle';
import { contentOf, maySee, securableOfNode } from '../files/library';
import { findNode } from '../files/nodes';
import type { Person } from '../people';
import type { Written } from '../rest/answer';
import { writeError } from '../rest/answer';
import { SharePointError } from '../rest/errors';
import { languageOf } from '../rest/messages';
import type { Caller, PartLog, ServiceRequest } from '../rest/service';
import { isRestPath, serve } from '../rest/service';
import type { Site } from '../site';
import { callerOf } from './identity';
import { control } from './control';

type App = (request: Request, context: { origin: string }) => Promise<Response | undefined>;

/** More than this is not read into memory. */
const MAX_BYTES = 64 * 1024 * 1024;
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Serves HTTP: the REST interface, the switches for tests, and what the hosts answer. */
export class Handler {
  constructor(
    private readonly site: Site,
    private readonly faults: Faults,
    private readonly log: RequestLog,
    private readonly throttle: Throttle,
    private readonly app: App | undefined
  ) {}

  async handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now();
    try {
      const host = incoming.headers.host ?? '';
      if (!LOOPBACK.test(host)) {
        send(response, text(421, 'Only loopback is served.'));
        return;
      }
      const body = await readBody(incoming);
      if (body === undefined) {
        send(response, text(413, 'Too large.'));
        return;
      }
      const request: ServiceRequest = { method: (incoming.method ?? 'GET').toUpperCase(), url: `http://${host}${incoming.url ?? '/'}`,
        headers: headersOf(incoming), body };
      const path = (incoming.url ?? '/').split('?')[0];
      if (path.startsWith('/_local/')) {
        send(response, control(path, request.method, body, this.faults, this.log, this.throttle));
        return;
      }
      await this.answer(request, path, response, started);
    } catch (error) {
      console.error(error);
      if (!response.headersSent) {
        send(response, text(500, ''));
      }
    }
  }

  /** A library's file for somebody who may open it. */
  readFile(person: Person, path: string): { name: string; content: Buffer } | undefined {
    const node = findNode(this.site, path);
    const user = this.site.principals.ensurePerson(person);
    if (!node || node.isFolder || node.props.page || !maySee(this.site, user, node)
      || !this.site.permissions.can(user, securableOfNode(this.site, node), 'OpenItems')) {
      return undefined;
    }
    return { name: node.name, content: contentOf(this.site, node) };
  }

  private async answer(request: ServiceRequest, path: string, response: ServerResponse, started: number): Promise<void> {
    const caller = callerOf(this.site, request.headers);
    const rest = isRestPath(path);
    const method = (request.method === 'POST' ? request.headers['x-http-method'] : undefined)?.toUpperCase() ?? request.method;
    const fault = this.faults.strike(method, urlsOf(request), namesOf(caller));
    if (fault?.kind === 'delay') {
      await new Promise((resolve) => { setTimeout(resolve, fault.milliseconds ?? 0); });
    }
    const written: Written & { parts?: PartLog[] } = fault && fault.kind !== 'delay' && fault.kind !== 'dropAfter'
      ? this.faulty(request, fault) : await this.serve(request, caller, rest);
    const dropped = fault?.kind === 'dropBefore' || fault?.kind === 'dropAfter';
    this.log.add({
      time: new Date().toISOString(), method, url: request.url, user: caller.user.loginName, status: dropped ? 0 : written.status,
      requestBytes: request.body.length,
      bytes: written.body.length, milliseconds: Math.round((performance.now() - started) * 10) / 10,
      ...(fault ? { fault: fault.kind } : {}),
      ...(written.parts ? { parts: written.parts } : {})
    });
    if (dropped) {
      response.socket?.destroy();
      return;
    }
    // Clients go by the server's clock, and this site's is its own.
    response.setHeader('Date', this.site.clock().toUTCString());
    send(response, written, request.method === 'HEAD');
  }

  private async serve(request: ServiceRequest, caller: Caller, rest: boolean): Promise<Written & { parts?: PartLog[] }> {
    if (rest) {
      const wait = this.throttle.take(caller.user.loginName, this.site.clock().getTime());
      if (wait !== undefined) {
        return this.faulty(request, { url: '', kind: 'throttle', retryAfter: wait });
      }
      return serve(this.site, caller, request);
    }
    const answer = await this.app?.(toWebRequest(request), { origin: this.site.origin });
    if (!answer) {
      return text(404, 'Not found');
    }
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: Buffer.from(await answer.arrayBuffer()) };
  }

  private faulty(request: ServiceRequest, fault: FaultRule): Written {
    const status = fault.kind === 'throttle' ? 429 : fault.kind === 'unavailable' ? 503 : fault.status ?? 500;
    const [number, type] = (fault.code ?? '-2147429894, Microsoft.SharePoint.SPException').split(', ');
    const retry: Record<string, string> = fault.kind === 'status' && fault.retryAfter === undefined
      ? {} : { 'Retry-After': String(fault.retryAfter ?? 1) };
    const error = new SharePointError(status, number, type ?? '', status === 429 ? 'throttled' : 'unavailable', [], retry);
    return writeError(error, /odata=verbose/i.test(request.headers.accept ?? ''),
      languageOf(request.headers['accept-language'], this.site.catalog.rootWeb.props.language));
  }
}

/** Addresses a fault's pattern is tried on: the request's own and, in a batch, those of its parts. */
function urlsOf(request: ServiceRequest): string[] {
  if (!/\/_api\/\$batch$/i.test(request.url)) {
    return [request.url, decodedOrSame(request.url)];
  }
  const lines = request.body.toString('utf8').match(/^[A-Z]+ \S+.* HTTP\/1\.1\s*$/gm) ?? [];
  return [request.url, ...lines, ...lines.map(decodedOrSame)];
}

function decodedOrSame(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    // Only a pattern is tried on it.
    return url;
  }
}

const namesOf = ({ user }: Caller): string[] => [user.loginName, user.email, user.email.split('@')[0]];

function headersOf(incoming: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) =>
    [name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value ?? '']));
}

function toWebRequest({ method, url, headers, body }: ServiceRequest): Request {
  const { connection: _connection, 'content-length': _length, 'transfer-encoding': _encoding, ...plain } = headers;
  return new Request(url, { method, headers: plain, ...(method === 'GET' || method === 'HEAD' ? {} : { body: new Uint8Array(body) }) });
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BYTES) {
      chunks.push(chunk);
    }
  }
  return size > MAX_BYTES ? undefined : Buffer.concat(chunks);
}

function send(response: ServerResponse, { status, headers, body }: Written, headOnly = false): void {
  response.writeHead(status, { ...headers, 'Content-Length': body.length, 'Cache-Control': headers['Cache-Control']
    ?? headers['cache-control'] ?? 'private, max-age=0' });
  response.end(headOnly ? undefined : body);
}

const text = (status: number, body: string): Written => ({ status, headers: { 'Content-Type': 'text/plain;charset=utf-8' },
  body: Buffer.from(body, 'utf8') });
