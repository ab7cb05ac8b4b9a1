/** Meeting mode as the committee uses it: an objective at a time, its agenda, and decisions written down on the spot. */
import { screen, waitFor, within } from '@testing-library/react';
import { supersede } from '../../support/superseded';
import { words } from '../support/render-app';
import { openAt, routeNow } from './open-at';

const meeting = (): Promise<HTMLElement> => screen.findByRole('dialog', { name: 'Modo reunión' });
const title = (stage: HTMLElement): string => words(within(stage).getByRole('heading', { level: 1 }));
const topic = (code: string): HTMLElement => {
  const found = document.getElementById(`reunion-${code}`);
  if (!found) throw new Error(`${code} is not on the agenda`);
  return found;
};
const topics = (stage: HTMLElement): string[] => within(stage).getAllByRole('button', { expanded: false }).map(words);

test('the agenda is what needs a decision in the objective, the worst first, in the reporter’s words', async () => {
  await openAt('2021-2023/reunion/OE1');
  const stage = await meeting();
  expect(title(stage)).toBe('Cooperación');
  const current = within(stage).getByRole('button', { expanded: true });
  expect(words(current)).toContain('Realizar una (1) campaña de lanzamiento del programa con el sector privado.');
  expect(words(stage)).toContain('OE1-OT3-R2 · COOP · 0 % de 92 % esperado · confianza baja');
  expect(words(stage)).toContain('«El programa con el sector privado sigue sin marca ni vocería; la campaña no ha salido.»');
  expect(topics(stage)[0]).toContain('Asegurar la financiación de un (1) proyecto');
  // Decided on the day of the meeting, by whoever wrote it down.
  expect(words(current)).toContain('Decidido');
  expect(words(stage)).toMatch(/Tema 1 de \d+ · 1 decisión registrada/);
});

test('arrows change the objective, but not while a field has the focus; the focus goes to its name', async () => {
  const { user } = await openAt('2021-2023/reunion/OE1');
  const stage = await meeting();
  await user.keyboard('{ArrowRight}');
  await waitFor(() => expect(title(stage)).toBe('Inversión'));
  expect(routeNow()).toBe('2021-2023/reunion/OE2');
  expect(within(stage).getByRole('heading', { level: 1 })).toHaveFocus();
  await user.type(within(stage).getByLabelText('Decisión'), 'a{ArrowLeft}{ArrowLeft}');
  expect(title(stage)).toBe('Inversión');
  within(stage).getByRole('heading', { level: 1 }).focus();
  await user.keyboard('{ArrowLeft}{ArrowLeft}');
  await waitFor(() => expect(title(stage)).toBe('Cooperación'));
  expect(within(stage).getByRole('button', { name: /^Anterior/ })).toHaveAttribute('aria-disabled', 'true');
});

test('a decision is recorded without leaving, counted, listed and taken back', async () => {
  const { user, services } = await openAt('2021-2023/reunion/OE1');
  const stage = await meeting();
  await user.click(topic('OE1-OT2-R7'));
  expect(words(stage)).toContain('Sobre OE1-OT2-R7');
  await user.type(within(stage).getByLabelText('Decisión'), 'Pedir concepto jurídico externo');
  await user.type(within(stage).getByLabelText('Fecha límite'), '2023-10-31');
  await user.keyboard('{Control>}{Enter}{/Control}');
  const today = within(stage).getByRole('region', { name: 'Decisiones de esta reunión' });
  await waitFor(() => expect(words(today)).toContain('Pedir concepto jurídico externo (OE1-OT2-R7)'));
  expect(words(stage)).toContain('2 decisiones registradas');
  expect(services.data.decisions[0]).toMatchObject({ keyResult: 'OE1-OT2-R7', responsible: 'COOP', due: '2023-10-31', decidedOn: '2023-10-05' });
  expect(within(stage).getByLabelText('Decisión')).toHaveValue('');
  // What was said is said on the stage: the page behind is out of reach.
  await user.click(within(stage).getByRole('button', { name: 'Deshacer' }));
  await waitFor(() => expect(words(today)).not.toContain('Pedir concepto jurídico externo'));
  expect(services.data.decisions.some(({ keyResult }) => keyResult === 'OE1-OT2-R7')).toBe(false);
});

test('what was typed on one topic is there again after another', async () => {
  const { user } = await openAt('2021-2023/reunion/OE1?tema=OE1-OT2-R7');
  const stage = await meeting();
  await user.type(within(stage).getByLabelText('Decisión'), 'A medias');
  await user.click(within(stage).getByRole('button', { name: 'Decidir sobre OE1' }));
  expect(words(stage)).toContain('Sobre OE1');
  expect(within(stage).getByLabelText('Decisión')).toHaveValue('');
  await user.click(topic('OE1-OT2-R7'));
  expect(within(stage).getByLabelText('Decisión')).toHaveValue('A medias');
});

test('Escape leaves, back to the dashboard and to the button it was entered by', async () => {
  const { user } = await openAt('2021-2023/tablero');
  await user.click(await screen.findByRole('button', { name: 'Modo reunión' }));
  const stage = await meeting();
  await user.click(within(stage).getByRole('button', { name: /^Siguiente/ }));
  await waitFor(() => expect(title(stage)).toBe('Inversión'));
  await user.click(within(stage).getByRole('button', { name: /^Salir/ }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(routeNow()).toBe('2021-2023/tablero');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Modo reunión' })).toHaveFocus());
});

test('who may not decide follows the meeting without a form', async () => {
  await openAt('2021-2023/reunion/OE1', 'gci');
  const stage = await meeting();
  expect(title(stage)).toBe('Cooperación');
  expect(within(stage).queryByLabelText('Decisión')).toBeNull();
  expect(within(stage).getByRole('region', { name: 'Decisiones de esta reunión' })).toBeInTheDocument();
});

test('the meeting of a plan whose place another has taken says where to decide instead of a form', async () => {
  await openAt('2021-2023/reunion/OE1', 'direccion', 'sharepoint', supersede);
  const stage = await meeting();
  expect(words(stage)).toContain('Este plan terminó y ya no recibe decisiones. Decide en 2024-2027.');
  expect(within(stage).queryByLabelText('Decisión')).toBeNull();
});

test('an objective that the plan does not have opens the first', async () => {
  await openAt('2021-2023/reunion/OE9');
  expect(title(await meeting())).toBe('Cooperación');
});
