import * as texts from 'MantenimientoStrings';
import * as strings from 'SigaciStrings';
import type { Observation, ReviewItem, ReviewOutcome, ReviewRefusal } from '../../../../application/review';
import { isSum } from '../../../../domain';
import type { CheckIn, Day, DraftIssueKind, KeyResult } from '../../../../domain';
import { describeError } from '../../../components/error-state/describe-error';
import { lightWord } from '../../../components/light/light';
import { describeFigure, formatAmount, formatNumber, levelName, text } from '../../../formatting';
import { columnTitle } from '../../../formatting/list-titles';
import { stagesText } from '../../detail/report-texts';

/** What a report says in numbers: `+2 proyectos`, `lectura 8,4 %`, `2 de 4 etapas`, a level's name. */
export function reportsText({ checkIn, status: { keyResult } }: ReviewItem): string {
  if (keyResult.direction === 'Milestone') {
    const stages = stagesText(keyResult, checkIn.stagesDone);
    return keyResult.stages.length > 1 ? `${stages} ${strings.Measure_StagesWord}` : stages;
  }
  if (checkIn.value === null) return texts.Review_WordsAlone;
  if (keyResult.direction === 'Qualitative') return levelName(keyResult, checkIn.value);
  const amount = formatAmount(checkIn.value, keyResult.unit);
  return isSum(keyResult) ? `${checkIn.value >= 0 ? '+' : ''}${amount}` : text(texts.Review_Reading, { value: amount });
}

function target(keyResult: KeyResult): string {
  return keyResult.target === null ? '' : formatNumber(keyResult.target);
}

/** Where it leaves the figure: `55 de 75`, `14 de 20 en 2023`; for readings, what they are held against. */
export function leavesText({ status, standsAt, after, checkIn }: ReviewItem, today: Day): string {
  const { keyResult } = status;
  if (!isSum(keyResult) || standsAt === null) return describeFigure(status, today).of;
  const year = after.year === null ? checkIn.quarter.slice(0, 4) : String(after.year);
  const of = keyResult.target === null ? '' : keyResult.accumulation === 'SumPerYear'
    ? text(strings.Measure_OfTargetInYear, { target: target(keyResult), year })
    : text(strings.Measure_OfTarget, { target: target(keyResult) });
  return [formatNumber(standsAt), of].filter(Boolean).join(' ');
}

const ISSUES: Readonly<Partial<Record<DraftIssueKind, string>>> = {
  valueMissing: texts.Review_IssueValueMissing,
  valueNegative: texts.Review_IssueNegative,
  levelUnknown: texts.Review_IssueLevel,
  stagesMissing: texts.Review_IssueStagesTakenBack,
  stageUnknown: texts.Review_IssueStage,
  confidenceMissing: texts.Review_IssueConfidence,
  narrativeMissing: texts.Review_IssueNarrative,
  obstaclesNeeded: texts.Review_IssueObstacles,
  keyResultInactive: texts.Review_IssueInactive,
  notYourProcess: texts.Review_IssueProcess,
  badLink: texts.Review_IssueLink,
  tooLong: texts.Review_IssueTooLong
};

/** What there is to look at, in a sentence. */
export function observationText(observation: Observation): string {
  switch (observation.kind) {
    case 'changesState': return text(texts.Review_ChangesState, { light: lightWord(observation.from) });
    case 'noEvidence': return texts.Review_NoEvidence;
    case 'unusable': return text(texts.Review_Unusable, {
      column: observation.problem.column ? columnTitle(observation.problem.column) : '', found: observation.problem.found || ''
    });
    case 'draft': return ISSUES[observation.issue] || texts.Review_IssueOther;
  }
}

/** `OE1-OT2-R6 · GCI`, by which a report is named in messages. */
export function reportName({ keyResult, process }: Pick<CheckIn, 'keyResult' | 'process'>): string {
  return [keyResult, process].filter(Boolean).join(' · ');
}

const REFUSALS: Readonly<Record<ReviewRefusal, string>> = {
  own: texts.Review_Own,
  reasonMissing: texts.Review_ReasonMissing,
  reasonTooLong: texts.Review_ReasonTooLong,
  changed: texts.Review_Changed,
  gone: texts.Review_Gone,
  judgedOtherwise: texts.Review_JudgedOtherwise
};

/** Why a verdict was not written; `null` where it stands. */
export function failureText({ result }: ReviewOutcome): string | null {
  if (result.kind === 'failed') return text(texts.Review_Failed, { reason: describeError(result.error) });
  return result.kind === 'done' ? null : text(REFUSALS[result.why], { by: result.by || texts.Review_Somebody });
}
