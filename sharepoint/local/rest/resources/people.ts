import type { Answer} from '../../odata/entity';
import { done, entityAnswer, nothing } from '../../odata/entity';
import { logChange } from '../../items/changes';
import { FULL_MASK } from '../../security/masks';
import type { Principal } from '../../security/principals';
import { GROUP_KIND } from '../../security/principals';
import type { WebDef } from '../../store/definitions';
import { accessDenied, badArgument, unknownUser, userMissing } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action, query } from '../resource';
import { groupEntity, principalEntity, userEntity } from '../entities/people';

const nothingToSay: Answer = { kind: 'null' };
const users = (list: Principal[], path: string): Answer => ({ kind: 'collection', entities: list.map(userEntity), path, type: 'SP.User' });

/** Users are the site's: what happens to them is told with the root web. */
export function logUser({ site, user: by }: RestRequest, userId: number, kind: 'Add' | 'Update' | 'DeleteObject'): void {
  logChange(site, { web: site.catalog.rootWeb, object: 'User', kind, user: by, more: { userId } });
}

/** The site's user for somebody, made (and told of) when they are new. */
export function ensured(request: RestRequest, name: string): Principal {
  const { principals } = request.site;
  const known = new Set(principals.users().map((one) => one.id));
  const found = principals.ensure(name);
  if (!known.has(found.id)) {
    logUser(request, found.id, 'Add');
  }
  return found;
}

/** Takes somebody from the site. */
function removeUser(request: RestRequest, id: number): void {
  request.site.principals.remove(id);
  logUser(request, id, 'DeleteObject');
}

/** Who holds everything on the root web may name administrators of the site. */
const isSiteOwner = ({ site, user: viewer }: RestRequest): boolean =>
  site.permissions.effective(viewer, { web: site.catalog.rootWeb }) === FULL_MASK;

/** One user of the site. */
export function user(web: WebDef, find: (request: RestRequest) => Principal): Resource {
  return {
    entity: (request) => userEntity(find(request)),
    get: (request) => entityAnswer(userEntity(find(request))),
    merge: (request) => {
      request.demand({ web }, 'ManageWeb');
      const principal = find(request);
      const { Title, Email, IsSiteAdmin } = request.json;
      if (typeof IsSiteAdmin === 'boolean' && IsSiteAdmin !== principal.isSiteAdmin && !request.user.isSiteAdmin
        && !isSiteOwner(request)) {
        throw accessDenied();
      }
      request.site.principals.update({
        ...principal, title: typeof Title === 'string' ? Title : principal.title, email: typeof Email === 'string'
          ? Email : principal.email,
        isSiteAdmin: typeof IsSiteAdmin === 'boolean' ? IsSiteAdmin : principal.isSiteAdmin
      });
      logUser(request, principal.id, 'Update');
      return nothing();
    },
    remove: (request) => {
      request.demand({ web }, 'ManageWeb');
      removeUser(request, find(request).id);
      return done();
    },
    children: {
      groups: () => groupList(web, (request) => request.site.principals.groupsOf(find(request).id))
    }
  };
}

/** `web/siteusers` */
export function siteUsers(web: WebDef): Resource {
  const byLogin = (segment: Parameters<NonNullable<Resource['call']>>[0]) => (request: RestRequest): Principal => {
    const found = request.site.principals.byLogin(request.text(segment, 0));
    if (!found) {
      throw userMissing();
    }
    return found;
  };
  return {
    get: (request) => {
      request.demand({ web }, 'BrowseUserInfo');
      return users(request.site.principals.users(), 'Web/SiteUsers');
    },
    post: (request) => {
      request.demand({ web }, 'ManageWeb');
      return entityAnswer(userEntity(ensured(request, String(request.json.LoginName ?? ''))), 201);
    },
    call: (segment) => user(web, byLogin(segment)),
    children: {
      getbyid: (segment) => user(web, (request) => request.site.principals.user(request.whole(segment, 0))),
      getbyemail: (segment) => user(web, (request) => request.site.principals.byEmail(request.text(segment, 0))),
      getbyloginname: (segment) => user(web, byLogin(segment)),
      removebyid: (segment) => action((request) => {
        request.demand({ web }, 'ManageWeb');
        removeUser(request, request.site.principals.user(request.whole(segment, 0)).id);
        return nothingToSay;
      }),
      removebyloginname: (segment) => action((request) => {
        request.demand({ web }, 'ManageWeb');
        removeUser(request, byLogin(segment)(request).id);
        return nothingToSay;
      })
    }
  };
}

