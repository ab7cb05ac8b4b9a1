import { body, headers } from '@pnp/queryable';
import { type ISPQueryable, spDelete, spPost } from '@pnp/sp/spqueryable';
import type { ChangedCheckIn, CheckInReferences, CheckInWriter } from '../application/ports';
import { AppError } from '../application/errors';
import type { CheckIn, CheckInDraft, Person } from '../domain';
import { listUrl, quoted, type SiteConnection } from './connection';
import { codes, toAppError } from './errors';
import { mapReviews, readCheckIn } from './mapping/check-ins';
import type { Row } from './mapping/row';
import { instantOf, RowReader, textOf } from './mapping/row-reader';
import { formatEvidence, formatPositions } from './mapping/texts';
import { checkInColumns, person } from './queries';
import { ReadBatch, valueOf, WithMetadata } from './rows';
import type { RowToWrite } from './schema';
import { WrittenParse, type WrittenRow } from './written-row';

type Target = Pick<CheckIn, 'id' | 'etag'> & Partial<Pick<CheckIn, 'author'>>;

type Written = WrittenRow<'CheckIns'>;

/**
 * A refusal of a write. The list's own formula is the one that closing a quarter sets (§3.4): what it refuses belongs to a closed quarter.
 */
async function refusalOf(error: unknown): Promise<AppError> {
  const refusal = await toAppError(error, 'CheckIns');
  return refusal.details.code === codes.listFormula ? new AppError('quarterClosed', refusal.details) : refusal;
}

/** Writes check-ins, one request each. */
export function checkInWriter(connection: SiteConnection): CheckInWriter {
  return {
    add: (draft, references) => add(connection, draft, references),
    update: (checkIn, draft, references) => update(connection, checkIn, draft, references),
    remove: checkIn => remove(connection, checkIn),
    read: id => read(connection, id)
  };
}

function items(connection: SiteConnection, part = ''): ISPQueryable {
  return connection.api.request(`${listUrl(connection, 'CheckIns')}/items${part}`);
}

async function add(connection: SiteConnection, draft: CheckInDraft, references: CheckInReferences): Promise<CheckIn> {
  try {
    const { row, etag } = await spPost<Written>(items(connection).using(WithMetadata, WrittenParse), body(rowOf(draft, references)));
    return writtenCheckIn(draft, references, { row, etag }, connection.session.user);
  } catch (error) {
    const refusal = await refusalOf(error);
    // The key is this draft's alone: the row is from an attempt whose answer was lost.
    if (refusal.kind === 'duplicate') return takeOver(connection, draft, references, refusal);
    throw refusal;
  }
}

async function takeOver(
  connection: SiteConnection, draft: CheckInDraft, references: CheckInReferences, refusal: AppError
): Promise<CheckIn> {
  const query = items(connection).select('Title', ...checkInColumns).expand('Author');
  query.query.set('$filter', `ClientKey eq ${quoted(draft.clientKey)}`);
  let rows: Row<'CheckIns'>[];
  try {
    rows = await query.using(WithMetadata)<Row<'CheckIns'>[]>();
  } catch (error) {
    throw await toAppError(error, 'CheckIns');
  }
  const row = rows[0];
  if (!row) throw refusal;
  const etag = textOf(row['odata.etag']);
  const author = new RowReader('CheckIns', row, []).person('Author');
  if (sameContent(row, rowOf(draft, references))) return writtenCheckIn(draft, references, { row, etag }, author);
  // Typed on after the attempt that went through unnoticed: what is on screen is what counts.
  return update(connection, { id: Number(row.Id), etag, author }, draft, references);
}

async function update(connection: SiteConnection, checkIn: Target, draft: CheckInDraft, references: CheckInReferences): Promise<CheckIn> {
  try {
    const { etag } = await spPost<Written>(
      items(connection, `(${checkIn.id})`).using(WrittenParse),
      body(rowOf(draft, references), headers({ 'IF-Match': checkIn.etag, 'X-HTTP-Method': 'MERGE' }))
    );
    const row = { Id: checkIn.id, OData__UIVersionString: versionAt(etag) };
    return writtenCheckIn(draft, references, { row, etag }, checkIn.author || null);
  } catch (error) {
    throw await refusalOf(error);
  }
}

