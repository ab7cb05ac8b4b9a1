import * as React from 'react';
import { act, render } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import { SWRConfig } from 'swr';
import { makeBoard } from '../../../src/application/board';
import type { Board } from '../../../src/application/board';
import type { HostBridge } from '../../../src/ui/host';
import { WorkspaceContext } from '../../../src/ui/data/use-workspace';
import type { WorkspaceState } from '../../../src/ui/data/use-workspace';
import { FrameContext } from '../../../src/ui/frame/frame-context';
import { RouterProvider, useRouter } from '../../../src/ui/routing';
import { ServicesProvider } from '../../../src/ui/services';
import { WidthClassContext } from '../../../src/ui/theme/container-width';
import type { WidthClass } from '../../../src/ui/theme/container-width';
import { inMemoryServices } from '../../support/in-memory-services';
import type { InMemoryServices } from '../../support/in-memory-services';

const FRAME: React.ContextType<typeof FrameContext> = { home: { page: 'myResults', label: 'Mis resultados' }, say: () => undefined };

export interface Frame extends RenderResult {
  readonly services: InMemoryServices;
  readonly board: Board;
  readonly host: { readonly opened: string[]; readonly bridge: HostBridge };
  /** Draws again with what the services say now. */
  refresh(): Promise<void>;
}

export interface FrameOptions {
  readonly user?: string;
  readonly services?: InMemoryServices;
  readonly route?: string;
  readonly width?: WidthClass;
  readonly kind?: HostBridge['kind'];
}

/** The plan as it was last read; a test reads it again itself. */
const stateOf = (board: Board): WorkspaceState => ({
  board, refreshing: false, slow: false, error: null, retryAt: null, offline: false, refresh: async () => undefined, replace: () => undefined
});

const Page: React.FC<{ page: (board: Board, navigate: (route: string) => void) => React.ReactElement; board: Board }> = ({ page, board }) =>
  page(board, useRouter().navigate);

/** A page of the app in the frame that the shell gives it, over the sample plan; the address says where the person is. */
export async function renderPage(
  page: (board: Board, navigate: (route: string) => void) => React.ReactElement,
  options: FrameOptions = {}
): Promise<Frame> {
  const services = options.services ?? inMemoryServices({ user: options.user ?? 'coop' });
  const read = async (): Promise<Board> => makeBoard(await services.plan.readWorkspace(services.now()), services.now());
  let board = await read();
  const opened: string[] = [];
  const bridge: HostBridge = {
    kind: options.kind ?? 'sharepoint',
    shareLink: route => `https://example.org/app?okr=${route}`,
    openInBrowser: route => {
      opened.push(route);
    }
  };
  window.history.replaceState(null, '', '/');
  const root = React.createRef<HTMLDivElement>();
  const plan = { current: board.workspace.plan.code };
  const cache = { provider: () => new Map(), dedupingInterval: 0 };
  const element = (): React.ReactElement => (
    <SWRConfig value={cache}>
      <ServicesProvider services={services} host={bridge}>
        <WorkspaceContext.Provider value={stateOf(board)}><FrameContext.Provider value={FRAME}>
        <RouterProvider home="matrix" initialRoute={options.route ?? null} plan={plan} root={root}>
          <WidthClassContext.Provider value={options.width ?? 'wide'}>
            <div ref={root}>
              <main tabIndex={-1}>
                <Page page={page} board={board} />
              </main>
            </div>
          </WidthClassContext.Provider>
        </RouterProvider>
        </FrameContext.Provider></WorkspaceContext.Provider>
      </ServicesProvider>
    </SWRConfig>
  );
  let result: RenderResult | undefined;
  // What the page reads as it opens arrives before the test goes on.
  await act(async () => {
    result = render(element());
  });
  if (!result) throw new Error('Nothing was rendered');
  const rendered = result;
  return {
    ...rendered,
    services,
    board,
    host: { opened, bridge },
    refresh: async () => {
      board = await read();
      rendered.rerender(element());
    }
  };
}

/** The route the address holds, without its parameters. */
export function routeNow(): string | null {
  return new URLSearchParams(window.location.search).get('okr');
}

/** A parameter of the route in the address. */
export function parameterNow(name: string): string | null {
  return new URLSearchParams(window.location.search).get(`okr-${name}`);
}
