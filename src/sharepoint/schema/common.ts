import type { ListName } from '../../domain/problems';
import type { ChoiceColumn, LookupColumn, NumberColumn, TextColumn } from './columns';
import { pill } from './formatting/elements';

/** Codes of the quarters of the plan that this version is delivered with; planners add those of later plans to the columns' choices. */
export const QUARTER_CODES = [2021, 2022, 2023].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-T${quarter}`));

/** The processes of the plan's matrix; they only name views. */
export const PROCESS_CODES = ['GCI', 'CI', 'RLeI', 'COM', 'ADM', 'COOP', 'INV'] as const;

/** `2021-2023/OE1-OT2`: unique in the site, over plans. */
export function keyColumn(holds: string): TextColumn & { readonly unique: true } {
  return {
    type: 'Text', title: 'Clave', maxLength: 80, unique: true, required: true,
    description: `${holds}. No se repite en la lista. Si cambias el código, cambia también la clave.`
  };
}

/** Made by the application for every row it adds, so that a request sent again after a lost answer doubles nothing. Rows made by hand have none. */
export function clientKeyColumn(row: string): TextColumn & { readonly unique: true } {
  return {
    type: 'Text', title: 'Clave de la aplicación', maxLength: 64, unique: true,
    description: `La escribe la aplicación para que un reintento no duplique ${row}. No la cambies.`
  };
}

/** Choices, not a lookup, so that one filter on an indexed column finds a quarter's rows without knowing ids. */
export function quarterColumn(description: string): ChoiceColumn & { readonly indexed: true } {
  return { type: 'Choice', title: 'Trimestre', description, choices: QUARTER_CODES, indexed: true, required: true };
}

/** A lookup whose row must not vanish under this one. */
export function restrictedLookup(
  title: string, description: string, list: ListName, show: string
): LookupColumn & { readonly restrictDelete: true } {
  return { type: 'Lookup', title, description, list, show, restrictDelete: true, required: true };
}

export const weightColumn: NumberColumn = {
  type: 'Number', title: 'Peso', min: 0, default: 1,
  allowed: { comparison: '>=0', message: 'El peso no puede ser negativo. Escribe 0 para dejarlo fuera del promedio.' },
  description: 'Cuánto pesa en el promedio de su objetivo. 1 si todos pesan igual; 0 lo deja fuera.'
};

/** What a choice's values look like wherever they are shown. */
export const CONFIDENCE = pill([
  { value: 'Alta', word: 'Alta', shape: '▮▮▮', tone: 'neutral' }, { value: 'Media', word: 'Media', shape: '▮▮▯', tone: 'neutral' },
  { value: 'Baja', word: 'Baja', shape: '▮▯▯', tone: 'neutral' }
]);

export const orderColumn: NumberColumn = {
  type: 'Number', title: 'Orden', min: 0, decimals: 0, description: 'Lugar en el que se muestra, de menor a mayor.'
};
