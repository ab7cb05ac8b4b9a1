import * as texts from 'MantenimientoStrings';
import { type ClosingErrorKind, type ClosingStep, isClosingError } from '../../../../application/closing';
import { isAppError } from '../../../../application/errors';
import type { QuarterState } from '../../../../domain';
import { describeError } from '../../../components/error-state/describe-error';
import { formatAgo, text } from '../../../formatting';

export const STEP_WORDS: Readonly<Record<ClosingStep, string>> = {
  claim: texts.Closing_StepClaim,
  refuse: texts.Closing_StepRefuse,
  read: texts.Closing_StepRead,
  write: texts.Closing_StepWrite,
  finish: texts.Closing_StepFinish
};

export const STATE_WORDS: Readonly<Record<QuarterState, string>> = {
  open: texts.Closing_StateOpen, closing: texts.Closing_StateClosing, closed: texts.Closing_StateClosed
};

const ERRORS: Readonly<Record<ClosingErrorKind, string>> = {
  unknown: texts.Closing_ErrorUnknown,
  notEnded: texts.Closing_ErrorNotEnded,
  outOfOrder: texts.Closing_ErrorOutOfOrder,
  alreadyClosed: texts.Closing_ErrorAlreadyClosed,
  alreadyOpen: texts.Closing_ErrorAlreadyOpen,
  beingClosed: texts.Closing_ErrorBeingClosed,
  takenOver: texts.Closing_ErrorTakenOver,
  reasonMissing: texts.Closing_ErrorReasonMissing
};

/** Why a quarter was not closed or opened again, and what to do. */
export function describeClosingError(error: unknown, now: Date): string {
  if (isClosingError(error)) {
    const { quarter, by, since } = error.details;
    return text(ERRORS[error.kind], { quarter, person: by ? by.name : texts.Closing_Somebody, when: since ? formatAgo(since, now) : '' });
  }
  if (isAppError(error, 'noAccess')) return texts.Closing_ErrorNoAccess;
  if (isAppError(error, 'conflict')) return texts.Closing_ErrorChanged;
  return describeError(error);
}
