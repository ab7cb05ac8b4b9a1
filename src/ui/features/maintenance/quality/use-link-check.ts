import * as React from 'react';
import type { CheckedLink } from '../../../../domain';
import { useMounted } from '../../../data/use-mounted';
import { useServices } from '../../../services';

export type LinkCheckState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly checked: number; readonly elsewhere: number; readonly gone: number }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface LinkCheck {
  readonly state: LinkCheckState;
  readonly gone: ReadonlySet<string>;
  readonly start: (links: readonly CheckedLink[]) => void;
  readonly cancel: () => void;
}

/** Looks where links lead, when somebody asks: a request for each hundred. */
export function useLinkCheck(): LinkCheck {
  const { operativePlans } = useServices();
  const [state, setState] = React.useState<LinkCheckState>({ kind: 'idle' });
  const [gone, setGone] = React.useState<ReadonlySet<string>>(new Set());
  const cancelled = React.useRef(false);
  const mounted = useMounted();
  React.useEffect(() => () => { cancelled.current = true; }, []);
  const show = (next: LinkCheckState): void => { if (mounted.current) setState(next); };

  const start = (links: readonly CheckedLink[]): void => {
    cancelled.current = false;
    show({ kind: 'running', done: 0, total: links.length });
    operativePlans.lookUp(links.map(({ url }) => url), {
      onProgress: (done, total) => show({ kind: 'running', done, total }),
      isCancelled: () => cancelled.current
    }).then(
      (targets) => {
        const lost = new Set(links.filter((_, index) => index < targets.length && targets[index].kind === 'gone').map(({ url }) => url));
        if (mounted.current) setGone(lost);
        show({
          kind: 'done', checked: targets.length, gone: lost.size, elsewhere: targets.filter(({ kind }) => kind === 'elsewhere').length
        });
      },
      (error: unknown) => show({ kind: 'failed', error })
    );
  };
  return { state, gone, start, cancel: () => { cancelled.current = true; } };
}
