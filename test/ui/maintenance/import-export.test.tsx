import * as React from 'react';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AppError } from '../../../src/application';
import type { OutSheet } from '../../../src/application/workbook';
import { MaintenanceApp } from '../../../src/ui/features/maintenance';
import type { HostBridge } from '../../../src/ui/host';
import { readXlsx } from '../../../src/ui/workbook/read-xlsx';
import { writeXlsx } from '../../../src/ui/workbook/write-xlsx';
import { inMemoryServices } from '../../support/in-memory-services';
import type { InMemoryServices } from '../../support/in-memory-services';
import { bytesOf } from '../support/workbook-file';

const downloads: { name: string; blob: Blob }[] = [];

beforeEach(() => {
  downloads.length = 0;
  let last: Blob | null = null;
  URL.createObjectURL = (blob: Blob | MediaSource) => {
    last = blob as Blob;
    return 'blob:x';
  };
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    if (last) downloads.push({ name: this.download, blob: last });
  });
});
afterEach(() => jest.restoreAllMocks());

function open(services: InMemoryServices = inMemoryServices({ user: 'planeacion' })) {
  window.history.replaceState(null, '', '/?okr=2021-2023/mantenimiento/importar-exportar');
  const host: HostBridge = { kind: 'sharepoint', shareLink: text => text, openInBrowser: () => undefined };
  render(<MaintenanceApp services={services} theme={{}} host={host} initialRoute={null} />);
  return { services, user: userEvent.setup({ applyAccept: false }) };
}

const COLUMNS = ['Código', 'Objetivo táctico', 'Resultado clave', 'Procesos', 'Meta'].map(header => ({ header, width: 10 }));

async function file(rows: OutSheet['rows'], name = 'plan.xlsx'): Promise<File> {
  const bytes = await writeXlsx([{ name: 'Resultados clave', columns: COLUMNS, rows }]);
  return new File([bytes], name);
}

const GOOD = ['OE1-OT1-R50', 'OE1-OT1', 'Abrir dos oficinas', 'COOP', 2];
const BAD = ['OE1-OT1-R51', 'OE1-OT1', 'Movilizar', 'COP', '30 millones'];

test('a file is shown row by row, and only what is confirmed is written', async () => {
  const { services, user } = open();
  await user.upload(await screen.findByLabelText('Elige un archivo'), await file([GOOD, BAD]));
  expect(await screen.findByRole('heading', { name: 'Qué cambia con plan.xlsx' })).toHaveFocus();
  const refused = screen.getByRole('row', { name: /OE1-OT1-R51/ });
  expect(refused).toHaveTextContent('Meta dice «30 millones». Escribe solo el número (30) y pon la unidad en su columna.');
  expect(refused).toHaveTextContent('Procesos dice «COP», que no existe. ¿Es «COM»?');
  expect(within(refused).queryByRole('checkbox')).toBeNull();
  expect(services.data.keyResults).toHaveLength(79);
  await user.click(screen.getByRole('button', { name: 'Escribir 1 fila' }));
  expect(screen.getByRole('dialog', { hidden: true })).toHaveTextContent('Se crea 1 fila. Los reportes quedan a tu nombre.');
  await user.click(within(screen.getByRole('dialog', { hidden: true })).getByRole('button', { name: 'Escribir 1 fila', hidden: true }));
  const outcome = await screen.findByText(/1 fila creada\./);
  expect(document.activeElement).toContainElement(outcome);
  expect(services.data.keyResults.find(({ code }) => code === 'OE1-OT1-R50')).toMatchObject({ title: 'Abrir dos oficinas', target: 2, processes: ['COOP'] });
  await user.click(screen.getByRole('button', { name: 'Descargar informe' }));
  await waitFor(() => expect(downloads).toHaveLength(1));
  const [report] = await readXlsx(await bytesOf(downloads[0].blob));
  expect(report.rows.slice(1).map(row => row[4])).toEqual(['Creada', 'Rechazada']);
});

test('filters leave the rows they name, and a row that is not taken is not written', async () => {
  const { user } = open();
  await user.upload(await screen.findByLabelText('Elige un archivo'), await file([GOOD, ['OE1-OT1-R52', 'OE1-OT1', 'Otra', 'GCI', 3], BAD]));
  await user.click(await screen.findByRole('button', { name: /^Rechazar/ }));
  expect(screen.getAllByRole('row')).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: /^Todas/ }));
  await user.click(screen.getByRole('checkbox', { name: 'Llevar OE1-OT1-R52' }));
  expect(screen.getByRole('button', { name: 'Escribir 1 fila' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'No llevar ninguna' }));
  expect(screen.getByRole('button', { name: 'Escribir 0 filas' })).toHaveAttribute('aria-disabled', 'true');
});

