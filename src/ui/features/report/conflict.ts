import * as strings from 'SigaciStrings';
import type { CheckIn, CheckInDraft, KeyResult } from '../../../domain';
import { confidenceWord } from '../../components/confidence/confidence';
import { formatNumber, levelName, text } from '../../formatting';
import { evidenceName } from './evidence-links';
import { formatExact } from './issue-texts';
import { measureOf } from './measure';

/** What two versions of a report can differ in. */
export type ConflictField = 'process' | 'quarter' | 'figure' | 'confidence' | 'narrative' | 'obstacles' | 'nextStep' | 'evidence';
export type Side = 'mine' | 'theirs';

export interface Difference {
  readonly field: ConflictField;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

type Content = Pick<
  CheckInDraft, 'quarter' | 'value' | 'stagesDone' | 'confidence' | 'narrative' | 'obstacles' | 'nextStep' | 'evidence'
> & Pick<CheckIn, 'process'>;

function figureWords(keyResult: KeyResult, { value, stagesDone }: Content): string {
  switch (measureOf(keyResult)) {
    case 'stages':
      return stagesDone.map((stage) => (keyResult.stages[stage - 1] ? keyResult.stages[stage - 1].text : formatNumber(stage))).join('\n');
    case 'level': return value === null ? '' : levelName(keyResult, value);
    default: return value === null ? '' : [formatExact(value), keyResult.unit].filter(Boolean).join(' ');
  }
}

const FIELDS: readonly { readonly field: ConflictField; readonly label: string; readonly words: (content: Content, keyResult: KeyResult) => string }[] = [
  { field: 'process', label: strings.Report_ForProcess, words: ({ process }) => process || '' },
  { field: 'quarter', label: strings.Report_Quarter, words: ({ quarter }) => quarter },
  { field: 'figure', label: strings.Report_Figure, words: (content, keyResult) => figureWords(keyResult, content) },
  { field: 'confidence', label: strings.Report_Confidence, words: ({ confidence }) => (confidence ? confidenceWord(confidence, true) : '') },
  { field: 'narrative', label: strings.Report_Narrative, words: ({ narrative }) => narrative.trim() },
  { field: 'obstacles', label: strings.Report_Obstacles, words: ({ obstacles }) => obstacles.trim() },
  { field: 'nextStep', label: strings.Report_NextStep, words: ({ nextStep }) => nextStep.trim() },
  {
    field: 'evidence',
    label: strings.Report_Evidence,
    words: ({ evidence }) => evidence.map((link) => (
      link.text.trim() === '' ? evidenceName(link) : text(strings.Report_EvidenceLine, { name: evidenceName(link), url: link.url })
    )).join('\n')
  }
];

const same = (one: string, other: string): boolean => one.replace(/\r\n?/g, '\n') === other.replace(/\r\n?/g, '\n');

/** Where two versions say different things, in the order of the form. */
export function differences(keyResult: KeyResult, mine: CheckInDraft, theirs: CheckIn): Difference[] {
  return FIELDS
    .map(({ field, label, words }) => ({ field, label, mine: words(mine, keyResult), theirs: words(theirs, keyResult) }))
    .filter((difference) => !same(difference.mine, difference.theirs));
}

/** My version with theirs in the fields so chosen. */
export function merged(mine: CheckInDraft, theirs: CheckIn, chosen: Readonly<Partial<Record<ConflictField, Side>>>): CheckInDraft {
  const take = (field: ConflictField): boolean => chosen[field] === 'theirs';
  return {
    ...mine,
    ...(take('process') && theirs.process ? { process: theirs.process } : {}),
    ...(take('quarter') ? { quarter: theirs.quarter } : {}),
    ...(take('figure') ? { value: theirs.value, stagesDone: theirs.stagesDone } : {}),
    ...(take('confidence') ? { confidence: theirs.confidence } : {}),
    ...(take('narrative') ? { narrative: theirs.narrative } : {}),
    ...(take('obstacles') ? { obstacles: theirs.obstacles } : {}),
    ...(take('nextStep') ? { nextStep: theirs.nextStep } : {}),
    ...(take('evidence') ? { evidence: theirs.evidence } : {})
  };
}
