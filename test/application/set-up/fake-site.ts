import { AppError } from '../../../src/application/errors';
import type {
  ColumnMend, ColumnShape, GrantChange, GroupKey, ListDefinition, ListShape, ListState, PartState, Role, SetUpPort, SiteDefinition, SiteShape
} from '../../../src/application/set-up';
import type { ListName } from '../../../src/domain';

interface FakeList {
  title: string;
  settled: boolean;
  titleColumn: boolean;
  columns: Map<string, ColumnShape>;
  views: Map<string, { title: string; hasColumns: boolean }>;
  isolated: boolean;
  grants: Map<GrantChange['who'], Role[]>;
  rows: Map<string, number>;
  /** Parts that stand otherwise than empty. */
  parts: Map<string, PartState>;
  versioning: boolean;
  writeSecurity: number;
  outsiders: Map<string, Role[]>;
}

const PLAIN = { type: 'Text', target: null, required: false, indexed: false, unique: false, restrictDelete: false, choices: [] } as const;

/** A site in memory that counts writes and fails where it is told to. */
export class FakeSite implements SetUpPort {
  public readonly lists = new Map<ListName, FakeList>();
  public readonly groups: GroupKey[] = [];
  public readonly siteGrants = new Map<GroupKey, Role[]>();
  public version = 0;
  public allowed = true;
  /** What was written, in order. */
  public readonly writes: string[] = [];
  /** Number of the write that fails, counted from 1; 0 for none. */
  public failAt = 0;
  /** Whether the failing write was carried out although its answer was lost. */
  public loseAnswer = false;
  private nextId = 1;

  /** @param keyOf key of a row by its columns */
  public constructor(private readonly definition: SiteDefinition, private readonly keyOf: (list: ListName, row: object) => string) {}

  private write(what: string, change: () => void): void {
    const fails = this.writes.length + 1 === this.failAt;
    if (fails) this.failAt = 0;
    if (fails && !this.loseAnswer) throw new AppError('unavailable', { detail: what });
    this.writes.push(what);
    change();
    if (fails) throw new AppError('offline', { detail: what });
  }

  private find(name: ListName): FakeList {
    const list = this.lists.get(name);
    if (!list) throw new AppError('listMissing', { list: name });
    return list;
  }

  private schema(name: ListName): ListDefinition {
    const list = this.definition.lists.find(one => one.name === name);
    if (!list) throw new Error(name);
    return list;
  }

  public async readAccess(): ReturnType<SetUpPort['readAccess']> {
    return { allowed: this.allowed, owners: ['Planeación'] };
  }

  public async readGroups(): ReturnType<SetUpPort['readGroups']> {
    return { existing: [...this.groups], grants: this.siteGrants };
  }

  public async createGroup(group: GroupKey): Promise<void> {
    this.write(`group ${group}`, () => this.groups.push(group));
  }

  public async grantOnSite(group: GroupKey): Promise<void> {
    this.write(`site ${group}`, () => this.siteGrants.set(group, ['read']));
  }

  public async readVersion(): Promise<number> {
    return this.version;
  }

  public async writeVersion(version: number): Promise<void> {
    this.write(`version ${version}`, () => { this.version = version; });
  }

  public async readLists(): Promise<ReadonlySet<ListName>> {
    return new Set(this.lists.keys());
  }

  public async createList(name: ListName): Promise<void> {
    if (this.lists.has(name)) return;
    this.write(`list ${name}`, () => this.lists.set(name, {
      title: name, settled: false, titleColumn: false, columns: new Map(),
      views: new Map([['AllItems', { title: 'AllItems', hasColumns: false }]]),
      isolated: false, grants: new Map(), rows: new Map(), parts: new Map(), versioning: false, writeSecurity: 1, outsiders: new Map()
    }));
  }

  public async readList(name: ListName): Promise<ListState | null> {
    const list = this.lists.get(name);
    if (!list) return null;
    return {
      title: list.title, rowCount: list.rows.size, settled: list.settled, titleColumnSettled: list.titleColumn,
      columns: new Map(list.columns),
      views: new Map(list.views), isolated: list.isolated, grants: new Map(list.grants), parts: this.partsOf(name)
    };
  }

  public async settleList(name: ListName): Promise<void> {
    const list = this.find(name);
    this.write(`settle ${name}`, () => {
      list.settled = true;
      list.versioning = true;
      list.writeSecurity = this.schema(name).writeSecurity;
      if (list.title === name) list.title = this.schema(name).title;
    });
  }

