/**
 * Everything that must hold, one command: package, types, lint, localisation, unit + property + contract tests, browser tests.
 * `npm test -- unit` or `-- e2e` and so on runs a part. Goes on after a failure and ends with one line: `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { ensureBrowser } from './browser';

interface Count {
  passed: number;
  failed: number;
}

const output = join('test', '.output');
const bin = (name: string): string => join('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}, quiet = false): { ok: boolean; text: string } {
  const result = spawnSync(command, args, {
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    shell: process.platform === 'win32'
  });
  if (result.error) throw result.error;
  const text = quiet ? `${result.stdout}${result.stderr}` : '';
  if (quiet && result.status !== 0) process.stdout.write(text);
  return { ok: result.status === 0, text };
}

const one = (ok: boolean): Count => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

/** The solution package is built without a warning and carries the Teams app. */
function packageSolution(): Count {
  const { ok, text } = run(bin('gulp'), ['package-solution'], {}, true);
  const warnings = text.split('\n').filter((line) => /\bwarning\b/i.test(line));
  if (warnings.length) console.log(`The build warns:\n${warnings.join('\n')}`);
  const file = join('sharepoint', 'solution', 'sigaci-okr.sppkg');
  let teams = false;
  if (ok && existsSync(file)) {
    const inside = unzipSync(new Uint8Array(readFileSync(file)));
    const app = inside['ClientSideAssets/TeamsSPFxApp.zip'];
    const names = app ? Object.keys(unzipSync(app)) : [];
    teams = ['manifest.json', 'color.png', 'outline.png'].every((name) => names.includes(name));
    if (!teams) console.log(`The Teams app is not whole inside ${file}: ${names.join(', ') || 'missing'}`);
  }
  return one(ok && warnings.length === 0 && teams);
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numRuntimeErrorTestSuites: number;
}

/** Skipped tests and files that could not even start count as failures: nothing is left out silently. */
function unit(): Count {
  const report = join(output, 'jest.json');
  rmSync(report, { force: true });
  run(bin('jest'), ['-c', 'test/jest.config.cjs', '--json', `--outputFile=${report}`, '--silent']);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const jest = JSON.parse(readFileSync(report, 'utf8')) as JestReport;
  return { passed: jest.numPassedTests, failed: jest.numFailedTests + jest.numPendingTests + jest.numRuntimeErrorTestSuites };
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

function e2e(): Count {
  const report = join(output, 'playwright.json');
  rmSync(report, { force: true });
  const browser = ensureBrowser();
  run(bin('playwright'), ['test', '-c', 'test/e2e/playwright.config.ts', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(process.cwd(), report),
    ...(browser ? { CHROME_PATH: browser } : {})
  });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8')) as PlaywrightReport;
  if (stats.flaky) console.log(`${stats.flaky} browser test(s) passed only when tried again: look at them.`);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + stats.skipped + (errors.length && !stats.unexpected ? 1 : 0) };
}

const checks: Record<string, () => Count> = {
  package: packageSolution,
  types: () => one(run(bin('tsc'), ['-p', 'config/tsconfig.lint.json']).ok),
  lint: () => one(run(bin('eslint'), ['-c', 'config/eslint.config.mjs', '--max-warnings=0', 'src', 'sharepoint', 'test', 'config', 'gulpfile.js']).ok),
  localisation: () => one(run(bin('tsx'), ['config/tasks/loc.ts', '--check']).ok),
  unit,
  e2e
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in checks));
if (unknown.length) {
  console.error(`Unknown check: ${unknown.join(', ')}. There are: ${Object.keys(checks).join(', ')}.`);
  process.exit(2);
}
mkdirSync(output, { recursive: true });

const total: Count = { passed: 0, failed: 0 };
const rows: string[] = [];
for (const name of asked.length ? asked : Object.keys(checks)) {
  console.log(`\n— ${name} —`);
  const started = Date.now();
  let count: Count;
  try {
    count = checks[name]!();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    count = { passed: 0, failed: 1 };
  }
  total.passed += count.passed;
  total.failed += count.failed;
  rows.push(`${name.padEnd(14)} ${String(count.passed).padStart(5)} passed ${String(count.failed).padStart(4)} failed  ${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s`);
}
console.log(`\n${rows.join('\n')}\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
