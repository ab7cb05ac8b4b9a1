export { DashboardApp } from './dashboard-app';
