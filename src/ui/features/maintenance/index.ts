export { MaintenanceApp } from './maintenance-app';
