import { unit, weightedMean } from './arithmetic';
import { groupBy, groupByEach } from './grouping';
import { LIGHTS, rollUpLight, type Thresholds } from './light';
import type { Light, Process, ProcessCode, StrategicObjective, TacticalObjective } from './model';
import type { KeyResultStatus } from './status';

/** Figures of several key results together. */
export interface RollUp {
  /** 0…1; `null` when nothing in it has a target (or weighs anything). What nobody has reported on counts as 0. */
  readonly progress: number | null;
  /** 0…1, over the same key results. */
  readonly expected: number | null;
  /** `sinDato` too when nobody has reported on any of what counts. */
  readonly light: Light;
  /** Active key results. */
  readonly total: number;
  /** Of those, with a target: what the figure is made of. A measure shown by several counts once. */
  readonly counted: number;
  /** Of the total, reported on at least once: the coverage that stands beside the figure. */
  readonly reported: number;
  /** Of the total, without a target. */
  readonly withoutTarget: number;
  /** Of the total, by light. */
  readonly lights: Readonly<Record<Light, number>>;
}

export interface PlanRollUps {
  readonly plan: RollUp;
  /** By code. */
  readonly strategic: ReadonlyMap<string, RollUp>;
  readonly tactical: ReadonlyMap<string, RollUp>;
  readonly processes: ReadonlyMap<ProcessCode, RollUp>;
}

/** The progress to show: `null` where nothing has a target or nobody has reported on any of it, for no data is not 0. */
export function knownProgress({ progress, light }: Pick<RollUp, 'progress' | 'light'>): number | null {
  return light === 'sinDato' ? null : progress;
}

type Counts = Pick<RollUp, 'total' | 'counted' | 'reported' | 'withoutTarget' | 'lights'>;

function noLights(): Record<Light, number> {
  return LIGHTS.reduce((counts, light) => ({ ...counts, [light]: 0 }), {} as Record<Light, number>);
}

/** One status per measure: the original where it is among them, else its first alias. */
function measures(statuses: readonly KeyResultStatus[]): KeyResultStatus[] {
  const byMeasure = new Map<string, KeyResultStatus>();
  for (const status of statuses) {
    const measure = status.aliasOf || status.keyResult.code;
    if (!byMeasure.has(measure) || status.aliasOf === null) byMeasure.set(measure, status);
  }
  return Array.from(byMeasure.values());
}

function countsOf(statuses: readonly KeyResultStatus[], counted: number): Counts {
  const lights = noLights();
  for (const status of statuses) lights[status.light]++;
  return {
    total: statuses.length,
    counted,
    reported: statuses.filter(status => status.coverage).length,
    withoutTarget: statuses.filter(status => status.expected === null).length,
    lights
  };
}

/**
 * Σ(w·min(1,max(0,p)))/Σw over key results (§3.2): without data 0, without target left out, one measure counted once. Inactive ones
 * are left out altogether. Expected rolls up the same way over min(1,e).
 */
export function rollUp(statuses: readonly KeyResultStatus[], thresholds: Thresholds): RollUp {
  const active = statuses.filter(status => status.keyResult.active);
  const counted = measures(active).filter(status => status.expected !== null);
  const mean = (value: (status: KeyResultStatus) => number | null): number | null =>
    weightedMean(counted.map(status => ({ weight: status.keyResult.weight, value: unit(value(status) || 0) })));
  const progress = mean(status => status.progress);
  const expected = mean(status => status.expected);
  const anyData = counted.some(status => status.keyResult.weight > 0 && status.progress !== null);
  const light = anyData ? rollUpLight(progress, expected, thresholds) : 'sinDato';
  return { progress, expected, light, ...countsOf(active, counted.length) };
}

/** The figure one level up: the weighted mean of the children that have one; counts add up. */
function combine(children: readonly { weight: number; rollUp: RollUp }[], thresholds: Thresholds): RollUp {
  const mean = (value: (child: RollUp) => number | null): number | null => weightedMean(
    children.filter(child => value(child.rollUp) !== null).map(child => ({ weight: child.weight, value: value(child.rollUp) || 0 }))
  );
  const sum = (count: (child: RollUp) => number): number => children.reduce((all, child) => all + count(child.rollUp), 0);
  const progress = mean(child => child.progress);
  const expected = mean(child => child.expected);
  const anyData = children.some(child => child.weight > 0 && child.rollUp.light !== 'sinDato');
  return {
    progress,
    expected,
    light: anyData ? rollUpLight(progress, expected, thresholds) : 'sinDato',
    total: sum(child => child.total),
    counted: sum(child => child.counted),
    reported: sum(child => child.reported),
    withoutTarget: sum(child => child.withoutTarget),
    lights: LIGHTS.reduce((counts, light) => ({ ...counts, [light]: sum(child => child.lights[light]) }), noLights())
  };
}

export interface RollUpInput {
  readonly thresholds: Thresholds;
  readonly strategicObjectives: readonly StrategicObjective[];
  readonly tacticalObjectives: readonly TacticalObjective[];
  readonly processes: readonly Process[];
  /** Status of every key result, aliases resolved. */
  readonly statuses: Iterable<KeyResultStatus>;
}

/**
 * Key results → tactical objectives → strategic objectives → plan, each level by its own weights; and each process over the key
 * results it answers for, whatever objective they belong to.
 */
export function rollUpPlan(input: RollUpInput): PlanRollUps {
  const { thresholds } = input;
  const statuses = Array.from(input.statuses);
  const ofTactical = groupBy(statuses, ({ keyResult }) => keyResult.tacticalObjective);
  const ofProcess = groupByEach(input.processes.length > 0 ? statuses : [], ({ keyResult }) => keyResult.processes);
  const over = (group: readonly KeyResultStatus[] | undefined): RollUp => rollUp(group || [], thresholds);
  const tactical = input.tacticalObjectives.map(objective => ({
    objective, weight: objective.weight, rollUp: over(ofTactical.get(objective.code))
  }));
  const strategic = input.strategicObjectives.map(objective => ({
    objective, weight: objective.weight,
    rollUp: combine(tactical.filter(child => child.objective.strategicObjective === objective.code), thresholds)
  }));
  return {
    plan: combine(strategic, thresholds),
    strategic: new Map(strategic.map(({ objective, rollUp: figures }) => [objective.code, figures])),
    tactical: new Map(tactical.map(({ objective, rollUp: figures }) => [objective.code, figures])),
    processes: new Map(input.processes.map(({ code }) => [code, over(ofProcess.get(code))]))
  };
}
