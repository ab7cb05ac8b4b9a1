import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import type { KeyResultStatus } from '../../../domain';
import { StatusBar } from '../../components/bar/bar';
import { Confidence } from '../../components/confidence/confidence';
import { Light } from '../../components/light/light';
import { describeFigure, formatAmount, formatDay, formatNumber, formatPercent, isLimit, plural, text } from '../../formatting';
import styles from './detail.module.scss';

export interface FigureStripProps {
  readonly board: Board;
  readonly status: KeyResultStatus;
}

/** Nothing to show in a figure's place. */
const NONE = '—';

/** How the expectation came about. */
export function expectationNote(board: Board, status: KeyResultStatus): string {
  const { keyResult, expected } = status;
  if (expected === null) return strings.Measure_NoTarget;
  if (isLimit(keyResult)) return strings.Detail_ExpectedAlways;
  const measure = status.aliasOf ?? keyResult.code;
  const programmed = board.workspace.programmedTargets.some(target => target.keyResult === measure);
  return programmed ? strings.Detail_ExpectedProgrammed : strings.Detail_ExpectedLinear;
}

/** Why the light is what it is. */
export function lightNote(status: KeyResultStatus): string {
  const { light, ratio, accumulated } = status;
  switch (light) {
    case 'sinDato':
      return strings.Detail_NoReports;
    case 'sinMeta':
      return strings.Detail_OutOfAverages;
    case 'cumplido':
      return strings.Detail_Reached;
    case 'desactualizado':
      return text(strings.Due_SilentSince, { quarter: accumulated.lastQuarter ?? '' });
    default:
      return ratio === null ? '' : text(strings.Detail_OfExpected, { ratio: formatPercent(ratio) });
  }
}

/** How much of the figure nobody has approved yet; empty when all is. */
export function unapprovedNote(status: KeyResultStatus): string {
  const { unapproved, unapprovedValue, keyResult } = status;
  if (unapproved === 0) return '';
  if (unapprovedValue === null) return plural(strings.Detail_UnapprovedReports, unapproved);
  return plural(strings.Detail_UnapprovedValue, unapproved, {
    value: keyResult.unit.trim() === '%' ? formatAmount(unapprovedValue, '%') : formatNumber(unapprovedValue)
  });
}

const Progress: React.FC<FigureStripProps> = ({ board, status }) => {
  const { share } = describeFigure(status, board.today);
  const short = status.light === 'sinMeta' ? strings.Light_NoTarget : share || strings.Light_NoData;
  return (
    <div>
      <dt>{strings.Detail_Progress}</dt>
      <dd>
        <span className={share === '' ? styles.word : styles.figure}>{short}</span>
        <StatusBar status={status} />
      </dd>
    </div>
  );
};

const Opinion: React.FC<FigureStripProps> = ({ status }) => {
  const { confidence, lastProcess, lastReportedOn } = status.accumulated;
  const who = [lastProcess, lastReportedOn && formatDay(lastReportedOn)].filter(Boolean).join(', ');
  return (
    <div>
      <dt>{strings.Detail_Opinion}</dt>
      <dd>
        <span className={styles.word}>
          {confidence ? <Confidence level={confidence} /> : status.coverage ? strings.Detail_NoOpinion : strings.Detail_NoReports}
        </span>
        {who !== '' && <span className={styles.note}>{who}</span>}
      </dd>
    </div>
  );
};

/** The figures a colleague would ask for first: where it is, how far, how far it should be, what that means, and what its people think. */
export const FigureStrip: React.FC<FigureStripProps> = ({ board, status }) => {
  const { value, of } = describeFigure(status, board.today);
  const unapproved = unapprovedNote(status);
  const { expected } = status;
  // A word, such as a level's name or "Sin dato", is no figure and may break.
  const { direction, stages } = status.keyResult;
  const isFigure = direction === 'Milestone' ? status.coverage && stages.length > 1 : status.value !== null && direction !== 'Qualitative';
  return (
    <dl className={styles.figures}>
      <div>
        <dt>{strings.Detail_StandsAt}</dt>
        <dd>
          <span className={isFigure ? styles.figure : styles.word}>{value}</span>
          {of !== '' && <span className={styles.note}>{of}</span>}
          {unapproved !== '' && <span className={styles.note}>{unapproved}</span>}
        </dd>
      </div>
      <Progress board={board} status={status} />
      <div>
        <dt>{strings.Detail_ExpectedToday}</dt>
        <dd>
          <span className={styles.figure}>{expected === null ? NONE : formatPercent(Math.min(1, expected))}</span>
          <span className={styles.note}>{expectationNote(board, status)}</span>
        </dd>
      </div>
      <div>
        <dt>{strings.Detail_State}</dt>
        <dd>
          <span className={styles.light}>
            <Light light={status.light} />
          </span>
          <span className={styles.note}>{lightNote(status)}</span>
        </dd>
      </div>
      <Opinion board={board} status={status} />
    </dl>
  );
};
