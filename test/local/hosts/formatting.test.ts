/** SharePoint's formatting expressions, as the list pages work them out. */
import { evaluate, ExpressionError, parse, type Scope } from '../../../sharepoint/local/hosts/client/lists/formatting/expression';

const scope: Scope = {
  field: (name, path) => ({ Target: 30, Title: 'Meta', Plan: { lookupValue: '2021' } } as Record<string, unknown>)[name] && (path[0] === 'lookupValue'
    ? '2021' : ({ Target: 30, Title: 'Meta' } as Record<string, unknown>)[name]) || '',
  currentField: 'Target', me: 'yo@x.com', now: new Date('2023-10-05T15:42:00Z'), currentWeb: 'https://x', formatDate: date => date.toISOString()
};

test.each<[string, unknown]>([
  ['plain text', 'plain text'], ['=1 + 2 * 3', 7], ['=(1 + 2) * 3', 9], ['=10 - 4 - 3', 3], ['=-2 * 3', -6], ["='a' + 1", 'a1'],
  ['=if(@currentField > 20, \'mucho\', \'poco\')', 'mucho'], ['=[$Plan.lookupValue]', '2021'], ['[$Title]', 'Meta'], ['=[$Missing]', ''],
  ["=if([$Missing] == '', 'nada', 'algo')", 'nada'], ['=1 == 1 && 2 > 1 || false', true], ["='[$Title]'", '[$Title]'],
  ["=replace('a/b/c', '/', '-')", 'a-b/c'], ["=substring('DogFood', 6, 3)", 'Foo'], ["=lastIndexOf('a/b/c', '/')", 3], ["=length('')", 0],
  ['=toString(floor(61.5 + 0.5)) + \' %\'', '62 %'], ['=@currentWeb + \'/x\'', 'https://x/x'], ['=Number(@now)', scope.now.getTime()]
])('%s', (expression, value) => {
  expect(evaluate(expression, scope)).toEqual(value);
});

test('a tree says the same as a text', () => {
  expect(evaluate({ operator: '?', operands: [{ operator: '==', operands: ['[$Title]', 'Meta'] }, 'sí', 'no'] }, scope)).toBe('sí');
});

test.each(['=if(', '=1 +', "='open", '=unknown(1)', '=constructor(1)', '=1 2', '=#'])('%s is refused, not guessed', (expression) => {
  expect(() => evaluate(expression, scope)).toThrow(ExpressionError);
});

test('a call without operands is read', () => {
  expect(parse('loopIndex()')).toEqual({ operator: 'loopIndex', operands: [] });
});
