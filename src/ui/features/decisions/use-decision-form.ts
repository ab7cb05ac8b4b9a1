import * as React from 'react';
import { checkDecision, correctDecision, InvalidDecisionError, recordDecision, withDecision } from '../../../application/decisions';
import type { DecisionChange } from '../../../application/decisions';
import type { Board } from '../../../application/board';
import { AppError, asAppError, isAppError } from '../../../application/errors';
import type { Decision, DecisionDraft, DecisionIssue } from '../../../domain';
import { usePause } from '../../components/pause/use-pause';
import type { Pause } from '../../components/pause/use-pause';
import { useMounted } from '../../data/use-mounted';
import { useServices } from '../../services';
import { dropDecisionDraft, keepDecisionDraft, readDecisionDraft } from './decision-draft';
import type { DecisionSubject, TypedDecision } from './decision-draft';

export type DecisionSaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  /** SharePoint asked for a pause; saving goes on by itself. */
  | { readonly kind: 'waiting'; readonly pause: Pause }
  | { readonly kind: 'failed'; readonly error: AppError }
  /** Somebody changed the decision meanwhile: nothing is written until the person has chosen. */
  | { readonly kind: 'conflict'; readonly theirs: Decision };

export interface DecisionFormInput {
  readonly board: Board;
  readonly subject: DecisionSubject;
  /** The decision to change; `null` for a new one. */
  readonly decision: Decision | null;
  readonly onSaved: (change: DecisionChange, kind: 'added' | 'changed') => void;
}

export interface DecisionForm {
  readonly typed: TypedDecision;
  /** Was begun earlier and never saved. */
  readonly restored: boolean;
  /** What is wrong, as far as it is to be shown yet. */
  readonly issues: readonly DecisionIssue[];
  /** Counts the attempts that met errors: the form moves the focus to the first of them. */
  readonly refusals: number;
  readonly save: DecisionSaveState;
  change(patch: Partial<TypedDecision>): void;
  /** A date field holds something that is no date. */
  setBadDate(field: 'due' | 'decidedOn', bad: boolean): void;
  submit(): void;
  /** A row of its own in place of one that was deleted. */
  submitAsNew(): void;
  overwrite(): void;
  useTheirs(): void;
  startOver(): void;
  stopWaiting(): void;
}

/** The process a decision most likely falls to: the only one that answers for the key result. */
function likelyProcess(board: Board, { keyResult }: DecisionSubject): string | null {
  const status = keyResult === null ? undefined : board.statuses.get(keyResult);
  return status && status.keyResult.processes.length === 1 ? status.keyResult.processes[0] : null;
}

function asIfNew(board: Board, subject: DecisionSubject, clientKey: string): TypedDecision {
  return {
    title: '', detail: '', responsible: likelyProcess(board, subject), due: null, decidedOn: board.today, state: 'Abierta', clientKey
  };
}

function isSame(one: Decision, draft: DecisionDraft): boolean {
  return one.title === draft.title.trim() && one.detail === draft.detail.trim() && one.responsible === draft.responsible
    && one.due === draft.due && one.state === draft.state && one.decidedOn === draft.decidedOn;
}

