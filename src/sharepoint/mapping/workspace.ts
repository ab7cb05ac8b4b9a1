import type { KeyResultCode, Problem, Quarter, QuarterCode } from '../../domain';
import { bogotaDay, compareQuarters, supersedingPlan } from '../../domain';
import type { DashboardRows, Workspace } from '../../application/workspace';
import { mapCheckIns } from './check-ins';
import { mapCutoffs } from './cutoffs';
import { mapDecisions } from './decisions';
import { mapIndicators } from './history';
import { mapKeyResults } from './key-results';
import { mapStrategicObjectives, mapTacticalObjectives, shownPlan } from './objectives';
import { choosePlan, mapPlans, standInPlan } from './plans';
import { mapProcesses } from './processes';
import { baseOf, mapProgrammedTargets, mapQuarters } from './quarters';
import type { Row } from './row';
import { idOf, textOf } from './row-reader';

/** Rows of the lists that are read whole. */
export interface PlanRows {
  readonly Plans: readonly Row<'Plans'>[];
  readonly Processes: readonly Row<'Processes'>[];
  readonly StrategicObjectives: readonly Row<'StrategicObjectives'>[];
  readonly TacticalObjectives: readonly Row<'TacticalObjectives'>[];
  readonly KeyResults: readonly Row<'KeyResults'>[];
  readonly Indicators: readonly Row<'Indicators'>[];
  readonly Quarters: readonly Row<'Quarters'>[];
  readonly ProgrammedTargets: readonly Row<'ProgrammedTargets'>[];
}

/** Rows of the lists that are read a quarter at a time. */
export interface FollowUpRows {
  readonly Cutoffs: readonly Row<'Cutoffs'>[];
  readonly CheckIns: readonly Row<'CheckIns'>[];
  readonly Reviews: readonly Row<'Reviews'>[];
  /** Open ones. */
  readonly Decisions: readonly Row<'Decisions'>[];
}

/** Rows that the dashboard alone shows. */
export interface DashboardRowSets {
  /** Check-ins and reviews of the last closed quarter. */
  readonly CheckIns: readonly Row<'CheckIns'>[];
  readonly Reviews: readonly Row<'Reviews'>[];
  readonly Indicators: readonly Row<'Indicators'>[];
  readonly IndicatorYears: readonly Row<'IndicatorYears'>[];
}

/** The plan's part of a workspace, and what its follow-up is read and mapped by. */
export interface MappedPlan {
  readonly content: Pick<
    Workspace,
    'plan' | 'planCodes' | 'supersededBy' | 'processes' | 'strategicObjectives' | 'tacticalObjectives' | 'keyResults' | 'quarters' | 'baseQuarter'
    | 'programmedTargets'
  >;
  /** Quarters after the base that have begun: those whose check-ins count. */
  readonly openQuarters: readonly QuarterCode[];
  readonly keyResultCodes: ReadonlyMap<number, KeyResultCode | null>;
  readonly processCodes: ReadonlyMap<number, string>;
  readonly objectiveCodes: ReadonlyMap<number, string>;
  readonly problems: readonly Problem[];
}

/** The plan as its rows tell it; `null` without a plan, or without the one asked for. */
export function mapPlanRows(rows: PlanRows, now: Date, planCode?: string): MappedPlan | null {
  const problems: Problem[] = [];
  const usable = mapPlans(rows.Plans, problems);
  const standIn = usable.length > 0 ? null : standInPlan(rows.Plans, rows.StrategicObjectives.map(row => textOf(row.Key0)), problems);
  const plans = standIn ? [standIn] : usable;
  const plan = choosePlan(plans, now, planCode, problems);
  if (plan === null) return null;

  const { processes, codes: processCodes } = mapProcesses(rows.Processes, problems);
  const { shown, parents: planRows } = shownPlan(plan, plans);
  const strategic = mapStrategicObjectives(rows.StrategicObjectives, plan, plans, problems);
  const strategicOrder = strategic.strategicObjectives.map(({ code }) => code);
  const tactical = mapTacticalObjectives(rows.TacticalObjectives, strategic.parents, shown, strategicOrder, problems);
  const { keyResults, codes: keyResultCodes } = mapKeyResults(rows.KeyResults, {
    plan,
    shown,
    tactical: tactical.parents,
    tacticalOrder: tactical.tacticalObjectives.map(({ code }) => code),
    processOrder: processes.map(({ code }) => code),
    processCodes,
    indicatorCodes: new Map(rows.Indicators.map((row): [number, string] => [idOf(row.Id) || 0, textOf(row.Code)]))
  }, problems);
  const quarters = mapQuarters(rows.Quarters, plan, planRows, shown, problems);
  const baseQuarter = baseOf(quarters);
  return {
    content: {
      plan,
      planCodes: plans.map(({ code }) => code),
      supersededBy: supersedingPlan(plan, plans, bogotaDay(now)),
      processes,
      strategicObjectives: strategic.strategicObjectives,
      tacticalObjectives: tactical.tacticalObjectives,
      keyResults,
      quarters,
      baseQuarter,
      programmedTargets: mapProgrammedTargets(rows.ProgrammedTargets, keyResultCodes, quarters, problems)
    },
    openQuarters: openAfter(quarters, baseQuarter, now),
    keyResultCodes,
    processCodes,
    objectiveCodes: new Map(strategic.strategicObjectives.map(({ id, code }) => [id, code])),
    problems
  };
}

function openAfter(quarters: readonly Quarter[], base: QuarterCode | null, now: Date): QuarterCode[] {
  const today = bogotaDay(now);
  return quarters
    .filter(quarter => (base === null || compareQuarters(quarter.code, base) > 0) && quarter.start <= today)
    .map(quarter => quarter.code);
}

/** Check-ins and cutoffs as their rows tell them. Rows of quarters that were read in vain are left out. */
export function mapFollowUp(rows: FollowUpRows, mapped: MappedPlan): Pick<Workspace, 'cutoffs' | 'checkIns' | 'decisions' | 'problems'> {
  const { keyResults, quarters, baseQuarter } = mapped.content;
  const problems: Problem[] = [...mapped.problems];
  const context = { keyResults, quarters, keyResultCodes: mapped.keyResultCodes, processCodes: mapped.processCodes };
  const wanted = (row: { readonly Quarter?: unknown }): boolean => mapped.openQuarters.indexOf(textOf(row.Quarter).toUpperCase()) >= 0;
  return {
    cutoffs: mapCutoffs(rows.Cutoffs.filter(row => textOf(row.Quarter).toUpperCase() === baseQuarter), context, problems),
    checkIns: mapCheckIns(rows.CheckIns.filter(wanted), rows.Reviews, context, problems),
    decisions: mapDecisions(rows.Decisions, mapped, problems),
    problems
  };
}

/** What the dashboard shows beside the plan. Problems are added to `problems`. */
export function mapDashboard(rows: DashboardRowSets, mapped: MappedPlan, problems: Problem[]): DashboardRows {
  const { keyResults, quarters, plan, baseQuarter } = mapped.content;
  const context = { keyResults, quarters, keyResultCodes: mapped.keyResultCodes, processCodes: mapped.processCodes };
  return {
    lastReports: mapCheckIns(rows.CheckIns.filter(row => textOf(row.Quarter).toUpperCase() === baseQuarter), rows.Reviews, context, problems),
    indicators: mapIndicators(rows.Indicators, rows.IndicatorYears, plan.code, problems)
  };
}
