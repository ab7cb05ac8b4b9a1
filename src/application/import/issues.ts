import type { ListName } from '../../domain';

/** Why a row, a cell or a sheet cannot be used as it stands; each has a text of its own in every language. */
export type IssueKind =
  // Cells
  | 'empty'             // a value that must be there is missing
  | 'notANumber'
  | 'numberWithUnit'    // "30 millones": `suggestion` is the number alone
  | 'ambiguousNumber'   // "1234.5": `suggestion` names both readings
  | 'dateForNumber'     // the spreadsheet made a date of what was a number
  | 'outOfRange'
  | 'badDate'
  | 'unknownChoice'
  | 'notYesOrNo'
  | 'tooLong'
  | 'cutShort'          // our own export cut the text to a cell's limit
  | 'formulaError'      // #REF!, or a formula without a result
  | 'badLink'
  // Rows
  | 'badCode'           // the code does not have its form
  | 'codeNotUnderParent'// OE1-OT2-R5 under OE1-OT3
  | 'duplicateInFile'   // `found`: the other row
  | 'unknownReference'  // nothing has that code, in the site or in the file
  | 'parentRefused'     // what it belongs to is refused
  | 'parentNotTaken'    // what it belongs to was left out of the selection
  | 'endBeforeStart'
  | 'sumNeedsIncrease'
  | 'aliasOfItself'
  | 'aliasOfAlias'
  | 'aliasTakesNoReports'
  | 'stagesMissing'
  | 'scaleMissing'
  | 'stageUnknown'
  | 'levelUnknown'
  | 'valueMissing'
  | 'quarterUnknown'
  | 'quarterClosed'
  | 'quarterStateByClosing' // quarters are closed and reopened on the first page
  | 'cutoffsByClosing'
  | 'notResponsible'    // warning: the process does not answer for the key result
  | 'withoutProcess'
  | 'onBehalf'          // note: written as the person who imports
  | 'changedMeanwhile'  // somebody changed the row after the preview
  // Sheets
  | 'unknownSheet'      // `suggestion`: the list it most looks like
  | 'missingColumn'     // `suggestion`: the heading that most looks like it
  | 'unknownColumn'
  | 'columnTwice'
  | 'noHeadings'
  | 'emptySheet'
  | 'formulasUsed'      // `found`: how many; their results are used
  | 'mergedCells'
  | 'tooManyRows'
  // Viva Goals
  | 'vivaLevel'         // deeper than a tactical objective: taken up to it
  | 'vivaNoParent'      // a key result without an objective
  | 'vivaType'          // initiatives, projects: nothing here is like them
  | 'vivaOwner';        // the owner is in no process

export interface Issue {
  readonly kind: IssueKind;
  /** `error` refuses the row (or the sheet); `warning` does not; `note` is only said. */
  readonly severity: 'error' | 'warning' | 'note';
  /** Heading of the column, as the list has it. */
  readonly column?: string;
  /** The offending text, shortened to 80 characters. */
  readonly found?: string;
  readonly suggestion?: string;
  readonly limit?: number;
  readonly list?: ListName;
}

const SHOWN = 80;

/** Shortened for a message. */
export function shown(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}
