import * as strings from 'SigaciStrings';
import { isSumPerYear } from '../../../domain';
import type { Day, KeyResult, Quarter } from '../../../domain';
import { formatAmount, formatDay, formatDayMonth, text } from '../../formatting';
import { measureOf } from './measure';

/** What is asked for a quarter: how a figure stands at its close, or so far while it runs. */
export function valueQuestion(keyResult: KeyResult, quarter: Quarter, today: Day): string {
  const values = { quarter: quarter.code };
  const running = quarter.end >= today;
  switch (measureOf(keyResult)) {
    case 'contribution': return text(strings.Report_AskContribution, values);
    case 'reading': return text(running ? strings.Report_AskReadingSoFar : strings.Report_AskReading, values);
    case 'level': return text(running ? strings.Report_AskLevelSoFar : strings.Report_AskLevel, values);
    case 'stages':
      if (keyResult.stages.length === 1) return text(running ? strings.Report_AskDeliverySoFar : strings.Report_AskDelivery, values);
      return text(running ? strings.Report_AskStagesSoFar : strings.Report_AskStages, values);
    case 'words': return '';
  }
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return text(strings.Report_ListAnd, { list: names.slice(0, -1).join(', '), last: names[names.length - 1] });
}

function limit(keyResult: KeyResult): string {
  const { direction, target, unit } = keyResult;
  if (target === null) return '';
  if (direction === 'AtMost') return text(strings.Report_MeansAtMost, { limit: formatAmount(target, unit) });
  if (direction === 'AtLeast') return text(strings.Report_MeansAtLeast, { limit: formatAmount(target, unit) });
  return '';
}

/** What the value means for this key result, and who else adds to it. */
export function meaning(keyResult: KeyResult): string {
  const others = keyResult.processes.length > 1;
  switch (measureOf(keyResult)) {
    case 'contribution':
      return [
        isSumPerYear(keyResult) ? strings.Report_MeansContributionPerYear : strings.Report_MeansContribution,
        others ? text(strings.Report_MeansSameFigure, { processes: listed(keyResult.processes) }) : ''
      ].filter(Boolean).join(' ');
    case 'reading': return [strings.Report_MeansReading, limit(keyResult)].filter(Boolean).join(' ');
    case 'stages': return keyResult.stages.length === 1 ? strings.Report_MeansDelivery : strings.Report_MeansStages;
    case 'level': return strings.Report_MeansLevel;
    case 'words': return keyResult.direction === 'Milestone' ? strings.Report_MeansNoStages : strings.Report_MeansNoScale;
  }
}

/** `¿Qué tan probable es llegar a la meta al 31 de diciembre?` The year too when it is not this one. */
export function confidenceQuestion(keyResult: KeyResult, today: Day): string {
  const day = keyResult.end.slice(0, 4) === today.slice(0, 4) ? formatDayMonth(keyResult.end) : formatDay(keyResult.end);
  if (keyResult.direction === 'AtMost' || keyResult.direction === 'AtLeast') return text(strings.Report_AskConfidenceLimit, { day });
  return text(keyResult.target === null ? strings.Report_AskConfidenceDone : strings.Report_AskConfidence, { day });
}
