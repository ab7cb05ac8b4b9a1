// The whole jobs a SharePoint developer types. Heft compiles; gulp only puts the steps in order.
const { spawn } = require('node:child_process');
const { mkdirSync, readFileSync, readdirSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { series, task } = require('gulp');
const { zipSync } = require('fflate');

const root = __dirname;
const bin = (name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

/** Runs a command; resolves when it ends well, rejects with its exit code otherwise. */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')} ended with ${code}`))));
  });
}

/** Zips the contents of teams-manifest/ to where the packager looks for a Teams app of our own. */
async function teamsPackage() {
  const folder = join(root, 'teams-manifest');
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  const entries = {};
  for (const name of readdirSync(folder).sort()) {
    let bytes = readFileSync(join(folder, name));
    if (name === 'manifest.json') {
      const manifest = JSON.parse(bytes.toString('utf8'));
      manifest.version = version;
      bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    }
    // A fixed date, so that the same contents give the same package.
    entries[name] = [new Uint8Array(bytes), { mtime: new Date(2020, 0, 1) }];
  }
  const target = join(root, 'teams', 'TeamsSPFxApp.zip');
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, zipSync(entries));
}

const bundle = () => run(bin('heft'), ['build', '--clean', '--production']);
const sppkg = () => run(bin('heft'), ['package-solution', '--production']);

task('bundle', bundle);
task('teams-package', teamsPackage);
task('package-solution', series(bundle, teamsPackage, sppkg));
task('serve', () => run(bin('tsx'), ['config/tasks/start.ts']));
task('test', () => run(bin('tsx'), ['config/tasks/test.ts']));
task('provisioning-template', () => run(bin('tsx'), ['config/tasks/provisioning-template.ts']));
task('default', series('package-solution'));
