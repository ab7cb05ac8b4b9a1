import type { ColumnName, RestColumnName } from '../schema';
import type { ListName } from '../../domain';

/** What every list item has, by REST name. */
export type SystemField = 'Id' | 'Title' | 'Author' | 'Editor' | 'Created' | 'Modified' | 'OData__UIVersionString' | 'odata.etag';

/** A row as REST gives it: nothing about its values can be relied on. */
export type Row<L extends ListName> = { readonly [K in RestColumnName<L> | ColumnName<L> | SystemField]?: unknown };

/** What `$select` takes for a list: its columns, ids of lookups and people, and parts of what is expanded. */
export type Selectable<L extends ListName> =
  | RestColumnName<L> | 'Id' | 'Title' | 'Created' | 'Modified' | 'OData__UIVersionString'
  | `${ColumnName<L> | 'Author' | 'Editor'}/${'Id' | 'Name' | 'Title' | 'EMail' | 'Code'}`;
