const format = new Intl.NumberFormat('es-CO', { maximumFractionDigits: 15 });

export function formatNumber(value: number): string {
  return format.format(value);
}

/**
 * Reads a number as people type it in a Spanish site: points between thousands, a comma before decimals.
 * @returns `undefined` where it is no number. A point anywhere but between thousands is none: SharePoint would silently drop it
 * (assumption, from .NET's parser), and 1234.5 would become 12345.
 */
export function parseNumber(text: string): number | undefined {
  const typed = text.trim().replace(/\u2212/g, '-');
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)?(,\d+)?$/.test(typed) || !/\d/.test(typed)) return undefined;
  return Number(typed.replace(/\./g, '').replace(',', '.'));
}
