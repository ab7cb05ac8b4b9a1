import * as React from 'react';
import type { Board } from '../../../application/board';
import type { KeyResultHistory, TargetVersion } from '../../../application/workspace';
import type { KeyResult, KeyResultStatus } from '../../../domain';
import { historyModel } from '../../charts/history-model';
import type { HistoryModel } from '../../charts/history-model';
import { quarterFigures } from '../../charts/quarter-figures';
import type { QuarterFigures } from '../../charts/quarter-figures';
import { targetHistory } from './target-history';
import type { TargetHistory } from './target-history';

export interface KeyResultPast {
  /** Every quarter that has begun, oldest first. */
  readonly figures: readonly QuarterFigures[];
  readonly targets: TargetHistory;
  readonly model: HistoryModel;
}

/**
 * The past of a key result, from its history and the open quarters' check-ins.
 * @param subject the key result whose figures are shown: another than the page's own when that is an alias
 */
export function useHistoryModel(
  board: Board,
  status: KeyResultStatus,
  subject: KeyResult,
  history: KeyResultHistory | null,
  versions: readonly TargetVersion[] | null
): KeyResultPast | null {
  return React.useMemo(() => {
    if (!history) return null;
    const { quarters, programmedTargets } = board.workspace;
    const programmed = programmedTargets.filter(target => target.keyResult === subject.code);
    const { today } = board;
    const figures = quarterFigures({
      keyResult: subject,
      cutoffs: history.cutoffs,
      quarters,
      checkIns: board.checkInsOf(subject.code),
      programmed,
      today
    });
    const targets = targetHistory({
      keyResult: subject,
      changes: history.targetChanges,
      cutoffs: history.cutoffs,
      quarters,
      versions,
      today
    });
    return {
      figures,
      targets,
      model: historyModel({ keyResult: subject, figures, quarters, targetSteps: targets.steps, programmed, today, light: status.light })
    };
  }, [board, status.light, subject, history, versions]);
}
