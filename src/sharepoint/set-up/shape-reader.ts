import type { SiteShape } from '../../application/set-up/port';
import { valuesOf } from '../mapping/row-reader';
import type { Lists } from './list-port';
import { askPrincipals, PRINCIPAL_PARTS, principalsOf } from './people-port';
import { type Assignment, grantsOf } from './principals';
import { versionOf } from './row-port';
import { allOf, type SiteTools } from './site-tools';

/** The whole site for the drift report: one round trip. */
export async function readShape(tools: SiteTools, lists: Lists): Promise<SiteShape> {
  const { shapes, more } = await lists.readShapes<unknown>(web => [
    ...askPrincipals(web),
    web.roleAssignments.select('PrincipalId', 'RoleDefinitionBindings/RoleTypeKind').expand('RoleDefinitionBindings')(),
    web.getList(tools.address('Plans')).items.select('Id', 'SchemaVersion')()
  ]);
  const principals = await principalsOf(more.slice(0, PRINCIPAL_PARTS));
  const [assignments] = await allOf(more.slice(PRINCIPAL_PARTS, PRINCIPAL_PARTS + 1));
  return {
    version: await versionOf(more[PRINCIPAL_PARTS + 1]),
    groups: [...principals.groups.keys()],
    grants: grantsOf(valuesOf(assignments) as Assignment[], principals),
    lists: shapes(principals)
  };
}
