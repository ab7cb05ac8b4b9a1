import * as React from 'react';
import { useMounted } from '../data/use-mounted';

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working' }
  | { readonly kind: 'done'; readonly fileName: string }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Runs an export, one at a time, and says how it goes. @param run makes the file and resolves to its name */
export function useExport(run: () => Promise<string>): [ExportState, () => void, () => void] {
  const [state, setState] = React.useState<ExportState>({ kind: 'idle' });
  const mounted = useMounted();
  const start = (): void => {
    if (state.kind === 'working') return;
    setState({ kind: 'working' });
    run()
      .then<ExportState, ExportState>(
        fileName => ({ kind: 'done', fileName }),
        error => ({ kind: 'failed', error })
      )
      .then(
        next => {
          if (mounted.current) setState(next);
        },
        () => undefined /* both outcomes are handled above */
      );
  };
  return [state, start, () => setState({ kind: 'idle' })];
}
