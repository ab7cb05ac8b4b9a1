import { isLibrary } from '../../lists/templates';
import type { Entity} from '../../odata/entity';
import { Complex, done, entityAnswer, nothing } from '../../odata/entity';
import { itemTexts } from '../../items/texts';
import { validateUpdate } from '../../items/form-values';
import { readProperties } from '../../items/input';
import type { Enrich, ItemPage, ItemQuery} from '../../items/read';
import { readItems } from '../../items/read';
import { countRows, parseMark, writeMark } from '../../items/rows';
import { addItem, checkEtag, deleteItem, demandWriteSecurity, isVisible, readRow, securableOf, updateItem } from '../../items/write';
import { QueryScope } from '../../items/scope';
import { versionEntities } from '../../items/versions';
import { recycleRemoved } from '../../lists/recycle';
import { toBasePermissions } from '../../security/masks';
import type { Row } from '../../store/database';
import type { ListDef, WebDef } from '../../store/definitions';
import { removeNode } from '../../files/library';
import { moveNode } from '../../files/move';
import { nodeOfItem } from '../../files/nodes';
import { itemMissing, listReadOnly } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action, query } from '../resource';
import { listEntity } from '../entities/list';
import { fileEntity, folderEntity } from '../entities/files';
import { contentTypeEntity } from '../entities/content-type';
import { contentTypes } from '../../lists/content-types';
import { changes as changeLog } from './changes';
import { attachmentEntities, attachments } from './attachments';
import { assignments, securityChildren } from './security';
import { file, folder } from './files';

/** Rows of a page when nobody says how many. */
export const DEFAULT_PAGE = 100;

/** `items` of a list. */
export function items(web: WebDef, list: ListDef): Resource {
  return {
    get: (request) => {
      request.demandLook({ web, list });
      const { options } = request;
      const after = options.skipToken === undefined ? undefined : parseMark(options.skipToken);
      const page = read(request, web, list, {
        ...options, limit: options.top ?? DEFAULT_PAGE, ...(after ? { after } : {})
      });
      return { kind: 'collection', entities: page.entities, shaped: true, path: itemsPath(list),
        type: `SP.ListData.${list.props.entityTypeName}Items`, ...nextLink(request, page) };
    },
    post: (request) => {
      if (isLibrary(list)) {
        // Documents come as files.
        throw listReadOnly();
      }
      const { changes, contentTypeId } = readProperties(list, request.json);
      const reserved = typeof request.json.Id === 'number' ? reservedId(request, list, request.json.Id) : undefined;
      const id = addItem({ site: request.site, web, list, user: request.user },
        { changes, ...(contentTypeId ? { contentTypeId } : {}), ...(reserved ? { id: reserved } : {}) });
      const { entity, etag } = tagged(request, web, list, id);
      return entityAnswer(entity, 201, { ETag: etag, Location: `${request.projection.api}${entity.path}` });
    },
    call: (segment, request) => item(web, list, request.whole(segment, 0)),
    children: {
      getbyid: (segment, request) => item(web, list, request.whole(segment, 0)),
      getitembystringid: (segment, request) => item(web, list, Number(request.text(segment, 0)))
    }
  };
}

