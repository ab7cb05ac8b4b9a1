import * as React from 'react';
import { checkInsByMeasure } from '../../../../application/board';
import { attention } from '../../../../domain';
import type { Attention, CheckIn, KeyResultCode } from '../../../../domain';
import type { DashboardParts } from '../parts';

export interface NeedsModel {
  readonly attention: Attention;
  /** The last report on a key result: of the open quarters, else of the last closed one; of a closed quarter on screen, its own. */
  readonly reportOn: (keyResult: KeyResultCode) => CheckIn | undefined;
}

export function useAttention({ board, live, frozen }: DashboardParts): NeedsModel {
  return React.useMemo(() => {
    const { workspace, statuses, today } = board;
    const before = checkInsByMeasure(!frozen && live.workspace.dashboard ? live.workspace.dashboard.lastReports : [], statuses);
    return {
      attention: attention({
        statuses,
        today,
        // What was returned or decided since is today's, not the closed quarter's.
        checkIns: frozen ? [] : workspace.checkIns,
        decisions: frozen ? [] : workspace.decisions
      }),
      reportOn: code => board.checkInsOf(code)[0] || before(code)[0]
    };
  }, [board, live, frozen]);
}
