import type { ListName } from '../../domain';
import { AppError } from '../errors';
import type { SetUpProgress, SetUpStep, SiteSetUp } from '../ports';
import type { ListDefinition, RowSource, SiteDefinition } from './definition';
import { reportDrift } from './drift';
import { grantChanges } from './grants';
import type { ListState, SetUpPort } from './port';
import { repairDrift } from './repair';
import { stepsOf } from './steps';

/**
 * Sets a site up: groups, lists with columns, views and permissions, and the plan's rows. Each step looks at what is there and makes only
 * what is missing, so that a run after a failure goes on where it stopped, a run on a finished site changes nothing, and no run overwrites
 * what a planner edited.
 */
export function makeSetUp(port: SetUpPort, definition: SiteDefinition): SiteSetUp {
  return {
    inspect: () => inspect(port, definition),
    run: onProgress => new Run(port, definition, onProgress).all(),
    drift: async () => reportDrift(definition, await port.readSite()),
    repair: (findings, onProgress) => repairDrift(port, definition, {
      list: list => new Run(port, definition, () => undefined).one(list),
      everything: () => new Run(port, definition, () => undefined).all()
    }, findings, onProgress)
  };
}

async function inspect(port: SetUpPort, definition: SiteDefinition): ReturnType<SiteSetUp['inspect']> {
  const { allowed, owners } = await port.readAccess();
  const existing = await port.readLists();
  const missing = definition.lists.map(({ name }) => name).filter(name => !existing.has(name));
  if (missing.length === definition.lists.length) return { state: 'missing', missing, allowed, owners };
  const finished = missing.length === 0 && await port.readVersion() >= definition.version;
  return { state: finished ? 'ready' : 'partial', missing, allowed, owners };
}

class Run {
  private done = 0;
  private readonly steps: readonly SetUpStep[];
  private readonly ids = new Map<ListName, ReadonlyMap<string, number>>();
  /** Lists that this run found with rows in them. */
  private readonly filled = new Set<ListName>();
  private version = 0;

  public constructor(
    private readonly port: SetUpPort,
    private readonly definition: SiteDefinition,
    private readonly onProgress: (progress: SetUpProgress) => void
  ) {
    this.steps = stepsOf(definition);
  }

  public async all(): Promise<void> {
    const { allowed } = await this.port.readAccess();
    if (!allowed) throw new AppError('noAccess');
    this.version = await this.port.readVersion();
    await this.groups();
    for (const list of this.definition.lists) await this.list(list);
    for (const source of this.definition.rows) await this.rows(source);
    if (this.version < this.definition.version) await this.port.writeVersion(this.definition.version);
    this.report();
  }

  /** Makes one list, or what it lacks; without rows. */
  public async one(list: ListDefinition): Promise<void> {
    this.version = await this.port.readVersion();
    await this.list(list);
  }

  /** Tells that the next step is done. */
  private report(): void {
    const step = this.steps[this.done];
    this.done += 1;
    this.onProgress({ step, done: this.done, total: this.steps.length });
  }

  private async groups(): Promise<void> {
    const { existing, grants } = await this.port.readGroups();
    for (const { key } of this.definition.groups) {
      if (existing.indexOf(key) < 0) await this.port.createGroup(key);
      // Whatever lets them read will do: a planner may have given a group more.
      if ((grants.get(key) || []).length === 0) await this.port.grantOnSite(key);
    }
    this.report();
  }

  private async list(list: ListDefinition): Promise<void> {
    const state = await this.existing(list);
    if (state.rowCount > 0) this.filled.add(list.name);
    this.report();
    await this.columns(list, state);
    this.report();
    await this.views(list, state);
    await this.parts(list, state);
    this.report();
    await this.permissions(list, state);
    this.report();
  }

  private async existing(list: ListDefinition): Promise<ListState> {
    let state = await this.port.readList(list.name);
    if (state === null) {
      await this.port.createList(list.name);
      state = await this.port.readList(list.name);
      if (state === null) throw new AppError('listMissing', { list: list.name });
    }
    const known = list.columns.some(({ name }) => state !== null && state.columns.has(name));
    if (state.rowCount > 0 && !known) {
      // Somebody else's list under our address: taking it over would put our columns among their rows.
      throw new AppError('refused', { list: list.name, detail: state.title });
    }
    if (!state.settled || (state.title === list.name && list.title !== list.name)) await this.port.settleList(list.name);
    return state;
  }

  private async columns(list: ListDefinition, state: ListState): Promise<void> {
    const missing = list.columns.filter(({ name }) => !state.columns.has(name)).map(({ name }) => name);
    if (missing.length > 0) await this.port.createColumns(list.name, missing);
    const unnamed = list.columns
      .filter(({ name, title }) => title !== name && (state.columns.get(name)?.title ?? name) === name)
      .map(({ name }) => name);
    if (unnamed.length > 0 || !state.titleColumnSettled) await this.port.nameColumns(list.name, unnamed, !state.titleColumnSettled);
  }

  private async views(list: ListDefinition, state: ListState): Promise<void> {
    const unfinished = list.views.filter(({ name, title }) => {
      const view = state.views.get(name);
      // One that still goes by its address, or shows nothing of ours, was left half-made.
      return !view || !view.hasColumns || (view.title === name && title !== name);
    });
    if (unfinished.length > 0) await this.port.makeViews(list.name, unfinished.map(({ name }) => name));
  }

  /** What is missing since this version is the first to bring it, or is new with its column or view; and what a former version brought. */
  private async parts(list: ListDefinition, state: ListState): Promise<void> {
    const due = list.parts.map(({ id }) => id).filter(id => {
      const found = state.parts.get(id);
      return found === undefined || found === 'former' || (found === 'empty' && this.version < this.definition.partsSince);
    });
    if (due.length > 0) await this.port.dress(list.name, due);
  }

  private async permissions(list: ListDefinition, state: ListState): Promise<void> {
    if (!state.isolated) await this.port.isolate(list.name);
    // What was inherited is gone with the inheritance; whoever isolates a list gets Full Control on it.
    const current = state.isolated ? state : await this.port.readList(list.name);
    const changes = grantChanges(this.definition.groups, list, current ? current.grants : new Map());
    if (changes.length > 0) await this.port.changeGrants(list.name, changes);
  }

  /** Rows are made while the site has never been finished, and in a list that was made anew; else what is missing was taken away. */
  private async rows(source: RowSource): Promise<void> {
    let keys = await this.port.readKeys(source.list);
    this.ids.set(source.list, keys);
    if (this.version === 0 || !this.filled.has(source.list)) {
      for (let missing = this.missing(source, keys); missing.length > 0; missing = this.missing(source, keys)) {
        await this.port.addRows(source.list, missing);
        const before = keys.size;
        keys = await this.port.readKeys(source.list);
        this.ids.set(source.list, keys);
        if (keys.size <= before) throw new AppError('unexpected', { list: source.list, detail: 'The rows that were added are not there.' });
      }
    }
    this.report();
  }

  private missing(source: RowSource, keys: ReadonlyMap<string, number>): object[] {
    return source.rows(this.ids)
      .filter(row => !keys.has(row.key))
      .map(row => row.columns)
      .filter((columns): columns is object => columns !== null);
  }
}
