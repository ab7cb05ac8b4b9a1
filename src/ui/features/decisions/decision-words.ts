import * as strings from 'SigaciStrings';
import { daysToDue, isOverdue } from '../../../domain';
import type { Day, Decision, DecisionState, Light } from '../../../domain';
import { formatDay, plural, text } from '../../formatting';

export const DECISION_STATES: readonly DecisionState[] = ['Abierta', 'Cumplida', 'Descartada'];

const STATE_WORDS: Readonly<Record<DecisionState, string>> = {
  Abierta: strings.Decision_Open, Cumplida: strings.Decision_Done, Descartada: strings.Decision_Dropped
};
/** Shapes of the lights, with a decision's own words. */
const STATE_SHAPES: Readonly<Record<DecisionState, Light>> = { Abierta: 'sinDato', Cumplida: 'cumplido', Descartada: 'sinMeta' };

export function stateWord(state: DecisionState): string {
  return STATE_WORDS[state];
}

/** Shape and word of how a decision stands; one that is overdue says so. */
export function decisionLight(decision: Decision, today: Day): { readonly light: Light; readonly word: string } {
  if (isOverdue(decision, today)) return { light: 'rojo', word: strings.Decision_Overdue };
  return { light: STATE_SHAPES[decision.state], word: STATE_WORDS[decision.state] };
}

/** `Venció hace 20 días`, `Vence hoy`, `Vence el 20 oct 2023`, `Sin fecha límite`. */
export function dueWords(decision: Pick<Decision, 'state' | 'due'>, today: Day): string {
  if (decision.due === null) return strings.Decision_NoDue;
  const days = daysToDue(decision, today);
  if (days === null) return text(strings.Decision_WasDue, { day: formatDay(decision.due) });
  if (days < 0) return plural(strings.Decision_OverdueDays, -days);
  return days === 0 ? strings.Decision_DueToday : text(strings.Decision_DueOn, { day: formatDay(decision.due) });
}

/** `Responde GCI`, or that nobody does. */
export function responsibleWords({ responsible }: Pick<Decision, 'responsible'>): string {
  return responsible === null ? strings.Decision_NoResponsible : text(strings.Decision_AnswersFor, { process: responsible });
}
