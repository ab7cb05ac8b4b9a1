import { groupBy, groupByEach } from './grouping';
import type { Thresholds } from './light';
import type { KeyResultCode, Process, StrategicObjective, TacticalObjective } from './model';
import { type RollUp, rollUp } from './rollup';
import type { KeyResultStatus } from './status';

/** What a process carries of one objective. */
export interface HeatCell {
  /** Code of the strategic objective. */
  readonly objective: string;
  /** `null`: the process answers for nothing in it. */
  readonly rollUp: RollUp | null;
  /** Codes of its key results, in plan order. */
  readonly keyResults: readonly KeyResultCode[];
}

export interface HeatRow {
  readonly process: Process;
  /** One per objective, in their order. */
  readonly cells: readonly HeatCell[];
  /** Over all the process answers for, one measure counted once. */
  readonly total: RollUp;
}

export interface HeatMapInput {
  readonly thresholds: Thresholds;
  readonly processes: readonly Process[];
  readonly strategicObjectives: readonly StrategicObjective[];
  readonly tacticalObjectives: readonly TacticalObjective[];
  readonly statuses: ReadonlyMap<KeyResultCode, KeyResultStatus>;
}

/**
 * Process × objective: the roll-up of what each process answers for, in the processes' order. A key result of several processes
 * counts in full for each. Processes that answer for nothing are left out.
 */
export function heatMap(input: HeatMapInput): HeatRow[] {
  const objectiveOf = new Map(input.tacticalObjectives.map(({ code, strategicObjective }) => [code, strategicObjective]));
  const active = Array.from(input.statuses.values()).filter(({ keyResult }) => keyResult.active);
  const ofProcess = groupByEach(active, ({ keyResult }) => keyResult.processes);
  return input.processes.flatMap((process): HeatRow[] => {
    const own = ofProcess.get(process.code);
    if (!own) return [];
    const ofObjective = groupBy(own, ({ keyResult }) => objectiveOf.get(keyResult.tacticalObjective));
    const cells = input.strategicObjectives.map(({ code }): HeatCell => {
      const within = ofObjective.get(code) || [];
      return {
        objective: code,
        rollUp: within.length > 0 ? rollUp(within, input.thresholds) : null,
        keyResults: within.map(({ keyResult }) => keyResult.code)
      };
    });
    return [{ process, cells, total: rollUp(own, input.thresholds) }];
  });
}
