import { bogotaDay, compareQuarters } from '../../domain';
import type { QuarterCode } from '../../domain';
import type { Services } from '../ports';
import type { Workspace } from '../workspace';
import { ClosingError } from './errors';
import { lastClosed, laterQuarter, nextToReopen } from './order';
import type { QuarterRow, QuartersNow, Refusal } from './port';
import { change, type Changer, rowOf } from './quarter-row';

export type ReopeningServices = Pick<Services, 'quarters' | 'now'>;

/** The quarter up to which the list should refuse check-ins, as the quarters stand. A quarter that is being closed is refused already. */
export function wantedRefusal({ rows, closedElsewhere }: QuartersNow): QuarterCode | null {
  const last = nextToReopen(rows);
  return laterQuarter(last ? last.code : null, closedElsewhere);
}

/** Whether the list refuses what it should. A run that has just claimed its quarter may not have come to it yet. */
export function refusalStands(now: QuartersNow): boolean {
  const is = (refusal: Refusal, quarter: QuarterCode | null): boolean =>
    (refusal.kind === 'none' ? quarter === null : refusal.kind === 'upTo' && refusal.quarter === quarter);
  const closing = now.rows.some(({ state }) => state === 'closing');
  return is(now.refusal, wantedRefusal(now)) || (closing && is(now.refusal, laterQuarter(lastClosed(now.rows), now.closedElsewhere)));
}

function withReason({ reopenReason }: QuarterRow, reason: string, day: string, name: string): string {
  const line = `${day} ${name}: ${reason.replace(/\s+/g, ' ').trim()}`;
  return reopenReason === '' ? line : `${reopenReason}\n${line}`;
}

/**
 * Opens the last closed quarter again, or one whose closing was begun. Its cutoffs stay as they are and are not read until it is closed
 * again, which brings them to the figures of then. While it is being done the row is claimed as in a closing, so that the list never takes
 * check-ins of a quarter that counts as closed; interrupted, it is done again or closed again.
 * @throws ClosingError, AppError
 */
export async function reopenQuarter(services: ReopeningServices, workspace: Workspace, code: QuarterCode, reason: string): Promise<void> {
  if (reason.trim() === '') throw new ClosingError('reasonMissing', { quarter: code });
  const changer: Changer = { keeper: services.quarters, workspace };
  const now = await services.quarters.read(workspace);
  const row = rowOf(now, code);
  if (row.state === 'open') throw new ClosingError('alreadyOpen', { quarter: code, by: row.changedBy, since: row.changedOn });
  const next = nextToReopen(now.rows);
  if (next && next.code !== code) throw new ClosingError('outOfOrder', { quarter: next.code });

  const etag = row.state === 'closing' ? row.etag : await change(changer, row, { state: 'closing' });
  const before = lastClosed(now.rows.filter(one => compareQuarters(one.code, code) < 0));
  const elsewhere = now.closedElsewhere !== null && compareQuarters(now.closedElsewhere, code) < 0 ? now.closedElsewhere : null;
  await services.quarters.refuseUpTo(laterQuarter(before, elsewhere));
  const moment = now.serverNow === null ? services.now() : new Date(now.serverNow);
  await change(changer, { ...row, etag }, {
    state: 'open', closedOn: null, lastCheckInId: null,
    reopenReason: withReason(row, reason, bogotaDay(moment), workspace.user.name)
  });
}

/** Makes the list refuse what it should, after somebody changed its formula or an interruption. */
export async function mendRefusal(services: Pick<Services, 'quarters'>, workspace: Workspace): Promise<void> {
  await services.quarters.refuseUpTo(wantedRefusal(await services.quarters.read(workspace)));
}
