import * as strings from 'SigaciStrings';
import type { Day, KeyResult } from '../../domain/model';
import type { KeyResultStatus } from '../../domain/status';
import { formatAmount, formatNumber, formatPercent } from './numbers';
import { plural, text } from './text';

/** A key result's current figure in words: `481,7` `de USD 850 millones` `57 %`. */
export interface FigureText {
  readonly value: string;
  /** What it is measured against; empty when against nothing. */
  readonly of: string;
  /** The share, or `Dentro`/`Fuera` of a limit; empty without one. */
  readonly share: string;
}

export function isLimit(keyResult: Pick<KeyResult, 'direction'>): boolean {
  return keyResult.direction === 'AtMost' || keyResult.direction === 'AtLeast';
}

/** A figure whose unit is said with the target: only the sign of a percentage stays with it. */
function bare(value: number, unit: string): string {
  return unit.trim() === '%' ? formatAmount(value, unit) : formatNumber(value);
}

function targetText(keyResult: KeyResult, today: Day): string {
  const { target, unit, direction, accumulation } = keyResult;
  if (target === null) return unit.trim() === '%' ? '' : unit;
  const amount = formatAmount(target, unit);
  if (direction === 'AtMost') return text(strings.Measure_Limit, { limit: amount });
  if (direction === 'AtLeast') return text(strings.Measure_Minimum, { limit: amount });
  if (direction === 'Decrease') return text(strings.Measure_Goal, { target: amount });
  if (accumulation === 'SumPerYear') return text(strings.Measure_OfTargetInYear, { target: amount, year: today.slice(0, 4) });
  return text(strings.Measure_OfTarget, { target: amount });
}

function withinLimit(keyResult: KeyResult, value: number): boolean {
  if (keyResult.target === null) return false;
  return keyResult.direction === 'AtMost' ? value <= keyResult.target : value >= keyResult.target;
}

/** The name of a level of a qualitative scale, 1-based; its number when the scale has no such level. */
export function levelName(keyResult: Pick<KeyResult, 'scale'>, level: number): string {
  return keyResult.scale[level - 1] || formatNumber(level);
}

/** What a card, a row or a page says of a key result's value. */
export function describeFigure(status: KeyResultStatus, today: Day): FigureText {
  const { keyResult, accumulated, value, progress, coverage } = status;
  const share = progress === null ? '' : formatPercent(progress);
  if (keyResult.direction === 'Milestone') {
    const total = keyResult.stages.length;
    if (!coverage) return { value: strings.Light_NoData, of: total > 1 ? plural(strings.Measure_Stages, total) : strings.Measure_OneDelivery, share };
    if (total <= 1) {
      const delivered = accumulated.stagesDone.length > 0;
      return { value: delivered ? strings.Measure_Delivered : strings.Measure_NotDelivered, of: strings.Measure_OneDelivery, share };
    }
    return { value: text(strings.Measure_StagesOf, { done: accumulated.stagesDone.length, total }), of: strings.Measure_StagesWord, share };
  }
  if (keyResult.direction === 'Qualitative') {
    const total = keyResult.scale.length;
    if (!coverage || value === null) return { value: strings.Light_NoData, of: total > 0 ? plural(strings.Measure_Levels, total) : '', share };
    if (total === 0) return { value: levelName(keyResult, value), of: '', share };
    return { value: levelName(keyResult, value), of: text(strings.Measure_Level, { level: value, total }), share };
  }
  const of = targetText(keyResult, today);
  if (!coverage || value === null) return { value: strings.Light_NoData, of, share: '' };
  if (isLimit(keyResult) && keyResult.target !== null) {
    return { value: bare(value, keyResult.unit), of, share: withinLimit(keyResult, value) ? strings.Measure_Within : strings.Measure_Outside };
  }
  return { value: bare(value, keyResult.unit), of, share };
}

