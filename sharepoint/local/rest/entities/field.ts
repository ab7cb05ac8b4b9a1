import type { Entity} from '../../odata/entity';
import { ValueCollection } from '../../odata/entity';
import type { FieldDef} from '../../fields/definition';
import { classOf, isTrue, kindOf, propertyName } from '../../fields/definition';
import { writeFieldXml } from '../../fields/schema-xml';
import type { ListDef } from '../../store/definitions';

const DISPLAY_NAMES: Record<string, string> = {
  Text: 'Single line of text', Note: 'Multiple lines of text', Number: 'Number', Currency: 'Currency', DateTime: 'Date and Time',
  Choice: 'Choice', MultiChoice: 'Choice',
  Lookup: 'Lookup', LookupMulti: 'Lookup', User: 'Person or Group', UserMulti: 'Person or Group', Boolean: 'Yes/No',
  URL: 'Hyperlink or Picture', Calculated: 'Calculated', Location: 'Location', Thumbnail: 'Image'
};

/** What `/fields` takes in `$select` although only some kinds have it. */
const OF_SOME_KINDS: ReadonlySet<string> = new Set([
  'Choices', 'FillInChoice', 'LookupList', 'LookupField', 'LookupWebId', 'RelationshipDeleteBehavior', 'AllowMultipleValues', 'MaxLength',
  'MinimumValue', 'MaximumValue', 'DisplayFormat', 'NumberOfLines', 'RichText', 'Formula', 'SelectionMode'
]);

/** A column with the properties of its kind. */
export function fieldEntity(field: FieldDef, list?: ListDef): Entity {
  const { attributes } = field.xml;
  const path = list ? `Web/Lists(guid'${list.id}')/Fields(guid'${field.id}')` : `Web/Fields(guid'${field.id}')`;
  const deletable = !field.builtIn && !isTrue(attributes.Sealed) && attributes.AllowDeletion !== 'FALSE';
  return {
    type: classOf(field.type),
    path,
    kin: OF_SOME_KINDS,
    values: {
      AutoIndexed: false, CanBeDeleted: deletable, ClientSideComponentId: '00000000-0000-0000-0000-000000000000',
      ClientSideComponentProperties: null,
      ClientValidationFormula: null, ClientValidationMessage: null, CustomFormatter: attributes.CustomFormatter ?? null,
      DefaultFormula: field.xml.defaultFormula ?? null,
      DefaultValue: field.xml.default ?? null, Description: attributes.Description ?? '', Direction: 'none',
      EnforceUniqueValues: field.unique,
      EntityPropertyName: field.name.startsWith('_') ? `OData_${field.name}` : field.name,
      Filterable: !['Note', 'URL', 'Computed', 'Location', 'Thumbnail'].includes(field.type),
      FromBaseType: field.builtIn, Group: attributes.Group ?? 'Custom Columns', Hidden: field.hidden, Id: field.id, Indexed: field.indexed,
      IndexStatus: field.indexed ? 1 : 0, InternalName: field.name, IsModern: false, JSLink: attributes.JSLink ?? null,
      PinnedToFiltersPane: false,
      ReadOnlyField: field.readOnly, Required: field.required, SchemaXml: writeFieldXml(field.xml), Scope: list?.url ?? '/',
      Sealed: isTrue(attributes.Sealed),
      ShowInFiltersPane: 0,
      Sortable: !['Note', 'URL', 'LookupMulti', 'UserMulti', 'MultiChoice', 'Location', 'Thumbnail'].includes(field.type),
      StaticName: attributes.StaticName ?? field.name,
      Title: field.title, FieldTypeKind: kindOf(field.type), TypeAsString: field.type, TypeDisplayName: DISPLAY_NAMES[field.type]
      ?? field.type,
      TypeShortDescription: DISPLAY_NAMES[field.type] ?? field.type, ValidationFormula: field.xml.validation?.formula ?? null,
      ValidationMessage: field.xml.validation?.message ?? null, ...ofKind(field)
    }
  };
}

