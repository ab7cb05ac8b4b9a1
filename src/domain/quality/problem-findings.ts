import { isAllowedLink } from '../links';
import type { KeyResult } from '../model';
import type { ListName, Problem, ProblemKind } from '../problems';
import { quarterBounds } from '../quarters';
import { quarterByDate } from './check-in-findings';
import {
  type Cells, cellText, changeOf, type Finding, type FindingEffect, type FindingSeverity, IN_THE_ROW, type ListRow, mendBy, type QualityInput,
  type Remedy, type RowIndex
} from './finding';
import { choicesOf, nearestChoice, numberWithin } from './suggestions';

/** Columns that figures are made of. */
const FIGURES = new Set([
  'Target', 'Baseline', 'CriticalLimit', 'Weight', 'Value', 'Direction', 'Accumulation', 'Stages', 'StagesDone', 'Scale', 'StartDate', 'EndDate',
  'SameMeasureAs', 'GreenFrom', 'YellowFrom', 'GraceDays', 'Progress', 'YearSum', 'PastYears', 'State'
]);
/** Lists whose rows count in figures. */
const COUNTING: readonly ListName[] = [
  'Plans', 'StrategicObjectives', 'TacticalObjectives', 'KeyResults', 'CheckIns', 'Quarters', 'Cutoffs', 'ProgrammedTargets'
];

function severityOf({ list, column, severity, kind }: Problem): FindingSeverity {
  if (kind === 'targetWithoutHistory' || kind === 'badLink') return 'confuses';
  if (severity === 'error') return COUNTING.indexOf(list) >= 0 ? 'changesFigures' : 'confuses';
  return column !== null && FIGURES.has(column) ? 'changesFigures' : 'confuses';
}

const EFFECTS: Readonly<Partial<Record<ProblemKind, FindingEffect>>> = {
  badLink: 'linkFails', targetWithoutHistory: 'looksUnexplained', stageUnknown: 'valueLost', levelUnknown: 'valueLost',
  quarterOutsidePlan: 'looksUnexplained', severalPlans: 'looksUnexplained'
};

function effectOf({ kind, severity }: Problem): FindingEffect {
  return EFFECTS[kind] || (severity === 'error' ? 'rowNotUsed' : 'valueAssumed');
}

/** What a rule for a problem's remedy is given. */
interface Case {
  readonly problem: Problem;
  readonly row: ListRow;
  readonly column: string;
  readonly input: QualityInput;
  readonly rows: RowIndex;
  /** The key result that was made of the row, if one was. */
  readonly keyResult: KeyResult | undefined;
}

type Mender = (one: Case) => Cells | null;

/** What is taken in place of an empty or unusable value, written down. */
const assumed: Mender = ({ row, column, input, keyResult, problem }): Cells | null => {
  if (row.list === 'Quarters' && column === 'State') return { State: 'open' };
  if (row.list === 'Quarters' && column === 'Plan') return { Plan: input.plan.id };
  if (row.list === 'StrategicObjectives' && column === 'Plan' && problem.severity === 'warning') return { Plan: input.plan.id };
  if (column === 'Code') {
    const code = cellText(row, 'Key0').split('/')[1];
    return code ? { Code: code } : null;
  }
  if (row.list === 'TacticalObjectives' && column === 'StrategicObjective') {
    const own = input.tacticalObjectives.find(({ id }) => id === row.id);
    const parent = own && input.strategicObjectives.find(({ code }) => code === own.strategicObjective);
    return parent ? { StrategicObjective: parent.id } : null;
  }
  if (!keyResult) return null;
  switch (column) {
    case 'Direction': return { Direction: keyResult.direction };
    case 'Accumulation': return { Accumulation: keyResult.accumulation };
    case 'TacticalObjective': {
      const parent = input.tacticalObjectives.find(({ code }) => code === keyResult.tacticalObjective);
      return parent ? { TacticalObjective: parent.id } : null;
    }
    default: return null;
  }
};

const asNumber: Mender = ({ row, column }) => {
  const value = row.cells[column];
  const found = typeof value === 'string' && column !== 'Stages' && column !== 'StagesDone' ? numberWithin(value) : null;
  return found === null ? null : { [column]: found };
};

const spelled: Mender = ({ row, column }) => {
  const choice = nearestChoice(cellText(row, column), choicesOf(row.list, column));
  // A quarter's state decides what counts: a guess about it is nobody's but a person's.
  return choice === null || row.list === 'Quarters' ? null : { [column]: choice };
};

const dates: Mender = ({ row, input }) => {
  if (row.list === 'KeyResults') return { StartDate: input.plan.start, EndDate: input.plan.end };
  const bounds = row.list === 'Quarters' ? quarterBounds(cellText(row, 'Title').toUpperCase()) : null;
  return bounds && { StartDate: bounds.start, EndDate: bounds.end };
};

