/**
 * Keeps the interface's texts in step.
 *
 *     npx tsx config/tasks/loc.ts           copies es-es.js to default.js and writes the keys' types
 *     npx tsx config/tasks/loc.ts --check   fails when a language, a type or the code's use of a key has drifted
 *
 * Spanish is the default because Teams may ask for es-mx or es-co, for which there is no file of their own.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';

export type Texts = Record<string, string>;

const ROOT = resolve(__dirname, '..', '..');

/** A module of texts: what all web parts share and Seguimiento shows, and one for each web part that is not always there. */
export interface TextModule {
  /** As the code imports it; config/config.json says so to the build. */
  readonly name: string;
  /** Its language files, below src/loc. */
  readonly folder: string;
  /** Its keys' types, written. */
  readonly types: string;
}

export const TEXT_MODULES: readonly TextModule[] = [
  { name: 'SigaciStrings', folder: '.', types: 'sigaci-strings.d.ts' },
  { name: 'TableroStrings', folder: 'tablero', types: 'tablero-strings.d.ts' },
  { name: 'MantenimientoStrings', folder: 'mantenimiento', types: 'mantenimiento-strings.d.ts' }
];
const LOC = join(ROOT, 'src', 'loc');

/** Evaluates one AMD language file. Throws when it is not `define([], function () { return {…}; })`. */
export function readTexts(source: string, file: string): Texts {
  let texts: unknown;
  runInNewContext(source, { define: (_dependencies: unknown, factory: () => unknown) => { texts = factory(); } }, { filename: file });
  if (typeof texts !== 'object' || texts === null) throw new Error(`${file} does not define an object`);
  return { ...(texts as Texts) };
}

