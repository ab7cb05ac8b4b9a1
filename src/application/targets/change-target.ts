import { bogotaDay, sortTargetChanges } from '../../domain';
import type { Day, KeyResult, TargetChange } from '../../domain';
import { AppError } from '../errors';
import type { Services } from '../ports';
import type { Workspace } from '../workspace';
import type { NewTargetChange, TargetRows, TargetWrite } from './port';
import { withTargetRows } from './programme';

/** Longest reason, in characters. */
export const REASON_LIMIT = 2000;

export interface TargetDraft {
  readonly keyResult: KeyResult;
  /** `null` takes the target away. */
  readonly newTarget: number | null;
  readonly reason: string;
  readonly effectiveOn: Day;
}

/**
 * What keeps a change of target from being written:
 * - `same`: it is the target already; `notANumber`; `alias`: the measure is another key result's;
 * - `noTarget`: stages and scales have no target in numbers;
 * - `reasonMissing`, `reasonTooLong`; `dayMissing`;
 * - `dayInFuture`: the target of today is the one in the plan;
 * - `dayClosed`: the day lies in a closed quarter, whose cutoff keeps the target it was frozen with;
 * - `dayBeforeLast`: a later change is on record, and history is written in order.
 */
export type TargetIssue =
  | 'same' | 'notANumber' | 'alias' | 'noTarget' | 'reasonMissing' | 'reasonTooLong' | 'dayMissing' | 'dayInFuture' | 'dayClosed' | 'dayBeforeLast';

export class InvalidTargetError extends Error {
  public constructor(public readonly issues: readonly TargetIssue[]) {
    super(issues.join(', '));
    // Down-levelled classes lose their prototype when they extend Error.
    Object.setPrototypeOf(this, InvalidTargetError.prototype);
    this.name = 'InvalidTargetError';
  }
}

/** Issues of what any row of the history needs. */
function reasonIssues(reason: string): TargetIssue[] {
  if (reason.trim() === '') return ['reasonMissing'];
  return reason.trim().length > REASON_LIMIT ? ['reasonTooLong'] : [];
}

/** What is wrong with a change; nothing where it can be written. @param changes what is on record of the key result */
export function targetIssues(
  { keyResult, newTarget, reason, effectiveOn }: TargetDraft, workspace: Workspace, changes: readonly TargetChange[], today: Day
): TargetIssue[] {
  const issues: TargetIssue[] = [];
  if (keyResult.sameMeasureAs !== null) issues.push('alias');
  if (keyResult.direction === 'Milestone' || keyResult.direction === 'Qualitative') issues.push('noTarget');
  if (newTarget !== null && !Number.isFinite(newTarget)) issues.push('notANumber');
  else if (newTarget === keyResult.target) issues.push('same');
  issues.push(...reasonIssues(reason));
  const base = workspace.quarters.find(({ code }) => code === workspace.baseQuarter);
  const own = sortTargetChanges(changes.filter(change => change.keyResult === keyResult.code));
  if (effectiveOn === '') issues.push('dayMissing');
  else if (effectiveOn > today) issues.push('dayInFuture');
  else if (base && effectiveOn <= base.end) issues.push('dayClosed');
  else if (own.length > 0 && effectiveOn < own[own.length - 1].effectiveOn) issues.push('dayBeforeLast');
  return issues;
}

/**
 * The change on record whose target has not come into the plan: it was interrupted between its two rows. `null` where history and target
 * agree, or disagree otherwise.
 */
export function unfinishedChange(keyResult: KeyResult, changes: readonly TargetChange[]): TargetChange | null {
  const own = sortTargetChanges(changes.filter(change => change.keyResult === keyResult.code));
  const last = own[own.length - 1];
  return last && last.newTarget !== keyResult.target && last.oldTarget === keyResult.target ? last : null;
}

function sameChange(change: TargetChange, wanted: NewTargetChange): boolean {
  return change.keyResult === wanted.keyResult && change.oldTarget === wanted.oldTarget && change.newTarget === wanted.newTarget
    && change.effectiveOn === wanted.effectiveOn;
}

async function writeOne(services: Pick<Services, 'targets'>, write: TargetWrite): Promise<{ id: number; etag: string }> {
  const [outcome] = await services.targets.write([write]);
  if (!outcome.ok) throw outcome.error;
  return outcome;
}

