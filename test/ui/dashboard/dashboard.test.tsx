import { screen, waitFor, within } from '@testing-library/react';
import { AppError } from '../../../src/application';
import { inMemoryServices } from '../../support/in-memory-services';
import { supersede } from '../../support/superseded';
import { words } from '../support/render-app';
import { openDashboard } from './open-dashboard';

const section = (name: string): HTMLElement => screen.getByRole('region', { name });

describe('where the plan stands', () => {
  it('is said in a sentence, with coverage, change and lights', async () => {
    await openDashboard();
    expect(words(screen.getByRole('heading', { level: 2, name: /El plan va en/ }))).toBe('El plan va en 64 %, 28 puntos por debajo de lo esperado.');
    const stand = screen.getByRole('region', { name: /El plan va en/ });
    expect(words(stand)).toContain('4,4puntos desde el corte 2023-T2 (60 %)');
    expect(words(stand)).toContain('64 de 79resultados con algún reporte; los 13 sin dato cuentan como 0; los 6 sin meta no cuentan');
    expect(within(stand).getByRole('img', { name: /^Resultados por estado: 13 cumplido, 16 en camino/ })).toBeTruthy();
  });

  it('shows the five objectives with their tactical ones', async () => {
    await openDashboard();
    const first = screen.getByRole('article', { name: 'Cooperación' });
    expect(words(first)).toContain('67 %En riesgo');
    expect(words(first)).toContain('18 de 23 con reporte');
    expect(within(first).getAllByRole('listitem')).toHaveLength(4);
    expect(within(first).getByRole('link', { name: 'OT3 Sector privado' }).getAttribute('href')).toContain('okr-buscar=OE1-OT3-');
    expect(screen.getAllByRole('article')).toHaveLength(5);
  });

  it('is of the day, alive, and says so', async () => {
    await openDashboard();
    expect(screen.getByText(/a 5 de octubre de 2023 · cifras vivas, 2023-T3 sigue abierto/)).toBeTruthy();
  });

  it('takes one reading', async () => {
    const { services } = await openDashboard();
    await screen.findByText(/Ningún objetivo llega al/);
    expect(services.requests).toEqual(['plan.readWorkspace']);
  });
});

