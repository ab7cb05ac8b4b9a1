import * as React from 'react';
import * as texts from 'MantenimientoStrings';
import type { Board } from '../../../../application/board';
import { quarterFigures } from '../../../charts/quarter-figures';
import { expectedOf, sortQuarters } from '../../../../domain';
import type { KeyResult, ProgrammedTarget } from '../../../../domain';
import { ChartFrame } from '../../../charts/chart-frame';
import { historyModel } from '../../../charts/history-model';
import { ErrorBoundary } from '../../../components/error-boundary/error-boundary';
import { Shimmer } from '../../../components/shimmer/shimmer';
import { formatPercent, text } from '../../../formatting';
import base from '../../../theme/base.module.scss';
import { chartTexts } from '../../detail/chart-texts';
import styles from './targets.module.scss';

const HistoryChart = React.lazy(() => import(/* webpackChunkName: "chart" */ '../../../charts/history-chart'));

export interface ExpectedPreviewProps {
  readonly board: Board;
  readonly keyResult: KeyResult;
  /** As typed, saved or not. */
  readonly programmed: readonly ProgrammedTarget[];
}

/** What is expected of the key result with the programme on screen, beside what would be without any. */
export const ExpectedPreview: React.FC<ExpectedPreviewProps> = ({ board, keyResult, programmed }) => {
  const { workspace, today } = board;
  const status = board.statuses.get(keyResult.code);
  const model = React.useMemo(() => {
    const quarters = sortQuarters(workspace.quarters);
    const figures = quarterFigures({
      keyResult, cutoffs: workspace.cutoffs.filter(row => row.keyResult === keyResult.code), quarters,
      checkIns: board.checkInsOf(keyResult.code), programmed, today
    });
    const targetSteps = keyResult.target === null ? [] : [{ from: keyResult.start, value: keyResult.target }];
    return historyModel({ keyResult, figures, quarters, targetSteps, programmed, today, light: status ? status.light : 'sinDato' });
  }, [board, workspace, keyResult, programmed, today, status]);
  const words = React.useMemo(() => chartTexts(keyResult, model), [keyResult, model]);
  const expected = expectedOf(keyResult, today, programmed);
  const linear = expectedOf(keyResult, today, []);
  return (
    <section className={styles.preview} aria-labelledby="targets-preview">
      <h2 id="targets-preview" className={base.h3}>{text(texts.Targets_Preview, { code: keyResult.code })}</h2>
      <p className={base.quiet}>{keyResult.title}</p>
      <p role="status">
        {expected === null || linear === null ? texts.Targets_PreviewNoTarget
          : text(texts.Targets_PreviewToday, { expected: formatPercent(expected), linear: formatPercent(linear) })}
      </p>
      {expected !== null && (
        <ErrorBoundary>
          <React.Suspense fallback={<Shimmer height={240} />}>
            <ChartFrame>
              <HistoryChart model={model} labels={words.labels} title={words.title} description={words.description} pointLabel={words.pointLabel} />
            </ChartFrame>
          </React.Suspense>
        </ErrorBoundary>
      )}
    </section>
  );
};
