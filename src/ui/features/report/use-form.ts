import * as React from 'react';
import type { Board } from '../../../application/board';
import { clearDraft, readDraft, saveDraft } from '../../../application/drafts';
import type { StoredDraft } from '../../../application/drafts';
import type { Services } from '../../../application/ports';
import type { CheckIn, KeyResult, ProcessCode, QuarterCode } from '../../../domain';
import type { Choices } from './eligibility';
import { emptyForm, formOfCheckIn, sameContent } from './form';
import type { ReportForm } from './form';
import { measureOf } from './measure';

/** How long after the last keystroke a draft is kept. */
const KEEP_AFTER = 400;

/** What is known of the draft in the browser's storage. */
export type KeptDraft =
  | { readonly kind: 'none' }
  /** Found on opening, or on changing quarter or process. */
  | { readonly kind: 'restored'; readonly savedAt: string }
  | { readonly kind: 'kept'; readonly savedAt: string }
  /** The storage is full or blocked. */
  | { readonly kind: 'notKept' };

export interface FormState {
  readonly form: ReportForm;
  readonly change: (part: Partial<ReportForm>) => void;
  /** For whom or for which quarter: what was typed moves along, unless a draft waits there. */
  readonly moveTo: (target: { process?: ProcessCode; quarter?: QuarterCode }) => void;
  readonly kept: KeptDraft;
  /** When the draft shown was found in storage; the note about it. */
  readonly restoredFrom: string | null;
  /** Keeps the draft now, without waiting for the typing to end. */
  readonly keepNow: () => void;
  /** The state as last set, for handlers that run after it and before the next render. */
  readonly latest: () => { readonly form: ReportForm; readonly clientKey: string };
  /** Throws away what was typed. */
  readonly discard: () => void;
  /** Forgets the stored draft for good: it has been sent. */
  readonly done: () => void;
  /** Key of the check-in this becomes. */
  readonly clientKey: string;
  /** Takes a key of its own, when what was typed is to become another row. */
  readonly renewKey: () => void;
  /** The check-in that is corrected, with the version the draft was begun on. */
  readonly original: CheckIn | null;
}

interface Held {
  readonly form: ReportForm;
  readonly clientKey: string;
  readonly original: CheckIn | null;
  readonly kept: KeptDraft;
  readonly restoredFrom: string | null;
}

type FormServices = Pick<Services, 'store' | 'now' | 'newKey'>;

function formOfDraft(keyResult: KeyResult, draft: StoredDraft, process: ProcessCode, quarter: QuarterCode): ReportForm {
  const level = measureOf(keyResult) === 'level';
  const { stagesDone, confidence, narrative, obstacles, nextStep, evidence } = draft;
  return {
    process, quarter, stagesDone, confidence, narrative, obstacles, nextStep, evidence,
    valueText: level ? '' : draft.valueText,
    level: level && draft.valueText !== '' ? Number(draft.valueText) || null : null
  };
}

/** The form as it stands before anybody types, at a process and quarter. */
function pristine(board: Board, keyResult: KeyResult, checkIn: CheckIn | null, process: ProcessCode, quarter: QuarterCode): ReportForm {
  if (checkIn) return { ...formOfCheckIn(keyResult, checkIn, process), process, quarter };
  const status = board.statuses.get(keyResult.code);
  return emptyForm(process, quarter, status ? status.accumulated.stagesDone : []);
}

function restored(keyResult: KeyResult, draft: StoredDraft, checkIn: CheckIn | null, process: ProcessCode, quarter: QuarterCode): Held {
  return {
    form: formOfDraft(keyResult, draft, process, quarter),
    clientKey: draft.clientKey,
    // Begun on an older version, it must meet the conflict instead of overwriting what came in between.
    original: checkIn && draft.correctsEtag !== null ? { ...checkIn, etag: draft.correctsEtag } : checkIn,
    kept: { kind: 'restored', savedAt: draft.savedAt },
    restoredFrom: draft.savedAt
  };
}

export interface FormInput {
  readonly board: Board;
  readonly keyResult: KeyResult;
  readonly checkIn: CheckIn | null;
  readonly choices: Choices;
  /** The process to begin with; `null` when the caller does not mind. */
  readonly process: ProcessCode | null;
}

