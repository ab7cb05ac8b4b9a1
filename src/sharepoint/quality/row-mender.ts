import { AppError } from '../../application/errors';
import type { MendOutcome } from '../../application/quality';
import type { Cells, ListName, RowChange } from '../../domain';
import type { SiteConnection } from '../connection';
import { textOf } from '../mapping/row-reader';
import { type RowWrite, writeRows } from '../row-writer';
import { type Outcome, ReadBatch, type RowQuery, valueOf } from '../rows';
import { cellsOf, restName, sameCell, writtenCell } from './cells';

type AnyRow = Readonly<Record<string, unknown>>;

interface Fresh {
  readonly etag: string;
  readonly cells: Cells;
}

/** Writes changes whose rows still hold what was on screen. See `RowMender`. */
export async function mendRows(
  connection: SiteConnection, changes: readonly RowChange[], onProgress?: (done: number, total: number) => void
): Promise<MendOutcome[]> {
  const fresh = await readFresh(connection, changes);
  const outcomes: (MendOutcome | null)[] = changes.map((change, index) => judge(change, fresh[index], connection.webUrl));
  const pending = changes.map((_, index) => index).filter(index => outcomes[index] === null);
  const writes = pending.map(index => writeOf(changes[index], fresh[index] as Fresh, connection.webUrl));
  const written = await writeRows(connection, writes, {
    onProgress: done => { if (onProgress) onProgress(changes.length - pending.length + done, changes.length); }
  });
  // Changed between the reading and the writing: what the row holds by now is the next reading's to tell.
  written.forEach((outcome, at) => { outcomes[pending[at]] = outcome.ok ? { ok: true } : { ok: false, error: outcome.error, current: null }; });
  return outcomes.map(outcome => outcome ?? { ok: false, error: new AppError('unexpected'), current: null });
}

/** `null`: to be written. */
function judge(change: RowChange, fresh: Fresh | AppError, webUrl: string): MendOutcome | null {
  if (fresh instanceof AppError) return { ok: false, error: fresh, current: null };
  const holds = (wanted: Cells): boolean => Object.keys(wanted).every(column => sameCell(fresh.cells[column], wanted[column], webUrl));
  if (holds(change.after)) return { ok: true };
  if (holds(change.before)) return null;
  return { ok: false, error: new AppError('conflict', { list: change.list, status: 412 }), current: fresh.cells };
}

function writeOf(change: RowChange, fresh: Fresh, webUrl: string): RowWrite {
  const row: Record<string, unknown> = {};
  for (const column of Object.keys(change.after)) {
    row[restName(change.list, column)] = writtenCell(change.list, column, change.after[column], fresh.cells[column], webUrl);
  }
  // Columns were looked up in the schema one by one; the type of each list's row cannot be.
  return { kind: 'merge', list: change.list, id: change.id, etag: fresh.etag, row } as RowWrite;
}

/** The rows as they stand, in one request for each hundred. */
async function readFresh(connection: SiteConnection, changes: readonly RowChange[]): Promise<(Fresh | AppError)[]> {
  if (changes.length === 0) return [];
  const batch = new ReadBatch(connection);
  const pending = changes.map(({ list, id, after }) => batch.rows({
    list, select: ['Id', ...Object.keys(after).map(column => restName(list, column))], filter: `Id eq ${id}`, withEtag: true
  } as RowQuery<ListName>) as Promise<Outcome<readonly AnyRow[]>>);
  await batch.send();
  return Promise.all(changes.map(async ({ list, after }, index) => {
    try {
      const [row] = await valueOf(await pending[index], list);
      if (!row) return new AppError('gone', { list, status: 404 });
      return { etag: textOf(row['odata.etag']), cells: cellsOf(list, Object.keys(after), row) };
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
  }));
}
