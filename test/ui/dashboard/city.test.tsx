/** The city's figures, as published: cut of 31 August 2023. */
import { screen, within } from '@testing-library/react';
import { cityYears } from '../../../src/domain';
import { sampleData } from '../../support/in-memory-seed';
import { cityModel } from '../../../src/ui/features/dashboard/city/city-model';
import { words } from '../support/render-app';
import { openAt } from './open-at';

const { indicators, keyResults } = sampleData();

function model(): NonNullable<ReturnType<typeof cityModel>> {
  const made = cityModel(indicators, keyResults);
  if (!made) throw new Error('no indicators');
  return made;
}

test('nine indicators by kind, with the cut’s last day', () => {
  const { groups, cut, year, count, green } = model();
  expect(groups.map(({ kind, rows, unit }) => [kind, rows.length, unit])).toEqual([['Resultado', 3, 'Millones de USD'], ['Producto', 6, null]]);
  expect([cut, year, count, green]).toEqual(['2023-08-31', 2023, 9, 8]);
});

test.each([
  ['1.3.3', '865,3 / 850', 1.018, 'verde', ['OE2-OT1-R3']],
  ['1.3.4', '27,3 / 30', 0.909, 'verde', ['OE1-OT2-R5']],
  ['1.3.12', 'mantener 288,3', 0.663, 'amarillo', []],
  ['1.3.3.1', '93 / 90', 1.033, 'verde', []],
  ['1.3.3.5', '72 / 75', 0.96, 'verde', ['OE1-OT2-R6']]
])('%s: %s', (code, ofPlan, progress, light, linked) => {
  const row = model().groups.flatMap(({ rows }) => rows).find(({ indicator }) => indicator.code === code);
  expect(row).toMatchObject({ ofPlan, light, keyResults: linked });
  expect(row && row.progress).toBeCloseTo(progress, 3);
});

test('the four cuts of an indicator, as published', () => {
  const indicator = indicators.find(({ code }) => code === '1.3.3.1');
  if (!indicator) throw new Error('1.3.3.1');
  expect(cityYears(indicator).map(({ progress }) => Number((progress || 0).toFixed(3)))).toEqual([0.211, 0.456, 0.722, 1.033]);
});

test('without indicators or years there is no table, and the page says where they come from', async () => {
  expect(cityModel([], keyResults)).toBeNull();
  expect(cityModel(indicators.map(row => ({ ...row, years: [] })), keyResults)).toBeNull();
});

test('the section shows them in the city’s words, and an indicator year by year, as a drawing or a table', async () => {
  const { user } = await openAt('2021-2023/tablero');
  const section = await screen.findByRole('region', { name: 'Las cifras de la ciudad' });
  expect(words(section)).toContain('corte del 31 de agosto de 2023');
  const row = within(section).getByRole('row', { name: /^1\.3\.12 / });
  expect(words(row)).toContain('Sin dato');
  expect(words(row)).toContain('66,3 %');
  expect(words(row)).toContain('Amarillo');
  expect(within(section).getByRole('link', { name: 'OE1-OT2-R5' })).toBeInTheDocument();
  await user.click(within(section).getByRole('button', { name: /^Ver por año 1\.3\.4$/ }));
  expect(await within(section).findByRole('img', { name: /^Logro y meta por año: Monto de cooperación/ })).toHaveAccessibleDescription(
    expect.stringContaining('2021: 8,319 de 6,5.')
  );
  await user.click(within(section).getByRole('button', { name: 'Ver como tabla' }));
  const table = within(section).getAllByRole('table')[1];
  expect(within(table).getAllByRole('row')).toHaveLength(5);
});