/** The key result's row, if its target is still what the person saw. */
function rowToChange(rows: TargetRows, keyResult: KeyResult): TargetRows['keyResults'][number] {
  const row = rows.keyResults.find(({ code }) => code === keyResult.code);
  if (!row) throw new AppError('gone', { list: 'KeyResults' });
  if (row.target !== keyResult.target) throw new AppError('conflict', { list: 'KeyResults' });
  return row;
}

async function retarget(
  services: Pick<Services, 'targets'>, workspace: Workspace, row: TargetRows['keyResults'][number], target: number | null
): Promise<Workspace> {
  await writeOne(services, { kind: 'retarget', row, target });
  return withTargetRows(workspace, await services.targets.read(workspace.keyResults));
}

/**
 * Changes a target: first the row of its history, then the target itself. Interrupted between them the change is on record and
 * {@link unfinishedChange} finds it; running again finishes it without a second row. The other way round a target would stand without
 * its history, and the next closing would take it for the one that always held.
 * @throws InvalidTargetError before anything is sent; AppError `conflict` where somebody changed the target meanwhile: nothing is left behind
 */
export async function changeTarget(services: Pick<Services, 'targets' | 'plan' | 'now' | 'newKey'>, workspace: Workspace, draft: TargetDraft): Promise<Workspace> {
  if (!workspace.permissions.plan) throw new AppError('noAccess', { list: 'TargetChanges' });
  const { keyResult, newTarget } = draft;
  const [{ targetChanges }, rows] = await Promise.all([services.plan.readHistory(keyResult), services.targets.read(workspace.keyResults)]);
  const row = rowToChange(rows, keyResult);
  const change: NewTargetChange = {
    keyResult: keyResult.code, oldTarget: keyResult.target, newTarget, reason: draft.reason.trim(), effectiveOn: draft.effectiveOn
  };
  const begun = targetChanges.find(one => sameChange(one, change));
  const issues = targetIssues(draft, workspace, targetChanges.filter(one => one !== begun), bogotaDay(services.now()));
  if (issues.length > 0) throw new InvalidTargetError(issues);
  if (begun) return retarget(services, workspace, row, newTarget);
  const written = await writeOne(services, { kind: 'record', keyResultId: keyResult.id, change, key: services.newKey() });
  try {
    return await retarget(services, workspace, row, newTarget);
  } catch (error) {
    // Somebody was faster: the change that did not come about leaves no trace in the history.
    if (error instanceof AppError && error.kind === 'conflict') await writeOne(services, { kind: 'unrecord', row: written });
    throw error;
  }
}

/** Brings the target of a change on record into the plan. @throws AppError `conflict` where the target is another by now */
export async function finishChange(services: Pick<Services, 'targets'>, workspace: Workspace, keyResult: KeyResult, change: TargetChange): Promise<Workspace> {
  const row = rowToChange(await services.targets.read(workspace.keyResults), keyResult);
  return retarget(services, workspace, row, change.newTarget);
}

/** A change that was made in the list without a row of its history, as the row's versions tell it. */
export interface MissingChange {
  readonly oldTarget: number | null;
  readonly newTarget: number | null;
  readonly effectiveOn: Day;
}

/** A row of history that was written, as it takes to take it back. */
export interface RecordedChange {
  readonly id: number;
  readonly etag: string;
}

/**
 * Writes the row of history of a change that was made in the list without one. Already there it is not written again: `null` then.
 * @throws InvalidTargetError without a reason; AppError
 */
export async function recordMissingChange(
  services: Pick<Services, 'targets' | 'plan' | 'newKey'>, workspace: Workspace, keyResult: KeyResult, missing: MissingChange, reason: string
): Promise<RecordedChange | null> {
  if (!workspace.permissions.plan) throw new AppError('noAccess', { list: 'TargetChanges' });
  const issues = reasonIssues(reason);
  if (issues.length > 0) throw new InvalidTargetError(issues);
  const { oldTarget, newTarget, effectiveOn } = missing;
  const change: NewTargetChange = { keyResult: keyResult.code, oldTarget, newTarget, effectiveOn, reason: reason.trim() };
  const { targetChanges } = await services.plan.readHistory(keyResult);
  if (targetChanges.some(one => sameChange(one, change))) return null;
  return writeOne(services, { kind: 'record', keyResultId: keyResult.id, change, key: services.newKey() });
}

/** Takes a row of history back that was just written. @throws AppError `conflict` where somebody changed it meanwhile */
export async function unrecordChange(services: Pick<Services, 'targets'>, row: RecordedChange): Promise<void> {
  await writeOne(services, { kind: 'unrecord', row });
}
