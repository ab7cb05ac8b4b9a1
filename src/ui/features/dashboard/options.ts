import type { DashboardSectionId } from './parts';

/** What the web part's properties choose; everything is shown where they choose nothing. */
export interface DashboardOptions {
  /** In place of the plan's title. */
  readonly title: string;
  /** Codes of strategic objectives; empty: all. */
  readonly objectives: readonly string[];
  /** Sections left out. */
  readonly hidden: readonly DashboardSectionId[];
}

export const SHOW_ALL: DashboardOptions = { title: '', objectives: [], hidden: [] };
