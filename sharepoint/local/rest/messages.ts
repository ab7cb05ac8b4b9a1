/** Messages as SharePoint words them. Clients must match on the code: the words change with the language. */
const ENGLISH = {
  accessDenied: 'Access denied. You do not have permission to perform this action or access this resource.',
  badArgument: 'Value does not fall within the expected range.',
  badBody: 'Invalid JSON. The request body could not be read.',
  badCaml: 'Cannot complete this action. The query is not valid.',
  badDigest: 'The security validation for this page is invalid and might be corrupted. Please use your web browser\'s Back button to try '
    + 'your operation again.',
  badExpression: 'The expression "{0}" is not valid.',
  badField: 'Column \'{0}\' does not exist. It may have been deleted by another user.',
  badFieldXml: 'The XML of the column cannot be read, or lacks its type or name.',
  badFileName: 'The file or folder name contains invalid characters or is too long.',
  badFormula: 'The formula contains a syntax error or is not supported.',
  badOption: 'Invalid value for {0} query option found: {1}.',
  badRequest: 'The request could not be read.',
  badText: 'Invalid text value. A text field contains invalid data. Please check the value and try again.',
  badValue: 'Cannot convert a primitive value to the expected type \'{0}\'. See the inner exception for more details.',
  cannotFilter: 'The field \'{0}\' of type \'{1}\' cannot be used in the query filter expression.',
  cannotDeleteField: 'The column cannot be deleted.',
  cannotIndex: 'This column cannot be indexed.',
  checkedOut: 'The file "{0}" is checked out by another user.',
  contentTypeMissing: 'The content type does not exist.',
  duplicateValue: 'The list item could not be added or updated because duplicate values were found in the following field(s) in the list.',
  etagMismatch: 'The request ETag value \'{0}\' does not match the object\'s ETag value \'{1}\'.',
  fieldMissing: 'Column \'{0}\' does not exist. It may have been deleted by another user.',
  fieldNameTaken: 'The column name "{0}" is already in use. Choose another name.',
  fileExists: 'A file or folder with the name {0} already exists. To overwrite, set the overwrite flag.',
  fileMissing: 'The file {0} does not exist.',
  folderMissing: 'File Not Found.',
  given: '{0}',
  groupExists: 'The specified name is already in use: {0}.',
  groupMissing: 'Group cannot be found.',
  itemMissing: 'Item does not exist. It may have been deleted by another user.',
  listExists: 'A list, survey, discussion board, or document library with the specified title already exists in this Web site. Please '
    + 'choose another title.',
  listMissing: 'List \'{0}\' does not exist at site.',
  listReadOnly: 'This operation cannot be done on this list.',
  lookupThreshold: 'The query cannot be completed because the number of lookup columns it contains exceeds the lookup column threshold.',
  missingArgument: 'The parameter {0} does not exist in method call.',
  notCheckedOut: 'The file "{0}" is not checked out.',
  notExpanded: 'The query to field \'{0}\' is not valid. The $select query string must specify the target fields and the $expand query '
    + 'string must contains {1}.',
  optionNotSupported: 'The query option {0} is not supported.',
  restrictedDelete: 'This item cannot be deleted because an item in another list is related to it, and the relationship restricts '
    + 'deletion.',
  roleMissing: 'The permission level cannot be found.',
  serverError: 'Something went wrong on the server.',
  threshold: 'The attempted operation is prohibited because it exceeds the list view threshold.',
  throttled: 'The request has been throttled.',
  tooBig: 'The request message is too big. The server does not allow messages that are larger than 2097152 bytes.',
  tooManyIndexes: 'The list has the largest number of indexes a list may have.',
  tooManyParts: 'The batch has more than {0} requests.',
  uniqueHasDuplicates: 'This column contains duplicate values. Before you can require unique values, change the values that occur more '
    + 'than once.',
  uniqueNeedsIndex: 'A column must be indexed before it can enforce unique values.',
  unknownProperty: 'The property \'{0}\' does not exist on type \'{1}\'. Make sure to only use property names that are defined by the '
    + 'type.',
  unknownSegment: 'Cannot find resource for the request {0}.',
  unknownUser: 'The specified user {0} could not be found.',
  unavailable: 'The service is unavailable.',
  userMissing: 'User cannot be found.',
  viewMissing: 'The specified view is invalid.',
  wrongMethod: 'The HTTP method \'{0}\' cannot be used on this resource.'
};

export type MessageKey = keyof typeof ENGLISH;

