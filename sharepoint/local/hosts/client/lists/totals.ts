import type { Field, View } from './list-model';
import { formatNumber } from './numbers';

type Row = Readonly<Record<string, unknown>>;
interface Total { readonly name: string; readonly type: string }

const WORDS: Readonly<Record<string, string>> = { COUNT: 'Recuento', SUM: 'Suma', AVG: 'Promedio', MAX: 'Máximo', MIN: 'Mínimo' };

/** Totals that a view asks for. */
export function totalsOf(view: View): readonly Total[] {
  if (!view.Aggregations || view.AggregationsStatus === 'Off') return [];
  const xml = new DOMParser().parseFromString(`<Totals>${view.Aggregations}</Totals>`, 'text/xml');
  return [...xml.querySelectorAll('FieldRef')].map((field) => ({ name: field.getAttribute('Name') ?? '', type: (field.getAttribute('Type') ?? '').toUpperCase() }));
}

/** `Recuento: 12 · Suma de Peso: 12`, over rows of a list data stream. */
export function totalText(totals: readonly Total[], rows: readonly Row[], fields: readonly Field[]): string {
  return totals.map(({ name, type }) => {
    const own = name.startsWith('LinkTitle') ? 'Title' : name;
    const field = fields.find((one) => one.InternalName === own);
    const filled = rows.filter((row) => row[own] !== '' && row[own] !== undefined && row[own] !== null);
    if (type === 'COUNT') return `${WORDS.COUNT}: ${filled.length}`;
    const numbers = filled.map((row) => Number(row[`${own}.`] ?? row[own])).filter((value) => !Number.isNaN(value));
    const sum = numbers.reduce((all, one) => all + one, 0);
    const value = type === 'AVG' ? sum / numbers.length : type === 'MAX' ? Math.max(...numbers) : type === 'MIN' ? Math.min(...numbers) : sum;
    return `${WORDS[type] ?? type} de ${field?.Title ?? own}: ${numbers.length === 0 ? '—' : formatNumber(Math.round(value * 100) / 100)}`;
  }).join(' · ');
}
