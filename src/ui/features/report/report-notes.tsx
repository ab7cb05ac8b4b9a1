import * as React from 'react';
import * as strings from 'SigaciStrings';
import type { Board } from '../../../application/board';
import { canCorrect } from '../../../application/check-ins';
import type { CheckIn, KeyResult } from '../../../domain';
import { Button } from '../../components/button/button';
import { MessageBar } from '../../components/message-bar/message-bar';
import { formatDay, formatMoment, text } from '../../formatting';
import { formatExact } from './issue-texts';
import type { ReportForm } from './form';
import { measureOf } from './measure';

/** What had been typed before, and a way to be rid of it. */
export const DraftNote: React.FC<{ savedAt: string; now: Date; onDiscard: () => void }> = ({ savedAt, now, onDiscard }) => (
  <MessageBar icon="edit" actions={<Button kind="subtle" onClick={onDiscard}>{strings.Report_DiscardDraft}</Button>}>
    {text(formatDay(savedAt) === formatDay(now) ? strings.Report_DraftOf : strings.Report_DraftOfDay, { when: formatMoment(savedAt, now) })}
  </MessageBar>
);

/** Why a report came back. */
export const ReturnedNote: React.FC<{ checkIn: CheckIn }> = ({ checkIn }) => (
  <MessageBar kind="warning">
    {checkIn.reviewNote.trim() === '' ? strings.Report_Returned : text(strings.Report_ReturnedBecause, { note: checkIn.reviewNote.trim() })}
  </MessageBar>
);

function whatItDoes(keyResult: KeyResult, earlier: CheckIn): string {
  const values = { process: earlier.process || '', quarter: earlier.quarter, day: formatDay(earlier.reportedOn) };
  if (measureOf(keyResult) !== 'contribution') return text(strings.Report_EarlierReading, values);
  return text(strings.Report_EarlierContribution, { ...values, value: earlier.value === null ? '0' : formatExact(earlier.value) });
}

export interface EarlierNoteProps {
  readonly board: Board;
  readonly keyResult: KeyResult;
  readonly form: ReportForm;
  readonly onCorrect: (checkIn: CheckIn) => void;
}

/** There is a report of the quarter already: whoever wants to mend it should not add another. */
export const EarlierNote: React.FC<EarlierNoteProps> = ({ board, keyResult, form, onCorrect }) => {
  const contributes = measureOf(keyResult) === 'contribution';
  // Of a sum only one's own process matters; a reading is of the key result as a whole.
  const earlier = board.checkInsOf(keyResult.code)
    .find((row) => row.quarter === form.quarter && (!contributes || row.process === form.process));
  if (!earlier) return null;
  return (
    <MessageBar
      actions={canCorrect(board.workspace, earlier)
        ? <Button kind="subtle" onClick={() => onCorrect(earlier)}>{strings.Report_CorrectThat}</Button>
        : undefined}
    >
      {whatItDoes(keyResult, earlier)}
    </MessageBar>
  );
};
