import * as texts from 'TableroStrings';
import type { FrozenQuarter } from '../../../../application/closed-quarter';

/** What the heat map shows: today's figures and responsible processes, or those of a closed quarter as far as its cutoffs keep them. */
export function carriesSentence(frozen: FrozenQuarter | null): string {
  if (!frozen) return texts.Carries_Sentence;
  return frozen.byTodaysWeights ? texts.Carries_SentenceThenToday : texts.Carries_SentenceThen;
}
