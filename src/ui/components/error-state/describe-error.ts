import * as strings from 'SigaciStrings';
import { isAppError } from '../../../application/errors';
import type { AppErrorKind } from '../../../application/errors';
import { text } from '../../formatting';
import { columnTitle, listTitle } from '../../formatting/list-titles';

const TEXTS: Readonly<Record<AppErrorKind, string>> = {
  noAccess: strings.Error_NoAccess,
  listsMissing: strings.Error_ListsMissing,
  listMissing: strings.Error_ListMissing,
  columnMissing: strings.Error_ColumnMissing,
  throttled: strings.Error_ThrottledWait,
  offline: strings.Error_Offline,
  unavailable: strings.Error_Unavailable,
  conflict: strings.Error_Conflict,
  gone: strings.Error_Gone,
  duplicate: strings.Error_Duplicate,
  refused: strings.Error_Refused,
  quarterClosed: strings.Error_QuarterClosed,
  planOver: strings.Error_PlanOver,
  unexpected: strings.Error_Unexpected
};

/** What failed, in a sentence for the person it happened to. */
export function describeError(error: unknown): string {
  if (!isAppError(error)) return strings.Error_Unexpected;
  const { list, column = '', columnTitle: asSetUp = column, plan = '' } = error.details;
  const known = columnTitle(column);
  return text(TEXTS[error.kind], { list: list ? listTitle(list) : '', column: known === column ? asSetUp : known, plan });
}

/** The line for whoever has to mend it: status, code and SharePoint's own words; `null` when there is nothing to add. */
export function technicalDetail(error: unknown): string | null {
  if (!isAppError(error)) return error instanceof Error ? text(strings.Error_Technical, { detail: error.message }) : null;
  const { status, code, detail } = error.details;
  const parts = [status ? String(status) : '', code || '', detail || ''].filter(Boolean);
  return parts.length > 0 ? text(strings.Error_Technical, { detail: parts.join(' · ') }) : null;
}
