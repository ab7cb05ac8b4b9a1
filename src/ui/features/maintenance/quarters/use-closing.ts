import * as React from 'react';
import { closeQuarter, mendRefusal, reopenQuarter } from '../../../../application/closing';
import type { ClosingProgress, ClosingResult, ClosingStep } from '../../../../application/closing';
import type { Quarter, QuarterCode } from '../../../../domain';
import { useMounted } from '../../../data/use-mounted';
import { useServices } from '../../../services';
import type { MaintenanceParts } from '../parts';

export type ClosingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'closing'; readonly quarter: QuarterCode; readonly progress: ClosingProgress }
  | { readonly kind: 'failed'; readonly quarter: QuarterCode; readonly error: unknown; readonly step: ClosingStep }
  | { readonly kind: 'closed'; readonly result: ClosingResult }
  /** Something short is being done: opening again, making a row, mending the list's formula. */
  | { readonly kind: 'working'; readonly what: 'reopen' | 'restore' | 'refusal' }
  | { readonly kind: 'reopened'; readonly quarter: QuarterCode }
  | { readonly kind: 'actionFailed'; readonly quarter: QuarterCode | null; readonly error: unknown };

export interface ClosingModel {
  readonly state: ClosingState;
  readonly busy: boolean;
  readonly close: (quarter: QuarterCode, resume: boolean) => void;
  /** Resolves to whether it went through. */
  readonly reopen: (quarter: QuarterCode, reason: string) => Promise<boolean>;
  readonly restore: (quarter: Pick<Quarter, 'code' | 'start' | 'end' | 'state'>) => void;
  readonly mend: () => void;
  readonly dismiss: () => void;
}

/** Whoever leaves while rows are being written is asked first. */
function useLeaveGuard(active: boolean): void {
  React.useEffect(() => {
    if (!active) return undefined;
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
      event.returnValue = '';
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [active]);
}

/** Closes and opens quarters, and follows how that goes. The plan is read again after each. */
export function useClosing({ board, state: { refresh } }: MaintenanceParts): ClosingModel {
  const services = useServices();
  const { workspace } = board;
  const [state, setState] = React.useState<ClosingState>({ kind: 'idle' });
  const mounted = useMounted();
  const busy = state.kind === 'closing' || state.kind === 'working';
  useLeaveGuard(busy);
  const show = (next: ClosingState): void => { if (mounted.current) setState(next); };

  /** What becomes of an action: said when the plan on screen is that of afterwards. */
  const finish = async (run: Promise<ClosingState>): Promise<ClosingState> => {
    const next = await run;
    await refresh();
    show(next);
    return next;
  };

  const close = (quarter: QuarterCode, resume: boolean): void => {
    if (busy) return;
    let step: ClosingStep = 'claim';
    const onProgress = (progress: ClosingProgress): void => {
      step = progress.step;
      show({ kind: 'closing', quarter, progress });
    };
    onProgress({ step, done: 0, total: 0 });
    void finish(closeQuarter(services, workspace, quarter, { resume, onProgress }).then(
      (result): ClosingState => ({ kind: 'closed', result }),
      (error: unknown): ClosingState => ({ kind: 'failed', quarter, error, step })
    ));
  };

  const act = (what: 'reopen' | 'restore' | 'refusal', quarter: QuarterCode | null, run: () => Promise<void>, done: ClosingState): Promise<boolean> => {
    show({ kind: 'working', what });
    return finish(run().then(
      () => done,
      (error: unknown): ClosingState => ({ kind: 'actionFailed', quarter, error })
    )).then((next) => next === done);
  };

  return {
    state,
    busy,
    close,
    reopen: (quarter, reason) => act('reopen', quarter, () => reopenQuarter(services, workspace, quarter, reason), { kind: 'reopened', quarter }),
    restore: (quarter) => { void act('restore', quarter.code, () => services.quarters.restore(workspace, quarter), { kind: 'idle' }); },
    mend: () => { void act('refusal', null, () => mendRefusal(services, workspace), { kind: 'idle' }); },
    dismiss: () => show({ kind: 'idle' })
  };
}