/** A decision being written: what is typed, kept as a draft; what is wrong with it; and saving it, once. */
export function useDecisionForm({ board, subject, decision, onSaved }: DecisionFormInput): DecisionForm {
  const services = useServices();
  const { store, newKey } = services;
  const { workspace, today } = board;
  const plan = workspace.plan.code;
  const [begun] = React.useState(() => (decision ? null : readDecisionDraft(store, plan, subject, today)));
  const [restored, setRestored] = React.useState(begun !== null);
  const [typed, setTyped] = React.useState<TypedDecision>(() => (
    decision ? { ...decision, clientKey: '' } : begun || asIfNew(board, subject, newKey())
  ));
  const [bad, setBad] = React.useState<Readonly<Record<'due' | 'decidedOn', boolean>>>({ due: false, decidedOn: false });
  const [refusals, setRefusals] = React.useState(0);
  const [save, setSave] = React.useState<DecisionSaveState>({ kind: 'idle' });
  const busy = React.useRef(false);
  const mounted = useMounted();
  const { pause, after, stop } = usePause();

  const draft: DecisionDraft = { ...typed, keyResult: subject.keyResult, strategicObjective: subject.strategicObjective };
  const found = [
    ...checkDecision(workspace, draft),
    ...(bad.due ? [{ field: 'due', kind: 'dueInvalid', severity: 'error' } as const] : []),
    ...(bad.decidedOn ? [{ field: 'decidedOn', kind: 'dateInvalid', severity: 'error' } as const] : [])
  ];
  // An empty form is no mistake until somebody wants to save it; what is too long or at odds is told at once.
  const issues = refusals > 0 ? found : found.filter(({ kind }) => kind !== 'titleEmpty');

  const change = (patch: Partial<TypedDecision>): void => {
    const next = { ...typed, ...patch };
    setTyped(next);
    if (!decision) keepDecisionDraft(store, plan, subject, next);
  };

  const meetConflict = async (sent: DecisionDraft, original: Decision): Promise<DecisionSaveState> => {
    const { decisions } = await services.decisions.list(workspace);
    const theirs = decisions.find(({ id }) => id === original.id);
    if (!theirs) return { kind: 'failed', error: new AppError('gone', { list: 'Decisions' }) };
    if (!isSame(theirs, sent)) return { kind: 'conflict', theirs };
    onSaved({ decision: theirs, workspace: withDecision(workspace, theirs) }, 'changed');
    return { kind: 'idle' };
  };

  const send = async (original: Decision | null): Promise<void> => {
    if (busy.current) return;
    stop();
    if (found.some(({ severity }) => severity === 'error')) {
      setRefusals(count => count + 1);
      return;
    }
    busy.current = true;
    setSave({ kind: 'saving' });
    let next: DecisionSaveState = { kind: 'idle' };
    try {
      const content = original ? draft : { ...draft, clientKey: draft.clientKey || newKey() };
      const change = original
        ? await correctDecision(services, workspace, original, content)
        : await recordDecision(services, workspace, content);
      if (!decision) dropDecisionDraft(store, plan, subject);
      if (mounted.current) {
        setTyped(asIfNew(board, subject, newKey()));
        setRefusals(0);
        setRestored(false);
      }
      onSaved(change, decision ? 'changed' : 'added');
    } catch (error) {
      if (error instanceof InvalidDecisionError) setRefusals(count => count + 1);
      else if (isAppError(error, 'conflict') && original) {
        next = await meetConflict(draft, original).catch((problem: unknown) => ({ kind: 'failed' as const, error: asAppError(problem) }));
      } else if (!after(error, () => latestSend.current(original))) next = { kind: 'failed', error: asAppError(error) };
    } finally {
      busy.current = false;
      if (mounted.current) setSave(next);
    }
  };

  // What is sent after a pause is what stands there then.
  const latestSend = React.useRef<(original: Decision | null) => void>(() => undefined);
  latestSend.current = original => { void send(original); };

  return {
    typed,
    restored,
    issues,
    refusals,
    save: pause ? { kind: 'waiting', pause } : save,
    change,
    setBadDate: (field, isBad) => setBad(now => (now[field] === isBad ? now : { ...now, [field]: isBad })),
    submit: () => { void send(decision); },
    submitAsNew: () => { void send(null); },
    overwrite: () => { if (save.kind === 'conflict') void send(save.theirs); },
    useTheirs: () => {
      if (save.kind === 'conflict') onSaved({ decision: save.theirs, workspace: withDecision(workspace, save.theirs) }, 'changed');
    },
    startOver: () => {
      dropDecisionDraft(store, plan, subject);
      setTyped(asIfNew(board, subject, newKey()));
      setRestored(false);
      setRefusals(0);
    },
    stopWaiting: stop
  };
}
