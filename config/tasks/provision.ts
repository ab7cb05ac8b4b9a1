// npm run provision -- --site <url>
import { provision } from './provision/command';

provision(process.argv.slice(2), { print: line => process.stdout.write(`${line}\n`) }).then(
  code => { process.exitCode = code; },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
);
