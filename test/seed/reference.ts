import type { Sample, SampleCheckIn } from '../../sharepoint/seed/sample-types';
import type { SeedKeyResult } from './seed-types';

/**
 * The rules written down a second time, as plainly as possible and apart from src/domain, to see what the sample data amounts to
 * on the day of its clock. Key results of the plan only: all run over the plan's three years with weight 1.
 */

const DAY = 86_400_000;
const START = Date.parse('2021-01-01');
const END = Date.parse('2023-12-31');

export interface Standing {
  code: string;
  value: number | null;
  progress: number | null;
  expected: number;
  light: 'verde' | 'amarillo' | 'rojo' | 'cumplido' | 'desactualizado' | 'sinDato' | 'sinMeta';
}

/** The plan's key results as the local site has them: overrides and target changes applied. */
export function localKeyResults(plan: SeedKeyResult[], sample: Sample): SeedKeyResult[] {
  return plan.map((k) => {
    const overrides = sample.keyResultOverrides.filter((o) => o.keyResult === k.code).map((o) => o.set);
    const change = sample.targetChanges.filter((c) => c.keyResult === k.code).pop();
    return Object.assign({}, k, ...overrides, change ? { target: change.newTarget } : {}) as SeedKeyResult;
  });
}

const hasTarget = (k: SeedKeyResult): boolean =>
  k.direction === 'Milestone' ? k.stages.length > 0 : k.direction === 'Qualitative' ? k.scale.length > 0 : k.target !== null;

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);

function valueOf(k: SeedKeyResult, reports: SampleCheckIn[], year: string): number | null {
  if (!reports.length || k.direction === 'Milestone') return null;
  const values = (list: SampleCheckIn[]): number => Math.round(sum(list.map((c) => c.value ?? 0)) * 1e6) / 1e6;
  if (k.accumulation === 'Sum') return values(reports);
  if (k.accumulation === 'SumPerYear') return values(reports.filter((c) => c.quarter.startsWith(year)));
  return reports[reports.length - 1].value;
}

function progressOf(k: SeedKeyResult, reports: SampleCheckIn[], years: string[]): number | null {
  if (!reports.length || !hasTarget(k)) return null;
  const target = k.target ?? 0;
  const last = reports[reports.length - 1];
  if (k.direction === 'Milestone') {
    return sum((last.stagesDone ?? []).map((n) => k.stages[n - 1].weight)) / sum(k.stages.map((s) => s.weight));
  }
  const value = last.value ?? 0;
  if (k.direction === 'Qualitative') return (value - 1) / (k.scale.length - 1);
  if (k.direction === 'AtMost') {
    const critical = k.criticalLimit ?? 2 * target;
    return value <= target ? 1 : Math.max(0, (critical - value) / (critical - target));
  }
  if (k.accumulation === 'SumPerYear') {
    return sum(years.map((y) => Math.min(1, (valueOf(k, reports, y) ?? 0) / target))) / years.length;
  }
  if (k.accumulation === 'Sum') return (valueOf(k, reports, '') ?? 0) / target;
  return (value - (k.baseline ?? 0)) / (target - (k.baseline ?? 0));
}

function expectedOf(k: SeedKeyResult, sample: Sample, today: number): number {
  const programmed = sample.programmedTargets.filter((t) => t.keyResult === k.code);
  if (k.direction === 'AtMost') return 1;
  if (programmed.length) {
    const ends = programmed.map((t) => Date.UTC(Number(t.quarter.slice(0, 4)), Number(t.quarter[6]) * 3, 0));
    const next = ends.findIndex((end) => end >= today);
    const before = programmed[next - 1];
    const share = (today - ends[next - 1]) / (ends[next] - ends[next - 1]);
    return (before.value + share * (programmed[next].value - before.value)) / (k.target ?? 1);
  }
  return (today - START) / (END - START);
}

/** Where each key result stands on the sample's day, in the order given. */
export function standings(keyResults: SeedKeyResult[], sample: Sample): Standing[] {
  const today = Date.parse(sample.now.slice(0, 10));
  const years = ['2021', '2022', '2023'];
  /** 2023-T2 is the last quarter whose reporting window has passed. */
  const lastDue = '2023-T2';
  return keyResults.map((k) => {
    const reports = sample.checkIns
      .filter((c) => c.keyResult === (k.sameMeasureAs ?? k.code))
      .sort((a, b) => a.quarter.localeCompare(b.quarter) || a.reportedOn.localeCompare(b.reportedOn));
    const progress = progressOf(k, reports, years);
    const expected = expectedOf(k, sample, today + DAY / 2);
    const ratio = (progress ?? 0) / expected;
    const stale = !reports.some((c) => c.quarter >= lastDue);
    const settled = k.direction === 'Milestone' || k.accumulation === 'Sum';
    const light: Standing['light'] = !hasTarget(k) ? 'sinMeta' : progress === null ? 'sinDato'
      : progress >= 1 && settled ? 'cumplido' : ratio < 0.6 ? 'rojo' : stale ? 'desactualizado' : ratio >= 0.9 ? 'verde' : 'amarillo';
    return { code: k.code, value: valueOf(k, reports, '2023'), progress, expected, light };
  });
}
