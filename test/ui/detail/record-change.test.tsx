import { screen, waitFor, within } from '@testing-library/react';
import { inMemoryServices } from '../../support/in-memory-services';
import { openedApp } from '../support/render-app';

const CODE = 'OE1-OT2-R5';

test('a target edited in the list without history gets its row, with a reason', async () => {
  const services = inMemoryServices({ user: 'planeacion' });
  const row = services.data.keyResults.filter(({ code }) => code === CODE)[0];
  services.data.keyResults = services.data.keyResults.map(one => (one === row ? { ...row, target: 40 } : one));
  services.data.targetVersions = {
    ...services.data.targetVersions,
    [CODE]: [
      { version: '2.0', target: 40, changedOn: '2023-09-12T15:00:00Z', author: services.user },
      { version: '1.0', target: 30, changedOn: '2021-01-04T15:00:00Z', author: services.user }
    ]
  };
  const { user } = await openedApp({ services, route: `2021-2023/kr/${CODE}` });
  const box = await screen.findByRole('region', { name: /Metas|meta/ }, { timeout: 10000 });
  await user.click(within(box).getByRole('button', { name: /versiones/i }));
  await user.click(await within(box).findByRole('button', { name: 'Escribir el cambio' }));
  const dialog = screen.getByRole('dialog', { name: 'Escribir el cambio' });
  await user.click(within(dialog).getByRole('button', { name: 'Guardar cambio' }));
  expect(await within(dialog).findByRole('alert')).toHaveTextContent('Escribe por qué cambió');
  await user.type(within(dialog).getByRole('textbox', { name: 'Motivo' }), 'Comité de septiembre.');
  await user.click(within(dialog).getByRole('button', { name: 'Guardar cambio' }));
  await waitFor(() => expect(services.data.targetChanges).toContainEqual(expect.objectContaining({
    keyResult: CODE, oldTarget: 30, newTarget: 40, effectiveOn: '2023-09-12', reason: 'Comité de septiembre.'
  })));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Escribir el cambio' })).not.toBeInTheDocument());
});

test('a change that was interrupted is told and finished', async () => {
  const services = inMemoryServices({ user: 'planeacion' });
  services.data.targetChanges = [...services.data.targetChanges, {
    id: 900, keyResult: CODE, oldTarget: 30, newTarget: 40, reason: 'Comité.', effectiveOn: '2023-10-02', author: services.user
  }];
  const { user } = await openedApp({ services, route: `2021-2023/kr/${CODE}` });
  expect(await screen.findByText(/El cambio de 30 a 40 quedó a medias/, {}, { timeout: 10000 })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Terminar el cambio' }));
  await waitFor(() => expect(services.data.keyResults.filter(({ code }) => code === CODE)[0].target).toBe(40));
  await waitFor(() => expect(screen.queryByText(/quedó a medias/)).not.toBeInTheDocument());
});
