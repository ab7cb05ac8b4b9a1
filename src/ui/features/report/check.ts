import type { Board } from '../../../application/board';
import { checkDraft, previewCheckIn } from '../../../application/check-ins';
import type { CheckIn, CheckInDraft, DraftIssueKind, KeyResult, KeyResultStatus } from '../../../domain';
import { draftOf, parsedValue } from './form';
import type { ReportForm } from './form';
import { measureOf } from './measure';

/** A field of the form, as an issue names it. */
export type FormField = keyof CheckInDraft;

export interface FormIssue {
  /** `valueAmbiguous`: the number can be read in two ways and somebody must say which. */
  readonly kind: DraftIssueKind | 'valueAmbiguous';
  readonly field: FormField;
  readonly severity: 'error' | 'warning';
}

export interface Preview {
  /** Without this report. */
  readonly before: KeyResultStatus;
  readonly after: KeyResultStatus;
  /** As the screens show it now: correcting, with the report as it was. */
  readonly now: KeyResultStatus;
  /** Whether the form says enough for `after` to mean something. */
  readonly complete: boolean;
}

export interface CheckedForm {
  readonly draft: CheckInDraft;
  /** `null` when the key result is gone. */
  readonly preview: Preview | null;
  /** In the order of the form. */
  readonly issues: readonly FormIssue[];
}

/** Whether the form says enough of the figure for a preview to mean something. */
function isComplete(keyResult: KeyResult, draft: CheckInDraft): boolean {
  const measure = measureOf(keyResult);
  return measure === 'stages' || (measure !== 'words' && draft.value !== null && Number.isFinite(draft.value));
}

/**
 * What a form comes to: the draft to send, what it would change and what is wrong with it.
 * @param original the report it corrects, if any; @param moment the clock's, which a new report counts as made at
 */
export function checkForm(
  board: Board, keyResult: KeyResult, form: ReportForm, original: CheckIn | null, clientKey: string, moment: Date
): CheckedForm {
  const { workspace, today } = board;
  // A correction stays where it was in the order of readings, or an old figure would become the latest.
  const draft = draftOf(keyResult, form, clientKey, original ? original.reportedOn : moment.toISOString());
  const previewed = previewCheckIn(workspace, today, draft, original);
  const now = board.statuses.get(keyResult.code);
  const complete = isComplete(keyResult, draft);
  const parsed = parsedValue(keyResult, form);
  const ambiguous = parsed !== null && parsed.kind === 'ambiguous';
  return {
    draft,
    preview: previewed && now ? { ...previewed, now, complete } : null,
    issues: checkDraft(workspace, today, draft, original)
      // Before there is a figure nobody knows whether the result would be at risk.
      .filter(({ kind }) => complete || kind !== 'obstaclesNeeded')
      .map((issue): FormIssue => (ambiguous && issue.kind === 'valueMissing' ? { ...issue, kind: 'valueAmbiguous' } : issue))
  };
}
