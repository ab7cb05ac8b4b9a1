/** A set of permissions: 64 bits. */
export type Mask = bigint;

const HIGH = 32n;

/** `High` and `Low` as SharePoint writes them: decimal numbers as text. */
export interface BasePermissions {
  High: string;
  Low: string;
}

export const toBasePermissions = (mask: Mask): BasePermissions => ({ High: String(mask >> HIGH), Low: String(mask & 0xffffffffn) });

export function fromBasePermissions(value: { High: string | number; Low: string | number }): Mask {
  return (BigInt(value.High) << HIGH) | BigInt(value.Low);
}

/** Permissions by SharePoint's names; the number is the bit's place counted from 1 (SP.PermissionKind). */
const KIND = {
  ViewListItems: 1, AddListItems: 2, EditListItems: 3, DeleteListItems: 4, ApproveItems: 5, OpenItems: 6, ViewVersions: 7,
  DeleteVersions: 8,
  CancelCheckout: 9, ManagePersonalViews: 10, ManageLists: 12, ViewFormPages: 13, Open: 17, ViewPages: 18, AddAndCustomizePages: 19,
  ManageSubwebs: 24, CreateGroups: 25, ManagePermissions: 26, BrowseDirectories: 27, BrowseUserInfo: 28, ManageWeb: 31,
  EnumeratePermissions: 63
} as const;

export type Permission = keyof typeof KIND;

export const has = (mask: Mask, permission: Permission): boolean => (mask & (1n << BigInt(KIND[permission] - 1))) !== 0n;

const mask = (high: number, low: number): Mask => (BigInt(high) << HIGH) | BigInt(low);

/** Everything: 2147483647/4294967295, as Full Control has been recorded. */
export const FULL_MASK = mask(2147483647, 4294967295);

export interface RoleSeed {
  id: number;
  kind: number;
  position: number;
  hidden: boolean;
  mask: Mask;
  en: [name: string, description: string];
  es: [name: string, description: string];
}

/** SharePoint's own permission levels with the masks it gives them. Names are translated, ids and kinds (RoleTypeKind) are not. */
export const ROLE_SEEDS: readonly RoleSeed[] = [
  { id: 1073741829, kind: 5, position: 1, hidden: false, mask: FULL_MASK, en: ['Full Control', 'Has full control.'],
    es: ['Control total', 'Tiene control total.'] },
  { id: 1073741828, kind: 4, position: 32, hidden: false, mask: mask(432, 1012866047),
    en: ['Design', 'Can view, add, update, delete, approve, and customize.'],
    es: ['Diseñar', 'Puede ver, agregar, actualizar, eliminar, aprobar y personalizar.'] },
  { id: 1073741830, kind: 6, position: 48, hidden: false, mask: mask(432, 1011030767),
    en: ['Edit', 'Can add, edit and delete lists; can view, add, update and delete list items and documents.'],
    es: ['Editar', 'Puede agregar, editar y eliminar listas; puede ver, agregar, actualizar y eliminar elementos de lista y documentos.'] },
  { id: 1073741827, kind: 3, position: 64, hidden: false, mask: mask(432, 1011028719),
    en: ['Contribute', 'Can view, add, update, and delete list items and documents.'],
    es: ['Colaborar', 'Puede ver, agregar, actualizar y eliminar elementos de lista y documentos.'] },
  { id: 1073741826, kind: 2, position: 128, hidden: false, mask: mask(176, 138612833),
    en: ['Read', 'Can view pages and list items and download documents.'],
    es: ['Lectura', 'Puede ver páginas y elementos de lista y descargar documentos.'] },
  { id: 1073741825, kind: 1, position: 160, hidden: true, mask: mask(48, 134287360),
    en: ['Limited Access', 'Can view specific lists, document libraries, list items, folders, or documents when given permissions.'],
    es: ['Acceso limitado', 'Puede ver listas, bibliotecas, elementos, carpetas o documentos específicos cuando se le conceden permisos.'] }
];

export const LIMITED_ACCESS = 1073741825;
export const FULL_CONTROL = 1073741829;
export const READ = 1073741826;
export const CONTRIBUTE = 1073741827;
export const EDIT = 1073741830;
