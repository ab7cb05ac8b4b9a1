import * as React from 'react';
import * as strings from 'SigaciStrings';
import { makeBoard } from '../../application/board';
import type { Board } from '../../application/board';
import { undoCheckIn } from '../../application/check-ins';
import type { Workspace } from '../../application/workspace';
import type { CheckIn, KeyResultCode, ProcessCode } from '../../domain';
import { describeError } from '../components/error-state/describe-error';
import type { WorkspaceState } from '../data/use-workspace';
import { figureSentence, text } from '../formatting';
import { useRouter } from '../routing';
import { useServices } from '../services';
import { readProcess } from '../features/my-results/use-process';
import type { ShowToast } from './use-toast';

/** Parameters of the route that say which report is open. */
const KEY_RESULT = 'reportar';
const CHECK_IN = 'reporte';

export interface SavedReport {
  readonly workspace: Workspace;
  readonly checkIn: CheckIn;
  readonly kind: 'added' | 'corrected';
}

export interface ReportFlow {
  /** The report being written, `null` when none is. */
  readonly opened: { readonly keyResult: KeyResultCode; readonly process: ProcessCode | null; readonly checkIn?: CheckIn } | null;
  open(keyResult: KeyResultCode, checkIn?: CheckIn): void;
  close(): void;
  saved(result: SavedReport): void;
}

/** For which of my processes: the one on screen when it answers for the key result, else the first of mine that does. */
function processFor(board: Board, keyResult: KeyResultCode, onScreen: ProcessCode | null): ProcessCode | null {
  const status = board.statuses.get(keyResult);
  const mine = status ? board.myProcesses.filter((process) => status.keyResult.processes.indexOf(process) >= 0) : [];
  return mine.find((process) => process === onScreen) || mine[0] || null;
}

/** Opens, closes and follows up the check-in panel. It is part of the address: back closes it, and a link can lead into it. */
export function useReportFlow(board: Board | null, { replace }: WorkspaceState, showToast: ShowToast): ReportFlow {
  const services = useServices();
  const { route, openOver, closeOver } = useRouter();
  const keyResult = route.params[KEY_RESULT];
  const checkInId = Number(route.params[CHECK_IN]);
  const boardRef = React.useRef(board);
  boardRef.current = board;

  const opened = React.useMemo(() => {
    if (!board || !keyResult || !board.statuses.has(keyResult)) return null;
    const checkIn = checkInId ? board.checkInsOf(keyResult).find((candidate) => candidate.id === checkInId) : undefined;
    // A link to a report that is no longer there opens nothing: an empty form would make another one.
    if (checkInId && !checkIn) return null;
    const process = checkIn ? checkIn.process : processFor(board, keyResult, readProcess(services.store, route.params, board));
    return { keyResult, process, checkIn };
  }, [board, keyResult, checkInId, route.params, services.store]);

  const open = React.useCallback((code: KeyResultCode, checkIn?: CheckIn) => {
    openOver(checkIn ? { [KEY_RESULT]: code, [CHECK_IN]: String(checkIn.id) } : { [KEY_RESULT]: code });
  }, [openOver]);

  const close = React.useCallback(() => closeOver([KEY_RESULT, CHECK_IN]), [closeOver]);

  const undo = React.useCallback(async (checkIn: CheckIn) => {
    const current = boardRef.current;
    if (!current) return;
    try {
      replace(await undoCheckIn(services, current.workspace, checkIn));
      showToast(strings.Toast_Undone);
    } catch (error) {
      showToast(text(strings.Toast_NotUndone, { reason: describeError(error) }));
    }
  }, [replace, services, showToast]);

  const saved = React.useCallback(({ workspace, checkIn, kind }: SavedReport) => {
    close();
    replace(workspace);
    const now = services.now();
    const after = makeBoard(workspace, now);
    const status = after.statuses.get(checkIn.keyResult);
    const said = text(kind === 'added' ? strings.Toast_Saved : strings.Toast_Corrected, {
      figure: status ? figureSentence(status, after.today) : ''
    }).trim();
    showToast(said, kind === 'added' ? { label: strings.Toast_Undo, run: () => { void undo(checkIn); } } : undefined);
  }, [close, replace, services, showToast, undo]);

  return { opened, open, close, saved };
}
