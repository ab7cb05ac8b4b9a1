import {
  bogotaDay, type Cutoff, type Indicator, type IndicatorYear, type KeyResult, type Problem, sortTargetChanges, type TargetChange,
  targetWithoutHistory
} from '../../domain';
import { accumulationForms, indicatorKinds, senses } from './choices';
import { compareCodes } from './codes';
import { pointedKeyResult } from './quarters';
import type { Row } from './row';
import { oldestFirst, RowReader } from './row-reader';

/** Changes of one key result's target, oldest first. Notes a current target that none of them led to. */
export function mapTargetChanges(
  rows: readonly Row<'TargetChanges'>[], keyResult: KeyResult, lastCutoff: Cutoff | null, problems: Problem[]
): TargetChange[] {
  const changes: TargetChange[] = [];
  for (const row of oldestFirst(rows)) {
    const reader = new RowReader('TargetChanges', row, problems);
    if (pointedKeyResult(reader, new Map([[keyResult.id, keyResult.code]])) === null) continue;
    const created = reader.instant('Created');
    const effectiveOn = reader.day('EffectiveOn') ?? (created === null ? null : bogotaDay(new Date(created)));
    if (reader.text('EffectiveOn') === '') reader.note('empty', 'EffectiveOn', effectiveOn === null ? 'error' : 'warning');
    if (effectiveOn === null) continue;
    changes.push({
      id: reader.id,
      keyResult: keyResult.code,
      oldTarget: reader.number('OldTarget'),
      newTarget: reader.number('NewTarget'),
      reason: reader.text('Reason'),
      effectiveOn,
      author: reader.person('Author')
    });
  }
  const edited = changes.length > 0
    ? targetWithoutHistory(keyResult, changes)
    : lastCutoff !== null && keyResult.sameMeasureAs === null && lastCutoff.target !== keyResult.target;
  if (edited) {
    problems.push({
      kind: 'targetWithoutHistory', list: 'KeyResults', rowId: keyResult.id, row: keyResult.code, column: 'Target',
      found: keyResult.target === null ? null : String(keyResult.target), severity: 'warning'
    });
  }
  return sortTargetChanges(changes);
}

/**
 * The indicator of a code with its years. Codes may repeat from one plan to the next: the one of the shown plan comes first.
 * @param plan code of the shown plan
 */
export function mapIndicator(
  rows: readonly Row<'Indicators'>[], yearRows: readonly Row<'IndicatorYears'>[], code: string, plan: string, problems: Problem[]
): Indicator | null {
  const candidates = oldestFirst(rows);
  const row = candidates.find(one => planOf(one) === plan) || candidates[0];
  return row ? readIndicator(row, code, yearRows, problems) : null;
}

function planOf(row: Row<'Indicators'>): unknown {
  return (row.Plan as { Code?: unknown } | null | undefined)?.Code;
}

/** Every indicator of the shown plan, in the order of their codes; those of another plan are left out. @param plan code of the shown plan */
export function mapIndicators(
  rows: readonly Row<'Indicators'>[], yearRows: readonly Row<'IndicatorYears'>[], plan: string, problems: Problem[]
): Indicator[] {
  const indicators = new Map<string, Indicator>();
  for (const row of oldestFirst(rows)) {
    const owner = planOf(row);
    if (typeof owner === 'string' && owner !== plan) continue;
    const reader = new RowReader('Indicators', row, problems);
    const code = reader.text('Code');
    if (code === '') reader.note('empty', 'Code', 'error');
    else if (indicators.has(code)) reader.note('duplicateCode', 'Code', 'error', code);
    else indicators.set(code, readIndicator(row, code, yearRows.filter(year => year.IndicatorId === row.Id), problems));
  }
  return Array.from(indicators.values()).sort((a, b) => compareCodes(a.code, b.code));
}

function readIndicator(
  row: Row<'Indicators'>, code: string, yearRows: readonly Row<'IndicatorYears'>[], problems: Problem[]
): Indicator {
  const reader = new RowReader('Indicators', row, problems);
  reader.callIt(code);
  for (const [column, value] of [['Kind', reader.text('Kind')], ['AccumulationForm', reader.text('AccumulationForm')]] as const) {
    if (value === '') reader.note('empty', column, 'warning');
  }
  return {
    id: reader.id,
    code,
    title: reader.text('Title') || code,
    kind: reader.choice('Kind', indicatorKinds) ?? 'Producto',
    unit: reader.text('Unit'),
    accumulationForm: reader.choice('AccumulationForm', accumulationForms) ?? 'NoA',
    sense: reader.choice('Sense', senses) ?? 'Creciente',
    baseline: published(reader.number('Baseline')).value,
    planTarget: reader.number('PlanTarget'),
    weight: reader.number('Weight', { min: 0 }) ?? 0,
    program: reader.text('Program'),
    years: mapYears(yearRows, reader.id, problems)
  };
}

/** The city writes −1 for "does not apply" and −2 for "no data": neither is a number. */
function published(value: number | null): { value: number | null; missing: IndicatorYear['missing'] } {
  if (value === -1) return { value: null, missing: 'notApplicable' };
  if (value === -2) return { value: null, missing: 'noData' };
  return { value, missing: null };
}

function mapYears(rows: readonly Row<'IndicatorYears'>[], indicatorId: number, problems: Problem[]): IndicatorYear[] {
  const years: IndicatorYear[] = [];
  for (const row of oldestFirst(rows)) {
    const reader = new RowReader('IndicatorYears', row, problems);
    if (reader.reference('Indicator') !== indicatorId) continue;
    const year = reader.number('Year', { min: 1990, max: 2100 }, 'error');
    if (year === null) {
      if (reader.text('Year') === '') reader.note('empty', 'Year', 'error');
    } else if (years.some(one => one.year === year)) {
      reader.note('duplicateCode', 'Year', 'error', String(year));
    } else {
      const achieved = published(reader.number('Achieved'));
      years.push({
        year,
        target: published(reader.number('Target')).value,
        achieved: achieved.value,
        missing: achieved.missing,
        cutMonth: reader.number('CutMonth', { min: 1, max: 12 }) ?? 12
      });
    }
  }
  return years.sort((a, b) => a.year - b.year);
}
