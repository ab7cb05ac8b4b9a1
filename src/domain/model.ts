/**
 * The field's terms as types. Everything here has already been parsed at the edge: a value that could not be used is absent
 * and has a {@link Problem} of its own; nothing below can hold a NaN, an unknown choice or a dangling reference.
 */

/** How a key result is measured. Stored in the list by these names. */
export type Direction = 'Increase' | 'Decrease' | 'AtMost' | 'AtLeast' | 'Milestone' | 'Qualitative';
/** How check-ins make the current value. Sums go with `Increase` only. */
export type Accumulation = 'Sum' | 'SumPerYear' | 'Latest';
/** The reporter's own opinion; never mixed into the light. Stored as Alta, Media, Baja. */
export type Confidence = 'Alta' | 'Media' | 'Baja';
/** State of a quarter row. */
export type QuarterState = 'open' | 'closing' | 'closed';
/** A planner's verdict on one version of a check-in. */
export type Verdict = 'Aprobado' | 'Devuelto';
/** Where a check-in stands in review: its verdict, or pending when no verdict is about its current version. */
export type ReviewState = 'pending' | 'approved' | 'returned';
/** The light of a key result or a roll-up. */
export type Light = 'verde' | 'amarillo' | 'rojo' | 'cumplido' | 'desactualizado' | 'sinDato' | 'sinMeta';

/** `2021-T2`. */
export type QuarterCode = string;
/** `GCI`, `COOP`, … */
export type ProcessCode = string;
/** `OE1-OT2-R5`: unique within a plan. */
export type KeyResultCode = string;
/** A calendar day, `2021-06-30`, in the agency's time zone (America/Bogota). */
export type Day = string;
/** A moment, ISO 8601 in UTC, `2021-06-30T15:00:00Z`. */
export type Instant = string;

/** How a decision of the committee stands. Stored by these names. */
export type DecisionState = 'Abierta' | 'Cumplida' | 'Descartada';

/** Somebody as SharePoint names them. `login` identifies; ids differ per site. */
export interface Person {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly email: string;
}

export interface Plan {
  readonly id: number;
  /** `2021-2023` */
  readonly code: string;
  readonly title: string;
  readonly purpose: string;
  readonly vision: string;
  readonly slogan: string;
  readonly start: Day;
  readonly end: Day;
  /** Lowest p/e that is still green, default 0.90. */
  readonly greenFrom: number;
  /** Lowest p/e that is still yellow, default 0.60. */
  readonly yellowFrom: number;
  /** Days after a quarter's end in which it still takes check-ins, default 10. */
  readonly graceDays: number;
}

export interface Process {
  readonly id: number;
  readonly code: ProcessCode;
  /** Empty until a planner enters one: the plan does not expand the codes. */
  readonly fullName: string;
  readonly leader: Person | null;
  readonly members: readonly Person[];
  readonly operativePlanUrl: string;
  readonly order: number;
}

export interface StrategicObjective {
  readonly id: number;
  /** `OE1` */
  readonly code: string;
  readonly title: string;
  readonly statement: string;
  readonly owner: Person | null;
  readonly weight: number;
  readonly order: number;
}

export interface TacticalObjective {
  readonly id: number;
  /** `OE1-OT2` */
  readonly code: string;
  readonly title: string;
  readonly statement: string;
  /** Code of its strategic objective. */
  readonly strategicObjective: string;
  readonly weight: number;
  readonly order: number;
}

/** One stage of a milestone. */
export interface Stage {
  readonly weight: number;
  readonly text: string;
}

export interface KeyResult {
  readonly id: number;
  readonly code: KeyResultCode;
  /** `2021-2023/OE1-OT2-R5` */
  readonly key: string;
  /** The wording, as the plan prints it. */
  readonly title: string;
  /** Code of its tactical objective. */
  readonly tacticalObjective: string;
  /** Codes of the processes that answer for it, in the processes' order. */
  readonly processes: readonly ProcessCode[];
  readonly direction: Direction;
  readonly accumulation: Accumulation;
  readonly unit: string;
  readonly baseline: number | null;
  /** For `SumPerYear` the target of each year. `null`: the plan sets none. Milestone and Qualitative need only their stages or scale. */
  readonly target: number | null;
  /** For AtMost/AtLeast: where progress reaches 0. */
  readonly criticalLimit: number | null;
  /** Milestone: in order; a check-in names them by position, 1-based. */
  readonly stages: readonly Stage[];
  /** Qualitative: the levels from worst to best; a check-in's value is the level's position, 1-based. */
  readonly scale: readonly string[];
  readonly start: Day;
  readonly end: Day;
  readonly weight: number;
  /** Code of the key result whose figures this one shows; it takes no check-ins itself. */
  readonly sameMeasureAs: KeyResultCode | null;
  /** Code of the city's indicator it is linked to. */
  readonly indicator: string | null;
  readonly topics: readonly string[];
  /** What the plan says against itself about this row; empty when nothing. */
  readonly sourceNote: string;
  readonly active: boolean;
  readonly order: number;
}

/** A link to a document, normally in SIGACI: https or site-relative, nothing else. */
export interface Evidence {
  readonly url: string;
  readonly text: string;
}

