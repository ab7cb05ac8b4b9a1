import { bogotaDay, measureOf, previewDraft, validateDraft } from '../domain';
import type { CheckIn, CheckInDraft, Day, DraftIssue, KeyResult, KeyResultStatus, ProcessCode } from '../domain';
import { myProcesses } from './board';
import { AppError } from './errors';
import { assertNotOver } from './plan-over';
import type { CheckInReferences, Services } from './ports';
import type { Workspace } from './workspace';

/** A draft that must not be sent: `issues` says why, for the fields. */
export class InvalidDraftError extends Error {
  public constructor(public readonly issues: readonly DraftIssue[]) {
    super(issues.map(issue => `${issue.field}: ${issue.kind}`).join(', '));
    // Down-levelled classes lose their prototype when they extend Error.
    Object.setPrototypeOf(this, InvalidDraftError.prototype);
    this.name = 'InvalidDraftError';
  }
}

/** The key result as it stands without and with a draft; `null` when there is none of the draft's code. */
export type DraftPreview = { readonly before: KeyResultStatus; readonly after: KeyResultStatus } | null;

function keyResultOf(workspace: Workspace, draft: CheckInDraft): KeyResult | null {
  return workspace.keyResults.find(keyResult => keyResult.code === draft.keyResult) || null;
}

/**
 * Processes the person may report for on a key result: their own among those that answer for it. Whoever may edit the plan may
 * report for all of them, on behalf.
 */
export function processesToReportFor(workspace: Workspace, keyResult: KeyResult): ProcessCode[] {
  const mine = myProcesses(workspace);
  return keyResult.processes.filter(process => workspace.permissions.plan || mine.indexOf(process) >= 0);
}

/** "Llevas 7, aportas 2, quedas en 9": for the panel, while typing. @param replaces the check-in that is corrected, if any */
export function previewCheckIn(workspace: Workspace, today: Day, draft: CheckInDraft, replaces: CheckIn | null = null): DraftPreview {
  const keyResult = keyResultOf(workspace, draft);
  if (!keyResult) return null;
  return previewDraft({
    keyResult,
    base: workspace.cutoffs.find(row => row.keyResult === keyResult.code && row.quarter === workspace.baseQuarter) || null,
    checkIns: workspace.checkIns,
    quarters: workspace.quarters,
    programmed: workspace.programmedTargets,
    plan: workspace.plan,
    today,
    draft,
    replaces: replaces && replaces.id
  });
}

/** What is wrong with a draft, errors and warnings. @param replaces the check-in that is corrected, if any */
export function checkDraft(workspace: Workspace, today: Day, draft: CheckInDraft, replaces: CheckIn | null = null): DraftIssue[] {
  const keyResult = keyResultOf(workspace, draft);
  return validateDraft(draft, {
    keyResult,
    myProcesses: keyResult ? processesToReportFor(workspace, keyResult) : [],
    quarters: workspace.quarters,
    today,
    graceDays: workspace.plan.graceDays,
    preview: previewCheckIn(workspace, today, draft, replaces)
  });
}

function assertValid(workspace: Workspace, now: Date, draft: CheckInDraft, replaces: CheckIn | null): void {
  const errors = checkDraft(workspace, bogotaDay(now), draft, replaces).filter(issue => issue.severity === 'error');
  if (errors.length) throw new InvalidDraftError(errors);
}

function referencesOf(workspace: Workspace, draft: CheckInDraft): CheckInReferences {
  const keyResult = keyResultOf(workspace, draft);
  const process = workspace.processes.find(row => row.code === draft.process);
  if (!keyResult || !process) throw new AppError('gone', { list: keyResult ? 'Processes' : 'KeyResults' });
  return { keyResultId: keyResult.id, processId: process.id };
}

/** The workspace with a check-in added, or in the place of the one with its id. */
export function withCheckIn(workspace: Workspace, checkIn: CheckIn): Workspace {
  return { ...workspace, checkIns: [...workspace.checkIns.filter(row => row.id !== checkIn.id), checkIn] };
}

/** The workspace without a check-in. */
export function withoutCheckIn(workspace: Workspace, id: number): Workspace {
  return { ...workspace, checkIns: workspace.checkIns.filter(row => row.id !== id) };
}

/**
 * Whether the person may correct or undo a check-in: it is their own and its quarter is open, which SharePoint enforces, and no other plan
 * has taken this one's place.
 */
export function canCorrect(workspace: Workspace, checkIn: CheckIn): boolean {
  const quarter = workspace.quarters.find(row => row.code === checkIn.quarter);
  return workspace.supersededBy === null && quarter !== undefined && quarter.state === 'open'
    && checkIn.author !== null && checkIn.author.login.toLowerCase() === workspace.user.login.toLowerCase();
}

function assertOpen(workspace: Workspace, checkIn: CheckIn): void {
  assertNotOver(workspace);
  const quarter = workspace.quarters.find(row => row.code === checkIn.quarter);
  if (!quarter || quarter.state !== 'open') throw new AppError('quarterClosed');
  if (!canCorrect(workspace, checkIn)) throw new AppError('noAccess');
}

/**
 * Sends a new check-in and folds it into the workspace, without reading again.
 * @throws before anything is sent InvalidDraftError, or AppError `planOver`; AppError as the writer says
 */
export async function recordCheckIn(
  services: Pick<Services, 'checkIns' | 'now'>, workspace: Workspace, draft: CheckInDraft
): Promise<{ checkIn: CheckIn; workspace: Workspace }> {
  assertNotOver(workspace);
  assertValid(workspace, services.now(), draft, null);
  const checkIn = await services.checkIns.add(draft, referencesOf(workspace, draft));
  return { checkIn, workspace: withCheckIn(workspace, checkIn) };
}

/**
 * Replaces a check-in of one's own in an open quarter. `original` is the version the person saw: if the row has changed since, the
 * writer rejects with `conflict` and nothing is overwritten.
 * @throws InvalidDraftError, AppError
 */
export async function correctCheckIn(
  services: Pick<Services, 'checkIns' | 'now'>, workspace: Workspace, original: CheckIn, draft: CheckInDraft
): Promise<{ checkIn: CheckIn; workspace: Workspace }> {
  assertOpen(workspace, original);
  assertValid(workspace, services.now(), draft, original);
  const checkIn = await services.checkIns.update(original, draft, referencesOf(workspace, draft));
  return { checkIn, workspace: withCheckIn(workspace, checkIn) };
}

/**
 * Deletes a check-in of one's own in an open quarter.
 * @throws AppError: `conflict` when somebody changed it meanwhile, `refused` when it has been reviewed
 */
export async function undoCheckIn(services: Pick<Services, 'checkIns'>, workspace: Workspace, checkIn: CheckIn): Promise<Workspace> {
  assertOpen(workspace, checkIn);
  await services.checkIns.remove(checkIn);
  return withoutCheckIn(workspace, checkIn.id);
}

/** The key result that check-ins on this one belong to: itself, or the one whose figures it shows. */
export function reportedOn(workspace: Workspace, keyResult: KeyResult): KeyResult {
  return measureOf(keyResult, new Map(workspace.keyResults.map(row => [row.code, row])));
}
