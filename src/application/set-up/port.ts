import type { ListName } from '../../domain';
import type { ColumnTraits, GroupKey, PartState, Role } from './definition';

/** What a site's owners are asked about. */
export interface SiteAccess {
  /** Full Control. */
  readonly allowed: boolean;
  /** Names of those who may set the site up; empty where they cannot be read. */
  readonly owners: readonly string[];
}

/** Who holds what on the site or on a list: roles by principal. */
export type Grants = ReadonlyMap<GroupKey | 'owners' | 'me', readonly Role[]>;

export interface ColumnState {
  readonly title: string;
}

export interface ViewState {
  /** Its name, where nobody has given it a title yet. */
  readonly title: string;
  /** Whether it shows any of the list's own columns. */
  readonly hasColumns: boolean;
}

export interface GrantChange {
  readonly who: GroupKey | 'owners' | 'me';
  readonly role: Role;
  readonly action: 'grant' | 'revoke';
}

/** A list as it stands. */
export interface ListState {
  readonly title: string;
  readonly rowCount: number;
  /** Whether its fixed settings (versions, who changes whose rows) are as they must be. */
  readonly settled: boolean;
  /** Whether the built-in Title column has been given its own title and rules. */
  readonly titleColumnSettled: boolean;
  /** By internal name. */
  readonly columns: ReadonlyMap<string, ColumnState>;
  /** By the last part of their address. */
  readonly views: ReadonlyMap<string, ViewState>;
  /** Whether it has permissions of its own. */
  readonly isolated: boolean;
  readonly grants: Grants;
  /** How what it wears stands, by the part's id; nothing of parts whose column or view is not there. */
  readonly parts: ReadonlyMap<string, PartState>;
}

/** A column as it stands, the built-in Title column among them. */
export interface ColumnShape extends ColumnState, ColumnTraits {}

/** A list as it stands, with all that the drift report judges. */
export interface ListShape extends Omit<ListState, 'settled' | 'titleColumnSettled' | 'columns'> {
  readonly versioning: boolean;
  readonly readSecurity: number;
  readonly writeSecurity: number;
  readonly columns: ReadonlyMap<string, ColumnShape>;
  /** Roles of people and groups that are neither ours nor the site's owners, by name. */
  readonly outsiders: ReadonlyMap<string, readonly Role[]>;
}

/** A site as it stands. */
export interface SiteShape {
  readonly version: number;
  readonly groups: readonly GroupKey[];
  /** Who holds what on the site. */
  readonly grants: Grants;
  readonly lists: ReadonlyMap<ListName, ListShape>;
}

/** What a column is to be again. */
export interface ColumnMend {
  readonly name: string;
  readonly trait: 'required' | 'indexed' | 'unique' | 'restrictDelete' | 'choices';
}

/**
 * What the set-up needs of a site. Every method may be called again after a failure anywhere; each rejects with an `AppError`. A creation
 * that finds its object there already (an earlier answer was lost) succeeds.
 */
export interface SetUpPort {
  readAccess(): Promise<SiteAccess>;
  /** Groups that exist, and what they hold on the site. */
  readGroups(): Promise<{ readonly existing: readonly GroupKey[]; readonly grants: Grants }>;
  createGroup(group: GroupKey): Promise<void>;
  /** Lets a group read the site itself: Limited Access alone has broken personal apps. */
  grantOnSite(group: GroupKey): Promise<void>;

  /** Version the site was last set up with to the end; 0 before that. */
  readVersion(): Promise<number>;
  writeVersion(version: number): Promise<void>;

  /** Which of the lists exist. */
  readLists(): Promise<ReadonlySet<ListName>>;
  /** Makes the list under its fixed name. */
  createList(list: ListName): Promise<void>;
  /** @returns `null` where there is no such list */
  readList(list: ListName): Promise<ListState | null>;
  /** Fixed settings; and title and description, where the list still goes by its fixed name. */
  settleList(list: ListName): Promise<void>;
  /** Makes columns whose title is their internal name still. */
  createColumns(list: ListName, columns: readonly string[]): Promise<void>;
  /** Gives columns their titles, and the built-in Title column its own when `titleColumn`. */
  nameColumns(list: ListName, columns: readonly string[], titleColumn: boolean): Promise<void>;
  /** Makes those of the views that are not there, and gives each its columns and, last, its title, which tells that it is whole. */
  makeViews(list: ListName, views: readonly string[]): Promise<void>;
  /** Puts parts on as the schema has them; those whose column or view is not there are passed over. */
  dress(list: ListName, parts: readonly string[]): Promise<void>;
  /** Gives columns back what the schema asks of them; choices are added to those that are there. */
  mendColumns(list: ListName, mends: readonly ColumnMend[]): Promise<void>;
  /** Everything the drift report judges, in one round trip. */
  readSite(): Promise<SiteShape>;
  /** Stops the list from inheriting the site's permissions, without copying them. */
  isolate(list: ListName): Promise<void>;
  /** Carries out changes of who may do what, in their order. */
  changeGrants(list: ListName, changes: readonly GrantChange[]): Promise<void>;

  /** Ids of the list's rows by key. */
  readKeys(list: ListName): Promise<ReadonlyMap<string, number>>;
  /** Adds rows; those whose key is there already are left as they are. */
  addRows(list: ListName, rows: readonly object[]): Promise<void>;
}
