export { SeguimientoApp } from './seguimiento-app';
