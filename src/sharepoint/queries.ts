import type { QuarterCode } from '../domain';
import { quoted } from './connection';
import type { RowQuery } from './rows';

/** What is read of each list, the columns that are needed and no others. */

export const person = <C extends string>(column: C) => [`${column}/Id`, `${column}/Name`, `${column}/Title`, `${column}/EMail`] as const;

export const plansQuery: RowQuery<'Plans'> = {
  list: 'Plans',
  select: ['Id', 'Title', 'Code', 'Purpose', 'Vision', 'Slogan', 'StartDate', 'EndDate', 'GreenFrom', 'YellowFrom', 'GraceDays']
};

export const processesQuery: RowQuery<'Processes'> = {
  list: 'Processes',
  select: ['Id', 'Title', 'FullName', 'OperativePlanUrl', 'Order0', ...person('Leader'), ...person('Members')]
};

export const strategicObjectivesQuery: RowQuery<'StrategicObjectives'> = {
  list: 'StrategicObjectives',
  select: ['Id', 'Title', 'Code', 'Key0', 'Statement', 'Weight', 'Order0', 'PlanId', ...person('Owner0')]
};

export const tacticalObjectivesQuery: RowQuery<'TacticalObjectives'> = {
  list: 'TacticalObjectives',
  select: ['Id', 'Title', 'Code', 'Key0', 'Statement', 'Weight', 'Order0', 'StrategicObjectiveId']
};

export const keyResultsQuery: RowQuery<'KeyResults'> = {
  list: 'KeyResults',
  select: [
    'Id', 'Title', 'Code', 'Key0', 'TacticalObjectiveId', 'ProcessesId', 'Direction', 'Accumulation', 'Unit', 'Baseline', 'Target',
    'CriticalLimit',
    'Stages', 'Scale', 'StartDate', 'EndDate', 'Weight', 'SameMeasureAsId', 'IndicatorId', 'Topics', 'SourceNote', 'Active'
  ]
};

export const indicatorCodesQuery: RowQuery<'Indicators'> = { list: 'Indicators', select: ['Id', 'Code'] };

export const quartersQuery: RowQuery<'Quarters'> = {
  list: 'Quarters', select: ['Id', 'Title', 'Key0', 'PlanId', 'StartDate', 'EndDate', 'State', 'ClosedOn']
};

/** The rows whole, to change them. */
export const quarterRowsQuery: RowQuery<'Quarters'> = {
  list: 'Quarters',
  select: ['Id', 'Title', 'Key0', 'State', 'ClosedOn', 'LastCheckInId', 'ReopenReason', 'Modified', ...person('Editor')],
  withEtag: true
};

export const programmedTargetsQuery: RowQuery<'ProgrammedTargets'> = {
  list: 'ProgrammedTargets', select: ['Id', 'KeyResultId', 'Quarter', 'Value']
};

/** Only `eq` on the indexed column: what is documented to be safe above 5,000 rows. */
const ofQuarter = (quarter: QuarterCode): string => `Quarter eq ${quoted(quarter)}`;

const cutoffColumns = [
  'Id', 'KeyResultId', 'Quarter', 'Value', 'Progress', 'Expected', 'Light', 'Confidence', 'Target', 'Baseline', 'YearSum', 'PastYears',
  'StagesDone',
  'LastReportedOn', 'LastCheckInId', 'LastQuarter', 'LastProcess', 'Reports', 'Trail'
] as const;

/** How each key result counted then: for the roll-ups of a closed quarter. */
const settingColumns = ['Active', 'Weight', 'TacticalWeight', 'StrategicWeight', 'ProcessCodes', 'GreenFrom', 'YellowFrom'] as const;

/** Cutoffs of a quarter to fold on from; `whole` to show the quarter itself too. */
export function cutoffsQuery(quarter: QuarterCode, whole = false): RowQuery<'Cutoffs'> {
  return { list: 'Cutoffs', select: whole ? [...cutoffColumns, ...settingColumns] : cutoffColumns, filter: ofQuarter(quarter) };
}

/** Cutoffs of a quarter with their keys, which name the plan and the key result even when that is gone. */
export function keyedCutoffsQuery(quarter: QuarterCode): RowQuery<'Cutoffs'> {
  return { list: 'Cutoffs', select: [...cutoffColumns, ...settingColumns, 'Key0'], filter: ofQuarter(quarter) };
}

/** The same to be written again. */
export function cutoffsWithEtagQuery(quarter: QuarterCode): RowQuery<'Cutoffs'> {
  return { list: 'Cutoffs', select: ['Title', 'Key0', ...cutoffColumns, ...settingColumns], filter: ofQuarter(quarter), withEtag: true };
}

/** The one row of a key, whatever quarter it names. */
export function cutoffByKeyQuery(key: string): RowQuery<'Cutoffs'> {
  return { list: 'Cutoffs', select: ['Title', 'Key0', ...cutoffColumns, ...settingColumns], filter: `Key0 eq ${quoted(key)}`, withEtag: true };
}

