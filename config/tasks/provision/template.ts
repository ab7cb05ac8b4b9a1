// The lists as a PnP provisioning template (schema 2022-09), for administrators who set sites up with PnP PowerShell.
import { createHash } from 'node:crypto';
import type { Role } from '../../../src/application/set-up';
import { listSchemas, schemaOf, SCHEMA_VERSION } from '../../../src/sharepoint/schema';
import { totalsXml, viewQuery } from '../../../src/sharepoint/schema/caml';
import { isLookup } from '../../../src/sharepoint/schema/columns';
import { escapeXml, fieldXml } from '../../../src/sharepoint/schema/field-xml';
import { groups } from '../../../src/sharepoint/schema/groups';
import type { ListSchema, ViewSchema } from '../../../src/sharepoint/schema/list-schema';
import { type Part, partsOf, shownColumns, type Titles } from '../../../src/sharepoint/schema/parts';

export const NAMESPACE = 'http://schemas.dev.office.com/PnP/2022/09/ProvisioningSchema';
/** SharePoint's own id of every list's Title column. */
const TITLE_ID = 'fa564e0f-0c70-4ab9-b863-0177e6ddd247';
const CUSTOM_LIST = 100;
/** PnP's tokens for roles by their type, since their names are translated. */
const ROLES: Readonly<Record<Role, string>> = {
  read: '{roledefinition:Reader}', contribute: '{roledefinition:Contributor}', design: '{roledefinition:WebDesigner}',
  fullControl: '{roledefinition:Administrator}'
};

/** An id that is the same in every template: PnP finds columns and views by it when a template is applied again. */
function idFor(...names: readonly string[]): string {
  const hex = createHash('sha1').update(names.join('/')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function attributes(values: Readonly<Record<string, string | number | boolean>>): string {
  return Object.entries(values).map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`).join('');
}

function element(name: string, values: Readonly<Record<string, string | number | boolean>>, ...children: readonly string[]): string {
  const content = children.filter(child => child !== '').join('\n');
  return content === '' ? `<${name}${attributes(values)} />` : `<${name}${attributes(values)}>\n${content}\n</${name}>`;
}

const titlesOf = (list: ListSchema): Titles => new Map(
  [['Title', list.titleColumn.title], ...Object.entries(list.columns).map(([name, { title }]): [string, string] => [name, title])]
);

/**
 * The whole template. What PnP's schema has no place for (forms' sections, the plan's rows) the set-up adds, which a site made from the
 * template still offers.
 */
export function provisioningTemplate(): string {
  const template = element('pnp:ProvisioningTemplate', { ID: 'SIGACI-OKR', Version: SCHEMA_VERSION, Scope: 'Web' },
    element('pnp:Security', {},
      element('pnp:SiteGroups', {}, ...groups.map(({ title, description }) => element(
        'pnp:SiteGroup', { Title: title, Description: description, OnlyAllowMembersViewMembership: false }
      ))),
      element('pnp:Permissions', {}, element('pnp:RoleAssignments', {}, ...groups.map(({ title }) => assignment(title, 'read'))))),
    element('pnp:Lists', {}, ...listSchemas.map(listInstance)));
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('pnp:Provisioning', { 'xmlns:pnp': NAMESPACE },
    element('pnp:Preferences', { Generator: 'SIGACI OKR' }), element('pnp:Templates', { ID: 'SIGACI-OKR-TEMPLATES' }, template))}\n`;
}

function assignment(principal: string, role: Role): string {
  return element('pnp:RoleAssignment', { Principal: principal, RoleDefinition: ROLES[role] });
}

function listInstance(list: ListSchema): string {
  const titles = titlesOf(list);
  const parts = partsOf(list);
  const rule = parts.find(({ id }) => id === 'rule');
  return element('pnp:ListInstance',
    {
      Title: list.title, Description: list.description, Url: `Lists/${list.name}`, TemplateType: CUSTOM_LIST, EnableVersioning: true,
      EnableAttachments: false, EnableFolderCreation: false, ReadSecurity: 1, WriteSecurity: list.writeSecurity, OnQuickLaunch: false,
      ...(rule ? { ValidationFormula: rule.text(titles), ValidationMessage: rule.message ?? '' } : {})
    },
    element('pnp:Views', { RemoveExistingViews: true }, ...list.views.map((view, index) => viewXml(list, view, index === 0))),
    element('pnp:Fields', {}, titleField(list), ...Object.keys(list.columns).map(name => columnXml(list, name, parts, titles))),
    element('pnp:Security', {}, element('pnp:BreakRoleInheritance', { CopyRoleAssignments: false, ClearSubscopes: true },
      assignment('{associatedownergroup}', 'fullControl'), ...groups.map(({ key, title }) => assignment(title, list.access[key])))));
}

function titleField({ titleColumn: { title, description, required, unique, indexed } }: ListSchema): string {
  const flag = (value: boolean | undefined): string => (value ? 'TRUE' : 'FALSE');
  return element('Field', {
    ID: `{${TITLE_ID}}`, Type: 'Text', Name: 'Title', StaticName: 'Title', DisplayName: title, Description: description,
    Required: flag(required), Indexed: flag(unique || indexed), EnforceUniqueValues: flag(unique)
  });
}

/** The column as the set-up makes it, with an id, its Spanish title, and what it looks like and refuses. */
function columnXml(list: ListSchema, name: string, parts: readonly Part[], titles: Titles): string {
  const column = list.columns[name];
  const lookup = isLookup(column) ? `listid:${schemaOf(column.list).title}` : undefined;
  const look = parts.find(({ id }) => id === `column:${name}`);
  const formula = parts.find(({ id }) => id === `formula:${name}`);
  const xml = fieldXml(name, column, lookup)
    .replace(/ DisplayName="[^"]*"/, ` DisplayName="${escapeXml(column.title)}"`)
    .replace('<Field ', `<Field ID="{${idFor(list.name, name)}}"${look ? ` CustomFormatter="${escapeXml(look.text(titles))}"` : ''} `);
  const validation = formula
    ? `<Validation Message="${escapeXml(formula.message ?? '')}">${escapeXml(formula.text(titles))}</Validation>` : '';
  return xml.replace(/<\/Field>$/, () => `${validation}</Field>`);
}

function viewXml(list: ListSchema, view: ViewSchema, isDefault: boolean): string {
  const flags: Record<string, string> = isDefault ? { DefaultView: 'TRUE', MobileDefaultView: 'TRUE' } : {};
  return element('View',
    {
      Name: `{${idFor(list.name, 'view', view.name).toUpperCase()}}`, ...flags, MobileView: 'TRUE', Type: 'HTML', DisplayName: view.title,
      Url: `{site}/Lists/${list.name}/${view.name}.aspx`, BaseViewID: 1
    },
    `<Query>${viewQuery(view)}</Query>`,
    `<ViewFields>${shownColumns(view).map(name => `<FieldRef Name="${name}" />`).join('')}</ViewFields>`,
    '<RowLimit Paged="TRUE">100</RowLimit>',
    view.totals ? `<Aggregations Value="On">${totalsXml(view.totals)}</Aggregations>` : '',
    view.look ? `<CustomFormatter>${escapeXml(JSON.stringify(view.look))}</CustomFormatter>` : '');
}