/** One row of a list. */
export function item(web: WebDef, list: ListDef, id: number): Resource {
  const row = (request: RestRequest): Row => {
    const found = readRow(request.site, list, id);
    if (!isVisible({ site: request.site, web, list, user: request.user }, found)) {
      throw itemMissing();
    }
    return found;
  };
  const path = `${itemsPath(list)}(${id})`;
  const writer = (request: RestRequest): Parameters<typeof updateItem>[0] => ({ site: request.site, web, list, user: request.user });
  const etagOf = (request: RestRequest): string | undefined => request.header('if-match');
  const remove = (request: RestRequest, keep: boolean): string => {
    const removing = readRow(request.site, list, id);
    const node = Number(removing.fs_type) === 1 ? nodeOfItem(request.site, list.no, id) : undefined;
    if (node) {
      checkEtag(removing, etagOf(request));
      return removeNode(request.site, request.user, node, keep);
    }
    const removed = deleteItem(writer(request), id, etagOf(request));
    return recycleRemoved(request.site, web, request.user, removed, keep);
  };
  const merge = (request: RestRequest): ReturnType<NonNullable<Resource['merge']>> => {
    const { changes, contentTypeId, leaf } = readProperties(list, request.json);
    const { version, uniqueId } = updateItem(writer(request), id,
      { changes, ...(contentTypeId ? { contentTypeId } : {}), ...(etagOf(request) ? { etag: etagOf(request) } : {}) });
    if (leaf !== undefined) {
      renameTo(request, list, id, leaf);
    }
    return nothing({ ETag: `"${uniqueId},${version}"` });
  };
  // Nothing is pending between two calls of REST: these save the row as it is.
  const settle = (keeping: 'version' | 'version and editor'): Resource => action((request) => {
    updateItem(writer(request), id, { changes: new Map(), keeping, ...(etagOf(request) ? { etag: etagOf(request) } : {}) });
    return { kind: 'null' };
  });
  return {
    entity: (request) => one(request, web, list, id),
    get: (request) => {
      const { entity, etag } = tagged(request, web, list, id);
      return entityAnswer(entity, 200, { ETag: etag });
    },
    merge,
    put: merge,
    remove: (request) => {
      remove(request, false);
      return done();
    },
    children: {
      ...lazySecurity(web, list, path, row),
      recycle: () => action((request) => ({ kind: 'value', name: 'Recycle', value: remove(request, true), type: 'Edm.Guid' })),
      deletewithparameters: () => action((request) => {
        remove(request, false);
        return { kind: 'null' };
      }),
      systemupdate: () => settle('version and editor'),
      updateoverwriteversion: () => settle('version'),
      getchanges: () => changeLog(web, list, (request) => [Number(row(request).id)]),
      validateupdatelistitem: () => action((request) => validateUpdate(writer(request), id, request.json)),
      fieldvaluesastext: () =>
        query((request) => entityAnswer(itemTexts(request.site, web, list, row(request), 'text', path, request.user))),
      fieldvaluesashtml: () =>
        query((request) => entityAnswer(itemTexts(request.site, web, list, row(request), 'html', path, request.user))),
      fieldvaluesforedit: () =>
        query((request) => entityAnswer(itemTexts(request.site, web, list, row(request), 'edit', path, request.user))),
      versions: (_segment) => ({
        get: (request) => ({ kind: 'collection', entities: versionsOf(request), path: `${path}/Versions`, type: 'SP.ListItemVersion' }),
        call: (segment, request) => version(request, segment.args ? request.whole(segment, 0) : 0)
      }),
      attachmentfiles: () => attachments(web, list, id),
      getwopiframeurl: (segment) => query((request) => ({ kind: 'value', name: 'GetWOPIFrameUrl', type: 'Edm.String',
        value: wopiFrame(request.site.absolute(web.url), row(request), Number(request.argument(segment, 0, 'action')?.value ?? 0)) })),
      parentlist: () => query((request) => {
        request.demandLook({ web, list });
        return entityAnswer(listEntity(request.site, web, list, request.user));
      }),
      file: (_segment, request) => {
        row(request);
        const node = nodeOfItem(request.site, list.no, id);
        return node && !node.isFolder ? file(web, () => node) : query(() => ({ kind: 'null' }));
      },
      folder: (_segment, request) => {
        row(request);
        const node = nodeOfItem(request.site, list.no, id);
        return node?.isFolder ? folder(web, () => node) : query(() => ({ kind: 'null' }));
      }
    }
  };

  function versionsOf(request: RestRequest): Entity[] {
    request.demand(securableOf({ web, list }, row(request)), 'ViewVersions');
    return versionEntities(request.site, request.user, list, row(request), path);
  }

  function version(request: RestRequest, versionId: number): Resource {
    const find = (): Entity => {
      const found = versionsOf(request).find((entity) => entity.values.VersionId === versionId);
      if (!found) {
        throw itemMissing();
      }
      return found;
    };
    return {
      entity: find,
      get: () => entityAnswer(find()),
      remove: () => {
        request.demand(securableOf({ web, list }, row(request)), 'DeleteVersions');
        demandWriteSecurity(writer(request), row(request));
        if (find().values.IsCurrentVersion === true) {
          throw listReadOnly();
        }
        request.site.db.run('DELETE FROM item_versions WHERE list_no = ? AND item_id = ? AND ui_version = ?', list.no, id, versionId);
        return done();
      }
    };
  }
}

/** The page that would show a file in its editor. @param mode SP.WOPIFrameAction */
const wopiFrame = (webUrl: string, { unique_id: id }: Row, mode: number): string =>
  `${webUrl.replace(/\/$/, '')}/_layouts/15/WopiFrame.aspx?`
  + `sourcedoc={${String(id)}}&action=${['view', 'edit', 'mobileview', 'interactivepreview'][mode] ?? 'view'}`;

/** Who may do what with an item, read when it is asked for, since the item has to be found first. */
function lazySecurity(web: WebDef, list: ListDef, path: string, row: (request: RestRequest) => Row): NonNullable<Resource['children']> {
  const names = Object.keys(securityChildren({ web, list }, path));
  return Object.fromEntries(names.map((name) => [
    name,
    (segment: Parameters<NonNullable<Resource['call']>>[0], request: RestRequest) =>
      securityChildren(securableOf({ web, list }, row(request)), path)[name](segment, request)
  ]));
}

/** Items as entities, with all that can be reached from them. */
export function read(request: RestRequest, web: WebDef, list: ListDef, wanted: ItemQuery): ItemPage {
  return readItems(request.site, web, list, request.user, wanted, enrich(request));
}

/** One item that has to be there. */
export function one(request: RestRequest, web: WebDef, list: ListDef, id: number): Entity {
  return tagged(request, web, list, id).entity;
}

