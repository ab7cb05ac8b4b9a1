import type { GroupKey, Role } from '../../application/set-up';
import type { Grants } from '../../application/set-up/port';
import { idOf, valuesOf } from '../mapping/row-reader';

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
    const types = valuesOf(assignment.RoleDefinitionBindings).map(binding => (binding as { RoleTypeKind?: unknown }).RoleTypeKind);
    const roles = (Object.keys(ROLE_TYPES) as Role[]).filter(role => types.indexOf(ROLE_TYPES[role]) >= 0);
    grants.set(name, [...(grants.get(name) || []), ...roles]);
  }
  return grants;
}
