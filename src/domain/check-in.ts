import { isSum } from './accumulate';
import { isAllowedLink } from './links';
import type { CheckIn, Day, Evidence, KeyResult, ProcessCode, Quarter } from './model';
import { hasTarget } from './progress';
import { quarterStatus } from './quarters';
import { type KeyResultStatus, type StatusInput, statusOf } from './status';

/** A check-in as typed, before SharePoint has seen it. */
export interface CheckInDraft extends Pick<
  CheckIn, 'keyResult' | 'quarter' | 'value' | 'stagesDone' | 'confidence' | 'narrative' | 'obstacles' | 'nextStep' | 'evidence' | 'reportedOn' | 'clientKey'
> {
  readonly process: ProcessCode;
}

/**
 * - `stagesMissing` (warning): a stage that counts as finished is not marked any more: the report would take it back;
 * - `stageUnknown`: a stage the key result does not have;
 * - `valueNegative`: an error for a contribution, a warning for a reading where neither baseline nor target is negative;
 * - `obstaclesNeeded`: the key result would be yellow or red, so what holds it up must be told;
 * - the others say what they are.
 */
export type DraftIssueKind =
  | 'valueMissing' | 'valueNotANumber' | 'valueNegative' | 'levelUnknown' | 'stagesMissing' | 'stageUnknown' | 'confidenceMissing'
  | 'narrativeMissing' | 'obstaclesNeeded' | 'quarterClosed' | 'quarterNotBegun' | 'quarterUnknown' | 'keyResultUnknown'
  | 'keyResultInactive' | 'keyResultIsAlias' | 'notYourProcess' | 'badLink' | 'tooLong';

export interface DraftIssue {
  readonly kind: DraftIssueKind;
  readonly field: keyof CheckInDraft;
  /** An `error` keeps the draft from being sent. */
  readonly severity: 'error' | 'warning';
}

/** Longest texts, in characters; a link's text and address each. */
export const DRAFT_LIMITS = { narrative: 4000, obstacles: 4000, nextStep: 4000, linkUrl: 2000, linkText: 255 } as const;

export interface DraftContext {
  /** The key result of the draft, `null` when there is none of that code (any more). */
  readonly keyResult: KeyResult | null;
  /** Processes the person may report for. */
  readonly myProcesses: readonly ProcessCode[];
  readonly quarters: readonly Quarter[];
  readonly today: Day;
  readonly graceDays: number;
  /** How the key result would stand with the draft, from {@link previewDraft}; `null` while there is nothing to preview. */
  readonly preview: { readonly before: KeyResultStatus; readonly after: KeyResultStatus } | null;
}

type Report = (kind: DraftIssueKind, field: keyof CheckInDraft, severity?: 'error' | 'warning') => void;

function checkKeyResult(draft: CheckInDraft, context: DraftContext, report: Report): void {
  const { keyResult } = context;
  if (!keyResult) return report('keyResultUnknown', 'keyResult');
  if (!keyResult.active) report('keyResultInactive', 'keyResult');
  if (keyResult.sameMeasureAs !== null) report('keyResultIsAlias', 'keyResult');
  if (keyResult.processes.indexOf(draft.process) < 0 || context.myProcesses.indexOf(draft.process) < 0) report('notYourProcess', 'process');
}

function checkQuarter(draft: CheckInDraft, context: DraftContext, report: Report): void {
  const quarter = context.quarters.find(row => row.code === draft.quarter);
  if (!quarter) return report('quarterUnknown', 'quarter');
  if (quarter.state !== 'open') report('quarterClosed', 'quarter');
  else if (!quarterStatus(quarter, context.today, context.graceDays).begun) report('quarterNotBegun', 'quarter');
}

function checkStages(draft: CheckInDraft, keyResult: KeyResult, context: DraftContext, report: Report): void {
  const known = (stage: number): boolean => Number.isInteger(stage) && stage >= 1 && stage <= keyResult.stages.length;
  if (!draft.stagesDone.every(known)) report('stageUnknown', 'stagesDone');
  const finished = context.preview ? context.preview.before.accumulated.stagesDone.filter(known) : [];
  if (finished.some(stage => draft.stagesDone.indexOf(stage) < 0)) report('stagesMissing', 'stagesDone', 'warning');
}

