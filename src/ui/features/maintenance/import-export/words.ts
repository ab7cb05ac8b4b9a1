import * as texts from 'MantenimientoStrings';
import type { AppError } from '../../../../application/errors';
import {
  codeOf, type DoneKind, type EntryKind, type FieldChange, isScoped, type Issue, type IssueKind, type PeriodIssue, type PlainValue, type PreviewEntry,
  type ReportWords
} from '../../../../application/import';
import { describeError } from '../../../components/error-state/describe-error';
import { formatDay, formatNumber, plural, text } from '../../../formatting';
import type { FileProblem } from '../../../workbook/read-xlsx';

const ISSUES: Readonly<Record<IssueKind, string>> = {
  empty: texts.Import_Issue_empty, notANumber: texts.Import_Issue_notANumber, numberWithUnit: texts.Import_Issue_numberWithUnit,
  ambiguousNumber: texts.Import_Issue_ambiguousNumber, dateForNumber: texts.Import_Issue_dateForNumber,
  outOfRange: texts.Import_Issue_outOfRange, badDate: texts.Import_Issue_badDate,
  unknownChoice: texts.Import_Issue_unknownChoice, notYesOrNo: texts.Import_Issue_notYesOrNo,
  tooLong: texts.Import_Issue_tooLong, cutShort: texts.Import_Issue_cutShort, formulaError: texts.Import_Issue_formulaError,
  badLink: texts.Import_Issue_badLink, badCode: texts.Import_Issue_badCode,
  codeNotUnderParent: texts.Import_Issue_codeNotUnderParent, duplicateInFile: texts.Import_Issue_duplicateInFile,
  unknownReference: texts.Import_Issue_unknownReference, parentRefused: texts.Import_Issue_parentRefused,
  parentNotTaken: texts.Import_Issue_parentNotTaken, endBeforeStart: texts.Import_Issue_endBeforeStart,
  sumNeedsIncrease: texts.Import_Issue_sumNeedsIncrease, aliasOfItself: texts.Import_Issue_aliasOfItself,
  aliasOfAlias: texts.Import_Issue_aliasOfAlias, aliasTakesNoReports: texts.Import_Issue_aliasTakesNoReports,
  stagesMissing: texts.Import_Issue_stagesMissing, scaleMissing: texts.Import_Issue_scaleMissing,
  stageUnknown: texts.Import_Issue_stageUnknown, levelUnknown: texts.Import_Issue_levelUnknown,
  valueMissing: texts.Import_Issue_valueMissing, quarterUnknown: texts.Import_Issue_quarterUnknown,
  quarterClosed: texts.Import_Issue_quarterClosed, quarterStateByClosing: texts.Import_Issue_quarterStateByClosing,
  cutoffsByClosing: texts.Import_Issue_cutoffsByClosing, notResponsible: texts.Import_Issue_notResponsible,
  withoutProcess: texts.Import_Issue_withoutProcess, onBehalf: texts.Import_Issue_onBehalf,
  changedMeanwhile: texts.Import_Issue_changedMeanwhile, unknownSheet: texts.Import_Issue_unknownSheet,
  missingColumn: texts.Import_Issue_missingColumn, unknownColumn: texts.Import_Issue_unknownColumn,
  columnTwice: texts.Import_Issue_columnTwice, noHeadings: texts.Import_Issue_noHeadings,
  emptySheet: texts.Import_Issue_emptySheet, formulasUsed: texts.Import_Issue_formulasUsed,
  mergedCells: texts.Import_Issue_mergedCells, tooManyRows: texts.Import_Issue_tooManyRows,
  vivaLevel: texts.Import_Issue_vivaLevel, vivaNoParent: texts.Import_Issue_vivaNoParent, vivaType: texts.Import_Issue_vivaType,
  vivaOwner: texts.Import_Issue_vivaOwner
};

/** What the lists hold in English, as it reads and may be written in a workbook. */
const CHOICES: Readonly<Record<string, string>> = {
  Increase: texts.Import_Choice_Increase, Decrease: texts.Import_Choice_Decrease, AtMost: texts.Import_Choice_AtMost, AtLeast: texts.Import_Choice_AtLeast,
  Milestone: texts.Import_Choice_Milestone, Qualitative: texts.Import_Choice_Qualitative, Sum: texts.Import_Choice_Sum,
  SumPerYear: texts.Import_Choice_SumPerYear, Latest: texts.Import_Choice_Latest,
  open: texts.Closing_StateOpen, closing: texts.Closing_StateClosing, closed: texts.Closing_StateClosed
};
const choicesIn = (words: string, separator: string): string => words.split(separator).map(word => CHOICES[word] || word).join(separator);

