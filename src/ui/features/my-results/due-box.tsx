import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import type { ProcessCode } from '../../../domain';
import { Button } from '../../components/button/button';
import { Light } from '../../components/light/light';
import { formatWeekday, text } from '../../formatting';
import { RouteLink, useRouter } from '../../routing';
import base from '../../theme/base.module.scss';
import { ACTION_WORDS, actionOf, daysLeftText, isOwed } from './card-action';
import type { ResultItem } from './filters';
import styles from './my-results.module.scss';
import type { OnReport } from './my-results';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';

/** As many as fit in a row; the rest is a filter away. */
const SHOWN = 4;

/** `La ventana de 2023-T3 cierra el martes 10 de octubre. Quedan 5 días.` */
function windowText(board: Board): string {
  const { reporting } = board;
  if (!reporting) return strings.Due_NoQuarter;
  const closes = text(strings.Due_Window, { quarter: reporting.quarter.code, day: formatWeekday(reporting.windowEnds) });
  return reporting.windowOpen ? `${closes} ${daysLeftText(reporting.daysLeft)}.` : closes;
}

const Urgency: React.FC<{ item: ResultItem }> = ({ item: { status, due } }) => {
  if (due && due.state === 'returned') return <Light light="rojo" word={strings.Due_Returned} />;
  const since = status.accumulated.lastQuarter;
  if (due && due.state === 'overdue' && since) return <Light light="desactualizado" word={text(strings.Due_SilentSince, { quarter: since })} />;
  return <Light light={status.light} />;
};

const DueEntry: React.FC<{ board: Board; item: ResultItem; onReport: OnReport }> = ({ board, item, onReport }) => {
  const { textOf } = useRouter();
  const { code, title } = item.status.keyResult;
  const action = actionOf(item, board);
  const returned = item.due && item.due.returned;
  const to = textOf({ page: 'keyResult', keyResult: code });
  return (
    <li className={styles.dueEntry}>
      <span className={base.code}>{code}</span>
      <RouteLink id={`due-${code}`} className={styles.dueTitle} to={to} title={title}>{title}</RouteLink>
      {returned && returned.reviewNote !== '' && (
        <span className={styles.dueReason} title={returned.reviewNote}>{text(strings.Due_Reason, { note: returned.reviewNote })}</span>
      )}
      <span className={styles.dueState}>
        <Urgency item={item} />
        {isOwed(action) && (
          <button
            type="button"
            className={styles.dueAction}
            onClick={() => onReport(code, action.kind === 'correct' ? action.checkIn : undefined)}
          >
            {ACTION_WORDS[action.kind]}<VisuallyHidden> {code}</VisuallyHidden>
          </button>
        )}
      </span>
    </li>
  );
};

export interface DueBoxProps {
  readonly board: Board;
  readonly process: ProcessCode;
  readonly own: boolean;
  readonly onReport: OnReport;
  readonly onSeeAll: () => void;
}

/** What the process owes, most urgent first, and until when. */
export const DueBox: React.FC<DueBoxProps> = ({ board, process, own, onReport, onSeeAll }) => {
  const due = board.dueOf(process);
  const quarter = board.reporting ? board.reporting.quarter.code : '';
  if (due.length === 0) {
    if (!board.reporting) return <p className={styles.upToDate}>{strings.Due_NoQuarter}</p>;
    const upToDate = own ? text(strings.Due_UpToDate, { quarter }) : text(strings.Due_UpToDateOther, { process, quarter });
    const next = board.reportable.find((candidate) => candidate.quarter.code > quarter) || board.reporting;
    return (
      <p className={styles.upToDate}>
        <span className={base.strong}>{upToDate}</span>{' '}
        {text(strings.Due_Window, { quarter: next.quarter.code, day: formatWeekday(next.windowEnds) })}
      </p>
    );
  }
  return (
    <section className={styles.due} aria-labelledby="due-title">
      <div className={styles.dueTop}>
        <h2 id="due-title" className={base.h3}>{text(strings.Due_Title, { n: due.length })}</h2>
        {due.length > SHOWN && (
          <Button kind="subtle" className={styles.dueAll} onClick={onSeeAll}>{text(strings.Due_SeeAll, { n: due.length })}</Button>
        )}
        <span className={styles.dueWindow}>{windowText(board)}</span>
      </div>
      <ol className={styles.dueList}>
        {due.slice(0, SHOWN).map((item) => (
          <DueEntry key={item.status.keyResult.code} board={board} item={{ ...item, process }} onReport={onReport} />
        ))}
      </ol>
    </section>
  );
};
