import * as texts from 'TableroStrings';
import { knownProgress } from '../../../../domain';
import type { RollUp, StrategicObjective } from '../../../../domain';
import { formatPercent, plural, text } from '../../../formatting';

/** A share as the whole percentage that is shown, so that differences agree with the figures beside them. */
function shown(share: number): number {
  return Math.round(Number((share * 100).toPrecision(12)));
}

/** Where it stands, as a colleague would say it. @param subject `El plan`, or the one objective that is shown */
export function standSentence(rollUp: RollUp, subject: string, past: boolean): string {
  const progress = knownProgress(rollUp);
  const { expected } = rollUp;
  if (progress === null || expected === null) return text(texts.Stand_NoData, { subject });
  const points = shown(progress) - shown(expected);
  const values = { subject, progress: formatPercent(progress) };
  if (points === 0) return text(past ? texts.Stand_OnParPast : texts.Stand_OnPar, values);
  const template = points < 0
    ? past ? texts.Stand_BehindPast : texts.Stand_Behind
    : past ? texts.Stand_AheadPast : texts.Stand_Ahead;
  return plural(template, Math.abs(points), values);
}

/** The one objective shown goes by its name; several are the plan, or the part of it that was chosen. */
export function standSubject(shownObjectives: readonly StrategicObjective[], all: number): string {
  if (shownObjectives.length === 1) return `${shownObjectives[0].code} ${shownObjectives[0].title}`;
  return shownObjectives.length === all ? texts.Stand_Plan : text(texts.Stand_Part, { codes: shownObjectives.map(({ code }) => code).join(', ') });
}

/** The difference to an earlier figure; `null` where either is not known. */
export function changeOf(now: RollUp | undefined, earlier: RollUp | undefined): number | null {
  const [shares, before] = [now ? knownProgress(now) : null, earlier ? knownProgress(earlier) : null];
  return shares === null || before === null ? null : shares - before;
}

