import * as React from 'react';
import * as strings from 'SigaciStrings';
import { setDecisionState, undoDecision, withDecision } from '../../../application/decisions';
import type { DecisionChange } from '../../../application/decisions';
import type { Workspace } from '../../../application/workspace';
import type { Decision, DecisionState } from '../../../domain';
import { describeError } from '../../components/error-state/describe-error';
import { useWorkspace } from '../../data/use-workspace';
import { text } from '../../formatting';
import { useFrame } from '../../frame/frame-context';
import { useServices } from '../../services';

const DONE_WORDS: Readonly<Record<DecisionState, string>> = {
  Abierta: strings.Decision_Reopened, Cumplida: strings.Decision_MarkedDone, Descartada: strings.Decision_MarkedDropped
};

export interface DecisionChanges {
  /** Takes what was saved onto the screen, and says so with a way back. */
  saved(change: DecisionChange, kind: 'added' | 'changed'): void;
  /** Marks a decision as carried out, dropped or open again; its outcome is said. */
  setState(decision: Decision, state: DecisionState): Promise<void>;
  /** Decisions being changed now. */
  readonly busy: readonly number[];
}

/**
 * What can be done with decisions, wherever they are shown.
 * @param onChange told of every change beside the workspace's: lists that hold closed decisions too are theirs to keep; `null`: taken back
 */
export function useDecisionChanges(onChange?: (id: number, decision: Decision | null) => void): DecisionChanges {
  const services = useServices();
  const state = useWorkspace();
  const { say } = useFrame();
  const [busy, setBusy] = React.useState<readonly number[]>([]);
  const latest = React.useRef({ state, onChange });
  latest.current = { state, onChange };

  const workspace = React.useCallback((): Workspace | null => {
    const { board } = latest.current.state;
    return board && board.workspace;
  }, []);

  const taken = React.useCallback(({ decision }: DecisionChange): void => {
    // Into the whole plan: the page may have been looking at some objectives only.
    const current = workspace();
    if (current) latest.current.state.replace(withDecision(current, decision));
    if (latest.current.onChange) latest.current.onChange(decision.id, decision);
  }, [workspace]);

  const takeBack = React.useCallback(async (decision: Decision): Promise<void> => {
    const current = workspace();
    if (!current) return;
    try {
      latest.current.state.replace(await undoDecision(services, current, decision));
      if (latest.current.onChange) latest.current.onChange(decision.id, null);
      say(strings.Decision_TakenBack);
    } catch (error) {
      say(text(strings.Decision_NotUndone, { reason: reasonOf(error) }));
    }
  }, [say, services, workspace]);

  const setState = React.useCallback(async (decision: Decision, to: DecisionState, isUndo: boolean = false): Promise<void> => {
    const current = workspace();
    if (!current) return;
    setBusy(ids => [...ids, decision.id]);
    try {
      const change = await setDecisionState(services, current, decision, to);
      taken(change);
      say(DONE_WORDS[to], isUndo ? undefined : {
        label: strings.Toast_Undo, run: () => { void setState(change.decision, decision.state, true); }
      });
    } catch (error) {
      say(text(isUndo ? strings.Decision_NotUndone : strings.Decision_FailedState, { reason: reasonOf(error) }));
    } finally {
      setBusy(ids => ids.filter(id => id !== decision.id));
    }
  }, [say, services, taken, workspace]);

  const saved = React.useCallback((change: DecisionChange, kind: 'added' | 'changed'): void => {
    taken(change);
    if (kind === 'changed') say(strings.Decision_Changed);
    else say(strings.Decision_Saved, { label: strings.Toast_Undo, run: () => { void takeBack(change.decision); } });
  }, [say, takeBack, taken]);

  return { saved, setState, busy };
}

function reasonOf(error: unknown): string {
  const kind = (error as { kind?: unknown }).kind;
  if (kind === 'conflict') return strings.Decision_FailedConflict;
  return kind === 'noAccess' ? strings.Decision_FailedNoAccess : kind === 'gone' ? strings.Decision_AlreadyGone : describeError(error);
}
