import * as fc from 'fast-check';
import { add, subtract } from '../../src/domain';
import { anyNumber } from './fixtures';

describe('decimal sums', () => {
  it.each([
    [0.1, 0.2, 0.3], [19.9, 2.386, 22.286], [6590.2, -6590, 0.2], [7166.1, -6167, 999.1], [0.7, -0.7, 0], [850.123456, 0.000001, 850.123457],
    [1e-9, 2e-9, 3e-9], [123456789.12, 0.01, 123456789.13], [123456789012.1, 0.2, 123456789012.3], [999999999999999.8, 0.1, 1e15], [1e15, 1, 1e15 + 1], [1e300, 1e300, 2e300]
  ])('%d and %d are %d', (a, b, sum) => {
    expect(add(a, b)).toBe(sum);
    expect(add(b, a)).toBe(sum);
  });

  it('are exact for whatever a person types, in any order', () => {
    const typed = fc.record({ digits: fc.integer({ min: -1e9, max: 1e9 }), places: fc.integer({ min: 0, max: 5 }) });
    fc.assert(fc.property(fc.array(typed, { maxLength: 30 }), fc.nat(), (figures, turn) => {
      const exact = figures.reduce((all, { digits, places }) => all + BigInt(digits) * BigInt(10 ** (5 - places)), BigInt(0));
      const values = figures.map(({ digits, places }) => digits / 10 ** places);
      const turned = [...values.slice(turn % (values.length + 1)), ...values.slice(0, turn % (values.length + 1))];
      expect(values.reduce(add, 0)).toBeCloseTo(Number(exact) / 1e5, 12);
      expect(values.reduce(add, 0) === Number(exact) / 1e5).toBe(true);
      expect(turned.reduce(add, 0)).toBe(values.reduce(add, 0));
    }), { numRuns: 500 });
  });

  it('take back what they add', () => {
    fc.assert(fc.property(fc.integer({ min: -1e8, max: 1e8 }), fc.integer({ min: -1e8, max: 1e8 }), (a, b) => {
      expect(subtract(add(a / 1000, b / 100), b / 100) === a / 1000).toBe(true);
    }));
  });

  it('stay finite, and close to what the machine adds', () => {
    fc.assert(fc.property(anyNumber, anyNumber, (a, b) => {
      const sum = add(a, b);
      expect(Number.isFinite(sum)).toBe(true);
      const plain = Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, a + b));
      expect(Math.abs(sum - plain)).toBeLessThanOrEqual(1e-14 * Math.max(Math.abs(a), Math.abs(b)));
    }), { numRuns: 2000 });
  });
});
