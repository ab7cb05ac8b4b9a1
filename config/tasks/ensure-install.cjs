// Runs one of the package's scripts after installing what is missing, so that every documented command works from a fresh clone.
// Plain JavaScript for any Node from 18 on: it runs before the project's own Node and TypeScript are there.
const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '..', '..');
const script = process.argv[2];
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

function run(args) {
  const result = spawnSync(npm, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.error) throw result.error;
  return result.status === null ? 1 : result.status;
}

/** True when what is installed is what package-lock.json asks for. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(([path, entry]) => path === '' || entry.optional || (have[path] && have[path].version === entry.version));
}

if (!isInstalled()) {
  console.log('Installing packages (once, about three minutes)…');
  // Not `npm ci`: it refuses a lock file that was written where other platforms' optional packages are not to be had.
  const status = run(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) process.exit(status);
}
// A nested npm run puts node_modules/.bin, and with it the project's Node 22, first on the PATH.
process.exit(run(['run', '--silent', script, ...(process.argv.length > 3 ? ['--', ...process.argv.slice(3)] : [])]));
