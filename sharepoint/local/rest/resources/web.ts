import { done, entityAnswer, nothing, valueAnswer } from '../../odata/entity';
import { createWeb, deleteWeb, updateWeb } from '../../lists/webs';
import { fileAt, findNode, folderAt, nodeById, pathWithoutEscapes } from '../../files/nodes';
import { plainGuid } from '../../ids';
import { USER_INFORMATION } from '../../lists/templates';
import type { Entity } from '../../odata/entity';
import type { Site } from '../../site';
import type { ListDef, WebDef } from '../../store/definitions';
import { accessDenied, badArgument, fileMissing, folderMissing, groupMissing } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action, query } from '../resource';
import { userEntity } from '../entities/people';
import { defaultLibrary } from '../entities/list';
import { webEntity, webInfoEntity } from '../entities/web';
import { iconOf, listTemplates, webTemplates } from '../entities/web-templates';
import type { Segment } from '../../odata/segments';
import { attachmentAt } from './attachments';
import { changes } from './changes';
import { contentTypeResource } from './content-types';
import { fields } from './fields';
import { file, files, folder, folders, pathArgument } from './files';
import { navigation, userCustomActions } from './kept';
import { one } from './items';
import { list, listByUrl, lists } from './lists';
import { ensured, group, siteGroups, siteUsers, user } from './people';
import { recycleBin, recycleBinItems } from './recycle-bin';
import { roleDefinitions, securityChildren } from './security';
import { regionalSettings } from './regional';
import { storageChildren } from './tenant';

/** One web. Everything below it is closed to whoever may not open it. */
export function web(given: WebDef): Resource {
  let resource = made.get(given);
  if (!resource) {
    resource = makeWeb(given);
    made.set(given, resource);
  }
  return resource;
}

/** The catalogue makes new definitions when anything about them changes, so what was made of one stays true. */
const made = new WeakMap<WebDef, Resource>();