/** Users of a group: adding and removing is for its owner. */
function members(find: (request: RestRequest) => Principal): Resource {
  const demandEdit = (request: RestRequest): Principal => {
    const group = find(request);
    const { site, user: viewer } = request;
    const owner = Number(group.props.owner ?? 0);
    const manages = viewer.isSiteAdmin || owner === viewer.id || site.principals.isMember(owner, viewer.id)
      || (group.props.allowMembersEdit === true && site.principals.isMember(group.id, viewer.id))
      || site.permissions.can(viewer, { web: site.catalog.rootWeb }, 'ManagePermissions');
    if (!manages) {
      throw accessDenied();
    }
    return group;
  };
  const member = (request: RestRequest, id: number): Principal => {
    const found = request.site.principals.members(find(request).id).find((one) => one.id === id);
    if (!found) {
      throw userMissing();
    }
    return found;
  };
  const drop = (request: RestRequest, login: string): Answer => {
    const group = demandEdit(request);
    const found = request.site.principals.byLogin(login);
    if (!found) {
      throw unknownUser(login);
    }
    request.site.principals.removeMember(group.id, found.id);
    return nothingToSay;
  };
  const web = (request: RestRequest): WebDef => request.web;
  return {
    get: (request) => {
      const group = find(request);
      const { site, user: viewer } = request;
      if (group.props.onlyMembersView === true && !viewer.isSiteAdmin && !site.principals.isMember(group.id, viewer.id)
        && !site.permissions.can(viewer, { web: request.web }, 'ManagePermissions')) {
        throw accessDenied();
      }
      return users(site.principals.members(group.id), `Web/SiteGroups/GetById(${group.id})/Users`);
    },
    post: (request) => {
      const group = demandEdit(request);
      const added = ensured(request, String(request.json.LoginName ?? ''));
      request.site.principals.addMember(group.id, added.id);
      return entityAnswer(userEntity(added), 201);
    },
    call: (segment, request) => user(web(request), () => {
      const found = request.site.principals.byLogin(request.text(segment, 0));
      return member(request, found?.id ?? 0);
    }),
    children: {
      getbyid: (segment, request) => user(web(request), () => member(request, request.whole(segment, 0))),
      getbyemail: (segment, request) => user(web(request), () =>
        member(request, request.site.principals.byEmail(request.text(segment, 0)).id)),
      getbyloginname: (segment, request) => user(web(request), () =>
        member(request, request.site.principals.byLogin(request.text(segment, 0))?.id ?? 0)),
      removebyid: (segment) => action((request) => {
        const group = demandEdit(request);
        request.site.principals.removeMember(group.id, request.whole(segment, 0));
        return nothingToSay;
      }),
      removebyloginname: (segment) => action((request) => drop(request, request.text(segment, 0)))
    }
  };
}

/** One group of the site. */
export function group(web: WebDef, find: (request: RestRequest) => Principal): Resource {
  const demandManage = (request: RestRequest): Principal => {
    const found = find(request);
    const { site, user: viewer } = request;
    const owner = Number(found.props.owner ?? 0);
    if (!(viewer.isSiteAdmin || owner === viewer.id || site.principals.isMember(owner, viewer.id)
      || site.permissions.can(viewer, { web }, 'ManagePermissions'))) {
      throw accessDenied();
    }
    return found;
  };
  return {
    entity: (request) => groupEntity(request.site, find(request), request.user),
    get: (request) => entityAnswer(groupEntity(request.site, find(request), request.user)),
    merge: (request) => {
      const found = demandManage(request);
      request.site.principals.update({ ...found, title: String(request.json.Title ?? found.title),
        loginName: String(request.json.Title ?? found.title), props: { ...found.props, ...groupProps(request.json) } });
      return nothing();
    },
    remove: (request) => {
      request.site.principals.remove(demandManage(request).id);
      return done();
    },
    children: {
      users: () => members(find),
      owner: () => query((request) => {
        const owner = request.site.principals.find(Number(find(request).props.owner ?? 0));
        return owner ? entityAnswer(principalEntity(request.site, owner, request.user)) : nothingToSay;
      }),
      setuserasowner: (segment) => action((request) => {
        const found = demandManage(request);
        const owner = request.site.principals.find(request.whole(segment, 0));
        if (!owner) {
          throw userMissing();
        }
        request.site.principals.update({ ...found, props: { ...found.props, owner: owner.id } });
        return nothingToSay;
      })
    }
  };
}

function groupList(web: WebDef, read: (request: RestRequest) => Principal[]): Resource {
  return {
    get: (request) => ({ kind: 'collection', entities: read(request).map((one) => groupEntity(request.site, one, request.user)),
      path: 'Web/SiteGroups', type: 'SP.Group' }),
    call: (segment, request) => group(web, () => request.site.principals.group(request.whole(segment, 0)))
  };
}

/** `web/sitegroups` */
export function siteGroups(web: WebDef): Resource {
  return {
    ...groupList(web, (request) => {
      request.demand({ web }, 'BrowseUserInfo');
      return request.site.principals.groups();
    }),
    post: (request) => {
      request.demand({ web }, 'CreateGroups');
      const title = typeof request.json.Title === 'string' ? request.json.Title.trim() : '';
      if (title === '' || title.length > 255) {
        throw badArgument();
      }
      const made = request.site.principals.addGroup(title, { owner: request.user.id, ...groupProps(request.json) });
      return entityAnswer(groupEntity(request.site, made, request.user), 201);
    },
    children: {
      getbyid: (segment) => group(web, (request) => request.site.principals.group(request.whole(segment, 0))),
      getbyname: (segment) => group(web, (request) => request.site.principals.groupByName(request.text(segment, 0))),
      removebyid: (segment) => action((request) => {
        request.demand({ web }, 'ManagePermissions');
        request.site.principals.remove(request.site.principals.group(request.whole(segment, 0)).id);
        return nothingToSay;
      }),
      removebyloginname: (segment) => action((request) => {
        request.demand({ web }, 'ManagePermissions');
        request.site.principals.remove(request.site.principals.groupByName(request.text(segment, 0)).id);
        return nothingToSay;
      })
    }
  };
}

function groupProps(body: Record<string, unknown>): Record<string, unknown> {
  return {
    ...(typeof body.Description === 'string' ? { description: body.Description } : {}),
    ...(typeof body.AllowMembersEditMembership === 'boolean' ? { allowMembersEdit: body.AllowMembersEditMembership } : {}),
    ...(typeof body.OnlyAllowMembersViewMembership === 'boolean' ? { onlyMembersView: body.OnlyAllowMembersViewMembership } : {})
  };
}

export const isGroup = (principal: Principal): boolean => principal.kind === GROUP_KIND;
