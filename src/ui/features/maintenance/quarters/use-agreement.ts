import * as React from 'react';
import { checkAgreement } from '../../../../application/closing';
import type { Agreement } from '../../../../application/closing';
import type { Board } from '../../../../application/board';
import { useServices } from '../../../services';

export type AgreementState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'checking'; readonly done: number; readonly total: number }
  | { readonly kind: 'checked'; readonly agreement: Agreement; readonly on: Date }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface AgreementModel {
  readonly state: AgreementState;
  readonly check: () => void;
  readonly cancel: () => void;
}

/** Folds the closed quarters again when asked to; what was found holds until a quarter is closed or opened again. */
export function useAgreement(board: Board): AgreementModel {
  const services = useServices();
  const { workspace } = board;
  const [state, setState] = React.useState<AgreementState>({ kind: 'unknown' });
  /** The run under way; another number than its own tells a run that it was cancelled. */
  const run = React.useRef(0);
  const { baseQuarter } = workspace;
  React.useEffect(() => {
    setState({ kind: 'unknown' });
    return () => { run.current += 1; };
  }, [baseQuarter]);

  const check = React.useCallback(() => {
    run.current += 1;
    const own = run.current;
    const show = (next: AgreementState): void => { if (run.current === own) setState(next); };
    setState({ kind: 'checking', done: 0, total: 0 });
    services.quarters.read(workspace)
      .then(({ targetChanges }) => checkAgreement(services, workspace, targetChanges, {
        onProgress: (done, total) => show({ kind: 'checking', done, total }),
        isCancelled: () => run.current !== own
      }))
      .then(
        (agreement) => show({ kind: 'checked', agreement, on: services.now() }),
        (error: unknown) => show({ kind: 'failed', error })
      );
  }, [services, workspace]);
  const cancel = React.useCallback(() => {
    run.current += 1;
    setState({ kind: 'unknown' });
  }, []);
  return { state, check, cancel };
}
