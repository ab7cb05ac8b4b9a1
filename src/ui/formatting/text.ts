import * as React from 'react';
import { formatNumber } from './numbers';

export type TextValue = string | number;

/** Fills the `{name}` placeholders of a text. Numbers are formatted; a placeholder without a value stays as it is. */
export function text(template: string, values: Readonly<Record<string, TextValue>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? formatNumber(value) : value;
  });
}

/**
 * Fills a text that has a form for one and a form for the rest: `Queda {n} día|Quedan {n} días`.
 * Spanish and English need no third.
 */
export function plural(template: string, n: number, values: Readonly<Record<string, TextValue>> = {}): string {
  const [one, other] = template.split('|');
  return text(n === 1 || other === undefined ? one : other, { n, ...values });
}

/** Like {@link text} for values that are elements, such as a bold figure in a sentence. */
export function rich(template: string, values: Readonly<Record<string, React.ReactNode>>): React.ReactNode[] {
  return template.split(/(\{\w+\})/g).filter((part) => part !== '').map((part, index) => {
    const name = /^\{(\w+)\}$/.exec(part);
    if (!name || !(name[1] in values)) return part;
    const value = values[name[1]];
    return React.createElement(React.Fragment, { key: index }, typeof value === 'number' ? formatNumber(value) : value);
  });
}
