import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readTexts } from '../../../config/tasks/loc';
import * as spanish from '../../../src/ui/formatting';

const NBSP = '\u00a0';

/** The same functions as a page in English has them. */
function inEnglish(): typeof spanish {
  const file = resolve(__dirname, '../../../src/loc/en-us.js');
  let module: typeof spanish | null = null;
  jest.isolateModules(() => {
    jest.doMock('SigaciStrings', () => readTexts(readFileSync(file, 'utf8'), file));
    module = jest.requireActual<typeof spanish>('../../../src/ui/formatting');
  });
  jest.dontMock('SigaciStrings');
  if (!module) throw new Error('not loaded');
  return module;
}

describe('numbers, in Spanish of Colombia', () => {
  it.each([
    [1234.5, '1.234,5'], [12345678, '12.345.678'], [0.1 + 0.2, '0,3'], [-0.0001, '0'], [22.286, '22,286'], [-7, '-7']
  ])('%d is written %s', (value, text) => expect(spanish.formatNumber(value)).toBe(text));

  it.each([[0.74, '74'], [1.43, '143'], [0, '0'], [1, '100'], [0.996, '99'], [0.565, '57'], [-0.1, '-10']])(
    'the share %d is written %s with a hard space before the sign', (share, text) => expect(spanish.formatPercent(share)).toBe(`${text}${NBSP}%`)
  );

  it('keeps a city figure\'s one decimal', () => expect(spanish.formatPercent(0.3052, 1)).toBe(`30,5${NBSP}%`));

  it.each([
    [30, 'USD millones', `USD${NBSP}30${NBSP}millones`], [10, '%', `10${NBSP}%`], [15, 'eventos', '15 eventos'], [7, '', '7'], [1000, 'COP', `COP${NBSP}1.000`],
    [1, 'eventos', '1 evento'], [-1, 'organizaciones', '-1 organización'], [1, 'acciones de cooperación', '1 acción de cooperación'], [1, 'redes', '1 red'],
    [1, 'planes', '1 plan'], [1, 'aportes', '1 aporte'], [1, 'empresas', '1 empresa'], [1, 'ciudades', '1 ciudad'], [1, 'veces', '1 vez'],
    [1, 'USD millones', `USD${NBSP}1${NBSP}millón`], [1, 'PYMES', '1 PYMES'], [1, 'países', '1 países'], [1, 'plan', '1 plan'],
    [1, 'herramientas/productos', '1 herramientas/productos'], [1, 'tesis', '1 tesis']
  ])('%d in «%s» is %s', (value, unit, text) => expect(spanish.formatAmount(value, unit)).toBe(text));
});

describe('dates, in Bogotá', () => {
  it('writes a calendar day as it is, whatever the machine\'s zone', () => {
    expect(spanish.formatDay('2023-10-03')).toBe('3 oct 2023');
    expect(spanish.formatDay('2023-01-01')).toBe('1 ene 2023');
  });

  it('writes a moment as Bogotá\'s clocks have it', () => {
    expect(spanish.formatDay('2023-10-04T03:30:00Z')).toBe('3 oct 2023');
    expect(spanish.formatTime('2023-10-05T15:42:00Z')).toBe('10:42');
    expect(spanish.formatTime('2023-10-05T05:05:00Z')).toBe('00:05');
  });

  it('writes days as one says them', () => {
    expect(spanish.formatDayMonth('2024-01-10')).toBe('10 de enero');
    expect(spanish.formatWeekday('2023-10-10')).toBe('martes 10 de octubre');
  });

  it('says how long ago', () => {
    const now = new Date('2023-10-05T15:42:00Z');
    expect(spanish.formatAgo('2023-10-05T15:41:40Z', now)).toBe('hace un momento');
    expect(spanish.formatAgo('2023-10-05T15:40:00Z', now)).toBe('hace 2 min');
    expect(spanish.formatAgo('2023-10-05T13:00:00Z', now)).toBe('a las 08:00');
    expect(spanish.formatAgo('2023-10-03T13:00:00Z', now)).toBe('el 3 oct 2023, 08:00');
    expect(spanish.formatMoment('2023-10-03T13:00:00Z', now)).toBe('3 oct 2023, 08:00');
  });
});

describe('texts', () => {
  it('fills placeholders, formats numbers, leaves what it has no value for', () => {
    expect(spanish.text('{a} de {b}, {c}', { a: 1234.5, b: 'x' })).toBe('1.234,5 de x, {c}');
  });

  it('chooses between one and several', () => {
    expect(spanish.plural('Queda {n} día|Quedan {n} días', 1)).toBe('Queda 1 día');
    expect(spanish.plural('Queda {n} día|Quedan {n} días', 0)).toBe('Quedan 0 días');
  });
});

describe('in English', () => {
  it('everything is written as there', () => {
    const english = inEnglish();
    expect(english.formatNumber(1234.5)).toBe('1,234.5');
    expect(english.formatPercent(0.74)).toBe('74%');
    expect(english.formatDay('2023-10-03')).toBe('Oct 3, 2023');
    expect(english.formatWeekday('2023-10-10')).toBe('Tuesday, October 10');
    expect(english.formatAmount(30, 'USD millones')).toBe(`USD${NBSP}30${NBSP}millones`);
  });
});
