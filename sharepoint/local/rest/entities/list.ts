import { DOCUMENT_LIBRARY, isLibrary } from '../../lists/templates';
import type { Entity } from '../../odata/entity';
import { Complex, ValueCollection } from '../../odata/entity';
import { fixedGuid } from '../../ids';
import { toBasePermissions } from '../../security/masks';
import type { Principal } from '../../security/principals';
import type { Site } from '../../site';
import { changeToken } from '../../store/change-token';
import type { ListDef, ViewDef, WebDef } from '../../store/definitions';
import { folderAt } from '../../files/nodes';
import { contentTypes } from '../../lists/content-types';
import { viewXml } from '../../lists/views';
import { fieldEntity } from './field';
import { folderEntity } from './files';
import { contentTypeEntity } from './content-type';
import { webEntity } from './web';

const EMPTY = '00000000-0000-0000-0000-000000000000';

/** Where documents go when nobody says where: `Shared Documents`, or the first library of documents there is. */
export function defaultLibrary(site: Site, web: WebDef): ListDef | undefined {
  return site.catalog.listByUrl(web, `${web.url === '/' ? '' : web.url}/Shared Documents`)
    ?? site.catalog.listsOf(web).find((list) => list.template === DOCUMENT_LIBRARY);
}

export function listEntity(site: Site, web: WebDef, list: ListDef, user: Principal): Entity {
  const { props } = list;
  const library = isLibrary(list);
  const counts = site.catalog.counts(list);
  const path = `Web/Lists(guid'${list.id}')`;
  const resource = (text: string): Complex => new Complex('SP.ResourcePath', { DecodedUrl: text });
  const icon = `/_layouts/15/images/${library ? 'itdl' : 'itgen'}.png?rev=47`;
  return {
    type: 'SP.List',
    path,
    etag: `"${list.version}"`,
    values: {
      AllowContentTypes: true, BaseTemplate: list.template, BaseType: library ? 1 : 0, ContentTypesEnabled: props.contentTypesEnabled,
      CrawlNonDefaultViews: false,
      Created: props.created, CurrentChangeToken: changeToken(site, 3, list.id), DefaultContentApprovalWorkflowId: EMPTY,
      DefaultItemOpenUseListSetting: false,
      DefaultSensitivityLabelForLibrary: '', Description: props.description, Direction: 'none', DisableCommenting: false,
      DisableGridEditing: false,
      DocumentTemplateUrl: library ? `${list.url}/Forms/template.dotx` : null, DraftVersionVisibility: 0,
      EnableAttachments: props.enableAttachments,
      EnableFolderCreation: props.enableFolderCreation, EnableMinorVersions: props.enableMinorVersions,
      EnableModeration: props.enableModeration,
      EnableRequestSignOff: true, EnableVersioning: props.enableVersioning, EntityTypeName: props.entityTypeName,
      ExemptFromBlockDownloadOfNonViewableFiles: false,
      FileSavePostProcessingEnabled: false, ForceCheckout: props.forceCheckout, HasExternalDataSource: false, Hidden: props.hidden,
      Id: list.id,
      ImagePath: resource(icon), ImageUrl: icon, IrmEnabled: false, IrmExpire: false, IrmReject: false, IsApplicationList: false,
      IsCatalog: /\/_catalogs\//.test(list.url), IsPrivate: false,
      ItemCount: counts.itemCount, LastItemDeletedDate: counts.itemsDeleted, LastItemModifiedDate: counts.itemsModified,
      LastItemUserModifiedDate: counts.itemsModified,
      ListExperienceOptions: 0, ListItemEntityTypeFullName: `SP.Data.${props.entityTypeName}Item`,
      MajorVersionLimit: props.majorVersionLimit,
      MajorWithMinorVersionsLimit: 0, MultipleDataList: false, NoCrawl: props.noCrawl, ParentWebPath: resource(web.url),
      ParentWebUrl: web.url, ParserDisabled: false,
      ServerTemplateCanCreateFolders: true, TemplateFeatureId: fixedGuid(library ? 'library-feature' : 'list-feature'), Title: list.title,
      ...props.more
    },
    extra: {
      EffectiveBasePermissions: () => new Complex('SP.BasePermissions',
        { ...toBasePermissions(site.permissions.effective(user, { web, list })) }),
      EffectiveBasePermissionsForUI: () => new Complex('SP.BasePermissions',
        { ...toBasePermissions(site.permissions.effective(user, { web, list })) }),
      HasUniqueRoleAssignments: () => list.scopeNo !== null,
      ReadSecurity: () => props.readSecurity,
      WriteSecurity: () => props.writeSecurity,
      ValidationFormula: () => props.validationFormula,
      ValidationMessage: () => props.validationMessage,
      OnQuickLaunch: () => props.onQuickLaunch,
      DefaultViewUrl: () => site.catalog.views(list).find((view) => view.props.isDefault)?.url ?? '',
      DefaultDisplayFormUrl: () => `${list.url}/${library ? 'Forms/' : ''}DispForm.aspx`,
      DefaultEditFormUrl: () => `${list.url}/${library ? 'Forms/' : ''}EditForm.aspx`,
      DefaultNewFormUrl: () => `${list.url}/${library ? 'Forms/Upload' : 'NewForm'}.aspx`,
      IsSiteAssetsLibrary: () => /\/SiteAssets$/i.test(list.url),
      IsSystemList: () => false,
      IsDefaultDocumentLibrary: () => defaultLibrary(site, web)?.no === list.no,
      SchemaXml: () =>
      `<List ID="{${list.id.toUpperCase()}}" `
        + `Title="${list.title.replace(/[&"<]/g, '')}" ServerTemplate="${list.template}" Version="${list.version}"></List>`,
      AdditionalUXProperties: () => null,
      AllowDeletion: () => true,
      EnableAssignToEmail: () => false,
      PageRenderType: () => 0
    },
    links: {
      RootFolder: () => folderEntity(site, folderAt(site, list.url), user),
      ParentWeb: () => webEntity(site, web, user),
      DefaultView: () => {
        const view = site.catalog.views(list).find((one) => one.props.isDefault);
        return view ? viewEntity(list, view) : null;
      },
      Views: () => site.catalog.views(list).filter((view) => !view.props.personal
        || view.props.owner === user.id).map((view) => viewEntity(list, view)),
      Fields: () => list.fields.map((field) => fieldEntity(field, list)),
      ContentTypes: () => contentTypes(site, web, list).map((type) => contentTypeEntity(type, list))
    }
  };
}

