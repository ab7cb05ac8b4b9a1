import type { QuarterKeeper } from '../application/closing/port';
import type { DecisionRegister, PlanWriter, Services, SiteSetUp } from '../application/ports';
import type { ReviewRegister } from '../application/review/port';
import type { TargetKeeper } from '../application/targets/port';
import { checkInWriter } from './check-in-writer';
import { connect, type PageContextParts } from './connect';
import type { SiteConnection } from './connection';
import { evidenceLibrary } from './evidence-library';
import { siteLinks } from './links';
import { browserStore } from './local-store';
import { planReader } from './plan-reader';
import { followTenantSite } from './tenant-site';

export interface ServicesOptions {
  /** The site with the lists: the page's own unless the web part is told another. */
  readonly webUrl: string;
  /** SPFx's page context; only plain copies of its parts are kept. */
  readonly pageContext: PageContextParts & { readonly user: { readonly loginName: string } };
  /** The clock; the machine's by default. */
  readonly now?: () => Date;
  /** In a personal Teams tab, which has no property to name a site: look for one in the tenant property when `webUrl` has no lists. */
  readonly findSite?: boolean;
}

/** Everything the interface is given, on SharePoint. */
export function makeServices({ webUrl, pageContext, now = () => new Date(), findSite = false }: ServicesOptions): Services {
  const store = browserStore(pageContext.user.loginName);
  const serve = (url: string): Services => servicesOn(connect({ webUrl: url, pageContext }), { now, store });
  return findSite ? followTenantSite(connect({ webUrl, pageContext }), store, serve) : serve(webUrl);
}

/** The same over a connection made elsewhere. */
export function servicesOn(connection: SiteConnection, { now, store }: Pick<Services, 'now' | 'store'>): Services {
  return {
    plan: planReader(connection),
    checkIns: checkInWriter(connection),
    decisions: lazyDecisions(connection),
    reviews: lazyReviews(connection),
    targets: lazyTargets(connection),
    evidence: evidenceLibrary(connection),
    quarters: lazyQuarters(connection),
    setUp: lazySetUp(connection),
    ...lazyUpkeep(connection),
    planRows: lazyPlanWriter(connection),
    links: siteLinks(connection),
    store,
    now,
    newKey
  };
}

/** Most people never write a decision: the code comes with the first one. */
function lazyDecisions(connection: SiteConnection): DecisionRegister {
  const load = async (): Promise<DecisionRegister> =>
    (await import(/* webpackChunkName: "decision-register" */ './decision-register')).decisionRegister(connection);
  return {
    add: async (draft, references) => (await load()).add(draft, references),
    update: async (decision, draft, references) => (await load()).update(decision, draft, references),
    remove: async decision => (await load()).remove(decision),
    list: async plan => (await load()).list(plan)
  };
}

/** Planners alone close quarters. */
function lazyQuarters(connection: SiteConnection): QuarterKeeper {
  const load = async (): Promise<QuarterKeeper> =>
    (await import(/* webpackChunkName: "quarter-keeper" */ './quarter-keeper')).quarterKeeper(connection);
  return {
    read: async plan => (await load()).read(plan),
    write: async (row, change) => (await load()).write(row, change),
    restore: async (plan, quarter) => (await load()).restore(plan, quarter),
    refuseUpTo: async quarter => (await load()).refuseUpTo(quarter),
    writeCutoffs: async (quarter, cutoffs, keyResults, onProgress) =>
      (await load()).writeCutoffs(quarter, cutoffs, keyResults, onProgress),
    readClosed: async (quarter, plan) => (await load()).readClosed(quarter, plan)
  };
}

/** Setting a site up happens once: its code and the plan's data come when they are asked for. */
function lazySetUp(connection: SiteConnection): SiteSetUp {
  async function load(): Promise<SiteSetUp> {
    const [{ siteSetUp }, { loadSeed }] = await Promise.all([
      import(/* webpackChunkName: "set-up" */ './set-up'),
      import(/* webpackChunkName: "set-up" */ './set-up/load-seed')
    ]);
    const { plan, indicators } = await loadSeed();
    return siteSetUp(connection, plan, indicators);
  }
  return {
    inspect: async () => (await load()).inspect(),
    run: async onProgress => (await load()).run(onProgress),
    drift: async () => (await load()).drift(),
    repair: async (findings, onProgress) => (await load()).repair(findings, onProgress)
  };
}

/** Only planners set targets: the code comes with the first reading. */
function lazyTargets(connection: SiteConnection): TargetKeeper {
  const load = async (): Promise<TargetKeeper> => (
    (await import(/* webpackChunkName: "target-keeper" */ './target-keeper')).targetKeeper(connection)
  );
  return {
    read: async keyResults => (await load()).read(keyResults),
    write: async (writes, onProgress) => (await load()).write(writes, onProgress)
  };
}

/** Only planners give verdicts: the code comes with the first one. */
function lazyReviews(connection: SiteConnection): ReviewRegister {
  const load = async (): Promise<ReviewRegister> => (
    (await import(/* webpackChunkName: "review-register" */ './review-register')).reviewRegister(connection)
  );
  return {
    read: async quarters => (await load()).read(quarters),
    add: async (verdicts, onProgress) => (await load()).add(verdicts, onProgress),
    remove: async verdicts => (await load()).remove(verdicts)
  };
}

/** What planners alone use, and what is asked for after the first screen. */
function lazyUpkeep(connection: SiteConnection): Pick<Services, 'quality' | 'rows' | 'responsibilities' | 'operativePlans'> {
  const quality = () => import(/* webpackChunkName: "upkeep" */ './quality');
  const plans = () => import(/* webpackChunkName: "operative-plans" */ './operative-plans');
  return {
    quality: { readFacts: async () => (await quality()).readFacts(connection) },
    rows: { mend: async (changes, onProgress) => (await quality()).mendRows(connection, changes, onProgress) },
    responsibilities: {
      read: async () => (await quality()).readResponsibles(connection),
      write: async (rows, onProgress) => (await quality()).writeResponsibles(connection, rows, onProgress)
    },
    operativePlans: {
      findOperativePlans: async processes => (await plans()).findOperativePlans(connection, processes),
      lookUp: async (urls, options) => (await plans()).lookUp(connection, urls, options)
    }
  };
}

/** Whole rows are for planners who import, export or start a period: the code comes when they do. */
function lazyPlanWriter(connection: SiteConnection): PlanWriter {
  const load = async (): Promise<PlanWriter> => (await import(/* webpackChunkName: "plan-writer" */ './plan-writer')).planWriter(connection);
  return {
    readRows: async (lists, onProgress) => (await load()).readRows(lists, onProgress),
    writeRows: async (writes, keys) => (await load()).writeRows(writes, keys),
    offerQuarters: async codes => (await load()).offerQuarters(codes)
  };
}

/** A random UUID; on a page without a secure context, made of random bytes by hand. */
function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
