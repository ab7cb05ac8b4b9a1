import { screen, waitFor, within } from '@testing-library/react';
import { inMemoryServices } from '../../support/in-memory-services';
import { confidence, fillWords, narrative, nextStep, obstacles, openPanel, preview, said, saveButton, value, write } from './panel-frame';

describe('a contribution', () => {
  it('says what is asked, for whom, and until when', async () => {
    await openPanel({ keyResult: 'OE1-OT2-R5' });
    const panel = screen.getByRole('dialog', { name: 'OE1-OT2-R5 · 2023-T3 · COOP Reportar avance' });
    expect(within(panel).getByText('Gestionar un monto de cooperación técnica o financiera por USD 30 millones.')).toBeVisible();
    expect(within(panel).getByText(
      'Suma de aportes: escribe solo lo nuevo de este trimestre. CI, RLeI, ADM y COOP aportan a la misma cifra.'
    )).toBeVisible();
    expect(value()).toHaveAccessibleName('¿Cuánto aportas en 2023-T3?');
    expect(value()).toHaveAccessibleDescription('USD millones Decimales con coma.');
    expect(value()).toHaveFocus();
    expect(value()).toHaveAttribute('inputmode', 'decimal');
    expect(within(panel).getByText('La ventana cierra el 10 de octubre. Quedan 5 días.')).toBeVisible();
  });

  it('shows before, after and the target while typing', async () => {
    const { user } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    expect(said(preview())).toContain('Llevan 19,9+Aportas —=Quedan en 19,9deMeta 30');
    expect(within(preview()).getByText('En riesgo')).toBeVisible();
    await user.type(value(), '2,386');
    expect(said(preview())).toContain('Llevan 19,9+Aportas 2,386=Quedan en 22,286deMeta 30');
    expect(said(preview())).toContain('66 % → 74 % de USD 30 millones · esperado 92 %');
    expect(within(preview()).getByText('Sigue en riesgo')).toBeVisible();
    expect(within(preview()).getByRole('img')).toHaveAccessibleName(/^Avance 74\s%, esperado 92\s%$/);
    expect(value()).toHaveAccessibleDescription('USD millones Decimales con coma. Se lee: dos coma tres ocho seis millones de dólares.');
  });

  it('announces the outcome once the typing has stopped, and nothing on opening', async () => {
    const { user } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    const live = within(preview()).getByRole('status');
    expect(live).toHaveTextContent('');
    await user.type(value(), '9,3');
    expect(live).toHaveTextContent('');
    await waitFor(() => expect(said(live)).toBe('Quedan en 29,2 de USD 30 millones. 97 %. Pasa a En camino.'));
  });

  it('is saved with one request and folded into the figures', async () => {
    const { user, services, saved } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await user.type(value(), '2,386');
    await fillWords(user);
    await write(user, nextStep(), 'Cerrar en octubre el convenio.');
    const before = services.requests.length;
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(services.requests.slice(before)).toEqual(['checkIns.add']);
    expect(saved[0].kind).toBe('added');
    expect(saved[0].checkIn).toMatchObject({
      keyResult: 'OE1-OT2-R5', process: 'COOP', quarter: '2023-T3', value: 2.386, confidence: 'Media', narrative: 'Se firmaron dos convenios.',
      obstacles: 'La banca multilateral pidió ajustes.', nextStep: 'Cerrar en octubre el convenio.', reportedOn: services.now().toISOString()
    });
    expect(saved[0].workspace.checkIns).toContainEqual(saved[0].checkIn);
    expect(services.data.checkIns.filter(({ clientKey }) => clientKey === saved[0].checkIn.clientKey)).toHaveLength(1);
  });

  it('of the year counts in the year alone', async () => {
    const { user } = await openPanel({ keyResult: 'OE3-OT1-R1', as: 'com' });
    expect(screen.getByText(/La cuenta empieza de cero cada enero/)).toBeVisible();
    await user.type(value(), '3');
    expect(said(preview())).toContain('Llevan 9+Aportas 3=Quedan en 12deMeta 15');
  });

  it('says that there is one already, and leads to its correction', async () => {
    const { user } = await openPanel({ keyResult: 'OE1-OT4-R1' });
    expect(screen.getByText('COOP ya aportó 1 en 2023-T3 (3 oct 2023). Lo que escribas ahora se suma.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Corregir ese reporte' }));
    expect(screen.getByRole('dialog', { name: /Corregir reporte/ })).toBeVisible();
    expect(value()).toHaveValue('1');
  });
});

