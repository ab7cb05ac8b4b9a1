import type { NewCutoff } from '../application/cutoffs';
import type {
  ClosedRows, KeptCutoff, PlanParts, QuarterChange, QuarterKeeper, QuarterRow, QuartersNow, WrittenCutoffs
} from '../application/closing/port';
import { AppError } from '../application/errors';
import {
  compareQuarters, isQuarterCode, type KeyResult, type ListName, type Problem, type QuarterCode, type TargetChange
} from '../domain';
import type { SiteConnection } from './connection';
import { toAppError } from './errors';
import { mapCheckIns } from './mapping/check-ins';
import { findChoice, quarterStates } from './mapping/choices';
import { splitKey } from './mapping/codes';
import { cutoffRow, mapCutoffs } from './mapping/cutoffs';
import { mapTargetChanges } from './mapping/history';
import type { Row } from './mapping/row';
import { idOf, instantOf, personOf, textOf, writtenDay } from './mapping/row-reader';
import {
  checkInFiguresQuery, cutoffByKeyQuery, cutoffHistoryOfQuarterQuery, cutoffsWithEtagQuery, quarterRowsQuery, targetChangesOfAllQuery
} from './queries';
import { readRefusal, serverTime, writeRefusal } from './refusal';
import { type RowWrite, writeRows } from './row-writer';
import { ReadBatch, type RowQuery, valueOf } from './rows';
import type { RowToWrite } from './schema';

/** A retry after a lost answer finds rows of its own; each round settles what the one before met. */
const MOST_ROUNDS = 4;

/** Quarters, their cutoffs and what the list of check-ins refuses. */
export function quarterKeeper(connection: SiteConnection): QuarterKeeper {
  return {
    read: plan => read(connection, plan),
    write: (row, change) => write(connection, row, change),
    restore: (plan, quarter) => restore(connection, plan, quarter),
    refuseUpTo: quarter => writeRefusal(connection, quarter),
    writeCutoffs: (quarter, cutoffs, keyResults, onProgress) => writeCutoffs(connection, quarter, cutoffs, keyResults, onProgress),
    readClosed: (quarter, plan) => readClosed(connection, quarter, plan)
  };
}

async function rowsOf<L extends ListName>(connection: SiteConnection, query: RowQuery<L>): Promise<readonly Row<L>[]> {
  const batch = new ReadBatch(connection);
  const outcome = batch.rows(query);
  await batch.send();
  return valueOf(await outcome, query.list);
}

async function read(connection: SiteConnection, plan: PlanParts): Promise<QuartersNow> {
  const batch = new ReadBatch(connection);
  const quarterRows = batch.rows(quarterRowsQuery);
  const changeRows = batch.rows(targetChangesOfAllQuery);
  const refusal = readRefusal(batch, connection);
  // A batch's parts do not say when they were answered.
  const [serverNow] = await Promise.all([serverTime(connection), batch.send()]);
  const rows = await valueOf(await quarterRows, 'Quarters');
  return {
    rows: rows.map(row => mapRow(row, plan)).filter((row): row is QuarterRow => row !== null)
      .sort((a, b) => compareQuarters(a.code, b.code)),
    closedElsewhere: closedElsewhere(rows, plan.plan.code),
    refusal: await refusal(),
    serverNow,
    targetChanges: mapChanges(await valueOf(await changeRows, 'TargetChanges'), plan.keyResults)
  };
}

/** `null` for rows of other plans, and for those the plan's reading could not use. */
function mapRow(row: Row<'Quarters'>, plan: PlanParts): QuarterRow | null {
  const quarter = plan.quarters.find(({ id }) => id === idOf(row.Id));
  if (!quarter) return null;
  const lastCheckInId = Number(textOf(row.LastCheckInId));
  return {
    id: quarter.id,
    etag: textOf(row['odata.etag']),
    code: quarter.code,
    state: findChoice(quarterStates, textOf(row.State)) || 'open',
    closedOn: instantOf(row.ClosedOn),
    lastCheckInId: lastCheckInId > 0 ? lastCheckInId : null,
    reopenReason: textOf(row.ReopenReason),
    changedBy: personOf(row.Editor),
    changedOn: instantOf(row.Modified)
  };
}

