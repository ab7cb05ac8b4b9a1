import * as fc from 'fast-check';
import { readNumber, typedNumber } from '../../../src/ui/formatting/typed-number';

describe('a number as typed', () => {
  it.each([['1.234,5', 1234.5], ['1234,5', 1234.5], ['2,386', 2.386], ['1.234', 1234], ['-3', -3]])('%s in Spanish', (typed, value) => {
    expect(readNumber(typed, 'es')).toEqual({ kind: 'number', value });
  });

  it.each([['1,234.5', 1234.5], ['1234.5', 1234.5], ['0.386', 0.386], ['1,234,567', 1234567], ['12.3860', 12.386], ['-3', -3]])('%s in English', (typed, value) => {
    expect(readNumber(typed, 'en')).toEqual({ kind: 'number', value });
  });

  it.each([['2,386', [2.386, 2386]], ['2.386', [2.386, 2386]], ['-2.386', [-2.386, -2386]], ['1234,5', [1234.5, 12345]]])('%s in English is asked back', (typed, readings) => {
    expect(readNumber(typed, 'en')).toEqual({ kind: 'ambiguous', readings });
  });

  it('what is filled in for a person reads as what it is', () => {
    const value = fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -1e9, max: 1e9 }).map((whole) => whole / 1000));
    fc.assert(fc.property(value, fc.constantFrom('es' as const, 'en' as const), (number, language) => {
      expect(readNumber(typedNumber(number, language), language)).toEqual({ kind: 'number', value: number });
    }));
    expect(typedNumber(null)).toBe('');
  });
});
