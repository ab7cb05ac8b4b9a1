import { parseNumber } from '../numbers';

/** Values of the closed sets that a row may hold, by list and column: what a misspelt one is compared with. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'KeyResults/Direction': ['Increase', 'Decrease', 'AtMost', 'AtLeast', 'Milestone', 'Qualitative'],
  'KeyResults/Accumulation': ['Sum', 'SumPerYear', 'Latest'],
  'CheckIns/Confidence': ['Alta', 'Media', 'Baja'],
  'Quarters/State': ['open', 'closing', 'closed'],
  'Decisions/State': ['Abierta', 'Cumplida', 'Descartada']
};

export function choicesOf(list: string, column: string): readonly string[] {
  return CHOICES[`${list}/${column}`] || [];
}

/** Insertions, deletions and replacements between two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}

const plain = (text: string): string => text.normalize('NFD').toLowerCase().replace(/[^a-z0-9]/g, '');

/** The one value a misspelt text can stand for; `null` when there is none, or more than one. */
export function nearestChoice(text: string, choices: readonly string[]): string | null {
  const word = plain(text);
  if (word === '') return null;
  const near = choices.map(choice => ({ choice, away: distance(word, plain(choice)) })).sort((a, b) => a.away - b.away);
  if (near.length === 0) return null;
  // A third of the letters may be wrong: `Alt` is Alta, `x` is nothing.
  const allowed = Math.max(1, Math.floor(plain(near[0].choice).length / 3));
  const alone = near.length === 1 || near[1].away > near[0].away;
  return word.length > 1 && alone && near[0].away <= allowed ? near[0].choice : null;
}

/** The number in a text with words around it, `USD 30 millones`; `null` when there is none, more than one, or it can be read in two ways. */
export function numberWithin(text: string): number | null {
  const whole = parseNumber(text);
  if (whole.kind === 'number') return whole.value;
  const found = text.match(/[-−]?\d[\d.,'’´]*/g);
  if (!found || found.length !== 1) return null;
  const parsed = parseNumber(found[0].replace(/[.,'’´]+$/, ''));
  return parsed.kind === 'number' ? parsed.value : null;
}
