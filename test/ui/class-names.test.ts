import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const UI = resolve(__dirname, '..', '..', 'src', 'ui');

function styleSheets(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return styleSheets(path);
    return entry.name.endsWith('.module.scss') ? [path] : [];
  });
}

/**
 * The production build writes a module's class names as declarations (`:export { columns: columns_1a2b }`) and then minifies the
 * style sheet: names of properties that the minifier splits or merges come out as others, and the class is lost without a word.
 */
const LOST = /^(columns|margin|padding|border)(-[a-z-]+)?$/;

it('no class of a style sheet is named like a property that the minifier rewrites', () => {
  const sheets = styleSheets(UI);
  expect(sheets.length).toBeGreaterThan(20);
  const lost = sheets.flatMap(sheet => {
    const names = Array.from(readFileSync(sheet, 'utf8').matchAll(/\.([A-Za-z_][\w-]*)(?=[\s,.:{>+~[)])/g), match => match[1]);
    return names.filter(name => LOST.test(name)).map(name => `${sheet}: .${name}`);
  });
  expect(lost).toEqual([]);
});
