import * as React from 'react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AppError } from '../../../src/application/errors';
import type { CheckIn } from '../../../src/domain';
import KeyResultPage from '../../../src/ui/features/detail';
import { inMemoryServices } from '../../support/in-memory-services';
import { parameterNow, renderPage, routeNow } from '../matrix/page-frame';
import type { Frame, FrameOptions } from '../matrix/page-frame';

// A whole plan in jsdom, on a machine that may be doing other things.
jest.setTimeout(30000);

interface Reported {
  readonly code: string;
  readonly checkIn?: CheckIn;
}

async function show(code: string, options: FrameOptions = {}): Promise<Frame & { reported: Reported[] }> {
  const reported: Reported[] = [];
  const frame = await renderPage(
    (board, navigate) => (
      <KeyResultPage
        board={board}
        code={code}
        navigate={navigate}
        onReport={(asked, checkIn) => reported.push({ code: asked, checkIn })}
        onBack={() => navigate('2021-2023/mis-resultados')}
      />
    ),
    { route: `2021-2023/kr/${code}`, ...options }
  );
  return { ...frame, reported };
}

/** A term's description in the figures. */
const figure = (term: string): HTMLElement => {
  const found = screen.getAllByRole('term').find(candidate => candidate.textContent === term);
  return found?.nextElementSibling as HTMLElement;
};
const chart = (): Promise<HTMLElement> => screen.findByRole('img', { name: /^Avance de OE/ });
const reports = (): HTMLElement => screen.getByRole('region', { name: 'Reportes' });
const box = (name: string): HTMLElement => screen.getByRole('region', { name });

describe('the figures', () => {
  it('says where it is in the plan, how it is measured, and what it is', async () => {
    await show('OE1-OT4-R1');
    expect(
      within(screen.getByRole('navigation', { name: 'Ruta' }))
        .getAllByRole('listitem')
        .map(item => item.textContent)
    ).toEqual(['Mis resultados', 'OE1 Cooperación', 'OT4 Consolidar a Medellín como referente de oferta de cooperación.']);
    expect(screen.getByText('OE1-OT4-R1 · Suma de aportes · 2021 a 2023')).toBeVisible();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      'Posicionar a Medellín a través de realizar siete (7) acciones de cooperación Sur-Sur.'
    );
    await chart();
  });

  it("gives a sum its target, its expectation, its light and its reporter's opinion", async () => {
    await show('OE1-OT4-R1');
    expect(figure('Va en')).toHaveTextContent('23de 26 acciones1 sin aprobar, en 1 reporte');
    expect(figure('Avance')).toHaveTextContent('88 %');
    expect(within(figure('Avance')).getByRole('img')).toHaveAccessibleName('Avance 88\u00a0%, esperado 92\u00a0%');
    expect(figure('Esperado hoy')).toHaveTextContent('92 %lineal, sin metas programadas');
    expect(figure('Estado')).toHaveTextContent('En camino96 % de lo esperado');
    expect(figure('Opinión de quien reporta')).toHaveTextContent('Confianza mediaCOOP, 3 oct 2023');
    await chart();
  });

  it('says when what is expected comes from programmed targets', async () => {
    await show('OE1-OT2-R6');
    expect(figure('Esperado hoy')).toHaveTextContent('según las metas programadas');
    await chart();
  });

  it('says that a key result without target counts in no average', async () => {
    await show('OE3-OT2-R4');
    expect(figure('Avance')).toHaveTextContent('Sin meta');
    expect(figure('Esperado hoy')).toHaveTextContent('—Sin meta definida');
    expect(figure('Estado')).toHaveTextContent('Sin metano cuenta en los promedios');
    await chart();
  });

  it('follows a report at once', async () => {
    const services = inMemoryServices();
    const frame = await show('OE1-OT4-R1', { services });
    await chart();
    services.data.checkIns = [
      ...services.data.checkIns,
      {
        ...(services.data.checkIns.find(row => row.keyResult === 'OE1-OT4-R1' && row.quarter === '2023-T3') as CheckIn),
        id: 9999,
        clientKey: 'new',
        value: 2
      }
    ];
    await act(async () => {
      await frame.refresh();
    });
    expect(figure('Va en')).toHaveTextContent('25de 26 acciones');
    expect(within(reports()).getByText('2 de 14, del más reciente al más antiguo')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('img', { name: /^Avance de OE/ })).toHaveAccessibleDescription(/a 25 acciones en 2023-T3/));
  });
});

