import type { CheckIn, Process } from '../model';
import { cellText, type Finding, type FindingRow, IN_THE_ROW, type PlanRowFacts } from './finding';

/** A link and the rows that give it. */
export interface CheckedLink {
  readonly url: string;
  readonly kind: 'evidence' | 'operativePlan';
  readonly rows: readonly FindingRow[];
}

interface LinkSources {
  readonly processes: readonly Process[];
  readonly checkIns: readonly CheckIn[];
  readonly facts: PlanRowFacts | null;
}

/** Links of the reports that are known (those of the open quarters and the most recent ones) and of the processes, each once. */
export function linksToCheck({ processes, checkIns, facts }: LinkSources): CheckedLink[] {
  const found = new Map<string, CheckedLink>();
  const add = (url: string, kind: CheckedLink['kind'], row: FindingRow): void => {
    const known = found.get(url);
    if (known && known.rows.some(one => one.list === row.list && one.id === row.id)) return;
    found.set(url, { url, kind: known ? known.kind : kind, rows: known ? [...known.rows, row] : [row] });
  };
  for (const { id, code, operativePlanUrl } of processes) {
    if (operativePlanUrl !== '') add(operativePlanUrl, 'operativePlan', { list: 'Processes', id, name: code });
  }
  for (const { id, keyResult, process, quarter, evidence } of checkIns) {
    evidence.forEach(({ url }) => add(url, 'evidence', { list: 'CheckIns', id, name: `${keyResult} · ${process || ''} · ${quarter}` }));
  }
  for (const row of facts === null ? [] : facts.rows) {
    if (row.list !== 'CheckIns') continue;
    const name = cellText(row, 'Title') || `#${row.id}`;
    for (const line of cellText(row, 'Evidence').split(/\r\n|\r|\n/)) {
      const url = line.split('|')[0].trim();
      if (url !== '') add(url, 'evidence', { list: 'CheckIns', id: row.id, name });
    }
  }
  return Array.from(found.values());
}

/** @param gone addresses that lead nowhere any more */
export function linkFindings(links: readonly CheckedLink[], gone: ReadonlySet<string>): Finding[] {
  return links.filter(({ url }) => gone.has(url)).map(({ url, kind, rows }) => ({
    id: `${kind}Gone:${url}`, kind: kind === 'evidence' ? 'evidenceGone' : 'operativePlanGone', severity: 'confuses', effect: 'linkFails', rows,
    column: kind === 'evidence' ? 'Evidence' : 'OperativePlanUrl', found: url,
    remedy: kind === 'evidence' ? IN_THE_ROW : { kind: 'part', part: 'sitio' }
  }));
}
