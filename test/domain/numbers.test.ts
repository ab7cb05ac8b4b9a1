import * as fc from 'fast-check';
import { parseNumber } from '../../src/domain';

const number = (value: number): unknown => ({ kind: 'number', value });

describe('numbers as people in Colombia write them', () => {
  it.each([
    ['0', 0], ['7', 7], ['007', 7], ['1234', 1234], ['1234,5', 1234.5], ['1.234,5', 1234.5], ['22,286', 22.286], ['2,386', 2.386],
    [',5', 0.5], ['5,', 5],
    ['1.234', 1234], ['12.345.678', 12345678], ['1.234.567,89', 1234567.89], ['0.5', 0.5], ['0.234', 0.234], ['.5', 0.5],
    ['5.', 5], ['00.5', 0.5],
    ['1,234.5', 1234.5], ['1,234,567', 1234567], ['1,234,567.89', 1234567.89],
    ['1 234,5', 1234.5], ['1\u00a0234\u00a0567', 1234567], ['1\u202f234,5', 1234.5], ['  12  ', 12],
    ['1\'234.567', 1234567], ['1’234.567,5', 1234567.5],
    ['-3', -3], ['−3,5', -3.5], ['+3', 3], ['- 3', -3], ['-1.234,5', -1234.5], ['-0', 0],
    ['60 %', 60], ['60%', 60], ['18,5\u00a0%', 18.5]
  ])('%j is %d', (text, value) => expect(parseNumber(text)).toEqual(number(value)));

  it.each<[string, [number, number]]>([
    ['1234.5', [1234.5, 12345]], ['12.5', [12.5, 125]], ['1.5', [1.5, 15]], ['1234.567', [1234.567, 1234567]], ['2.3456', [2.3456, 23456]],
    ['-12.5', [-12.5, -125]], ['12.5 %', [12.5, 125]]
  ])('%j is asked back', (text, readings) => expect(parseNumber(text)).toEqual({ kind: 'ambiguous', readings }));

  it.each(['', ' ', '\u00a0', '\n'])('%j is empty', text => expect(parseNumber(text)).toEqual({ kind: 'empty' }));

  it.each([
    'abc', '1e5', '1E5', 'NaN', 'Infinity', '-Infinity', '--1', '+-1', '-', '+', ',', '.', '.,', '1,2,3', '1.2.3', '12.34,5', '1.234.56',
    '1..2', '1,,2',
    '1.234,5.6', '1,23.4', '12 34', '1 2', '0x10', '30 millones', 'USD 30', '$ 30', '5 5 5', '1_000', '٣', '１', '%', '%5', '5 %%',
    '1-2', '9'.repeat(400), '1/2', '1\'2'
  ])('%j is no number', text => expect(parseNumber(text)).toEqual({ kind: 'notANumber' }));

  const figures = fc
    .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, places]) => digits / 10 ** places);

  it('are read back as they are shown', () => {
    const shown = new Intl.NumberFormat('es-CO', { maximumFractionDigits: 6 });
    fc.assert(fc.property(figures, value => {
      expect(parseNumber(shown.format(value))).toEqual(number(value === 0 ? 0 : value));
    }), { numRuns: 1000 });
  });

  it('are read with a decimal comma whatever the number of decimals', () => {
    fc.assert(fc.property(figures, value => {
      const text = Math.abs(value).toFixed(6).replace('.', ',');
      expect(parseNumber(text)).toEqual(number(Math.abs(value)));
    }));
  });

  it('never give anything but a finite number', () => {
    const typed = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,-+ %\'e\u00a0'.split('')) }));
    fc.assert(fc.property(typed, text => {
      const parsed = parseNumber(text);
      const values = parsed.kind === 'number' ? [parsed.value] : parsed.kind === 'ambiguous' ? parsed.readings : [];
      expect(values.every(value => Number.isFinite(value) && !Object.is(value, -0))).toBe(true);
      if (parsed.kind === 'ambiguous') expect(parsed.readings[0]).not.toBe(parsed.readings[1]);
    }), { numRuns: 2000 });
  });
});