function makeWeb(given: WebDef): Resource {
  const now = (request: RestRequest): WebDef => request.site.catalog.webByNo(given.no);
  const see = (request: RestRequest): ReturnType<typeof webEntity> => {
    request.demand({ web: given }, 'Open');
    return webEntity(request.site, now(request), request.user);
  };
  const associated = (part: 'ownerGroup' | 'memberGroup' | 'visitorGroup') => (): Resource => group(given, (request) => {
    const id = now(request).props[part];
    if (!id) {
      throw groupMissing();
    }
    return request.site.principals.group(id);
  });
  const children: NonNullable<Resource['children']> = {
    ...securityChildren({ web: given }, 'Web'),
    lists: () => lists(given),
    getlist: (segment, request) => listByUrl(request.site, given, request.text(segment, 0, 'strUrl')),
    getlistusingpath: (segment, request) => listByUrl(request.site, given, request.text(segment, 0, 'DecodedUrl')),
    getlistbytitle: (segment, request) => lists(given).children?.getbytitle(segment, request),
    defaultdocumentlibrary: (_segment, request) => {
      const library = defaultLibrary(request.site, given);
      return library ? listByUrl(request.site, given, library.url) : undefined;
    },
    fields: () => fields(given, undefined),
    availablefields: () => fields(given, undefined, true),
    contenttypes: () => contentTypeResource(given),
    availablecontenttypes: () => contentTypeResource(given),
    currentuser: () => user(given, (request) => request.user),
    siteusers: () => siteUsers(given),
    sitegroups: () => siteGroups(given),
    getuserbyid: (segment) => user(given, (request) => request.site.principals.user(request.whole(segment, 0))),
    ensureuser: (segment) => action((request) => {
      const name = segment.args?.length ? request.text(segment, 0, 'logonName') : String(request.json.logonName ?? '');
      return entityAnswer(userOf(request, name));
    }),
    associatedownergroup: associated('ownerGroup'),
    associatedmembergroup: associated('memberGroup'),
    associatedvisitorgroup: associated('visitorGroup'),
    roledefinitions: () => roleDefinitions({ web: given }),
    folders: () => folders(given, (request) => folderAt(request.site, given.url)),
    files: () => files(given, (request) => folderAt(request.site, given.url)),
    rootfolder: () => folder(given, (request) => folderAt(request.site, given.url)),
    getfolderbyserverrelativepath: (segment) => folder(given, (request) =>
      folderAt(request.site, pathArgument(request, segment, given.url, 'decodedUrl'))),
    getfolderbyserverrelativeurl: (segment) => folder(given, (request) =>
      folderAt(request.site, urlArgument(request, segment, given.url, 'serverRelativeUrl'))),
    getfilebyserverrelativepath: (segment, request) => fileOrAttachment(request, given,
      pathArgument(request, segment, given.url, 'decodedUrl')),
    getfilebyserverrelativeurl: (segment, request) => fileOrAttachment(request, given,
      urlArgument(request, segment, given.url, 'serverRelativeUrl')),
    getfilebyurl: (segment, request) => fileOrAttachment(request, given, urlArgument(request, segment, given.url, 'fileUrl')),
    getlistitem: (segment) => itemAt((request) => pathArgument(request, segment, given.url, 'strUrl')),
    getlistitemusingpath: (segment) => itemAt((request) => pathArgument(request, segment, given.url, 'DecodedUrl')),
    listtemplates: () => query((request) => ({ kind: 'collection', path: 'Web/ListTemplates', type: 'SP.ListTemplate',
      entities: listTemplates(now(request).props.language) })),
    getfilebyid: (segment) => file(given, (request) => {
      const node = nodeById(request.site, plainGuid(request.text(segment, 0)));
      if (!node || node.isFolder) {
        throw fileMissing(request.text(segment, 0));
      }
      return node;
    }),
    getfolderbyid: (segment) => folder(given, (request) => {
      const node = nodeById(request.site, plainGuid(request.text(segment, 0)));
      if (!node?.isFolder) {
        throw folderMissing();
      }
      return node;
    }),
    webinfos: () => subwebs(given),
    getsubwebsfilteredforcurrentuser: () => subwebs(given),
    webs: () => ({
      get: (request) => ({
        kind: 'collection', path: 'Web/Webs', type: 'SP.Web',
        entities: request.site.catalog.webs.filter((one) => one.parentNo === given.no && request.can({ web: one }, 'Open')).map((one) =>
          webEntity(request.site, one, request.user))
      }),
      children: {
        add: () => action((request) => {
          const made = createWeb(request.site, now(request), request.user, (request.json.parameters ?? {}) as Record<string, unknown>);
          return entityAnswer(webEntity(request.site, made, request.user));
        })
      }
    }),
    parentweb: () => query((request) => {
      if (given.parentNo === null) {
        return { kind: 'null' };
      }
      const parent = request.site.catalog.webByNo(given.parentNo);
      request.demand({ web: parent }, 'Open');
      return entityAnswer(webEntity(request.site, parent, request.user));
    }),
    regionalsettings: () => regionalSettings(now),
    titleresource: () => userResource((request) => now(request).props.title),
    descriptionresource: () => userResource((request) => now(request).props.description),
    navigation: () => navigation(given),
    usercustomactions: () => userCustomActions({ web: given }, 'web'),
    features: () => none('SP.Feature'),
    getcustomlisttemplates: () => none('SP.ListTemplate'),
    getavailablewebtemplates: (segment) =>
      query((request) => ({ kind: 'collection', path: 'Web/GetAvailableWebTemplates', type: 'SP.WebTemplate',
      entities: webTemplates(Number(request.argument(segment, 0, 'lcid')?.value ?? given.props.language)) })),
    maptoicon: (segment) => query((request) => valueAnswer('MapToIcon', iconOf(request.text(segment, 0, 'filename')), 'Edm.String')),
    getcatalog: (segment, request) => {
      const template = request.whole(segment, 0, 'typeCatalog');
      const found = template === USER_INFORMATION ? userInformation(request.site)
        : request.site.catalog.listsOf(given).find((one) => one.template === template);
      if (!found) {
        throw badArgument();
      }
      return list(request.site.catalog.webByNo(found.webNo), found);
    },
    siteuserinfolist: (_segment, request) => {
      const found = userInformation(request.site);
      return found && list(request.site.catalog.webByNo(found.webNo), found);
    },
    allproperties: () => query((request) => entityAnswer({ type: 'SP.PropertyValues', path: 'Web/AllProperties',
      values: { ...now(request).props.allProperties }, open: true })),
    ...storageChildren(given),
    getchanges: () => changes(given),
    recyclebin: () => recycleBin(given),
    getrecyclebinitems: () => recycleBinItems(() => [given]),
    getrecyclebinitemsbyqueryinfo: () => recycleBinItems(() => [given]),
    exists: () => query((request) => valueAnswer('Exists', findNode(request.site, given.url) !== undefined, 'Edm.Boolean'))
  };
  return {
    entity: see,
    get: (request) => entityAnswer(see(request)),
    merge: (request) => {
      request.demand({ web: given }, 'ManageWeb');
      updateWeb(request.site, now(request), request.json);
      return nothing();
    },
    remove: (request) => {
      request.demand({ web: given }, 'ManageWeb');
      if (given.parentNo === null) {
        throw accessDenied();
      }
      deleteWeb(request.site, now(request), request.user);
      return done();
    },
    children: Object.fromEntries(Object.entries(children).map(([name, child]) =>
      [name, (segment: Parameters<typeof child>[0], request: RestRequest) => {
      request.demand({ web: given }, 'Open');
      return child(segment, request);
    }]))
  };
}

