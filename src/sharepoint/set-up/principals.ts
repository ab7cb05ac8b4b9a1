import type { GroupKey, Role } from '../../application/set-up';
import type { Grants } from '../../application/set-up/port';
import { idOf, textOf, valuesOf } from '../mapping/row-reader';

/** SharePoint's RoleTypeKind of each role. */
export const ROLE_TYPES: Readonly<Record<Role, number>> = { read: 2, contribute: 3, design: 4, fullControl: 5 };

/** Ids of those who are granted something. */
export interface Principals {
  readonly owners: number;
  readonly me: number;
  /** Whether I have Full Control without a grant of my own, so that one may be taken away again. */
  readonly meAmongOwners: boolean;
  readonly groups: ReadonlyMap<GroupKey, number>;
}

/** A role assignment with its roles, as REST gives it. */
export interface Assignment {
  readonly PrincipalId?: unknown;
  readonly RoleDefinitionBindings?: unknown;
  readonly Member?: { readonly Title?: unknown };
}

/** Who of ours holds what. Limited Access, which SharePoint hands out by itself, is no role of ours. */
export function grantsOf(assignments: readonly Assignment[], principals: Principals): Grants {
  const names = new Map<number, GroupKey | 'owners' | 'me'>([[principals.owners, 'owners']]);
  if (principals.meAmongOwners) names.set(principals.me, 'me');
  principals.groups.forEach((id, key) => names.set(id, key));
  const grants = new Map<GroupKey | 'owners' | 'me', Role[]>();
  for (const assignment of assignments) {
    const name = names.get(idOf(assignment.PrincipalId) || 0);
    if (name === undefined) continue;
    grants.set(name, [...(grants.get(name) || []), ...rolesOf(assignment)]);
  }
  return grants;
}

function rolesOf(assignment: Assignment): Role[] {
  const types = valuesOf(assignment.RoleDefinitionBindings).map(binding => (binding as { RoleTypeKind?: unknown }).RoleTypeKind);
  return (Object.keys(ROLE_TYPES) as Role[]).filter(role => types.indexOf(ROLE_TYPES[role]) >= 0);
}

/** Roles of those who are none of ours, by name. */
export function outsidersOf(assignments: readonly Assignment[], principals: Principals): ReadonlyMap<string, readonly Role[]> {
  const ours = new Set([principals.owners, ...(principals.meAmongOwners ? [principals.me] : []), ...principals.groups.values()]);
  const outsiders = new Map<string, readonly Role[]>();
  for (const assignment of assignments) {
    const id = idOf(assignment.PrincipalId) || 0;
    const roles = rolesOf(assignment);
    if (!ours.has(id) && roles.length > 0) outsiders.set(textOf(assignment.Member?.Title) || String(id), roles);
  }
  return outsiders;
}