describe('what can be done', () => {
  it('offers to report to whom it falls, and to nobody else', async () => {
    const { reported } = await show('OE1-OT4-R1');
    await userEvent.setup().click(screen.getByRole('button', { name: 'Reportar' }));
    expect(reported).toEqual([{ code: 'OE1-OT4-R1', checkIn: undefined }]);
    await chart();
  });

  it.each([
    ["another process'", 'OE2-OT1-R1', 'coop'],
    ["nobody's", 'OE1-OT2-R8', 'coop'],
    ['an alias', 'OE3-OT3-R1', 'com']
  ])('does not offer to report on %s', async (_, code, user) => {
    await show(code, { user });
    expect(screen.queryByRole('button', { name: 'Reportar' })).toBeNull();
    await waitFor(() => expect(screen.queryByText('Cargando la historia…')).toBeNull());
  });

  it('copies the link of this key result', async () => {
    const user = userEvent.setup();
    await show('OE1-OT4-R1');
    await user.click(screen.getByRole('button', { name: 'Copiar enlace' }));
    expect(await screen.findByText('Enlace copiado.')).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe('https://example.org/app?okr=2021-2023/kr/OE1-OT4-R1');
  });

  it('leads planners to the row in their list', async () => {
    const { services } = await show('OE1-OT4-R1', { user: 'planeacion' });
    const row = services.data.keyResults.find(item => item.code === 'OE1-OT4-R1');
    const link = screen.getByRole('link', { name: /Editar en la lista/ });
    expect(link).toHaveAttribute('href', `https://aci.example/Lists/KeyResults/EditForm.aspx?ID=${row?.id}`);
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    await chart();
  });

  it("offers to correct one's own report in an open quarter, and no other", async () => {
    const { reported, services } = await show('OE2-OT2-R3', { user: 'inv' });
    await chart();
    const buttons = within(reports()).getAllByRole('button', { name: /Corregir/ });
    expect(buttons).toHaveLength(1);
    await userEvent.setup().click(buttons[0]);
    expect(reported[0].checkIn?.author?.login).toBe(services.user.login);
    expect(reported[0].checkIn?.quarter).toBe('2023-T3');
  });
});

