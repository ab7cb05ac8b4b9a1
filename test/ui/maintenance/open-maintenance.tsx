import * as React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MaintenanceApp } from '../../../src/ui/features/maintenance';
import type { HostBridge } from '../../../src/ui/host';
import { inMemoryServices } from '../../support/in-memory-services';
import type { InMemoryServices } from '../../support/in-memory-services';

export interface Maintenance {
  readonly services: InMemoryServices;
  readonly user: ReturnType<typeof userEvent.setup>;
}

/** Opens a page of Mantenimiento as a person would, `2021-2023/mantenimiento/metas`, and waits until it shows the plan. */
export async function openMaintenance(
  route = '2021-2023/mantenimiento', services: InMemoryServices = inMemoryServices({ user: 'planeacion' })
): Promise<Maintenance> {
  const [path, query] = route.split('?');
  const own = query ? query.split('&').map(part => `&okr-${part}`).join('') : '';
  window.history.replaceState(null, '', `/?okr=${path}${own}`);
  const host: HostBridge = { kind: 'sharepoint', shareLink: text => `https://aci.example/?okr=${text}`, openInBrowser: () => undefined };
  render(<MaintenanceApp services={services} theme={{}} host={host} initialRoute={null} />);
  await screen.findByRole('navigation', { name: 'Secciones' });
  return { services, user: userEvent.setup() };
}
