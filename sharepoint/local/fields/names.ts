/**
 * The internal name SharePoint makes of a title: what is no letter, digit or underscore becomes `_xhhhh_`, a digit in front too, and it
 * ends after 32
 * characters. Letters with accents are encoded too.
 */
export function internalNameOf(title: string): string {
  let name = '';
  for (const char of title) {
    const plain = /^[A-Za-z0-9_]$/.test(char) && !(name === '' && /[0-9]/.test(char));
    name += plain ? char : [...char].map((one) => encoded(one)).join('');
  }
  return name.slice(0, 32);
}

function encoded(char: string): string {
  let text = '';
  for (let i = 0; i < char.length; i += 1) {
    text += `_x${char.charCodeAt(i).toString(16).padStart(4, '0')}_`;
  }
  return text;
}

/** The name in versions and in values as text, which spell the underscore out: `Created_x005f_x0020_x005f_Date`, `OData__x005f_Level`. */
export function spelledOut(name: string): string {
  const spelled = name.replace(/_/g, '_x005f_');
  return spelled.startsWith('_') ? `OData_${spelled}` : spelled;
}

/** The name with a number at its end that makes it free: `Code`, `Code0`, `Code1`. */
export function freeName(name: string, taken: (candidate: string) => boolean): string {
  if (!taken(name)) {
    return name;
  }
  for (let i = 0; ; i += 1) {
    const suffix = String(i);
    const candidate = name.slice(0, 32 - suffix.length) + suffix;
    if (!taken(candidate)) {
      return candidate;
    }
  }
}

/** Names no new column gets, since SharePoint's own columns or properties have them. `Order` becomes `Order0`. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set(
  [
    'Order', 'Owner', 'Name', 'Type', 'Size', 'Version', 'Path', 'Url', 'Id', 'Key', 'Property', 'ServerUrl', 'File', 'Folder',
      'ParentList', 'Versions',
    'GUID', 'ID', 'Title', 'Author', 'Editor', 'Created', 'Modified', 'ContentType', 'ContentTypeId', 'Attachments', 'AttachmentFiles',
      'Edit', 'DocIcon',
    'MetaInfo', 'WorkflowVersion', 'InstanceID', 'ScopeId', 'UniqueId', 'ProgId', 'SortBehavior', 'FileLeafRef', 'FileDirRef', 'FileRef',
      'FSObjType',
    'SelectTitle', 'LinkTitle', 'LinkTitleNoMenu', 'LinkFilename', 'AppAuthor', 'AppEditor', 'SyncClientId', 'Restricted', 'OriginatorId',
      'NoExecute',
    'ContentVersion', 'AccessPolicy', 'PermMask', 'HTML_x0020_File_x0020_Type', 'Last_x0020_Modified', 'Created_x0020_Date', 'BaseName',
      'owshiddenversion'
  ].map((name) => name.toLowerCase())
);
