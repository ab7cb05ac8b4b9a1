/**
 * Arithmetic that stays finite and decimal. Figures are typed by people (`0,1`, `2,386`), so sums must come out as they would
 * on paper: in binary 0.1 added ten times stays below 1, and a target of 1 would never be met.
 */

/** Slack for comparing ratios with thresholds: 0.63 / 0.7 must reach 0.9. */
export const EPSILON = 1e-9;

/** `value` held to the finite range; NaN becomes 0. */
export function finite(value: number): number {
  if (isNaN(value)) return 0;
  return Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, value));
}

/**
 * Decimal sum: what binary adds beyond the 15th digit of the larger term is rounded away. Exact for figures of up to 15 digits, so
 * that the order of addition does not matter.
 */
export function add(a: number, b: number): number {
  const sum = a + b;
  const larger = Math.max(Math.abs(a), Math.abs(b));
  if (Number.isInteger(sum) || larger >= 1e15) return finite(sum);
  // The usual case, six decimals at most, without the detour by text: the same result, many times faster.
  const millionths = Math.round(sum * 1e6);
  if (larger < 1e9 && Math.abs(sum * 1e6 - millionths) <= 5e-10 * larger) return millionths / 1e6;
  const places = Math.max(0, 14 - Math.floor(Math.log10(larger)));
  return places > 100 ? sum : Number(sum.toFixed(places));
}

/** Decimal difference, like {@link add}. */
export function subtract(a: number, b: number): number {
  return add(a, -b);
}

/** `a / b`, held to the finite range. `b` must not be 0. */
export function divide(a: number, b: number): number {
  return finite(a / b);
}

/** Part of the way from `from` to `to` at which `at` lies: 0 at `from`, 1 at `to`. The ends must differ. */
export function partOfWay(from: number, to: number, at: number): number {
  return divide(finite(at - from), finite(to - from));
}

/** Rounded to four decimals. */
export function toFourDecimals(value: number): number {
  // A list keeps no negative zero.
  return Math.abs(value) >= 1e11 ? value : Math.round(value * 1e4) / 1e4 + 0;
}

/** `value` held to 0…1. */
export function unit(value: number): number {
  return Math.min(1, Math.max(0, value));
}

export interface Weighted {
  readonly weight: number;
  readonly value: number;
}

/**
 * Σ(w·x)/Σw; `null` when Σw = 0. Negative weights count as 0. The result never leaves the range of its values, which rounding
 * alone would allow.
 */
export function weightedMean(items: readonly Weighted[]): number | null {
  // Scaled by the largest weight so that huge weights cannot overflow.
  let scale = 0;
  for (const { weight } of items) if (weight > scale) scale = weight;
  if (scale === 0) return null;
  let weights = 0;
  let sum = 0;
  let lowest = Infinity;
  let highest = -Infinity;
  for (const { weight, value } of items) {
    if (!(weight > 0)) continue;
    const share = scale === Infinity ? Number(weight === Infinity) : weight / scale;
    weights += share;
    sum += share * value;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  return Math.min(highest, Math.max(lowest, sum / weights));
}
