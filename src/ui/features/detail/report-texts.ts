import * as strings from 'SigaciStrings';
import { isSum } from '../../../domain';
import type { CheckIn, KeyResult, Light, ReviewState } from '../../../domain';
import { HARD_SPACE, formatAmount, formatNumber, levelName, text } from '../../formatting';
import type { ReportRow } from './report-rows';

/** Review states borrow a light's shape, with words of their own. */
export const REVIEW: Readonly<Record<ReviewState, { readonly light: Light; readonly word: string }>> = {
  pending: { light: 'desactualizado', word: strings.Detail_Pending },
  approved: { light: 'verde', word: strings.Detail_Approved },
  returned: { light: 'rojo', word: strings.Detail_Returned }
};

/** Heading of what a report says in numbers. */
export function valueHeading(keyResult: KeyResult): string {
  if (keyResult.direction === 'Milestone') return strings.Detail_Stages;
  if (keyResult.direction === 'Qualitative') return strings.Detail_Level;
  return isSum(keyResult) ? strings.Detail_Contribution : strings.Detail_Reading;
}

/** How much of a milestone is finished: `Entregado`, `2 de 4`. */
export function stagesText(keyResult: KeyResult, stagesDone: readonly number[]): string {
  if (keyResult.stages.length <= 1) return stagesDone.length > 0 ? strings.Measure_Delivered : strings.Measure_NotDelivered;
  return text(strings.Measure_StagesOf, { done: stagesDone.length, total: keyResult.stages.length });
}

/** What a report says in numbers: `+1`, `8 %`, `1, 2 de 4`, a level's name; a dash when it says nothing. */
export function reportedValue(keyResult: KeyResult, checkIn: CheckIn): string {
  if (keyResult.direction === 'Milestone') return stagesText(keyResult, checkIn.stagesDone);
  if (checkIn.value === null) return '—';
  if (keyResult.direction === 'Qualitative') return levelName(keyResult, checkIn.value);
  const sign = isSum(keyResult) && checkIn.value > 0 ? '+' : '';
  const figure = keyResult.unit.trim() === '%' ? formatAmount(checkIn.value, '%') : formatNumber(checkIn.value);
  return `${sign}${figure}`.replace(' ', HARD_SPACE);
}

/** Where a report left a sum; empty for readings, which say it themselves. */
export function standsAtText(keyResult: KeyResult, row: ReportRow): string {
  return !isSum(keyResult) || row.standsAt === null ? '' : formatNumber(row.standsAt);
}
