import { compareLanguages, placeholders, readTexts, typesOf, usedKeys, writtenKeys } from '../../config/tasks/loc';

const amd = (body: string): string => `define([], function () { return {${body}}; });`;

describe('the localisation check', () => {
  it('reads an AMD language file', () => {
    expect(readTexts(amd("A_One: 'uno'"), 'x.js')).toEqual({ A_One: 'uno' });
    expect(() => readTexts('var a = 1;', 'x.js')).toThrow('x.js does not define an object');
  });

  it('finds nothing wrong with two languages in step', () => {
    expect(compareLanguages({ A_One: 'Queda {n} día|Quedan {n} días' }, { A_One: '{n} day left|{n} days left' })).toEqual([]);
  });

  it.each([
    ['a key missing in English', { A_One: 'uno' }, {}, 'en-us.js lacks A_One'],
    ['a key missing in Spanish', {}, { A_One: 'one' }, 'es-es.js lacks A_One'],
    ['an empty text', { A_One: ' ' }, { A_One: 'one' }, 'es-es.js: A_One is empty'],
    ['other placeholders', { A_One: '{a} y {b}' }, { A_One: '{a}' }, 'A_One: placeholders differ, {a, b} in es-es.js and {a} in en-us.js'],
    ['a plural in one language', { A_One: 'uno|varios' }, { A_One: 'some' }, 'A_One: has a plural in one language only'],
    ['English left in Spanish', { A_One: 'Loading' }, { A_One: 'Loading' }, 'es-es.js: A_One looks like English: "Loading"'],
    ['Spanish left in English', { A_One: 'El proceso' }, { A_One: 'El proceso' }, 'en-us.js: A_One looks like Spanish: "El proceso"'],
    ['a key without a feature', { One: 'uno' }, { One: 'one' }, 'es-es.js: One has no Feature_ prefix']
  ])('finds %s', (_what, spanish, english, fault) => {
    expect(compareLanguages(spanish as Record<string, string>, english as Record<string, string>)).toContain(fault);
  });

  it('sees a key that is written twice, which evaluating would hide', () => {
    expect(writtenKeys("{\n  A_One: 'x',\n  A_Two: 'y: z',\n  A_One: 'w'\n}")).toEqual(['A_One', 'A_Two', 'A_One']);
  });

  it('tells placeholders and the keys that code uses', () => {
    expect(placeholders('{b} {a} {b}')).toEqual(['a', 'b']);
    expect(usedKeys("import * as strings from 'SigaciStrings';\nf(strings.A_One, strings.B_Two)")).toEqual(['A_One', 'B_Two']);
    expect(usedKeys('const strings = { A_One: 1 }; strings.A_One;')).toEqual([]);
  });

  it('writes the types of the keys', () => {
    expect(typesOf({ A_One: 'uno' })).toContain('export const A_One: string;');
  });
});
