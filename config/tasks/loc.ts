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
const LOC = join(ROOT, 'src', 'loc');
const TYPES = join(LOC, 'sigaci-strings.d.ts');

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

export function typesOf(texts: Texts): string {
  const keys = Object.keys(texts).map((key) => `  export const ${key}: string;`);
  return `// Written by config/tasks/loc.ts from es-es.js.\ndeclare module 'SigaciStrings' {\n${keys.join('\n')}\n}\n`;
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

/** Keys that a source file reads from the strings module. */
export function usedKeys(source: string): string[] {
  if (!/['"]SigaciStrings['"]/.test(source)) return [];
  return Array.from(source.matchAll(/\bstrings\.([A-Za-z_$][\w$]*)/g), (match) => match[1]);
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

function compareWithCode(texts: Texts): string[] {
  const faults: string[] = [];
  const used = new Set<string>();
  for (const file of sources(join(ROOT, 'src'))) {
    const source = readFileSync(file, 'utf8');
    for (const key of usedKeys(source)) {
      used.add(key);
      if (!(key in texts)) faults.push(`${relative(ROOT, file)} uses ${key}, which no language has`);
    }
    if (/['"]SigaciStrings['"]/.test(source) && /\bstrings\s*\[/.test(source)) {
      faults.push(`${relative(ROOT, file)} looks a key up by a computed name: write a table of keys, so that unused ones show`);
    }
  }
  for (const key of Object.keys(texts)) if (!used.has(key)) faults.push(`${key} is used nowhere in src`);
  return faults;
}

function main(): void {
  const read = (name: string): string => readFileSync(join(LOC, name), 'utf8');
  const spanishSource = read('es-es.js');
  const spanish = readTexts(spanishSource, 'es-es.js');
  const types = typesOf(spanish);

  if (!process.argv.includes('--check')) {
    writeFileSync(join(LOC, 'default.js'), spanishSource);
    writeFileSync(TYPES, types);
    console.log(`${Object.keys(spanish).length} texts: default.js and sigaci-strings.d.ts written`);
    return;
  }

  const englishSource = read('en-us.js');
  const faults = compareLanguages(spanish, readTexts(englishSource, 'en-us.js'));
  for (const [name, source] of [['es-es.js', spanishSource], ['en-us.js', englishSource]]) {
    const keys = writtenKeys(source);
    for (const key of keys.filter((candidate, index) => keys.indexOf(candidate) !== index)) faults.push(`${name}: ${key} is there twice`);
  }
  if (read('default.js') !== spanishSource) faults.push('default.js is not a copy of es-es.js: run npx tsx config/tasks/loc.ts');
  if (readFileSync(TYPES, 'utf8') !== types) faults.push('sigaci-strings.d.ts is out of date: run npx tsx config/tasks/loc.ts');
  faults.push(...compareWithCode(spanish));
  for (const fault of faults) console.error(fault);
  console.log(`${Object.keys(spanish).length} texts in 2 languages, ${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
}

if (require.main === module) main();
