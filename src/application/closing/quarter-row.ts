import type { QuarterCode } from '../../domain';
import { isAppError } from '../errors';
import type { Workspace } from '../workspace';
import { ClosingError } from './errors';
import type { QuarterChange, QuarterKeeper, QuarterRow, QuartersNow } from './port';

/** The row of a quarter. @throws ClosingError when there is none */
export function rowOf(quarters: QuartersNow, code: QuarterCode): QuarterRow {
  const row = quarters.rows.find(one => one.code === code);
  if (!row) throw new ClosingError('unknown', { quarter: code });
  return row;
}

/** Who changes rows, and through what. */
export interface Changer {
  readonly keeper: QuarterKeeper;
  readonly workspace: Workspace;
}

/**
 * Changes a quarter's row if nobody has since. A change whose answer was lost is sent again and then meets its own doing: where the row
 * stands as it should, by this person's hand, it is taken for done.
 * @returns its new ETag
 * @throws ClosingError `takenOver`, `unknown`; AppError
 */
export async function change({ keeper, workspace }: Changer, row: QuarterRow, wanted: QuarterChange): Promise<string> {
  try {
    return await keeper.write(row, wanted);
  } catch (error) {
    if (isAppError(error, 'gone')) throw new ClosingError('unknown', { quarter: row.code });
    if (!isAppError(error, 'conflict')) throw error;
    const found = rowOf(await keeper.read(workspace), row.code);
    if (standsAs(found, wanted) && isBy(found, workspace)) return found.etag;
    throw new ClosingError('takenOver', { quarter: row.code, by: found.changedBy, since: found.changedOn });
  }
}

function standsAs(row: QuarterRow, wanted: QuarterChange): boolean {
  return row.state === wanted.state
    && (wanted.lastCheckInId === undefined || row.lastCheckInId === wanted.lastCheckInId)
    && (wanted.reopenReason === undefined || row.reopenReason === wanted.reopenReason);
}

function isBy({ changedBy }: QuarterRow, { user }: Workspace): boolean {
  return changedBy !== null && changedBy.login.toLowerCase() === user.login.toLowerCase();
}
