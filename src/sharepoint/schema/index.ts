import type { ListName } from '../../domain/problems';
import type { ListSchema, RestNames, WrittenRow } from './list-schema';
import { checkIns } from './lists/check-ins';
import { cutoffs } from './lists/cutoffs';
import { decisions } from './lists/decisions';
import { indicatorYears } from './lists/indicator-years';
import { indicators } from './lists/indicators';
import { keyResults } from './lists/key-results';
import { plans } from './lists/plans';
import { processes } from './lists/processes';
import { programmedTargets } from './lists/programmed-targets';
import { quarters } from './lists/quarters';
import { reviews } from './lists/reviews';
import { strategicObjectives } from './lists/strategic-objectives';
import { tacticalObjectives } from './lists/tactical-objectives';
import { targetChanges } from './lists/target-changes';

/** The site's lists, each after those it points to: the order in which they can be created. */
const schemas = {
  Plans: plans,
  Processes: processes,
  StrategicObjectives: strategicObjectives,
  TacticalObjectives: tacticalObjectives,
  Indicators: indicators,
  IndicatorYears: indicatorYears,
  KeyResults: keyResults,
  Quarters: quarters,
  CheckIns: checkIns,
  Reviews: reviews,
  Cutoffs: cutoffs,
  TargetChanges: targetChanges,
  ProgrammedTargets: programmedTargets,
  Decisions: decisions
};

type Schemas = typeof schemas;

/** Schema of a list by its name. */
export function schemaOf<L extends ListName>(list: L): ListSchema & Schemas[L] {
  return schemas[list];
}

export const listSchemas: readonly ListSchema[] = Object.values(schemas);
export const listNames = Object.keys(schemas) as readonly ListName[];

/** Version of all the lists together; rises with every change that an existing site must take over. */
export const SCHEMA_VERSION = 3;
/** The version that brought formatting, totals, forms and formulas (`parts.ts`). */
export const PARTS_SINCE = 2;

/** A row of a list as it is written over REST. */
export type RowToWrite<L extends ListName> = WrittenRow<Schemas[L]>;
/** Internal names of a list's own columns. */
export type ColumnName<L extends ListName> = keyof Schemas[L]['columns'] & string;
/** Names of a list's own columns in REST: `TacticalObjectiveId` for the lookup TacticalObjective. */
export type RestColumnName<L extends ListName> = RestNames<Schemas[L]>;
