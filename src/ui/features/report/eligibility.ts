import type { Board } from '../../../application/board';
import { canCorrect, processesToReportFor } from '../../../application/check-ins';
import { quarterStatus } from '../../../domain';
import type { CheckIn, KeyResult, KeyResultCode, ProcessCode, Quarter, QuarterCode, QuarterStatus } from '../../../domain';

/** Why there is no form. Each says what to do instead. */
export type Hindrance =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'alias'; readonly original: KeyResultCode }
  | { readonly kind: 'inactive' }
  | { readonly kind: 'noPermission' }
  | { readonly kind: 'noProcess' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'notMine'; readonly processes: readonly ProcessCode[] }
  | { readonly kind: 'quarterClosed'; readonly quarter: QuarterCode }
  | { readonly kind: 'notBegun'; readonly next: Quarter }
  | { readonly kind: 'noQuarter' }
  | { readonly kind: 'planOver'; readonly next: string }
  | { readonly kind: 'notYours' };

/** For whom and when a report may be made. None of the lists is empty. */
export interface Choices {
  readonly processes: readonly ProcessCode[];
  readonly quarters: readonly QuarterStatus[];
}

function hindranceToCorrect(board: Board, checkIn: CheckIn): Hindrance | null {
  if (canCorrect(board.workspace, checkIn)) return null;
  const quarter = board.workspace.quarters.find((row) => row.code === checkIn.quarter);
  return quarter && quarter.state === 'open' ? { kind: 'notYours' } : { kind: 'quarterClosed', quarter: checkIn.quarter };
}

function hindranceOfQuarters(board: Board): Hindrance | null {
  if (board.reportable.length > 0) return null;
  const next = board.workspace.quarters.filter((row) => row.state === 'open' && row.start > board.today).sort((a, b) => (a.start < b.start ? -1 : 1))[0];
  return next ? { kind: 'notBegun', next } : { kind: 'noQuarter' };
}

/**
 * What keeps the person from reporting on a key result, as far as can be told before asking SharePoint; `null` when nothing does.
 * @param checkIn the report to correct, if any
 */
export function hindranceOf(board: Board, code: KeyResultCode, checkIn: CheckIn | null): Hindrance | null {
  const keyResult = board.workspace.keyResults.find((row) => row.code === code);
  if (!keyResult) return { kind: 'unknown' };
  if (keyResult.sameMeasureAs !== null) return { kind: 'alias', original: keyResult.sameMeasureAs };
  if (!keyResult.active) return { kind: 'inactive' };
  if (board.workspace.supersededBy) return { kind: 'planOver', next: board.workspace.supersededBy };
  if (!board.workspace.permissions.report) return { kind: 'noPermission' };
  if (processesToReportFor(board.workspace, keyResult).length === 0) {
    if (keyResult.processes.length === 0) return { kind: 'nobody' };
    return board.myProcesses.length === 0 ? { kind: 'noProcess' } : { kind: 'notMine', processes: keyResult.processes };
  }
  return checkIn ? hindranceToCorrect(board, checkIn) : hindranceOfQuarters(board);
}

/** The quarter of a report that is corrected is offered even when the clock alone would not. */
export function choicesOf(board: Board, keyResult: KeyResult, checkIn: CheckIn | null): Choices {
  const { plan, quarters } = board.workspace;
  const own = checkIn && !board.reportable.some(({ quarter }) => quarter.code === checkIn.quarter)
    ? quarters.find((row) => row.code === checkIn.quarter)
    : undefined;
  return {
    processes: processesToReportFor(board.workspace, keyResult),
    quarters: own ? [quarterStatus(own, board.today, plan.graceDays), ...board.reportable] : board.reportable
  };
}

/**
 * Where a report goes whose quarter has been closed while it was written: the next quarter whose window is open,
 * else the next that takes reports; `null` without one.
 */
export function otherQuarter({ quarters }: Choices, closed: QuarterCode): QuarterCode | null {
  const codes = quarters.map(({ quarter }) => quarter.code);
  // Quarters close in order: those before a closed one are closed too, whatever the page still shows.
  return codes.filter((code) => code > closed).find((code) => quarters.some(({ quarter, windowOpen }) => quarter.code === code && windowOpen))
    || codes.filter((code) => code > closed)[0] || null;
}
