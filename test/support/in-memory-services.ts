import type { ChangedCheckIn, CheckInReferences, Permissions, Services, SetUpStep, SiteSetUp, Workspace, WorkspaceScope } from '../../src/application';
import { AppError } from '../../src/application';
import type { CheckIn, CheckInDraft, Person } from '../../src/domain';
import { bogotaDay, compareQuarters, newestFirst, supersedingPlan, sortQuarters, sortTargetChanges } from '../../src/domain';
import { decisionRegister, mayDecide } from './in-memory/decision-register';
import { driftOf, type InMemoryDrift } from './in-memory/drift';
import { reviewRegister, type ReviewSite } from './in-memory/review-register';
import { targetKeeper, type TargetSite } from './in-memory/target-keeper';
import { type InMemoryUpkeep, makeUpkeep, type UpkeepOperation, upkeepServices } from './in-memory/upkeep';
import { inMemoryPlanWriter } from './in-memory/plan-writer';
import { type QuarterFacts, quarterFacts, quarterKeeper } from './in-memory/quarter-keeper';
import { type InMemoryData, SAMPLE_NOW, sampleData } from './in-memory-seed';

export { type InMemoryData, SAMPLE_NOW, sampleData } from './in-memory-seed';

/** Name of a method a fault is for, `checkIns.add`. */
export type Operation = UpkeepOperation | 'plan.readWorkspace' | 'plan.readHistory' | 'plan.readCheckIns' | 'plan.readClosedQuarter' | 'plan.readTargetVersions'
  | `quarters.${keyof Services['quarters']}`
  | 'decisions.add' | 'decisions.update' | 'decisions.remove' | 'decisions.list'
  | 'planRows.readRows' | 'planRows.writeRows' | 'planRows.offerQuarters'
  | 'checkIns.add' | 'checkIns.update' | 'checkIns.remove' | 'checkIns.read' | 'evidence.list' | 'setUp.inspect' | 'setUp.run' | 'setUp.drift'
  | 'targets.read' | 'targets.write' | 'reviews.read' | 'reviews.add' | 'reviews.remove'
  | 'setUp.repair';

interface Fault {
  readonly operation: Operation;
  readonly error: AppError;
  readonly when: 'before' | 'after';
}

export interface InMemoryServices extends Services {
  /** The rows themselves: a test changes them as a planner would in the list. */
  readonly data: InMemoryData;
  /** What differs in the site's lists: a test sets what the drift report shows. */
  readonly drift: InMemoryDrift;
  /** What the lists hold beside what parsing makes of it. */
  readonly upkeep: InMemoryUpkeep;
  /** What the site knows of its quarters beside their rows. */
  readonly quarterFacts: QuarterFacts;
  /** Who is asking. */
  readonly user: Person;
  /** Operations that were asked for, in order: each stands for one request. */
  readonly requests: readonly Operation[];
  /** The same site and clock for somebody else; `coop`, `planeacion`, … or a whole login. */
  as(name: string): InMemoryServices;
  /** Makes the next call of an operation fail; `after` the change was made, its answer is lost. */
  failNext(operation: Operation, error: AppError, when?: 'before' | 'after'): void;
  /** Moves the clock. */
  setNow(now: Date): void;
}

export interface InMemoryOptions {
  /** Who is asking, `coop` by default. */
  readonly user?: string;
  /** The clock, the sample's day by default. It stands still until it is set. */
  readonly now?: Date;
  /** Rows in place of the sample's; cutoffs stay the sample's unless they are given too. */
  readonly data?: Partial<InMemoryData>;
}

/** What every person's services have in common. */
interface Site extends ReviewSite, TargetSite {
  readonly data: InMemoryData;
  readonly quarterFacts: QuarterFacts;
  readonly drift: InMemoryDrift;
  readonly upkeep: InMemoryUpkeep;
  now: Date;
  readonly faults: Fault[];
  readonly requests: Operation[];
  nextId: number;
  nextKey: number;
  /** Ids of the decisions by the key they were added with. */
  readonly decisionKeys: Map<string, number>;
  /** Check-ins that have a review of some version: the list refuses to delete them. */
  readonly reviewed: Set<number>;
  /** Who changed a check-in last, and when. */
  readonly changes: Map<number, Pick<ChangedCheckIn, 'changedBy' | 'changedOn'>>;
}

function findPerson(data: InMemoryData, name: string): Person {
  const wanted = name.toLowerCase();
  const person = data.people.find(({ login, email }) => [login, email, email.split('@')[0]].some(known => known.toLowerCase() === wanted));
  if (!person) throw new Error(`Nobody is called ${name}`);
  return person;
}

