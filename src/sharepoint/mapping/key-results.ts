import type { Accumulation, Day, Direction, KeyResult, Plan, Problem } from '../../domain';
import { belongTo, type Parents } from './belonging';
import { accumulations, directions } from './choices';
import { compareCodes, parentCode } from './codes';
import { codeOf, type Shown } from './objectives';
import type { Row } from './row';
import { oldestFirst, RowReader, textOf, valuesOf } from './row-reader';
import { parseScale, parseStages } from './texts';

export interface KeyResultContext {
  readonly plan: Plan;
  readonly shown: Shown;
  /** Tactical objectives of all plans by row id. */
  readonly tactical: Parents;
  /** Codes of the plan's tactical objectives, in order. */
  readonly tacticalOrder: readonly string[];
  /** Codes of the processes, in order. */
  readonly processOrder: readonly string[];
  /** Process codes and indicator codes by row id. */
  readonly processCodes: ReadonlyMap<number, string>;
  readonly indicatorCodes: ReadonlyMap<number, string>;
}

export interface MappedKeyResults {
  readonly keyResults: KeyResult[];
  /** Code behind each row's id, those of other plans among them: `null`, not this plan's. */
  readonly codes: ReadonlyMap<number, string | null>;
}

type Reader = RowReader<'KeyResults'>;

/** The plan's key results, in the order of their objectives and codes. */
export function mapKeyResults(rows: readonly Row<'KeyResults'>[], context: KeyResultContext, problems: Problem[]): MappedKeyResults {
  const found: KeyResult[] = [];
  const readers = new Map<string, Reader>();
  const codes = new Map<number, string | null>();
  for (const row of oldestFirst(rows)) {
    const reader = new RowReader('KeyResults', row, problems);
    const other = context.tactical.get(reader.reference('TacticalObjective') || 0);
    if (other && other.plan !== context.shown.plan) {
      codes.set(reader.id, null);
      continue;
    }
    const code = codeOf(reader, /^OE\d+-OT\d+-R\d+$/);
    const key = reader.text('Key0');
    const place = code === '' ? null : belongTo(reader, 'TacticalObjective', context.tactical, context.shown, parentCode(code), key);
    if (place === null) {
      codes.set(reader.id, null);
      continue;
    }
    codes.set(reader.id, code);
    if (readers.has(code)) {
      reader.note('duplicateCode', 'Code', 'error', code);
      continue;
    }
    readers.set(code, reader);
    found.push(mapKeyResult(reader, code, place.parent, context));
  }
  const resolved = resolveAliases(found, readers, codes);
  const rank = (keyResult: KeyResult): number => context.tacticalOrder.indexOf(keyResult.tacticalObjective);
  resolved.sort((a, b) => rank(a) - rank(b) || compareCodes(a.code, b.code));
  return { keyResults: resolved.map((keyResult, index) => ({ ...keyResult, order: index + 1 })), codes };
}

function mapKeyResult(reader: Reader, code: string, tacticalObjective: string, context: KeyResultContext): KeyResult {
  const stages = parseStages(reader.text('Stages'), reader.warn('Stages'));
  const scale = parseScale(reader.text('Scale'));
  const direction = directionOf(reader, stages.length > 0, scale.length > 0);
  const baseline = reader.number('Baseline');
  const target = reader.number('Target');
  if (reader.text('Title') === '') reader.note('empty', 'Title', 'warning');
  return {
    id: reader.id,
    code,
    // The plan's own code leads, so that a key that was not changed with its code cannot mislead a search of history.
    key: `${context.plan.code}/${code}`,
    title: reader.text('Title') || code,
    tacticalObjective,
    processes: processesOf(reader, context),
    direction,
    accumulation: accumulationOf(reader, direction),
    unit: reader.text('Unit'),
    baseline,
    target,
    criticalLimit: criticalLimitOf(reader, direction, target),
    stages,
    scale,
    ...datesOf(reader, context.plan),
    weight: reader.number('Weight', { min: 0 }) ?? 1,
    sameMeasureAs: null,
    indicator: indicatorOf(reader, context),
    topics: valuesOf(reader.raw('Topics')).map(textOf).filter(topic => topic !== ''),
    sourceNote: reader.text('SourceNote'),
    active: reader.raw('Active') !== false,
    order: 0
  };
}

