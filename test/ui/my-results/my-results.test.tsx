import { screen, waitFor, within } from '@testing-library/react';
import { inMemoryServices } from '../../support/in-memory-services';
import { openedApp, words } from '../support/render-app';

const cards = (): HTMLElement[] => screen.queryAllByRole('article');
const card = (code: string): HTMLElement => {
  const found = cards().find((element) => words(element).startsWith(code));
  if (!found) throw new Error(`no card ${code}`);
  return found;
};
const codes = (): string[] => cards().map((element) => words(element).slice(0, 10));
const chip = (name: RegExp): HTMLElement => within(screen.getByRole('group', { name: 'Filtros' })).getByRole('button', { name });

describe('Mis resultados', () => {
  it('opens with a sentence that says how the process stands', async () => {
    await openedApp();
    expect(screen.getByRole('heading', { level: 1, name: 'Mis resultados' })).toBeVisible();
    const sentence = screen.getByText((_text, element) => Boolean(element && element.tagName === 'P' && /^COM responde por/.test(words(element))));
    expect(words(sentence)).toMatch(
      /^COM responde por 26 de 79 resultados clave\. Van en \d+ %; lo esperado hoy es \d+ %\. Hay reporte en 25 de 26\. 2 sin meta quedan fuera del promedio\. \d+ reportes están sin aprobar\.$/
    );
  });

  it('shows one card per key result the process answers for, grouped by objective', async () => {
    await openedApp();
    expect(cards()).toHaveLength(26);
    const groups = screen.getAllByRole('heading', { level: 3 }).map(words);
    expect(groups).toEqual(['OE1 Cooperación', 'OE2 Inversión', 'OE3 Posicionamiento', 'OE5 Gestión Interna']);
    const region = screen.getByRole('region', { name: 'OE1 Cooperación' });
    expect(within(region).getAllByRole('article')).toHaveLength(5);
    expect(words(region)).toMatch(/^OE1 Cooperación\d+ % · 5 resultados/);
  });

  it('says everything of a key result on its card', async () => {
    await openedApp();
    const text = words(card('OE2-OT1-R3'));
    expect(text).toContain('OE2-OT1-R3En riesgoAtraer USD 850 millones de Inversión nacional y extranjera al territorio.');
    expect(text).toContain('481,69de USD 850 millones57 %');
    expect(text).toContain('Esperado 92 %Suma de 6 procesos');
    expect(text).toContain('Confianza baja1 sin aprobarCOM · 4 oct 2023 · 2023-T3');
    expect(text).toContain('Reportado en 2023-T3');
    expect(within(card('OE2-OT1-R3')).getByRole('img')).toHaveAccessibleName(/Avance 57\s%, esperado 92\s%/);
  });

  it('offers a filled button only where something is owed', async () => {
    await openedApp();
    expect(within(card('OE1-OT1-R3')).getByRole('button', { name: 'Reportar OE1-OT1-R3' })).toHaveClass('primary');
    expect(words(card('OE1-OT1-R3'))).toContain('Quedan 5 días');
    expect(within(card('OE2-OT1-R3')).getByRole('button', { name: 'Corregir OE2-OT1-R3' })).not.toHaveClass('primary');
    expect(within(card('OE2-OT1-R5')).getByRole('link', { name: 'Ver OE2-OT1-R5' })).toBeVisible();
    expect(words(card('OE3-OT4-R5'))).toContain('1 trimestre sin reporte');
  });

  it('marks a key result that the plan contradicts itself about', async () => {
    await openedApp();
    expect(within(card('OE3-OT4-R5')).getByTitle('Tiene una nota de la fuente')).toBeVisible();
    expect(within(card('OE1-OT1-R1')).queryByTitle('Tiene una nota de la fuente')).toBeNull();
  });

  it('puts what is due first, most urgent first, and says until when', async () => {
    const { user } = await openedApp();
    const box = screen.getByRole('region', { name: 'Por reportar: 13' });
    expect(words(box)).toContain('La ventana de 2023-T3 cierra el martes 10 de octubre. Quedan 5 días.');
    const entries = within(box).getAllByRole('listitem').map(words);
    expect(entries).toHaveLength(4);
    expect(entries[0]).toMatch(/^OE3-OT2-R4.*Devuelto.*Corregir/);
    expect(entries[1]).toMatch(/^OE3-OT4-R5.*Sin reporte desde 2023-T1Reportar/);
    await user.click(within(box).getByRole('button', { name: 'Ver los 13' }));
    expect(cards()).toHaveLength(13);
    expect(chip(/^Por reportar/)).toHaveAttribute('aria-pressed', 'true');
  });

  it('shows a returned report as owed', async () => {
    const services = inMemoryServices({ user: 'com' });
    services.data.checkIns = services.data.checkIns.map((row) => (
      row.keyResult === 'OE3-OT1-R2' && row.process === 'COM' && row.quarter === '2023-T3' ? { ...row, review: 'returned' as const, reviewNote: 'Falta la evidencia.' } : row
    ));
    await openedApp({ services });
    expect(words(card('OE3-OT1-R2'))).toContain('Devuelto por Planeación');
    expect(within(card('OE3-OT1-R2')).getByRole('button', { name: 'Corregir OE3-OT1-R2' })).toHaveClass('primary');
    expect(words(screen.getByRole('region', { name: 'Por reportar: 14' }))).toMatch(/OE3-OT1-R2.*?«Falta la evidencia\.».*?Devuelto/);
  });

  it('says so when nothing is due', async () => {
    const services = inMemoryServices({ user: 'adm' });
    services.setNow(new Date('2023-10-05T15:42:00Z'));
    services.data.keyResults = services.data.keyResults.map((row) => ({ ...row, active: row.processes.indexOf('ADM') < 0 || row.code === 'OE5-OT3-R1' }));
    await openedApp({ services });
    expect(words(document.body)).toContain('Estás al día en 2023-T3. La ventana de 2023-T4 cierra el miércoles 10 de enero.');
  });
});