/** The same with the ETag its header carries. */
function tagged(request: RestRequest, web: WebDef, list: ListDef, id: number): { entity: Entity; etag: string } {
  const { select, expand } = request.options;
  const page = read(request, web, list, { ...(select ? { select } : {}), ...(expand ? { expand } : {}), orderBy: [], limit: 1,
    conditions: [{ sql: 't.id = ?', params: [id] }] });
  if (page.entities.length === 0) {
    throw itemMissing();
  }
  const [row] = page.rows;
  return { entity: page.entities[0], etag: `"${String(row.unique_id)},${Number(row.version)}"` };
}

/** Who looks at an item, and where. */
type Viewer = Pick<RestRequest, 'site' | 'user'>;

/** One item with all it gives by default; null where it is not to be seen. */
export function itemOf(viewer: Viewer, web: WebDef, list: ListDef, id: number): Entity | null {
  const { entities } = readItems(viewer.site, web, list, viewer.user, { orderBy: [], limit: 1,
    conditions: [{ sql: 't.id = ?', params: [id] }] }, enrich(viewer));
  return entities[0] ?? null;
}

function enrich(viewer: Viewer): Enrich {
  const { site, user } = viewer;
  return (entity, { list, web, row }) => {
    const securable = securableOf({ web, list }, row);
    const id = Number(row.id);
    const node = isLibrary(list) || Number(row.fs_type) === 1 ? nodeOfItem(site, list.no, id) : undefined;
    const serverUrl = `${String(row.dir)}/${String(row.leaf)}`;
    const texts = (form: 'text' | 'html' | 'edit') => (): Entity => itemTexts(site, web, list, readRow(site, list, id), form,
      entity.path, user);
    entity.extra = {
      EffectiveBasePermissions: () => new Complex('SP.BasePermissions',
        { ...toBasePermissions(site.permissions.effective(user, securable)) }),
      HasUniqueRoleAssignments: () => site.permissions.hasOwn(securable),
      EncodedAbsUrl: () => `${site.origin}${encodeURI(serverUrl).replace(/[#?]/g, encodeURIComponent)}`,
      ServerUrl: () => serverUrl,
      DisplayName: () => String(readRow(site, list, id)[list.fields.find((field) => field.name === 'Title')?.column ?? 'leaf'] ?? '')
    };
    entity.links = {
      ...entity.links,
      AttachmentFiles: () => attachmentEntities(site, list, id, entity.path),
      FieldValuesAsText: texts('text'),
      FieldValuesAsHtml: texts('html'),
      FieldValuesForEdit: texts('edit'),
      ParentList: () => listEntity(site, web, list, user),
      File: () => (node && !node.isFolder ? fileEntity(site, node, user) : null),
      Folder: () => (node?.isFolder ? folderEntity(site, node, user) : null),
      RoleAssignments: () => {
        site.permissions.demand(user, securable, 'EnumeratePermissions');
        return assignments(viewer, securable, `${entity.path}/RoleAssignments`);
      },
      FirstUniqueAncestorSecurableObject: () => listEntity(site, web, list, user),
      Versions: () => {
        site.permissions.demand(user, securable, 'ViewVersions');
        return versionEntities(site, user, list, readRow(site, list, id), entity.path);
      },
      ContentType: () => {
        const type = contentTypes(site, web, list).find((candidate) => candidate.id === String(readRow(site, list, id).content_type));
        return type ? contentTypeEntity(type, list) : null;
      }
    };
  };
}

function nextLink(request: RestRequest, { page, rows }: ItemPage): { next?: string } {
  if (!page.more || rows.length === 0) {
    return {};
  }
  const url = new URL(request.url);
  const parts = [`%24skiptoken=${encodeURIComponent(writeMark(page)).replace(/%3D/g, '%3d')}`];
  for (const [name, value] of request.query) {
    if (name.toLowerCase() !== '$skiptoken' && name.toLowerCase() !== '$skip') {
      parts.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
    }
  }
  return { next: `${url.origin}${url.pathname}?${parts.join('&')}` };
}

export const itemsPath = (list: ListDef): string => `Web/Lists(guid'${list.id}')/Items`;

/** An id that was given out by ReserveListItemId and not used yet. */
function reservedId(request: RestRequest, list: ListDef, id: number): number | undefined {
  const { site } = request;
  const free = id > 0 && id < site.catalog.counts(list).nextItem
    && countRows(site.db, new QueryScope(site.catalog, list), [{ sql: 't.id = ?', params: [id] }], 1) === 0;
  const reserved = free && site.db.get('SELECT value FROM meta WHERE key = ?', `reserved/${list.no}/${id}`);
  if (!reserved) {
    return undefined;
  }
  site.db.run('DELETE FROM meta WHERE key = ?', `reserved/${list.no}/${id}`);
  return id;
}

function renameTo(request: RestRequest, list: ListDef, id: number, leaf: string): void {
  const node = nodeOfItem(request.site, list.no, id);
  if (node) {
    moveNode(request, node, `${node.dir === '/' ? '' : node.dir}/${leaf}`);
  }
}
