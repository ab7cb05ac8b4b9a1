export { ReportPanel as default } from './report-panel';
export type { ReportPanelProps } from './report-panel';
