import { screen, waitFor, within } from '@testing-library/react';
import { AppError } from '../../../src/application';
import type { KeyResult, Problem } from '../../../src/domain';
import { inMemoryServices } from '../../support/in-memory-services';
import type { InMemoryServices } from '../../support/in-memory-services';
import { words } from '../support/render-app';
import { openMaintenance } from './open-maintenance';
import type { Maintenance } from './open-maintenance';

function keyResult(services: InMemoryServices, code: string): KeyResult {
  const found = services.data.keyResults.find((one) => one.code === code);
  if (!found) throw new Error(code);
  return found;
}

/** Rows as a planner's hand may have left them: a text for a number, a code twice, spaces around two codes. */
function spoilt(): InMemoryServices {
  const services = inMemoryServices({ user: 'planeacion' });
  const { data, upkeep } = services;
  const [target, twin] = ['OE1-OT2-R5', 'OE2-OT1-R4'].map((code) => keyResult(services, code));
  upkeep.cells[`KeyResults/${target.id}`] = { Target: '45 millones' };
  for (const code of ['OE3-OT2-R4', 'OE4-OT2-R1']) upkeep.cells[`KeyResults/${keyResult(services, code).id}`] = { Code: `${code} ` };
  upkeep.rows.push({
    list: 'KeyResults', id: 83, author: null, cells: { Title: 'Otra red', Code: twin.code, Key0: '2021-2023/otra', Processes: [1], Active: true, Weight: 1 }
  });
  const problem: Problem = {
    kind: 'notANumber', list: 'KeyResults', rowId: target.id, row: target.code, column: 'Target', found: '45 millones', severity: 'warning'
  };
  data.problems = [problem, { ...problem, kind: 'duplicateCode', rowId: 83, row: twin.code, column: 'Code', found: twin.code, severity: 'error' }];
  return services;
}

const section = (): Promise<HTMLElement> => screen.findByRole('region', { name: 'Calidad de los datos' });

async function opened(services = spoilt()): Promise<Maintenance & { region: HTMLElement }> {
  const maintenance = await openMaintenance('2021-2023/mantenimiento', services);
  const region = await section();
  await within(region).findByText(/problemas?;|No encontramos/);
  return { ...maintenance, region };
}

function findingOf(region: HTMLElement, text: string | RegExp): HTMLElement {
  const row = within(region).getByText(text).closest('tr');
  if (!row) throw new Error(`no row ${String(text)}`);
  return row;
}

