/** The rules of the field. Pure: no React, no SharePoint, no clock of its own. */
export * from './model';
export * from './problems';
export * from './accumulate';
export { type Weighted, add, subtract, weightedMean } from './arithmetic';
export * from './attention';
export * from './check-in';
export * from './cutoff';
export * from './days';
export * from './decision';
export * from './due';
export * from './expected';
export * from './frozen';
export { groupBy, groupByEach } from './grouping';
export * from './heat-map';
export * from './indicator';
export * from './light';
export * from './links';
export * from './numbers';
export * from './progress';
export * from './quality';
export * from './projection';
export {
  type PlanSpan, type QuarterStatus, compareQuarters, guessOpenQuarters, isQuarterCode, lastDueQuarter, nextQuarter, pastQuarters, previousQuarter,
  quarterBounds, quarterOf, quarterStatus, quarterYear, reportingQuarter, sortQuarters, supersedingPlan
} from './quarters';
export * from './rollup';
export * from './status';
export * from './targets';
export * from './trails';
