import type { CheckIn, CheckInDraft, Evidence, Instant, KeyResult, ParsedNumber, ProcessCode, QuarterCode } from '../../../domain';
import { readNumber, typedNumber } from '../../formatting/typed-number';
import { measureOf } from './measure';

/** What stands in the form, as typed: nothing here is lost by parsing. */
export interface ReportForm extends Pick<
  CheckInDraft, 'process' | 'quarter' | 'stagesDone' | 'confidence' | 'narrative' | 'obstacles' | 'nextStep' | 'evidence'
> {
  /** Text of the number field. */
  readonly valueText: string;
  /** Level of the scale, 1-based. */
  readonly level: number | null;
}

/** @param stagesDone the stages that count as finished already */
export function emptyForm(process: ProcessCode, quarter: QuarterCode, stagesDone: readonly number[]): ReportForm {
  return {
    process, quarter, stagesDone, valueText: '', level: null, confidence: null, narrative: '', obstacles: '', nextStep: '', evidence: []
  };
}

export function formOfCheckIn(keyResult: KeyResult, checkIn: CheckIn, process: ProcessCode): ReportForm {
  const measure = measureOf(keyResult);
  return {
    process: checkIn.process || process,
    quarter: checkIn.quarter,
    valueText: measure === 'contribution' || measure === 'reading' ? typedNumber(checkIn.value) : '',
    level: measure === 'level' ? checkIn.value : null,
    stagesDone: checkIn.stagesDone,
    confidence: checkIn.confidence,
    narrative: checkIn.narrative,
    obstacles: checkIn.obstacles,
    nextStep: checkIn.nextStep,
    evidence: checkIn.evidence
  };
}

/** How the number field reads; `null` where the key result has none. */
export function parsedValue(keyResult: KeyResult, form: ReportForm): ParsedNumber | null {
  const measure = measureOf(keyResult);
  return measure === 'contribution' || measure === 'reading' ? readNumber(form.valueText) : null;
}

/** @returns the value to save; NaN for a text that is no number, so that validation says so; `null` for none or an ambiguous one */
function valueOf(keyResult: KeyResult, form: ReportForm): number | null {
  if (measureOf(keyResult) === 'level') return form.level;
  const parsed = parsedValue(keyResult, form);
  if (!parsed || parsed.kind === 'empty' || parsed.kind === 'ambiguous') return null;
  return parsed.kind === 'number' ? parsed.value : NaN;
}

export function draftOf(keyResult: KeyResult, form: ReportForm, clientKey: string, reportedOn: Instant): CheckInDraft {
  return {
    keyResult: keyResult.code,
    process: form.process,
    quarter: form.quarter,
    value: valueOf(keyResult, form),
    stagesDone: measureOf(keyResult) === 'stages' ? form.stagesDone : [],
    confidence: form.confidence,
    narrative: form.narrative.trim(),
    obstacles: form.obstacles.trim(),
    nextStep: form.nextStep.trim(),
    evidence: form.evidence,
    reportedOn,
    clientKey
  };
}

const evidenceText = (evidence: readonly Evidence[]): string => evidence.map(({ url, text }) => `${url} ${text}`).join('\n');
const stagesText = (stages: readonly number[]): string => [...stages].sort((a, b) => a - b).join(';');

/** Whether the same has been typed in both; for whom and for which quarter does not matter. */
export function sameContent(a: ReportForm, b: ReportForm): boolean {
  return a.valueText.trim() === b.valueText.trim() && a.level === b.level && a.confidence === b.confidence
    && a.narrative.trim() === b.narrative.trim() && a.obstacles.trim() === b.obstacles.trim() && a.nextStep.trim() === b.nextStep.trim()
    && stagesText(a.stagesDone) === stagesText(b.stagesDone) && evidenceText(a.evidence) === evidenceText(b.evidence);
}
