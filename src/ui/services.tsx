import * as React from 'react';
import type { Services } from '../application/ports';
import type { HostBridge } from './host';

const ServicesContext = React.createContext<Services | null>(null);
const HostContext = React.createContext<HostBridge | null>(null);

/** Hands the services and the host down to everything inside. */
export const ServicesProvider: React.FC<{ services: Services; host: HostBridge }> = ({ services, host, children }) => (
  <ServicesContext.Provider value={services}>
    <HostContext.Provider value={host}>{children}</HostContext.Provider>
  </ServicesContext.Provider>
);

/** The ports. Throws outside a {@link ServicesProvider}. */
export function useServices(): Services {
  const services = React.useContext(ServicesContext);
  if (!services) throw new Error('useServices outside ServicesProvider');
  return services;
}

/** The page or tab around the app. Throws outside a {@link ServicesProvider}. */
export function useHost(): HostBridge {
  const host = React.useContext(HostContext);
  if (!host) throw new Error('useHost outside ServicesProvider');
  return host;
}
