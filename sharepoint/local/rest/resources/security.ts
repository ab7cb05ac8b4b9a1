import type { Answer, Entity} from '../../odata/entity';
import { Complex, entityAnswer, valueAnswer } from '../../odata/entity';
import type { Row } from '../../store/database';
import type { Securable } from '../../store/definitions';
import type { Mask} from '../../security/masks';
import { FULL_CONTROL, fromBasePermissions, LIMITED_ACCESS, toBasePermissions } from '../../security/masks';
import { badArgument, roleMissing, unknownUser } from '../errors';
import type { RestRequest } from '../request';
import type { Resource } from '../resource';
import { action, query } from '../resource';
import { listEntity } from '../entities/list';
import { groupEntity, principalEntity } from '../entities/people';
import { webEntity } from '../entities/web';
import { logChange } from '../../items/changes';

const done: Answer = { kind: 'null' };

const permissionsAnswer = (name: string, mask: Mask): Answer =>
  valueAnswer(name, new Complex('SP.BasePermissions', { ...toBasePermissions(mask) }), 'SP.BasePermissions');

/** What may follow a web, a list or an item: who may do what there. */
export function securityChildren(securable: Securable, path: string): NonNullable<Resource['children']> {
  const effective = (request: RestRequest): Answer => permissionsAnswer('EffectiveBasePermissions',
    request.site.permissions.effective(request.user, securable));
  return {
    effectivebasepermissions: () => query(effective),
    effectivebasepermissionsforui: () => query(effective),
    getusereffectivepermissions: (segment) => query((request) => {
      const login = request.text(segment, 0, 'userName');
      const user = request.site.principals.byLogin(login);
      if (user?.id !== request.user.id) {
        request.demand(securable, 'EnumeratePermissions');
      }
      if (!user) {
        throw unknownUser(login);
      }
      return permissionsAnswer('GetUserEffectivePermissions', request.site.permissions.effective(user, securable));
    }),
    doesuserhavepermissions: (segment) => query((request) => {
      const wanted = mask(request, segment.args?.length ? parsed(request.text(segment, 0)) : request.json.permissionMask);
      return valueAnswer('DoesUserHavePermissions', (request.site.permissions.effective(request.user, securable) & wanted) === wanted,
        'Edm.Boolean');
    }),
    hasuniqueroleassignments: () => query((request) => valueAnswer('HasUniqueRoleAssignments', request.site.permissions.hasOwn(securable),
      'Edm.Boolean')),
    firstuniqueancestorsecurableobject: () => query((request) => entityAnswer(ancestor(request, securable))),
    breakroleinheritance: (segment) => action((request) => {
      request.demand(securable, 'ManagePermissions');
      const { site, user } = request;
      site.permissions.breakInheritance(securable, { copy: request.flag(segment, 0, 'copyroleassignments'),
        clear: request.flag(segment, 1, 'clearsubscopes') }, user.id, FULL_CONTROL, site.now());
      return done;
    }),
    resetroleinheritance: () => action((request) => {
      request.demand(securable, 'ManagePermissions');
      request.site.permissions.resetInheritance(securable, request.site.now());
      return done;
    }),
    roleassignments: () => roleAssignments(securable, `${path}/RoleAssignments`)
  };
}

function roleAssignments(securable: Securable, path: string): Resource {
  const parameters = (request: RestRequest, segment: Parameters<NonNullable<Resource['call']>>[0]): { principal: number; role: number } => {
    const principal = request.whole(segment, 0, 'principalid');
    const role = request.whole(segment, 1, 'roledefid');
    if (!request.site.principals.find(principal)) {
      throw badArgument();
    }
    findRole(request, 'id', role);
    return { principal, role };
  };
  return {
    get: (request) => {
      request.demand(securable, 'EnumeratePermissions');
      return { kind: 'collection', entities: assignments(request, securable, path), path, type: 'SP.RoleAssignment' };
    },
    call: (segment, request) => {
      const id = request.whole(segment, 0);
      return assignment(securable, path, id);
    },
    children: {
      getbyprincipalid: (segment, request) => assignment(securable, path, request.whole(segment, 0)),
      addroleassignment: (segment) => action((request) => {
        request.demand(securable, 'ManagePermissions');
        const { principal, role } = parameters(request, segment);
        if (role === LIMITED_ACCESS || !request.site.permissions.hasOwn(securable)) {
          // Limited Access is SharePoint's own to give, and what inherits has no assignments of its own.
          throw badArgument();
        }
        request.site.permissions.assign(securable, principal, role);
        logChange(request.site, { web: securable.web, ...(securable.list ? { list: securable.list } : {}), object: securable.list
          ? 'List' : 'Web', kind: 'RoleAssignmentAdd', user: request.user });
        return done;
      }),
      removeroleassignment: (segment) => action((request) => {
        request.demand(securable, 'ManagePermissions');
        const { principal, role } = parameters(request, segment);
        request.site.permissions.withdraw(securable, principal, role);
        return done;
      })
    }
  };
}

function assignment(securable: Securable, path: string, principalId: number): Resource {
  const find = (request: RestRequest): Entity => {
    request.demand(securable, 'EnumeratePermissions');
    const found = assignments(request, securable, path).find((one) => one.values.PrincipalId === principalId);
    if (!found) {
      throw roleMissing();
    }
    return found;
  };
  return {
    entity: find,
    get: (request) => entityAnswer(find(request)),
    remove: (request) => {
      request.demand(securable, 'ManagePermissions');
      find(request);
      request.site.permissions.withdraw(securable, principalId);
      return { kind: 'none', status: 200 };
    },
    children: {
      roledefinitionbindings: () => query((request) => {
        const bindings = find(request).links?.RoleDefinitionBindings();
        return { kind: 'collection', entities: Array.isArray(bindings) ? bindings : [], path, type: 'SP.RoleDefinition' };
      }),
      groups: () => query((request) => {
        const principal = request.site.principals.find(principalId);
        const groups = principal ? request.site.principals.groupsOf(principal.id).map((group) =>
          groupEntity(request.site, group, request.user)) : [];
        return { kind: 'collection', entities: groups, path, type: 'SP.Group' };
      })
    }
  };
}