export function viewEntity(list: ListDef, view: ViewDef): Entity {
  const { props } = view;
  const path = `Web/Lists(guid'${list.id}')/Views(guid'${view.id}')`;
  const xml = viewXml(view);
  return {
    type: 'SP.View',
    path,
    values: {
      Aggregations: null, AggregationsStatus: null, AssociatedContentTypeId: null, BaseViewId: '1', CalendarViewStyles: null,
      ColumnWidth: null,
      ContentTypeId: new Complex('SP.ContentTypeId', { StringValue: '0x' }), CustomFormatter: null, CustomOrder: null,
      DefaultView: props.isDefault,
      DefaultViewForContentType: false, EditorModified: false, Formats: null, GridLayout: null, Hidden: props.hidden, HtmlSchemaXml: xml,
      Id: view.id,
      ImageUrl: '/_layouts/15/images/generic.png?rev=47', IncludeRootFolder: false, ViewJoins: null, JSLink: 'clienttemplates.js',
      ListViewXml: xml, Method: null,
      MobileDefaultView: props.isDefault, MobileView: true, ModerationType: null, NewDocumentTemplates: null, OrderedView: false,
      Paged: props.paged,
      PersonalView: props.personal, ViewProjectedFields: null, ViewQuery: props.query, ReadOnlyView: false,
      RequiresClientIntegration: false, RowLimit: props.rowLimit,
      Scope: props.scope, ServerRelativePath: new Complex('SP.ResourcePath', { DecodedUrl: view.url }), ServerRelativeUrl: view.url,
      StyleId: null, TabularView: true,
      Threaded: false, Title: view.title, Toolbar: '', ToolbarTemplateName: 'Standard', ViewType: props.type, ViewData: null,
      ViewType2: props.viewType2,
      VisualizationInfo: null, ...props.more
    },
    links: { ViewFields: () => viewFieldsEntity(path, view) }
  };
}

export const viewFieldsEntity = (path: string, view: ViewDef): Entity => ({
  type: 'SP.ViewFieldCollection',
  path: `${path}/ViewFields`,
  values: { SchemaXml: view.props.fields.map((name) => `<FieldRef Name="${name}" />`).join(''),
    Items: new ValueCollection('Edm.String', view.props.fields) }
});
