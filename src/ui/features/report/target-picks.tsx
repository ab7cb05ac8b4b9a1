import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import type { ProcessCode, QuarterCode, QuarterStatus } from '../../../domain';
import { Select } from '../../components/select/select';
import { formatDayMonth, plural, text } from '../../formatting';
import base from '../../theme/base.module.scss';
import type { Choices } from './eligibility';
import { FieldMessage } from './field-message';
import styles from './report-form.module.scss';

/** `La ventana cierra el 10 de octubre. Quedan 5 días.` */
export function windowWords({ windowEnds, windowOpen, daysLeft }: QuarterStatus): string {
  const day = formatDayMonth(windowEnds);
  if (!windowOpen) return text(strings.Report_WindowClosed, { day });
  return daysLeft === 0 ? strings.Report_WindowToday : plural(strings.Report_Window, daysLeft, { day });
}

export interface TargetPicksProps {
  readonly id: (name: string) => string;
  readonly board: Board;
  readonly choices: Choices;
  readonly process: ProcessCode;
  readonly quarter: QuarterCode;
  readonly onPick: (target: { process?: ProcessCode; quarter?: QuarterCode }) => void;
  readonly processError: string | null;
  readonly quarterError: string | null;
}

/** For whom and for which quarter, where there is something to choose. */
export const TargetPicks: React.FC<TargetPicksProps> = ({ id, board, choices, process, quarter, onPick, processError, quarterError }) => {
  const status = choices.quarters.find((candidate) => candidate.quarter.code === quarter);
  const nameOf = (code: ProcessCode): string => {
    const found = board.workspace.processes.find((row) => row.code === code);
    return found && found.fullName ? `${code} · ${found.fullName}` : code;
  };
  return (
    <div className={styles.picks}>
      {choices.processes.length > 1 && (
        <div className={base.field}>
          <label htmlFor={id('process')} className={base.label}>{strings.Report_ForProcess}</label>
          <Select
            id={id('process')}
            className={styles.pick}
            value={process}
            aria-invalid={processError ? true : undefined}
            aria-describedby={processError ? id('process-error') : undefined}
            onChange={(event) => onPick({ process: event.target.value })}
          >
            {choices.processes.map((code) => <option key={code} value={code}>{nameOf(code)}</option>)}
          </Select>
          {processError && <FieldMessage id={id('process-error')}>{processError}</FieldMessage>}
        </div>
      )}
      <div className={base.field}>
        {choices.quarters.length > 1 && (
          <>
            <label htmlFor={id('quarter')} className={base.label}>{strings.Report_Quarter}</label>
            <Select
              id={id('quarter')}
              className={styles.pick}
              value={quarter}
              aria-invalid={quarterError ? true : undefined}
              aria-describedby={[quarterError ? id('quarter-error') : '', id('quarter-window')].filter(Boolean).join(' ')}
              onChange={(event) => onPick({ quarter: event.target.value })}
            >
              {choices.quarters.map((candidate) => (
                <option key={candidate.quarter.code} value={candidate.quarter.code}>{candidate.quarter.code}</option>
              ))}
            </Select>
          </>
        )}
        {quarterError && <FieldMessage id={id('quarter-error')}>{quarterError}</FieldMessage>}
        {status && <span id={id('quarter-window')} className={base.hint}>{windowWords(status)}</span>}
      </div>
    </div>
  );
};
