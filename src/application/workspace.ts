import type {
  CheckIn, Cutoff, Decision, Indicator, KeyResult, KeyResultCode, Person, Plan, Process, ProgrammedTarget, Quarter, QuarterCode, StrategicObjective,
  TacticalObjective, TargetChange
} from '../domain/model';
import type { Problem } from '../domain/problems';

/** What SharePoint lets the person do, asked of SharePoint itself: only to offer or hide; every rule that matters is enforced there. */
export interface Permissions {
  /** May add check-ins. */
  readonly report: boolean;
  /** May record decisions of the committee. */
  readonly decide: boolean;
  /** May edit the plan's lists. */
  readonly plan: boolean;
  /** Full Control on the site: may set it up. */
  readonly setUp: boolean;
}

/** How much a first screen needs: the plan and its follow-up, or beside them what the committee's dashboard shows. */
export type WorkspaceScope = 'plan' | 'dashboard';

/** What the dashboard shows beside the plan. */
export interface DashboardRows {
  /** Check-ins of the last closed quarter, with their review: what was said on results nobody has reported on since. */
  readonly lastReports: readonly CheckIn[];
  /** The city's indicators, with their years. */
  readonly indicators: readonly Indicator[];
}

/** Everything a first screen needs, read in one round trip and parsed. */
export interface Workspace {
  readonly site: { readonly url: string; readonly title: string };
  readonly user: Person;
  readonly permissions: Permissions;
  readonly plan: Plan;
  /** Codes of the plans in the site, the one shown among them. */
  readonly planCodes: readonly string[];
  /** Code of the plan that holds today, once this one and its last reporting window are over: from then on it is only read. */
  readonly supersededBy: string | null;
  readonly processes: readonly Process[];
  readonly strategicObjectives: readonly StrategicObjective[];
  readonly tacticalObjectives: readonly TacticalObjective[];
  readonly keyResults: readonly KeyResult[];
  readonly quarters: readonly Quarter[];
  /** The last closed quarter, whose cutoffs are `cutoffs`; `null` before the first closing. */
  readonly baseQuarter: QuarterCode | null;
  readonly cutoffs: readonly Cutoff[];
  /** Check-ins of the quarters after the base. */
  readonly checkIns: readonly CheckIn[];
  readonly programmedTargets: readonly ProgrammedTarget[];
  /** Decisions of the committee that are open still. */
  readonly decisions: readonly Decision[];
  /** `null` where the screen did not ask for it. */
  readonly dashboard: DashboardRows | null;
  readonly problems: readonly Problem[];
  /** When it was read, ISO. */
  readonly readAt: string;
}

/** What a key result's page needs beside the workspace; read when it is opened. */
export interface KeyResultHistory {
  readonly keyResult: KeyResultCode;
  /** One per closed quarter, oldest first. */
  readonly cutoffs: readonly Cutoff[];
  readonly targetChanges: readonly TargetChange[];
  readonly indicator: Indicator | null;
  /** Decisions on this key result, open or not, newest first. */
  readonly decisions: readonly Decision[];
  readonly problems: readonly Problem[];
}

/** A version of a row as SharePoint keeps it. */
export interface TargetVersion {
  readonly version: string;
  readonly target: number | null;
  readonly changedOn: string;
  readonly author: Person | null;
}
