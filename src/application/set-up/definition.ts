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

export interface ListDefinition extends Named {
  readonly name: ListName;
  readonly columns: readonly Named[];
  /** The first is the default view, which comes with the list. */
  readonly views: readonly Named[];
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
  readonly groups: readonly { readonly key: GroupKey; readonly title: string }[];
  /** Each after those it points to. */
  readonly lists: readonly ListDefinition[];
  /** In the order in which rows point to each other. */
  readonly rows: readonly RowSource[];
}