/** What is expected today, or what became of the target: `Esperado 92 %`, `Meta 20, superada en 1`. */
export function describeExpectation(status: KeyResultStatus): string {
  const { keyResult, progress, expected, light, value } = status;
  if (light === 'sinMeta' || expected === null) return strings.Measure_NoTarget;
  if (isLimit(keyResult) && keyResult.criticalLimit !== null) {
    return text(strings.Measure_CriticalLimit, { limit: formatAmount(keyResult.criticalLimit, keyResult.unit) });
  }
  if (light === 'cumplido') {
    if (keyResult.target === null) return strings.Measure_DeliveredWhole;
    const target = formatNumber(keyResult.target);
    const perYear = keyResult.accumulation === 'SumPerYear';
    if (value === null || progress === null || perYear) return text(strings.Measure_TargetReached, { target });
    return progress > 1
      ? text(strings.Measure_TargetExceeded, { target, excess: formatNumber(Math.abs(value - keyResult.target)) })
      : text(strings.Measure_TargetReached, { target });
  }
  return text(strings.Measure_Expected, { expected: formatPercent(Math.min(1, expected)) });
}

function pastYears(status: KeyResultStatus, today: Day): string {
  const { accumulated } = status;
  const years = new Map(Object.entries(accumulated.pastYears));
  // The sum of a year that has ended without the next one's first report still stands as the running one.
  if (accumulated.year !== null && accumulated.year < Number(today.slice(0, 4)) && accumulated.value !== null) {
    years.set(String(accumulated.year), accumulated.value);
  }
  return Array.from(years.keys()).sort()
    .map((year) => text(strings.Measure_Year, { year, value: years.get(year) as number }))
    .join(' · ');
}

/** How check-ins make the figure: `Suma de 6 procesos`, `Última lectura`, `2021: 15 · 2022: 13`. */
export function describeMeasure(status: KeyResultStatus, today: Day): string {
  const { keyResult } = status;
  if (status.aliasOf) return text(strings.Measure_SameAs, { code: status.aliasOf });
  if (keyResult.direction === 'Milestone') return strings.Measure_ByStages;
  if (keyResult.direction === 'Qualitative') return keyResult.target === null ? strings.Measure_NoTarget : strings.Measure_ByLevels;
  if (keyResult.accumulation === 'SumPerYear') return pastYears(status, today) || strings.Measure_ByYear;
  if (keyResult.accumulation === 'Latest') return strings.Measure_ByReading;
  return keyResult.processes.length > 1
    ? plural(strings.Measure_BySumOfProcesses, keyResult.processes.length)
    : strings.Measure_BySum;
}

/** How a key result is counted, whatever its figures: for forms and explanations. */
export function describeAccumulation(keyResult: KeyResult): string {
  if (keyResult.direction === 'Milestone') return strings.Measure_ByStages;
  if (keyResult.direction === 'Qualitative') return strings.Measure_ByLevels;
  if (keyResult.accumulation === 'SumPerYear') return strings.Measure_ByYear;
  return keyResult.accumulation === 'Sum' ? strings.Measure_BySum : strings.Measure_ByReading;
}

function isOneDelivery({ direction, stages }: KeyResult): boolean {
  return direction === 'Milestone' && stages.length <= 1;
}

/** Where a key result stands, in a cell of its own: `22,286 de USD 30 millones`, `Entregado`, `Sin dato, de USD 30 millones`. */
export function figurePhrase(status: KeyResultStatus, today: Day): string {
  const { keyResult, coverage } = status;
  const { value, of } = describeFigure(status, today);
  if (isOneDelivery(keyResult)) return value;
  // `de 30` goes on from the value; a limit, a level or a goal is a remark about it.
  const remark = !coverage || isLimit(keyResult) || keyResult.direction === 'Qualitative' || keyResult.direction === 'Decrease';
  return [value, of].filter(Boolean).join(remark ? ', ' : ' ');
}

/** Where a key result stands, within a sentence: `Quedan en 22,286 de USD 30 millones.` */
export function figureSentence(status: KeyResultStatus, today: Day): string {
  const figure = figurePhrase(status, today);
  return isOneDelivery(status.keyResult) ? `${figure}.` : text(strings.Measure_StandsAt, { figure });
}
