import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import type { CheckIn, KeyResultCode, ProcessCode } from '../../../domain';
import { Panel } from '../../components/panel/panel';
import base from '../../theme/base.module.scss';
import { CannotReport } from './cannot-report';
import { hindranceOf } from './eligibility';
import { ReportForm } from './report-form';
import styles from './report-form.module.scss';
import type { Saved } from './send';

export interface ReportPanelProps {
  readonly board: Board;
  readonly keyResult: KeyResultCode;
  /** For which process the report is made to begin with; `null`: the first of the person's that answers for the key result. */
  readonly process: ProcessCode | null;
  /** The report to correct; a new one when absent. */
  readonly checkIn?: CheckIn;
  readonly onClose: () => void;
  readonly onSaved: (result: Saved) => void;
}

interface Shown {
  readonly code: KeyResultCode;
  readonly checkIn: CheckIn | null;
}

interface OpenedProps extends Shown {
  readonly board: Board;
  readonly process: ProcessCode | null;
  readonly onShow: (shown: Shown) => void;
  readonly onClose: () => void;
  readonly onSaved: (result: Saved) => void;
}

const Opened: React.FC<OpenedProps> = ({ board, code, checkIn, process, onShow, onClose, onSaved }) => {
  // Asked on opening alone: when the plan changes behind a half-written report, the form says so at the field instead of vanishing.
  const [hindrance] = React.useState(() => hindranceOf(board, code, checkIn));
  const found = board.workspace.keyResults.find((row) => row.code === code);
  const [opened] = React.useState(found);
  const keyResult = found || opened;
  if (hindrance || !keyResult) {
    return (
      <Panel
        title={<><span className={`${base.code} ${styles.code}`}>{code}</span> {checkIn ? strings.Report_TitleCorrect : strings.Report_Title}</>}
        onClose={onClose}
      >
        {keyResult && <p>{keyResult.title}</p>}
        <CannotReport
          hindrance={hindrance || { kind: 'unknown' }}
          onClose={onClose}
          onGoTo={(original) => onShow({ code: original, checkIn: null })}
        />
      </Panel>
    );
  }
  return (
    <ReportForm
      board={board}
      keyResult={keyResult}
      process={process}
      checkIn={checkIn}
      onCorrect={(earlier) => onShow({ code, checkIn: earlier })}
      onClose={onClose}
      onSaved={onSaved}
    />
  );
};

/** Reports on a key result, or corrects a report. Modal; open as long as it is rendered. */
export const ReportPanel: React.FC<ReportPanelProps> = ({ board, keyResult, process, checkIn, onClose, onSaved }) => {
  // From an alias the panel goes on to its original, from a second report to the first: as opened, it stays what it was.
  const [shown, setShown] = React.useState<Shown>(() => ({ code: keyResult, checkIn: checkIn || null }));
  return (
    <Opened
      key={`${shown.code}/${shown.checkIn ? shown.checkIn.id : ''}`}
      {...shown}
      board={board}
      process={process}
      onShow={setShown}
      onClose={onClose}
      onSaved={onSaved}
    />
  );
};
