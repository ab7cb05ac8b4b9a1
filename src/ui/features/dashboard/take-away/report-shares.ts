import { knownProgress } from '../../../../domain';
import type { RollUp } from '../../../../domain';
import { shareText } from '../../../formatting';

/** Of several key results together. */
export const shareOf = (rollUp: RollUp): string => shareText(knownProgress(rollUp));
/** What is expected is never more than all. */
export const expectedOf = (value: number | null): string => shareText(value === null ? null : Math.min(1, value));
