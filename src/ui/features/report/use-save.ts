import * as React from 'react';
import { InvalidDraftError, withCheckIn, withoutCheckIn } from '../../../application/check-ins';
import { asAppError, isAppError } from '../../../application/errors';
import type { AppError } from '../../../application/errors';
import type { ChangedCheckIn, Services } from '../../../application/ports';
import type { Workspace } from '../../../application/workspace';
import type { CheckIn, CheckInDraft, DraftIssue, KeyResult } from '../../../domain';
import { usePause } from '../../components/pause/use-pause';
import type { Pause } from '../../components/pause/use-pause';
import { useMounted } from '../../data/use-mounted';
import { saysTheSame, sendReport } from './send';
import type { Saved } from './send';

export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  /** SharePoint asked for a pause; saving goes on by itself. */
  | { readonly kind: 'waiting'; readonly pause: Pause }
  | { readonly kind: 'failed'; readonly error: AppError }
  /** Somebody changed the report meanwhile: nothing is written until the person has chosen. */
  | { readonly kind: 'conflict'; readonly mine: CheckInDraft; readonly theirs: ChangedCheckIn };

export interface SaveInput {
  readonly services: Pick<Services, 'checkIns' | 'plan' | 'now'>;
  readonly workspace: Workspace;
  readonly keyResult: KeyResult;
  /** The report to correct; `null` for a new one. */
  readonly original: CheckIn | null;
  /** What is to be sent, as it stands at that moment; `null` when the form has errors, which the callee then shows. */
  readonly prepare: () => CheckInDraft | null;
  /** The draft turned out to be invalid only on sending: the plan has changed since. */
  readonly onInvalid: (issues: readonly DraftIssue[]) => void;
  readonly onSaved: (saved: Saved) => void;
}

export interface Saving {
  readonly state: SaveState;
  /** Sends; does nothing while a request is on its way. @param asNew adds a row of its own instead of correcting */
  readonly save: (asNew?: boolean) => void;
  /** Writes over the version of the conflict. */
  readonly overwrite: (draft: CheckInDraft) => void;
  /** Leaves the version of the conflict as it stands. */
  readonly useTheirs: () => void;
  /** Stops waiting, or takes a message away. */
  readonly dismiss: () => void;
}

/** Saving as a machine: one request at a time, waiting when told to wait, asking when there is something to choose. */
export function useSave(input: SaveInput): Saving {
  const [state, setState] = React.useState<SaveState>({ kind: 'idle' });
  const latest = React.useRef(input);
  latest.current = input;
  const busy = React.useRef(false);
  const mounted = useMounted();
  const { pause, after, stop } = usePause();
  const addsAnew = React.useRef(false);

  const show = (next: SaveState): void => {
    // The panel may be closed while the request is on its way; its outcome is told all the same.
    if (mounted.current) setState(next);
  };


  const meetConflict = async (draft: CheckInDraft, original: CheckIn): Promise<void> => {
    const { services, workspace, onSaved } = latest.current;
    const theirs = await services.checkIns.read(original.id);
    if (saysTheSame(theirs, draft)) onSaved({ workspace: withCheckIn(workspace, theirs), checkIn: theirs, kind: 'corrected' });
    else show({ kind: 'conflict', mine: draft, theirs });
  };

  const fail = async (error: unknown, draft: CheckInDraft, original: CheckIn | null): Promise<void> => {
    if (error instanceof InvalidDraftError) {
      show({ kind: 'idle' });
      latest.current.onInvalid(error.issues);
    } else if (after(error, () => save(addsAnew.current))) {
      show({ kind: 'idle' });
    } else if (isAppError(error, 'conflict') && original) {
      await meetConflict(draft, original).catch((problem: unknown) => show({ kind: 'failed', error: asAppError(problem) }));
    } else {
      show({ kind: 'failed', error: asAppError(error) });
    }
  };

  const send = async (draft: CheckInDraft, original: CheckIn | null): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    stop();
    show({ kind: 'saving' });
    const { services, workspace, keyResult, original: replaced } = latest.current;
    // A row of its own for one that was deleted: what was deleted must not count beside it.
    const base = addsAnew.current && replaced ? withoutCheckIn(workspace, replaced.id) : workspace;
    try {
      const saved = await sendReport(services, base, keyResult, draft, original);
      latest.current.onSaved(saved);
    } catch (error) {
      await fail(error, draft, original);
    } finally {
      busy.current = false;
    }
  };

  function save(asNew: boolean = false): void {
    if (busy.current) return;
    addsAnew.current = asNew;
    stop();
    const draft = latest.current.prepare();
    if (draft) void send(draft, asNew ? null : latest.current.original);
    else show({ kind: 'idle' });
  }

  return {
    state: pause ? { kind: 'waiting', pause } : state,
    save,
    overwrite: (draft) => {
      if (state.kind === 'conflict') void send(draft, state.theirs);
    },
    useTheirs: () => {
      if (state.kind !== 'conflict' || busy.current) return;
      const { workspace, onSaved } = latest.current;
      onSaved({ workspace: withCheckIn(workspace, state.theirs), checkIn: state.theirs, kind: 'corrected' });
    },
    dismiss: () => {
      stop();
      if (!busy.current) show({ kind: 'idle' });
    }
  };
}