/** An empty or unknown direction is taken from what else the row says. */
function directionOf(reader: Reader, hasStages: boolean, hasScale: boolean): Direction {
  const direction = reader.choice('Direction', directions);
  if (direction !== null) return direction;
  if (reader.text('Direction') === '') reader.note('empty', 'Direction', 'warning');
  return hasStages ? 'Milestone' : hasScale ? 'Qualitative' : 'Increase';
}

function accumulationOf(reader: Reader, direction: Direction): Accumulation {
  const accumulation = reader.choice('Accumulation', accumulations);
  if (accumulation === null) {
    if (reader.text('Accumulation') === '') reader.note('empty', 'Accumulation', 'warning');
    return 'Latest';
  }
  if (accumulation !== 'Latest' && direction !== 'Increase') {
    reader.note('sumNeedsIncrease', 'Accumulation', 'warning', accumulation);
    return 'Latest';
  }
  return accumulation;
}

/** Only beyond the target does a critical limit make sense. */
function criticalLimitOf(reader: Reader, direction: Direction, target: number | null): number | null {
  const limit = reader.number('CriticalLimit');
  if (limit === null || target === null) return limit;
  if ((direction === 'AtMost' && limit < target) || (direction === 'AtLeast' && limit > target)) {
    reader.note('outOfRange', 'CriticalLimit', 'warning', String(limit));
    return null;
  }
  return limit;
}

/** Its dates, the plan's where they are empty or impossible. */
function datesOf(reader: Reader, plan: Plan): { start: Day; end: Day } {
  const start = reader.day('StartDate') ?? plan.start;
  const end = reader.day('EndDate') ?? plan.end;
  if (start <= end) return { start, end };
  reader.note('badDate', 'EndDate', 'warning', end);
  return { start: plan.start, end: plan.end };
}

function processesOf(reader: Reader, context: KeyResultContext): string[] {
  const codes: string[] = [];
  for (const id of reader.references('Processes')) {
    const code = context.processCodes.get(id);
    if (code === undefined) reader.note('danglingReference', 'Processes', 'warning', `#${id}`);
    else if (codes.indexOf(code) < 0) codes.push(code);
  }
  return codes.sort((a, b) => context.processOrder.indexOf(a) - context.processOrder.indexOf(b));
}

function indicatorOf(reader: Reader, context: KeyResultContext): string | null {
  const id = reader.reference('Indicator');
  if (id === null) return null;
  const code = context.indicatorCodes.get(id);
  if (code === undefined) reader.note('danglingReference', 'Indicator', 'warning', `#${id}`);
  return code === undefined ? null : code;
}

/** Gives each alias the code of the key result it shows, if that one has figures of its own. */
function resolveAliases(
  keyResults: readonly KeyResult[], readers: ReadonlyMap<string, Reader>, codes: ReadonlyMap<number, string | null>
): KeyResult[] {
  const aliases = new Set([...readers].filter(([, reader]) => reader.reference('SameMeasureAs') !== null).map(([code]) => code));
  return keyResults.map(keyResult => {
    const reader = readers.get(keyResult.code);
    const id = reader ? reader.reference('SameMeasureAs') : null;
    if (!reader || id === null) return keyResult;
    const code = codes.get(id);
    if (!code) reader.note('danglingReference', 'SameMeasureAs', 'warning', `#${id}`);
    else if (aliases.has(code)) reader.note('aliasOfAlias', 'SameMeasureAs', 'warning', code);
    else return { ...keyResult, sameMeasureAs: code };
    return keyResult;
  });
}
