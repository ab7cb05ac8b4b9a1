import * as texts from 'TableroStrings';
import { yearOf } from '../../../../domain';
import type { Day, ObjectiveTrail } from '../../../../domain';
import { formatLongDay, formatPercent, text } from '../../../formatting';

/** `Ningún objetivo llega al 100 % …`: whether the pace of the last year is enough. */
export function paceSentence(trails: readonly ObjectiveTrail[], end: Day, today: Day): string {
  const told = trails.filter(({ projected }) => projected !== null);
  if (told.length === 0) return today >= end ? text(texts.Moves_Over, { day: formatLongDay(end) }) : texts.Moves_TooEarly;
  const reaching = told.filter(({ projected }) => projected !== null && projected >= 1).map(({ objective }) => objective.code);
  const values = { day: formatLongDay(end), codes: reaching.join(', ') };
  if (trails.length === 1) return text(reaching.length === 1 ? texts.Moves_OneReaches : texts.Moves_OneFalls, values);
  if (reaching.length === 0) return text(texts.Moves_NoneReaches, values);
  return text(reaching.length === told.length ? texts.Moves_AllReach : texts.Moves_SomeReach, values);
}

/** Where it ends at that pace: `a fin de 2023: 74 %`. */
export function endLabel({ projected }: ObjectiveTrail, end: Day): { readonly lead: string; readonly figure: string } {
  return projected === null
    ? { lead: texts.Moves_NoProjection, figure: '' }
    : { lead: text(texts.Moves_AtEnd, { year: String(yearOf(end)) }), figure: formatPercent(projected) };
}

/** The chart in words. */
export function trailLabel({ objective, actual, expected, projected }: ObjectiveTrail, end: Day): string {
  const last = actual[actual.length - 1];
  const goal = expected[expected.length - 1];
  return [
    text(texts.Moves_ChartOf, { objective: `${objective.code} ${objective.title}` }),
    last ? text(texts.Moves_ChartNow, { progress: formatPercent(last.value) }) : texts.Moves_ChartNoData,
    projected !== null && text(texts.Moves_ChartProjected, { projected: formatPercent(projected), day: formatLongDay(end) }),
    goal && text(texts.Moves_ChartExpected, { expected: formatPercent(goal.value) })
  ].filter(Boolean).join(' ');
}
