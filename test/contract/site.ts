import { seedLocalSite } from '../../config/tasks/seed-local';
import type { LocalSharePoint } from '../../sharepoint/local/server';
import { startLocalSharePoint } from '../../sharepoint/local/server';
import type { LocalStore, Services } from '../../src/application';
import { connectAs } from '../../src/sharepoint/connect-as';
import type { SiteConnection } from '../../src/sharepoint/connection';
import { servicesOn } from '../../src/sharepoint/services';
import { SiteTools } from '../../src/sharepoint/set-up/site-tools';

export const SAMPLE_DAY = new Date('2023-10-05T15:42:00Z');

/** The embedded site for a file's tests, over real HTTP. */
export class ContractSite {
  private clock = SAMPLE_DAY;
  private readonly connections = new Map<string, SiteConnection>();
  private local: LocalSharePoint | null = null;

  public get server(): LocalSharePoint {
    if (!this.local) throw new Error('The site is not up yet.');
    return this.local;
  }

  /** @param seeded with lists and sample data; else as bare as SharePoint gives a new site */
  public async start(seeded: boolean): Promise<void> {
    this.local = await startLocalSharePoint({ dataDir: ':memory:', clock: () => this.clock });
    if (seeded) await seedLocalSite({ origin: this.local.origin, now: () => this.clock });
  }

  public async stop(): Promise<void> {
    await this.local?.close();
  }

  public setNow(now: Date): void {
    this.clock = now;
  }

  public connection(person: string): SiteConnection {
    const known = this.connections.get(person) || connectAs(this.server.origin, person);
    this.connections.set(person, known);
    return known;
  }

  public services(person: string): Services {
    return servicesOn(this.connection(person), { now: () => this.clock, store: noStore });
  }

  /** PnPjs's own objects, for what a planner does in SharePoint's pages. */
  public tools(person = 'planeacion'): SiteTools {
    return new SiteTools(this.connection(person));
  }

  /** Data requests since the last time, as `GET /_api/…`; those for a digest are SPFx's to make before. */
  public takeRequests(): string[] {
    const taken = this.server.requests.list().filter(({ url }) => !/contextinfo/.test(url)).map(
      ({ method, url }) => `${method} ${new URL(url).pathname}`
    );
    this.server.requests.clear();
    return taken;
  }

  /** The same, parts of batches one by one, without those that only read. */
  public takeWrites(): string[] {
    const writes = this.server.requests.list().flatMap(request => request.parts ?? [request])
      .filter(({ method, url }) => method !== 'GET' && !/contextinfo/.test(url))
      .map(({ method, url }) => `${method} ${decodeURIComponent(url.replace(/^https?:\/\/[^/]+/, ''))}`);
    this.server.requests.clear();
    return writes;
  }
}

/** Storage that keeps nothing, as a browser's may. */
export const noStore: LocalStore = { read: () => null, write: () => undefined, remove: () => undefined };

/** A site that is started before the file's tests and stopped after them. */
export function contractSite(seeded: boolean): ContractSite {
  const site = new ContractSite();
  beforeAll(() => site.start(seeded), 120000);
  afterAll(() => site.stop());
  return site;
}
