import type { Answer, Entity } from '../../odata/entity';
import type { Segment } from '../../odata/segments';
import { Complex, entityAnswer, valueAnswer, ValueCollection } from '../../odata/entity';
import { copyNode, moveNode } from '../../files/move';
import type { Node } from '../../files/nodes';
import { cleanPath, findNode, serverPath } from '../../files/nodes';
import { DIGEST_SECONDS } from '../../site';
import type { WebDef } from '../../store/definitions';
import { badArgument, fileMissing, unknownSegment } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action, query } from '../resource';
import { plainGuid } from '../../ids';
import { DOCUMENT_LIBRARY, SITE_PAGES } from '../../lists/templates';
import { updateWeb } from '../../lists/webs';
import { defaultLibrary } from '../entities/list';
import { webEntity } from '../entities/web';
import { webTemplates } from '../entities/web-templates';
import { siteChanges } from './changes';
import { userCustomActions } from './kept';
import { lists } from './lists';
import { recycleBinItems, siteRecycleBin, wholeSite } from './recycle-bin';
import { relatedItemChildren } from './related-items';
import { APP_CATALOGUE, storageChildren, tenantSettings } from './tenant';
import { web } from './web';

/** What lies under `/_api/` of a web. */
export function root(given: WebDef): Resource {
  const move = (method: typeof moveNode | typeof copyNode) => (): Resource => action((request) => {
    request.demand({ web: given }, 'Open');
    const body = request.json as { srcPath?: Path; destPath?: Path; srcUrl?: string; destUrl?: string; overwrite?: unknown;
      options?: { KeepBoth?: unknown } };
    const [from, to] = [body.srcPath ?? { DecodedUrl: body.srcUrl }, body.destPath ?? { DecodedUrl: body.destUrl }];
    const overwrite = [...request.query].some(([name, value]) => name.startsWith('@') && value === 'true') || body.overwrite === true;
    method(request, nodeAt(request, pathOf(from)), pathOf(to), { overwrite, keepBoth: body.options?.KeepBoth === true });
    return { kind: 'null' };
  });
  return {
    children: {
      web: () => web(given),
      site: () => site(),
      contextinfo: () => action((request) => contextInfo(request, request.web.url)),
      lists: () => lists(given),
      'sp.web.getweburlfrompageurl': (segment) => query((request) => {
        const path = serverPath(request.text(segment, 0, 'pageFullUrl'));
        return valueAnswer('GetWebUrlFromPageUrl', request.site.absolute(request.site.catalog.webOfPath(path).url), 'Edm.String');
      }),
      'sp.web.getdocumentlibraries': (segment) => query((request) => documentLibraries(request, request.text(segment, 0, 'webFullUrl'))),
      'sp.web.getdocumentandmedialibraries': (segment) => query((request) =>
        documentLibraries(request, request.text(segment, 0, 'webFullUrl'), 'GetDocumentAndMediaLibraries', [DOCUMENT_LIBRARY, 109, 851,
          ...(request.flag(segment, 1, 'includePageLibraries') || request.json.includePageLibraries === true ? [SITE_PAGES] : [])])),
      'sp.site.exists': () =>
        query((request) => valueAnswer('Exists', webAt(request, String(request.json.url ?? '')) !== undefined, 'Edm.Boolean')),
      siteiconmanager: () => ({ children: { setsitelogo: () => action((request) => setLogo(request, given)) } }),
      ...relatedItemChildren(given),
      'sp.movecopyutil.movefilebypath': move(moveNode),
      'sp.movecopyutil.copyfilebypath': move(copyNode),
      'sp.movecopyutil.movefile': move(moveNode),
      'sp.movecopyutil.copyfile': move(copyNode),
      'sp.movecopyutil.movefolder': move(moveNode),
      'sp.movecopyutil.copyfolder': move(copyNode),
      'sp.movecopyutil.movefolderbypath': move(moveNode),
      'sp.movecopyutil.copyfolderbypath': move(copyNode),
      'sp.utilities.utility.resolveprincipalincurrentcontext': () => action(resolvePrincipal),
      'sp.utilities.utility.searchprincipalsusingcontextweb': () => action(searchPrincipals),
      'sp.utilities.utility.expandgroupstoprincipals': () => query(expandGroups),
      'sp.utilities.utility.getcurrentuseremailaddresses': () => query((request) =>
        valueAnswer('GetCurrentUserEmailAddresses', request.user.email, 'Edm.String')),
      'sp.site.geturlbyid': () => query((request) => valueAnswer('GetUrlById',
        plainGuid(String(request.json.siteId ?? '')) === request.site.siteId ? request.site.origin : null, 'Edm.String')),
      sp_tenantsettings_current: tenantSettings
    }
  };
}

