import { newGuid } from '../../ids';
import type { Entity } from '../../odata/entity';
import { done, entityAnswer, nothing } from '../../odata/entity';
import type { Permission } from '../../security/masks';
import type { Row } from '../../store/database';
import type { ListDef, Securable, WebDef } from '../../store/definitions';
import { badArgument, unknownProperty } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action } from '../resource';

/** A kind of thing that is kept and given back as it was written, and changes nothing here. */
interface Kind {
  type: string;
  path: string;
  /** Properties with the values they have when nothing is said of them. */
  defaults: Record<string, unknown>;
  /** Numbered, not named by a GUID. */
  numbered: boolean;
  permission: Permission;
}

const ACTION: Kind = {
  type: 'SP.UserCustomAction', path: 'UserCustomActions', numbered: false, permission: 'ManageWeb',
  defaults: {
    ClientSideComponentId: '00000000-0000-0000-0000-000000000000', ClientSideComponentProperties: '', CommandUIExtension: null,
    Description: null, Group: null, HostProperties: '', ImageUrl: null, Location: null, Name: null, RegistrationId: null,
    RegistrationType: 0, Rights: { High: '0', Low: '0' }, Scope: 3, ScriptBlock: null, ScriptSrc: null, Sequence: 0, Title: null, Url: null,
    VersionOfUserCustomAction: '16.0.1.0'
  }
};

const NODE: Kind = {
  type: 'SP.NavigationNode', path: 'Navigation', numbered: true, permission: 'ManageWeb',
  defaults: { AudienceIds: null, CurrentLCID: 1033, IsDocLib: true, IsExternal: false, IsVisible: true, ListTemplateType: 0, Title: '',
    Url: '' }
};

/** `usercustomactions` of the site, a web or a list. */
export function userCustomActions(securable: Securable, scope: 'site' | 'web' | 'list'): Resource {
  const id = scope === 'site' ? 'site' : securable.list?.id ?? securable.web.id;
  const kind: Kind = {
    ...ACTION, permission: securable.list ? 'ManageLists' : 'ManageWeb',
    defaults: { ...ACTION.defaults, Scope: { site: 2, web: 3, list: 4 }[scope] }
  };
  return keptThings(kind, securable, `action/${id}`);
}

/** `navigation` of a web: its quick launch and its top bar, with what a planner put there. */
export const navigation = (web: WebDef): Resource => ({
  get: (request) => entityAnswer(navigationEntity(web, request)),
  entity: (request) => navigationEntity(web, request),
  children: {
    quicklaunch: () => keptThings(NODE, { web }, `quick/${web.id}`),
    topnavigationbar: () => keptThings(NODE, { web }, `top/${web.id}`)
  }
});

const navigationEntity = (web: WebDef, request: RestRequest): Entity => ({
  type: 'SP.Navigation', path: 'Web/Navigation', values: { UseShared: true },
  links: { QuickLaunch: () => rowsOf(request, `quick/${web.id}`).map((row) => entityOf(NODE, row)),
    TopNavigationBar: () => rowsOf(request, `top/${web.id}`).map((row) => entityOf(NODE, row)) }
});

const rowsOf = (request: RestRequest, owner: string): Row[] =>
  request.site.db.all('SELECT no, id, props FROM kept_things WHERE owner = ? ORDER BY position, no', owner);

const entityOf = (kind: Kind, row: Row): Entity => ({
  type: kind.type, path: `Web/${kind.path}('${String(row.id)}')`,
  values: { ...kind.defaults, ...(JSON.parse(String(row.props)) as Record<string, unknown>),
    Id: kind.numbered ? Number(row.id) : String(row.id) }
});

/** `subscriptions` of a list: there are none, and none can be made, since nothing here calls anybody. */
export const subscriptions = (list: ListDef): Resource => ({
  get: () => ({ kind: 'collection', entities: [], path: `Web/Lists(guid'${list.id}')/Subscriptions`,
    type: 'Microsoft.SharePoint.Webhooks.Subscription' })
});

function keptThings(kind: Kind, securable: Securable, owner: string): Resource {
  const rows = (request: RestRequest): Row[] => rowsOf(request, owner);
  const entity = (row: Row): Entity => entityOf(kind, row);
  const find = (request: RestRequest, id: string): Row => {
    const found = rows(request).find((row) => String(row.id) === id.toLowerCase());
    if (!found) {
      throw badArgument();
    }
    return found;
  };
  const readProps = (body: Record<string, unknown>): Record<string, unknown> => {
    const unknown = Object.keys(body).find((name) => !Object.prototype.hasOwnProperty.call(kind.defaults, name));
    if (unknown !== undefined) {
      throw unknownProperty(unknown, kind.type);
    }
    return body;
  };
  const one = (id: string): Resource => ({
    entity: (request) => entity(find(request, id)),
    get: (request) => entityAnswer(entity(find(request, id))),
    merge: (request) => {
      request.demand(securable, kind.permission);
      const row = find(request, id);
      const props = { ...(JSON.parse(String(row.props)) as Record<string, unknown>), ...readProps(request.json) };
      request.site.db.run('UPDATE kept_things SET props = ? WHERE no = ?', JSON.stringify(props), row.no);
      return nothing();
    },
    remove: (request) => {
      request.demand(securable, kind.permission);
      request.site.db.run('DELETE FROM kept_things WHERE no = ? OR owner = ?', find(request, id).no, `${owner}/${id}`);
      return done();
    },
    children: kind.numbered ? { children: () => keptThings(kind, securable, `${owner}/${id}`) } : {}
  });
  return {
    get: (request) => ({ kind: 'collection', entities: rows(request).map(entity), path: `Web/${kind.path}`, type: kind.type }),
    post: (request) => {
      request.demand(securable, kind.permission);
      const props = readProps(request.json);
      const { db } = request.site;
      const { id: no } = db.run(
        "INSERT INTO kept_things (owner, id, position, props) VALUES (?, '', (SELECT count(*) FROM kept_things WHERE owner = ?), ?)",
        owner, owner, JSON.stringify(props));
      // SharePoint's own nodes have the numbers below 2000.
      const id = kind.numbered ? String(2000 + no) : newGuid();
      db.run('UPDATE kept_things SET id = ? WHERE no = ?', id, no);
      return entityAnswer(entity(find(request, id)), 201);
    },
    call: (segment, request) => one(request.text(segment, 0)),
    children: {
      getbyid: (segment, request) => one(request.text(segment, 0)),
      clear: () => action((request) => {
        request.demand(securable, kind.permission);
        request.site.db.run('DELETE FROM kept_things WHERE owner = ?', owner);
        return { kind: 'null' };
      }),
      moveafter: () => action((request) => {
        request.demand(securable, kind.permission);
        const { nodeId, previousNodeId } = request.json;
        const moved = find(request, String(nodeId));
        const rest = rows(request).filter((row) => row.no !== moved.no);
        const after = rest.findIndex((row) => String(row.id) === String(previousNodeId));
        [...rest.slice(0, after + 1), moved, ...rest.slice(after + 1)].forEach((row, position) => {
          request.site.db.run('UPDATE kept_things SET position = ? WHERE no = ?', position, row.no);
        });
        return { kind: 'null' };
      })
    }
  };
}
