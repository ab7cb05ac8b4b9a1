import FormulaParser from 'fast-formula-parser';
import { localParts, ZONE_OFFSET_MINUTES } from '../time';
import type { CompiledFormula } from './compile';

export type FormulaValue = string | number | boolean | null;

/** A formula had no value: `#VALUE!`, `#DIV/0!`, or could not be read at all. */
export class FormulaError extends Error {}

interface Cell {
  row: number;
}

/**
 * Works out a formula of Excel's dialect.
 * @param valueOf value behind a reference; dates as serial numbers.
 * @param now the site's present, for TODAY and NOW.
 * @throws FormulaError
 */
export function evaluateFormula(formula: CompiledFormula, valueOf: (reference: string) => FormulaValue, now: string): FormulaValue {
  const parser = new FormulaParser({
    functions: { TODAY: () => Math.floor(toSerial(now)), NOW: () => toSerial(now) },
    onCell: ({ row }: Cell) => valueOf(formula.references[row - 1]),
    onRange: () => []
  });
  let result: unknown;
  try {
    result = parser.parse(formula.text, { sheet: 'list', row: 1, col: 2 });
  } catch (error) {
    throw new FormulaError(error instanceof Error ? error.message : String(error));
  }
  if (typeof result === 'string' || typeof result === 'boolean' || result === null) {
    return result;
  }
  if (typeof result === 'number' && Number.isFinite(result)) {
    return result;
  }
  if (result instanceof Date) {
    return toSerial(result.toISOString());
  }
  throw new FormulaError(String(result));
}

const DAY_MS = 86400000;
const EPOCH = Date.UTC(1899, 11, 30);

/** Excel's number of a moment on the site's own clock. */
export function toSerial(stamp: string): number {
  const { year, month, day, hour, minute, second } = localParts(stamp);
  return (Date.UTC(year, month - 1, day, hour, minute, second) - EPOCH) / DAY_MS;
}

/** The moment behind Excel's number. */
export function fromSerial(serial: number): string {
  const local = new Date(Math.round((EPOCH + serial * DAY_MS) / 1000) * 1000);
  return `${new Date(local.getTime() - ZONE_OFFSET_MINUTES * 60000).toISOString().slice(0, 19)}Z`;
}