/** Role assignments of the scope that holds for a thing, one per principal. */
export function assignments({ site, user }: Pick<RestRequest, 'site' | 'user'>, securable: Securable, path: string): Entity[] {
  const rows = site.db.all('SELECT principal_id, role_id FROM role_assignments WHERE scope_no = ? ORDER BY principal_id',
    site.permissions.scopeOf(securable));
  const principals = [...new Set(rows.map((row) => Number(row.principal_id)))];
  return principals.map((id) => {
    const principal = site.principals.find(id);
    const roles = rows.filter((row) => Number(row.principal_id) === id).map((row) => Number(row.role_id));
    return {
      type: 'SP.RoleAssignment',
      path: `${path}/GetByPrincipalId(${id})`,
      values: { PrincipalId: id },
      links: {
        Member: () => (principal ? principalEntity(site, principal, user) : null),
        RoleDefinitionBindings: () =>
        site.db.all(`${ROLES} WHERE id IN (${roles.map(Number).join(', ')}) ORDER BY position`).map(roleEntity)
      }
    };
  });
}

const ROLES = 'SELECT id, name, description, position, kind, mask, hidden FROM role_definitions';

function roleEntity(row: Row): Entity {
  return {
    type: 'SP.RoleDefinition',
    path: `Web/RoleDefinitions(${Number(row.id)})`,
    values: {
      BasePermissions: new Complex('SP.BasePermissions', { ...toBasePermissions(BigInt(String(row.mask))) }), Description: row.description
      || null,
      Hidden: Number(row.hidden) === 1, Id: Number(row.id), Name: String(row.name), Order: Number(row.position),
      RoleTypeKind: Number(row.kind)
    }
  };
}

function findRole({ site }: RestRequest, by: 'id' | 'name' | 'kind', value: string | number): Row {
  const row = site.db.get(`${ROLES} WHERE ${by} = ? ORDER BY position LIMIT 1`, value);
  if (!row) {
    throw roleMissing();
  }
  return row;
}

/** `web/roledefinitions` */
export function roleDefinitions(web: Securable): Resource {
  const one = (find: (request: RestRequest) => Row): Resource => ({
    entity: (request) => roleEntity(find(request)),
    get: (request) => entityAnswer(roleEntity(find(request))),
    merge: (request) => {
      request.demand(web, 'ManagePermissions');
      const row = find(request);
      const { Name, Description, Order, BasePermissions } = request.json;
      request.site.db.run(
        'UPDATE role_definitions SET name = ?, description = ?, position = ?, mask = ? WHERE id = ?', String(Name ?? row.name),
          String(Description ?? row.description),
        Number(Order ?? row.position), BasePermissions ? String(mask(request, BasePermissions)) : row.mask, row.id
      );
      return { kind: 'none', status: 204 };
    },
    remove: (request) => {
      request.demand(web, 'ManagePermissions');
      const row = find(request);
      request.site.db.run('DELETE FROM role_assignments WHERE role_id = ?', row.id);
      request.site.db.run('DELETE FROM role_definitions WHERE id = ?', row.id);
      return { kind: 'none', status: 200 };
    }
  });
  return {
    get: (request) => ({ kind: 'collection', entities: request.site.db.all(`${ROLES} ORDER BY position`).map(roleEntity),
      path: 'Web/RoleDefinitions', type: 'SP.RoleDefinition' }),
    post: (request) => {
      request.demand(web, 'ManagePermissions');
      const { Name, Description, Order, BasePermissions } = request.json;
      if (typeof Name !== 'string' || Name === '') {
        throw badArgument();
      }
      const id = request.site.db.number('SELECT max(id) FROM role_definitions') + 1;
      request.site.db.run(
        'INSERT INTO role_definitions (id, name, description, position, kind, mask, hidden) VALUES (?, ?, ?, ?, 0, ?, 0)', id, Name,
          String(Description ?? ''), Number(Order ?? 0),
        String(mask(request, BasePermissions))
      );
      return entityAnswer(roleEntity(findRole(request, 'id', id)), 201);
    },
    call: (segment, request) => one(() => findRole(request, 'id', request.whole(segment, 0))),
    children: {
      getbyid: (segment, request) => one(() => findRole(request, 'id', request.whole(segment, 0))),
      getbyname: (segment, request) => one(() => findRole(request, 'name', request.text(segment, 0))),
      getbytype: (segment, request) => one(() => findRole(request, 'kind', request.whole(segment, 0)))
    }
  };
}

function mask(_request: RestRequest, value: unknown): Mask {
  const parts = value as { High?: unknown; Low?: unknown } | null | undefined;
  const numbers = [parts?.High, parts?.Low].map((part) => String(part ?? ''));
  if (numbers.some((part) => !/^\d+$/.test(part))) {
    throw badArgument();
  }
  return fromBasePermissions({ High: numbers[0], Low: numbers[1] });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whatever is wrong with it, the answer is the same.
    throw badArgument();
  }
}

function ancestor(request: RestRequest, securable: Securable): Entity {
  const found = request.site.permissions.ancestorOf(securable);
  if (found.list) {
    request.demand({ web: found.web, list: found.list }, 'ViewListItems');
    return listEntity(request.site, found.web, found.list, request.user);
  }
  return webEntity(request.site, found.web, request.user);
}