  /** Columns come one by one: a failure leaves some of them. */
  public async createColumns(name: ListName, columns: readonly string[]): Promise<void> {
    const list = this.find(name);
    for (const column of columns) {
      const { title: _title, ...traits } = this.schema(name).columns.find(one => one.name === column) ?? { title: '', ...PLAIN };
      this.write(`column ${name}.${column}`, () => list.columns.set(column, { ...PLAIN, ...traits, title: column }));
    }
  }

  public async nameColumns(name: ListName, columns: readonly string[], titleColumn: boolean): Promise<void> {
    const list = this.find(name);
    for (const column of columns) {
      const wanted = this.schema(name).columns.find(one => one.name === column);
      this.write(`title ${name}.${column}`, () => list.columns.set(
        column, { ...PLAIN, ...list.columns.get(column), title: wanted ? wanted.title : column }
      ));
    }
    if (titleColumn) this.write(`title ${name}.Title`, () => { list.titleColumn = true; });
  }

  public async makeViews(name: ListName, views: readonly string[]): Promise<void> {
    const list = this.find(name);
    for (const view of views) {
      if (!list.views.has(view)) this.write(`view ${name}.${view}`, () => list.views.set(view, { title: view, hasColumns: false }));
      const wanted = this.schema(name).views.find(one => one.name === view);
      this.write(
        `view columns ${name}.${view}`, () => list.views.set(view, { title: list.views.get(view)?.title ?? view, hasColumns: true })
      );
      this.write(`view title ${name}.${view}`, () => list.views.set(view, { title: wanted ? wanted.title : view, hasColumns: true }));
    }
  }

  /** Of those whose column or view is there. */
  private partsOf(name: ListName): Map<string, PartState> {
    const list = this.find(name);
    const there = this.schema(name).parts.filter(part => (part.subject === 'column' ? list.columns.has(part.name)
      : part.subject !== 'view' || list.views.has(part.name)));
    return new Map(there.map(({ id }) => [id, list.parts.get(id) ?? 'empty']));
  }

  public async dress(name: ListName, parts: readonly string[]): Promise<void> {
    const list = this.find(name);
    const there = this.partsOf(name);
    for (const part of parts) if (there.has(part)) this.write(`part ${name}.${part}`, () => list.parts.set(part, 'current'));
  }

  public async mendColumns(name: ListName, mends: readonly ColumnMend[]): Promise<void> {
    const list = this.find(name);
    for (const mend of mends) {
      const column = list.columns.get(mend.name);
      const wanted = this.schema(name).columns.find(one => one.name === mend.name);
      if (!column || !wanted) throw new AppError('columnMissing', { list: name, column: mend.name });
      this.write(`mend ${name}.${mend.name} ${mend.trait}`, () => list.columns.set(mend.name, {
        ...column, [mend.trait]: wanted[mend.trait], indexed: column.indexed || wanted.indexed
      }));
    }
  }

  public async readSite(): Promise<SiteShape> {
    const shapes = [...this.lists].map(([name, list]): [ListName, ListShape] => [name, {
      title: list.title, rowCount: list.rows.size, versioning: list.versioning, readSecurity: 1, writeSecurity: list.writeSecurity,
      columns: new Map([...list.columns, ['Title', { ...PLAIN, title: list.titleColumn ? this.schema(name).titleColumn.title : 'Título' }]]),
      views: list.views, isolated: list.isolated, grants: list.grants, outsiders: list.outsiders, parts: this.partsOf(name)
    }]);
    return { version: this.version, groups: this.groups, grants: this.siteGrants, lists: new Map(shapes) };
  }

  public async isolate(name: ListName): Promise<void> {
    const list = this.find(name);
    this.write(`isolate ${name}`, () => {
      list.isolated = true;
      list.grants = new Map([['me', ['fullControl']]]);
    });
  }

  public async changeGrants(name: ListName, changes: readonly GrantChange[]): Promise<void> {
    const list = this.find(name);
    for (const { who, role, action } of changes) {
      const held = (list.grants.get(who) || []).filter(one => one !== role);
      this.write(`${action} ${name} ${who} ${role}`, () => list.grants.set(who, action === 'grant' ? [...held, role] : held));
    }
  }

  public async readKeys(name: ListName): Promise<ReadonlyMap<string, number>> {
    return new Map(this.find(name).rows);
  }

  public async addRows(name: ListName, rows: readonly object[]): Promise<void> {
    const list = this.find(name);
    for (const row of rows) {
      const key = this.keyOf(name, row);
      if (list.rows.has(key)) continue;
      this.write(`row ${name} ${key}`, () => list.rows.set(key, this.nextId++));
    }
  }
}
