import { checkInFindings } from './check-in-findings';
import { type Finding, type FindingSeverity, type QualityInput, RowIndex } from './finding';
import { formFindings } from './form-findings';
import { planFindings } from './plan-findings';
import { problemFindings } from './problem-findings';

export * from './finding';
export * from './link-findings';
export { separated } from './plan-findings';
export { nearestChoice, numberWithin } from './suggestions';

export const FINDING_SEVERITIES: readonly FindingSeverity[] = ['changesFigures', 'confuses', 'form'];

/**
 * Everything in the plan's rows that somebody should look at, what changes figures first. Pure; without `facts` only what the parsed plan
 * itself tells.
 */
export function findings(input: QualityInput): Finding[] {
  const rows = new RowIndex(input.facts === null ? [] : input.facts.rows);
  const found = new Map<string, Finding>();
  for (const one of [...problemFindings(input, rows), ...checkInFindings(input, rows), ...planFindings(input, rows), ...formFindings(input, rows)]) {
    if (!found.has(one.id)) found.set(one.id, one);
  }
  const all = Array.from(found.values());
  return FINDING_SEVERITIES.flatMap(severity => all.filter(one => one.severity === severity));
}