describe('the other measures', () => {
  it('a reading is the whole figure', async () => {
    const { user, saved } = await openPanel({ keyResult: 'OE3-OT4-R5', as: 'com' });
    expect(value()).toHaveAccessibleName('¿En cuánto va al cierre de 2023-T3?');
    expect(screen.getByText('Última lectura: escribe la cifra completa, no lo que cambió. Reemplaza a la anterior.')).toBeVisible();
    await user.type(value(), '57,5');
    expect(said(preview())).toContain('Iba en 52 %→Queda en 57,5 %deMeta 60 %');
    expect(value()).toHaveAccessibleDescription('% Decimales con coma. Se lee: cincuenta y siete coma cinco por ciento.');
    await fillWords(user);
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].checkIn).toMatchObject({ value: 57.5, stagesDone: [] });
  });

  it('a limit says inside or outside', async () => {
    const { user } = await openPanel({ keyResult: 'OE2-OT2-R3', as: 'com' });
    expect(screen.getByText(/No debe pasar de 10\s%\./)).toBeVisible();
    await user.type(value(), '12');
    expect(said(preview())).toContain('límite 10 % · Fuera');
  });

  it('a milestone asks for its stages and keeps those finished before', async () => {
    const { user, saved } = await openPanel({ keyResult: 'OE1-OT2-R3' });
    const stages = within(screen.getByRole('group', { name: '¿Qué etapas están terminadas al cierre de 2023-T3?' })).getAllByRole('checkbox');
    expect(stages.map((stage) => (stage as HTMLInputElement).checked)).toEqual([true, true, false, false]);
    expect(stages[0]).toHaveFocus();
    await user.click(stages[2]);
    expect(said(preview())).toMatch(/Iba en 2 de 4.*Queda en 3 de 4/);
    await user.click(stages[0]);
    expect(screen.getByText('Quitaste una etapa que ya contaba como terminada: el avance baja.')).toBeVisible();
    await user.click(stages[0]);
    expect(screen.queryByText(/Quitaste una etapa/)).toBeNull();
    await fillWords(user);
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].checkIn).toMatchObject({ value: null, stagesDone: [1, 2, 3] });
  });

  it('a single delivery is a single box', async () => {
    const { user } = await openPanel({ keyResult: 'OE1-OT3-R2' });
    const box = within(screen.getByRole('group', { name: '¿Está entregado al cierre de 2023-T3?' })).getByRole('checkbox');
    expect(said(preview())).toMatch(/Iba en Sin entregar/);
    await user.click(box);
    expect(said(preview())).toMatch(/Queda en Entregado/);
    expect(within(preview()).getByText('Pasa a Cumplido')).toBeVisible();
  });

  it('a scale asks for a level', async () => {
    const { user, saved } = await openPanel({ keyResult: 'OE3-OT4-R2', as: 'com' });
    const levels = screen.getByRole('radiogroup', { name: '¿En qué nivel está al cierre de 2023-T3?' });
    expect(within(levels).getAllByRole('radio').some((level) => (level as HTMLInputElement).checked)).toBe(false);
    await fillWords(user);
    await user.click(saveButton());
    expect(levels).toHaveAccessibleDescription('Elige un nivel.');
    expect(levels).toBeInvalid();
    expect(within(levels).getAllByRole('radio')[0]).toHaveFocus();
    await user.click(within(levels).getAllByRole('radio')[0]);
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].checkIn.value).toBe(4);
  });

  it('without levels or stages in the plan it is words alone', async () => {
    const { user, saved } = await openPanel({ keyResult: 'OE3-OT4-R1', as: 'adm' });
    expect(screen.getByText('El plan todavía no describe niveles para este resultado: cuenta en palabras cómo va.')).toBeVisible();
    expect(screen.queryByRole('textbox', { name: /¿En/ })).toBeNull();
    await user.click(confidence(/Alta/));
    await write(user, narrative(), 'Seguimos en las dos juntas.');
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].checkIn).toMatchObject({ value: null, stagesDone: [] });
  });

  it('without a target says so', async () => {
    const { user } = await openPanel({ keyResult: 'OE3-OT3-R5', as: 'gci' });
    await user.type(value(), '30');
    expect(within(preview()).getAllByText('Sin meta definida').length).toBeGreaterThan(0);
    expect(screen.getByRole('radiogroup', { name: '¿Qué tan probable es lograrlo al 31 de diciembre?' })).toBeVisible();
  });
});

