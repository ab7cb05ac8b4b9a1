import {
  accumulate, compareCheckIns, currentValue, NOTHING, statusOf, validateDraft
} from '../../domain';
import type { Accumulated, CheckIn, DraftIssueKind, KeyResultCode, KeyResultStatus, Light, Problem } from '../../domain';
import type { Board } from '../board';
import { isOwn } from './review';

/**
 * What a planner should look at before approving:
 * - `changesState`: without it the key result would show another light;
 * - `noEvidence`: no document is linked;
 * - `unusable`: part of the row could not be read;
 * - `draft`: what the report panel would object to, see {@link DraftIssueKind}.
 */
export type Observation =
  | { readonly kind: 'changesState'; readonly from: Light }
  | { readonly kind: 'noEvidence' }
  | { readonly kind: 'unusable'; readonly problem: Problem }
  | { readonly kind: 'draft'; readonly issue: DraftIssueKind };

/** A check-in with what a verdict on it depends on. */
export interface ReviewItem {
  readonly checkIn: CheckIn;
  /** The key result as it stands, with every check-in. */
  readonly status: KeyResultStatus;
  /** The value right after this check-in: the sum up to it, the reading, the level; `null` where it has none. */
  readonly standsAt: number | null;
  /** Its accumulated state then, for milestones. */
  readonly after: Accumulated;
  readonly changesState: boolean;
  readonly observations: readonly Observation[];
  /** The person's own: shown, and judged by somebody else. */
  readonly own: boolean;
}

/** Issues of a draft that are about sending it now and here, not about what it says. */
const ABOUT_SENDING: readonly DraftIssueKind[] = ['quarterClosed', 'quarterNotBegun', 'quarterUnknown', 'keyResultUnknown', 'keyResultIsAlias'];

function observationsOf(board: Board, checkIn: CheckIn, before: KeyResultStatus, after: KeyResultStatus): Observation[] {
  const { workspace, today } = board;
  const found: Observation[] = [];
  if (before.light !== after.light) found.push({ kind: 'changesState', from: before.light });
  if (checkIn.evidence.length === 0) found.push({ kind: 'noEvidence' });
  const unusable = workspace.problems.filter(({ list, rowId }) => list === 'CheckIns' && rowId === checkIn.id);
  found.push(...unusable.map((problem): Observation => ({ kind: 'unusable', problem })));
  const { keyResult } = after;
  const issues = validateDraft({ ...checkIn, process: checkIn.process || '' }, {
    keyResult, myProcesses: keyResult.processes, quarters: workspace.quarters, today, graceDays: workspace.plan.graceDays,
    preview: { before, after }
  });
  const kinds = new Set(issues.map(issue => issue.kind).filter(kind => ABOUT_SENDING.indexOf(kind) < 0));
  found.push(...Array.from(kinds).map((issue): Observation => ({ kind: 'draft', issue })));
  return found;
}

/** Items of one key result's check-ins. */
function itemsOf(board: Board, code: KeyResultCode, wanted: readonly CheckIn[]): ReviewItem[] {
  const { workspace, today } = board;
  const status = board.statuses.get(code);
  if (!status) return [];
  const { keyResult } = status;
  const base = workspace.cutoffs.find(row => row.keyResult === code && row.quarter === workspace.baseQuarter) || null;
  const all = [...board.checkInsOf(code)].sort(compareCheckIns);
  let state = base ? base.accumulated : NOTHING;
  const after = new Map(all.map(checkIn => {
    state = accumulate(keyResult, [checkIn], state);
    return [checkIn.id, state];
  }));
  return wanted.map(checkIn => {
    const before = statusOf({
      keyResult, base, checkIns: all.filter(({ id }) => id !== checkIn.id), quarters: workspace.quarters,
      programmed: workspace.programmedTargets, plan: workspace.plan, today
    });
    const left = after.get(checkIn.id) || NOTHING;
    const observations = observationsOf(board, checkIn, before, status);
    const quarter = workspace.quarters.find(row => row.code === checkIn.quarter);
    return {
      checkIn, status, after: left, observations,
      standsAt: currentValue(keyResult, left, quarter && quarter.end < today ? quarter.end : today),
      changesState: before.light !== status.light,
      own: isOwn(workspace, checkIn)
    };
  });
}

/**
 * The check-ins of the open quarters, in the order in which they are best judged: those that change a key result's state, then those with
 * something to look at, then the rest; among them the oldest report first.
 */
export function reviewQueue(board: Board): ReviewItem[] {
  const byKeyResult = new Map<KeyResultCode, CheckIn[]>();
  for (const checkIn of board.workspace.checkIns) {
    byKeyResult.set(checkIn.keyResult, [...(byKeyResult.get(checkIn.keyResult) || []), checkIn]);
  }
  const items: ReviewItem[] = [];
  byKeyResult.forEach((checkIns, code) => { items.push(...itemsOf(board, code, checkIns)); });
  const rank = (item: ReviewItem): number => (item.changesState ? 0 : item.observations.length > 0 ? 1 : 2);
  return items.sort((a, b) => rank(a) - rank(b)
    || (a.checkIn.reportedOn < b.checkIn.reportedOn ? -1 : a.checkIn.reportedOn > b.checkIn.reportedOn ? 1 : a.checkIn.id - b.checkIn.id));
}

/** Nothing to look at: has evidence, changes no state, no warning, and is not the person's own. These may be approved together. */
export function isWithoutObservations(item: ReviewItem): boolean {
  return !item.own && item.checkIn.review === 'pending' && item.observations.length === 0;
}
