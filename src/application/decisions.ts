import { decisionTitle, draftOfDecision, validateDecision } from '../domain';
import type { Decision, DecisionDraft, DecisionIssue, DecisionState } from '../domain';
import { AppError } from './errors';
import { assertNotOver } from './plan-over';
import type { DecisionReferences, Services } from './ports';
import type { Workspace } from './workspace';

/** A decision that must not be sent: `issues` says why, for the fields. */
export class InvalidDecisionError extends Error {
  public constructor(public readonly issues: readonly DecisionIssue[]) {
    super(issues.map(issue => `${issue.field}: ${issue.kind}`).join(', '));
    // Down-levelled classes lose their prototype when they extend Error.
    Object.setPrototypeOf(this, InvalidDecisionError.prototype);
    this.name = 'InvalidDecisionError';
  }
}

export interface DecisionChange {
  readonly decision: Decision;
  /** With the decision in it, or without it once it is closed: a workspace holds the open ones. */
  readonly workspace: Workspace;
}

/** Whether the person may record, change and take back decisions: a plan whose place another has taken is only read. */
export function canDecide({ permissions, supersededBy }: Workspace): boolean {
  return permissions.decide && supersededBy === null;
}

/** What is wrong with a draft, errors and warnings. */
export function checkDecision(workspace: Workspace, draft: DecisionDraft): DecisionIssue[] {
  return validateDecision(draft, workspace.processes.map(process => process.code));
}

/** The strategic objective a key result belongs to; `null` when the plan has no such key result. */
export function objectiveOf(workspace: Workspace, keyResult: string): string | null {
  const row = workspace.keyResults.find(({ code }) => code === keyResult);
  const tactical = row && workspace.tacticalObjectives.find(({ code }) => code === row.tacticalObjective);
  return tactical ? tactical.strategicObjective : null;
}

/** The workspace with a decision put in, replaced, or taken out because it is no longer open. */
export function withDecision(workspace: Workspace, decision: Decision): Workspace {
  const others = workspace.decisions.filter(({ id }) => id !== decision.id);
  return { ...workspace, decisions: decision.state === 'Abierta' ? [decision, ...others] : others };
}

/** The workspace without a decision. */
export function withoutDecision(workspace: Workspace, id: number): Workspace {
  return { ...workspace, decisions: workspace.decisions.filter(decision => decision.id !== id) };
}

function idOf<T extends { id: number; code: string }>(list: string, rows: readonly T[], code: string | null): number | null {
  if (code === null) return null;
  const row = rows.find(candidate => candidate.code === code);
  if (!row) throw new AppError('gone', { list });
  return row.id;
}

function referencesOf(workspace: Workspace, draft: DecisionDraft): DecisionReferences {
  return {
    keyResultId: idOf('KeyResults', workspace.keyResults, draft.keyResult),
    strategicObjectiveId: idOf('StrategicObjectives', workspace.strategicObjectives, draft.strategicObjective),
    processId: idOf('Processes', workspace.processes, draft.responsible)
  };
}

/** A decision on a key result is found under its objective too. */
function underObjective(workspace: Workspace, draft: DecisionDraft): DecisionDraft {
  const objective = draft.keyResult === null ? null : objectiveOf(workspace, draft.keyResult);
  return { ...draft, strategicObjective: objective || draft.strategicObjective };
}

function prepared(workspace: Workspace, draft: DecisionDraft): DecisionDraft {
  assertNotOver(workspace);
  const errors = checkDecision(workspace, draft).filter(issue => issue.severity === 'error');
  if (errors.length) throw new InvalidDecisionError(errors);
  return underObjective(workspace, { ...draft, title: decisionTitle(draft.title), detail: draft.detail.trim() });
}

/**
 * Sends a new decision and folds it into the workspace, without reading again.
 * @throws before anything is sent InvalidDecisionError, or AppError `planOver`; AppError as the register says
 */
export async function recordDecision(
  services: Pick<Services, 'decisions'>, workspace: Workspace, draft: DecisionDraft
): Promise<DecisionChange> {
  const ready = prepared(workspace, draft);
  const decision = await services.decisions.add(ready, referencesOf(workspace, ready));
  return { decision, workspace: withDecision(workspace, decision) };
}

/**
 * Replaces a decision's content. `original` is the version the person saw: if the row has changed since, it rejects with `conflict`
 * and nothing is overwritten.
 * @throws InvalidDecisionError, AppError
 */
export async function correctDecision(
  services: Pick<Services, 'decisions'>, workspace: Workspace, original: Decision, draft: DecisionDraft
): Promise<DecisionChange> {
  const ready = prepared(workspace, draft);
  const decision = await services.decisions.update(original, ready, referencesOf(workspace, ready));
  return { decision, workspace: withDecision(workspace, decision) };
}

/** Marks a decision as carried out, dropped, or open again. @throws AppError: `planOver`; `conflict` when somebody changed it meanwhile */
export async function setDecisionState(
  services: Pick<Services, 'decisions'>, workspace: Workspace, decision: Decision, state: DecisionState
): Promise<DecisionChange> {
  assertNotOver(workspace);
  // Not through the check of drafts: a row written by hand in the list may lack what the form asks for, and is closed all the same.
  const draft = underObjective(workspace, { ...draftOfDecision(decision), state });
  const changed = await services.decisions.update(decision, draft, referencesOf(workspace, draft));
  return { decision: changed, workspace: withDecision(workspace, changed) };
}

/** Takes back a decision that was recorded. @throws AppError: `planOver`; `conflict` when somebody changed it meanwhile */
export async function undoDecision(
  services: Pick<Services, 'decisions'>, workspace: Workspace, decision: Decision
): Promise<Workspace> {
  assertNotOver(workspace);
  await services.decisions.remove(decision);
  return withoutDecision(workspace, decision.id);
}
