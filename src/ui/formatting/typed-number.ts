import * as strings from 'SigaciStrings';
import { parseNumber } from '../../domain';
import type { ParsedNumber } from '../../domain';

export type NumberLanguage = 'es' | 'en';

/** The language of the texts: numbers are typed as the texts around them show them. */
export const TYPED_LANGUAGE: NumberLanguage = strings.Common_Locale.slice(0, 2) === 'es' ? 'es' : 'en';

/** One mark with three digits after it. */
const EITHER = /^([+\-−–]?) ?([1-9]\d{0,2})[.,](\d{3}) ?%?$/;

const swapped = (text: string): string => text.replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ','));

/**
 * Reads a number as it is written in the language of the texts: Spanish with a decimal comma, English with a decimal point.
 * In English `2,386` and `2.386` are asked back: whoever writes them may be at home in either notation, and they are a thousand
 * times apart.
 */
export function readNumber(text: string, language: NumberLanguage = TYPED_LANGUAGE): ParsedNumber {
  if (language === 'es') return parseNumber(text);
  const either = EITHER.exec(text.trim());
  if (!either) return parseNumber(swapped(text));
  const sign = either[1] === '' || either[1] === '+' ? 1 : -1;
  return { kind: 'ambiguous', readings: [sign * Number(`${either[2]}.${either[3]}`), sign * Number(either[2] + either[3])] };
}

/** A number as it is typed: the language's decimal mark, no groups, every digit. Read again it is never ambiguous. */
export function typedNumber(value: number | null, language: NumberLanguage = TYPED_LANGUAGE): string {
  if (value === null) return '';
  const plain = String(value);
  if (language === 'es') return plain.replace('.', ',');
  // A zero more tells 2.386 from 2,386.
  return EITHER.test(plain) ? `${plain}0` : plain;
}