function closedElsewhere(rows: readonly Row<'Quarters'>[], plan: string): QuarterCode | null {
  const codes = rows
    .filter(row => {
      const key = splitKey(textOf(row.Key0));
      return key !== null && key.plan !== plan && findChoice(quarterStates, textOf(row.State)) === 'closed';
    })
    .map(row => textOf(row.Title).toUpperCase())
    .filter(isQuarterCode)
    .sort(compareQuarters);
  return codes.length ? codes[codes.length - 1] : null;
}

function mapChanges(rows: readonly Row<'TargetChanges'>[], keyResults: readonly KeyResult[]): TargetChange[] {
  const changes: TargetChange[] = [];
  for (const keyResult of keyResults) {
    const own = rows.filter(row => idOf(row.KeyResultId) === keyResult.id);
    // What is wrong with them is told on the key result's page.
    if (own.length > 0) changes.push(...mapTargetChanges(own, keyResult, null, []));
  }
  return changes;
}

async function one(connection: SiteConnection, change: RowWrite): Promise<string> {
  const [outcome] = await writeRows(connection, [change]);
  if (!outcome.ok) throw outcome.error;
  return outcome.etag;
}

function write(connection: SiteConnection, { id, etag }: Pick<QuarterRow, 'id' | 'etag'>, change: QuarterChange): Promise<string> {
  const row: Partial<RowToWrite<'Quarters'>> = {
    ...(change.state === undefined ? {} : { State: change.state }),
    ...(change.closedOn === undefined ? {} : { ClosedOn: change.closedOn }),
    ...(change.lastCheckInId === undefined ? {} : { LastCheckInId: change.lastCheckInId }),
    ...(change.reopenReason === undefined ? {} : { ReopenReason: change.reopenReason })
  };
  return one(connection, { kind: 'merge', list: 'Quarters', id, etag, row });
}

async function restore(
  connection: SiteConnection, { plan }: PlanParts, { code, start, end, state }: Parameters<QuarterKeeper['restore']>[1]
): Promise<void> {
  try {
    await one(connection, {
      kind: 'add', list: 'Quarters',
      row: {
        Title: code, Key0: `${plan.code}/${code}`, PlanId: plan.id, StartDate: writtenDay(start), EndDate: writtenDay(end), State: state
      }
    });
  } catch (error) {
    const refusal = await toAppError(error, 'Quarters');
    // Somebody else, or an attempt whose answer was lost, has made it.
    if (refusal.kind !== 'duplicate') throw refusal;
  }
}

type CutoffRow = RowToWrite<'Cutoffs'>;

/** Rows of the quarter by their key. */
async function presentRows(connection: SiteConnection, quarter: QuarterCode, lost: readonly string[]): Promise<Map<string, Row<'Cutoffs'>>> {
  const rows = [...await rowsOf(connection, cutoffsWithEtagQuery(quarter))];
  const known = new Set(rows.map(row => textOf(row.Key0)));
  const elsewhere = lost.filter(key => !known.has(key));
  if (elsewhere.length > 0) {
    // Their keys are taken, but by rows that somebody moved to another quarter by hand.
    const batch = new ReadBatch(connection);
    const pending = elsewhere.slice(0, 100).map(key => batch.rows(cutoffByKeyQuery(key)));
    await batch.send();
    for (const outcome of pending) rows.push(...await valueOf(await outcome, 'Cutoffs'));
  }
  return new Map(rows.map((row): [string, Row<'Cutoffs'>] => [textOf(row.Key0), row]));
}

function writeFor(wanted: CutoffRow, present: Row<'Cutoffs'> | undefined): RowWrite | null {
  if (!present) return { kind: 'add', list: 'Cutoffs', row: wanted };
  if (holds(present, wanted)) return null;
  return { kind: 'merge', list: 'Cutoffs', id: idOf(present.Id) || 0, etag: textOf(present['odata.etag']), row: wanted };
}