/** What is wrong with a row, a cell or a sheet, and what to do. */
export function issueText(issue: Issue): string {
  const { kind, column = '', found = '', suggestion, limit } = issue;
  const said = plural(ISSUES[kind], Number(found), {
    column,
    found: kind === 'sumNeedsIncrease' ? choicesIn(found, ' · ') : found,
    suggestion: kind === 'unknownChoice' ? choicesIn(suggestion ?? '', ', ') : suggestion ?? '',
    limit: limit ?? ''
  });
  const adds = suggestion !== undefined && ['unknownReference', 'missingColumn', 'unknownColumn', 'badDate'].indexOf(kind) >= 0;
  return adds ? `${said} ${text(texts.Import_DidYouMean, { suggestion })}` : said;
}

export const FILE_PROBLEMS: Readonly<Record<FileProblem, string>> = {
  notAWorkbook: texts.Import_File_notAWorkbook, encrypted: texts.Import_File_encrypted, oldFormat: texts.Import_File_oldFormat,
  tooLarge: texts.Import_File_tooLarge, damaged: texts.Import_File_damaged, empty: texts.Import_File_empty
};

export const KINDS: Readonly<Record<EntryKind, string>> = {
  create: texts.Import_Kind_create, change: texts.Import_Kind_change, refuse: texts.Import_Kind_refuse, same: texts.Import_Kind_same
};

export const PERIOD_ISSUES: Readonly<Record<PeriodIssue, string>> = {
  codeMissing: texts.Period_Issue_codeMissing, codeForm: texts.Period_Issue_codeForm, codeTaken: texts.Period_Issue_codeTaken,
  titleMissing: texts.Period_Issue_titleMissing, dateMissing: texts.Period_Issue_dateMissing, endBeforeStart: texts.Period_Issue_endBeforeStart,
  tooLong: texts.Period_Issue_tooLong, overlaps: texts.Period_Issue_overlaps
};

const OUTCOMES: Readonly<Record<DoneKind | 'same' | 'refused' | 'notTaken', string>> = {
  created: texts.Import_Outcome_created, changed: texts.Import_Outcome_changed, already: texts.Import_Outcome_already,
  failed: texts.Import_Outcome_failed, left: texts.Import_Outcome_left, same: texts.Import_Outcome_same, refused: texts.Import_Outcome_refused,
  notTaken: texts.Import_Outcome_notTaken
};

const LONGEST_VALUE = 90;

/** A column's value as people read it: codes without their plan, dates and numbers in the person's language. */
export function valueText(value: PlainValue, change: FieldChange): string {
  const { kind, list } = change.column;
  const code = (key: string): string => (list && isScoped(list) ? codeOf(key) : key);
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return texts.Import_EmptyValue;
  if (Array.isArray(value)) return (value as readonly string[]).map(code).join(', ');
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return value ? texts.Import_Yes : texts.Import_No;
  if (kind === 'choice') return CHOICES[value as string] || String(value);
  const shown = kind === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? formatDay(String(value)) : code(String(value)).replace(/\s+/g, ' ');
  return shown.length > LONGEST_VALUE ? `${shown.slice(0, LONGEST_VALUE - 1)}…` : shown;
}

/** `Meta: 7 → 26` */
export function changeText(change: FieldChange, kind: EntryKind): string {
  const after = valueText(change.after, change);
  const { header: column } = change.column;
  return kind === 'create'
    ? text(texts.Import_NewField, { column, after })
    : text(texts.Import_Field, { column, before: valueText(change.before, change), after });
}

/** Why the site refused a row. */
export function refusalText(error: AppError): string {
  if (error.kind === 'conflict') return texts.Import_Taken_conflict;
  if (error.kind === 'duplicate') return texts.Import_Taken_duplicate;
  if (error.kind === 'refused' && error.details.column) {
    return text(texts.Import_Taken_person, { found: error.details.detail ?? '', column: error.details.column });
  }
  return describeError(error);
}

/** How the report to keep says things. */
export const REPORT_WORDS: ReportWords = {
  sheet: texts.Import_ReportSheet,
  headings: [
    texts.Import_Head_list, texts.Import_Head_row, texts.Import_Head_code, texts.Import_Head_title, texts.Import_Head_outcome, texts.Import_Head_id,
    texts.Import_Head_reason, texts.Import_Head_changes
  ],
  outcome: kind => OUTCOMES[kind],
  issue: issueText,
  error: refusalText,
  change: (entry: PreviewEntry) => entry.changes.map(change => changeText(change, entry.kind)).join('\n')
};
