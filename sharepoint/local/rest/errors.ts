import type { MessageKey } from './messages';

/** An answer that is an error: what SharePoint would say, with its status and code. Never shows where in the code it arose. */
export class SharePointError extends Error {
  constructor(
    readonly status: number,
    /** The number of the code, as text: `-1`, `-2130575338`. */
    readonly number: string,
    /** The .NET type that goes with it. */
    readonly type: string,
    readonly key: MessageKey,
    readonly params: readonly (string | number)[] = [],
    readonly headers: Readonly<Record<string, string>> = {}
  ) {
    super(`${number}, ${type}: ${key} ${params.join(' ')}`);
  }

  get code(): string {
    return `${this.number}, ${this.type}`;
  }
}

const SP = 'Microsoft.SharePoint.SPException';
const QUERY = 'Microsoft.SharePoint.Client.InvalidClientQueryException';

export const listMissing = (what: string): SharePointError => new SharePointError(404, '-1', 'System.ArgumentException', 'listMissing',
  [what]);
export const itemMissing = (): SharePointError => new SharePointError(404, '-2130575338', 'System.ArgumentException', 'itemMissing');
export const fileMissing = (path: string): SharePointError => new SharePointError(404, '-2130575338', SP, 'fileMissing', [path]);
export const folderMissing = (): SharePointError => new SharePointError(404, '-2147024894', 'System.IO.FileNotFoundException',
  'folderMissing');
export const fileExists = (name: string): SharePointError => new SharePointError(400, '-2130575257', SP, 'fileExists', [name]);
export const listExists = (): SharePointError => new SharePointError(500, '-2130575342', SP, 'listExists');
export const unknownUser = (name: string): SharePointError => new SharePointError(400, '-2146232832', SP, 'unknownUser', [name]);
export const userIdMissing = (): SharePointError => new SharePointError(500, '-2146232832', SP, 'userMissing');
export const userMissing = (): SharePointError => new SharePointError(404, '-2146232832', SP, 'userMissing');
export const groupMissing = (): SharePointError => new SharePointError(404, '-2146232832', SP, 'groupMissing');
export const groupExists = (name: string): SharePointError => new SharePointError(500, '-2130575293', SP, 'groupExists', [name]);
export const roleMissing = (): SharePointError => new SharePointError(404, '-2146232832', SP, 'roleMissing');
export const unknownSegment = (path: string): SharePointError =>
  new SharePointError(404, '-1', 'Microsoft.SharePoint.Client.ResourceNotFoundException', 'unknownSegment', [path]);
export const duplicateValue = (): SharePointError =>
  new SharePointError(500, '-2130575169', 'Microsoft.SharePoint.SPDuplicateValuesFoundException', 'duplicateValue');
export const listFormulaRefuses = (message: string): SharePointError =>
  new SharePointError(500, '-2130575162', 'Microsoft.SharePoint.SPListDataValidationException', 'given', [message]);
export const columnFormulaRefuses = (message: string): SharePointError =>
  new SharePointError(500, '-2130575163', 'Microsoft.SharePoint.SPListDataValidationException', 'given', [message]);
export const badDigest = (): SharePointError => new SharePointError(403, '-2130575251', SP, 'badDigest');
export const threshold = (): SharePointError => new SharePointError(500, '-2147024860', 'Microsoft.SharePoint.SPQueryThrottledException',
  'threshold');
export const lookupThreshold = (): SharePointError =>
  new SharePointError(500, '-2147024860', 'Microsoft.SharePoint.SPQueryThrottledException', 'lookupThreshold');
export const accessDenied = (): SharePointError => new SharePointError(403, '-2147024891', 'System.UnauthorizedAccessException',
  'accessDenied');
export const etagMismatch = (given: string, actual: string): SharePointError =>
  new SharePointError(412, '-1', 'Microsoft.SharePoint.Client.ClientServiceException', 'etagMismatch', [given, actual]);
