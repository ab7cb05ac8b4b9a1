import type { ListName } from '../../domain';

/** Groups that the set-up makes, by what their people do. */
export type GroupKey = 'planning' | 'processes' | 'management';
/** Roles by SharePoint's role type, since their names are translated. */
export type Role = 'read' | 'contribute' | 'design' | 'fullControl';

/** A column or a view: `name` is fixed, `title` is what it is called at first; planners may change that. */
export interface Named {
  readonly name: string;
  readonly title: string;
}

/** What a column must be for the rest to work; also what is found of one in a site. */
export interface ColumnTraits {
  /** SharePoint's type name, `Number`. */
  readonly type: string;
  /** List that a lookup points to; `null` for other columns, and for lists that are not ours. */
  readonly target: ListName | null;
  readonly required: boolean;
  readonly indexed: boolean;
  readonly unique: boolean;
  /** Rows pointed to cannot be deleted. */
  readonly restrictDelete: boolean;
  /** Values of a choice; more than the schema's may be there. */
  readonly choices: readonly string[];
}

export interface ColumnDefinition extends Named, ColumnTraits {}

/**
 * Something a list wears: how a column, a view or the form looks, what a view shows and totals, or what a formula refuses. It is put on
 * where there is none yet and replaced where it is what a former version delivered; anything else is somebody's own and stays.
 */
export interface PartDefinition {
  /** `column:Light`, `view:ByQuarter`, `look:ByQuarter`, `totals:ByQuarter`, `form`, `formula:Weight`, `rule`. */
  readonly id: string;
  readonly kind: 'look' | 'view' | 'formula';
  readonly subject: 'column' | 'view' | 'form' | 'list';
  /** Of the column or view; '' for the form and the list. */
  readonly name: string;
}

/** How a part stands: as delivered, absent, as a former version delivered it, or somebody's own. */
export type PartState = 'current' | 'empty' | 'former' | 'changed';

export interface ListDefinition extends Named {
  readonly name: ListName;
  readonly columns: readonly ColumnDefinition[];
  /** What the built-in Title column must be. */
  readonly titleColumn: ColumnDefinition;
  /** The first is the default view, which comes with the list. */
  readonly views: readonly Named[];
  readonly parts: readonly PartDefinition[];
  /** SharePoint's number: 1, everybody with the role changes any row; 2, only their own. */
  readonly writeSecurity: 1 | 2;
  readonly access: Readonly<Record<GroupKey, Role>>;
}

/** Ids of rows by list and key. */
export type RowIds = ReadonlyMap<ListName, ReadonlyMap<string, number>>;

/** A row to begin with. `columns` is `null` while it waits for a row it points to. */
export interface SeedRow {
  readonly key: string;
  readonly columns: object | null;
}

/** Rows that a list begins with. */
export interface RowSource {
  readonly list: ListName;
  /** @param ids of the rows that are there already */
  rows(ids: RowIds): readonly SeedRow[];
}

/** All that a site is set up with. */
export interface SiteDefinition {
  /** Rises when an existing site must take something over. */
  readonly version: number;
  /** Version that first delivered parts: later ones find an absent part taken off on purpose. */
  readonly partsSince: number;
  readonly groups: readonly { readonly key: GroupKey; readonly title: string }[];
  /** Each after those it points to. */
  readonly lists: readonly ListDefinition[];
  /** In the order in which rows point to each other. */
  readonly rows: readonly RowSource[];
}
