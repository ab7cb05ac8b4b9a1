import type { Answer} from '../odata/entity';
import { Complex } from '../odata/entity';
import { applyOptions } from '../odata/collection';
import { project, written } from '../odata/project';
import { SharePointError } from './errors';
import type { Language} from './messages';
import { messageOf } from './messages';
import type { RestRequest } from './request';

/** An answer as it goes over the wire. */
export interface Written {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Types that `odata.metadata` calls by the name of their collection. */
const API_DATA: Record<string, string> = { 'SP.Web': 'SP.ApiData.Webs', 'SP.List': 'SP.ApiData.Lists' };

const CONTENT_TYPE = {
  none: 'application/json;odata=nometadata;streaming=true;charset=utf-8',
  minimal: 'application/json;odata=minimalmetadata;streaming=true;charset=utf-8',
  verbose: 'application/json;odata=verbose;charset=utf-8'
};

/** Writes an answer with the metadata level, the selection and the paging the request asks for. */
export function writeAnswer(answer: Answer, request: RestRequest): Written {
  const context = request.projection;
  const metadata = (what: string): Record<string, unknown> => (context.level === 'minimal'
    ? { 'odata.metadata': `${context.api}$metadata#${what}` } : {});
  const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Written =>
    ({ status, headers: { 'Content-Type': CONTENT_TYPE[context.level], ...headers }, body: Buffer.from(JSON.stringify(body), 'utf8') });
  switch (answer.kind) {
    case 'entity': {
      const { entity } = answer;
      const { select, expand } = request.method === 'GET' || request.method === 'POST' ? request.options : {};
      const body = project(entity, select, expand, context);
      const full = context.level === 'verbose'
        ? { d: body } : { ...metadata(`${API_DATA[entity.type] ?? entity.type}/@Element`), ...body };
      return json(full, answer.status, { ...(entity.etag ? { ETag: entity.etag } : {}), ...answer.headers });
    }
    case 'collection': {
      const { options } = request;
      const entities = answer.shaped ? answer.entities : applyOptions(answer.entities, options);
      const results = entities.map((entity) => project(entity, options.select, options.expand, context));
      if (context.level === 'verbose') {
        return json({ d: { results, ...(answer.next ? { __next: answer.next } : {}) } });
      }
      return json({ ...metadata(answer.type), value: results, ...(answer.next ? { 'odata.nextLink': answer.next } : {}) });
    }
    case 'value': {
      const value = written(answer.value, context);
      if (context.level === 'verbose') {
        return json({ d: { [answer.name]: value } });
      }
      if (answer.value instanceof Complex) {
        return json({ ...metadata(answer.type), ...(value as Record<string, unknown>) });
      }
      return json(value === null ? { ...metadata('Edm.Null'), 'odata.null': true } : { ...metadata(answer.type), value });
    }
    case 'null':
      return json(context.level === 'verbose' ? { d: { [lastName(request)]: null } } : { ...metadata('Edm.Null'), 'odata.null': true });
    case 'json':
      return json(answer.body);
    case 'none':
      return { status: answer.status, headers: { ...answer.headers }, body: Buffer.alloc(0) };
    case 'raw':
      return { status: answer.status, headers: answer.headers, body: Buffer.isBuffer(answer.body)
        ? answer.body : Buffer.from(answer.body, 'utf8') };
  }
}

/** What was called, without the namespace of a static method: the verbose form says by name what there is nothing of. */
const lastName = ({ segments }: RestRequest): string => (segments[segments.length - 1]?.name ?? '').replace(/^.*\./, '');

/** An error in SharePoint's form. What is no SharePointError is a fault of ours: told without a trace of where. */
export function writeError(error: unknown, verbose: boolean, language: Language): Written {
  const known = error instanceof SharePointError
    ? error
    : new SharePointError(500, '-1', 'Microsoft.SharePoint.Client.UnknownError', 'serverError');
  const inner = { code: known.code, message: { lang: language, value: messageOf(known.key, known.params, language) } };
  return {
    status: known.status,
    headers: { 'Content-Type': verbose ? CONTENT_TYPE.verbose : CONTENT_TYPE.minimal, ...known.headers },
    body: Buffer.from(JSON.stringify(verbose ? { error: inner } : { 'odata.error': inner }), 'utf8')
  };
}