function permissionsOf({ data }: Site, user: Person): Permissions {
  const plans = data.planners.indexOf(user.login) >= 0;
  const isUser = (person: Person | null): boolean => person !== null && person.login === user.login;
  const inProcess = data.processes.some(({ leader, members }) => [leader, ...members].some(isUser));
  return { report: plans || inProcess, decide: mayDecide(data, user), plan: plans, setUp: plans };
}

/** Runs an operation as a request: counted, failing where a fault was ordered, its result a copy. */
async function request<T>(site: Site, operation: Operation, run: () => T): Promise<T> {
  await Promise.resolve();
  site.requests.push(operation);
  const fault = site.faults.find(one => one.operation === operation);
  if (fault) site.faults.splice(site.faults.indexOf(fault), 1);
  if (fault && fault.when === 'before') throw fault.error;
  const result = run();
  if (fault) throw fault.error;
  return result === undefined ? result : JSON.parse(JSON.stringify(result)) as T;
}

function assertReadable(site: Site, user: Person): void {
  if (site.data.strangers.indexOf(user.login) >= 0) throw new AppError('noAccess', { status: 403 });
  if (!site.data.isSetUp) throw new AppError('listsMissing', { status: 404 });
}

function workspaceOf(site: Site, user: Person, scope: WorkspaceScope = 'plan', planCode = site.data.plan.code): Workspace {
  const all = site.data;
  const data = { ...all, ...all.otherPlans.find(({ plan }) => plan.code === planCode) };
  const closed = sortQuarters(data.quarters).filter(quarter => quarter.state === 'closed');
  const baseQuarter = closed.length ? closed[closed.length - 1].code : null;
  return {
    site: data.site,
    user,
    permissions: permissionsOf(site, user),
    plan: data.plan,
    planCodes: [all, ...all.otherPlans].map(({ plan }) => plan.code),
    supersededBy: supersedingPlan(data.plan, [all, ...all.otherPlans].map(({ plan }) => plan), bogotaDay(site.now)),
    processes: data.processes,
    strategicObjectives: data.strategicObjectives,
    tacticalObjectives: data.tacticalObjectives,
    keyResults: data.keyResults,
    quarters: data.quarters,
    baseQuarter,
    // How they counted then is read for the dashboard alone.
    cutoffs: data.cutoffs.filter(cutoff => cutoff.quarter === baseQuarter)
      .map(cutoff => (scope === 'dashboard' ? cutoff : { ...cutoff, setting: null })),
    checkIns: data.checkIns.filter(checkIn => baseQuarter === null || compareQuarters(checkIn.quarter, baseQuarter) > 0),
    programmedTargets: data.programmedTargets,
    decisions: data.decisions.filter(({ state }) => state === 'Abierta'),
    dashboard: scope === 'dashboard'
      ? { lastReports: data.checkIns.filter(({ quarter }) => quarter === baseQuarter), indicators: data.indicators }
      : null,
    problems: data.problems,
    readAt: site.now.toISOString()
  };
}

function planReader(site: Site, user: Person): Services['plan'] {
  const read = <T>(operation: Operation, run: () => T): Promise<T> => request(site, operation, () => {
    assertReadable(site, user);
    return run();
  });
  const { data } = site;
  return {
    readWorkspace: (_now, planCode, scope) => read('plan.readWorkspace', () => {
      if (planCode !== undefined && ![data, ...data.otherPlans].some(({ plan }) => plan.code === planCode)) throw new AppError('gone', { list: 'Plans' });
      return workspaceOf(site, user, scope, planCode);
    }),
    readHistory: keyResult => read('plan.readHistory', () => ({
      keyResult: keyResult.code,
      cutoffs: data.cutoffs.filter(row => row.keyResult === keyResult.code).sort((a, b) => compareQuarters(a.quarter, b.quarter)),
      targetChanges: sortTargetChanges(data.targetChanges.filter(change => change.keyResult === keyResult.code)),
      indicator: data.indicators.find(row => row.code === keyResult.indicator) || null,
      decisions: data.decisions.filter(decision => decision.keyResult === keyResult.code),
      problems: []
    })),
    readCheckIns: (keyResult, quarter) => read('plan.readCheckIns', () => ({
      checkIns: newestFirst(data.checkIns.filter(row => row.keyResult === keyResult.code && row.quarter === quarter)), problems: []
    })),
    readClosedQuarter: ({ keyResults }, quarter) => read('plan.readClosedQuarter', () => {
      const known = new Set(keyResults.map(({ code }) => code));
      const cutoffs = data.cutoffs.filter(row => row.quarter === quarter);
      return {
        quarter,
        cutoffs: cutoffs.filter(row => known.has(row.keyResult)),
        checkIns: newestFirst(data.checkIns.filter(row => row.quarter === quarter && known.has(row.keyResult))),
        removed: cutoffs.map(row => row.keyResult).filter(code => !known.has(code)),
        problems: []
      };
    }),
    readTargetVersions: keyResult => read('plan.readTargetVersions', () => data.targetVersions[keyResult.code] || [])
  };
}

