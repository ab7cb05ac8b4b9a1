/** A column as SharePoint keeps it: the attributes and children of its `<Field>` element. */
export interface FieldXml {
  attributes: Record<string, string>;
  choices?: string[];
  default?: string;
  defaultFormula?: string;
  /** Formula of a calculated column, by internal names: `[Quarter]`. */
  formula?: string;
  /** Formula that refuses values, by internal names, with its message. */
  validation?: { formula: string; message: string };
}

/** A column of a list (listNo) or of a web (no listNo). */
export interface FieldDef {
  no: number;
  id: string;
  listNo: number | null;
  name: string;
  position: number;
  xml: FieldXml;
  type: string;
  title: string;
  /** SQL column that holds its value; undefined where the value is worked out. */
  column?: string;
  /** SQL column with its lower-case form, which is what comparisons go by. */
  textKey?: string;
  builtIn: boolean;
  hidden: boolean;
  readOnly: boolean;
  required: boolean;
  indexed: boolean;
  unique: boolean;
  lookup?: LookupSettings;
}

export interface LookupSettings {
  /** Id of the list looked up; for a dependent column, that of its primary column. */
  listId: string;
  showField: string;
  multi: boolean;
  relationship: 'None' | 'Cascade' | 'Restrict';
  /** Id of the lookup column this one hangs on. */
  primaryFieldId?: string;
}

const KINDS: Record<string, number> = {
  Integer: 1, Text: 2, Note: 3, DateTime: 4, Counter: 5, Choice: 6, Lookup: 7, LookupMulti: 7, Boolean: 8, Number: 9, Currency: 10, URL: 11,
  Computed: 12,
  Guid: 14, MultiChoice: 15, Calculated: 17, File: 18, Attachments: 19, User: 20, UserMulti: 20, ModStat: 23, ContentTypeId: 25,
  Location: 33, Thumbnail: 34
};

const CLASSES: Record<string, string> = {
  Text: 'SP.FieldText', Note: 'SP.FieldMultiLineText', DateTime: 'SP.FieldDateTime', Choice: 'SP.FieldChoice', Lookup: 'SP.FieldLookup',
  LookupMulti: 'SP.FieldLookup', Number: 'SP.FieldNumber', Currency: 'SP.FieldCurrency', URL: 'SP.FieldUrl', Computed: 'SP.FieldComputed',
  Guid: 'SP.FieldGuid',
  MultiChoice: 'SP.FieldMultiChoice', Calculated: 'SP.FieldCalculated', User: 'SP.FieldUser', UserMulti: 'SP.FieldUser',
  Integer: 'SP.FieldNumber',
  Location: 'SP.FieldLocation', Thumbnail: 'SP.FieldThumbnail'
};

/** FieldTypeKind of a type's name in XML; 0 where there is no such type. */
export const kindOf = (type: string): number => KINDS[type] ?? 0;

/** The name in XML of a FieldTypeKind; undefined where columns of that kind cannot be made. */
export function typeOfKind(kind: number): string | undefined {
  return Object.keys(KINDS).find((type) => KINDS[type] === kind);
}

/** `SP.FieldText` and so on. */
export const classOf = (type: string): string => CLASSES[type] ?? 'SP.Field';

/** True for columns that point at rows of a list or at people, one or many. */
export const isLookup = (field: FieldDef): boolean => field.type === 'Lookup' || field.type === 'LookupMulti';
export const isUser = (field: FieldDef): boolean => field.type === 'User' || field.type === 'UserMulti';
export const isMulti = (field: FieldDef): boolean => ['LookupMulti', 'UserMulti', 'MultiChoice'].includes(field.type);

/** The type by which values are kept and compared: a calculated column has that of its result. */
export function valueType(field: FieldDef): string {
  if (field.type === 'Calculated') {
    return field.xml.attributes.ResultType ?? 'Text';
  }
  if (field.lookup?.primaryFieldId) {
    return 'Dependent';
  }
  return field.type;
}

const INDEXABLE = ['Text', 'Choice', 'Number', 'Currency', 'DateTime', 'Boolean', 'Lookup', 'User', 'Integer', 'Counter', 'ContentTypeId',
  'Guid'];

/** Single-value types an index may be made on (multi-line text, links and many-valued columns are not among them). */
export const canBeIndexed = (field: FieldDef): boolean => INDEXABLE.includes(field.type) && !field.lookup?.primaryFieldId;

/** Name of the property in REST: `KeyResultId` for lookups and people, `OData__X` where the name begins with `_`. */
export function propertyName(field: FieldDef): string {
  const base = field.name.startsWith('_') ? `OData_${field.name}` : field.name;
  return (isLookup(field) || isUser(field)) && !field.lookup?.primaryFieldId ? `${base}Id` : base;
}

export const isTrue = (text: string | undefined): boolean => /^(true|1|yes)$/i.test(text ?? '');

/** A field as it is worked with, made of its stored parts. */
export function toFieldDef(
  stored: { no: number; id: string; listNo: number | null; name: string; position: number; xml: FieldXml }): FieldDef {
  const { attributes } = stored.xml;
  const type = attributes.Type;
  const builtIn = attributes.Storage !== undefined;
  const column = builtIn ? attributes.Storage || undefined : columnOf(stored.no, type, attributes);
  const text = ['Text', 'Choice'].includes(type) || (type === 'Calculated' && (attributes.ResultType ?? 'Text') === 'Text');
  const lookup = lookupOf(type, attributes);
  return {
    ...stored,
    type,
    title: attributes.DisplayName,
    ...(column ? { column } : {}),
    ...(text && column && !builtIn ? { textKey: `k${stored.no}` } : {}),
    builtIn: isTrue(attributes.FromBaseType),
    hidden: isTrue(attributes.Hidden),
    readOnly: isTrue(attributes.ReadOnly) || type === 'Calculated' || type === 'Computed' || Boolean(lookup?.primaryFieldId),
    required: isTrue(attributes.Required),
    indexed: isTrue(attributes.Indexed),
    unique: isTrue(attributes.EnforceUniqueValues),
    ...(lookup ? { lookup } : {})
  };
}

function columnOf(no: number, type: string, attributes: Record<string, string>): string | undefined {
  return type === 'Computed' || attributes.FieldRef ? undefined : `c${no}`;
}

function lookupOf(type: string, attributes: Record<string, string>): LookupSettings | undefined {
  if (type !== 'Lookup' && type !== 'LookupMulti') {
    return undefined;
  }
  const relationship = attributes.RelationshipDeleteBehavior;
  return {
    listId: (attributes.List ?? '').replace(/[{}]/g, '').toLowerCase(),
    showField: attributes.ShowField || 'Title',
    multi: type === 'LookupMulti',
    relationship: relationship === 'Cascade' || relationship === 'Restrict' ? relationship : 'None',
    ...(attributes.FieldRef ? { primaryFieldId: attributes.FieldRef.replace(/[{}]/g, '').toLowerCase() } : {})
  };
}
