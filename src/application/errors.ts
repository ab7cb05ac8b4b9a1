/**
 * Everything a use case can fail with, told apart by `kind`; adapters translate their own errors into these once.
 * Texts for people are made in the interface, from `kind` and the details, in the person's language.
 */
export type AppErrorKind =
  | 'noAccess'       // SharePoint says the person may not
  | 'listsMissing'   // the site has not been set up
  | 'listMissing'    // one list is gone: `list`
  | 'columnMissing'  // a column was deleted: `list`, `column`
  | 'throttled'      // SharePoint asked to wait: `retryAfterSeconds`
  | 'offline'        // no answer at all
  | 'unavailable'    // 5xx that is none of the others
  | 'conflict'       // the row changed since it was read (412)
  | 'gone'           // the row was deleted
  | 'duplicate'      // a unique column refused: the row is already there
  | 'refused'        // the list's own validation refused it: `detail` holds SharePoint's words
  | 'quarterClosed'  // the quarter takes no check-ins any more
  | 'planOver'       // another plan has taken this one's place, which is only read: `plan`
  | 'unexpected';

export interface AppErrorDetails {
  readonly list?: string;
  readonly column?: string;
  /** What the column is called in the list, as it was set up. */
  readonly columnTitle?: string;
  /** Code of the plan to write in instead. */
  readonly plan?: string;
  readonly retryAfterSeconds?: number;
  /** SharePoint's own message, in the site's language: shown as a quotation, never parsed. */
  readonly detail?: string;
  /** HTTP status, for the technical line of an error message. */
  readonly status?: number;
  /** SharePoint's error code, for the same. */
  readonly code?: string;
}

export class AppError extends Error {
  public constructor(public readonly kind: AppErrorKind, public readonly details: AppErrorDetails = {}) {
    super(`${kind}${details.code ? ` (${details.code})` : ''}${details.detail ? `: ${details.detail}` : ''}`);
    // Down-levelled classes lose their prototype when they extend Error.
    Object.setPrototypeOf(this, AppError.prototype);
    this.name = 'AppError';
  }
}

export function isAppError(error: unknown, kind?: AppErrorKind): error is AppError {
  return error instanceof AppError && (kind === undefined || error.kind === kind);
}

/** Whatever was thrown, as one of ours: what no adapter knew is `unexpected`. */
export function asAppError(error: unknown): AppError {
  return isAppError(error) ? error : new AppError('unexpected', { detail: error instanceof Error ? error.message : String(error) });
}
