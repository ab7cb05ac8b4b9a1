import { body, headers } from '@pnp/queryable';
import { createBatch } from '@pnp/sp/batching';
import { type ISPQueryable, spDelete, spPost } from '@pnp/sp/spqueryable';
import type { AppError } from '../application/errors';
import type { ListName } from '../domain';
import { listUrl, type SiteConnection } from './connection';
import { toAppError } from './errors';
import { idOf } from './mapping/row-reader';
import { WithMetadata } from './rows';
import type { RowToWrite } from './schema';
import { WrittenParse, type WrittenRow } from './written-row';

/** SharePoint takes no more in one batch. */
export const MOST_PARTS = 100;

/** A row of one list to add; to change, if it is still the version of `etag`; or to delete under the same condition. */
export type RowWriteOf<L extends ListName> =
  | { readonly kind: 'add'; readonly list: L; readonly row: Partial<RowToWrite<L>> }
  | { readonly kind: 'merge'; readonly list: L; readonly id: number; readonly etag: string; readonly row: Partial<RowToWrite<L>> }
  | { readonly kind: 'remove'; readonly list: L; readonly id: number; readonly etag: string };

/** The same of any list. */
export type RowWrite = { [L in ListName]: RowWriteOf<L> }[ListName];

/** How one write came out: the row's id and new ETag (empty after a deletion), or why it was refused. */
export type WriteOutcome =
  | { readonly ok: true; readonly id: number; readonly etag: string }
  | { readonly ok: false; readonly error: AppError };

export interface WriteOptions {
  /** Called after every batch. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked before every batch but the first: `true` leaves the rest unwritten. */
  readonly isCancelled?: () => boolean;
}

/**
 * Writes rows, at most {@link MOST_PARTS} to a request, one request after the other, and says of each how it came out. SharePoint goes on
 * with the others when one is refused. Writes left out because it was cancelled have no outcome: the array is shorter then.
 * A row that is gone already counts as deleted.
 * @throws AppError when a whole request failed (`throttled`, `offline` …): rows of the requests before it are written, those of that
 * request may be; whoever calls it writes rows that can be written again
 */
export async function writeRows(
  connection: SiteConnection, writes: readonly RowWrite[], { onProgress, isCancelled }: WriteOptions = {}
): Promise<WriteOutcome[]> {
  const outcomes: WriteOutcome[] = [];
  for (let from = 0; from < writes.length; from += MOST_PARTS) {
    if (from > 0 && isCancelled && isCancelled()) break;
    outcomes.push(...await writeTogether(connection, writes.slice(from, from + MOST_PARTS)));
    if (onProgress) onProgress(Math.min(from + MOST_PARTS, writes.length), writes.length);
  }
  return outcomes;
}

async function writeTogether(connection: SiteConnection, writes: readonly RowWrite[]): Promise<WriteOutcome[]> {
  const [behaviour, execute] = createBatch(connection.api.request('_api/web'), { maxRequests: MOST_PARTS });
  const pending = writes.map(write => send(connection, write, behaviour).then(
    (written): { written: WrittenRow } => ({ written }),
    (error: unknown): { error: unknown } => ({ error })
  ));
  try {
    await execute();
  } catch (error) {
    throw await toAppError(error);
  }
  return Promise.all(pending.map(async (one, index) => outcomeOf(writes[index], await one)));
}

function send(connection: SiteConnection, write: RowWrite, behaviour: ReturnType<typeof createBatch>[0]): Promise<WrittenRow> {
  const items = `${listUrl(connection, write.list)}/items`;
  const request = (part: string): ISPQueryable => connection.api.request(`${items}${part}`).using(WithMetadata, WrittenParse, behaviour);
  switch (write.kind) {
    case 'add': return spPost<WrittenRow>(request(''), body(write.row));
    case 'merge': return spPost<WrittenRow>(
      request(`(${write.id})`), body(write.row, headers({ 'IF-Match': write.etag, 'X-HTTP-Method': 'MERGE' }))
    );
    case 'remove': return spDelete<WrittenRow>(request(`(${write.id})`), headers({ 'IF-Match': write.etag }));
    default: throw new Error(`Unknown write ${String((write as { kind?: unknown }).kind)}`);
  }
}

async function outcomeOf(write: RowWrite, answer: { written: WrittenRow } | { error: unknown }): Promise<WriteOutcome> {
  if ('written' in answer) {
    const { row, etag } = answer.written;
    return { ok: true, id: idOf(row.Id) ?? (write.kind === 'add' ? 0 : write.id), etag };
  }
  const error = await toAppError(answer.error, write.list);
  return write.kind === 'remove' && error.kind === 'gone' ? { ok: true, id: write.id, etag: '' } : { ok: false, error };
}