/** What lies under `/_api/` of the app catalogue. */
export function catalogueRoot(rootWeb: WebDef): Resource {
  return {
    children: {
      web: () => ({ children: storageChildren(rootWeb) }),
      contextinfo: () => action((request) => contextInfo(request, APP_CATALOGUE)),
      sp_tenantsettings_current: tenantSettings
    }
  };
}

interface Path {
  DecodedUrl?: unknown;
}

/** What is said to be decoded is taken as it is: a `%` in it belongs to the name. */
const pathOf = (path: Path | undefined): string => cleanPath(String(path?.DecodedUrl ?? '').replace(/^https?:\/\/[^/]+/i, ''));

function nodeAt(request: RestRequest, path: string): Node {
  const node = findNode(request.site, path);
  if (!node) {
    throw fileMissing(path);
  }
  return node;
}

function site(): Resource {
  const entity = (request: RestRequest): Parameters<typeof entityAnswer>[0] => {
    request.demand({ web: request.site.catalog.rootWeb }, 'Open');
    return {
      type: 'SP.Site', path: 'Site',
      values: {
        AllowDesigner: true, AllowMasterPageEditing: false, CompatibilityLevel: 15, Id: request.site.siteId,
        PrimaryUri: request.site.origin, ReadOnly: false, RequiredDesignerVersion: '15.0.0.0',
        ServerRelativeUrl: '/', ShowUrlStructure: true, UIVersionConfigurationEnabled: false, UpgradeReminderDate: '0001-01-01T00:00:00',
        Upgrading: false, Url: request.site.origin
      }
    };
  };
  return {
    entity,
    get: (request) => entityAnswer(entity(request)),
    children: {
      rootweb: (_segment, request) => web(request.site.catalog.rootWeb),
      usercustomactions: (_segment, request) => userCustomActions({ web: request.site.catalog.rootWeb }, 'site'),
      getchanges: siteChanges,
      recyclebin: siteRecycleBin,
      getrecyclebinitems: () => recycleBinItems(wholeSite),
      getrecyclebinitemsbyqueryinfo: () => recycleBinItems(wholeSite),
      getwebtemplates: (segment) => ({
        ...query((request) => ({ kind: 'collection', path: 'Site/GetWebTemplates', type: 'SP.WebTemplate',
          entities: templatesOf(request, segment) })),
        children: { getbyname: (named) => query((request) => {
          const name = request.text(named, 0, 'name').toLowerCase();
          const found = templatesOf(request, segment).find((one) => String(one.values.Name).toLowerCase() === name);
          if (!found) {
            throw badArgument();
          }
          return entityAnswer(found);
        }) }
      }),
      openwebbyid: (segment) => action((request) => {
        const id = plainGuid(request.text(segment, 0));
        return opened(request, request.site.catalog.webs.find((one) => one.id === id));
      }),
      openweb: (segment) => action((request) => opened(request, webAt(request, request.text(segment, 0))))
    }
  };
}

const templatesOf = (request: RestRequest, segment: Segment): Entity[] =>
  webTemplates(Number(request.argument(segment, 0, 'LCID')?.value ?? request.site.catalog.rootWeb.props.language));

function opened(request: RestRequest, found: WebDef | undefined): Answer {
  if (!found) {
    throw unknownSegment('site/openWeb');
  }
  request.demand({ web: found }, 'Open');
  return entityAnswer(webEntity(request.site, found, request.user));
}

/** The web at an address of this site, absolute or not. */
const webAt = ({ site: here }: RestRequest, url: string): WebDef | undefined =>
  (/^https?:\/\//i.test(url) && new RegExp(`^${here.origin.replace(/[.:/]/g, '\\$&')}(/|$)`, 'i').test(url) === false
    ? undefined : here.catalog.webByUrl(serverPath(url)));

function documentLibraries(request: RestRequest, url: string, name = 'GetDocumentLibraries', templates = [DOCUMENT_LIBRARY]): Answer {
  const found = webAt(request, url);
  if (!found) {
    throw unknownSegment(url);
  }
  request.demand({ web: found }, 'Open');
  const libraries = request.site.catalog.listsOf(found).filter((one) => templates.includes(one.template) && !one.props.hidden
    && request.can({ web: found, list: one }, 'ViewListItems'));
  return valueAnswer(name, new ValueCollection('SP.DocumentLibraryInformation', libraries.map((one) =>
    new Complex('SP.DocumentLibraryInformation',
      { AbsoluteUrl: request.site.absolute(one.url), DriveId: null, FromCrossFarm: false, Id: one.id,
      IsDefaultDocumentLibrary: defaultLibrary(request.site, found)?.no === one.no, LastModified: one.modified,
      LastModifiedFriendlyDisplay: one.modified, ServerRelativeUrl: one.url, Title: one.title }))),
        'Collection(SP.DocumentLibraryInformation)');
}