describe('a closed quarter', () => {
  it('is shown as it was frozen, at an address of its own', async () => {
    const { user, services } = await openDashboard();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Trimestres anteriores' }), '2021-T4');
    expect(words(await screen.findByRole('heading', { level: 2, name: /El plan iba en/ }))).toBe(
      'El plan iba en 28 %, 16 puntos por debajo de lo esperado.'
    );
    expect(window.location.search).toBe('?okr=2021-2023/tablero/2021-T4');
    expect(screen.getByText(/trimestre 2021-T4, tal como se congeló a 31 de diciembre de 2021/)).toBeTruthy();
    expect(screen.queryByText(/por reportar/)).toBeNull();
    expect(screen.queryByRole('button', { name: /^Decidir/ })).toBeNull();
    expect(services.requests.filter(name => name === 'plan.readClosedQuarter')).toHaveLength(1);
  });

  it('that was closed last is there at once, and today a click away', async () => {
    const { user } = await openDashboard();
    await user.click(screen.getByRole('button', { name: 'Cerrado: 2023-T2' }));
    expect(words(screen.getByRole('heading', { level: 2, name: /El plan iba en/ }))).toContain('iba en 60 %');
    expect(screen.getByRole('button', { name: 'Cerrado: 2023-T2', pressed: true })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Hoy' }));
    expect(screen.getByRole('heading', { level: 2, name: /El plan va en/ })).toBeTruthy();
  });

  it('says what came to the plan since', async () => {
    const services = inMemoryServices({ user: 'direccion' });
    services.data.cutoffs = services.data.cutoffs.filter(({ keyResult }) => keyResult !== 'OE1-OT2-R5');
    await openDashboard({ services, route: '2021-2023/tablero/2022-T4' });
    expect(await screen.findByText('Llegaron al plan después de ese corte y no están en estas cifras: OE1-OT2-R5.')).toBeTruthy();
  });

  it('that cannot be read can be tried again; one that is open or unknown says so', async () => {
    const services = inMemoryServices({ user: 'direccion' });
    services.failNext('plan.readClosedQuarter', new AppError('unexpected', { detail: 'x' }));
    const { user } = await openDashboard({ services, route: '2021-2023/tablero/2022-T4' });
    await user.click(await screen.findByRole('button', { name: 'Reintentar' }));
    expect(await screen.findByRole('heading', { level: 2, name: /El plan iba en/ })).toBeTruthy();
  });

  it.each([['2023-T4', '2023-T4 todavía no está cerrado: sus cifras son las de hoy.'], ['1999-T1', 'Este plan no tiene el trimestre 1999-T1.']])(
    '%s leads to today', async (quarter, message) => {
      const { user } = await openDashboard({ route: `2021-2023/tablero/${quarter}` });
      expect(screen.getByText(message)).toBeTruthy();
      await user.click(screen.getByRole('button', { name: 'Ver hoy' }));
      expect(screen.getByRole('heading', { level: 2, name: /El plan va en/ })).toBeTruthy();
    }
  );
});

describe('what needs a decision', () => {
  it('ranks what is behind, in the reporter’s own words', async () => {
    await openDashboard();
    const needs = section('Qué necesita decisión');
    const [first] = within(needs).getAllByRole('listitem');
    expect(words(first)).toContain('Realizar una (1) campaña de lanzamiento del programa con el sector privado.');
    expect(words(first)).toContain('OE1-OT3-R2 · COOP · confianza baja · 2023-T2');
    expect(words(first)).toContain('«El programa con el sector privado sigue sin marca ni vocería; la campaña no ha salido.»');
    expect(words(first)).toContain('Próximo paso: Aprobar la pieza central en el comité de octubre.');
    expect(words(first)).toContain('−92 puntos: 0 % de 92 %');
  });

  it('is only read once another plan has taken the place of this one, and says where to decide', async () => {
    await openDashboard({ services: supersede(inMemoryServices({ user: 'direccion' })) });
    const where = 'Este plan terminó y ya no recibe decisiones. Decide en 2024-2027.';
    for (const name of ['Qué necesita decisión', 'Decisiones del comité']) {
      expect(words(section(name))).toContain(where);
      expect(within(section(name)).queryByRole('button', { name: /Decidir|Registrar|Marcar|Cambiar|Descartar$/ })).toBeNull();
    }
  });

  it('shows six, then more, and keeps them in the address', async () => {
    const { user } = await openDashboard();
    const needs = section('Qué necesita decisión');
    const ranked = (): number => within(needs).getAllByRole('heading', { level: 3 }).length - 1;
    expect(ranked()).toBe(6);
    await user.click(within(needs).getByRole('button', { name: 'Mostrar 20 más de 23' }));
    expect(ranked()).toBe(26);
    expect(window.location.search).toContain('okr-riesgo=26');
  });

  it('counts what else asks for attention, each leading to its key result', async () => {
    const { user } = await openDashboard();
    const needs = section('Qué necesita decisión');
    const titles = within(needs).getAllByRole('heading', { level: 4 }).map(words);
    expect(titles).toEqual([
      'Decisiones vencidas 1', 'Sin responsable 13', 'Verdes con confianza baja 1', 'Desactualizados 2', 'Sin ningún reporte 2',
      'Reportes devueltos 2', 'Sin meta definida 6'
    ]);
    await user.click(within(needs).getByRole('button', { name: 'Mostrar los 13 sin responsable' }));
    expect(within(needs).getAllByRole('link').filter(link => link.id.startsWith('tablero-sin-responsable'))).toHaveLength(13);
  });

  it('leads to the key result’s page and back to the same place', async () => {
    const { user } = await openDashboard();
    const link = screen.getByRole('link', { name: /Realizar una \(1\) campaña/ });
    await user.click(link);
    expect(await screen.findByRole('heading', { level: 1, name: /Realizar una \(1\) campaña/ })).toBeTruthy();
    window.history.back();
    await waitFor(() => expect(document.activeElement?.id).toBe('tablero-kr-OE1-OT3-R2'));
  });

  it('opens the decision panel on the key result', async () => {
    const { user } = await openDashboard();
    await user.click(screen.getByRole('button', { name: 'Decidir sobre OE1-OT3-R2' }));
    expect(window.location.search).toContain('okr-decidir=OE1-OT3-R2');
    expect(await screen.findByRole('dialog')).toBeTruthy();
  });
});

describe('who carries what', () => {
  it('is a table of processes and objectives, its cells leading to the matrix', async () => {
    await openDashboard();
    const table = within(section('Quién lleva qué')).getByRole('table');
    expect(within(table).getAllByRole('columnheader').map(words)).toEqual([
      'Proceso', 'OE1 Cooperación', 'OE2 Inversión', 'OE3 Posicionamiento', 'OE4 Conocimiento', 'OE5 Gestión Interna', 'Total'
    ]);
    const row = within(table).getByRole('row', { name: /^COOP/ });
    expect(words(row)).toContain('78 % En riesgo6 de 14 por reportar');
    expect(words(row)).toContain('No responde');
    const link = within(row).getByRole('link');
    expect(link.getAttribute('href')).toContain('okr=2021-2023/matriz');
    expect(link.getAttribute('href')).toContain('okr-proceso=COOP');
  });
});

describe('how it moves', () => {
  it('says whether the pace is enough, and where each objective would end', async () => {
    await openDashboard();
    const moves = section('Cómo se mueve');
    expect(words(await within(moves).findByText(/Ningún objetivo/))).toBe('Ningún objetivo llega al 100 % el 31 de diciembre de 2023 al ritmo del último año.');
    const chart = within(moves).getByRole('img', { name: /OE1 Cooperación/ });
    expect((chart.getAttribute('aria-label') || '').replace(/\s/g, ' ')).toBe(
      'OE1 Cooperación: va en 67 %; a este ritmo, 74 % el 31 de diciembre de 2023; lo esperado entonces es 100 %.'
    );
  });

  it('shows the same figures as a table', async () => {
    const { user } = await openDashboard();
    const moves = section('Cómo se mueve');
    await user.click(await within(moves).findByRole('button', { name: 'Ver como tabla' }));
    const table = within(moves).getByRole('table');
    expect(words(within(table).getByRole('row', { name: /^5 oct 2023/ }))).toContain('67 % de 92 %');
    expect(words(within(table).getByRole('row', { name: /^Proyección/ }))).toContain('74 %');
  });
});

describe('what the properties choose', () => {
  it('may be one objective alone', async () => {
    await openDashboard({ options: { title: 'Cooperación en cifras', objectives: ['OE1', 'OE9'], hidden: ['carries'] } });
    expect(screen.getByRole('heading', { level: 1, name: 'Cooperación en cifras' })).toBeTruthy();
    expect(words(screen.getByRole('heading', { level: 2, name: /OE1 Cooperación va en/ }))).toMatch(/^OE1 Cooperación va en 67 %/);
    expect(screen.getAllByRole('article')).toHaveLength(1);
    expect(screen.queryByRole('heading', { name: 'Quién lleva qué' })).toBeNull();
    expect(screen.getByText(/objetivos que este plan no tiene: OE9/)).toBeTruthy();
    expect(await screen.findByText(/No llega al/)).toBeTruthy();
  });
});

describe('an empty plan', () => {
  it('says who can fill it', async () => {
    const services = inMemoryServices({
      user: 'direccion', data: { keyResults: [], cutoffs: [], checkIns: [], strategicObjectives: [], tacticalObjectives: [], decisions: [] }
    });
    await openDashboard({ services });
    expect(screen.getByText(/El plan todavía no tiene resultados clave/)).toBeTruthy();
    // There is nothing to report on or to meet about.
    expect(screen.queryByRole('button', { name: 'Informe' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Modo reunión' })).toBeNull();
  });

  it('without reports has no figures, and nothing is 0', async () => {
    const quarters = inMemoryServices().data.quarters.map(quarter => ({ ...quarter, state: 'open' as const, closedOn: null }));
    const services = inMemoryServices({ user: 'direccion', data: { cutoffs: [], checkIns: [], quarters, decisions: [] } });
    await openDashboard({ services });
    expect(screen.getByRole('heading', { level: 2, name: 'El plan todavía no tiene reportes.' })).toBeTruthy();
    expect(screen.getByText('Ningún resultado está atrasado ni en riesgo.')).toBeTruthy();
    expect(screen.queryByRole('group', { name: 'Trimestre que se muestra' })).toBeNull();
    expect(await screen.findByText('Todavía no hay un trimestre de avance del que proyectar.')).toBeTruthy();
  });
});
