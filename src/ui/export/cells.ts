import type { Cell, Sheet as SheetOf } from 'write-excel-file/universal';
import { safeText } from './safe-text';

export type { Cell, SheetData } from 'write-excel-file/universal';
export type Sheet = SheetOf<Blob>;

const DAY = 'dd/mm/yyyy';
/** Hours from Bogotá's midnight to UTC's. */
const BOGOTA_HOURS = 5;

/** A heading. */
export function headCell(text: string): Cell {
  return { value: safeText(text), type: String, fontWeight: 'bold', backgroundColor: '#E1DFDD', alignVertical: 'bottom', wrap: true };
}

/** Text that no spreadsheet takes for a formula. Empty text is an empty cell. */
export function textCell(text: string, wrap = false): Cell {
  return text === '' ? null : { value: safeText(text), type: String, wrap, alignVertical: 'top' };
}

/** A number as a number; as many decimals as it has. */
export function numberCell(value: number | null): Cell {
  return value === null ? null : { value, type: Number, alignVertical: 'top' };
}

/** A share (0.88) as a percentage. */
export function shareCell(value: number | null, decimals = 0): Cell {
  return value === null ? null : { value, type: Number, format: decimals === 0 ? '0%' : `0.${'0'.repeat(decimals)}%`, alignVertical: 'top' };
}

/** A calendar day (`2023-10-05`), or the day in Bogotá of a moment, as a date. */
export function dateCell(when: string | null): Cell {
  if (when === null || when === '') return null;
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(when) ? Date.parse(`${when}T00:00:00Z`) : Date.parse(when) - BOGOTA_HOURS * 3600000;
  if (isNaN(moment)) return null;
  // The day alone: midnight in UTC, which is what the writer takes a date's number from.
  return { value: new Date(Math.floor(moment / 86400000) * 86400000), type: Date, format: DAY, alignVertical: 'top' };
}
