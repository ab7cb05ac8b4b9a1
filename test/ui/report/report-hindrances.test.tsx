import { screen, within } from '@testing-library/react';
import { inMemoryServices } from '../../support/in-memory-services';
import type { InMemoryServices } from '../../support/in-memory-services';
import { openPanel, value } from './panel-frame';

const noForm = (): void => expect(screen.queryByRole('textbox')).toBeNull();

describe('no form, but what to do instead', () => {
  it('for an alias: goes on to the result whose figures it shows', async () => {
    const services = inMemoryServices({ user: 'com' });
    const { user } = await openPanel({ keyResult: 'OE3-OT3-R1', services });
    expect(screen.getByText('Este resultado muestra la misma medida que OE3-OT1-R2: se reporta allí y las dos cifras se mueven juntas.')).toBeVisible();
    noForm();
    await user.click(screen.getByRole('button', { name: 'Ir a OE3-OT1-R2' }));
    expect(screen.getByRole('dialog', { name: 'OE3-OT1-R2 · 2023-T3 · COM Reportar avance' })).toBeVisible();
    expect(value()).toBeVisible();
  });

  it.each<[string, string, string, ((services: InMemoryServices) => void) | null]>([
    ['of a process that does not answer for it', 'OE2-OT1-R4', 'Por este resultado responde: GCI, RLeI, COM, INV. Si también es tuyo, pídele a Planeación que te agregue.', null],
    ['nobody answers for', 'OE1-OT2-R8', 'Ningún proceso responde por este resultado clave. Planeación puede asignarlo en la lista Resultados clave.', null],
    ['inactive', 'OE1-OT2-R5', 'Este resultado clave está inactivo y no recibe reportes. Si debe volver, habla con Planeación.', (services) => {
      services.data.keyResults = services.data.keyResults.map((row) => (row.code === 'OE1-OT2-R5' ? { ...row, active: false } : row));
    }],
    ['gone', 'OE1-OT2-R5', 'Este resultado clave ya no está en el plan.', (services) => {
      services.data.keyResults = services.data.keyResults.filter(({ code }) => code !== 'OE1-OT2-R5');
    }],
    ['while every quarter is closed', 'OE1-OT2-R5', 'Ningún trimestre está abierto. Planeación puede abrir uno.', (services) => {
      services.data.quarters = services.data.quarters.map((row) => ({ ...row, state: 'closed' }));
    }],
    ['before the next quarter begins', 'OE1-OT2-R5', 'Hoy ningún trimestre recibe reportes. El próximo, 2023-T4, empieza el 1 de octubre.', (services) => {
      services.data.quarters = services.data.quarters.map((row) => (row.code === '2023-T3' ? { ...row, state: 'closed' } : row));
      services.setNow(new Date('2023-09-29T15:00:00Z'));
    }]
  ])('%s', async (_case, keyResult, message, prepare) => {
    const services = inMemoryServices({ user: 'coop' });
    if (prepare) prepare(services);
    const { user, closed } = await openPanel({ keyResult, services });
    expect(screen.getByText(message)).toBeVisible();
    noForm();
    await user.click(within(screen.getByRole('dialog')).getByText('Cerrar'));
    expect(closed()).toBe(1);
  });

  it('without permission says whom to ask', async () => {
    await openPanel({ keyResult: 'OE1-OT2-R5', as: 'direccion' });
    expect(screen.getByText(/No tienes permiso para guardar reportes en este sitio\. Pídele a Planeación/)).toBeVisible();
    noForm();
  });

  it('in no process, though the list would let them', async () => {
    const services = inMemoryServices({ user: 'coop' });
    const read = services.plan.readWorkspace;
    Object.assign(services.plan, {
      readWorkspace: async (...call: Parameters<typeof read>) => {
        const workspace = await read(...call);
        return { ...workspace, processes: workspace.processes.map((row) => ({ ...row, members: [] })) };
      }
    });
    await openPanel({ keyResult: 'OE1-OT2-R5', services });
    expect(screen.getByText('Todavía no perteneces a ningún proceso. Pídele a Planeación que te agregue.')).toBeVisible();
    noForm();
  });

  it('for somebody else’s report, or one of a closed quarter', async () => {
    const { reopen } = await openPanel({ keyResult: 'OE1-OT4-R2', correct: 111 });
    expect(screen.getByText('Solo quien hizo el reporte puede corregirlo. Si hay un error, avísale o habla con Planeación.')).toBeVisible();
    noForm();
    reopen();
  });

  it('a planner may report on behalf of any process that answers for it', async () => {
    await openPanel({ keyResult: 'OE1-OT2-R5', as: 'planeacion' });
    const options = within(screen.getByRole('combobox', { name: 'Proceso' })).getAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual(['CI', 'RLeI', 'ADM', 'COOP']);
  });
});
