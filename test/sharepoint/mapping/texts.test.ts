import fc from 'fast-check';
import {
  formatEvidence, formatPositions, formatScale, formatStages, formatTrail, formatYears, parseEvidence, parsePositions, parseScale,
  parseStages, parseTrail,
  parseYears
} from '../../../src/sharepoint/mapping/texts';

const bad: string[] = [];
const onBad = (kind: string, text: string): void => { bad.push(`${kind} ${text}`); };
beforeEach(() => { bad.length = 0; });

test.each<[string, unknown]>([
  ['2; Diseño\n3; Entrega', [{ weight: 2, text: 'Diseño' }, { weight: 3, text: 'Entrega' }]],
  ['0,5; Diseño\r\n0.5; Entrega', [{ weight: 0.5, text: 'Diseño' }, { weight: 0.5, text: 'Entrega' }]],
  ['Diseño\n\n  Entrega  ', [{ weight: 1, text: 'Diseño' }, { weight: 1, text: 'Entrega' }]],
  ['; Diseño', [{ weight: 1, text: 'Diseño' }]],
  ['2; Diseño; y entrega', [{ weight: 2, text: 'Diseño; y entrega' }]],
  ['Diseño del programa; y su entrega', [{ weight: 1, text: 'Diseño del programa; y su entrega' }]],
  ['', []]
])('stages %j', (text, stages) => {
  expect(parseStages(text, onBad)).toEqual(stages);
  expect(bad).toEqual([]);
});

test.each<[string, number[], string[]]>([
  ['1;3', [1, 3], []], ['3; 1, 1', [1, 3], []], ['', [], []], ['0;2', [2], ['notANumber 0']], ['dos', [], ['notANumber dos']],
  ['-1;2', [2], ['notANumber -1']]
])('positions %j', (text, positions, problems) => {
  expect(parsePositions(text, onBad)).toEqual(positions);
  expect(bad).toEqual(problems);
});

test.each<[string, Record<string, number>, number]>([
  ['2021=15;2022=13', { 2021: 15, 2022: 13 }, 0], [' 2021 = 1,5 ;', { 2021: 1.5 }, 0], ['2021', {}, 1], ['2021=x;2022=2', { 2022: 2 }, 1],
  ['', {}, 0]
])('past years %j', (text, years, problems) => {
  expect(parseYears(text, onBad)).toEqual(years);
  expect(bad).toHaveLength(problems);
});

test.each<[string, (number | null)[], number]>(
  [
    ['0.1;;0.35', [0.1, null, 0.35], 0], ['', [], 0], [';', [null, null], 0], ['-', [null], 0], ['1.234;0,5', [1.234, 0.5], 0],
    ['0.1;x', [0.1, null], 1]
  ]
)(
  'trail %j', (text, trail, problems) => {
    expect(parseTrail(text, onBad)).toEqual(trail);
    expect(bad).toHaveLength(problems);
  }
);

test.each<[string, unknown, number]>([
  ['https://x/y | Acta', [{ url: 'https://x/y', text: 'Acta' }], 0],
  ['/SIGACI/a%20b.pdf', [{ url: '/SIGACI/a%20b.pdf', text: '/SIGACI/a%20b.pdf' }], 0],
  ['https://x|Acta | del lunes', [{ url: 'https://x', text: 'Acta | del lunes' }], 0],
  ['http://x/y', [], 1], ['//evil.example', [], 1], ['data:text/html,x | foto', [], 1], ['\n\n', [], 0]
])('evidence %j', (text, evidence, problems) => {
  expect(parseEvidence(text, onBad)).toEqual(evidence);
  expect(bad).toHaveLength(problems);
});

describe('what is written is read again', () => {
  const line = fc.string({ minLength: 1, maxLength: 40 }).map(text => text.replace(/[\r\n]/g, ' ').trim()).filter(text => text !== '');
  const weight = fc.integer({ min: 1, max: 100000 }).map(n => n / 1000);

  test('stages', () => fc.assert(fc.property(fc.array(fc.record({ weight, text: line })), stages => {
    expect(parseStages(formatStages(stages), onBad)).toEqual(stages);
    expect(bad).toEqual([]);
  })));

  test('scales', () => fc.assert(fc.property(fc.array(line), scale => expect(parseScale(formatScale(scale))).toEqual(scale))));

  test('positions', () => fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99 })), positions => {
    const sorted = positions.sort((a, b) => a - b);
    expect(parsePositions(formatPositions(sorted), onBad)).toEqual(sorted);
  })));

  test('past years', () => fc.assert(fc.property(
    fc.dictionary(
      fc.integer({ min: 2000, max: 2099 }).map(String),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map(n => Number(n.toFixed(6)) + 0)
    ),
    years => expect(parseYears(formatYears(years), onBad)).toEqual(years)
  )));

  test('trails, to four decimals', () => fc.assert(fc.property(
    fc.array(fc.option(fc.integer({ min: -50000, max: 50000 }).map(n => n / 10000 + 0)), { minLength: 1 }),
    trail => expect(parseTrail(formatTrail(trail), onBad)).toEqual(trail.map(value => (value === null ? null : value + 0)))
  )));

  test('evidence', () => fc.assert(fc.property(
    fc.array(fc.record({ url: fc.webUrl({ validSchemes: ['https'], withQueryParameters: true }), text: line })),
    evidence => {
      const written = evidence.map(({ url, text }) => ({ url: url.replace(/\|/g, '%7C'), text }));
      expect(parseEvidence(formatEvidence(evidence), onBad)).toEqual(written);
    }
  )));
});

test('three years of a plan fit into the column', () => {
  expect(formatTrail(Array.from({ length: 24 }, () => 123.456789)).length).toBeLessThanOrEqual(255);
});
