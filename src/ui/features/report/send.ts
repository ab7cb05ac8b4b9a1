import { correctCheckIn, recordCheckIn, withCheckIn } from '../../../application/check-ins';
import { isAppError } from '../../../application/errors';
import type { Services } from '../../../application/ports';
import type { Workspace } from '../../../application/workspace';
import type { CheckIn, CheckInDraft, KeyResult } from '../../../domain';

export interface Saved {
  readonly workspace: Workspace;
  readonly checkIn: CheckIn;
  readonly kind: 'added' | 'corrected';
}

type SendServices = Pick<Services, 'checkIns' | 'plan' | 'now'>;

const plain = (text: string): string => text.replace(/\r\n?/g, '\n').trim();
const stages = (list: readonly number[]): string => [...list].sort((a, b) => a - b).join(';');

/** Whether a check-in says what a draft says. */
export function saysTheSame(checkIn: CheckIn, draft: CheckInDraft): boolean {
  return checkIn.process === draft.process && checkIn.quarter === draft.quarter && checkIn.value === draft.value
    && stages(checkIn.stagesDone) === stages(draft.stagesDone) && checkIn.confidence === draft.confidence
    && plain(checkIn.narrative) === plain(draft.narrative) && plain(checkIn.obstacles) === plain(draft.obstacles)
    && plain(checkIn.nextStep) === plain(draft.nextStep)
    && checkIn.evidence.map(({ url }) => url).join('\n') === draft.evidence.map(({ url }) => url).join('\n');
}

/** A list keeps whole seconds. */
const TWO_SECONDS = 2000;

/** The row that an earlier attempt made, whose answer was lost; not the one just sent. */
function isOfEarlierAttempt(checkIn: CheckIn, draft: CheckInDraft): boolean {
  return Math.abs(Date.parse(checkIn.reportedOn) - Date.parse(draft.reportedOn)) > TWO_SECONDS;
}

async function add(services: SendServices, workspace: Workspace, keyResult: KeyResult, draft: CheckInDraft): Promise<{ checkIn: CheckIn; workspace: Workspace }> {
  try {
    return await recordCheckIn(services, workspace, draft);
  } catch (error) {
    if (!isAppError(error, 'duplicate')) throw error;
    const { checkIns } = await services.plan.readCheckIns(keyResult, draft.quarter);
    const found = checkIns.find((row) => row.clientKey === draft.clientKey);
    if (!found) throw error;
    return { checkIn: found, workspace: withCheckIn(workspace, found) };
  }
}

/**
 * Saves a report: one request. Where an attempt before this one did arrive and only its answer was lost, what has been typed
 * since then is written onto the row it made.
 * @param original the report to correct; `null` for a new one
 * @throws InvalidDraftError, AppError
 */
export async function sendReport(
  services: SendServices, workspace: Workspace, keyResult: KeyResult, draft: CheckInDraft, original: CheckIn | null
): Promise<Saved> {
  if (original) return { ...(await correctCheckIn(services, workspace, original, draft)), kind: 'corrected' };
  const added = await add(services, workspace, keyResult, draft);
  if (!isOfEarlierAttempt(added.checkIn, draft) || saysTheSame(added.checkIn, draft)) return { ...added, kind: 'added' };
  return { ...(await correctCheckIn(services, added.workspace, added.checkIn, draft)), kind: 'added' };
}
