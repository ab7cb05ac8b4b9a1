/** Endings of Spanish plurals whose singular is certain, the most particular first; any other word stays as it is. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ones$/, 'ón'], [/dades$/, 'dad'], [/ces$/, 'z'], [/([lnr])es$/, '$1'], [/^redes$/, 'red'], [/([ao]|[jmtv]e)s$/, '$1']
];

/**
 * A unit as it is said of one: `eventos` → `evento`, `acciones de cooperación` → `acción de cooperación`. Units are written in the plan, in
 * Spanish and in the plural, whatever the language of the interface.
 */
export function oneOf(unit: string): string {
  const [, first = '', rest = ''] = /^([a-záéíóúñ]+)( .*)?$/i.exec(unit) || [];
  // GAS, PYMES: an abbreviation has no singular to find.
  if (first === '' || first === first.toUpperCase()) return unit;
  const found = ENDINGS.find(([ending]) => ending.test(first));
  return found ? first.replace(found[0], found[1]) + rest : unit;
}
