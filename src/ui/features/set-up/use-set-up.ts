import * as React from 'react';
import type { SetUpProgress, SetUpStep, SiteSetUp } from '../../../application/ports';
import { useMounted } from '../../data/use-mounted';
import { useServices } from '../../services';

export type Inspection = Awaited<ReturnType<SiteSetUp['inspect']>>;

export type SetUpState =
  | { readonly phase: 'inspecting' }
  | { readonly phase: 'inspectionFailed'; readonly error: unknown }
  | { readonly phase: 'notAllowed'; readonly inspection: Inspection }
  | { readonly phase: 'offered'; readonly inspection: Inspection }
  | { readonly phase: 'running'; readonly progress: SetUpProgress | null }
  | { readonly phase: 'failed'; readonly error: unknown; readonly lastStep: SetUpStep | null }
  | { readonly phase: 'done' };

/**
 * Looks at what is there, sets the site up on demand and follows its steps.
 * @param onReady called at once when somebody else has set it up in the meantime
 * @param mending something was taken away from a site that is set up: it is offered all the same
 */
export function useSetUp(onReady: () => void, mending: boolean): { state: SetUpState; run: () => void; inspect: () => void } {
  const { setUp } = useServices();
  const [state, setState] = React.useState<SetUpState>({ phase: 'inspecting' });
  const mounted = useMounted();
  const onReadyRef = React.useRef(onReady);
  onReadyRef.current = onReady;
  const show = React.useCallback((next: SetUpState) => { if (mounted.current) setState(next); }, [mounted]);

  const inspect = React.useCallback(() => {
    show({ phase: 'inspecting' });
    setUp.inspect().then(
      (inspection) => {
        const ready = inspection.state === 'ready' && !mending;
        if (ready) onReadyRef.current();
        show(ready ? { phase: 'done' } : { phase: inspection.allowed ? 'offered' : 'notAllowed', inspection });
      },
      (error: unknown) => show({ phase: 'inspectionFailed', error })
    );
  }, [setUp, show, mending]);
  React.useEffect(inspect, [inspect]);

  const run = React.useCallback(() => {
    let lastStep: SetUpStep | null = null;
    show({ phase: 'running', progress: null });
    setUp.run((progress) => {
      lastStep = progress.step;
      show({ phase: 'running', progress });
    }).then(
      () => show({ phase: 'done' }),
      (error: unknown) => show({ phase: 'failed', error, lastStep })
    );
  }, [setUp, show]);

  return { state, run, inspect };
}
