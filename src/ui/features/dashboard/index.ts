export { DashboardApp } from './dashboard-app';
export { SECTION_IDS, readOptions } from './options';
export type { DashboardOptions, DashboardProperties } from './options';
export type { DashboardSectionId } from './parts';
