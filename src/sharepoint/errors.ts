import { AppError, type AppErrorDetails, isAppError } from '../application/errors';

/** SharePoint's codes, which stay the same in every language. */
export const codes = {
  accessDenied: '-2147024891',
  itemMissing: '-2130575338',
  listExists: '-2130575342',
  duplicateValue: '-2130575169',
  listFormula: '-2130575162',
  columnFormula: '-2130575163'
} as const;

/** What PnPjs throws for an answer that is no success. */
interface HttpError extends Error {
  readonly isHttpRequestError: true;
  readonly status: number;
  readonly response: Response;
}

function isHttpError(error: unknown): error is HttpError {
  return error instanceof Error && (error as Partial<HttpError>).isHttpRequestError === true;
}

/** Browsers' and Node's words for a request without an answer; they are never translated. */
const NO_ANSWER = /failed to fetch|fetch failed|networkerror|load failed|network request failed|terminated/i;

/** Status, code and message of a failed request. `null` when it was none, or got no answer. */
export interface Failure {
  readonly status: number;
  /** SharePoint's number, `-2130575169`; empty when the answer names none. */
  readonly code: string;
  readonly message: string;
  readonly retryAfterSeconds?: number;
}

export async function failureOf(error: unknown): Promise<Failure | null> {
  if (!isHttpError(error)) return null;
  const { code, message } = await readBody(error.response);
  const wait = parseInt(error.response.headers.get('Retry-After') || '', 10);
  return { status: error.status, code, message, ...(wait >= 0 ? { retryAfterSeconds: wait } : {}) };
}

/** `{"odata.error": {code, message: {value}}}`, `{error: …}` of verbose answers, or something that is no JSON at all. */
async function readBody(response: Response): Promise<{ code: string; message: string }> {
  // PnPjs has read a clone; where the body is spent nonetheless, the status must do.
  const text = response.bodyUsed ? '' : await response.text();
  try {
    const body = JSON.parse(text) as { 'odata.error'?: ErrorBody; error?: ErrorBody };
    const found = body['odata.error'] || body.error;
    const message = found && found.message;
    return {
      code: String((found && found.code) || '').split(',')[0].trim(),
      message: typeof message === 'string' ? message : (message && message.value) || ''
    };
  } catch {
    // A proxy's page or an empty answer: nothing in it is meant for a program.
    return { code: '', message: '' };
  }
}

interface ErrorBody {
  readonly code?: string;
  readonly message?: string | { readonly value?: string };
}

/**
 * The application's error for whatever a request failed with, by status and code alone.
 * @param list the list that was asked, for what is missing
 */
export async function toAppError(error: unknown, list?: string): Promise<AppError> {
  if (isAppError(error)) return error;
  const failure = await failureOf(error);
  if (failure === null) {
    const message = error instanceof Error ? error.message : String(error);
    return new AppError(NO_ANSWER.test(message) ? 'offline' : 'unexpected', { detail: message });
  }
  const { status, code, message, retryAfterSeconds } = failure;
  const details: AppErrorDetails = {
    status,
    ...(list ? { list } : {}),
    ...(code ? { code } : {}),
    ...(message ? { detail: message } : {}),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds })
  };
  return new AppError(kindOf(status, code, retryAfterSeconds !== undefined), details);
}

function kindOf(status: number, code: string, mustWait: boolean): AppError['kind'] {
  switch (code) {
    case codes.accessDenied: return 'noAccess';
    case codes.itemMissing: return 'gone';
    case codes.duplicateValue: return 'duplicate';
    case codes.listFormula: case codes.columnFormula: return 'refused';
    default:
  }
  if (status === 412) return 'conflict';
  if (status === 429 || (mustWait && (status === 503 || status === 504))) return 'throttled';
  if (status === 401 || status === 403) return 'noAccess';
  if (status === 404) return 'listMissing';
  return status >= 500 && code === '' ? 'unavailable' : 'unexpected';
}
