import * as fc from 'fast-check';
import { lightOf, LIGHTS, ratioOf, rollUpLight } from '../../src/domain';
import { anyNumber } from './fixtures';

const thresholds = { greenFrom: 0.9, yellowFrom: 0.6 };
const usual = { hasTarget: true, reported: true, progress: 0.5, expected: 0.5, cannotFallBack: false, stale: false, thresholds };

describe('light of a key result', () => {
  it.each([
    [0.9, 1, 'verde'],
    [0.89, 1, 'amarillo'],
    [0.6, 1, 'amarillo'],
    [0.59, 1, 'rojo'],
    [0, 1, 'rojo'],
    [-0.3, 0.5, 'rojo'],
    [1.4, 1, 'verde'],
    [0.09, 0.1, 'verde'], [0.102, 0.17, 'amarillo'], [0.63, 0.7, 'verde'],
    [0.42, 0.7, 'amarillo'],
    [0.45, 0.5, 'verde'],
    [0.3, 0.5, 'amarillo'],
    [0.299, 0.5, 'rojo']
  ] as const)('p %d of e %d is %s', (progress, expected, light) => {
    expect(lightOf({ ...usual, progress, expected })).toBe(light);
    expect(rollUpLight(progress, expected, thresholds)).toBe(light);
  });

  it('is green where nothing is expected yet', () => {
    expect(lightOf({ ...usual, progress: 0, expected: 0 })).toBe('verde');
    expect(ratioOf(0, 0)).toBe(1);
  });

  it('follows the planner\'s thresholds', () => {
    expect(lightOf({ ...usual, progress: 0.8, expected: 1, thresholds: { greenFrom: 0.8, yellowFrom: 0.5 } })).toBe('verde');
    expect(lightOf({ ...usual, progress: 0.5, expected: 1, thresholds: { greenFrom: 0.8, yellowFrom: 0.5 } })).toBe('amarillo');
  });

  it('is met for good only when it cannot fall back', () => {
    expect(lightOf({ ...usual, progress: 1, cannotFallBack: true })).toBe('cumplido');
    expect(lightOf({ ...usual, progress: 1, cannotFallBack: false })).toBe('verde');
    expect(lightOf({ ...usual, progress: 0.99, expected: 1, cannotFallBack: true })).toBe('verde');
  });

  it('is out of date rather than green or yellow, but not rather than red or met', () => {
    const stale = { ...usual, stale: true };
    expect(lightOf({ ...stale, progress: 1, expected: 1 })).toBe('desactualizado');
    expect(lightOf({ ...stale, progress: 0.7, expected: 1 })).toBe('desactualizado');
    expect(lightOf({ ...stale, progress: 0.1, expected: 1 })).toBe('rojo');
    expect(lightOf({ ...stale, progress: 1, expected: 1, cannotFallBack: true })).toBe('cumplido');
  });

  it('has no data without reports, and no target without target', () => {
    expect(lightOf({ ...usual, reported: false, progress: null })).toBe('sinDato');
    expect(lightOf({ ...usual, reported: true, progress: null })).toBe('sinDato');
    expect(lightOf({ ...usual, hasTarget: false, progress: null, expected: null })).toBe('sinMeta');
    expect(lightOf({ ...usual, hasTarget: false, reported: false, progress: null, expected: null })).toBe('sinMeta');
    expect(rollUpLight(null, null, thresholds)).toBe('sinDato');
  });

  it('is always one of the seven, and never better for less progress', () => {
    const number = fc.option(anyNumber);
    fc.assert(
      fc.property(
        number,
        number,
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (progress, expected, hasTarget, reported, cannotFallBack, stale) => {
          expect(LIGHTS).toContain(lightOf({ hasTarget, reported, progress, expected, cannotFallBack, stale, thresholds }));
        }
      )
    );
    const order = ['rojo', 'amarillo', 'verde'];
    fc.assert(fc.property(anyNumber, anyNumber, anyNumber, (a, b, expected) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)].map(progress => order.indexOf(rollUpLight(progress, expected, thresholds)));
      expect(high).toBeGreaterThanOrEqual(low);
    }));
  });
});