export interface CheckIn {
  readonly id: number;
  /** SharePoint's ETag for conflict detection. */
  readonly etag: string;
  /** Version label that a review judges, `1.0`. */
  readonly version: string;
  readonly keyResult: KeyResultCode;
  readonly process: ProcessCode | null;
  readonly quarter: QuarterCode;
  /** Contribution (Sum, SumPerYear), reading (Latest) or level of the scale, 1-based (Qualitative); `null` for milestones. */
  readonly value: number | null;
  /** Milestone: positions of the stages finished, 1-based, ascending. */
  readonly stagesDone: readonly number[];
  readonly confidence: Confidence | null;
  readonly narrative: string;
  readonly obstacles: string;
  readonly nextStep: string;
  readonly evidence: readonly Evidence[];
  readonly reportedOn: Instant;
  readonly clientKey: string;
  readonly author: Person | null;
  readonly review: ReviewState;
  /** The planner's reason when returned. */
  readonly reviewNote: string;
}

export interface Quarter {
  readonly id: number;
  readonly code: QuarterCode;
  readonly start: Day;
  readonly end: Day;
  readonly state: QuarterState;
  readonly closedOn: Instant | null;
}

/**
 * What folding goes on from: a key result's accumulated check-ins up to a moment.
 * Folding a set of check-ins from nothing, or from the state of an earlier quarter, gives the same.
 */
export interface Accumulated {
  /** Sum over the plan (Sum), sum of the running year (SumPerYear), last reading (Latest) or level (Qualitative). */
  readonly value: number | null;
  /** SumPerYear: year that `value` belongs to. */
  readonly year: number | null;
  /** SumPerYear: sums of the years before `year`, those of 0 left out. */
  readonly pastYears: Readonly<Record<string, number>>;
  readonly stagesDone: readonly number[];
  readonly confidence: Confidence | null;
  readonly lastReportedOn: Instant | null;
  readonly lastCheckInId: number | null;
  readonly lastQuarter: QuarterCode | null;
  readonly lastProcess: ProcessCode | null;
  /** Number of check-ins folded in. */
  readonly reports: number;
}

/** How a key result counted when a quarter was closed: what the roll-ups of that time are made of. */
export interface CutoffSetting {
  readonly active: boolean;
  readonly weight: number;
  readonly tacticalWeight: number;
  readonly strategicWeight: number;
  /** Codes of the processes that answered for it. */
  readonly processes: readonly ProcessCode[];
  /** The plan's thresholds. */
  readonly greenFrom: number;
  readonly yellowFrom: number;
}

/** A closed quarter's frozen figures of one key result. */
export interface Cutoff {
  readonly id: number;
  readonly keyResult: KeyResultCode;
  readonly quarter: QuarterCode;
  readonly accumulated: Accumulated;
  readonly progress: number | null;
  readonly expected: number | null;
  readonly light: Light;
  readonly target: number | null;
  readonly baseline: number | null;
  /** Progress at the end of every quarter of the plan up to this one, oldest first; `null` where there was no data. */
  readonly trail: readonly (number | null)[];
  /** `null` where it was not read, or the row does not tell: it was closed before rows told it. */
  readonly setting: CutoffSetting | null;
}

export interface TargetChange {
  readonly id: number;
  readonly keyResult: KeyResultCode;
  readonly oldTarget: number | null;
  readonly newTarget: number | null;
  readonly reason: string;
  readonly effectiveOn: Day;
  readonly author: Person | null;
}

/** Cumulative value a planner programmed for a quarter's end; for SumPerYear it restarts each January. */
export interface ProgrammedTarget {
  readonly id: number;
  readonly keyResult: KeyResultCode;
  readonly quarter: QuarterCode;
  readonly value: number;
}

/** What the steering committee decided, on a key result, an objective, or the plan as a whole. */
export interface Decision {
  readonly id: number;
  readonly etag: string;
  /** The decision, in a sentence. */
  readonly title: string;
  readonly detail: string;
  readonly keyResult: KeyResultCode | null;
  /** Code of the strategic objective. */
  readonly strategicObjective: string | null;
  readonly decidedOn: Day;
  /** Who carries it out. */
  readonly responsible: ProcessCode | null;
  readonly due: Day | null;
  readonly state: DecisionState;
}

export type IndicatorKind = 'Resultado' | 'Producto';

export interface IndicatorYear {
  readonly year: number;
  readonly target: number | null;
  /** `null` where the city says −1 (does not apply) or −2 (no data). */
  readonly achieved: number | null;
  /** What the cell held when it was not a number. */
  readonly missing: 'notApplicable' | 'noData' | null;
  /** Month of the cut (12 = whole year). */
  readonly cutMonth: number;
}

/** An indicator of the city's development plan. Its figures stand beside ours, never mixed. */
export interface Indicator {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly kind: IndicatorKind;
  readonly unit: string;
  readonly accumulationForm: 'A' | 'NoA' | 'M';
  readonly sense: 'Creciente' | 'Decreciente';
  readonly baseline: number | null;
  readonly planTarget: number | null;
  readonly weight: number;
  readonly program: string;
  readonly years: readonly IndicatorYear[];
}
