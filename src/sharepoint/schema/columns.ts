import type { ListName } from '../../domain/problems';

/**
 * A column as the schema describes it. Titles and descriptions are what people read, in Spanish; the internal name is the key under which
 * the column stands in its list.
 */
interface ColumnBase {
  readonly title: string;
  readonly description: string;
  /** Asked for in SharePoint's own forms. REST does not enforce it, so readers never rely on it. */
  readonly required?: true;
  /** For single-value columns that queries filter on; at most 20 a list. */
  readonly indexed?: true;
  /** Implies an index. */
  readonly unique?: true;
}

export interface TextColumn extends ColumnBase {
  readonly type: 'Text';
  /** Characters, at most 255. */
  readonly maxLength: number;
}

/** Plain text of several lines. */
export interface NoteColumn extends ColumnBase {
  readonly type: 'Note';
  /** Height of the field in the form. */
  readonly lines: number;
}

export interface NumberColumn extends ColumnBase {
  readonly type: 'Number';
  readonly min?: number;
  readonly max?: number;
  /** Digits after the decimal mark, 0…5; as many as there are when absent. */
  readonly decimals?: number;
  readonly default?: number;
  /** What the column itself refuses: the comparison its value must meet, whole numbers only, and what is told otherwise. Nothing counts as 0. */
  readonly allowed?: { readonly comparison: string; readonly message: string };
}

export interface DateColumn extends ColumnBase {
  readonly type: 'Date';
}

export interface MomentColumn extends ColumnBase {
  readonly type: 'Moment';
}

export interface BooleanColumn extends ColumnBase {
  readonly type: 'Boolean';
  readonly default: boolean;
}

export interface ChoiceColumn extends ColumnBase {
  readonly type: 'Choice';
  readonly choices: readonly string[];
  readonly default?: string;
}

export interface MultiChoiceColumn extends ColumnBase {
  readonly type: 'MultiChoice';
  readonly choices: readonly string[];
  /** Whether people may write values of their own. */
  readonly fillIn: boolean;
}

export interface LookupColumn extends ColumnBase {
  readonly type: 'Lookup';
  /** List it points to; its own list for a lookup within the list. */
  readonly list: ListName;
  /** Internal name of the column shown. */
  readonly show: string;
  /** The row pointed to cannot be deleted while this one points to it. Needs an index. */
  readonly restrictDelete?: true;
}

/** Cannot be indexed nor restrict deletion. */
export interface MultiLookupColumn extends ColumnBase {
  readonly type: 'MultiLookup';
  readonly list: ListName;
  readonly show: string;
}

export interface PersonColumn extends ColumnBase {
  readonly type: 'Person';
}

export interface PeopleColumn extends ColumnBase {
  readonly type: 'People';
}

export interface LinkColumn extends ColumnBase {
  readonly type: 'Link';
}

export type Column =
  | TextColumn | NoteColumn | NumberColumn | DateColumn | MomentColumn | BooleanColumn | ChoiceColumn | MultiChoiceColumn | LookupColumn
  | MultiLookupColumn | PersonColumn | PeopleColumn | LinkColumn;

/** What REST takes for a column when a row is written. */
export type WrittenValue<C extends Column> =
  C extends TextColumn | NoteColumn | ChoiceColumn ? string | null
    : C extends NumberColumn | LookupColumn | PersonColumn ? number | null
      : C extends BooleanColumn ? boolean
        : C extends DateColumn | MomentColumn ? string | null
          : C extends MultiChoiceColumn ? readonly string[]
            : C extends MultiLookupColumn | PeopleColumn ? readonly number[]
              : { readonly Url: string; readonly Description: string } | null;

/** Columns that REST names with `Id` at the end, since they hold ids of rows or people. */
export type ReferenceColumn = LookupColumn | MultiLookupColumn | PersonColumn | PeopleColumn;

export function isReference(column: Column): column is ReferenceColumn {
  return column.type === 'Lookup' || column.type === 'MultiLookup' || column.type === 'Person' || column.type === 'People';
}

export function isLookup(column: Column): column is LookupColumn | MultiLookupColumn {
  return column.type === 'Lookup' || column.type === 'MultiLookup';
}

/** True where SharePoint keeps an index: asked for, or needed by uniqueness or restricted deletion. */
export function isIndexed(column: Column): boolean {
  return column.indexed === true || column.unique === true || (column.type === 'Lookup' && column.restrictDelete === true);
}
