import type { Finding, FindingSeverity, ListName } from '../../../../domain';
import { FINDING_SEVERITIES, groupBy } from '../../../../domain';

export type FindingOrder = 'severity' | 'list' | 'kind';

export interface FindingFilters {
  readonly severity: FindingSeverity | null;
  readonly list: ListName | null;
  readonly order: FindingOrder;
}

export const NO_FILTERS: FindingFilters = { severity: null, list: null, order: 'severity' };

export interface FindingGroup {
  /** Severity, list or kind, by the order. */
  readonly key: string;
  readonly findings: readonly Finding[];
}

/** Lists that have findings, in the order in which these come. */
export function listsOf(all: readonly Finding[]): ListName[] {
  return Array.from(new Set(all.map(({ rows }) => rows[0].list)));
}

/** What the filters leave, in groups; within a group what matters most comes first. */
export function grouped(all: readonly Finding[], { severity, list, order }: FindingFilters): FindingGroup[] {
  const left = all.filter((one) => (severity === null || one.severity === severity) && (list === null || one.rows[0].list === list));
  const keyOf = (one: Finding): string => (order === 'severity' ? one.severity : order === 'list' ? one.rows[0].list : one.kind);
  const rank = (findings: readonly Finding[]): number => FINDING_SEVERITIES.indexOf(findings[0].severity);
  return Array.from(groupBy(left, keyOf))
    .map(([key, findings]) => ({ key, findings }))
    .sort((a, b) => rank(a.findings) - rank(b.findings));
}