async function remove(connection: SiteConnection, checkIn: Pick<CheckIn, 'id' | 'etag'>): Promise<void> {
  try {
    await spDelete(items(connection, `(${checkIn.id})`), headers({ 'IF-Match': checkIn.etag }));
  } catch (error) {
    const refusal = await toAppError(error, 'CheckIns');
    if (refusal.kind === 'gone') return;
    // SharePoint answered that it will not, by a code that nobody documents: a review stands on the row.
    throw refusal.kind === 'unexpected' && refusal.details.code ? new AppError('refused', refusal.details) : refusal;
  }
}

/** Without its key result nothing is checked: the conflict dialog shows what the row holds. */
async function read(connection: SiteConnection, id: number): Promise<ChangedCheckIn> {
  const batch = new ReadBatch(connection);
  const rows = batch.rows({
    list: 'CheckIns',
    select: [...checkInColumns, 'KeyResult/Code', 'Process/Title', 'Modified', ...person('Editor')],
    filter: `Id eq ${id}`,
    withEtag: true
  });
  const reviews = batch.rows({ list: 'Reviews', select: ['Id', 'CheckInId', 'Version0', 'Verdict', 'Note'], filter: `CheckInId eq ${id}` });
  await batch.send();
  const row = (await valueOf(await rows, 'CheckIns'))[0];
  if (!row) throw new AppError('gone', { list: 'CheckIns' });
  const reader = new RowReader('CheckIns', row, []);
  const verdicts = mapReviews(await valueOf(await reviews, 'Reviews'), []);
  const checkIn = readCheckIn(reader, row, {
    keyResult: textOf((row.KeyResult as { Code?: unknown } | null | undefined)?.Code),
    process: textOf((row.Process as { Title?: unknown } | null | undefined)?.Title) || null,
    quarter: reader.text('Quarter'),
    review: verdicts.get(`${id} ${textOf(row.OData__UIVersionString)}`)
  });
  return { ...checkIn, changedBy: reader.person('Editor'), changedOn: reader.instant('Modified') ?? checkIn.reportedOn };
}

/** The row of a draft. */
export function rowOf(draft: CheckInDraft, references: CheckInReferences): RowToWrite<'CheckIns'> {
  return {
    Title: `${draft.keyResult} · ${draft.process} · ${draft.quarter}`,
    KeyResultId: references.keyResultId,
    ProcessId: references.processId,
    Quarter: draft.quarter,
    Value: draft.value,
    StagesDone: formatPositions(draft.stagesDone),
    Confidence: draft.confidence,
    Narrative: draft.narrative.trim(),
    Obstacles: draft.obstacles.trim(),
    NextStep: draft.nextStep.trim(),
    Evidence: formatEvidence(draft.evidence),
    ReportedOn: draft.reportedOn,
    ClientKey: draft.clientKey
  };
}

/** The check-in as a later reading gives it. */
function writtenCheckIn(draft: CheckInDraft, references: CheckInReferences, written: Written, author: Person | null): CheckIn {
  const row: Row<'CheckIns'> = {
    ...rowOf(draft, references), Id: written.row.Id, OData__UIVersionString: written.row.OData__UIVersionString, 'odata.etag': written.etag
  };
  const { keyResult, process, quarter } = draft;
  return { ...readCheckIn(new RowReader('CheckIns', row, []), row, { keyResult, process, quarter }), author };
}

/** Assumption: with major versions alone, the ETag's number counts them: `"2"` is version 2.0. */
function versionAt(etag: string): string {
  const number = /(\d+)"?$/.exec(etag);
  return number ? `${number[1]}.0` : '';
}

function sameContent(row: Row<'CheckIns'>, wanted: RowToWrite<'CheckIns'>): boolean {
  const plain = (value: unknown): string => textOf(value).replace(/\r\n?/g, '\n');
  return (Object.keys(wanted) as (keyof RowToWrite<'CheckIns'>)[]).every(key => {
    const [has, wants] = [(row as Readonly<Record<string, unknown>>)[key], wanted[key]];
    return key === 'ReportedOn' ? instantOf(has) === instantOf(wants) : plain(has) === plain(wants);
  });
}
