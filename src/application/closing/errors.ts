import type { Person, QuarterCode } from '../../domain';

/**
 * Why a quarter was not closed or opened again; texts are made in the interface.
 * - `unknown`: the plan has no row of the quarter, or it was deleted;
 * - `notEnded`: by the server's clock the quarter still runs;
 * - `outOfOrder`: `quarter` has to be closed (opened) before;
 * - `alreadyClosed`, `alreadyOpen`: somebody else did it meanwhile;
 * - `beingClosed`: `by` began a run that has not ended yet;
 * - `takenOver`: `by` changed the quarter's row while the run was under way;
 * - `reasonMissing`: opening again takes a reason.
 */
export type ClosingErrorKind =
  | 'unknown' | 'notEnded' | 'outOfOrder' | 'alreadyClosed' | 'alreadyOpen' | 'beingClosed' | 'takenOver' | 'reasonMissing';

export interface ClosingErrorDetails {
  readonly quarter: QuarterCode;
  readonly by?: Person | null;
  readonly since?: string | null;
}

export class ClosingError extends Error {
  public constructor(public readonly kind: ClosingErrorKind, public readonly details: ClosingErrorDetails) {
    super(`${kind}: ${details.quarter}`);
    // Down-levelled classes lose their prototype when they extend Error.
    Object.setPrototypeOf(this, ClosingError.prototype);
    this.name = 'ClosingError';
  }
}

export function isClosingError(error: unknown, kind?: ClosingErrorKind): error is ClosingError {
  return error instanceof ClosingError && (kind === undefined || error.kind === kind);
}
