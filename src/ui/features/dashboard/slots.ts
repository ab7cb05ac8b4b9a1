import type * as React from 'react';
import { CarriesSection } from './carries/carries-section';
import { CitySection } from './city/city-section';
import { CopyLinkAction } from './copy-link-action';
import { DashboardDecisionPanel } from './decisions/decision-panel';
import { DecisionsSection } from './decisions/decisions-section';
import { MeetingAction } from './meeting/meeting-action';
import { MovesSection } from './moves/moves-section';
import { NeedsSection } from './needs/needs-section';
import type { DashboardSection, DecisionPanelProps, HeaderAction } from './parts';
import { StandSection } from './stand/stand-section';
import { ReportAction } from './take-away/report-action';

/** The page from top to bottom. */
export const SECTIONS: readonly DashboardSection[] = [
  { id: 'stand', Section: StandSection },
  { id: 'needs', Section: NeedsSection },
  { id: 'decisions', Section: DecisionsSection },
  { id: 'carries', Section: CarriesSection },
  { id: 'moves', Section: MovesSection },
  { id: 'city', Section: CitySection }
];

/** Buttons beside the title, in order. */
export const HEADER_ACTIONS: readonly HeaderAction[] = [CopyLinkAction, ReportAction, MeetingAction];

/** The panel that records a decision. */
export const DECISION_PANEL: React.ComponentType<DecisionPanelProps> = DashboardDecisionPanel;
