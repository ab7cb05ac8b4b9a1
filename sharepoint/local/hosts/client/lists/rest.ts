/** An answer of SharePoint's that says no, in its own words. */
export class RestError extends Error {
  public constructor(public readonly status: number, public readonly code: string, message: string) {
    super(message);
  }
}

const JSON_TYPE = 'application/json;odata=nometadata';
let digest: Promise<string> | undefined;

async function failure(response: Response): Promise<RestError> {
  const text = await response.text();
  try {
    const error = (JSON.parse(text) as { 'odata.error'?: { code: string; message: { value: string } } })['odata.error'];
    if (error) return new RestError(response.status, error.code, error.message.value);
  } catch {
    // Not SharePoint's own answer; its status is all there is to say.
  }
  return new RestError(response.status, '', `SharePoint respondió ${response.status}.`);
}

async function request(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path.startsWith('/') ? path : `/_api/${path}`, { ...init, headers: { accept: JSON_TYPE, 'accept-language': 'es', ...init.headers } });
  } catch {
    throw new RestError(0, '', 'No hay respuesta del sitio. Revisa la conexión e inténtalo de nuevo.');
  }
  if (!response.ok) throw await failure(response);
  return response;
}

async function freshDigest(): Promise<string> {
  const response = await request('contextinfo', { method: 'POST' });
  return ((await response.json()) as { FormDigestValue: string }).FormDigestValue;
}

/** Reads. `path` follows `/_api/`. @throws RestError */
export async function get<T>(path: string): Promise<T> {
  return (await (await request(path, {})).json()) as T;
}

/** Reads an item with the ETag that a later write needs. @throws RestError */
export async function getWithEtag<T>(path: string): Promise<{ value: T; etag: string }> {
  const response = await request(path, {});
  return { value: (await response.json()) as T, etag: response.headers.get('etag') ?? '*' };
}

/** Writes. @param etag for MERGE and DELETE: the version to be written over, `*` for any. @throws RestError */
export async function send<T>(method: 'POST' | 'MERGE' | 'DELETE', path: string, body?: object, etag?: string): Promise<T | undefined> {
  digest ??= freshDigest();
  const response = await request(path, {
    method: 'POST',
    headers: {
      'content-type': JSON_TYPE,
      'x-requestdigest': await digest,
      ...(method === 'POST' ? {} : { 'x-http-method': method, 'if-match': etag ?? '*' })
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  });
  const text = await response.text();
  return text === '' ? undefined : (JSON.parse(text) as T);
}

/** Text as an argument of a call: `getList('…')`. */
export function quoted(text: string): string {
  return `'${encodeURIComponent(text.replace(/'/g, "''"))}'`;
}

/** What went wrong, to show to the person. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
