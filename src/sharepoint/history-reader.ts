import type { KeyResultHistory, TargetVersion } from '../application/workspace';
import {
  type CheckIn, compareCheckIns, compareQuarters, type KeyResult, type ListName, type Person, type Problem, type QuarterCode
} from '../domain';
import { listUrl, type SiteConnection } from './connection';
import { toAppError } from './errors';
import { mapCheckIns } from './mapping/check-ins';
import { mapCutoffs } from './mapping/cutoffs';
import { mapDecisions } from './mapping/decisions';
import { mapIndicator, mapTargetChanges } from './mapping/history';
import { mapProcesses } from './mapping/processes';
import type { Row } from './mapping/row';
import { idOf, instantOf, textOf } from './mapping/row-reader';
import { findMissingColumn } from './missing-column';
import {
  checkInsQuery, cutoffHistoryQuery, decisionsQuery, indicatorQuery, indicatorYearsQuery, reviewsQuery, targetChangesQuery
} from './queries';
import { type Outcome, ReadBatch, type RowQuery } from './rows';

/** Rows of a list, or the error that says what is missing. */
async function rowsOf<L extends ListName>(
  connection: SiteConnection, query: RowQuery<L>, pending: Promise<Outcome<readonly Row<L>[]>>
): Promise<readonly Row<L>[]> {
  const outcome = await pending;
  if (outcome.ok) return outcome.value;
  const refused = (outcome.error as { status?: unknown } | null)?.status === 400;
  throw refused
    ? await findMissingColumn(connection, query as unknown as RowQuery<ListName>, outcome.error)
    : await toAppError(outcome.error, query.list);
}

/** Sends queries as one request; gives each one's rows. */
export function ask<L extends ListName>(connection: SiteConnection, batch: ReadBatch, query: RowQuery<L>): () => Promise<readonly Row<L>[]> {
  const pending = batch.rows(query);
  return () => rowsOf(connection, query, pending);
}

export async function readHistory(connection: SiteConnection, keyResult: KeyResult): Promise<KeyResultHistory> {
  const batch = new ReadBatch(connection);
  const cutoffRows = ask(connection, batch, cutoffHistoryQuery(keyResult.key));
  const changeRows = ask(connection, batch, targetChangesQuery(keyResult.id));
  const decisionRows = ask(connection, batch, decisionsQuery(keyResult.id));
  const processRows = ask(connection, batch, { list: 'Processes', select: ['Id', 'Title'] });
  const { indicator: code } = keyResult;
  const indicatorRows = code === null ? null : ask(connection, batch, indicatorQuery(code));
  const yearRows = code === null ? null : ask(connection, batch, indicatorYearsQuery(code));
  await batch.send();

  const problems: Problem[] = [];
  const context = { keyResults: [keyResult], keyResultCodes: new Map([[keyResult.id, keyResult.code]]), quarters: null };
  const cutoffs = mapCutoffs(await cutoffRows(), context, problems).sort((a, b) => compareQuarters(a.quarter, b.quarter));
  const targetChanges = mapTargetChanges(await changeRows(), keyResult, cutoffs[cutoffs.length - 1] || null, problems);
  const plan = keyResult.key.slice(0, keyResult.key.indexOf('/'));
  const indicator = code !== null && indicatorRows && yearRows
    ? mapIndicator(await indicatorRows(), await yearRows(), code, plan, problems)
    : null;
  const decisions = mapDecisions(await decisionRows(), {
    keyResultCodes: context.keyResultCodes,
    processCodes: mapProcesses(await processRows(), []).codes,
    // The objective is the key result's own.
    objectiveCodes: new Map()
  }, problems);
  return { keyResult: keyResult.code, cutoffs, targetChanges, indicator, decisions, problems };
}

export async function readCheckIns(
  connection: SiteConnection, keyResult: KeyResult, quarter: QuarterCode
): Promise<{ checkIns: CheckIn[]; problems: Problem[] }> {
  const batch = new ReadBatch(connection);
  const checkInRows = ask(connection, batch, checkInsQuery(quarter, keyResult.id));
  const reviewRows = ask(connection, batch, reviewsQuery(quarter));
  const processRows = ask(connection, batch, { list: 'Processes', select: ['Id', 'Title'] });
  await batch.send();

  const problems: Problem[] = [];
  const context = {
    keyResults: [keyResult],
    keyResultCodes: new Map([[keyResult.id, keyResult.code]]),
    // Problems of the list of processes are told with the workspace.
    processCodes: mapProcesses(await processRows(), []).codes,
    quarters: null
  };
  const checkIns = mapCheckIns(await checkInRows(), await reviewRows(), context, problems);
  return { checkIns: checkIns.sort((a, b) => compareCheckIns(b, a)), problems };
}

/** A person as versions name them: without a login name. */
function versionAuthor(value: unknown): Person | null {
  if (typeof value !== 'object' || value === null) return null;
  const { LookupId, LookupValue, Email } = value as { LookupId?: unknown; LookupValue?: unknown; Email?: unknown };
  const name = textOf(LookupValue);
  return name === '' ? null : { id: idOf(LookupId) || 0, login: textOf(Email), name, email: textOf(Email) };
}

interface VersionRow {
  readonly VersionId?: unknown;
  readonly VersionLabel?: unknown;
  readonly Created?: unknown;
  readonly Target?: unknown;
  readonly Editor?: unknown;
}

export async function readTargetVersions(connection: SiteConnection, keyResult: KeyResult): Promise<TargetVersion[]> {
  let rows: VersionRow[];
  try {
    rows = await connection.api.collection(`${listUrl(connection, 'KeyResults')}/items(${keyResult.id})/versions`)
      .select('VersionId', 'VersionLabel', 'Created', 'Target', 'Editor').top(500)<VersionRow[]>();
  } catch (error) {
    throw await toAppError(error, 'KeyResults');
  }
  const oldestFirst = [...rows].sort((a, b) => Number(a.VersionId) - Number(b.VersionId));
  const target = (row: VersionRow): number | null => (textOf(row.Target) === '' ? null : Number(textOf(row.Target)));
  const changed = oldestFirst.filter((row, index) => index === 0 || target(row) !== target(oldestFirst[index - 1]));
  if (changed.length < 2) return [];
  return changed
    .map(row => ({
      version: textOf(row.VersionLabel), target: target(row), changedOn: instantOf(row.Created) || '', author: versionAuthor(row.Editor)
    }))
    .reverse();
}