const SPANISH: Record<MessageKey, string> = {
  accessDenied: 'Acceso denegado. No tiene permiso para realizar esta acción ni para obtener acceso a este recurso.',
  badArgument: 'El valor no está dentro del intervalo esperado.',
  badBody: 'JSON no válido. No se pudo leer el cuerpo de la solicitud.',
  badCaml: 'No se puede completar esta acción. La consulta no es válida.',
  badDigest: 'La validación de seguridad de esta página no es válida y puede estar dañada. Use el botón Atrás del explorador web para '
    + 'intentar de nuevo la operación.',
  badExpression: 'La expresión "{0}" no es válida.',
  badField: 'La columna \'{0}\' no existe. Es posible que otro usuario la haya eliminado.',
  badFieldXml: 'No se puede leer el XML de la columna, o le falta el tipo o el nombre.',
  badFileName: 'El nombre del archivo o de la carpeta contiene caracteres no válidos o es demasiado largo.',
  badFormula: 'La fórmula contiene un error de sintaxis o no es compatible.',
  badOption: 'Se encontró un valor no válido para la opción de consulta {0}: {1}.',
  badRequest: 'No se pudo leer la solicitud.',
  badText: 'Valor de texto no válido. Un campo de texto contiene datos no válidos. Compruebe el valor e inténtelo de nuevo.',
  badValue: 'No se puede convertir un valor primitivo al tipo esperado \'{0}\'. Vea la excepción interna para obtener más detalles.',
  cannotFilter: 'El campo \'{0}\' de tipo \'{1}\' no se puede usar en la expresión de filtro de la consulta.',
  cannotDeleteField: 'No se puede eliminar la columna.',
  cannotIndex: 'No se puede indizar esta columna.',
  checkedOut: 'Otro usuario ha desprotegido el archivo "{0}".',
  contentTypeMissing: 'El tipo de contenido no existe.',
  duplicateValue: 'No se pudo agregar o actualizar el elemento de lista porque se encontraron valores duplicados en los siguientes '
    + 'campos de la lista.',
  etagMismatch: 'El valor de ETag de la solicitud \'{0}\' no coincide con el valor de ETag del objeto \'{1}\'.',
  fieldMissing: 'La columna \'{0}\' no existe. Es posible que otro usuario la haya eliminado.',
  fieldNameTaken: 'El nombre de columna "{0}" ya está en uso. Elija otro nombre.',
  fileExists: 'Ya existe un archivo o una carpeta con el nombre {0}. Para sobrescribirlo, active la opción de sobrescribir.',
  fileMissing: 'El archivo {0} no existe.',
  folderMissing: 'No se encontró el archivo.',
  given: '{0}',
  groupExists: 'El nombre especificado ya está en uso: {0}.',
  groupMissing: 'No se encuentra el grupo.',
  itemMissing: 'El elemento no existe. Puede que otro usuario lo haya eliminado.',
  listExists: 'Ya existe una lista, encuesta, panel de discusión o biblioteca de documentos con el título especificado en este sitio '
    + 'web. Elija otro título.',
  listMissing: 'La lista \'{0}\' no existe en el sitio.',
  listReadOnly: 'Esta operación no se puede hacer en esta lista.',
  lookupThreshold: 'No se puede completar la consulta porque el número de columnas de búsqueda que contiene supera el umbral de columnas '
    + 'de búsqueda.',
  missingArgument: 'El parámetro {0} no existe en la llamada al método.',
  notCheckedOut: 'El archivo "{0}" no está desprotegido.',
  notExpanded: 'La consulta al campo \'{0}\' no es válida. La cadena de consulta $select debe especificar los campos de destino y la '
    + 'cadena de consulta $expand debe contener {1}.',
  optionNotSupported: 'La opción de consulta {0} no se admite.',
  restrictedDelete: 'Este elemento no se puede eliminar porque un elemento de otra lista está relacionado con él y la relación restringe '
    + 'la eliminación.',
  roleMissing: 'No se encuentra el nivel de permisos.',
  serverError: 'Se produjo un error en el servidor.',
  threshold: 'La operación que se intentó realizar está prohibida porque supera el umbral de vista de lista.',
  throttled: 'La solicitud se ha limitado.',
  tooBig: 'El mensaje de solicitud es demasiado grande. El servidor no permite mensajes de más de 2097152 bytes.',
  tooManyIndexes: 'La lista tiene ya el número máximo de índices.',
  tooManyParts: 'El lote tiene más de {0} solicitudes.',
  uniqueHasDuplicates: 'Esta columna contiene valores duplicados. Antes de exigir valores únicos, cambie los valores que se repiten.',
  uniqueNeedsIndex: 'Una columna debe estar indizada para poder exigir valores únicos.',
  unknownProperty: 'La propiedad \'{0}\' no existe en el tipo \'{1}\'. Asegúrese de usar solo nombres de propiedades definidos por el '
    + 'tipo.',
  unknownSegment: 'No se encuentra el recurso para la solicitud {0}.',
  unknownUser: 'No se encontró el usuario especificado {0}.',
  unavailable: 'El servicio no está disponible.',
  userMissing: 'No se encuentra el usuario.',
  viewMissing: 'La vista especificada no es válida.',
  wrongMethod: 'No se puede usar el método HTTP \'{0}\' en este recurso.'
};

export type Language = 'es-ES' | 'en-US';

/** The language of an answer's messages: the first one asked for that there is, else the site's own. */
export function languageOf(acceptLanguage: string | undefined, siteLanguage: number): Language {
  const wanted = (acceptLanguage ?? '').toLowerCase().match(/\b(es|en)\b/);
  if (wanted) {
    return wanted[1] === 'es' ? 'es-ES' : 'en-US';
  }
  return siteLanguage === 1033 ? 'en-US' : 'es-ES';
}

export function messageOf(key: MessageKey, params: readonly (string | number)[], language: Language): string {
  const template = (language === 'es-ES' ? SPANISH : ENGLISH)[key];
  return template.replace(/\{(\d)\}/g, (_, index: string) => String(params[Number(index)] ?? ''));
}