describe('the number', () => {
  it.each([['1.234,5', 1234.5], ['1234,5', 1234.5], ['1.234', 1234], ['0.5', 0.5], [' 7 ', 7]])('%s is taken as %d', async (typed, meant) => {
    const { user, saved } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await user.type(value(), typed);
    await fillWords(user);
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].checkIn.value).toBe(meant);
  });

  it('that can be read in two ways is asked back with both as buttons', async () => {
    const { user, services, saved } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await user.type(value(), '1234.5');
    expect(screen.queryByRole('group', { name: '¿Cuál de los dos números es?' })).toBeNull();
    await fillWords(user);
    expect(screen.getByText('¿1234.5 es 1.234,5 o 12.345?')).toBeVisible();
    await user.click(saveButton());
    expect(value()).toHaveFocus();
    expect(value()).toBeInvalid();
    expect(services.requests).not.toContain('checkIns.add');
    await user.click(within(screen.getByRole('group', { name: '¿Cuál de los dos números es?' })).getByRole('button', { name: '1.234,5' }));
    expect(value()).toHaveValue('1234,5');
    expect(value()).toBeValid();
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].checkIn.value).toBe(1234.5);
  });

  it.each([
    ['dos', 'Escribe solo un número, con coma para los decimales: 1.234,5.'],
    ['1e9', 'Escribe solo un número, con coma para los decimales: 1.234,5.'],
    ['-3', 'Un aporte no puede ser negativo. Para bajar una cifra ya reportada, corrige ese reporte.']
  ])('%s is refused at the field', async (typed, message) => {
    const { user, services } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await user.type(value(), typed);
    await user.tab();
    expect(value()).toBeInvalid();
    expect(value().getAttribute('aria-describedby')).toBeTruthy();
    expect(value()).toHaveAccessibleDescription(expect.stringContaining(message));
    await user.click(saveButton());
    expect(value()).toHaveFocus();
    expect(services.requests).not.toContain('checkIns.add');
  });

  it('below zero is worth a second look where it is a reading', async () => {
    const { user, saved } = await openPanel({ keyResult: 'OE3-OT4-R5', as: 'com' });
    await user.type(value(), '-3');
    await fillWords(user);
    expect(screen.getByText('Es un número negativo. Revisa si es lo que quieres decir.')).toBeVisible();
    expect(value()).toBeValid();
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
  });
});

describe('what is missing', () => {
  it('is said at each field, counted in the foot, and the first takes the focus', async () => {
    const { user, services } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await user.click(saveButton());
    expect(value()).toHaveFocus();
    expect(value()).toHaveAccessibleDescription(expect.stringContaining('Escribe cuánto aportas. Si no hubo nada nuevo, escribe 0.'));
    expect(screen.getByRole('radiogroup', { name: /^¿Qué tan probable/ })).toHaveAccessibleDescription('Elige qué tan probable es.');
    expect(narrative()).toHaveAccessibleDescription('Cuenta qué se logró. Si no hubo avance, dilo también.');
    expect(screen.getByText('Revisa 3 campos.')).toBeVisible();
    expect(services.requests).not.toContain('checkIns.add');
    await user.type(value(), '1');
    expect(value()).toBeValid();
    // With a figure it shows that the result stays at risk, so what holds it up is asked for too.
    expect(obstacles()).toHaveAccessibleDescription('Cuenta qué frena el avance. Es obligatorio si el resultado está en riesgo o atrasado.');
    expect(screen.getByText(/Revisa 3 campos\./)).toBeVisible();
  });

  it('obstacles are not asked for when the result is on its way', async () => {
    const { user, saved } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await user.type(value(), '9,3');
    await user.click(confidence(/Alta/));
    await write(user, narrative(), 'Se firmó el convenio grande.');
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].checkIn.obstacles).toBe('');
  });

  it('a text that the list would cut is refused', async () => {
    const { user } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await user.click(narrative());
    await user.paste('x'.repeat(4001));
    await user.tab();
    expect(narrative()).toHaveAccessibleDescription('Es demasiado largo: caben 4.000 caracteres.');
  });
});

