import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions } from 'esbuild';
import { commonJsBody } from './runtime/stand-ins';

const CLIENT = join(__dirname, 'client');

async function bundle(file: string, options: BuildOptions): Promise<string> {
  const result = await build({
    entryPoints: [join(CLIENT, file)],
    bundle: true,
    write: false,
    target: 'es2020',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    ...options
  });
  return result.outputFiles?.[0]?.text ?? '';
}

/** A script of the `client` folder for a `<script src>`. */
export function bundleScript(file: string): Promise<string> {
  return bundle(file, { format: 'iife' });
}

/** A script of the `client` folder as the body of an AMD factory; `modules` maps packages it imports to the factory's arguments. */
export async function bundleBody(file: string, modules: Readonly<Record<string, string>>): Promise<string> {
  return commonJsBody(await bundle(file, { format: 'cjs', minify: true, external: Object.keys(modules) }), modules);
}

/**
 * Keeps what takes seconds to make between runs, in the packages' own cache folder.
 * @param parts everything the text depends on
 */
export async function keptOnDisk(nodeModules: string, name: string, parts: readonly string[], make: () => Promise<string>): Promise<string> {
  const key = createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
  const path = join(nodeModules, '.cache/sigaci-okr-hosts', `${name}-${key}.js`);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const text = await make();
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, path); // whole or not at all: a run that is stopped here leaves no half a file behind
  return text;
}

/** Text of a script of the `client` folder, to tell one version from the next. */
export function clientSource(file: string): string {
  return readFileSync(join(CLIENT, file), 'utf8');
}
