import type { Answer, Entity } from '../../odata/entity';
import { Complex, done, entityAnswer, nothing, valueAnswer } from '../../odata/entity';
import { fixedGuid, isGuid, plainGuid } from '../../ids';
import { createList, deleteList, updateList } from '../../lists/lists';
import { recycleList } from '../../lists/recycle-list';
import { DOCUMENT_LIBRARY, isLibrary, SITE_PAGES } from '../../lists/templates';
import { addValidated } from '../../items/form-values';
import type { Site } from '../../site';
import { folderAt, serverPath } from '../../files/nodes';
import type { ListDef, WebDef } from '../../store/definitions';
import { badArgument, etagMismatch, folderMissing, listMissing } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action, query } from '../resource';
import { listEntity } from '../entities/list';
import { webEntity } from '../entities/web';
import { contentTypeResource } from './content-types';
import { fields } from './fields';
import { folder } from './files';
import { items } from './items';
import { subscriptions, userCustomActions } from './kept';
import { queryChildren } from './list-queries';
import { securityChildren } from './security';
import { view, views } from './views';

/** `web/lists` */
export function lists(web: WebDef): Resource {
  const ensureLibrary = (leaf: string, template: number) => (request: RestRequest): Answer => {
    const found = request.site.catalog.listByUrl(web, `${web.url === '/' ? '' : web.url}/${leaf}`)
      ?? createList(request.site, web, request.user, { Title: leaf, BaseTemplate: template });
    return entityAnswer(listEntity(request.site, web, found, request.user));
  };
  return {
    get: (request) => {
      const visible = request.site.catalog.listsOf(web).filter((list) => request.can({ web, list }, 'ViewListItems'));
      return { kind: 'collection', entities: visible.map((list) => listEntity(request.site, web, list, request.user)), path: 'Web/Lists',
        type: 'SP.ApiData.Lists' };
    },
    post: (request) => {
      const list = createList(request.site, web, request.user, request.json);
      return entityAnswer(listEntity(request.site, web, list, request.user), 201);
    },
    call: (segment, request) => byId(web, request, request.text(segment, 0)),
    children: {
      getbyid: (segment, request) => byId(web, request, request.text(segment, 0)),
      getbytitle: (segment, request) => {
        const title = request.text(segment, 0);
        const found = request.site.catalog.listByAnyTitle(web, title);
        if (!found) {
          throw listMissing(title);
        }
        return list(web, found);
      },
      ensuresiteassetslibrary: () => action(ensureLibrary('SiteAssets', DOCUMENT_LIBRARY)),
      ensuresitepageslibrary: () => action(ensureLibrary('SitePages', SITE_PAGES))
    }
  };
}

function byId(web: WebDef, request: RestRequest, text: string): Resource {
  const id = plainGuid(text);
  const found = isGuid(id) ? request.site.catalog.listById(id) : undefined;
  if (!found || found.webNo !== web.no) {
    throw listMissing(text);
  }
  return list(web, found);
}

/** `web/getList('/Lists/KeyResults')` @throws SharePointError 404 */
export function listByUrl(site: Site, web: WebDef, url: string): Resource {
  const path = /^https?:\/\//i.test(url) ? decodeURIComponent(new URL(url).pathname) : url;
  const clean = `/${path.replace(/^\/+|\/+$/g, '')}`;
  const found = site.catalog.listByUrl(web, clean) ?? site.catalog.listByUrl(web, clean.replace(/\/(Forms\/)?[^/]+\.aspx$/i, ''));
  if (!found) {
    throw listMissing(url);
  }
  return list(web, found);
}

/** One list. */
export function list(web: WebDef, given: ListDef): Resource {
  let resource = made.get(given);
  if (!resource) {
    resource = makeList(web, given);
    made.set(given, resource);
  }
  return resource;
}

/** The catalogue makes new definitions when anything about them changes, so what was made of one stays true. */
const made = new WeakMap<ListDef, Resource>();

