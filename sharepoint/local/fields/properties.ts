import { badArgument, unknownProperty } from '../rest/errors';
import type { Site } from '../site';
import type { FieldXml} from './definition';
import { typeOfKind } from './definition';
import { parseFieldXml } from './schema-xml';

type Apply = (xml: FieldXml, value: unknown) => void;

const flag = (attribute: string): Apply => (xml, value) => {
  if (typeof value !== 'boolean') {
    throw badArgument();
  }
  xml.attributes[attribute] = value ? 'TRUE' : 'FALSE';
};
const text = (attribute: string): Apply => (xml, value) => {
  if (value === null || value === '') {
    delete xml.attributes[attribute];
  } else {
    xml.attributes[attribute] = String(value);
  }
};
const validation = (part: 'formula' | 'message'): Apply => (xml, value) => {
  const next = { formula: '', message: '', ...xml.validation, [part]: String(value ?? '') };
  if (next.formula === '' && part === 'formula') {
    delete xml.validation;
  } else {
    xml.validation = next;
  }
};

/** How REST's properties of a column stand in its XML. */
const PROPERTIES: Record<string, Apply> = {
  Title: text('DisplayName'), Description: text('Description'), Group: text('Group'), Required: flag('Required'), Hidden: flag('Hidden'),
  Indexed: flag('Indexed'),
  EnforceUniqueValues: flag('EnforceUniqueValues'), ReadOnlyField: flag('ReadOnly'), StaticName: text('StaticName'),
  CustomFormatter: text('CustomFormatter'),
  JSLink: text('JSLink'), MaxLength: text('MaxLength'), NumberOfLines: text('NumLines'), RichText: flag('RichText'),
  AppendOnly: flag('AppendOnly'),
  AllowHyperlink: flag('AllowHyperlink'), RestrictedMode: (xml, value) => { xml.attributes.RichTextMode = value === true
    ? 'Compatible' : 'FullHtml'; },
  UnlimitedLengthInDocumentLibrary: flag('UnlimitedLengthInDocumentLibrary'), FillInChoice: flag('FillInChoice'),
  CurrencyLocaleId: text('LCID'),
  MinimumValue: text('Min'), MaximumValue: text('Max'), ShowAsPercentage: flag('Percentage'), DateTimeCalendarType: text('CalType'),
  LookupField: text('ShowField'),
  LookupFieldName: text('ShowField'), PrimaryFieldId: text('FieldRef'), Sealed: flag('Sealed'), Sortable: flag('Sortable'),
  Filterable: flag('Filterable'),
  PinnedToFiltersPane: flag('PinnedToFiltersPane'), ShowInFiltersPane: text('ShowInFiltersPane'), Scope: () => undefined, IsModern: () =>
  undefined,
  FieldTypeKind: () => undefined, EditFormat: (xml, value) => { xml.attributes.Format = value === 1 ? 'RadioButtons' : 'Dropdown'; },
  ValidationFormula: validation('formula'), ValidationMessage: validation('message'),
  AllowMultipleValues: (xml, value) => { xml.attributes.Mult = value === true ? 'TRUE' : 'FALSE'; },
  LookupListId: (xml, value) => { xml.attributes.List = `{${String(value)}}`; },
  LookupList: (xml, value) => { xml.attributes.List = String(value); },
  LookupWebId: text('WebId'),
  RelationshipDeleteBehavior: (xml, value) => { xml.attributes.RelationshipDeleteBehavior = ['None', 'Cascade', 'Restrict'][Number(value)]
    ?? 'None'; },
  SelectionMode: (xml, value) => { xml.attributes.UserSelectionMode = value === 1 ? 'PeopleAndGroups' : 'PeopleOnly'; },
  SelectionGroup: text('UserSelectionScope'), Presence: flag('Presence'), AllowDisplay: flag('AllowDisplay'),
  DisplayFormat: (xml, value) => applyDisplayFormat(xml, Number(value)), FriendlyDisplayFormat: text('FriendlyDisplayFormat'),
  DateFormat: (xml, value) => { xml.attributes.Format = value === 0 ? 'DateOnly' : 'DateTime'; },
  Choices: (xml, value) => {
    if (!Array.isArray(value)) {
      throw badArgument();
    }
    xml.choices = value.map(String);
  },
  DefaultValue: (xml, value) => {
    if (value === null || value === '') {
      delete xml.default;
    } else {
      xml.default = String(value);
    }
  },
  DefaultFormula: (xml, value) => { xml.defaultFormula = String(value ?? ''); },
  Formula: (xml, value) => { xml.formula = String(value ?? ''); },
  OutputType: (xml, value) => { xml.attributes.ResultType = typeOfKind(Number(value)) ?? 'Text'; },
  TypeAsString: (xml, value) => { xml.attributes.Type = String(value); }
};

/**
 * Makes a column's XML of REST's properties, starting from what it was.
 * @throws SharePointError where there is no such property or type.
 */
export function readFieldProperties(_site: Site, body: Record<string, unknown>, before?: FieldXml): FieldXml {
  if (typeof body.SchemaXml === 'string' && before) {
    const given = parseFieldXml(body.SchemaXml);
    const { ID, Name, StaticName, ColName, SourceID, Storage } = before.attributes;
    return { ...given, attributes: { ...given.attributes, ...dropUndefined({ ID, Name, StaticName, ColName, SourceID, Storage }) } };
  }
  const kind = typeOfKind(Number(body.FieldTypeKind));
  if (!before && !kind) {
    throw badArgument();
  }
  const xml: FieldXml = before ? { ...before, attributes: { ...before.attributes } } : { attributes: { Type: kind ?? '' } };
  for (const [name, value] of Object.entries(body)) {
    const apply = Object.prototype.hasOwnProperty.call(PROPERTIES, name) ? PROPERTIES[name] : undefined;
    if (!apply) {
      throw unknownProperty(name, 'SP.Field');
    }
    apply(xml, value);
  }
  return xml;
}

function applyDisplayFormat(xml: FieldXml, value: number): void {
  const { Type } = xml.attributes;
  if (Type === 'DateTime') {
    xml.attributes.Format = value === 0 ? 'DateOnly' : 'DateTime';
  } else if (Type === 'URL') {
    xml.attributes.Format = value === 1 ? 'Image' : 'Hyperlink';
  } else if (value >= 0) {
    xml.attributes.Decimals = String(value);
  } else {
    delete xml.attributes.Decimals;
  }
}

const dropUndefined = (record: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(record).filter((entry): entry is [string, string] => entry[1] !== undefined));