describe('how it has advanced', () => {
  it('draws the history with its words beside it', async () => {
    await show('OE1-OT4-R1');
    const drawing = await chart();
    expect(drawing).toHaveAccessibleName('Avance de OE1-OT4-R1 por trimestre');
    expect(drawing).toHaveAccessibleDescription(
      'De 2 acciones en 2021-T1 a 23 acciones en 2023-T3. La meta pasó de 7 a 26 el 15 feb 2022. ' +
        'Al ritmo actual llegaría a 25 acciones el 31 dic 2023.'
    );
    expect(drawing).toHaveTextContent('Meta 7');
    expect(drawing).toHaveTextContent('Meta 26');
    expect(drawing).toHaveTextContent('Hoy');
    expect(screen.getByText(/^Línea gruesa: acciones, lo acumulado\. Guiones: lo esperado\./)).toBeVisible();
  });

  it('shows the same as a table, and keeps that in the address', async () => {
    await show('OE1-OT4-R1');
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Ver como tabla' }));
    expect(parameterNow('ver')).toBe('tabla');
    const table = within(screen.getByRole('region', { name: 'Avance por trimestre' })).getByRole('table');
    const lines = within(table)
      .getAllByRole('row')
      .map(row => Array.from(row.children).map(cell => cell.textContent));
    expect(lines[0]).toEqual(['Trimestre', 'Va en', 'Meta', 'Avance', 'Esperado', 'Estado', 'Reportes']);
    expect(lines[1].slice(0, 3)).toEqual(['Hoy', '23', '26']);
    // 2023-T4 has only begun: today says it. 2021's cutoffs keep the target of then.
    expect(lines[2]).toEqual(['2023-T3al 30 sept 2023', '23', '26', '88\u00a0%', expect.any(String), 'Abierto', '1']);
    expect(lines[lines.length - 4]).toEqual(['2021-T4al 31 dic 2021', '10', '7', '143\u00a0%', '33\u00a0%', 'Cumplido', '1']);
    expect(lines).toHaveLength(13);
    await user.click(screen.getByRole('button', { name: 'Ver como gráfico' }));
    expect(await chart()).toBeVisible();
    expect(parameterNow('ver')).toBeNull();
  });

  it('names the levels of a scale, and the stages of a milestone', async () => {
    await show('OE3-OT4-R2', { user: 'com' });
    const drawing = await chart();
    for (const level of ['Por construir', 'En construcción', 'Fortalecida', 'Consolidada']) expect(drawing).toHaveTextContent(level);
    const levels = within(box('Niveles'))
      .getAllByRole('listitem')
      .map(item => item.textContent);
    expect(levels[2]).toMatch(/Fortalecida, alcanzado/);
    expect(levels[3]).toMatch(/Consolidada, sin alcanzar/);
  });

  it('says a limit for what it is', async () => {
    await show('OE2-OT2-R3', { user: 'inv' });
    const drawing = await chart();
    expect(drawing).toHaveAccessibleDescription(/^De 12,1\u00a0% en 2021-T1 a 8,4\u00a0% en 2023-T3\. El límite es 10\u00a0%\.$/);
    expect(figure('Avance')).toHaveTextContent('Dentro');
    expect(figure('Esperado hoy')).toHaveTextContent('dentro del límite en todo momento');
  });

  it('says so where nobody has reported', async () => {
    await show('OE1-OT2-R8');
    expect(await screen.findByText('Todavía no hay reportes: aquí se verá cómo avanza.')).toBeVisible();
    expect(within(reports()).getByText('Nadie ha reportado todavía.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Ver como tabla' })).toBeNull();
  });

  it('says what failed and reads again', async () => {
    const services = inMemoryServices();
    services.failNext('plan.readHistory', new AppError('unavailable', { status: 503 }));
    await show('OE1-OT4-R1', { services });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('SharePoint no responde en este momento.');
    // The figures stand all the same: they came with the first screen.
    expect(figure('Va en')).toHaveTextContent('23');
    await userEvent.setup().click(within(alert).getByRole('button', { name: 'Reintentar' }));
    expect(await chart()).toBeVisible();
    expect(services.requests.filter(request => request === 'plan.readHistory')).toHaveLength(2);
  });
});

describe('the reports', () => {
  it('shows the open quarters at once and a closed one each time it is asked for', async () => {
    const { services } = await show('OE1-OT4-R1');
    const user = userEvent.setup();
    const rows = (): string[][] =>
      within(reports())
        .getAllByRole('row')
        .slice(1)
        .map(row =>
          Array.from(row.children)
            .slice(0, 6)
            .map(cell => cell.textContent ?? '')
        );
    expect(rows()).toEqual([['2023-T33 oct 2023', 'COOP', '+1', '23', 'Media', 'Por revisar']]);
    expect(services.requests).not.toContain('plan.readCheckIns');
    await user.click(await within(reports()).findByRole('button', { name: 'Mostrar el anterior, de 2023-T2' }));
    await user.click(await within(reports()).findByRole('button', { name: 'Mostrar los 2 anteriores, de 2023-T1' }));
    await within(reports()).findByText('4 de 13, del más reciente al más antiguo');
    expect(rows().map(row => row.slice(0, 4))).toEqual([
      ['2023-T33 oct 2023', 'COOP', '+1', '23'],
      ['2023-T25 jul 2023', 'COOP', '+1', '22'],
      ['2023-T14 abr 2023', 'GCI', '+1', '21'],
      ['2023-T13 abr 2023', 'COOP', '+1', '20']
    ]);
    expect(rows()[3][5]).toBe('Devuelto');
    expect(within(reports()).getByText('Falta la evidencia; adjunta el acta.', { exact: false })).toBeVisible();
    expect(services.requests.filter(request => request === 'plan.readCheckIns')).toHaveLength(2);
    await chart();
  });

  it('says so when older ones cannot be read, and tries again', async () => {
    const services = inMemoryServices();
    await show('OE1-OT4-R1', { services });
    const user = userEvent.setup();
    services.failNext('plan.readCheckIns', new AppError('offline'));
    await user.click(await within(reports()).findByRole('button', { name: /Mostrar el anterior/ }));
    expect(await within(reports()).findByRole('alert')).toHaveTextContent('No hay conexión.');
    await user.click(within(reports()).getByRole('button', { name: /Mostrar el anterior/ }));
    await within(reports()).findByText('2 de 13, del más reciente al más antiguo');
    expect(within(reports()).queryByRole('alert')).toBeNull();
    await chart();
  });

  it('opens evidence in another tab without telling it where it came from, and makes no link of anything else', async () => {
    const services = inMemoryServices();
    services.data.checkIns = services.data.checkIns.map(row =>
      row.keyResult === 'OE1-OT4-R1' && row.quarter === '2023-T3'
        ? {
            ...row,
            evidence: [
              { url: 'https://example.org/acta.pdf', text: 'Acta' },
              { url: '/SIGACI/plan.docx', text: '' },
              { url: 'javascript:alert(1)', text: 'Trampa' },
              { url: '//evil.example/x', text: 'Otra' }
            ]
          }
        : row
    );
    await show('OE1-OT4-R1', { services });
    const evidence = within(reports()).getByRole('list', { name: 'Evidencias' });
    expect(
      within(evidence)
        .getAllByRole('link')
        .map(link => [link.getAttribute('href'), link.getAttribute('target'), link.getAttribute('rel')])
    ).toEqual([
      ['https://example.org/acta.pdf', '_blank', 'noopener noreferrer'],
      ['/SIGACI/plan.docx', '_blank', 'noopener noreferrer']
    ]);
    expect(within(evidence).getByText('Trampa')).toBeVisible();
    await chart();
  });

  it('gives each report a block of its own on a phone', async () => {
    await show('OE1-OT4-R1', { width: 'narrow' });
    const item = within(reports()).getAllByRole('listitem')[0];
    expect(item).toHaveTextContent('2023-T3 COOP · 3 oct 2023');
    expect(item).toHaveTextContent('+1 · queda en 23 · Confianza media');
    expect(within(reports()).queryByRole('table')).toBeNull();
    await chart();
  });
});

