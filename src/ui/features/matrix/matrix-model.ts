import type { Board } from '../../../application/board';
import type { KeyResultCode, KeyResultStatus, ProcessCode, StrategicObjective, TacticalObjective } from '../../../domain';

/** Marks per process, in the processes' order, and their sum. */
export interface MarkCounts {
  readonly byProcess: readonly number[];
  readonly total: number;
}

interface RowBase {
  /** Objective's or key result's code: unique in the plan. */
  readonly id: string;
  /** Row of the whole plan, 1-based, the header being 1: what `aria-rowindex` says whatever is collapsed or filtered. */
  readonly index: number;
}

export interface StrategicRow extends RowBase {
  readonly kind: 'strategic';
  readonly objective: StrategicObjective;
  readonly keyResults: number;
  readonly counts: MarkCounts;
}

export interface TacticalRow extends RowBase {
  readonly kind: 'tactical';
  readonly objective: TacticalObjective;
  readonly keyResults: number;
  readonly counts: MarkCounts;
}

export interface KeyResultRow extends RowBase {
  readonly kind: 'keyResult';
  readonly id: KeyResultCode;
  readonly strategic: string;
  readonly tactical: string;
  readonly status: KeyResultStatus;
  /** One per process, in the processes' order. */
  readonly marks: readonly boolean[];
  readonly count: number;
}

export type MatrixRow = StrategicRow | TacticalRow | KeyResultRow;

/** The responsibility matrix of the whole plan, in plan order. */
export interface Matrix {
  readonly processes: readonly ProcessCode[];
  readonly rows: readonly MatrixRow[];
  readonly keyResults: readonly KeyResultRow[];
  readonly totals: MarkCounts;
  /** Rows of the grid: the header, every group, every key result and the total. */
  readonly rowCount: number;
  readonly strategicObjectives: readonly StrategicObjective[];
  readonly tacticalObjectives: readonly TacticalObjective[];
}

/** Adds up the marks of some key results. */
export function countMarks(rows: readonly KeyResultRow[], processes: number): MarkCounts {
  const byProcess = new Array<number>(processes).fill(0);
  for (const row of rows) {
    row.marks.forEach((mark, column) => {
      byProcess[column] += mark ? 1 : 0;
    });
  }
  return { byProcess, total: byProcess.reduce((sum, count) => sum + count, 0) };
}

const byOrder = (a: { order: number; code: string }, b: { order: number; code: string }): number =>
  a.order - b.order || a.code.localeCompare(b.code, undefined, { numeric: true });

/** Builds the matrix of the plan's active key results. */
export function matrixOf(board: Board): Matrix {
  const { workspace } = board;
  const processes = workspace.processes.map(process => process.code);
  const strategicObjectives = [...workspace.strategicObjectives].sort(byOrder);
  const tacticalObjectives = strategicObjectives.flatMap(strategic =>
    workspace.tacticalObjectives.filter(tactical => tactical.strategicObjective === strategic.code).sort(byOrder)
  );
  const rows: MatrixRow[] = [];
  const keyResults: KeyResultRow[] = [];
  let index = 1;
  for (const strategic of strategicObjectives) {
    const strategicIndex = ++index;
    const groups = tacticalObjectives
      .filter(tactical => tactical.strategicObjective === strategic.code)
      .map(tactical => {
        const tacticalIndex = ++index;
        const members = workspace.keyResults
          .filter(item => item.tacticalObjective === tactical.code && item.active)
          .sort(byOrder)
          .flatMap((keyResult): KeyResultRow[] => {
            const status = board.statuses.get(keyResult.code);
            if (!status) {
              return [];
            }
            const marks = processes.map(process => keyResult.processes.includes(process));
            return [
              {
                kind: 'keyResult',
                id: keyResult.code,
                index: ++index,
                strategic: strategic.code,
                tactical: tactical.code,
                status,
                marks,
                count: marks.filter(Boolean).length
              }
            ];
          });
        return { tactical, tacticalIndex, members };
      });
    const all = groups.flatMap(group => group.members);
    rows.push({
      kind: 'strategic',
      id: strategic.code,
      index: strategicIndex,
      objective: strategic,
      keyResults: all.length,
      counts: countMarks(all, processes.length)
    });
    for (const group of groups) {
      rows.push(
        {
          kind: 'tactical',
          id: group.tactical.code,
          index: group.tacticalIndex,
          objective: group.tactical,
          keyResults: group.members.length,
          counts: countMarks(group.members, processes.length)
        },
        ...group.members
      );
    }
    keyResults.push(...all);
  }
  return {
    processes,
    rows,
    keyResults,
    totals: countMarks(keyResults, processes.length),
    rowCount: index + 1,
    strategicObjectives,
    tacticalObjectives
  };
}