test('an import that is interrupted says so and goes on where it stopped', async () => {
  const { services, user } = open();
  await user.upload(await screen.findByLabelText('Elige un archivo'), await file([GOOD, ['OE1-OT1-R52', 'OE1-OT1', 'Otra', 'GCI', 3]]));
  await user.click(await screen.findByRole('button', { name: 'Escribir 2 filas' }));
  // The rows get there, the answer does not.
  services.failNext('planRows.writeRows', new AppError('offline'), 'after');
  await user.click(within(screen.getByRole('dialog', { hidden: true })).getByRole('button', { name: 'Escribir 2 filas', hidden: true }));
  expect(await screen.findByText(/La importación se detuvo/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Continuar' }));
  expect(await screen.findByText(/Importación terminada/)).toBeInTheDocument();
  expect(screen.getByText(/2 filas creadas/)).toBeInTheDocument();
  expect(services.data.keyResults).toHaveLength(81);
});

test('a pause that SharePoint asks for is waited for, and the import goes on by itself', async () => {
  const { services, user } = open();
  await user.upload(await screen.findByLabelText('Elige un archivo'), await file([GOOD]));
  await user.click(await screen.findByRole('button', { name: 'Escribir 1 fila' }));
  services.failNext('planRows.writeRows', new AppError('throttled', { retryAfterSeconds: 1 }));
  await user.click(within(screen.getByRole('dialog', { hidden: true })).getByRole('button', { name: 'Escribir 1 fila', hidden: true }));
  expect(await screen.findAllByText('SharePoint pidió una pausa. Reintento en 1 s.')).toHaveLength(2);
  expect(await screen.findByText(/Importación terminada/, undefined, { timeout: 5000 })).toBeInTheDocument();
  expect(services.data.keyResults).toHaveLength(80);
});

test.each([
  ['foto.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), /no es un libro de Excel/],
  ['viejo.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), /es de un Excel antiguo/],
  ['roto.xlsx', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 9, 9, 9]), /está dañado/],
  ['nada.csv', new Uint8Array(), /está vacío/]
])('%s cannot be read, and it is said what to do', async (name, bytes, said) => {
  const { user } = open();
  await user.upload(await screen.findByLabelText('Elige un archivo'), new File([bytes], name));
  expect(await screen.findByRole('alert')).toHaveTextContent(said);
});

test('everything is exported, and the file imports back without a change', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Exportar a Excel' }));
  expect(await screen.findByText(/Se descargó/)).toBeInTheDocument();
  await user.upload(screen.getByLabelText('Elige un archivo'), new File([await bytesOf(downloads[0].blob)], 'exportado.xlsx'));
  expect(await screen.findByText('Todo está igual que en el sitio. No hay nada que escribir.', undefined, { timeout: 20000 })).toBeInTheDocument();
}, 60000);

test('the template has the lists’ headings and says how to fill it', async () => {
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Descargar plantilla' }));
  await waitFor(() => expect(downloads).toHaveLength(1));
  const sheets = await readXlsx(await bytesOf(downloads[0].blob));
  expect(sheets.map(({ name }) => name)).toEqual([
    'Instrucciones', 'Procesos', 'Objetivos estratégicos', 'Objetivos tácticos', 'Resultados clave', 'Metas programadas', 'Reportes de avance', 'Decisiones'
  ]);
  expect(sheets[4].rows[0]).toEqual(expect.arrayContaining(['Código *', 'Objetivo táctico *', 'Meta']));
});

test('a template that could not be made says so, and the next try goes on', async () => {
  const { user } = open();
  const working = URL.createObjectURL;
  URL.createObjectURL = () => {
    throw new Error('no room');
  };
  await user.click(await screen.findByRole('button', { name: 'Descargar plantilla' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('No se pudo crear el archivo. Inténtalo de nuevo.');
  URL.createObjectURL = working;
  await user.click(screen.getByRole('button', { name: 'Descargar plantilla' }));
  await waitFor(() => expect(downloads.map(({ name }) => name)).toEqual(['Plantilla del plan 2021-2023.xlsx']));
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a new period is filled in, shown, made and opened; the header leads back', async () => {
  const { services, user } = open();
  await user.click(await screen.findByRole('button', { name: 'Empezar un periodo' }));
  expect(screen.getByLabelText('Código')).toHaveValue('2024-2027');
  await user.clear(screen.getByLabelText('Código'));
  await user.click(screen.getByRole('button', { name: 'Ver cómo queda' }));
  expect(screen.getByText('Escribe el código.')).toBeInTheDocument();
  expect(screen.getByLabelText('Código')).toHaveFocus();
  await user.type(screen.getByLabelText('Código'), '2024-2027');
  await user.click(screen.getByRole('button', { name: 'Ver cómo queda' }));
  await user.click(await screen.findByRole('button', { name: /^Escribir \d+ filas$/ }));
  await user.click(within(screen.getByRole('dialog', { hidden: true })).getByRole('button', { name: /^Escribir/, hidden: true }));
  await user.click(await screen.findByRole('button', { name: 'Abrir 2024-2027' }));
  await waitFor(() => expect(window.location.search).toContain('2024-2027/matriz'));
  expect(services.data.otherPlans[0]).toMatchObject({ plan: { code: '2024-2027' }, checkIns: [] });
  const plan = await screen.findByRole('combobox', { name: 'Plan' });
  await waitFor(() => expect(plan).toHaveValue('2024-2027'));
  await user.selectOptions(plan, '2021-2023');
  await waitFor(() => expect(window.location.search).toContain('2021-2023/matriz'));
});
