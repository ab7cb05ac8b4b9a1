import * as React from 'react';
import * as texts from 'TableroStrings';
import { heatMap, knownProgress } from '../../../../domain';
import type { HeatCell, HeatRow, RollUp } from '../../../../domain';
import { EmptyState } from '../../../components/empty-state/empty-state';
import { LightShape, lightClass, lightWord } from '../../../components/light/light';
import { ScrollRegion } from '../../../components/scroll-region/scroll-region';
import { VisuallyHidden } from '../../../components/visually-hidden/visually-hidden';
import { formatNumber, formatPercent, plural, text } from '../../../formatting';
import { RouteLink, useRouter } from '../../../routing';
import base from '../../../theme/base.module.scss';
import type { DashboardParts } from '../parts';
import { Section } from '../section';
import { carriesSentence } from './carries-sentence';
import { owedByObjective } from './late-reports';
import styles from './carries.module.scss';

/** The figure of a cell; the light's word stands with it for whoever does not tell the shapes apart. */
const Figure: React.FC<{ rollUp: RollUp }> = ({ rollUp }) => {
  const progress = knownProgress(rollUp);
  return (
    <>
      <LightShape light={rollUp.light} />
      {progress !== null
        ? <strong className={base.num}>{formatPercent(progress)}<VisuallyHidden> {lightWord(rollUp.light)}</VisuallyHidden></strong>
        : <strong>{lightWord(rollUp.light)}</strong>}
    </>
  );
};

const Cell: React.FC<{ parts: DashboardParts; row: HeatRow; cell: HeatCell; late: number }> = ({ parts, row, cell, late }) => {
  const router = useRouter();
  const { frozen } = parts;
  const { rollUp, objective } = cell;
  if (rollUp === null) {
    return <td className={styles.none}><span aria-hidden="true">·</span><VisuallyHidden>{texts.Carries_None}</VisuallyHidden></td>;
  }
  const { code } = row.process;
  const count = frozen
    ? plural(texts.Carries_Results, rollUp.total)
    : late > 0 ? text(texts.Carries_Late, { late, total: rollUp.total }) : text(texts.Carries_UpToDate, { total: rollUp.total });
  const content = <><Figure rollUp={rollUp} /><span className={styles.count}>{count}</span></>;
  const title = text(texts.Carries_CellTitle, { light: lightWord(rollUp.light), process: code, objective });
  return (
    <td className={`${styles.cell} ${lightClass(rollUp.light)}`}>
      {frozen
        ? <span className={styles.inside} title={title}>{content}</span>
        : (
          <RouteLink
            id={`tablero-celda-${code}-${objective}`}
            className={styles.inside}
            title={title}
            to={router.textOf({ page: 'matrix', params: { proceso: code, buscar: `${objective}-` } })}
          >
            {content}
          </RouteLink>
        )}
    </td>
  );
};

/** Who carries what: each process's part of each objective. */
export const CarriesSection: React.FC<DashboardParts> = parts => {
  const router = useRouter();
  const { board, frozen } = parts;
  const { workspace, statuses } = board;
  const rows = React.useMemo(() => heatMap({ ...workspace, thresholds: workspace.plan, statuses }), [workspace, statuses]);
  // In a closed quarter nothing is owed any more.
  const owed = React.useMemo(() => new Map(rows.map(({ process: { code } }) => [code, owedByObjective(board, code)])), [rows, board]);
  const late = (process: string, objective: string): number => owed.get(process)?.get(objective) || 0;
  const matrix = (
    <RouteLink id="tablero-matriz" to={router.textOf({ page: 'matrix', params: { proceso: 'todos' } })}>{texts.Carries_Matrix}</RouteLink>
  );
  return (
    <Section id="carries" title={texts.Carries_Title} sentence={carriesSentence(frozen)} aside={matrix}>
      {rows.length === 0 ? <EmptyState icon="people" message={texts.Carries_Empty} /> : (
        <ScrollRegion className={styles.scroll} label={texts.Carries_Region}>
          <table className={styles.heat} style={{ '--objectives': workspace.strategicObjectives.length } as React.CSSProperties}>
            <thead>
              <tr>
                <th scope="col" className={styles.process}>{texts.Carries_Process}</th>
                {workspace.strategicObjectives.map(({ code, title }) => <th key={code} scope="col">{code} {title}</th>)}
                <th scope="col" className={styles.sum}>{texts.Carries_Total}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.process.code}>
                  <th scope="row" className={styles.process} title={row.process.fullName || undefined}>
                    {row.process.code}
                    <span>{formatNumber(row.total.total)}<VisuallyHidden> {texts.Carries_ResultsWord}</VisuallyHidden></span>
                  </th>
                  {row.cells.map(cell => (
                    <Cell key={cell.objective} parts={parts} row={row} cell={cell} late={late(row.process.code, cell.objective)} />
                  ))}
                  <td className={styles.sum}><span className={styles.total}><Figure rollUp={row.total} /></span></td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </Section>
  );
};
