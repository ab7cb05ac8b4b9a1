import { screen, waitFor, within } from '@testing-library/react';
import { AppError } from '../../../src/application/errors';
import { inMemoryServices } from '../../support/in-memory-services';
import type { InMemoryServices } from '../../support/in-memory-services';
import { fillWords, openPanel, saveButton, value } from './panel-frame';

const ROOT = '/SIGACI/Planes Operativos 2021/COOP';

function withDocuments(): InMemoryServices {
  const services = inMemoryServices({ user: 'coop' });
  const file = (folder: string, name: string): InMemoryServices['data']['documents'][string][number] => ({
    url: encodeURI(`${folder}/${name}`), text: name, isFolder: false, modified: '2023-09-28T15:00:00Z', size: 100
  });
  services.data.evidenceFolders = { COOP: ROOT };
  services.data.documents = {
    [ROOT]: [file(ROOT, 'Plan operativo.xlsx'), { url: `${ROOT}/Actas`, text: 'Actas', isFolder: true, modified: '2023-09-01T15:00:00Z', size: 0 }],
    [`${ROOT}/Actas`]: [file(`${ROOT}/Actas`, 'Acta 1.pdf'), file(`${ROOT}/Actas`, 'Acta 2.pdf'),
      { url: `${ROOT}/Actas/Vacía`, text: 'Vacía', isFolder: true, modified: '2023-09-01T15:00:00Z', size: 0 }],
    [`${ROOT}/Actas/Vacía`]: []
  };
  return services;
}

const picker = (): HTMLElement => screen.getByRole('dialog', { name: 'Elegir de SIGACI' });
const listed = (): string[] => within(screen.getByRole('group', { name: 'Evidencia' })).queryAllByRole('listitem').map((item) => (item.textContent ?? ''));

describe('documents from SIGACI', () => {
  it('are picked through folders, several at once, and shown with their place', async () => {
    const services = withDocuments();
    const { user, saved } = await openPanel({ keyResult: 'OE1-OT2-R5', services });
    await user.click(screen.getByRole('button', { name: 'Elegir de SIGACI' }));
    const add = within(picker()).getByRole('button', { name: 'Agregar documentos' });
    expect(add).toHaveAttribute('aria-disabled', 'true');
    await user.click(await within(picker()).findByRole('checkbox', { name: /^Plan operativo\.xlsx/ }));
    await user.click(within(picker()).getByRole('button', { name: 'Actas' }));
    await user.click(await within(picker()).findByRole('checkbox', { name: /^Acta 2\.pdf/ }));
    expect(within(picker()).getByText('SIGACI › Actas')).toBeVisible();
    await user.click(within(picker()).getByRole('button', { name: 'Subir a la carpeta anterior' }));
    expect(within(picker()).getByRole('checkbox', { name: /^Plan operativo\.xlsx/ })).toBeChecked();
    await user.click(within(picker()).getByRole('button', { name: 'Agregar 2 documentos' }));
    expect(screen.queryByRole('dialog', { name: 'Elegir de SIGACI' })).toBeNull();
    expect(listed()).toEqual([
      'Plan operativo.xlsx (se abre en otra pestaña)SIGACI › Planes Operativos 2021 › COOP',
      'Acta 2.pdf (se abre en otra pestaña)SIGACI › Planes Operativos 2021 › COOP › Actas'
    ]);
    expect(services.requests.filter((name) => name === 'evidence.list')).toHaveLength(2);
    await user.type(value(), '1');
    await fillWords(user);
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].checkIn.evidence).toEqual([
      { url: encodeURI(`${ROOT}/Plan operativo.xlsx`), text: 'Plan operativo.xlsx' }, { url: encodeURI(`${ROOT}/Actas/Acta 2.pdf`), text: 'Acta 2.pdf' }
    ]);
  });

  it('given already cannot be given twice', async () => {
    const services = withDocuments();
    const { user } = await openPanel({ keyResult: 'OE1-OT2-R5', services });
    const pick = async (): Promise<HTMLElement> => {
      await user.click(screen.getByRole('button', { name: 'Elegir de SIGACI' }));
      return within(picker()).findByRole('checkbox', { name: /^Plan operativo\.xlsx/ });
    };
    await user.click(await pick());
    await user.click(within(picker()).getByRole('button', { name: 'Agregar 1 documento' }));
    const again = await pick();
    expect(again).toBeChecked();
    expect(again).toBeDisabled();
  });

  it('an empty folder, a missing one and a failure say what they are', async () => {
    const services = withDocuments();
    const { user } = await openPanel({ keyResult: 'OE1-OT2-R5', services });
    services.failNext('evidence.list', new AppError('offline'));
    await user.click(screen.getByRole('button', { name: 'Elegir de SIGACI' }));
    expect(await within(picker()).findByText('No hay conexión. Revisa la red e inténtalo de nuevo.')).toBeVisible();
    await user.click(within(picker()).getByRole('button', { name: 'Reintentar' }));
    await user.click(await within(picker()).findByRole('button', { name: 'Actas' }));
    await user.click(await within(picker()).findByRole('button', { name: 'Vacía' }));
    expect(await within(picker()).findByText('La carpeta Vacía está vacía.')).toBeVisible();
    await user.click(within(picker()).getByRole('button', { name: 'Cancelar' }));
    services.data.evidenceFolders = {};
    await user.click(screen.getByRole('button', { name: 'Elegir de SIGACI' }));
    expect(await within(picker()).findByText('SIGACI no tiene una carpeta de COOP. Puedes pegar el enlace del documento.')).toBeVisible();
  });

  it('Escape leaves the picker and not the panel', async () => {
    const { user, closed } = await openPanel({ keyResult: 'OE1-OT2-R5', services: withDocuments() });
    await user.click(screen.getByRole('button', { name: 'Elegir de SIGACI' }));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog', { name: 'Elegir de SIGACI' })).toBeNull();
    expect(closed()).toBe(0);
    expect(screen.getByRole('button', { name: 'Elegir de SIGACI' })).toHaveFocus();
  });

  it('Ctrl+Enter in the picker does not send the report', async () => {
    const services = withDocuments();
    const { user } = await openPanel({ keyResult: 'OE1-OT2-R5', services });
    await user.type(value(), '1');
    await fillWords(user);
    await user.click(screen.getByRole('button', { name: 'Elegir de SIGACI' }));
    (await within(picker()).findByRole('checkbox', { name: /^Plan operativo\.xlsx/ })).focus();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(services.requests).not.toContain('checkIns.add');
  });
});

