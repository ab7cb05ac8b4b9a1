import type { IWeb } from '@pnp/sp/webs';
import { AppError } from '../../application/errors';
import type { GroupKey, Role } from '../../application/set-up';
import type { GrantChange, SetUpPort, SiteAccess } from '../../application/set-up/port';
import type { ListName } from '../../domain';
import { toAppError } from '../errors';
import { idOf, textOf, valuesOf } from '../mapping/row-reader';
import { hasFullControl, type PermissionMask } from '../permissions';
import type { Outcome } from '../rows';
import { groups } from '../schema/groups';
import { type Assignment, grantsOf, type Principals, ROLE_TYPES } from './principals';
import { allOf, type SiteTools } from './site-tools';

type PeoplePort = Pick<SetUpPort, 'readAccess' | 'readGroups' | 'createGroup' | 'grantOnSite' | 'isolate' | 'changeGrants'>;

interface GroupRow {
  readonly Id?: unknown;
  readonly Title?: unknown;
}

/** Groups and who may do what. */
export class People implements PeoplePort {
  private principals: Promise<Principals> | null = null;
  private roles: Promise<ReadonlyMap<number, number>> | null = null;

  public constructor(private readonly tools: SiteTools) {}

  public async readAccess(): Promise<SiteAccess> {
    const [web, group, users] = await this.tools.together<unknown>(site => [
      site.select('EffectiveBasePermissions')(),
      site.associatedOwnerGroup.select('Title')(),
      site.associatedOwnerGroup.users.select('Title')()
    ]);
    if (!web.ok) throw await toAppError(web.error);
    const names = users.ok ? valuesOf(users.value).map(user => textOf((user as GroupRow).Title)).filter(name => name !== '') : [];
    const title = group.ok ? textOf((group.value as GroupRow).Title) : '';
    return {
      allowed: hasFullControl((web.value as { EffectiveBasePermissions?: PermissionMask }).EffectiveBasePermissions),
      // Members of a group may be hidden from those outside it: its name says at least whom to look for.
      owners: names.length > 0 || title === '' ? names : [title]
    };
  }

  public async readGroups(): ReturnType<SetUpPort['readGroups']> {
    const principals = await this.readPrincipals();
    const assignments = await this.tools.guard<Assignment[]>(() => this.tools.web.roleAssignments
      .select('PrincipalId', 'RoleDefinitionBindings/RoleTypeKind').expand('RoleDefinitionBindings')());
    return { existing: [...principals.groups.keys()], grants: grantsOf(assignments, principals) };
  }

  public async createGroup(group: GroupKey): Promise<void> {
    const wanted = groups.find(({ key }) => key === group);
    if (!wanted) return;
    this.principals = null;
    try {
      await this.tools.web.siteGroups.add({
        Title: wanted.title, Description: wanted.description, OnlyAllowMembersViewMembership: false
      });
    } catch (error) {
      // An earlier attempt may have made it although its answer was lost.
      if (!(await this.readPrincipals()).groups.has(group)) throw await toAppError(error);
    }
  }

  public async grantOnSite(group: GroupKey): Promise<void> {
    const { groups: ids } = await this.readPrincipals();
    const roleId = await this.roleId('read');
    await this.tools.guard(async () => {
      const { HasUniqueRoleAssignments } = await this.tools.web
        .select('HasUniqueRoleAssignments')<{ HasUniqueRoleAssignments?: boolean }>();
      // A site that inherits takes no grants of its own: it goes on with a copy of what it inherited.
      if (HasUniqueRoleAssignments === false) await this.tools.web.breakRoleInheritance(true);
      await this.tools.web.roleAssignments.add(this.idOfGroup(ids, group), roleId);
    });
  }

  public isolate(list: ListName): Promise<void> {
    return this.tools.guard(async () => { await this.tools.list(list).breakRoleInheritance(false, true); }, list);
  }

  public async changeGrants(list: ListName, changes: readonly GrantChange[]): Promise<void> {
    const resolved: { action: GrantChange['action']; principal: number; role: number }[] = [];
    for (const { who, role, action } of changes) {
      resolved.push({ action, principal: await this.principalId(who), role: await this.roleId(role) });
    }
    await allOf(await this.tools.togetherOn(list, one => resolved.map(({ action, principal, role }) => (action === 'grant'
      ? one.roleAssignments.add(principal, role)
      : one.roleAssignments.remove(principal, role)))), list);
  }

  /** Read once; again after a group was made. */
  public readPrincipals(): Promise<Principals> {
    if (this.principals === null) {
      this.principals = this.askPrincipals();
      this.principals.catch(() => { this.principals = null; });
    }
    return this.principals;
  }

  private async askPrincipals(): Promise<Principals> {
    return principalsOf(await this.tools.together<unknown>(askPrincipals));
  }

  private async principalId(who: GroupKey | 'owners' | 'me'): Promise<number> {
    const principals = await this.readPrincipals();
    if (who === 'owners' || who === 'me') return principals[who];
    return this.idOfGroup(principals.groups, who);
  }

  private idOfGroup(ids: Principals['groups'], group: GroupKey): number {
    const id = ids.get(group);
    if (id === undefined) throw new AppError('unexpected', { detail: `The group ${group} is not there.` });
    return id;
  }

  private async roleId(role: Role): Promise<number> {
    if (this.roles === null) {
      const asked = this.tools.guard(
        () => this.tools.web.roleDefinitions.select('Id', 'RoleTypeKind')<{ Id: number; RoleTypeKind: number }[]>()
      );
      this.roles = asked.then(rows => new Map(rows.map(({ Id, RoleTypeKind }): [number, number] => [RoleTypeKind, Id])));
      this.roles.catch(() => { this.roles = null; });
    }
    const id = (await this.roles).get(ROLE_TYPES[role]);
    if (id === undefined) throw new AppError('unexpected', { detail: `The site has no role of type ${ROLE_TYPES[role]}.` });
    return id;
  }
}

/** Requests for who is who on a site; `principalsOf` takes their answers. */
export function askPrincipals(web: IWeb): readonly Promise<unknown>[] {
  return [
    web.siteGroups.select('Id', 'Title')(),
    web.associatedOwnerGroup.select('Id')(),
    web.currentUser.select('Id', 'IsSiteAdmin')(),
    web.currentUser.groups.select('Id')()
  ];
}

export const PRINCIPAL_PARTS = 4;

/** @throws AppError where groups or the person themselves cannot be read */
export async function principalsOf([all, owners, me, mine]: readonly Outcome<unknown>[]): Promise<Principals> {
  const [groupRows, user] = await allOf([all, me]);
  const userId = idOf((user as GroupRow).Id) || 0;
  const ownersId = owners.ok ? idOf((owners.value as GroupRow).Id) : null;
  const myGroups = mine.ok ? valuesOf(mine.value).map(row => idOf((row as GroupRow).Id)) : [];
  const ids = new Map<GroupKey, number>();
  for (const row of valuesOf(groupRows) as readonly GroupRow[]) {
    const group = groups.find(({ title }) => title === textOf(row.Title));
    const id = idOf(row.Id);
    if (group && id !== null) ids.set(group.key, id);
  }
  return {
    // A site without a group of owners: whoever sets it up keeps their own Full Control.
    owners: ownersId === null ? userId : ownersId,
    me: userId,
    meAmongOwners: ownersId !== null && ((user as { IsSiteAdmin?: boolean }).IsSiteAdmin === true || myGroups.indexOf(ownersId) >= 0),
    groups: ids
  };
}
