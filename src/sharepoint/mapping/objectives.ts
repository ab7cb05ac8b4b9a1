import type { Plan, Problem, StrategicObjective, TacticalObjective } from '../../domain';
import { belongTo, type Parents } from './belonging';
import { compareCodes, parentCode, splitKey } from './codes';
import type { Row } from './row';
import { oldestFirst, RowReader } from './row-reader';
import type { ColumnName } from '../schema';

export interface Shown {
  /** Code of the plan on screen. */
  readonly plan: string;
  /** Whether the site has no other: then a row that names no plan can only be of this one. */
  readonly onlyPlan: boolean;
}

/** Which plan is shown, and every plan as a parent of its rows. */
export function shownPlan(plan: Plan, plans: readonly Plan[]): { shown: Shown; parents: Parents } {
  return {
    shown: { plan: plan.code, onlyPlan: plans.length === 1 },
    parents: new Map(plans.map(one => [one.id, { code: one.code, plan: one.code }]))
  };
}

/** The row's code, else the one its key ends with. Empty (noted) where there is neither. */
export function codeOf<L extends 'StrategicObjectives' | 'TacticalObjectives' | 'KeyResults'>(reader: RowReader<L>, form: RegExp): string {
  const written = reader.text('Code');
  const code = written || splitKey(reader.text('Key0'))?.code || '';
  reader.callIt(code);
  if (written === '') reader.note('empty', 'Code', code === '' ? 'error' : 'warning');
  else if (!form.test(code)) reader.note('badCode', 'Code', 'warning', code);
  return code;
}

/** Where a plan's objectives are in order by their own column; codes decide where it is empty. */
function sorted<T extends { readonly code: string; readonly order: number }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => a.order - b.order || compareCodes(a.code, b.code)).map((row, index) => ({ ...row, order: index + 1 }));
}

/** An objective's row as one of the shown plan's: its code, and the code of what it belongs to. */
interface OwnObjective {
  readonly code: string;
  readonly parent: string;
}

/** What is asked of a kind of objective to find its place. */
interface Placing {
  /** Rows of what it belongs to. */
  readonly upper: Parents;
  readonly shown: Shown;
  readonly form: RegExp;
  /** What a code belongs to, where its row does not say. */
  readonly parentOf: (code: string) => string;
  /** What the rows' ids stand for in any plan: filled here. */
  readonly parents: Map<number, { code: string; plan: string }>;
  /** Those found before. */
  readonly found: readonly { readonly code: string }[];
}

/** The row's place in the shown plan; `null` (noted, where it is a fault) for one of another plan, without a place, or with a code twice. */
function ownObjective<L extends 'StrategicObjectives' | 'TacticalObjectives'>(
  reader: RowReader<L>, column: ColumnName<L>, { upper, shown, form, parentOf, parents, found }: Placing
): OwnObjective | null {
  const other = upper.get(reader.reference(column) || 0);
  if (other && other.plan !== shown.plan) {
    parents.set(reader.id, { code: reader.text('Code'), plan: other.plan });
    return null;
  }
  const code = codeOf(reader, form);
  const place = code === '' ? null : belongTo(reader, column, upper, shown, parentOf(code), reader.text('Key0'));
  if (place === null) return null;
  parents.set(reader.id, { code, plan: shown.plan });
  if (found.some(one => one.code === code)) {
    reader.note('duplicateCode', 'Code', 'error', code);
    return null;
  }
  return { code, parent: place.parent };
}

/** The plan's strategic objectives, and what their rows' ids stand for in any plan. */
export function mapStrategicObjectives(
  rows: readonly Row<'StrategicObjectives'>[], plan: Plan, plans: readonly Plan[], problems: Problem[]
): { strategicObjectives: StrategicObjective[]; parents: Parents } {
  const { shown, parents: planRows } = shownPlan(plan, plans);
  const found: StrategicObjective[] = [];
  const parents = new Map<number, { code: string; plan: string }>();
  for (const row of oldestFirst(rows)) {
    const reader = new RowReader('StrategicObjectives', row, problems);
    const own = ownObjective(reader, 'Plan', { upper: planRows, shown, form: /^OE\d+$/, parentOf: () => shown.plan, parents, found });
    if (own === null) continue;
    found.push({
      id: reader.id,
      code: own.code,
      title: reader.text('Title') || own.code,
      statement: reader.text('Statement'),
      owner: reader.person('Owner0'),
      weight: reader.number('Weight', { min: 0 }) ?? 1,
      order: reader.number('Order0') ?? Number.MAX_SAFE_INTEGER
    });
  }
  return { strategicObjectives: sorted(found), parents };
}

/** The plan's tactical objectives, and what their rows' ids stand for in any plan. */
export function mapTacticalObjectives(
  rows: readonly Row<'TacticalObjectives'>[], strategic: Parents, shown: Shown, strategicOrder: readonly string[], problems: Problem[]
): { tacticalObjectives: TacticalObjective[]; parents: Parents } {
  const found: TacticalObjective[] = [];
  const parents = new Map<number, { code: string; plan: string }>();
  for (const row of oldestFirst(rows)) {
    const reader = new RowReader('TacticalObjectives', row, problems);
    const own = ownObjective(reader, 'StrategicObjective', { upper: strategic, shown, form: /^OE\d+-OT\d+$/, parentOf: parentCode, parents, found });
    if (own === null) continue;
    found.push({
      id: reader.id,
      code: own.code,
      title: reader.text('Title') || own.code,
      statement: reader.text('Statement'),
      strategicObjective: own.parent,
      weight: reader.number('Weight', { min: 0 }) ?? 1,
      order: reader.number('Order0') ?? Number.MAX_SAFE_INTEGER
    });
  }
  const rank = (row: TacticalObjective): number => strategicOrder.indexOf(row.strategicObjective);
  const inOrder = sorted(found).sort((a, b) => rank(a) - rank(b) || a.order - b.order);
  return { tacticalObjectives: inOrder.map((row, index) => ({ ...row, order: index + 1 })), parents };
}