async function writeCutoffs(
  connection: SiteConnection, quarter: QuarterCode, cutoffs: readonly NewCutoff[], keyResults: readonly KeyResult[],
  onProgress: (done: number, total: number) => void
): Promise<WrittenCutoffs> {
  const byCode = new Map(keyResults.map(keyResult => [keyResult.code, keyResult]));
  const wanted = cutoffs.map(cutoff => {
    const keyResult = byCode.get(cutoff.keyResult);
    if (!keyResult) throw new AppError('gone', { list: 'KeyResults', detail: cutoff.keyResult });
    return cutoffRow(cutoff, keyResult);
  });
  const total = wanted.length;
  let [added, corrected] = [0, 0];
  let lost: string[] = [];
  for (let round = 1; ; round++) {
    const present = await presentRows(connection, quarter, lost);
    const writes = wanted.map(row => writeFor(row, present.get(String(row.Key0)))).filter((one): one is RowWrite => one !== null);
    const outcomes = await writeRows(connection, writes, { onProgress: done => onProgress(total - writes.length + done, total) });
    lost = [];
    let failure: AppError | null = null;
    outcomes.forEach((outcome, index) => {
      const row = writes[index];
      if (outcome.ok) {
        if (row.kind === 'add') added++;
        else corrected++;
        return;
      }
      failure = outcome.error;
      // Changed or made meanwhile, perhaps by this very request whose answer was lost: the next round sees it as it stands.
      if (['duplicate', 'conflict', 'gone'].indexOf(outcome.error.kind) < 0) throw outcome.error;
      if (row.kind === 'add') lost.push(String((row.row as CutoffRow).Key0));
    });
    if (failure === null) return { added, corrected, unchanged: total - added - corrected };
    if (round === MOST_ROUNDS) throw failure;
  }
}

/** Whether a row holds what it should, whatever form SharePoint gives it back in. */
function holds(row: Row<'Cutoffs'>, wanted: CutoffRow): boolean {
  return (Object.keys(wanted) as (keyof CutoffRow)[]).every(column => {
    const [has, wants] = [(row as Readonly<Record<string, unknown>>)[column], wanted[column]];
    if (column === 'LastReportedOn') return instantOf(has) === instantOf(wants);
    if (typeof wants === 'number') return typeof has === 'number' && Math.abs(has - wants) <= 1e-12 * Math.max(1, Math.abs(wants));
    return textOf(has) === textOf(wants);
  });
}

async function readClosed(connection: SiteConnection, quarter: QuarterCode, plan: PlanParts): Promise<ClosedRows> {
  const batch = new ReadBatch(connection);
  const cutoffRows = batch.rows(cutoffHistoryOfQuarterQuery(quarter));
  const checkInRows = batch.rows(checkInFiguresQuery(quarter));
  await batch.send();
  const { keyResults, quarters, processes } = plan;
  const context = {
    keyResults, quarters,
    keyResultCodes: new Map(keyResults.map(({ id, code }) => [id, code])),
    processCodes: new Map(processes.map(({ id, code }) => [id, code]))
  };
  // Rows that cannot be used are told of with the workspace; those of other plans look like such here.
  const ignored: Problem[] = [];
  const rows = await valueOf(await cutoffRows, 'Cutoffs');
  const byId = new Map(rows.map(row => [idOf(row.Id), row]));
  return {
    cutoffs: mapCutoffs(rows, context, ignored).map((cutoff): KeptCutoff => {
      const row = byId.get(cutoff.id);
      return {
        ...cutoff,
        version: row ? parseInt(textOf(row.OData__UIVersionString), 10) || 1 : 1,
        changedBy: row ? personOf(row.Editor) : null,
        changedOn: row ? instantOf(row.Modified) : null
      };
    }),
    checkIns: mapCheckIns(await valueOf(await checkInRows, 'CheckIns'), [], context, ignored)
  };
}
