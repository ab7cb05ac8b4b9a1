import type { Entity } from '../../odata/entity';
import { Complex } from '../../odata/entity';
import { fixedGuid } from '../../ids';
import { toBasePermissions } from '../../security/masks';
import type { Principal } from '../../security/principals';
import type { Site } from '../../site';
import type { WebDef } from '../../store/definitions';
import { changeToken } from '../../store/change-token';
import { groupEntity, userEntity } from './people';
import { folderEntity } from './files';
import { timeZoneEntity } from './time-zones';
import { folderAt } from '../../files/nodes';

/** Language ids of the web's time zone and so on are the site's: es-CO, Bogotá. */
export function webEntity(site: Site, web: WebDef, user: Principal): Entity {
  const { props } = web;
  const url = site.absolute(web.url);
  const empty = '00000000-0000-0000-0000-000000000000';
  const link = (path: string): Complex => new Complex('SP.ResourcePath', { DecodedUrl: path });
  return {
    type: 'SP.Web',
    path: 'Web',
    api: `${url}/_api/`,
    values: {
      AllowRssFeeds: true, AlternateCssUrl: '', AppInstanceId: empty, ClassicWelcomePage: null, Configuration: 0,
      Created: props.created.replace('Z', ''),
      CurrentChangeToken: changeToken(site, 2, web.id),
      CustomMasterUrl: `${web.url === '/' ? '' : web.url}/_catalogs/masterpage/seattle.master`,
      Description: props.description, DesignPackageId: empty, DocumentLibraryCalloutOfficeWebAppPreviewersDisabled: false,
      EnableMinimalDownload: false,
      FooterEmphasis: 0, FooterEnabled: true, FooterLayout: 0, HeaderEmphasis: 0, HeaderLayout: 0, HideTitleInHeader: false,
      HorizontalQuickLaunch: true, Id: web.id,
      IsEduClass: false, IsEduClassProvisionChecked: false, IsEduClassProvisionPending: false, IsHomepageModernized: false,
      IsMultilingual: true,
      IsRevertHomepageLinkHidden: false, Language: props.language, LastItemModifiedDate: props.modified,
      LastItemUserModifiedDate: props.modified, LogoAlignment: 0,
      MasterUrl: `${web.url === '/' ? '' : web.url}/_catalogs/masterpage/seattle.master`, MegaMenuEnabled: false,
      NavAudienceTargetingEnabled: false, NoCrawl: false,
      ObjectCacheEnabled: false, OverwriteTranslationsOnChange: false, ResourcePath: link(url), QuickLaunchEnabled: true,
      RecycleBinEnabled: true, SearchScope: 0,
      ServerRelativeUrl: web.url, SiteLogoUrl: '', SyndicationEnabled: true, TenantAdminMembersCanShare: 0, Title: props.title,
      TreeViewEnabled: false,
      UIVersion: 15, UIVersionConfigurationEnabled: false, Url: url, WebTemplate: props.template, WelcomePage: 'SitePages/Home.aspx',
      ...props.more
    },
    extra: {
      EffectiveBasePermissions: () => new Complex('SP.BasePermissions',
        { ...toBasePermissions(site.permissions.effective(user, { web })) }),
      HasUniqueRoleAssignments: () => web.scopeNo !== null,
      ServerRelativePath: () => link(web.url),
      RegionalSettingsId: () => fixedGuid('regional')
    },
    links: {
      CurrentUser: () => userEntity(user),
      AssociatedOwnerGroup: () => groupEntity(site, site.principals.group(props.ownerGroup), user),
      AssociatedMemberGroup: () => groupEntity(site, site.principals.group(props.memberGroup), user),
      AssociatedVisitorGroup: () => groupEntity(site, site.principals.group(props.visitorGroup), user),
      RootFolder: () => folderEntity(site, folderAt(site, web.url), user),
      Webs: () => site.catalog.webs.filter((one) => one.parentNo === web.no && site.permissions.can(user, { web: one }, 'Open'))
        .map((one) => webEntity(site, one, user)),
      ParentWeb: () => (web.parentNo === null ? null : webEntity(site, site.catalog.webByNo(web.parentNo), user)),
      AllProperties: () => ({ type: 'SP.PropertyValues', path: 'Web/AllProperties', values: { ...props.allProperties }, open: true }),
      RegionalSettings: () => regionalEntity(web)
    }
  };
}

/** A web as lists of webs tell of it. */
export const webInfoEntity = ({ id, url, props }: WebDef): Entity => ({
  type: 'SP.WebInformation', path: `Web/WebInfos('${id}')`,
  values: {
    Configuration: 0, Created: props.created, Description: props.description, Id: id, Language: props.language,
    LastItemModifiedDate: props.modified, LastItemUserModifiedDate: props.modified, ServerRelativeUrl: url, Title: props.title,
    WebTemplate: props.template, WebTemplateId: 0
  }
});

/** es-CO: a comma before decimals, Bogotá's time. */
export function regionalEntity(web: WebDef): Entity {
  const spanish = web.props.language !== 1033;
  return {
    type: 'SP.RegionalSettings',
    path: 'Web/RegionalSettings',
    values: {
      AdjustHijriDays: 0, AlternateCalendarType: 0, AM: 'a. m.', CalendarType: 1, Collation: 25, CollationLCID: 2058, DateFormat: 1,
      DateSeparator: '/',
      DecimalSeparator: spanish ? ',' : '.', DigitGrouping: '3;0', FirstDayOfWeek: 1, FirstWeekOfYear: 2, IsEastAsia: false,
      IsRightToLeft: false, IsUIRightToLeft: false,
      ListSeparator: spanish ? ';' : ',', LocaleId: spanish ? 9226 : 1033, NegativeSign: '-', NegNumberMode: 1, PM: 'p. m.',
      PositiveSign: '', ShowWeeks: false,
      ThousandSeparator: spanish ? '.' : ',', Time24: false, TimeMarkerPosition: 0, TimeSeparator: ':', WorkDayEndHour: 1020, WorkDays: 62,
      WorkDayStartHour: 480
    },
    links: { TimeZone: timeZoneEntity }
  };
}