/** Keys as written in the file, in order, repeated ones too: evaluating the object would hide a repetition. */
export function writtenKeys(source: string): string[] {
  return Array.from(source.matchAll(/^\s*(?:'([^']+)'|([A-Za-z_$][\w$]*))\s*:/gm), (match) => match[1] || match[2]);
}

/** `{name}` placeholders of a text, sorted, each once. */
export function placeholders(text: string): string[] {
  return Array.from(new Set(Array.from(text.matchAll(/\{(\w+)\}/g), (match) => match[1]))).sort();
}

export function typesOf(texts: Texts, module = 'SigaciStrings'): string {
  const keys = Object.keys(texts).map((key) => `  export const ${key}: string;`);
  return `// Written by config/tasks/loc.ts from es-es.js.\ndeclare module '${module}' {\n${keys.join('\n')}\n}\n`;
}

const ENGLISH = /\b(the|and|with|your|you|loading|saved?|please|check-?in|score|target|key results?|quarter|retry|cancel)\b/i;
const SPANISH = /[¿¡ñ]|\b(los|las|para|que|del|una|está|más|sin|trimestre|proceso)\b/i;

/** What is wrong with the pair of languages. */
export function compareLanguages(spanish: Texts, english: Texts): string[] {
  const faults: string[] = [];
  for (const key of Object.keys(spanish)) if (!(key in english)) faults.push(`en-us.js lacks ${key}`);
  for (const key of Object.keys(english)) if (!(key in spanish)) faults.push(`es-es.js lacks ${key}`);
  for (const [name, texts] of [['es-es.js', spanish], ['en-us.js', english]] as const) {
    for (const [key, text] of Object.entries(texts)) {
      if (typeof text !== 'string' || text.trim() === '') faults.push(`${name}: ${key} is empty`);
      if (!/^[A-Z][A-Za-z]*_\w+$/.test(key)) faults.push(`${name}: ${key} has no Feature_ prefix`);
    }
  }
  for (const key of Object.keys(spanish)) {
    if (typeof spanish[key] !== 'string' || typeof english[key] !== 'string') continue;
    const here = placeholders(spanish[key]).join(', ');
    const there = placeholders(english[key]).join(', ');
    if (here !== there) faults.push(`${key}: placeholders differ, {${here}} in es-es.js and {${there}} in en-us.js`);
    if (spanish[key].split('|').length !== english[key].split('|').length) faults.push(`${key}: has a plural in one language only`);
    const plainSpanish = spanish[key].replace(/\{\w+\}/g, '');
    const plainEnglish = english[key].replace(/\{\w+\}/g, '');
    if (ENGLISH.test(plainSpanish)) faults.push(`es-es.js: ${key} looks like English: "${spanish[key]}"`);
    if (SPANISH.test(plainEnglish)) faults.push(`en-us.js: ${key} looks like Spanish: "${english[key]}"`);
  }
  return faults;
}

/** Keys that a source file reads from a module of texts. */
export function usedKeys(source: string, module = 'SigaciStrings'): string[] {
  const name = new RegExp(`import \\* as (\\w+) from '${module}'`).exec(source);
  if (!name) return [];
  return Array.from(source.matchAll(new RegExp(`\\b${name[1]}\\.([A-Za-z_$][\\w$]*)`, 'g')), (match) => match[1]);
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

function compareWithCode(texts: Texts, module: string): string[] {
  const faults: string[] = [];
  const used = new Set<string>();
  for (const file of sources(join(ROOT, 'src'))) {
    const source = readFileSync(file, 'utf8');
    for (const key of usedKeys(source, module)) {
      used.add(key);
      if (!(key in texts)) faults.push(`${relative(ROOT, file)} uses ${key}, which no language has`);
    }
    if (source.includes(`'${module}'`) && /\b(strings|texts)\s*\[/.test(source)) {
      faults.push(`${relative(ROOT, file)} looks a key up by a computed name: write a table of keys, so that unused ones show`);
    }
  }
  for (const key of Object.keys(texts)) if (!used.has(key)) faults.push(`${key} is used nowhere in src`);
  return faults;
}

/** What is wrong with a module; with `write`, puts in step what can be derived. @returns the number of its texts, and the faults */
function settle({ name, folder, types }: TextModule, write: boolean): { texts: number; faults: string[] } {
  const pathOf = (file: string): string => join(LOC, folder, file);
  const read = (file: string): string => readFileSync(pathOf(file), 'utf8');
  const spanishSource = read('es-es.js');
  const spanish = readTexts(spanishSource, 'es-es.js');
  const typesSource = typesOf(spanish, name);
  const count = Object.keys(spanish).length;
  if (write) {
    writeFileSync(pathOf('default.js'), spanishSource);
    writeFileSync(pathOf(types), typesSource);
    return { texts: count, faults: [] };
  }
  const englishSource = read('en-us.js');
  const faults = compareLanguages(spanish, readTexts(englishSource, 'en-us.js'));
  for (const [file, source] of [['es-es.js', spanishSource], ['en-us.js', englishSource]]) {
    const keys = writtenKeys(source);
    for (const key of keys.filter((candidate, index) => keys.indexOf(candidate) !== index)) faults.push(`${file}: ${key} is there twice`);
  }
  if (read('default.js') !== spanishSource) faults.push('default.js is not a copy of es-es.js: run npx tsx config/tasks/loc.ts');
  if (readFileSync(pathOf(types), 'utf8') !== typesSource) faults.push(`${types} is out of date: run npx tsx config/tasks/loc.ts`);
  return { texts: count, faults: [...faults, ...compareWithCode(spanish, name)].map((fault) => `${name}: ${fault}`) };
}

function main(): void {
  const write = !process.argv.includes('--check');
  const settled = TEXT_MODULES.map((module) => settle(module, write));
  const texts = settled.reduce((all, one) => all + one.texts, 0);
  const faults = settled.flatMap((one) => one.faults);
  for (const fault of faults) console.error(fault);
  console.log(write ? `${texts} texts: default.js and types written` : `${texts} texts in 2 languages, ${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
}

if (require.main === module) main();
