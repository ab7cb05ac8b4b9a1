import * as strings from 'SigaciStrings';
import type { ListName } from '../../domain/problems';

/** Titles as the site was set up with. A planner may have renamed a list since: the links lead to it all the same. */
const LISTS: Readonly<Record<ListName, string>> = {
  Plans: strings.List_Plans,
  Processes: strings.List_Processes,
  StrategicObjectives: strings.List_StrategicObjectives,
  TacticalObjectives: strings.List_TacticalObjectives,
  KeyResults: strings.List_KeyResults,
  CheckIns: strings.List_CheckIns,
  Reviews: strings.List_Reviews,
  Quarters: strings.List_Quarters,
  Cutoffs: strings.List_Cutoffs,
  TargetChanges: strings.List_TargetChanges,
  ProgrammedTargets: strings.List_ProgrammedTargets,
  Indicators: strings.List_Indicators,
  IndicatorYears: strings.List_IndicatorYears,
  Decisions: strings.List_Decisions
};

const COLUMNS: Readonly<Record<string, string>> = {
  Title: strings.Column_Title,
  Code: strings.Column_Code,
  Key0: strings.Column_Key,
  Statement: strings.Column_Statement,
  StrategicObjective: strings.Column_StrategicObjective,
  TacticalObjective: strings.Column_TacticalObjective,
  KeyResult: strings.Column_KeyResult,
  Process: strings.Column_Process,
  Processes: strings.Column_Processes,
  Direction: strings.Column_Direction,
  Accumulation: strings.Column_Accumulation,
  Unit: strings.Column_Unit,
  Baseline: strings.Column_Baseline,
  Target: strings.Column_Target,
  CriticalLimit: strings.Column_CriticalLimit,
  Stages: strings.Column_Stages,
  Scale: strings.Column_Scale,
  StartDate: strings.Column_StartDate,
  EndDate: strings.Column_EndDate,
  Weight: strings.Column_Weight,
  SameMeasureAs: strings.Column_SameMeasureAs,
  Quarter: strings.Column_Quarter,
  Value: strings.Column_Value,
  StagesDone: strings.Column_StagesDone,
  Confidence: strings.Column_Confidence,
  Narrative: strings.Column_Narrative,
  Evidence: strings.Column_Evidence,
  ReportedOn: strings.Column_ReportedOn,
  State: strings.Column_State,
  Plan: strings.Column_Plan,
  GreenFrom: strings.Column_GreenFrom,
  YellowFrom: strings.Column_YellowFrom,
  GraceDays: strings.Column_GraceDays,
  Order0: strings.Column_Order
};

/** `Resultados clave` for `KeyResults`; a name that is none of ours stays as it is. */
export function listTitle(list: string): string {
  return (LISTS as Readonly<Record<string, string>>)[list] || list;
}

/** `Meta` for `Target`; a column without a title here goes by its internal name. */
export function columnTitle(column: string): string {
  return COLUMNS[column] || column;
}