describe('links pasted by hand', () => {
  it.each([
    ['javascript:alert(1)', 'Solo sirven enlaces que empiezan por https:// o, si son de este sitio, por /.'],
    ['http://medellin.gov.co', 'Los enlaces http:// no son seguros. Prueba el mismo con https://.'],
    ['data:text/html,hola', 'Solo sirven enlaces que empiezan por https:// o, si son de este sitio, por /.']
  ])('%s is refused', async (address, message) => {
    const { user } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await user.click(screen.getByRole('button', { name: 'Pegar un enlace' }));
    const field = screen.getByRole('textbox', { name: 'Enlace' });
    expect(field).toHaveFocus();
    await user.paste(address);
    await user.click(screen.getByRole('button', { name: 'Agregar enlace' }));
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(message);
    expect(field).toHaveFocus();
    expect(listed()).toEqual([]);
  });

  it('is added by Enter with a name, without sending the report, and can be removed', async () => {
    const services = inMemoryServices({ user: 'coop' });
    const { user } = await openPanel({ keyResult: 'OE1-OT2-R5', services });
    await user.click(screen.getByRole('button', { name: 'Pegar un enlace' }));
    await user.paste('https://medellin.gov.co/doc?id=7');
    await user.type(screen.getByRole('textbox', { name: 'Nombre (opcional)' }), 'Acta del convenio{Enter}');
    expect(listed()).toEqual(['Acta del convenio (se abre en otra pestaña)medellin.gov.co']);
    const link = screen.getByRole('link', { name: /^Acta del convenio/ });
    expect(link).toHaveAttribute('rel', expect.stringContaining('noreferrer'));
    expect(screen.getByRole('button', { name: 'Pegar un enlace' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Quitar Acta del convenio' }));
    expect(listed()).toEqual([]);
    expect(screen.getByText('Se quitó Acta del convenio.')).toBeInTheDocument();
    expect(services.requests).not.toContain('checkIns.add');
  });

  it('Escape puts the field away and leaves the panel open', async () => {
    const { user, closed } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await user.click(screen.getByRole('button', { name: 'Pegar un enlace' }));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: 'Enlace' })).toBeNull();
    expect(closed()).toBe(0);
  });

  it('one that came out of the list and is not harmless is no link, and is refused on saving', async () => {
    const services = inMemoryServices({ user: 'coop' });
    services.data.checkIns = services.data.checkIns.map((row) => (
      row.id === 105 ? { ...row, evidence: [{ url: 'javascript:alert(1)', text: 'Acta' }] } : row
    ));
    const { user } = await openPanel({ keyResult: 'OE1-OT4-R1', correct: 105, services });
    expect(screen.queryByRole('link', { name: /Acta/ })).toBeNull();
    await user.click(saveButton());
    expect(screen.getByRole('group', { name: 'Evidencia' })).toHaveAccessibleDescription(/Solo sirven enlaces/);
    expect(services.requests).not.toContain('checkIns.update');
  });
});