/** With who changed each row last. */
export function cutoffHistoryOfQuarterQuery(quarter: QuarterCode): RowQuery<'Cutoffs'> {
  return { list: 'Cutoffs', select: [...cutoffColumns, 'Modified', 'OData__UIVersionString', ...person('Editor')], filter: ofQuarter(quarter) };
}

/** @param key of the key result, `2021-2023/OE1-OT2-R5` */
export function cutoffHistoryQuery(key: string): RowQuery<'Cutoffs'> {
  return { list: 'Cutoffs', select: cutoffColumns, filter: `startswith(Key0,${quoted(`${key}/`)})` };
}

export const checkInColumns = [
  'Id', 'KeyResultId', 'ProcessId', 'Quarter', 'Value', 'StagesDone', 'Confidence', 'Narrative', 'Obstacles', 'NextStep', 'Evidence',
  'ReportedOn',
  'ClientKey', 'Created', 'OData__UIVersionString', ...person('Author')
] as const;

export function checkInsQuery(quarter: QuarterCode, keyResultId?: number): RowQuery<'CheckIns'> {
  const filter = ofQuarter(quarter) + (keyResultId === undefined ? '' : ` and KeyResultId eq ${keyResultId}`);
  return { list: 'CheckIns', select: checkInColumns, filter, withEtag: true };
}

/** What figures are made of, without the words. */
export function checkInFiguresQuery(quarter: QuarterCode): RowQuery<'CheckIns'> {
  return {
    list: 'CheckIns',
    select: ['Id', 'KeyResultId', 'ProcessId', 'Quarter', 'Value', 'StagesDone', 'Confidence', 'ReportedOn', 'Created'],
    filter: ofQuarter(quarter)
  };
}

export function reviewsQuery(quarter: QuarterCode): RowQuery<'Reviews'> {
  return { list: 'Reviews', select: ['Id', 'CheckInId', 'Version0', 'Verdict', 'Note'], filter: ofQuarter(quarter) };
}

/** Changes of every target; planners make few. */
export const targetChangesOfAllQuery: RowQuery<'TargetChanges'> = {
  list: 'TargetChanges',
  select: ['Id', 'Title', 'KeyResultId', 'OldTarget', 'NewTarget', 'Reason', 'EffectiveOn', 'Created', ...person('Author')]
};

export function targetChangesQuery(keyResultId: number): RowQuery<'TargetChanges'> {
  return {
    list: 'TargetChanges',
    select: ['Id', 'Title', 'KeyResultId', 'OldTarget', 'NewTarget', 'Reason', 'EffectiveOn', 'Created', ...person('Author')],
    filter: `KeyResultId eq ${keyResultId}`
  };
}

export function indicatorQuery(code: string): RowQuery<'Indicators'> {
  return {
    list: 'Indicators',
    select: [
      'Id', 'Title', 'Code', 'Kind', 'Unit', 'AccumulationForm', 'Sense', 'Baseline', 'PlanTarget', 'Weight', 'Program', 'Plan/Code'
    ],
    filter: `Code eq ${quoted(code)}`
  };
}

/** The city's indicators, all of them, and their years. */
export const indicatorsQuery: RowQuery<'Indicators'> = {
  list: 'Indicators',
  select: ['Id', 'Title', 'Code', 'Kind', 'Unit', 'AccumulationForm', 'Sense', 'Baseline', 'PlanTarget', 'Weight', 'Program', 'Plan/Code']
};

export const allIndicatorYearsQuery: RowQuery<'IndicatorYears'> = {
  list: 'IndicatorYears', select: ['Id', 'Title', 'IndicatorId', 'Year', 'Target', 'Achieved', 'CutMonth']
};

const decisionColumns = [
  'Id', 'Title', 'KeyResultId', 'StrategicObjectiveId', 'DecidedOn', 'ResponsibleProcessId', 'DueDate', 'State', 'Detail', 'Created'
] as const;

export const openDecisionsQuery: RowQuery<'Decisions'> = {
  list: 'Decisions', select: decisionColumns, filter: "State eq 'Abierta'", withEtag: true
};

/** Open or not. Without a filter there is no threshold to meet: rows come by id, a page at a time. */
export const allDecisionsQuery: RowQuery<'Decisions'> = { list: 'Decisions', select: decisionColumns, withEtag: true };

export function decisionsQuery(keyResultId: number): RowQuery<'Decisions'> {
  return { list: 'Decisions', select: decisionColumns, filter: `KeyResultId eq ${keyResultId}`, withEtag: true };
}

export function indicatorYearsQuery(code: string): RowQuery<'IndicatorYears'> {
  return {
    list: 'IndicatorYears',
    select: ['Id', 'Title', 'IndicatorId', 'Year', 'Target', 'Achieved', 'CutMonth', 'Indicator/Code'],
    filter: `Indicator/Code eq ${quoted(code)}`
  };
}
