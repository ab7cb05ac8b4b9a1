import type { IndicatorSeed, PlanSeed, SiteDefinition } from '../../application/set-up';
import { listSchemas, SCHEMA_VERSION } from '../schema';
import { groups } from '../schema/groups';
import { seedRows } from './seed-rows';

/** What a site is set up with, by the schema and the plan's data. */
export function siteDefinition(seed: PlanSeed, indicators: readonly IndicatorSeed[]): SiteDefinition {
  return {
    version: SCHEMA_VERSION,
    groups,
    lists: listSchemas.map(({ name, title, columns, views, access }) => ({
      name,
      title,
      columns: Object.keys(columns).map(column => ({ name: column, title: columns[column].title })),
      views,
      access
    })),
    rows: seedRows(seed, indicators)
  };
}
