/** The PnP template against the schema it is made from. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { NAMESPACE, provisioningTemplate } from '../../config/tasks/provision/template';
import { listSchemas, SCHEMA_VERSION, schemaOf } from '../../src/sharepoint/schema';
import { isIndexed, isLookup } from '../../src/sharepoint/schema/columns';
import { TYPE_NAMES } from '../../src/sharepoint/schema/field-xml';
import { groups } from '../../src/sharepoint/schema/groups';

type Element = Readonly<Record<string, unknown>>;

const xml = provisioningTemplate();
const lists = ['pnp:ListInstance', 'pnp:SiteGroup', 'pnp:RoleAssignment', 'View', 'Field', 'FieldRef', 'CHOICE'];
const parser = new XMLParser({
  ignoreAttributes: false, attributeNamePrefix: '', parseAttributeValue: false, htmlEntities: true, isArray: name => lists.includes(name)
});
const document = parser.parse(xml) as Record<string, Element>;
const at = (from: unknown, ...path: readonly string[]): unknown => path.reduce<unknown>((one, name) => (one as Element)[name], from);
const rows = (from: unknown, ...path: readonly string[]): readonly Element[] => at(from, ...path) as readonly Element[];
const template = at(document['pnp:Provisioning'], 'pnp:Templates', 'pnp:ProvisioningTemplate');
const instances = rows(template, 'pnp:Lists', 'pnp:ListInstance');

test('is well-formed, in the namespace of 2022-09, with the version of the lists', () => {
  expect(XMLValidator.validate(xml)).toBe(true);
  expect(document['pnp:Provisioning']).toMatchObject({ 'xmlns:pnp': NAMESPACE });
  expect(NAMESPACE).toBe('http://schemas.dev.office.com/PnP/2022/09/ProvisioningSchema');
  expect(template).toMatchObject({ ID: 'SIGACI-OKR', Version: String(SCHEMA_VERSION) });
});

test('says the same when it is made again', () => {
  expect(provisioningTemplate()).toBe(xml);
});

test('makes the groups and lets them read the site', () => {
  expect(rows(template, 'pnp:Security', 'pnp:SiteGroups', 'pnp:SiteGroup').map(({ Title }) => Title)).toEqual(groups.map(({ title }) => title));
  expect(rows(template, 'pnp:Security', 'pnp:Permissions', 'pnp:RoleAssignments', 'pnp:RoleAssignment')).toEqual(
    groups.map(({ title }) => ({ Principal: title, RoleDefinition: '{roledefinition:Reader}' }))
  );
});

test('has the lists in the order in which they can be made', () => {
  expect(instances.map(({ Url }) => Url)).toEqual(listSchemas.map(({ name }) => `Lists/${name}`));
});

describe.each(listSchemas.map((list, index) => [list.name, list, instances[index]] as const))('%s', (_name, list, instance) => {
  test('has its settings', () => {
    expect(instance).toMatchObject({
      Title: list.title, Description: list.description, TemplateType: '100', EnableVersioning: 'true', EnableAttachments: 'false', ReadSecurity: '1',
      WriteSecurity: String(list.writeSecurity)
    });
    expect(instance.ValidationMessage).toBe(list.rule?.message);
  });

  test('has its columns, with ids of their own', () => {
    const fields = rows(instance, 'pnp:Fields', 'Field');
    expect(fields.map(({ Name }) => Name)).toEqual(['Title', ...Object.keys(list.columns)]);
    expect(new Set(fields.map(({ ID }) => ID)).size).toBe(fields.length);
    for (const field of fields) expect(field.ID).toMatch(/^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/);
    for (const [name, column] of Object.entries(list.columns)) {
      const field = fields.find(({ Name }) => Name === name);
      expect(field).toMatchObject({
        DisplayName: column.title, StaticName: name, Type: TYPE_NAMES[column.type], Required: column.required ? 'TRUE' : 'FALSE',
        Description: column.description
      });
      expect([name, field?.Indexed === 'TRUE', field?.EnforceUniqueValues === 'TRUE']).toEqual([name, isIndexed(column), column.unique === true]);
      if (isLookup(column)) expect(field).toMatchObject({ List: `{listid:${schemaOf(column.list).title}}`, ShowField: column.show });
      if (column.type === 'Choice') expect(at(field, 'CHOICES', 'CHOICE')).toEqual([...column.choices]);
      const look = (list.looks as Readonly<Record<string, object>> | undefined)?.[name];
      expect(field?.CustomFormatter === undefined ? undefined : JSON.parse(field.CustomFormatter as string)).toEqual(look);
      if (column.type === 'Number' && column.allowed) {
        expect(field?.Validation).toEqual({ 'Message': column.allowed.message, '#text': `=[${column.title}]${column.allowed.comparison}` });
      }
    }
  });

  test('has its views alone, the first by default', () => {
    const views = rows(instance, 'pnp:Views', 'View');
    expect(instance['pnp:Views']).toMatchObject({ RemoveExistingViews: 'true' });
    expect(views.map(({ DisplayName, Url, DefaultView }) => [DisplayName, Url, DefaultView === 'TRUE'])).toEqual(
      list.views.map((view, index) => [view.title, `{site}/Lists/${list.name}/${view.name}.aspx`, index === 0])
    );
    list.views.forEach((view, index) => {
      expect(rows(views[index], 'ViewFields', 'FieldRef').map(({ Name }) => Name)).toEqual(
        view.columns.map(column => (column === 'Title' ? 'LinkTitle' : column))
      );
      expect(views[index].Aggregations !== undefined).toBe(view.totals !== undefined);
    });
  });

  test('is for its people alone', () => {
    const roles = { read: 'Reader', contribute: 'Contributor', design: 'WebDesigner', fullControl: 'Administrator' };
    const permissions = at(instance, 'pnp:Security', 'pnp:BreakRoleInheritance');
    expect(permissions).toMatchObject({ CopyRoleAssignments: 'false' });
    expect(rows(permissions, 'pnp:RoleAssignment')).toEqual([
      { Principal: '{associatedownergroup}', RoleDefinition: '{roledefinition:Administrator}' },
      ...groups.map(({ key, title }) => ({ Principal: title, RoleDefinition: `{roledefinition:${roles[list.access[key]]}}` }))
    ]);
  });
});
