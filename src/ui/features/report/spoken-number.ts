/**
 * A number in words, so that a person can hear whether the comma stands where they meant it.
 * Decimals are read digit by digit ("dos coma tres ocho seis"): nobody misses a zero that way.
 */

import type { NumberLanguage } from '../../formatting/typed-number';

const largest = 1e12;
const mostDecimals = 6;

/** @returns the words, or `null` for a number nobody would read out (a million millions and more, or more than six decimals). */
export function spokenNumber(value: number, language: NumberLanguage): string | null {
  const digits = String(Math.abs(value));
  const [whole, decimals = ''] = digits.split('.');
  if (!isFinite(value) || Math.abs(value) >= largest || digits.indexOf('e') >= 0 || decimals.length > mostDecimals) {
    return null;
  }
  const speak = language === 'es' ? spanish : english;
  const words = [speak.whole(Number(whole))];
  if (decimals !== '') {
    words.push(speak.point, ...decimals.split('').map((digit) => speak.units[Number(digit)]));
  }
  return `${value < 0 ? `${speak.minus} ` : ''}${words.join(' ')}`;
}

interface Speaker {
  readonly minus: string;
  readonly point: string;
  readonly units: readonly string[];
  whole(value: number): string;
}

const spanishUnits = [
  'cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce', 'trece', 'catorce', 'quince',
  'dieciséis', 'diecisiete', 'dieciocho', 'diecinueve', 'veinte', 'veintiuno', 'veintidós', 'veintitrés', 'veinticuatro', 'veinticinco',
  'veintiséis', 'veintisiete', 'veintiocho', 'veintinueve'
];
const spanishTens = ['', '', '', 'treinta', 'cuarenta', 'cincuenta', 'sesenta', 'setenta', 'ochenta', 'noventa'];
const spanishHundreds = [
  '', 'ciento', 'doscientos', 'trescientos', 'cuatrocientos', 'quinientos', 'seiscientos', 'setecientos', 'ochocientos', 'novecientos'
];

const spanish: Speaker = {
  minus: 'menos',
  point: 'coma',
  units: spanishUnits,
  whole: spanishWhole
};

function spanishWhole(value: number): string {
  if (value >= 1e6) {
    const millions = Math.floor(value / 1e6);
    const head = millions === 1 ? 'un millón' : `${beforeNoun(spanishWhole(millions))} millones`;
    return withRest(head, value % 1e6, spanishWhole);
  }
  if (value >= 1000) {
    const thousands = Math.floor(value / 1000);
    const head = thousands === 1 ? 'mil' : `${beforeNoun(spanishWhole(thousands))} mil`;
    return withRest(head, value % 1000, spanishWhole);
  }
  if (value >= 100) {
    return value === 100 ? 'cien' : withRest(spanishHundreds[Math.floor(value / 100)], value % 100, spanishWhole);
  }
  if (value < 30) {
    return spanishUnits[value];
  }
  const unit = value % 10;
  return spanishTens[Math.floor(value / 10)] + (unit === 0 ? '' : ` y ${spanishUnits[unit]}`);
}

/** "uno" loses its ending before a noun: veintiún mil, treinta y un millones. */
export function beforeNoun(words: string): string {
  return words.replace(/veintiuno$/, 'veintiún').replace(/(^|\s)uno$/, '$1un');
}

const englishUnits = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen',
  'sixteen', 'seventeen', 'eighteen', 'nineteen'
];
const englishTens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const englishScales: readonly [number, string][] = [[1e9, 'billion'], [1e6, 'million'], [1000, 'thousand'], [100, 'hundred']];

const english: Speaker = {
  minus: 'minus',
  point: 'point',
  units: englishUnits,
  whole: englishWhole
};

function englishWhole(value: number): string {
  for (const [size, name] of englishScales) {
    if (value >= size) {
      return withRest(`${englishWhole(Math.floor(value / size))} ${name}`, value % size, englishWhole);
    }
  }
  if (value < 20) {
    return englishUnits[value];
  }
  const unit = value % 10;
  return englishTens[Math.floor(value / 10)] + (unit === 0 ? '' : `-${englishUnits[unit]}`);
}

function withRest(head: string, rest: number, speak: (value: number) => string): string {
  return rest === 0 ? head : `${head} ${speak(rest)}`;
}