/** The picture of a web: that of the site's icon, not those of header or footer. */
function setLogo(request: RestRequest, given: WebDef): Answer {
  request.demand({ web: given }, 'ManageWeb');
  const { relativeLogoUrl, type } = request.json;
  if (typeof relativeLogoUrl !== 'string') {
    throw badArgument();
  }
  if (Number(type ?? 0) === 0) {
    updateWeb(request.site, request.site.catalog.webByNo(given.no), { SiteLogoUrl: relativeLogoUrl });
  }
  return { kind: 'null' };
}

function contextInfo({ site: here, user }: RestRequest, url: string): Answer {
  const info = {
    FormDigestTimeoutSeconds: DIGEST_SECONDS, FormDigestValue: here.digestFor(user.loginName), LibraryVersion: '16.0.26330.12018',
    SiteFullUrl: here.origin,
    SupportedSchemaVersions: new ValueCollection('Edm.String', ['14.0.0.0', '15.0.0.0']), WebFullUrl: here.absolute(url)
  };
  return valueAnswer('GetContextWebInformation', new Complex('SP.ContextWebInformation', info), 'SP.ContextWebInformation');
}

function principalInfo(title: string, login: string, email: string, id: number, kind: number): Complex {
  return new Complex('SP.Utilities.PrincipalInfo', {
    Department: '', DisplayName: title, Email: email, JobTitle: '', LoginName: login, Mobile: '', PrincipalId: id, PrincipalType: kind,
    SIPAddress: email
  });
}

function resolvePrincipal(request: RestRequest): Answer {
  request.demand({ web: request.web }, 'BrowseUserInfo');
  const input = String(request.json.input ?? '').toLowerCase();
  const person = request.site.principals.people.find((one) => [one.loginName, one.email, one.title].some((text) =>
    text.toLowerCase() === input));
  if (!person) {
    return { kind: 'null' };
  }
  const known = request.json.addToUserInfoList === true
    ? request.site.principals.ensurePerson(person) : request.site.principals.byLogin(person.loginName);
  return valueAnswer('ResolvePrincipalInCurrentContext', principalInfo(person.title, person.loginName, person.email, known?.id ?? -1, 1),
    'SP.Utilities.PrincipalInfo');
}

/** The people in groups named by their titles; what is no group stands for itself. */
function expandGroups(request: RestRequest): Answer {
  request.demand({ web: request.web }, 'BrowseUserInfo');
  const { principals } = request.site;
  const { inputs, maxCount } = request.json;
  const limit = typeof maxCount === 'number' && maxCount > 0 ? maxCount : Infinity;
  const named = (Array.isArray(inputs) ? inputs : []).map(String);
  const found = named.flatMap((name) => {
    const group = principals.groups().find((one) => one.title.toLowerCase() === name.toLowerCase());
    const hidden = group?.props.onlyMembersView === true && !request.user.isSiteAdmin && !principals.isMember(group.id, request.user.id)
      && !request.can({ web: request.web }, 'ManagePermissions');
    if (group) {
      return hidden ? [] : principals.members(group.id);
    }
    return principals.users().filter((one) => [one.loginName, one.email].some((text) => text.toLowerCase() === name.toLowerCase()));
  });
  const infos = [...new Map(found.map((one) => [one.id, one])).values()].slice(0, limit)
    .map((one) => principalInfo(one.title, one.loginName, one.email, one.id, 1));
  return valueAnswer('ExpandGroupsToPrincipals', new ValueCollection('SP.Utilities.PrincipalInfo', infos),
    'Collection(SP.Utilities.PrincipalInfo)');
}

function searchPrincipals(request: RestRequest): Answer {
  request.demand({ web: request.web }, 'BrowseUserInfo');
  const input = String(request.json.input ?? '').toLowerCase();
  const found = request.site.principals.people
    .filter((one) => [one.loginName, one.email, one.title].some((text) => text.toLowerCase().includes(input)))
    .slice(0, Number(request.json.maxCount ?? 10))
    .map((one) => principalInfo(one.title, one.loginName, one.email, request.site.principals.byLogin(one.loginName)?.id ?? -1, 1));
  return valueAnswer('SearchPrincipalsUsingContextWeb', new ValueCollection('SP.Utilities.PrincipalInfo', found),
    'Collection(SP.Utilities.PrincipalInfo)');
}