describe('data quality', () => {
  test('what changes figures comes first, counted in the head, thirteen of a kind as one', async () => {
    const { region, services } = await opened();
    expect(within(region).getByText('8 problemas; 2 cambian cifras.')).toBeVisible();
    const rows = within(region).getAllByRole('row').slice(1);
    expect(words(rows[0])).toMatch(/^Meta dice «45 millones» y debe ser un número/);
    expect(words(rows[0])).toContain('Meta: «45 millones»→Reparado: Meta: 45');
    expect(within(rows[0]).getByRole('link', { name: /OE1-OT2-R5 · Resultados clave, fila \d+/ })).toHaveAttribute(
      'href', services.links.row('KeyResults', keyResult(services, 'OE1-OT2-R5').id)
    );
    expect(words(findingOf(region, '13 resultados clave sin proceso responsable'))).toContain('Asignar responsables');
  });

  test('the plan is read in one request, and the rows in another', async () => {
    const { services } = await opened();
    expect(services.requests.filter((one) => one === 'plan.readWorkspace' || one === 'quality.readFacts')).toEqual(
      ['plan.readWorkspace', 'quality.readFacts']
    );
  });

  test('a mend writes the row, moves the plan and can be taken back', async () => {
    const { region, services, user } = await opened();
    await user.click(within(findingOf(region, /^Meta dice/)).getByRole('button', { name: /Reparar/ }));
    await waitFor(() => expect(keyResult(services, 'OE1-OT2-R5').target).toBe(45));
    await waitFor(() => expect(within(region).queryByText(/45 millones/)).toBeNull());
    expect(await screen.findByText(/^Reparado: Meta dice/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Deshacer' }));
    expect(await screen.findByText('Quedó como estaba.')).toBeVisible();
    expect(services.upkeep.cells[`KeyResults/${keyResult(services, 'OE1-OT2-R5').id}`].Target).toBe('45 millones');
  });

  test('a row that somebody changed meanwhile is left alone, said, and shown anew', async () => {
    const { region, services, user } = await opened();
    const { id } = keyResult(services, 'OE3-OT2-R4');
    services.upkeep.cells[`KeyResults/${id}`] = { Code: ' OE3-OT2-R4' };
    await user.click(within(findingOf(region, /Código: «OE3-OT2-R4␣»/)).getByRole('button', { name: /Reparar/ }));
    expect(words(await within(region).findByRole('alert'))).toContain('alguien la cambió mientras la veías. No se tocó; ahora dice Código: «␣OE3-OT2-R4».');
    expect(await within(region).findByText(/Código: «␣OE3-OT2-R4»/, { selector: 'del' })).toBeVisible();
    expect(services.upkeep.cells[`KeyResults/${id}`].Code).toBe(' OE3-OT2-R4');
  });

  test('all of form are mended together, after showing how they will read', async () => {
    const { region, services, user } = await opened();
    await user.click(within(region).getByRole('button', { name: 'Reparar los 2 de forma' }));
    const dialog = screen.getByRole('dialog', { name: 'Reparar 2 problemas de forma' });
    expect(words(dialog)).toContain('Código: «OE4-OT2-R1␣»→Código: «OE4-OT2-R1»');
    await user.click(within(dialog).getByRole('button', { name: 'Reparar los 2 de forma' }));
    expect(await screen.findByText('Se repararon 2 problemas de forma.')).toBeVisible();
    expect(within(region).queryByText('Espacios de más en el código')).toBeNull();
    expect(services.requests.filter((one) => one === 'rows.mend')).toHaveLength(1);
  });

  test('of two rows with one code somebody chooses; the other goes on inactive under a free one', async () => {
    const { region, services, user } = await opened();
    await user.click(within(region).getByRole('button', { name: /Comparar/ }));
    const dialog = screen.getByRole('dialog', { name: 'Filas con el código OE2-OT1-R4' });
    expect(within(dialog).getByRole('button', { name: 'Dejar esta fila' })).toHaveAttribute('aria-disabled', 'true');
    const { id } = keyResult(services, 'OE2-OT1-R4');
    await user.click(within(dialog).getByRole('radio', { name: `Se queda la fila ${id}` }));
    expect(words(dialog)).toContain('La fila 83 pasa a OE2-OT1-R7 y queda inactiva.');
    await user.click(within(dialog).getByRole('button', { name: `Dejar la fila ${id}` }));
    expect(await screen.findByText(`La fila ${id} se queda con el código.`)).toBeVisible();
    expect(services.upkeep.cells['KeyResults/83']).toEqual({ Code: 'OE2-OT1-R7', Key0: '2021-2023/OE2-OT1-R7', Active: false });
  });

  test('links are looked at when asked for; those that lead nowhere join the list', async () => {
    const services = inMemoryServices({ user: 'planeacion' });
    const report = services.data.checkIns.find(({ quarter, evidence }) => quarter === '2023-T3' && evidence.length > 0);
    if (!report) throw new Error('no evidence in the sample');
    services.upkeep.gone.add(report.evidence[0].url);
    const { region, user } = await opened(services);
    expect(services.requests).not.toContain('operativePlans.lookUp');
    await user.click(within(region).getByRole('button', { name: /^Revisar los \d+ enlaces$/ }));
    expect(await within(region).findByText(/^1 de \d+ enlaces lleva a un documento que ya no existe/)).toBeVisible();
    expect(words(findingOf(region, 'La evidencia ya no existe en SIGACI'))).toContain('Puede confundir');
  });

  test('filters and groups', async () => {
    const { region, user } = await opened();
    await user.click(within(region).getByRole('button', { name: /^Forma/ }));
    expect(within(region).getAllByRole('row')).toHaveLength(3);
    await user.click(within(region).getByRole('button', { name: /^Forma/ }));
    await user.selectOptions(within(region).getByRole('combobox', { name: 'Agrupar' }), 'Por problema');
    expect(within(region).getByRole('rowheader', { name: /^Espacios de más en el código 2 problemas/ })).toBeVisible();
  });

  test('says so when there is nothing to mend', async () => {
    const services = inMemoryServices({ user: 'planeacion' });
    services.data.keyResults = services.data.keyResults.filter(({ code }) => code === 'OE1-OT2-R5');
    services.data.tacticalObjectives = services.data.tacticalObjectives.filter(({ code }) => code === 'OE1-OT2');
    services.data.strategicObjectives = services.data.strategicObjectives.filter(({ code }) => code === 'OE1');
    services.data.checkIns = [];
    services.data.targetChanges = [];
    const { region } = await opened(services);
    expect(within(region).getByText('No encontramos problemas en los datos del plan.')).toBeVisible();
  });

  test('an error of the reading is told, with a way to try again', async () => {
    const services = spoilt();
    services.failNext('quality.readFacts', new AppError('columnMissing', { list: 'KeyResults', column: 'Weight' }));
    const { user } = await openMaintenance('2021-2023/mantenimiento', services);
    const region = await section();
    expect(await within(region).findByText(/La columna Peso de Resultados clave no está/)).toBeVisible();
    await user.click(within(region).getByRole('button', { name: 'Reintentar' }));
    expect(await within(region).findByText(/8 problemas/)).toBeVisible();
  });

  test('a pause that SharePoint asks for is waited for, and the row is mended by itself', async () => {
    const { region, services, user } = await opened();
    services.failNext('rows.mend', new AppError('throttled', { retryAfterSeconds: 1 }));
    await user.click(within(findingOf(region, /^Meta dice/)).getByRole('button', { name: /Repar/ }));
    expect(await screen.findAllByText('SharePoint pidió una pausa. Reintento en 1 s.')).toHaveLength(2);
    await waitFor(() => expect(keyResult(services, 'OE1-OT2-R5').target).toBe(45), { timeout: 5000 });
    expect(await screen.findByText(/^Reparado: Meta dice/)).toBeVisible();
    expect(screen.queryByText(/pidió una pausa/)).toBeNull();
  });

  test('whoever will not wait is told what was not mended, and can mend again', async () => {
    const { region, services, user } = await opened();
    services.failNext('rows.mend', new AppError('throttled', { retryAfterSeconds: 60 }));
    await user.click(within(findingOf(region, /^Meta dice/)).getByRole('button', { name: /Repar/ }));
    await user.click(await within(region).findByRole('button', { name: 'No reintentar' }));
    expect(words(await within(region).findByRole('alert'))).toContain('no se pudo reparar');
    await user.click(within(findingOf(region, /^Meta dice/)).getByRole('button', { name: /Reparar/ }));
    await waitFor(() => expect(keyResult(services, 'OE1-OT2-R5').target).toBe(45));
    await waitFor(() => expect(within(region).queryByRole('alert')).toBeNull());
  });

  test('a mend that gets no answer is told, and nothing is said to be done', async () => {
    const { region, services, user } = await opened();
    services.failNext('rows.mend', new AppError('offline'));
    await user.click(within(findingOf(region, /^Meta dice/)).getByRole('button', { name: /Reparar/ }));
    expect(words(await within(region).findByRole('alert'))).toContain('no se pudo reparar');
    expect(screen.queryByRole('button', { name: 'Deshacer' })).toBeNull();
  });
});

describe('a target changed in the list without its history', () => {
  const CODE = 'OE1-OT2-R5';

  function changedByHand(): InMemoryServices {
    const services = inMemoryServices({ user: 'planeacion' });
    const { data, user } = services;
    data.keyResults = data.keyResults.map((one) => (one.code === CODE ? { ...one, target: 40 } : one));
    data.targetChanges = [...data.targetChanges, {
      id: 900, keyResult: CODE, oldTarget: 20, newTarget: 30, reason: 'Comité.', effectiveOn: '2022-03-01', author: user
    }];
    data.targetVersions = {
      ...data.targetVersions,
      [CODE]: [
        { version: '3.0', target: 40, changedOn: '2023-09-12T15:00:00Z', author: user },
        { version: '2.0', target: 30, changedOn: '2022-03-01T15:00:00Z', author: user },
        { version: '1.0', target: 20, changedOn: '2021-01-04T15:00:00Z', author: user }
      ]
    };
    return services;
  }
  const TITLE = 'La meta cambió y Cambios de meta no lo cuenta';
  const ofDay = (services: InMemoryServices): number => services.data.targetChanges.filter(({ effectiveOn }) => effectiveOn === '2023-09-12').length;

  test('gets its row here, with a reason, and the row can be taken back', async () => {
    const { region, services, user } = await opened(changedByHand());
    await user.click(within(findingOf(region, TITLE)).getByRole('button', { name: `Escribir el cambio ${CODE}` }));
    const dialog = await screen.findByRole('dialog', { name: 'Escribir el cambio' });
    expect(await within(dialog).findByText(/^30 → 40/)).toBeVisible();
    expect(words(dialog)).toContain('12 sept 2023');
    await user.type(within(dialog).getByRole('textbox', { name: 'Motivo' }), 'Comité de septiembre.');
    await user.click(within(dialog).getByRole('button', { name: 'Guardar cambio' }));
    await waitFor(() => expect(services.data.targetChanges).toContainEqual(expect.objectContaining({
      keyResult: CODE, oldTarget: 30, newTarget: 40, effectiveOn: '2023-09-12', reason: 'Comité de septiembre.'
    })));
    await waitFor(() => expect(within(region).queryByText(TITLE)).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Deshacer' }));
    expect(await screen.findByText('Quedó como estaba.')).toBeVisible();
    expect(ofDay(services)).toBe(0);
    expect(await within(region).findByText(TITLE)).toBeVisible();
  });

  test('without a version that tells the day leads to the list; a change that was interrupted, to the result', async () => {
    const services = changedByHand();
    services.data.targetVersions = {};
    const { region, user } = await opened(services);
    await user.click(within(findingOf(region, TITLE)).getByRole('button', { name: /Escribir el cambio/ }));
    expect(await screen.findByText(/ya no guarda la versión/)).toBeVisible();
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Cerrar' }));
    services.data.targetChanges = services.data.targetChanges.map((one) => (one.id === 900 ? { ...one, oldTarget: 40 } : one));
    await user.click(within(findingOf(region, TITLE)).getByRole('button', { name: /Escribir el cambio/ }));
    expect(await screen.findByRole('link', { name: 'Abrir el resultado' })).toHaveAttribute('href', expect.stringContaining(`2021-2023/kr/${CODE}`));
  });
});
