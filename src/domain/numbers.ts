/** What a person's text says as a number. `readings` of an ambiguous one: with the dot as decimal mark, and as thousands separator. */
export type ParsedNumber =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'notANumber' }
  | { readonly kind: 'ambiguous'; readonly readings: readonly [number, number] };

const NOT_A_NUMBER: ParsedNumber = { kind: 'notANumber' };
/** Ordinary, non-breaking, thin and narrow spaces. */
const SPACES = /[\s\u00a0\u2007\u2009\u202f]+/g;
/** Digits in groups of three, a dot between: `1.234.567`. A first group of zeros is no way to write thousands. */
const DOT_GROUPS = /^(?!0)\d{1,3}(\.\d{3})+$/;
const COMMA_GROUPS = /^(?!0)\d{1,3}(,\d{3})+$/;
const SPACE_GROUPS = /^\d{1,3}( \d{3})+(?![\d ])/;
/** Millions as they are often written in Colombia: `1'234.567`. */
const APOSTROPHE_GROUPS = /^\d{1,3}(['’´]\d{3}|\.\d{3})+(?![\d.])/;

/** `digits` hold at most one mark, a dot, which is the decimal one. */
function toNumber(digits: string, negative: boolean): ParsedNumber {
  const value = Number(digits);
  if (!Number.isFinite(value)) return NOT_A_NUMBER;
  return { kind: 'number', value: negative && value !== 0 ? -value : value };
}

/** The text without sign, percent sign and spaces around; groups parted by spaces or apostrophes closed up. */
function digitsOf(text: string): string {
  const plain = text.replace(SPACES, ' ').trim();
  if (SPACE_GROUPS.test(plain)) return plain.replace(/ /g, '');
  return APOSTROPHE_GROUPS.test(plain) ? plain.replace(/['’´]/g, '.') : plain;
}

function parseWithDots(digits: string, negative: boolean): ParsedNumber {
  if (DOT_GROUPS.test(digits)) return toNumber(digits.replace(/\./g, ''), negative);
  const match = /^(\d*)\.(\d*)$/.exec(digits);
  if (!match || match[1] + match[2] === '') return NOT_A_NUMBER;
  // `0.5`, `.5` and `5.` cannot be thousands.
  if (match[2] === '' || match[1] === '' || /^0/.test(match[1])) return toNumber(`0${digits}`, negative);
  const asDecimal = toNumber(digits, negative);
  const asThousands = toNumber(match[1] + match[2], negative);
  return asDecimal.kind === 'number' && asThousands.kind === 'number'
    ? { kind: 'ambiguous', readings: [asDecimal.value, asThousands.value] }
    : NOT_A_NUMBER;
}

/**
 * Reads a number as people in Colombia write it: comma decimal, dot (or space, or apostrophe for millions) between thousands.
 * - `1.234,5`, `1234,5`, `22,286`, `1 234,5`, `-3`, `−3`, `60 %`: a number.
 * - `1.234` is 1234: well formed groups of three are how Spanish writes thousands, and the form shows how it was read.
 * - `1234.5`, `12.5` are ambiguous, since a dot is no decimal mark here and the groups are not well formed: somebody must say.
 * - `0.5` and `1,234.5` can be read in one way only, so they are.
 * - Exponents, `NaN`, two signs, words: not a number.
 */
export function parseNumber(text: string): ParsedNumber {
  const trimmed = text.replace(SPACES, ' ').trim();
  if (trimmed === '') return { kind: 'empty' };
  const match = /^([+\-−–])? ?([^%]*?) ?%?$/.exec(trimmed);
  if (!match) return NOT_A_NUMBER;
  const negative = match[1] !== undefined && match[1] !== '+';
  const digits = digitsOf(match[2]);
  if (!/^[\d.,]*\d[\d.,]*$/.test(digits)) return NOT_A_NUMBER;
  const comma = digits.lastIndexOf(',');
  const dot = digits.lastIndexOf('.');
  if (comma < 0) return dot < 0 ? toNumber(digits, negative) : parseWithDots(digits, negative);
  const whole = digits.slice(0, Math.max(comma, dot));
  const fraction = digits.slice(Math.max(comma, dot) + 1);
  if (dot > comma) {
    return COMMA_GROUPS.test(whole) && fraction !== '' ? toNumber(`${whole.replace(/,/g, '')}.${fraction}`, negative) : NOT_A_NUMBER;
  }
  if (whole.indexOf(',') >= 0) return COMMA_GROUPS.test(digits) ? toNumber(digits.replace(/,/g, ''), negative) : NOT_A_NUMBER;
  if (whole.indexOf('.') >= 0 && !DOT_GROUPS.test(whole)) return NOT_A_NUMBER;
  return toNumber(`0${whole.replace(/\./g, '')}.${fraction}`, negative);
}