const wellFormed: Mender = one => {
  const { row, column } = one;
  if (column === 'Quarter') return quarterMend(one);
  const code = cellText(row, column).toUpperCase().replace(/\s+/g, '');
  const form = { StrategicObjectives: /^OE\d+$/, TacticalObjectives: /^OE\d+-OT\d+$/, KeyResults: /^OE\d+-OT\d+-R\d+$/ }[row.list as string];
  const taken = one.rows.of(row.list).some(other => other.id !== row.id && cellText(other, 'Code') === code);
  return form && form.test(code) && !taken ? { Code: code } : null;
};

const quarterMend: Mender = ({ row, input }) => {
  const quarter = row.list === 'CheckIns' ? quarterByDate(row, input) : null;
  return quarter === null ? null : { Quarter: quarter };
};

const withoutDangling: Mender = one => {
  const { row, column, input } = one;
  if (column === 'Processes') {
    const known = new Set(input.processes.map(({ id }) => id));
    const ids = row.cells.Processes;
    return Array.isArray(ids) ? { Processes: (ids as readonly number[]).filter(id => known.has(id)) } : null;
  }
  if (row.list === 'KeyResults' && (column === 'Indicator' || column === 'SameMeasureAs')) return { [column]: null };
  return one.problem.severity === 'warning' ? assumed(one) : null;
};

/** The lines of the evidence, those that only lack the s with it; `null` where that does not mend them all. */
const secureLinks: Mender = ({ row }) => {
  const text = row.cells.Evidence;
  if (typeof text !== 'string') return null;
  const lines = text.split(/\r\n|\r|\n/);
  const mended = lines.map(line => line.replace(/^\s*http:\/\//i, 'https://'));
  const all = mended.every(line => line.trim() === '' || isAllowedLink(line.split('|')[0].trim()));
  return all ? { Evidence: mended.join('\n') } : null;
};

const knownStages: Mender = ({ row, input }) => {
  const checkIn = input.checkIns.find(({ id }) => id === row.id);
  return checkIn ? { StagesDone: checkIn.stagesDone.join(';') } : null;
};

const MENDERS: Readonly<Partial<Record<ProblemKind, Mender>>> = {
  empty: assumed,
  notANumber: asNumber,
  outOfRange: ({ column }) => (column === 'Weight' ? { Weight: 1 } : null),
  unknownChoice: spelled,
  badDate: one => (one.column === 'EndDate' ? dates(one) : null),
  badCode: wellFormed,
  danglingReference: withoutDangling,
  quarterUnknown: quarterMend,
  sumNeedsIncrease: () => ({ Accumulation: 'Latest' }),
  stageUnknown: knownStages,
  badLink: secureLinks
};

/** Whether a check-in's row may be written at all: the list refuses those of closed quarters. */
function canWrite(row: ListRow, input: QualityInput): boolean {
  if (row.list === 'Cutoffs') return false;
  if (row.list !== 'CheckIns') return true;
  const quarter = input.quarters.find(({ code }) => code === cellText(row, 'Quarter').toUpperCase());
  return !quarter || quarter.state === 'open';
}

function remedyOf(problem: Problem, input: QualityInput, rows: RowIndex): Remedy {
  if (problem.kind === 'targetWithoutHistory') return { kind: 'history', keyResult: problem.row };
  const row = rows.find(problem.list, problem.rowId);
  if (!row) return IN_THE_ROW;
  if (problem.kind === 'duplicateCode' && row.list === 'KeyResults') {
    const code = cellText(row, 'Code') || problem.row;
    const twins = rows.of('KeyResults').filter(other => cellText(other, 'Code') === code).map(({ id }) => id);
    return twins.length > 1 ? { kind: 'compare', code, ids: twins } : IN_THE_ROW;
  }
  const mender = MENDERS[problem.kind];
  if (!mender || problem.column === null || !canWrite(row, input)) return IN_THE_ROW;
  const keyResult = row.list === 'KeyResults' ? input.keyResults.find(({ id }) => id === row.id) : undefined;
  const after = mender({ problem, row, column: problem.column, input, rows, keyResult });
  return after === null ? IN_THE_ROW : mendBy(changeOf(row, problem.row, after));
}

/** The parsers' problems as findings; what the same row's same column is told of twice, once. */
export function problemFindings(input: QualityInput, rows: RowIndex): Finding[] {
  const found = new Map<string, Finding>();
  for (const problem of input.problems) {
    const { kind, list, rowId, row, column, found: text } = problem;
    const id = `${kind}:${list}/${rowId === null ? '' : rowId}/${column || ''}`;
    if (found.has(id)) continue;
    const remedy = remedyOf(problem, input, rows);
    const at = remedy.kind === 'compare' ? remedy.ids : [rowId];
    found.set(id, {
      id, kind, severity: severityOf(problem), effect: effectOf(problem), rows: at.map(one => ({ list, id: one, name: row })), column,
      found: text, remedy
    });
  }
  return Array.from(found.values());
}
