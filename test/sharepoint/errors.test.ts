import { AppError } from '../../src/application/errors';
import { toAppError } from '../../src/sharepoint/errors';

/** What PnPjs throws for an answer. */
function answered(status: number, code: string, headers: Record<string, string> = {}, key = 'odata.error'): Error {
  const body = code === '' ? '<html>proxy</html>' : JSON.stringify(
    { [key]: { code, message: { lang: 'es-ES', value: 'Mensaje traducido' } } }
  );
  return Object.assign(new Error('x'), { isHttpRequestError: true, status, response: new Response(body, { status, headers }) });
}

test.each<[number, string, Record<string, string>, string]>([
  [403, '-2147024891, System.UnauthorizedAccessException', {}, 'noAccess'],
  [403, '', {}, 'noAccess'],
  [401, '', {}, 'noAccess'],
  [404, '-2130575338, System.ArgumentException', {}, 'gone'],
  [404, '-1, System.ArgumentException', {}, 'listMissing'],
  [412, '-1, Microsoft.SharePoint.Client.ClientServiceException', {}, 'conflict'],
  [429, '', { 'Retry-After': '12' }, 'throttled'],
  [503, '', { 'Retry-After': '12' }, 'throttled'],
  [503, '', {}, 'unavailable'],
  [502, '', {}, 'unavailable'],
  [500, '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException', {}, 'duplicate'],
  [400, '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException', {}, 'duplicate'],
  [500, '-2130575162, Microsoft.SharePoint.SPListDataValidationException', {}, 'refused'],
  [500, '-2130575163, Microsoft.SharePoint.SPListDataValidationException', {}, 'refused'],
  [500, '-2147024860, Microsoft.SharePoint.SPQueryThrottledException', {}, 'unexpected']
])('%i %s is told by status and code: %s', async (status, code, headers, kind) => {
  const error = await toAppError(answered(status, code, headers), 'CheckIns');
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({
    kind,
    details: {
      status, list: 'CheckIns', ...(code ? { code: code.split(',')[0], detail: 'Mensaje traducido' } : {}),
      ...(headers['Retry-After'] ? { retryAfterSeconds: 12 } : {})
    }
  });
});

test('verbose answers name their error otherwise', async () => {
  expect(await toAppError(answered(500, '-2130575169, X', {}, 'error'))).toMatchObject({ kind: 'duplicate' });
});

test.each(
  ['Failed to fetch', 'fetch failed', 'NetworkError when attempting to fetch resource.', 'Load failed']
)('no answer: %s', async message => {
  expect(await toAppError(new TypeError(message))).toMatchObject({ kind: 'offline' });
});

test('anything else is unexpected and keeps its words', async () => {
  expect(await toAppError(new TypeError('x is not a function'))).toMatchObject(
    { kind: 'unexpected', details: { detail: 'x is not a function' } }
  );
  expect(await toAppError('text')).toMatchObject({ kind: 'unexpected', details: { detail: 'text' } });
  const own = new AppError('conflict');
  expect(await toAppError(own)).toBe(own);
});
