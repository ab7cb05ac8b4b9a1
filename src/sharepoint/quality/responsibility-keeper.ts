import type { ResponsibleOutcome, ResponsibleRow } from '../../application/quality';
import type { SiteConnection } from '../connection';
import type { Row } from '../mapping/row';
import { instantOf, RowReader, textOf } from '../mapping/row-reader';
import { person } from '../queries';
import { writeRows } from '../row-writer';
import { ReadBatch, type RowQuery, valueOf } from '../rows';

const query = (filter?: string): RowQuery<'KeyResults'> => ({
  list: 'KeyResults', select: ['Id', 'ProcessesId', 'Modified', ...person('Editor')], withEtag: true, ...(filter ? { filter } : {})
});

function responsibleRow(row: Row<'KeyResults'>): ResponsibleRow {
  const reader = new RowReader('KeyResults', row, []);
  const editor = reader.person('Editor');
  return {
    id: reader.id,
    etag: textOf(row['odata.etag']),
    processIds: [...reader.references('Processes')].sort((a, b) => a - b),
    changedBy: editor ? editor.name : '',
    changedOn: instantOf(row.Modified) ?? ''
  };
}

export async function readResponsibles(connection: SiteConnection): Promise<ResponsibleRow[]> {
  const batch = new ReadBatch(connection);
  const rows = batch.rows(query());
  await batch.send();
  return (await valueOf(await rows, 'KeyResults')).map(responsibleRow);
}

export async function writeResponsibles(
  connection: SiteConnection, rows: readonly Pick<ResponsibleRow, 'id' | 'etag' | 'processIds'>[],
  onProgress?: (done: number, total: number) => void
): Promise<ResponsibleOutcome[]> {
  const outcomes = await writeRows(
    connection,
    rows.map(({ id, etag, processIds }) => ({ kind: 'merge' as const, list: 'KeyResults' as const, id, etag, row: { ProcessesId: processIds } })),
    onProgress ? { onProgress } : {}
  );
  const refused = rows.map(({ id }) => id).filter((_, index) => {
    const outcome = outcomes[index];
    return !outcome.ok && outcome.error.kind === 'conflict';
  });
  const theirs = await readSome(connection, refused);
  return outcomes.map((outcome, index): ResponsibleOutcome => {
    const { id } = rows[index];
    return outcome.ok ? { ok: true, id, etag: outcome.etag } : { ok: false, id, error: outcome.error, theirs: theirs.get(id) ?? null };
  });
}

/** Rows that somebody else changed, as they stand. */
async function readSome(connection: SiteConnection, ids: readonly number[]): Promise<Map<number, ResponsibleRow>> {
  const found = new Map<number, ResponsibleRow>();
  if (ids.length === 0) return found;
  const batch = new ReadBatch(connection);
  const pending = ids.map(id => batch.rows(query(`Id eq ${id}`)));
  await batch.send();
  for (const one of pending) for (const row of await valueOf(await one, 'KeyResults')) found.set(Number(row.Id), responsibleRow(row));
  return found;
}
