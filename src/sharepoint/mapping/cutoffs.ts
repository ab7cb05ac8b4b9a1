import {
  type Accumulated, type Cutoff, type CutoffSetting, isSumPerYear, type KeyResult, type Problem, type Quarter, quarterYear
} from '../../domain';
import type { RowToWrite } from '../schema';
import { confidences, lights } from './choices';
import { knownQuarter, pointedKeyResult } from './quarters';
import type { Row } from './row';
import { oldestFirst, RowReader } from './row-reader';
import { formatPositions, formatTrail, formatYears, parsePositions, parseTrail, parseYears } from './texts';

export interface CutoffContext {
  readonly keyResults: readonly KeyResult[];
  readonly keyResultCodes: ReadonlyMap<number, string | null>;
  /** The plan's; `null` where any well-formed code will do. */
  readonly quarters: readonly Quarter[] | null;
}

/** Frozen figures; of two rows for the same key result and quarter the older stands. */
export function mapCutoffs(rows: readonly Row<'Cutoffs'>[], context: CutoffContext, problems: Problem[]): Cutoff[] {
  const byCode = new Map(context.keyResults.map(keyResult => [keyResult.code, keyResult]));
  const cutoffs: Cutoff[] = [];
  const seen = new Set<string>();
  for (const row of oldestFirst(rows)) {
    const reader = new RowReader('Cutoffs', row, problems);
    const code = pointedKeyResult(reader, context.keyResultCodes);
    const keyResult = code === null ? undefined : byCode.get(code);
    if (!keyResult) continue;
    const quarter = knownQuarter(reader, context.quarters);
    if (quarter === null) continue;
    if (seen.has(`${keyResult.code} ${quarter}`)) {
      reader.note('duplicateCode', 'Key0', 'error', `${keyResult.code} ${quarter}`);
      continue;
    }
    seen.add(`${keyResult.code} ${quarter}`);
    cutoffs.push({
      id: reader.id,
      keyResult: keyResult.code,
      quarter,
      accumulated: accumulatedOf(reader, keyResult, quarter),
      progress: reader.number('Progress'),
      expected: reader.number('Expected'),
      light: lightOf(reader),
      target: reader.number('Target'),
      baseline: reader.number('Baseline'),
      trail: parseTrail(reader.text('Trail'), reader.warn('Trail')),
      setting: settingOf(reader)
    });
  }
  return cutoffs;
}

function lightOf(reader: RowReader<'Cutoffs'>): Cutoff['light'] {
  const light = reader.choice('Light', lights);
  if (light === null && reader.text('Light') === '') reader.note('empty', 'Light', 'warning');
  return light ?? 'sinDato';
}

/** All of it or nothing: figures of then and of today would make a roll-up of no time. */
function settingOf(reader: RowReader<'Cutoffs'>): CutoffSetting | null {
  const read = (column: 'Weight' | 'TacticalWeight' | 'StrategicWeight' | 'GreenFrom' | 'YellowFrom'): number | null => reader.number(column, { min: 0 });
  const [weight, tacticalWeight, strategicWeight] = [read('Weight'), read('TacticalWeight'), read('StrategicWeight')];
  const [greenFrom, yellowFrom] = [read('GreenFrom'), read('YellowFrom')];
  if (weight === null || tacticalWeight === null || strategicWeight === null || greenFrom === null || yellowFrom === null) return null;
  const processes = reader.text('ProcessCodes').split(/[;,\s]+/).filter(code => code !== '');
  return { active: reader.raw('Active') !== false, weight, tacticalWeight, strategicWeight, processes, greenFrom, yellowFrom };
}

function accumulatedOf(reader: RowReader<'Cutoffs'>, keyResult: KeyResult, quarter: string): Accumulated {
  return {
    ...(isSumPerYear(keyResult) ? yearsOf(reader, quarter) : { value: reader.number('Value'), year: null, pastYears: {} }),
    stagesDone: parsePositions(reader.text('StagesDone'), reader.warn('StagesDone')),
    confidence: reader.choice('Confidence', confidences),
    lastReportedOn: reader.instant('LastReportedOn'),
    lastCheckInId: reader.number('LastCheckInId', { min: 1 }),
    lastQuarter: reader.text('LastQuarter') || null,
    lastProcess: reader.text('LastProcess') || null,
    reports: reader.number('Reports', { min: 0 }) ?? 0
  };
}

/** Folding goes on from the sum of the latest year with reports; the years before it are past. */
function yearsOf(reader: RowReader<'Cutoffs'>, quarter: string): Pick<Accumulated, 'value' | 'year' | 'pastYears'> {
  const sums = parseYears(reader.text('PastYears'), reader.warn('PastYears'));
  const yearSum = reader.number('YearSum');
  if (yearSum !== null) sums[String(quarterYear(quarter))] = yearSum;
  const years = Object.keys(sums).sort();
  const latest = years.pop();
  if (latest === undefined) return { value: null, year: null, pastYears: {} };
  const pastYears: Record<string, number> = {};
  for (const year of years) pastYears[year] = sums[year];
  return { value: sums[latest], year: Number(latest), pastYears };
}

export function settingColumns({ active, weight, tacticalWeight, strategicWeight, processes, greenFrom, yellowFrom }: CutoffSetting) {
  return {
    Active: active, Weight: weight, TacticalWeight: tacticalWeight, StrategicWeight: strategicWeight, ProcessCodes: processes.join(';'),
    GreenFrom: greenFrom, YellowFrom: yellowFrom
  };
}

/** The row a cutoff is written as. Column YearSum is the sum of the quarter's own year: empty when that year has no report yet. */
export function cutoffRow(cutoff: Omit<Cutoff, 'id'>, keyResult: Pick<KeyResult, 'id' | 'key'>): RowToWrite<'Cutoffs'> {
  const { accumulated, setting } = cutoff;
  const ownYear = accumulated.year !== null && accumulated.year === quarterYear(cutoff.quarter);
  const pastYears: Record<string, number> = { ...accumulated.pastYears };
  if (accumulated.year !== null && !ownYear && accumulated.value !== null) pastYears[accumulated.year] = accumulated.value;
  return {
    Title: `${cutoff.keyResult} · ${cutoff.quarter}`,
    KeyResultId: keyResult.id,
    Quarter: cutoff.quarter,
    Key0: `${keyResult.key}/${cutoff.quarter}`,
    Value: accumulated.value,
    Progress: cutoff.progress,
    Expected: cutoff.expected,
    Light: cutoff.light,
    Confidence: accumulated.confidence,
    Target: cutoff.target,
    Baseline: cutoff.baseline,
    YearSum: ownYear ? accumulated.value : null,
    PastYears: formatYears(pastYears),
    StagesDone: formatPositions(accumulated.stagesDone),
    LastReportedOn: accumulated.lastReportedOn,
    LastCheckInId: accumulated.lastCheckInId,
    LastQuarter: accumulated.lastQuarter,
    LastProcess: accumulated.lastProcess,
    Reports: accumulated.reports,
    Trail: formatTrail(cutoff.trail),
    ...(setting && settingColumns(setting))
  };
}
