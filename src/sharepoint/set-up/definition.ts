import type { ColumnDefinition, IndicatorSeed, PlanSeed, SiteDefinition } from '../../application/set-up';
import { listSchemas, PARTS_SINCE, SCHEMA_VERSION } from '../schema';
import { type Column, isIndexed, isLookup } from '../schema/columns';
import { TYPE_NAMES } from '../schema/field-xml';
import { groups } from '../schema/groups';
import type { TitleColumn } from '../schema/list-schema';
import { partsOf } from '../schema/parts';
import { seedRows } from './seed-rows';

/** What a site is set up with, by the schema and the plan's data. */
export function siteDefinition(seed: PlanSeed, indicators: readonly IndicatorSeed[]): SiteDefinition {
  return {
    version: SCHEMA_VERSION,
    partsSince: PARTS_SINCE,
    groups,
    lists: listSchemas.map(list => ({
      name: list.name,
      title: list.title,
      columns: Object.entries(list.columns).map(([name, column]) => columnDefinition(name, column)),
      titleColumn: titleDefinition(list.titleColumn),
      views: list.views,
      parts: partsOf(list).map(({ id, kind, subject, name }) => ({ id, kind, subject, name })),
      writeSecurity: list.writeSecurity,
      access: list.access
    })),
    rows: seedRows(seed, indicators)
  };
}

function columnDefinition(name: string, column: Column): ColumnDefinition {
  return {
    name,
    title: column.title,
    type: TYPE_NAMES[column.type],
    target: isLookup(column) ? column.list : null,
    required: column.required === true,
    indexed: isIndexed(column),
    unique: column.unique === true,
    restrictDelete: column.type === 'Lookup' && column.restrictDelete === true,
    choices: column.type === 'Choice' || column.type === 'MultiChoice' ? column.choices : []
  };
}

function titleDefinition({ title, required, unique, indexed }: TitleColumn): ColumnDefinition {
  return {
    name: 'Title', title, type: 'Text', target: null, required, indexed: unique === true || indexed === true, unique: unique === true,
    restrictDelete: false, choices: []
  };
}