function begin({ board, keyResult, checkIn, choices, process: asked }: FormInput, services: FormServices): Held {
  const corrects = checkIn ? checkIn.id : null;
  const wanted = [checkIn && checkIn.process, asked].find((code) => code !== null && choices.processes.indexOf(code) >= 0);
  const process = wanted || choices.processes[0];
  const reporting = board.reporting && choices.quarters.find(({ quarter }) => board.reporting !== null && quarter.code === board.reporting.quarter.code);
  const quarter = checkIn ? checkIn.quarter : (reporting || choices.quarters[0]).quarter.code;
  const others = choices.quarters.map((status) => status.quarter.code).filter((code) => code !== quarter);
  // Somebody who had begun on another quarter, or for another of their processes, finds that again.
  for (const forWhom of wanted ? [process] : choices.processes) {
    for (const code of [quarter, ...others]) {
      const draft = readDraft(services.store, keyResult.code, forWhom, code, corrects);
      if (draft) return restored(keyResult, draft, checkIn, forWhom, code);
    }
  }
  return {
    form: pristine(board, keyResult, checkIn, process, quarter),
    clientKey: checkIn ? checkIn.clientKey : services.newKey(),
    original: checkIn,
    kept: { kind: 'none' },
    restoredFrom: null
  };
}

/** The form and its draft in the browser's storage: typed text survives closing the panel and the tab. */
export function useForm(input: FormInput, services: FormServices): FormState {
  const { board, keyResult, checkIn } = input;
  const [held, setHeld] = React.useState<Held>(() => begin(input, services));
  // What the handlers and the last moment before the page goes away read: state as set, not as of the last render.
  const latest = React.useRef(held);
  const timer = React.useRef<number | null>(null);
  const over = React.useRef(false);
  const corrects = checkIn ? checkIn.id : null;

  const hold = (next: Held): void => {
    latest.current = next;
    setHeld(next);
  };

  const blank = (form: ReportForm): boolean => sameContent(form, pristine(board, keyResult, checkIn, form.process, form.quarter));

  const forget = (form: ReportForm): void => clearDraft(services.store, keyResult.code, form.process, form.quarter, corrects);

  const keep = (): void => {
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
    const { form, clientKey, original } = latest.current;
    if (over.current) return;
    if (blank(form)) {
      forget(form);
      hold({ ...latest.current, kept: { kind: 'none' } });
      return;
    }
    const savedAt = services.now().toISOString();
    const { stagesDone, confidence, narrative, obstacles, nextStep, evidence } = form;
    saveDraft(services.store, keyResult.code, form.process, form.quarter, {
      valueText: measureOf(keyResult) === 'level' ? String(form.level || '') : form.valueText,
      stagesDone, confidence, narrative, obstacles, nextStep, evidence, clientKey, corrects, savedAt,
      correctsEtag: original ? original.etag : null
    });
    // Storage that is full or blocked says nothing: only reading back tells whether the promise holds.
    const found = readDraft(services.store, keyResult.code, form.process, form.quarter, corrects);
    hold({ ...latest.current, kept: found && found.savedAt === savedAt ? { kind: 'kept', savedAt } : { kind: 'notKept' } });
  };
  const keepRef = React.useRef(keep);
  keepRef.current = keep;

  React.useEffect(() => {
    const keepPending = (): void => {
      if (timer.current !== null) keepRef.current();
    };
    // A phone may drop a hidden tab without a further word.
    window.addEventListener('pagehide', keepPending);
    document.addEventListener('visibilitychange', keepPending);
    return () => {
      window.removeEventListener('pagehide', keepPending);
      document.removeEventListener('visibilitychange', keepPending);
      keepPending();
    };
  }, []);

  const change = (part: Partial<ReportForm>): void => {
    hold({ ...latest.current, form: { ...latest.current.form, ...part } });
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => keepRef.current(), KEEP_AFTER);
  };

  const moveTo = (target: { process?: ProcessCode; quarter?: QuarterCode }): void => {
    if (timer.current !== null) keepRef.current();
    const { form } = latest.current;
    const process = target.process || form.process;
    const quarter = target.quarter || form.quarter;
    const waiting = readDraft(services.store, keyResult.code, process, quarter, corrects);
    if (waiting) {
      hold(restored(keyResult, waiting, checkIn, process, quarter));
      return;
    }
    if (blank(form)) {
      hold({ ...latest.current, form: pristine(board, keyResult, checkIn, process, quarter) });
      return;
    }
    forget(form);
    hold({ ...latest.current, form: { ...form, process, quarter } });
    keepRef.current();
  };

  const discard = (): void => {
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
    const { form } = latest.current;
    forget(form);
    hold({
      form: pristine(board, keyResult, checkIn, form.process, form.quarter),
      clientKey: checkIn ? checkIn.clientKey : services.newKey(),
      original: checkIn,
      kept: { kind: 'none' },
      restoredFrom: null
    });
  };

  const done = (): void => {
    over.current = true;
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
    forget(latest.current.form);
  };

  const renewKey = (): void => hold({ ...latest.current, clientKey: services.newKey() });

  return {
    form: held.form, change, moveTo, kept: held.kept, restoredFrom: held.restoredFrom, discard, done,
    keepNow: () => { if (timer.current !== null) keepRef.current(); },
    latest: () => latest.current,
    clientKey: held.clientKey, renewKey, original: held.original
  };
}
