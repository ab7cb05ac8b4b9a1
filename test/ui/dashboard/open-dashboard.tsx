import * as React from 'react';
import { render, screen } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DashboardApp } from '../../../src/ui/features/dashboard';
import type { DashboardOptions } from '../../../src/ui/features/dashboard';
import { inMemoryServices } from '../../support/in-memory-services';
import type { InMemoryServices } from '../../support/in-memory-services';

export interface DashboardAppOptions {
  readonly services?: InMemoryServices;
  readonly route?: string;
  readonly options?: DashboardOptions;
}

export interface Dashboard extends RenderResult {
  readonly services: InMemoryServices;
  readonly user: ReturnType<typeof userEvent.setup>;
}

/** Opens Tablero as the director would and waits until it shows the plan. */
export async function openDashboard(
  { services = inMemoryServices({ user: 'direccion' }), route, options }: DashboardAppOptions = {}
): Promise<Dashboard> {
  window.history.replaceState(null, '', route ? `/?okr=${route}` : '/');
  const host = { kind: 'sharepoint' as const, shareLink: (text: string) => `https://aci.example/?okr=${text}`, openInBrowser: () => undefined };
  const shown = render(<DashboardApp services={services} theme={{}} host={host} initialRoute={null} options={options} />);
  await screen.findByRole('navigation', { name: 'Secciones' });
  return { ...shown, services, user: userEvent.setup() };
}
