import * as fc from 'fast-check';
import { beforeNoun, spokenNumber } from '../../../src/ui/features/report/spoken-number';

describe('a number in words', () => {
  it.each([
    [0, 'cero'], [2.386, 'dos coma tres ocho seis'], [1234.5, 'mil doscientos treinta y cuatro coma cinco'], [12345, 'doce mil trescientos cuarenta y cinco'],
    [21000, 'veintiún mil'], [31000, 'treinta y un mil'], [100, 'cien'], [101, 'ciento uno'], [116, 'ciento dieciséis'], [1e6, 'un millón'],
    [21e6, 'veintiún millones'], [2000001, 'dos millones uno'], [1e9, 'mil millones'], [-3.05, 'menos tres coma cero cinco'], [0.5, 'cero coma cinco']
  ])('says %d in Spanish', (value, words) => {
    expect(spokenNumber(value, 'es')).toBe(words);
  });

  it.each([
    [0, 'zero'], [2.386, 'two point three eight six'], [1234.5, 'one thousand two hundred thirty-four point five'], [40, 'forty'],
    [1e9, 'one billion'], [-7, 'minus seven']
  ])('says %d in English', (value, words) => {
    expect(spokenNumber(value, 'en')).toBe(words);
  });

  it('gives up on what nobody would read out', () => {
    expect(spokenNumber(1e12, 'es')).toBeNull();
    expect(spokenNumber(1e-9, 'es')).toBeNull();
    expect(spokenNumber(0.1234567, 'es')).toBeNull();
    expect(spokenNumber(NaN, 'es')).toBeNull();
    expect(spokenNumber(Infinity, 'en')).toBeNull();
  });

  it('shortens "uno" before a noun', () => {
    expect(beforeNoun('uno')).toBe('un');
    expect(beforeNoun('veintiuno')).toBe('veintiún');
    expect(beforeNoun('ciento treinta y uno')).toBe('ciento treinta y un');
    expect(beforeNoun('dos')).toBe('dos');
  });

  it('tells any two whole numbers apart', () => {
    const whole = fc.integer({ min: 0, max: 999999999999 });
    fc.assert(fc.property(whole, whole, (a, b) => (a === b) === (spokenNumber(a, 'es') === spokenNumber(b, 'es'))), { numRuns: 300 });
    fc.assert(fc.property(whole, (a) => !/undefined|NaN/.test(`${spokenNumber(a, 'es')} ${spokenNumber(a, 'en')}`)), { numRuns: 300 });
  });
});
