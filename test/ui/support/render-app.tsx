import * as React from 'react';
import { render, screen } from '@testing-library/react';
import type { RenderResult } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Services } from '../../../src/application';
import { SeguimientoApp } from '../../../src/ui/features/seguimiento';
import type { HostBridge } from '../../../src/ui/host';
import { inMemoryServices } from '../../support/in-memory-services';
import type { InMemoryServices } from '../../support/in-memory-services';

export interface AppOptions {
  /** Who is at the screen, `com` by default. */
  readonly user?: string;
  readonly services?: InMemoryServices;
  /** Parts of the services to put others in place of. */
  readonly instead?: Partial<Services>;
  /** Route in the page's address. */
  readonly route?: string;
  readonly initialRoute?: string | null;
  readonly host?: Partial<HostBridge>;
}

export interface App extends RenderResult {
  readonly services: InMemoryServices;
  readonly user: ReturnType<typeof userEvent.setup>;
}

/** Opens the app as a person would, without waiting for anything. */
export function openApp({ user = 'com', services = inMemoryServices({ user }), instead = {}, route, initialRoute = null, host }: AppOptions = {}): App {
  window.history.replaceState(null, '', route ? `/?okr=${route}` : '/');
  const bridge: HostBridge = { kind: 'sharepoint', shareLink: (text) => `https://aci.example/?okr=${text}`, openInBrowser: () => undefined, ...host };
  const shown = render(<SeguimientoApp services={{ ...services, ...instead }} theme={{}} host={bridge} initialRoute={initialRoute} />);
  return { ...shown, services, user: userEvent.setup() };
}

/** Opens the app and waits until it shows the plan. */
export async function openedApp(options: AppOptions = {}): Promise<App> {
  const app = openApp(options);
  await screen.findByRole('navigation', { name: 'Secciones' });
  return app;
}

/** As a person reads it: hard spaces are spaces. */
export function words(element: Element | null): string {
  return ((element && element.textContent) || '').replace(/\s+/g, ' ').trim();
}
