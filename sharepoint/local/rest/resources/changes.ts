import type { Answer, Entity } from '../../odata/entity';
import { Complex } from '../../odata/entity';
import { CHANGE_KIND } from '../../items/changes';
import { changeToken, readChangeToken } from '../../store/change-token';
import type { SqlValue } from '../../store/database';
import type { ListDef, WebDef } from '../../store/definitions';
import { badArgument } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action } from '../resource';

/** Most changes given in one answer. */
const LIMIT = 1000;

/** Names in a ChangeQuery of the kinds of change. */
const KIND_NAMES: Partial<Record<keyof typeof CHANGE_KIND, string>> = {
  Add: 'Add', Update: 'Update', DeleteObject: 'DeleteObject', Rename: 'Rename', Restore: 'Restore', RoleAssignmentAdd: 'RoleAssignmentAdd',
  RoleAssignmentDelete: 'RoleAssignmentDelete', SystemUpdate: 'SystemUpdate', MoveAway: 'Move', MoveInto: 'Move'
};

/** `site/getchanges`: those of all webs somebody may open. */
export const siteChanges = (): Resource => action((request) => {
  const open = request.site.catalog.webs.filter((web) => request.can({ web }, 'Open'));
  request.demand({ web: request.site.catalog.rootWeb }, 'Open');
  return answer(request, open);
});

/**
 * `getchanges` of a list, of a web, or of some items of a list.
 * @param only ids of those items; refuses who may not see them. Undefined: the whole list
 */
export function changes(web: WebDef, list?: ListDef, only?: (request: RestRequest) => readonly number[] | undefined): Resource {
  return action((request) => {
    const ids = only?.(request);
    if (!ids) {
      request.demand({ web, ...(list ? { list } : {}) }, list ? 'ViewListItems' : 'Open');
    }
    return answer(request, [web], list, ids);
  });
}

/** The changes of some webs (of several: a site), of a list, or of items of it, as the body's query asks. */
function answer(request: RestRequest, webs: readonly WebDef[], list?: ListDef, ids?: readonly number[]): Answer {
  const query = (request.json.query ?? {}) as Record<string, unknown>;
  const where: string[] = ['web_no IN (SELECT value FROM json_each(?))'];
  const params: SqlValue[] = [JSON.stringify(webs.map((web) => web.no))];
  if (list) {
    where.push('list_id = ?');
    params.push(list.id);
  } else {
    // Assumption: the web tells nothing of lists somebody may not look into; lists that are gone are told of by their id alone.
    const closed = webs.flatMap((web) => request.site.catalog.listsOf(web).filter((one) =>
      !request.can({ web, list: one }, 'ViewListItems')));
    where.push('(list_id IS NULL OR list_id NOT IN (SELECT value FROM json_each(?)))');
    params.push(JSON.stringify(closed.map((one) => one.id)));
  }
  if (ids) {
    where.push('item_id IN (SELECT value FROM json_each(?))');
    params.push(JSON.stringify(ids));
  }
  addBound(query.ChangeTokenStart, '>', where, params);
  addBound(query.ChangeTokenEnd, '<=', where, params);
  const objects = ['Item', 'List', 'Field', 'View', 'Folder', 'File', 'Web', 'Group', 'User', 'ContentType'].filter((name) =>
    query[name] === true);
  const kinds = (Object.keys(KIND_NAMES) as (keyof typeof CHANGE_KIND)[]).filter((kind) =>
    query[KIND_NAMES[kind] ?? ''] === true).map((kind) => CHANGE_KIND[kind]);
  if (objects.length === 0 || kinds.length === 0) {
    return { kind: 'collection', entities: [], path: 'Web', type: 'SP.Change' };
  }
  where.push(`object IN (${objects.map(() => '?').join(', ')})`, `kind IN (${kinds.map(() => '?').join(', ')})`);
  params.push(...objects, ...kinds);
  const limit = Math.min(LIMIT, Number(query.FetchLimit) > 0 ? Number(query.FetchLimit) : LIMIT);
  const rows = request.site.db.all(
    `SELECT no, web_no, list_id, item_id, object, kind, time, props FROM changes WHERE ${where.join(' AND ')} ORDER BY no LIMIT ?`,
      ...params, limit);
  return { kind: 'collection', entities: rows.map((row) => {
    const web = webs.find((one) => one.no === Number(row.web_no)) ?? webs[0];
    return entity(request, web, list, row);
  }), path: 'Web', type: 'SP.Change' };
}

function addBound(token: unknown, operator: string, where: string[], params: SqlValue[]): void {
  const text = (token as { StringValue?: unknown } | null | undefined)?.StringValue;
  if (typeof text !== 'string' || text === '') {
    return;
  }
  const place = readChangeToken(text);
  if (!place) {
    throw badArgument();
  }
  where.push(place.number === undefined ? `time ${operator === '>' ? '>=' : operator} ?` : `no ${operator} ?`);
  params.push(place.number ?? place.time ?? '');
}

function entity({ site }: RestRequest, web: WebDef, list: ListDef | undefined, row: Record<string, SqlValue>): Entity {
  const props = JSON.parse(String(row.props)) as Record<string, unknown>;
  const object = String(row.object);
  return {
    type: `SP.Change${object}`,
    path: `Web/Changes(${Number(row.no)})`,
    values: {
      ChangeToken: changeToken(site, list ? 3 : 2, String(row.list_id ?? web.id), Number(row.no), String(row.time)),
      ChangeType: Number(row.kind), SiteId: site.siteId, Time: String(row.time),
      WebId: web.id, ...(row.list_id === null ? {} : { ListId: String(row.list_id) }),
      ...(object === 'Item' || object === 'Folder' || object === 'File' ? itemProperties(row, props) : {}),
      ...(object === 'Field' ? { FieldId: props.fieldId } : {}),
      ...(object === 'View' ? { ViewId: props.viewId } : {}),
      ...(object === 'User' ? { Activate: true, UserId: props.userId } : {}),
      ...(object === 'ContentType' ? { ContentTypeId: new Complex('SP.ContentTypeId', { StringValue: props.contentTypeId }) } : {})
    }
  };
}

function itemProperties(row: Record<string, SqlValue>, props: Record<string, unknown>): Record<string, unknown> {
  return {
    ContentTypeId: new Complex('SP.ContentTypeId', { StringValue: '0x01' }), Editor: String(props.editor ?? ''), EditorEmailHint: null,
    ItemId: Number(row.item_id), ServerRelativeUrl: '',
    SharedByUser: null, SharedWithUsers: null, UniqueId: String(props.uniqueId ?? '')
  };
}
