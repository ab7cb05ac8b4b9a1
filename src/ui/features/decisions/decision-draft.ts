import type { LocalStore } from '../../../application/ports';
import type { Day, DecisionDraft, DecisionState } from '../../../domain';
import { isDay } from '../../../domain';
import { DECISION_STATES } from './decision-words';

/** What a decision is about: a key result, an objective, or (neither) the plan as a whole. */
export interface DecisionSubject {
  readonly keyResult: string | null;
  /** Code of the strategic objective. */
  readonly strategicObjective: string | null;
}

/** What is typed into the form; everything else of a draft is known from where it is opened. */
export type TypedDecision = Pick<DecisionDraft, 'title' | 'detail' | 'responsible' | 'due' | 'decidedOn' | 'state' | 'clientKey'>;

/** Raised when the shape changes; drafts of another version are not read. */
const VERSION = 1;

function keyOf(plan: string, { keyResult, strategicObjective }: DecisionSubject): string {
  return `decision/${plan}/${keyResult || strategicObjective || 'plan'}`;
}

function textIn(found: Record<string, unknown>, name: string): string {
  const value = found[name];
  return typeof value === 'string' ? value : '';
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Anything may stand in the browser's storage; what is no draft of ours is treated as none.
    return null;
  }
}

/** The draft that was left, if there is one; a decision is decided on the day it is saved, so the day is today's. */
export function readDecisionDraft(store: LocalStore, plan: string, subject: DecisionSubject, today: Day): TypedDecision | null {
  const kept = store.read(keyOf(plan, subject));
  const found = kept === null ? null : parse(kept);
  if (typeof found !== 'object' || found === null) return null;
  const row = found as Record<string, unknown>;
  const clientKey = textIn(row, 'clientKey');
  if (row.version !== VERSION || clientKey === '') return null;
  const due = textIn(row, 'due');
  const state = textIn(row, 'state') as DecisionState;
  return {
    title: textIn(row, 'title'),
    detail: textIn(row, 'detail'),
    responsible: textIn(row, 'responsible') || null,
    due: isDay(due) ? due : null,
    decidedOn: today,
    state: DECISION_STATES.indexOf(state) >= 0 ? state : 'Abierta',
    clientKey
  };
}

/** Keeps what is typed; nothing typed leaves nothing. */
export function keepDecisionDraft(store: LocalStore, plan: string, subject: DecisionSubject, typed: TypedDecision): void {
  const key = keyOf(plan, subject);
  if (typed.title.trim() === '' && typed.detail.trim() === '') store.remove(key);
  else store.write(key, JSON.stringify({ version: VERSION, ...typed }));
}

export function dropDecisionDraft(store: LocalStore, plan: string, subject: DecisionSubject): void {
  store.remove(keyOf(plan, subject));
}
