/** Rows that could not be used as they stand: shown with a link to the row, never dropped silently. */

/** Lists a problem can be in: the last part of the list's URL. */
export type ListName =
  | 'Plans' | 'Processes' | 'StrategicObjectives' | 'TacticalObjectives' | 'KeyResults' | 'CheckIns' | 'Reviews' | 'Quarters' | 'Cutoffs'
  | 'TargetChanges' | 'ProgrammedTargets' | 'Indicators' | 'IndicatorYears' | 'Decisions';

/** What is wrong; each has a text of its own in every language. */
export type ProblemKind =
  | 'empty'            // a required value is missing
  | 'notANumber'       // text where a number belongs
  | 'outOfRange'       // a number that makes no sense here (weight < 0, threshold > 1 …)
  | 'unknownChoice'    // a choice outside the closed set
  | 'badDate'          // not a date, or end before start
  | 'badCode'          // a code that does not have its form
  | 'duplicateCode'    // the same code twice: the row with the lowest id is used
  | 'danglingReference'// a lookup to a row that is gone
  | 'quarterUnknown'   // a quarter that no row of Quarters has
  | 'quarterOutsidePlan'
  | 'severalPlans'     // more than one plan covers today: the one with the latest start is used
  | 'noPlan'
  | 'sumNeedsIncrease' // accumulation Sum or SumPerYear with another direction
  | 'aliasOfAlias'     // SameMeasureAs to itself, to another alias or in a cycle
  | 'aliasHasReports'  // check-ins on a key result that shows another's figures
  | 'stageUnknown'     // a stage number the key result does not have
  | 'levelUnknown'     // a level outside the scale
  | 'badLink'          // evidence that is neither https nor site-relative
  | 'targetWithoutHistory'; // the target differs from the last recorded change

export interface Problem {
  readonly kind: ProblemKind;
  readonly list: ListName;
  /** List item id, when there is a row to go to. */
  readonly rowId: number | null;
  /** What a person would recognise the row by: its code, else its title, else `#id`. */
  readonly row: string;
  /** Internal name of the column. */
  readonly column: string | null;
  /** The offending text, shortened to 80 characters. */
  readonly found: string | null;
  /** `error`: the row is not used. `warning`: it is used with a default or without the value. */
  readonly severity: 'error' | 'warning';
}