/** What only columns of a kind have. */
function ofKind(field: FieldDef): Record<string, unknown> {
  const { attributes } = field.xml;
  const number = (name: string, otherwise: number): number => (attributes[name] === undefined || attributes[name] === ''
    ? otherwise : Number(attributes[name]));
  switch (field.type) {
    case 'Text':
      return { MaxLength: number('MaxLength', 255) };
    case 'Note':
      return {
        AllowHyperlink: isTrue(attributes.AllowHyperlink), AppendOnly: isTrue(attributes.AppendOnly), IsLongHyperlink: false,
        NumberOfLines: number('NumLines', 6),
        RestrictedMode: attributes.RichTextMode !== 'FullHtml', RichText: isTrue(attributes.RichText),
        UnlimitedLengthInDocumentLibrary: false, WikiLinking: false
      };
    case 'Number':
    case 'Currency':
    case 'Integer':
      return {
        CommaSeparator: true, CustomUnitName: null, CustomUnitOnRight: true, DisplayFormat: number('Decimals', -1),
        MaximumValue: number('Max', 1.7976931348623157e308),
        MinimumValue: number('Min', -1.7976931348623157e308), ShowAsPercentage: isTrue(attributes.Percentage), Unit: null,
        ...(field.type === 'Currency' ? { CurrencyLocaleId: number('LCID', 9226) } : {})
      };
    case 'DateTime':
      return { DateFormat: null, DateTimeCalendarType: 0, DisplayFormat: attributes.Format === 'DateOnly' ? 0 : 1, FriendlyDisplayFormat: 0,
        TimeFormat: null };
    case 'Choice':
      return { FillInChoice: isTrue(attributes.FillInChoice), Mappings: null,
        Choices: new ValueCollection('Edm.String', field.xml.choices ?? []), EditFormat: attributes.Format === 'RadioButtons' ? 1 : 0 };
    case 'MultiChoice':
      return { FillInChoice: isTrue(attributes.FillInChoice), Mappings: null,
        Choices: new ValueCollection('Edm.String', field.xml.choices ?? []) };
    case 'Lookup':
    case 'LookupMulti':
      return lookupProperties(field);
    case 'User':
    case 'UserMulti':
      return {
        AllowMultipleValues: field.type === 'UserMulti', DependentLookupInternalNames: new ValueCollection('Edm.String', []),
        IsDependentLookup: false, IsRelationship: true,
        LookupField: attributes.ShowField ?? '', LookupList: null, LookupWebId: '00000000-0000-0000-0000-000000000000',
        PrimaryFieldId: null, RelationshipDeleteBehavior: 0,
        UnlimitedLengthInDocumentLibrary: false, AllowDisplay: true, Presence: true, SelectionGroup: 0,
        SelectionMode: attributes.UserSelectionMode === 'PeopleAndGroups' ? 1 : 0,
        UserDisplayOptions: null
      };
    case 'URL':
      return { DisplayFormat: attributes.Format === 'Image' ? 1 : 0 };
    case 'Computed':
      return { EnableLookup: false };
    case 'Calculated':
      return {
        CurrencyLocaleId: 9226, DateFormat: attributes.Format === 'DateOnly' ? 0 : 1, DisplayFormat: number('Decimals', -1),
        Formula: field.xml.formula ?? '',
        OutputType: kindOf(attributes.ResultType ?? 'Text'), ShowAsPercentage: isTrue(attributes.Percentage)
      };
    default:
      return {};
  }
}

function lookupProperties(field: FieldDef): Record<string, unknown> {
  const { lookup } = field;
  return {
    AllowMultipleValues: lookup?.multi === true, DependentLookupInternalNames: new ValueCollection('Edm.String', []),
    IsDependentLookup: lookup?.primaryFieldId !== undefined,
    IsRelationship: true, LookupField: lookup?.showField ?? '', LookupList: lookup ? `{${lookup.listId}}` : '',
    LookupWebId: '00000000-0000-0000-0000-000000000000',
    PrimaryFieldId: lookup?.primaryFieldId ?? null, RelationshipDeleteBehavior: { None: 0, Cascade: 1, Restrict: 2 }[lookup?.relationship
      ?? 'None'],
    UnlimitedLengthInDocumentLibrary: false
  };
}

/** The property under which a column's value stands in an item. */
export const itemProperty = propertyName;
