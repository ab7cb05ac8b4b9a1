import { isSum, isSumPerYear, yearSums, quarterYear } from '../../../domain';
import type { KeyResult, KeyResultStatus, QuarterCode } from '../../../domain';

/**
 * What a report on a key result is asked for: `contribution` only what is new, `reading` the whole figure, `stages` those finished,
 * `level` one of the scale, `words` nothing but words (the plan describes neither stages nor levels yet).
 */
export type Measure = 'contribution' | 'reading' | 'stages' | 'level' | 'words';

export function measureOf(keyResult: KeyResult): Measure {
  if (keyResult.direction === 'Milestone') return keyResult.stages.length > 0 ? 'stages' : 'words';
  if (keyResult.direction === 'Qualitative') return keyResult.scale.length > 0 ? 'level' : 'words';
  return isSum(keyResult) ? 'contribution' : 'reading';
}

/** The figure that a report of the quarter adds to or replaces: of a sum per year, that of the quarter's own year. */
export function figureOf(status: KeyResultStatus, quarter: QuarterCode | null): number | null {
  const { keyResult, accumulated } = status;
  if (!isSumPerYear(keyResult) || quarter === null || accumulated.reports === 0) return accumulated.value;
  return yearSums(accumulated)[quarterYear(quarter)] || 0;
}

/** Each stage's share of the whole, 0…1; equal shares when no stage weighs anything. */
export function stageShares(keyResult: KeyResult): number[] {
  const total = keyResult.stages.reduce((sum, stage) => sum + Math.max(0, stage.weight), 0);
  return keyResult.stages.map((stage) => (total > 0 ? Math.max(0, stage.weight) / total : 1 / keyResult.stages.length));
}