/** A file of a library or of the web, or what is attached to an item. */
const fileOrAttachment = (request: RestRequest, given: WebDef, path: string): Resource =>
  (findNode(request.site, path) ? undefined : attachmentAt(request.site, given, path)) ?? file(given, ({ site }) => fileAt(site, path));

/** A path of the methods that speak of URLs: as it stands where there is such a thing, else with its escapes read. */
function urlArgument(request: RestRequest, segment: Segment, base: string, name: string): string {
  const path = pathArgument(request, segment, base, name);
  return findNode(request.site, path) ? path : pathWithoutEscapes(path);
}

/** The item behind a file or folder at a path. @throws SharePointError 404 where there is none */
const itemAt = (path: (request: RestRequest) => string): Resource => query((request) => {
  const node = findNode(request.site, path(request));
  if (!node || node.listNo === null || node.itemId === null) {
    throw fileMissing(path(request));
  }
  return entityAnswer(one(request, request.site.catalog.webByNo(node.webNo), request.site.catalog.list(node.listNo), node.itemId));
});

const none = (type: string): Resource => query(() => ({ kind: 'collection', entities: [], path: 'Web', type }));

/** A text in the languages of the site: the same in each of them here. */
const userResource = (text: (request: RestRequest) => string): Resource => {
  const entity = (request: RestRequest): Entity =>
    ({ type: 'SP.UserResource', path: 'Web/TitleResource', values: { Value: text(request) } });
  return {
    entity, get: (request) => entityAnswer(entity(request)),
    children: { getvalueforuiculture: () => query((request) => valueAnswer('GetValueForUICulture', text(request), 'Edm.String')) }
  };
};

/** The site's list of its people; undefined in a site made before there was one. */
const userInformation = (site: Site): ListDef | undefined =>
  site.catalog.listsOf(site.catalog.rootWeb).find((one) => one.template === USER_INFORMATION);

/** The webs below that somebody may open, told in brief. */
const subwebs = (given: WebDef): Resource => query((request) => ({
  kind: 'collection', path: 'Web/WebInfos', type: 'SP.WebInformation',
  entities: request.site.catalog.webs.filter((one) => one.parentNo === given.no && request.can({ web: one }, 'Open')).map(webInfoEntity)
}));

function userOf(request: RestRequest, name: string): ReturnType<typeof userEntity> {
  return userEntity(ensured(request, name));
}
