import * as strings from 'SigaciStrings';
import { DRAFT_LIMITS } from '../../../domain';
import type { KeyResult } from '../../../domain';
import { formatNumber, text } from '../../formatting';
import { readNumber } from '../../formatting/typed-number';
import type { FormIssue } from './check';
import type { ReportForm } from './form';
import { measureOf } from './measure';

/** The two ways an ambiguous number can be read, `1.234,5` and `12.345`; `null` when it is not ambiguous. */
export function readingsOf(valueText: string): readonly [number, number] | null {
  const parsed = readNumber(valueText);
  return parsed.kind === 'ambiguous' ? parsed.readings : null;
}

/** A number in full: rounding would hide what was read. */
export function formatExact(value: number): string {
  return formatNumber(value, 20);
}

function missingValue(keyResult: KeyResult): string {
  switch (measureOf(keyResult)) {
    case 'contribution': return strings.Report_IssueContributionMissing;
    case 'level': return strings.Report_IssueLevelMissing;
    default: return strings.Report_IssueReadingMissing;
  }
}

function ambiguous(form: ReportForm): string {
  const readings = readingsOf(form.valueText);
  if (!readings) return strings.Report_IssueNotANumber;
  return text(strings.Report_IssueAmbiguous, {
    typed: form.valueText.trim(), one: formatExact(readings[0]), other: formatExact(readings[1])
  });
}

function tooLong(issue: FormIssue): string {
  if (issue.field === 'evidence') return strings.Report_IssueLinkTooLong;
  return text(strings.Report_IssueTooLong, { n: DRAFT_LIMITS.narrative });
}

/** What a person is told at the field. */
export function issueText(issue: FormIssue, keyResult: KeyResult, form: ReportForm): string {
  switch (issue.kind) {
    case 'valueMissing': return missingValue(keyResult);
    case 'valueAmbiguous': return ambiguous(form);
    case 'valueNotANumber': return strings.Report_IssueNotANumber;
    case 'valueNegative': return issue.severity === 'error' ? strings.Report_IssueNegative : strings.Report_IssueNegativeReading;
    case 'levelUnknown': return strings.Report_IssueLevelUnknown;
    case 'stagesMissing': return strings.Report_IssueStagesTakenBack;
    case 'stageUnknown': return strings.Report_IssueStageUnknown;
    case 'confidenceMissing': return strings.Report_IssueConfidence;
    case 'narrativeMissing': return strings.Report_IssueNarrative;
    case 'obstaclesNeeded': return strings.Report_IssueObstacles;
    case 'quarterClosed': return text(strings.Report_QuarterClosed, { quarter: form.quarter });
    case 'quarterNotBegun': return text(strings.Report_IssueQuarterNotBegun, { quarter: form.quarter });
    case 'quarterUnknown': return text(strings.Report_IssueQuarterUnknown, { quarter: form.quarter });
    case 'keyResultUnknown': return strings.Report_HinderedUnknown;
    case 'keyResultInactive': return strings.Report_HinderedInactive;
    case 'keyResultIsAlias': return text(strings.Report_HinderedAlias, { code: keyResult.sameMeasureAs || '' });
    case 'notYourProcess': return text(strings.Report_IssueProcess, { process: form.process });
    case 'badLink': return strings.Report_LinkNotAllowed;
    case 'tooLong': return tooLong(issue);
  }
}
