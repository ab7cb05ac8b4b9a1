import { bogotaDay, type Decision, type KeyResultCode, type Problem } from '../../domain';
import { decisionStates } from './choices';
import type { Row } from './row';
import { oldestFirst, RowReader, textOf } from './row-reader';

/** What a decision's lookups are told apart by: codes by row id. */
export interface DecisionContext {
  readonly keyResultCodes: ReadonlyMap<number, KeyResultCode | null>;
  readonly processCodes: ReadonlyMap<number, string>;
  readonly objectiveCodes: ReadonlyMap<number, string>;
}

/** The code a lookup points to; `null` where it is empty, or points outside the shown plan, or to a row that is gone (noted). */
function pointed(
  reader: RowReader<'Decisions'>, column: 'KeyResult' | 'StrategicObjective' | 'ResponsibleProcess', codes: ReadonlyMap<number, string | null>
): { readonly code: string | null; readonly elsewhere: boolean } {
  const id = reader.reference(column);
  if (id === null) return { code: null, elsewhere: false };
  const code = codes.get(id);
  if (code === undefined && column === 'ResponsibleProcess') reader.note('danglingReference', column, 'warning', `#${id}`);
  return { code: code || null, elsewhere: !code };
}

/** Decisions of the shown plan, newest first. One whose key result or objective is another plan's is left out. */
export function mapDecisions(rows: readonly Row<'Decisions'>[], context: DecisionContext, problems: Problem[]): Decision[] {
  const decisions: Decision[] = [];
  for (const row of oldestFirst(rows)) {
    const reader = new RowReader('Decisions', row, problems);
    const keyResult = pointed(reader, 'KeyResult', context.keyResultCodes);
    const objective = pointed(reader, 'StrategicObjective', context.objectiveCodes);
    // Of a decision on a key result the objective says nothing more.
    if (keyResult.elsewhere || (keyResult.code === null && objective.elsewhere)) continue;
    const title = reader.text('Title');
    if (title === '') reader.note('empty', 'Title', 'warning');
    const created = reader.instant('Created');
    const decidedOn = reader.day('DecidedOn') ?? (created === null ? null : bogotaDay(new Date(created)));
    if (reader.text('DecidedOn') === '') reader.note('empty', 'DecidedOn', decidedOn === null ? 'error' : 'warning');
    if (decidedOn === null) continue;
    decisions.push({
      id: reader.id,
      etag: textOf(row['odata.etag']),
      title: title || `#${reader.id}`,
      detail: reader.text('Detail'),
      keyResult: keyResult.code,
      strategicObjective: objective.code,
      decidedOn,
      responsible: pointed(reader, 'ResponsibleProcess', context.processCodes).code,
      due: reader.day('DueDate'),
      state: reader.choice('State', decisionStates) ?? 'Abierta'
    });
  }
  return decisions.sort((a, b) => (a.decidedOn === b.decidedOn ? b.id - a.id : a.decidedOn < b.decidedOn ? 1 : -1));
}
