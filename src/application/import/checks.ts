import { isQuarterCode, type ListName } from '../../domain';
import type { Issue } from './issues';
import { codeOf, planOf } from './keys';
import type { PlainRow } from './rows';
import { isEmpty, textOf } from './rows';

/** What a row can be looked up in: the site, and what the file itself brings. */
export interface Surroundings {
  /** The row of that key as it will be, from the file or the site; `undefined`: there will be none. */
  find(list: ListName, key: string): PlainRow | undefined;
  /** The same, as the site has it now. */
  inSite(list: ListName, key: string): PlainRow | undefined;
  /** Whether the row is refused in this very file. */
  isRefused(list: ListName, key: string): boolean;
}

const CODE_FORMS: Partial<Record<ListName, RegExp>> = {
  StrategicObjectives: /^OE\d+$/, TacticalObjectives: /^OE\d+-OT\d+$/, KeyResults: /^OE\d+-OT\d+-R\d+$/
};

const error = (kind: Issue['kind'], more: Partial<Issue> = {}): Issue => ({ kind, severity: 'error', ...more });
const warning = (kind: Issue['kind'], more: Partial<Issue> = {}): Issue => ({ kind, severity: 'warning', ...more });

function checkCode(list: ListName, row: PlainRow): Issue[] {
  const code = textOf(row, 'Code');
  const form = CODE_FORMS[list];
  if (code === '' || !form) return [];
  if (!form.test(code)) return [error('badCode', { column: 'Código', found: code })];
  const parent = list === 'TacticalObjectives' ? textOf(row, 'StrategicObjective') : list === 'KeyResults' ? textOf(row, 'TacticalObjective') : '';
  const expected = code.slice(0, Math.max(0, code.lastIndexOf('-')));
  return parent !== '' && codeOf(parent) !== expected
    ? [error('codeNotUnderParent', { column: 'Código', found: code, suggestion: expected })] : [];
}

function checkDates(row: PlainRow): Issue[] {
  const [start, end] = [textOf(row, 'StartDate'), textOf(row, 'EndDate')];
  return start !== '' && end !== '' && end < start ? [error('endBeforeStart', { column: 'Fin', found: end })] : [];
}

function checkKeyResult(row: PlainRow, key: string, around: Surroundings): Issue[] {
  const issues: Issue[] = [];
  const [direction, accumulation] = [textOf(row, 'Direction') || 'Increase', textOf(row, 'Accumulation') || 'Latest'];
  if (accumulation !== 'Latest' && direction !== 'Increase') {
    issues.push(error('sumNeedsIncrease', { column: 'Acumulación', found: `${accumulation} · ${direction}` }));
  }
  const measure = textOf(row, 'SameMeasureAs');
  if (measure === key && measure !== '') issues.push(error('aliasOfItself', { column: 'Mide lo mismo que', found: codeOf(measure) }));
  else if (measure !== '') {
    const other = around.find('KeyResults', measure);
    const next = other ? textOf(other, 'SameMeasureAs') : '';
    if (next !== '') issues.push(error('aliasOfAlias', { column: 'Mide lo mismo que', found: codeOf(measure), suggestion: codeOf(next) }));
  }
  if (direction === 'Milestone' && isEmpty(row.Stages)) issues.push(warning('stagesMissing', { column: 'Etapas' }));
  if (direction === 'Qualitative' && isEmpty(row.Scale)) issues.push(warning('scaleMissing', { column: 'Escala' }));
  if (isEmpty(row.Processes) && measure === '') issues.push(warning('withoutProcess', { column: 'Procesos' }));
  return issues;
}

const lines = (text: string): number => text.split('\n').filter(line => line.trim() !== '').length;

function checkCheckIn(row: PlainRow, around: Surroundings): Issue[] {
  const issues: Issue[] = [];
  const keyResult = around.find('KeyResults', textOf(row, 'KeyResult'));
  if (!keyResult) return issues;
  if (!isEmpty(keyResult.SameMeasureAs)) {
    issues.push(error('aliasTakesNoReports', { column: 'Resultado clave', found: codeOf(textOf(row, 'KeyResult')), suggestion: codeOf(textOf(keyResult, 'SameMeasureAs')) }));
  }
  const process = textOf(row, 'Process');
  const answering = Array.isArray(keyResult.Processes) ? keyResult.Processes as readonly string[] : [];
  if (process !== '' && answering.indexOf(process) < 0) issues.push(warning('notResponsible', { column: 'Proceso', found: process, suggestion: answering.join(', ') }));
  const direction = textOf(keyResult, 'Direction');
  if (direction === 'Milestone') {
    const stages = Math.max(1, lines(textOf(keyResult, 'Stages')));
    const unknown = textOf(row, 'StagesDone').split(/[;,\s]+/).filter(one => one !== '' && !(Number(one) >= 1 && Number(one) <= stages));
    if (unknown.length > 0) issues.push(error('stageUnknown', { column: 'Etapas terminadas', found: unknown.join(';'), limit: stages }));
  } else if (isEmpty(row.Value)) {
    issues.push(error('valueMissing', { column: 'Valor' }));
  } else if (direction === 'Qualitative') {
    const levels = Math.max(1, lines(textOf(keyResult, 'Scale')));
    const level = Number(row.Value);
    if (!(level >= 1 && level <= levels && level % 1 === 0)) issues.push(error('levelUnknown', { column: 'Valor', found: String(row.Value), limit: levels }));
  }
  return issues;
}

/** Rows that hang on a quarter: it is one of the plan's, and where they are check-ins, open. */
function checkQuarter(list: ListName, row: PlainRow, around: Surroundings): Issue[] {
  const code = textOf(row, 'Quarter');
  if (code === '' || list === 'Reviews') return [];
  const key = `${planOf(textOf(row, 'KeyResult'))}/${code}`;
  if (!isQuarterCode(code) || !around.find('Quarters', key)) return [error('quarterUnknown', { column: 'Trimestre', found: code })];
  const now = around.inSite('Quarters', key);
  const closed = now !== undefined && textOf(now, 'State') !== 'open';
  if (list === 'CheckIns' && closed) return [error('quarterClosed', { column: 'Trimestre', found: code })];
  // A cutoff is what closing froze: only a quarter that is brought along whole has its own.
  return list === 'Cutoffs' && now !== undefined ? [error('cutoffsByClosing', { column: 'Trimestre', found: code })] : [];
}

/**
 * What the plan's rules say about a row as it will be.
 * @param row the site's columns with the file's over them
 * @param before as the site has it, `null` for a new one
 */
export function checkRow(list: ListName, key: string, row: PlainRow, before: PlainRow | null, around: Surroundings): Issue[] {
  const issues = [...checkCode(list, row), ...checkQuarter(list, row, around)];
  switch (list) {
    case 'Plans': return [...issues, ...checkDates(row)];
    case 'KeyResults': return [...issues, ...checkDates(row), ...checkKeyResult(row, key, around)];
    case 'CheckIns': return [...issues, ...checkCheckIn(row, around)];
    case 'Quarters': {
      if (!isQuarterCode(textOf(row, 'Title'))) issues.push(error('quarterUnknown', { column: 'Trimestre', found: textOf(row, 'Title') }));
      const [was, is] = [before ? textOf(before, 'State') || 'open' : null, textOf(row, 'State') || 'open'];
      if (was !== null && was !== is) issues.push(error('quarterStateByClosing', { column: 'Estado', found: is, suggestion: was }));
      return [...issues, ...checkDates(row)];
    }
    default: return issues;
  }
}
