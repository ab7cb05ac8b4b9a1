import * as React from 'react';
import { SWRConfig } from 'swr';
import type { Services } from '../../../application/ports';
import { ErrorBoundary } from '../../components/error-boundary/error-boundary';
import type { HostBridge } from '../../host';
import { RouterProvider } from '../../routing';
import { ServicesProvider } from '../../services';
import { ThemeScope } from '../../theme';
import type { HostTheme } from '../../theme';
import { Shell } from './shell';

export interface SeguimientoAppProps {
  readonly services: Services;
  readonly theme: HostTheme;
  readonly host: HostBridge;
  /** Where a deep link from the host leads, `2021-2023/kr/OE1-OT2-R5`; the page's own address goes before it. */
  readonly initialRoute: string | null;
}

/** The follow-up web part, whole. Language and formats are those of the texts that the host loaded. */
export const SeguimientoApp: React.FC<SeguimientoAppProps> = ({ services, theme, host, initialRoute }) => {
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
              <RouterProvider initialRoute={initialRoute} plan={plan} root={root}>
                <Shell plan={plan} />
              </RouterProvider>
            </ServicesProvider>
          </SWRConfig>
        </ErrorBoundary>
      </div>
    </ThemeScope>
  );
};
