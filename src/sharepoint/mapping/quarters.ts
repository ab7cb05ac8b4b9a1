import {
  compareQuarters, isQuarterCode, type Plan, type Problem, type ProgrammedTarget, type Quarter, quarterBounds, type QuarterCode
} from '../../domain';
import { belongTo, type Parents } from './belonging';
import { quarterStates } from './choices';
import type { Shown } from './objectives';
import type { Row } from './row';
import { oldestFirst, RowReader } from './row-reader';

/** The plan's quarters in order of time. */
export function mapQuarters(rows: readonly Row<'Quarters'>[], plan: Plan, planRows: Parents, shown: Shown, problems: Problem[]): Quarter[] {
  const quarters: Quarter[] = [];
  for (const row of oldestFirst(rows)) {
    const reader = new RowReader('Quarters', row, problems);
    const other = planRows.get(reader.reference('Plan') || 0);
    if (other && other.plan !== shown.plan) continue;
    const code = reader.text('Title').toUpperCase();
    const bounds = quarterBounds(code);
    if (code === '') reader.note('empty', 'Title', 'error');
    else if (bounds === null) reader.note('badCode', 'Title', 'error', code);
    else if (belongTo(reader, 'Plan', planRows, shown, shown.plan, reader.text('Key0')) === null) continue;
    else if (quarters.some(quarter => quarter.code === code)) reader.note('duplicateCode', 'Title', 'error', code);
    else quarters.push(mapQuarter(reader, code, bounds, plan));
  }
  return quarters.sort((a, b) => compareQuarters(a.code, b.code));
}

function mapQuarter(reader: RowReader<'Quarters'>, code: QuarterCode, bounds: { start: string; end: string }, plan: Plan): Quarter {
  let start = reader.day('StartDate') ?? bounds.start;
  let end = reader.day('EndDate') ?? bounds.end;
  if (start > end) {
    reader.note('badDate', 'EndDate', 'warning', end);
    ({ start, end } = bounds);
  }
  if (end < plan.start || start > plan.end) reader.note('quarterOutsidePlan', 'Title', 'warning', code);
  const state = reader.choice('State', quarterStates);
  if (state === null && reader.text('State') === '') reader.note('empty', 'State', 'warning');
  return { id: reader.id, code, start, end, state: state ?? 'open', closedOn: reader.instant('ClosedOn') };
}

/** The last of the quarters that are closed without a gap from the first on; `null` before the first closing. */
export function baseOf(quarters: readonly Quarter[]): QuarterCode | null {
  let base: QuarterCode | null = null;
  for (const quarter of quarters) {
    if (quarter.state !== 'closed') break;
    base = quarter.code;
  }
  return base;
}

/** A quarter that a row names, if the plan has it; else noted. @param quarters the plan's; `null` where any well-formed code will do */
export function knownQuarter<L extends 'CheckIns' | 'Cutoffs' | 'ProgrammedTargets'>(
  reader: RowReader<L>, quarters: readonly Quarter[] | null
): QuarterCode | null {
  const written = reader.text('Quarter' as Parameters<typeof reader.text>[0]).toUpperCase();
  const column = 'Quarter' as Parameters<typeof reader.note>[1];
  if (quarters === null ? isQuarterCode(written) : quarters.some(quarter => quarter.code === written)) return written;
  if (written === '') reader.note('empty', column, 'error');
  else reader.note(isQuarterCode(written) ? 'quarterUnknown' : 'badCode', column, 'error', written);
  return null;
}

/** Values that planners programmed for quarters' ends; of two for the same quarter the older row stands. */
export function mapProgrammedTargets(
  rows: readonly Row<'ProgrammedTargets'>[], keyResultCodes: ReadonlyMap<number, string | null>, quarters: readonly Quarter[] | null,
  problems: Problem[]
): ProgrammedTarget[] {
  const targets = new Map<string, ProgrammedTarget>();
  for (const row of oldestFirst(rows)) {
    const reader = new RowReader('ProgrammedTargets', row, problems);
    const keyResult = pointedKeyResult(reader, keyResultCodes);
    if (keyResult === null) continue;
    const quarter = knownQuarter(reader, quarters);
    if (quarter === null) continue;
    const value = reader.number('Value', {}, 'error');
    if (value === null) {
      if (reader.text('Value') === '') reader.note('empty', 'Value', 'error');
    } else if (targets.has(`${keyResult} ${quarter}`)) {
      reader.note('duplicateCode', 'Quarter', 'error', `${keyResult} ${quarter}`);
    } else {
      targets.set(`${keyResult} ${quarter}`, { id: reader.id, keyResult, quarter, value });
    }
  }
  return Array.from(targets.values());
}

/** Code of the key result a row is about; `null` where it is another plan's, or (noted) none. */
export function pointedKeyResult<L extends 'CheckIns' | 'Cutoffs' | 'ProgrammedTargets' | 'TargetChanges'>(
  reader: RowReader<L>, codes: ReadonlyMap<number, string | null>
): string | null {
  const column = 'KeyResult' as Parameters<typeof reader.reference>[0];
  const id = reader.reference(column);
  const code = id === null ? undefined : codes.get(id);
  if (code !== undefined) return code;
  reader.note(id === null ? 'empty' : 'danglingReference', column, 'error', id === null ? null : `#${id}`);
  return null;
}
