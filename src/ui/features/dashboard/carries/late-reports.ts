import type { Board } from '../../../../application/board';
import { asksForReport } from '../../../../domain';
import type { ProcessCode } from '../../../../domain';

/** How many reports a process owes on the key results of a cell. @param keyResults codes */
export function owed(board: Board, process: ProcessCode, keyResults: readonly string[]): number {
  const within = new Set(keyResults);
  return board.itemsOf(process).filter(({ status, due }) => within.has(status.keyResult.code) && asksForReport(due)).length;
}
