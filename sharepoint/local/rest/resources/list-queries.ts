import type { CamlView } from '../../caml/parse';
import { parseView } from '../../caml/parse';
import { streamRow } from '../../caml/stream';
import { cleanPath } from '../../files/nodes';
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
    getchanges: () => changes(web, list)
  };
}

interface Place {
  folder?: unknown;
  paging?: string;
}

function parse(request: RestRequest, list: ListDef, xml: string): CamlView {
  return parseView(xml, { list, userId: request.user.id, now: request.site.now() });
}

function run(request: RestRequest, web: WebDef, list: ListDef, view: CamlView, place: Place): ItemPage {
  request.demand({ web, list }, 'ViewListItems');
  const after = place.paging ? parseMark(place.paging.replace(/^\?/, '')) : undefined;
  const { select, expand } = request.options;
  return read(request, web, list, {
    ...(select ? { select } : {}), ...(expand ? { expand } : {}), ...(view.filter ? { filter: view.filter } : {}), orderBy: view.orderBy,
    limit: view.rowLimit ?? LIST_VIEW_THRESHOLD, ...(after ? { after } : {}), conditions: inFolder(list, view.scope, place.folder),
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
  const view = parse(request, list, xml);
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
