import * as React from 'react';
import { SWRConfig } from 'swr';
import type { Services } from '../../application/ports';
import { ErrorBoundary } from '../components/error-boundary/error-boundary';
import type { HostBridge } from '../host';
import { RouterProvider } from '../routing';
import { ServicesProvider } from '../services';
import { ThemeScope } from '../theme';
import type { HostTheme } from '../theme';
import type { WorkspaceScope } from '../../application/workspace';
import { Frame } from './frame';
import type { FrameTab } from './frame-context';
import type { RenderPage } from './frame';

export interface OkrAppProps {
  readonly services: Services;
  readonly theme: HostTheme;
  readonly host: HostBridge;
  /** Where a deep link from the host leads, `2021-2023/kr/OE1-OT2-R5`; the page's own address goes before it. */
  readonly initialRoute: string | null;
}

/** What one web part is made of, beside what all of them show alike. */
export interface WebPartPages {
  /** Pages the header leads to; the first is the one it opens with. */
  readonly tabs: readonly FrameTab[];
  /** What its pages need beside the plan. */
  readonly scope: WorkspaceScope;
  /** The page of a route, `null` for one it does not have. Key results, the matrix and reports are shown by the frame itself. */
  readonly renderPage: RenderPage;
  /** Holds the first page's place while it loads; cards by default. */
  readonly loadingShape?: React.ReactElement;
}

/** A web part, whole. Language and formats are those of the texts that the host loaded. */
export const OkrApp: React.FC<OkrAppProps & WebPartPages> = ({
  services, theme, host, initialRoute, tabs, scope, renderPage, loadingShape
}) => {
  const root = React.useRef<HTMLDivElement>(null);
  const plan = React.useRef('');
  // A cache for each services object: two people, or two sites, never share one.
  const cache = React.useMemo(() => ({ services, provider: () => new Map() }), [services]);
  return (
    <ThemeScope theme={theme} paint={host.kind === 'teams'}>
      <div ref={root}>
        <ErrorBoundary>
          <SWRConfig value={cache}>
            <ServicesProvider services={services} host={host}>
              <RouterProvider initialRoute={initialRoute} home={tabs[0].page} plan={plan} root={root}>
                <Frame plan={plan} tabs={tabs} scope={scope} renderPage={renderPage} loadingShape={loadingShape} />
              </RouterProvider>
            </ServicesProvider>
          </SWRConfig>
        </ErrorBoundary>
      </div>
    </ThemeScope>
  );
};
