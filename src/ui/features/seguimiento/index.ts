export { SeguimientoApp } from './seguimiento-app';
export type { SeguimientoAppProps } from './seguimiento-app';
export type { HostBridge } from '../../host';
export type { HostTheme } from '../../theme';
