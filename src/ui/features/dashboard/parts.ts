import type * as React from 'react';
import type { Board } from '../../../application/board';
import type { FrozenQuarter } from '../../../application/closed-quarter';
import type { KeyResultCode } from '../../../domain';

/** The page's sections, by the names in the web part's properties. */
export type DashboardSectionId = 'stand' | 'needs' | 'decisions' | 'carries' | 'moves' | 'city';

/** What a decision is to be about: a key result, an objective, or (neither) the plan as a whole. */
export interface DecisionSubject {
  readonly keyResult: KeyResultCode | null;
  /** Code of the strategic objective. */
  readonly strategicObjective: string | null;
}

/** What every section is given. */
export interface DashboardParts {
  /** What the page shows: today's figures, or those of the closed quarter in `frozen`. */
  readonly board: Board;
  /** Today's figures, whatever the page shows. */
  readonly live: Board;
  /** The closed quarter on screen; `null`: today. */
  readonly frozen: FrozenQuarter | null;
  /** How many strategic objectives the plan has, those that are not shown among them. */
  readonly planObjectives: number;
  /** Opens the decision panel; absent where decisions cannot be recorded. */
  readonly onDecide?: (subject: DecisionSubject) => void;
}

export interface DashboardSection {
  readonly id: DashboardSectionId;
  readonly Section: React.ComponentType<DashboardParts>;
}

/** A button beside the page's title. */
export type HeaderAction = React.ComponentType<DashboardParts>;

export interface DecisionPanelProps {
  readonly parts: DashboardParts;
  readonly subject: DecisionSubject;
  readonly onClose: () => void;
}
