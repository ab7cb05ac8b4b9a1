/** `npm run bench`: every measurement, one after the other. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join('test', 'bench');
for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'run.ts').sort()) {
  console.log(`\n— ${file} —`);
  const { status } = spawnSync(join('node_modules', '.bin', 'tsx'), [join(folder, file)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
