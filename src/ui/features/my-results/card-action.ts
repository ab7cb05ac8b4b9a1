import * as strings from 'SigaciStrings';
import { canCorrect } from '../../../application/check-ins';
import type { Board } from '../../../application/board';
import type { CheckIn, DueState } from '../../../domain';
import { plural, text } from '../../formatting';
import type { ResultItem } from './filters';

/** What a card offers. `report` and a returned `correct` are owed: their button is filled. */
export type CardAction =
  | { readonly kind: 'report' }
  | { readonly kind: 'correct'; readonly checkIn: CheckIn; readonly owed: boolean }
  | { readonly kind: 'see' };

export const ACTION_WORDS: Readonly<Record<CardAction['kind'], string>> = {
  report: strings.Due_Report, correct: strings.Due_Correct, see: strings.Due_See
};

export function isOwed(action: CardAction): boolean {
  return action.kind === 'report' || (action.kind === 'correct' && action.owed);
}

/** What the person can do on a key result now; SharePoint decides in the end, this only offers. */
export function actionOf(item: ResultItem, board: Board): CardAction {
  const { due, status, process } = item;
  const { workspace, myProcesses } = board;
  // Looking at another process offers nothing: what one would report there is one's own process's.
  if (due === null || process === null || myProcesses.indexOf(process) < 0 || !workspace.permissions.report) return { kind: 'see' };
  if (due.state === 'returned') {
    return due.returned && canCorrect(workspace, due.returned) ? { kind: 'correct', checkIn: due.returned, owed: true } : { kind: 'see' };
  }
  if (due.state === 'due' || due.state === 'overdue') return { kind: 'report' };
  const own = board.checkInsOf(status.keyResult.code).find((checkIn) => checkIn.process === process && canCorrect(workspace, checkIn));
  return own && status.aliasOf === null ? { kind: 'correct', checkIn: own, owed: false } : { kind: 'see' };
}

/** Days until the window ends, in words; empty when there is no window to speak of. */
export function daysLeftText(daysLeft: number | null): string {
  if (daysLeft === null) return strings.Due_WindowPassed;
  return daysLeft === 0 ? strings.Due_LastDay : plural(strings.Due_DaysLeft, daysLeft);
}

const STATE_TEXTS: Readonly<Record<DueState, (item: ResultItem, daysLeft: number | null, quarter: string) => string>> = {
  returned: () => strings.Due_ReturnedByPlanning,
  // Where nobody has ever reported, how long for is no news: what matters is until when.
  overdue: ({ due, status }, daysLeft) => (
    due && status.coverage ? plural(strings.Due_LateQuarters, due.lateQuarters) : daysLeftText(daysLeft)
  ),
  due: (_item, daysLeft) => daysLeftText(daysLeft),
  reported: (_item, _daysLeft, quarter) => text(strings.Due_Reported, { quarter }),
  done: () => strings.Due_Done,
  notTaken: ({ status }) => (status.aliasOf ? text(strings.Due_SameAs, { code: status.aliasOf }) : ''),
  closed: () => strings.Due_Closed
};

/** Where a key result stands with its reports: `Quedan 5 días`, `Reportado en 2023-T3`. */
export function dueText(item: ResultItem): string {
  const { due } = item;
  return due ? STATE_TEXTS[due.state](item, due.daysLeft, due.quarter || '') : '';
}
