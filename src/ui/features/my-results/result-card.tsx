import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import { StatusBar } from '../../components/bar/bar';
import { Button, buttonClass } from '../../components/button/button';
import { Confidence } from '../../components/confidence/confidence';
import { Icon } from '../../components/icon/icon';
import { Light } from '../../components/light/light';
import { Sparkline } from '../../components/sparkline/sparkline';
import { VisuallyHidden } from '../../components/visually-hidden/visually-hidden';
import { describeExpectation, describeFigure, describeMeasure, formatDay, text } from '../../formatting';
import { RouteLink, useRouter } from '../../routing';
import base from '../../theme/base.module.scss';
import { ACTION_WORDS, actionOf, dueText, isOwed } from './card-action';
import type { ResultItem } from './filters';
import type { OnReport } from './my-results';
import styles from './result-card.module.scss';

/** Who reported last, when, for which quarter. */
const LastReport: React.FC<{ item: ResultItem }> = ({ item: { status } }) => {
  const { confidence, lastProcess, lastReportedOn, lastQuarter, reports } = status.accumulated;
  if (reports === 0) return <p className={styles.last}>{strings.Card_NobodyReported}</p>;
  const last = [lastProcess, lastReportedOn && formatDay(lastReportedOn), lastQuarter].filter(Boolean).join(' · ');
  return (
    <>
      <p className={styles.opinion}>
        {confidence && <Confidence level={confidence} />}
        {status.unapproved > 0 && <span>{text(strings.Card_Unapproved, { n: status.unapproved })}</span>}
      </p>
      <p className={styles.last}>{last}</p>
    </>
  );
};

const DueState: React.FC<{ item: ResultItem; owed: boolean }> = ({ item, owed }) => {
  const words = dueText(item);
  if (item.due && item.due.state === 'returned') return <span className={styles.state}><Light light="rojo" word={words} /></span>;
  return <span className={owed ? `${styles.state} ${styles.owed}` : styles.state}>{words}</span>;
};

export interface ResultCardProps {
  readonly board: Board;
  readonly item: ResultItem;
  readonly onReport: OnReport;
}

/** A key result's progress card. */
export const ResultCard: React.FC<ResultCardProps> = ({ board, item, onReport }) => {
  const { textOf } = useRouter();
  const { status } = item;
  const { keyResult } = status;
  const { code } = keyResult;
  const figure = describeFigure(status, board.today);
  const action = actionOf(item, board);
  const owed = isOwed(action);
  const titleId = `title-${code}`;
  const page = textOf({ page: 'keyResult', keyResult: code });
  return (
    <article className={styles.card} aria-labelledby={titleId}>
      <div className={styles.top}>
        <span className={base.code}>
          {code}
          {keyResult.sourceNote !== '' && (
            <span className={styles.note} title={strings.Card_Note}><Icon name="note" /><VisuallyHidden>{strings.Card_Note}</VisuallyHidden></span>
          )}
        </span>
        <Light light={status.light} />
      </div>
      <h4 id={titleId} className={styles.title} title={keyResult.title}>
        <RouteLink id={`card-${code}`} to={page}>{keyResult.title}</RouteLink>
      </h4>
      <p className={styles.value}>
        <strong className={status.coverage ? undefined : styles.noData}>{figure.value}</strong>
        <span className={styles.of}>{figure.of}</span>
        {figure.share !== '' && <span className={styles.share}>{figure.share}</span>}
      </p>
      <StatusBar status={status} />
      <p className={styles.notes}><span>{describeExpectation(status)}</span><span className={styles.measure}>{describeMeasure(status, board.today)}</span></p>
      <div className={styles.foot}>
        <div className={styles.report}><LastReport item={item} /></div>
        {status.coverage && <Sparkline trail={status.trail} length={board.workspace.quarters.length + 1} expected={status.expected} />}
      </div>
      <div className={styles.gap} />
      <div className={styles.act}>
        <DueState item={item} owed={owed} />
        {action.kind === 'see'
          ? <RouteLink className={buttonClass()} to={page}>{ACTION_WORDS.see}<VisuallyHidden> {code}</VisuallyHidden></RouteLink>
          : (
            <Button kind={owed ? 'primary' : 'standard'} onClick={() => onReport(code, action.kind === 'correct' ? action.checkIn : undefined)}>
              {ACTION_WORDS[action.kind]}<VisuallyHidden> {code}</VisuallyHidden>
            </Button>
          )}
      </div>
    </article>
  );
};
