import type { RollUp } from '../../../../domain';
import { formatPercent } from '../../../formatting';

/** A share as the report writes it. */
export const share = (value: number | null): string => (value === null ? '–' : formatPercent(value));
/** Of several key results together. */
export const shareOf = (rollUp: RollUp): string => (rollUp.light === 'sinDato' ? '–' : share(rollUp.progress));
/** What is expected is never more than all. */
export const expectedOf = (value: number | null): string => (value === null ? '–' : formatPercent(Math.min(1, value)));
