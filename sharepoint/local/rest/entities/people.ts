import type { Entity } from '../../odata/entity';
import { Complex } from '../../odata/entity';
import type { Principal } from '../../security/principals';
import { GROUP_KIND } from '../../security/principals';
import type { Site } from '../../site';

export function userEntity(user: Principal): Entity {
  const objectId = typeof user.props.objectId === 'string' ? user.props.objectId : '';
  const person = user.kind === 1;
  return {
    type: 'SP.User',
    path: `Web/GetUserById(${user.id})`,
    values: {
      Id: user.id, IsHiddenInUI: false, LoginName: user.loginName, Title: user.title, PrincipalType: user.kind, Email: user.email,
      Expiration: '',
      IsEmailAuthenticationGuestUser: false, IsShareByEmailGuestUser: false, IsSiteAdmin: user.isSiteAdmin,
      UserId: person ? new Complex('SP.UserIdInfo', { NameId: objectId.replace(/-/g, '').slice(0, 16),
        NameIdIssuer: 'urn:federation:microsoftonline' }) : null,
      UserPrincipalName: person ? user.email : null
    }
  };
}

export function groupEntity(site: Site, group: Principal, viewer: Principal): Entity {
  const { props } = group;
  const ownerId = Number(props.owner ?? group.id);
  const owner = site.principals.find(ownerId);
  const manages = viewer.isSiteAdmin || viewer.id === ownerId || site.principals.isMember(ownerId, viewer.id);
  return {
    type: 'SP.Group',
    path: `Web/SiteGroups/GetById(${group.id})`,
    values: {
      Id: group.id, IsHiddenInUI: false, LoginName: group.loginName, Title: group.title, PrincipalType: GROUP_KIND,
      AllowMembersEditMembership: props.allowMembersEdit === true,
      AllowRequestToJoinLeave: false, AutoAcceptRequestToJoinLeave: false, Description: typeof props.description === 'string'
      && props.description !== '' ? props.description : null,
      OnlyAllowMembersViewMembership: props.onlyMembersView === true, OwnerTitle: owner?.title ?? '', RequestToJoinLeaveEmailSetting: null
    },
    extra: {
      CanCurrentUserEditMembership: () => manages || (props.allowMembersEdit === true && site.principals.isMember(group.id, viewer.id)),
      CanCurrentUserManageGroup: () => manages,
      CanCurrentUserViewMembership: () => manages || props.onlyMembersView !== true || site.principals.isMember(group.id, viewer.id)
    },
    links: {
      Users: () => site.principals.members(group.id).map(userEntity),
      Owner: () => (owner ? principalEntity(site, owner, viewer) : null)
    }
  };
}

export const principalEntity = (site: Site, principal: Principal, viewer: Principal): Entity =>
  (principal.kind === GROUP_KIND ? groupEntity(site, principal, viewer) : userEntity(principal));