describe('for whom and for when', () => {
  const oneOfTwo = (): ReturnType<typeof inMemoryServices> => {
    const services = inMemoryServices({ user: 'coop' });
    const ci = services.data.processes.find(({ code }) => code === 'CI');
    if (ci) services.data.processes = services.data.processes.map((row) => (row.code === 'CI' ? { ...ci, members: [...ci.members, services.user] } : row));
    return services;
  };

  it('offers only the person’s processes that answer for the result', async () => {
    const services = oneOfTwo();
    const { user, saved } = await openPanel({ keyResult: 'OE1-OT2-R5', services, process: 'COOP' });
    const process = screen.getByRole('combobox', { name: 'Proceso' });
    expect(within(process).getAllByRole('option').map((option) => option.textContent)).toEqual(['CI', 'COOP']);
    expect(process).toHaveValue('COOP');
    await user.selectOptions(process, 'CI');
    await user.type(value(), '1');
    await fillWords(user);
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].checkIn.process).toBe('CI');
  });

  it('offers the open quarters, the earliest whose window is open first', async () => {
    const { user, saved } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    const quarter = screen.getByRole('combobox', { name: 'Trimestre' });
    expect(within(quarter).getAllByRole('option').map((option) => option.textContent)).toEqual(['2023-T3', '2023-T4']);
    expect(quarter).toHaveValue('2023-T3');
    await user.selectOptions(quarter, '2023-T4');
    expect(screen.getByText('La ventana cierra el 10 de enero. Quedan 97 días.')).toBeVisible();
    expect(value()).toHaveAccessibleName('¿Cuánto aportas en 2023-T4?');
    await user.type(value(), '1');
    await fillWords(user);
    await user.click(saveButton());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0].checkIn.quarter).toBe('2023-T4');
  });

  it('says so when the window has passed and the quarter is still open', async () => {
    const services = inMemoryServices({ user: 'coop', now: new Date('2023-10-20T15:00:00Z') });
    const { user } = await openPanel({ keyResult: 'OE1-OT2-R5', services });
    expect(screen.getByRole('combobox', { name: 'Trimestre' })).toHaveValue('2023-T4');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Trimestre' }), '2023-T3');
    expect(screen.getByText('La ventana cerró el 10 de octubre. El trimestre sigue abierto y recibe reportes.')).toBeVisible();
  });

  it('warns that a later reading stands', async () => {
    const services = inMemoryServices({ user: 'com' });
    services.data.checkIns = [...services.data.checkIns, {
      ...services.data.checkIns[0], id: 9001, keyResult: 'OE3-OT4-R5', process: 'COM', quarter: '2023-T4', value: 58, clientKey: 'later',
      reportedOn: '2023-10-04T15:00:00Z'
    }];
    const { user } = await openPanel({ keyResult: 'OE3-OT4-R5', services });
    await user.type(value(), '55');
    expect(screen.getByText('Ya hay un reporte de 2023-T4, que es posterior: la cifra de hoy sigue siendo esa.')).toBeVisible();
  });
});

describe('keyboard', () => {
  it('Ctrl+Enter saves, Enter alone does not', async () => {
    const { user, services, saved } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await user.type(value(), '1{Enter}');
    expect(within(screen.getByRole('radiogroup', { name: /^¿Qué tan probable/ })).getAllByRole('radio')[0]).toHaveFocus();
    expect(screen.queryByText(/^Revisa/)).toBeNull();
    await fillWords(user);
    expect(services.requests).not.toContain('checkIns.add');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(saved).toHaveLength(1));
  });

  it('goes through the fields in the order of the form', async () => {
    const { user } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await user.click(confidence(/Media/));
    value().focus();
    const order: string[] = [];
    for (let step = 0; step < 8; step += 1) {
      await user.tab();
      const focused = document.activeElement as HTMLElement;
      order.push((focused.getAttribute('aria-label') || focused.closest('label')?.textContent || document.querySelector(`label[for="${focused.id}"]`)?.textContent || focused.textContent) ?? '');
    }
    expect(order).toEqual([
      'MediaDepende de algo', '¿Qué se logró?', 'Obstáculos', 'Próximo paso', 'Elegir de SIGACI', 'Pegar un enlace', 'Cancelar', 'Guardar reporte'
    ]);
  });

  it('Escape closes and keeps what was typed', async () => {
    const { user, closed, reopen } = await openPanel({ keyResult: 'OE1-OT2-R5' });
    await write(user, narrative(), 'A medio escribir');
    await user.keyboard('{Escape}');
    expect(closed()).toBe(1);
    reopen();
    expect(narrative()).toHaveValue('A medio escribir');
  });
});