export const badExpression = (text: string): SharePointError => new SharePointError(400, '-1', QUERY, 'badExpression', [text]);
export const badFilterField = (name: string): SharePointError => new SharePointError(400, '-1', QUERY, 'badField', [name]);
export const notExpanded = (name: string, root: string): SharePointError => new SharePointError(400, '-1', SP, 'notExpanded', [name, root]);
export const badQueryField = (name: string): SharePointError => new SharePointError(400, '-1', SP, 'badField', [name]);
export const notSupported = (name: string): SharePointError => new SharePointError(400, '-1', QUERY, 'optionNotSupported', [name]);
export const unknownProperty = (name: string, type: string): SharePointError =>
  new SharePointError(400, '-1', QUERY, 'unknownProperty', [name, type]);
export const badValue = (type: string): SharePointError => new SharePointError(400, '-1', QUERY, 'badValue', [type]);
export const badBody = (): SharePointError => new SharePointError(400, '-1', QUERY, 'badBody');
export const tooBig = (): SharePointError => new SharePointError(400, '-1', QUERY, 'tooBig');
export const badRequest = (): SharePointError => new SharePointError(400, '-1', QUERY, 'badRequest');
export const wrongMethod = (method: string): SharePointError => new SharePointError(405, '-1',
  'Microsoft.SharePoint.Client.ClientServiceException', 'wrongMethod', [method]);
export const missingArgument = (name: string): SharePointError => new SharePointError(400, '-1', QUERY, 'missingArgument', [name]);
export const fieldMissing = (name: string): SharePointError => new SharePointError(400, '-2147024809', 'System.ArgumentException',
  'fieldMissing', [name]);
export const fieldNameTaken = (name: string): SharePointError => new SharePointError(500, '-2130575270', SP, 'fieldNameTaken', [name]);
export const viewMissing = (): SharePointError => new SharePointError(404, '-2147024809', 'System.ArgumentException', 'viewMissing');
export const contentTypeMissing = (): SharePointError => new SharePointError(404, '-1', 'System.ArgumentException', 'contentTypeMissing');
export const badArgument = (): SharePointError => new SharePointError(400, '-2147024809', 'System.ArgumentException', 'badArgument');
export const badFieldXml = (): SharePointError => new SharePointError(500, '-2130575340', SP, 'badFieldXml');
export const cannotDeleteField = (): SharePointError => new SharePointError(500, '-2130575331', SP, 'cannotDeleteField');
export const tooManyIndexes = (): SharePointError => new SharePointError(500, '-2130575219', SP, 'tooManyIndexes');
export const uniqueNeedsIndex = (): SharePointError => new SharePointError(500, '-2130575200', SP, 'uniqueNeedsIndex');
export const uniqueHasDuplicates = (): SharePointError => new SharePointError(500, '-2130575199', SP, 'uniqueHasDuplicates');
export const cannotIndex = (): SharePointError => new SharePointError(500, '-2130575218', SP, 'cannotIndex');
export const restrictedDelete = (): SharePointError => new SharePointError(500, '-2130575184', SP, 'restrictedDelete');
export const badText = (): SharePointError => new SharePointError(400, '-2130575155', SP, 'badText');
export const badFormula = (): SharePointError => new SharePointError(500, '-2130575270', SP, 'badFormula');
export const badFileName = (): SharePointError => new SharePointError(400, '-2130575245', SP, 'badFileName');
export const checkedOut = (name: string): SharePointError => new SharePointError(423, '-2147018894',
  'Microsoft.SharePoint.SPFileLockException', 'checkedOut', [name]);
export const notCheckedOut = (name: string): SharePointError => new SharePointError(400, '-2147024738', SP, 'notCheckedOut', [name]);
export const badCaml = (): SharePointError => new SharePointError(500, '-2130575340', SP, 'badCaml');
export const listReadOnly = (): SharePointError => new SharePointError(500, '-2146232832', SP, 'listReadOnly');
export const cannotFilter = (name: string, type: string): SharePointError =>
  new SharePointError(400, '-1', SP, 'cannotFilter', [name, type]);
