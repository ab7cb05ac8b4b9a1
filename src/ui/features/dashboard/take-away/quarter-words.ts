import * as texts from 'TableroStrings';
import { formatDay, formatLongDay, text } from '../../../formatting';
import type { DashboardParts } from '../parts';

/** What the figures are of: a closed quarter as it was frozen, or today's. */
export function quarterWords({ frozen, live }: Pick<DashboardParts, 'frozen' | 'live'>): string {
  if (frozen) {
    return text(texts.Print_Frozen, {
      quarter: frozen.quarter.code, day: formatLongDay(frozen.quarter.end), closed: formatDay(frozen.quarter.closedOn || frozen.quarter.end)
    });
  }
  return live.reporting
    ? text(texts.Print_Live, { day: formatLongDay(live.today), quarter: live.reporting.quarter.code })
    : text(texts.Print_LiveNone, { day: formatLongDay(live.today) });
}
