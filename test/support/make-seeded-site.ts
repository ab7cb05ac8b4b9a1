/** Fills a site in the folder given as the argument: `tsx test/support/make-seeded-site.ts <folder>`. */
import { mkdirSync } from 'node:fs';
import { seedLocalSite } from '../../config/tasks/seed-local';
import { runningClock } from '../../sharepoint/local/hosts/running-clock';
import { startLocalSharePoint } from '../../sharepoint/local/server';

async function main(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  const clock = runningClock();
  const site = await startLocalSharePoint({ dataDir, clock: clock.now });
  try {
    await seedLocalSite({ origin: site.origin, now: clock.now });
  } finally {
    await site.close();
  }
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
