import * as texts from 'MantenimientoStrings';
import type {
  CellValue, Finding, FindingEffect, FindingKind, FindingSeverity, Light, LinkValue, ListName, RowChange
} from '../../../../domain';
import { isDay } from '../../../../domain';
import type { Workspace } from '../../../../application/workspace';
import { formatDay, formatMoment, formatNumber, plural, text } from '../../../formatting';
import { columnTitle, listTitle } from '../../../formatting/list-titles';

const TITLES: Readonly<Record<FindingKind, string>> = {
  empty: texts.Quality_Empty,
  notANumber: texts.Quality_NotANumber,
  outOfRange: texts.Quality_OutOfRange,
  unknownChoice: texts.Quality_UnknownChoice,
  badDate: texts.Quality_BadDate,
  badCode: texts.Quality_BadCode,
  duplicateCode: texts.Quality_DuplicateCode,
  danglingReference: texts.Quality_DanglingReference,
  quarterUnknown: texts.Quality_QuarterUnknown,
  quarterOutsidePlan: texts.Quality_QuarterOutsidePlan,
  severalPlans: texts.Quality_SeveralPlans,
  noPlan: texts.Quality_NoPlan,
  sumNeedsIncrease: texts.Quality_SumNeedsIncrease,
  aliasOfAlias: texts.Quality_AliasOfAlias,
  aliasHasReports: texts.Quality_AliasHasReports,
  stageUnknown: texts.Quality_StageUnknown,
  levelUnknown: texts.Quality_LevelUnknown,
  badLink: texts.Quality_BadLink,
  targetWithoutHistory: texts.Quality_TargetWithoutHistory,
  codeSpaces: texts.Quality_CodeSpaces,
  keyMismatch: texts.Quality_KeyMismatch,
  choiceSpelling: texts.Quality_ChoiceSpelling,
  noResponsible: texts.Quality_NoResponsible,
  noKeyResults: texts.Quality_NoKeyResults,
  weightsZero: texts.Quality_WeightsZero,
  targetMissing: texts.Quality_TargetMissing,
  datesOutsidePlan: texts.Quality_DatesOutsidePlan,
  noMembers: texts.Quality_NoMembers,
  notAMember: texts.Quality_NotAMember,
  sameWording: texts.Quality_SameWording,
  reportedTwice: texts.Quality_ReportedTwice,
  quarterNotClosed: texts.Quality_QuarterNotClosed,
  evidenceGone: texts.Quality_EvidenceGone,
  operativePlanGone: texts.Quality_OperativePlanGone
};

const EFFECTS: Readonly<Record<FindingEffect, string>> = {
  rowNotUsed: texts.Quality_EffectRowNotUsed,
  valueAssumed: texts.Quality_EffectValueAssumed,
  valueLost: texts.Quality_EffectValueLost,
  nobodyReports: texts.Quality_EffectNobodyReports,
  noAverage: texts.Quality_EffectNoAverage,
  notInAverages: texts.Quality_EffectNotInAverages,
  countsTwice: texts.Quality_EffectCountsTwice,
  linkFails: texts.Quality_EffectLinkFails,
  readsGrow: texts.Quality_EffectReadsGrow,
  looksUnexplained: texts.Quality_EffectLooksUnexplained,
  onlyForm: texts.Quality_EffectOnlyForm
};

export const SEVERITY_WORDS: Readonly<Record<FindingSeverity, string>> = {
  changesFigures: texts.Quality_ChangesFigures, confuses: texts.Quality_Confuses, form: texts.Quality_Form
};

/** Shapes of the lights, with words of their own. */
export const SEVERITY_LIGHTS: Readonly<Record<FindingSeverity, Light>> = { changesFigures: 'rojo', confuses: 'amarillo', form: 'sinDato' };

/** Columns that the shared titles do not have. */
const COLUMNS: Readonly<Record<string, string>> = {
  Active: texts.Quality_ColumnActive, Members: texts.Quality_ColumnMembers, OperativePlanUrl: texts.Quality_ColumnOperativePlan,
  Indicator: texts.Quality_ColumnIndicator
};

export function columnWord(column: string): string {
  return COLUMNS[column] || columnTitle(column);
}

/** What is wrong, in a sentence without a full stop, as a heading has it. */
export function findingTitle({ kind, column, found, rows }: Finding): string {
  return plural(TITLES[kind], rows.length, { column: column ? columnWord(column) : '', found: found ? shown(found) : '', row: rows[0].name });
}

export function findingEffect({ effect }: Finding): string {
  return EFFECTS[effect];
}

/** `OE1-OT2-R5 · Resultados clave, fila 12` */
export function rowWords(row: { readonly list: ListName; readonly id: number | null; readonly name: string }): string {
  const where = row.id === null ? listTitle(row.list) : text(texts.Quality_ListRow, { list: listTitle(row.list), id: String(row.id) });
  return row.name === '' || row.name === `#${row.id}` ? where : `${row.name} · ${where}`;
}

/** Spaces at a text's ends are what may be wrong with it, so they are drawn. */
function shown(value: string): string {
  return value.replace(/^\s+|\s+$/g, (spaces) => '␣'.repeat(spaces.length));
}

/** Rows that lookups point to, by what people call them. */
function nameOfRow(column: string, id: number, workspace: Workspace): string {
  const find = (rows: readonly { readonly id: number; readonly code: string }[]): string => {
    const row = rows.find((one) => one.id === id);
    return row ? row.code : `#${id}`;
  };
  switch (column) {
    case 'Processes': case 'Process': return find(workspace.processes);
    case 'TacticalObjective': return find(workspace.tacticalObjectives);
    case 'StrategicObjective': return find(workspace.strategicObjectives);
    case 'SameMeasureAs': case 'KeyResult': return find(workspace.keyResults);
    case 'Plan': return id === workspace.plan.id ? workspace.plan.code : `#${id}`;
    default: return `#${id}`;
  }
}

/** A cell in words: `30`, `«30 millones»`, `31 dic 2023`, `COM, COOP`, `vacío`. */
export function cellWords(column: string, value: CellValue, workspace: Workspace, now: Date): string {
  if (value === null || value === '') return texts.Quality_CellEmpty;
  if (typeof value === 'boolean') return value ? texts.Quality_CellYes : texts.Quality_CellNo;
  const lookups = ['Processes', 'Process', 'TacticalObjective', 'StrategicObjective', 'SameMeasureAs', 'KeyResult', 'Plan', 'Indicator'];
  if (typeof value === 'number') return lookups.indexOf(column) >= 0 ? nameOfRow(column, value, workspace) : formatNumber(value);
  if (typeof value === 'string') {
    if (isDay(value)) return formatDay(value);
    return column === 'ReportedOn' ? formatMoment(value, now) : `«${shown(value)}»`;
  }
  if (Array.isArray(value)) {
    const words = (value as readonly (number | string)[]).map((one) => (typeof one === 'number' ? nameOfRow(column, one, workspace) : one));
    return words.join(', ') || texts.Quality_CellEmpty;
  }
  const { url, text: name } = value as LinkValue;
  return name || url;
}

/** A row's change, column by column: `Meta: «30 millones»` and `Meta: 30`. */
export function changeWords(change: RowChange, workspace: Workspace, now: Date): { readonly before: string; readonly after: string }[] {
  return Object.keys(change.after).map((column) => {
    const words = (value: CellValue): string => text(texts.Quality_Cell, { column: columnWord(column), value: cellWords(column, value, workspace, now) });
    return { before: words(change.before[column]), after: words(change.after[column]) };
  });
}
