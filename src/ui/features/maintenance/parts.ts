import type { Board } from '../../../application/board';
import type { WorkspaceState } from '../../data/use-workspace';

/** What every section of Mantenimiento is given. Planners only: whoever may not edit the plan is told so before. */
export interface MaintenanceParts {
  readonly board: Board;
  readonly state: WorkspaceState;
}

/** How many problems of the data there are, and how many of them change figures. */
export interface QualityCounts {
  readonly total: number;
  readonly changing: number;
}
