import { frozenObjectives, frozenStatuses, rollUpPlan } from '../domain';
import type {
  CheckIn, Cutoff, KeyResultCode, KeyResultStatus, Problem, ProcessCode, Quarter, QuarterCode, StrategicObjective
} from '../domain';
import { activeByProcess, type Board, checkInsByMeasure, type DueItem, memoised } from './board';
import type { Workspace } from './workspace';

/** A closed quarter as the lists keep it. */
export interface ClosedQuarter {
  readonly quarter: QuarterCode;
  readonly cutoffs: readonly Cutoff[];
  /** Reports of that quarter, with their review as it stands now. */
  readonly checkIns: readonly CheckIn[];
  /** Key results with a cutoff that the plan no longer has. */
  readonly removed: readonly KeyResultCode[];
  readonly problems: readonly Problem[];
}

/** What a closed quarter's board says of itself. */
export interface FrozenQuarter {
  readonly quarter: Quarter;
  /** In the plan today, without a cutoff of that quarter. */
  readonly added: readonly KeyResultCode[];
  /** Had a cutoff, and is not in the plan any more or not active: in none of the figures. */
  readonly removed: readonly KeyResultCode[];
  /** Some of its cutoffs do not keep weights and responsible processes: those are today's. */
  readonly byTodaysWeights: boolean;
}

export interface FrozenBoard extends Board {
  readonly frozen: FrozenQuarter;
}

/** What a board says of its statuses when nothing is due any more. */
function nothingDue(statuses: ReadonlyMap<KeyResultCode, KeyResultStatus>): Pick<Board, 'itemsOf' | 'dueOf'> {
  const answeredBy = activeByProcess(statuses);
  return {
    itemsOf: memoised((process: ProcessCode): readonly DueItem[] => answeredBy(process)
      .map(status => ({ status, due: { state: 'closed', quarter: null, daysLeft: null, lateQuarters: 0, returned: null } }))),
    dueOf: () => []
  };
}

/**
 * The board of a closed quarter, from its cutoffs alone: progress, expected progress, lights, targets, weights, responsible processes and
 * thresholds as they were frozen; roll-ups over those. Its `today` is the quarter's end and nothing is due in it.
 * @throws Error when the plan has no such quarter
 */
export function frozenBoard(board: Board, closed: ClosedQuarter): FrozenBoard {
  const { workspace } = board;
  const quarter = workspace.quarters.find(({ code }) => code === closed.quarter);
  if (!quarter) throw new Error(`No quarter ${closed.quarter}`);
  const statuses = frozenStatuses(workspace.keyResults, closed.cutoffs);
  const [first] = closed.cutoffs.flatMap(({ setting }) => (setting ? [setting] : []));
  const counted = (code: KeyResultCode): boolean => Boolean(statuses.get(code)?.keyResult.active);
  const told = new Set(closed.cutoffs.filter(({ setting }) => setting !== null).map(({ keyResult }) => keyResult));
  // Where a cutoff does not tell whether it counted, today's word is all there is.
  const inactive = workspace.keyResults.filter(({ active, code }) => !active && statuses.has(code) && !told.has(code)).map(({ code }) => code);
  const frozen: FrozenQuarter = {
    quarter,
    added: workspace.keyResults.filter(({ active, code }) => active && !counted(code)).map(({ code }) => code),
    removed: [...closed.removed, ...inactive],
    byTodaysWeights: closed.cutoffs.length > told.size
  };
  const then: Workspace = {
    ...workspace,
    ...frozenObjectives(workspace, workspace.keyResults, closed.cutoffs),
    plan: first ? { ...workspace.plan, greenFrom: first.greenFrom, yellowFrom: first.yellowFrom } : workspace.plan
  };
  return {
    frozen,
    workspace: { ...then, cutoffs: closed.cutoffs, baseQuarter: closed.quarter, checkIns: closed.checkIns },
    today: quarter.end,
    reporting: null,
    reportable: [],
    statuses,
    rollUps: rollUpPlan({ ...then, thresholds: then.plan, statuses: statuses.values() }),
    myProcesses: board.myProcesses,
    ...nothingDue(statuses),
    checkInsOf: checkInsByMeasure(closed.checkIns, statuses)
  };
}

/** The last closed quarter as the workspace already has it; `null` before the first closing. */
export function baseQuarterOf(workspace: Workspace): ClosedQuarter | null {
  const { baseQuarter, cutoffs, dashboard } = workspace;
  if (baseQuarter === null) return null;
  return { quarter: baseQuarter, cutoffs, checkIns: dashboard ? dashboard.lastReports : [], removed: [], problems: [] };
}

/** The part of a board that belongs to some strategic objectives, its figures over that part alone. Unknown codes count for nothing. */
export function narrowBoard<B extends Board>(board: B, objectives: readonly StrategicObjective['code'][]): B {
  const { workspace } = board;
  const strategicObjectives = workspace.strategicObjectives.filter(({ code }) => objectives.indexOf(code) >= 0);
  if (strategicObjectives.length === workspace.strategicObjectives.length) return board;
  const tacticalObjectives = workspace.tacticalObjectives.filter(row => strategicObjectives.some(({ code }) => code === row.strategicObjective));
  const tactical = new Set(tacticalObjectives.map(({ code }) => code));
  const keyResults = workspace.keyResults.filter(row => tactical.has(row.tacticalObjective));
  const within = new Set(keyResults.map(({ code }) => code));
  const statuses = new Map(Array.from(board.statuses).filter(([code]) => within.has(code)));
  const inside = (items: readonly DueItem[]): readonly DueItem[] => items.filter(({ status }) => within.has(status.keyResult.code));
  const decisions = workspace.decisions.filter(({ keyResult, strategicObjective }) => (
    keyResult !== null ? within.has(keyResult) : strategicObjective === null || objectives.indexOf(strategicObjective) >= 0
  ));
  const narrowed: Workspace = { ...workspace, strategicObjectives, tacticalObjectives, keyResults, decisions };
  return {
    ...board,
    workspace: narrowed,
    statuses,
    rollUps: rollUpPlan({ ...narrowed, thresholds: workspace.plan, statuses: statuses.values() }),
    itemsOf: memoised((process: ProcessCode) => inside(board.itemsOf(process))),
    dueOf: memoised((process: ProcessCode) => inside(board.dueOf(process)))
  };
}
