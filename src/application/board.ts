import {
  asksForReport, bogotaDay, compareUrgency, dueReader, groupBy, groupByEach, newestFirst, quarterStatus, reportingQuarter, rollUpPlan,
  sortQuarters, statusesOf
} from '../domain';
import type { CheckIn, Day, Due, KeyResultCode, KeyResultStatus, PlanRollUps, ProcessCode, QuarterStatus } from '../domain';
import type { Workspace } from './workspace';

export interface DueItem {
  readonly status: KeyResultStatus;
  readonly due: Due;
}

/** What the screens of a plan show, computed once per workspace. */
export interface Board {
  readonly workspace: Workspace;
  readonly today: Day;
  /** The quarter reports go into now, with its window; `null` when none is open. */
  readonly reporting: QuarterStatus | null;
  /** Open quarters that take reports today, oldest first. */
  readonly reportable: readonly QuarterStatus[];
  /** By code, in plan order; aliases show the figures of their measure. */
  readonly statuses: ReadonlyMap<KeyResultCode, KeyResultStatus>;
  readonly rollUps: PlanRollUps;
  /** Processes the person belongs to (member or leader), in order. */
  readonly myProcesses: readonly ProcessCode[];
  /** Key results a process answers for, in plan order, with what it owes on each. Inactive ones are left out. */
  itemsOf(process: ProcessCode): readonly DueItem[];
  /** Of those, what asks for a report or a correction, most urgent first (returned, overdue, due). */
  dueOf(process: ProcessCode): readonly DueItem[];
  /** Check-ins of one key result in the quarters after the base, newest first; those of its measure when it is an alias. */
  checkInsOf(keyResult: KeyResultCode): readonly CheckIn[];
}

/** Processes the person belongs to, as member or leader, in the processes' order. */
export function myProcesses(workspace: Pick<Workspace, 'processes' | 'user'>): ProcessCode[] {
  // Logins come from different places and differ in case; ids are the site's own.
  const login = workspace.user.login.toLowerCase();
  return workspace.processes
    .filter(({ leader, members }) => [leader, ...members].some(person => person !== null && person.login.toLowerCase() === login))
    .sort((a, b) => a.order - b.order)
    .map(process => process.code);
}

/** Computes once for each key. */
export function memoised<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return key => {
    const value = known.has(key) ? (known.get(key) as V) : compute(key);
    known.set(key, value);
    return value;
  };
}

/** Active key results that a process answers for, in plan order. Grouped once, when first asked for. */
export function activeByProcess(statuses: ReadonlyMap<KeyResultCode, KeyResultStatus>): (process: ProcessCode) => readonly KeyResultStatus[] {
  const groupsOf = memoised((all: typeof statuses) => groupByEach(
    Array.from(all.values()).filter(({ keyResult }) => keyResult.active), ({ keyResult }) => keyResult.processes
  ));
  return process => groupsOf(statuses).get(process) || [];
}

/** Check-ins of a key result, newest first; those of its measure when it is an alias. Grouped once, when first asked for. */
export function checkInsByMeasure(
  all: readonly CheckIn[], statuses: ReadonlyMap<KeyResultCode, KeyResultStatus>
): (keyResult: KeyResultCode) => readonly CheckIn[] {
  const groupsOf = memoised((rows: readonly CheckIn[]) => groupBy(rows, ({ keyResult }) => keyResult));
  return memoised((code: KeyResultCode) => {
    const status = statuses.get(code);
    return newestFirst(groupsOf(all).get((status && status.aliasOf) || code) || []);
  });
}

/** @param now the clock's moment; the board is that of its day in Bogotá */
export function makeBoard(workspace: Workspace, now: Date): Board {
  const today = bogotaDay(now);
  const { plan, quarters } = workspace;
  const { graceDays } = plan;
  const statuses = statusesOf({ ...workspace, today });
  const checkIns = checkInsByMeasure(workspace.checkIns, statuses);
  const answeredBy = activeByProcess(statuses);
  const due = dueReader({ quarters, today, graceDays });
  const itemsOf = memoised((process: ProcessCode): readonly DueItem[] => answeredBy(process)
    .map(status => ({ status, due: due({ status, process, checkIns: checkIns(status.keyResult.code) }) })));
  // A plan whose place another has taken is only read; its last quarters are still closed by planners.
  const over = Boolean(workspace.supersededBy);
  const reporting = over ? null : reportingQuarter(quarters, today, graceDays);
  return {
    workspace,
    today,
    reporting: reporting && quarterStatus(reporting, today, graceDays),
    reportable: over ? [] : sortQuarters(quarters).map(quarter => quarterStatus(quarter, today, graceDays)).filter(status => status.reportable),
    statuses,
    rollUps: rollUpPlan({ ...workspace, thresholds: plan, statuses: statuses.values() }),
    myProcesses: myProcesses(workspace),
    itemsOf,
    dueOf: memoised((process: ProcessCode) => itemsOf(process).filter(item => asksForReport(item.due)).sort(compareUrgency)),
    checkInsOf: checkIns
  };
}