function checkValue(draft: CheckInDraft, keyResult: KeyResult, report: Report): void {
  const { value } = draft;
  // Where the plan describes no levels a report is words alone.
  if (value === null && keyResult.direction === 'Qualitative' && !hasTarget(keyResult)) return;
  if (value === null) return report('valueMissing', 'value');
  if (!Number.isFinite(value)) return report('valueNotANumber', 'value');
  if (keyResult.direction === 'Qualitative') {
    // Without a scale nobody can tell a level; the number is kept as it is until a planner describes one.
    const known = Number.isInteger(value) && value >= 1 && (value <= keyResult.scale.length || !hasTarget(keyResult));
    if (!known) report('levelUnknown', 'value');
  } else if (value < 0) {
    const negativeScale = (keyResult.baseline || 0) < 0 || (keyResult.target || 0) < 0;
    if (isSum(keyResult)) report('valueNegative', 'value');
    else if (!negativeScale) report('valueNegative', 'value', 'warning');
  }
}

function checkTexts(draft: CheckInDraft, context: DraftContext, report: Report): void {
  if (draft.confidence === null) report('confidenceMissing', 'confidence');
  if (draft.narrative.trim() === '') report('narrativeMissing', 'narrative');
  const light = context.preview ? context.preview.after.light : null;
  if (draft.obstacles.trim() === '' && (light === 'amarillo' || light === 'rojo')) report('obstaclesNeeded', 'obstacles');
  for (const field of ['narrative', 'obstacles', 'nextStep'] as const) {
    if (draft[field].length > DRAFT_LIMITS[field]) report('tooLong', field);
  }
  if (draft.evidence.some(({ url }) => !isAllowedLink(url))) report('badLink', 'evidence');
  const longLink = ({ url, text }: Evidence): boolean => url.length > DRAFT_LIMITS.linkUrl || text.length > DRAFT_LIMITS.linkText;
  if (draft.evidence.some(longLink)) report('tooLong', 'evidence');
}

/**
 * What is wrong with a draft, in the order of the form; each kind once per field. SharePoint enforces what must be enforced: this
 * is so that a person is told at the field, before sending.
 */
export function validateDraft(draft: CheckInDraft, context: DraftContext): DraftIssue[] {
  const issues: DraftIssue[] = [];
  const report: Report = (kind, field, severity = 'error') => { issues.push({ kind, field, severity }); };
  checkKeyResult(draft, context, report);
  checkQuarter(draft, context, report);
  const { keyResult } = context;
  if (keyResult && keyResult.direction === 'Milestone') checkStages(draft, keyResult, context, report);
  else if (keyResult) checkValue(draft, keyResult, report);
  checkTexts(draft, context, report);
  return issues;
}

export interface PreviewInput extends StatusInput {
  readonly draft: CheckInDraft;
  /** Id of the check-in that the draft corrects; it is not counted twice. `null` for a new one. */
  readonly replaces: number | null;
}

/** A draft as the check-in it would become; a new one counts as the latest of its moment. */
function draftAsCheckIn(draft: CheckInDraft, replaced: CheckIn | undefined): CheckIn {
  const usable = draft.value !== null && Number.isFinite(draft.value);
  return {
    ...draft,
    value: usable ? draft.value : null,
    id: replaced ? replaced.id : Number.MAX_SAFE_INTEGER,
    etag: '', version: '', author: null, review: 'pending', reviewNote: ''
  };
}

/**
 * How the key result stands without and with the draft: "llevas 7, aportas 2, quedas en 9 de 15". Correcting, `before` is without
 * the check-in that is corrected.
 */
export function previewDraft(input: PreviewInput): { before: KeyResultStatus; after: KeyResultStatus } {
  const { draft, replaces, ...rest } = input;
  const others = input.checkIns.filter(checkIn => checkIn.id !== replaces);
  const replaced = input.checkIns.find(checkIn => checkIn.id === replaces);
  return {
    before: statusOf({ ...rest, checkIns: others }),
    after: statusOf({ ...rest, checkIns: [...others, draftAsCheckIn(draft, replaced)] })
  };
}