describe('filters and search', () => {
  it('narrows by light, counts what each would leave, and keeps it in the address', async () => {
    const { user } = await openedApp();
    expect(words(chip(/^En riesgo/))).toBe('En riesgo8');
    await user.click(chip(/^En riesgo/));
    expect(cards()).toHaveLength(8);
    expect(words(chip(/^Cumplido/))).toBe('Cumplido6');
    await user.click(chip(/^Cumplido/));
    expect(cards()).toHaveLength(14);
    expect(window.location.search).toContain('okr-luz=amarillo,cumplido');
    await user.click(screen.getByRole('button', { name: 'Quitar filtros' }));
    expect(cards()).toHaveLength(26);
    expect(window.location.search).not.toContain('luz');
  });

  it('searches without accents or case, and says how many it found', async () => {
    const { user } = await openedApp();
    await user.type(screen.getByRole('searchbox', { name: 'Buscar por código o palabra' }), 'MEDICION publicos');
    await waitFor(() => expect(codes()).toEqual(['OE3-OT2-R1']));
    expect(screen.getByText('1 de 26 resultados')).toHaveAttribute('role', 'status');
    expect(window.location.search).toContain('okr-q=MEDICION');
  });

  it('narrows by objective', async () => {
    const { user } = await openedApp();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Objetivo' }), 'OE5 Gestión Interna');
    expect(codes()).toEqual(['OE5-OT3-R3']);
    // The figure of the group stays that of all of its key results.
    expect(words(screen.getByRole('region', { name: 'OE5 Gestión Interna' }))).toContain('1 resultado');
  });

  it('opens as a link says', async () => {
    await openedApp({ route: '2021-2023/mis-resultados&okr-luz=rojo&okr-proceso=COM' });
    expect(codes()).toEqual(['OE1-OT3-R4']);
  });

  it('says so when nothing matches, and offers the way back', async () => {
    const { user } = await openedApp({ route: '2021-2023/mis-resultados&okr-q=nada+de+esto' });
    expect(screen.getByText('Ningún resultado coincide con estos filtros.')).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: 'Quitar filtros' })[0]);
    expect(cards()).toHaveLength(26);
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });
});

describe('the process', () => {
  it('is the person\'s own, and can be another\'s to look at', async () => {
    const { user } = await openedApp();
    const picker = screen.getByRole('combobox', { name: 'Proceso' });
    expect(picker).toHaveDisplayValue('Proceso COM');
    await user.selectOptions(picker, 'Proceso INV');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Resultados de INV');
    expect(cards()).toHaveLength(13);
    // Looking is all one can do there, also where one's own process answers too.
    expect(screen.queryByRole('button', { name: /^(Reportar|Corregir)/ })).toBeNull();
    expect(window.location.search).toContain('okr-proceso=INV');
  });

  it('is remembered', async () => {
    const { user, services, unmount } = await openedApp();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Proceso' }), 'Proceso COOP');
    unmount();
    await openedApp({ services });
    expect(screen.getByRole('combobox', { name: 'Proceso' })).toHaveDisplayValue('Proceso COOP');
  });

  it('can be all of them', async () => {
    const { user } = await openedApp();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Proceso' }), 'Todos los procesos');
    expect(cards()).toHaveLength(79);
    expect(words(document.body)).toContain('El plan tiene 79 resultados clave.');
    // What one owes can be done from there.
    expect(screen.getByRole('button', { name: 'Reportar OE1-OT1-R3' })).toBeVisible();
    expect(within(card('OE1-OT2-R5')).getByRole('link', { name: 'Ver OE1-OT2-R5' })).toBeVisible();
  });

  it('is none for somebody who belongs to none', async () => {
    const services = inMemoryServices({ user: 'coop' });
    services.data.processes = services.data.processes.map((row) => ({ ...row, members: [], leader: null }));
    const { readWorkspace } = services.plan;
    // In the group that may report, but not yet on any process's row.
    services.plan.readWorkspace = async (...args) => {
      const workspace = await readWorkspace(...args);
      return { ...workspace, permissions: { ...workspace.permissions, report: true } };
    };
    const { user } = await openedApp({ services });
    expect(screen.getByText('Todavía no perteneces a ningún proceso. Pídele a Planeación que te agregue.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ver todos los resultados' }));
    expect(cards()).toHaveLength(79);
    expect(screen.queryByRole('button', { name: /^(Reportar|Corregir)/ })).toBeNull();
  });

  it.each(['direccion', 'planeacion'])('is all of them for %s, who reports for none', async (who) => {
    await openedApp({ user: who });
    expect(cards()).toHaveLength(79);
    expect(screen.queryByText(/Todavía no perteneces/)).toBeNull();
  });
});
