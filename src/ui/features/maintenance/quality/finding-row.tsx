import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import * as strings from 'SigaciStrings';
import type { Workspace } from '../../../../application/workspace';
import type { Finding, FindingRow as Row, QualityPart, Remedy, RowChange } from '../../../../domain';
import { Button, buttonClass } from '../../../components/button/button';
import { Light } from '../../../components/light/light';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { plural } from '../../../formatting';
import { RouteLink, useRouter } from '../../../routing';
import { useServices } from '../../../services';
import base from '../../../theme/base.module.scss';
import { changeWords, findingEffect, findingTitle, rowWords, SEVERITY_LIGHTS, SEVERITY_WORDS } from './finding-texts';
import styles from './quality.module.scss';

/** Rows named at once; the others open on demand. */
const NAMED = 2;

const PARTS: Readonly<Record<QualityPart, string>> = {
  metas: texts.Quality_GoTargets, responsables: texts.Quality_GoResponsibles, sitio: texts.Quality_GoSite, trimestres: texts.Quality_GoQuarters
};

/** How what is not mended here with one press is mended. */
const BY: Readonly<Record<Exclude<Remedy['kind'], 'mend'>, string>> = {
  compare: texts.Quality_ByChoosing, part: texts.Quality_ByPart, history: texts.Quality_ByHistory, row: texts.Quality_ByHand
};

const RowLink: React.FC<{ row: Row }> = ({ row }) => {
  const { links } = useServices();
  return (
    <a className={base.small} href={row.id === null ? links.list(row.list) : links.row(row.list, row.id)} target="_blank" rel="noreferrer">
      {rowWords(row)}<VisuallyHidden>{strings.Common_NewTab}</VisuallyHidden>
    </a>
  );
};

const Rows: React.FC<{ rows: readonly Row[] }> = ({ rows }) => {
  if (rows.length <= NAMED) return <>{rows.map((row) => <div key={`${row.list}/${row.id}`}><RowLink row={row} /></div>)}</>;
  return (
    <details className={styles.rows}>
      <summary className={base.small}>{plural(texts.Quality_SeeRows, rows.length)}</summary>
      <ul>{rows.map((row) => <li key={`${row.list}/${row.id}`}><RowLink row={row} /></li>)}</ul>
    </details>
  );
};

/** Columns of a change shown at once: of many rows the first says what happens to all. */
const Change: React.FC<{ changes: readonly RowChange[]; named: boolean; workspace: Workspace }> = ({ changes, named, workspace }) => {
  const { now } = useServices();
  const [first, ...others] = changes;
  const words = changeWords(first, workspace, now());
  return (
    <>
      {named && <div className={`${base.small} ${base.quiet}`}>{first.name}</div>}
      {words.map(({ before, after }) => (
        <div key={after} className={styles.change}>
          <del><VisuallyHidden>{texts.Quality_Now} </VisuallyHidden>{before}</del>
          <span aria-hidden="true">→</span>
          <ins><VisuallyHidden>{texts.Quality_Mended} </VisuallyHidden>{after}</ins>
        </div>
      ))}
      {others.length > 0 && <p className={`${base.small} ${base.quiet}`}>{plural(texts.Quality_AndRows, others.length)}</p>}
    </>
  );
};

const Outcome: React.FC<{ finding: Finding; workspace: Workspace }> = ({ finding, workspace }) => {
  const { remedy } = finding;
  if (remedy.kind === 'mend') return <Change changes={remedy.changes} named={finding.rows.length > 1} workspace={workspace} />;
  return <span className={base.quiet}>{BY[remedy.kind]}</span>;
};

export interface FindingRowProps {
  readonly finding: Finding;
  readonly workspace: Workspace;
  readonly busy: boolean;
  /** Something else is being written. */
  readonly blocked: boolean;
  readonly onMend: (finding: Finding) => void;
  readonly onCompare: (finding: Finding) => void;
  readonly onWriteHistory: (finding: Finding) => void;
}

const Actions: React.FC<FindingRowProps> = ({ finding, busy, blocked, onMend, onCompare, onWriteHistory }) => {
  const router = useRouter();
  const { links } = useServices();
  const { remedy, rows } = finding;
  const about = <VisuallyHidden> {rows[0].name}</VisuallyHidden>;
  const part = remedy.kind === 'part' ? remedy.part : null;
  return (
    <div className={styles.actions}>
      {remedy.kind === 'mend' && (
        <Button unavailable={blocked} onClick={() => onMend(finding)}>{busy ? texts.Quality_Mending : texts.Quality_Mend}{about}</Button>
      )}
      {remedy.kind === 'compare' && <Button unavailable={blocked} onClick={() => onCompare(finding)}>{texts.Quality_Compare}{about}</Button>}
      {remedy.kind === 'history' && <Button unavailable={blocked} onClick={() => onWriteHistory(finding)}>{strings.Detail_WriteChange}{about}</Button>}
      {part !== null && part !== 'trimestres' && (
        <RouteLink className={buttonClass()} to={router.textOf({ page: 'maintenance', part })}>{PARTS[part]}</RouteLink>
      )}
      {rows.length <= NAMED && (
        <a
          className={buttonClass('subtle')}
          href={rows[0].id === null ? links.list(rows[0].list) : links.row(rows[0].list, rows[0].id)}
          target="_blank"
          rel="noreferrer"
        >
          {rows[0].id === null ? strings.Common_OpenList : texts.Quality_OpenRow}{about}<VisuallyHidden>{strings.Common_NewTab}</VisuallyHidden>
        </a>
      )}
    </div>
  );
};

/** A finding: what is wrong and where, what comes of it, how it looks mended, and what can be done. */
export const FindingRow: React.FC<FindingRowProps> = (props) => {
  const { finding, workspace } = props;
  return (
    <tr className={styles.finding}>
      <th scope="row">
        <div>{findingTitle(finding)}</div>
        <Rows rows={finding.rows} />
      </th>
      <td>
        <Light light={SEVERITY_LIGHTS[finding.severity]} word={SEVERITY_WORDS[finding.severity]} />
        <div className={`${base.small} ${base.quiet}`}>{findingEffect(finding)}</div>
      </td>
      <td><Outcome finding={finding} workspace={workspace} /></td>
      <td><Actions {...props} /></td>
    </tr>
  );
};
