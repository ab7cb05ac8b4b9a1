import { quartersWithin } from '../../domain';
import type { KeyResult, KeyResultCode, Quarter, QuarterCode } from '../../domain';
import { AppError } from '../errors';
import type { Services } from '../ports';
import type { Workspace } from '../workspace';
import type { TargetRows, TargetWrite } from './port';

/** A cell of the grid: the weight, or a quarter's programmed value. `null` empties it. */
export interface CellEdit {
  readonly keyResult: KeyResultCode;
  /** `null` for the weight. */
  readonly quarter: QuarterCode | null;
  readonly value: number | null;
}

/**
 * Why a cell was not saved:
 * - `alias`: shows another key result's figures; `outside`: the quarter lies outside the key result's dates;
 * - `unknown`: no such key result (any more); `invalid`: a weight that is empty or negative, or no number at all;
 * - `limit`: what stays within a limit is expected at every moment, so nothing is programmed.
 */
export type CellRefusal = 'alias' | 'outside' | 'unknown' | 'invalid' | 'limit';

export type CellResult =
  | { readonly kind: 'saved' }
  /** Somebody changed the cell meanwhile, to this. */
  | { readonly kind: 'conflict'; readonly theirs: number | null }
  | { readonly kind: 'refused'; readonly why: CellRefusal }
  | { readonly kind: 'failed'; readonly error: AppError };

export interface CellOutcome {
  readonly edit: CellEdit;
  readonly result: CellResult;
}

export interface ProgrammeRun {
  /** One per edit, in the order given. */
  readonly outcomes: readonly CellOutcome[];
  /** The rows as they stand now: what the next edits are held against. */
  readonly rows: TargetRows;
  /** With what was saved, and what others saved meanwhile, folded in. */
  readonly workspace: Workspace;
}

/** Why a cell cannot hold anything; `null` where it can. */
export function cellRefusal(keyResult: KeyResult | undefined, quarters: readonly Quarter[], { quarter, value }: Omit<CellEdit, 'keyResult'>): CellRefusal | null {
  if (!keyResult) return 'unknown';
  if (quarter === null) return value === null || !Number.isFinite(value) || value < 0 ? 'invalid' : null;
  if (value === null) return null;
  if (!Number.isFinite(value)) return 'invalid';
  if (keyResult.sameMeasureAs !== null) return 'alias';
  if (keyResult.direction === 'AtMost' || keyResult.direction === 'AtLeast') return 'limit';
  return quartersWithin(keyResult, quarters).some(({ code }) => code === quarter) ? null : 'outside';
}

/** What a cell holds in the rows. */
export function cellValue(rows: TargetRows, { keyResult, quarter }: Pick<CellEdit, 'keyResult' | 'quarter'>): number | null {
  if (quarter === null) return (rows.keyResults.find(({ code }) => code === keyResult) || { weight: null }).weight;
  return (rows.programmed.find(row => row.keyResult === keyResult && row.quarter === quarter) || { value: null }).value;
}

/** The workspace with the targets and weights of the rows. */
export function withTargetRows(workspace: Workspace, rows: TargetRows): Workspace {
  const known = new Map(rows.keyResults.map(row => [row.code, row]));
  return {
    ...workspace,
    programmedTargets: rows.programmed.map(({ id, keyResult, quarter, value }) => ({ id, keyResult, quarter, value })),
    keyResults: workspace.keyResults.map(keyResult => {
      const row = known.get(keyResult.code);
      return row && (row.weight !== keyResult.weight || row.target !== keyResult.target)
        ? { ...keyResult, weight: row.weight, target: row.target } : keyResult;
    })
  };
}

/** Key results of strategic or tactical objectives that would all weigh nothing: their objective has no figure then. */
export function objectivesWithoutWeight(workspace: Workspace, weightOf: (code: KeyResultCode) => number): string[] {
  return workspace.tacticalObjectives.filter(({ code }) => {
    const own = workspace.keyResults.filter(row => row.active && row.tacticalObjective === code);
    return own.length > 0 && own.every(row => weightOf(row.code) === 0);
  }).map(({ code }) => code);
}

interface Plan {
  readonly result: CellResult | null;
  readonly write: TargetWrite | null;
}

const SAVED: Plan = { result: { kind: 'saved' }, write: null };

/** What has to be written for an edit, given what stood when it was begun and what stands now. */
function planOf(edit: CellEdit, before: TargetRows, now: TargetRows, keyResult: KeyResult, newKey: () => string): Plan {
  const current = cellValue(now, edit);
  // Also what an attempt wrote whose answer was lost.
  if (current === edit.value) return SAVED;
  if (current !== cellValue(before, edit)) return { result: { kind: 'conflict', theirs: current }, write: null };
  const { quarter, value } = edit;
  if (quarter === null) {
    const row = now.keyResults.find(({ code }) => code === edit.keyResult);
    return row ? { result: null, write: { kind: 'weigh', row, weight: value || 0 } } : { result: { kind: 'refused', why: 'unknown' }, write: null };
  }
  const row = now.programmed.find(one => one.keyResult === edit.keyResult && one.quarter === quarter);
  if (!row) {
    return value === null ? SAVED : {
      result: null, write: { kind: 'program', keyResultId: keyResult.id, keyResult: keyResult.code, quarter, value, key: newKey() }
    };
  }
  return { result: null, write: value === null ? { kind: 'clear', row } : { kind: 'reprogram', row, value } };
}

/**
 * Saves cells of the grid, only those given. What stands now is read first: a cell that somebody changed since `before` was read is a
 * conflict and stays theirs, and one that holds the value already is not written again, so that running twice doubles nothing.
 * @throws AppError `noAccess` for whoever may not edit the plan; else what a request as a whole failed with: run again, it goes on
 */
export async function saveProgramme(
  services: Pick<Services, 'targets' | 'newKey'>, workspace: Workspace, before: TargetRows, edits: readonly CellEdit[],
  onProgress?: (done: number, total: number) => void
): Promise<ProgrammeRun> {
  if (!workspace.permissions.plan) throw new AppError('noAccess', { list: 'ProgrammedTargets' });
  const keyResults = new Map(workspace.keyResults.map(row => [row.code, row]));
  const now = await services.targets.read(workspace.keyResults);
  const plans = edits.map((edit): Plan => {
    const keyResult = keyResults.get(edit.keyResult);
    const why = cellRefusal(keyResult, workspace.quarters, edit);
    if (why !== null || !keyResult) return { result: { kind: 'refused', why: why || 'unknown' }, write: null };
    return planOf(edit, before, now, keyResult, services.newKey);
  });
  const writes = plans.map(({ write }) => write).filter((write): write is TargetWrite => write !== null);
  if (writes.length === 0) {
    const outcomes = edits.map((edit, index) => ({ edit, result: plans[index].result as CellResult }));
    return { outcomes, rows: now, workspace: withTargetRows(workspace, now) };
  }
  const written = await services.targets.write(writes, onProgress);
  const rows = await services.targets.read(workspace.keyResults);
  let next = 0;
  const outcomes = edits.map((edit, index): CellOutcome => {
    const { result } = plans[index];
    if (result) return { edit, result };
    const outcome = written[next++];
    const stands = cellValue(rows, edit);
    if (outcome.ok || stands === edit.value) return { edit, result: { kind: 'saved' } };
    const changed = ['conflict', 'gone', 'duplicate'].indexOf(outcome.error.kind) >= 0;
    return { edit, result: changed ? { kind: 'conflict', theirs: stands } : { kind: 'failed', error: outcome.error } };
  });
  return { outcomes, rows, workspace: withTargetRows(workspace, rows) };
}
