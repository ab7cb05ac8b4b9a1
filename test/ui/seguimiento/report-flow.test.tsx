import { act, screen, waitFor, within } from '@testing-library/react';
import { AppError } from '../../../src/application';
import { inMemoryServices } from '../../support/in-memory-services';
import { openedApp, words } from '../support/render-app';
import type { App } from '../support/render-app';

const card = (code: string): HTMLElement => {
  const found = screen.getAllByRole('article').find((element) => words(element).startsWith(code));
  if (!found) throw new Error(`no card ${code}`);
  return found;
};
const button = (name: string): HTMLElement => within(card('OE1-OT2-R5')).getByRole('button', { name });

async function report({ user }: App): Promise<void> {
  await user.click(button('Reportar OE1-OT2-R5'));
  const panel = await screen.findByRole('dialog');
  await user.type(within(panel).getByRole('textbox', { name: /¿Cuánto aportas/ }), '2,386');
  await user.click(within(panel).getByText('Media'));
  await user.type(within(panel).getByRole('textbox', { name: /¿Qué se logró/ }), 'Firma del convenio.');
  await user.type(within(panel).getByRole('textbox', { name: /Obstáculos/ }), 'Falta un desembolso.');
  await user.click(within(panel).getByRole('button', { name: 'Guardar reporte' }));
}

describe('reporting from a card', () => {
  it('moves the card at once, says where the figure stands, and can be undone', async () => {
    const app = await openedApp({ user: 'coop' });
    expect(words(card('OE1-OT2-R5'))).toContain('19,9de USD 30 millones');
    expect(screen.getByRole('region', { name: 'Por reportar: 6' })).toBeVisible();
    await report(app);
    expect(await screen.findByText(/^Reporte guardado\. Quedan en 22,286 de USD\s30\smillones\.$/)).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(words(card('OE1-OT2-R5'))).toContain('22,286de USD 30 millones');
    expect(words(card('OE1-OT2-R5'))).toContain('Reportado en 2023-T3');
    expect(screen.getByRole('region', { name: 'Por reportar: 5' })).toBeVisible();
    expect(button('Corregir OE1-OT2-R5')).toHaveFocus();
    // One request to read, one to save.
    expect(app.services.requests).toEqual(['plan.readWorkspace', 'checkIns.add']);

    await app.user.click(screen.getByRole('button', { name: 'Deshacer' }));
    expect(await screen.findByText('Reporte eliminado. Las cifras volvieron a como estaban.')).toBeVisible();
    expect(words(card('OE1-OT2-R5'))).toContain('19,9de USD 30 millones');
    expect(app.services.requests).toEqual(['plan.readWorkspace', 'checkIns.add', 'checkIns.remove']);
  });

  it('says why it could not be undone, and leaves the figures as they are', async () => {
    const app = await openedApp({ user: 'coop' });
    await report(app);
    app.services.failNext('checkIns.remove', new AppError('offline'));
    await app.user.click(await screen.findByRole('button', { name: 'Deshacer' }));
    expect(await screen.findByText('No se pudo deshacer. No hay conexión. Revisa la red e inténtalo de nuevo.')).toBeVisible();
    expect(words(card('OE1-OT2-R5'))).toContain('22,286de USD 30 millones');
  });

  it('opens the report itself to correct it', async () => {
    const app = await openedApp({ user: 'coop' });
    await app.user.click(within(card('OE1-OT2-R1')).getByRole('button', { name: 'Corregir OE1-OT2-R1' }));
    const panel = await screen.findByRole('dialog');
    const { narrative } = app.services.data.checkIns.filter((row) => row.keyResult === 'OE1-OT2-R1' && row.process === 'COOP').pop() as { narrative: string };
    expect(within(panel).getByDisplayValue(narrative)).toBeVisible();
  });

  it('is a step of the address: back closes it, a link opens it', async () => {
    const app = await openedApp({ user: 'coop' });
    await app.user.click(button('Reportar OE1-OT2-R5'));
    await screen.findByRole('dialog');
    expect(window.location.search).toContain('okr-reportar=OE1-OT2-R5');
    act(() => window.history.back());
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(button('Reportar OE1-OT2-R5')).toHaveFocus();
    app.unmount();

    const linked = await openedApp({ user: 'coop', route: '2021-2023/mis-resultados&okr-reportar=OE1-OT2-R5' });
    await screen.findByRole('dialog');
    await linked.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(window.location.search).toBe('?okr=2021-2023/mis-resultados');
  });

  it('reports for the process of one\'s own, whichever is on screen', async () => {
    const services = inMemoryServices({ user: 'coop' });
    await openedApp({ services, route: '2021-2023/mis-resultados&okr-proceso=CI&okr-reportar=OE1-OT2-R5' });
    expect(words(await screen.findByRole('dialog'))).toContain('OE1-OT2-R5 · 2023-T3 · COOP');
  });
});