describe('the context', () => {
  it('tells what the plan says against itself', async () => {
    await show('OE1-OT4-R1');
    expect(box('El plan se contradice')).toHaveTextContent('§5.1 dice «realizar 26 acciones de cooperación Sur-Sur»');
    await chart();
  });

  it("shows the city's own figure, in the city's words", async () => {
    await show('OE1-OT4-R1');
    const city = await screen.findByRole('region', { name: 'En el Plan Indicativo de la ciudad' });
    expect(city).toHaveTextContent('1.3.3.4 · Producto');
    const pairs = within(city)
      .getAllByRole('definition')
      .map(item => item.textContent);
    expect(pairs).toEqual(['103,8\u00a0%', '27 de 26', 'Número', 'Verde']);
    expect(within(city).getByText('Logrado, 2020 a ago 2023')).toBeVisible();
    const years = within(city).getByRole('table', { hidden: true });
    expect(
      within(years)
        .getAllByRole('row', { hidden: true })
        .map(row => Array.from(row.children).map(cell => cell.textContent))
        .slice(1)
    ).toEqual([
      ['2020', '3', '4', '133,3\u00a0%'],
      ['2021', '7', '10', '142,9\u00a0%'],
      ['2022', '8', '9', '112,5\u00a0%'],
      ['ago 2023', '4', '4', '100\u00a0%']
    ]);
  });

  it('says who answers, when each last reported and what each owes', async () => {
    await show('OE1-OT4-R1');
    const items = within(box('Responsables'))
      .getAllByRole('listitem')
      .map(item => item.textContent);
    expect(items).toEqual(['GCISin reporte después de 2023-T2Por reportar', 'COOP2023-T3 · 3 oct 2023Al día']);
    await chart();
  });

  it('says that nobody answers, and leads planners to where that is mended', async () => {
    const { unmount } = await show('OE1-OT2-R8');
    expect(box('Responsables')).toHaveTextContent('Ningún proceso responde por este resultado.');
    expect(within(box('Responsables')).queryByRole('link')).toBeNull();
    unmount();
    await show('OE1-OT2-R8', { user: 'planeacion' });
    expect(within(box('Responsables')).getByRole('link', { name: /Asignarlo en Resultados clave/ })).toHaveAttribute(
      'href',
      expect.stringContaining('/Lists/KeyResults/EditForm.aspx?ID=')
    );
    await screen.findByText(/Todavía no hay reportes/);
  });

  it('says whose figures an alias shows, and leads there', async () => {
    const { services } = await show('OE3-OT3-R1', { user: 'com' });
    const notice = screen.getByText(/Muestra las cifras de/);
    expect(notice).toHaveTextContent('Muestra las cifras de OE3-OT1-R2, porque es la misma medida. Los reportes se hacen allí.');
    expect(figure('Va en')).toHaveTextContent('14de 20 publicaciones en 2023');
    expect(await chart()).toHaveAccessibleDescription(/a 14 publicaciones en 2023-T3/);
    expect(within(reports()).queryByRole('button', { name: /Corregir/ })).toBeNull();
    expect(services.requests.filter(request => request === 'plan.readHistory')).toHaveLength(1);
    await userEvent.setup().click(within(notice).getByRole('link', { name: 'OE3-OT1-R2' }));
    expect(routeNow()).toBe('2021-2023/kr/OE3-OT1-R2');
  });

  it('says that a retired key result takes no reports', async () => {
    const services = inMemoryServices();
    services.data.keyResults = services.data.keyResults.map(row => (row.code === 'OE1-OT4-R1' ? { ...row, active: false } : row));
    await show('OE1-OT4-R1', { services });
    expect(screen.getByText('Planeación retiró este resultado: no recibe reportes ni cuenta en los promedios.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Reportar' })).toBeNull();
    await chart();
  });

  it('says so when the plan has no such key result, and leads back', async () => {
    await show('OE9-OT9-R9');
    expect(screen.getByText('El plan no tiene un resultado clave OE9-OT9-R9.')).toBeVisible();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Ir a Mis resultados' }));
    expect(routeNow()).toBe('2021-2023/mis-resultados');
  });
});

