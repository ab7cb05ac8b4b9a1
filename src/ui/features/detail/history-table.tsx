import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { KeyResult, KeyResultStatus } from '../../../domain';
import { Light } from '../../components/light/light';
import { ScrollRegion } from '../../components/scroll-region/scroll-region';
import type { QuarterFigures } from '../../charts/quarter-figures';
import { formatAmount, formatDay, formatNumber, formatPercent, levelName, text } from '../../formatting';
import base from '../../theme/base.module.scss';
import { stagesText } from './report-texts';
import styles from './detail.module.scss';

export interface HistoryTableProps {
  readonly status: KeyResultStatus;
  readonly subject: KeyResult;
  readonly figures: readonly QuarterFigures[];
}

/** A quarter's figure as its own key result says it. */
export function quarterFigure(subject: KeyResult, figures: QuarterFigures): string {
  if (figures.accumulated.reports === 0) return strings.Light_NoData;
  if (subject.direction === 'Milestone') return stagesText(subject, figures.accumulated.stagesDone);
  if (figures.value === null) return strings.Light_NoData;
  if (subject.direction === 'Qualitative') return levelName(subject, figures.value);
  return subject.unit.trim() === '%' ? formatAmount(figures.value, '%') : formatNumber(figures.value);
}

const percent = (share: number | null): string => (share === null ? '—' : formatPercent(share));

/** The chart's figures in rows, newest first: today, then each quarter. */
export const HistoryTable: React.FC<HistoryTableProps> = ({ status, subject, figures }) => {
  const withTarget = subject.target !== null;
  const today = figures[figures.length - 1];
  // A quarter that has only begun says the same as today until somebody reports in it.
  const past = figures.filter(row => !row.running || row.reports > 0).reverse();
  return (
    <ScrollRegion label={strings.Detail_HistoryTable}>
      <table className={base.table}>
        <thead>
          <tr>
            <th scope="col">{strings.Detail_Quarter}</th>
            <th scope="col" className={base.right}>
              {strings.Detail_StandsAt}
            </th>
            {withTarget && (
              <th scope="col" className={base.right}>
                {strings.Detail_Target}
              </th>
            )}
            <th scope="col" className={base.right}>
              {strings.Detail_Progress}
            </th>
            <th scope="col" className={base.right}>
              {strings.Detail_Expected}
            </th>
            <th scope="col">{strings.Detail_State}</th>
            <th scope="col" className={base.right}>
              {strings.Detail_ReportCount}
            </th>
          </tr>
        </thead>
        <tbody>
          {today && (
            <tr>
              <th scope="row" className={base.strong}>
                {strings.Chart_Today}
              </th>
              <td className={`${base.right} ${base.strong}`}>{quarterFigure(subject, today)}</td>
              {withTarget && <td className={base.right}>{formatNumber(subject.target as number)}</td>}
              <td className={base.right}>{percent(status.progress)}</td>
              <td className={base.right}>{percent(status.expected)}</td>
              <td>
                <Light light={status.light} />
              </td>
              <td className={base.right}>{formatNumber(status.accumulated.reports)}</td>
            </tr>
          )}
          {past.map(row => (
            <tr key={row.quarter}>
              <th scope="row" className={base.num}>
                {row.quarter}
                <span className={styles.under}>{text(strings.Detail_AsOf, { day: formatDay(row.at) })}</span>
              </th>
              <td className={base.right}>{quarterFigure(subject, row)}</td>
              {withTarget && <td className={base.right}>{row.target === null ? '—' : formatNumber(row.target)}</td>}
              <td className={base.right}>{percent(row.progress)}</td>
              <td className={base.right}>{percent(row.expected)}</td>
              <td>{row.light ? <Light light={row.light} /> : <span className={base.quiet}>{strings.Detail_QuarterOpen}</span>}</td>
              <td className={base.right}>{formatNumber(row.reports)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
};