/** The columns a draft fills, whatever else the object may carry. */
function contentOf({
  keyResult, process, quarter, value, stagesDone, confidence, narrative, obstacles, nextStep, evidence, reportedOn, clientKey
}: CheckInDraft): CheckInDraft {
  return { keyResult, process, quarter, value, stagesDone, confidence, narrative, obstacles, nextStep, evidence, reportedOn, clientKey };
}

function checkInWriter(site: Site, user: Person): Services['checkIns'] {
  const { data } = site;
  const find = (id: number): CheckIn => {
    const row = data.checkIns.find(checkIn => checkIn.id === id);
    if (!row) throw new AppError('gone', { list: 'CheckIns', status: 404 });
    return row;
  };
  const assertMayWrite = (row: CheckIn | null): void => {
    const permissions = permissionsOf(site, user);
    const own = row === null || (row.author !== null && row.author.login === user.login);
    if (!permissions.report || !(own || permissions.plan)) throw new AppError('noAccess', { list: 'CheckIns', status: 403 });
  };
  const assertOpen = (quarter: string): void => {
    const row = data.quarters.find(({ code }) => code === quarter);
    if (row && row.state !== 'open') throw new AppError('quarterClosed', { list: 'CheckIns', status: 400 });
  };
  const assertReferences = ({ keyResultId, processId }: CheckInReferences): void => {
    if (!data.keyResults.some(row => row.id === keyResultId)) throw new AppError('gone', { list: 'KeyResults', status: 400 });
    if (!data.processes.some(row => row.id === processId)) throw new AppError('gone', { list: 'Processes', status: 400 });
  };
  const changed = (row: CheckIn): CheckIn => {
    site.changes.set(row.id, { changedBy: user, changedOn: site.now.toISOString() });
    return row;
  };
  const replace = (row: CheckIn): CheckIn => {
    data.checkIns = data.checkIns.map(checkIn => (checkIn.id === row.id ? row : checkIn));
    return changed(row);
  };
  return {
    add: (draft, references) => request(site, 'checkIns.add', () => {
      assertReadable(site, user);
      assertMayWrite(null);
      assertReferences(references);
      const known = data.checkIns.find(({ clientKey }) => clientKey === draft.clientKey);
      // The retry after a lost answer finds its own row; a key that is somebody else's is the unique column's to refuse.
      if (known && known.author && known.author.login === user.login) return known;
      if (known) throw new AppError('duplicate', { list: 'CheckIns', column: 'ClientKey', status: 400 });
      assertOpen(draft.quarter);
      const row: CheckIn = {
        ...contentOf(draft), id: site.nextId++, etag: '"1"', version: '1.0', author: user, review: 'pending', reviewNote: ''
      };
      data.checkIns = [...data.checkIns, row];
      return changed(row);
    }),
    update: ({ id, etag }, draft, references) => request(site, 'checkIns.update', () => {
      assertReadable(site, user);
      const row = find(id);
      assertMayWrite(row);
      assertReferences(references);
      if (row.etag !== etag) throw new AppError('conflict', { list: 'CheckIns', status: 412 });
      assertOpen(row.quarter);
      assertOpen(draft.quarter);
      const version = Number(row.etag.replace(/"/g, '')) + 1;
      if (row.review !== 'pending') site.reviewed.add(id);
      return replace({ ...row, ...contentOf(draft), etag: `"${version}"`, version: `${version}.0`, review: 'pending', reviewNote: '' });
    }),
    remove: ({ id, etag }) => request(site, 'checkIns.remove', () => {
      assertReadable(site, user);
      const row = data.checkIns.find(checkIn => checkIn.id === id);
      if (!row) return;
      assertMayWrite(row);
      if (row.etag !== etag) throw new AppError('conflict', { list: 'CheckIns', status: 412 });
      if (row.review !== 'pending' || site.reviewed.has(id)) throw new AppError('refused', { list: 'Reviews', status: 400 });
      data.checkIns = data.checkIns.filter(checkIn => checkIn.id !== id);
    }),
    read: id => request(site, 'checkIns.read', () => {
      assertReadable(site, user);
      const row = find(id);
      return { changedBy: row.author, changedOn: row.reportedOn, ...site.changes.get(id), ...row };
    })
  };
}

const SET_UP_STEPS: readonly SetUpStep[] = [
  { id: 'groups', kind: 'groups', subject: 'OKR Planeación' },
  { id: 'list:KeyResults', kind: 'list', subject: 'Resultados clave' },
  { id: 'rows:KeyResults', kind: 'rows', subject: 'Resultados clave' }
];

function siteSetUp(site: Site, user: Person): SiteSetUp {
  const { data } = site;
  const allowed = (): boolean => permissionsOf(site, user).setUp;
  return {
    inspect: () => request(site, 'setUp.inspect', () => ({
      state: data.isSetUp ? 'ready' as const : 'missing' as const,
      missing: data.isSetUp ? [] : SET_UP_STEPS.filter(({ kind }) => kind === 'list').map(({ subject }) => subject),
      allowed: allowed(),
      owners: data.people.filter(({ login }) => data.planners.indexOf(login) >= 0).map(({ name }) => name)
    })),
    run: onProgress => request(site, 'setUp.run', () => {
      if (!allowed()) throw new AppError('noAccess', { status: 403 });
      SET_UP_STEPS.forEach((step, index) => onProgress({ step, done: index + 1, total: SET_UP_STEPS.length }));
      data.isSetUp = true;
    }),
    ...driftOf(site.drift, (operation, action) => request(site, operation, action), allowed)
  };
}

function servicesFor(site: Site, user: Person): InMemoryServices {
  const stored = new Map<string, string>();
  const { data } = site;
  return {
    plan: planReader(site, user),
    checkIns: checkInWriter(site, user),
    decisions: decisionRegister(site, user, (operation, run) => request(site, operation, run), () => assertReadable(site, user)),
    targets: targetKeeper(site, {
      user,
      mayPlan: () => permissionsOf(site, user).plan,
      request: (operation, run) => request(site, operation, () => {
        assertReadable(site, user);
        return run();
      })
    }),
    reviews: reviewRegister(site, {
      user,
      mayPlan: () => permissionsOf(site, user).plan,
      request: (operation, run) => request(site, operation, () => {
        assertReadable(site, user);
        return run();
      })
    }),
    quarters: quarterKeeper(site, user, (operation, run) => request(site, operation, run), () => assertReadable(site, user)),
    evidence: {
      list: (process, folder) => request(site, 'evidence.list', () => {
        const path = folder === undefined ? data.evidenceFolders[process] : folder;
        if (path === undefined || !(path in data.documents)) throw new AppError('gone', { status: 404 });
        return [...data.documents[path]].sort((a, b) => Number(b.isFolder) - Number(a.isFolder));
      })
    },
    setUp: siteSetUp(site, user),
    planRows: inMemoryPlanWriter(data, user, () => permissionsOf(site, user).plan, (operation, run) => request(site, operation, () => {
      assertReadable(site, user);
      return run();
    })),
    links: {
      list: list => `${data.site.url}/Lists/${list}/AllItems.aspx`,
      row: (list, id) => `${data.site.url}/Lists/${list}/EditForm.aspx?ID=${id}`
    },
    store: {
      read: key => (stored.has(key) ? stored.get(key) as string : null),
      write: (key, value) => { stored.set(key, value); },
      remove: key => { stored.delete(key); }
    },
    now: () => new Date(site.now.getTime()),
    newKey: () => `00000000-0000-4000-8000-${String(site.nextKey++).padStart(12, '0')}`,
    data,
    drift: site.drift,
    upkeep: site.upkeep,
    ...upkeepServices(site, user, (operation, run) => request(site, operation, run), () => assertReadable(site, user)),
    quarterFacts: site.quarterFacts,
    user,
    requests: site.requests,
    as: name => servicesFor(site, findPerson(data, name)),
    failNext: (operation, error, when = 'before') => { site.faults.push({ operation, error, when }); },
    setNow: now => { site.now = now; }
  };
}

/**
 * The services over plain arrays: the real plan with the sample data of the local site, or rows of a test's own. They fail as
 * SharePoint's would: by permission, ETag, unique key, closed quarter, reviewed rows that stay.
 */
export function inMemoryServices(options: InMemoryOptions = {}): InMemoryServices {
  const data = { ...sampleData(), ...options.data };
  const site: Site = {
    data,
    quarterFacts: quarterFacts(data),
    drift: { findings: [], failing: new Map() },
    upkeep: makeUpkeep(),
    now: options.now || SAMPLE_NOW,
    faults: [],
    requests: [],
    nextId: [...data.checkIns, ...data.decisions, ...data.cutoffs, ...data.quarters]
      .reduce((highest, { id }) => Math.max(highest, id), 0) + 1,
    nextKey: 1,
    decisionKeys: new Map(),
    changes: new Map(),
    verdicts: null,
    reviewKeys: new Map(),
    rowVersions: new Map(),
    targetKeys: new Set(),
    reviewed: new Set(data.checkIns.filter(({ review }) => review !== 'pending').map(({ id }) => id))
  };
  return servicesFor(site, findPerson(data, options.user || 'coop'));
}
