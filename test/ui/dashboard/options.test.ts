import { readOptions } from '../../../src/ui/features/dashboard';

it.each([undefined, null, 'x', 7, [], {}, { title: 3, objectives: ['OE1'], sections: 'all' }])('shows everything for %j', properties => {
  expect(readOptions(properties)).toEqual({ title: '', objectives: [], hidden: [] });
});

it('takes what is ticked', () => {
  expect(readOptions({ title: ' Mi tablero ', objectives: { OE2: true, OE1: true, OE3: false, OE4: 'true' }, sections: { city: false, needs: true, x: false } }))
    .toEqual({ title: 'Mi tablero', objectives: ['OE1', 'OE2'], hidden: ['city'] });
});

it('shows every section when all are unticked', () => {
  const sections = { stand: false, needs: false, decisions: false, carries: false, moves: false, city: false };
  expect(readOptions({ sections }).hidden).toEqual([]);
});
