import { fixedGuid } from '../ids';
import { isLibrary } from '../lists/templates';
import type { FieldXml } from './definition';

interface BuiltIn {
  name: string;
  type: string;
  en: string;
  es: string;
  /** Column of the list's table, or an expression of such columns, or '' where the value is worked out elsewhere. */
  storage: string;
  id?: string;
  more?: Record<string, string>;
}

const HIDDEN = { Hidden: 'TRUE', ReadOnly: 'TRUE' };
const READ_ONLY = { ReadOnly: 'TRUE' };

/** Columns of every list, in SharePoint's order. Title is an ordinary column of the list's table. */
const COMMON: BuiltIn[] = [
  { name: 'ID', type: 'Counter', en: 'ID', es: 'Identificador', storage: 'id', id: '1d22ea11-1e32-424e-89ab-9fedbadb6ce1',
    more: READ_ONLY },
  { name: 'ContentTypeId', type: 'ContentTypeId', en: 'Content Type ID', es: 'Id. de tipo de contenido', storage: 'content_type',
    id: '03e45e84-1992-4d42-9116-26f756012634', more: { ...HIDDEN, Sealed: 'TRUE' } },
  { name: 'ContentType', type: 'Computed', en: 'Content Type', es: 'Tipo de contenido', storage: '',
    id: 'c042a256-787d-4a6f-8a8a-cf6ab767f12d' },
  { name: 'Modified', type: 'DateTime', en: 'Modified', es: 'Modificado', storage: 'modified', id: '28cf69c5-fa48-462a-b5cd-27b6f9d2bd5f',
    more: { ...READ_ONLY, Format: 'DateTime' } },
  { name: 'Created', type: 'DateTime', en: 'Created', es: 'Creado', storage: 'created', id: '8c06beca-0777-48f7-91c7-6da68bc07b69',
    more: { ...READ_ONLY, Format: 'DateTime' } },
  { name: 'Author', type: 'User', en: 'Created By', es: 'Creado por', storage: 'author', id: '1df5e554-ec7e-46a6-901d-d85a3881cb18',
    more: { ...READ_ONLY, List: 'UserInfo' } },
  { name: 'Editor', type: 'User', en: 'Modified By', es: 'Modificado por', storage: 'editor', id: 'd31655d1-1d5b-4511-95a1-7a09e9b75bf2',
    more: { ...READ_ONLY, List: 'UserInfo' } },
  { name: 'owshiddenversion', type: 'Integer', en: 'owshiddenversion', es: 'owshiddenversion', storage: 'version',
    id: 'd4e44a66-ee3a-4d02-88c9-4ec5ff3f4cd5', more: HIDDEN },
  { name: '_UIVersion', type: 'Integer', en: 'UI Version', es: 'Versión de la interfaz', storage: 'ui_version',
    id: '7841bf41-43d0-4434-9f50-a673baef7631', more: HIDDEN },
  { name: '_UIVersionString', type: 'Text', en: 'Version', es: 'Versión', storage: '(ui_version / 512) || \'.\' || (ui_version % 512)',
    id: 'dce8262a-3ae9-45aa-aab4-83bd75fb738a', more: READ_ONLY },
  { name: 'Attachments', type: 'Attachments', en: 'Attachments', es: 'Datos adjuntos', storage: '(attachments > 0)',
    id: '67df98f4-9dec-48ff-a553-29bece9c5bf4' },
  { name: 'Edit', type: 'Computed', en: 'Edit', es: 'Editar', storage: '', id: '503f1caa-358e-4918-9094-4a2cdc4bc034', more: READ_ONLY },
  { name: 'LinkTitleNoMenu', type: 'Computed', en: 'Title', es: 'Título', storage: '', id: 'bc91a437-52e7-49e1-8c4e-4698904b2b6d',
    more: READ_ONLY },
  { name: 'LinkTitle', type: 'Computed', en: 'Title', es: 'Título', storage: '', id: '82642ec8-ef9b-478f-acf9-31f7d45fbc31',
    more: READ_ONLY },
  { name: 'GUID', type: 'Guid', en: 'GUID', es: 'GUID', storage: 'guid', id: 'ae069f25-3ac2-4256-b9c3-15dbc15da0e0', more: HIDDEN },
  { name: 'UniqueId', type: 'Guid', en: 'Unique Id', es: 'Id. único', storage: 'unique_id', id: '4b7403de-8d94-43e8-9f0f-137a3e298126',
    more: HIDDEN },
  { name: 'FSObjType', type: 'Integer', en: 'Item Type', es: 'Tipo de elemento', storage: 'fs_type',
    id: '30bb605f-5bae-48fe-b4e3-1f81d9772af9', more: HIDDEN },
  { name: 'FileLeafRef', type: 'File', en: 'Name', es: 'Nombre', storage: 'leaf', id: '8553196d-ec8d-4564-9861-3dbe931050c8',
    more: { Hidden: 'TRUE' } },
  { name: 'FileDirRef', type: 'Text', en: 'Path', es: 'Ruta de acceso', storage: 'dir', id: '56605df6-8fa1-47e4-a04c-5b384d59609f',
    more: HIDDEN },
  { name: 'FileRef', type: 'Text', en: 'URL Path', es: 'Ruta de acceso de la dirección URL', storage: '(dir || \'/\' || leaf)',
    id: '94f89715-e097-4e8b-ba79-ea02aa8b7adb', more: HIDDEN },
  { name: 'File_x0020_Type', type: 'Text', en: 'File Type', es: 'Tipo de archivo', storage: 'file_type',
    id: '39360f11-34cf-4356-9945-25c44e68dade', more: HIDDEN },
  { name: 'ComplianceAssetId', type: 'Text', en: 'Compliance Asset Id', es: 'Identificador de recurso de cumplimiento', storage: 'NULL',
    id: '3a6b296c-3f50-445c-a13f-9c679ea9dda3', more: { ...HIDDEN, Sealed: 'TRUE' } }
];

