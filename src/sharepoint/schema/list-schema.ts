import type { GroupKey, Role } from '../../application/set-up/definition';
import type { ListName } from '../../domain/problems';
import type { Column, ReferenceColumn, WrittenValue } from './columns';
import type { ColumnFormat, FormFormat, ViewFormat } from './formatting/elements';

/** Columns that SharePoint makes in every list, by internal name. */
export type BuiltInColumn = 'ID' | 'Title' | 'Author' | 'Created' | 'Editor' | 'Modified';

/** A row's condition in a view. */
export type Condition<F extends string> =
  | { readonly isEmpty: F }
  | { readonly isNotEmpty: F }
  | { readonly equals: F; readonly value: string; readonly type: 'Text' | 'Choice' | 'Lookup' | 'LookupMulti' }
  | { readonly isTrue: F; readonly value: boolean }
  /** Written by, or about, whoever looks at the view. */
  | { readonly isMe: F };

/** A view of a list. `name` is the last part of its address, fixed; the title may be changed by planners. */
export interface ViewSchema<F extends string = string> {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly F[];
  readonly where?: Condition<F>;
  readonly groupBy?: F;
  readonly orderBy?: readonly { readonly column: F; readonly descending?: true }[];
  /** Totals below each group and the list. Number columns sum and average; any column counts. */
  readonly totals?: readonly { readonly column: F; readonly of: 'COUNT' | 'SUM' | 'AVG' }[];
  readonly look?: ViewFormat;
}

/** What a list itself refuses. Names in brackets are internal; no function, separator or decimal, which depend on the site's language. */
export interface Rule {
  /** `[EndDate]>=[StartDate]` */
  readonly formula: string;
  /** Told to whoever is refused, in Spanish. */
  readonly message: string;
}

export interface TitleColumn {
  readonly title: string;
  readonly description: string;
  readonly unique?: true;
  readonly indexed?: true;
  readonly required: boolean;
}

export interface ListSchema<
  N extends ListName = ListName,
  C extends { readonly [name: string]: Column } = { readonly [name: string]: Column },
  F extends string = string
> {
  /** Last part of the list's address, `Lists/<name>`: fixed. */
  readonly name: N;
  readonly title: string;
  readonly description: string;
  /** What SharePoint's own Title column holds here. */
  readonly titleColumn: TitleColumn;
  readonly columns: C;
  /** The first is the default view (`AllItems.aspx`). */
  readonly views: readonly ViewSchema<F>[];
  /** How columns look, by internal name. */
  readonly looks?: Readonly<Partial<Record<F, ColumnFormat>>>;
  /** Sections and head of the form, where there are many columns. */
  readonly form?: FormFormat;
  /** Of the list as a whole. CheckIns has none: its one formula is the closing's (§3.4). */
  readonly rule?: Rule;
  /** 1: everybody with the role changes any row; 2: only their own. */
  readonly writeSecurity: 1 | 2;
  /** What each group may do with the list's rows. */
  readonly access: Readonly<Record<GroupKey, Role>>;
}

/** Planners design, the others read. */
export const READ_BY_ALL: Readonly<Record<GroupKey, Role>> = { planning: 'design', processes: 'read', management: 'read' };

/** Keeps the schema's literal types, so that a misspelt column does not compile. */
export function defineList<N extends ListName, const C extends { readonly [name: string]: Column }>(
  schema: { readonly name: N } & Omit<ListSchema<N, C, (keyof C & string) | BuiltInColumn>, 'name'>
): ListSchema<N, C, (keyof C & string) | BuiltInColumn> {
  return schema;
}

/** Name a column has in REST when it is written or its ids are read. */
export type RestName<K extends string, C extends Column> = C extends ReferenceColumn ? `${K}Id` : K;

/** Names of a list's own columns as REST reads and writes them. */
export type RestNames<S extends ListSchema> = {
  [K in keyof S['columns'] & string]: RestName<K, S['columns'][K]>
}[keyof S['columns'] & string];

/** A row as it is written: every column by its REST name, with the type the column takes. */
export type WrittenRow<S extends ListSchema> =
  { readonly Title?: string }
  & { readonly [K in keyof S['columns'] & string as RestName<K, S['columns'][K]>]?: WrittenValue<S['columns'][K]> };
