import * as React from 'react';
import { render, screen } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DashboardApp } from '../../../src/ui/features/dashboard';
import type { HostBridge } from '../../../src/ui/host';
import { inMemoryServices } from '../../support/in-memory-services';
import type { InMemoryServices } from '../../support/in-memory-services';

export interface Dashboard extends RenderResult {
  readonly services: InMemoryServices;
  readonly user: ReturnType<typeof userEvent.setup>;
  /** Routes that were opened outside the host. */
  readonly opened: string[];
}

/** Opens Tablero at a route, as a person would, and waits until it shows the plan. @param prepare changes the site before */
export async function openAt(
  route: string, person = 'direccion', kind: HostBridge['kind'] = 'sharepoint', prepare?: (services: InMemoryServices) => void
): Promise<Dashboard> {
  const services = inMemoryServices({ user: person });
  if (prepare) prepare(services);
  const [path, query = ''] = route.split('?');
  const own = query === '' ? '' : `&${query.split('&').map(pair => `okr-${pair}`).join('&')}`;
  window.history.replaceState(null, '', `/?okr=${path}${own}`);
  const opened: string[] = [];
  const host: HostBridge = {
    kind, shareLink: text => `https://aci.example/?okr=${text}`, openInBrowser: text => { opened.push(text); }
  };
  const shown = render(<DashboardApp services={services} theme={{}} host={host} initialRoute={null} />);
  // Meeting mode and the report keep the page behind them from being reached.
  await screen.findByRole('navigation', { name: 'Secciones', hidden: true });
  return { ...shown, services, user: userEvent.setup(), opened };
}

/** The route in the address. */
export function routeNow(): string {
  return new URLSearchParams(window.location.search).get('okr') || '';
}
