import type { ListName, ListRow, PlanRowFacts } from '../../domain';
import { listUrl, quoted, type SiteConnection } from '../connection';
import { toAppError } from '../errors';
import { idOf, textOf, valuesOf } from '../mapping/row-reader';
import { ReadBatch, type RowQuery, valueOf } from '../rows';
import { groups } from '../schema/groups';
import { cellsOf, restName } from './cells';

/** Columns that rules look at, by internal name. */
const COLUMNS: Readonly<Partial<Record<ListName, readonly string[]>>> = {
  Plans: ['Title', 'Code'],
  Processes: ['Title', 'OperativePlanUrl'],
  StrategicObjectives: ['Title', 'Code', 'Key0', 'Weight', 'Plan'],
  TacticalObjectives: ['Title', 'Code', 'Key0', 'Weight', 'StrategicObjective'],
  KeyResults: [
    'Title', 'Code', 'Key0', 'TacticalObjective', 'Processes', 'Direction', 'Accumulation', 'Unit', 'Baseline', 'Target', 'CriticalLimit',
    'StartDate', 'EndDate', 'Weight', 'SameMeasureAs', 'Indicator', 'Active'
  ],
  Quarters: ['Title', 'Key0', 'Plan', 'State', 'StartDate', 'EndDate'],
  TargetChanges: ['KeyResult', 'OldTarget', 'NewTarget', 'EffectiveOn'],
  ProgrammedTargets: ['KeyResult', 'Quarter', 'Value']
};
const CHECK_IN_COLUMNS = ['Title', 'KeyResult', 'Process', 'Quarter', 'Value', 'StagesDone', 'Confidence', 'Evidence', 'ReportedOn'];
/** Reports are read by id, which the threshold cannot refuse: those without a known quarter are met in no other way. */
const RECENT_CHECK_INS = 2000;

type AnyRow = Readonly<Record<string, unknown>>;

function rowOf(list: ListName, columns: readonly string[], row: AnyRow): ListRow {
  const author = (row.Author ?? null) as { Name?: unknown } | null;
  return { list, id: idOf(row.Id) ?? 0, cells: cellsOf(list, columns, row), author: author && (textOf(author.Name) || null) };
}

/** Rows as they are written, in one request. @throws AppError when any of the lists could not be read */
export async function readFacts(connection: SiteConnection): Promise<PlanRowFacts> {
  const batch = new ReadBatch(connection);
  const lists = (Object.keys(COLUMNS) as ListName[]).map(list => {
    const columns = COLUMNS[list] as readonly string[];
    const query = { list, select: ['Id', ...columns.map(column => restName(list, column))] } as RowQuery<ListName>;
    return { list, columns, query, pending: batch.rows(query) };
  });
  const checkIns = batch.get<AnyRow[]>(
    `${listUrl(connection, 'CheckIns')}/items?$orderby=Id desc&$top=${RECENT_CHECK_INS}&$expand=Author`,
    ['Id', 'Author/Name', ...CHECK_IN_COLUMNS.map(column => restName('CheckIns', column))]
  );
  const planning = groups.filter(({ key }) => key === 'planning').map(({ title }) => title);
  const people = [...planning.map(title => `_api/web/sitegroups/getbyname(${encodeURIComponent(quoted(title))})/users`), '_api/web/associatedownergroup/users']
    .map(path => batch.get<AnyRow[]>(path, ['LoginName']));
  await batch.send();

  const rows: ListRow[] = [];
  for (const { list, columns, query, pending } of lists) {
    const outcome = await pending;
    if (!outcome.ok && (outcome.error as { status?: unknown } | null)?.status === 400) {
      const { findMissingColumn } = await import(/* webpackChunkName: "history" */ '../missing-column');
      throw await findMissingColumn(connection, query, outcome.error);
    }
    for (const row of await valueOf(outcome, list)) rows.push(rowOf(list, columns, row));
  }
  for (const row of await valueOf(await checkIns, 'CheckIns')) rows.push(rowOf('CheckIns', CHECK_IN_COLUMNS, row));

  const planners: string[] = [];
  for (const pending of people) {
    const outcome = await pending;
    // A group may have been renamed, or its members hidden: then there are only fewer who need no membership.
    if (outcome.ok) planners.push(...valuesOf(outcome.value).map(user => textOf((user as AnyRow).LoginName)).filter(login => login !== ''));
    else if ((await toAppError(outcome.error)).kind === 'offline') await valueOf(outcome);
  }
  return { rows, planners };
}
