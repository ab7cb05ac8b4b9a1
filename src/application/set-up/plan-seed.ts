import type { Accumulation, Day, Direction, Indicator, IndicatorKind, QuarterState, Stage } from '../../domain';

/** The plan as data, as `sharepoint/seed/plan.json` has it. Sources and remarks that no list holds are left out. */
export interface PlanSeed {
  readonly plan: {
    readonly code: string;
    readonly title: string;
    readonly purpose: string;
    readonly vision: string;
    readonly slogan: string;
    readonly startDate: Day;
    readonly endDate: Day;
    readonly greenFrom: number;
    readonly yellowFrom: number;
    readonly graceDays: number;
  };
  readonly processes: readonly { readonly code: string; readonly order: number }[];
  readonly quarters: readonly { readonly code: string; readonly startDate: Day; readonly endDate: Day; readonly state: QuarterState }[];
  readonly strategicObjectives: readonly {
    readonly code: string; readonly title: string; readonly statement: string; readonly order: number; readonly weight: number;
  }[];
  readonly tacticalObjectives: readonly {
    readonly code: string; readonly strategicObjective: string; readonly title: string; readonly statement: string; readonly order: number;
    readonly weight: number;
  }[];
  readonly keyResults: readonly KeyResultSeed[];
}

export interface KeyResultSeed {
  readonly code: string;
  readonly tacticalObjective: string;
  readonly title: string;
  readonly processes: readonly string[];
  readonly direction: Direction;
  readonly accumulation: Accumulation;
  readonly unit: string;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly criticalLimit: number | null;
  readonly stages: readonly Stage[];
  readonly scale: readonly string[];
  readonly startDate: Day;
  readonly endDate: Day;
  readonly weight: number;
  readonly sameMeasureAs: string | null;
  readonly indicator: string | null;
  readonly topics: readonly string[];
  readonly sourceNote: string;
  readonly active: boolean;
}

/** An indicator of the city with its years, as `sharepoint/seed/indicators.json` has it; −1 and −2 as published. */
export interface IndicatorSeed {
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly title: string;
  readonly unit: string;
  readonly accumulationForm: Indicator['accumulationForm'];
  readonly sense: Indicator['sense'];
  readonly baseline: number | null;
  readonly planTarget: number | null;
  readonly weight: number;
  readonly program: string;
  readonly years: readonly {
    readonly year: number; readonly target: number | null; readonly achieved: number | null; readonly cutMonth: number;
  }[];
}
