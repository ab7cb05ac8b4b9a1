import { daysBetween, isDay } from './days';
import type { Day, Decision, ProcessCode } from './model';

/** Longest text SharePoint keeps in a Title. */
export const DECISION_TITLE_LIMIT = 255;

/** A decision as somebody is writing it, before it is sent. */
export interface DecisionDraft extends Omit<Decision, 'id' | 'etag'> {
  /** Made once for a draft, so that sending again after a lost answer cannot double it. */
  readonly clientKey: string;
}

export interface DecisionIssue {
  readonly field: 'title' | 'decidedOn' | 'responsible' | 'due';
  readonly kind:
    | 'titleEmpty' | 'titleTooLong' | 'dateInvalid' | 'dueInvalid' | 'unknownProcess'
    /** Due before it was decided: allowed, worth a second look. */
    | 'dueBeforeDecision'
    /** Nobody will see it among what they have to do. */
    | 'noResponsible';
  readonly severity: 'error' | 'warning';
}

/** A title in one line, as the list keeps it. */
export function decisionTitle(title: string): string {
  return title.replace(/\s+/g, ' ').trim();
}

/** What is wrong with a draft, errors and warnings, in the order of the form. @param processes codes of those that there are */
export function validateDecision(draft: DecisionDraft, processes: readonly ProcessCode[]): DecisionIssue[] {
  const issues: DecisionIssue[] = [];
  const title = decisionTitle(draft.title);
  if (title === '') issues.push({ field: 'title', kind: 'titleEmpty', severity: 'error' });
  if (title.length > DECISION_TITLE_LIMIT) issues.push({ field: 'title', kind: 'titleTooLong', severity: 'error' });
  if (!isDay(draft.decidedOn)) issues.push({ field: 'decidedOn', kind: 'dateInvalid', severity: 'error' });
  if (draft.responsible === null) issues.push({ field: 'responsible', kind: 'noResponsible', severity: 'warning' });
  else if (processes.indexOf(draft.responsible) < 0) issues.push({ field: 'responsible', kind: 'unknownProcess', severity: 'error' });
  if (draft.due !== null && !isDay(draft.due)) issues.push({ field: 'due', kind: 'dueInvalid', severity: 'error' });
  else if (draft.due !== null && isDay(draft.decidedOn) && draft.due < draft.decidedOn) {
    issues.push({ field: 'due', kind: 'dueBeforeDecision', severity: 'warning' });
  }
  return issues;
}

/** Open still although the day it was due by has gone. Without a due day a decision is never overdue. */
export function isOverdue(decision: Pick<Decision, 'state' | 'due'>, today: Day): boolean {
  return decision.state === 'Abierta' && decision.due !== null && decision.due < today;
}

/** Days until it is due, negative once it is overdue; `null` when it is closed or has no due day. */
export function daysToDue(decision: Pick<Decision, 'state' | 'due'>, today: Day): number | null {
  return decision.state === 'Abierta' && decision.due !== null ? daysBetween(today, decision.due) : null;
}

function dueOrder(decision: Pick<Decision, 'due'>): Day {
  return decision.due === null ? '9999-12-31' : decision.due;
}

/** Open ones first, the soonest due at the top (so the longest overdue first); then closed ones, the latest decided at the top. */
export function sortDecisions(decisions: readonly Decision[]): Decision[] {
  return [...decisions].sort((a, b) => {
    const [openA, openB] = [a.state === 'Abierta', b.state === 'Abierta'];
    if (openA !== openB) return openA ? -1 : 1;
    const [x, y] = openA ? [dueOrder(a), dueOrder(b)] : [b.decidedOn, a.decidedOn];
    return x === y ? b.id - a.id : x < y ? -1 : 1;
  });
}

/** The ones that are overdue, the longest first. */
export function overdueDecisions(decisions: readonly Decision[], today: Day): Decision[] {
  return sortDecisions(decisions).filter(decision => isOverdue(decision, today));
}

/** Content of a decision as a draft, to edit it. The key is of no use then: an existing row is told by its id. */
export function draftOfDecision(decision: Decision): DecisionDraft {
  const { title, detail, keyResult, strategicObjective, decidedOn, responsible, due, state } = decision;
  return { title, detail, keyResult, strategicObjective, decidedOn, responsible, due, state, clientKey: '' };
}
