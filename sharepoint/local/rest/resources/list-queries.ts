import type { CamlView } from '../../caml/parse';
import { parseView } from '../../caml/parse';
import { streamRow } from '../../caml/stream';
import { cleanPath, serverPath } from '../../files/nodes';
import { readSinceQuery, sinceXml, zRow } from '../../caml/changes-since';
import { escapeXml } from '../../fields/schema-xml';
import { CHANGE_KIND } from '../../items/changes';
import { readRow } from '../../items/write';
import { changeToken, readChangeToken } from '../../store/change-token';
import { badArgument } from '../errors';
import type { Condition } from '../../items/conditions';
import type { ItemPage } from '../../items/read';
import { LIST_VIEW_THRESHOLD, parseMark, writeMark } from '../../items/rows';
import { viewById, viewXml } from '../../lists/views';
import { plainGuid } from '../../ids';
import type { Answer } from '../../odata/entity';
import { ValueCollection } from '../../odata/entity';
import type { ListDef, WebDef } from '../../store/definitions';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action } from '../resource';
import { fieldEntity } from '../entities/field';
import { changes } from './changes';
import { itemsPath, read } from './items';
import { listFormData } from './list-forms';

/** The ways of asking a list by POST: CAML, changes, list data as a stream. */
export function queryChildren(web: WebDef, list: ListDef): NonNullable<Resource['children']> {
  return {
    getitems: () => action((request) => {
      const body = (request.json.query
        ?? {}) as { ViewXml?: unknown; FolderServerRelativeUrl?: unknown; ListItemCollectionPosition?: { PagingInfo?: unknown } | null };
      const view = parse(request, list, typeof body.ViewXml === 'string' ? body.ViewXml : '');
      const paging = body.ListItemCollectionPosition?.PagingInfo;
      const page = run(request, web, list, view, { folder: body.FolderServerRelativeUrl,
        ...(typeof paging === 'string' ? { paging } : {}) });
      return { kind: 'collection', entities: page.entities, shaped: true, path: itemsPath(list),
        type: `SP.ListData.${list.props.entityTypeName}Items` };
    }),
    renderlistdataasstream: () => action((request) => stream(request, web, list)),
    renderlistdata: (segment) => action((request) => {
      const view = parse(request, list, request.text(segment, 0, 'viewXml'));
      return { kind: 'value', name: 'RenderListData', value: JSON.stringify(listData(request, web, list, view,
        run(request, web, list, view, {}), '')), type: 'Edm.String' };
    }),
    getchanges: () => changes(web, list),
    getlistitemchangessincetoken: () => action((request) => changesSince(request, web, list)),
    renderlistformdata: listFormData(web, list)
  };
}

/** Rows changed since a token, and what is gone; all rows where there is no token. The answer is XML whatever is asked for. */
function changesSince(request: RestRequest, web: WebDef, list: ListDef): Answer {
  request.demandLook({ web, list });
  const { site, user } = request;
  const query = readSinceQuery((request.json.query ?? {}) as Record<string, unknown>);
  const place = query.token === '' ? undefined : readChangeToken(query.token);
  if (query.token !== '' && !place) {
    throw badArgument();
  }
  const since = place === undefined ? [] : site.db.all(
    `SELECT item_id, max(no), kind FROM changes WHERE list_id = ? AND item_id IS NOT NULL AND ${place.number === undefined ? 'time >= '
      + '?' : 'no > ?'} GROUP BY item_id`,
    list.id, place.number ?? place.time ?? '');
  const gone = since.filter((row) => Number(row.kind) === CHANGE_KIND.DeleteObject).map((row) => Number(row.item_id));
  const view = parse(request, list, query.viewXml);
  const folder = query.folder === '' ? undefined : serverPath(query.folder.startsWith('/') || /^https?:/i.test(query.folder)
    ? query.folder : `${web.url}/${query.folder}`);
  const changed = since.map((row) => Number(row.item_id)).filter((id) => !gone.includes(id));
  const page = run(request, web, list, view, { ...(folder === undefined ? {} : { folder }),
    ...(place === undefined ? {}
      : { conditions: [{ sql: `t.id IN (SELECT value FROM json_each(?))`, params: [JSON.stringify(changed)] }] }) });
  const rows = page.rows.map((row) => zRow(site, user, list, readRow(site, list, Number(row.id)), view.fields, query.utc));
  const token = String(changeToken(site, 3, list.id).value.StringValue);
  return { kind: 'raw', status: 200, headers: { 'Content-Type': 'text/xml;charset=utf-8' }, body: sinceXml(token, gone, rows) };
}

