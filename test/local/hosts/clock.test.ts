import { createContext, runInContext } from 'node:vm';
import { clockScript, clockText } from '../../../sharepoint/local/hosts/pages/clock';

/** Runs the script in a page of its own and evaluates there. */
function inPage(expression: string): unknown {
  const script = /<script[^>]*>([\s\S]*)<\/script>/.exec(clockScript(new Date('2023-10-05T15:42:00Z'), 'n').text)?.[1] ?? '';
  const page = createContext({});
  runInContext(`var window = globalThis; ${script}`, page);
  return runInContext(expression, page);
}

const MINUTE = 60_000;

it('gives the site’s time and lets it run', () => {
  for (const now of ['Date.now()', 'new Date().getTime()', 'Date.parse(Date())', 'new (new Date(0)).constructor().getTime()']) {
    const age = Number(inPage(now)) - Date.parse('2023-10-05T15:42:00Z');
    expect(Math.abs(age)).toBeLessThan(MINUTE);
  }
  expect(inPage('(() => { const a = Date.now(); for (let i = 0; i < 3e6; i++); return Date.now() - a >= 0; })()')).toBe(true);
});

it('leaves the rest of Date as it is', () => {
  expect(inPage('new Date(0).toISOString()')).toBe('1970-01-01T00:00:00.000Z');
  expect(inPage('new Date(2020, 0, 2).getDate()')).toBe(2);
  expect(inPage('Date.UTC(2020, 0, 1)')).toBe(1577836800000);
  expect(inPage('new Date() instanceof Date && typeof Date() === "string" && Date.length === 7 && Date.name === "Date"')).toBe(true);
  expect(inPage('(class Day extends Date {}, new (class Day extends Date { two() { return 2; } })().two())')).toBe(2);
});

it('writes the day as Bogotá’s calendar has it', () => {
  expect(clockText(new Date('2023-10-06T04:59:00Z'))).toBe('5 oct 2023');
});
