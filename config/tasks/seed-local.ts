// Fills the embedded site: the real plan through our own provisioner, then the sample data, each row written by the person it is from.
import indicators from '../../sharepoint/seed/indicators.json';
import plan from '../../sharepoint/seed/plan.json';
import type { IndicatorSeed, PlanSeed } from '../../src/application/set-up';
import { connectAs } from '../../src/sharepoint/connect-as';
import { siteSetUp } from '../../src/sharepoint/set-up';
import { seedDocuments } from './seed-local/documents';
import { seedDecisions, seedFollowUp } from './seed-local/follow-up';
import { seedPeople } from './seed-local/people';
import { seedPlanChanges } from './seed-local/plan-changes';
import { SampleSite } from './seed-local/sample-site';

export interface SeedOptions {
  /** Address of the embedded site. */
  readonly origin: string;
  /** The site's clock. */
  readonly now: () => Date;
  /** Told what is being done, a line at a time. */
  readonly log?: (line: string) => void;
}

/** Sets the site up and loads the sample data. Run again, after a failure too, it adds only what is missing. */
export async function seedLocalSite({ origin, now, log = () => undefined }: SeedOptions): Promise<void> {
  log('lists');
  await siteSetUp(connectAs(origin), plan as unknown as PlanSeed, indicators as unknown as IndicatorSeed[]).run(() => undefined);
  const site = new SampleSite(origin, now);
  const steps: [string, (site: SampleSite) => Promise<void>][] = [
    ['people', seedPeople], ['documents', seedDocuments], ['changes of the plan', seedPlanChanges], ['follow-up', seedFollowUp],
    ['decisions', seedDecisions]
  ];
  for (const [name, step] of steps) {
    log(name);
    await step(site);
  }
}