interface Place {
  folder?: unknown;
  paging?: string;
  conditions?: Condition[];
}

function parse(request: RestRequest, list: ListDef, xml: string): CamlView {
  return parseView(xml, { list, userId: request.user.id, now: request.site.now() });
}

function run(request: RestRequest, web: WebDef, list: ListDef, view: CamlView, place: Place): ItemPage {
  request.demandLook({ web, list });
  const after = place.paging ? parseMark(place.paging.replace(/^\?/, '')) : undefined;
  const { select, expand } = request.options;
  return read(request, web, list, {
    ...(select ? { select } : {}), ...(expand ? { expand } : {}), ...(view.filter ? { filter: view.filter } : {}), orderBy: view.orderBy,
    limit: view.rowLimit ?? LIST_VIEW_THRESHOLD, ...(after ? { after } : {}),
      conditions: [...(place.conditions ?? []), ...inFolder(list, view.scope, place.folder)],
    caml: true
  });
}

/** Without a scope a query sees the items and folders of one folder alone. */
function inFolder(list: ListDef, scope: string, folder: unknown): Condition[] {
  const path = typeof folder === 'string' && folder !== '' ? cleanPath(folder) : list.url;
  const conditions: Condition[] = [];
  if (/^recursive(all)?$/i.test(scope)) {
    if (path.toLowerCase() !== list.url.toLowerCase()) {
      conditions.push({ sql: "(t.dir = ? COLLATE NOCASE OR t.dir LIKE ? ESCAPE '\\')",
        params: [path, `${path.replace(/[\\%_]/g, (char) => `\\${char}`)}/%`] });
    }
  } else {
    conditions.push({ sql: 't.dir = ? COLLATE NOCASE', params: [path] });
  }
  if (/^(recursive|filesonly)$/i.test(scope)) {
    conditions.push({ sql: 't.fs_type = 0', params: [] });
  }
  return conditions;
}

const LIST_DATA = 2;
const LIST_SCHEMA = 4;
const VIEW_METADATA = 1024;

function stream(request: RestRequest, web: WebDef, list: ListDef): Answer {
  const parameters = (request.json.parameters
    ?? {}) as { ViewXml?: unknown; RenderOptions?: unknown; Paging?: unknown; FolderServerRelativeUrl?: unknown };
  const override = (request.json.overrideParameters ?? {}) as { ViewId?: unknown };
  const viewId = request.query.get('View') ?? (typeof override.ViewId === 'string' ? override.ViewId : null);
  const views = request.site.catalog.views(list);
  const chosen = viewId ? viewById(request.site, list, plainGuid(viewId)) : views.find((one) => one.props.isDefault);
  const xml = typeof parameters.ViewXml === 'string' && parameters.ViewXml !== '' ? parameters.ViewXml : chosen ? viewXml(chosen) : '';
  const view = narrowed(request, list, parse(request, list, xml), request.json.overrideParameters);
  const paging = typeof parameters.Paging === 'string' ? parameters.Paging : '';
  const page = run(request, web, list, view, { folder: parameters.FolderServerRelativeUrl, ...(paging === '' ? {} : { paging }) });
  const data = listData(request, web, list, view, page, paging);
  const options = Number(parameters.RenderOptions ?? 0);
  if (options === 0 || options === LIST_DATA) {
    return { kind: 'json', body: data };
  }
  return {
    kind: 'json',
    body: {
      wpq: '', Templates: {}, ...((options & LIST_DATA) === 0 ? {} : { ListData: data }),
      ...((options & LIST_SCHEMA) === 0 ? {} : { ListSchema: { LCID: String(web.props.language), listname: `{${list.id.toUpperCase()}}`,
        Field: schema(list, view) } }),
      ...((options & VIEW_METADATA) === 0 || !chosen ? {} : { ViewMetadata: { Id: chosen.id, Title: chosen.title,
        ListViewXml: viewXml(chosen), ServerRelativeUrl: chosen.url } }),
      listTitle: list.title, listUrlDir: list.url, listTemplate: String(list.template)
    }
  };
}

