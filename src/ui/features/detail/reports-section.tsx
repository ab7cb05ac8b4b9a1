import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import { canCorrect } from '../../../application/check-ins';
import { isSum, NOTHING } from '../../../domain';
import type { CheckIn, KeyResult, KeyResultStatus } from '../../../domain';
import { Button } from '../../components/button/button';
import { confidenceWord } from '../../components/confidence/confidence';
import { describeError } from '../../components/error-state/describe-error';
import { Light } from '../../components/light/light';
import { MessageBar } from '../../components/message-bar/message-bar';
import { ScrollRegion } from '../../components/scroll-region/scroll-region';
import { formatDay, plural, text } from '../../formatting';
import base from '../../theme/base.module.scss';
import { useWidthClass } from '../../theme/container-width';
import { ReportDetails } from './report-details';
import { olderQuarters, reportRows } from './report-rows';
import type { ReportRow } from './report-rows';
import { REVIEW, reportedValue, standsAtText, valueHeading } from './report-texts';
import type { HistoryState } from './use-history';
import { useOlderReports } from './use-older-reports';
import styles from './detail.module.scss';

export interface ReportsSectionProps {
  readonly board: Board;
  readonly status: KeyResultStatus;
  /** Whose reports they are. */
  readonly subject: KeyResult;
  readonly history: HistoryState;
  /** Absent where nothing is to be corrected here: an alias' reports belong to the other's page. */
  readonly onCorrect?: (checkIn: CheckIn) => void;
}

interface RowsProps {
  readonly rows: readonly ReportRow[];
  readonly subject: KeyResult;
  readonly correctOf: (checkIn: CheckIn) => (() => void) | undefined;
}

const Review: React.FC<{ checkIn: CheckIn }> = ({ checkIn }) => {
  const { light, word } = REVIEW[checkIn.review];
  return <Light light={light} word={word} />;
};

const AsTable: React.FC<RowsProps> = ({ rows, subject, correctOf }) => {
  const sums = isSum(subject);
  return (
    <ScrollRegion label={strings.Detail_ReportsTable}>
      <table className={`${base.table} ${styles.reports}`}>
        <thead>
          <tr>
            <th scope="col">{strings.Detail_Quarter}</th>
            <th scope="col">{strings.Detail_Process}</th>
            <th scope="col" className={base.right}>
              {valueHeading(subject)}
            </th>
            {sums && (
              <th scope="col" className={base.right}>
                {strings.Detail_LeavesAt}
              </th>
            )}
            <th scope="col">{strings.Detail_Confidence}</th>
            <th scope="col">{strings.Detail_Review}</th>
            <th scope="col" className={styles.toldColumn}>
              {strings.Detail_Achieved}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.checkIn.id}>
              <th scope="row" className={base.num}>
                {row.checkIn.quarter}
                <span className={styles.under}>{formatDay(row.checkIn.reportedOn)}</span>
              </th>
              <td>{row.checkIn.process ?? '—'}</td>
              <td className={`${base.right} ${base.strong}`}>{reportedValue(subject, row.checkIn)}</td>
              {sums && <td className={base.right}>{standsAtText(subject, row)}</td>}
              <td>{row.checkIn.confidence ? confidenceWord(row.checkIn.confidence, true) : '—'}</td>
              <td>
                <Review checkIn={row.checkIn} />
              </td>
              <td>
                <ReportDetails checkIn={row.checkIn} onCorrect={correctOf(row.checkIn)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
};

/** On a phone each report is a block of its own: seven columns would hide what was achieved. */
const AsBlocks: React.FC<RowsProps> = ({ rows, subject, correctOf }) => (
  <ul className={styles.blocks}>
    {rows.map(row => {
      const { checkIn } = row;
      const leaves = standsAtText(subject, row);
      return (
        <li key={checkIn.id} className={styles.blockItem}>
          <div className={styles.blockHead}>
            <span>
              <span className={base.strong}>{checkIn.quarter}</span>{' '}
              <span className={`${base.quiet} ${base.small}`}>
                {[checkIn.process, formatDay(checkIn.reportedOn)].filter(Boolean).join(' · ')}
              </span>
            </span>
            <Review checkIn={checkIn} />
          </div>
          <p>
            <span className={base.strong}>{reportedValue(subject, checkIn)}</span>
            <span className={base.quiet}>
              {leaves !== '' && ` · ${text(strings.Detail_LeavesAtValue, { value: leaves })}`}
              {checkIn.confidence && ` · ${confidenceWord(checkIn.confidence)}`}
            </span>
          </p>
          <ReportDetails checkIn={checkIn} onCorrect={correctOf(checkIn)} />
        </li>
      );
    })}
  </ul>
);

/** Who reported what, newest first: the open quarters at once, closed ones when asked for. */
export const ReportsSection: React.FC<ReportsSectionProps> = ({ board, status, subject, history, onCorrect }) => {
  const narrow = useWidthClass() === 'narrow';
  const { workspace } = board;
  const quarterEnds = React.useMemo(() => new Map(workspace.quarters.map(quarter => [quarter.code, quarter.end])), [workspace.quarters]);
  const open = React.useMemo(() => {
    const base = workspace.cutoffs.find(cutoff => cutoff.keyResult === subject.code && cutoff.quarter === workspace.baseQuarter);
    return reportRows(subject, board.checkInsOf(subject.code), base ? base.accumulated : NOTHING, quarterEnds);
  }, [board, workspace, subject, quarterEnds]);
  const closed = React.useMemo(() => (history.history ? olderQuarters(history.history.cutoffs) : []), [history.history]);
  const older = useOlderReports(subject, closed, quarterEnds);
  const rows = [...open, ...older.rows];
  const total = status.accumulated.reports;
  const correctOf = (checkIn: CheckIn): (() => void) | undefined =>
    onCorrect && canCorrect(workspace, checkIn) ? () => onCorrect(checkIn) : undefined;
  const props = { rows, subject, correctOf };
  return (
    <section className={styles.block} aria-labelledby="detail-reports">
      <div className={styles.sectionHead}>
        <h2 id="detail-reports" className={base.h2}>
          {strings.Detail_Reports}
        </h2>
        <span className={`${base.small} ${base.quiet}`} role="status">
          {total > 0 && (rows.length === 0 ? text(strings.Detail_ReportsInAll, { n: total }) : text(strings.Detail_ReportsShown, { shown: rows.length, total }))}
        </span>
      </div>
      {rows.length > 0 && (narrow ? <AsBlocks {...props} /> : <AsTable {...props} />)}
      {rows.length === 0 && <p className={base.quiet}>{total === 0 ? strings.Detail_NobodyReported : strings.Detail_NoneInOpenQuarters}</p>}
      {Boolean(older.error) && (
        <MessageBar kind="error" role="alert" className={styles.problem}>
          {describeError(older.error)}
        </MessageBar>
      )}
      {older.next && (
        <p className={styles.more}>
          <Button kind="subtle" unavailable={older.loading} onClick={older.more}>
            {older.loading
              ? strings.Detail_LoadingReports
              : plural(rows.length === 0 ? strings.Detail_ShowReports : strings.Detail_ShowOlder, older.next.reports, {
                  quarter: older.next.quarter
                })}
          </Button>
        </p>
      )}
    </section>
  );
};
