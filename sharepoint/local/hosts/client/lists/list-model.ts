import { get, quoted } from './rest';

/** A column, as REST gives it. */
export interface Field {
  readonly Id: string;
  readonly InternalName: string;
  readonly EntityPropertyName: string;
  readonly Title: string;
  readonly Description: string;
  readonly TypeAsString: string;
  readonly Required: boolean;
  readonly ReadOnlyField: boolean;
  readonly Hidden: boolean;
  readonly FromBaseType: boolean;
  readonly CanBeDeleted: boolean;
  readonly EnforceUniqueValues: boolean;
  readonly Sortable: boolean;
  readonly SchemaXml: string;
  readonly DefaultValue: string | null;
  readonly Choices?: readonly string[];
  readonly FillInChoice?: boolean;
  readonly LookupList?: string;
  readonly LookupField?: string;
  readonly DisplayFormat?: number;
  readonly NumberOfLines?: number;
  /** JSON of how the column looks. */
  readonly CustomFormatter?: string | null;
}

export interface View {
  readonly Id: string;
  readonly Title: string;
  readonly ServerRelativeUrl: string;
  readonly DefaultView: boolean;
  readonly Hidden: boolean;
  readonly RowLimit: number;
  /** CAML: Where, OrderBy, GroupBy. */
  readonly ViewQuery: string;
  readonly ViewFields: { readonly Items: readonly string[] };
  /** JSON of how rows look. */
  readonly CustomFormatter?: string | null;
  /** `FieldRef`s with the kind of total. */
  readonly Aggregations?: string | null;
  readonly AggregationsStatus?: string | null;
}

export interface List {
  readonly Id: string;
  readonly Title: string;
  readonly Description: string;
  readonly ItemCount: number;
  readonly BaseTemplate: number;
  readonly Hidden: boolean;
  readonly DefaultViewUrl: string;
  readonly EffectiveBasePermissions: Permissions;
  readonly RootFolder: { readonly ServerRelativeUrl: string };
}

export interface Permissions {
  readonly High: string;
  readonly Low: string;
}

/** Bits of SharePoint's permission mask (`SP.PermissionKind`), low half. */
export const PERMISSION = { add: 0x2, edit: 0x4, delete: 0x8, manageLists: 0x800 } as const;

export function may(permissions: Permissions, permission: number): boolean {
  return (Number(permissions.Low) & permission) === permission;
}

const LIST = '$select=*,DefaultViewUrl,EffectiveBasePermissions,RootFolder/ServerRelativeUrl&$expand=RootFolder';

export const listPath = (url: string): string => `web/getList(${quoted(url)})`;
export const listPathById = (id: string): string => `web/lists(guid'${id}')`;

export function readList(path: string): Promise<List> {
  return get<List>(`${path}?${LIST}`);
}

export async function readLists(): Promise<readonly List[]> {
  return (await get<{ value: List[] }>(`web/lists?${LIST}`)).value.filter((list) => !list.Hidden);
}

export async function readFields(path: string): Promise<readonly Field[]> {
  return (await get<{ value: Field[] }>(`${path}/fields`)).value;
}

export async function readViews(path: string): Promise<readonly View[]> {
  return (await get<{ value: View[] }>(`${path}/views?$expand=ViewFields`)).value.filter((view) => !view.Hidden);
}

const FORM_TYPES = new Set(['Text', 'Note', 'Number', 'Currency', 'Choice', 'MultiChoice', 'DateTime', 'Boolean', 'Lookup', 'LookupMulti', 'User', 'UserMulti', 'URL']);

/** Columns that forms show: those a person fills in, `Title` and the list's own. */
export function formFields(fields: readonly Field[], form: 'New' | 'Edit'): readonly Field[] {
  return fields.filter(
    (field) =>
      !field.Hidden &&
      !field.ReadOnlyField &&
      FORM_TYPES.has(field.TypeAsString) &&
      (!field.FromBaseType || field.InternalName === 'Title') &&
      !new RegExp(`ShowIn${form}Form="FALSE"`, 'i').test(field.SchemaXml)
  );
}

export function isLookup(field: Field): boolean {
  return /^(Lookup|User)(Multi)?$/.test(field.TypeAsString);
}

export function isMulti(field: Field): boolean {
  return field.TypeAsString.endsWith('Multi');
}
