import { EPSILON, divide } from './arithmetic';
import type { Light } from './model';

/** Lowest p/e that is green and yellow; the plan's own, by default the city's 0.90 and 0.60. */
export interface Thresholds {
  readonly greenFrom: number;
  readonly yellowFrom: number;
}

/** All lights, worst first. */
export const LIGHTS: readonly Light[] = ['rojo', 'desactualizado', 'amarillo', 'verde', 'cumplido', 'sinDato', 'sinMeta'];

/** r = p/e (§3.3); 1 where nothing is expected yet; `null` without progress. */
export function ratioOf(progress: number | null, expected: number | null): number | null {
  if (progress === null || expected === null) return null;
  return expected <= 0 ? 1 : divide(progress, expected);
}

function lightOfRatio(ratio: number, thresholds: Thresholds): 'verde' | 'amarillo' | 'rojo' {
  if (ratio >= thresholds.greenFrom - EPSILON) return 'verde';
  return ratio >= thresholds.yellowFrom - EPSILON ? 'amarillo' : 'rojo';
}

/**
 * Light of a key result (§3.3).
 * @param input.cannotFallBack what is reached stays reached: a sum, a milestone, or the key result's end has passed
 * @param input.stale the last quarter due got no check-in: outranks green and yellow, not red
 */
export function lightOf(input: {
  hasTarget: boolean; reported: boolean; progress: number | null; expected: number | null; cannotFallBack: boolean; stale: boolean;
  thresholds: Thresholds;
}): Light {
  if (!input.hasTarget) return 'sinMeta';
  const ratio = ratioOf(input.progress, input.expected);
  if (!input.reported || input.progress === null || ratio === null) return 'sinDato';
  if (input.progress >= 1 && input.cannotFallBack) return 'cumplido';
  const light = lightOfRatio(ratio, input.thresholds);
  return input.stale && light !== 'rojo' ? 'desactualizado' : light;
}

/** Light of a roll-up: that of its progress over its expected progress. */
export function rollUpLight(progress: number | null, expected: number | null, thresholds: Thresholds): Light {
  const ratio = ratioOf(progress, expected);
  return ratio === null ? 'sinDato' : lightOfRatio(ratio, thresholds);
}