describe('versions of the target', () => {
  const targets = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Cambios de meta' });

  it('tells each change with its reason', async () => {
    await show('OE1-OT4-R1');
    const items = within(await targets())
      .getAllByRole('listitem')
      .map(item => item.textContent);
    expect(items[0]).toMatch(/^7 → 26 15 feb 2022 · Planeación/);
    expect(items[0]).toMatch(/Se adopta la cifra de la sección 5\.1/);
    expect(items[1]).toBe('7 1 ene 2021 · carga inicial');
  });

  it("flags a target edited in the list without a word, and finds when in the row's versions", async () => {
    const services = inMemoryServices({ user: 'planeacion' });
    services.data.keyResults = services.data.keyResults.map(row => (row.code === 'OE1-OT4-R1' ? { ...row, target: 30 } : row));
    services.data.targetVersions['OE1-OT4-R1'] = [
      { version: '3.0', target: 30, changedOn: '2023-09-20T15:00:00Z', author: services.user },
      ...services.data.targetVersions['OE1-OT4-R1']
    ];
    await show('OE1-OT4-R1', { services });
    const region = await targets();
    expect(within(region).getAllByRole('listitem')[0]).toHaveTextContent('26 → 30 fecha sin registrarSin registrar');
    expect(within(region).getByRole('link', { name: /Registrar en Cambios de meta/ })).toHaveAttribute(
      'href',
      'https://aci.example/Lists/TargetChanges/AllItems.aspx'
    );
    await userEvent.setup().click(within(region).getByRole('button', { name: 'Revisar las versiones de la fila' }));
    await waitFor(() =>
      expect(within(region).getAllByRole('listitem')[0]).toHaveTextContent('26 → 30 20 sept 2023 · PlaneaciónSin registrar')
    );
    expect(within(region).getByRole('status')).toHaveTextContent('Las versiones de la fila muestran cambios sin registrar.');
  });

  it('says so when the versions show nothing else, or cannot be read', async () => {
    const services = inMemoryServices();
    services.failNext('plan.readTargetVersions', new AppError('noAccess', { status: 403 }));
    await show('OE1-OT4-R1', { services });
    const region = await targets();
    const user = userEvent.setup();
    await user.click(within(region).getByRole('button', { name: /Revisar las versiones/ }));
    expect(await within(region).findByRole('alert')).toHaveTextContent('No tienes acceso a esta información.');
    await user.click(within(region).getByRole('button', { name: /Revisar las versiones/ }));
    expect(await within(region).findByText('Las versiones de la fila no muestran otros cambios.')).toBeVisible();
  });

  it('is not there where there is no figure to change', async () => {
    await show('OE1-OT1-R1');
    await chart();
    expect(screen.queryByRole('region', { name: 'Cambios de meta' })).toBeNull();
  });
});
