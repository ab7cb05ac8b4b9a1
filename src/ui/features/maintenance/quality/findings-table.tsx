import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { Workspace } from '../../../../application/workspace';
import { FINDING_SEVERITIES } from '../../../../domain';
import type { Finding, FindingSeverity, ListName } from '../../../../domain';
import { Button } from '../../../components/button/button';
import { Chip } from '../../../components/chip/chip';
import { ScrollRegion } from '../../../components/scroll-region/scroll-region';
import { Select } from '../../../components/select/select';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { plural } from '../../../formatting';
import { listTitle } from '../../../formatting/list-titles';
import base from '../../../theme/base.module.scss';
import { grouped, listsOf, NO_FILTERS } from './finding-filters';
import type { FindingFilters, FindingGroup, FindingOrder } from './finding-filters';
import { FindingRow } from './finding-row';
import { findingTitle, SEVERITY_WORDS } from './finding-texts';
import styles from './quality.module.scss';

/** Findings shown before somebody asks for more; a hundred at each step. */
const FIRST = 12;
const STEP = 100;

export interface FindingsTableProps {
  readonly all: readonly Finding[];
  readonly workspace: Workspace;
  /** Id of what is being mended. */
  readonly busy: string | null;
  readonly onMend: (finding: Finding) => void;
  readonly onCompare: (finding: Finding) => void;
  readonly onWriteHistory: (finding: Finding) => void;
}

const Filters: React.FC<{ all: readonly Finding[]; filters: FindingFilters; onChange: (patch: Partial<FindingFilters>) => void }> = (
  { all, filters, onChange }
) => (
  <div className={styles.filters} role="group" aria-label={texts.Quality_Filters}>
    {FINDING_SEVERITIES.map((severity) => {
      const count = all.filter((one) => one.severity === severity).length;
      return count === 0 ? null : (
        <Chip
          key={severity}
          pressed={filters.severity === severity}
          onToggle={() => onChange({ severity: filters.severity === severity ? null : severity })}
          count={count}
        >
          {SEVERITY_WORDS[severity]}
        </Chip>
      );
    })}
    <Select
      className={styles.select}
      aria-label={texts.Quality_List}
      value={filters.list ?? ''}
      onChange={(event) => onChange({ list: (event.target.value || null) as ListName | null })}
    >
      <option value="">{texts.Quality_AllLists}</option>
      {listsOf(all).map((list) => <option key={list} value={list}>{listTitle(list)}</option>)}
    </Select>
    <Select
      className={styles.select}
      aria-label={texts.Quality_Order}
      value={filters.order}
      onChange={(event) => onChange({ order: event.target.value as FindingOrder })}
    >
      <option value="severity">{texts.Quality_BySeverity}</option>
      <option value="list">{texts.Quality_ByList}</option>
      <option value="kind">{texts.Quality_ByKind}</option>
    </Select>
  </div>
);

function groupTitle({ key, findings }: FindingGroup, order: FindingOrder): string {
  if (order === 'severity') return SEVERITY_WORDS[key as FindingSeverity];
  return order === 'list' ? listTitle(key) : findingTitle(findings[0]);
}

/** The first findings of the groups, as many as are to be shown. */
function firstOf(groups: readonly FindingGroup[], most: number): FindingGroup[] {
  let left = most;
  return groups.flatMap((group) => {
    const findings = group.findings.slice(0, left);
    left -= findings.length;
    return findings.length === 0 ? [] : [{ ...group, findings }];
  });
}

/** All findings, filtered and grouped as somebody wants them. */
export const FindingsTable: React.FC<FindingsTableProps> = ({ all, workspace, busy, onMend, onCompare, onWriteHistory }) => {
  const [chosen, setFilters] = React.useState(NO_FILTERS);
  const [most, setMost] = React.useState(FIRST);
  // What was filtered by may have been mended away meanwhile.
  const filters: FindingFilters = {
    ...chosen,
    severity: all.some(({ severity }) => severity === chosen.severity) ? chosen.severity : null,
    list: chosen.list !== null && listsOf(all).indexOf(chosen.list) >= 0 ? chosen.list : null
  };
  const groups = grouped(all, filters);
  const total = groups.reduce((sum, { findings }) => sum + findings.length, 0);
  const withHeads = filters.order !== 'severity' && groups.length > 1;
  return (
    <>
      <Filters all={all} filters={filters} onChange={(patch) => { setFilters({ ...filters, ...patch }); setMost(FIRST); }} />
      <ScrollRegion label={texts.Quality_Table}>
        <table className={`${base.table} ${styles.table}`}>
          <thead>
            <tr>
              <th scope="col">{texts.Quality_Problem}</th>
              <th scope="col">{texts.Quality_Effect}</th>
              <th scope="col">{texts.Quality_NowMended}</th>
              <th scope="col"><VisuallyHidden>{texts.Quality_Actions}</VisuallyHidden></th>
            </tr>
          </thead>
          {firstOf(groups, most).map((group) => (
            <tbody key={group.key}>
              {withHeads && (
                <tr className={styles.groupHead}>
                  <th scope="rowgroup" colSpan={4}>
                    {groupTitle(group, filters.order)} <span className={base.quiet}>{plural(texts.Quality_Count, group.findings.length)}</span>
                  </th>
                </tr>
              )}
              {group.findings.map((finding) => (
                <FindingRow
                  key={finding.id}
                  finding={finding}
                  workspace={workspace}
                  busy={busy === finding.id}
                  blocked={busy !== null}
                  onMend={onMend}
                  onCompare={onCompare}
                  onWriteHistory={onWriteHistory}
                />
              ))}
            </tbody>
          ))}
        </table>
      </ScrollRegion>
      {total > most && (
        <p className={styles.more}>
          <Button kind="subtle" onClick={() => setMost(most + STEP)}>{plural(texts.Quality_ShowMore, Math.min(STEP, total - most))}</Button>
        </p>
      )}
    </>
  );
};
