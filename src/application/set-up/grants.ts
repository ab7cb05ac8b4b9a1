import type { ListDefinition, Role, SiteDefinition } from './definition';
import type { GrantChange, Grants } from './port';

/** What must change so that owners and groups hold their roles on a list. Grants come first: nobody must be locked out halfway. */
export function grantChanges(groups: SiteDefinition['groups'], list: ListDefinition, grants: Grants): GrantChange[] {
  const held = (who: GrantChange['who']): readonly Role[] => grants.get(who) || [];
  const wanted: [GrantChange['who'], Role][] = [['owners', 'fullControl']];
  for (const { key } of groups) wanted.push([key, list.access[key]]);
  const missing = wanted.filter(([who, role]) => held(who).indexOf(role) < 0);
  const surplus = groups.flatMap(({ key }) => held(key)
    .filter(role => role !== list.access[key])
    .map((role): GrantChange => ({ who: key, role, action: 'revoke' })));
  return [
    ...missing.map(([who, role]): GrantChange => ({ who, role, action: 'grant' })),
    ...surplus,
    ...held('me').map((role): GrantChange => ({ who: 'me', role, action: 'revoke' }))
  ];
}