function makeList(web: WebDef, given: ListDef): Resource {
  // What came before in the same batch may have changed it.
  const now = (request: RestRequest): ListDef => request.site.catalog.list(given.no);
  const path = `Web/Lists(guid'${given.id}')`;
  const see = (request: RestRequest): ReturnType<typeof listEntity> => {
    request.demandLook({ web, list: given });
    return listEntity(request.site, web, now(request), request.user);
  };
  const checkEtag = (request: RestRequest): void => {
    const etag = request.header('if-match');
    if (etag && etag !== '*' && etag.replace(/"/g, '') !== String(now(request).version)) {
      throw etagMismatch(etag, `"${now(request).version}"`);
    }
  };
  const merge = (request: RestRequest): Answer => {
    checkEtag(request);
    updateList(request.site, web, now(request), request.user, request.json);
    return nothing({ ETag: `"${now(request).version}"` });
  };
  return {
    entity: see,
    get: (request) => entityAnswer(see(request)),
    merge,
    put: merge,
    remove: (request) => {
      checkEtag(request);
      deleteList(request.site, web, now(request), request.user);
      return done();
    },
    children: {
      ...guarded(web, given, {
        fields: () => fields(web, given),
        views: () => views(web, given),
        getview: (segment, request) => views(web, given).call?.(segment, request),
        defaultview: () => view(web, given, (request) => {
          const found = request.site.catalog.views(given).find((one) => one.props.isDefault);
          if (!found) {
            throw badArgument();
          }
          return found;
        }),
        parentweb: () => query((request) => entityAnswer(webEntity(request.site, web, request.user))),
        contenttypes: () => contentTypeResource(web, given),
        eventreceivers: () => ({
          get: () => ({ kind: 'collection', entities: [], path, type: 'SP.EventReceiverDefinition' }),
          children: { add: () => action((request) => {
            request.demand({ web, list: given }, 'ManageLists');
            return { kind: 'null' };
          }) }
        }),
        usercustomactions: () => userCustomActions({ web, list: given }, 'list'),
        subscriptions: () => subscriptions(given),
        informationrightsmanagementsettings: () => query(() => entityAnswer({ type: 'SP.InformationRightsManagementSettings',
          path: `${path}/InformationRightsManagementSettings`, values: NO_RIGHTS_MANAGEMENT })),
        forms: () => forms(given, path),
        getrelatedfields: () => query((request) => ({
          kind: 'collection', path, type: 'SP.RelatedField', entities: relatedFields(request.site, web, given, path)
        }))
      }),
      ...securityChildren({ web, list: given }, path),
      ...queryChildren(web, given),
      items: () => items(web, given),
      getitembyid: (segment, request) => items(web, given).call?.(segment, request),
      getitembystringid: (segment, request) => items(web, given).children?.getitembystringid(segment, request),
      rootfolder: () => folder(web, (request) => folderAt(request.site, given.url)),
      recycle: () => action((request) => {
        const id = recycleList(request.site, web, now(request), request.user);
        return valueAnswer('Recycle', id, 'Edm.Guid');
      }),
      reservelistitemid: () => action((request) => {
        request.demand({ web, list: given }, 'AddListItems');
        const id = Number(request.site.db.get('UPDATE lists SET next_item = next_item + 1 WHERE no = ? RETURNING next_item - 1 AS id',
          given.no)?.id);
        request.site.db.run('INSERT OR REPLACE INTO meta VALUES (?, ?)', `reserved/${given.no}/${id}`, '1');
        return valueAnswer('ReserveListItemId', id, 'Edm.Int32');
      }),
      addvalidateupdateitemusingpath: () => action((request) => {
        const info = request.json.listItemCreateInfo as { FolderPath?: { DecodedUrl?: unknown } } | undefined;
        const asked = info?.FolderPath?.DecodedUrl;
        const folderNode = folderAt(request.site, typeof asked === 'string' && asked !== '' ? serverPath(asked) : given.url);
        if (folderNode.listNo !== given.no) {
          throw folderMissing();
        }
        const target = folderNode.path;
        return addValidated({ site: request.site, web, list: now(request), user: request.user }, request.json, { folder: target });
      })
    }
  };
}

/** What belongs to a list itself is for those who may look into it. */
function guarded(web: WebDef, list: ListDef, children: NonNullable<Resource['children']>): NonNullable<Resource['children']> {
  return Object.fromEntries(Object.entries(children).map(([name, child]): [string, typeof child] => [name, (segment, request) => {
    request.demandLook({ web, list });
    return child(segment, request);
  }]));
}

function relatedFields(site: Site, web: WebDef, target: ListDef, path: string): Entity[] {
  return site.catalog.listsOf(web).flatMap((other) => other.fields.filter((one) => one.lookup?.listId === target.id).map((one) => ({
    type: 'SP.RelatedField', path,
    values: { FieldId: one.id, ListId: other.id, RelationshipDeleteBehavior: RELATIONSHIP[one.lookup?.relationship ?? 'None'],
      WebId: web.id }
  })));
}

/** Information rights management is not there: everything is off. */
const NO_RIGHTS_MANAGEMENT = {
  AllowPrint: false, AllowScript: false, AllowWriteCopy: false, DisableDocumentBrowserView: false, DocumentAccessExpireDays: 90,
  DocumentLibraryProtectionExpireDate: '0001-01-01T00:00:00', EnableDocumentAccessExpire: false, EnableDocumentBrowserPublishingView: false,
  EnableGroupProtection: false, EnableLicenseCacheExpire: false, GroupName: '', LicenseCacheExpireDays: 30, PolicyDescription: '',
  PolicyTitle: ''
};

/** The pages on which an item is shown (4), changed (6) and made (8). */
function forms(given: ListDef, path: string): Resource {
  const folderUrl = `${given.url}/${isLibrary(given) ? 'Forms/' : ''}`;
  const entities: Entity[] = ([['DispForm', 4], ['EditForm', 6],
    [isLibrary(given) ? 'Upload' : 'NewForm', 8]] as const).map(([page, type]) => {
    const id = fixedGuid(`${given.id}/${page}`);
    const url = `${folderUrl}${page}.aspx`;
    return { type: 'SP.Form', path: `${path}/Forms('${id}')`, values: { FormType: type, Id: id,
      ResourcePath: new Complex('SP.ResourcePath', { DecodedUrl: url }), ServerRelativeUrl: url } };
  });
  const one = (id: string): Resource => {
    const found = entities.find((entity) => entity.values.Id === plainGuid(id));
    if (!found) {
      throw badArgument();
    }
    return { entity: () => found, get: () => entityAnswer(found) };
  };
  return {
    get: () => ({ kind: 'collection', entities, path: `${path}/Forms`, type: 'SP.Form' }),
    call: (segment, request) => one(request.text(segment, 0)),
    children: { getbyid: (segment, request) => one(request.text(segment, 0)) }
  };
}

const RELATIONSHIP = { None: 0, Cascade: 1, Restrict: 2 };
