import * as strings from 'SigaciStrings';
import { oneOf } from './one-of';

/** No line break between a figure and its unit. */
export const HARD_SPACE = '\u00a0';

const formats = new Map<number, Intl.NumberFormat>();

function decimalFormat(decimals: number): Intl.NumberFormat {
  let format = formats.get(decimals);
  if (!format) {
    // The texts' language decides, not the page's: a page in es-es or es-mx shows the Spanish texts, and those speak es-CO.
    format = new Intl.NumberFormat(strings.Common_Locale, { maximumFractionDigits: decimals });
    formats.set(decimals, format);
  }
  return format;
}

/** `1.234,5`. At most `decimals` places, none added. */
export function formatNumber(value: number, decimals = 3): string {
  const format = decimalFormat(decimals).format(value);
  return format === '-0' ? '0' : format;
}

/**
 * A share as a whole percentage, `74 %` (hard space in Spanish, none in English).
 * Just short of whole it stays at 99 %: 100 % is said only of what is complete.
 */
export function formatPercent(share: number, decimals = 0): string {
  const scale = 10 ** decimals;
  // 0.565 × 100 is 56.49999999999999 to the machine.
  const rounded = Math.round(Number((share * 100 * scale).toPrecision(12))) / scale;
  const shown = rounded >= 100 && share < 1 ? 100 - 1 / scale : rounded;
  return `${formatNumber(shown, decimals)}${strings.Common_PercentSign}`;
}

/** A difference of two shares in points, `30`; the word `puntos` is the text's. */
export function formatPoints(share: number): string {
  return formatNumber(Math.round(Math.abs(share) * 100), 0);
}

/** `6,0`: always one decimal, so that differences line up. */
export function formatTenths(value: number): string {
  return new Intl.NumberFormat(strings.Common_Locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}

const MONEY = /^(USD|COP|EUR)\s*(.*)$/;

/** A value with its unit as people write it: `USD 30 millones`, `10 %`, `15 eventos`, `1 evento`, `7`. */
export function formatAmount(value: number, unit: string): string {
  const figure = formatNumber(value);
  const one = Math.abs(value) === 1;
  const name = one ? oneOf(unit.trim()) : unit.trim();
  if (name === '') return figure;
  if (name === '%') return `${figure}${strings.Common_PercentSign}`;
  const money = MONEY.exec(name);
  if (money) return `${money[1]}${HARD_SPACE}${figure}${money[2] ? HARD_SPACE + (one ? oneOf(money[2]) : money[2]) : ''}`;
  return `${figure} ${name}`;
}

/** A share in a figure's place: `64 %`, or a dash where there is none. */
export function shareText(share: number | null): string {
  return share === null ? '–' : formatPercent(share);
}
