// Signs a person in with the tenant's own app by device code: the person opens a page on any device and enters the code shown here.

const LOGIN = 'https://login.microsoftonline.com';
/** Seconds before its end at which a token is no longer used. */
const MARGIN = 120;

export interface SignInOptions {
  /** The site, whose host the rights are asked for. */
  readonly site: URL;
  /** Id of the app that an administrator registered in the tenant. */
  readonly clientId: string;
  /** Name or id of the tenant. */
  readonly tenant: string;
  /** Told what the person must do. */
  readonly tell: (line: string) => void;
  /** Where the sign-in service is; another one only in tests. */
  readonly login?: string;
  readonly wait?: (seconds: number) => Promise<void>;
  readonly now?: () => number;
}

/** Why nobody is signed in, in Spanish, with what to do. Never holds a code or a token. */
export class SignInError extends Error {}

interface Answer {
  readonly access_token?: string; readonly refresh_token?: string; readonly expires_in?: number; readonly device_code?: string;
  readonly user_code?: string; readonly verification_uri?: string; readonly interval?: number; readonly error?: string;
  readonly error_description?: string;
}

interface Session { readonly token: string; readonly refresh: string | null; readonly goodUntil: number }

/** @returns a function that gives a token that still holds, renewed as needed. @throws SignInError */
export async function signIn(options: SignInOptions): Promise<() => Promise<string>> {
  const { now = Date.now } = options;
  let session = await byDeviceCode(options);
  let renewal: Promise<Session> | null = null;
  return async () => {
    if (session.goodUntil > now()) return session.token;
    // Requests that find the token old at once renew it once.
    renewal = renewal ?? renewed(options, session);
    try {
      session = await renewal;
    } finally {
      renewal = null;
    }
    return session.token;
  };
}

const scopeOf = ({ site }: SignInOptions): string => `https://${site.host}/AllSites.FullControl offline_access`;

async function ask({ login = LOGIN, tenant }: SignInOptions, path: string, form: Readonly<Record<string, string>>): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`${login}/${encodeURIComponent(tenant)}/oauth2/v2.0/${path}`, { method: 'POST', body: new URLSearchParams(form) });
  } catch {
    throw new SignInError('No hay respuesta del servicio de inicio de sesión. Revisa la conexión y vuelve a intentarlo.');
  }
  const answer: unknown = await response.json().catch(() => null);
  if (typeof answer !== 'object' || answer === null) {
    throw new SignInError(`El servicio de inicio de sesión respondió ${response.status}. Vuelve a intentarlo más tarde.`);
  }
  return answer;
}

async function byDeviceCode(options: SignInOptions): Promise<Session> {
  const { clientId, tell, now = Date.now, wait = seconds => new Promise(done => { setTimeout(done, seconds * 1000); }) } = options;
  const start = await ask(options, 'devicecode', { client_id: clientId, scope: scopeOf(options) });
  if (!start.device_code || !start.user_code || !start.verification_uri) throw refusal(start, options);
  tell(`Abre ${start.verification_uri} e ingresa el código ${start.user_code} con una cuenta que tenga control total en el sitio.`);
  const end = now() + (start.expires_in ?? 900) * 1000;
  let interval = start.interval ?? 5;
  while (now() < end) {
    await wait(interval);
    const answer = await ask(options, 'token', {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code', client_id: clientId, device_code: start.device_code
    });
    if (answer.access_token) return sessionOf(answer, now(), null);
    if (answer.error === 'slow_down') interval += 5;
    else if (answer.error !== 'authorization_pending') throw refusal(answer, options);
  }
  throw refusal({ error: 'expired_token' }, options);
}

async function renewed(options: SignInOptions, { refresh }: Session): Promise<Session> {
  if (refresh === null) throw refusal({ error: 'invalid_grant' }, options);
  const answer = await ask(options, 'token', {
    grant_type: 'refresh_token', client_id: options.clientId, refresh_token: refresh, scope: scopeOf(options)
  });
  if (!answer.access_token) throw refusal(answer, options);
  return sessionOf(answer, (options.now ?? Date.now)(), refresh);
}

function sessionOf({ access_token: token = '', refresh_token: refresh, expires_in: seconds = 3600 }: Answer, now: number, former: string | null): Session {
  return { token, refresh: refresh ?? former, goodUntil: now + Math.max(0, seconds - MARGIN) * 1000 };
}

/** By the service's code; its own words are in the tenant's language and may be long. */
function refusal({ error = '', error_description: description = '' }: Answer, { clientId, tenant }: SignInOptions): SignInError {
  const code = /AADSTS\d+/.exec(description)?.[0] ?? '';
  const cause = code === '' ? '' : ` (${code})`;
  if (error === 'authorization_declined' || error === 'access_denied') {
    return new SignInError('No se autorizó el acceso. Si fue sin querer, ejecuta el comando otra vez.');
  }
  if (error === 'expired_token' || error === 'code_expired') {
    return new SignInError('El código venció antes de que alguien lo ingresara. Ejecuta el comando otra vez para recibir uno nuevo.');
  }
  if (code === 'AADSTS7000218') {
    return new SignInError(`La aplicación no admite este inicio de sesión. En su registro activa «Permitir flujos de clientes públicos»${cause}.`);
  }
  if (code === 'AADSTS65001') {
    return new SignInError(`Falta el consentimiento: un administrador debe conceder a la aplicación el permiso delegado AllSites.FullControl de SharePoint${cause}.`);
  }
  if (code === 'AADSTS90002') return new SignInError(`No existe el inquilino «${tenant}». Indícalo con --tenant${cause}.`);
  if (error === 'unauthorized_client' || error === 'invalid_client' || code === 'AADSTS700016') {
    return new SignInError(`No hay una aplicación ${clientId} en el inquilino «${tenant}». Revisa --client-id y --tenant${cause}.`);
  }
  if (error === 'invalid_grant') return new SignInError(`La sesión terminó. Ejecuta el comando otra vez: continúa donde quedó${cause}.`);
  return new SignInError(`No se pudo iniciar sesión: ${error || 'respuesta desconocida'}${cause}.`);
}
