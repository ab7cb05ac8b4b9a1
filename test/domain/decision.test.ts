import type { Decision, DecisionDraft } from '../../src/domain';
import { daysToDue, decisionTitle, isOverdue, overdueDecisions, sortDecisions, validateDecision } from '../../src/domain';

const PROCESSES = ['GCI', 'COOP'];

function draft(changes: Partial<DecisionDraft> = {}): DecisionDraft {
  return {
    title: 'Pedir concepto jurídico externo', detail: '', keyResult: 'OE1-OT2-R7', strategicObjective: 'OE1', decidedOn: '2023-10-05',
    responsible: 'COOP', due: '2023-10-31', state: 'Abierta', clientKey: 'k', ...changes
  };
}

function decision(id: number, changes: Partial<Decision> = {}): Decision {
  const { clientKey: _key, ...content } = draft();
  return { ...content, id, etag: '"1"', ...changes };
}

const issues = (changes: Partial<DecisionDraft>): string[] =>
  validateDecision(draft(changes), PROCESSES).map(({ field, kind, severity }) => `${severity} ${field} ${kind}`);

describe('a draft', () => {
  test('that is whole has nothing wrong with it', () => expect(issues({})).toEqual([]));

  test.each<[Partial<DecisionDraft>, string]>([
    [{ title: ' \n ' }, 'error title titleEmpty'],
    [{ title: 'a'.repeat(256) }, 'error title titleTooLong'],
    [{ decidedOn: '2023-02-30' }, 'error decidedOn dateInvalid'],
    [{ responsible: 'NADIE' }, 'error responsible unknownProcess'],
    [{ responsible: null }, 'warning responsible noResponsible'],
    [{ due: '31/10/2023' }, 'error due dueInvalid'],
    [{ due: '2023-10-04' }, 'warning due dueBeforeDecision']
  ])('%j: %s', (changes, issue) => expect(issues(changes)).toEqual([issue]));

  test('may be as long as a title, due the same day, or without a due day', () => {
    expect(issues({ title: `  ${'a'.repeat(255)}  ` })).toEqual([]);
    expect(issues({ due: '2023-10-05' })).toEqual([]);
    expect(issues({ due: null })).toEqual([]);
  });

  test('keeps its title in one line', () => expect(decisionTitle(' Pedir\n concepto  externo ')).toBe('Pedir concepto externo'));
});

describe('overdue', () => {
  test.each<[Partial<Decision>, boolean, number | null]>([
    [{ due: '2023-10-04' }, true, -1],
    [{ due: '2023-10-05' }, false, 0],
    [{ due: null }, false, null],
    [{ due: '2023-09-15', state: 'Cumplida' }, false, null],
    [{ due: '2023-09-15', state: 'Descartada' }, false, null]
  ])('%j', (changes, overdue, days) => {
    expect(isOverdue(decision(1, changes), '2023-10-05')).toBe(overdue);
    expect(daysToDue(decision(1, changes), '2023-10-05')).toBe(days);
  });

  test('the longest overdue comes first, then what is due, then what has no day, then closed ones', () => {
    const all = [
      decision(1, { due: null }), decision(2, { due: '2023-12-01' }), decision(3, { due: '2023-09-15' }), decision(4, { due: '2023-06-01' }),
      decision(5, { state: 'Cumplida', decidedOn: '2023-01-01' }), decision(6, { state: 'Descartada', decidedOn: '2023-05-01' })
    ];
    expect(sortDecisions(all).map(({ id }) => id)).toEqual([4, 3, 2, 1, 6, 5]);
    expect(overdueDecisions(all, '2023-10-05').map(({ id }) => id)).toEqual([4, 3]);
  });
});
