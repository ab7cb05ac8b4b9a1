import { act, screen, waitFor, within } from '@testing-library/react';
import { inMemoryServices } from '../../support/in-memory-services';
import { confidence, fillWords, narrative, obstacles, openPanel, saveButton, value, write } from './panel-frame';

describe('the draft', () => {
  it('survives closing the tab, with every field', async () => {
    const { user, reopen } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await user.type(value(), '2,3');
    await user.click(confidence(/Baja/));
    await write(user, narrative(), 'Un convenio.');
    await write(user, obstacles(), 'Falta la firma.');
    await user.click(screen.getByRole('button', { name: 'Pegar un enlace' }));
    await user.type(screen.getByRole('textbox', { name: 'Enlace' }), 'https://medellin.gov.co/acta.pdf{Enter}');
    reopen();
    expect(screen.getByText('Borrador de las 10:42.')).toBeVisible();
    expect(value()).toHaveValue('2,3');
    expect(confidence(/Baja/)).toBeChecked();
    expect(narrative()).toHaveValue('Un convenio.');
    expect(obstacles()).toHaveValue('Falta la firma.');
    expect(screen.getByRole('link', { name: /^acta\.pdf/ })).toHaveAttribute('href', 'https://medellin.gov.co/acta.pdf');
  });

  it('says in the foot that it is saved, once the typing has stopped', async () => {
    const { user } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await write(user, narrative(), 'Hola');
    expect(await screen.findByText('Borrador guardado a las 10:42.')).toBeVisible();
  });

  it('of another day says which', async () => {
    const { user, services, reopen } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await write(user, narrative(), 'Hola');
    await screen.findByText('Borrador guardado a las 10:42.');
    services.setNow(new Date('2023-10-07T15:50:00Z'));
    reopen();
    expect(screen.getByText('Borrador del 5 oct 2023, 10:42.')).toBeVisible();
  });

  it('does not claim to be saved where the browser refuses', async () => {
    const services = inMemoryServices({ user: 'coop' });
    Object.assign(services.store, { write: () => undefined });
    const { user } = await openPanel({ keyResult: 'OE1-OT2-R5', services });
    await write(user, narrative(), 'Hola');
    expect(await screen.findByText('Este navegador no deja guardar borradores: no cierres sin guardar.')).toBeVisible();
  });

  it('is kept when the page is put away', async () => {
    const { user, services } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await write(user, narrative(), 'Hola');
    act(() => { window.dispatchEvent(new Event('pagehide')); });
    expect(services.store.read('draft/OE1-OT2-R5/COOP/2023-T3')).toContain('Hola');
  });

  it('is thrown away only after asking', async () => {
    const { user, services, reopen } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await write(user, narrative(), 'Hola');
    reopen();
    await user.click(screen.getByRole('button', { name: 'Descartar borrador' }));
    const ask = screen.getByRole('dialog', { name: '¿Descartar el borrador?' });
    await user.click(within(ask).getByRole('button', { name: 'Seguir escribiendo' }));
    expect(narrative()).toHaveValue('Hola');
    await user.click(screen.getByRole('button', { name: 'Descartar borrador' }));
    await user.click(within(screen.getByRole('dialog', { name: '¿Descartar el borrador?' })).getByRole('button', { name: 'Descartar borrador' }));
    expect(narrative()).toHaveValue('');
    expect(screen.queryByText(/^Borrador de/)).toBeNull();
    await waitFor(() => expect(value()).toHaveFocus());
    expect(services.store.read('draft/OE1-OT2-R5/COOP/2023-T3')).toBeNull();
    reopen();
    expect(narrative()).toHaveValue('');
  });

  it('is not made of a form nobody has touched, nor of one emptied again', async () => {
    const { user, services, reopen } = await openPanel({ keyResult: 'OE1-OT2-R3' });
    await write(user, narrative(), 'x');
    await user.clear(narrative());
    reopen();
    expect(services.store.read('draft/OE1-OT2-R3/COOP/2023-T3')).toBeNull();
    expect(screen.queryByText(/^Borrador de/)).toBeNull();
  });

  it('is gone once the report is saved', async () => {
    const { user, services, saved, reopen } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await user.type(value(), '1');
    await fillWords(user);
    await screen.findByText('Borrador guardado a las 10:42.');
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(services.store.read('draft/OE1-OT2-R5/COOP/2023-T3')).toBeNull();
    reopen();
    expect(value()).toHaveValue('');
  });

  it('moves along to another quarter, unless another draft waits there', async () => {
    const { user, services } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    const quarter = screen.getByRole('combobox', { name: 'Trimestre' });
    await write(user, narrative(), 'Del cuarto');
    await user.selectOptions(quarter, '2023-T4');
    expect(narrative()).toHaveValue('Del cuarto');
    expect(services.store.read('draft/OE1-OT2-R5/COOP/2023-T3')).toBeNull();
    expect(services.store.read('draft/OE1-OT2-R5/COOP/2023-T4')).toContain('Del cuarto');
    // Another window has begun a report on the third quarter meanwhile.
    services.store.write('draft/OE1-OT2-R5/COOP/2023-T3', (services.store.read('draft/OE1-OT2-R5/COOP/2023-T4') || '').replace('Del cuarto', 'Del tercero'));
    await user.selectOptions(quarter, '2023-T3');
    expect(narrative()).toHaveValue('Del tercero');
    await user.selectOptions(quarter, '2023-T4');
    expect(narrative()).toHaveValue('Del cuarto');
  });

  it('of another open quarter is found again', async () => {
    const { user, reopen } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Trimestre' }), '2023-T4');
    await write(user, narrative(), 'Adelantado');
    reopen();
    expect(screen.getByRole('combobox', { name: 'Trimestre' })).toHaveValue('2023-T4');
    expect(narrative()).toHaveValue('Adelantado');
  });

  it('of a level comes back as that level', async () => {
    const { user, reopen } = await openPanel({ keyResult: 'OE3-OT4-R2', as: 'com' });
    const levels = (): HTMLElement[] => within(screen.getByRole('radiogroup', { name: /nivel/ })).getAllByRole('radio');
    await user.click(levels()[1]);
    reopen();
    expect(levels()[1]).toBeChecked();
  });

  it('whatever stands in the storage, the form opens', async () => {
    const services = inMemoryServices({ user: 'coop' });
    services.store.write('draft/OE1-OT2-R5/COOP/2023-T3', '{"version":1,"draft":{"clientKey":4');
    await openPanel({ keyResult: 'OE1-OT2-R5', services });
    expect(value()).toHaveValue('');
  });
});
