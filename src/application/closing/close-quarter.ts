import { bogotaDay, compareQuarters, cutoffsAt } from '../../domain';
import type { QuarterCode } from '../../domain';
import type { NewCutoff } from '../cutoffs';
import { AppError } from '../errors';
import type { Services } from '../ports';
import type { Workspace } from '../workspace';
import { ClosingError } from './errors';
import { laterQuarter, nextToClose } from './order';
import type { QuartersNow, WrittenCutoffs } from './port';
import { change, type Changer, rowOf } from './quarter-row';

/** Steps of a run, in order. */
export const CLOSING_STEPS = ['claim', 'refuse', 'read', 'write', 'finish'] as const;
export type ClosingStep = (typeof CLOSING_STEPS)[number];

export interface ClosingProgress {
  readonly step: ClosingStep;
  /** Of the step `write`: rows done and to do; 0 of 0 in the others. */
  readonly done: number;
  readonly total: number;
}

export type ClosingServices = Pick<Services, 'plan' | 'quarters' | 'now'>;

export interface ClosingOptions {
  /** Goes on with a run that stopped half-way, whosever it was. Without it a quarter that is being closed is left alone. */
  readonly resume?: boolean;
  readonly onProgress?: (progress: ClosingProgress) => void;
}

export interface ClosingResult extends WrittenCutoffs {
  readonly quarter: QuarterCode;
}

/** The moment by the server's clock where it tells, else by the browser's. */
function momentOf(quarters: QuartersNow, services: Pick<Services, 'now'>): Date {
  return quarters.serverNow === null ? services.now() : new Date(quarters.serverNow);
}

function assertClosable(workspace: Workspace, code: QuarterCode, now: QuartersNow, today: string, resume: boolean): void {
  const row = rowOf(now, code);
  const quarter = workspace.quarters.find(one => one.code === code);
  if (!quarter) throw new ClosingError('unknown', { quarter: code });
  const about = { quarter: code, by: row.changedBy, since: row.changedOn };
  if (row.state === 'closed') throw new ClosingError('alreadyClosed', about);
  const next = nextToClose(now.rows);
  if (next && next.code !== code) throw new ClosingError('outOfOrder', { quarter: next.code });
  if (quarter.end >= today) throw new ClosingError('notEnded', { quarter: code });
  if (row.state === 'closing' && !resume) throw new ClosingError('beingClosed', about);
}

/** What closing freezes, computed from what the lists hold now. */
async function readFigures(
  services: ClosingServices, workspace: Workspace, code: QuarterCode, { targetChanges }: QuartersNow
): Promise<{ fresh: Workspace; cutoffs: NewCutoff[]; lastCheckInId: number | null }> {
  const fresh = await services.plan.readWorkspace(services.now(), workspace.plan.code);
  const quarter = fresh.quarters.find(one => one.code === code);
  if (!quarter) throw new ClosingError('unknown', { quarter: code });
  const cutoffs = cutoffsAt({
    ...fresh, quarter, targetChanges, previous: fresh.cutoffs, previousQuarter: fresh.baseQuarter
  });
  const ids = fresh.checkIns.filter(checkIn => checkIn.quarter === code).map(({ id }) => id);
  return { fresh, cutoffs, lastCheckInId: ids.length ? Math.max(...ids) : null };
}

/**
 * Closes the next quarter (§3.4): claims its row by its ETag, makes the list refuse its check-ins, reads what there is then, writes a
 * cutoff for each key result, and the state last. Interrupted anywhere, run again with `resume` it ends with the same rows.
 * @param workspace of the plan; its figures are read again once nothing can be added to the quarter any more
 * @throws ClosingError when it must not be, or somebody else is at it; AppError as the ports say
 */
export async function closeQuarter(
  services: ClosingServices, workspace: Workspace, code: QuarterCode, { resume = false, onProgress }: ClosingOptions = {}
): Promise<ClosingResult> {
  const tell = (step: ClosingStep, done = 0, total = 0): void => { if (onProgress) onProgress({ step, done, total }); };
  const changer: Changer = { keeper: services.quarters, workspace };

  tell('claim');
  const now = await services.quarters.read(workspace);
  const moment = momentOf(now, services);
  assertClosable(workspace, code, now, bogotaDay(moment), resume);
  const claimed = await change(changer, rowOf(now, code), { state: 'closing' });

  tell('refuse');
  const refused = laterQuarter(code, now.closedElsewhere);
  await services.quarters.refuseUpTo(refused);

  tell('read');
  const { fresh, cutoffs, lastCheckInId } = await readFigures(services, workspace, code, now);
  assertStillNext(fresh, code);

  tell('write', 0, cutoffs.length);
  const written = await services.quarters.writeCutoffs(code, cutoffs, fresh.keyResults, (done, total) => tell('write', done, total));

  tell('finish');
  await change(changer, { ...rowOf(now, code), etag: claimed }, { state: 'closed', closedOn: moment.toISOString(), lastCheckInId });
  return { quarter: code, ...written };
}

/** The quarter before may have been opened again between claiming this one and reading: then nothing may be frozen on top of it. */
function assertStillNext(fresh: Workspace, code: QuarterCode): void {
  const before = fresh.quarters.find(quarter => quarter.state !== 'closed' && compareQuarters(quarter.code, code) < 0);
  if (before) throw new ClosingError('outOfOrder', { quarter: before.code });
  if (!fresh.quarters.some(quarter => quarter.code === code && quarter.state === 'closing')) {
    throw new AppError('conflict', { list: 'Quarters' });
  }
}