const LIBRARY: BuiltIn[] = [
  { name: 'LinkFilename', type: 'Computed', en: 'Name', es: 'Nombre', storage: '', id: '5cc6dc79-3710-4374-b433-61cb4a686c12',
    more: READ_ONLY },
  { name: 'DocIcon', type: 'Computed', en: 'Type', es: 'Tipo', storage: '', id: '081c6e4c-5c14-4f20-b23e-1a71ceb6a67c', more: READ_ONLY },
  { name: '_CopySource', type: 'Text', en: 'Copy Source', es: 'Copiar origen', storage: 'NULL', id: '6b4e226d-3d88-4a36-808d-a129bf52bccf',
    more: READ_ONLY },
  { name: 'CheckoutUser', type: 'User', en: 'Checked Out To', es: 'Desprotegido por', storage: 'checked_out_by',
    id: '3881510a-4e4a-4ee8-b102-8ee8e2d0dd4b', more: { ...READ_ONLY, List: 'UserInfo' } }
];

/** Columns a new list begins with. Title is first among the editable ones. */
export function builtInFields(template: number, language: number): { id: string; name: string; xml: FieldXml }[] {
  const library = isLibrary({ template });
  const list = [...COMMON.filter((field) => !(library && field.name === 'Attachments')), ...(library ? LIBRARY : [])];
  const spanish = language !== 1033;
  const built = list.map((field) => {
    const id = field.id ?? fixedGuid(field.name);
    const attributes: Record<string, string> = {
      ID: `{${id}}`, Type: field.type, Name: field.name, StaticName: field.name, DisplayName: spanish ? field.es : field.en,
      FromBaseType: 'TRUE', SourceID: 'http://schemas.microsoft.com/sharepoint/v3', Storage: field.storage, ...field.more
    };
    return { id, name: field.name, xml: { attributes } };
  });
  const title = {
    id: 'fa564e0f-0c70-4ab9-b863-0177e6ddd247',
    name: 'Title',
    xml: {
      attributes: {
        ID: '{fa564e0f-0c70-4ab9-b863-0177e6ddd247}', Type: 'Text', Name: 'Title', StaticName: 'Title', DisplayName: spanish
        ? 'Título' : 'Title',
        Required: library ? 'FALSE' : 'TRUE', FromBaseType: 'TRUE', SourceID: 'http://schemas.microsoft.com/sharepoint/v3', MaxLength: '255'
      }
    }
  };
  return [built[0], built[1], built[2], title, ...built.slice(3)];
}