/** Filters and the order that come in the address (or as override parameters), as the pages of lists send them. */
function narrowed(request: RestRequest, list: ListDef, view: CamlView, override: unknown): CamlView {
  const given = new Map<string, string>();
  for (const [name, value] of [...Object.entries((override ?? {}) as Record<string, unknown>), ...request.query]) {
    if (typeof value === 'string') {
      given.set(name.toLowerCase(), value);
    }
  }
  let { filter, orderBy } = view;
  for (const [name, column] of given) {
    const place = /^filterfields?(\d+)$/.exec(name)?.[1];
    const value = place === undefined ? undefined : given.get(`filtervalue${place}`) ?? given.get(`filtervalues${place}`) ?? '';
    if (value !== undefined) {
      const added = parse(request, list, equalsView(list, column, value.split(';#'))).filter;
      filter = filter && added ? { kind: 'binary', op: 'and', left: filter, right: added } : added ?? filter;
    }
  }
  const sort = given.get('sortfield');
  if (sort !== undefined && sort !== '') {
    const ascending = /^desc$/i.test(given.get('sortdir') ?? '') ? 'FALSE' : 'TRUE';
    orderBy = parse(request, list,
      `<View><Query><OrderBy><FieldRef Name="${escapeXml(sort)}" Ascending="${ascending}"/></OrderBy></Query></View>`).orderBy;
  }
  return { ...view, ...(filter ? { filter } : {}), orderBy };
}

/** A column equal to one of some values, as CAML. */
function equalsView(list: ListDef, column: string, values: readonly string[]): string {
  const name = ['LinkTitle', 'LinkTitleNoMenu'].includes(column) ? 'Title' : column === 'LinkFilename' ? 'FileLeafRef' : column;
  const type = list.fields.find((field) => field.name === name)?.type ?? 'Text';
  const one = (value: string): string => (value === '' ? `<IsNull><FieldRef Name="${escapeXml(name)}"/></IsNull>`
    : `<Eq><FieldRef Name="${escapeXml(name)}"/><Value Type="${escapeXml(type)}">${escapeXml(value)}</Value></Eq>`);
  return `<View><Query><Where>${values.map(one).reduce((left, right) => `<Or>${left}${right}</Or>`)}</Where></Query></View>`;
}

function listData(request: RestRequest, web: WebDef, list: ListDef, view: CamlView, page: ItemPage, paging: string): Record<string,
  unknown> {
  const first = Number(new URLSearchParams(paging.replace(/^\?/, '')).get('PageFirstRow') ?? 1);
  const fields = view.fields.length > 0 ? view.fields : ['Title'];
  const rows = page.rows.map((row) => streamRow(request.site, web, list, request.user, Number(row.id), fields));
  const next = page.page.more && view.paged ? { NextHref: `?${writeMark(page.page)}&PageFirstRow=${first + rows.length}` } : {};
  return {
    Row: rows, FirstRow: first, FolderPermissions: `0x${request.site.permissions.effective(request.user, { web, list }).toString(16)}`,
    LastRow: first + rows.length - 1,
    RowLimit: view.rowLimit ?? 30, FilterLink: '?', ForceNoHierarchy: '1', HierarchyHasIndention: '', ...next
  };
}

function schema(list: ListDef, view: CamlView): Record<string, unknown>[] {
  return list.fields
    .filter((field) => view.fields.includes(field.name))
    .map((field) => {
      const { values } = fieldEntity(field, list);
      const choices = values.Choices instanceof ValueCollection ? { Choices: values.Choices.values } : {};
      return {
        Name: field.name, RealFieldName: field.name, DisplayName: field.title, ID: field.id, Type: field.type, FieldType: field.type,
        StaticName: values.StaticName,
        ReadOnly: field.readOnly ? 'TRUE' : 'FALSE', Filterable: values.Filterable ? 'TRUE' : 'FALSE', Sortable: values.Sortable
        ? 'TRUE' : 'FALSE', ...choices
      };
    });
}
